// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QObject>

#include <functional>

namespace Core {

//! How far somebody who goes through the whole history has come.
struct HistoryStep
{
    int count = 0; //!< of this step; fewer than asked for: it was the last one
    qint64 lastEventId = 0; //!< HistoryQuery::beforeEventId of the next step
};

//! Where a history view takes its pages from. An answer comes in the thread of the call, never before the
//! call returned nor after `context` died, and otherwise once.
class HistorySource
{
public:
    using Page = std::function<void(const Result<QList<HistoryEntry>> &)>;

    HistorySource() = default;
    virtual ~HistorySource() = default;
    Q_DISABLE_COPY_MOVE(HistorySource)

    //! Newest first; fewer than query.limit entries: there are no older ones.
    virtual void page(const HistoryQuery &query, QObject *context, Page done) = 0;
};

} // namespace Core
