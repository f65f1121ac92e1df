// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stoprun.h"

#include "api/taskapi.h"
#include "core/clock.h"
#include "service/effect.h"
#include "service/tokenfault.h"
#include "storage/journal.h"

namespace Service {

StopRun::StopRun(Dispatcher &dispatcher, ConfirmationRounds &rounds, Storage::Journal &journal,
                 const Core::Clock &clock, const Core::Intent &intent, const Core::Account &account,
                 const Core::Credential &credential, const StopOptions &options, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_rounds(rounds)
    , m_journal(journal)
    , m_clock(clock)
    , m_intent(intent)
    , m_account(account)
    , m_credential(credential)
    , m_options(options)
    , m_startedAtMs(clock.monotonicMs())
{
    m_result.task = intent.task;
}

void StopRun::start()
{
    Order order;
    order.request = Api::makeStop(m_intent.task.sdkAppId, m_intent.task.taskId);
    order.account = m_account;
    order.credential = m_sentWith = m_credential;
    order.attemptsBefore = m_result.attempts;
    order.priority = Api::Priority::Operator;
    order.intentId = m_intent.id;
    order.isJournaledAhead = true;
    order.check = [](const QJsonObject &response) {
        return Api::parseStopReply(response).map([](const Api::StopReply &) {});
    };
    m_call = m_dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::leaving, this, [this](int attempt) {
        m_hasLeft = true;
        m_result.attempts = attempt;
        enter(Core::StopPhase::Sent);
    });
    connect(m_call, &DispatchedCall::repeating, this,
            [this](int attempt, qint64 delayMs, const Core::Error &error) {
                if (m_isCalledOff && isUnsent()) {
                    m_call->cancel();
                } else {
                    Q_EMIT repeating(attempt, delayMs, error);
                }
            });
    connect(m_call, &DispatchedCall::finished, this, &StopRun::onStopAnswered);
}

void StopRun::hold()
{
    if (m_isHeld || m_hasLeft) {
        return;
    }
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
        m_call = nullptr;
    }
    m_isHeld = true;
}

void StopRun::resume(const Core::Account &account, const Core::Credential &credential)
{
    m_account = account;
    m_credential = credential;
    if (m_confirmation) {
        m_confirmation->resume(account, credential);
    } else if (m_isHeld && !m_isSettling) {
        m_isHeld = false;
        start();
    }
}

void StopRun::cancelUnsent()
{
    if (m_isHeld) {
        settle(m_mayHaveArrived ? Core::StopOutcome::Unknown : Core::StopOutcome::NotSent,
               m_stopError ? m_stopError : Core::Error::of(Core::ErrorKind::Canceled));
    } else if (isUnsent()) {
        m_call->cancel();
    } else {
        m_isCalledOff = true;
    }
}

void StopRun::callOff(const Core::Error &error)
{
    if (!m_options.waitsForNewToken) {
        m_tokenError = error;
        cancelUnsent();
    }
}

bool StopRun::isUnsent() const
{
    return m_isHeld || (m_call && m_call->isWithoutEffect() && !m_mayHaveArrived);
}

void StopRun::expectNoToken()
{
    m_isTokenExpected = false;
    if (m_confirmation) {
        m_confirmation->expectNoToken();
    } else {
        cancelUnsent();
    }
}

void StopRun::giveUp()
{
    if (m_confirmation) {
        m_confirmation->cancel();
    } else if (m_call) {
        m_call->cancel();
    } else {
        cancelUnsent();
    }
}

void StopRun::onStopAnswered(const Api::ApiAnswer &answer, int attempts, bool mayHaveArrivedBefore)
{
    m_call = nullptr;
    m_result.attempts = attempts;
    if (!answer.requestId.isEmpty()) {
        m_result.requestId = answer.requestId;
    }
    if (!answer.response) {
        if (!isHeldBy(answer.response.error(), mayHaveArrivedBefore)) {
            onStopFailed(answer.response.error(), mayHaveArrivedBefore || m_mayHaveArrived);
        }
        return;
    }
    const Core::Result<Api::StopReply> reply = Api::parseStopReply(*answer.response);
    if (reply) {
        m_result.backupRequestId = reply->backup.requestId;
    }
    enter(Core::StopPhase::Accepted);
    if (!m_options.waitsForConfirmation) {
        settle(Core::StopOutcome::Accepted);
        return;
    }
    confirm();
}

bool StopRun::isHeldBy(const Core::Error &error, bool mayHaveArrivedBefore)
{
    if (!m_options.waitsForNewToken || m_dispatcher.isClosed() || !isTokenFault(error, m_sentWith)) {
        return false;
    }
    m_mayHaveArrived = m_mayHaveArrived || mayHaveArrivedBefore;
    if (m_sentWith != m_credential && !m_isCalledOff) { // a new one came while this try was on its way
        start();
        return true;
    }
    m_stopError = error;
    m_isHeld = true;
    if (!m_isTokenExpected || m_isCalledOff) {
        cancelUnsent();
        return true;
    }
    enter(Core::StopPhase::Requested);
    Q_EMIT tokenRefused(error);
    return true;
}

void StopRun::onStopFailed(const Core::Error &error, bool mayHaveArrivedBefore)
{
    const bool isTokenRefused = isTokenFault(error, m_sentWith);
    if (isTokenRefused && !m_options.waitsForNewToken) {
        Q_EMIT tokenRefused(error);
    }
    if (error.isApiCode(u"UnsupportedOperation.TaskHasAlreadyStopped")) {
        m_result.lastStatus = Core::TaskStatus::Stopped;
        settle(mayHaveArrivedBefore ? Core::StopOutcome::Stopped : Core::StopOutcome::AlreadyStopped);
        return;
    }
    const bool isInDoubt = mayHaveArrivedBefore || (m_hasLeft && mayHaveHadEffect(error));
    if (!isInDoubt) {
        // With a token that is valid the same Stop would be taken: nothing is said against the task.
        const bool isCanceled = error.kind == Core::ErrorKind::Canceled;
        settle(!m_hasLeft || isCanceled || isTokenRefused ? Core::StopOutcome::NotSent
                                                          : Core::StopOutcome::Failed,
               isCanceled && m_tokenError ? *m_tokenError : error);
        return;
    }
    if (m_dispatcher.isClosed() || !m_options.waitsForConfirmation) {
        settle(Core::StopOutcome::Unknown, error);
        return;
    }
    m_stopError = error;
    confirm();
}

void StopRun::confirm()
{
    m_dispatcher.prepare(Api::ActionKind::Read, m_account, 1);
    Confirmation::Pace pace;
    pace.deadlineMs = m_options.confirmDeadlineMs;
    pace.waitsForNewToken = m_options.waitsForNewToken && m_isTokenExpected;
    m_confirmation = new Confirmation(m_dispatcher, m_rounds, m_intent, m_account, m_credential, pace, this);
    connect(m_confirmation, &Confirmation::tokenRefused, this, &StopRun::tokenRefused);
    connect(m_confirmation, &Confirmation::taskAnswered, this, [this](const Core::PushTask &task) {
        m_result.lastStatus = task.status;
        Q_EMIT taskAnswered(task);
        enter(m_phase); // the last status seen is news too
    });
    connect(m_confirmation, &Confirmation::finished, this, &StopRun::onConfirmed);
    m_confirmation->start();
    if (m_dispatcher.isClosed()) {
        m_confirmation->cancel();
    }
}

void StopRun::onConfirmed(const ConfirmationVerdict &verdict)
{
    m_confirmation->deleteLater();
    m_confirmation = nullptr;
    m_result.lastStatus = verdict.lastStatus;
    m_result.isConfirmedByList = verdict.isByList;
    switch (verdict.kind) {
    case ConfirmationVerdict::Kind::Stopped:
        settle(Core::StopOutcome::Stopped);
        return;
    case ConfirmationVerdict::Kind::TaskFailed:
        settle(Core::StopOutcome::Failed, verdict.error);
        return;
    case ConfirmationVerdict::Kind::DeadlinePassed:
    case ConfirmationVerdict::Kind::CannotAsk:
    case ConfirmationVerdict::Kind::Canceled:
        settle(Core::StopOutcome::Unknown, verdict.error ? verdict.error : m_stopError);
        return;
    }
}

void StopRun::settle(Core::StopOutcome outcome, const std::optional<Core::Error> &error)
{
    if (m_isSettling) {
        return;
    }
    m_isSettling = true;
    m_result.outcome = outcome;
    m_result.error = error;
    m_result.elapsedMs = m_clock.monotonicMs() - m_startedAtMs;

    Core::JournalEvent event;
    event.intentId = m_intent.id;
    event.action = m_intent.action;
    event.at = m_clock.nowUtc();
    event.attempt = m_result.attempts;
    event.status = m_result.lastStatus;
    if (outcome == Core::StopOutcome::Stopped || outcome == Core::StopOutcome::AlreadyStopped
        || outcome == Core::StopOutcome::Failed) {
        event.kind = Core::EventKind::Confirmed;
        m_journal.append(event, this, [](const Core::Result<void> &) {});
    }
    event.kind = Core::EventKind::Settled;
    event.outcome = outcome;
    event.error = error;
    event.requestId = m_result.requestId;
    event.backupRequestId = m_result.backupRequestId;
    event.latencyMs = m_result.elapsedMs;
    m_journal.append(event, this, [this](const Core::Result<void> &) {
        // A journal that fails now leaves the intent open: the next start finds out the same again.
        enter(Core::StopPhase::Settled);
        Q_EMIT settled(m_result);
    });
}

void StopRun::enter(Core::StopPhase phase)
{
    m_phase = phase;
    Q_EMIT progressed(StopProgress{m_intent.task, phase, m_result.attempts, m_result.lastStatus});
}

} // namespace Service
