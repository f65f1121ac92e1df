// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QList>

namespace Storage {

class Connection;

//! See Journal::history(). In the database's thread.
[[nodiscard]] Core::Result<QList<Core::HistoryEntry>> readHistory(Connection &connection,
                                                                  const Core::HistoryQuery &query);

} // namespace Storage
