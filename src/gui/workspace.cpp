// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/workspace.h"

#include "gui/pagetabs.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QIODevice>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint32 stateVersion = 2; // 1 has no page

} // namespace

Workspace::Workspace(QWidget *tasks, QWidget *details, QWidget *log, QAction *tasksAction, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_pages(new PageTabs(this))
    , m_upper(new QSplitter(Qt::Horizontal, this))
    , m_showDetails(new QAction(this))
    , m_showLog(new QAction(this))
{
    m_upper->addWidget(tasks);
    m_upper->addWidget(details);
    m_upper->setStretchFactor(0, 1);
    m_upper->setStretchFactor(1, 0);
    m_upper->setSizes({740, 345});
    details->setMinimumWidth(details->fontMetrics().averageCharWidth() * 46); // a date and its name
    m_upper->setChildrenCollapsible(false);
    m_pages->addPage(tasksAction, [this](QWidget *) { return m_upper; });
    addWidget(m_pages);
    addWidget(log);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setSizes({460, 210});
    setChildrenCollapsible(false);

    m_showDetails->setObjectName(u"showDetailsAction"_s);
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_showDetails->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_showLog->setObjectName(u"showLogAction"_s);
    m_showLog->setCheckable(true);
    m_showLog->setChecked(true);
    m_showLog->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(m_showDetails, &QAction::toggled, details, &QWidget::setVisible);
    connect(m_showLog, &QAction::toggled, log, &QWidget::setVisible);
    translate();
}

QByteArray Workspace::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << stateVersion << m_showDetails->isChecked() << m_showLog->isChecked() << m_upper->saveState()
           << saveState() << qint32(m_pages->currentIndex());
    return bytes;
}

void Workspace::setState(const QByteArray &state)
{
    QDataStream stream(state);
    qint32 version = 0;
    bool hasDetails = true;
    bool hasLog = true;
    QByteArray upper;
    QByteArray whole;
    stream >> version >> hasDetails >> hasLog >> upper >> whole;
    if (stream.status() != QDataStream::Ok || version < 1 || version > stateVersion)
        return;
    qint32 page = 0;
    stream >> page;
    m_upper->restoreState(upper);
    restoreState(whole);
    m_showDetails->setChecked(hasDetails);
    m_showLog->setChecked(hasLog);
    m_pages->setCurrentIndex(page < m_pages->count() ? page : 0);
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translate();
    QSplitter::changeEvent(event);
}

void Workspace::translate()
{
    m_showDetails->setText(tr("&Details"));
    m_showDetails->setToolTip(tr("Show all that is known of the selected task"));
    m_showLog->setText(tr("&Log"));
    m_showLog->setToolTip(tr("Show what happened in this run"));
}

} // namespace Gui
