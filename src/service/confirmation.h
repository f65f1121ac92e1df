// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
#include "service/confirmationrounds.h"
#include "service/dispatcher.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Service {

//! What asking the service about a task came to.
struct ConfirmationVerdict
{
    //! Stopped: the service said STOPPED. TaskFailed: the task ended by error. DeadlinePassed: it was not
    //! STOPPED in time. CannotAsk: Describe is refused for good. Canceled: nothing may be asked any more.
    enum class Kind { Stopped, TaskFailed, DeadlinePassed, CannotAsk, Canceled };

    Kind kind = Kind::Canceled;
    Core::TaskStatus lastStatus = Core::TaskStatus::Unknown; //!< as the service last said
    std::optional<Core::Error> error; //!< of TaskFailed, CannotAsk, and the last one of DeadlinePassed
    bool isByList = false; //!< a list said it, which tells less than a Describe
    bool isLate = false; //!< lastStatus answers a question of Pace::lateMs or later
};

//! Asks with growing pauses until the task is STOPPED or the deadline has passed: by the rounds where many
//! wait, else by DescribeWhiteboardPush. A list that does not show the task proves nothing, and the
//! mainland's does not tell whether a task ended by error: Describe is asked then, and where that is refused
//! the list's word stands. The deadline does not run while a question waits in our own limiter. finished()
//! comes exactly once.
class Confirmation : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        //! A stop takes effect about 2 s after the call. Half the deadline at most, so that it is asked at
        //! all.
        int firstPauseMs = 1500;
        int deadlineMs = 60'000;
        int lateMs = 0; //!< after so long it is asked once more, and any answer to that ends it; 0: never
        bool asksOnce = false; //!< any answer to the first question ends it, and so does none
        bool isRoutine = false; //!< Describe is neither journaled nor logged
        bool waitsForNewToken = false; //!< false: an expired token ends it with CannotAsk
    };

    Confirmation(Dispatcher &dispatcher, ConfirmationRounds &rounds, const Core::Intent &intent,
                 const Core::Account &account, const Core::Credential &credential, const Pace &pace,
                 QObject *parent);

    void start();
    //! Goes on with another credential, at once if it waited for one.
    void resume(const Core::Account &account, const Core::Credential &credential);
    //! No new token will come: ends with CannotAsk if it waits for one, now or later.
    void expectNoToken();
    //! Asks nothing more; a question on the wire is given up.
    void cancel();

Q_SIGNALS:
    void taskAnswered(const Core::PushTask &task);
    //! Nothing is asked, and the deadline does not run, before resume().
    void tokenRefused(const Core::Error &error);
    void finished(const Service::ConfirmationVerdict &verdict);

private:
    void takeSeat();
    void leaveSeat();
    void ask();
    void askAlone();
    void askLate();
    void onAnswered(const Api::ApiAnswer &answer);
    void onTold(const Core::PushTask &listed, const QString &requestId);
    [[nodiscard]] bool isListSilentAboutErrors() const;
    void onListFailed(const Core::Error &error);
    void take(const Core::PushTask &answered);
    void holdDeadline();
    void runDeadline();
    [[nodiscard]] bool isHeldBy(const Core::Error &error);
    void pauseThenAsk();
    void finish(ConfirmationVerdict::Kind kind, const std::optional<Core::Error> &error = std::nullopt);

    Dispatcher &m_dispatcher;
    ConfirmationRounds &m_rounds;
    Core::Intent m_intent;
    Core::Account m_account;
    Core::Credential m_credential;
    Core::Credential m_askedWith; //!< of the question under way
    QPointer<RoundSeat> m_seat;
    QPointer<DispatchedCall> m_call;
    QTimer m_pause;
    QTimer m_deadline;
    QTimer m_late;
    int m_remainingMs; //!< of the deadline, while a question waits for its turn
    int m_nextPauseMs;
    int m_lateMs;
    int m_asked = 0;
    bool m_isLate = false;
    bool m_isAskedLate = false; //!< the question under way, or the last one
    bool m_asksOnce;
    bool m_isRoutine;
    bool m_waitsForNewToken;
    bool m_isInRound = false; //!< a list will tell
    bool m_isHeld = false; //!< waits for a new token
    bool m_isToldByList = false; //!< the last answer was a list's
    bool m_isUnlisted = false; //!< lists have no more to say of it: from then on only Describe is asked
    bool m_isFinished = false;
    std::optional<Core::PushTask> m_listedEnd; //!< as a list told it that does not tell of errors
    Core::TaskStatus m_lastStatus = Core::TaskStatus::Unknown;
    std::optional<Core::Error> m_lastError;
};

} // namespace Service
