// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/startoutcome.h"

#include <QMetaType>

#include <optional>

namespace Service {

//! How one Start ended. What `start --json` prints.
struct StartResult
{
    qint64 startId = 0; //!< as StartService::start() gave it; of a recovered one, its intent's
    Core::TaskKey task; //!< the new task; its id is empty where none is known
    QString backupTaskId; //!< empty: none, or not known
    qint64 roomId = 0;
    Core::StartOutcome outcome = Core::StartOutcome::Unknown;
    std::optional<Core::Error> error; //!< why, where nothing was started or it is not known
    QString requestId; //!< of the answer to the Start itself; empty if there was none
    qint64 elapsedMs = 0; //!< from the wish to the outcome
};

} // namespace Service

Q_DECLARE_METATYPE(Service::StartResult)
