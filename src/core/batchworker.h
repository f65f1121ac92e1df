// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace Core {

//! One thread that takes everything that is queued at once. Free of Qt, so that thread sanitizers see all of
//! it.
template <typename Job> class BatchWorker
{
public:
    using Process = std::function<void(std::vector<Job> &)>;

    //! `process` is called in the thread with one or more jobs in the order of push(); it is destroyed there
    //! too, and with it whatever it owns.
    explicit BatchWorker(Process process)
        : m_thread([this, own = std::move(process)]() mutable { run(std::exchange(own, nullptr)); })
    {
    }
    //! Processes what is queued, then ends the thread.
    ~BatchWorker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isStopping = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    BatchWorker(const BatchWorker &) = delete;
    BatchWorker &operator=(const BatchWorker &) = delete;

    //! From any thread.
    void push(Job job)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_queue.push_back(std::move(job));
        }
        m_wake.notify_one();
    }

private:
    void run(Process process)
    {
        for (std::unique_lock lock(m_mutex);;) {
            m_wake.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
            if (m_queue.empty()) {
                return;
            }
            std::vector<Job> batch = std::exchange(m_queue, {});
            lock.unlock();
            process(batch);
            batch.clear();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_queue;
    bool m_isStopping = false;
    std::thread m_thread; // last: starts when the rest is there
};

} // namespace Core
