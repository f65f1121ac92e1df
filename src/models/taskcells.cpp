// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskcells.h"

namespace Models {

QDateTime startOf(const Core::PushTask &task)
{
    return task.startTime.isValid() ? task.startTime : task.createTime;
}

qint64 runningSeconds(const Core::PushTask &task, const QDateTime &now)
{
    const QDateTime start = startOf(task);
    const QDateTime end = task.isRunning() ? now : task.stopTime;
    // The service's clock may be ahead of ours.
    return start.isValid() && end.isValid() ? qMax<qint64>(0, start.secsTo(end)) : -1;
}

bool isStopping(const Core::PushTask &task)
{
    switch (task.stopPhase) {
    case Core::StopPhase::Requested:
    case Core::StopPhase::Sent:
    case Core::StopPhase::Accepted:
        return true;
    case Core::StopPhase::None:
    case Core::StopPhase::Settled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace Models
