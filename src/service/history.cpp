// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/history.h"

#include "storage/historystore.h"
#include "storage/journal.h"

#include <utility>

namespace Service {

History::History(Storage::Journal &journal, Storage::HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_store(store)
{
}

void History::page(const Core::HistoryQuery &query, QObject *context, Page done)
{
    m_store.page(query, context, std::move(done));
}

void History::visit(const Core::HistoryQuery &query, Work work, QObject *context,
                    Callback<Core::HistoryStep> done)
{
    m_store.visit(query, std::move(work), context, std::move(done));
}

void History::choices(QObject *context, Callback<Core::HistoryChoices> done)
{
    m_store.choices(context, std::move(done));
}

void History::exchange(qint64 eventId, QObject *context, Callback<Core::ExchangeTexts> done)
{
    m_store.exchange(eventId, context, std::move(done));
}

void History::eventsOf(const Core::TaskKey &task, const QString &secretId, QObject *context,
                       Callback<QList<Core::JournalEvent>> done)
{
    m_journal.eventsOf(task.accountId, secretId, task.sdkAppId, task.taskId.toString(), context,
                       std::move(done));
}

} // namespace Service
