// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QStringList>

#include <functional>

namespace Cli {

//! All that is known of one task, one field a line, for people.
[[nodiscard]] QStringList taskSheet(const Core::PushTask &task);
//! Tasks as an aligned table with a heading.
[[nodiscard]] QStringList taskTable(const QList<Core::PushTask> &tasks);
//! The same for a table that is drawn over: how long each has been running up to `now`.
[[nodiscard]] QStringList watchTable(const QList<Core::PushTask> &tasks, const QDateTime &now);
//! The same for tracked tasks: with account, label and last result.
[[nodiscard]] QStringList trackedTable(const QList<Core::PushTask> &tasks,
                                       const std::function<QString(const QString &accountId)> &accountName);

} // namespace Cli
