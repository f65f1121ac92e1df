// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/memoryslotledger.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace Api {

void MemorySlotLedger::reserve(const QByteArray &key, qint64 notBeforeMs, qint64 intervalMs, QObject *context,
                               std::function<void(qint64 slotMs)> done)
{
    const auto last = m_last.constFind(key);
    const qint64 slot = last == m_last.constEnd() ? notBeforeMs : std::max(notBeforeMs, *last + intervalMs);
    m_last.insert(key, slot);
    QMetaObject::invokeMethod(
        context, [done = std::move(done), slot] { done(slot); }, Qt::QueuedConnection);
}

} // namespace Api
