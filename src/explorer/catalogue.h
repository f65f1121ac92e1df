// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! What the service can be asked, as data: actions, their fields, answers and errors. Pure values.
namespace Explorer {

//! A text in the languages of the catalogue.
struct Words
{
    QString english;
    QString simplifiedChinese;

    //! \a language is a locale's name ("zh_CN", "zh", "en_GB"); every language but Chinese reads English.
    [[nodiscard]] const QString &in(QStringView language) const;
};

enum class FieldType {
    Integer, //!< 64 bits, signed
    Unsigned, //!< 64 bits, never negative
    Number,
    Boolean,
    Text,
    Object, //!< of the type that Field::object names
};

//! A value that a field is documented to take.
struct FieldValue
{
    QJsonValue value;
    Words description;
};

//! What a text or a list of texts holds beyond being text.
enum class TextFormat {
    Free,
    Date, //!< 2026-01-31
    DateTime, //!< 2026-01-31 12:00:00
    IsoDateTime, //!< 2026-01-31T12:00:00+08:00
    Json, //!< a JSON text inside the text, or nothing
    Url,
    CallbackUrl, //!< http or https, or nothing, which removes the setting
};

//! A field of a request, an answer or an object.
struct Field
{
    QString name;
    FieldType type = FieldType::Text;
    QString object; //!< for FieldType::Object
    bool isList = false;
    bool isRequired = false;
    bool isNullable = false; //!< an answer may hold null
    bool isSensitive = false; //!< never kept, logged or shown unasked
    QList<Core::Edition> editions; //!< where it exists, if not wherever its action or object does
    std::optional<qint64> minimum;
    std::optional<qint64> maximum;
    std::optional<qint64> maxLength; //!< in characters
    std::optional<qint64> maxBytes; //!< in UTF-8
    QString pattern; //!< a regular expression that the text has to match; empty for any
    TextFormat format = TextFormat::Free;
    QJsonValue defaultValue = QJsonValue(QJsonValue::Undefined); //!< what the service takes if it is absent
    QList<FieldValue> values; //!< the documented ones; empty for any
    bool hasOpenValues = false; //!< others than `values` may occur
    Words description;

    [[nodiscard]] bool existsIn(Core::Edition edition) const;
};

//! A nested structure.
struct ObjectType
{
    QString name;
    QList<Field> fields;
};

struct ErrorCode
{
    QString code;
    Words description;
};

//! What an action does to the account.
enum class ActionKind {
    Reads,
    Changes, //!< settings or the state of a task
    Starts, //!< begins something that may cost money; not to be repeated blindly
    Stops,
};

//! An action of the service.
struct Action
{
    QString name; //!< X-TC-Action
    QString group; //!< "push", "recording", "transcode", "snapshot", "account", "usage" or "quality"
    ActionKind kind = ActionKind::Reads;
    QList<Core::Edition> editions;
    Words description;
    std::optional<int> rateLimit; //!< requests a second, where it is documented
    QList<Words> notes;
    QList<Field> request;
    QList<Field> response;
    QStringList errors; //!< its own; the service's common codes may come too
    QJsonObject exampleRequest;
    QJsonObject exampleResponse; //!< the inside of Response

    [[nodiscard]] bool existsIn(Core::Edition edition) const { return editions.contains(edition); }
    [[nodiscard]] bool changesSomething() const { return kind != ActionKind::Reads; }
};

//! Where the catalogue's facts were taken from.
struct Definitions
{
    Core::Edition edition = Core::Edition::International;
    QString repository;
    QString commit;
};

//! All that is known of the service. Made by parseCatalogue(), which checks it.
struct Catalogue
{
    QString service; //!< "tiw"
    QString version; //!< "2019-09-19"
    QList<Definitions> definitions;
    QList<ErrorCode> errors;
    QList<ObjectType> objects;
    QList<Action> actions; //!< in reading order

    //! Null if there is none of this name.
    [[nodiscard]] const Action *findAction(QStringView name) const;
    [[nodiscard]] const ObjectType *findObject(QStringView name) const;
    [[nodiscard]] const ErrorCode *findError(QStringView code) const;
    //! The fields of a nested object; none if it is unknown, which a parsed catalogue never has.
    [[nodiscard]] const QList<Field> &fieldsOf(const Field &field) const;
};

//! Null if \a fields has none of this name.
[[nodiscard]] const Field *findField(const QList<Field> &fields, QStringView name);

} // namespace Explorer
