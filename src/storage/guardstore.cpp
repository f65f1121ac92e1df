// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/guardstore.h"

#include "storage/connection.h"
#include "storage/database.h"
#include "storage/rowvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

[[nodiscard]] Core::TaskKey taskKeyFrom(RowReader &row)
{
    Core::TaskKey task;
    task.accountId = row.text();
    task.sdkAppId = Core::SdkAppId{row.number()};
    task.taskId = Core::TaskId::parse(row.text()).value_or(Core::TaskId());
    return task;
}

void appendRule(QList<Core::GuardRule> &rules, const QSqlQuery &query)
{
    RowReader row(query);
    Core::GuardRule rule;
    rule.id = row.number();
    const std::optional<Core::GuardKind> kind = Core::guardKindFromWord(row.text());
    rule.isEnabled = row.number() != 0;
    rule.accountId = row.text();
    rule.sdkAppId = Core::SdkAppId{row.number()};
    rule.minutes = static_cast<int>(row.number());
    rule.since = row.time();
    if (kind) {
        rule.kind = *kind;
        rules.append(rule);
    }
}

[[nodiscard]] Core::Result<GuardNotes> readNotes(Connection &connection)
{
    GuardNotes notes;
    return connection
        .rows(u"SELECT id, kind, is_enabled, account_id, sdk_app_id, minutes, since FROM rule ORDER BY id"_s,
              {}, [&notes](const QSqlQuery &query) { appendRule(notes.rules, query); })
        .and_then([&connection, &notes] {
            return connection.rows(u"SELECT account_id, sdk_app_id, task_id, at FROM scheduled_stop"_s, {},
                                   [&notes](const QSqlQuery &query) {
                                       RowReader row(query);
                                       const Core::TaskKey task = taskKeyFrom(row);
                                       notes.stops.append({task, row.time()});
                                   });
        })
        .and_then([&connection, &notes] {
            return connection.rows(u"SELECT account_id, sdk_app_id, task_id, rule_id, until FROM rule_mark"_s,
                                   {}, [&notes](const QSqlQuery &query) {
                                       RowReader row(query);
                                       const Core::TaskKey task = taskKeyFrom(row);
                                       const qint64 ruleId = row.number();
                                       notes.marks.append({ruleId, task, row.time()});
                                   });
        })
        .map([&notes] { return notes; });
}

//! Runs the statement once with each of `rows`; stops at the first that fails.
[[nodiscard]] Core::Result<void> changeEach(Connection &connection, const QString &statement,
                                            const QList<QVariantList> &rows)
{
    for (const QVariantList &row : rows) {
        if (const auto changed = connection.change(statement, row); !changed) {
            return Core::failure(changed.error());
        }
    }
    return {};
}

[[nodiscard]] QList<QVariantList> rowsOf(const QList<Core::TaskKey> &tasks)
{
    QList<QVariantList> rows;
    for (const Core::TaskKey &task : tasks) {
        rows.append(toColumns(task));
    }
    return rows;
}

[[nodiscard]] Core::Result<void> removeOtherRules(Connection &connection, const QList<Core::GuardRule> &rules)
{
    QList<QVariantList> gone;
    const auto read = connection.rows(u"SELECT id FROM rule"_s, {}, [&](const QSqlQuery &query) {
        const qint64 id = RowReader(query).number();
        if (std::ranges::find(rules, id, &Core::GuardRule::id) == rules.end()) {
            gone.append(QVariantList{id});
        }
    });
    return read.and_then([&] { return changeEach(connection, u"DELETE FROM rule WHERE id = ?"_s, gone); });
}

} // namespace

GuardStore::GuardStore(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

void GuardStore::load(QObject *context, Callback<GuardNotes> done)
{
    m_database.read<GuardNotes>(&readNotes, context, std::move(done));
}

void GuardStore::saveRules(const QList<Core::GuardRule> &rules, const QList<qint64> &begunAnew,
                           QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [rules, begunAnew](Connection &connection) {
            QList<QVariantList> marks;
            for (const qint64 id : begunAnew) {
                marks.append(QVariantList{id});
            }
            QList<QVariantList> rows;
            for (const Core::GuardRule &rule : rules) {
                rows.append(QVariantList{rule.id, toColumn(Core::toWord(rule.kind)), rule.isEnabled ? 1 : 0,
                                         toColumn(rule.accountId), rule.sdkAppId.value, rule.minutes,
                                         toColumn(rule.since)});
            }
            return removeOtherRules(connection, rules)
                .and_then([&] {
                    return changeEach(connection, u"DELETE FROM rule_mark WHERE rule_id = ?"_s, marks);
                })
                .and_then([&] {
                    // Not a REPLACE: that would take the marks along.
                    return changeEach(
                        connection,
                        u"INSERT INTO rule (id, kind, is_enabled, account_id, sdk_app_id, minutes, since) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, "
                        "is_enabled = excluded.is_enabled, account_id = excluded.account_id, "
                        "sdk_app_id = excluded.sdk_app_id, minutes = excluded.minutes, "
                        "since = excluded.since"_s,
                        rows);
                });
        },
        context, std::move(done));
}

void GuardStore::saveStops(const QList<Core::ScheduledStop> &stops, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [stops](Connection &connection) {
            QList<QVariantList> rows;
            for (const Core::ScheduledStop &stop : stops) {
                rows.append(toColumns(stop.task) + QVariantList{toColumn(stop.at)});
            }
            return changeEach(connection,
                              u"INSERT OR REPLACE INTO scheduled_stop (account_id, sdk_app_id, task_id, at) "
                              "VALUES (?, ?, ?, ?)"_s,
                              rows);
        },
        context, std::move(done));
}

void GuardStore::removeStops(const QList<Core::TaskKey> &tasks, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [tasks](Connection &connection) {
            return changeEach(
                connection,
                u"DELETE FROM scheduled_stop WHERE account_id = ? AND sdk_app_id = ? AND task_id = ?"_s,
                rowsOf(tasks));
        },
        context, std::move(done));
}

void GuardStore::saveMarks(const QList<Core::GuardMark> &marks, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [marks](Connection &connection) {
            QList<QVariantList> rows;
            for (const Core::GuardMark &mark : marks) {
                rows.append(toColumns(mark.task) + QVariantList{mark.ruleId, toColumn(mark.until)});
            }
            return changeEach(
                connection,
                u"INSERT OR REPLACE INTO rule_mark (account_id, sdk_app_id, task_id, rule_id, until) "
                "VALUES (?, ?, ?, ?, ?)"_s,
                rows);
        },
        context, std::move(done));
}

void GuardStore::forget(const QList<Core::TaskKey> &tasks, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [tasks](Connection &connection) {
            const QString where = u" WHERE account_id = ? AND sdk_app_id = ? AND task_id = ?"_s;
            return changeEach(connection, QString(u"DELETE FROM scheduled_stop"_s + where), rowsOf(tasks))
                .and_then([&] {
                    return changeEach(connection, QString(u"DELETE FROM rule_mark"_s + where), rowsOf(tasks));
                });
        },
        context, std::move(done));
}

} // namespace Storage
