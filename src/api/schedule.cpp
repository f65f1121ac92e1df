// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/schedule.h"

#include "core/clock.h"
#include "core/slotledger.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace Api {

namespace {

// Each step back to the full rate asks whether the others still use the quota; where they do, it is refused.
// So every throttling that follows another soon makes the steps rarer.
constexpr int fewestSuccessesPerStep = 5;
constexpr int mostSuccessesPerStep = 80;
constexpr qint64 soonMs = 20'000;
constexpr qint64 msPerSecond = 1000;
constexpr qint64 countedMs = RateLimiter::countedSeconds * msPerSecond;
constexpr qint64 longAgo = std::numeric_limits<qint64>::min() / 2;

} // namespace

Schedule::Schedule(Core::SlotLedger &ledger, const Core::Clock &clock, const QByteArray &ledgerKey,
                   QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_ledgerKey(ledgerKey)
    , m_lastSlot(longAgo)
    , m_successesPerStep(fewestSuccessesPerStep)
    , m_throttledAt(longAgo)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Schedule::onTimer);
}

Turn *Schedule::request(Priority priority, QObject *receiver)
{
    auto *const turn = new Turn(this, priority, receiver);
    const auto behind = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                     [priority](const Turn *other) { return other->m_priority <= priority; });
    m_waiting.insert(behind.base(), turn);
    fillSoon();
    reserveAhead();
    return turn;
}

void Schedule::sent(Turn *turn, qint64 atMs)
{
    const auto slot = std::ranges::find(m_slots, turn, &Slot::turn);
    Q_ASSERT(slot != m_slots.end());
    if (slot == m_slots.end()) {
        drop(turn);
        return;
    }
    const qint64 lateness = atMs - slot->at;
    m_slots.erase(slot);
    m_sentAt.push_back(atMs);
    while (m_sentAt.front() <= atMs - countedMs) {
        m_sentAt.pop_front();
    }
    if (lateness > RateLimiter::toleratedLatenessMs) {
        postpone(lateness - RateLimiter::toleratedLatenessMs);
    }
    arm();
    fillSoon();
    reserveAhead();
}

void Schedule::drop(Turn *turn)
{
    std::erase(m_waiting, turn);
    const auto slot = std::ranges::find(m_slots, turn, &Slot::turn);
    if (slot != m_slots.end()) {
        slot->turn = nullptr;
        slot->isDue = false;
        arm();
        fillSoon();
    }
}

void Schedule::throttled()
{
    const qint64 now = m_clock.monotonicMs();
    if (now < m_pausedUntil) {
        return; // the same burst
    }
    m_pausedUntil = now + RateLimiter::throttlePauseMs;
    m_intervalMs = std::min(RateLimiter::longestIntervalMs, m_intervalMs * 3 / 2);
    m_successes = 0;
    m_successesPerStep = now - m_throttledAt < soonMs ? std::min(mostSuccessesPerStep, 2 * m_successesPerStep)
                                                      : fewestSuccessesPerStep;
    m_throttledAt = now;
    const Slot *const next = nextTaken();
    if (next && !next->isDue && next->at < m_pausedUntil) {
        postpone(m_pausedUntil - next->at);
        arm();
    }
}

void Schedule::succeeded()
{
    if (m_intervalMs > RateLimiter::intervalMs && ++m_successes >= m_successesPerStep) {
        m_successes = 0;
        m_intervalMs = std::max(RateLimiter::intervalMs, m_intervalMs * 2 / 3);
    }
}

int Schedule::sentInLastSecond() const
{
    return sentBySecond().constLast();
}

QList<int> Schedule::sentBySecond() const
{
    const qint64 now = m_clock.monotonicMs();
    QList<int> counts(RateLimiter::countedSeconds, 0);
    for (const qint64 at : m_sentAt) {
        const qint64 age = std::max<qint64>(0, now - at) / msPerSecond;
        if (age < RateLimiter::countedSeconds) {
            ++counts[RateLimiter::countedSeconds - 1 - age];
        }
    }
    return counts;
}

void Schedule::reserveAhead()
{
    dropPassed();
    const qint64 now = m_clock.monotonicMs();
    const auto free = std::ranges::count(m_slots, nullptr, &Slot::turn);
    auto wanted = static_cast<qint64>(m_waiting.size()) - free - m_reserving;
    while (wanted > 0 && static_cast<qint64>(m_slots.size()) + m_reserving < RateLimiter::lookAhead) {
        ++m_reserving;
        --wanted;
        m_ledger.reserve(m_ledgerKey, std::max(now, m_pausedUntil), m_intervalMs, this,
                         [this, postponedBefore = m_postponed](qint64 slotMs) {
                             --m_reserving;
                             onReserved(slotMs + m_postponed - postponedBefore);
                         });
    }
}

void Schedule::onReserved(qint64 slotMs)
{
    const qint64 now = m_clock.monotonicMs();
    if (slotMs > now + RateLimiter::staleSlotMs) {
        slotMs = now; // counted by a clock that has started anew since
    }
    m_lastSlot = std::max(slotMs, m_lastSlot + RateLimiter::intervalMs);
    m_slots.push_back({m_lastSlot});
    fill();
    reserveAhead();
}

void Schedule::fillSoon()
{
    if (!std::exchange(m_isFillQueued, true)) {
        QMetaObject::invokeMethod(this, &Schedule::fill, Qt::QueuedConnection);
    }
}

void Schedule::fill()
{
    m_isFillQueued = false;
    std::vector<std::pair<QPointer<Turn>, qint64>> granted;
    for (Slot &slot : m_slots) {
        if (!slot.turn && !m_waiting.empty()) {
            slot.turn = m_waiting.front();
            m_waiting.pop_front();
            granted.emplace_back(slot.turn, slot.at);
        }
    }
    dropPassed(); // but not before: a slot for which somebody waits is used late rather than lost
    arm();
    const QPointer<Schedule> self(this);
    for (const auto &[turn, at] : granted) {
        // A listener may have canceled or deleted any of them meanwhile.
        if (self && turn && turn->m_schedule) {
            Q_EMIT turn->granted(at);
        }
    }
    if (self) {
        reserveAhead();
    }
}

void Schedule::dropPassed()
{
    const qint64 now = m_clock.monotonicMs();
    std::erase_if(m_slots, [now](const Slot &slot) { return !slot.turn && slot.at < now; });
}

void Schedule::arm()
{
    const Slot *const next = nextTaken();
    if (!next || next->isDue) {
        m_timer.stop(); // nobody goes before the one that is due has left
        return;
    }
    const qint64 wait = std::clamp(next->at - m_clock.monotonicMs(), qint64(0), qint64(60'000));
    m_timer.start(static_cast<int>(wait));
}

void Schedule::onTimer()
{
    Slot *const next = nextTaken();
    if (!next || next->isDue) {
        return;
    }
    if (m_clock.monotonicMs() < next->at) {
        arm();
        return;
    }
    next->isDue = true;
    Q_EMIT next->turn->due();
}

void Schedule::postpone(qint64 byMs)
{
    for (Slot &slot : m_slots) {
        slot.at += byMs;
    }
    m_lastSlot += byMs;
    m_postponed += byMs;
    // Tells the other processes: not before our last slot, and not closer behind theirs than one departure
    // more.
    m_ledger.reserve(m_ledgerKey, m_lastSlot, std::min(byMs, RateLimiter::intervalMs), this, [](qint64) {});
}

Schedule::Slot *Schedule::nextTaken()
{
    const auto found = std::ranges::find_if(m_slots, [](const Slot &slot) { return slot.turn != nullptr; });
    return found == m_slots.end() ? nullptr : &*found;
}

} // namespace Api
