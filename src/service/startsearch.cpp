// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/startsearch.h"

#include "api/taskapi.h"
#include "core/clock.h"
#include "storage/journal.h"

#include <algorithm>
#include <array>

namespace Service {

namespace {

constexpr std::array roundPausesMs{500, 1000, 2000, 3000, 5000};
constexpr qint64 mostListed = 50'000; // a service that never stops paging is not believed
constexpr int clockDoubtMs = 3000; // both clocks are known to the second only
constexpr int longestValidMs = 300'000; // the service refuses what was signed longer ago

} // namespace

StartSearch::StartSearch(Dispatcher &dispatcher, Storage::Journal &journal, const Core::Clock &clock,
                         const Core::Intent &intent, const QDateTime &sentAt, const Core::Account &account,
                         const Core::Credential &credential,
                         std::function<bool(const Core::TaskKey &)> isOlder, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_journal(journal)
    , m_clock(clock)
    , m_intent(intent)
    , m_sentAt(sentAt)
    , m_account(account)
    , m_credential(credential)
    , m_isOlder(std::move(isOlder))
{
    m_pause.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StartSearch::askForList);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish({std::nullopt, m_lastError}); });
}

void StartSearch::start(int deadlineMs)
{
    m_deadline.start(deadlineMs);
    m_pause.start(0);
}

void StartSearch::cancel()
{
    finish({std::nullopt, Core::Error::of(Core::ErrorKind::Canceled)});
}

void StartSearch::ask(const Api::ApiRequest &request, Then then)
{
    Order order;
    order.request = request;
    order.account = m_account;
    order.credential = m_credential;
    order.priority = Api::Priority::Confirmation;
    order.intentId = m_intent.id;
    order.isRepeated = false; // the next round is the repetition
    m_call = m_dispatcher.send(order, this);
    connect(m_call, &DispatchedCall::finished, this, [this, then](const Api::ApiAnswer &answer) {
        m_call = nullptr;
        if (!m_isFinished) {
            (this->*then)(answer);
        }
    });
}

void StartSearch::askForList()
{
    m_candidates.clear();
    m_matches.clear();
    m_listed = 0;
    if (m_account.endpoint.edition == Core::Edition::Mainland) {
        ask(Api::makeRunningTasks(m_intent.task.sdkAppId, 0, Api::largestTaskPage), &StartSearch::onPage);
    } else {
        ask(Api::makeSearch(), &StartSearch::onSearched);
    }
}

void StartSearch::onSearched(const Api::ApiAnswer &answer)
{
    const auto page = answer.response.and_then([this](const QJsonObject &response) {
        return Api::parseSearchReply(response, m_intent.task.accountId);
    });
    if (!page) {
        retry(page.error());
        return;
    }
    keepCandidates(page->tasks, answer);
    lookAtCandidates();
}

void StartSearch::onPage(const Api::ApiAnswer &answer)
{
    const auto page = answer.response.and_then([this](const QJsonObject &response) {
        return Api::parseRunningTasksReply(response, m_intent.task.accountId);
    });
    if (!page) {
        retry(page.error());
        return;
    }
    keepCandidates(page->tasks, answer);
    const qint64 onPage = page->tasks.size() + page->skipped;
    m_listed += onPage;
    if (onPage > 0 && m_listed < page->total && m_listed < mostListed) {
        ask(Api::makeRunningTasks(m_intent.task.sdkAppId, m_listed, Api::largestTaskPage),
            &StartSearch::onPage);
        return;
    }
    lookAtCandidates();
}

void StartSearch::keepCandidates(const QList<Core::PushTask> &tasks, const Api::ApiAnswer &answer)
{
    // The list's times are the service's; its own clock says how far ours is off.
    m_offsetMs = answer.serverDate ? m_clock.nowUtc().msecsTo(*answer.serverDate)
                                   : m_dispatcher.clockOffsetSeconds(m_account.endpoint) * 1000;
    for (const Core::PushTask &task : tasks) {
        const bool isOfUser = task.pushUserId.isEmpty() || task.pushUserId == m_intent.pushUserId;
        if (task.key.sdkAppId == m_intent.task.sdkAppId && task.roomId == m_intent.roomId && isOfUser
            && mayBeOf(m_sentAt, task) && !m_isOlder(task.key)) {
            m_candidates.append(task);
        }
    }
}

void StartSearch::lookAtCandidates()
{
    while (!m_candidates.isEmpty()) {
        const Core::PushTask &candidate = m_candidates.constFirst();
        if (candidate.pushUserId.isEmpty()) {
            ask(Api::makeDescribe(candidate.key.sdkAppId, candidate.key.taskId), &StartSearch::onDescribed);
            return;
        }
        m_matches.append(m_candidates.takeFirst());
    }
    if (m_matches.isEmpty()) {
        retry(std::nullopt);
    } else {
        askJournal();
    }
}

//! After the list: a Start that began one of its tasks was journaled before that.
void StartSearch::askJournal()
{
    m_journal.otherStarts(m_intent, this, [this](const Core::Result<QList<Core::OtherStart>> &others) {
        if (m_isFinished) {
            return;
        }
        if (others) {
            judge(*others);
        } else {
            retry(others.error());
        }
    });
}

void StartSearch::judge(const QList<Core::OtherStart> &others)
{
    for (const Core::OtherStart &other : others) {
        m_matches.removeIf([&other](const Core::PushTask &task) {
            const QString taskId = task.key.taskId.toString();
            return taskId == other.taskId || taskId == other.backupTaskId;
        });
    }
    // One whose task nobody knows either may have begun this one.
    const bool isCertain =
        m_matches.size() == 1 && std::ranges::none_of(others, [this](const Core::OtherStart &other) {
            return other.taskId.isEmpty() && !other.isWithoutTask
                && mayBeOf(other.sentAt, m_matches.constFirst());
        });
    if (isCertain) {
        finish({m_matches.constFirst(), std::nullopt});
    } else {
        retry(std::nullopt);
    }
}

//! Whether a Start that left then can have begun the task, by its age.
bool StartSearch::mayBeOf(const QDateTime &sentAt, const Core::PushTask &task) const
{
    const QDateTime earliest = sentAt.addMSecs(m_offsetMs - clockDoubtMs);
    return task.createTime.isValid() && task.createTime >= earliest
        && task.createTime <= earliest.addMSecs(longestValidMs + 2 * clockDoubtMs);
}

//! The mainland's list does not say who pushes.
void StartSearch::onDescribed(const Api::ApiAnswer &answer)
{
    const Core::PushTask candidate = m_candidates.takeFirst();
    const auto reply = answer.response.and_then(
        [&candidate](const QJsonObject &response) { return Api::parseTaskReply(response, candidate.key); });
    if (!reply) {
        retry(reply.error()); // without an answer nobody knows whether it is the only one
        return;
    }
    if (reply->task.pushUserId == m_intent.pushUserId) {
        Core::PushTask match = reply->task;
        match.createTime = candidate.createTime;
        m_matches.append(match);
    }
    lookAtCandidates();
}

void StartSearch::retry(const std::optional<Core::Error> &error)
{
    m_lastError = error;
    if (m_dispatcher.isClosed()) {
        finish({std::nullopt, Core::Error::of(Core::ErrorKind::Canceled)});
        return;
    }
    m_pause.start(roundPausesMs.at(std::min(m_round, roundPausesMs.size() - 1)));
    ++m_round;
}

void StartSearch::finish(const StartFinding &finding)
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_pause.stop();
    m_deadline.stop();
    if (m_call) {
        m_call->cancel();
    }
    Q_EMIT finished(finding);
}

} // namespace Service
