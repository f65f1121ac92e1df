// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wirerecord.h"

#include "core/redaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

constexpr qsizetype mostAnswerHeaders = 60;
constexpr qsizetype longestHeader = 1'000;

[[nodiscard]] bool isNamed(const QByteArray &header, const char *name)
{
    return header.compare(name, Qt::CaseInsensitive) == 0;
}

[[nodiscard]] QList<Core::HeaderField> answerFields(const HttpFacts &facts)
{
    QList<Core::HeaderField> fields;
    const auto kept = facts.headers.first(std::min(facts.headers.size(), mostAnswerHeaders));
    for (const auto &[name, value] : kept) {
        const bool isSecret = isNamed(name, "Set-Cookie") || isNamed(name, "X-TC-Token");
        fields.append({Core::plainText(QString::fromUtf8(name), longestHeader),
                       isSecret ? Core::redactedMark.toString()
                                : Core::plainText(QString::fromUtf8(value), longestHeader)});
    }
    return fields;
}

} // namespace

SentRequest sentRequest(const HttpRequest &request, const Tc3Signature &signature, const QDateTime &time)
{
    SentRequest sent{time, request.headers, request.body, signature};
    sent.signature.authorization.clear();
    for (auto &[name, value] : sent.headers) {
        if (isNamed(name, "Authorization")) {
            value = Core::maskedAuthorization(QString::fromUtf8(value)).toUtf8();
        } else if (isNamed(name, "X-TC-Token")) {
            value = Core::redactedMark.toUtf8();
        }
    }
    return sent;
}

Core::WireExchange exchangeOf(const SentRequest &sent, const HttpFacts &facts,
                              const Core::Result<QJsonObject> &judged)
{
    Core::WireExchange exchange;
    exchange.isWhole = true;
    exchange.time = sent.time;
    exchange.requestLine = u"POST / HTTP/1.1"_s;
    for (const auto &[name, value] : sent.headers) {
        exchange.headers.append({QString::fromUtf8(name), QString::fromUtf8(value)});
    }
    exchange.headers.append({u"Content-Length"_s, QString::number(sent.body.size())});
    exchange.body = Core::shownBody(sent.body);
    exchange.canonicalRequest = QString::fromUtf8(sent.signature.canonicalRequest);
    exchange.stringToSign = QString::fromUtf8(sent.signature.stringToSign);
    exchange.credentialScope = QString::fromUtf8(sent.signature.credentialScope);
    exchange.signature = sent.signature.signature;

    exchange.httpStatus = facts.httpStatus;
    exchange.answerHeaders = answerFields(facts);
    exchange.answer = Core::shownBody(facts.body);
    exchange.tls = facts.tls;
    exchange.timings = facts.timings;
    if (judged) {
        exchange.requestId = judged->value("RequestId"_L1).toString().left(128);
    } else {
        exchange.error = judged.error();
        exchange.requestId = judged.error().requestId;
    }
    return exchange;
}

} // namespace Api
