// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "storage/rowvalues.h"

namespace Storage {

class Connection;

//! Rows of the tables intent, event and exchange. In the database's thread.

//! Answers the new intent's id.
[[nodiscard]] Core::Result<qint64> insertIntent(Connection &connection, const Core::Intent &intent);
//! Also the texts, if there are any. InvalidInput: there is no such intent.
[[nodiscard]] Core::Result<void> insertEvent(Connection &connection, const Core::JournalEvent &event);

//! Columns for readIntent(), of a table called i.
[[nodiscard]] QString intentColumns();
[[nodiscard]] Core::Intent readIntent(RowReader &row);
//! Columns for readEvent(), of the tables e and x (exchange, LEFT JOINed).
[[nodiscard]] QString eventColumns();
[[nodiscard]] Core::JournalEvent readEvent(RowReader &row);

} // namespace Storage
