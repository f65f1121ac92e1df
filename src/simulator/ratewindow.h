// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/settings.h"

#include <QHash>
#include <QList>

#include <mutex>

namespace Simulator {

//! Counts accepted requests per key and second. Refused ones do not count. Thread-safe.
class RateWindow
{
public:
    //! \a perSecond 0 accepts everything.
    RateWindow(int perSecond, RateWindowKind kind);

    void configure(int perSecond, RateWindowKind kind);
    //! True if a request at \a nowMs (never going back) is within the limit; it is then counted.
    [[nodiscard]] bool accept(const QString &key, qint64 nowMs);
    [[nodiscard]] int perSecond() const;

private:
    mutable std::mutex m_mutex;
    int m_perSecond;
    RateWindowKind m_kind;
    QHash<QString, QList<qint64>> m_accepted;
};

} // namespace Simulator
