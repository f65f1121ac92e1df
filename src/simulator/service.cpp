// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/service.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 defaultAutoStopS = 1800;
constexpr qint64 runningWindowMs = qint64(3) * 24 * 3600 * 1000; // DescribeRunningTasks looks back three days

tl::unexpected<ApiFailure> badStart(const QString &message)
{
    return refuse(u"InvalidParameter.RecordParameter"_s, message);
}

bool isWithin(const QJsonObject &parameters, QLatin1StringView name, qint64 least, qint64 most)
{
    const QJsonValue value = parameters.value(name);
    return value.isUndefined() || value.isNull() || (value.toInteger() >= least && value.toInteger() <= most);
}

bool isOwnId(const QString &text)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9_-]{0,64}\\z"_s);
    return allowed.match(text).hasMatch();
}

QString orElse(const QString &text, const QString &fallback)
{
    return text.isEmpty() ? fallback : text;
}

} // namespace

Service::Service(const Settings &settings, const Core::Clock &clock)
    : m_clock(clock)
    , m_settings(settings)
    , m_wallOffsetMs(clock.nowUtc().toMSecsSinceEpoch() - clock.monotonicMs())
{
    for (const TaskSeed &seed : settings.tasks) {
        addTask(seed); // a scenario was checked when it was read
    }
}

Outcome<QJsonObject> Service::execute(const Call &call)
{
    const std::lock_guard lock(m_mutex);
    switch (call.action) {
    case ActionKind::Stop:
        return stop(call);
    case ActionKind::Start:
        return start(call);
    case ActionKind::Describe:
        return describe(call);
    case ActionKind::Search:
        return search(call);
    case ActionKind::RunningTasks:
        return runningTasks(call);
    case ActionKind::SetCallback:
        return setCallback(call);
    case ActionKind::SetCallbackKey:
        return setCallbackKey(call);
    case ActionKind::DescribeCallback:
        return describeCallback(call);
    case ActionKind::ApplicationInfos:
        return applicationInfos(call);
    case ActionKind::Example:
        return example(call);
    }
    return refuse(u"InternalError"_s, u"No such action."_s);
}

Core::Result<QString> Service::addTask(const TaskSeed &seed)
{
    const std::lock_guard lock(m_mutex);
    const bool isKnown = std::any_of(m_settings.applications.cbegin(), m_settings.applications.cend(),
                                     [&seed](const Application &a) { return a.sdkAppId == seed.sdkAppId; });
    if (!isKnown) {
        return Core::failure(
            Core::Error::invalidInput(QString(u"no application "_s + QString::number(seed.sdkAppId))));
    }
    if (m_tasks.contains(seed.taskId)
        || (!seed.backupTaskId.isEmpty() && m_tasks.contains(seed.backupTaskId))) {
        return Core::failure(Core::Error::invalidInput(
            QString(u"task "_s + seed.taskId + u" or its backup is there already"_s)));
    }
    Task task = Task::seeded(seed, moment().nowMs, m_settings.startDelayMs);
    if (task.taskId.isEmpty()) {
        task.taskId = newTaskId();
    }
    if (!seed.backupTaskId.isEmpty()) {
        Task backup = task;
        backup.taskId = seed.backupTaskId;
        backup.pushUserId = orElse(seed.backupPushUserId, QString(task.pushUserId + u"_backup"_s));
        backup.backupTaskId.clear();
        backup.isBackup = true;
        backup.failsWhenStopped = false;
        keep(std::move(backup));
    }
    return keep(std::move(task)).taskId;
}

void Service::forgetEnded(qint64 agoMs)
{
    const std::lock_guard lock(m_mutex);
    const qint64 then = moment().nowMs - agoMs;
    m_order.removeIf([then](const Task *task) { return task->status(then) == SimulatedStatus::Stopped; });
    std::erase_if(
        m_tasks, [then](const auto &entry) { return entry.second.status(then) == SimulatedStatus::Stopped; });
}

void Service::setDelays(int startDelayMs, int stopDelayMs)
{
    const std::lock_guard lock(m_mutex);
    m_settings.startDelayMs = startDelayMs;
    m_settings.stopDelayMs = stopDelayMs;
}

void Service::setClockSkew(int seconds)
{
    const std::lock_guard lock(m_mutex);
    m_settings.clockSkewS = seconds;
}

QJsonArray Service::tasks() const
{
    const std::lock_guard lock(m_mutex);
    const Moment now = moment();
    QJsonArray list;
    for (const Task *task : m_order) {
        list.append(taskOverview(*task, now));
    }
    return list;
}

qint64 Service::unixTime() const
{
    const std::lock_guard lock(m_mutex);
    // The machine's wall clock as it is now, jumps included: this is what signatures are judged by.
    return m_clock.nowUtc().toSecsSinceEpoch() + m_settings.clockSkewS;
}

Moment Service::moment() const
{
    return {m_clock.monotonicMs(), m_wallOffsetMs + qint64(m_settings.clockSkewS) * 1000};
}

QString Service::newTaskId() const
{
    static constexpr QLatin1StringView letters = "0123456789abcdefghijklmnopqrstuvwxyz"_L1;
    QString id;
    do {
        id.clear();
        for (int i = 0; i < 20; ++i) {
            id += letters.at(QRandomGenerator::global()->bounded(36));
        }
    } while (m_tasks.contains(id));
    return id;
}

bool Service::owns(const QString &secretId, qint64 sdkAppId) const
{
    return std::any_of(m_settings.accounts.cbegin(), m_settings.accounts.cend(), [&](const Account &account) {
        return account.secretId == secretId && account.sdkAppIds.contains(sdkAppId);
    });
}

Outcome<qint64> Service::ownApplication(const Call &call, QLatin1StringView field) const
{
    const qint64 id = call.parameters.value(field).toInteger();
    const auto application = std::find_if(m_settings.applications.cbegin(), m_settings.applications.cend(),
                                          [id](const Application &a) { return a.sdkAppId == id; });
    if (application == m_settings.applications.cend() || !owns(call.secretId, id)) {
        return refuse(u"UnauthorizedOperation.SdkAppId"_s,
                      u"The application does not exist or belongs to another account."_s);
    }
    if (!application->condition.isEmpty()) {
        return refuse(application->condition, u"The application cannot be used."_s);
    }
    return id;
}

Outcome<Task *> Service::ownTask(const Call &call)
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppId"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    const auto found = m_tasks.find(call.parameters.value("TaskId"_L1).toString());
    if (found == m_tasks.end() || found->second.sdkAppId != *app) {
        return refuse(u"InvalidParameter.TaskNotFound"_s, u"The task is not found."_s);
    }
    return &found->second;
}

Task &Service::keep(Task task)
{
    const QString id = task.taskId;
    Task &kept = m_tasks.insert_or_assign(id, std::move(task)).first->second;
    m_order.append(&kept);
    return kept;
}

Outcome<void> Service::checkStart(qint64 app, const QJsonObject &parameters) const
{
    constexpr qint64 lastRoom = 4'294'967'295;
    if (!isWithin(parameters, "RoomId"_L1, 1, lastRoom)
        || !isWithin(parameters, "TRTCRoomId"_L1, 1, lastRoom)) {
        return badStart(u"RoomId is out of range."_s);
    }
    const QString user = parameters.value("PushUserId"_L1).toString();
    if (user.isEmpty() || user.toUtf8().size() > 60) {
        return badStart(u"PushUserId must have 1 to 60 bytes."_s);
    }
    if (!isWithin(parameters, "AutoStopTimeout"_L1, 300, 259'200)
        || !isWithin(parameters, "VideoFPS"_L1, 0, 30) || !isWithin(parameters, "VideoBitrate"_L1, 0, 2000)) {
        return badStart(u"AutoStopTimeout, VideoFPS or VideoBitrate is out of range."_s);
    }
    if (m_settings.edition == Edition::International && parameters.contains("GroupId"_L1)) {
        return refuse(u"UnknownParameter"_s, u"The parameter GroupId is not defined."_s);
    }
    constexpr qint64 anySize = std::numeric_limits<qint32>::max();
    const QJsonObject whiteboard = parameters.value("Whiteboard"_L1).toObject();
    if (!isWithin(whiteboard, "Width"_L1, 2, anySize) || !isWithin(whiteboard, "Height"_L1, 2, anySize)) {
        return badStart(u"Whiteboard.Width and Whiteboard.Height are 2 or more."_s);
    }
    if (!isOwnId(parameters.value("UserDefinedRecordId"_L1).toString())
        || !isOwnId(parameters.value("UserDefinedStreamId"_L1).toString())) {
        return badStart(u"UserDefinedRecordId or UserDefinedStreamId is not of 64 of [A-Za-z0-9_-]."_s);
    }
    const qint64 now = moment().nowMs;
    const qint64 room = parameters.value("RoomId"_L1).toInteger();
    int running = 0;
    for (const Task *task : m_order) {
        if (task->sdkAppId != app || task->status(now) == SimulatedStatus::Stopped) {
            continue;
        }
        if (task->pushUserId == user) {
            return refuse(u"ResourceInUse.RecordUserId"_s, u"The PushUserId is used by another task."_s);
        }
        if (task->roomId == room) {
            return refuse(u"LimitExceeded.TaskConcurrency"_s, u"The room has a push task already."_s);
        }
        running += task->isBackup ? 0 : 1;
    }
    if (running >= m_settings.runningTasksPerApplication) {
        return refuse(u"LimitExceeded.TaskConcurrency"_s, u"The application has too many push tasks."_s);
    }
    return {};
}

Service::Answer Service::start(const Call &call)
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppId"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    const QJsonObject &parameters = call.parameters;
    if (const Outcome<void> checked = checkStart(*app, parameters); !checked) {
        return tl::unexpected(checked.error());
    }
    Task task;
    task.sdkAppId = *app;
    task.taskId = newTaskId();
    task.roomId = parameters.value("RoomId"_L1).toInteger();
    task.groupId = orElse(parameters.value("GroupId"_L1).toString(), QString::number(task.roomId));
    task.pushUserId = parameters.value("PushUserId"_L1).toString();
    task.isBackupManaged = parameters.value("AutoManageBackup"_L1).toBool();
    const qint64 autoStopS = parameters.value("AutoStopTimeout"_L1).toInteger(defaultAutoStopS);
    task.begin(moment().nowMs, m_settings.startDelayMs, autoStopS * 1000);

    QString backupText;
    const QJsonObject wanted = parameters.value("Backup"_L1).toObject();
    if (!wanted.isEmpty()) {
        Task backup = task;
        backup.isBackup = true;
        backup.pushUserId = wanted.value("PushUserId"_L1).toString();
        do {
            backup.taskId = newTaskId();
        } while (backup.taskId == task.taskId);
        task.backupTaskId = backup.taskId;
        backupText = compactText({{u"RequestId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                  {u"TaskId"_s, backup.taskId}});
        keep(std::move(backup));
    }
    const QString taskId = keep(std::move(task)).taskId;
    return QJsonObject{{u"TaskId"_s, taskId}, {u"Backup"_s, backupText}};
}

Service::Answer Service::stop(const Call &call)
{
    const Outcome<Task *> task = ownTask(call);
    if (!task) {
        return tl::unexpected(task.error());
    }
    const qint64 now = moment().nowMs;
    if (!(*task)->requestStop(now, m_settings.stopDelayMs)) {
        return refuse(u"UnsupportedOperation.TaskHasAlreadyStopped"_s, u"The task has already stopped."_s);
    }
    QString backupText;
    const auto backup = m_tasks.find((*task)->backupTaskId);
    if ((*task)->isBackupManaged && backup != m_tasks.end()
        && backup->second.requestStop(now, m_settings.stopDelayMs)) {
        backupText = compactText({{u"RequestId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}});
    }
    return QJsonObject{{u"Backup"_s, backupText}};
}

Service::Answer Service::describe(const Call &call)
{
    const Outcome<Task *> task = ownTask(call);
    if (!task) {
        return tl::unexpected(task.error());
    }
    const Moment now = moment();
    if ((*task)->hasFailed(now.nowMs)) {
        return tl::unexpected(taskFailure());
    }
    QJsonObject answer = describedTask(**task, now);
    const auto backup = m_tasks.find((*task)->backupTaskId);
    answer.insert(u"Backup"_s,
                  backup == m_tasks.end() ? QString() : compactText(describedTask(backup->second, now)));
    return answer;
}

Service::Answer Service::search(const Call &call) const
{
    const Moment now = moment();
    const qint64 room = call.parameters.value("RoomId"_L1).toInteger();
    QJsonArray found;
    for (const Task *task : m_order) {
        if (owns(call.secretId, task->sdkAppId) && (room == 0 || task->roomId == room)) {
            found.append(foundTask(*task, now));
        }
    }
    const qint64 offset = call.parameters.value("Offset"_L1).toInteger(0);
    const qint64 mostListed = m_settings.longestSearch > 0 ? m_settings.longestSearch : found.size();
    const qint64 limit = qMin(mostListed, call.parameters.value("Limit"_L1).toInteger(found.size()));
    QJsonArray page;
    for (qint64 i = qMax<qint64>(offset, 0); i < found.size() && page.size() < limit; ++i) {
        page.append(found.at(i));
    }
    return QJsonObject{{u"WhiteboardPushTaskSet"_s, page}, {u"TotalCount"_s, found.size()}};
}

Service::Answer Service::runningTasks(const Call &call) const
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppID"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    static const QStringList types{u"TranscodeH5"_s, u"TranscodeJPG"_s, u"WhiteboardPush"_s,
                                   u"OnlineRecord"_s};
    const QString type = call.parameters.value("TaskType"_L1).toString();
    const qint64 offset = call.parameters.value("Offset"_L1).toInteger(0);
    const qint64 limit = call.parameters.value("Limit"_L1).toInteger(100);
    if (!types.contains(type) || offset < 0 || limit < 1 || limit > 500) {
        return refuse(u"InvalidParameterValue"_s, u"TaskType, Offset or Limit is out of range."_s);
    }
    const Moment now = moment();
    qint64 total = 0;
    QJsonArray page;
    for (const Task *task : m_order) {
        if (type != "WhiteboardPush"_L1 || task->sdkAppId != *app
            || task->createdMs < now.nowMs - runningWindowMs) {
            continue;
        }
        if (total++ >= offset && page.size() < limit) {
            page.append(runningTask(*task, now));
        }
    }
    return QJsonObject{{u"Total"_s, total}, {u"Tasks"_s, page}};
}

Service::Answer Service::setCallback(const Call &call)
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppId"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    const QString url = call.parameters.value("Callback"_L1).toString();
    if (!url.isEmpty() && !url.startsWith("http://"_L1) && !url.startsWith("https://"_L1)) {
        return refuse(u"InvalidParameter.CallbackAddressFormatError"_s,
                      u"The address must begin with http:// or https://."_s);
    }
    m_callbacks[*app].url = url;
    return QJsonObject{};
}

Service::Answer Service::setCallbackKey(const Call &call)
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppId"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    const QString key = call.parameters.value("CallbackKey"_L1).toString();
    if (key.size() > 64) {
        return refuse(u"InvalidParameter"_s, u"CallbackKey has more than 64 characters."_s);
    }
    m_callbacks[*app].key = key;
    return QJsonObject{};
}

Service::Answer Service::describeCallback(const Call &call) const
{
    const Outcome<qint64> app = ownApplication(call, "SdkAppId"_L1);
    if (!app) {
        return tl::unexpected(app.error());
    }
    const Callback callback = m_callbacks.value(*app);
    return QJsonObject{{u"Callback"_s, callback.url}, {u"CallbackKey"_s, callback.key}};
}

Service::Answer Service::applicationInfos(const Call &call) const
{
    QJsonArray infos;
    for (const Application &application : m_settings.applications) {
        if (!owns(call.secretId, application.sdkAppId)) {
            continue;
        }
        const QString text = QString::number(application.sdkAppId);
        infos.append(QJsonObject{
            {u"SdkAppId"_s,
             m_settings.isApplicationIdText ? QJsonValue(text) : QJsonValue(application.sdkAppId)},
            {u"AppName"_s, application.name},
            {u"CreateTime"_s, u"2019-11-10 00:00:00"_s},
            {u"TagList"_s, QJsonArray()},
        });
    }
    return QJsonObject{{u"ApplicationInfos"_s, infos}, {u"AllOption"_s, 1}};
}

//! The catalogue's example, for an application of the caller's if the call names one.
Service::Answer Service::example(const Call &call) const
{
    for (const QLatin1StringView field : {"SdkAppId"_L1, "SdkAppID"_L1}) {
        if (call.parameters.contains(field)) {
            if (const Outcome<qint64> app = ownApplication(call, field); !app) {
                return tl::unexpected(app.error());
            }
        }
    }
    return call.example;
}

} // namespace Simulator
