// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dbusnotifications.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Gui {

namespace {

const QString notificationsName = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
constexpr int answerTimeoutMs = 5000;
constexpr int untilAnswered = 0;
constexpr int asTheDesktopDoes = -1;
constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2;

[[nodiscard]] QDBusMessage methodCall(const QString &method)
{
    return QDBusMessage::createMethodCall(notificationsName, notificationsPath, notificationsName, method);
}

} // namespace

DbusNotifications::DbusNotifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void DbusNotifications::show(const Notification &notification)
{
    watchServer();
    if (m_capabilities) {
        send(inert(notification));
    } else {
        askCapabilities(inert(notification));
    }
}

void DbusNotifications::watchServer()
{
    if (!m_isWatching && m_bus.isConnected()) {
        m_isWatching = true;
        m_bus.connect(notificationsName, notificationsPath, notificationsName, u"ActionInvoked"_s, this,
                      SLOT(onActionInvoked(uint, QString)));
        m_bus.connect(notificationsName, notificationsPath, notificationsName, u"NotificationClosed"_s, this,
                      SLOT(onClosed(uint, uint)));
    }
}

//! Whether a text is read as markup decides how it is sent.
void DbusNotifications::askCapabilities(const Notification &notification)
{
    auto *const watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(methodCall(u"GetCapabilities"_s), answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            Q_EMIT refused(notification);
            return;
        }
        m_capabilities = reply.value();
        send(notification);
    });
}

void DbusNotifications::send(const Notification &notification)
{
    const bool isMarkup = m_capabilities->contains("body-markup"_L1);
    QStringList actions;
    if (m_capabilities->contains("actions"_L1) && !notification.actions.isEmpty()) {
        actions = {u"default"_s, notification.actions.first().text};
        for (const NotificationAction &action : notification.actions) {
            actions += {action.key, action.text};
        }
    }
    QVariantMap hints;
    hints.insert(u"urgency"_s,
                 QVariant::fromValue<uchar>(notification.isUrgent ? criticalUrgency : normalUrgency));
    hints.insert(u"desktop-entry"_s, QGuiApplication::desktopFileName());
    QDBusMessage message = methodCall(u"Notify"_s);
    message.setArguments({QGuiApplication::applicationDisplayName(), m_ids.value(notification.tag, 0),
                          QCoreApplication::applicationName(), notification.title,
                          isMarkup ? notification.text.toHtmlEscaped() : notification.text, actions, hints,
                          notification.isUrgent ? untilAnswered : asTheDesktopDoes});
    if (!notification.actions.isEmpty()) {
        m_firstActions.insert(notification.tag, notification.actions.first().key);
    }
    auto *const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            m_capabilities.reset(); // the next one may meet another server
            m_ids.remove(notification.tag);
            Q_EMIT refused(notification);
            return;
        }
        m_ids.insert(notification.tag, reply.value());
    });
}

void DbusNotifications::withdraw(const QString &tag)
{
    const uint id = m_ids.take(tag);
    if (id != 0) {
        QDBusMessage message = methodCall(u"CloseNotification"_s);
        message.setArguments({id});
        m_bus.asyncCall(message, answerTimeoutMs);
    }
}

void DbusNotifications::onActionInvoked(uint id, const QString &action)
{
    const QString tag = m_ids.key(id); // all hear of all notifications
    if (!tag.isEmpty()) {
        Q_EMIT chosen(tag, action == "default"_L1 ? m_firstActions.value(tag) : action);
    }
}

void DbusNotifications::onClosed(uint id, uint)
{
    const QString tag = m_ids.key(id);
    if (!tag.isEmpty()) {
        m_ids.remove(tag);
    }
}

} // namespace Gui
