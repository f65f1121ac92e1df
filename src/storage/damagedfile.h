// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

//! A database file that cannot be read is kept for whoever may mend it, and makes room for a new one. From
//! any thread; one process at a time, see DatabaseThread.
namespace Storage {

//! Leaves a note beside `path` that damage was met in it, so that the next run looks through all of it.
void suspectDamage(const QString &path);
[[nodiscard]] bool isSuspected(const QString &path);
//! Whether the file is empty although it is there, or is suspected and an examination finds damage. Takes the
//! suspicion away where it finds none.
[[nodiscard]] bool isFoundDamaged(const QString &path);
//! Renames the file and its write-ahead log to a name with the time (UTC) in it that nothing has yet, and
//! returns that. Errors: Storage; then the file is where it was.
[[nodiscard]] Core::Result<QString> keepAside(const QString &path);

} // namespace Storage
