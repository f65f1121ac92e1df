// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QTimeZone>

#include <atomic>

//! A clock that stands still until it is told otherwise.
class SteppedClock final : public Core::Clock
{
public:
    explicit SteppedClock(qint64 unixSeconds = 1'700'000'000)
        : m_wallMs(unixSeconds * 1000)
    {
    }

    [[nodiscard]] QDateTime nowUtc() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_wallMs, Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_monotonicMs += ms;
    }

private:
    std::atomic<qint64> m_wallMs;
    std::atomic<qint64> m_monotonicMs{5'000'000};
};
