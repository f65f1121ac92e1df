// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/records.h"

#include "core/redaction.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

void addError(JsonLine &line, const std::optional<Core::Error> &error)
{
    line.addText("errorCode"_L1, error ? Core::codeOf(*error) : QString());
    line.addText("errorMessage"_L1, error ? messageOf(*error) : QString());
}

[[nodiscard]] QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

[[nodiscard]] QJsonValue backupOf(const Core::PushTask &task)
{
    if (!task.backup.isPresent()) {
        return {};
    }
    return QJsonObject{{u"taskId"_s, task.backup.taskId},
                       {u"requestId"_s, textOrNull(task.backup.requestId)},
                       {u"status"_s, textOrNull(Core::toWire(task.backup.status))}};
}

void addIdentity(JsonLine &line, const Core::PushTask &task)
{
    line.addText("taskId"_L1, task.key.taskId.toString());
    line.addNumber("sdkAppId"_L1, task.key.sdkAppId.value, 1);
    line.addText("status"_L1, Core::toWire(task.status));
}

void addFacts(JsonLine &line, const Core::PushTask &task)
{
    line.addText("finishReason"_L1, Core::toWire(task.finishReason));
    line.addNumber("roomId"_L1, task.roomId, 1);
    line.addText("groupId"_L1, task.groupId);
    line.addText("pushUserId"_L1, task.pushUserId);
    line.addTime("createTime"_L1, task.createTime);
    line.addTime("startTime"_L1, task.startTime);
    line.addTime("stopTime"_L1, task.stopTime);
    line.addNumber("exceptionCount"_L1, task.exceptionCount);
    line.add("backup"_L1, backupOf(task));
}

void addTask(JsonLine &line, const Core::PushTask &task)
{
    addIdentity(line, task);
    addFacts(line, task);
}

} // namespace

QString messageOf(const Core::Error &error)
{
    return Core::plainText(error.apiMessage.isEmpty() ? error.detail : error.apiMessage).simplified();
}

JsonLine stopRecord(const Service::StopResult &result)
{
    JsonLine line;
    line.addText("taskId"_L1, result.task.taskId.toString());
    line.addNumber("sdkAppId"_L1, result.task.sdkAppId.value, 1);
    line.addText("outcome"_L1, Core::toWord(result.outcome));
    line.addText("requestId"_L1, result.requestId);
    addError(line, result.error);
    line.addNumber("attempts"_L1, result.attempts);
    line.addNumber("elapsedMs"_L1, result.elapsedMs);
    return line;
}

JsonLine startRecord(const Service::StartResult &result)
{
    JsonLine line;
    line.addText("action"_L1, u"start"_s);
    line.addText("taskId"_L1, result.task.taskId.toString());
    line.addText("backupTaskId"_L1, result.backupTaskId);
    line.addNumber("sdkAppId"_L1, result.task.sdkAppId.value, 1);
    line.addNumber("roomId"_L1, result.roomId, 1);
    line.addText("outcome"_L1, Core::toWord(result.outcome));
    line.addText("requestId"_L1, result.requestId);
    addError(line, result.error);
    line.addNumber("attempts"_L1, result.outcome == Core::StartOutcome::NotSent ? 0 : 1); // it leaves once
    line.addNumber("elapsedMs"_L1, result.elapsedMs);
    return line;
}

JsonLine historyRecord(const Core::HistoryEntry &entry)
{
    JsonLine line;
    line.addTime("time"_L1, entry.time);
    line.addText("profile"_L1, entry.profile);
    line.addText("action"_L1, entry.action);
    line.addText("taskId"_L1, entry.taskId);
    line.addNumber("sdkAppId"_L1, entry.sdkAppId.value, 1);
    line.addText("outcome"_L1, entry.outcome);
    line.addText("requestId"_L1, entry.requestId);
    line.addText("errorCode"_L1, entry.errorCode);
    line.addNumber("attempt"_L1, entry.attempt, 1);
    line.addNumber("latencyMs"_L1, entry.latencyMs);
    return line;
}

JsonLine taskRecord(const Core::PushTask &task)
{
    JsonLine line;
    addTask(line, task);
    line.addText("errorCode"_L1, task.taskErrorCode);
    line.addText("errorMessage"_L1, Core::plainText(task.taskErrorMessage));
    return line;
}

JsonLine changeRecord(const Core::PushTask &task, const std::optional<Core::PushTask> &before,
                      const QDateTime &time)
{
    JsonLine line;
    line.addTime("time"_L1, time);
    addIdentity(line, task);
    line.addText("previousStatus"_L1, before ? Core::toWire(before->status) : QString());
    line.addTime("vanishedAt"_L1, task.vanishedAt);
    addFacts(line, task);
    line.addText("errorCode"_L1, task.taskErrorCode);
    line.addText("errorMessage"_L1, Core::plainText(task.taskErrorMessage));
    return line;
}

JsonLine taskFailureRecord(const Core::TaskKey &task, const Core::Error &error)
{
    Core::PushTask nothingKnown;
    nothingKnown.key = task;
    nothingKnown.exceptionCount = -1;
    JsonLine line;
    addTask(line, nothingKnown);
    addError(line, error);
    return line;
}

JsonLine trackedRecord(const Core::PushTask &task, const QString &profile)
{
    JsonLine line = taskRecord(task);
    line.addText("profile"_L1, profile);
    line.addText("label"_L1, task.label);
    line.addText("lastOutcome"_L1, task.lastOutcome ? Core::toWord(*task.lastOutcome) : QString());
    line.addText("lastErrorCode"_L1, task.lastErrorCode);
    line.addText("lastRequestId"_L1, task.lastRequestId);
    line.addTime("lastResultAt"_L1, task.lastResultAt);
    line.addTime("refreshedAt"_L1, task.refreshedAt);
    line.addTime("vanishedAt"_L1, task.vanishedAt);
    return line;
}

} // namespace Cli
