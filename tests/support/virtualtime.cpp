// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/virtualtime.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimerEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace TestSupport {

void VirtualTime::pass(qint64 ms)
{
    passUntil([] { return false; }, ms);
}

void VirtualTime::passUntil(const std::function<bool()> &isEnough, qint64 longestMs)
{
    m_end = m_now + longestMs;
    QEventLoop loop; // so that what deletes itself later does so, as under QCoreApplication::exec()
    const auto serveAll = [this, &isEnough, &loop] {
        while (!isEnough() && processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::EventLoopExec)) { }
        loop.quit();
    };
    QMetaObject::invokeMethod(&loop, serveAll, Qt::QueuedConnection);
    loop.exec();
}

bool VirtualTime::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    Q_EMIT awake();
    m_isPosted = false;
    QCoreApplication::sendPostedEvents();
    if (m_isPosted || fire()) {
        return true;
    }
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents)) {
        return false;
    }
    if (m_settle && m_settle()) {
        return true;
    }
    const auto timer = next();
    qint64 due = timer == m_timers.end() ? std::numeric_limits<qint64>::max() : timer->due;
    if (!m_outside.empty()) {
        due = std::min(due, m_outside.begin()->first);
    }
    m_now = std::max(m_now, std::min(due, m_end));
    return due <= m_end;
}

std::vector<VirtualTime::Timer>::iterator VirtualTime::next()
{
    return std::ranges::min_element(m_timers, {}, &Timer::due);
}

void VirtualTime::stall(qint64 ms)
{
    const qint64 end = m_now + ms;
    while (letHappen(end)) { }
    m_now = end;
}

void VirtualTime::happenOutside(qint64 ms, std::function<void()> happens)
{
    m_outside.emplace(m_now + ms, std::move(happens));
}

bool VirtualTime::letHappen(qint64 until)
{
    const auto first = m_outside.begin();
    if (first == m_outside.end() || first->first > until) {
        return false;
    }
    m_now = std::max(m_now, first->first);
    const std::function<void()> happens = std::move(first->second);
    m_outside.erase(first);
    happens();
    return true;
}

bool VirtualTime::fire()
{
    if (letHappen(m_now)) {
        return true;
    }
    const auto timer = next();
    if (timer == m_timers.end() || timer->due > m_now) {
        return false;
    }
    Timer fired = *timer;
    m_timers.erase(timer);
    fired.due = m_now + std::max<qint64>(1, fired.interval);
    m_timers.push_back(fired); // behind the others that are due
    QTimerEvent event(fired.id);
    QCoreApplication::sendEvent(fired.object, &event);
    return true;
}

void VirtualTime::awaitPosted()
{
    m_isPosted.wait(false);
    m_isPosted = false;
    QCoreApplication::sendPostedEvents();
}

void VirtualTime::wakeUp()
{
    m_isPosted = true;
    m_isPosted.notify_one();
}

void VirtualTime::registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.push_back({timerId, interval, type, object, m_now + interval});
}

bool VirtualTime::unregisterTimer(int timerId)
{
    return std::erase_if(m_timers, [timerId](const Timer &timer) { return timer.id == timerId; }) > 0;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [object](const Timer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> infos;
    for (const Timer &timer : m_timers) {
        if (timer.object == object) {
            infos.append({timer.id, static_cast<int>(timer.interval), timer.type});
        }
    }
    return infos;
}

int VirtualTime::remainingTime(int timerId)
{
    const auto timer = std::ranges::find(m_timers, timerId, &Timer::id);
    return timer == m_timers.end() ? -1 : static_cast<int>(std::max<qint64>(0, timer->due - m_now));
}

} // namespace TestSupport
