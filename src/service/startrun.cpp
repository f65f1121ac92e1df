// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/startrun.h"

#include "api/startapi.h"
#include "api/taskapi.h"
#include "core/clock.h"
#include "service/effect.h"
#include "service/taskbook.h"
#include "storage/journal.h"

#include <QTimer>

#include <algorithm>

namespace Service {

bool mayHaveStarted(const Core::Error &error)
{
    // Nobody but the service's own answer says that nothing was begun, least of all who points elsewhere.
    return mayHaveHadEffect(error) || error.kind == Core::ErrorKind::WrongShape
        || error.kind == Core::ErrorKind::Redirect;
}

StartRun::StartRun(Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book,
                   const Core::Clock &clock, const Core::Intent &intent, const Core::Account &account,
                   const Core::Credential &credential, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_journal(journal)
    , m_book(book)
    , m_clock(clock)
    , m_intent(intent)
    , m_account(account)
    , m_credential(credential)
{
    m_result.startId = intent.id;
    m_result.task = intent.task;
    m_result.roomId = intent.roomId;
}

void StartRun::start(const Core::PushStart &start, int searchDeadlineMs)
{
    m_searchDeadlineMs = searchDeadlineMs;
    Order order;
    order.request = Api::makeStart(start);
    order.account = m_account;
    order.credential = m_credential;
    order.priority = Api::Priority::Operator;
    order.intentId = m_intent.id;
    order.isJournaledAhead = true;
    order.isRepeated = false; // by nobody: it would cost twice
    order.check = [](const QJsonObject &response) {
        return Api::parseStartReply(response).map([](const Api::StartReply &) {});
    };
    m_call = m_dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::leaving, this, [this] {
        m_hasLeft = true;
        m_sentAt = m_clock.nowUtc();
    });
    connect(m_call, &DispatchedCall::finished, this, &StartRun::onAnswered);
}

void StartRun::resume(const Core::OpenIntent &open, int searchDeadlineMs)
{
    m_isResumed = true;
    m_hasLeft = open.sentAttempts > 0;
    m_sentAt = open.lastSentAt;
    m_result.requestId = open.requestId;
    if (!m_hasLeft) {
        settle(Core::StartOutcome::NotSent);
        return;
    }
    if (const auto taskId = Core::TaskId::parse(open.startedTaskId)) {
        // The answer came, and its reader died.
        Core::PushTask task;
        task.key = m_intent.task;
        task.key.taskId = *taskId;
        task.backup.taskId = open.startedBackupTaskId;
        track(task);
        settle(Core::StartOutcome::Started);
        return;
    }
    if (open.lastError && !mayHaveStarted(*open.lastError)) {
        settle(Core::StartOutcome::Failed, open.lastError);
        return;
    }
    search(open.lastError, searchDeadlineMs);
}

void StartRun::giveUp()
{
    if (m_search) {
        m_search->cancel();
    } else if (m_call) {
        m_call->cancel();
    }
}

void StartRun::onAnswered(const Api::ApiAnswer &answer)
{
    m_call = nullptr;
    m_result.requestId = answer.requestId;
    const Core::Result<Api::StartReply> reply = answer.response.and_then(&Api::parseStartReply);
    if (reply) {
        Core::PushTask task;
        task.key = m_intent.task;
        task.key.taskId = reply->taskId;
        task.backup = reply->backup;
        track(task);
        settle(Core::StartOutcome::Started);
        return;
    }
    const Core::Error &error = reply.error();
    if (m_hasLeft && mayHaveStarted(error)) {
        if (m_dispatcher.isClosed()) {
            settle(Core::StartOutcome::Unknown, error);
        } else {
            search(error, m_searchDeadlineMs);
        }
        return;
    }
    const bool isAnswered = m_hasLeft && (error.kind == Core::ErrorKind::Api || error.httpStatus != 0);
    settle(isAnswered ? Core::StartOutcome::Failed : Core::StartOutcome::NotSent, error);
}

void StartRun::search(const std::optional<Core::Error> &error, int deadlineMs)
{
    m_doubt = error;
    Q_EMIT sought(error.value_or(Core::Error::of(Core::ErrorKind::Network)));
    const auto isOlder = [this](const Core::TaskKey &key) {
        const Core::PushTask *const known = m_book.find(key);
        return known != nullptr && known->addedAt < m_intent.requestedAt;
    };
    m_search = new StartSearch(m_dispatcher, m_journal, m_clock, m_intent, m_sentAt, m_account, m_credential,
                               isOlder, this);
    connect(m_search, &StartSearch::finished, this, &StartRun::onFound);
    m_search->start(deadlineMs);
}

void StartRun::onFound(const StartFinding &finding)
{
    m_search->deleteLater();
    m_search = nullptr;
    if (finding.task) {
        track(*finding.task);
        settle(Core::StartOutcome::Started);
        return;
    }
    settle(Core::StartOutcome::Unknown, m_doubt ? m_doubt : finding.error);
}

//! At once, so that nothing that runs is without a row.
void StartRun::track(const Core::PushTask &task)
{
    Core::PushTask tracked = task;
    tracked.roomId = m_intent.roomId;
    tracked.pushUserId = m_intent.pushUserId;
    tracked.addedAt = m_clock.nowUtc();
    m_book.add({tracked});
    m_result.task = tracked.key;
    m_result.backupTaskId = tracked.backup.taskId;
}

void StartRun::settle(Core::StartOutcome outcome, const std::optional<Core::Error> &error)
{
    if (m_isSettling) {
        return;
    }
    m_isSettling = true;
    m_result.outcome = outcome;
    m_result.error = error;
    m_result.elapsedMs = std::max<qint64>(0, m_intent.requestedAt.msecsTo(m_clock.nowUtc()));

    if (m_isResumed && outcome == Core::StartOutcome::Unknown) {
        // Stays open as it was: the next start, or a person, finds it out.
        QTimer::singleShot(0, this, [this] { Q_EMIT settled(m_result); });
        return;
    }
    Core::JournalEvent event;
    event.intentId = m_intent.id;
    event.kind = Core::EventKind::Settled;
    event.action = m_intent.action;
    event.at = m_clock.nowUtc();
    event.attempt = m_hasLeft ? 1 : 0;
    event.startOutcome = outcome;
    event.error = error;
    event.requestId = m_result.requestId;
    event.taskId = m_result.task.taskId.toString();
    event.backupTaskId = m_result.backupTaskId;
    event.latencyMs = m_result.elapsedMs;
    // A journal that fails now leaves the intent open: the next start finds out the same again.
    if (!m_isResumed) {
        m_journal.append(event, this, [this](const Core::Result<void> &) { Q_EMIT settled(m_result); });
        return;
    }
    m_journal.settleIfOpen(event, this, [this](const Core::Result<bool> &isOurs) {
        if (isOurs.value_or(true)) {
            Q_EMIT settled(m_result);
        } else {
            Q_EMIT settledElsewhere();
        }
    });
}

} // namespace Service
