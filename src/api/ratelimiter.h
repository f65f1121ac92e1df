// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

namespace Core {
class Clock;
class SlotLedger;
} // namespace Core

namespace Api {

class Schedule;

//! What the service counts by.
struct LimiterKey
{
    QByteArray account; //!< SecretId
    QByteArray action;

    bool operator==(const LimiterKey &) const = default;
    friend size_t qHash(const LimiterKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.account, key.action);
    }
};

//! Who goes first; within one priority, who asked first.
enum class Priority { Operator, FirstConfirmation, Confirmation, Background };

//! A place in the line. First granted(), some time ahead, so that the journal can be committed meanwhile;
//! then due(). The holder sends when it is due and its journal is committed, and says so with sent(): until
//! then nobody behind it becomes due. Deletes itself after sent() or cancel(); destroying it is as good as
//! cancel().
class Turn : public QObject
{
    Q_OBJECT
public:
    ~Turn() override;
    //! The request left at `atMs` of Clock::monotonicMs(). Once, after due().
    void sent(qint64 atMs);
    //! Gives the place up; the slot goes to the next one waiting. Not after sent().
    void cancel();

Q_SIGNALS:
    //! Departure is planned for `slotMs` of Clock::monotonicMs(). Once; due() may come later than planned.
    void granted(qint64 slotMs);
    //! May leave now. Once.
    void due();

private:
    friend class Schedule;
    Turn(Schedule *schedule, Priority priority, QObject *receiver);

    QPointer<Schedule> m_schedule; // null once sent or canceled
    Priority m_priority;
};

//! Paces requests: per key one departure every 51 ms on a schedule that all processes share, never in bursts,
//! the first of a quiet key at once. A departure up to 10 ms late leaves the schedule as it is; a later one
//! moves all that follow, so that two are never closer than 41 ms and 21 in a row never fit into one second.
//! Lives in one thread.
class RateLimiter : public QObject
{
    Q_OBJECT
public:
    using Turn = Api::Turn;
    using Priority = Api::Priority;

    static constexpr qint64 intervalMs = 51;
    static constexpr qint64 longestIntervalMs = 500;
    static constexpr qint64 toleratedLatenessMs = 10;
    static constexpr int lookAhead = 2; //!< slots reserved ahead of the one that leaves
    static constexpr qint64 staleSlotMs = 5000; //!< a slot further ahead is of a clock before a reboot
    static constexpr qint64 throttlePauseMs = 250;
    static constexpr int countedSeconds = 60;

    //! Both must outlive the limiter.
    RateLimiter(Core::SlotLedger &ledger, const Core::Clock &clock, QObject *parent = nullptr);

    //! Asks for a turn, a child of `receiver` (of the limiter for null).
    Turn *request(const LimiterKey &key, Priority priority, QObject *receiver);

    //! The service throttled a request of this key: a pause, then slower. Once per pause, however many said
    //! so.
    void throttled(const LimiterKey &key);
    //! A request of this key was answered without throttling: step by step back to the full rate, in rarer
    //! steps while throttling comes back soon.
    void succeeded(const LimiterKey &key);

    //! How many left within the last 1000 ms.
    [[nodiscard]] int sentInLastSecond(const LimiterKey &key) const;
    //! Of the busiest key: the service's limit is for each.
    [[nodiscard]] int sentInLastSecond() const;
    //! In each of the last `countedSeconds` seconds, the oldest first: how many of the busiest key left.
    [[nodiscard]] QList<int> sentBySecond() const;
    //! Milliseconds between two departures of this key now.
    [[nodiscard]] qint64 currentIntervalMs(const LimiterKey &key) const;

private:
    [[nodiscard]] Schedule &schedule(const LimiterKey &key);

    Core::SlotLedger &m_ledger;
    const Core::Clock &m_clock;
    QHash<LimiterKey, Schedule *> m_schedules; // our children
};

} // namespace Api
