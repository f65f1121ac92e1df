// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace Core {

//! Brings the answers of a worker thread home, in the order in which they were expected. Callbacks and what
//! they captured never leave the thread of this object.
class Courier : public QObject
{
    Q_OBJECT
public:
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
