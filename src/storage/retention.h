// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>

namespace Storage {

class Connection;

//! Some of the journal's past, deleted.
struct ForgetStep
{
    int forgotten = 0; //!< intents
    qint64 lastIntentId = 0; //!< where the next step goes on; 0: there is nothing more to delete
};

//! Deletes some of the intents that ended more than `days` before `now`, with their events and texts; never
//! one that is open. Begins after the intent `after`. A clock that ran ahead by more than 30 days is not
//! believed before the journal has a week of days from then on: until then it counts from the last day before
//! the leap. In the database's thread, within a write.
[[nodiscard]] Core::Result<ForgetStep> forgetSome(Connection &connection, const QDateTime &now, int days,
                                                  qint64 after);

} // namespace Storage
