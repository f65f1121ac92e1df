// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listjob.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/taskview.h"
#include "service/accounts.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <algorithm>
#include <utility>

namespace Cli {

namespace {

[[nodiscard]] bool isOlder(const Core::PushTask &a, const Core::PushTask &b)
{
    return a.addedAt != b.addedAt ? a.addedAt < b.addedAt : a.key.taskId < b.key.taskId;
}

} // namespace

void ListJob::start()
{
    if (m_command.isTracked) {
        startTracked();
    } else {
        ReadJob::start();
    }
}

void ListJob::ask(const Core::Account &account)
{
    m_services.sync.list(account.id, m_command.sdkAppId, this,
                         [this](const Core::Result<Service::TaskListing> &listing) {
                             if (isEnded()) {
                                 return;
                             }
                             if (listing) {
                                 say(*listing);
                                 end(ExitDone);
                             } else {
                                 refuse(listing.error(), ExitFailed);
                             }
                         });
}

void ListJob::say(const Service::TaskListing &listing)
{
    QList<Core::PushTask> tasks = listing.tasks;
    if (m_command.isRunningOnly) {
        tasks.removeIf([](const Core::PushTask &task) { return !task.isRunning(); });
    }
    if (m_command.isJson) {
        for (const Core::PushTask &task : std::as_const(tasks)) {
            m_output.object(taskRecord(task));
        }
    } else {
        const QStringList lines = taskTable(tasks);
        for (const QString &line : lines) {
            m_output.line(line);
        }
    }
    if (!listing.isComplete) {
        m_output.note(tr("The service knows of more tasks than it lists (%1 in all).").arg(listing.total));
    }
}

void ListJob::startTracked()
{
    const QString &profile = m_command.account.profile;
    if (!profile.isEmpty() && !m_services.accounts.byName(profile)) {
        refuse(Core::Error::of(Core::ErrorKind::NoCredential,
                               tr("There is no profile \"%1\".").arg(profile.left(80))),
               ExitNoCredential);
        return;
    }
    connect(&m_services.book, &Service::TaskBook::loaded, this, [this] {
        sayTracked();
        end(ExitDone);
    });
    connect(&m_services.book, &Service::TaskBook::storageFailed, this,
            [this](const Core::Error &error) { refuse(error, ExitFailed); });
    m_services.book.load();
}

void ListJob::sayTracked()
{
    QList<Core::PushTask> tasks = m_services.book.tasks();
    const std::optional<Core::Account> account = m_services.accounts.byName(m_command.account.profile);
    tasks.removeIf([this, &account](const Core::PushTask &task) {
        return (m_command.sdkAppId.isValid() && task.key.sdkAppId != m_command.sdkAppId)
            || (account && task.key.accountId != account->id)
            || (m_command.isRunningOnly && !task.isRunning());
    });
    std::ranges::sort(tasks, isOlder);
    if (m_command.isJson) {
        for (const Core::PushTask &task : std::as_const(tasks)) {
            m_output.object(trackedRecord(task, accountName(task.key.accountId)));
        }
        return;
    }
    const QStringList lines = trackedTable(tasks, [this](const QString &id) { return accountName(id); });
    for (const QString &line : lines) {
        m_output.line(line);
    }
}

QString ListJob::accountName(const QString &accountId) const
{
    const auto account = m_services.accounts.byId(accountId);
    return account ? account->name : accountId;
}

} // namespace Cli
