// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "service/confirmation.h"
#include "service/dispatcher.h"
#include "service/stopresult.h"
#include "service/stopservice.h"

#include <QObject>
#include <QPointer>

namespace Service {

//! The life of one Stop whose intent is journaled: sent, accepted, confirmed, settled. settled() comes
//! exactly once, after the outcome was journaled.
class StopRun : public QObject
{
    Q_OBJECT
public:
    StopRun(Dispatcher &dispatcher, ConfirmationRounds &rounds, Storage::Journal &journal,
            const Core::Clock &clock, const Core::Intent &intent, const Core::Account &account,
            const Core::Credential &credential, const StopOptions &options, QObject *parent);

    void start();
    //! Its account's token is not valid any more: what has not left waits for resume(). The intent stays
    //! open.
    void hold();
    //! Goes on with these, from where it was held; else it takes them for what it sends next.
    void resume(const Core::Account &account, const Core::Credential &credential);
    //! Ends notSent if it is unsent; else only if the try under way turns out to have had no effect and would
    //! be repeated.
    void cancelUnsent();
    //! cancelUnsent(), because its account's token was refused: what ends notSent tells this error. Nothing
    //! where it waits for a new one.
    void callOff(const Core::Error &error);
    //! cancelUnsent(), and it will wait for no token later either.
    void expectNoToken();
    //! Ends with what is known now: unknown, if it left.
    void giveUp();
    //! Nothing of it is at the service or on the way there: it has not left yet, waits for a new token, or
    //! rests after a refusal without effect.
    [[nodiscard]] bool isUnsent() const;
    [[nodiscard]] const Core::Intent &intent() const { return m_intent; }
    [[nodiscard]] const Core::Credential &credential() const { return m_credential; }

Q_SIGNALS:
    void progressed(const Service::StopProgress &progress);
    void repeating(int attempt, qint64 delayMs, const Core::Error &error);
    void taskAnswered(const Core::PushTask &task);
    //! The token of credential() was refused. It waits for resume(), if it is to wait for a new one.
    void tokenRefused(const Core::Error &error);
    void settled(const Service::StopResult &result);

private:
    void onStopAnswered(const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore);
    void onStopFailed(const Core::Error &error, bool mayHaveArrivedBefore);
    [[nodiscard]] bool isHeldBy(const Core::Error &error, bool mayHaveArrivedBefore);
    void confirm();
    void onConfirmed(const ConfirmationVerdict &verdict);
    void settle(Core::StopOutcome outcome, const std::optional<Core::Error> &error = std::nullopt);
    void enter(Core::StopPhase phase);

    Dispatcher &m_dispatcher;
    ConfirmationRounds &m_rounds;
    Storage::Journal &m_journal;
    const Core::Clock &m_clock;
    Core::Intent m_intent;
    Core::Account m_account;
    Core::Credential m_credential;
    Core::Credential m_sentWith; //!< of the request under way
    StopOptions m_options;
    QPointer<DispatchedCall> m_call;
    QPointer<Confirmation> m_confirmation;
    StopResult m_result; //!< as far as known
    std::optional<Core::Error> m_tokenError; //!< of another Stop, by which this one was called off
    std::optional<Core::Error> m_stopError; //!< of a Stop that was not accepted but may have arrived
    Core::StopPhase m_phase = Core::StopPhase::Requested;
    qint64 m_startedAtMs = 0;
    bool m_hasLeft = false;
    bool m_isCalledOff = false;
    bool m_isHeld = false;
    bool m_isTokenExpected = true;
    bool m_mayHaveArrived = false; //!< before it was held
    bool m_isSettling = false;
};

} // namespace Service
