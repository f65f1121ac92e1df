// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slotledger.h"

#include <QHash>

namespace Api {

//! The schedule of a single process.
class MemorySlotLedger final : public Core::SlotLedger
{
public:
    void reserve(const QByteArray &key, qint64 notBeforeMs, qint64 intervalMs, QObject *context,
                 std::function<void(qint64 slotMs)> done) override;

private:
    QHash<QByteArray, qint64> m_last;
};

} // namespace Api
