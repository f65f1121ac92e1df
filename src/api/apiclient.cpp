// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/signedcall.h"
#include "api/transport.h"
#include "core/clock.h"

namespace Api {

ApiClient::ApiClient(Transport &transport, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
{
}

ApiCall *ApiClient::send(const ApiRequest &request, const Core::Endpoint &endpoint,
                         const Core::Credential &credential, QObject *receiver)
{
    auto *const call = new SignedCall(*this, m_transport, m_clock, {request, endpoint, credential},
                                      receiver ? receiver : this);
    call->start();
    return call;
}

void ApiClient::prepare(ActionKind kind, const Core::Endpoint &endpoint, const QString &caFile, int requests)
{
    m_transport.prepare({endpoint.url, kind, caFile}, requests);
}

qint64 ApiClient::clockOffsetSeconds(const Core::Endpoint &endpoint) const
{
    return m_offsets.value(endpoint.url.toString());
}

void ApiClient::learnOffset(const Core::Endpoint &endpoint, qint64 offsetSeconds)
{
    m_offsets.insert(endpoint.url.toString(), offsetSeconds);
    // From the event loop: whoever listens may end the very call that learnt it.
    QMetaObject::invokeMethod(
        this, [this, endpoint, offsetSeconds] { Q_EMIT clockOffsetLearnt(endpoint, offsetSeconds); },
        Qt::QueuedConnection);
}

Tc3Signature ApiClient::sign(const Tc3Request &request, const Core::Credential &credential)
{
    return signTc3(request, credential, m_keys);
}

} // namespace Api
