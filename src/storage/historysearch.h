// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace Storage {

class Connection;

//! Requests that one part of a search finds, over the table history h.
struct HistoryStream
{
    QString from;
    QString condition;
    QVariantList values;
};

//! How to search the history for a text.
struct HistorySearch
{
    //! The requests are in these, newest first in each; none: they are to be looked for everywhere.
    QList<HistoryStream> streams;
    bool matchesNothing = false;
    QString others; //!< further conditions over h: empty, or begins with " AND "
    QVariantList otherValues;
};

//! See Core::HistoryQuery::text. In the database's thread.
[[nodiscard]] Core::Result<HistorySearch> searchFor(Connection &connection, const QString &text);

} // namespace Storage
