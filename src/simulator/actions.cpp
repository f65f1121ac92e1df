// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/actions.h"

#include <algorithm>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

Parameter required(QLatin1StringView name, ParameterType type, const QList<Parameter> &fields = {})
{
    return {name, type, true, fields};
}

Parameter optional(QLatin1StringView name, ParameterType type, const QList<Parameter> &fields = {})
{
    return {name, type, false, fields};
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

const QList<Action> &actions()
{
    using enum ParameterType;
    static const Parameter app = required("SdkAppId"_L1, Integer);
    static const Parameter task = required("TaskId"_L1, Text);
    static const QList<Action> all{
        {ActionKind::Stop, "StopWhiteboardPush"_L1, Edition::Both, {app, task}},
        {ActionKind::Start, "StartWhiteboardPush"_L1, Edition::Both, startParameters()},
        {ActionKind::Describe, "DescribeWhiteboardPush"_L1, Edition::Both, {app, task}},
        {ActionKind::Search, "DescribeWhiteboardPushSearch"_L1, Edition::International, {}},
        {ActionKind::RunningTasks,
         "DescribeRunningTasks"_L1,
         Edition::Mainland,
         {required("SdkAppID"_L1, Integer), required("TaskType"_L1, Text), optional("Offset"_L1, Integer),
          optional("Limit"_L1, Integer)}},
        {ActionKind::SetCallback,
         "SetWhiteboardPushCallback"_L1,
         Edition::Both,
         {app, required("Callback"_L1, Text)}},
        {ActionKind::SetCallbackKey,
         "SetWhiteboardPushCallbackKey"_L1,
         Edition::Both,
         {app, required("CallbackKey"_L1, Text)}},
        {ActionKind::DescribeCallback, "DescribeWhiteboardPushCallback"_L1, Edition::Both, {app}},
        {ActionKind::ApplicationInfos, "DescribeApplicationInfos"_L1, Edition::Both, {}},
    };
    return all;
}

bool isOfType(const QJsonValue &value, ParameterType type)
{
    switch (type) {
    case ParameterType::Integer:
        // toInteger() gives its default for every number that is not a whole one.
        return value.isDouble() && (value.toInteger(0) != 0 || value.toInteger(1) != 1);
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
        if (!isOfType(*field, parameter->type)) {
            return refuse(u"InvalidParameter.BodyParameterTypeUnmatched"_s,
                          QString(u"The type of "_s + path + u" is not the declared one."_s));
        }
        if (parameter->type == ParameterType::Object) {
            const Outcome<void> inner = check(parameter->fields, field->toObject(), QString(path + u'.'));
            if (!inner) {
                return inner;
            }
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

QJsonObject typed(const QList<Parameter> &declared, const QJsonObject &textual)
{
    QJsonObject result = textual;
    for (auto field = result.begin(); field != result.end(); ++field) {
        const Parameter *parameter = findParameter(declared, field.key());
        if (!parameter) {
            continue;
        }
        const QString text = field->toString();
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (parameter->type == ParameterType::Integer && isNumber) {
            *field = number;
        } else if (parameter->type == ParameterType::Boolean && (text == "true"_L1 || text == "false"_L1)) {
            *field = text == "true"_L1;
        } else if (parameter->type == ParameterType::Object && field->isObject()) {
            *field = typed(parameter->fields, field->toObject());
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
