// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueparser.h"

#include "explorer/placedreader.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QString indexed(const QString &place, qsizetype index)
{
    return place + u'[' + QString::number(index) + u']';
}

//! Every element of the list \a name, read by \a read(PlacedReader &).
template <typename Read>
[[nodiscard]] auto readEach(PlacedReader &parent, const QString &name, Fault &fault, const Read &read,
                            bool isRequired = true)
{
    const QJsonArray values = parent.list(name, isRequired);
    QList<decltype(read(parent))> result;
    result.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        PlacedReader reader(values.at(i), indexed(parent.placeOf(name), i), fault);
        result.append(read(reader));
        reader.finish();
    }
    return result;
}

[[nodiscard]] Words readWords(PlacedReader &reader)
{
    return {reader.text(u"en"_s), reader.text(u"zh_CN"_s)};
}

[[nodiscard]] Words readDescription(PlacedReader &parent, Fault &fault)
{
    PlacedReader reader(parent.value(u"description"_s, true), parent.placeOf(u"description"_s), fault);
    Words words = readWords(reader);
    reader.finish();
    return words;
}

[[nodiscard]] Core::Edition editionAt(qsizetype index)
{
    return index == 0 ? Core::Edition::International : Core::Edition::Mainland;
}

const QStringList &editionWords()
{
    static const QStringList words{u"international"_s, u"mainland"_s};
    return words;
}

[[nodiscard]] QList<Core::Edition> readEditions(PlacedReader &parent, bool isRequired, Fault &fault)
{
    QList<Core::Edition> result;
    const QJsonArray values = parent.list(u"editions"_s, isRequired);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const qsizetype found = editionWords().indexOf(values.at(i).toString());
        if (found < 0 || result.contains(editionAt(found))) {
            fault.add(indexed(parent.placeOf(u"editions"_s), i), u"is no edition, or one named twice"_s);
        }
        result.append(editionAt(qMax<qsizetype>(found, 0)));
    }
    if (isRequired && result.isEmpty()) {
        parent.fail(u"editions"_s, u"names none"_s);
    }
    return result;
}

//! Null means that the catalogue is wrong; a number has to be whole for the whole types.
[[nodiscard]] bool isOfType(const QJsonValue &value, FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return value.isDouble() && value.toInteger(0) == value.toInteger(1);
    case FieldType::Unsigned:
        return value.isDouble() && value.toInteger(0) == value.toInteger(1) && value.toInteger() >= 0;
    case FieldType::Number:
        return value.isDouble();
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Text:
        return value.isString();
    case FieldType::Object:
        return false;
    }
    return false;
}

void readLimits(PlacedReader &reader, Field &field)
{
    field.minimum = reader.integer(u"minimum"_s);
    field.maximum = reader.integer(u"maximum"_s);
    field.maxLength = reader.integer(u"maxLength"_s);
    field.maxBytes = reader.integer(u"maxBytes"_s);
    field.pattern = reader.text(u"pattern"_s, false);
    const bool isWhole = field.type == FieldType::Integer || field.type == FieldType::Unsigned;
    const bool isText = field.type == FieldType::Text;
    if ((field.minimum || field.maximum) && !isWhole) {
        reader.fail(u"minimum"_s, u"a range is for whole numbers"_s);
    }
    if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
        reader.fail(u"minimum"_s, u"is beyond the maximum"_s);
    }
    if ((field.maxLength || field.maxBytes || !field.pattern.isEmpty()) && !isText) {
        reader.fail(u"maxLength"_s, u"a length or pattern is for texts"_s);
    }
    if (!field.pattern.isEmpty() && !QRegularExpression(field.pattern).isValid()) {
        reader.fail(u"pattern"_s, u"is no regular expression"_s);
    }
    if (reader.has(u"format"_s)) {
        static const QStringList formats{u"date"_s, u"datetime"_s, u"datetime_iso"_s,
                                         u"json"_s, u"url"_s,      u"callback"_s};
        field.format = static_cast<TextFormat>(reader.choice(u"format"_s, formats) + 1);
        if (!isText) {
            reader.fail(u"format"_s, u"is for texts"_s);
        }
    }
}

void readValues(PlacedReader &reader, Field &field, Fault &fault)
{
    const auto readValue = [&fault, &field](PlacedReader &value) {
        FieldValue result{value.value(u"value"_s, true), readDescription(value, fault)};
        if (!isOfType(result.value, field.type)) {
            value.fail(u"value"_s, u"is not of the field's type"_s);
        }
        return result;
    };
    field.values = readEach(reader, u"values"_s, fault, readValue, false);
    field.hasOpenValues = reader.flag(u"openValues"_s);
    if (reader.has(u"default"_s)) {
        field.defaultValue = reader.value(u"default"_s);
        if (field.isList || !isOfType(field.defaultValue, field.type)) {
            reader.fail(u"default"_s, u"is not of the field's type"_s);
        }
    }
}

[[nodiscard]] Field readField(PlacedReader &reader, Fault &fault)
{
    static const QStringList types{u"integer"_s, u"unsigned"_s, u"number"_s,
                                   u"boolean"_s, u"string"_s,   u"object"_s};
    Field field;
    field.name = reader.text(u"name"_s);
    field.type = static_cast<FieldType>(reader.choice(u"type"_s, types));
    field.object = reader.text(u"object"_s, field.type == FieldType::Object);
    if (field.type != FieldType::Object && !field.object.isEmpty()) {
        reader.fail(u"object"_s, u"stands at a field that is none"_s);
    }
    field.isList = reader.flag(u"list"_s);
    field.isRequired = reader.flag(u"required"_s);
    field.isNullable = reader.flag(u"nullable"_s);
    field.isSensitive = reader.flag(u"sensitive"_s);
    field.editions = readEditions(reader, false, fault);
    readLimits(reader, field);
    readValues(reader, field, fault);
    field.description = readDescription(reader, fault);
    return field;
}

//! A name that occurs twice would make one of the two unreachable.
template <typename T>
void refuseTwins(const QList<T> &list, QString T::*key, const QString &place, Fault &fault)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString &name = list.at(i).*key;
        if (seen.contains(name)) {
            fault.add(indexed(place, i), QString(u"\""_s + name + u"\" occurs twice"_s));
        }
        seen.insert(name);
    }
}

[[nodiscard]] QList<Field> readFields(PlacedReader &parent, const QString &name, Fault &fault)
{
    QList<Field> fields =
        readEach(parent, name, fault, [&fault](PlacedReader &reader) { return readField(reader, fault); });
    refuseTwins(fields, &Field::name, parent.placeOf(name), fault);
    return fields;
}

[[nodiscard]] Action readAction(PlacedReader &reader, Fault &fault)
{
    static const QStringList groups{u"push"_s,    u"recording"_s, u"transcode"_s, u"snapshot"_s,
                                    u"account"_s, u"usage"_s,     u"quality"_s};
    static const QStringList kinds{u"reads"_s, u"changes"_s, u"starts"_s, u"stops"_s};
    Action action;
    action.name = reader.text(u"name"_s);
    action.group = groups.at(reader.choice(u"group"_s, groups));
    action.kind = static_cast<ActionKind>(reader.choice(u"kind"_s, kinds));
    action.editions = readEditions(reader, true, fault);
    action.description = readDescription(reader, fault);
    if (const std::optional<qint64> limit = reader.integer(u"rateLimit"_s)) {
        action.rateLimit = static_cast<int>(*limit);
        if (*limit < 1 || *limit > 1000) {
            reader.fail(u"rateLimit"_s, u"is not from 1 to 1000"_s);
        }
    }
    action.notes = readEach(reader, u"notes"_s, fault, readWords, false);
    action.request = readFields(reader, u"request"_s, fault);
    action.response = readFields(reader, u"response"_s, fault);
    const QJsonArray errors = reader.list(u"errors"_s);
    for (const auto &code : errors) {
        action.errors.append(code.toString());
    }
    PlacedReader example(reader.value(u"example"_s, true), reader.placeOf(u"example"_s), fault);
    action.exampleRequest = example.object(u"request"_s);
    action.exampleResponse = example.object(u"response"_s);
    example.finish();
    return action;
}

[[nodiscard]] ErrorCode readError(PlacedReader &reader, Fault &fault)
{
    return {reader.text(u"code"_s), readDescription(reader, fault)};
}

[[nodiscard]] Definitions readDefinitions(PlacedReader &reader)
{
    const Core::Edition edition = editionAt(reader.choice(u"edition"_s, editionWords()));
    return {edition, reader.text(u"repository"_s), reader.text(u"commit"_s)};
}

void checkReferences(const Catalogue &catalogue, const QList<Field> &fields, const QString &place,
                     Fault &fault)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const Field &field = fields.at(i);
        if (field.type == FieldType::Object && !catalogue.findObject(field.object)) {
            fault.add(QString(indexed(place, i) + u".object"_s),
                      QString(u"there is no object \""_s + field.object + u'"'));
        }
    }
}

//! Objects that hold themselves would never end: no form and no example could be made of them.
[[nodiscard]] bool holds(const Catalogue &catalogue, const ObjectType &type, QStringView wanted,
                         QSet<QString> &seen)
{
    for (const Field &field : type.fields) {
        if (field.object == wanted) {
            return true;
        }
        const ObjectType *inner = field.object.isEmpty() ? nullptr : catalogue.findObject(field.object);
        if (inner && !seen.contains(inner->name)) {
            seen.insert(inner->name);
            if (holds(catalogue, *inner, wanted, seen)) {
                return true;
            }
        }
    }
    return false;
}

void checkAll(const Catalogue &catalogue, Fault &fault)
{
    refuseTwins(catalogue.actions, &Action::name, u"actions"_s, fault);
    refuseTwins(catalogue.objects, &ObjectType::name, u"objects"_s, fault);
    refuseTwins(catalogue.errors, &ErrorCode::code, u"errors"_s, fault);
    for (qsizetype i = 0; i < catalogue.objects.size(); ++i) {
        const ObjectType &type = catalogue.objects.at(i);
        const QString place = indexed(u"objects"_s, i);
        checkReferences(catalogue, type.fields, QString(place + u".fields"_s), fault);
        QSet<QString> seen;
        if (holds(catalogue, type, type.name, seen)) {
            fault.add(place, u"holds itself"_s);
        }
    }
    for (qsizetype i = 0; i < catalogue.actions.size(); ++i) {
        const Action &action = catalogue.actions.at(i);
        const QString place = indexed(u"actions"_s, i);
        checkReferences(catalogue, action.request, QString(place + u".request"_s), fault);
        checkReferences(catalogue, action.response, QString(place + u".response"_s), fault);
        for (qsizetype k = 0; k < action.errors.size(); ++k) {
            if (!catalogue.findError(action.errors.at(k))) {
                fault.add(indexed(QString(place + u".errors"_s), k),
                          QString(u"there is no error \""_s + action.errors.at(k) + u'"'));
            }
        }
    }
}

} // namespace

Core::Result<Catalogue> parseCatalogue(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError) {
        return Core::failure(Core::Error::invalidInput(
            QString(u"byte "_s + QString::number(parsing.offset) + u": "_s + parsing.errorString())));
    }
    Fault fault;
    PlacedReader reader(document.object(), {}, fault);
    Catalogue catalogue;
    catalogue.service = reader.text(u"service"_s);
    catalogue.version = reader.text(u"version"_s);
    catalogue.definitions = readEach(reader, u"definitions"_s, fault, readDefinitions);
    catalogue.errors =
        readEach(reader, u"errors"_s, fault, [&fault](PlacedReader &each) { return readError(each, fault); });
    catalogue.objects = readEach(reader, u"objects"_s, fault, [&fault](PlacedReader &each) {
        return ObjectType{each.text(u"name"_s), readFields(each, u"fields"_s, fault)};
    });
    catalogue.actions = readEach(reader, u"actions"_s, fault,
                                 [&fault](PlacedReader &each) { return readAction(each, fault); });
    reader.finish();
    if (!fault.isThere()) {
        checkAll(catalogue, fault);
    }
    if (fault.isThere()) {
        return Core::failure(Core::Error::invalidInput(fault.text()));
    }
    return catalogue;
}

Core::Result<Catalogue> builtInCatalogue()
{
    QFile file(u":/catalogue/tiw.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return Core::failure(Core::Error::invalidInput(file.errorString()));
    }
    return parseCatalogue(file.readAll());
}

} // namespace Explorer
