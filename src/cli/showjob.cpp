// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/showjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/taskview.h"
#include "service/dispatcher.h"
#include "service/tasksync.h"

#include <QTimer>

namespace Cli {

ShowJob::ShowJob(const Service::Services &services, Output &output, Command command,
                 QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
{
}

void ShowJob::start()
{
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    chooseAccount(m_command.account, m_environment, m_services.accounts, this,
                  [this](const Core::Result<Core::Account> &account) {
                      if (m_isEnded) {
                          return;
                      }
                      if (account) {
                          ask(*account);
                          return;
                      }
                      reportError(m_output, account.error());
                      end(exitCodeBeforeSending(account.error()));
                  });
}

void ShowJob::ask(const Core::Account &account)
{
    const Core::TaskKey key{account.id, m_command.sdkAppId, m_command.taskIds.constFirst()};
    m_services.sync.show(key, this, [this, key](const Core::Result<Core::PushTask> &task) {
        if (!m_isEnded) {
            say(key, task);
            end(task ? ExitDone : ExitFailed);
        }
    });
}

void ShowJob::say(const Core::TaskKey &key, const Core::Result<Core::PushTask> &task)
{
    if (m_command.isJson) {
        m_output.object(task ? taskRecord(*task) : taskFailureRecord(key, task.error()));
        return;
    }
    if (!task) {
        reportError(m_output, task.error());
        return;
    }
    const QStringList lines = taskSheet(*task);
    for (const QString &line : lines) {
        m_output.line(line);
    }
}

void ShowJob::interrupt()
{
    m_services.dispatcher.close();
    end(ExitOpen);
}

void ShowJob::end(int exitCode)
{
    if (!m_isEnded) {
        m_isEnded = true;
        QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
    }
}

} // namespace Cli
