// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faults.h"

#include <mutex>

namespace Simulator {

//! The rules in force and how far each has counted. Thread-safe.
class FaultPlan
{
public:
    void add(const FaultRule &rule);
    void clear();
    [[nodiscard]] QList<FaultRule> rules() const;

    //! Counts a request with every rule that looks at it; returns the faults that meet it, in the order of
    //! the rules.
    [[nodiscard]] QList<Fault> take(const QString &action, const QString &taskId);

private:
    struct Counted
    {
        FaultRule rule;
        int seen = 0;
    };

    mutable std::mutex m_mutex;
    QList<Counted> m_rules;
};

} // namespace Simulator
