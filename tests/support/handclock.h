// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace TestSupport {

//! A clock that is moved by hand; it starts with the machine's time.
class HandClock final : public Core::Clock
{
public:
    HandClock() = default;

    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }

    void pass(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_monotonicMs += ms;
    }
    //! As Linux counts it: the monotonic clock stands still while the machine sleeps. Also: the clock is set.
    void sleep(qint64 ms) { m_now = m_now.addMSecs(ms); }
    void set(const QDateTime &utc) { m_now = utc; }

private:
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    qint64 m_monotonicMs = 5'000'000;
};

} // namespace TestSupport
