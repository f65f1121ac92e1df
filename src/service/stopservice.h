// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/credential.h"
#include "core/journal.h"
#include "service/stopresult.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <deque>
#include <functional>
#include <memory>

namespace Core {
class Clock;
class LogStore;
} // namespace Core
namespace Storage {
class Journal;
}

namespace Service {

class Accounts;
class ConfirmationRounds;
class Dispatcher;
class StopRun;
class TaskBook;

struct StopOptions
{
    bool waitsForConfirmation = true; //!< false: accepted is an outcome (--no-wait)
    int confirmDeadlineMs = 60'000; //!< from acceptance, without the time spent waiting in our own limiter
    //! An expired token pauses the account's Stops, see paused(); false: it ends them notSent, as far as they
    //! were refused or have not left.
    bool waitsForNewToken = false;
};

//! Stops tasks and finds out whether they ended: the one flow that everything serves. UI thread.
//!
//! For every task asked for, settled() comes exactly once, after the outcome was journaled.
class StopService : public QObject
{
    Q_OBJECT
public:
    StopService(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book,
                Core::LogStore &log, const Core::Clock &clock, QObject *parent = nullptr);
    ~StopService() override;

    //! The operator is about to decide on stopping these: connects ahead, so that a decision leaves at once.
    void prepare(const QList<Core::TaskKey> &tasks);
    //! Marks the tasks in the book, journals all intents in one commit, then sends them in this order at the
    //! allowed rate, with the credentials of this moment. All are under way when it returns; many are marked
    //! and begun a few at a time. A task whose Stop is already under way is not asked for twice.
    void stop(const QList<Core::TaskKey> &tasks, const StopOptions &options = {});
    //! Nothing that has not left yet leaves any more: those end notSent, also what waits for a new token or
    //! was throttled and would be sent again. What may be at the service goes on being found out.
    void cancelUnsent();
    //! For quitting: nothing at all is sent from now on. Unsent ends notSent; what was sent and is not
    //! settled within `graceMs` ends unknown (the next start finds it out). idle() follows.
    void finish(int graceMs);

    [[nodiscard]] qsizetype underWay() const { return m_runs.size(); }
    //! Those of underWay() that cancelUnsent() would end now.
    [[nodiscard]] qsizetype unsent() const;
    //! Those of underWay() of one account that wait for a new token.
    [[nodiscard]] qsizetype waitingForToken(const QString &accountId) const;
    [[nodiscard]] bool isStopping(const Core::TaskKey &task) const { return m_runs.contains(task); }

Q_SIGNALS:
    //! Stops of these are under way from now on; before anything else is told of them.
    void asked(const QList<Core::TaskKey> &tasks);
    void progressed(const Service::StopProgress &progress);
    void settled(const Service::StopResult &result);
    //! The account's temporary token was refused: nothing of the account is sent until another credential is
    //! saved, and none of its Stops fails meanwhile.
    void paused(const QString &accountId, const Core::Error &error);
    //! Another credential came, or nothing of the account waits any more.
    void resumed(const QString &accountId);
    //! No Stop is under way any more.
    void idle();

private:
    struct Wish
    {
        QList<Core::TaskKey> tasks;
        StopOptions options;
        qsizetype marked = 0; //!< so many of the tasks, from the first one on
        QHash<QString, Core::Result<Core::Credential>> credentials; //!< by account; that have come so far
    };
    struct Journaled
    {
        QList<Core::Intent> intents;
        Core::Account account;
        Core::Credential credential;
        StopOptions options;
    };

    void markSome();
    //! Once all are marked, begins those whose credential has come.
    void journal(Wish &wish);
    void begin(const Core::Account &account, const Core::Credential &credential,
               const QList<Core::TaskKey> &tasks, const StopOptions &options);
    void startSome();
    void start(const Core::Intent &intent, const Core::Account &account, const Core::Credential &credential,
               const StopOptions &options);
    //! None of these was sent, because of this.
    void refuse(const QList<Core::TaskKey> &tasks, const Core::Error &error);
    void onTokenRefused(const QString &accountId, const Core::Credential &refused, const Core::Error &error);
    void onTokenExpired(const QString &accountId, const Core::Credential &refused, const Core::Error &error);
    void resumeIfRenewed(const QString &accountId, std::function<void()> otherwise);
    void dropRemovedAccounts();
    [[nodiscard]] bool hasAnyOf(const QString &accountId) const;
    [[nodiscard]] QList<StopRun *> runsOf(const QString &accountId) const;
    void onSettled(const StopResult &result);
    //! What became of a task is in the book: says so, and that it is over.
    void conclude(const StopResult &result);

    Accounts &m_accounts;
    Dispatcher &m_dispatcher;
    Storage::Journal &m_journal;
    TaskBook &m_book;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    ConfirmationRounds *m_rounds;
    struct Expired
    {
        Core::Credential credential;
        Core::Error error;
    };
    QHash<QString, Core::Credential> m_refused; //!< by account: paused because of this credential
    QHash<QString, Expired> m_expired; //!< by account: Stops that do not wait are not sent with this one
    // A few at a time: a thousand take a while.
    std::deque<std::shared_ptr<Wish>> m_wishes; //!< to be marked, then journaled
    std::deque<Journaled> m_journaled; //!< whose runs are to begin
    QSet<Core::TaskKey> m_calledOff; //!< before their runs began
    QHash<Core::TaskKey, StopRun *> m_runs; //!< null until the run begins, after the intent's commit
    bool m_isFinishing = false;
};

//! Writes how a Stop ended into the task that it was for.
void recordOutcome(Core::PushTask &task, const StopResult &result, const QDateTime &now);

} // namespace Service
