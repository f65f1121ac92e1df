// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>

namespace Simulator {

//! Waiting that can be called off for everybody at once. Thread-safe.
class Pause
{
public:
    //! False if the wait was called off, or was before it began.
    [[nodiscard]] bool wait(int ms);
    void callOff();
    [[nodiscard]] bool isCalledOff() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isCalledOff = false;
};

} // namespace Simulator
