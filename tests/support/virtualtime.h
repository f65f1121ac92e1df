// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QAbstractEventDispatcher>

#include <atomic>
#include <functional>
#include <map>
#include <vector>

namespace TestSupport {

//! An event dispatcher whose time passes only when nothing else is to be done: then it leaps to the next
//! timer. So code that waits by QTimer runs through hours in milliseconds, unchanged, and the same each time.
//!
//! Installed with QCoreApplication::setEventDispatcher() before there is an application, which then owns it.
//! There are no sockets in it, and whatever happens in other threads has to be waited for by
//! beforeTimePasses().
class VirtualTime final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    //! Runs the event loop until `ms` of virtual time have passed.
    void pass(qint64 ms);
    //! The same, but at most until `isEnough`, which is asked after every step.
    void passUntil(const std::function<bool()> &isEnough, qint64 longestMs);
    //! As a machine that was too busy to serve anybody: timers are late by that. The world outside goes on.
    void stall(qint64 ms);
    //! Calls `happens` in `ms`: something outside of this machine, which no stall holds up.
    void happenOutside(qint64 ms, std::function<void()> happens);
    //! Really waits until another thread posts an event, and serves it.
    void awaitPosted();

    [[nodiscard]] qint64 now() const { return m_now; } //!< ms since it was made
    [[nodiscard]] qsizetype timers() const { return static_cast<qsizetype>(m_timers.size()); }
    //! Called when nothing is posted or due; true if that may have changed now.
    void beforeTimePasses(std::function<bool()> settle) { m_settle = std::move(settle); }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *) override { }
    void unregisterSocketNotifier(QSocketNotifier *) override { }
    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override { }

private:
    struct Timer
    {
        int id = 0;
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        qint64 due = 0;
    };

    [[nodiscard]] std::vector<Timer>::iterator next();
    [[nodiscard]] bool fire();
    [[nodiscard]] bool letHappen(qint64 until);

    qint64 m_now = 0;
    qint64 m_end = 0; //!< of pass()
    std::function<bool()> m_isEnough;
    std::vector<Timer> m_timers; //!< in the order of their starts
    std::multimap<qint64, std::function<void()>> m_outside; //!< by their time
    std::function<bool()> m_settle;
    std::atomic<bool> m_isPosted = false;
};

//! Tells virtual time. The wall's can be set; the monotonic one cannot.
class VirtualClock final : public Core::Clock
{
public:
    explicit VirtualClock(const VirtualTime &time)
        : m_time(time)
        , m_startMs(time.now())
    {
    }

    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'796'000'000'000 + monotonicMs() + m_aheadMs, Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicMs() const override { return 5'000'000 + m_time.now() - m_startMs; }
    //! Somebody sets the clock, or the machine slept.
    void jump(qint64 ms) { m_aheadMs += ms; }

private:
    const VirtualTime &m_time;
    qint64 m_startMs;
    qint64 m_aheadMs = 0;
};

} // namespace TestSupport
