// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/requestcheck.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(0) == value.toInteger(1);
}

[[nodiscard]] bool hasType(const QJsonValue &value, FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return isWhole(value);
    case FieldType::Unsigned:
        return isWhole(value) && value.toInteger() >= 0;
    case FieldType::Number:
        return value.isDouble();
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Text:
        return value.isString();
    case FieldType::Object:
        return value.isObject();
    }
    return false;
}

[[nodiscard]] bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return (text.startsWith("http://"_L1) || text.startsWith("https://"_L1)) && url.isValid()
        && !url.host().isEmpty();
}

[[nodiscard]] bool hasFormat(const QString &text, TextFormat format)
{
    switch (format) {
    case TextFormat::Free:
        return true;
    case TextFormat::Date:
        return QDate::fromString(text, u"yyyy-MM-dd"_s).isValid();
    case TextFormat::DateTime:
        return QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s).isValid();
    case TextFormat::IsoDateTime:
        return text.contains(u'T') && QDateTime::fromString(text, Qt::ISODate).isValid();
    case TextFormat::Json: {
        QJsonParseError parsing;
        QJsonDocument::fromJson(text.toUtf8(), &parsing);
        return text.isEmpty() || parsing.error == QJsonParseError::NoError;
    }
    case TextFormat::Url:
        return isWebAddress(text);
    case TextFormat::CallbackUrl:
        return text.isEmpty() || isWebAddress(text);
    }
    return false;
}

//! Walks values beside their declarations.
class Check
{
public:
    enum class Side { Request, Answer };

    Check(const Catalogue &catalogue, Core::Edition edition, Side side)
        : m_catalogue(catalogue)
        , m_edition(edition)
        , m_side(side)
    {
    }

    void object(const QList<Field> &fields, const QJsonObject &values, const QString &prefix)
    {
        for (const Field &field : fields) {
            const QJsonValue value = values.value(field.name);
            if (!field.existsIn(m_edition)) {
                continue;
            }
            if (value.isUndefined() || value.isNull()) {
                if (field.isRequired && m_side == Side::Request) {
                    add(FaultKind::Missing, QString(prefix + field.name));
                }
                continue;
            }
            listOrValue(field, value, QString(prefix + field.name));
        }
        for (auto value = values.begin(); value != values.end() && m_side == Side::Request; ++value) {
            const Field *field = findField(fields, value.key());
            if (!field || !field->existsIn(m_edition)) {
                add(FaultKind::Unknown, QString(prefix + value.key()));
            }
        }
    }

    [[nodiscard]] const QList<FieldFault> &faults() const { return m_faults; }

private:
    void add(FaultKind kind, const QString &path, qint64 limit = 0, TextFormat format = TextFormat::Free)
    {
        m_faults.append({kind, path, limit, format});
    }

    void listOrValue(const Field &field, const QJsonValue &value, const QString &path)
    {
        if (!field.isList) {
            single(field, value, path);
            return;
        }
        if (!value.isArray()) {
            add(FaultKind::WrongType, path);
            return;
        }
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            single(field, items.at(i), QString(path + u'[' + QString::number(i) + u']'));
        }
    }

    void single(const Field &field, const QJsonValue &value, const QString &path)
    {
        if (!hasType(value, field.type)) {
            add(FaultKind::WrongType, path);
        } else if (field.type == FieldType::Object) {
            object(m_catalogue.fieldsOf(field), value.toObject(), QString(path + u'.'));
        } else if (m_side == Side::Request) {
            limits(field, value, path);
        }
    }

    void limits(const Field &field, const QJsonValue &value, const QString &path)
    {
        if (field.minimum && value.toInteger() < *field.minimum) {
            add(FaultKind::TooSmall, path, *field.minimum);
        }
        if (field.maximum && value.toInteger() > *field.maximum) {
            add(FaultKind::TooLarge, path, *field.maximum);
        }
        const auto isThis = [&value](const FieldValue &documented) { return documented.value == value; };
        if (!field.values.isEmpty() && !field.hasOpenValues && std::ranges::none_of(field.values, isThis)) {
            add(FaultKind::NotAllowed, path);
        }
        if (value.isString()) {
            text(field, value.toString(), path);
        }
    }

    void text(const Field &field, const QString &value, const QString &path)
    {
        if (field.maxLength && value.toUcs4().size() > *field.maxLength) {
            add(FaultKind::TooLong, path, *field.maxLength);
        }
        if (field.maxBytes && value.toUtf8().size() > *field.maxBytes) {
            add(FaultKind::TooManyBytes, path, *field.maxBytes);
        }
        if (!field.pattern.isEmpty() && !QRegularExpression(field.pattern).match(value).hasMatch()) {
            add(FaultKind::WrongPattern, path);
        }
        if (!hasFormat(value, field.format)) {
            add(FaultKind::WrongFormat, path, 0, field.format);
        }
    }

    const Catalogue &m_catalogue;
    Core::Edition m_edition;
    Side m_side;
    QList<FieldFault> m_faults;
};

[[nodiscard]] QString placeholder(const Field &field)
{
    return QString(u'<' + field.name + u'>');
}

//! Undefined means: leave it out.
using Replacement = std::function<QJsonValue(const Field &)>;

[[nodiscard]] QJsonObject replaced(const Catalogue &catalogue, const QList<Field> &fields,
                                   const QJsonObject &values, const Replacement &replacement)
{
    QJsonObject result = values;
    for (const Field &field : fields) {
        const QJsonValue value = values.value(field.name);
        if (value.isUndefined()) {
            continue;
        }
        if (field.isSensitive) {
            result.insert(field.name, replacement(field)); // undefined removes it
        } else if (value.isObject()) {
            result.insert(field.name,
                          replaced(catalogue, catalogue.fieldsOf(field), value.toObject(), replacement));
        } else if (value.isArray()) {
            QJsonArray items = value.toArray();
            for (auto item = items.begin(); item != items.end(); ++item) {
                if (item->isObject()) {
                    *item = replaced(catalogue, catalogue.fieldsOf(field), item->toObject(), replacement);
                }
            }
            result.insert(field.name, items);
        }
    }
    return result;
}

} // namespace

QList<FieldFault> checkRequest(const Catalogue &catalogue, const Action &action, Core::Edition edition,
                               const QJsonObject &values)
{
    Check check(catalogue, edition, Check::Side::Request);
    check.object(action.request, values, {});
    return check.faults();
}

QList<FieldFault> checkAnswer(const Catalogue &catalogue, const Action &action, Core::Edition edition,
                              const QJsonObject &answer)
{
    Check check(catalogue, edition, Check::Side::Answer);
    check.object(action.response, answer, {});
    return check.faults();
}

QJsonObject withoutBlanks(const Catalogue &catalogue, const QList<Field> &fields, const QJsonObject &values)
{
    QJsonObject result;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const Field *const field = findField(fields, value.key());
        if (value->isObject()) {
            const QJsonObject inner = withoutBlanks(
                catalogue, field ? catalogue.fieldsOf(*field) : QList<Field>(), value->toObject());
            if (!inner.isEmpty() || (field && field->isRequired)) {
                result.insert(value.key(), inner);
            }
        } else if (!value->isNull()) {
            result.insert(value.key(), *value);
        }
    }
    return result;
}

QJsonObject withoutSecrets(const Catalogue &catalogue, const QList<Field> &fields, const QJsonObject &values)
{
    return replaced(catalogue, fields, values,
                    [](const Field &) { return QJsonValue(QJsonValue::Undefined); });
}

QJsonObject withPlaceholders(const Catalogue &catalogue, const QList<Field> &fields,
                             const QJsonObject &values)
{
    return replaced(catalogue, fields, values,
                    [](const Field &field) { return QJsonValue(placeholder(field)); });
}

QJsonObject withoutPlaceholders(const Catalogue &catalogue, const QList<Field> &fields,
                                const QJsonObject &values, const QJsonObject &known)
{
    QJsonObject result = values;
    for (const Field &field : fields) {
        const QJsonValue value = values.value(field.name);
        if (field.isSensitive) {
            if (value.toString() == placeholder(field)) {
                result.insert(field.name, known.value(field.name)); // undefined removes it
            }
        } else if (value.isObject()) {
            result.insert(field.name,
                          withoutPlaceholders(catalogue, catalogue.fieldsOf(field), value.toObject(),
                                              known.value(field.name).toObject()));
        } else if (value.isArray()) {
            QJsonArray items = value.toArray();
            const QJsonArray knownItems = known.value(field.name).toArray();
            for (qsizetype i = 0; i < items.size(); ++i) {
                if (items.at(i).isObject()) {
                    items[i] = withoutPlaceholders(catalogue, catalogue.fieldsOf(field),
                                                   items.at(i).toObject(), knownItems.at(i).toObject());
                }
            }
            result.insert(field.name, items);
        }
    }
    return result;
}

Core::Result<QJsonObject> parseParameters(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return QJsonObject();
    }
    const QByteArray json = text.toUtf8();
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    const auto fault = [&json](qsizetype offset, const QString &what) {
        const QByteArray before = json.left(offset);
        const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
        return Core::failure(Core::Error::invalidInput(QString(QString::number(before.count('\n') + 1) + u':'
                                                               + QString::number(column) + u": "_s + what)));
    };
    if (parsing.error != QJsonParseError::NoError) {
        return fault(parsing.offset, parsing.errorString());
    }
    if (!document.isObject()) {
        return fault(0, u"not an object"_s);
    }
    return document.object();
}

} // namespace Explorer
