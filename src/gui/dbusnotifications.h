// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/notification.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <optional>

namespace Gui {

//! The desktop's notifications, org.freedesktop.Notifications. Never waits for an answer. Of a tag one call
//! is under way at a time, since only its answer tells what the next one replaces; of what comes meanwhile
//! the newest is shown.
class DbusNotifications : public QObject
{
    Q_OBJECT
public:
    explicit DbusNotifications(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                               QObject *parent = nullptr);

    //! Whether there is a bus to ask; whether somebody on it shows notifications is found out by asking.
    [[nodiscard]] bool isConnected() const { return m_bus.isConnected(); }
    void show(const Notification &notification);
    [[nodiscard]] bool isShown(const QString &tag) const { return m_ids.contains(tag); }
    void withdraw(const QString &tag);

Q_SIGNALS:
    //! An action of a notification that is still shown.
    void chosen(const QString &tag, const QString &action);
    //! Nobody shows it.
    void refused(const Gui::Notification &notification);

private Q_SLOTS: // QtDBus connects by name
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    //! What became of a tag while a call of it is under way.
    struct Meanwhile
    {
        std::optional<Notification> next;
        bool isWithdrawn = false;
    };

    void begin(const Notification &notification);
    void end(const Notification &notification, std::optional<uint> id);
    void askCapabilities(const Notification &notification);
    void send(const Notification &notification);
    void watchServer();

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities;
    QHash<QString, Meanwhile> m_underWay; //!< by tag
    QHash<QString, uint> m_ids; //!< by tag
    QHash<QString, QString> m_firstActions; //!< by tag
    bool m_isWatching = false;
};

} // namespace Gui
