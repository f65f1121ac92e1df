// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace Core {

//! Brings the answers of a worker thread home, in the order in which they were expected: a few in one turn of
//! the event loop, since what a thousand of them bring about takes a while. Callbacks and what they captured
//! never leave the thread of this object.
class Courier : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t mostAtOnce = 25;

    using QObject::QObject;

    //! In the thread of this object. `deliver` is called by a later arrived(), unless `context` died before.
    void expect(QObject *context, std::function<void()> deliver);
    //! From any thread: the next `count` expected answers are there.
    void arrived(std::size_t count);

private:
    struct Expected
    {
        QPointer<QObject> context;
        std::function<void()> deliver;
    };

    void deliver();

    std::deque<Expected> m_expected;
    std::mutex m_mutex;
    std::size_t m_arrived = 0; // guarded by m_mutex
};

} // namespace Core
