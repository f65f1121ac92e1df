// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dbusdesktoplock.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString login = u"org.freedesktop.login1"_s;
const QString loginPath = u"/org/freedesktop/login1"_s;
const QString loginManager = u"org.freedesktop.login1.Manager"_s;

} // namespace

DbusDesktopLock::DbusDesktopLock(const QDBusConnection &session, const QDBusConnection &system,
                                 QObject *parent)
    : DesktopLock(parent)
    , m_system(system)
{
    // Whoever says so on this user's own bus: the paths differ between desktops. The worst that a liar gets
    // is a lock.
    for (const QString &interface : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        QDBusConnection(session).connect({}, {}, interface, u"ActiveChanged"_s, this,
                                         SLOT(onActiveChanged(bool)));
    if (m_system.isConnected()) {
        m_system.connect(login, loginPath, loginManager, u"PrepareForSleep"_s, this,
                         SLOT(onAboutToSleep(bool)));
        askForSession();
    }
}

//! Its path names the session whose locking is meant; others of this machine may be other people's.
void DbusDesktopLock::askForSession()
{
    QDBusMessage call = QDBusMessage::createMethodCall(login, loginPath, loginManager, u"GetSessionByPID"_s);
    call.setArguments({0U}); // the caller's
    auto *const watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isValid())
            return;
        const QString session = u"org.freedesktop.login1.Session"_s;
        m_system.connect(login, reply.value().path(), session, u"Lock"_s, this, SIGNAL(locked()));
        m_system.connect(login, reply.value().path(), session, u"Unlock"_s, this, SIGNAL(unlocked()));
    });
}

void DbusDesktopLock::onActiveChanged(bool isActive)
{
    if (isActive)
        Q_EMIT locked();
    else
        Q_EMIT unlocked();
}

void DbusDesktopLock::onAboutToSleep(bool isBefore)
{
    if (isBefore)
        Q_EMIT locked();
}

} // namespace Gui
