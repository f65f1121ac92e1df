// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "core/account.h"

#include <QHash>

namespace Core {
class Clock;
}

namespace Api {

class ConnectionPool;

//! The transport over QNetworkAccessManager. Managers, TLS and CA files are loaded at the first request, not
//! at construction. Each kind of action has managers of its own, and further ones (up to 4) while all six
//! connections of one to a host are busy. Connections that may have died unnoticed are not used again.
//! Certificates are always verified, TLS is 1.2 or later; no cookies,
//! no cache, no credentials from elsewhere. Loopback never goes through a proxy. Lives in one thread.
class NetworkTransport final : public Transport
{
    Q_OBJECT
public:
    //! `clock` outlives the transport.
    NetworkTransport(const Core::NetworkSettings &settings, const Core::Clock &clock,
                     QObject *parent = nullptr);

    [[nodiscard]] HttpJob *post(const HttpRequest &request, QObject *parent) override;
    void prepare(const Destination &to, int connections) override;

    //! Takes effect with the next request, on new connections; those under way end with the old settings.
    void setNetworkSettings(const Core::NetworkSettings &settings);
    [[nodiscard]] const Core::NetworkSettings &networkSettings() const { return m_settings; }
    //! Closes the connections that are kept open, and forgets what they remember of proxies; what is under
    //! way ends on its own first.
    void dropConnections();

private:
    [[nodiscard]] ConnectionPool &pool(const QString &caFile);

    Core::NetworkSettings m_settings;
    const Core::Clock &m_clock;
    QHash<QString, ConnectionPool *>
        m_pools; // by the request's CA file; made at the first request with these settings
};

} // namespace Api
