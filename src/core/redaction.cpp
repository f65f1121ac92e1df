// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include "core/wipe.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <list>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr std::array secretFields{
    "pushusersig"_L1,     "usersig"_L1,       "callbackkey"_L1,  "privatemapkey"_L1,
    "secretkey"_L1,       "token"_L1,         "sign"_L1,         "signature"_L1,
    "password"_L1,        "authorization"_L1, "x-tc-token"_L1,   "secret_key"_L1,
    "secretaccesskey"_L1, "recordusersig"_L1, "adminusersig"_L1, "skey"_L1,
};

// JSON in a text in JSON…: deeper than anyone writes it, a hostile answer would exhaust the stack.
constexpr int deepestText = 4;

//! Secrets that others may quote, as texts.
class KnownSecrets
{
public:
    KnownSecrets() = default;
    explicit KnownSecrets(const QList<SecretText> &secrets)
    {
        for (const SecretText &secret : secrets) {
            if (!secret.isEmpty()) {
                m_texts.emplace_back(secret);
            }
        }
        // One may be the beginning of another, whose rest would stay.
        m_texts.sort(
            [](const SecretString &a, const SecretString &b) { return a.text().size() > b.text().size(); });
    }

    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }
    [[nodiscard]] QString takenOutOf(QString text) const
    {
        for (const SecretString &secret : m_texts) {
            text.replace(secret.text(), redactedMark.toString());
        }
        return text;
    }

private:
    std::list<SecretString> m_texts; // which cannot be moved
};

//! What is taken out of JSON.
struct Wanted
{
    bool hidesFields = true; //!< the values of secret fields
    KnownSecrets known = {}; //!< wherever they stand
};

[[nodiscard]] qsizetype membersRead(const QJsonValue &value)
{
    qsizetype count = 0;
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        for (const auto &element : elements) {
            count += membersRead(element);
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const auto &member : object) {
            count += 1 + membersRead(member);
        }
    }
    return count;
}

//! Whether all that stands in a JSON text was read: of members with the same name only the last one is, and
//! what was passed over may be a secret.
[[nodiscard]] bool isWhollyRead(const QByteArray &json, const QJsonValue &read)
{
    qsizetype members = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (isInString && c == '\\') {
            ++i;
        } else if (c == '"') {
            isInString = !isInString;
        } else if (!isInString && c == ':') {
            ++members;
        }
    }
    return members == membersRead(read);
}

[[nodiscard]] QJsonObject redactedAt(const QJsonObject &object, const Wanted &wanted, int textDepth = 0);

[[nodiscard]] QJsonValue redactedValue(const QJsonValue &value, const Wanted &wanted, int textDepth);

//! A text that may be JSON; what is not stays as it is.
[[nodiscard]] QString redactedText(const QString &text, const Wanted &wanted, int textDepth)
{
    const QByteArray json = text.toUtf8();
    const QJsonDocument inner = QJsonDocument::fromJson(json);
    if (inner.isNull()) {
        return text;
    }
    if (textDepth == deepestText) {
        return redactedMark.toString();
    }
    const QJsonValue whole = inner.isArray() ? QJsonValue(inner.array()) : QJsonValue(inner.object());
    const QJsonValue clean = redactedValue(whole, wanted, textDepth + 1);
    if (clean == whole && isWhollyRead(json, whole)) {
        return text;
    }
    const QJsonDocument document =
        clean.isArray() ? QJsonDocument(clean.toArray()) : QJsonDocument(clean.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

[[nodiscard]] QJsonValue redactedValue(const QJsonValue &value, const Wanted &wanted, int textDepth)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return redactedAt(value.toObject(), wanted, textDepth);
    case QJsonValue::Array: {
        QJsonArray array;
        const QJsonArray elements = value.toArray();
        for (const auto &element : elements) {
            array.append(redactedValue(element, wanted, textDepth));
        }
        return array;
    }
    case QJsonValue::String: {
        // Backup, InitParam and their like carry JSON as text.
        const QString text = wanted.known.takenOutOf(value.toString());
        const QStringView begin = QStringView(text).trimmed();
        if (begin.startsWith(u'{') || begin.startsWith(u'[')) {
            return redactedText(text, wanted, textDepth);
        }
        return text;
    }
    default:
        return value;
    }
}

QJsonObject redactedAt(const QJsonObject &object, const Wanted &wanted, int textDepth)
{
    QJsonObject clean;
    for (auto field = object.begin(); field != object.end(); ++field) {
        const bool hidesValue = wanted.hidesFields && isSecretField(field.key())
            && !(field->isString() && field->toString().isEmpty());
        clean.insert(wanted.known.takenOutOf(field.key()),
                     hidesValue ? QJsonValue(redactedMark.toString())
                                : redactedValue(field.value(), wanted, textDepth));
    }
    return clean;
}

} // namespace

bool isSecretField(const QString &name)
{
    return std::ranges::any_of(secretFields, [&name](QLatin1StringView secret) {
        return name.compare(secret, Qt::CaseInsensitive) == 0;
    });
}

QJsonObject redacted(const QJsonObject &object)
{
    return redactedAt(object, {});
}

QString redactedBody(const QByteArray &body)
{
    if (body.isEmpty()) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return QString(u"(%1 bytes, not a JSON object)"_s).arg(body.size());
    }
    QString text =
        QString::fromUtf8(QJsonDocument(redacted(document.object())).toJson(QJsonDocument::Compact));
    if (text.size() > longestKeptText) {
        text.truncate(longestKeptText);
        text += u'…';
    }
    return text;
}

QString shownBody(const QByteArray &body, qsizetype longest)
{
    if (body.isEmpty() || body.size() > longest) {
        return redactedBody(body);
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return redactedBody(body);
    }
    const QJsonObject clean = redacted(document.object());
    const bool isHarmless = clean == document.object() && isWhollyRead(body, clean);
    return QString::fromUtf8(isHarmless ? body : QJsonDocument(clean).toJson(QJsonDocument::Compact));
}

QString withoutSecrets(QString text, const QList<SecretText> &secrets)
{
    return KnownSecrets(secrets).takenOutOf(std::move(text));
}

QByteArray bodyWithoutSecrets(const QByteArray &body, const QList<SecretText> &secrets)
{
    const Wanted wanted{false, KnownSecrets(secrets)};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (wanted.known.isEmpty() || !document.isObject()) {
        return body;
    }
    const QJsonObject clean = redactedAt(document.object(), wanted);
    const bool isHarmless = clean == document.object() && isWhollyRead(body, clean);
    return isHarmless ? body : QJsonDocument(clean).toJson(QJsonDocument::Compact);
}

} // namespace Core
