// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QList>

namespace Storage {

class Connection;

// In the database's thread.

//! See Journal::history().
[[nodiscard]] Core::Result<QList<Core::HistoryEntry>> readHistory(Connection &connection,
                                                                  const Core::HistoryQuery &query);
//! What the requests of the journal can be filtered by.
[[nodiscard]] Core::Result<Core::HistoryChoices> readChoices(Connection &connection);
//! The texts of the request that a HistoryEntry's event stands for.
[[nodiscard]] Core::Result<Core::ExchangeTexts> readExchange(Connection &connection, qint64 eventId);

} // namespace Storage
