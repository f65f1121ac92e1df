// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/taskapi.h"

#include "core/jsonread.h"
#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Api {

namespace {

constexpr qsizetype longestName = 256;
constexpr qsizetype longestSearchAnswer = 16 * 1024 * 1024; // all tasks in one answer, some 500 bytes each
constexpr qint64 lastSecond = 253'402'300'799; // the end of year 9999
constexpr int serviceUtcOffset = 8 * 3600;

using Fields = std::initializer_list<QLatin1StringView>;

//! Reads one object's fields and remembers the first that has a wrong type, so that a parser reads as a list.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] qint64 integer(QLatin1StringView field)
    {
        return taken(Core::readInteger(m_object, field));
    }
    [[nodiscard]] QString text(QLatin1StringView field, qsizetype longest = longestName)
    {
        return Core::plainText(taken(Core::readString(m_object, field)), longest);
    }
    [[nodiscard]] QString rawText(QLatin1StringView field)
    {
        return taken(Core::readString(m_object, field));
    }
    [[nodiscard]] QJsonArray array(QLatin1StringView field)
    {
        return taken(Core::readArray(m_object, field));
    }
    [[nodiscard]] QJsonObject object(QLatin1StringView field)
    {
        return taken(Core::readObject(m_object, field));
    }
    //! Unix seconds; invalid for 0, which the service uses for "not yet".
    [[nodiscard]] QDateTime time(QLatin1StringView field)
    {
        const qint64 seconds = integer(field);
        return seconds > 0 && seconds <= lastSecond ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
                                                    : QDateTime();
    }

    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }

private:
    template <typename T> [[nodiscard]] T taken(const Core::Result<T> &read)
    {
        if (!read) {
            m_error = m_error.value_or(read.error());
            return T();
        }
        return *read;
    }

    const QJsonObject &m_object;
    std::optional<Core::Error> m_error;
};

[[nodiscard]] tl::unexpected<Core::Error> failureOf(const FieldReader &reader, const QString &requestId)
{
    Core::Error error = *reader.error();
    error.requestId = requestId;
    error.httpStatus = 200;
    return Core::failure(std::move(error));
}

[[nodiscard]] QJsonObject without(QJsonObject object, Fields known)
{
    for (const QLatin1StringView field : known) {
        object.remove(field);
    }
    return object;
}

[[nodiscard]] ApiRequest request(const QString &action, ActionKind kind, const QJsonObject &body,
                                 Core::SdkAppId sdkAppId = {}, const Core::TaskId &taskId = {})
{
    return {action, body, kind, Core::TaskKey{{}, sdkAppId, taskId}};
}

[[nodiscard]] QString requestIdOf(const QJsonObject &response)
{
    return Core::plainText(response.value("RequestId"_L1).toString(), longestName);
}

//! Sets status and finish reason; words that nobody documented stay readable beside the unknown fields.
void readState(FieldReader &reader, Core::PushTask &task, const QString &finishWord)
{
    const QString statusWord = reader.text("Status"_L1);
    task.status = Core::taskStatusFromWire(statusWord);
    if (task.status == Core::TaskStatus::Unknown && !statusWord.isEmpty()) {
        task.unknownFields.insert("Status"_L1, statusWord);
    }
    task.finishReason = Core::finishReasonFromWire(finishWord);
    if (task.finishReason == Core::FinishReason::None && !finishWord.isEmpty()) {
        task.unknownFields.insert("FinishReason"_L1, finishWord);
    }
}

//! "2021-01-15T12:43:57+08:00", or "2023-03-14 15:00:00". The latter names no zone: it is read as the offset
//! that the service's other times carry, which no document confirms.
[[nodiscard]] QDateTime serviceTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime) {
        time.setOffsetFromUtc(serviceUtcOffset);
    }
    return time.isValid() ? time.toUTC() : QDateTime();
}

//! The key of a list's item, or none if the application or task id is none of ours to handle.
[[nodiscard]] std::optional<Core::TaskKey> itemKey(const QJsonObject &item, QLatin1StringView appField,
                                                   QLatin1StringView taskField, const QString &accountId)
{
    const auto app = Core::readInteger(item, appField);
    const auto text = Core::readString(item, taskField);
    if (!app || !text) {
        return std::nullopt;
    }
    const auto sdkAppId = Core::SdkAppId::parse(QString::number(*app));
    const auto taskId = Core::TaskId::parse(*text);
    if (!sdkAppId || !taskId) {
        return std::nullopt;
    }
    return Core::TaskKey{accountId, *sdkAppId, *taskId};
}

[[nodiscard]] Core::Result<Core::PushTask> searchItem(const QJsonObject &item, const Core::TaskKey &key,
                                                      const QString &requestId)
{
    FieldReader reader(item);
    const QJsonObject result = reader.object("Result"_L1);
    FieldReader inner(result);
    Core::PushTask task;
    task.key = key;
    task.unknownFields = without(item,
                                 {"TaskId"_L1, "PushUserId"_L1, "Status"_L1, "RoomId"_L1, "SdkAppId"_L1,
                                  "CreateTime"_L1, "Result"_L1});
    const QJsonObject unknownResult =
        without(result,
                {"FinishReason"_L1, "ExceptionCnt"_L1, "RoomId"_L1, "GroupId"_L1, "PushStartTime"_L1,
                 "PushStopTime"_L1, "IMSyncTime"_L1, "ErrorCode"_L1, "ErrorMsg"_L1});
    if (!unknownResult.isEmpty()) {
        task.unknownFields.insert("Result"_L1, unknownResult);
    }
    readState(reader, task, inner.text("FinishReason"_L1));
    task.pushUserId = reader.text("PushUserId"_L1);
    task.roomId = reader.integer("RoomId"_L1);
    if (task.roomId == 0) {
        task.roomId = inner.integer("RoomId"_L1);
    }
    task.createTime = serviceTime(reader.text("CreateTime"_L1));
    task.groupId = inner.text("GroupId"_L1);
    task.exceptionCount = inner.integer("ExceptionCnt"_L1);
    task.startTime = inner.time("PushStartTime"_L1);
    task.stopTime = inner.time("PushStopTime"_L1);
    task.imSyncTime = inner.integer("IMSyncTime"_L1);
    const qint64 taskError = inner.integer("ErrorCode"_L1);
    if (taskError != 0) {
        task.taskErrorCode = QString::number(taskError);
        task.taskErrorMessage = inner.text("ErrorMsg"_L1, 1000);
    }
    for (const FieldReader *const each : {&reader, &inner}) {
        if (each->error()) {
            return failureOf(*each, requestId);
        }
    }
    return task;
}

[[nodiscard]] Core::Result<Core::PushTask> runningItem(const QJsonObject &item, const Core::TaskKey &key,
                                                       const QString &requestId)
{
    FieldReader reader(item);
    Core::PushTask task;
    task.key = key;
    // CreateTime stays there too: its zone is our reading, not the service's word.
    task.unknownFields = without(item, {"SdkAppID"_L1, "TaskID"_L1, "TaskType"_L1, "Status"_L1, "RoomID"_L1});
    readState(reader, task, {});
    task.roomId = reader.integer("RoomID"_L1);
    task.createTime = serviceTime(reader.text("CreateTime"_L1));
    if (reader.error()) {
        return failureOf(reader, requestId);
    }
    return task;
}

using ItemParser = Core::Result<Core::PushTask> (*)(const QJsonObject &, const Core::TaskKey &,
                                                    const QString &);

[[nodiscard]] Core::Result<TaskPage>
parsePage(const QJsonObject &response, QLatin1StringView listField, QLatin1StringView totalField,
          const std::function<std::optional<Core::TaskKey>(const QJsonObject &)> &keyOf, ItemParser parseItem,
          const ItemFilter &isWanted)
{
    FieldReader reader(response);
    TaskPage page;
    page.requestId = requestIdOf(response);
    page.total = reader.integer(totalField);
    const QJsonArray items = reader.array(listField);
    if (reader.error()) {
        return failureOf(reader, page.requestId);
    }
    page.items = items.size();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const std::optional<Core::TaskKey> key = keyOf(item);
        if (!key) {
            ++page.skipped;
            continue;
        }
        if (isWanted && !isWanted(*key)) {
            continue;
        }
        Core::Result<Core::PushTask> task = parseItem(item, *key, page.requestId);
        if (!task) {
            return Core::failure(task.error());
        }
        page.tasks.append(*std::move(task));
    }
    return page;
}

} // namespace

ApiRequest makeStop(Core::SdkAppId sdkAppId, const Core::TaskId &taskId)
{
    return request(u"StopWhiteboardPush"_s, ActionKind::Stop,
                   {{u"SdkAppId"_s, sdkAppId.value}, {u"TaskId"_s, taskId.toString()}}, sdkAppId, taskId);
}

ApiRequest makeDescribe(Core::SdkAppId sdkAppId, const Core::TaskId &taskId)
{
    return request(u"DescribeWhiteboardPush"_s, ActionKind::Read,
                   {{u"SdkAppId"_s, sdkAppId.value}, {u"TaskId"_s, taskId.toString()}}, sdkAppId, taskId);
}

ApiRequest makeSearch()
{
    ApiRequest search = request(u"DescribeWhiteboardPushSearch"_s, ActionKind::Read, {});
    search.longestAnswer = longestSearchAnswer;
    return search;
}

ApiRequest makeRunningTasks(Core::SdkAppId sdkAppId, qint64 offset, qint64 limit)
{
    return request(u"DescribeRunningTasks"_s, ActionKind::Read,
                   {{u"SdkAppID"_s, sdkAppId.value},
                    {u"TaskType"_s, u"WhiteboardPush"_s},
                    {u"Offset"_s, offset},
                    {u"Limit"_s, std::clamp(limit, qint64(1), largestTaskPage)}},
                   sdkAppId);
}

ApiRequest makeApplicationInfos()
{
    return request(u"DescribeApplicationInfos"_s, ActionKind::Read, {});
}

Core::BackupInfo decodeBackup(const QString &raw)
{
    Core::BackupInfo backup;
    backup.rawText = Core::plainText(raw, Core::longestKeptText);
    const QJsonDocument document = QJsonDocument::fromJson(raw.toUtf8());
    if (!document.isObject()) {
        return backup;
    }
    const QJsonObject object = document.object();
    if (const auto taskId = Core::TaskId::parse(object.value("TaskId"_L1).toString())) {
        backup.taskId = taskId->toString();
    }
    backup.requestId = Core::plainText(object.value("RequestId"_L1).toString(), longestName);
    backup.status = Core::taskStatusFromWire(object.value("Status"_L1).toString());
    return backup;
}

Core::Result<StopReply> parseStopReply(const QJsonObject &response)
{
    FieldReader reader(response);
    StopReply reply;
    reply.requestId = requestIdOf(response);
    reply.backup = decodeBackup(reader.rawText("Backup"_L1));
    reply.unknownFields = without(response, {"RequestId"_L1, "Backup"_L1});
    if (reader.error()) {
        return failureOf(reader, reply.requestId);
    }
    return reply;
}

Core::Result<TaskReply> parseTaskReply(const QJsonObject &response, const Core::TaskKey &asked)
{
    FieldReader reader(response);
    TaskReply reply;
    reply.requestId = requestIdOf(response);
    Core::PushTask &task = reply.task;
    task.key = asked;
    task.unknownFields = without(response,
                                 {"RequestId"_L1, "TaskId"_L1, "Status"_L1, "FinishReason"_L1, "RoomId"_L1,
                                  "GroupId"_L1, "PushUserId"_L1, "PushStartTime"_L1, "PushStopTime"_L1,
                                  "ExceptionCnt"_L1, "IMSyncTime"_L1, "Backup"_L1});
    const QString answeredId = reader.text("TaskId"_L1);
    if (!answeredId.isEmpty() && answeredId != asked.taskId.toString()) {
        task.unknownFields.insert("TaskId"_L1, answeredId);
    }
    readState(reader, task, reader.text("FinishReason"_L1));
    task.roomId = reader.integer("RoomId"_L1);
    task.groupId = reader.text("GroupId"_L1);
    task.pushUserId = reader.text("PushUserId"_L1);
    task.startTime = reader.time("PushStartTime"_L1);
    task.stopTime = reader.time("PushStopTime"_L1);
    task.exceptionCount = reader.integer("ExceptionCnt"_L1);
    task.imSyncTime = reader.integer("IMSyncTime"_L1);
    task.backup = decodeBackup(reader.rawText("Backup"_L1));
    if (reader.error()) {
        return failureOf(reader, reply.requestId);
    }
    return reply;
}

Core::Result<TaskPage> parseSearchReply(const QJsonObject &response, const QString &accountId,
                                        const ItemFilter &isWanted)
{
    return parsePage(
        response, "WhiteboardPushTaskSet"_L1, "TotalCount"_L1,
        [&accountId](const QJsonObject &item) {
            return itemKey(item, "SdkAppId"_L1, "TaskId"_L1, accountId);
        },
        &searchItem, isWanted);
}

Core::Result<TaskPage> parseRunningTasksReply(const QJsonObject &response, const QString &accountId,
                                              const ItemFilter &isWanted)
{
    return parsePage(
        response, "Tasks"_L1, "Total"_L1,
        [&accountId](const QJsonObject &item) -> std::optional<Core::TaskKey> {
            const QString type = item.value("TaskType"_L1).toString();
            if (!type.isEmpty() && type != "WhiteboardPush"_L1) {
                return std::nullopt; // transcoding or recording: not asked for
            }
            return itemKey(item, "SdkAppID"_L1, "TaskID"_L1, accountId);
        },
        &runningItem, isWanted);
}

Core::Result<ApplicationsReply> parseApplicationsReply(const QJsonObject &response)
{
    FieldReader reader(response);
    ApplicationsReply reply;
    reply.requestId = requestIdOf(response);
    for (const QJsonValue &value : reader.array("ApplicationInfos"_L1)) {
        const QJsonObject item = value.toObject();
        FieldReader fields(item);
        const auto sdkAppId = Core::SdkAppId::parse(QString::number(fields.integer("SdkAppId"_L1)));
        const Application application{sdkAppId.value_or(Core::SdkAppId{}), fields.text("AppName"_L1),
                                      serviceTime(fields.text("CreateTime"_L1))};
        if (fields.error()) {
            return failureOf(fields, reply.requestId);
        }
        if (sdkAppId) {
            reply.applications.append(application);
        }
    }
    if (reader.error()) {
        return failureOf(reader, reply.requestId);
    }
    return reply;
}

} // namespace Api
