// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/desktopnotifier.h"

#ifdef CONSOLE_HAS_DBUS
#include "gui/dbusnotifications.h"
#endif

#include <QSystemTrayIcon>

namespace Gui {

DesktopNotifier::DesktopNotifier(QSystemTrayIcon &tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
{
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_bubble.actions.isEmpty())
            Q_EMIT chosen(m_bubble.tag, m_bubble.actions.first().key);
    });
}

void DesktopNotifier::show(const Notification &notification)
{
#ifdef CONSOLE_HAS_DBUS
    if (m_desktop == nullptr) {
        m_desktop = new DbusNotifications(QDBusConnection::sessionBus(), this);
        connect(m_desktop, &DbusNotifications::chosen, this, &DesktopNotifier::chosen);
        connect(m_desktop, &DbusNotifications::refused, this, &DesktopNotifier::showBubble);
    }
    if (m_desktop->isConnected()) {
        m_desktop->show(notification);
        return;
    }
#endif
    showBubble(notification);
}

void DesktopNotifier::withdraw(const QString &tag)
{
#ifdef CONSOLE_HAS_DBUS
    if (m_desktop != nullptr)
        m_desktop->withdraw(tag);
#endif
    if (m_bubble.tag == tag)
        m_bubble = {};
}

//! Without a tray a bubble is lost silently.
void DesktopNotifier::showBubble(const Notification &notification)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !m_tray.isVisible())
        return;
    m_bubble = inert(notification);
    m_tray.showMessage(withoutMarkup(m_bubble.title), withoutMarkup(m_bubble.text),
                       notification.isUrgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace Gui
