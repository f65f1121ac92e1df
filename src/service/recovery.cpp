// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recovery.h"

#include "core/clock.h"
#include "core/logstore.h"
#include "service/accounts.h"
#include "service/confirmation.h"
#include "service/confirmationrounds.h"
#include "service/dispatcher.h"
#include "service/recoveryfindings.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "storage/journal.h"

#include <algorithm>
#include <utility>

namespace Service {

namespace {

//! When a Stop that nobody saw accepted must have shown its effect: a real one takes about 2 s, and what left
//! just before the program died may have been on its way for a while.
constexpr int effectMs = 5000;
//! How long an answer to that is waited for, at least and at most.
constexpr int shortestEffectDeadlineMs = effectMs + 3000;
constexpr int effectDeadlineMs = 15'000;
//! How long the task of a Start is looked for; whatever began has been listed long before.
constexpr int longestSearchMs = 20'000;
//! Between two looks for what is unknown, doubling while they find nothing out.
constexpr int againMs = 30'000;
constexpr int longestAgainMs = 15 * 60'000;
//! How long an answer is waited for then.
constexpr int againDeadlineMs = 15'000;
//! How long a Stop without effect is news: nobody wants to end a lesson of last month.
constexpr int longestUnsentDays = 7;

//! The end of `open`, without its outcome.
[[nodiscard]] Core::JournalEvent endOf(const Core::OpenIntent &open, const QDateTime &at)
{
    Core::JournalEvent event;
    event.intentId = open.intent.id;
    event.action = open.intent.action;
    event.at = at;
    event.kind = Core::EventKind::Settled;
    event.attempt = open.sentAttempts;
    return event;
}

//! What the row says is of a Stop that came after this one.
[[nodiscard]] bool hasNewerStop(const Core::PushTask &task, const Core::OpenIntent &open)
{
    const bool isUnderWay =
        task.stopPhase != Core::StopPhase::None && task.stopPhase != Core::StopPhase::Settled;
    return isUnderWay
        || (task.lastResultAt.isValid() && task.lastResultAt > open.intent.requestedAt
            && task.lastRequestId != open.requestId);
}

//! An account of a command alone (of its environment, say) is gone with it. Then the task is that one's of
//! today which has the same key at the same place.
[[nodiscard]] Core::TaskKey taskOf(const Core::Intent &intent, const Accounts &accounts)
{
    Core::TaskKey task = intent.task;
    if (!accounts.byId(intent.accountId)) {
        const QList<Core::Account> all = accounts.all();
        const auto same = std::ranges::find_if(all, [&intent](const Core::Account &account) {
            return account.secretId == intent.secretId && account.endpoint == intent.endpoint;
        });
        task.accountId = same != all.cend() ? same->id : task.accountId;
    }
    return task;
}

} // namespace

Recovery::Recovery(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book,
                   Core::LogStore &log, const Core::Clock &clock, StartService &starts, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_dispatcher(dispatcher)
    , m_journal(journal)
    , m_book(book)
    , m_log(log)
    , m_clock(clock)
    , m_rounds(new ConfirmationRounds(dispatcher, this))
    , m_starts(starts)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &Recovery::lookAgain);
    connect(&m_dispatcher, &Dispatcher::closing, &m_again, &QTimer::stop);
    connect(&m_starts, &StartService::resumed, this, [this](const StartResult &result) {
        if (m_openStarts.remove(result.startId)) {
            Q_EMIT startSettled(result);
            oneLess();
        }
    });
    connect(&m_starts, &StartService::resumedElsewhere, this, [this](qint64 startId) {
        if (m_openStarts.remove(startId)) {
            oneLess();
        }
    });
}

void Recovery::start(int deadlineMs)
{
    if (!m_isRunning) {
        look(Manner::First, deadlineMs);
    }
}

void Recovery::followUp(const StopResult &result)
{
    if (result.outcome == Core::StopOutcome::Unknown) {
        lookSooner();
        lookLater();
    }
}

void Recovery::lookSooner()
{
    if (m_again.interval() != againMs) {
        m_again.setInterval(againMs);
    }
}

void Recovery::lookLater()
{
    if (!m_again.isActive() && !m_isCanceled && !m_dispatcher.isClosed()) {
        m_again.start();
    }
}

void Recovery::lookAgain()
{
    if (m_isRunning) {
        lookLater();
    } else {
        m_again.setInterval(std::min(2 * m_again.interval(), longestAgainMs));
        look(Manner::Again, againDeadlineMs);
    }
}

void Recovery::look(Manner manner, int deadlineMs)
{
    m_isRunning = true;
    m_isCanceled = false;
    m_manner = manner;
    m_journal.openIntents(this, [this, deadlineMs](const Core::Result<QList<Core::OpenIntent>> &open) {
        if (open && !m_isCanceled) {
            lookInto(*open, deadlineMs);
            return;
        }
        if (m_manner == Manner::Again) {
            lookLater();
        } else if (!open) {
            Q_EMIT failed(open.error());
        }
        end();
    });
}

void Recovery::lookInto(const QList<Core::OpenIntent> &open, int deadlineMs)
{
    QList<Core::OpenIntent> wanted = open;
    // What this run left unknown is no news to it: that is followed up. What nobody was told of yet is not,
    // but waits for a first look.
    wanted.removeIf([this](const Core::OpenIntent &intent) {
        if (m_manner == Manner::First) {
            return intent.isOfThisRun;
        }
        const bool isTold = intent.isOfThisRun || m_told.contains(intent.intent.id);
        return intent.isStart() || !isTold || m_notFound.contains(intent.intent.id);
    });
    for (Core::OpenIntent &intent : wanted) {
        intent.intent.task = taskOf(intent.intent, m_accounts);
    }
    m_left = wanted.size();
    if (m_manner == Manner::First) {
        int stops = 0;
        int starts = 0;
        for (const Core::OpenIntent &intent : std::as_const(wanted)) {
            m_told.insert(intent.intent.id);
            if (!isOfGoneSimulator(intent.intent)) {
                ++(intent.isStart() ? starts : stops);
            }
        }
        Q_EMIT found(stops, starts);
    }
    if (wanted.isEmpty()) {
        end();
        return;
    }
    for (const Core::OpenIntent &intent : std::as_const(wanted)) {
        if (isOfGoneSimulator(intent.intent)) {
            settleUnseen(intent);
        } else if (!intent.isStart()) {
            recover(intent, deadlineMs);
        } else {
            m_openStarts.insert(intent.intent.id);
            m_starts.resume(intent, std::min(deadlineMs, longestSearchMs));
        }
    }
}

bool Recovery::isOfGoneSimulator(const Core::Intent &intent) const
{
    return intent.accountId == Core::simulatorAccountId && !m_accounts.byId(intent.accountId);
}

//! There is nobody to ask any more, and nothing that could still run.
void Recovery::settleUnseen(const Core::OpenIntent &open)
{
    Core::JournalEvent event = endOf(open, m_clock.nowUtc());
    if (open.isStart()) {
        event.startOutcome = Core::StartOutcome::NotSent;
    } else {
        event.outcome = Core::StopOutcome::NotSent;
    }
    m_journal.settleIfOpen(event, this, [this](const Core::Result<bool> &) { oneLess(); });
}

void Recovery::unsentStops(const QDateTime &since, QObject *context,
                           std::function<void(const QList<Core::UnsentStop> &)> done)
{
    const QDateTime earliest = m_clock.nowUtc().addDays(-longestUnsentDays);
    m_journal.unsentStops(
        since.isValid() ? std::max(since, earliest) : earliest, context,
        [this, done = std::move(done)](const Core::Result<QList<Core::UnsentStop>> &read) {
            QList<Core::UnsentStop> stops = read.value_or(QList<Core::UnsentStop>());
            stops.removeIf([this](const Core::UnsentStop &stop) { return isOfGoneSimulator(stop.intent); });
            for (Core::UnsentStop &stop : stops) {
                stop.intent.task = taskOf(stop.intent, m_accounts);
            }
            done(stops);
        });
}

void Recovery::end()
{
    m_isRunning = false;
    if (m_manner == Manner::First) {
        Q_EMIT finished();
    }
}

void Recovery::cancel()
{
    m_isCanceled = true;
    m_again.stop();
    const auto confirmations = findChildren<Confirmation *>(QString(), Qt::FindDirectChildrenOnly);
    for (Confirmation *const confirmation : confirmations) {
        confirmation->cancel();
    }
    m_starts.cancelResumed();
}

void Recovery::recover(const Core::OpenIntent &open, int deadlineMs)
{
    StopResult result;
    result.task = open.intent.task;
    result.requestId = open.requestId;
    result.backupRequestId = open.backupRequestId;
    result.attempts = open.sentAttempts;
    if (open.sentAttempts == 0) {
        result.outcome = Core::StopOutcome::NotSent;
        settle(open, result);
        return;
    }
    if (const std::optional<RecoveryFinding> finding = findingOfAnswers(open)) {
        result.outcome = finding->outcome;
        result.error = finding->error;
        settle(open, result);
        return;
    }
    const auto ask = [this, open, result, deadlineMs](const Core::Result<Core::Credential> &credential) {
        if (!credential || m_isCanceled) {
            StopResult unknown = result;
            unknown.outcome = Core::StopOutcome::Unknown;
            unknown.error = credential ? Core::Error::of(Core::ErrorKind::Canceled) : credential.error();
            settle(open, unknown);
            return;
        }
        watch(open, result, *credential, deadlineMs);
    };
    // The key it was sent with, if any account of today has it; the account itself may have a new one by now.
    const QString accountId = open.intent.accountId;
    m_accounts.credentialForSecretId(
        open.intent.secretId, this, [this, ask, accountId](const Core::Result<Core::Credential> &credential) {
            if (credential) {
                ask(credential);
            } else {
                m_accounts.credential(accountId, this, ask);
            }
        });
}

void Recovery::watch(const Core::OpenIntent &open, const StopResult &soFar,
                     const Core::Credential &credential, int deadlineMs)
{
    Confirmation::Pace pace;
    pace.firstPauseMs = 0;
    pace.deadlineMs =
        open.isAccepted ? deadlineMs : std::clamp(deadlineMs, shortestEffectDeadlineMs, effectDeadlineMs);
    pace.lateMs = open.isAccepted ? 0 : effectMs;
    pace.asksOnce = open.isAccepted && m_manner == Manner::Again;
    pace.isRoutine = m_manner == Manner::Again;
    Core::Account account = m_accounts.accountOf(open.intent);
    account.id = open.intent.task.accountId; // lists name tasks by it
    auto *const confirmation =
        new Confirmation(m_dispatcher, *m_rounds, open.intent, account, credential, pace, this);
    connect(confirmation, &Confirmation::taskAnswered, this,
            [this](const Core::PushTask &task) { m_book.applyAnswer({task}); });
    const bool isSameKey = credential.secretId == open.intent.secretId;
    connect(confirmation, &Confirmation::finished, this,
            [this, open, soFar, isSameKey, confirmation](const ConfirmationVerdict &verdict) {
                confirmation->deleteLater();
                const RecoveryFinding finding = findingOf(verdict, open.isAccepted, isSameKey);
                StopResult result = soFar;
                result.lastStatus = verdict.lastStatus;
                result.outcome = finding.outcome;
                result.isConfirmedByList = verdict.isByList;
                result.error = finding.error;
                settle(open, result);
            });
    confirmation->start();
}

void Recovery::settle(const Core::OpenIntent &open, const StopResult &found)
{
    StopResult result = found;
    result.elapsedMs = std::max<qint64>(0, open.intent.requestedAt.msecsTo(m_clock.nowUtc()));
    const auto report = [this, open, result] {
        m_book.change(result.task, [this, &open, &result](Core::PushTask &task) {
            if (!hasNewerStop(task, open)) {
                recordOutcome(task, result, m_clock.nowUtc());
            }
        });
        Core::LogEntry entry;
        entry.topic = Core::LogTopic::Recovery;
        entry.level =
            result.outcome == Core::StopOutcome::Unknown || result.outcome == Core::StopOutcome::NotSent
            ? Core::LogLevel::Warning
            : Core::LogLevel::Info;
        entry.accountId = open.intent.accountId;
        entry.accountName = open.intent.profile;
        entry.action = open.intent.action;
        entry.sdkAppId = result.task.sdkAppId;
        entry.taskId = result.task.taskId.toString();
        entry.outcome = result.outcome;
        entry.error = result.error;
        entry.status = result.lastStatus;
        entry.requestId = result.requestId;
        m_log.append(entry);
        Q_EMIT settled(result);
        oneLess();
    };
    if (result.outcome == Core::StopOutcome::Unknown) {
        // Stays open: the next look, or a person, finds it out. Not before this call returned, as all
        // answers.
        if (result.error && result.error->isApiCode(u"InvalidParameter.TaskNotFound")) {
            m_notFound.insert(open.intent.id);
        } else if (m_manner == Manner::Again) {
            lookLater();
        }
        if (m_manner == Manner::Again) {
            QTimer::singleShot(0, this, &Recovery::oneLess);
        } else {
            QTimer::singleShot(0, this, report);
        }
        return;
    }
    lookSooner();
    Core::JournalEvent event = endOf(open, m_clock.nowUtc());
    event.outcome = result.outcome;
    event.error = result.error;
    event.requestId = result.requestId;
    event.backupRequestId = result.backupRequestId;
    event.status = result.lastStatus;
    m_journal.settleIfOpen(event, this, [this, report](const Core::Result<bool> &isOurs) {
        if (isOurs.value_or(true)) {
            report();
        } else {
            oneLess(); // another run found it out meanwhile, and told of it
        }
    });
}

void Recovery::oneLess()
{
    if (--m_left == 0) {
        end();
    }
}

} // namespace Service
