// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"

#include "api/connectionpool.h"
#include "api/networkjob.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Api {

bool mayCarryCredentials(const QUrl &url)
{
    const bool isSafe =
        url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && Core::isLoopbackHost(url.host()));
    return isSafe && !url.host().isEmpty();
}

NetworkTransport::NetworkTransport(const Core::NetworkSettings &settings, const Core::Clock &clock,
                                   QObject *parent)
    : Transport(parent)
    , m_settings(settings)
    , m_clock(clock)
{
}

HttpJob *NetworkTransport::post(const HttpRequest &request, QObject *parent)
{
    return new NetworkJob(pool(request.to.caFile), request, parent);
}

void NetworkTransport::prepare(const Destination &to, int connections)
{
    pool(to.caFile).prepare(to.lane, to.url, connections);
}

void NetworkTransport::setNetworkSettings(const Core::NetworkSettings &settings)
{
    m_settings = settings;
    dropConnections(); // a manager keeps the TLS configuration of a host: new settings need new managers
}

void NetworkTransport::dropConnections()
{
    for (ConnectionPool *const pool : std::as_const(m_pools)) {
        pool->retire();
    }
    m_pools.clear();
}

ConnectionPool &NetworkTransport::pool(const QString &caFile)
{
    ConnectionPool *&known = m_pools[caFile];
    if (known && known->isDistrusted()) {
        known->retire();
        known = nullptr;
    }
    if (!known) {
        known = new ConnectionPool(m_settings, caFile, m_clock, this);
    }
    return *known;
}

} // namespace Api
