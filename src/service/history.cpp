// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/history.h"

#include "storage/journal.h"

#include <utility>

namespace Service {

History::History(Storage::Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
}

void History::requests(const Core::HistoryQuery &query, QObject *context,
                       Callback<QList<Core::HistoryEntry>> done)
{
    m_journal.history(query, context, std::move(done));
}

void History::eventsOf(const Core::TaskKey &task, QObject *context, Callback<QList<Core::JournalEvent>> done)
{
    m_journal.eventsOf(task.accountId, task.sdkAppId, task.taskId.toString(), context, std::move(done));
}

} // namespace Service
