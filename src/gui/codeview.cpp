// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/codeview.h"

#include "gui/icons.h"
#include "ui_codeview.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

//! Names of tools and languages, the same everywhere.
QString nameOf(Explorer::CodeKind kind)
{
    switch (kind) {
    case Explorer::CodeKind::Curl:
        return u"curl + openssl"_s;
    case Explorer::CodeKind::CurlUnsigned:
        return u"curl"_s;
    case Explorer::CodeKind::Tccli:
        return u"tccli"_s;
    case Explorer::CodeKind::Python:
        return u"Python"_s;
    case Explorer::CodeKind::Go:
        return u"Go"_s;
    case Explorer::CodeKind::Java:
        return u"Java"_s;
    case Explorer::CodeKind::Node:
        return u"Node.js"_s;
    case Explorer::CodeKind::Php:
        return u"PHP"_s;
    case Explorer::CodeKind::DotNet:
        return u".NET"_s;
    case Explorer::CodeKind::Cpp:
        return u"C++"_s;
    }
    return {};
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CodeView>())
{
    m_ui->setupUi(this);
    m_ui->codeText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyCodeButton->setIcon(icon(u"copy"_s));
    for (const Explorer::CodeKind kind : Explorer::codeKinds())
        m_ui->languageBox->addItem(nameOf(kind), QVariant::fromValue(int(kind)));
    connect(m_ui->languageBox, &QComboBox::currentIndexChanged, this, &CodeView::write);
    connect(m_ui->copyCodeButton, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->codeText->toPlainText()); });
}

CodeView::~CodeView() = default;

void CodeView::show(const Explorer::Catalogue &catalogue, const Explorer::Action &action,
                    const Core::Endpoint &endpoint, const QJsonObject &values)
{
    m_catalogue = &catalogue;
    m_action = &action;
    m_endpoint = endpoint;
    m_values = values;
    if (isVisible())
        write();
}

void CodeView::write()
{
    if (m_action == nullptr)
        return;
    const auto kind = Explorer::CodeKind(m_ui->languageBox->currentData().toInt());
    m_ui->codeText->setPlainText(Explorer::codeFor(kind, *m_catalogue, *m_action, m_endpoint, m_values));
}

void CodeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    write();
}

void CodeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace Gui
