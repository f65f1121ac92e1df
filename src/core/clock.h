// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace Core {

//! Where all time comes from, so that tests can bring their own. Thread-safe.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    //! The machine's idea of now, in UTC, to the millisecond. May jump in both directions.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    //! Milliseconds of a clock that never jumps, shared by all processes of this machine since it started.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace Core
