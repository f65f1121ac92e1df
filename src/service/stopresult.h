// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QMetaType>

#include <optional>

namespace Service {

//! How one Stop ended. What `stop --json` prints.
struct StopResult
{
    Core::TaskKey task;
    Core::StopOutcome outcome = Core::StopOutcome::Unknown;
    std::optional<Core::Error> error; //!< why, where the outcome is not a success
    QString requestId; //!< of the last answer to the Stop itself; empty if there was none
    QString backupRequestId; //!< of the backup's stop, where the answer told it
    int attempts = 0; //!< how often the Stop left
    qint64 elapsedMs = 0; //!< from the wish to the outcome
    Core::TaskStatus lastStatus = Core::TaskStatus::Unknown; //!< as the service last said
    bool isConfirmedByList = false; //!< by a list, which is silent about backups
};

//! Where one Stop stands.
struct StopProgress
{
    Core::TaskKey task;
    Core::StopPhase phase = Core::StopPhase::None;
    int attempt = 0; //!< 0 before the first try
    Core::TaskStatus lastStatus = Core::TaskStatus::Unknown;
};

} // namespace Service

Q_DECLARE_METATYPE(Service::StopResult)
Q_DECLARE_METATYPE(Service::StopProgress)
