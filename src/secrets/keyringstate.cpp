// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keyringstate.h"

#include <QTimer>

#include <utility>

#ifdef CONSOLE_HAS_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace Secrets {

using namespace Qt::StringLiterals;

#ifdef CONSOLE_HAS_SECRET_SERVICE
void askWhetherLocked(QObject *context, std::function<void(bool)> done)
{
    constexpr int answerTimeoutMs = 1000;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                       u"/org/freedesktop/secrets/aliases/default"_s,
                                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setArguments({u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    call.setAutoStartService(false); // one that is not there is not locked
    auto *const watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, answerTimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        done(reply.isValid() && reply.value().variant().toBool());
    });
}
#else
void askWhetherLocked(QObject *context, std::function<void(bool)> done)
{
    QTimer::singleShot(0, context, [done = std::move(done)] { done(false); });
}
#endif

} // namespace Secrets
