// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watchrhythm.h"

#include <algorithm>

namespace Service {

WatchRhythm::WatchRhythm(const WatchPace &pace)
    : m_pace(pace)
    , m_pauseMs(pace.fastMs)
{
}

int WatchRhythm::afterLook(bool isBusy)
{
    m_failurePauseMs = 0;
    m_pauseMs = isBusy ? m_pace.fastMs : std::min(m_pace.slowMs, m_pauseMs + m_pauseMs / 2);
    return m_pauseMs;
}

int WatchRhythm::afterFailure()
{
    m_failurePauseMs =
        isFailing() ? std::min(m_pace.longestMs, m_failurePauseMs * 2) : std::max(m_pace.fastMs, m_pauseMs);
    return m_failurePauseMs;
}

void WatchRhythm::reset()
{
    m_pauseMs = m_pace.fastMs;
}

} // namespace Service
