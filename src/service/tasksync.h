// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/pushtask.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace Api {
struct ApiAnswer;
struct ApiRequest;
} // namespace Api

namespace Service {

struct StopResult;
class Accounts;
class Dispatcher;
class TaskBook;

//! What a list call told.
struct TaskListing
{
    QList<Core::PushTask> tasks; //!< of the application asked for, or of all
    qint64 total = 0; //!< as the service counts them, other applications included where it lists those too
    bool isComplete = true; //!< false: the service knows more than it listed
};

//! Asks the service about tasks and writes the answers into the TaskBook. UI thread.
class TaskSync : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Callback = std::function<void(Core::Result<T>)>;

    TaskSync(Accounts &accounts, Dispatcher &dispatcher, TaskBook &book, QObject *parent = nullptr);

    //! DescribeWhiteboardPush for each. refreshed() or refreshFailed() for each.
    void refresh(const QList<Core::TaskKey> &tasks);
    //! One task, live. The answer is also written into the book if the task is tracked. A task that failed
    //! (FailedOperation.WhiteboardPush) is an answer: a task with taskErrorCode, status Stopped.
    void show(const Core::TaskKey &task, QObject *context, Callback<Core::PushTask> done);
    //! What to give to list() to see all that runs with an account, each list once: nothing in particular
    //! (an invalid one) in the international edition, whose list has all applications, in the mainland's each
    //! application that the account names or a tracked task is of, ascending. Empty: there is none to ask
    //! for.
    [[nodiscard]] QList<Core::SdkAppId> listsOf(const Core::Account &account) const;
    //! What runs of a listing, in the applications that the account names and those of its tracked tasks; in
    //! any where it names none.
    [[nodiscard]] QList<Core::PushTask> runningOf(const Core::Account &account,
                                                  const TaskListing &listing) const;
    //! The edition's list call, all pages; nothing is added to the book. An invalid `sdkAppId` asks for all
    //! applications, which the international edition alone can.
    void list(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
              Callback<TaskListing> done);
    //! As list(), for the automatic refresh: one try a page, with neither journal nor log nor a count in
    //! underWay().
    void poll(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
              Callback<TaskListing> done);
    //! As show(), in the same quiet way.
    void peek(const Core::TaskKey &task, QObject *context, Callback<Core::PushTask> done);
    //! Asks how the backup of a stopped task stands and writes it into the book; backupChecked() follows for
    //! a task that has one. A backup that the service does not know is gone: it counts as ended, and can be
    //! stopped all the same.
    void checkBackup(const Core::TaskKey &mainTask);
    //! What the outcome of a Stop leaves open about a tracked task: when it had ended, whether it has a
    //! backup (which lists do not tell) and how that stands.
    void followUp(const Service::StopResult &result);
    [[nodiscard]] int underWay() const { return m_underWay; }

Q_SIGNALS:
    void refreshed(const Core::TaskKey &task);
    void refreshFailed(const Core::TaskKey &task, const Core::Error &error);
    //! What the service said of this task's backup, if it said anything, is in the book.
    void backupChecked(const Core::TaskKey &mainTask);
    void underWayChanged(int requests);

private:
    enum class Manner { Asked, Routine };
    struct Pages;

    [[nodiscard]] QSet<Core::SdkAppId> applicationsOf(const Core::Account &account) const;
    void describe(const Core::TaskKey &task, Manner manner, QObject *context, Callback<Core::PushTask> done);
    void listAll(const QString &accountId, Core::SdkAppId sdkAppId, Manner manner, QObject *context,
                 Callback<TaskListing> done);
    void listPage(const Pages &pages, QObject *context, Callback<TaskListing> done);
    void read(const QString &accountId, const Api::ApiRequest &request, Manner manner, QObject *context,
              std::function<void(const Api::ApiAnswer &)> done);

    Accounts &m_accounts;
    Dispatcher &m_dispatcher;
    TaskBook &m_book;
    QSet<Core::TaskKey> m_described; //!< tracked ones of which, and of whose backups, a Describe told
    int m_underWay = 0;
};

} // namespace Service
