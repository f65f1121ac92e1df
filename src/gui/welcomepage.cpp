// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/welcomepage.h"

#include "gui/icons.h"
#include "ui_welcomepage.h"

#include <QEvent>

namespace Gui {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    QFont large = m_ui->titleLabel->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_ui->titleLabel->setFont(large);
    m_ui->pictureLabel->setPixmap(icon(u"welcome"_s).pixmap(QSize(160, 120), devicePixelRatioF()));
    for (QCommandLinkButton *button : {m_ui->simulatorButton, m_ui->accountButton})
        button->setIconSize(QSize(32, 32));
    m_ui->simulatorButton->setIcon(icon(u"simulator"_s));
    m_ui->accountButton->setIcon(icon(u"account"_s));

    connect(m_ui->simulatorButton, &QAbstractButton::clicked, this, &WelcomePage::trySimulatorRequested);
    connect(m_ui->accountButton, &QAbstractButton::clicked, this, &WelcomePage::addAccountRequested);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

} // namespace Gui
