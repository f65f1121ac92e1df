// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signingpreview.h"

#include "api/wirerecord.h"
#include "core/redaction.h"

using namespace Qt::StringLiterals;

namespace Api {

namespace {

//! What was signed and what is sent, both without secrets.
struct ShownForm
{
    QString textToSign;
    QString body;
};

[[nodiscard]] ShownForm shownForm(const QByteArray &host, const V1Parameters &parameters)
{
    const V1Signature form = signV1({"POST", host, parameters}, {}, V1Method::HmacSha1);
    const qsizetype end = form.encoded.lastIndexOf("Signature=");
    return {QString::fromUtf8(form.textToSign),
            QString(QString::fromLatin1(form.encoded.first(end)) + u"Signature="_s + Core::redactedMark)};
}

} // namespace

Core::WireExchange tc3Preview(const HttpRequest &request, const Tc3Signature &signature)
{
    Core::WireExchange exchange = exchangeOf(sentRequest(request, signature, {}), {}, QJsonObject());
    exchange.requestLine = u"POST / HTTP/1.1"_s;
    return exchange;
}

Core::WireExchange v1Preview(const ApiRequest &request, const Core::Endpoint &endpoint,
                             const Core::Credential &credential, V1Method method, qint64 timestamp,
                             quint32 nonce, const QByteArray &language)
{
    V1Parameters parameters = v1CommonParameters(request.action.toUtf8(), endpoint.region.toUtf8(), timestamp,
                                                 nonce, credential, method, language);
    V1Parameters shown = parameters;
    shown.insert("SecretId", Core::maskedSecretId(credential.secretId).toUtf8());
    if (shown.contains("Token")) {
        shown.insert("Token", Core::redactedMark.toUtf8());
    }
    parameters.insert(v1Flattened(request.body));
    shown.insert(v1Flattened(Core::redacted(request.body)));

    const QByteArray host = endpoint.hostHeader();
    const ShownForm form = shownForm(host, shown);
    Core::WireExchange exchange;
    exchange.isWhole = true;
    exchange.requestLine = u"POST / HTTP/1.1"_s;
    exchange.headers = {{u"Host"_s, QString::fromLatin1(host)},
                        {u"Content-Type"_s, u"application/x-www-form-urlencoded"_s}};
    exchange.body = form.body;
    exchange.canonicalRequest = form.textToSign;
    exchange.signature = signV1({"POST", host, parameters}, credential.secretKey, method).signature;
    return exchange;
}

} // namespace Api
