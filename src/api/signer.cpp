// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signer.h"

#include "core/wipe.h"

#include <QHostAddress>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace Api {

namespace {

constexpr QByteArrayView algorithm = "TC3-HMAC-SHA256";
constexpr QByteArrayView requestMark = "tc3_request";
constexpr qint64 secondsPerDay = 86'400;
constexpr auto hexLength = 64;

[[nodiscard]] QByteArray hmacSha256(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

void appendHex(QByteArray &text, QByteArrayView bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    const qsizetype end = text.size();
    text.resize(end + 2 * bytes.size());
    char *out = text.data() + end;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        *out++ = digits[value >> 4];
        *out++ = digits[value & 0xf];
    }
}

[[nodiscard]] qint64 utcDay(qint64 timestamp)
{
    return timestamp >= 0 ? timestamp / secondsPerDay : (timestamp - secondsPerDay + 1) / secondsPerDay;
}

[[nodiscard]] QByteArray dateText(qint64 day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto twoDigits = [](unsigned number) { return QByteArray::number(number).rightJustified(2, '0'); };
    QByteArray text = QByteArray::number(int{date.year()}).rightJustified(4, '0');
    text += '-';
    text += twoDigits(unsigned{date.month()});
    text += '-';
    text += twoDigits(unsigned{date.day()});
    return text;
}

[[nodiscard]] QByteArray canonicalRequestOf(const Tc3Request &request, const QByteArray &signedHeaders,
                                            SigningKeyCache &cache)
{
    QByteArray text;
    text.reserve(request.method.size() + request.query.size() + request.contentType.size()
                 + request.host.size() + 2 * request.action.size() + 2 * signedHeaders.size() + hexLength
                 + 64);
    text += request.method;
    text += "\n/\n";
    text += request.query;
    text += "\ncontent-type:";
    text += QByteArrayView(request.contentType).trimmed();
    text += "\nhost:";
    text += QByteArrayView(request.host).trimmed();
    if (request.signsAction) {
        text += "\nx-tc-action:";
        text += request.action.trimmed().toLower();
    }
    text += "\n\n";
    text += signedHeaders;
    text += '\n';
    appendHex(text, cache.sha256(request.body));
    return text;
}

} // namespace

DerivedKeys deriveKeys(const Core::SecretText &secretKey, const QByteArray &date, const QByteArray &service)
{
    QByteArray seed = "TC3";
    seed += secretKey.bytes();
    DerivedKeys keys;
    keys.date = hmacSha256(seed, date);
    keys.service = hmacSha256(keys.date, service);
    keys.signing = hmacSha256(keys.service, requestMark.toByteArray());
    Core::wipe(seed);
    return keys;
}

const SigningKeyCache::DayKey &SigningKeyCache::dayKey(const Core::Credential &credential, qint64 timestamp,
                                                       const QByteArray &service)
{
    const qint64 day = utcDay(timestamp);
    const auto found = std::ranges::find_if(m_keys, [&](const DayKey &key) {
        return key.hmac && key.day == day && key.service == service
            && key.credential.secretId == credential.secretId
            && key.credential.secretKey == credential.secretKey;
    });
    if (found != m_keys.end()) {
        return *found;
    }
    ++m_derivations;
    DayKey &key = m_keys.at(m_next);
    m_next = (m_next + 1) % m_keys.size();
    const QByteArray date = dateText(day);
    key.credential = credential;
    key.day = day;
    key.service = service;
    key.scope = date + '/' + service + '/' + requestMark;
    key.authorizationStart =
        algorithm + " Credential=" + credential.secretId.toUtf8() + '/' + key.scope + ", SignedHeaders=";
    DerivedKeys derived = deriveKeys(credential.secretKey, date, service);
    key.hmac = std::make_unique<QMessageAuthenticationCode>(QCryptographicHash::Sha256, derived.signing);
    Core::wipe(derived.date);
    Core::wipe(derived.service);
    derived.signing.clear(); // shared with the code's own copy
    return key;
}

void SigningKeyCache::clear()
{
    m_keys = {};
}

QByteArrayView SigningKeyCache::sha256(QByteArrayView text)
{
    m_hash.reset();
    m_hash.addData(text);
    return m_hash.resultView();
}

Tc3Signature signTc3(const Tc3Request &request, const Core::Credential &credential, SigningKeyCache &cache)
{
    const SigningKeyCache::DayKey &key = cache.dayKey(credential, request.timestamp, request.service);

    Tc3Signature result;
    result.credentialScope = key.scope;
    result.signedHeaders = request.signsAction ? QByteArrayLiteral("content-type;host;x-tc-action")
                                               : QByteArrayLiteral("content-type;host");
    result.canonicalRequest = canonicalRequestOf(request, result.signedHeaders, cache);

    QByteArray &text = result.stringToSign;
    text.reserve(algorithm.size() + 24 + key.scope.size() + hexLength);
    text += algorithm;
    text += '\n';
    text += QByteArray::number(request.timestamp);
    text += '\n';
    text += key.scope;
    text += '\n';
    appendHex(text, cache.sha256(result.canonicalRequest));

    key.hmac->reset();
    key.hmac->addData(text);
    result.signature.reserve(hexLength);
    appendHex(result.signature, key.hmac->result());

    QByteArray &authorization = result.authorization;
    authorization.reserve(key.authorizationStart.size() + result.signedHeaders.size() + 12 + hexLength);
    authorization += key.authorizationStart;
    authorization += result.signedHeaders;
    authorization += ", Signature=";
    authorization += result.signature;
    return result;
}

QByteArray serviceNameFor(const QByteArray &host)
{
    static const QByteArray defaultName = QByteArrayLiteral("tiw");
    const QByteArray trimmed = host.trimmed().toLower();
    if (trimmed.isEmpty() || trimmed.startsWith('[') || trimmed.count(':') > 1) {
        return defaultName; // an IPv6 address
    }
    const QByteArray name = trimmed.left(trimmed.indexOf(':') < 0 ? trimmed.size() : trimmed.indexOf(':'));
    if (name == "localhost" || !QHostAddress(QString::fromLatin1(name)).isNull()) {
        return defaultName;
    }
    return name.left(name.indexOf('.') < 0 ? name.size() : name.indexOf('.'));
}

} // namespace Api
