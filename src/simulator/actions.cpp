// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/actions.h"

#include "explorer/catalogueparser.h"

#include <QJsonArray>

#include <algorithm>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

Parameter required(QLatin1StringView name, ParameterType type, const QList<Parameter> &fields = {})
{
    return {QString(name), type, true, fields};
}

Parameter optional(QLatin1StringView name, ParameterType type, const QList<Parameter> &fields = {})
{
    return {QString(name), type, false, fields};
}

QList<Parameter> startParameters()
{
    using enum ParameterType;
    const QList<Parameter> identity{required("SdkAppId"_L1, Integer), required("UserId"_L1, Text),
                                    required("UserSig"_L1, Text)};
    return {
        required("SdkAppId"_L1, Integer),
        required("RoomId"_L1, Integer),
        required("PushUserId"_L1, Text),
        required("PushUserSig"_L1, Text),
        optional(
            "Whiteboard"_L1, Object,
            {optional("Width"_L1, Integer), optional("Height"_L1, Integer), optional("InitParam"_L1, Text)}),
        optional("AutoStopTimeout"_L1, Integer),
        optional("AutoManageBackup"_L1, Boolean),
        optional("Backup"_L1, Object, {required("PushUserId"_L1, Text), required("PushUserSig"_L1, Text)}),
        optional("PrivateMapKey"_L1, Text),
        optional("VideoFPS"_L1, Integer),
        optional("VideoBitrate"_L1, Integer),
        optional("AutoRecord"_L1, Boolean),
        optional("UserDefinedRecordId"_L1, Text),
        optional("AutoPublish"_L1, Boolean),
        optional("UserDefinedStreamId"_L1, Text),
        optional("ExtraData"_L1, Text),
        optional("TRTCRoomId"_L1, Integer),
        optional("TRTCRoomIdStr"_L1, Text),
        optional("IMAuthParam"_L1, Object, identity),
        optional("TRTCAuthParam"_L1, Object, identity),
        optional("TRTCEnterRoomMode"_L1, Text),
        optional("GroupId"_L1, Text), // mainland only
    };
}

ParameterType parameterType(Explorer::FieldType type)
{
    switch (type) {
    case Explorer::FieldType::Integer:
        return ParameterType::Integer;
    case Explorer::FieldType::Unsigned:
        return ParameterType::Unsigned;
    case Explorer::FieldType::Number:
        return ParameterType::Number;
    case Explorer::FieldType::Boolean:
        return ParameterType::Boolean;
    case Explorer::FieldType::Text:
        return ParameterType::Text;
    case Explorer::FieldType::Object:
        return ParameterType::Object;
    }
    return ParameterType::Text;
}

QList<Parameter> declared(const Explorer::Catalogue &catalogue, const QList<Explorer::Field> &fields)
{
    QList<Parameter> result;
    for (const Explorer::Field &field : fields) {
        result.append({field.name, parameterType(field.type), field.isRequired,
                       declared(catalogue, catalogue.fieldsOf(field)), field.isList});
    }
    return result;
}

Edition editionOf(const Explorer::Action &action)
{
    const bool isInternational = action.existsIn(Core::Edition::International);
    const bool isMainland = action.existsIn(Core::Edition::Mainland);
    return isInternational && isMainland ? Edition::Both
        : isMainland                     ? Edition::Mainland
                                         : Edition::International;
}

const QList<Action> &pushActions()
{
    using enum ParameterType;
    static const Parameter app = required("SdkAppId"_L1, Integer);
    static const Parameter task = required("TaskId"_L1, Text);
    static const QList<Action> all{
        {ActionKind::Stop, u"StopWhiteboardPush"_s, Edition::Both, {app, task}},
        {ActionKind::Start, u"StartWhiteboardPush"_s, Edition::Both, startParameters()},
        {ActionKind::Describe, u"DescribeWhiteboardPush"_s, Edition::Both, {app, task}},
        {ActionKind::Search, u"DescribeWhiteboardPushSearch"_s, Edition::International, {}},
        {ActionKind::RunningTasks,
         u"DescribeRunningTasks"_s,
         Edition::Mainland,
         {required("SdkAppID"_L1, Integer), required("TaskType"_L1, Text), optional("Offset"_L1, Integer),
          optional("Limit"_L1, Integer)}},
        {ActionKind::SetCallback,
         u"SetWhiteboardPushCallback"_s,
         Edition::Both,
         {app, required("Callback"_L1, Text)}},
        {ActionKind::SetCallbackKey,
         u"SetWhiteboardPushCallbackKey"_s,
         Edition::Both,
         {app, required("CallbackKey"_L1, Text)}},
        {ActionKind::DescribeCallback, u"DescribeWhiteboardPushCallback"_s, Edition::Both, {app}},
        {ActionKind::ApplicationInfos, u"DescribeApplicationInfos"_s, Edition::Both, {}},
    };
    return all;
}

//! The push family, and what the catalogue knows beyond it.
const QList<Action> &actions()
{
    static const QList<Action> all = [] {
        QList<Action> result = pushActions();
        const Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
        for (const Explorer::Action &action : catalogue ? catalogue->actions : QList<Explorer::Action>()) {
            const auto isThis = [&action](const Action &known) { return known.name == action.name; };
            if (std::none_of(result.begin(), result.end(), isThis)) {
                QJsonObject example = action.exampleResponse;
                example.remove(u"RequestId"_s);
                result.append({ActionKind::Example, action.name, editionOf(action),
                               declared(*catalogue, action.request), example});
            }
        }
        return result;
    }();
    return all;
}

bool isOfType(const QJsonValue &value, ParameterType type)
{
    // toInteger() gives its default for every number that is not a whole one.
    const bool isWhole = value.isDouble() && (value.toInteger(0) != 0 || value.toInteger(1) != 1);
    switch (type) {
    case ParameterType::Integer:
        return isWhole;
    case ParameterType::Unsigned:
        return isWhole && value.toInteger() >= 0;
    case ParameterType::Number:
        return value.isDouble();
    case ParameterType::Boolean:
        return value.isBool();
    case ParameterType::Text:
        return value.isString();
    case ParameterType::Object:
        return value.isObject();
    }
    return false;
}

const Parameter *findParameter(const QList<Parameter> &declared, const QString &name)
{
    const auto found = std::find_if(declared.begin(), declared.end(),
                                    [&name](const Parameter &p) { return p.name == name; });
    return found == declared.end() ? nullptr : &*found;
}

Outcome<void> check(const QList<Parameter> &declared, const QJsonObject &object, const QString &prefix);

tl::unexpected<ApiFailure> otherType(const QString &path)
{
    return refuse(u"InvalidParameter.BodyParameterTypeUnmatched"_s,
                  QString(u"The type of "_s + path + u" is not the declared one."_s));
}

Outcome<void> checkValue(const Parameter &parameter, const QJsonValue &value, const QString &path)
{
    if (!isOfType(value, parameter.type)) {
        return otherType(path);
    }
    return parameter.type == ParameterType::Object
        ? check(parameter.fields, value.toObject(), QString(path + u'.'))
        : Outcome<void>();
}

Outcome<void> checkList(const Parameter &parameter, const QJsonValue &value, const QString &path)
{
    if (!value.isArray()) {
        return otherType(path);
    }
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Outcome<void> checked =
            checkValue(parameter, items.at(i), QString(path + u'.' + QString::number(i)));
        if (!checked) {
            return checked;
        }
    }
    return {};
}

Outcome<void> check(const QList<Parameter> &declared, const QJsonObject &object, const QString &prefix)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString path = prefix + field.key();
        const Parameter *parameter = findParameter(declared, field.key());
        if (!parameter) {
            return refuse(u"UnknownParameter"_s,
                          QString(u"The parameter "_s + path.left(100) + u" is not defined."_s));
        }
        if (field->isNull()) {
            continue;
        }
        const Outcome<void> checked =
            parameter->isList ? checkList(*parameter, *field, path) : checkValue(*parameter, *field, path);
        if (!checked) {
            return checked;
        }
    }
    for (const Parameter &parameter : declared) {
        if (parameter.isRequired && object.value(parameter.name).isUndefined()) {
            return refuse(u"MissingParameter"_s,
                          QString(u"The parameter "_s + prefix + parameter.name + u" is missing."_s));
        }
        if (parameter.isRequired && object.value(parameter.name).isNull()) {
            return refuse(u"MissingParameter"_s,
                          QString(u"The parameter "_s + prefix + parameter.name + u" is null."_s));
        }
    }
    return {};
}

QJsonObject typed(const QList<Parameter> &declared, const QJsonObject &textual);

QJsonValue typedValue(const Parameter &parameter, const QJsonValue &value)
{
    const QString text = value.toString();
    bool isNumber = false;
    switch (parameter.type) {
    case ParameterType::Integer:
    case ParameterType::Unsigned: {
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : value;
    }
    case ParameterType::Number: {
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : value;
    }
    case ParameterType::Boolean:
        return text == "true"_L1 || text == "false"_L1 ? QJsonValue(text == "true"_L1) : value;
    case ParameterType::Object:
        return value.isObject() ? QJsonValue(typed(parameter.fields, value.toObject())) : value;
    case ParameterType::Text:
        break;
    }
    return value;
}

//! The items of "Name.0=…&Name.1=…", in order, if they are numbered without a gap.
QJsonValue typedList(const Parameter &parameter, const QJsonValue &value)
{
    const QJsonObject numbered = value.toObject();
    QJsonArray items;
    for (qsizetype i = 0; i < numbered.size(); ++i) {
        const QJsonValue item = numbered.value(QString::number(i));
        if (item.isUndefined()) {
            return value;
        }
        items.append(typedValue(parameter, item));
    }
    return value.isObject() ? QJsonValue(items) : value;
}

QJsonObject typed(const QList<Parameter> &declared, const QJsonObject &textual)
{
    QJsonObject result = textual;
    for (auto field = result.begin(); field != result.end(); ++field) {
        const Parameter *parameter = findParameter(declared, field.key());
        if (parameter) {
            const QJsonValue value = *field;
            *field = parameter->isList ? typedList(*parameter, value) : typedValue(*parameter, value);
        }
    }
    return result;
}

} // namespace

const Action *findAction(QStringView name, Edition edition)
{
    const auto isMeant = [name, edition](const Action &action) {
        return name == action.name
            && (edition == Edition::Both || action.edition == Edition::Both || action.edition == edition);
    };
    const auto found = std::find_if(actions().begin(), actions().end(), isMeant);
    return found == actions().end() ? nullptr : &*found;
}

QJsonObject withDeclaredTypes(const Action &action, const QJsonObject &textual)
{
    return typed(action.kind == ActionKind::Search ? searchFilters() : action.parameters, textual);
}

const QList<Parameter> &searchFilters()
{
    static const QList<Parameter> filters{optional("Offset"_L1, ParameterType::Integer),
                                          optional("Limit"_L1, ParameterType::Integer),
                                          optional("RoomId"_L1, ParameterType::Integer)};
    return filters;
}

Outcome<void> checkParameters(const Action &action, const QJsonObject &parameters,
                              const QList<Parameter> &extra)
{
    return check(action.parameters + extra, parameters, {});
}

} // namespace Simulator
