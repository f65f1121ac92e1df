// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historysearch.h"

#include "storage/connection.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

constexpr qsizetype shortestRequestId = 4;
constexpr int fewValues = 64;

//! "%word%", where nothing in the word is a wildcard.
[[nodiscard]] QString containing(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'}) {
        word.replace(special, QString(u'\\') + special);
    }
    return u'%' + word + u'%';
}

//! RequestIds are written in small letters, but may have been copied otherwise.
[[nodiscard]] QStringList beginnings(const QString &word)
{
    QStringList all;
    if (word.size() >= shortestRequestId) {
        all.append(word);
        if (word.toLower() != word) {
            all.append(word.toLower());
        }
    }
    return all;
}

[[nodiscard]] QString afterAll(const QString &beginning)
{
    return beginning + QChar(0xffff);
}

[[nodiscard]] Core::Result<void> addStreams(Connection &connection, const QString &statement,
                                            const QString &pattern, const HistoryStream &like,
                                            QList<HistoryStream> &streams)
{
    return connection.rows(statement, {pattern, fewValues + 1}, [&streams, &like](const QSqlQuery &row) {
        streams.append({like.from, like.condition, {row.value(0)}});
    });
}

[[nodiscard]] Core::Result<QList<HistoryStream>> streamsOf(Connection &connection, const QString &word)
{
    QList<HistoryStream> streams;
    const QString pattern = containing(word);
    const Core::Result<void> read =
        addStreams(connection,
                   u"SELECT id FROM history_word WHERE kind = 3 AND word LIKE ? ESCAPE '\\' LIMIT ?"_s,
                   pattern, {u"history h INDEXED BY history_code"_s, u"h.code = ?"_s, {}}, streams)
            .and_then([&] {
                return addStreams(
                    connection, u"SELECT id FROM history_task WHERE task_id LIKE ? ESCAPE '\\' LIMIT ?"_s,
                    pattern, {u"history h INDEXED BY history_task_at"_s, u"h.task = ?"_s, {}}, streams);
            });
    if (!read) {
        return Core::failure(read.error());
    }
    for (const QString &beginning : beginnings(word)) {
        streams.append({u"event e INDEXED BY event_by_request_id CROSS JOIN history h ON h.id = e.id"_s,
                        u"e.kind = 2 AND e.request_id >= ? AND e.request_id < ?"_s,
                        {beginning, afterAll(beginning)}});
    }
    return streams;
}

void addCondition(HistorySearch &search, const QString &word)
{
    const QString pattern = containing(word);
    QString condition =
        u"h.code IN (SELECT id FROM history_word WHERE kind = 3 AND word LIKE ? ESCAPE '\\')"_s;
    search.otherValues.append(pattern);
    for (const QString &beginning : beginnings(word)) {
        condition += u" OR h.id IN (SELECT id FROM event INDEXED BY event_by_request_id "
                     "WHERE kind = 2 AND request_id >= ? AND request_id < ?)"_s;
        search.otherValues << beginning << afterAll(beginning);
    }
    condition += u" OR EXISTS (SELECT 1 FROM history_task t WHERE t.id = h.task AND t.task_id LIKE ? "
                 "ESCAPE '\\')"_s;
    search.otherValues.append(pattern);
    search.others += u" AND ("_s + condition + u')';
}

} // namespace

Core::Result<HistorySearch> searchFor(Connection &connection, const QString &text)
{
    HistorySearch search;
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    QString driver;
    for (const QString &word : words) {
        const Core::Result<QList<HistoryStream>> streams = streamsOf(connection, word);
        if (!streams) {
            return Core::failure(streams.error());
        }
        search.matchesNothing = search.matchesNothing || streams->isEmpty();
        const bool isFewer = search.streams.isEmpty() || streams->size() < search.streams.size();
        if (streams->size() <= fewValues && isFewer) {
            search.streams = *streams;
            driver = word;
        }
    }
    if (search.matchesNothing) {
        search.streams.clear();
    }
    for (const QString &word : words) {
        if (search.streams.isEmpty() || word != driver) {
            addCondition(search, word);
        }
    }
    return search;
}

} // namespace Storage
