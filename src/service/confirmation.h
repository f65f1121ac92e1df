// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"
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
};

//! Asks DescribeWhiteboardPush with growing pauses until the task is STOPPED or the deadline has passed. The
//! deadline does not run while a question waits in our own limiter. finished() comes exactly once.
class Confirmation : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        int firstPauseMs = 1500; //!< a stop takes effect about 2 s after the call
        int deadlineMs = 60'000;
    };

    Confirmation(Dispatcher &dispatcher, const Core::Intent &intent, const Core::Account &account,
                 const Core::Credential &credential, const Pace &pace, QObject *parent);

    void start();
    //! Asks nothing more; a question on the wire is given up.
    void cancel();

Q_SIGNALS:
    void taskAnswered(const Core::PushTask &task);
    void finished(const Service::ConfirmationVerdict &verdict);

private:
    void ask();
    void onAnswered(const Api::ApiAnswer &answer);
    void pauseThenAsk();
    void finish(ConfirmationVerdict::Kind kind, const std::optional<Core::Error> &error = std::nullopt);

    Dispatcher &m_dispatcher;
    Core::Intent m_intent;
    Core::Account m_account;
    Core::Credential m_credential;
    QPointer<DispatchedCall> m_call;
    QTimer m_pause;
    QTimer m_deadline;
    int m_remainingMs; //!< of the deadline, while a question waits for its turn
    int m_nextPauseMs;
    int m_asked = 0;
    bool m_isFinished = false;
    Core::TaskStatus m_lastStatus = Core::TaskStatus::Unknown;
    std::optional<Core::Error> m_lastError;
};

} // namespace Service
