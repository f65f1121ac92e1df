// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/dispatchedrequest.h"

#include "api/apiclient.h"
#include "api/retrypolicy.h"
#include "api/taskapi.h"
#include "core/clock.h"
#include "core/logstore.h"
#include "service/effect.h"
#include "storage/journal.h"

#include <utility>

namespace Service {

DispatchedRequest::DispatchedRequest(Dispatcher &dispatcher, const Order &order, QObject *receiver)
    : DispatchedCall(receiver)
    , m_dispatcher(dispatcher)
    , m_living(dispatcher.m_living)
    , m_order(order)
{
    m_order.request.caFile = order.account.caFile;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DispatchedRequest::askForTurn);
    connect(&m_dispatcher, &Dispatcher::closing, this, [this] {
        if (!m_call || m_turn) {
            cancel();
        }
    });
    connect(&m_dispatcher, &Dispatcher::locking, this, [this] {
        if (onlyAsks()) {
            cancel();
        }
    });
}

DispatchedRequest::~DispatchedRequest()
{
    // Both are children of this object, and would tell it of their end.
    dropTurn();
    if (m_call) {
        m_call->disconnect(this);
    }
}

void DispatchedRequest::start()
{
    if (m_dispatcher.isClosed() || (m_dispatcher.isLocked() && onlyAsks())) {
        QTimer::singleShot(0, this, [this] { reportUnsent(Core::Error::of(Core::ErrorKind::Canceled)); });
        return;
    }
    if (m_order.account.isReadOnly && m_order.request.kind != Api::ActionKind::Read) {
        QTimer::singleShot(0, this, [this] {
            reportUnsent(Core::Error::of(Core::ErrorKind::ReadOnlyAccount, m_order.account.name));
        });
        return;
    }
    // After the caller connected to our signals.
    const bool opensIntent = m_order.isJournaledAhead && m_order.intentId == 0;
    QTimer::singleShot(0, this,
                       opensIntent ? &DispatchedRequest::openIntent : &DispatchedRequest::askForTurn);
}

Core::Intent DispatchedRequest::ownIntent(const QDateTime &time) const
{
    Core::Intent intent;
    intent.action = m_order.request.action;
    intent.accountId = m_order.account.id;
    intent.profile = m_order.account.name;
    intent.secretId = m_order.credential.secretId;
    intent.endpoint = m_order.account.endpoint;
    intent.task = m_order.request.about;
    intent.task.accountId = m_order.account.id;
    intent.requestedAt = time;
    return intent;
}

void DispatchedRequest::openIntent()
{
    if (m_isReported) {
        return;
    }
    m_isOpening = true;
    m_dispatcher.m_journal.open(ownIntent(m_dispatcher.m_clock.nowUtc()), this,
                                [this](const Core::Result<qint64> &id) {
                                    m_isOpening = false;
                                    if (!id) {
                                        reportUnsent(id.error());
                                        return;
                                    }
                                    m_order.intentId = *id;
                                    m_hasOwnIntent = true;
                                    if (m_isCanceled) {
                                        reportUnsent(Core::Error::of(Core::ErrorKind::Canceled));
                                    } else {
                                        askForTurn();
                                    }
                                });
}

void DispatchedRequest::cancel()
{
    if (m_isReported || m_isBeingRecorded) {
        return; // the answer is known, and will be reported
    }
    if (m_isOpening) {
        m_isCanceled = true; // settled when the intent is there
        return;
    }
    dropTurn();
    if (m_call) {
        m_call->cancel(); // reports Canceled through onAnswered
        return;
    }
    m_pause.stop();
    reportUnsent(Core::Error::of(Core::ErrorKind::Canceled));
}

bool DispatchedRequest::isWithoutEffect() const
{
    const bool isWaiting = !m_call && (m_attempts == 0 || m_turn || m_pause.isActive());
    return isWaiting && !m_isReported && !m_mayHaveArrivedBefore;
}

bool DispatchedRequest::onlyAsks() const
{
    const bool isOfAnErrand = m_order.priority == Api::Priority::FirstConfirmation
        || m_order.priority == Api::Priority::Confirmation;
    return m_order.request.kind == Api::ActionKind::Read && !isOfAnErrand;
}

void DispatchedRequest::askForTurn()
{
    if (m_isReported) {
        return;
    }
    if (m_dispatcher.isClosed()) {
        reportUnsent(Core::Error::of(Core::ErrorKind::Canceled));
        return;
    }
    m_isDue = false;
    m_isJournaled = false;
    Q_EMIT waiting();
    if (m_isReported || m_isBeingRecorded) {
        return; // given up by who heard that
    }
    m_askedAtMs = m_dispatcher.m_clock.monotonicMs();
    m_turn = m_dispatcher.m_limiter.request(limiterKey(), m_order.priority, this);
    connect(m_turn, &Api::Turn::granted, this, &DispatchedRequest::onGranted);
    connect(m_turn, &Api::Turn::due, this, [this] {
        m_isDue = true;
        leaveWhenReady();
    });
}

void DispatchedRequest::onGranted()
{
    if (!m_order.isJournaledAhead) {
        m_isJournaled = true;
        leaveWhenReady();
        return;
    }
    // The turn is granted ahead of its time, so that this commit does not delay the departure.
    Core::JournalEvent sent = journalEvent(Core::EventKind::Sent, m_attempts + 1);
    sent.requestText = Api::requestText(m_order.request, m_order.account.endpoint);
    m_dispatcher.m_journal.append(sent, this, [this](const Core::Result<void> &result) {
        if (m_isReported) {
            return;
        }
        if (!result) {
            dropTurn();
            reportUnsent(result.error());
            return;
        }
        m_isJournaled = true;
        leaveWhenReady();
    });
}

void DispatchedRequest::leaveWhenReady()
{
    if (!m_isDue || !m_isJournaled || m_isReported || !m_turn) {
        return;
    }
    const qint64 now = m_dispatcher.m_clock.monotonicMs();
    m_turn->sent(now);
    m_queuedMs = now - m_askedAtMs;
    m_turn = nullptr;
    ++m_attempts;
    m_hasOwnIntent = false;
    Q_EMIT leaving(m_order.attemptsBefore + m_attempts);
    m_call = m_dispatcher.m_client.send(m_order.request, m_order.account.endpoint, m_order.credential, this,
                                        Api::SigningAgain::WhenTold);
    connect(m_call, &Api::ApiCall::canLeaveAgain, this, &DispatchedRequest::leaveAgain);
    connect(m_call, &Api::ApiCall::finished, this, &DispatchedRequest::onAnswered);
}

void DispatchedRequest::leaveAgain()
{
    if (m_dispatcher.isClosed()) {
        m_call->cancel();
        return;
    }
    Q_EMIT waiting();
    m_turn = m_dispatcher.m_limiter.request(limiterKey(), m_order.priority, this);
    connect(m_turn, &Api::Turn::due, this, [this] {
        m_turn->sent(m_dispatcher.m_clock.monotonicMs());
        m_turn = nullptr;
        Q_EMIT leaving(m_order.attemptsBefore + m_attempts);
        m_call->leaveAgain();
    });
}

void DispatchedRequest::dropTurn()
{
    if (m_turn) {
        m_turn->disconnect(this);
        m_turn->cancel();
        m_turn = nullptr;
    }
}

Api::LimiterKey DispatchedRequest::limiterKey() const
{
    return {m_order.credential.secretId.toUtf8(), m_order.request.action.toUtf8()};
}

void DispatchedRequest::onAnswered(const Api::ApiAnswer &received)
{
    m_call = nullptr;
    Api::ApiAnswer answer = received;
    if (answer.response && m_order.check) {
        if (const Core::Result<void> checked = m_order.check(*answer.response); !checked) {
            Core::Error error = checked.error();
            error.requestId = answer.requestId;
            error.httpStatus = answer.httpStatus;
            error.delivery = Core::Delivery::MaybeDelivered;
            answer.response = Core::failure(error);
        }
    }
    if (m_order.isRoutine) {
        decide(answer);
        return;
    }
    logAnswer(answer);
    journalAnswer(answer);
}

void DispatchedRequest::journalAnswer(const Api::ApiAnswer &answer)
{
    Core::JournalEvent answered = journalEvent(Core::EventKind::Answered, m_attempts);
    answered.requestId = answer.requestId;
    answered.latencyMs = answer.latencyMs;
    answered.answerText = answer.answerText;
    if (answer.response) {
        answered.backupRequestId =
            Api::decodeBackup(answer.response->value(QLatin1StringView("Backup")).toString()).requestId;
        answered.status =
            Core::taskStatusFromWire(answer.response->value(QLatin1StringView("Status")).toString());
    } else {
        answered.error = answer.response.error();
    }
    if (const auto started = startedBy(answer)) {
        answered.taskId = started->taskId.toString();
        answered.backupTaskId = started->backup.taskId;
    }
    if (m_order.intentId == 0) {
        answered.requestText = answer.requestText;
        // Nothing that follows a read depends on its record.
        m_dispatcher.m_journal.recordRead(ownIntent(answered.at), answered, this,
                                          [](const Core::Result<void> &) {});
        decide(answer);
        return;
    }
    if (!m_order.isJournaledAhead) {
        m_dispatcher.m_journal.append(answered, this, [](const Core::Result<void> &) {});
        decide(answer);
        return;
    }
    m_isBeingRecorded = true;
    m_dispatcher.m_journal.append(answered, this, [this, answer](const Core::Result<void> &) {
        m_isBeingRecorded = false;
        // Even if the journal failed now, the answer is true and is reported.
        decide(answer);
    });
}

//! What an answer to a Start named; nothing for other actions and refusals.
std::optional<Api::StartReply> DispatchedRequest::startedBy(const Api::ApiAnswer &answer) const
{
    if (m_order.request.kind != Api::ActionKind::Start || !answer.response) {
        return std::nullopt;
    }
    const Core::Result<Api::StartReply> reply = Api::parseStartReply(*answer.response);
    return reply ? std::optional(*reply) : std::nullopt;
}

void DispatchedRequest::decide(const Api::ApiAnswer &answer)
{
    const Api::LimiterKey key = limiterKey();
    if (answer.response) {
        m_dispatcher.m_limiter.succeeded(key);
        report(answer);
        return;
    }
    const Core::Error &error = answer.response.error();
    constexpr int tooManyRequests = 429;
    if (error.isApiCode(u"RequestLimitExceeded") || error.httpStatus == tooManyRequests) {
        m_dispatcher.m_limiter.throttled(key);
    }
    if (!m_order.isRepeated || m_dispatcher.isClosed() || error.kind == Core::ErrorKind::Canceled) {
        report(answer);
        return;
    }
    const Api::RetryDecision decision =
        Api::decideRetry(m_order.request.kind, error, m_attempts, m_dispatcher.m_random);
    if (!decision.isRepeated) {
        report(answer);
        return;
    }
    m_mayHaveArrivedBefore = m_mayHaveArrivedBefore || mayHaveHadEffect(error);
    m_pause.start(static_cast<int>(decision.delayMs));
    Q_EMIT repeating(m_order.attemptsBefore + m_attempts, decision.delayMs, error);
}

qint64 DispatchedRequest::keepExchanges(const Api::ApiAnswer &answer)
{
    qint64 last = 0;
    for (Core::WireExchange exchange : answer.exchanges) {
        if (m_callId == 0) {
            m_callId = m_dispatcher.m_exchanges.newCallId();
        }
        exchange.callId = m_callId;
        exchange.intentId = m_order.intentId;
        exchange.accountId = m_order.account.id;
        exchange.accountName = m_order.account.name;
        exchange.sdkAppId = m_order.request.about.sdkAppId;
        exchange.taskId = m_order.request.about.taskId.toString();
        exchange.attempt = m_attempts;
        if (!exchange.isSignedAgain) {
            exchange.timings.queuedMs = m_queuedMs;
        }
        if (!answer.response && exchange.isSignedAgain == answer.resignedOnce) {
            exchange.error = answer.response.error(); // also where a check of ours refused the answer
        }
        last = m_dispatcher.m_exchanges.append(std::move(exchange));
    }
    return last;
}

void DispatchedRequest::logAnswer(const Api::ApiAnswer &answer)
{
    Core::LogEntry entry;
    entry.time = m_dispatcher.m_clock.nowUtc();
    entry.topic = Core::LogTopic::Request;
    entry.accountId = m_order.account.id;
    entry.accountName = m_order.account.name;
    entry.action = m_order.request.action;
    entry.sdkAppId = m_order.request.about.sdkAppId;
    entry.taskId = m_order.request.about.taskId.toString();
    if (const auto started = startedBy(answer)) {
        entry.taskId = started->taskId.toString();
    }
    entry.requestId = answer.requestId;
    entry.exchangeId = keepExchanges(answer);
    entry.latencyMs = answer.latencyMs;
    entry.attempt = m_order.attemptsBefore + m_attempts;
    if (answer.response) {
        entry.level = Core::LogLevel::Info;
        if (m_order.request.kind == Api::ActionKind::Stop) {
            entry.outcome = Core::StopOutcome::Accepted;
        }
        entry.status =
            Core::taskStatusFromWire(answer.response->value(QLatin1StringView("Status")).toString());
    } else {
        entry.error = answer.response.error();
        const bool isHarmless = entry.error->isApiCode(u"UnsupportedOperation.TaskHasAlreadyStopped")
            || entry.error->kind == Core::ErrorKind::Canceled;
        entry.level = isHarmless ? Core::LogLevel::Info : Core::LogLevel::Error;
    }
    m_dispatcher.m_log.append(entry);
}

void DispatchedRequest::report(const Api::ApiAnswer &answer)
{
    if (m_isReported) {
        return;
    }
    m_isReported = true;
    Q_EMIT finished(answer, m_order.attemptsBefore + m_attempts, m_mayHaveArrivedBefore);
    deleteLater();
}

void DispatchedRequest::reportUnsent(const Core::Error &error)
{
    Api::ApiAnswer answer;
    answer.response = Core::failure(error);
    if (m_isReported || !std::exchange(m_hasOwnIntent, false)) {
        report(answer);
        return;
    }
    // The intent is known to the journal, and nothing of it ever left.
    Core::JournalEvent settled = journalEvent(Core::EventKind::Settled, 0);
    settled.outcome = Core::StopOutcome::NotSent;
    settled.error = error;
    m_isBeingRecorded = true;
    m_dispatcher.m_journal.append(settled, this,
                                  [this, answer](const Core::Result<void> &) { report(answer); });
}

Core::JournalEvent DispatchedRequest::journalEvent(Core::EventKind kind, int attempt) const
{
    Core::JournalEvent event;
    event.intentId = m_order.intentId;
    event.kind = kind;
    event.action = m_order.request.action;
    event.at = m_dispatcher.m_clock.nowUtc();
    event.attempt = m_order.attemptsBefore + attempt;
    return event;
}

} // namespace Service
