// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"
#include "core/journal.h"
#include "service/startresult.h"
#include "service/stopresult.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

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
class StartService;
class TaskBook;

//! Finds out what became of Stops and Starts that an earlier run left without outcome. Only reads: a Stop
//! that was sent and shows no effect ends notSent, and a person decides. UI thread.
class Recovery : public QObject
{
    Q_OBJECT
public:
    Recovery(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal, TaskBook &book,
             Core::LogStore &log, const Core::Clock &clock, StartService &starts, QObject *parent = nullptr);

    //! found(), then settled() or startSettled() for each intent that another run left open, then finished().
    //! Nothing is said of one that was found out elsewhere meanwhile.
    //! `deadlineMs` bounds the watching of each; a Stop that nobody saw accepted is watched for 8 s at least,
    //! else it could never be told from one on its way. What the window's own simulator left, which is gone,
    //! is settled without a word. Does nothing while one is under way.
    void start(int deadlineMs = 60'000);
    //! Looks into what is left unknown from then on, until nothing is, if `result` is: what this run left,
    //! and what start() found. After 30 s at first, later every 15 min if nothing is found out, and not at
    //! all for a task that the service does not know. Of what stays unknown it says nothing more: settled()
    //! comes when it is known.
    void followUp(const Service::StopResult &result);
    //! Does so now: neither found() nor finished() is said.
    void lookAgain();
    //! The pause before the next such look; 0: none will come.
    [[nodiscard]] int pauseMs() const { return m_again.isActive() ? m_again.interval() : 0; }
    //! The Stops of earlier days, and of commands beside this run, that had no effect: settled after `since`,
    //! but within the last seven days, and no later Stop followed. Empty where the journal cannot be read.
    //! What the window's own simulator left, which is gone, is not among them.
    void unsentStops(const QDateTime &since, QObject *context,
                     std::function<void(const QList<Core::UnsentStop> &)> done);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    //! Asks nothing more; what is not found out yet stays unknown. finished() follows.
    void cancel();

Q_SIGNALS:
    void found(int openStops, int openStarts);
    //! The outcome, or unknown where it could not be found out (no credentials, no answer).
    void settled(const Service::StopResult &result);
    void startSettled(const Service::StartResult &result); //!< likewise, of a Start
    void finished();
    void failed(const Core::Error &error); //!< the journal could not be read; finished() follows

private:
    enum class Manner {
        First, //!< of this run: a person is told
        Again,
    };

    void look(Manner manner, int deadlineMs);
    void lookInto(const QList<Core::OpenIntent> &open, int deadlineMs);
    void lookLater();
    void lookSooner(); //!< as there is news
    [[nodiscard]] bool isOfGoneSimulator(const Core::Intent &intent) const;
    void settleUnseen(const Core::OpenIntent &open);
    void end();
    void recover(const Core::OpenIntent &open, int deadlineMs);
    void watch(const Core::OpenIntent &open, const StopResult &soFar, const Core::Credential &credential,
               int deadlineMs);
    void settle(const Core::OpenIntent &open, const StopResult &found);
    void oneLess();

    Accounts &m_accounts;
    Dispatcher &m_dispatcher;
    Storage::Journal &m_journal;
    TaskBook &m_book;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    ConfirmationRounds *m_rounds;
    StartService &m_starts;
    QSet<qint64> m_openStarts; //!< being found out
    QSet<qint64> m_told; //!< intents of other runs that a first look reported
    qsizetype m_left = 0;
    Manner m_manner = Manner::First;
    QTimer m_again;
    QSet<qint64> m_notFound; //!< intents whose task the service does not know: not asked again in this run
    bool m_isRunning = false;
    bool m_isCanceled = false;
};

} // namespace Service
