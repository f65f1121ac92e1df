// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/taskview.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/taskbook.h"

#include <QTimer>

#include <algorithm>

namespace Cli {

namespace {

[[nodiscard]] bool isOlder(const Core::PushTask &a, const Core::PushTask &b)
{
    return a.addedAt != b.addedAt ? a.addedAt < b.addedAt : a.key.taskId < b.key.taskId;
}

} // namespace

ListJob::ListJob(const Service::Services &services, Output &output, Command command,
                 QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
{
}

void ListJob::start()
{
    if (m_command.isTracked) {
        startTracked();
        return;
    }
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    chooseAccount(m_command.account, m_environment, m_services.accounts, this,
                  [this](const Core::Result<Core::Account> &account) {
                      if (m_isEnded) {
                          return;
                      }
                      if (account) {
                          ask(*account);
                      } else {
                          refuse(account.error(), exitCodeBeforeSending(account.error()));
                      }
                  });
}

void ListJob::ask(const Core::Account &account)
{
    m_services.sync.list(account.id, m_command.sdkAppId, this,
                         [this](const Core::Result<Service::TaskListing> &listing) {
                             if (m_isEnded) {
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
    if (m_command.isJson) {
        for (const Core::PushTask &task : listing.tasks) {
            m_output.object(taskRecord(task));
        }
    } else {
        const QStringList lines = taskTable(listing.tasks);
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
            || (account && task.key.accountId != account->id);
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

void ListJob::interrupt()
{
    m_services.dispatcher.close();
    end(ExitOpen);
}

void ListJob::refuse(const Core::Error &error, int exitCode)
{
    reportError(m_output, error);
    end(exitCode);
}

void ListJob::end(int exitCode)
{
    if (!m_isEnded) {
        m_isEnded = true;
        QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
    }
}

} // namespace Cli
