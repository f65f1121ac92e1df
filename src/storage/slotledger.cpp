// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/slotledger.h"

#include "storage/slottable.h"

#include <QCryptographicHash>

#include <vector>

namespace Storage {

SharedSlotLedger::SharedSlotLedger(QString directory, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker([this, table = std::make_shared<SlotTable>(std::move(directory), clock)](
                   std::vector<Reservation> &batch) {
        for (const Reservation &reservation : batch) {
            *reservation.slotMs =
                table->reserve(reservation.keyHash, reservation.notBeforeMs, reservation.intervalMs);
            m_courier.arrived(1);
        }
    })
{
}

SharedSlotLedger::~SharedSlotLedger() = default;

void SharedSlotLedger::reserve(const QByteArray &key, qint64 notBeforeMs, qint64 intervalMs, QObject *context,
                               std::function<void(qint64 slotMs)> done)
{
    auto slot = std::make_shared<qint64>(notBeforeMs);
    m_courier.expect(context, [slot, done = std::move(done)] { done(*slot); });
    m_worker.push({QCryptographicHash::hash(key, QCryptographicHash::Sha256), notBeforeMs, intervalMs, slot});
}

} // namespace Storage
