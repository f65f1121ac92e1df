// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>

namespace Core {

//! The schedule of departures that all processes on one profile share, so that together they keep the limit.
class SlotLedger
{
public:
    SlotLedger() = default;
    virtual ~SlotLedger() = default;
    Q_DISABLE_COPY_MOVE(SlotLedger)

    //! Reserves the next free departure of the schedule `key`: max(notBeforeMs, last one reserved +
    //! intervalMs), in milliseconds of Clock::monotonicMs(). `done` is called in the calling thread, never
    //! before this function returns and never after `context` died.
    virtual void reserve(const QByteArray &key, qint64 notBeforeMs, qint64 intervalMs, QObject *context,
                         std::function<void(qint64 slotMs)> done) = 0;
};

} // namespace Core
