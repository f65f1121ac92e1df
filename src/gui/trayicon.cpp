// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trayicon.h"

#include "service/taskbook.h"
#include "text/punctuation.h"

#include <QAction>
#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

TrayIcon::TrayIcon(const Service::Services &services, QObject *parent)
    : QSystemTrayIcon(parent)
    , m_services(services)
    , m_running(m_menu.addAction(QString()))
    , m_show(m_menu.addAction(QString()))
    , m_stopAll(m_menu.addAction(QString()))
    , m_quit(m_menu.addAction(QString()))
    , m_updateTimer(this)
{
    m_running->setObjectName(u"trayRunningAction"_s);
    m_running->setEnabled(false);
    m_show->setObjectName(u"trayShowAction"_s);
    m_stopAll->setObjectName(u"trayStopAllAction"_s);
    m_quit->setObjectName(u"trayQuitAction"_s);
    m_menu.insertSeparator(m_show);
    m_menu.insertSeparator(m_quit);
    setContextMenu(&m_menu);
    m_updateTimer.setSingleShot(true);
    m_updateTimer.setInterval(0);
    m_menu.installEventFilter(this);

    connect(m_show, &QAction::triggered, this, &TrayIcon::showRequested);
    connect(m_stopAll, &QAction::triggered, this, &TrayIcon::stopAllRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT showRequested();
    });
    connect(&m_services.book, &Service::TaskBook::tasksChanged, &m_updateTimer, qOverload<>(&QTimer::start));
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, &m_updateTimer, qOverload<>(&QTimer::start));
    connect(&m_updateTimer, &QTimer::timeout, this, &TrayIcon::update);
    translate();
}

bool TrayIcon::showIfAvailable()
{
    const bool isAvailable = isSystemTrayAvailable();
    if (isAvailable && !isVisible())
        setIcon(QApplication::windowIcon());
    setVisible(isAvailable);
    return isAvailable;
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_menu && event->type() == QEvent::LanguageChange)
        translate();
    return QSystemTrayIcon::eventFilter(watched, event);
}

void TrayIcon::translate()
{
    m_show->setText(tr("&Show"));
    m_stopAll->setText(tr("S&top all running…"));
    m_quit->setText(tr("&Quit"));
    update();
}

void TrayIcon::update()
{
    const QList<Core::PushTask> tasks = m_services.book.tasks();
    const int running = static_cast<int>(std::ranges::count_if(tasks, &Core::PushTask::hasAnythingRunning));
    const QString count = tr("%n task(s) running", nullptr, running);
    m_running->setText(count);
    m_stopAll->setEnabled(running > 0);
    setToolTip(Text::labelled(QGuiApplication::applicationDisplayName(), count));
}

} // namespace Gui
