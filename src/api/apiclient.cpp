// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/signedcall.h"
#include "api/signingpreview.h"
#include "api/transport.h"
#include "core/clock.h"

using namespace Qt::StringLiterals;

namespace Api {

namespace {

constexpr QByteArrayView contentType = "application/json";

} // namespace

ApiClient::ApiClient(Transport &transport, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
{
}

ApiCall *ApiClient::send(const ApiRequest &request, const Core::Endpoint &endpoint,
                         const Core::Credential &credential, QObject *receiver, SigningAgain again)
{
    auto *const call = new SignedCall(*this, m_transport, m_clock, {request, endpoint, credential, again},
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

Core::WireExchange ApiClient::preview(const ApiRequest &request, const Core::Endpoint &endpoint,
                                      const Core::Credential &credential, Core::SigningScheme scheme,
                                      qint64 timestamp, quint32 nonce)
{
    Core::WireExchange exchange;
    if (scheme == Core::SigningScheme::Tc3) {
        Tc3Signature signature;
        const HttpRequest ready = signedRequest(request, endpoint, credential, timestamp, signature);
        exchange = tc3Preview(ready, signature);
    } else {
        const V1Method method =
            scheme == Core::SigningScheme::V1HmacSha1 ? V1Method::HmacSha1 : V1Method::HmacSha256;
        exchange = v1Preview(request, endpoint, credential, method, timestamp, nonce, m_language);
    }
    exchange.action = request.action;
    exchange.endpoint = endpoint;
    return exchange;
}

HttpRequest ApiClient::signedRequest(const ApiRequest &request, const Core::Endpoint &endpoint,
                                     const Core::Credential &credential, qint64 timestamp,
                                     Tc3Signature &signature)
{
    Tc3Request toSign;
    toSign.host = endpoint.hostHeader();
    toSign.service = serviceNameFor(toSign.host);
    toSign.contentType = contentType.toByteArray();
    toSign.body = wireBody(request);
    toSign.timestamp = timestamp;
    signature = signTc3(toSign, credential, m_keys);

    HttpRequest ready;
    ready.to.caFile = request.caFile;
    ready.to.url = endpoint.url;
    ready.to.url.setPath(u"/"_s);
    ready.body = toSign.body;
    ready.longestAnswer = request.longestAnswer;
    ready.to.lane = request.kind;
    ready.headers = {
        {"Host", toSign.host},
        {"Content-Type", toSign.contentType},
        {"Accept-Encoding", "identity"}, // so that the cap counts what really comes
        {"User-Agent", "WhiteboardPushConsole/" CONSOLE_VERSION},
        {"Authorization", signature.authorization},
        {"X-TC-Action", request.action.toUtf8()},
        {"X-TC-Version", "2019-09-19"},
        {"X-TC-Timestamp", QByteArray::number(timestamp)},
        {"X-TC-Region", endpoint.region.toUtf8()},
    };
    if (!credential.token.isEmpty()) {
        ready.headers.append({"X-TC-Token", credential.token.bytes().toByteArray()});
    }
    if (!m_language.isEmpty()) {
        ready.headers.append({"X-TC-Language", m_language});
    }
    return ready;
}

} // namespace Api
