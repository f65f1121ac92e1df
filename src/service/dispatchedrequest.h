// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/startapi.h"
#include "core/journal.h"
#include "service/dispatcher.h"

#include <QPointer>
#include <QTimer>

namespace Service {

//! The steps of one Order, try after try: turn → journal → wire → journal → again or finished.
class DispatchedRequest final : public DispatchedCall
{
    Q_OBJECT
public:
    DispatchedRequest(Dispatcher &dispatcher, const Order &order, QObject *receiver);
    ~DispatchedRequest() override;

    void start();
    void cancel() override;
    [[nodiscard]] bool hasLeft() const override { return m_attempts > 0; }
    [[nodiscard]] bool isWithoutEffect() const override;
    [[nodiscard]] qint64 callId() const override { return m_callId; }

private:
    //! It changes nothing, and belongs to nothing that does.
    [[nodiscard]] bool onlyAsks() const;
    //! The order as an intent of its own, at `time`.
    [[nodiscard]] Core::Intent ownIntent(const QDateTime &time) const;
    void openIntent();
    void askForTurn();
    void onGranted();
    void leaveWhenReady();
    //! Signed anew with the service's time; part of the same try, and paced as every departure.
    void leaveAgain();
    void dropTurn();
    void onAnswered(const Api::ApiAnswer &received);
    void journalAnswer(const Api::ApiAnswer &answer);
    void decide(const Api::ApiAnswer &answer);
    //! Keeps what went over the wire; the id of the last exchange, 0 if there was none.
    [[nodiscard]] qint64 keepExchanges(const Api::ApiAnswer &answer);
    void logAnswer(const Api::ApiAnswer &answer);
    void report(const Api::ApiAnswer &answer);
    void reportUnsent(const Core::Error &error);
    [[nodiscard]] Api::LimiterKey limiterKey() const;
    [[nodiscard]] std::optional<Api::StartReply> startedBy(const Api::ApiAnswer &answer) const;
    [[nodiscard]] Core::JournalEvent journalEvent(Core::EventKind kind, int attempt) const;

    Dispatcher &m_dispatcher;
    const std::shared_ptr<const void> m_living; //!< counts it
    Order m_order;
    QPointer<Api::Turn> m_turn;
    QPointer<Api::ApiCall> m_call;
    QTimer m_pause; //!< between two tries
    int m_attempts = 0; //!< tries that left
    qint64 m_callId = 0; //!< of the ring of exchanges
    qint64 m_askedAtMs = 0; //!< for the turn, monotonic
    qint64 m_queuedMs = -1; //!< the last try's wait for its turn
    bool m_isDue = false;
    bool m_isJournaled = false;
    bool m_isOpening = false; //!< its own intent
    bool m_isCanceled = false; //!< meanwhile
    bool m_hasOwnIntent = false; //!< which is open, and of which nothing has left
    bool m_isBeingRecorded = false; //!< the answer is here and on its way into the journal
    bool m_isReported = false;
    bool m_mayHaveArrivedBefore = false;
};

} // namespace Service
