// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskremovals.h"

#include "service/guard.h"
#include "service/recovery.h"
#include "service/stopservice.h"
#include "service/taskbook.h"

namespace Service {

TaskRemovals::TaskRemovals(TaskBook &book, Guard &guard, StopService &stops, Recovery &recovery,
                           QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_guard(guard)
{
    connect(&stops, &StopService::progressed, this, [this](const StopProgress &progress) {
        changeKept(progress.task, [&progress](Core::PushTask &task) { task.stopPhase = progress.phase; });
    });
    connect(&stops, &StopService::settled, this, &TaskRemovals::onSettled);
    connect(&recovery, &Recovery::settled, this, &TaskRemovals::onSettled);
}

void TaskRemovals::remove(const QList<Core::TaskKey> &tasks)
{
    Removal removal;
    for (const Core::TaskKey &key : tasks) {
        if (const Core::PushTask *const task = m_book.find(key)) {
            removal.tasks.insert(key, *task);
        }
    }
    if (removal.tasks.isEmpty()) {
        return;
    }
    removal.stops = m_guard.scheduledStops(tasks);
    removal.marks = m_guard.marks(tasks);
    m_removals.append(removal);
    if (m_removals.size() > mostRemovals) {
        m_removals.removeFirst();
    }
    m_book.remove(tasks);
    Q_EMIT lastRemovedChanged();
}

QList<Core::TaskKey> TaskRemovals::undo()
{
    if (m_removals.isEmpty()) {
        return {};
    }
    const Removal removal = m_removals.takeLast();
    m_guard.putBackMarks(removal.marks); // before the guard sees the tasks again
    QList<Core::PushTask> absent;
    for (const Core::PushTask &task : removal.tasks) {
        if (m_book.contains(task.key)) {
            m_book.change(task.key, [&task](Core::PushTask &anew) { anew = merged(task, anew); });
        } else {
            absent.append(task);
        }
    }
    m_book.add(absent);
    for (const Core::ScheduledStop &stop : removal.stops) {
        m_guard.stopAt({stop.task}, stop.at);
    }
    Q_EMIT lastRemovedChanged();
    return removal.tasks.keys();
}

QList<Core::PushTask> TaskRemovals::lastRemoved() const
{
    return m_removals.isEmpty() ? QList<Core::PushTask>() : m_removals.last().tasks.values();
}

void TaskRemovals::changeKept(const Core::TaskKey &key, const std::function<void(Core::PushTask &)> &change)
{
    for (Removal &removal : m_removals) {
        if (const auto kept = removal.tasks.find(key); kept != removal.tasks.end()) {
            change(*kept);
        }
    }
}

void TaskRemovals::onSettled(const StopResult &result)
{
    changeKept(result.task, [&result](Core::PushTask &task) {
        recordOutcome(task, result, QDateTime::currentDateTimeUtc());
    });
}

} // namespace Service
