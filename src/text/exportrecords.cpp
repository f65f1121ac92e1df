// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/exportrecords.h"

#include "text/oneline.h"
#include "text/recordwriter.h"

using namespace Qt::StringLiterals;

namespace Text {

namespace {

constexpr qsizetype longestMessage = 1000;

[[nodiscard]] QJsonValue messageOrNull(const QString &message)
{
    return textOrNull(oneLine(message, longestMessage));
}

} // namespace

QStringList taskRecordNames()
{
    return {u"taskId"_s,       u"sdkAppId"_s,       u"label"_s,        u"roomId"_s,        u"status"_s,
            u"finishReason"_s, u"createTime"_s,     u"startTime"_s,    u"stopTime"_s,      u"groupId"_s,
            u"pushUserId"_s,   u"exceptionCount"_s, u"backupTaskId"_s, u"backupStatus"_s,  u"errorCode"_s,
            u"errorMessage"_s, u"profile"_s,        u"lastOutcome"_s,  u"lastErrorCode"_s, u"lastRequestId"_s,
            u"lastResultAt"_s, u"refreshedAt"_s};
}

QList<QJsonValue> taskRecord(const Core::PushTask &task, const QString &profile)
{
    return {task.key.taskId.toString(),
            numberOrNull(task.key.sdkAppId.value, 1),
            textOrNull(task.label),
            numberOrNull(task.roomId, 1),
            textOrNull(Core::toWire(task.status)),
            textOrNull(Core::toWire(task.finishReason)),
            timeOrNull(task.createTime),
            timeOrNull(task.startTime),
            timeOrNull(task.stopTime),
            textOrNull(task.groupId),
            textOrNull(task.pushUserId),
            numberOrNull(task.exceptionCount),
            textOrNull(task.backup.taskId),
            textOrNull(Core::toWire(task.backup.status)),
            textOrNull(task.taskErrorCode),
            messageOrNull(task.taskErrorMessage),
            textOrNull(profile),
            task.lastOutcome ? QJsonValue(Core::toWord(*task.lastOutcome)) : QJsonValue(),
            textOrNull(task.lastErrorCode),
            textOrNull(task.lastRequestId),
            timeOrNull(task.lastResultAt),
            timeOrNull(task.refreshedAt)};
}

QStringList requestRecordNames()
{
    return {u"time"_s,      u"profile"_s,   u"action"_s,       u"taskId"_s,  u"sdkAppId"_s, u"outcome"_s,
            u"requestId"_s, u"errorCode"_s, u"errorMessage"_s, u"attempt"_s, u"latencyMs"_s};
}

QList<QJsonValue> requestRecord(const Core::HistoryEntry &entry)
{
    return {timeOrNull(entry.time),
            textOrNull(entry.profile),
            textOrNull(entry.action),
            textOrNull(entry.taskId),
            numberOrNull(entry.sdkAppId.value, 1),
            textOrNull(entry.outcome),
            textOrNull(entry.requestId),
            textOrNull(entry.errorCode),
            messageOrNull(entry.errorMessage),
            numberOrNull(entry.attempt, 1),
            numberOrNull(entry.latencyMs)};
}

} // namespace Text
