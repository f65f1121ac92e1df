// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ratewindow.h"

namespace Simulator {

RateWindow::RateWindow(int perSecond, RateWindowKind kind)
    : m_perSecond(perSecond)
    , m_kind(kind)
{
}

void RateWindow::configure(int perSecond, RateWindowKind kind)
{
    const std::lock_guard lock(m_mutex);
    m_perSecond = perSecond;
    m_kind = kind;
}

bool RateWindow::accept(const QString &key, qint64 nowMs)
{
    constexpr qint64 secondMs = 1000;
    const std::lock_guard lock(m_mutex);
    if (m_perSecond <= 0) {
        return true;
    }
    QList<qint64> &times = m_accepted[key];
    const qint64 oldest = m_kind == RateWindowKind::Sliding ? nowMs - secondMs + 1 : nowMs - nowMs % secondMs;
    while (!times.isEmpty() && times.first() < oldest) {
        times.removeFirst();
    }
    if (times.size() >= m_perSecond) {
        return false;
    }
    times.append(nowMs);
    return true;
}

int RateWindow::perSecond() const
{
    const std::lock_guard lock(m_mutex);
    return m_perSecond;
}

} // namespace Simulator
