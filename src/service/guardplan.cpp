// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/guardplan.h"

#include "service/daytime.h"

#include <algorithm>

namespace Service {

namespace {

//! A rule with what does not depend on the task.
struct RuleAt
{
    const Core::GuardRule *rule = nullptr;
    QDateTime showing; //!< of StopAt: the last one not after the moment, or the next one after it
};

[[nodiscard]] qint64 spanMs(const Core::GuardRule &rule)
{
    return qint64(std::max(rule.minutes, Core::shortestRuleMinutes)) * 60'000;
}

//! When the rule was last due for the task, not after `moment`; invalid if it was not.
[[nodiscard]] QDateTime lastDue(const RuleAt &each, const Core::PushTask &task, const QDateTime &moment)
{
    const QDateTime since = runningSince(task);
    if (each.rule->kind == Core::GuardKind::StopAt) {
        const bool isMeant = since.isValid() && since < each.showing
            && !(each.rule->since.isValid() && each.showing <= each.rule->since);
        return isMeant ? each.showing : QDateTime();
    }
    const qint64 elapsed = since.isValid() ? since.msecsTo(moment) : -1;
    const qint64 span = spanMs(*each.rule);
    return elapsed < span ? QDateTime() : since.addMSecs(elapsed / span * span);
}

//! When the rule is due next for the task, after `moment`.
[[nodiscard]] QDateTime nextDue(const RuleAt &each, const Core::PushTask &task, const QDateTime &moment)
{
    const QDateTime since = runningSince(task);
    if (each.rule->kind == Core::GuardKind::StopAt || !since.isValid()) {
        return each.showing;
    }
    const qint64 span = spanMs(*each.rule);
    return since.addMSecs((std::max<qint64>(0, since.msecsTo(moment)) / span + 1) * span);
}

[[nodiscard]] QDateTime markOf(const GuardFacts &facts, const Core::TaskKey &task, qint64 ruleId)
{
    const auto ofTask = facts.marks.constFind(task);
    return ofTask == facts.marks.cend() ? QDateTime() : ofTask->value(ruleId);
}

//! A mark far ahead was made while the clock was wrong: it does not count.
[[nodiscard]] bool covers(const QDateTime &mark, const QDateTime &at, const QDateTime &now)
{
    return mark.isValid() && mark >= at && mark <= now.addDays(1);
}

} // namespace

QDateTime runningSince(const Core::PushTask &task)
{
    if (task.startTime.isValid()) {
        return task.startTime;
    }
    return task.createTime.isValid() ? task.createTime : task.addedAt;
}

GuardPlan planAt(const GuardFacts &facts, const QDateTime &now, int noticeMs, const QTimeZone &zone)
{
    const QDateTime horizon = now.addMSecs(noticeMs);
    QList<RuleAt> rules;
    for (const Core::GuardRule &rule : facts.rules) {
        if (rule.isEnabled) {
            const bool isDaily = rule.kind == Core::GuardKind::StopAt;
            rules.append({&rule, isDaily ? lastShowing(rule.timeOfDay(), horizon, zone) : QDateTime()});
        }
    }
    GuardPlan plan;
    for (const Core::PushTask &task : facts.tasks) {
        if (task.hasEnded()) {
            continue;
        }
        // Where nothing may be stopped, the warning comes when the stop would have been announced.
        QList<GuardCause> &stops =
            facts.readOnlyAccounts.contains(task.key.accountId) ? plan.warnings : plan.stops;
        const QDateTime planned = facts.scheduled.value(task.key);
        if (planned.isValid() && planned <= horizon) {
            stops.append({task.key, std::nullopt, planned});
        }
        for (const RuleAt &each : std::as_const(rules)) {
            if (!task.hasAnythingRunning() || !each.rule->appliesTo(task.key)) {
                continue;
            }
            const bool isStop = each.rule->stops();
            const QDateTime at = lastDue(each, task, isStop ? horizon : now);
            if (at.isValid() && !covers(markOf(facts, task.key, each.rule->id), at, now)) {
                (isStop ? stops : plan.warnings).append({task.key, *each.rule, at});
            }
        }
    }
    return plan;
}

QHash<Core::TaskKey, QDateTime> comingStops(const GuardFacts &facts, const QDateTime &now,
                                            const QTimeZone &zone)
{
    QList<RuleAt> rules;
    for (const Core::GuardRule &rule : facts.rules) {
        if (rule.isEnabled && rule.stops()) {
            const bool isDaily = rule.kind == Core::GuardKind::StopAt;
            rules.append({&rule, isDaily ? nextShowing(rule.timeOfDay(), now, zone) : QDateTime()});
        }
    }
    QHash<Core::TaskKey, QDateTime> stops;
    if (rules.isEmpty() && facts.scheduled.isEmpty()) {
        return stops;
    }
    for (const Core::PushTask &task : facts.tasks) {
        if (task.hasEnded() || facts.readOnlyAccounts.contains(task.key.accountId)) {
            continue;
        }
        QDateTime first = facts.scheduled.value(task.key);
        for (const RuleAt &each : std::as_const(rules)) {
            if (!task.hasAnythingRunning() || !each.rule->appliesTo(task.key)) {
                continue;
            }
            // What is to go on beyond the next time stays until the one after.
            QDateTime at = nextDue(each, task, now);
            const QDateTime mark = markOf(facts, task.key, each.rule->id);
            if (covers(mark, at, now)) {
                at = each.rule->kind == Core::GuardKind::StopAt
                    ? nextShowing(each.rule->timeOfDay(), mark, zone)
                    : nextDue(each, task, mark);
            }
            if (at.isValid() && (!first.isValid() || at < first)) {
                first = at;
            }
        }
        if (first.isValid()) {
            stops.insert(task.key, first);
        }
    }
    return stops;
}

} // namespace Service
