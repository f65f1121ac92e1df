// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctorclues.h"

#include "api/answer.h"
#include "api/signedcall.h"
#include "core/redaction.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Cause = Core::SignatureCause;
using Core::SignatureDiagnosis;

constexpr qint64 clockTolerance = 300; // seconds, the service's
constexpr qsizetype longestShown = 8'000;

[[nodiscard]] std::optional<qint64> serviceTime(const PastedRequest &request, qint64 timestamp)
{
    if (const std::optional<QDateTime> date = parseHttpDate(request.answerDate)) {
        return date->toSecsSinceEpoch();
    }
    return quotedServerTime(request.errorMessage, timestamp);
}

} // namespace

SignatureDiagnosis diagnosisOf(const PastedRequest &request, Cause cause)
{
    SignatureDiagnosis diagnosis;
    diagnosis.cause = cause;
    diagnosis.parts = request.parts;
    diagnosis.errorCode = Core::plainText(request.errorCode, 128);
    return diagnosis;
}

QString shownText(const QByteArray &text)
{
    // Parameters are the only place where a text that is signed can hold a secret.
    QByteArray shown;
    const QByteArray head = text.left(4 * longestShown);
    for (qsizetype at = 0; at < head.size();) {
        const auto isBreak = [](char c) { return c == '&' || c == '?' || c == '\n'; };
        qsizetype end = at;
        while (end < head.size() && !isBreak(head.at(end))) {
            ++end;
        }
        const QByteArray piece = head.mid(at, end - at);
        const qsizetype equals = piece.indexOf('=');
        const QByteArray name = piece.left(equals);
        const QByteArray last = name.mid(name.lastIndexOf('.') + 1);
        if (equals > 0 && last == "SecretId") {
            shown += name + '=' + Core::maskedSecretId(QString::fromUtf8(piece.mid(equals + 1))).toUtf8();
        } else if (equals > 0 && Core::isSecretField(QString::fromUtf8(last))) {
            shown += name + '=' + Core::redactedMark.toUtf8();
        } else {
            shown += piece;
        }
        if (end < head.size()) {
            shown += head.at(end);
        }
        at = end + 1;
    }
    return Core::visibleText(shown, longestShown);
}

Core::Credential trimmedCredential(const Core::Credential &credential)
{
    return {credential.secretId.trimmed(), Core::SecretText::fromUtf8(credential.secretKey.bytes().trimmed()),
            Core::SecretText::fromUtf8(credential.token.bytes().trimmed())};
}

std::optional<SignatureDiagnosis> checkClock(const PastedRequest &request, const DoctorFacts &facts,
                                             qint64 timestamp)
{
    const std::optional<qint64> service = serviceTime(request, timestamp);
    const bool isExpired = request.errorCode == "AuthFailure.SignatureExpire"_L1;
    if (!service && !isExpired) {
        return std::nullopt; // the paste may be old: that says nothing of the day it was sent
    }
    const qint64 reference = service ? *service : facts.now.toSecsSinceEpoch();
    const qint64 offset = timestamp - reference;
    if (std::abs(offset) <= clockTolerance) {
        return std::nullopt;
    }
    SignatureDiagnosis diagnosis = diagnosisOf(request, Cause::ClockOff);
    diagnosis.offsetSeconds = offset;
    diagnosis.isByOwnClock = !service;
    const auto utc = [](qint64 seconds) {
        return QString(QString::number(seconds) + u"  "_s
                       + QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate));
    };
    diagnosis.found = utc(timestamp);
    diagnosis.expected = utc(reference);
    return diagnosis;
}

std::optional<SignatureDiagnosis> checkSecretId(const PastedRequest &request, const DoctorFacts &facts,
                                                const QByteArray &secretId)
{
    if (secretId != secretId.trimmed() || secretId.contains(' ')) {
        return diagnosisOf(request, Cause::SecretIdBlanks);
    }
    if (!facts.credential || facts.credential->secretId.isEmpty()) {
        return std::nullopt;
    }
    const QString known = facts.credential->secretId.trimmed();
    const QString sent = QString::fromUtf8(secretId);
    if (sent == known) {
        return std::nullopt;
    }
    const bool isCase = sent.compare(known, Qt::CaseInsensitive) == 0;
    SignatureDiagnosis diagnosis =
        diagnosisOf(request, isCase ? Cause::SecretIdBlanks : Cause::SecretIdOther);
    diagnosis.found = Core::maskedSecretId(sent);
    diagnosis.expected = Core::maskedSecretId(known);
    return diagnosis;
}

std::optional<SignatureDiagnosis> checkToken(const PastedRequest &request, const DoctorFacts &facts,
                                             const std::optional<QByteArray> &token)
{
    const bool hasToken = token && !token->trimmed().isEmpty();
    const bool needsToken = facts.credential && !facts.credential->token.isEmpty();
    const bool isRefused = request.errorCode == "AuthFailure.TokenFailure"_L1;
    if (!hasToken && (needsToken || isRefused)) {
        return diagnosisOf(request, Cause::TokenMissing);
    }
    if (hasToken && needsToken && token->trimmed() != facts.credential->token.bytes().trimmed()) {
        return diagnosisOf(request, Cause::TokenOther);
    }
    return std::nullopt;
}

std::optional<SignatureDiagnosis> checkRegion(const PastedRequest &request, const DoctorFacts &facts,
                                              const QByteArray &host, const std::optional<QByteArray> &region,
                                              const QByteArray &action)
{
    const auto differs = [&request](Cause cause, const QByteArray &found, const QByteArray &expected) {
        SignatureDiagnosis diagnosis = diagnosisOf(request, cause);
        diagnosis.found = Core::visibleText(found);
        diagnosis.expected = Core::visibleText(expected);
        return diagnosis;
    };
    constexpr QByteArrayView anyEdition = ".tencentcloudapi.com";
    const bool isInternational = host.endsWith(".intl.tencentcloudapi.com");
    const bool isOfService = host.endsWith(anyEdition);
    // A regional access point of the name without "intl" serves both: only the two names of the whole service
    // tell the edition.
    const bool tellsEdition = isInternational || host == "tiw.tencentcloudapi.com";
    if (facts.endpoint && tellsEdition) {
        const bool isAccountInternational = facts.endpoint->edition == Core::Edition::International;
        if (isAccountInternational != isInternational && facts.endpoint->hostHeader().endsWith(anyEdition)) {
            return differs(Cause::WrongEdition, host, facts.endpoint->hostHeader());
        }
    }
    const bool isTiw = host.startsWith("tiw.") || !isOfService;
    if (!isTiw) {
        return std::nullopt;
    }
    if (!region || region->isEmpty()) {
        return diagnosisOf(request, Cause::RegionMissing);
    }
    QByteArray expected;
    if (facts.endpoint) {
        expected = facts.endpoint->region.toUtf8();
    } else if (tellsEdition && action != "DescribeTIWDailyUsage") {
        expected = isInternational ? "ap-singapore" : "ap-guangzhou";
    }
    const bool isRefused = request.errorCode == "UnsupportedRegion"_L1;
    // Without a refusal only the other edition's region is known to be wrong.
    const bool isOtherEditions =
        tellsEdition && *region == (isInternational ? "ap-guangzhou" : "ap-singapore");
    if (!expected.isEmpty() && *region != expected && (isRefused || isOtherEditions || facts.endpoint)) {
        return differs(Cause::WrongRegion, *region, expected);
    }
    return std::nullopt;
}

} // namespace Api
