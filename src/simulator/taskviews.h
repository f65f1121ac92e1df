// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/task.h"

#include <QJsonObject>

//! A task as the actions' answers show it.
namespace Simulator {

//! The moment of an answer, and how the tasks' clock maps to the server's wall clock.
struct Moment
{
    qint64 nowMs = 0; //!< of the tasks' clock
    qint64 wallOffsetMs = 0; //!< server's Unix time in ms minus tasks' clock

    [[nodiscard]] qint64 unixSeconds(qint64 atMs) const { return (atMs + wallOffsetMs) / 1000; }
};

[[nodiscard]] QString compactText(const QJsonObject &object); //!< JSON on one line

//! DescribeWhiteboardPush, without Backup and RequestId.
[[nodiscard]] QJsonObject describedTask(const Task &task, const Moment &moment);
//! An item of DescribeWhiteboardPushSearch.
[[nodiscard]] QJsonObject foundTask(const Task &task, const Moment &moment);
//! An item of DescribeRunningTasks.
[[nodiscard]] QJsonObject runningTask(const Task &task, const Moment &moment);
//! An item of the simulator's own page.
[[nodiscard]] QJsonObject taskOverview(const Task &task, const Moment &moment);
//! How a failed task is reported.
[[nodiscard]] ApiFailure taskFailure();

} // namespace Simulator
