// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/apirequest.h"
#include "api/ratelimiter.h"
#include "core/account.h"
#include "core/credential.h"
#include "core/signingscheme.h"
#include "service/exchangering.h"

#include <QObject>
#include <QRandomGenerator>

#include <functional>
#include <memory>

namespace Api {
class ApiClient;
}
namespace Core {
class Clock;
class LogStore;
} // namespace Core
namespace Storage {
class Journal;
}

namespace Service {

//! A request and all that it takes to send it.
struct Order
{
    Api::ApiRequest request;
    Core::Account account;
    Core::Credential credential;
    Api::Priority priority = Api::Priority::Background;
    //! The intent it belongs to; 0: it is one of its own. A read is journaled when it is answered; what is
    //! journaled ahead is opened before it waits for its turn, and settled as not sent where it never leaves.
    qint64 intentId = 0;
    //! Whether Sent must be committed before the first byte leaves (Stop, Start, changes), or only the answer
    //! is journaled (reads).
    bool isJournaledAhead = false;
    int attemptsBefore = 0; //!< tries of the same intent by an earlier order; these are counted on
    //! One of the many that the automatic refresh sends: neither journaled nor logged, the asker tells of
    //! what is worth telling.
    bool isRoutine = false;
    bool isRepeated = true; //!< by the retry table; false: one try, the caller repeats
    //! Whether an answer has the shape of this action's; a refusal counts as a fault of the server.
    std::function<Core::Result<void>(const QJsonObject &response)> check = {};
};

//! One Order under way: waits its turn, is journaled, leaves, is answered, perhaps is repeated.
//!
//! finished() comes exactly once, never before send() returned, and not at all if the call is destroyed. The
//! call is a child of its receiver and deletes itself after finished().
class DispatchedCall : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    //! Gives it up: before it left finished() reports Canceled with NotDelivered; on the wire,
    //! MaybeDelivered.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool hasLeft() const = 0; //!< at least one try may have reached the wire
    //! It waits for its turn or rests between two tries, and none so far may have had an effect: to cancel()
    //! it now leaves nothing behind.
    [[nodiscard]] virtual bool isWithoutEffect() const = 0;
    //! Of the ring of exchanges; 0 while nothing was answered.
    [[nodiscard]] virtual qint64 callId() const = 0;

Q_SIGNALS:
    void waiting(); //!< for its turn in the limiter
    void leaving(int attempt); //!< its turn came, the journal is committed
    void repeating(int attempt, qint64 delayMs, const Core::Error &error); //!< attempt `attempt` failed
    //! `attempts` left in all; `mayHaveArrivedBefore`: an earlier try than the last may have had its effect.
    void finished(const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore);
};

//! The one way out: pacing, journal, log and retries for everything the program sends. What changes something
//! never leaves with an account that is read-only (ReadOnlyAccount). UI thread.
class Dispatcher : public QObject
{
    Q_OBJECT
public:
    //! `random` scatters the pauses between tries.
    Dispatcher(Api::ApiClient &client, Api::RateLimiter &limiter, Storage::Journal &journal,
               Core::LogStore &log, const Core::Clock &clock,
               const QRandomGenerator &random = QRandomGenerator::securelySeeded(),
               QObject *parent = nullptr);

    [[nodiscard]] DispatchedCall *send(const Order &order, QObject *receiver);
    //! Connects ahead for `requests` of that kind which will be sent soon. Nothing is asked of the service.
    void prepare(Api::ActionKind kind, const Core::Account &account, int requests);
    //! The order's request as it would leave at `timestamp` (Unix seconds), without secrets. Nothing is sent.
    [[nodiscard]] Core::WireExchange preview(const Order &order, Core::SigningScheme scheme, qint64 timestamp,
                                             quint32 nonce);
    //! From now on nothing leaves: waiting calls finish with Canceled; those on the wire go on.
    void close();
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    //! While it is locked, what only asks finishes with Canceled, also what waits for its turn or is on its
    //! way; what changes something, and what asks about Stops and Starts, goes on.
    void setLocked(bool isLocked);
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    //! Calls that live, and so have a credential.
    [[nodiscard]] qsizetype underWay() const { return m_living.use_count() - 1; }

    //! Service's clock minus this machine's, as learnt for that endpoint; 0 if nothing was learnt.
    [[nodiscard]] qint64 clockOffsetSeconds(const Core::Endpoint &endpoint) const;
    //! What went over the wire of late.
    [[nodiscard]] const ExchangeRing &exchanges() const { return m_exchanges; }
    //! Requests that left within the last second, of the busiest action.
    [[nodiscard]] int requestsInLastSecond() const;
    //! Those that left in each second of the last minute, of its busiest action; the oldest second first.
    [[nodiscard]] QList<int> requestsBySecond() const;
    static constexpr int requestLimitPerSecond = 20; //!< the documented limit per account and action

Q_SIGNALS:
    void closing();
    void locking();
    void clockOffsetLearnt(const Core::Endpoint &endpoint, qint64 offsetSeconds);

private:
    friend class DispatchedRequest;

    Api::ApiClient &m_client;
    Api::RateLimiter &m_limiter;
    Storage::Journal &m_journal;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    ExchangeRing m_exchanges;
    QRandomGenerator m_random;
    std::shared_ptr<char> m_living; //!< held by every call
    bool m_isClosed = false;
    bool m_isLocked = false;
};

} // namespace Service
