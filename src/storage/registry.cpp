// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/registry.h"

#include "storage/connection.h"
#include "storage/database.h"
#include "storage/rowvalues.h"

#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

const QString columns =
    u"account_id, sdk_app_id, task_id, label, status, finish_reason, room_id, group_id, push_user_id, "
    "create_time, start_time, stop_time, exception_count, im_sync_time, "
    "backup_raw, backup_task_id, backup_request_id, backup_status, "
    "task_error_code, task_error_message, unknown_fields, "
    "last_outcome, last_error_code, last_error_message, last_request_id, last_result_at, added_at, "
    "refreshed_at, "
    "vanished_at"_s;
constexpr int columnCount = 29;
const QString isOfKey = u"account_id = ? AND sdk_app_id = ? AND task_id = ?"_s;
//! In the place of a backup's status: the service does not know it.
constexpr QLatin1StringView goneBackup("GONE");

[[nodiscard]] QVariantList toRow(const Core::PushTask &task)
{
    return {
        toColumn(task.key.accountId),
        task.key.sdkAppId.value,
        toColumn(task.key.taskId.toString()),
        toColumn(task.label),
        toColumn(toWire(task.status)),
        toColumn(toWire(task.finishReason)),
        task.roomId,
        toColumn(task.groupId),
        toColumn(task.pushUserId),
        toColumn(task.createTime),
        toColumn(task.startTime),
        toColumn(task.stopTime),
        task.exceptionCount,
        task.imSyncTime,
        toColumn(task.backup.rawText),
        toColumn(task.backup.taskId),
        toColumn(task.backup.requestId),
        toColumn(task.backup.isGone ? QString(goneBackup) : toWire(task.backup.status)),
        toColumn(task.taskErrorCode),
        toColumn(task.taskErrorMessage),
        toColumn(QString::fromUtf8(QJsonDocument(task.unknownFields).toJson(QJsonDocument::Compact))),
        toColumn(task.lastOutcome),
        toColumn(task.lastErrorCode),
        toColumn(task.lastErrorMessage),
        toColumn(task.lastRequestId),
        toColumn(task.lastResultAt),
        toColumn(task.addedAt),
        toColumn(task.refreshedAt),
        toColumn(task.vanishedAt),
    };
}

[[nodiscard]] Core::PushTask fromRow(const QSqlQuery &query)
{
    RowReader row(query);
    Core::PushTask task;
    task.key.accountId = row.text();
    task.key.sdkAppId = Core::SdkAppId{row.number()};
    task.key.taskId = Core::TaskId::parse(row.text()).value_or(Core::TaskId());
    task.label = row.text();
    task.status = Core::taskStatusFromWire(row.text());
    task.finishReason = Core::finishReasonFromWire(row.text());
    task.roomId = row.number();
    task.groupId = row.text();
    task.pushUserId = row.text();
    task.createTime = row.time();
    task.startTime = row.time();
    task.stopTime = row.time();
    task.exceptionCount = row.number();
    task.imSyncTime = row.number();
    task.backup.rawText = row.text();
    task.backup.taskId = row.text();
    task.backup.requestId = row.text();
    const QString backupStatus = row.text();
    task.backup.status = Core::taskStatusFromWire(backupStatus);
    task.backup.isGone = backupStatus == goneBackup;
    task.taskErrorCode = row.text();
    task.taskErrorMessage = row.text();
    task.unknownFields = QJsonDocument::fromJson(row.text().toUtf8()).object();
    task.lastOutcome = Core::stopOutcomeFromWord(row.text());
    task.lastErrorCode = row.text();
    task.lastErrorMessage = row.text();
    task.lastRequestId = row.text();
    task.lastResultAt = row.time();
    task.addedAt = row.time();
    task.refreshedAt = row.time();
    task.vanishedAt = row.time();
    task.stopPhase = task.lastOutcome ? Core::StopPhase::Settled : Core::StopPhase::None;
    return task;
}

[[nodiscard]] Core::Result<std::optional<Core::PushTask>> find(Connection &connection,
                                                               const Core::TaskKey &key)
{
    std::optional<Core::PushTask> found;
    const QString select = u"SELECT "_s + columns + u" FROM task WHERE "_s + isOfKey;
    const Core::Result<void> read =
        connection.rows(select, toColumns(key), [&found](const QSqlQuery &row) { found = fromRow(row); });
    if (!read) {
        return Core::failure(read.error());
    }
    return found;
}

[[nodiscard]] Core::Result<void> put(Connection &connection, const Core::PushTask &task)
{
    const QString insert = u"INSERT OR REPLACE INTO task ("_s + columns + u") VALUES ("_s
        + u"?, "_s.repeated(columnCount - 1) + u"?)"_s;
    if (const auto saved = connection.change(insert, toRow(task)); !saved) {
        return Core::failure(saved.error());
    }
    return {};
}

} // namespace

TaskRegistry::TaskRegistry(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

void TaskRegistry::load(QObject *context, Callback<QList<Core::PushTask>> done)
{
    m_database.read<QList<Core::PushTask>>(
        [](Connection &connection) -> Core::Result<QList<Core::PushTask>> {
            QList<Core::PushTask> tasks;
            const QString select =
                u"SELECT "_s + columns + u" FROM task ORDER BY added_at, account_id, sdk_app_id, task_id"_s;
            const Core::Result<void> read =
                connection.rows(select, {}, [&tasks](const QSqlQuery &row) { tasks.append(fromRow(row)); });
            if (!read) {
                return Core::failure(read.error());
            }
            return tasks;
        },
        context, std::move(done));
}

void TaskRegistry::save(const QList<Core::PushTask> &tasks, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [tasks](Connection &connection) -> Core::Result<void> {
            for (const Core::PushTask &task : tasks) {
                if (const auto saved = put(connection, task); !saved) {
                    return saved;
                }
            }
            return {};
        },
        context, std::move(done));
}

void TaskRegistry::merge(const QList<Core::PushTask> &tasks, const Merging &merged, QObject *context,
                         Callback<void> done)
{
    m_database.write<void>(
        [tasks, merged](Connection &connection) -> Core::Result<void> {
            for (const Core::PushTask &task : tasks) {
                const auto kept = find(connection, task.key);
                if (!kept) {
                    return Core::failure(kept.error());
                }
                if (const auto saved = put(connection, *kept ? merged(**kept, task) : task); !saved) {
                    return saved;
                }
            }
            return {};
        },
        context, std::move(done));
}

void TaskRegistry::remove(const QList<Core::TaskKey> &keys, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [keys](Connection &connection) -> Core::Result<void> {
            for (const Core::TaskKey &key : keys) {
                const auto removed =
                    connection.change(u"DELETE FROM task WHERE "_s + isOfKey, toColumns(key));
                if (!removed) {
                    return Core::failure(removed.error());
                }
            }
            return {};
        },
        context, std::move(done));
}

} // namespace Storage
