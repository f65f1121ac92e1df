// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historysource.h"
#include "storage/callback.h"
#include "storage/database.h"

#include <QList>
#include <QObject>

#include <functional>

namespace Storage {

//! The journal as history views read it: in a thread and with a connection of its own, so that no search ever
//! keeps a Stop's commit waiting. The file is opened by the first question; every question sees what was
//! committed before it was asked. Putting a damaged file aside is left to the Database.
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    //! `directory` is that of the Database.
    explicit HistoryStore(QString directory, QObject *parent = nullptr);

    //! One entry a request, newest first. A request to stop or to start shows, in its intent's last try, the
    //! outcome of the intent; earlier tries are "failed" (refused by the service) or "unknown" (no answer, or
    //! none that says it). An intent that was settled without anything sent has one entry of attempt 0. Reads
    //! are "ok", "failed", or "unknown" while there is no answer.
    void page(const Core::HistoryQuery &query, QObject *context, Callback<QList<Core::HistoryEntry>> done);
    //! Calls `work` with a page, in the thread of this store.
    void visit(const Core::HistoryQuery &query,
               std::function<Core::Result<void>(const QList<Core::HistoryEntry> &)> work, QObject *context,
               Callback<Core::HistoryStep> done);
    void choices(QObject *context, Callback<Core::HistoryChoices> done);
    //! The texts of the request that stands in a HistoryEntry of `eventId`.
    void exchange(qint64 eventId, QObject *context, Callback<Core::ExchangeTexts> done);

private:
    void open();

    Database m_database;
    bool m_isOpen = false; //!< or on its way
};

} // namespace Storage
