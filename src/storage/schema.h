// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace Storage {

class Connection;

//! The version of the schema that this program writes.
inline constexpr int schemaVersion = 7;
//! PRAGMA application_id of our files, "WbPC".
inline constexpr int schemaApplicationId = 0x57625043;

//! The version of the open file, 0 for an empty one; only reads. Errors: StorageNewer, StorageCorrupt (a file
//! of another program too).
[[nodiscard]] Core::Result<int> knownVersion(Connection &connection);
//! Brings the open file to schemaVersion, each step in a transaction of its own; several processes may do so
//! at once. Errors: those of knownVersion(), before anything was written; StorageReadOnly, StorageFull,
//! Storage.
[[nodiscard]] Core::Result<void> migrate(Connection &connection);

} // namespace Storage
