// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history.h"

#include "storage/connection.h"
#include "storage/historysearch.h"
#include "storage/rowvalues.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

//! A condition on the requests with an index of its own.
struct Filter
{
    QLatin1StringView column;
    QLatin1StringView index;
    qint64 value = 0;
};

//! What a query comes to in the numbers of the table. A word that was never journaled has no number: then
//! nothing matches.
struct Conditions
{
    QList<Filter> filters;
    qint64 first = std::numeric_limits<qint64>::min(); //!< earliest time
    qint64 last = std::numeric_limits<qint64>::max(); //!< latest time
    qint64 beforeId = 0; //!< of the requests at that latest time only those before this one; 0: all
    bool canMatch = true;
};

enum class WordKind { Profile, Action, Outcome, Code, App };

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
    entry.requestId = row.text();
    entry.attempt = static_cast<int>(row.number());
    entry.latencyMs = row.number();
    entry.outcome = row.text();
    entry.errorCode = row.text();
    entry.errorMessage = row.text();
    return entry;
}

//! An error that is not the request's own is the outcome's: a Stop that was accepted can still fail.
const QString columns =
    u"h.id, e.intent_id, h.at, e.profile, e.action, e.sdk_app_id, e.task_id, e.request_id, e.attempt, "
    "e.latency_ms, o.word, c.word, "
    "CASE WHEN h.code IS NULL THEN '' WHEN e.error_kind IS NOT NULL THEN e.error_message "
    "ELSE (SELECT s.error_message FROM event s WHERE s.intent_id = e.intent_id AND s.kind = 4 "
    "ORDER BY s.id DESC LIMIT 1) END"_s;

[[nodiscard]] Core::Result<void> addFilter(Connection &connection, Conditions &conditions,
                                           const Filter &filter, WordKind kind, const QString &word)
{
    const Core::Result<QVariant> id =
        connection.value(u"SELECT id FROM history_word WHERE kind = ? AND word = ?"_s, {int(kind), word});
    if (!id) {
        return Core::failure(id.error());
    }
    conditions.canMatch = conditions.canMatch && id->isValid();
    conditions.filters.append({filter.column, filter.index, id->toLongLong()});
    return {};
}

[[nodiscard]] Core::Result<void> addTask(Connection &connection, Conditions &conditions,
                                         const QString &taskId)
{
    const Core::Result<QVariant> id =
        connection.value(u"SELECT id FROM history_task WHERE task_id = ?"_s, {taskId});
    if (!id) {
        return Core::failure(id.error());
    }
    conditions.canMatch = conditions.canMatch && id->isValid();
    conditions.filters.append({"task"_L1, "history_task_at"_L1, id->toLongLong()});
    return {};
}

//! A page goes on where the event of the last one's end stands, even if a later event took its place.
[[nodiscard]] Core::Result<void> addPosition(Connection &connection, Conditions &conditions, qint64 eventId)
{
    const Core::Result<QVariant> at = connection.value(u"SELECT at FROM event WHERE id = ?"_s, {eventId});
    if (!at) {
        return Core::failure(at.error());
    }
    conditions.canMatch = conditions.canMatch && at->isValid(); // else it is forgotten, as all before it
    if (at->toLongLong() <= conditions.last) {
        conditions.last = at->toLongLong();
        conditions.beforeId = eventId;
    }
    return {};
}

[[nodiscard]] Core::Result<Conditions> conditionsOf(Connection &connection, const Core::HistoryQuery &query)
{
    Conditions conditions;
    if (query.since.isValid()) {
        conditions.first = query.since.toMSecsSinceEpoch();
    }
    if (query.until.isValid()) {
        conditions.last = query.until.toMSecsSinceEpoch() - 1;
    }
    Core::Result<void> done;
    const auto add = [&](QLatin1StringView column, QLatin1StringView index, WordKind kind,
                         const QString &word) {
        if (done && !word.isEmpty()) {
            done = addFilter(connection, conditions, {column, index, 0}, kind, word);
        }
    };
    add("profile"_L1, "history_profile"_L1, WordKind::Profile, query.profile);
    add("action"_L1, "history_action"_L1, WordKind::Action, query.action);
    add("outcome"_L1, "history_outcome"_L1, WordKind::Outcome, query.outcome);
    add("app"_L1, "history_app"_L1, WordKind::App,
        query.sdkAppId.isValid() ? query.sdkAppId.toString() : QString());
    if (done && !query.taskId.isEmpty()) {
        done = addTask(connection, conditions, query.taskId);
    }
    if (done && query.beforeEventId > 0) {
        done = addPosition(connection, conditions, query.beforeEventId);
    }
    if (!done) {
        return Core::failure(done.error());
    }
    return conditions;
}

//! The index that leaves least to look at; SQLite cannot know which one that is. Where all leave much, it is
//! the one over everything, which answers all conditions without the table.
[[nodiscard]] Core::Result<QLatin1StringView> bestIndex(Connection &connection, const Conditions &conditions)
{
    constexpr int many = 5'000;
    QLatin1StringView best = "history_at"_L1;
    int fewest = many;
    for (const Filter &filter : conditions.filters) {
        const QString counted = u"SELECT count(*) FROM (SELECT 1 FROM history INDEXED BY "_s + filter.index
            + u" WHERE "_s + filter.column + u" = ? AND at >= ? AND at <= ? LIMIT ?)"_s;
        const Core::Result<QVariant> count = conditions.filters.size() == 1
            ? QVariant(0)
            : connection.value(counted, {filter.value, conditions.first, conditions.last, many});
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

//! "… AND …" over the table h, with its values.
[[nodiscard]] QString whereOf(const Conditions &conditions, QVariantList &values)
{
    QString where = u"h.at >= ? AND h.at <= ?"_s;
    values << conditions.first << conditions.last;
    if (conditions.beforeId > 0) {
        where += u" AND (h.at < ? OR h.id < ?)"_s;
        values << conditions.last << conditions.beforeId;
    }
    for (const Filter &filter : conditions.filters) {
        where += u" AND h."_s + filter.column + u" = ?"_s;
        values << filter.value;
    }
    return where;
}

//! All that is shown of the requests that the statement `ids` finds, newest first.
[[nodiscard]] Core::Result<QList<Core::HistoryEntry>> readRows(Connection &connection, const QString &ids,
                                                               const QVariantList &values)
{
    QList<Core::HistoryEntry> entries;
    const Core::Result<void> read = connection.rows(
        QString(u"SELECT "_s + columns + u" FROM ("_s + ids
                + u") f CROSS JOIN history h ON h.id = f.id CROSS JOIN event e ON e.id = f.id "
                  "JOIN history_word o ON o.id = h.outcome LEFT JOIN history_word c ON c.id = h.code "
                  "ORDER BY h.at DESC, h.id DESC"_s),
        values, [&entries](const QSqlQuery &row) { entries.append(readEntry(row)); });
    if (!read) {
        return Core::failure(read.error());
    }
    return entries;
}

//! Few tasks, codes and RequestIds match: the newest requests of each, and of these the newest.
[[nodiscard]] Core::Result<QList<Core::HistoryEntry>> readStreams(Connection &connection,
                                                                  const HistorySearch &search,
                                                                  const QString &where,
                                                                  const QVariantList &values, int limit)
{
    std::vector<std::pair<qint64, qint64>> found; // time and id
    Core::Result<void> read;
    for (auto stream = search.streams.cbegin(); stream != search.streams.cend() && read; ++stream) {
        read = connection.rows(QString(u"SELECT h.at, h.id FROM "_s + stream->from + u" WHERE "_s
                                       + stream->condition + u" AND "_s + where + search.others
                                       + u" ORDER BY h.at DESC, h.id DESC LIMIT ?"_s),
                               stream->values + values + search.otherValues + QVariantList{limit},
                               [&found](const QSqlQuery &row) {
                                   found.emplace_back(row.value(0).toLongLong(), row.value(1).toLongLong());
                               });
    }
    if (!read) {
        return Core::failure(read.error());
    }
    std::ranges::sort(found, std::greater<>());
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    QStringList ids;
    for (const auto &[at, id] : found) {
        if (ids.size() < limit) {
            ids.append(QString::number(id));
        }
    }
    return readRows(connection, u"SELECT value AS id FROM json_each(?)"_s,
                    {QString(u'[' + ids.join(u',') + u']')});
}

} // namespace

Core::Result<QList<Core::HistoryEntry>> readHistory(Connection &connection, const Core::HistoryQuery &query)
{
    const Core::Result<Conditions> conditions = conditionsOf(connection, query);
    if (!conditions) {
        return Core::failure(conditions.error());
    }
    if (!conditions->canMatch || query.limit <= 0) {
        return QList<Core::HistoryEntry>();
    }
    QVariantList values;
    const QString where = whereOf(*conditions, values);
    const Core::Result<HistorySearch> search = searchFor(connection, query.text);
    if (!search) {
        return Core::failure(search.error());
    }
    if (search->matchesNothing) {
        return QList<Core::HistoryEntry>();
    }
    if (!search->streams.isEmpty()) {
        return readStreams(connection, *search, where, values, query.limit);
    }
    const Core::Result<QLatin1StringView> index = bestIndex(connection, *conditions);
    if (!index) {
        return Core::failure(index.error());
    }
    values += search->otherValues;
    values.append(query.limit);
    return readRows(connection,
                    QString(u"SELECT h.id FROM history h INDEXED BY "_s + *index + u" WHERE "_s + where
                            + search->others + u" ORDER BY h.at DESC, h.id DESC LIMIT ?"_s),
                    values);
}

Core::Result<Core::HistoryChoices> readChoices(Connection &connection)
{
    Core::HistoryChoices choices;
    const Core::Result<void> read =
        connection.rows(u"SELECT kind, word FROM history_word WHERE kind <> ? ORDER BY kind, word"_s,
                        {int(WordKind::Code)}, [&choices](const QSqlQuery &query) {
                            RowReader row(query);
                            const auto kind = static_cast<WordKind>(row.number());
                            const QString word = row.text();
                            if (word.isEmpty()) {
                                return;
                            }
                            switch (kind) {
                            case WordKind::Profile:
                                choices.profiles.append(word);
                                break;
                            case WordKind::Action:
                                choices.actions.append(word);
                                break;
                            case WordKind::Outcome:
                                choices.outcomes.append(word);
                                break;
                            case WordKind::App:
                                if (const auto id = Core::SdkAppId::parse(word)) {
                                    choices.sdkAppIds.append(*id);
                                }
                                break;
                            case WordKind::Code:
                                break;
                            }
                        });
    if (!read) {
        return Core::failure(read.error());
    }
    return choices;
}

Core::Result<Core::ExchangeTexts> readExchange(Connection &connection, qint64 eventId)
{
    // The request's text came with the sending of the same try, or with the answer where that was not
    // journaled.
    Core::ExchangeTexts texts;
    const Core::Result<void> read = connection.rows(
        u"SELECT s.id = e.id, x.request, x.answer FROM event e JOIN event s ON s.intent_id = e.intent_id "
        "AND (s.id = e.id OR (s.kind = 1 AND s.id < e.id AND s.action = e.action AND s.attempt = e.attempt)) "
        "JOIN exchange x ON x.event_id = s.id WHERE e.id = ? ORDER BY s.id DESC LIMIT 2"_s,
        {eventId}, [&texts](const QSqlQuery &query) {
            RowReader row(query);
            const bool isItself = row.number() != 0;
            const QString request = row.text();
            const QString answer = row.text();
            texts.request = texts.request.isEmpty() ? request : texts.request;
            texts.answer = isItself ? answer : texts.answer;
        });
    if (!read) {
        return Core::failure(read.error());
    }
    return texts;
}

} // namespace Storage
