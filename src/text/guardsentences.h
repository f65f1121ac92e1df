// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"

#include <QString>

//! What the guard wants and does. Plain text, one line each.
namespace Text {

//! "Stop after 3 h", "Stop at 22:00".
[[nodiscard]] QString ruleText(const Core::GuardRule &rule);
//! Why a task is to be stopped: by which rule, or by a plan of the operator's.
[[nodiscard]] QString reasonText(const std::optional<Core::GuardRule> &rule);
//! "4:59", "1:00:00"; of a countdown.
[[nodiscard]] QString countdown(int secondsLeft);
//! A time in hours and minutes, or days: "45 min", "3 h", "2 h 30 min".
[[nodiscard]] QString span(int minutes);
//! Time of day, with the date where it is not today: "22:00", "24/11/2026 02:30".
[[nodiscard]] QString moment(const QDateTime &utc, const QDateTime &now, const QLocale &locale = QLocale());
//! Of the log topics that begin with Guard.
[[nodiscard]] QString guardSentence(const Core::LogEntry &entry);

} // namespace Text
