// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/pause.h"

#include <chrono>

namespace Simulator {

bool Pause::wait(int ms)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_isCalledOff; });
    return !m_isCalledOff;
}

void Pause::callOff()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isCalledOff = true;
    }
    m_changed.notify_all();
}

bool Pause::isCalledOff() const
{
    const std::lock_guard lock(m_mutex);
    return m_isCalledOff;
}

} // namespace Simulator
