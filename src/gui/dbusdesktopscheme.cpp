// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dbusdesktopscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString portalSettings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;
const QString readOne = u"ReadOne"_s;
const QString readOfOlderPortals = u"Read"_s;

//! 1 is dark; 0 says nothing, 2 light, and others are not known yet.
[[nodiscard]] bool meansDark(const QDBusVariant &value)
{
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>()) // Read() wraps its answer once more
        scheme = scheme.value<QDBusVariant>().variant();
    return scheme.toUInt() == 1;
}

} // namespace

DbusDesktopScheme::DbusDesktopScheme(const QDBusConnection &session, QObject *parent)
    : DesktopScheme(parent)
    , m_session(session)
{
    if (!m_session.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // unknown by name before its first use, a slot with it is not found
    // Whoever says so on this user's own bus: to name the portal would have its owner looked up first. The
    // worst that a liar gets is a dark window.
    m_session.connect({}, portalPath, portalSettings, u"SettingChanged"_s, this,
                      SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(readOne);
}

void DbusDesktopScheme::ask(const QString &method)
{
    QDBusMessage call = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, method);
    call.setArguments({appearance, colorScheme});
    auto *const watcher = new QDBusPendingCallWatcher(m_session.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, method] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            Q_EMIT darkWanted(meansDark(reply.value()));
        else if (reply.error().type() == QDBusError::UnknownMethod && method == readOne)
            ask(readOfOlderPortals);
    });
}

void DbusDesktopScheme::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance && key == colorScheme)
        Q_EMIT darkWanted(meansDark(value));
}

} // namespace Gui
