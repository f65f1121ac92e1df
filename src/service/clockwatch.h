// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace Service {

//! Notices that time did not pass as it usually does: the machine slept, the clock was set, or the program
//! stood still. To be asked at least every `longestGapMs`.
class ClockWatch
{
public:
    static constexpr qint64 longestGapMs = 60'000;
    static constexpr qint64 largestDriftMs = 30'000; //!< what is less is the clock being kept right

    //! `clock` outlives this object.
    explicit ClockWatch(const Core::Clock &clock)
        : m_clock(clock)
        , m_wall(clock.nowUtc())
        , m_monotonicMs(clock.monotonicMs())
    {
    }

    //! Since it was asked last.
    [[nodiscard]] bool hasJumped()
    {
        const QDateTime wall = m_clock.nowUtc();
        const qint64 monotonicMs = m_clock.monotonicMs();
        const qint64 gap = monotonicMs - m_monotonicMs;
        const qint64 drift = m_wall.msecsTo(wall) - gap;
        m_wall = wall;
        m_monotonicMs = monotonicMs;
        return gap > longestGapMs || qAbs(drift) > largestDriftMs;
    }

private:
    const Core::Clock &m_clock;
    QDateTime m_wall;
    qint64 m_monotonicMs;
};

} // namespace Service
