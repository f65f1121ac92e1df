// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QObject>

#include <functional>

namespace Storage {
class Journal;
}

namespace Service {

//! What was ever done, from the journal. UI thread; callbacks as Storage::Journal's.
class History : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Callback = std::function<void(Core::Result<T>)>;

    explicit History(Storage::Journal &journal, QObject *parent = nullptr);

    //! One entry a request, newest first.
    void requests(const Core::HistoryQuery &query, QObject *context,
                  Callback<QList<Core::HistoryEntry>> done);
    //! Every event of one task, oldest first.
    void eventsOf(const Core::TaskKey &task, QObject *context, Callback<QList<Core::JournalEvent>> done);

private:
    Storage::Journal &m_journal;
};

} // namespace Service
