// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ratelimiter.h"

#include "api/schedule.h"

#include <algorithm>

namespace Api {

Turn::Turn(Schedule *schedule, Priority priority, QObject *receiver)
    : QObject(receiver)
    , m_schedule(schedule)
    , m_priority(priority)
{
}

Turn::~Turn()
{
    if (m_schedule) {
        m_schedule->drop(this);
    }
}

void Turn::sent(qint64 atMs)
{
    if (m_schedule) {
        m_schedule->sent(this, atMs);
        m_schedule = nullptr;
        deleteLater();
    }
}

void Turn::cancel()
{
    if (m_schedule) {
        m_schedule->drop(this);
        m_schedule = nullptr;
        deleteLater();
    }
}

RateLimiter::RateLimiter(Core::SlotLedger &ledger, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
{
}

Turn *RateLimiter::request(const LimiterKey &key, Priority priority, QObject *receiver)
{
    return schedule(key).request(priority, receiver ? receiver : this);
}

void RateLimiter::throttled(const LimiterKey &key)
{
    schedule(key).throttled();
}

void RateLimiter::succeeded(const LimiterKey &key)
{
    schedule(key).succeeded();
}

int RateLimiter::sentInLastSecond(const LimiterKey &key) const
{
    const Schedule *const known = m_schedules.value(key);
    return known ? known->sentInLastSecond() : 0;
}

int RateLimiter::sentInLastSecond() const
{
    int most = 0;
    for (const Schedule *const each : m_schedules) {
        most = std::max(most, each->sentInLastSecond());
    }
    return most;
}

QList<int> RateLimiter::sentBySecond() const
{
    QList<int> most(countedSeconds, 0);
    for (const Schedule *const each : m_schedules) {
        const QList<int> counts = each->sentBySecond();
        std::ranges::transform(most, counts, most.begin(),
                               [](int one, int other) { return std::max(one, other); });
    }
    return most;
}

qint64 RateLimiter::currentIntervalMs(const LimiterKey &key) const
{
    const Schedule *const known = m_schedules.value(key);
    return known ? known->intervalMs() : intervalMs;
}

Schedule &RateLimiter::schedule(const LimiterKey &key)
{
    Schedule *&known = m_schedules[key];
    if (!known) {
        known = new Schedule(m_ledger, m_clock, key.account + '\n' + key.action, this);
    }
    return *known;
}

} // namespace Api
