// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/democourse.h"

#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <QTimer>

#include <algorithm>

namespace App {

namespace {

constexpr int longestCourseMs = 60'000;

} // namespace

DemoCourse::DemoCourse(const Service::Services &services, Cli::Output &output, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_output(output)
{
    connect(&m_services.sync, &Service::TaskSync::refreshed, this, &DemoCourse::onAnswered);
    connect(&m_services.sync, &Service::TaskSync::refreshFailed, this, &DemoCourse::onAnswered);
    connect(&m_services.stops, &Service::StopService::settled, this, &DemoCourse::onSettled);
}

void DemoCourse::start(const QList<Core::TaskKey> &tasks)
{
    m_tasks = tasks;
    m_awaited = QSet<Core::TaskKey>(tasks.cbegin(), tasks.cend());
    QTimer::singleShot(longestCourseMs, this, [this] {
        m_output.note(tr("The demo did not come to its end in time."));
        end(false);
    });
}

void DemoCourse::onAnswered(const Core::TaskKey &task)
{
    if (!m_awaited.remove(task) || !m_awaited.isEmpty()) {
        return;
    }
    if (m_settled == 0) {
        stopTwo();
    } else {
        end(m_right == 2);
    }
}

void DemoCourse::stopTwo()
{
    for (const Core::TaskKey &key : std::as_const(m_tasks)) {
        const Core::PushTask *const task = m_services.book.find(key);
        if (task == nullptr || !task->taskErrorCode.isEmpty()) {
            continue;
        }
        if (m_running.taskId.isEmpty() && task->status == Core::TaskStatus::Pushing) {
            m_running = key;
        } else if (m_ended.taskId.isEmpty() && task->status == Core::TaskStatus::Stopped) {
            m_ended = key;
        }
    }
    if (m_running.taskId.isEmpty() || m_ended.taskId.isEmpty()) {
        m_output.note(tr("The simulator has not the tasks that the demo needs."));
        end(false);
        return;
    }
    m_report.emplace(m_output, false, QList<Core::TaskId>{m_running.taskId, m_ended.taskId});
    m_report->begin();
    m_services.stops.stop({m_running, m_ended});
}

void DemoCourse::onSettled(const Service::StopResult &result)
{
    if (!m_report) {
        return;
    }
    const auto expected =
        result.task == m_running ? Core::StopOutcome::Stopped : Core::StopOutcome::AlreadyStopped;
    m_right += result.outcome == expected ? 1 : 0;
    m_report->add(result);
    if (++m_settled == 2) {
        m_report->end();
        m_awaited = QSet<Core::TaskKey>(m_tasks.cbegin(), m_tasks.cend());
        m_services.sync.refresh(m_tasks);
    }
}

void DemoCourse::end(bool isRight)
{
    if (!m_hasEnded) {
        m_hasEnded = true;
        Q_EMIT finished(isRight);
    }
}

} // namespace App
