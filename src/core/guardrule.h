// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace Core {

enum class GuardKind {
    WarnAfter, //!< say so when a task has run for this long, and again each time as long has passed
    StopAfter, //!< stop a task that has run for this long; one kept running is asked about again as much
               //!< later
    StopAt, //!< stop what runs at this time of day
};

//! A running time is at least this long and at most a week.
inline constexpr int shortestRuleMinutes = 1;
inline constexpr int longestRuleMinutes = 7 * 24 * 60;

//! What an operator wants to happen with tasks that nobody remembers.
struct GuardRule
{
    qint64 id = 0; //!< given by Service::Guard
    GuardKind kind = GuardKind::WarnAfter;
    bool isEnabled = true;
    QString accountId; //!< empty: all accounts
    SdkAppId sdkAppId; //!< invalid: all applications
    int minutes = 120; //!< running time; of StopAt: the minute of the day, 0 to 1439, in local time
    QDateTime since; //!< UTC; what lies before it is no business of a StopAt

    bool operator==(const GuardRule &) const = default;

    [[nodiscard]] bool stops() const { return kind != GuardKind::WarnAfter; }
    [[nodiscard]] bool appliesTo(const TaskKey &task) const
    {
        return (accountId.isEmpty() || accountId == task.accountId)
            && (!sdkAppId.isValid() || sdkAppId == task.sdkAppId);
    }
    //! Of StopAt.
    [[nodiscard]] QTime timeOfDay() const { return QTime(minutes / 60, minutes % 60); }
};

//! A stop that somebody planned for one task.
struct ScheduledStop
{
    TaskKey task;
    QDateTime at; //!< UTC

    bool operator==(const ScheduledStop &) const = default;
};

//! Up to when a rule is through with a task: somebody was warned, or said that it is to go on.
struct GuardMark
{
    qint64 ruleId = 0;
    TaskKey task;
    QDateTime until; //!< UTC

    bool operator==(const GuardMark &) const = default;
};

[[nodiscard]] QString toWord(GuardKind kind); //!< "warnAfter"
[[nodiscard]] std::optional<GuardKind> guardKindFromWord(QStringView word);

} // namespace Core

Q_DECLARE_METATYPE(Core::GuardRule)
