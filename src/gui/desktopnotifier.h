// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/notification.h"

#include <QObject>

class QSystemTrayIcon;

namespace Gui {

#ifdef CONSOLE_HAS_DBUS
class DbusNotifications;
#endif

//! Tells things to a person who does not look at the window: by the desktop's notifications, else by a bubble
//! at the tray icon. Where there is neither, the window's own notice has to do.
class DesktopNotifier : public QObject
{
    Q_OBJECT
public:
    //! `tray` outlives this object.
    explicit DesktopNotifier(QSystemTrayIcon &tray, QObject *parent = nullptr);

    void show(const Notification &notification);
    //! It has become void.
    void withdraw(const QString &tag);

Q_SIGNALS:
    //! `action` is a key of the notification's actions.
    void chosen(const QString &tag, const QString &action);

private:
    void showBubble(const Notification &notification);

    QSystemTrayIcon &m_tray;
    Notification m_bubble; //!< shown last; a click on it says no more than that
#ifdef CONSOLE_HAS_DBUS
    DbusNotifications *m_desktop = nullptr; //!< made when it is first needed: it opens a connection
#endif
};

} // namespace Gui
