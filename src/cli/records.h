// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/jsonline.h"
#include "core/journal.h"
#include "core/pushtask.h"
#include "service/startresult.h"
#include "service/stopresult.h"

namespace Cli {

//! The objects of --json. Names, words and times are for programs and never translated.

[[nodiscard]] JsonLine stopRecord(const Service::StopResult &result);
//! The fields of stopRecord() and the Start's own.
[[nodiscard]] JsonLine startRecord(const Service::StartResult &result);
[[nodiscard]] JsonLine historyRecord(const Core::HistoryEntry &entry);
//! A task as the service told of it.
[[nodiscard]] JsonLine taskRecord(const Core::PushTask &task);
//! A change that "watch" saw: when, the task before (none: it is new), and the fields of taskRecord().
[[nodiscard]] JsonLine changeRecord(const Core::PushTask &task, const std::optional<Core::PushTask> &before,
                                    const QDateTime &time);
//! A task that was asked for in vain: the fields of taskRecord(), those that are not known being null.
[[nodiscard]] JsonLine taskFailureRecord(const Core::TaskKey &task, const Core::Error &error);
//! A task as the registry has it: the fields of taskRecord() and what we did last with it.
[[nodiscard]] JsonLine trackedRecord(const Core::PushTask &task, const QString &profile);

//! What the service or a library said of a failure, as one line; empty if nothing.
[[nodiscard]] QString messageOf(const Core::Error &error);

} // namespace Cli
