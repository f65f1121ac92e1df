// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/confirmation.h"

#include "api/retrypolicy.h"
#include "api/taskapi.h"

#include <algorithm>
#include <array>

namespace Service {

namespace {

// After the first question: soon again, since most tasks end about two seconds after the call, then ever
// slower.
constexpr std::array pausesMs{600, 1000, 1500, 2500, 4000, 5000};

} // namespace

Confirmation::Confirmation(Dispatcher &dispatcher, const Core::Intent &intent, const Core::Account &account,
                           const Core::Credential &credential, const Pace &pace, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_intent(intent)
    , m_account(account)
    , m_credential(credential)
    , m_remainingMs(std::max(1, pace.deadlineMs))
    , m_nextPauseMs(pace.firstPauseMs)
{
    m_pause.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Confirmation::ask);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(ConfirmationVerdict::Kind::DeadlinePassed, m_lastError); });
    connect(&m_dispatcher, &Dispatcher::closing, this, [this] {
        if (!m_call) {
            finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        }
    });
}

void Confirmation::start()
{
    m_deadline.start(m_remainingMs);
    m_pause.start(m_nextPauseMs);
}

void Confirmation::cancel()
{
    finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
}

void Confirmation::ask()
{
    if (m_dispatcher.isClosed()) {
        finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
        return;
    }
    Order order;
    order.request = Api::makeDescribe(m_intent.task.sdkAppId, m_intent.task.taskId);
    order.account = m_account;
    order.credential = m_credential;
    order.priority = m_asked == 0 ? Api::Priority::FirstConfirmation : Api::Priority::Confirmation;
    order.intentId = m_intent.id;
    order.isRepeated = false; // the next question is the repetition
    ++m_asked;
    m_call = m_dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::waiting, this, [this] {
        m_remainingMs = std::max(1, m_deadline.remainingTime());
        m_deadline.stop();
    });
    connect(m_call, &DispatchedCall::leaving, this, [this] { m_deadline.start(m_remainingMs); });
    connect(m_call, &DispatchedCall::finished, this, &Confirmation::onAnswered);
}

void Confirmation::onAnswered(const Api::ApiAnswer &answer)
{
    m_call = nullptr;
    if (m_isFinished) {
        return;
    }
    if (!m_deadline.isActive()) {
        m_deadline.start(m_remainingMs); // it never left
    }
    const Core::Result<Api::TaskReply> reply = answer.response.and_then(
        [this](const QJsonObject &response) { return Api::parseTaskReply(response, m_intent.task); });
    if (!reply) {
        const Core::Error &error = reply.error();
        m_lastError = error;
        if (error.isApiCode(u"FailedOperation.WhiteboardPush")) {
            finish(ConfirmationVerdict::Kind::TaskFailed, error);
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
        return;
    }
    m_lastError.reset();
    m_lastStatus = reply->task.status;
    Core::PushTask task = reply->task;
    task.refreshedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT taskAnswered(task);
    if (m_lastStatus == Core::TaskStatus::Stopped) {
        finish(ConfirmationVerdict::Kind::Stopped);
        return;
    }
    pauseThenAsk();
}

void Confirmation::pauseThenAsk()
{
    if (m_dispatcher.isClosed()) {
        finish(ConfirmationVerdict::Kind::Canceled, m_lastError);
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
    m_isFinished = true;
    m_pause.stop();
    m_deadline.stop();
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
        m_call = nullptr;
    }
    Q_EMIT finished(ConfirmationVerdict{kind, m_lastStatus, error});
}

} // namespace Service
