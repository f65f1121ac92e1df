// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/credential.h"
#include "core/error.h"
#include "core/pushtask.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace Service {

class Dispatcher;
class ListRound;

//! The place of one confirmation in the rounds of its account. Destroying it is as good as leave().
class RoundSeat : public QObject
{
    Q_OBJECT
public:
    ~RoundSeat() override;
    //! Takes part in the next round: told(), notTold() or failed() follows. False: too few tasks wait for
    //! that to pay, or the list is of no use here; then the asker asks for its task alone.
    [[nodiscard]] bool ask();
    //! Gives the place up; nothing comes any more. Deletes itself.
    void leave();
    [[nodiscard]] const Core::TaskKey &task() const { return m_task; }

Q_SIGNALS:
    //! A list is about to be asked for: who asks now is answered by it too.
    void aboutToBegin();
    void waiting(); //!< the question waits for its turn in the limiter
    void leaving();
    //! How the list shows the task. Comes unasked too, where the list shows it as stopped.
    void told(const Core::PushTask &task, const QString &requestId);
    void notTold(); //!< the list does not show it, or showed a part only: that says nothing of the task
    void failed(const Core::Error &error); //!< there was no list

private:
    friend class ConfirmationRounds;
    RoundSeat(ListRound *round, const Core::TaskKey &task, QObject *parent);

    QPointer<ListRound> m_round;
    Core::TaskKey m_task;
};

//! Confirms many tasks by few questions: while several of one account wait, the edition's list call answers
//! them all, once a second. DescribeWhiteboardPushSearch tells of all applications of an account,
//! DescribeRunningTasks of one. UI thread.
class ConfirmationRounds : public QObject
{
    Q_OBJECT
public:
    explicit ConfirmationRounds(Dispatcher &dispatcher, QObject *parent = nullptr);

    //! A seat for a task that waits, a child of `parent`.
    [[nodiscard]] RoundSeat *join(const Core::TaskKey &task, const Core::Account &account,
                                  const Core::Credential &credential, QObject *parent);

private:
    Dispatcher &m_dispatcher;
    QHash<QString, QPointer<ListRound>> m_rounds; //!< our children; each goes with its last seat
};

} // namespace Service
