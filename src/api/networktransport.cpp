// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"

#include "api/connectionpool.h"
#include "api/networkjob.h"

namespace Api {

NetworkTransport::NetworkTransport(const Core::NetworkSettings &settings, QObject *parent)
    : Transport(parent)
    , m_settings(settings)
{
}

HttpJob *NetworkTransport::post(const HttpRequest &request, QObject *parent)
{
    if (!m_pool) {
        m_pool = new ConnectionPool(m_settings, this);
    }
    return new NetworkJob(*m_pool, request, parent);
}

void NetworkTransport::setNetworkSettings(const Core::NetworkSettings &settings)
{
    m_settings = settings;
    if (m_pool) {
        // A manager keeps the TLS configuration of a host: new settings need new managers.
        m_pool->retire();
        m_pool = nullptr;
    }
}

} // namespace Api
