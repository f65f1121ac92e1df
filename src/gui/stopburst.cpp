// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stopburst.h"

#include "core/clock.h"
#include "service/stopservice.h"

#include <algorithm>
#include <cmath>

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
    if (progress.phase == Core::StopPhase::Sent) {
        const qint64 now = m_clock.monotonicMs();
        if (m_leftAt.empty())
            m_firstLeftAt = now;
        m_leftAt.push_back(now);
        return;
    }
    if (progress.phase != Core::StopPhase::Requested)
        return;
    const auto known = m_all.find(progress.task);
    if (known != m_all.end() && !known->has_value())
        return; // it waits, and goes on waiting
    const bool isFirst = !isRunning();
    if (known != m_all.end()) {
        --countOf(known->value().outcome);
        known->reset();
        m_ended.removeOne(progress.task);
    } else {
        if (isFirst) {
            m_all.clear();
            m_ended.clear();
            m_counts = {};
        }
        m_all.insert(progress.task, std::nullopt);
    }
    ++m_counts.remaining;
    if (isFirst) {
        m_leftAt.clear();
        Q_EMIT begun();
    }
}

void StopBurst::onSettled(const Service::StopResult &result)
{
    const auto known = m_all.find(result.task);
    if (known == m_all.end() || known->has_value())
        return;
    *known = result;
    m_ended.append(result.task);
    --m_counts.remaining;
    ++countOf(result.outcome);
}

void StopBurst::onIdle()
{
    if (m_counts.total() > 0)
        Q_EMIT ended();
}

int &StopBurst::countOf(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
    case Core::StopOutcome::Accepted:
        return m_counts.stopped;
    case Core::StopOutcome::Failed:
        return m_counts.failed;
    case Core::StopOutcome::Unknown:
        return m_counts.unknown;
    case Core::StopOutcome::NotSent:
        return m_counts.notSent;
    }
    Q_UNREACHABLE();
}

QList<Service::StopResult> StopBurst::results() const
{
    QList<Service::StopResult> results;
    for (const Core::TaskKey &key : m_ended)
        results.append(m_all.value(key).value());
    return results;
}

QList<Core::TaskKey> StopBurst::retryable() const
{
    QList<Core::TaskKey> tasks;
    for (const Core::StopOutcome wanted : {Core::StopOutcome::Failed, Core::StopOutcome::NotSent}) {
        for (const Core::TaskKey &key : m_ended) {
            if (m_all.value(key)->outcome == wanted)
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
