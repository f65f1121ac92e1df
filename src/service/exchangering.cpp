// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exchangering.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Service {

namespace {

//! Api::requestText(): one line of where and what, then the body.
void takeTexts(const Core::ExchangeTexts &texts, Core::WireExchange &known)
{
    known.requestLine = texts.request.section(u'\n', 0, 0);
    known.body = texts.request.section(u'\n', 1);
    known.answer = texts.answer;
}

} // namespace

ExchangeRing::ExchangeRing(qsizetype exchanges, qsizetype bytes)
    : m_capacity(std::max<qsizetype>(1, exchanges))
    , m_byteCapacity(bytes)
{
}

qint64 ExchangeRing::append(Core::WireExchange exchange)
{
    exchange.id = ++m_lastId;
    m_bytes += exchange.byteSize();
    m_exchanges.push_back(std::move(exchange));
    while (m_exchanges.size() > 1 && (size() > m_capacity || m_bytes > m_byteCapacity)) {
        m_bytes -= m_exchanges.front().byteSize();
        m_exchanges.pop_front();
    }
    return m_lastId;
}

std::optional<Core::WireExchange> ExchangeRing::byId(qint64 id) const
{
    // Ids are dense and rising.
    if (m_exchanges.empty() || id < m_exchanges.front().id || id > m_exchanges.back().id) {
        return std::nullopt;
    }
    return m_exchanges.at(static_cast<size_t>(id - m_exchanges.front().id));
}

QList<Core::WireExchange> ExchangeRing::ofCall(qint64 callId) const
{
    QList<Core::WireExchange> found;
    std::ranges::copy_if(
        m_exchanges, std::back_inserter(found),
        [callId](const Core::WireExchange &exchange) { return callId != 0 && exchange.callId == callId; });
    return found;
}

const Core::WireExchange *ExchangeRing::byRequestId(const QString &requestId) const
{
    if (requestId.isEmpty()) {
        return nullptr;
    }
    const auto found = std::find_if(
        m_exchanges.crbegin(), m_exchanges.crend(),
        [&requestId](const Core::WireExchange &exchange) { return exchange.requestId == requestId; });
    return found == m_exchanges.crend() ? nullptr : &*found;
}

std::optional<Core::WireExchange> ExchangeRing::behind(const Core::LogEntry &entry) const
{
    if (std::optional<Core::WireExchange> kept = byId(entry.exchangeId)) {
        return kept;
    }
    if (const Core::WireExchange *kept = byRequestId(entry.requestId)) {
        return *kept;
    }
    if (entry.requestId.isEmpty() && (entry.action.isEmpty() || entry.topic != Core::LogTopic::Request)) {
        return std::nullopt;
    }
    Core::WireExchange known;
    known.time = entry.time;
    known.accountId = entry.accountId;
    known.accountName = entry.accountName;
    known.action = entry.action;
    known.sdkAppId = entry.sdkAppId;
    known.taskId = entry.taskId;
    known.attempt = entry.attempt;
    known.requestId = entry.requestId;
    known.error = entry.error;
    known.httpStatus = entry.error ? entry.error->httpStatus : 0;
    known.timings.doneMs = entry.latencyMs;
    return known;
}

std::optional<Core::WireExchange> ExchangeRing::behind(const Core::JournalEvent &event,
                                                       const Core::Intent &intent) const
{
    if (const Core::WireExchange *kept = byRequestId(event.requestId)) {
        return *kept;
    }
    const auto unanswered = std::find_if(
        m_exchanges.crbegin(), m_exchanges.crend(), [&event](const Core::WireExchange &exchange) {
            return event.intentId != 0 && exchange.intentId == event.intentId
                && exchange.action == event.action && exchange.attempt == event.attempt
                && event.requestId.isEmpty() && event.attempt > 0;
        });
    if (unanswered != m_exchanges.crend()) {
        return *unanswered;
    }
    if (event.requestId.isEmpty() && event.requestText.isEmpty() && event.answerText.isEmpty()) {
        return std::nullopt;
    }
    Core::WireExchange known;
    known.time = event.at;
    known.accountId = intent.accountId;
    known.accountName = intent.profile;
    known.endpoint = intent.endpoint;
    known.sdkAppId = intent.task.sdkAppId;
    known.taskId = intent.task.taskId.toString();
    known.action = event.action;
    known.attempt = event.attempt;
    known.requestId = event.requestId;
    known.error = event.error;
    known.httpStatus = event.error ? event.error->httpStatus : 0;
    known.timings.doneMs = event.latencyMs;
    takeTexts({.request = event.requestText, .answer = event.answerText}, known);
    return known;
}

std::optional<Core::WireExchange> ExchangeRing::behind(const Core::HistoryEntry &entry,
                                                       const Core::ExchangeTexts &texts) const
{
    if (const Core::WireExchange *kept = byRequestId(entry.requestId)) {
        return *kept;
    }
    Core::WireExchange known;
    known.time = entry.time;
    known.accountName = entry.profile;
    known.action = entry.action;
    known.sdkAppId = entry.sdkAppId;
    known.taskId = entry.taskId;
    known.attempt = entry.attempt;
    known.requestId = entry.requestId;
    known.timings.doneMs = entry.latencyMs;
    if (!entry.errorCode.isEmpty()) {
        Core::Error error = Core::errorOfCode(entry.errorCode);
        error.apiMessage = entry.errorMessage;
        error.requestId = entry.requestId;
        known.error = error;
    }
    takeTexts(texts, known);
    return known;
}

} // namespace Service
