// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/pushtask.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace Api {

// Requests. Pure.

[[nodiscard]] ApiRequest makeStop(Core::SdkAppId sdkAppId, const Core::TaskId &taskId);
[[nodiscard]] ApiRequest makeDescribe(Core::SdkAppId sdkAppId, const Core::TaskId &taskId);
//! DescribeWhiteboardPushSearch, the international edition's list: no field is declared, none is sent.
[[nodiscard]] ApiRequest makeSearch();
inline constexpr qint64 largestTaskPage = 500; //!< the documented maximum of DescribeRunningTasks' Limit
//! DescribeRunningTasks, the mainland edition's list. `limit` is 1 to largestTaskPage.
[[nodiscard]] ApiRequest makeRunningTasks(Core::SdkAppId sdkAppId, qint64 offset = 0, qint64 limit = 100);
[[nodiscard]] ApiRequest makeApplicationInfos();

// Answers. Pure; they take the Response object of an answer that was judged good. Absent and null fields are
// empty, integers may come as text, a wrong type is WrongShape naming the field.

struct StopReply
{
    QString requestId;
    Core::BackupInfo backup;
    QJsonObject unknownFields;
};

struct TaskReply
{
    QString requestId;
    Core::PushTask task;
};

struct TaskPage
{
    QString requestId;
    QList<Core::PushTask> tasks;
    qint64 total = 0; //!< as the service counts, all pages
    int skipped = 0; //!< items whose application or task id is none; they are not in `tasks`
    qint64 items = 0; //!< on this page, whether or not they are in `tasks`
};

//! Which items of a list are wanted; the others are counted and not read. Empty: all.
using ItemFilter = std::function<bool(const Core::TaskKey &)>;

struct Application
{
    Core::SdkAppId sdkAppId;
    QString name;
    QDateTime createTime; //!< invalid if not said

    bool operator==(const Application &) const = default;
};

struct ApplicationsReply
{
    QString requestId;
    QList<Application> applications;
};

[[nodiscard]] Core::Result<StopReply> parseStopReply(const QJsonObject &response);
//! The task keeps the key that was asked; a TaskId answered instead is kept in unknownFields. A status or
//! finish reason that is not documented is Unknown or None, its word kept in unknownFields too.
[[nodiscard]] Core::Result<TaskReply> parseTaskReply(const QJsonObject &response, const Core::TaskKey &asked);
[[nodiscard]] Core::Result<TaskPage>
parseSearchReply(const QJsonObject &response, const QString &accountId = {}, const ItemFilter &isWanted = {});
[[nodiscard]] Core::Result<TaskPage> parseRunningTasksReply(const QJsonObject &response,
                                                            const QString &accountId = {},
                                                            const ItemFilter &isWanted = {});
[[nodiscard]] Core::Result<ApplicationsReply> parseApplicationsReply(const QJsonObject &response);

//! What a Backup text tells; a text that is not JSON is kept as it came.
[[nodiscard]] Core::BackupInfo decodeBackup(const QString &raw);

} // namespace Api
