// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/courier.h"

#include <algorithm>
#include <utility>

namespace Core {

void Courier::expect(QObject *context, std::function<void()> deliver)
{
    Q_ASSERT(context != nullptr);
    m_expected.push_back({context, std::move(deliver)});
}

void Courier::arrived(std::size_t count)
{
    {
        const std::scoped_lock lock(m_mutex);
        const bool isUnderway = m_arrived > 0;
        m_arrived += count;
        if (isUnderway) {
            return;
        }
    }
    QMetaObject::invokeMethod(this, &Courier::deliver, Qt::QueuedConnection);
}

void Courier::deliver()
{
    std::size_t count = 0;
    {
        const std::scoped_lock lock(m_mutex);
        count = std::min(m_arrived, mostAtOnce);
        m_arrived -= count;
        if (m_arrived > 0) {
            QMetaObject::invokeMethod(this, &Courier::deliver, Qt::QueuedConnection);
        }
    }
    const QPointer<Courier> self(this); // a callback may delete the owner of this object
    for (; count > 0 && self; --count) {
        const Expected next = std::move(m_expected.front());
        m_expected.pop_front();
        if (next.context) {
            next.deliver();
        }
    }
}

} // namespace Core
