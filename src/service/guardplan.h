// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guardrule.h"

#include <QSet>
#include <QTimeZone>

namespace Service {

//! A reason to warn of a task or to stop it.
struct GuardCause
{
    Core::TaskKey task;
    std::optional<Core::GuardRule> rule; //!< none: somebody planned this stop
    QDateTime at; //!< UTC; when it is, or was, due

    bool operator==(const GuardCause &) const = default;
};

//! By the same rule, or both planned.
[[nodiscard]] inline bool isSameReason(const GuardCause &a, const GuardCause &b)
{
    return a.rule.has_value() == b.rule.has_value() && (!a.rule || a.rule->id == b.rule->id);
}

//! All that a plan is made from.
struct GuardFacts
{
    QList<Core::PushTask> tasks;
    QList<Core::GuardRule> rules;
    QHash<Core::TaskKey, QDateTime> scheduled;
    //! By task, then by rule: up to when the rule is through with the task.
    QHash<Core::TaskKey, QHash<qint64, QDateTime>> marks;
    QSet<QString> readOnlyAccounts; //!< by id; of theirs nothing is stopped
};

struct GuardPlan
{
    QList<GuardCause> warnings; //!< with what would be stopped if its account were not read-only
    QList<GuardCause> stops;
};

//! What is due at `now`, stops `noticeMs` before their time. Of a rule that was due several times without
//! being looked at (the machine slept, the console was closed) the last time counts, alone. Rules look at
//! tasks of which anything runs, a backup left behind included, planned stops at all that are not known to
//! have ended. Pure; times in UTC.
[[nodiscard]] GuardPlan planAt(const GuardFacts &facts, const QDateTime &now, int noticeMs,
                               const QTimeZone &zone);
//! When each task is going to be stopped if nobody says otherwise, for those that are: after `now`.
[[nodiscard]] QHash<Core::TaskKey, QDateTime> comingStops(const GuardFacts &facts, const QDateTime &now,
                                                          const QTimeZone &zone);
//! Since when a task has been running, as far as is known; it cannot be less.
[[nodiscard]] QDateTime runningSince(const Core::PushTask &task);
//! A warning in place of a stop: the task's account is read-only.
[[nodiscard]] inline bool isInPlaceOfStop(const GuardCause &warning)
{
    return !warning.rule || warning.rule->stops();
}

} // namespace Service
