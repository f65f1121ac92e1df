// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultplan.h"

namespace Simulator {

void FaultPlan::add(const FaultRule &rule)
{
    const std::lock_guard lock(m_mutex);
    m_rules.append({rule, 0});
}

void FaultPlan::clear()
{
    const std::lock_guard lock(m_mutex);
    m_rules.clear();
}

QList<FaultRule> FaultPlan::rules() const
{
    const std::lock_guard lock(m_mutex);
    QList<FaultRule> rules;
    for (const Counted &counted : m_rules) {
        rules.append(counted.rule);
    }
    return rules;
}

QList<Fault> FaultPlan::take(const QString &action, const QString &taskId)
{
    const std::lock_guard lock(m_mutex);
    QList<Fault> faults;
    for (Counted &counted : m_rules) {
        const FaultRule &rule = counted.rule;
        if ((!rule.action.isEmpty() && rule.action != action)
            || (!rule.taskId.isEmpty() && rule.taskId != taskId)) {
            continue;
        }
        const int number = ++counted.seen;
        if (number >= rule.first && number <= rule.last && (number - rule.first) % rule.step == 0) {
            faults.append(rule.fault);
        }
    }
    return faults;
}

} // namespace Simulator
