// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/batchworker.h"
#include "core/clock.h"
#include "core/courier.h"
#include "core/slotledger.h"

#include <QObject>
#include <QString>

#include <memory>

namespace Storage {

//! A slot that somebody waits for.
struct Reservation
{
    QByteArray keyHash;
    qint64 notBeforeMs = 0;
    qint64 intervalMs = 0;
    std::shared_ptr<qint64> slotMs;
};

//! The schedule that all processes on one profile share, in pacing.sqlite beside the database. Keys are kept
//! as SHA-256 only. Reservations of an earlier boot count for nothing. Where the file cannot be used, the
//! schedule is this process's own.
class SharedSlotLedger : public QObject, public Core::SlotLedger
{
    Q_OBJECT
public:
    //! Nothing is touched before the first reserve(), except by the worker's thread. `clock` outlives this
    //! object.
    SharedSlotLedger(QString directory, const Core::Clock &clock, QObject *parent = nullptr);
    ~SharedSlotLedger() override;

    void reserve(const QByteArray &key, qint64 notBeforeMs, qint64 intervalMs, QObject *context,
                 std::function<void(qint64 slotMs)> done) override;

private:
    Core::Courier m_courier;
    Core::BatchWorker<Reservation> m_worker; // last: joined before the courier goes
};

} // namespace Storage
