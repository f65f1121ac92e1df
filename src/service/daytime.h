// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace Service {

//! When a clock on the wall of `zone` shows this, in UTC; once for every day. A time that the clock shows
//! twice (summer time ends) is its first showing; one that it skips (summer time begins) is as long after the
//! skip as it would have been on another day: 02:30 is then shown as 03:30.
[[nodiscard]] QDateTime instantOf(QDate date, QTime time, const QTimeZone &zone);
//! The last time, not after `now` (UTC), that it was this time of day.
[[nodiscard]] QDateTime lastShowing(QTime time, const QDateTime &now, const QTimeZone &zone);
//! The first time after `now` (UTC).
[[nodiscard]] QDateTime nextShowing(QTime time, const QDateTime &now, const QTimeZone &zone);

} // namespace Service
