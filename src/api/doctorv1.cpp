// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctorclues.h"
#include "api/signerv1.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

using Cause = Core::SignatureCause;
using Core::SignatureDiagnosis;
using Parameter = std::pair<QByteArray, QByteArray>;

[[nodiscard]] QList<Parameter> splitParameters(const QByteArray &text)
{
    QList<Parameter> parameters;
    const QList<QByteArray> pieces = text.isEmpty() ? QList<QByteArray>() : text.split('&');
    for (const QByteArray &piece : pieces) {
        const qsizetype equals = piece.indexOf('=');
        parameters.append(
            {equals < 0 ? piece : piece.left(equals), equals < 0 ? QByteArray("") : piece.mid(equals + 1)});
    }
    return parameters;
}

//! As a form's reader takes it: '+' is a blank.
[[nodiscard]] QByteArray decodedValue(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

[[nodiscard]] QByteArray joined(const QList<Parameter> &parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        text += (text.isEmpty() ? "" : "&") + name + '=' + value;
    }
    return text;
}

//! A way to have signed, and the cause it stands for.
struct Attempt
{
    Cause cause;
    QByteArray text;
    Core::SecretText key;
    V1Method method;
};

class ExaminationV1
{
public:
    ExaminationV1(const PastedRequest &request, const DoctorFacts &facts)
        : m_request(request)
        , m_facts(facts)
    {
        m_sent = splitParameters(request.parametersV1());
        if (m_sent.isEmpty() && !request.textToSign.isEmpty()) {
            m_isTextOnly = true;
            m_sent = splitParameters(request.textToSign.mid(request.textToSign.indexOf("/?") + 2));
        }
        for (const auto &[name, value] : std::as_const(m_sent)) {
            if (name == "Signature") {
                m_signature = decodedValue(value);
            } else {
                // A text to sign is not encoded, and a form is.
                m_values.insert(name, m_isTextOnly ? value : decodedValue(value));
            }
        }
        readWhere();
        m_method =
            m_values.value("SignatureMethod") == "HmacSHA256" ? V1Method::HmacSha256 : V1Method::HmacSha1;
        m_right = textOf(m_httpMethod, m_host, sortedText());
    }

    [[nodiscard]] SignatureDiagnosis run()
    {
        SignatureDiagnosis result = verdict();
        result.canonicalRequest = shownText(m_right);
        return result;
    }

private:
    void readWhere()
    {
        m_host = m_request.host();
        m_httpMethod = m_request.method.toUpper();
        if (m_httpMethod.isEmpty()) {
            m_httpMethod = m_request.query.isEmpty() ? "POST" : "GET";
        }
        const QByteArray &text = m_request.textToSign;
        if (m_isTextOnly || m_host.isEmpty()) {
            const qsizetype start = text.startsWith("GET") ? 3 : 4;
            if (!text.isEmpty()) {
                m_host = text.mid(start, text.indexOf("/?") - start);
                m_httpMethod = text.left(start);
            }
        }
        if (m_host.isEmpty() && m_facts.endpoint) {
            m_host = m_facts.endpoint->hostHeader();
        }
    }

    [[nodiscard]] static QByteArray textOf(const QByteArray &method, const QByteArray &host,
                                           const QByteArray &parameters)
    {
        return method + host + "/?" + parameters;
    }

    [[nodiscard]] QByteArray sortedText() const
    {
        QList<Parameter> list;
        for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
            list.append({value.key(), value.value()});
        }
        return joined(list);
    }

    [[nodiscard]] SignatureDiagnosis fault(Cause cause, const QByteArray &found, const QByteArray &expected,
                                           const QString &subject = {}) const
    {
        SignatureDiagnosis diagnosis = diagnosisOf(m_request, cause);
        diagnosis.found = shownText(found);
        diagnosis.expected = shownText(expected);
        diagnosis.subject = subject;
        return diagnosis;
    }

    [[nodiscard]] SignatureDiagnosis verdict()
    {
        bool isNumber = false;
        const QByteArray timestamp = m_values.value("Timestamp");
        const qint64 seconds = timestamp.toLongLong(&isNumber);
        if (timestamp.isEmpty()) {
            return diagnosisOf(m_request, Cause::TimestampMissing);
        }
        constexpr qint64 year2100 = 4'102'444'800;
        if (!isNumber || seconds <= 0 || seconds > year2100) {
            return fault(Cause::TimestampMalformed, timestamp,
                         QByteArray::number(seconds > year2100 ? seconds / 1000 : 0));
        }
        if (const auto clock = checkClock(m_request, m_facts, seconds)) {
            return *clock;
        }
        if (const auto id = checkSecretId(m_request, m_facts, m_values.value("SecretId"))) {
            return *id;
        }
        if (!m_request.textToSign.isEmpty() && m_request.textToSign != m_right) {
            return textDiffers();
        }
        if (const auto signature = checkSignature()) {
            return *signature;
        }
        const auto parameter = [this](const char *name) {
            return m_values.contains(name) ? std::optional(m_values.value(name)) : std::nullopt;
        };
        if (const auto token = checkToken(m_request, m_facts, parameter("Token"))) {
            return *token;
        }
        if (const auto region =
                checkRegion(m_request, m_facts, m_host, parameter("Region"), m_values.value("Action"))) {
            return *region;
        }
        SignatureDiagnosis result = diagnosisOf(m_request, m_isProven ? Cause::Sound : Cause::Unchecked);
        result.isSignatureProven = m_isProven;
        return result;
    }

    [[nodiscard]] SignatureDiagnosis textDiffers() const
    {
        const QByteArray &text = m_request.textToSign;
        const QByteArray parameters = text.mid(text.indexOf("/?") + 2);
        Cause cause = Cause::QueryChanged;
        if (!text.startsWith(m_httpMethod)) {
            cause = Cause::MethodChanged;
        } else if (!text.startsWith(textOf(m_httpMethod, m_host, {}))) {
            cause = Cause::HostChanged;
        } else {
            QList<QByteArray> signedPieces = parameters.split('&');
            QList<QByteArray> rightPieces = sortedText().split('&');
            std::ranges::sort(signedPieces);
            std::ranges::sort(rightPieces);
            if (signedPieces == rightPieces) {
                cause = Cause::QueryOrder;
            } else if (QByteArray::fromPercentEncoding(parameters) == sortedText()) {
                cause = Cause::QueryEncoding;
            }
        }
        return fault(cause, text, m_right);
    }

    [[nodiscard]] static QByteArray sign(const QByteArray &text, const Core::SecretText &key, V1Method method)
    {
        return signedV1Text(text, key, method);
    }

    [[nodiscard]] std::optional<SignatureDiagnosis> checkSignature()
    {
        if (m_signature.isEmpty()) {
            return m_isTextOnly ? std::nullopt
                                : std::optional(diagnosisOf(m_request, Cause::AuthorizationMissing));
        }
        if (!m_facts.credential || m_facts.credential->secretKey.isEmpty() || m_host.isEmpty()) {
            return std::nullopt;
        }
        const Core::SecretText key = trimmedCredential(*m_facts.credential).secretKey;
        const QByteArray right = sign(m_right, key, m_method);
        if (m_signature == right) {
            m_isProven = true;
            return std::nullopt;
        }
        QByteArray unblanked = m_signature;
        if (unblanked.replace(' ', '+') == right) {
            return proven(fault(Cause::QueryEncoding, m_signature, unblanked, u"Signature"_s));
        }
        for (const Attempt &attempt : attempts(key)) {
            if (sign(attempt.text, attempt.key, attempt.method) == m_signature) {
                const bool isText = attempt.text != m_right;
                return proven(fault(attempt.cause, isText ? attempt.text : QByteArray(),
                                    isText ? m_right : QByteArray()));
            }
        }
        return fault(Cause::SignatureDiffers, "", "");
    }

    [[nodiscard]] static SignatureDiagnosis proven(SignatureDiagnosis diagnosis)
    {
        diagnosis.isSignatureProven = true;
        return diagnosis;
    }

    [[nodiscard]] QList<Attempt> attempts(const Core::SecretText &key) const
    {
        QList<Attempt> list;
        const auto text = [&list, &key, this](Cause cause, const QByteArray &signedText) {
            list.append({cause, signedText, key, m_method});
        };
        const QByteArray sorted = sortedText();
        text(Cause::MethodChanged, textOf(m_httpMethod == "GET" ? "POST" : "GET", m_host, sorted));
        text(Cause::PathChanged, m_httpMethod + m_host + '?' + sorted);
        text(Cause::PathChanged, m_httpMethod + m_host + "/v2/index.php?" + sorted);
        addOrders(text);
        const qsizetype colon = m_host.lastIndexOf(':');
        for (const QByteArray &host :
             {colon < 0 ? QByteArray(m_host + ":443") : m_host.left(colon),
              QByteArray("tiw.tencentcloudapi.com"), QByteArray("tiw.intl.tencentcloudapi.com")}) {
            text(Cause::HostChanged, textOf(m_httpMethod, host, sorted));
        }
        list.append({Cause::AlgorithmChanged, m_right, key,
                     m_method == V1Method::HmacSha1 ? V1Method::HmacSha256 : V1Method::HmacSha1});
        const QByteArray raw = key.bytes().toByteArray();
        const auto withKey = [&list, this](Cause cause, const QByteArray &bytes) {
            list.append({cause, m_right, Core::SecretText::fromUtf8(bytes), m_method});
        };
        for (const char *after : {"\n", " ", "\r\n", "\r", "\t", "&"}) {
            withKey(Cause::KeyBlanks, raw + after);
        }
        withKey(Cause::KeyBlanks, ' ' + raw);
        list.append({Cause::KeyBlanks, m_right, m_facts.credential->secretKey, m_method});
        withKey(Cause::KeyCase, raw.toLower());
        withKey(Cause::KeyCase, raw.toUpper());
        withKey(Cause::KeyIsSecretId, m_values.value("SecretId"));
        return list;
    }

    void addOrders(const std::function<void(Cause, const QByteArray &)> &text) const
    {
        QList<Parameter> asSent;
        QList<Parameter> encoded;
        for (const auto &[name, value] : m_sent) {
            if (name != "Signature") {
                asSent.append({name, m_values.value(name)});
            }
        }
        for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
            encoded.append({value.key(), value.value().toPercentEncoding()});
        }
        text(Cause::QueryOrder, textOf(m_httpMethod, m_host, joined(asSent)));
        text(Cause::QueryEncoding, textOf(m_httpMethod, m_host, joined(encoded)));
        QList<Parameter> folded = joinedByCase();
        text(Cause::QueryOrder, textOf(m_httpMethod, m_host, joined(folded)));
    }

    //! Sorted as dictionaries do, without regard to case.
    [[nodiscard]] QList<Parameter> joinedByCase() const
    {
        QList<Parameter> list;
        for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
            list.append({value.key(), value.value()});
        }
        std::ranges::sort(list, {}, [](const Parameter &parameter) { return parameter.first.toLower(); });
        return list;
    }

    const PastedRequest &m_request;
    const DoctorFacts &m_facts;
    QList<Parameter> m_sent; //!< in its order, as written
    V1Parameters m_values; //!< decoded, without Signature
    QByteArray m_signature;
    QByteArray m_host;
    QByteArray m_httpMethod;
    QByteArray m_right; //!< the text to sign as it should be
    V1Method m_method = V1Method::HmacSha1;
    bool m_isTextOnly = false;
    bool m_isProven = false;
};

} // namespace

SignatureDiagnosis diagnoseV1(const PastedRequest &request, const DoctorFacts &facts)
{
    return ExaminationV1(request, facts).run();
}

} // namespace Api
