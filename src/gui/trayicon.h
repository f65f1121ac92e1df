// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

namespace Gui {

//! The console in the desktop's tray: how many tasks are running, and what can be done about it from there.
class TrayIcon : public QSystemTrayIcon
{
    Q_OBJECT
public:
    explicit TrayIcon(const Service::Services &services, QObject *parent = nullptr);

    //! Shows itself, with the application's icon, if the desktop has a tray, else hides; true if it has one.
    //! May be called again: trays come and go.
    bool showIfAvailable();

Q_SIGNALS:
    void showRequested();
    void stopAllRequested();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void translate();
    void update();

    const Service::Services m_services;
    QMenu m_menu;
    QAction *m_running;
    QAction *m_show;
    QAction *m_stopAll;
    QAction *m_quit;
    QTimer m_updateTimer; //!< many changes of one turn of the event loop are counted once
};

} // namespace Gui
