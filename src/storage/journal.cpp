// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "storage/connection.h"
#include "storage/database.h"
#include "storage/journalrows.h"
#include "storage/ownerlease.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

[[nodiscard]] Core::Result<qint64> openOne(Connection &connection, const Core::Intent &intent)
{
    const Core::Result<qint64> id = insertIntent(connection, intent);
    if (!id) {
        return id;
    }
    Core::JournalEvent requested;
    requested.intentId = *id;
    requested.kind = Core::EventKind::Requested;
    requested.action = intent.action;
    requested.at = intent.requestedAt;
    return insertEvent(connection, requested).map([&id] { return *id; });
}

//! What the events say of an intent that is open; there may be many of a Describe of it, which say nothing.
[[nodiscard]] Core::Result<void> readState(Connection &connection, Core::OpenIntent &open)
{
    return connection.rows(QString(u"SELECT "_s + eventColumns()
                                   + u" FROM event e LEFT JOIN exchange x ON x.event_id = e.id "
                                     "WHERE e.intent_id = ? AND e.kind IN (1, 2, 4) AND e.action = ? "
                                     "ORDER BY e.id"_s),
                           {open.intent.id, toColumn(open.intent.action)}, [&open](const QSqlQuery &query) {
                               RowReader row(query);
                               const Core::JournalEvent event = readEvent(row);
                               if (event.kind == Core::EventKind::Settled) {
                                   open.settledAs = event.outcome;
                                   return;
                               }
                               if (event.kind == Core::EventKind::Sent) {
                                   ++open.sentAttempts;
                                   open.lastSentAt = event.at;
                                   return;
                               }
                               open.isAccepted = open.isAccepted || !event.error;
                               open.lastError = event.error;
                               if (event.error) {
                                   open.errors.append(*event.error);
                               }
                               if (!event.requestId.isEmpty()) {
                                   open.requestId = event.requestId;
                               }
                               open.backupRequestId = event.backupRequestId;
                               open.startedTaskId = event.taskId;
                               open.startedBackupTaskId = event.backupTaskId;
                           });
}

[[nodiscard]] Core::Result<QList<Core::OpenIntent>> readOpen(Connection &connection, const QString &directory,
                                                             const QString &ownOwner)
{
    QList<Core::OpenIntent> intents;
    Core::Result<void> read =
        connection.rows(QString(u"SELECT "_s + intentColumns()
                                + u" FROM open_intent o JOIN intent i ON i.id = o.intent_id ORDER BY i.id"_s),
                        {}, [&intents, &ownOwner](const QSqlQuery &query) {
                            RowReader row(query);
                            Core::OpenIntent open;
                            open.intent = readIntent(row);
                            open.isOfThisRun = open.intent.owner == ownOwner;
                            intents.append(open);
                        });
    QHash<QString, bool> isAlive{{ownOwner, true}};
    for (auto open = intents.begin(); open != intents.end() && read; ++open) {
        // Before its events are read: to what is dead by then none are added that we would not know.
        const QString &owner = open->intent.owner;
        if (!isAlive.contains(owner)) {
            isAlive.insert(owner, OwnerLease::isAlive(directory, owner));
        }
        read = readState(connection, *open);
    }
    intents.removeIf([&isAlive](const Core::OpenIntent &open) {
        // One whose run is done with it may have been left unknown, or settled since the list was read.
        return open.settledAs ? *open.settledAs != Core::StopOutcome::Unknown
                              : isAlive.value(open.intent.owner);
    });
    if (!read) {
        return Core::failure(read.error());
    }
    return intents;
}

//! A request stands in the history with the time of its last try, which may be long before its end.
constexpr int longestTryDays = 7;

[[nodiscard]] Core::Result<QList<Core::UnsentStop>> readUnsentStops(Connection &connection,
                                                                    const QDateTime &since)
{
    QList<Core::UnsentStop> stops;
    const Core::Result<void> read = connection.rows(
        QString(u"SELECT "_s + intentColumns()
                + u", s.at FROM history h INDEXED BY history_outcome CROSS JOIN event e ON e.id = h.id "
                  "CROSS JOIN intent i ON i.id = e.intent_id CROSS JOIN event s ON s.id = "
                  "(SELECT max(o.id) FROM event o WHERE o.intent_id = i.id AND o.kind = 4) "
                  "WHERE h.outcome = (SELECT id FROM history_word WHERE kind = 2 AND word = 'notSent') "
                  "AND h.at > ? AND s.at > ? AND i.action = 'StopWhiteboardPush' AND NOT EXISTS ("
                  "SELECT 1 FROM intent n WHERE n.task_id = i.task_id AND n.sdk_app_id = i.sdk_app_id "
                  "AND n.action = i.action AND n.id > i.id) ORDER BY i.id"_s),
        {toColumn(since.addDays(-longestTryDays)), toColumn(since)}, [&stops](const QSqlQuery &query) {
            RowReader row(query);
            Core::UnsentStop stop;
            stop.intent = readIntent(row);
            stop.settledAt = row.time();
            stops.append(stop);
        });
    if (!read) {
        return Core::failure(read.error());
    }
    return stops;
}

[[nodiscard]] Core::Result<QList<Core::OtherStart>> readOtherStarts(Connection &connection,
                                                                    const Core::Intent &start)
{
    QList<Core::OtherStart> others;
    // A Start's intent has no task; its events have, from the moment on that it is known.
    const Core::Result<void> read = connection.rows(
        u"SELECT max(CASE WHEN e.kind = 1 THEN e.at END) AS sent_at, max(e.task_id), max(e.backup_task_id), "
        "max(e.kind = 4 AND e.outcome IN ('failed', 'notSent')) "
        "FROM intent i INDEXED BY intent_by_task CROSS JOIN event e ON e.intent_id = i.id "
        "WHERE i.task_id = '' AND i.sdk_app_id = ? AND i.action = 'StartWhiteboardPush' AND i.room_id = ? "
        "AND i.push_user_id = ? AND i.id <> ? GROUP BY i.id HAVING sent_at IS NOT NULL ORDER BY i.id"_s,
        {start.task.sdkAppId.value, start.roomId, toColumn(start.pushUserId), start.id},
        [&others](const QSqlQuery &query) {
            RowReader row(query);
            Core::OtherStart other;
            other.sentAt = row.time();
            other.taskId = row.text();
            other.backupTaskId = row.text();
            other.isWithoutTask = row.number() != 0;
            others.append(other);
        });
    if (!read) {
        return Core::failure(read.error());
    }
    return others;
}

[[nodiscard]] Core::Result<QList<Core::JournalEvent>>
readEvents(Connection &connection, const QString &accountId, const QString &secretId, Core::SdkAppId sdkAppId,
           const QString &taskId)
{
    QList<Core::JournalEvent> events;
    const Core::Result<void> read = connection.rows(
        QString(
            u"SELECT "_s + eventColumns()
            + u" FROM intent i CROSS JOIN event e ON e.intent_id = i.id LEFT JOIN exchange x ON x.event_id = "
              u"e.id "
              // A Start got its task's id only with the answer.
              "WHERE i.id IN (SELECT id FROM intent WHERE task_id = ? AND sdk_app_id = ? "
              "UNION SELECT intent_id FROM event INDEXED BY history_by_task "
              "WHERE task_id = ? AND kind IN (1, 2, 4) AND action = 'StartWhiteboardPush' AND sdk_app_id = "
              "?) "
              "AND (i.account_id = ? OR i.secret_id = nullif(?, '')) ORDER BY e.id DESC LIMIT 1000"_s),
        {toColumn(taskId), sdkAppId.value, toColumn(taskId), sdkAppId.value, toColumn(accountId),
         toColumn(secretId)},
        [&events](const QSqlQuery &query) {
            RowReader row(query);
            events.append(readEvent(row));
        });
    if (!read) {
        return Core::failure(read.error());
    }
    std::reverse(events.begin(), events.end());
    return events;
}

} // namespace

Journal::Journal(Database &database, QString owner, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_owner(std::move(owner))
    , m_clock(clock)
{
}

Core::Intent Journal::completed(Core::Intent intent) const
{
    if (intent.owner.isEmpty()) {
        intent.owner = m_owner;
    }
    if (!intent.requestedAt.isValid()) {
        intent.requestedAt = m_clock.nowUtc();
    }
    return intent;
}

Core::JournalEvent Journal::completed(Core::JournalEvent event) const
{
    if (!event.at.isValid()) {
        event.at = m_clock.nowUtc();
    }
    return event;
}

void Journal::open(const Core::Intent &intent, QObject *context, Callback<qint64> done)
{
    m_database.write<qint64>(
        [intent = completed(intent)](Connection &connection) { return openOne(connection, intent); }, context,
        std::move(done));
}

void Journal::openMany(const QList<Core::Intent> &intents, QObject *context, Callback<QList<qint64>> done)
{
    QList<Core::Intent> all;
    all.reserve(intents.size());
    for (const Core::Intent &intent : intents) {
        all.append(completed(intent));
    }
    m_database.write<QList<qint64>>(
        [all](Connection &connection) -> Core::Result<QList<qint64>> {
            QList<qint64> ids;
            for (const Core::Intent &intent : all) {
                const Core::Result<qint64> id = openOne(connection, intent);
                if (!id) {
                    return Core::failure(id.error());
                }
                ids.append(*id);
            }
            return ids;
        },
        context, std::move(done));
}

void Journal::append(const Core::JournalEvent &event, QObject *context, Callback<void> done)
{
    m_database.write<void>(
        [event = completed(event)](Connection &connection) { return insertEvent(connection, event); },
        context, std::move(done));
}

void Journal::settleIfOpen(const Core::JournalEvent &settled, QObject *context, Callback<bool> done)
{
    m_database.write<bool>(
        [event = completed(settled)](Connection &connection) -> Core::Result<bool> {
            const Core::Result<QVariant> open =
                connection.value(u"SELECT 1 FROM open_intent WHERE intent_id = ?"_s, {event.intentId});
            if (!open) {
                return Core::failure(open.error());
            }
            if (!open->isValid()) {
                return false;
            }
            return insertEvent(connection, event).map([] { return true; });
        },
        context, std::move(done));
}

void Journal::recordRead(const Core::Intent &intent, const Core::JournalEvent &answered, QObject *context,
                         Callback<void> done)
{
    m_database.write<void>(
        [intent = completed(intent), event = completed(answered)](Connection &connection) {
            return insertIntent(connection, intent).and_then([&connection, &event](qint64 id) {
                Core::JournalEvent own = event;
                own.intentId = id;
                own.kind = Core::EventKind::Answered;
                return insertEvent(connection, own);
            });
        },
        context, std::move(done));
}

void Journal::openIntents(QObject *context, Callback<QList<Core::OpenIntent>> done)
{
    m_database.read<QList<Core::OpenIntent>>(
        [directory = m_database.directory(), owner = m_owner](Connection &connection) {
            return readOpen(connection, directory, owner);
        },
        context, std::move(done));
}

void Journal::unsentStops(const QDateTime &since, QObject *context, Callback<QList<Core::UnsentStop>> done)
{
    m_database.read<QList<Core::UnsentStop>>(
        [since](Connection &connection) { return readUnsentStops(connection, since); }, context,
        std::move(done));
}

void Journal::otherStarts(const Core::Intent &start, QObject *context, Callback<QList<Core::OtherStart>> done)
{
    m_database.read<QList<Core::OtherStart>>(
        [start](Connection &connection) { return readOtherStarts(connection, start); }, context,
        std::move(done));
}

void Journal::eventsOf(const QString &accountId, const QString &secretId, Core::SdkAppId sdkAppId,
                       const QString &taskId, QObject *context, Callback<QList<Core::JournalEvent>> done)
{
    m_database.read<QList<Core::JournalEvent>>(
        [accountId, secretId, sdkAppId, taskId](Connection &connection) {
            return readEvents(connection, accountId, secretId, sdkAppId, taskId);
        },
        context, std::move(done));
}

void Journal::forget(const QDateTime &now, int days, qint64 after, QObject *context,
                     Callback<ForgetStep> done)
{
    m_database.write<ForgetStep>(
        [now, days, after](Connection &connection) { return forgetSome(connection, now, days, after); },
        context, std::move(done));
}

} // namespace Storage
