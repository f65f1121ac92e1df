// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historystore.h"

#include "storage/connection.h"
#include "storage/history.h"

#include <utility>

namespace Storage {

HistoryStore::HistoryStore(QString directory, QObject *parent)
    : QObject(parent)
    , m_database(std::move(directory), Database::Damaged::Reported)
{
}

void HistoryStore::page(const Core::HistoryQuery &query, QObject *context,
                        Callback<QList<Core::HistoryEntry>> done)
{
    open();
    m_database.read<QList<Core::HistoryEntry>>(
        [query](Connection &connection) { return readHistory(connection, query); }, context, std::move(done));
}

void HistoryStore::visit(const Core::HistoryQuery &query,
                         std::function<Core::Result<void>(const QList<Core::HistoryEntry> &)> work,
                         QObject *context, Callback<Core::HistoryStep> done)
{
    open();
    m_database.read<Core::HistoryStep>(
        [query, work = std::move(work)](Connection &connection) -> Core::Result<Core::HistoryStep> {
            const Core::Result<QList<Core::HistoryEntry>> entries = readHistory(connection, query);
            if (!entries) {
                return Core::failure(entries.error());
            }
            if (const Core::Result<void> worked = work(*entries); !worked) {
                return Core::failure(worked.error());
            }
            Core::HistoryStep step;
            step.count = static_cast<int>(entries->size());
            step.lastEventId = entries->isEmpty() ? 0 : entries->constLast().eventId;
            return step;
        },
        context, std::move(done));
}

void HistoryStore::choices(QObject *context, Callback<Core::HistoryChoices> done)
{
    open();
    m_database.read<Core::HistoryChoices>(&readChoices, context, std::move(done));
}

void HistoryStore::exchange(qint64 eventId, QObject *context, Callback<Core::ExchangeTexts> done)
{
    open();
    m_database.read<Core::ExchangeTexts>(
        [eventId](Connection &connection) { return readExchange(connection, eventId); }, context,
        std::move(done));
}

void HistoryStore::open()
{
    if (m_isOpen) {
        return;
    }
    m_isOpen = true;
    m_database.open(this, [this](const Core::Result<void> &opened) { m_isOpen = opened.has_value(); });
}

} // namespace Storage
