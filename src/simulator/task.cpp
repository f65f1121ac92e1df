// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/task.h"

namespace Simulator {

using namespace Qt::StringLiterals;

QString toWire(SimulatedStatus status)
{
    switch (status) {
    case SimulatedStatus::Prepared:
        return u"PREPARED"_s;
    case SimulatedStatus::Pushing:
        return u"PUSHING"_s;
    case SimulatedStatus::Stopped:
        return u"STOPPED"_s;
    }
    return {};
}

QString toWire(SimulatedFinish reason)
{
    switch (reason) {
    case SimulatedFinish::None:
        return {};
    case SimulatedFinish::Auto:
        return u"AUTO"_s;
    case SimulatedFinish::UserCall:
        return u"USER_CALL"_s;
    case SimulatedFinish::Exception:
        return u"EXCEPTION"_s;
    }
    return {};
}

Task Task::seeded(const TaskSeed &seed, qint64 nowMs, qint64 startDelayMs)
{
    const QString room = QString::number(seed.roomId);
    Task task;
    task.sdkAppId = seed.sdkAppId;
    task.taskId = seed.taskId;
    task.roomId = seed.roomId;
    task.groupId = seed.groupId.isEmpty() ? room : seed.groupId;
    task.pushUserId = seed.pushUserId.isEmpty() ? QString(u"tic_push_user_"_s + room) : seed.pushUserId;
    task.backupTaskId = seed.backupTaskId;
    task.isBackupManaged = seed.isBackupManaged;
    task.failsWhenStopped = seed.failsWhenStopped;

    const qint64 createdMs = nowMs - qint64(seed.ageS) * 1000;
    const qint64 pushingMs = qMin(createdMs + startDelayMs, nowMs);
    const qint64 endMs =
        qMin(pushingMs + qint64(seed.ageS) * 500, nowMs); // ended about halfway through its age
    const qint64 autoStopMs = qint64(seed.autoStopTimeoutS) * 1000;
    switch (seed.state) {
    case SeedState::Prepared:
        task.begin(nowMs, startDelayMs, autoStopMs);
        break;
    case SeedState::Pushing:
        task.beginPushing(pushingMs, nowMs, autoStopMs);
        break;
    case SeedState::Stopped:
        task.beginEnded(pushingMs, endMs, seed.finishReason);
        break;
    case SeedState::Failed:
        task.beginEnded(pushingMs, endMs, SimulatedFinish::Exception);
        break;
    }
    task.createdMs = createdMs;
    return task;
}

void Task::begin(qint64 nowMs, qint64 startDelayMs, qint64 autoStopMs)
{
    createdMs = nowMs;
    beginPushing(nowMs + startDelayMs, nowMs + startDelayMs, autoStopMs);
}

void Task::beginPushing(qint64 sinceMs, qint64 nowMs, qint64 autoStopMs)
{
    m_pushingAtMs = sinceMs;
    if (autoStopMs > 0) {
        m_endsAtMs = nowMs + autoStopMs;
        m_finishReason = SimulatedFinish::Auto;
    }
}

void Task::beginEnded(qint64 sinceMs, qint64 endMs, SimulatedFinish reason)
{
    m_pushingAtMs = sinceMs;
    m_endsAtMs = endMs;
    m_finishReason = reason;
}

bool Task::requestStop(qint64 nowMs, qint64 stopDelayMs)
{
    if (m_isStopRequested || status(nowMs) == SimulatedStatus::Stopped) {
        return false;
    }
    m_isStopRequested = true;
    const qint64 endMs = nowMs + stopDelayMs;
    if (!m_endsAtMs || endMs <= *m_endsAtMs) {
        m_endsAtMs = endMs;
        m_finishReason = SimulatedFinish::UserCall;
    }
    if (nowMs < m_pushingAtMs) {
        m_pushingAtMs = *m_endsAtMs;
    }
    return true;
}

SimulatedStatus Task::status(qint64 nowMs) const
{
    if (m_endsAtMs && nowMs >= *m_endsAtMs) {
        return SimulatedStatus::Stopped;
    }
    return nowMs < m_pushingAtMs ? SimulatedStatus::Prepared : SimulatedStatus::Pushing;
}

SimulatedFinish Task::finishReason(qint64 nowMs) const
{
    if (status(nowMs) != SimulatedStatus::Stopped) {
        return SimulatedFinish::None;
    }
    return failsWhenStopped && m_isStopRequested ? SimulatedFinish::Exception : m_finishReason;
}

bool Task::hasFailed(qint64 nowMs) const
{
    return finishReason(nowMs) == SimulatedFinish::Exception;
}

std::optional<qint64> Task::pushStartMs(qint64 nowMs) const
{
    const bool neverPushed = m_endsAtMs && m_pushingAtMs >= *m_endsAtMs;
    return nowMs < m_pushingAtMs || neverPushed ? std::nullopt : std::optional(m_pushingAtMs);
}

std::optional<qint64> Task::pushStopMs(qint64 nowMs) const
{
    return status(nowMs) == SimulatedStatus::Stopped ? m_endsAtMs : std::nullopt;
}

} // namespace Simulator
