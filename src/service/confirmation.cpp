// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/confirmation.h"

#include "api/retrypolicy.h"
#include "api/taskapi.h"
#include "service/tokenfault.h"

#include <algorithm>
#include <array>

namespace Service {

namespace {

// After the first question: soon again, since most tasks end about two seconds after the call, then ever
// slower.
constexpr std::array pausesMs{600, 1000, 1500, 2500, 4000, 5000};

} // namespace

Confirmation::Confirmation(Dispatcher &dispatcher, ConfirmationRounds &rounds, const Core::Intent &intent,
                           const Core::Account &account, const Core::Credential &credential, const Pace &pace,
                           QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_rounds(rounds)
    , m_intent(intent)
    , m_account(account)
    , m_credential(credential)
    , m_remainingMs(std::max(1, pace.deadlineMs))
    , m_nextPauseMs(std::min(pace.firstPauseMs, m_remainingMs / 2)) // no deadline passes unasked
    , m_lateMs(pace.lateMs)
    , m_asksOnce(pace.asksOnce)
    , m_isRoutine(pace.isRoutine)
    , m_waitsForNewToken(pace.waitsForNewToken)
{
    m_pause.setSingleShot(true);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // not before its time
    connect(&m_pause, &QTimer::timeout, this, &Confirmation::ask);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(ConfirmationVerdict::Kind::DeadlinePassed, m_lastError); });
    m_late.setSingleShot(true);
    m_late.setTimerType(Qt::PreciseTimer);
    connect(&m_late, &QTimer::timeout, this, &Confirmation::askLate);
    connect(&m_dispatcher, &Dispatcher::closing, this, [this] {
        if (!m_call && !m_isInRound) {
            finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        }
    });
}

void Confirmation::start()
{
    takeSeat();
    runDeadline();
    m_pause.start(m_nextPauseMs);
    if (m_lateMs > 0) {
        m_late.start(m_lateMs);
    }
}

void Confirmation::askLate()
{
    m_isLate = true;
    if (m_pause.isActive()) {
        m_pause.stop();
        ask();
    }
}

void Confirmation::takeSeat()
{
    leaveSeat();
    m_seat = m_rounds.join(m_intent.task, m_account, m_credential, this);
    // The first question does not wait for a later list, which may come more than two seconds after the Stop.
    connect(m_seat, &RoundSeat::aboutToBegin, this, [this] {
        if (m_asked == 0 && m_pause.isActive()) {
            m_pause.stop();
            ask();
        }
    });
    connect(m_seat, &RoundSeat::waiting, this, &Confirmation::holdDeadline);
    connect(m_seat, &RoundSeat::leaving, this, &Confirmation::runDeadline);
    connect(m_seat, &RoundSeat::told, this, &Confirmation::onTold);
    connect(m_seat, &RoundSeat::failed, this, &Confirmation::onListFailed);
    connect(m_seat, &RoundSeat::notTold, this, [this] {
        m_isInRound = false;
        m_isUnlisted = true;
        askAlone();
    });
}

void Confirmation::leaveSeat()
{
    if (m_seat) {
        m_seat->disconnect(this);
        m_seat->leave();
        m_seat = nullptr;
    }
}

void Confirmation::resume(const Core::Account &account, const Core::Credential &credential)
{
    if (m_isFinished) {
        return;
    }
    m_account = account;
    m_credential = credential;
    if (m_isHeld) {
        m_isHeld = false;
        takeSeat();
        runDeadline();
        ask();
    }
}

void Confirmation::expectNoToken()
{
    m_waitsForNewToken = false;
    if (m_isHeld) {
        finish(ConfirmationVerdict::Kind::CannotAsk, m_lastError);
    }
}

void Confirmation::cancel()
{
    finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
}

void Confirmation::ask()
{
    if (m_isFinished) {
        return;
    }
    if (m_dispatcher.isClosed()) {
        finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        return;
    }
    m_askedWith = m_credential;
    m_isAskedLate = m_isLate;
    if (!m_isUnlisted && m_seat->ask()) {
        m_isInRound = true;
        return;
    }
    askAlone();
}

void Confirmation::askAlone()
{
    if (m_isFinished) {
        return;
    }
    m_pause.stop(); // a list may tell of what did not ask
    runDeadline();
    if (m_dispatcher.isClosed()) {
        finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        return;
    }
    Order order;
    order.request = Api::makeDescribe(m_intent.task.sdkAppId, m_intent.task.taskId);
    order.account = m_account;
    order.credential = m_askedWith = m_credential;
    order.priority = m_asked == 0 ? Api::Priority::FirstConfirmation : Api::Priority::Confirmation;
    order.intentId = m_intent.id;
    order.isRoutine = m_isRoutine;
    order.isRepeated = false; // the next question is the repetition
    ++m_asked;
    m_call = m_dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::waiting, this, &Confirmation::holdDeadline);
    connect(m_call, &DispatchedCall::leaving, this, &Confirmation::runDeadline);
    connect(m_call, &DispatchedCall::finished, this, &Confirmation::onAnswered);
}

void Confirmation::onAnswered(const Api::ApiAnswer &answer)
{
    m_call = nullptr;
    if (m_isFinished) {
        return;
    }
    runDeadline(); // it may never have left
    const Core::Result<Api::TaskReply> reply = answer.response.and_then(
        [this](const QJsonObject &response) { return Api::parseTaskReply(response, m_intent.task); });
    m_isToldByList = false;
    if (reply) {
        take(reply->task);
        if (m_lastStatus == Core::TaskStatus::Stopped) {
            finish(ConfirmationVerdict::Kind::Stopped);
            return;
        }
        pauseThenAsk();
        return;
    }
    const Core::Error &error = reply.error();
    m_lastError = error;
    if (error.isApiCode(u"FailedOperation.WhiteboardPush")) {
        finish(ConfirmationVerdict::Kind::TaskFailed, error);
        return;
    }
    if (isHeldBy(error)) {
        return;
    }
    QRandomGenerator unused(1);
    const bool isTransient = error.kind == Core::ErrorKind::WrongShape
        || Api::decideRetry(Api::ActionKind::Read, error, 1, unused).isRepeated;
    if (!isTransient && error.kind != Core::ErrorKind::Canceled) {
        finish(ConfirmationVerdict::Kind::CannotAsk, error);
        return;
    }
    pauseThenAsk();
}

void Confirmation::onTold(const Core::PushTask &listed, const QString &requestId)
{
    if (m_isFinished || m_call) {
        return;
    }
    m_isInRound = false;
    runDeadline();
    if (listed.status == Core::TaskStatus::Unknown) {
        askAlone(); // a word that nobody knows: Describe may say more
        return;
    }
    if (listed.status == Core::TaskStatus::Stopped && isListSilentAboutErrors()) {
        m_isUnlisted = true;
        m_listedEnd = listed;
        askAlone();
        return;
    }
    ++m_asked;
    m_isToldByList = true;
    take(listed);
    if (m_lastStatus != Core::TaskStatus::Stopped) {
        pauseThenAsk();
        return;
    }
    if (listed.taskErrorCode.isEmpty()) {
        finish(ConfirmationVerdict::Kind::Stopped);
        return;
    }
    // What a Describe says of a task that ended by error.
    Core::Error error = Core::Error::of(Core::ErrorKind::Api);
    error.apiCode = QStringLiteral("FailedOperation.WhiteboardPush");
    error.apiMessage = listed.taskErrorMessage;
    error.requestId = requestId;
    error.httpStatus = 200;
    error.delivery = Core::Delivery::Answered;
    finish(ConfirmationVerdict::Kind::TaskFailed, error);
}

//! DescribeRunningTasks says that a task has ended, and never that it ended by error.
bool Confirmation::isListSilentAboutErrors() const
{
    return m_account.endpoint.edition == Core::Edition::Mainland;
}

void Confirmation::onListFailed(const Core::Error &error)
{
    m_isInRound = false;
    if (m_isFinished) {
        return;
    }
    runDeadline();
    if (!isHeldBy(error)) {
        askAlone();
    }
}

void Confirmation::take(const Core::PushTask &answered)
{
    m_lastError.reset();
    m_lastStatus = answered.status;
    Core::PushTask task = answered;
    task.key = m_intent.task;
    task.refreshedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT taskAnswered(task);
}

bool Confirmation::isHeldBy(const Core::Error &error)
{
    if (!m_waitsForNewToken || m_dispatcher.isClosed() || !isTokenFault(error, m_askedWith)) {
        return false;
    }
    m_lastError = error;
    if (m_askedWith != m_credential) { // a new one came while this question was on its way
        takeSeat();
        m_pause.start(0);
        return true;
    }
    m_isHeld = true;
    holdDeadline();
    Q_EMIT tokenRefused(error);
    return true;
}

void Confirmation::holdDeadline()
{
    if (m_deadline.isActive()) {
        m_remainingMs = std::max(1, m_deadline.remainingTime());
        m_deadline.stop();
    }
}

void Confirmation::runDeadline()
{
    if (!m_deadline.isActive() && !m_isFinished) {
        m_deadline.start(m_remainingMs);
    }
}

void Confirmation::pauseThenAsk()
{
    if (m_dispatcher.isClosed()) {
        finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        return;
    }
    if (m_asksOnce || (m_isAskedLate && !m_lastError)) {
        finish(ConfirmationVerdict::Kind::DeadlinePassed, m_lastError);
        return;
    }
    if (m_isLate && !m_isAskedLate) {
        m_pause.start(0);
        return;
    }
    const auto step = std::min(static_cast<std::size_t>(std::max(0, m_asked - 1)), pausesMs.size() - 1);
    m_pause.start(pausesMs.at(step));
}

void Confirmation::finish(ConfirmationVerdict::Kind kind, const std::optional<Core::Error> &error)
{
    if (m_isFinished) {
        return;
    }
    if (kind == ConfirmationVerdict::Kind::CannotAsk && m_listedEnd) {
        // Nobody tells how it ended; that it did, the list has told.
        m_isToldByList = true;
        take(*m_listedEnd);
        finish(ConfirmationVerdict::Kind::Stopped);
        return;
    }
    m_isFinished = true;
    m_pause.stop();
    m_deadline.stop();
    m_late.stop();
    const bool isLate = m_isAskedLate && !m_call && !m_isInRound && !m_lastError;
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
        m_call = nullptr;
    }
    leaveSeat();
    Q_EMIT finished(ConfirmationVerdict{kind, m_lastStatus, error, m_isToldByList, isLate});
}

} // namespace Service
