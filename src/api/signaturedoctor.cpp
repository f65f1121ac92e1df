// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signaturedoctor.h"

#include "api/doctorclues.h"
#include "api/signer.h"
#include "api/signingtrial.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Cause = Core::SignatureCause;
using Core::PastedPart;
using Core::SignatureDiagnosis;
using Verdict = std::optional<SignatureDiagnosis>;

//! The parts of "TC3-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…".
struct Authorization
{
    QByteArray secretId;
    QByteArray date;
    QByteArray service;
    QByteArray scopeEnd;
    QByteArray signedHeaders;
    QByteArray signature;
};

[[nodiscard]] std::optional<Authorization> parsedAuthorization(const QByteArray &text)
{
    constexpr QByteArrayView algorithm = "TC3-HMAC-SHA256";
    if (!text.startsWith(algorithm)) {
        return std::nullopt;
    }
    Authorization result;
    QByteArray scope;
    const QList<QByteArray> fields = text.mid(algorithm.size()).split(',');
    for (const QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        const QByteArray name = field.left(std::max<qsizetype>(equals, 0)).trimmed();
        const QByteArray value = field.mid(equals + 1);
        if (name == "Credential") {
            scope = value;
        } else if (name == "SignedHeaders") {
            result.signedHeaders = value.trimmed();
        } else if (name == "Signature") {
            result.signature = value.trimmed();
        }
    }
    const QList<QByteArray> parts = scope.split('/');
    if (parts.size() != 4 || result.signedHeaders.isEmpty() || result.signature.isEmpty()) {
        return std::nullopt;
    }
    result.secretId = parts.at(0);
    result.date = parts.at(1).trimmed();
    result.service = parts.at(2).trimmed();
    result.scopeEnd = parts.at(3).trimmed();
    return result;
}

//! The lines of a canonical request, as they stand there.
struct Canonical
{
    QByteArray method;
    QByteArray path;
    QByteArray query;
    QList<QByteArray> headers;
    QByteArray signedHeaders;
    QByteArray payloadHash;
    bool hasBlankLine = false;
};

[[nodiscard]] std::optional<Canonical> parsedCanonical(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty()) {
        lines.removeLast();
    }
    constexpr qsizetype fewestLines = 5;
    if (lines.size() < fewestLines) {
        return std::nullopt;
    }
    Canonical result;
    result.method = lines.at(0);
    result.path = lines.at(1);
    result.query = lines.at(2);
    result.payloadHash = lines.takeLast();
    result.signedHeaders = lines.takeLast();
    for (qsizetype i = 3; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty()) {
            result.hasBlankLine = i + 1 == lines.size();
        } else {
            result.headers.append(lines.at(i));
        }
    }
    return result;
}

[[nodiscard]] QByteArray valueOf(const Canonical &canonical, const QByteArray &name)
{
    for (const QByteArray &line : canonical.headers) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            return line.mid(colon + 1);
        }
    }
    return {};
}

//! Sorted and percent-encoded, as TC3 wants it.
[[nodiscard]] QByteArray canonicalQuery(const QByteArray &sent)
{
    QList<QByteArray> pieces = sent.isEmpty() ? QList<QByteArray>() : sent.split('&');
    for (QByteArray &piece : pieces) {
        const qsizetype equals = piece.indexOf('=');
        const auto encoded = [](const QByteArray &part) {
            return QByteArray::fromPercentEncoding(part).toPercentEncoding();
        };
        piece = equals < 0 ? encoded(piece)
                           : QByteArray(encoded(piece.left(equals)) + '=' + encoded(piece.mid(equals + 1)));
    }
    std::ranges::sort(pieces);
    return pieces.join('&');
}

//! Examines one TC3 request, in the order of the causes.
class Examination
{
public:
    Examination(const PastedRequest &request, const DoctorFacts &facts)
        : m_request(request)
        , m_facts(facts)
        , m_canonical(parsedCanonical(request.canonicalRequest))
    {
        if (facts.credential) {
            m_credential = trimmedCredential(*facts.credential);
        }
        const QList<QByteArray> lines = request.stringToSign.split('\n');
        if (lines.size() == 4) {
            m_signedTime = lines.at(1);
            m_signedScope = lines.at(2);
            m_signedHash = lines.at(3);
        }
        m_isSent = request.parts.testFlag(PastedPart::Request);
    }

    using Check = Verdict (Examination::*)();

    [[nodiscard]] SignatureDiagnosis run()
    {
        Verdict verdict = checkAuthorization();
        for (const Check check :
             {&Examination::checkTime, &Examination::checkScope, &Examination::checkSignedTime,
              &Examination::checkSignedHeaders, &Examination::checkId, &Examination::checkContentType,
              &Examination::buildRight, &Examination::checkPath, &Examination::checkCanonical,
              &Examination::checkStringToSign, &Examination::checkSignature, &Examination::checkRest}) {
            if (verdict) {
                break;
            }
            verdict = (this->*check)();
        }
        SignatureDiagnosis result =
            verdict.value_or(diagnosisOf(m_request, m_isProven ? Cause::Sound : Cause::Unchecked));
        result.isSignatureProven = result.isSignatureProven || m_isProven;
        if (m_right) {
            result.canonicalRequest = shownText(m_right->canonicalRequest());
            result.stringToSign =
                m_right->timestamp.isEmpty() ? QString() : shownText(m_right->stringToSign());
        }
        return result;
    }

private:
    [[nodiscard]] SignatureDiagnosis fault(Cause cause, const QByteArray &found, const QByteArray &expected,
                                           const QString &subject = {}) const
    {
        SignatureDiagnosis diagnosis = diagnosisOf(m_request, cause);
        diagnosis.found = shownText(found);
        diagnosis.expected = shownText(expected);
        diagnosis.subject = subject;
        return diagnosis;
    }

    [[nodiscard]] Verdict checkAuthorization()
    {
        const std::optional<QByteArray> header = m_request.header("Authorization");
        if (!header) {
            // A canonical request or a string to sign is a step before it.
            const bool isEarlier = m_canonical || !m_signedScope.isEmpty();
            return m_isSent && !isEarlier ? Verdict(diagnosisOf(m_request, Cause::AuthorizationMissing))
                                          : std::nullopt;
        }
        m_authorization = parsedAuthorization(*header);
        return m_authorization ? std::nullopt
                               : Verdict(diagnosisOf(m_request, Cause::AuthorizationMalformed));
    }

    [[nodiscard]] Verdict checkTime()
    {
        const std::optional<QByteArray> sent = m_request.header("X-TC-Timestamp");
        if (m_isSent && !sent && m_signedTime.isEmpty() && hasTc3Headers()) {
            return diagnosisOf(m_request, Cause::TimestampMissing);
        }
        m_timestamp = sent.value_or(m_signedTime);
        if (m_timestamp.isEmpty()) {
            return std::nullopt;
        }
        bool isNumber = false;
        m_seconds = m_timestamp.toLongLong(&isNumber);
        constexpr qint64 year2100 = 4'102'444'800;
        if (!isNumber || m_seconds <= 0 || m_seconds > year2100) {
            return fault(Cause::TimestampMalformed, m_timestamp,
                         QByteArray::number(isNumber && m_seconds > year2100 ? m_seconds / 1000 : 0));
        }
        return checkClock(m_request, m_facts, m_seconds);
    }

    //! Only what names an action can be a request of this API.
    [[nodiscard]] bool hasTc3Headers() const
    {
        return m_request.header("X-TC-Action").has_value() || m_request.header("X-TC-Version").has_value();
    }

    [[nodiscard]] Verdict checkScope()
    {
        const QByteArray scope = m_authorization
            ? m_authorization->date + '/' + m_authorization->service + '/' + m_authorization->scopeEnd
            : m_signedScope;
        if (scope.isEmpty()) {
            return std::nullopt;
        }
        const QList<QByteArray> parts = scope.split('/');
        if (parts.size() != 3) {
            return fault(Cause::WrongScopeEnd, scope, utcDate(m_seconds) + "/tiw/tc3_request");
        }
        const QByteArray service = serviceNameFor(hostKnown());
        const QByteArray date = m_seconds > 0 ? utcDate(m_seconds) : parts.at(0);
        const QByteArray expected = date + '/' + service + "/tc3_request";
        if (parts.at(0) != date) {
            const bool isNear = parts.at(0) == utcDate(m_seconds, 1) || parts.at(0) == utcDate(m_seconds, -1);
            return fault(isNear ? Cause::LocalDay : Cause::WrongDay, scope, expected);
        }
        if (parts.at(1) != service) {
            return fault(Cause::WrongService, scope, expected);
        }
        if (parts.at(2) != "tc3_request") {
            return fault(Cause::WrongScopeEnd, scope, expected);
        }
        if (!m_signedScope.isEmpty() && m_signedScope != scope) {
            return fault(Cause::WrongDay, m_signedScope, scope, u"StringToSign"_s);
        }
        return std::nullopt;
    }

    [[nodiscard]] Verdict checkSignedTime()
    {
        const std::optional<QByteArray> sent = m_request.header("X-TC-Timestamp");
        return sent && !m_signedTime.isEmpty() && *sent != m_signedTime
            ? Verdict(fault(Cause::TimestampChanged, m_signedTime, *sent, u"X-TC-Timestamp"_s))
            : std::nullopt;
    }

    [[nodiscard]] Verdict checkSignedHeaders()
    {
        const QByteArray names = m_authorization ? m_authorization->signedHeaders
            : m_canonical                        ? m_canonical->signedHeaders
                                                 : QByteArray();
        if (names.isEmpty()) {
            return std::nullopt;
        }
        QList<QByteArray> list = names.toLower().split(';');
        for (const char *needed : {"content-type", "host"}) {
            if (!list.contains(needed)) {
                list.append(needed);
            }
        }
        list.removeAll(QByteArray());
        const auto isSent = [this](const QByteArray &name) {
            return name == "host" || name == "content-type" || !m_isSent
                || m_request.header(name.constData()).has_value();
        };
        list.removeIf([&isSent](const QByteArray &name) { return !isSent(name); });
        std::ranges::sort(list);
        const QByteArray expected = list.join(';');
        if (names != expected) {
            return fault(Cause::SignedHeadersWrong, names, expected);
        }
        if (m_authorization && m_canonical && m_canonical->signedHeaders != names) {
            return fault(Cause::SignedHeadersWrong, m_canonical->signedHeaders, names);
        }
        return std::nullopt;
    }

    [[nodiscard]] Verdict checkId()
    {
        return m_authorization ? checkSecretId(m_request, m_facts, m_authorization->secretId) : std::nullopt;
    }

    [[nodiscard]] Verdict checkContentType()
    {
        // curl's own type is not one that anybody meant to sign.
        const bool isMissing = m_isSent && hasTc3Headers()
            && (!m_request.header("Content-Type") || m_request.isContentTypeAdded);
        return isMissing ? Verdict(diagnosisOf(m_request, Cause::ContentTypeMissing)) : std::nullopt;
    }

    [[nodiscard]] QByteArray hostKnown() const
    {
        if (!m_request.host().isEmpty()) {
            return m_request.host();
        }
        if (m_canonical) {
            return valueOf(*m_canonical, "host").trimmed();
        }
        return m_facts.endpoint ? m_facts.endpoint->hostHeader() : QByteArray();
    }

    [[nodiscard]] QByteArray methodKnown() const
    {
        if (!m_request.method.isEmpty()) {
            return m_request.method.toUpper();
        }
        return m_canonical ? m_canonical->method.trimmed().toUpper() : QByteArray("POST");
    }

    [[nodiscard]] QByteArray payloadHashKnown(const QByteArray &method) const
    {
        if (m_request.header("X-TC-Content-SHA256") == QByteArray("UNSIGNED-PAYLOAD")) {
            return sha256Hex("UNSIGNED-PAYLOAD");
        }
        if (method == "GET") {
            return sha256Hex("");
        }
        if (m_request.body) {
            return sha256Hex(*m_request.body);
        }
        return m_canonical ? m_canonical->payloadHash.trimmed().toLower() : QByteArray();
    }

    //! The signing as it should have been, of what was sent; of what the canonical request says where that is
    //! all there is.
    [[nodiscard]] Verdict buildRight()
    {
        SigningTrial right;
        right.method = methodKnown();
        if (m_isSent) {
            right.query = right.method == "GET" ? canonicalQuery(m_request.query) : QByteArray();
        } else if (m_canonical) {
            right.query = right.method == "GET" ? canonicalQuery(m_canonical->query) : QByteArray();
        }
        right.signedHeaders = m_authorization ? m_authorization->signedHeaders
            : m_canonical                     ? m_canonical->signedHeaders
                                              : QByteArray("content-type;host");
        const QList<QByteArray> names = right.signedHeaders.split(';');
        for (const QByteArray &name : names) {
            QByteArray value = name == "host" ? hostKnown() : m_request.header(name.constData()).value_or("");
            if (value.isEmpty() && m_canonical) {
                value = valueOf(*m_canonical, name);
            }
            value = value.trimmed();
            right.headers.append({name, name == "x-tc-action" ? value.toLower() : value});
        }
        right.payloadHash = payloadHashKnown(right.method);
        right.timestamp = m_timestamp;
        right.date = m_seconds > 0 ? utcDate(m_seconds) : QByteArray();
        right.service = serviceNameFor(right.header("host"));
        if (m_credential) {
            right.secretKey = m_credential->secretKey;
        }
        const bool isWhole = !right.header("host").isEmpty() && !right.header("content-type").isEmpty()
            && !right.payloadHash.isEmpty();
        if (isWhole) {
            m_right = right;
        }
        return std::nullopt;
    }

    [[nodiscard]] Verdict checkPath()
    {
        return m_isSent && m_request.path != "/" ? Verdict(fault(Cause::PathChanged, m_request.path, "/"))
                                                 : std::nullopt;
    }

    [[nodiscard]] Verdict checkCanonical()
    {
        if (!m_canonical || !m_right) {
            return std::nullopt;
        }
        const QByteArray expected = m_right->canonicalRequest();
        const QByteArray &pasted = m_request.canonicalRequest;
        if (pasted == expected || pasted == expected + '\n') {
            return std::nullopt; // a line break at the very end comes with copying
        }
        const auto differs = [&](Cause cause, const QString &subject = {}) {
            return Verdict(fault(cause, pasted, expected, subject));
        };
        if (m_canonical->method != m_right->method) {
            return differs(Cause::MethodChanged);
        }
        if (m_canonical->path != m_right->path) {
            return differs(Cause::PathChanged);
        }
        if (m_canonical->query != m_right->query) {
            return differs(queryCause());
        }
        for (const auto &[name, value] : m_right->headers) {
            const QByteArray signedValue = valueOf(*m_canonical, name);
            if (signedValue.isNull() || signedValue.trimmed() == value) {
                continue;
            }
            return differs(name == "host"               ? Cause::HostChanged
                               : name == "content-type" ? Cause::ContentTypeChanged
                                                        : Cause::HeaderChanged,
                           QString::fromUtf8(name));
        }
        if (m_canonical->payloadHash.trimmed().toLower() != m_right->payloadHash) {
            return differs(Cause::BodyChanged);
        }
        if (m_canonical->payloadHash.trimmed() != m_right->payloadHash) {
            return differs(Cause::UpperCaseHex, u"HashedRequestPayload"_s);
        }
        return differs(Cause::CanonicalForm);
    }

    [[nodiscard]] Cause queryCause() const
    {
        QList<QByteArray> signedPieces = m_canonical->query.split('&');
        QList<QByteArray> rightPieces = m_right->query.split('&');
        std::ranges::sort(signedPieces);
        std::ranges::sort(rightPieces);
        if (signedPieces == rightPieces) {
            return Cause::QueryOrder;
        }
        return canonicalQuery(m_canonical->query) == m_right->query ? Cause::QueryEncoding
                                                                    : Cause::QueryChanged;
    }

    [[nodiscard]] Verdict checkStringToSign()
    {
        if (m_request.stringToSign.isEmpty()) {
            return std::nullopt;
        }
        if (m_signedScope.isEmpty()) {
            return fault(Cause::CanonicalForm, m_request.stringToSign,
                         m_right ? m_right->stringToSign() : QByteArray(), u"StringToSign"_s);
        }
        if (!m_right) {
            return m_signedHash != m_signedHash.toLower()
                ? Verdict(fault(Cause::UpperCaseHex, m_signedHash, m_signedHash.toLower(),
                                u"HashedCanonicalRequest"_s))
                : std::nullopt;
        }
        const QByteArray hash = sha256Hex(m_right->canonicalRequest());
        if (m_signedHash == hash) {
            return std::nullopt;
        }
        if (m_signedHash.toLower() == hash) {
            return fault(Cause::UpperCaseHex, m_request.stringToSign, m_right->stringToSign(),
                         u"HashedCanonicalRequest"_s);
        }
        // What was hashed instead can often be told.
        SigningTrial keyless = *m_right;
        const QList<SigningMistake> mistakes = knownMistakes(keyless, surroundings());
        for (const SigningMistake &mistake : mistakes) {
            SigningTrial trial = keyless;
            mistake.make(trial);
            if (sha256Hex(trial.canonicalRequest()) == m_signedHash) {
                return fault(mistake.cause, trial.canonicalRequest(), m_right->canonicalRequest(),
                             mistake.subject);
            }
        }
        return fault(Cause::CanonicalHashWrong, m_request.stringToSign, m_right->stringToSign());
    }

    [[nodiscard]] TrialSurroundings surroundings() const
    {
        TrialSurroundings known;
        known.body = m_request.body;
        known.querySent = m_isSent ? m_request.query : QByteArray();
        if (m_credential) {
            known.secretId =
                m_authorization ? m_authorization->secretId.trimmed() : m_credential->secretId.toUtf8();
            known.keyAsTyped = m_facts.credential->secretKey;
        }
        known.accountHost = m_facts.endpoint ? m_facts.endpoint->hostHeader() : QByteArray();
        return known;
    }

    [[nodiscard]] Verdict checkSignature()
    {
        if (!m_authorization) {
            return std::nullopt;
        }
        const QByteArray &sent = m_authorization->signature;
        const bool isHex = std::ranges::all_of(
            sent, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
        const bool isUpper = !isHex && sent.toLower() != sent && sent.size() == 64;
        if (!m_credential || m_credential->secretKey.isEmpty() || !m_right || m_right->timestamp.isEmpty()) {
            return isUpper ? Verdict(fault(Cause::UpperCaseHex, "", "", u"Signature"_s)) : std::nullopt;
        }
        const QByteArray signature = m_right->signature();
        if (sent == signature) {
            m_isProven = true;
            return std::nullopt;
        }
        if (sent.toLower() == signature) {
            m_isProven = true;
            return fault(Cause::UpperCaseHex, "", "", u"Signature"_s);
        }
        if (isSignatureBase64(sent, signature)) {
            m_isProven = true;
            return fault(Cause::KeyDerivation, "", "", u"Signature"_s);
        }
        return foundMistake(sent);
    }

    [[nodiscard]] static bool isSignatureBase64(const QByteArray &sent, const QByteArray &signature)
    {
        return sent == QByteArray::fromHex(signature).toBase64();
    }

    [[nodiscard]] Verdict foundMistake(const QByteArray &sent)
    {
        // Where the canonical request is known to be right, only the rest can be wrong.
        const bool isTextKnown = m_canonical.has_value() || !m_request.stringToSign.isEmpty();
        const std::optional<FoundMistake> found = findMistake(
            *m_right,
            isTextKnown ? keyMistakes(*m_right, surroundings()) : knownMistakes(*m_right, surroundings()),
            sent.toLower());
        if (!found) {
            return fault(Cause::SignatureDiffers, "", "");
        }
        m_isProven = true;
        const QByteArray signedCanonical = found->trial.canonicalRequest();
        const QByteArray rightCanonical = m_right->canonicalRequest();
        const bool isCanonical = signedCanonical != rightCanonical;
        const bool isText = found->trial.stringToSign() != m_right->stringToSign();
        SignatureDiagnosis diagnosis = isCanonical
            ? fault(found->first.cause, signedCanonical, rightCanonical, found->first.subject)
            : isText ? fault(found->first.cause, found->trial.stringToSign(), m_right->stringToSign(),
                             found->first.subject)
                     : fault(found->first.cause, "", "", found->first.subject);
        diagnosis.hasMore = found->second.has_value();
        return diagnosis;
    }

    [[nodiscard]] Verdict checkRest()
    {
        if (!m_isSent || !hasTc3Headers()) {
            return std::nullopt;
        }
        if (Verdict verdict = checkToken(m_request, m_facts, m_request.header("X-TC-Token"))) {
            return verdict;
        }
        return checkRegion(m_request, m_facts, hostKnown(), m_request.header("X-TC-Region"),
                           m_request.header("X-TC-Action").value_or(""));
    }

    const PastedRequest &m_request;
    const DoctorFacts &m_facts;
    std::optional<Canonical> m_canonical;
    std::optional<Core::Credential> m_credential;
    std::optional<Authorization> m_authorization;
    std::optional<SigningTrial> m_right;
    QByteArray m_signedTime; //!< the string to sign's lines
    QByteArray m_signedScope;
    QByteArray m_signedHash;
    QByteArray m_timestamp;
    qint64 m_seconds = 0;
    bool m_isSent = false;
    bool m_isProven = false;
};

} // namespace

SignatureDiagnosis diagnose(const PastedRequest &request, const DoctorFacts &facts)
{
    if (request.isTooLong) {
        return diagnosisOf(request, Cause::TooLong);
    }
    if (!request.parts) {
        return diagnosisOf(request, Cause::NothingRecognized);
    }
    if (request.parts.testFlag(PastedPart::VersionOne)) {
        return diagnoseV1(request, facts);
    }
    return Examination(request, facts).run();
}

SignatureDiagnosis diagnose(QByteArrayView pasted, const DoctorFacts &facts)
{
    return diagnose(readPasted(pasted), facts);
}

} // namespace Api
