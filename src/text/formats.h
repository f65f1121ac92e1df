// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

//! Figures as people read them.
namespace Text {

//! The two largest units: "12 s", "5 min 03 s", "2 h 05 min", "3 d 04 h". Negative spans read as "0 s".
[[nodiscard]] QString duration(qint64 seconds);
//! Date and time with seconds, in the machine's time zone and the locale's short form; "" if invalid.
[[nodiscard]] QString localDateTime(const QDateTime &utc, const QLocale &locale = QLocale());
//! Time of day with seconds, in the machine's time zone and the locale's short form; "" if invalid.
[[nodiscard]] QString localTime(const QDateTime &utc, const QLocale &locale = QLocale());
//! "53 ms" below a second, "1.2 s" below a minute, then as duration(); "" if negative (there was none).
[[nodiscard]] QString latency(qint64 milliseconds, const QLocale &locale = QLocale());
//! "this computer's clock is 7 min 3 s behind": `offsetSeconds` is the service's clock minus this machine's.
[[nodiscard]] QString clockOffset(qint64 offsetSeconds);
//! "1.5 MiB"; "" if negative.
[[nodiscard]] QString size(qint64 bytes, const QLocale &locale = QLocale());

} // namespace Text
