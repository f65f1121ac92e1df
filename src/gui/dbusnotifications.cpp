// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dbusnotifications.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

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
    const auto underWay = m_underWay.find(notification.tag);
    if (underWay == m_underWay.end()) {
        begin(inert(notification));
    } else {
        *underWay = {inert(notification), false};
    }
}

void DbusNotifications::begin(const Notification &notification)
{
    m_underWay.insert(notification.tag, {});
    if (m_capabilities) {
        send(notification);
    } else {
        askCapabilities(notification);
    }
}

//! The call is over; without an id nobody shows it.
void DbusNotifications::end(const Notification &notification, std::optional<uint> id)
{
    const QString &tag = notification.tag;
    const Meanwhile meanwhile = m_underWay.take(tag);
    if (!id) {
        m_ids.remove(tag);
        if (!meanwhile.isWithdrawn) {
            Q_EMIT refused(meanwhile.next.value_or(notification));
        }
        return;
    }
    m_ids.insert(tag, *id);
    if (meanwhile.isWithdrawn) {
        withdraw(tag);
    } else if (meanwhile.next) {
        begin(*meanwhile.next);
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
            end(notification, std::nullopt);
            return;
        }
        m_capabilities = reply.value();
        const Meanwhile meanwhile = std::exchange(m_underWay[notification.tag], {});
        if (meanwhile.isWithdrawn) {
            m_underWay.remove(notification.tag);
        } else {
            send(meanwhile.next.value_or(notification));
        }
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
            end(notification, std::nullopt);
            return;
        }
        end(notification, reply.value());
    });
}

void DbusNotifications::withdraw(const QString &tag)
{
    if (const auto underWay = m_underWay.find(tag); underWay != m_underWay.end()) {
        *underWay = {std::nullopt, true};
    }
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
