// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tasksync.h"

#include "api/taskapi.h"
#include "core/background.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/stopresult.h"
#include "service/taskbook.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Service {

namespace {

constexpr qint64 mostListedTasks = 50'000; // a service that never stops paging is not believed

} // namespace

//! The pages of one list, so far.
struct TaskSync::Pages
{
    QString accountId;
    Core::SdkAppId sdkAppId;
    Manner manner;
    qint64 itemsSeen = 0; //!< also those that were no tasks of ours
    TaskListing listing = {};
};

TaskSync::TaskSync(Accounts &accounts, Dispatcher &dispatcher, TaskBook &book, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_dispatcher(dispatcher)
    , m_book(book)
{
    connect(&m_book, &TaskBook::tasksRemoved, this, [this](const QList<Core::TaskKey> &tasks) {
        for (const Core::TaskKey &task : tasks) {
            m_described.remove(task);
        }
    });
}

void TaskSync::refresh(const QList<Core::TaskKey> &tasks)
{
    for (const Core::TaskKey &task : tasks) {
        show(task, this, [this, task](const Core::Result<Core::PushTask> &answer) {
            if (answer) {
                Q_EMIT refreshed(task);
            } else {
                Q_EMIT refreshFailed(task, answer.error());
            }
        });
    }
}

void TaskSync::show(const Core::TaskKey &task, QObject *context, Callback<Core::PushTask> done)
{
    describe(task, Manner::Asked, context, std::move(done));
}

void TaskSync::peek(const Core::TaskKey &task, QObject *context, Callback<Core::PushTask> done)
{
    describe(task, Manner::Routine, context, std::move(done));
}

void TaskSync::describe(const Core::TaskKey &task, Manner manner, QObject *context,
                        Callback<Core::PushTask> done)
{
    const Api::ApiRequest request = Api::makeDescribe(task.sdkAppId, task.taskId);
    read(task.accountId, request, manner, context,
         [this, task, done = std::move(done)](const Api::ApiAnswer &answer) {
             Core::Result<Core::PushTask> shown =
                 answer.response
                     .and_then(
                         [&task](const QJsonObject &response) { return Api::parseTaskReply(response, task); })
                     .map([](const Api::TaskReply &reply) { return reply.task; });
             if (!shown && shown.error().isApiCode(u"FailedOperation.WhiteboardPush")) {
                 Core::PushTask failedTask;
                 failedTask.status = Core::TaskStatus::Stopped;
                 failedTask.taskErrorCode = shown.error().apiCode;
                 failedTask.taskErrorMessage = shown.error().apiMessage;
                 shown = failedTask;
             }
             if (shown) {
                 shown->key = task;
                 shown->refreshedAt = QDateTime::currentDateTimeUtc();
                 m_book.applyAnswer({*shown});
                 if (const Core::PushTask *const tracked = m_book.find(task)) {
                     m_described.insert(task);
                     if (tracked->hasBackupLeftRunning()) {
                         checkBackup(task);
                     }
                 }
             }
             done(shown);
         });
}

QSet<Core::SdkAppId> TaskSync::applicationsOf(const Core::Account &account) const
{
    QSet<Core::SdkAppId> applications(account.sdkAppIds.cbegin(), account.sdkAppIds.cend());
    for (const Core::PushTask &task : m_book.byKey()) {
        if (task.key.accountId == account.id) {
            applications.insert(task.key.sdkAppId);
        }
    }
    return applications;
}

QList<Core::SdkAppId> TaskSync::listsOf(const Core::Account &account) const
{
    if (account.endpoint.edition != Core::Edition::Mainland) {
        return {Core::SdkAppId()};
    }
    QList<Core::SdkAppId> applications = applicationsOf(account).values();
    std::ranges::sort(applications);
    return applications;
}

QList<Core::PushTask> TaskSync::runningOf(const Core::Account &account, const TaskListing &listing) const
{
    const bool isAny = account.sdkAppIds.isEmpty();
    const QSet<Core::SdkAppId> wanted = applicationsOf(account);
    QList<Core::PushTask> running;
    std::ranges::copy_if(listing.tasks, std::back_inserter(running), [&](const Core::PushTask &task) {
        return task.isRunning() && (isAny || wanted.contains(task.key.sdkAppId));
    });
    return running;
}

void TaskSync::list(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
                    Callback<TaskListing> done)
{
    listAll(accountId, sdkAppId, Manner::Asked, context, std::move(done));
}

void TaskSync::poll(const QString &accountId, Core::SdkAppId sdkAppId, QObject *context,
                    Callback<TaskListing> done)
{
    listAll(accountId, sdkAppId, Manner::Routine, context, std::move(done));
}

void TaskSync::listAll(const QString &accountId, Core::SdkAppId sdkAppId, Manner manner, QObject *context,
                       Callback<TaskListing> done)
{
    const std::optional<Core::Account> account = m_accounts.byId(accountId);
    if (account && account->endpoint.edition == Core::Edition::Mainland) {
        listPage({accountId, sdkAppId, manner}, context, std::move(done));
        return;
    }
    const auto parsed = [accountId, sdkAppId](const QJsonObject &response) {
        return Api::parseSearchReply(response, accountId).map([sdkAppId](Api::TaskPage page) {
            TaskListing listing;
            listing.total = page.total;
            listing.isComplete = page.tasks.size() + page.skipped >= page.total;
            listing.tasks = std::move(page.tasks);
            if (sdkAppId.isValid()) {
                listing.tasks.removeIf(
                    [sdkAppId](const Core::PushTask &task) { return task.key.sdkAppId != sdkAppId; });
            }
            return listing;
        });
    };
    read(accountId, Api::makeSearch(), manner, context,
         [context, parsed, done = std::move(done)](const Api::ApiAnswer &answer) {
             if (!answer.response) {
                 done(Core::failure(answer.response.error()));
                 return;
             }
             Core::inBackground<Core::Result<TaskListing>>(
                 context, [parsed, response = *answer.response] { return parsed(response); }, done);
         });
}

void TaskSync::listPage(const Pages &pages, QObject *context, Callback<TaskListing> done)
{
    const Api::ApiRequest request =
        Api::makeRunningTasks(pages.sdkAppId, pages.itemsSeen, Api::largestTaskPage);
    read(pages.accountId, request, pages.manner, context,
         [this, pages, context, done = std::move(done)](const Api::ApiAnswer &answer) {
             const auto page = answer.response.and_then([&pages](const QJsonObject &response) {
                 return Api::parseRunningTasksReply(response, pages.accountId);
             });
             if (!page) {
                 done(Core::failure(page.error()));
                 return;
             }
             Pages next = pages;
             const qint64 items = page->tasks.size() + page->skipped;
             next.itemsSeen += items;
             next.listing.tasks.append(page->tasks);
             next.listing.total = page->total;
             if (items == 0 || next.itemsSeen >= page->total || next.itemsSeen >= mostListedTasks) {
                 next.listing.isComplete = next.itemsSeen >= page->total;
                 done(next.listing);
                 return;
             }
             listPage(next, context, done);
         });
}

void TaskSync::checkBackup(const Core::TaskKey &mainTask)
{
    const Core::PushTask *const task = m_book.find(mainTask);
    const auto backupId = task == nullptr
        ? Core::failure(Core::Error::invalidInput(QStringLiteral("not tracked")))
        : Core::TaskId::parse(task->backup.taskId);
    if (!backupId) {
        return;
    }
    const Api::ApiRequest request = Api::makeDescribe(mainTask.sdkAppId, *backupId);
    const Core::TaskKey backupKey{mainTask.accountId, mainTask.sdkAppId, *backupId};
    read(mainTask.accountId, request, Manner::Asked, this,
         [this, mainTask, backupKey](const Api::ApiAnswer &answer) {
             const auto reply = answer.response.and_then([&backupKey](const QJsonObject &response) {
                 return Api::parseTaskReply(response, backupKey);
             });
             const bool hasFailed = !reply && reply.error().isApiCode(u"FailedOperation.WhiteboardPush");
             const bool isGone = !reply && reply.error().isApiCode(u"InvalidParameter.TaskNotFound");
             // Else the log has it, and the row goes on saying that the backup is not known to have stopped.
             if (reply || hasFailed || isGone) {
                 m_book.change(mainTask, [&reply, hasFailed, isGone](Core::PushTask &tracked) {
                     tracked.backup.status = reply ? reply->task.status
                         : hasFailed               ? Core::TaskStatus::Stopped
                                                   : Core::TaskStatus::Unknown;
                     tracked.backup.isGone = isGone;
                 });
             }
             Q_EMIT backupChecked(mainTask);
         });
}

void TaskSync::followUp(const StopResult &result)
{
    const Core::PushTask *const task = m_book.find(result.task);
    if (task == nullptr) {
        return;
    }
    if (result.outcome == Core::StopOutcome::AlreadyStopped) {
        refresh({result.task}); // when and why it ended, which the refusal did not say
    } else if (result.isConfirmedByList && !m_described.contains(result.task)) {
        refresh({result.task}); // nobody asked yet whether it has a backup
    } else if (task->hasBackupLeftRunning()) {
        checkBackup(result.task);
    }
}

void TaskSync::read(const QString &accountId, const Api::ApiRequest &request, Manner manner, QObject *context,
                    std::function<void(const Api::ApiAnswer &)> done)
{
    const bool isRoutine = manner == Manner::Routine;
    if (!isRoutine) {
        Q_EMIT underWayChanged(++m_underWay);
    }
    // An asker that dies must not leave the count up: this object takes the answer and hands it on.
    const QPointer<QObject> asker(context);
    const auto deliver = [this, isRoutine, asker, done = std::move(done)](const Api::ApiAnswer &answer) {
        if (!isRoutine) {
            Q_EMIT underWayChanged(--m_underWay);
        }
        if (asker) {
            done(answer);
        }
    };
    m_accounts.credential(
        accountId, this,
        [this, accountId, request, isRoutine, deliver](const Core::Result<Core::Credential> &credential) {
            const std::optional<Core::Account> account = m_accounts.byId(accountId);
            if (!credential || !account) {
                Api::ApiAnswer answer;
                answer.response =
                    Core::failure(credential ? Core::Error::of(Core::ErrorKind::NoCredential, accountId)
                                             : credential.error());
                deliver(answer);
                return;
            }
            Order order;
            order.request = request;
            order.account = *account;
            order.credential = *credential;
            order.priority = Api::Priority::Background;
            order.isRoutine = isRoutine;
            order.isRepeated = !isRoutine; // the next round is the next try
            DispatchedCall *const call = m_dispatcher.send(order, this);
            connect(call, &DispatchedCall::finished, this, deliver);
        });
}

} // namespace Service
