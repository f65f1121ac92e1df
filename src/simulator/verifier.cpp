// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verifier.h"

#include "simulator/digest.h"

#include <QDateTime>

#include <algorithm>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 toleranceS = 300;

Outcome<void> refuseSignature()
{
    return refuse(
        u"AuthFailure.SignatureFailure"_s,
        u"The signature computed here differs from the one sent. Check SecretKey and signing steps."_s);
}

//! The host as it came and, if it names a port, without it: clients differ in which of the two they sign.
QList<QByteArray> hostReadings(const Request &request)
{
    const QByteArray host = request.header("host");
    QList<QByteArray> readings{host};
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > 0 && !host.endsWith(']')) {
        readings.append(host.first(colon));
    }
    return readings;
}

QByteArray sortedQuery(const QByteArray &query)
{
    QList<QByteArray> parts = query.split('&');
    std::sort(parts.begin(), parts.end());
    return parts.join('&');
}

QByteArray canonicalHeaders(const Request &request, const Claim &claim, const QByteArray &host,
                            bool areLowered)
{
    QByteArray text;
    for (const QByteArray &name : claim.signedHeaders) {
        QByteArray value = name == "host" ? host : request.header(name);
        if (areLowered || name == "x-tc-action" || name == "host") {
            value = value.toLower();
        }
        text += name + ':' + value.trimmed() + '\n';
    }
    return text;
}

Outcome<void> verifyTc3(const Request &request, const Claim &claim, const QByteArray &secretKey,
                        qint64 timestamp)
{
    const QByteArray utcDay =
        QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC).toString(u"yyyy-MM-dd").toLatin1();
    if (claim.date != utcDay) {
        return refuse(u"AuthFailure.SignatureFailure"_s,
                      u"The date in the credential scope is not the UTC day of X-TC-Timestamp."_s);
    }
    if (!std::is_sorted(claim.signedHeaders.begin(), claim.signedHeaders.end())) {
        return refuse(u"AuthFailure.SignatureFailure"_s, u"SignedHeaders are not sorted."_s);
    }
    const QList<QByteArray> readings = canonicalRequests(request, claim);
    for (const QByteArray &reading : readings) {
        if (tc3Signature(reading, claim, secretKey) == claim.signature) {
            return {};
        }
    }
    return refuseSignature();
}

Outcome<void> verifyV1(const Request &request, const Claim &claim, const QByteArray &secretKey)
{
    QList<NamedValue> fields = claim.fields;
    fields.removeIf([](const NamedValue &field) { return field.first == "Signature"; });
    std::sort(fields.begin(), fields.end());
    QByteArray joined;
    for (const auto &[name, value] : std::as_const(fields)) {
        joined += (joined.isEmpty() ? "" : "&") + name + '=' + value;
    }
    const QList<QByteArray> hosts = hostReadings(request);
    for (const QByteArray &host : hosts) {
        const QByteArray text = request.method + host + request.path + '?' + joined;
        const QByteArray mac =
            claim.scheme == Scheme::HmacSha256 ? hmacSha256(secretKey, text) : hmacSha1(secretKey, text);
        if (mac.toBase64() == claim.signature) {
            return {};
        }
    }
    return refuseSignature();
}

} // namespace

QList<QByteArray> canonicalRequests(const Request &request, const Claim &claim)
{
    const bool isGet = request.method == "GET";
    QByteArray bodyHash = sha256Hex(isGet ? QByteArray() : request.body);
    if (request.header("x-tc-content-sha256") == "UNSIGNED-PAYLOAD") {
        bodyHash = sha256Hex("UNSIGNED-PAYLOAD");
    }
    QList<QByteArray> queries{request.query};
    if (isGet) {
        queries.prepend(sortedQuery(request.query)); // as documented; some clients sign it as they send it
    }
    QList<QByteArray> readings;
    const QList<QByteArray> hosts = hostReadings(request);
    const auto add = [&](const QByteArray &query, const QByteArray &host, bool areLowered) {
        const QByteArray reading = request.method + '\n' + request.path + '\n' + query + '\n'
            + canonicalHeaders(request, claim, host, areLowered) + '\n' + claim.signedHeaders.join(';') + '\n'
            + bodyHash;
        if (!readings.contains(reading)) {
            readings.append(reading);
        }
    };
    for (const QByteArray &query : std::as_const(queries)) {
        for (const QByteArray &host : hosts) {
            add(query, host, false);
            add(query, host, true);
        }
    }
    return readings;
}

QByteArray tc3Signature(const QByteArray &canonicalRequest, const Claim &claim, const QByteArray &secretKey)
{
    const QByteArray scope = claim.date + '/' + claim.service + "/tc3_request";
    const QByteArray text =
        "TC3-HMAC-SHA256\n" + claim.timestamp + '\n' + scope + '\n' + sha256Hex(canonicalRequest);
    const QByteArray dayKey = hmacSha256(QByteArray("TC3" + secretKey), claim.date);
    const QByteArray signingKey = hmacSha256(hmacSha256(dayKey, claim.service), "tc3_request");
    return hmacSha256(signingKey, text).toHex();
}

Outcome<void> verify(const Request &request, const Claim &claim, const QList<Account> &accounts, qint64 nowS)
{
    if (claim.signatureDefect) {
        return tl::unexpected<ApiFailure>(*claim.signatureDefect);
    }
    const auto account = std::find_if(accounts.begin(), accounts.end(),
                                      [&claim](const Account &a) { return a.secretId == claim.secretId; });
    if (account == accounts.end()) {
        return refuse(u"AuthFailure.SecretIdNotFound"_s, u"The SecretId is not found."_s);
    }
    if (claim.timestamp.isEmpty()) {
        return refuse(u"MissingParameter"_s, u"The Timestamp is missing."_s);
    }
    bool isNumber = false;
    const qint64 timestamp = claim.timestamp.toLongLong(&isNumber);
    if (!isNumber) {
        return refuse(u"InvalidParameterValue"_s, u"The Timestamp is not a number."_s);
    }
    if (timestamp < nowS - toleranceS || timestamp > nowS + toleranceS) {
        return refuse(u"AuthFailure.SignatureExpire"_s,
                      QString(u"Signature expired: the Timestamp deviates too far from the server time "_s
                              + QString::number(nowS) + u"."_s));
    }
    if (claim.token != account->token) {
        return refuse(u"AuthFailure.TokenFailure"_s, u"The token is wrong or does not belong to this key."_s);
    }
    return claim.scheme == Scheme::Tc3 ? verifyTc3(request, claim, account->secretKey, timestamp)
                                       : verifyV1(request, claim, account->secretKey);
}

} // namespace Simulator
