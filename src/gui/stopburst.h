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
//! stopped again joins; other stops after the end begin a new burst.
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

    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] bool isRunning() const { return m_counts.remaining > 0; }
    //! Those that have not left.
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
    void begun();
    void ended();

private:
    void onProgressed(const Service::StopProgress &progress);
    void onSettled(const Service::StopResult &result);
    void onIdle();
    [[nodiscard]] int &countOf(Core::StopOutcome outcome);

    Service::StopService &m_stops;
    const Core::Clock &m_clock;
    QHash<Core::TaskKey, std::optional<Service::StopResult>> m_all;
    QList<Core::TaskKey> m_ended;
    Counts m_counts;
    mutable std::deque<qint64> m_leftAt; //!< of the last seconds
    qint64 m_firstLeftAt = 0;
};

} // namespace Gui
