// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/stopresult.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace Core {
class Clock;
}
namespace Service {
class StopService;
}

namespace Gui {

//! The stops from the first one until all is quiet again, and what became of each. A task of it that is
//! stopped again joins, and while it runs, whatever else is stopped. After the end other stops begin a new
//! burst, but a single one leaves a burst of many as it is: what failed in it is still to be looked at.
class StopBurst : public QObject
{
    Q_OBJECT
public:
    struct Counts
    {
        int stopped = 0; //!< and those that had stopped before
        int failed = 0;
        int unknown = 0;
        int notSent = 0;
        int remaining = 0; //!< without an outcome

        [[nodiscard]] int total() const { return stopped + failed + unknown + notSent + remaining; }
        [[nodiscard]] int settled() const { return total() - remaining; }
    };

    StopBurst(Service::StopService &stops, const Core::Clock &clock, QObject *parent);

    [[nodiscard]] const Counts &counts() const { return m_burst.counts; }
    [[nodiscard]] bool isRunning() const { return m_burst.counts.remaining > 0; }
    //! Two or more.
    [[nodiscard]] bool isOfMany() const { return m_burst.counts.total() > 1; }
    //! Somebody has seen how it ended; the next stop begins anew.
    void forget();
    //! Those that have not left, a single one beside the burst too.
    [[nodiscard]] qsizetype unsent() const;
    //! In the order they ended in.
    [[nodiscard]] QList<Service::StopResult> results() const;
    //! Those that failed or had no effect, in that order.
    [[nodiscard]] QList<Core::TaskKey> retryable() const;
    //! Stops that left a second, of late.
    [[nodiscard]] double ratePerSecond() const;
    //! Until the last one is settled, as far as can be told; nullopt if it cannot.
    [[nodiscard]] std::optional<qint64> secondsLeft() const;

Q_SIGNALS:
    void begun(); //!< after quiet; also a single stop beside a burst that is kept
    void ended(); //!< all is quiet

private:
    struct Burst
    {
        QHash<Core::TaskKey, std::optional<Service::StopResult>> all;
        QList<Core::TaskKey> ended;
        Counts counts;
    };

    [[nodiscard]] Burst &burstFor(const Core::TaskKey &task);
    void joinSingle();
    void onAsked(const QList<Core::TaskKey> &tasks);
    void join(const Core::TaskKey &task);
    void onProgressed(const Service::StopProgress &progress);
    void onSettled(const Service::StopResult &result);
    void onIdle();
    [[nodiscard]] static int &countOf(Counts &counts, Core::StopOutcome outcome);

    Service::StopService &m_stops;
    const Core::Clock &m_clock;
    Burst m_burst;
    Burst m_single; //!< one stop while a burst of many is kept
    mutable std::deque<qint64> m_leftAt; //!< of the last seconds
    qint64 m_firstLeftAt = 0;
};

} // namespace Gui
