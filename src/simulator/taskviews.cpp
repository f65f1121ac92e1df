// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/taskviews.h"

#include <QDateTime>
#include <QJsonDocument>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int failureNumber = 40006;
constexpr int chinaOffsetS = 8 * 3600;

QDateTime chinaTime(const Moment &moment, qint64 atMs)
{
    return QDateTime::fromSecsSinceEpoch(moment.unixSeconds(atMs), Qt::OffsetFromUTC, chinaOffsetS);
}

qint64 secondsOrZero(const Moment &moment, const std::optional<qint64> &atMs)
{
    return atMs ? moment.unixSeconds(*atMs) : 0;
}

} // namespace

QString compactText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ApiFailure taskFailure()
{
    return {u"FailedOperation.WhiteboardPush"_s,
            QString(u"The push task ended by error "_s + QString::number(failureNumber)
                    + u": entering the TRTC room failed with -70003 (invalid UserSig)."_s)};
}

QJsonObject describedTask(const Task &task, const Moment &moment)
{
    return {
        {u"TaskId"_s, task.taskId},
        {u"Status"_s, toWire(task.status(moment.nowMs))},
        {u"FinishReason"_s, toWire(task.finishReason(moment.nowMs))},
        {u"RoomId"_s, task.roomId},
        {u"GroupId"_s, task.groupId},
        {u"PushUserId"_s, task.pushUserId},
        {u"PushStartTime"_s, secondsOrZero(moment, task.pushStartMs(moment.nowMs))},
        {u"PushStopTime"_s, secondsOrZero(moment, task.pushStopMs(moment.nowMs))},
        {u"ExceptionCnt"_s, task.hasFailed(moment.nowMs) ? 1 : 0},
        {u"IMSyncTime"_s, 0},
    };
}

QJsonObject foundTask(const Task &task, const Moment &moment)
{
    const bool hasFailed = task.hasFailed(moment.nowMs);
    const QJsonObject result{
        {u"FinishReason"_s, toWire(task.finishReason(moment.nowMs))},
        {u"ExceptionCnt"_s, hasFailed ? 1 : 0},
        {u"RoomId"_s, task.roomId},
        {u"GroupId"_s, task.groupId},
        {u"PushStartTime"_s, secondsOrZero(moment, task.pushStartMs(moment.nowMs))},
        {u"PushStopTime"_s, secondsOrZero(moment, task.pushStopMs(moment.nowMs))},
        {u"IMSyncTime"_s, 0},
        {u"ErrorCode"_s, hasFailed ? failureNumber : 0},
        {u"ErrorMsg"_s, hasFailed ? taskFailure().message : QString()},
    };
    return {
        {u"TaskId"_s, task.taskId},
        {u"Status"_s, toWire(task.status(moment.nowMs))},
        {u"RoomId"_s, task.roomId},
        {u"SdkAppId"_s, task.sdkAppId},
        {u"PushUserId"_s, task.pushUserId},
        {u"CreateTime"_s, chinaTime(moment, task.createdMs).toString(Qt::ISODate)},
        {u"Result"_s, result},
    };
}

QJsonObject runningTask(const Task &task, const Moment &moment)
{
    const QString plainFormat = u"yyyy-MM-dd HH:mm:ss"_s;
    const SimulatedStatus status = task.status(moment.nowMs);
    const std::optional<qint64> stoppedMs = task.pushStopMs(moment.nowMs);
    const QString word = status == SimulatedStatus::Prepared ? u"QUEUED"_s
        : status == SimulatedStatus::Pushing                 ? u"PROCESSING"_s
                                                             : u"FINISHED"_s;
    return {
        {u"SdkAppID"_s, task.sdkAppId},
        {u"TaskID"_s, task.taskId},
        {u"TaskType"_s, u"WhiteboardPush"_s},
        {u"CreateTime"_s, chinaTime(moment, task.createdMs).toString(plainFormat)},
        {u"CancelTime"_s,
         stoppedMs ? QJsonValue(chinaTime(moment, *stoppedMs).toString(plainFormat)) : QJsonValue()},
        {u"Status"_s, word},
        {u"Progress"_s,
         status == SimulatedStatus::Prepared      ? 0
             : status == SimulatedStatus::Pushing ? 50
                                                  : 100},
        {u"RoomID"_s, task.roomId},
        {u"FileURL"_s, QJsonValue()},
    };
}

QJsonObject taskOverview(const Task &task, const Moment &moment)
{
    return {
        {u"sdkAppId"_s, task.sdkAppId},
        {u"taskId"_s, task.taskId},
        {u"roomId"_s, task.roomId},
        {u"status"_s, toWire(task.status(moment.nowMs))},
        {u"finishReason"_s, toWire(task.finishReason(moment.nowMs))},
        {u"stopRequested"_s, task.isStopRequested()},
        {u"failed"_s, task.hasFailed(moment.nowMs)},
        {u"backupTaskId"_s, task.backupTaskId},
        {u"isBackup"_s, task.isBackup},
    };
}

} // namespace Simulator
