// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/result.h"

#include <QList>
#include <QStringList>

class QIODevice;

namespace Cli {

//! Longest list that is read.
inline constexpr qint64 longestTaskIdList = 64 * 1024 * 1024;

//! `ids` without repetitions, in the order of their first appearance.
[[nodiscard]] QList<Core::TaskId> withoutDuplicates(const QList<Core::TaskId> &ids);

//! One TaskId a line, UTF-8, with or without a byte order mark; blank lines and lines that begin with # are
//! left out, duplicates too. InvalidInput names `name` and the line.
[[nodiscard]] Core::Result<QList<Core::TaskId>> readTaskIds(QIODevice &device, const QString &name);

//! The lists of all these files, "-" being `standardInput`; InvalidInput also if one cannot be read.
[[nodiscard]] Core::Result<QList<Core::TaskId>> readTaskIdFiles(const QStringList &files,
                                                                QIODevice &standardInput);

} // namespace Cli
