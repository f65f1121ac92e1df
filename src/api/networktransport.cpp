// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"

#include "api/connectionpool.h"
#include "api/networkjob.h"

#include <utility>

namespace Api {

NetworkTransport::NetworkTransport(const Core::NetworkSettings &settings, QObject *parent)
    : Transport(parent)
    , m_settings(settings)
{
}

HttpJob *NetworkTransport::post(const HttpRequest &request, QObject *parent)
{
    ConnectionPool *&pool = m_pools[request.caFile];
    if (!pool) {
        pool = new ConnectionPool(m_settings, request.caFile, this);
    }
    return new NetworkJob(*pool, request, parent);
}

void NetworkTransport::setNetworkSettings(const Core::NetworkSettings &settings)
{
    m_settings = settings;
    // A manager keeps the TLS configuration of a host: new settings need new managers.
    for (ConnectionPool *const pool : std::as_const(m_pools)) {
        pool->retire();
    }
    m_pools.clear();
}

} // namespace Api
