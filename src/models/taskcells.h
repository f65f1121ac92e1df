// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace Models {

//! When a task is going to be stopped if nobody says otherwise.
struct PlannedStop
{
    QDateTime at; //!< UTC; invalid if it is not
    int secondsLeft = -1; //!< of a countdown; -1 while there is none

    bool operator==(const PlannedStop &) const = default;
};

//! The words of the task table, handed in because models know no language. Every function must be set.
struct TaskTexts
{
    std::function<QString(const Core::PushTask &)> status;
    std::function<QString(const Core::PushTask &)> lastResult;
    std::function<QString(Core::FinishReason)> finishReason;
    std::function<QString(const QDateTime &utc)> dateTime;
    std::function<QString(qint64 seconds)> duration;
    std::function<QString(const QString &accountId)> accountName;
    std::function<QString(const PlannedStop &)> plannedStop; //!< of a valid one
};

//! When the push began as far as is known: its start, else its creation, else invalid.
[[nodiscard]] QDateTime startOf(const Core::PushTask &task);
//! How long the task has been running at `now`, or ran; -1 if that is not known.
[[nodiscard]] qint64 runningSeconds(const Core::PushTask &task, const QDateTime &now);
//! A Stop is under way: requested, sent or being confirmed.
[[nodiscard]] bool isStopping(const Core::PushTask &task);

} // namespace Models
