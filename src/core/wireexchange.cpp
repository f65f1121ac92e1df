// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wireexchange.h"

#include "core/credential.h"
#include "core/redaction.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr auto signatureMark = "Signature="_L1;
constexpr auto credentialMark = "Credential="_L1;

[[nodiscard]] qsizetype charactersOf(const QList<HeaderField> &fields)
{
    qsizetype count = 0;
    for (const HeaderField &field : fields) {
        count += field.name.size() + field.value.size();
    }
    return count;
}

} // namespace

qsizetype WireExchange::byteSize() const
{
    const qsizetype characters = charactersOf(headers) + charactersOf(answerHeaders) + body.size()
        + answer.size() + canonicalRequest.size() + stringToSign.size();
    return static_cast<qsizetype>(sizeof(WireExchange)) + characters * static_cast<qsizetype>(sizeof(QChar));
}

QList<HeaderField> withSignature(const WireExchange &exchange)
{
    QList<HeaderField> fields = exchange.headers;
    if (exchange.signature.isEmpty()) {
        return fields;
    }
    for (HeaderField &field : fields) {
        if (field.name.compare("Authorization"_L1, Qt::CaseInsensitive) == 0) {
            field.value.replace(QString(signatureMark + redactedMark),
                                QString(signatureMark + QString::fromLatin1(exchange.signature)));
        }
    }
    return fields;
}

QString maskedAuthorization(const QString &value)
{
    QString text = value;
    const qsizetype signature = text.indexOf(signatureMark);
    if (signature < 0) {
        return redactedMark.toString(); // in no form we know: anything may be in it
    }
    text.truncate(signature + signatureMark.size());
    text += redactedMark;
    const qsizetype credential = text.indexOf(credentialMark);
    const qsizetype slash = credential < 0 ? -1 : text.indexOf(u'/', credential);
    if (slash > 0) {
        const qsizetype start = credential + credentialMark.size();
        text.replace(start, slash - start, maskedSecretId(text.mid(start, slash - start)));
    }
    return text;
}

QString sha256Hex(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace Core
