// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention.h"

#include "storage/connection.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

//! `now`, or the last moment in the journal before a leap that fewer than seven days of requests have
//! followed. A leap is what nothing was asked for in longer than the journal is kept at least: a console that
//! did rest so long forgets a week later.
[[nodiscard]] Core::Result<QDateTime> believableNow(Connection &connection, const QDateTime &now)
{
    constexpr int daysToBelieve = 7;
    constexpr qint64 msPerDay = 86'400'000;
    constexpr qint64 leap = 30 * msPerDay;
    qint64 moment = now.toMSecsSinceEpoch();
    for (int day = 0; day < daysToBelieve; ++day) {
        const Core::Result<QVariant> earlier =
            connection.value(u"SELECT max(at) FROM history WHERE at < ?"_s, {moment - moment % msPerDay});
        if (!earlier) {
            return Core::failure(earlier.error());
        }
        if (earlier->isNull()) {
            break; // nothing is older, or what is has no requests
        }
        if (moment - earlier->toLongLong() > leap) {
            return QDateTime::fromMSecsSinceEpoch(earlier->toLongLong(), Qt::UTC);
        }
        moment = earlier->toLongLong();
    }
    return now;
}

} // namespace

Core::Result<ForgetStep> forgetSome(Connection &connection, const QDateTime &now, int days, qint64 after)
{
    constexpr int intentsAtOnce = 50; // some milliseconds: a Stop's commit may be waiting behind
    const Core::Result<QDateTime> believed = believableNow(connection, now);
    if (!believed) {
        return Core::failure(believed.error());
    }
    const qint64 end = believed->addDays(-days).toMSecsSinceEpoch();
    QStringList old;
    ForgetStep step;
    // The oldest come first, so that the end is where one is young enough; what is open or went on for long
    // is passed over.
    bool isEnd = true;
    const Core::Result<void> read = connection.rows(
        u"SELECT i.id, i.requested_at, EXISTS (SELECT 1 FROM open_intent o WHERE o.intent_id = i.id) "
        "OR EXISTS (SELECT 1 FROM event e WHERE e.intent_id = i.id AND e.at >= ?) "
        "FROM intent i WHERE i.id > ? ORDER BY i.id LIMIT ?"_s,
        {end, after, intentsAtOnce}, [&](const QSqlQuery &row) {
            const qint64 id = row.value(0).toLongLong();
            const bool isOld = row.value(1).toLongLong() < end;
            isEnd = !isOld;
            step.lastIntentId = id;
            if (isOld && !row.value(2).toBool()) {
                old.append(QString::number(id));
            }
        });
    if (!read) {
        return Core::failure(read.error());
    }
    if (isEnd) {
        step.lastIntentId = 0;
    }
    step.forgotten = static_cast<int>(old.size());
    if (old.isEmpty()) {
        return step;
    }
    const QVariantList ids{QString(u'[' + old.join(u',') + u']')};
    for (const QString &statement :
         {u"INSERT INTO forgotten (intent_id) SELECT value FROM json_each(?)"_s,
          u"DELETE FROM event WHERE intent_id IN (SELECT value FROM json_each(?))"_s,
          u"DELETE FROM intent WHERE id IN (SELECT value FROM json_each(?))"_s}) {
        if (const auto done = connection.change(statement, ids); !done) {
            return Core::failure(done.error());
        }
    }
    return step;
}

} // namespace Storage
