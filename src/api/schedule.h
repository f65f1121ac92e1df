// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ratelimiter.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTimer>

#include <deque>

namespace Api {

//! The line of one limiter key: turns that wait, slots that are reserved, and what left.
//!
//! At most one turn is due at a time, so that a late departure is known before the next one is let go.
//! Departures are at most toleratedLatenessMs behind their slot, or else everything behind them moves by the
//! rest; so two are at least 51 - 10 ms apart and 21 in a row span at least 20 × 51 - 10 ms.
class Schedule final : public QObject
{
    Q_OBJECT
public:
    Schedule(Core::SlotLedger &ledger, const Core::Clock &clock, const QByteArray &ledgerKey,
             QObject *parent);

    [[nodiscard]] Turn *request(Priority priority, QObject *receiver);
    void sent(Turn *turn, qint64 atMs);
    void drop(Turn *turn);
    void throttled();
    void succeeded();
    [[nodiscard]] int sentInLastSecond() const;
    //! In each of the last RateLimiter::countedSeconds seconds, the oldest first.
    [[nodiscard]] QList<int> sentBySecond() const;
    [[nodiscard]] qint64 intervalMs() const { return m_intervalMs; }

private:
    struct Slot
    {
        qint64 at = 0;
        Turn *turn = nullptr; // null: free for the next one waiting
        bool isDue = false;
    };
    void reserveAhead();
    void onReserved(qint64 slotMs);
    void fillSoon();
    void fill();
    void dropPassed();
    void arm();
    void onTimer();
    void postpone(qint64 byMs);
    [[nodiscard]] Slot *nextTaken();

    Core::SlotLedger &m_ledger;
    const Core::Clock &m_clock;
    const QByteArray m_ledgerKey;
    std::deque<Turn *> m_waiting; // by priority, then by age
    std::deque<Slot> m_slots; // by time
    QTimer m_timer;
    qint64 m_lastSlot;
    qint64 m_postponed = 0; // in all
    qint64 m_pausedUntil = 0;
    qint64 m_intervalMs = RateLimiter::intervalMs;
    int m_reserving = 0; // questions to the ledger under way
    int m_successes = 0; // in a row while slowed down
    int m_successesPerStep; // back to the full rate
    qint64 m_throttledAt;
    bool m_isFillQueued = false;
    std::deque<qint64> m_sentAt; // of the counted seconds, at least
};

} // namespace Api
