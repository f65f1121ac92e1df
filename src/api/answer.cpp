// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answer.h"

#include "core/redaction.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Core::Delivery;
using Core::Error;
using Core::ErrorKind;

[[nodiscard]] ErrorKind kindOf(TransportFault fault)
{
    switch (fault) {
    case TransportFault::None:
    case TransportFault::HostNotFound:
    case TransportFault::ConnectionRefused:
    case TransportFault::ConnectionLost:
        return ErrorKind::Network;
    case TransportFault::Canceled:
        return ErrorKind::Canceled;
    case TransportFault::Timeout:
        return ErrorKind::Timeout;
    case TransportFault::ProxyUnreachable:
    case TransportFault::ProxyAuthentication:
        return ErrorKind::Proxy;
    case TransportFault::Tls:
        return ErrorKind::Tls;
    case TransportFault::LocalSetup:
        return ErrorKind::InvalidInput;
    }
    Q_UNREACHABLE();
}

[[nodiscard]] Error errorOf(const HttpFacts &facts, ErrorKind kind, const QString &detail)
{
    Error error = Error::of(kind, Core::plainText(detail, 300));
    error.httpStatus = facts.httpStatus;
    error.delivery = facts.mayHaveLeft ? Delivery::MaybeDelivered : Delivery::NotDelivered;
    return error;
}

[[nodiscard]] Error transportError(const HttpFacts &facts)
{
    Error error = errorOf(facts, kindOf(facts.fault), facts.faultText);
    error.cause = facts.cause;
    if (facts.fault == TransportFault::ProxyAuthentication) {
        error.httpStatus = 407;
    }
    return error;
}

//! HTML or XML, by its own beginning or as the sender calls it: never the service's.
[[nodiscard]] bool isPage(const HttpFacts &facts)
{
    return facts.body.trimmed().startsWith('<') || facts.contentType.toLower().contains("html");
}

[[nodiscard]] Error apiError(const HttpFacts &facts, const QJsonObject &fault, const QString &requestId)
{
    Error error = errorOf(facts, ErrorKind::Api, {});
    error.apiCode = Core::plainText(fault.value("Code"_L1).toString(), 128);
    error.apiMessage = Core::plainText(fault.value("Message"_L1).toString());
    error.requestId = requestId;
    error.delivery = error.isApiCode(u"RequestLimitExceeded") ? Delivery::NotDelivered : Delivery::Answered;
    return error;
}

[[nodiscard]] Core::Result<QJsonObject> judgeResponse(const HttpFacts &facts, const QJsonObject &root)
{
    const QJsonValue response = root.value("Response"_L1);
    if (!response.isObject()) {
        return Core::failure(errorOf(facts, ErrorKind::WrongShape, u"Response: not an object"_s));
    }
    const QJsonObject object = response.toObject();
    const QString requestId = Core::plainText(object.value("RequestId"_L1).toString(), 128);
    const QJsonValue fault = object.value("Error"_L1);
    if (!fault.isUndefined() && !fault.isNull()) {
        if (fault.toObject().value("Code"_L1).toString().isEmpty()) {
            Error error = errorOf(facts, ErrorKind::WrongShape, u"Response.Error: without a Code"_s);
            error.requestId = requestId;
            return Core::failure(std::move(error));
        }
        return Core::failure(apiError(facts, fault.toObject(), requestId));
    }
    if (requestId.isEmpty()) {
        return Core::failure(errorOf(facts, ErrorKind::WrongShape, u"Response.RequestId: missing"_s));
    }
    return object;
}

} // namespace

HttpFacts withoutSecrets(HttpFacts facts, const QList<Core::SecretText> &secrets)
{
    if (secrets.isEmpty()) {
        return facts;
    }
    const auto clean = [&secrets](const QByteArray &text) {
        return Core::withoutSecrets(QString::fromUtf8(text), secrets).toUtf8();
    };
    facts.faultText = Core::withoutSecrets(facts.faultText, secrets);
    facts.contentType = clean(facts.contentType);
    for (auto &[name, value] : facts.headers) {
        name = clean(name);
        value = clean(value);
    }
    facts.body = Core::bodyWithoutSecrets(facts.body, secrets);
    return facts;
}

Core::Result<QJsonObject> judgeAnswer(const HttpFacts &facts)
{
    if (facts.fault != TransportFault::None) {
        return Core::failure(transportError(facts));
    }
    if (facts.httpStatus == 0) {
        return Core::failure(errorOf(facts, ErrorKind::Network, u"no HTTP answer"_s));
    }
    if (facts.httpStatus >= 300 && facts.httpStatus < 400) {
        // Whoever points elsewhere says that it has not carried the request out, as login pages of networks
        // do. Taken at its word here, since a Stop may be repeated; who may not repeat what it sent asks the
        // kind too (Service::mayHaveStarted).
        Error error = errorOf(facts, ErrorKind::Redirect, u"HTTP %1"_s.arg(facts.httpStatus));
        error.delivery = Delivery::Answered;
        return Core::failure(std::move(error));
    }
    if (facts.httpStatus != 200) {
        return Core::failure(errorOf(facts, ErrorKind::HttpStatus, u"HTTP %1"_s.arg(facts.httpStatus)));
    }
    if (facts.isTooLarge) {
        return Core::failure(errorOf(facts, ErrorKind::TooLarge, u"the answer is too long"_s));
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(facts.body, &parseError);
    if (document.isNull()) {
        Error error =
            errorOf(facts, ErrorKind::NotJson,
                    u"%1 at byte %2 of %3, content type %4"_s.arg(
                        parseError.errorString(), QString::number(parseError.offset),
                        QString::number(facts.body.size()), QString::fromLatin1(facts.contentType.left(80))));
        error.cause = isPage(facts) ? Core::ErrorCause::Page : Core::ErrorCause::None;
        return Core::failure(std::move(error));
    }
    if (!document.isObject()) {
        return Core::failure(errorOf(facts, ErrorKind::WrongShape, u"not a JSON object"_s));
    }
    return judgeResponse(facts, document.object());
}

std::optional<QDateTime> parseHttpDate(const QByteArray &text)
{
    if (!text.endsWith(" GMT")) {
        return std::nullopt;
    }
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid()) {
        return std::nullopt;
    }
    time.setTimeSpec(Qt::UTC);
    const int year = time.date().year();
    return year >= 2019 && year <= 2100 ? std::optional(time) : std::nullopt;
}

} // namespace Api
