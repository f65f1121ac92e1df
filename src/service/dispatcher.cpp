// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/dispatcher.h"

#include "api/apiclient.h"
#include "service/dispatchedrequest.h"

namespace Service {

Dispatcher::Dispatcher(Api::ApiClient &client, Api::RateLimiter &limiter, Storage::Journal &journal,
                       Core::LogStore &log, const Core::Clock &clock, const QRandomGenerator &random,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_limiter(limiter)
    , m_journal(journal)
    , m_log(log)
    , m_clock(clock)
    , m_random(random)
    , m_living(std::make_shared<char>())
{
    connect(&m_client, &Api::ApiClient::clockOffsetLearnt, this, &Dispatcher::clockOffsetLearnt);
}

DispatchedCall *Dispatcher::send(const Order &order, QObject *receiver)
{
    auto *const request = new DispatchedRequest(*this, order, receiver);
    request->start();
    return request;
}

void Dispatcher::prepare(Api::ActionKind kind, const Core::Account &account, int requests)
{
    if (!m_isClosed) {
        m_client.prepare(kind, account.endpoint, account.caFile, requests);
    }
}

Core::WireExchange Dispatcher::preview(const Order &order, Core::SigningScheme scheme, qint64 timestamp,
                                       quint32 nonce)
{
    return m_client.preview(order.request, order.account.endpoint, order.credential, scheme, timestamp,
                            nonce);
}

void Dispatcher::close()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    Q_EMIT closing();
}

void Dispatcher::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    if (isLocked) {
        Q_EMIT locking();
    }
}

qint64 Dispatcher::clockOffsetSeconds(const Core::Endpoint &endpoint) const
{
    return m_client.clockOffsetSeconds(endpoint);
}

int Dispatcher::requestsInLastSecond() const
{
    return m_limiter.sentInLastSecond();
}

QList<int> Dispatcher::requestsBySecond() const
{
    return m_limiter.sentBySecond();
}

} // namespace Service
