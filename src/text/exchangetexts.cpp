// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/exchangetexts.h"

#include "core/journal.h"
#include "core/redaction.h"
#include "text/errorsentences.h"
#include "text/formats.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class ExchangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(Text::ExchangeTexts)
};

constexpr qsizetype longestText = 512 * 1024;

[[nodiscard]] QString plain(const QString &text)
{
    return Core::plainText(text, longestText);
}

[[nodiscard]] QString notKept()
{
    return ExchangeTexts::tr("Not kept. The exchange is whole for the last requests of this run only.");
}

[[nodiscard]] QString headerLines(const QList<Core::HeaderField> &fields)
{
    QString text;
    for (const Core::HeaderField &field : fields) {
        text += field.name + u": "_s + field.value + u'\n';
    }
    return text;
}

[[nodiscard]] QString indented(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
}

[[nodiscard]] QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

//! "Backup" is JSON within a text: for reading it is put there as what it is.
[[nodiscard]] QJsonObject withBackupDecoded(const QJsonObject &answer)
{
    QJsonObject response = answer.value("Response"_L1).toObject();
    const QJsonDocument backup = QJsonDocument::fromJson(response.value("Backup"_L1).toString().toUtf8());
    if (!backup.isObject()) {
        return answer;
    }
    response.insert("Backup"_L1, backup.object());
    QJsonObject decoded = answer;
    decoded.insert("Response"_L1, response);
    return decoded;
}

[[nodiscard]] QString milliseconds(qint64 time)
{
    return time < 0 ? ExchangeTexts::tr("not known") : ExchangeTexts::tr("%1 ms").arg(time);
}

[[nodiscard]] QString known(const QString &text)
{
    return text.isEmpty() ? ExchangeTexts::tr("not known") : plain(text);
}

[[nodiscard]] QString outcomeOf(const Core::WireExchange &exchange)
{
    if (!exchange.error) {
        return ExchangeTexts::tr("answered");
    }
    return plain(Core::codeOf(*exchange.error));
}

using Fact = std::pair<QString, QString>;

[[nodiscard]] QString factLines(const QList<Fact> &facts)
{
    QString text;
    for (const auto &[name, value] : facts) {
        text += ExchangeTexts::tr("%1: %2", "name of a field, its value").arg(name, value) + u'\n';
    }
    return text;
}

[[nodiscard]] QString endpointUrl(const Core::WireExchange &exchange)
{
    return exchange.endpoint.url.toString(QUrl::RemovePath | QUrl::RemoveUserInfo | QUrl::RemoveQuery
                                          | QUrl::RemoveFragment);
}

} // namespace

QString requestText(const Core::WireExchange &exchange, bool showsSignature)
{
    QString text = exchange.requestLine + u'\n'
        + headerLines(showsSignature ? Core::withSignature(exchange) : exchange.headers) + u'\n'
        + exchange.body;
    if (!exchange.isWhole) {
        text += (text.trimmed().isEmpty() ? QString() : u"\n\n"_s) + notKept();
    }
    return plain(text).trimmed();
}

QString signatureText(const Core::WireExchange &exchange, bool showsSignature)
{
    if (exchange.canonicalRequest.isEmpty()) {
        return notKept();
    }
    const QString sha = ExchangeTexts::tr("SHA-256: %1");
    const auto part = [&sha](const QString &name, const QString &text) {
        return QString(name + u'\n' + text + u"\n\n"_s + sha.arg(Core::sha256Hex(text)) + u"\n\n"_s);
    };
    return plain(
        part(ExchangeTexts::tr("— Canonical request —"), exchange.canonicalRequest)
        + part(ExchangeTexts::tr("— String to sign —"), exchange.stringToSign)
        + part(ExchangeTexts::tr("— Credential scope —"), exchange.credentialScope)
        + ExchangeTexts::tr("— Signature —") + u'\n'
        + (showsSignature ? QString::fromLatin1(exchange.signature) : Core::redactedMark.toString()));
}

QString answerText(const Core::WireExchange &exchange)
{
    QString text;
    if (exchange.httpStatus > 0) {
        text += ExchangeTexts::tr("HTTP status %1").arg(exchange.httpStatus) + u'\n';
    }
    text += headerLines(exchange.answerHeaders);
    if (exchange.error) {
        text += u'\n' + paragraph(explain(*exchange.error)) + u'\n';
        if (!exchange.error->detail.isEmpty()) {
            text += ExchangeTexts::tr("Technical detail: %1").arg(exchange.error->detail) + u'\n';
        }
    }
    const QJsonObject body = objectOf(exchange.answer);
    if (!body.isEmpty()) {
        text += u'\n' + indented(withBackupDecoded(body)) + u"\n\n"_s + ExchangeTexts::tr("— As it came —")
            + u'\n';
    } else if (exchange.answer.isEmpty()) {
        text +=
            u'\n' + (exchange.isWhole || exchange.error ? ExchangeTexts::tr("There is no body.") : notKept());
    }
    text += exchange.answer;
    return plain(text).trimmed();
}

QString connectionText(const Core::WireExchange &exchange)
{
    const Core::WireTimings &times = exchange.timings;
    const Core::TlsFacts &tls = exchange.tls;
    QString text = factLines({
        {ExchangeTexts::tr("Endpoint"),
         known(exchange.endpoint.url.isEmpty() ? QString() : endpointUrl(exchange))},
        {ExchangeTexts::tr("Region"), known(exchange.endpoint.region)},
        {ExchangeTexts::tr("HTTP status"),
         exchange.httpStatus > 0 ? QString::number(exchange.httpStatus) : ExchangeTexts::tr("not known")},
    });
    text += u'\n';
    if (tls.isKnown) {
        text += factLines({
            {ExchangeTexts::tr("Encryption"), known(QString(tls.protocol + u' ' + tls.cipher).trimmed())},
            {ExchangeTexts::tr("Certificate of"), known(tls.subject)},
            {ExchangeTexts::tr("Issued by"), known(tls.issuer)},
            {ExchangeTexts::tr("Valid until"), known(localDateTime(tls.validUntil))},
        });
    } else {
        const bool isPlain = exchange.isWhole && exchange.endpoint.url.scheme() == "http"_L1;
        text += factLines({{ExchangeTexts::tr("Encryption"),
                            isPlain ? ExchangeTexts::tr("none") : ExchangeTexts::tr("not known")}});
    }
    QList<Fact> moments{{ExchangeTexts::tr("Waited for its turn"), milliseconds(times.queuedMs)}};
    if (times.connectingMs < 0 && times.sentMs >= 0) {
        moments.append({ExchangeTexts::tr("Connection"), ExchangeTexts::tr("an open one was used again")});
    } else {
        moments.append({ExchangeTexts::tr("Connection begun after"), milliseconds(times.connectingMs)});
        if (tls.isKnown) {
            moments.append({ExchangeTexts::tr("Encrypted after"), milliseconds(times.securedMs)});
        }
    }
    moments += {{ExchangeTexts::tr("Sent after"), milliseconds(times.sentMs)},
                {ExchangeTexts::tr("First byte of the answer after"), milliseconds(times.firstByteMs)},
                {ExchangeTexts::tr("Done after"), milliseconds(times.doneMs)}};
    text += u'\n' + factLines(moments);
    return text.trimmed();
}

QStringList attemptRowNames()
{
    return {ExchangeTexts::tr("Time"),        ExchangeTexts::tr("Outcome"),
            ExchangeTexts::tr("HTTP status"), ExchangeTexts::tr("RequestId"),
            ExchangeTexts::tr("Signed for"),  ExchangeTexts::tr("Waited for its turn"),
            ExchangeTexts::tr("Done after")};
}

QStringList attemptColumn(const Core::WireExchange &exchange)
{
    const QString timestamp = exchange.stringToSign.section(u'\n', 1, 1);
    return {localDateTime(exchange.time),
            outcomeOf(exchange),
            exchange.httpStatus > 0 ? QString::number(exchange.httpStatus) : QString(),
            plain(exchange.requestId),
            timestamp,
            milliseconds(exchange.timings.queuedMs),
            milliseconds(exchange.timings.doneMs)};
}

QString attemptName(const Core::WireExchange &exchange)
{
    return exchange.isSignedAgain
        ? ExchangeTexts::tr("%1, signed again", "number of the attempt").arg(exchange.attempt)
        : QString::number(exchange.attempt);
}

QString supportText(const Core::WireExchange &exchange)
{
    QList<Fact> facts{
        {u"Product"_s, u"Interactive Whiteboard (tiw), API version 2019-09-19"_s},
        {u"Action"_s, exchange.action},
        {u"RequestId"_s, exchange.requestId.isEmpty() ? u"none (no answer)"_s : exchange.requestId},
        {u"Time (UTC)"_s, exchange.time.toUTC().toString(Qt::ISODate)},
        {u"Region"_s, exchange.endpoint.region},
        {u"Endpoint"_s, exchange.endpoint.display()},
        {u"SdkAppId"_s, exchange.sdkAppId.isValid() ? exchange.sdkAppId.toString() : QString()},
        {u"TaskId"_s, exchange.taskId},
        {u"HTTP status"_s, exchange.httpStatus > 0 ? QString::number(exchange.httpStatus) : QString()},
        {u"Attempt"_s, exchange.attempt > 0 ? QString::number(exchange.attempt) : QString()},
        {u"Took"_s,
         exchange.timings.doneMs >= 0 ? QString(QString::number(exchange.timings.doneMs) + u" ms"_s)
                                      : QString()},
    };
    if (exchange.error) {
        facts.append({u"Error"_s, Core::codeOf(*exchange.error)});
        facts.append({u"Message"_s, exchange.error->apiMessage.simplified()});
    }
    QString text;
    for (const auto &[name, value] : std::as_const(facts)) {
        if (!value.isEmpty()) {
            text += name + u": "_s + value + u'\n';
        }
    }
    return plain(text);
}

} // namespace Text
