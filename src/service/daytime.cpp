// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daytime.h"

namespace Service {

namespace {

constexpr qint64 dayMs = 86'400'000;

[[nodiscard]] QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

[[nodiscard]] QDate dateIn(const QTimeZone &zone, const QDateTime &now)
{
    return now.addSecs(zone.offsetFromUtc(now)).date();
}

} // namespace

QDateTime instantOf(QDate date, QTime time, const QTimeZone &zone)
{
    // What Qt makes of times that are skipped or shown twice differs from version to version.
    const qint64 wallMs = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const qint64 offsetBefore = 1000 * qint64(zone.offsetFromUtc(utc(wallMs - dayMs)));
    const qint64 offsetAfter = 1000 * qint64(zone.offsetFromUtc(utc(wallMs + dayMs)));
    const auto shows = [&zone, wallMs](qint64 offsetMs) {
        return 1000 * qint64(zone.offsetFromUtc(utc(wallMs - offsetMs))) == offsetMs;
    };
    // Where the clock is put back, the larger offset is that before: it gives the first showing.
    const qint64 offset = shows(offsetBefore) || !shows(offsetAfter) ? offsetBefore : offsetAfter;
    return utc(wallMs - offset);
}

QDateTime lastShowing(QTime time, const QDateTime &now, const QTimeZone &zone)
{
    // A skipped time can lie on the day after.
    for (QDate date = dateIn(zone, now).addDays(1);; date = date.addDays(-1)) {
        const QDateTime instant = instantOf(date, time, zone);
        if (instant <= now) {
            return instant;
        }
    }
}

QDateTime nextShowing(QTime time, const QDateTime &now, const QTimeZone &zone)
{
    for (QDate date = dateIn(zone, now).addDays(-1);; date = date.addDays(1)) {
        const QDateTime instant = instantOf(date, time, zone);
        if (instant > now) {
            return instant;
        }
    }
}

} // namespace Service
