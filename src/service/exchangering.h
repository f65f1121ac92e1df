// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "core/logstore.h"
#include "core/wireexchange.h"

#include <deque>

namespace Service {

//! The last requests of this run as they went over the wire, in memory only: as many as the bounds allow,
//! oldest dropped first. UI thread.
class ExchangeRing
{
public:
    static constexpr qsizetype mostExchanges = 1'000;
    static constexpr qsizetype mostBytes = 16 * 1024 * 1024;

    explicit ExchangeRing(qsizetype exchanges = mostExchanges, qsizetype bytes = mostBytes);

    //! For the tries of one more request.
    [[nodiscard]] qint64 newCallId() { return ++m_lastCallId; }
    //! Stamps the id and returns it. The newest is kept whatever its size.
    qint64 append(Core::WireExchange exchange);
    [[nodiscard]] std::optional<Core::WireExchange> byId(qint64 id) const;
    //! The tries of one request that are still kept, oldest first.
    [[nodiscard]] QList<Core::WireExchange> ofCall(qint64 callId) const;

    //! What a log line tells of; what the line itself knows where the exchange is not kept any more. nullopt
    //! for lines that tell of no request.
    [[nodiscard]] std::optional<Core::WireExchange> behind(const Core::LogEntry &entry) const;
    //! The same for a line of the journal, which kept the bodies of older runs too. `intent` is what it
    //! belongs to as far as the caller knows it: account, endpoint and task.
    [[nodiscard]] std::optional<Core::WireExchange> behind(const Core::JournalEvent &event,
                                                           const Core::Intent &intent) const;
    //! The same for a line of the history, with the texts that the journal kept of it.
    [[nodiscard]] std::optional<Core::WireExchange> behind(const Core::HistoryEntry &entry,
                                                           const Core::ExchangeTexts &texts) const;

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_exchanges.size()); }

private:
    [[nodiscard]] const Core::WireExchange *byRequestId(const QString &requestId) const;

    std::deque<Core::WireExchange> m_exchanges;
    qsizetype m_capacity;
    qsizetype m_byteCapacity;
    qsizetype m_bytes = 0;
    qint64 m_lastId = 0;
    qint64 m_lastCallId = 0;
};

} // namespace Service
