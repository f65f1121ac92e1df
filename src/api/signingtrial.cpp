// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signingtrial.h"

#include "api/signer.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Cause = Core::SignatureCause;
using Trial = SigningTrial;
using Mistakes = QList<SigningMistake>;

[[nodiscard]] QByteArray mac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

[[nodiscard]] QByteArray rawKey(const Core::SecretText &key)
{
    return QByteArray::fromRawData(key.bytes().data(), key.bytes().size());
}

[[nodiscard]] QByteArray signingKeyOf(const Trial &trial)
{
    const QByteArray date = trial.keyDate.isEmpty() ? trial.date : trial.keyDate;
    const QByteArray service = trial.keyService.isEmpty() ? trial.service : trial.keyService;
    switch (trial.derivation) {
    case Trial::Derivation::Right:
        return deriveKeys(trial.secretKey, date, service).signing;
    case Trial::Derivation::WithoutEnd:
        return deriveKeys(trial.secretKey, date, service).service;
    case Trial::Derivation::WithoutPrefix:
        return mac(mac(mac(rawKey(trial.secretKey), date), service), "tc3_request");
    case Trial::Derivation::HexBetween: {
        const DerivedKeys keys = deriveKeys(trial.secretKey, date, service);
        return mac(mac(keys.date.toHex(), service).toHex(), "tc3_request").toHex();
    }
    case Trial::Derivation::KeyAlone:
        return trial.secretKey.bytes().toByteArray();
    }
    Q_UNREACHABLE();
}

void add(Mistakes &mistakes, Cause cause, const QString &subject, std::function<void(Trial &)> make)
{
    mistakes.append({cause, subject, std::move(make), true});
}

void addValues(Mistakes &mistakes, Cause cause, const QString &subject, const QByteArray &right,
               const QList<QByteArray> &values, const std::function<void(Trial &, const QByteArray &)> &set)
{
    for (const QByteArray &value : values) {
        if (value != right) {
            add(mistakes, cause, subject, [value, set](Trial &trial) { set(trial, value); });
        }
    }
}

void addHeader(Mistakes &mistakes, Cause cause, const Trial &right, const QByteArray &name,
               QList<QByteArray> values)
{
    const QByteArray value = right.header(name);
    values += {value.toLower(), value.toUpper(), QByteArray(value + ' '), QByteArray(' ' + value),
               QByteArray(value + '\r')};
    addValues(mistakes, cause, QString::fromLatin1(name), value, values,
              [name](Trial &trial, const QByteArray &wrong) { trial.setHeader(name, wrong); });
}

void addHosts(Mistakes &mistakes, const Trial &right, const TrialSurroundings &surroundings)
{
    const QByteArray host = right.header("host");
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray bare = colon < 0 ? host : host.left(colon);
    QList<QByteArray> hosts{bare,
                            bare + ":443",
                            bare + ":80",
                            "https://" + host,
                            "tiw.tencentcloudapi.com",
                            "tiw.intl.tencentcloudapi.com"};
    for (const char *region : {"guangzhou", "shanghai", "beijing", "hongkong", "singapore"}) {
        hosts.append(QByteArray("tiw.ap-") + region + ".tencentcloudapi.com");
    }
    if (!surroundings.accountHost.isEmpty()) {
        hosts.append(surroundings.accountHost);
    }
    addHeader(mistakes, Cause::HostChanged, right, "host", hosts);
}

void addQueries(Mistakes &mistakes, const Trial &right, const QByteArray &sent)
{
    const auto setQuery = [](Trial &trial, const QByteArray &query) { trial.query = query; };
    if (right.method == "GET" && !sent.isEmpty()) {
        addValues(mistakes, Cause::QueryOrder, {}, right.query, {sent}, setQuery);
        QByteArray plus = right.query;
        plus.replace("%20", "+");
        addValues(mistakes, Cause::QueryEncoding, {}, right.query,
                  {QByteArray::fromPercentEncoding(right.query), QByteArray::fromPercentEncoding(sent), plus,
                   right.query.toPercentEncoding("=&")},
                  setQuery);
    }
    addValues(mistakes, Cause::QueryChanged, {}, right.query, {QByteArray(), sent, QByteArray('?' + sent)},
              setQuery);
}

//! JSON spelled with these separators; what stands in texts is left alone.
[[nodiscard]] QByteArray respelled(const QByteArray &json, const QByteArray &afterComma,
                                   const QByteArray &afterColon)
{
    QByteArray result;
    result.reserve(json.size() + json.size() / 8);
    bool isInText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (isInText) {
            result += c;
            if (c == '\\' && i + 1 < json.size()) {
                result += json.at(++i);
            } else if (c == '"') {
                isInText = false;
            }
        } else if (c == '"') {
            isInText = true;
            result += c;
        } else if (c == ',') {
            result += c + afterComma;
        } else if (c == ':') {
            result += c + afterColon;
        } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
            result += c;
        }
    }
    return result;
}

[[nodiscard]] QByteArray withEscapes(const QByteArray &json)
{
    QByteArray result;
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text) {
        constexpr char16_t ascii = 0x80;
        if (c.unicode() < ascii) {
            result += static_cast<char>(c.unicode());
        } else {
            result += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        }
    }
    return result;
}

void addBodies(Mistakes &mistakes, const Trial &right, const std::optional<QByteArray> &sent)
{
    QList<QByteArray> bodies{"", "{}", "UNSIGNED-PAYLOAD", "null"};
    if (sent) {
        const QByteArray compact = respelled(*sent, "", "");
        const QByteArray spaced = respelled(*sent, " ", " ");
        QByteArray windows = *sent;
        windows.replace("\n", "\r\n");
        bodies += {*sent,
                   sent->trimmed(),
                   *sent + '\n',
                   *sent + "\r\n",
                   compact,
                   compact + '\n',
                   spaced,
                   respelled(*sent, "", " "),
                   withEscapes(*sent),
                   withEscapes(compact),
                   withEscapes(spaced),
                   windows,
                   sent->toPercentEncoding(),
                   '"' + *sent + '"'};
    }
    QList<QByteArray> hashes;
    for (const QByteArray &body : std::as_const(bodies)) {
        const QByteArray hash = sha256Hex(body);
        if (!hashes.contains(hash)) {
            hashes.append(hash);
        }
    }
    addValues(mistakes, Cause::BodyChanged, {}, right.payloadHash, hashes,
              [](Trial &trial, const QByteArray &hash) { trial.payloadHash = hash; });
}

void addForms(Mistakes &mistakes)
{
    add(mistakes, Cause::UpperCaseHex, u"HashedRequestPayload"_s,
        [](Trial &trial) { trial.payloadHash = trial.payloadHash.toUpper(); });
    add(mistakes, Cause::UpperCaseHex, u"HashedCanonicalRequest"_s,
        [](Trial &trial) { trial.isHashUpper = true; });
    const auto form = [&mistakes](std::function<void(Trial &)> make) {
        add(mistakes, Cause::CanonicalForm, {}, std::move(make));
    };
    form([](Trial &trial) { trial.hasBlankLine = false; });
    form([](Trial &trial) { trial.end = "\n"; });
    form([](Trial &trial) { trial.afterName = ": "; });
    form([](Trial &trial) { trial.signedHeaders += ';'; });
    form([](Trial &trial) { std::ranges::reverse(trial.headers); });
    form([](Trial &trial) {
        for (auto &[name, value] : trial.headers) {
            name = name == "host" ? "Host" : name == "content-type" ? "Content-Type" : name.toUpper();
        }
    });
}

void addTimes(Mistakes &mistakes, const Trial &right)
{
    constexpr qint64 hour = 3'600;
    const qint64 timestamp = right.timestamp.toLongLong();
    QList<qint64> offsets{-1, 1, -2, 2, -3, 3};
    for (qint64 zone = -12; zone <= 14; ++zone) {
        offsets.append(zone * hour); // local time taken for UTC
    }
    offsets.removeAll(0);
    for (const qint64 offset : std::as_const(offsets)) {
        mistakes.append(
            {Cause::TimestampChanged, u"X-TC-Timestamp"_s,
             [timestamp, offset](Trial &trial) { trial.timestamp = QByteArray::number(timestamp + offset); },
             false});
    }
    add(mistakes, Cause::TimestampChanged, u"X-TC-Timestamp"_s,
        [](Trial &trial) { trial.timestamp += "000"; });
}

//! Key material that is wiped when it goes.
void addKey(Mistakes &mistakes, Cause cause, QByteArray key, bool isCombined)
{
    const Core::SecretText secret = Core::SecretText::fromUtf8(key);
    key.fill('\0');
    mistakes.append({cause, {}, [secret](Trial &trial) { trial.secretKey = secret; }, isCombined});
}

void addCases(Mistakes &mistakes, const QByteArray &key)
{
    addKey(mistakes, Cause::KeyCase, key.toLower(), true);
    addKey(mistakes, Cause::KeyCase, key.toUpper(), true);
    constexpr qsizetype longestKey = 256;
    const auto swapped = [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A')
            : c >= 'A' && c <= 'Z'  ? static_cast<char>(c - 'A' + 'a')
                                    : c;
    };
    QByteArray all = key;
    std::ranges::transform(all, all.begin(), swapped);
    addKey(mistakes, Cause::KeyCase, all, true);
    for (qsizetype i = 0; i < std::min(key.size(), longestKey); ++i) {
        if (swapped(key.at(i)) != key.at(i)) {
            QByteArray one = key;
            one[i] = swapped(one.at(i));
            addKey(mistakes, Cause::KeyCase, one, false);
        }
    }
}

} // namespace

QByteArray sha256Hex(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result().toHex();
}

QByteArray utcDate(qint64 timestamp, int plusDays)
{
    return QDateTime::fromSecsSinceEpoch(timestamp, Qt::UTC)
        .addDays(plusDays)
        .toString(u"yyyy-MM-dd")
        .toLatin1();
}

QByteArray SigningTrial::canonicalRequest() const
{
    QByteArray text = method + '\n' + path + '\n' + query + '\n';
    for (const auto &[name, value] : headers) {
        text += name + afterName + value + '\n';
    }
    if (hasBlankLine) {
        text += '\n';
    }
    return text + signedHeaders + '\n' + payloadHash + end;
}

QByteArray SigningTrial::stringToSign() const
{
    const QByteArray hash = sha256Hex(canonicalRequest());
    return "TC3-HMAC-SHA256\n" + timestamp + '\n' + date + '/' + service + '/' + scopeEnd + '\n'
        + (isHashUpper ? hash.toUpper() : hash);
}

QByteArray SigningTrial::signature() const
{
    return signatureOf(stringToSign());
}

QByteArray SigningTrial::signatureOf(const QByteArray &stringToSign) const
{
    return mac(signingKeyOf(*this), stringToSign).toHex();
}

void SigningTrial::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &header : headers) {
        if (header.first == name) {
            header.second = value;
        }
    }
}

QByteArray SigningTrial::header(const QByteArray &name) const
{
    const auto found = std::ranges::find(headers, name, &std::pair<QByteArray, QByteArray>::first);
    return found == headers.cend() ? QByteArray() : found->second;
}

QList<SigningMistake> keyMistakes(const SigningTrial &right, const TrialSurroundings &surroundings)
{
    Mistakes mistakes;
    const QByteArray key = rawKey(right.secretKey);
    if (!surroundings.keyAsTyped.isEmpty() && !(surroundings.keyAsTyped == right.secretKey)) {
        addKey(mistakes, Cause::KeyBlanks, surroundings.keyAsTyped.bytes().toByteArray(), true);
    }
    for (const char *after : {"\n", " ", "\r\n", "\r", "\t", "\"", ","}) {
        addKey(mistakes, Cause::KeyBlanks, key + after, true);
    }
    for (const char *before : {" ", "\n", "\t"}) {
        addKey(mistakes, Cause::KeyBlanks, before + key, true);
    }
    addKey(mistakes, Cause::KeyBlanks, '"' + key + '"', true);
    addCases(mistakes, key);
    if (!surroundings.secretId.isEmpty()) {
        addKey(mistakes, Cause::KeyIsSecretId, surroundings.secretId, true);
    }
    const auto derive = [&mistakes](std::function<void(Trial &)> make) {
        add(mistakes, Cause::KeyDerivation, {}, std::move(make));
    };
    for (const auto wrong : {Trial::Derivation::WithoutPrefix, Trial::Derivation::HexBetween,
                             Trial::Derivation::WithoutEnd, Trial::Derivation::KeyAlone}) {
        derive([wrong](Trial &trial) { trial.derivation = wrong; });
    }
    for (const int days : {-1, 1}) {
        const QByteArray date = utcDate(right.timestamp.toLongLong(), days);
        derive([date](Trial &trial) { trial.keyDate = date; });
    }
    for (const char *service : {"tiw", "cvm", "tc3_request", "127"}) {
        if (right.service != service) {
            derive([service](Trial &trial) { trial.keyService = service; });
        }
    }
    return mistakes;
}

QList<SigningMistake> knownMistakes(const SigningTrial &right, const TrialSurroundings &surroundings)
{
    Mistakes mistakes;
    addTimes(mistakes, right);
    addValues(mistakes, Cause::MethodChanged, {}, right.method,
              {"GET", "POST", QByteArray("Post"), QByteArray("post"), QByteArray("get")},
              [](Trial &trial, const QByteArray &method) { trial.method = method; });
    addValues(mistakes, Cause::PathChanged, {}, right.path, {QByteArray(), QByteArray("/v2/index.php")},
              [](Trial &trial, const QByteArray &path) { trial.path = path; });
    addQueries(mistakes, right, surroundings.querySent);
    addHeader(mistakes, Cause::ContentTypeChanged, right, "content-type",
              {"application/json", "application/json; charset=utf-8", "application/json;charset=utf-8",
               "application/json; charset=UTF-8", "application/json;charset=UTF-8",
               "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8",
               "application/x-www-form-urlencoded;charset=UTF-8", "text/plain", "text/plain;charset=UTF-8",
               "application/octet-stream", ""});
    addHosts(mistakes, right, surroundings);
    for (const auto &[name, value] : right.headers) {
        if (name != "host" && name != "content-type") {
            addHeader(mistakes, Cause::HeaderChanged, right, name, {});
        }
    }
    addBodies(mistakes, right, surroundings.body);
    addForms(mistakes);
    mistakes += keyMistakes(right, surroundings);
    return mistakes;
}

std::optional<FoundMistake> findMistake(const SigningTrial &right, const QList<SigningMistake> &mistakes,
                                        const QByteArray &signature)
{
    for (const SigningMistake &mistake : mistakes) {
        SigningTrial trial = right;
        mistake.make(trial);
        if (trial.signature() == signature) {
            return FoundMistake{mistake, std::nullopt, trial};
        }
    }
    for (auto first = mistakes.cbegin(); first != mistakes.cend(); ++first) {
        if (!first->isCombined) {
            continue;
        }
        SigningTrial one = right;
        first->make(one);
        for (auto second = first + 1; second != mistakes.cend(); ++second) {
            if (!second->isCombined || second->cause == first->cause) {
                continue;
            }
            SigningTrial both = one;
            second->make(both);
            if (both.signature() == signature) {
                return FoundMistake{*first, *second, both};
            }
        }
    }
    return std::nullopt;
}

} // namespace Api
