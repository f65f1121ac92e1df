// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Simulator {

//! Threads as they are needed, up to a limit. The HTTP library keeps one for every open connection, and a
//! connection that waits for a fault must not take another one's thread. Thread-safe.
class GrowingPool
{
public:
    explicit GrowingPool(std::size_t most);
    ~GrowingPool();
    GrowingPool(const GrowingPool &) = delete;
    GrowingPool &operator=(const GrowingPool &) = delete;

    void enqueue(std::function<void()> job);
    //! Finishes what is queued and joins all threads.
    void shutdown();

private:
    void work();

    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_jobs;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_isShutDown = false;
};

} // namespace Simulator
