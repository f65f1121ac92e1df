// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history.h"

#include "storage/connection.h"
#include "storage/rowvalues.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

//! Actions whose intents have an outcome of their own, beyond an answer.
[[nodiscard]] bool hasOutcome(const QString &action)
{
    return action == "StopWhiteboardPush"_L1 || action == Core::startAction;
}

// The request that an event stands for: an answer (2); a sending (1) that no answer to the same try follows;
// or an outcome (4) of an intent of which nothing was sent, the last one only.
const QString isRequest = u"e.kind IN (1, 2, 4) AND (e.kind = 2 "
                          "OR (e.kind = 1 AND NOT EXISTS (SELECT 1 FROM event a INDEXED BY event_by_intent "
                          "WHERE a.intent_id = e.intent_id AND a.kind = 2 "
                          "AND a.action = e.action AND a.attempt = e.attempt AND a.id > e.id)) "
                          "OR (e.kind = 4 AND NOT EXISTS (SELECT 1 FROM event o INDEXED BY event_by_intent "
                          "WHERE o.intent_id = e.intent_id "
                          "AND (o.kind IN (1, 2) OR (o.kind = 4 AND o.id > e.id)))))"_s;

const QString columns =
    u"e.id, e.intent_id, e.at, e.profile, e.action, e.sdk_app_id, e.task_id, e.kind, e.request_id, "
    u"e.attempt, "
    "e.latency_ms, e.error_kind, e.error_code, e.error_message, "
    "s.outcome, s.error_kind, s.error_code, s.error_message, "
    "NOT EXISTS (SELECT 1 FROM event l INDEXED BY event_by_intent WHERE l.intent_id = e.intent_id AND l.id > "
    "e.id AND l.kind IN (1, 2) "
    "AND l.action = e.action)"_s;

//! The last outcome of the event's intent.
const QString joinOutcome =
    u" LEFT JOIN event s ON s.id = (SELECT max(o.id) FROM event o INDEXED BY event_by_intent "
    "WHERE o.intent_id = e.intent_id AND o.kind = 4)"_s;

//! An error as the history shows it.
struct Failure
{
    bool isThere = false;
    QString kind;
    QString code;
    QString message;
};

[[nodiscard]] Failure readFailure(RowReader &row)
{
    Failure failure;
    failure.isThere = !row.isNull();
    failure.kind = row.text();
    failure.code = row.text();
    failure.message = row.text();
    return failure;
}

[[nodiscard]] QString outcomeOf(const QString &action, bool isAnswered, const Failure &failure,
                                const QString &settledAs, bool isLast)
{
    if (!hasOutcome(action)) {
        return !isAnswered ? u"unknown"_s : failure.isThere ? u"failed"_s : u"ok"_s;
    }
    if (isLast && !settledAs.isEmpty()) {
        return settledAs;
    }
    const bool isRefused = isAnswered && failure.kind == Core::nameOf(Core::ErrorKind::Api);
    return isRefused ? u"failed"_s : u"unknown"_s;
}

[[nodiscard]] Core::HistoryEntry readEntry(const QSqlQuery &query)
{
    RowReader row(query);
    Core::HistoryEntry entry;
    entry.eventId = row.number();
    entry.intentId = row.number();
    entry.time = row.time();
    entry.profile = row.text();
    entry.action = row.text();
    entry.sdkAppId = Core::SdkAppId{row.number()};
    entry.taskId = row.text();
    const auto kind = static_cast<Core::EventKind>(row.number());
    entry.requestId = row.text();
    entry.attempt = static_cast<int>(row.number());
    entry.latencyMs = row.number();
    const Failure own = readFailure(row);
    const QString settledAs = row.text();
    const Failure ofOutcome = readFailure(row);
    const bool isLast = row.number() != 0;
    entry.outcome = outcomeOf(entry.action, kind == Core::EventKind::Answered, own, settledAs, isLast);
    // A Stop that was accepted can still end as failed; the reason is then the outcome's.
    const bool isOutcomes = !own.isThere && isLast && hasOutcome(entry.action);
    const Failure &shown = isOutcomes ? ofOutcome : own;
    if (shown.isThere) {
        entry.errorCode = shown.code.isEmpty() ? shown.kind : shown.code;
        entry.errorMessage = shown.message;
    }
    return entry;
}

//! A condition on the requests with an index of its own.
struct Filter
{
    QLatin1StringView column;
    QLatin1StringView index;
    QVariant value;
};

[[nodiscard]] QList<Filter> filtersOf(const Core::HistoryQuery &query)
{
    QList<Filter> filters;
    if (!query.taskId.isEmpty()) {
        filters.append({"task_id"_L1, "history_by_task"_L1, query.taskId});
    }
    if (!query.profile.isEmpty()) {
        filters.append({"profile"_L1, "history_by_profile"_L1, query.profile});
    }
    if (query.sdkAppId.isValid()) {
        filters.append({"sdk_app_id"_L1, "history_by_app"_L1, query.sdkAppId.value});
    }
    if (!query.action.isEmpty()) {
        filters.append({"action"_L1, "history_by_action"_L1, query.action});
    }
    return filters;
}

//! The index that leaves least to look at; SQLite cannot know which one that is. Empty: by id.
[[nodiscard]] Core::Result<QString> bestIndex(Connection &connection, const QList<Filter> &filters)
{
    constexpr int many = 5'000; // of these it no longer matters how many more there are
    QString best;
    int fewest = many + 1;
    for (const Filter &filter : filters) {
        const QString counted = u"SELECT count(*) FROM (SELECT 1 FROM event INDEXED BY "_s + filter.index
            + u" WHERE kind IN (1, 2, 4) AND "_s + filter.column + u" = ? LIMIT ?)"_s;
        const Core::Result<QVariant> count =
            filters.size() == 1 ? QVariant(0) : connection.value(counted, {filter.value, many});
        if (!count) {
            return Core::failure(count.error());
        }
        if (count->toInt() < fewest) {
            fewest = count->toInt();
            best = filter.index;
        }
    }
    return best;
}

//! Few events since then are found by their times; many are found soon enough from the newest on. 0: many.
[[nodiscard]] Core::Result<qint64> firstIdSince(Connection &connection, const QDateTime &since)
{
    constexpr int few = 20'000;
    qint64 count = 0;
    qint64 first = std::numeric_limits<qint64>::max(); // none: no id is as large
    const Core::Result<void> read =
        connection.rows(u"SELECT count(*), min(id) FROM (SELECT id FROM event INDEXED BY history_by_time "
                        "WHERE kind IN (1, 2, 4) AND at >= ? LIMIT ?)"_s,
                        {since.toMSecsSinceEpoch(), few}, [&count, &first](const QSqlQuery &row) {
                            count = row.value(0).toLongLong();
                            first = row.isNull(1) ? first : row.value(1).toLongLong();
                        });
    if (!read) {
        return Core::failure(read.error());
    }
    return count < few ? first : 0;
}

} // namespace

Core::Result<QList<Core::HistoryEntry>> readHistory(Connection &connection, const Core::HistoryQuery &query)
{
    const QList<Filter> filters = filtersOf(query);
    const Core::Result<QString> index = bestIndex(connection, filters);
    const Core::Result<qint64> firstId =
        query.since.isValid() ? firstIdSince(connection, query.since) : Core::Result<qint64>(0);
    if (!index || !firstId) {
        return Core::failure(index ? firstId.error() : index.error());
    }
    QStringList conditions{isRequest};
    QVariantList values;
    const auto add = [&conditions, &values](const QString &condition, const QVariant &value) {
        conditions.append(condition);
        values.append(value);
    };
    for (const Filter &filter : filters) {
        add(QString(u"e."_s + filter.column + u" = ?"_s), filter.value);
    }
    if (query.since.isValid()) {
        add(u"e.id >= ?"_s, *firstId);
        add(u"e.at >= ?"_s, query.since.toMSecsSinceEpoch());
    }
    if (query.beforeEventId > 0) {
        add(u"e.id < ?"_s, query.beforeEventId);
    }
    values.append(qMax(0, query.limit));
    const QString access = index->isEmpty() ? u"NOT INDEXED"_s : QString(u"INDEXED BY "_s + *index);
    const QString statement = u"SELECT "_s + columns + u" FROM event e "_s + access + joinOutcome
        + u" WHERE "_s + conditions.join(u" AND "_s) + u" ORDER BY e.id DESC LIMIT ?"_s;
    QList<Core::HistoryEntry> entries;
    const Core::Result<void> read = connection.rows(
        statement, values, [&entries](const QSqlQuery &row) { entries.append(readEntry(row)); });
    if (!read) {
        return Core::failure(read.error());
    }
    return entries;
}

} // namespace Storage
