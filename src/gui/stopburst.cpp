// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stopburst.h"

#include "core/clock.h"
#include "service/stopservice.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Gui {

namespace {

constexpr qint64 rateWindowMs = 5000;
constexpr double usualConfirmationS = 3; // a task ends about two seconds after the call

} // namespace

StopBurst::StopBurst(Service::StopService &stops, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_stops(stops)
    , m_clock(clock)
{
    connect(&m_stops, &Service::StopService::asked, this, &StopBurst::onAsked);
    connect(&m_stops, &Service::StopService::progressed, this, &StopBurst::onProgressed);
    connect(&m_stops, &Service::StopService::settled, this, &StopBurst::onSettled);
    connect(&m_stops, &Service::StopService::idle, this, &StopBurst::onIdle);
}

qsizetype StopBurst::unsent() const
{
    return m_stops.unsent();
}

void StopBurst::onProgressed(const Service::StopProgress &progress)
{
    if (progress.phase != Core::StopPhase::Sent)
        return;
    const qint64 now = m_clock.monotonicMs();
    if (m_leftAt.empty())
        m_firstLeftAt = now;
    m_leftAt.push_back(now);
}

void StopBurst::onAsked(const QList<Core::TaskKey> &tasks)
{
    for (const Core::TaskKey &task : tasks)
        join(task);
}

void StopBurst::join(const Core::TaskKey &task)
{
    const bool isFirst = !isRunning() && m_single.counts.remaining == 0;
    Burst &burst = burstFor(task);
    const auto known = burst.all.find(task);
    if (known != burst.all.end() && !known->has_value())
        return; // it waits, and goes on waiting
    if (known != burst.all.end()) {
        --countOf(burst.counts, known->value().outcome);
        known->reset();
        burst.ended.removeOne(task);
    } else {
        burst.all.insert(task, std::nullopt);
    }
    ++burst.counts.remaining;
    if (m_single.counts.total() > 1)
        m_burst = std::exchange(m_single, {});
    else if (isRunning())
        joinSingle();
    if (isFirst) {
        m_leftAt.clear();
        Q_EMIT begun();
    }
}

StopBurst::Burst &StopBurst::burstFor(const Core::TaskKey &task)
{
    if (isRunning() || m_burst.all.contains(task))
        return m_burst;
    if (isOfMany())
        return m_single;
    m_burst = {};
    return m_burst;
}

//! The burst is running again.
void StopBurst::joinSingle()
{
    m_burst.all.insert(m_single.all);
    m_burst.ended.append(m_single.ended);
    for (const std::optional<Service::StopResult> &result : std::as_const(m_single.all))
        ++(result ? countOf(m_burst.counts, result->outcome) : m_burst.counts.remaining);
    m_single = {};
}

void StopBurst::forget()
{
    m_burst = std::exchange(m_single, {});
}

void StopBurst::onSettled(const Service::StopResult &result)
{
    Burst &burst = m_single.all.contains(result.task) ? m_single : m_burst;
    const auto known = burst.all.find(result.task);
    if (known == burst.all.end() || known->has_value())
        return;
    *known = result;
    burst.ended.append(result.task);
    --burst.counts.remaining;
    ++countOf(burst.counts, result.outcome);
}

void StopBurst::onIdle()
{
    m_single = {};
    if (m_burst.counts.total() > 0)
        Q_EMIT ended();
}

int &StopBurst::countOf(Counts &counts, Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
    case Core::StopOutcome::Accepted:
        return counts.stopped;
    case Core::StopOutcome::Failed:
        return counts.failed;
    case Core::StopOutcome::Unknown:
        return counts.unknown;
    case Core::StopOutcome::NotSent:
        return counts.notSent;
    }
    Q_UNREACHABLE();
}

QList<Service::StopResult> StopBurst::results() const
{
    QList<Service::StopResult> results;
    for (const Core::TaskKey &key : m_burst.ended)
        results.append(m_burst.all.value(key).value());
    return results;
}

QList<Core::TaskKey> StopBurst::retryable() const
{
    QList<Core::TaskKey> tasks;
    for (const Core::StopOutcome wanted : {Core::StopOutcome::Failed, Core::StopOutcome::NotSent}) {
        for (const Core::TaskKey &key : m_burst.ended) {
            if (m_burst.all.value(key)->outcome == wanted)
                tasks.append(key);
        }
    }
    return tasks;
}

double StopBurst::ratePerSecond() const
{
    const qint64 now = m_clock.monotonicMs();
    while (!m_leftAt.empty() && m_leftAt.front() <= now - rateWindowMs)
        m_leftAt.pop_front();
    if (m_leftAt.empty())
        return 0;
    const qint64 span = std::clamp<qint64>(now - m_firstLeftAt, 1000, rateWindowMs);
    return static_cast<double>(m_leftAt.size()) * 1000 / static_cast<double>(span);
}

std::optional<qint64> StopBurst::secondsLeft() const
{
    if (!isRunning())
        return 0;
    const auto waiting = static_cast<double>(unsent());
    const double rate = ratePerSecond();
    if (waiting > 0 && rate <= 0)
        return std::nullopt;
    const double sending = waiting > 0 ? waiting / rate : 0;
    return static_cast<qint64>(std::ceil(sending + usualConfirmationS));
}

} // namespace Gui
