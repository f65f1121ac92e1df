// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/historysource.h"

#include <QObject>

#include <functional>

namespace Storage {
class HistoryStore;
class Journal;
} // namespace Storage

namespace Service {

//! What was ever done, from the journal. UI thread; callbacks as Storage::Journal's.
class History : public QObject, public Core::HistorySource
{
    Q_OBJECT
public:
    template <typename T> using Callback = std::function<void(Core::Result<T>)>;
    //! Is called in another thread.
    using Work = std::function<Core::Result<void>(const QList<Core::HistoryEntry> &)>;

    History(Storage::Journal &journal, Storage::HistoryStore &store, QObject *parent = nullptr);

    //! One entry a request, newest first.
    void page(const Core::HistoryQuery &query, QObject *context, Page done) override;
    //! Calls `work` with a page where the page was read: what takes long does not belong into the UI thread.
    void visit(const Core::HistoryQuery &query, Work work, QObject *context,
               Callback<Core::HistoryStep> done);
    //! What the history can be filtered by.
    void choices(QObject *context, Callback<Core::HistoryChoices> done);
    //! The texts of the request of a HistoryEntry.
    void exchange(qint64 eventId, QObject *context, Callback<Core::ExchangeTexts> done);
    //! Every event of one task, oldest first, by its account or by any other with this SecretId.
    void eventsOf(const Core::TaskKey &task, const QString &secretId, QObject *context,
                  Callback<QList<Core::JournalEvent>> done);

private:
    Storage::Journal &m_journal;
    Storage::HistoryStore &m_store;
};

} // namespace Service
