// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/startjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/startinput.h"
#include "config/settings.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Cli {

StartJob::StartJob(const Service::Services &services, Output &output, Command command,
                   QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
{
}

void StartJob::start()
{
    chooseAccount(m_command.account, m_environment, m_services.accounts, this,
                  [this](const Core::Result<Core::Account> &account) {
                      if (m_isEnded) {
                          return;
                      }
                      if (account && account->isReadOnly) {
                          reportError(m_output,
                                      Core::Error::of(Core::ErrorKind::ReadOnlyAccount, account->name));
                          end(ExitFailed);
                          return;
                      }
                      if (account) {
                          begin(*account);
                          return;
                      }
                      reportError(m_output, account.error());
                      end(exitCodeBeforeSending(account.error()));
                  });
}

void StartJob::begin(const Core::Account &account)
{
    const Core::PushStart wanted = withSecrets(m_command.startTemplate, m_environment);
    const QStringList problems = problemsOf(wanted, account.endpoint.edition);
    if (!problems.isEmpty()) {
        for (const QString &problem : problems) {
            m_output.note(problem);
        }
        end(ExitUsage);
        return;
    }
    connect(&m_services.starts, &Service::StartService::settled, this,
            [this](const Service::StartResult &result) {
                if (!m_isEnded && result.startId == m_startId) {
                    report(result);
                }
            });
    connect(&m_services.starts, &Service::StartService::sought, this,
            [this] { m_output.progress(tr("No answer says whether it was started; looking for it…")); });
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    Service::StartOptions options;
    options.searchDeadlineMs = m_command.deadlineMs.value_or(options.searchDeadlineMs);
    m_startId = m_services.starts.start(account.id, wanted, options);
    // Every start finds out what an earlier run left open.
    m_services.recovery.start(options.searchDeadlineMs);
}

void StartJob::report(const Service::StartResult &result)
{
    m_output.progress({});
    if (m_command.isJson) {
        m_output.object(startRecord(result));
    } else {
        m_output.line(startLine(result));
    }
    if (result.error && !m_command.isJson) {
        reportError(m_output, *result.error);
    }
    if (const QString advice = Text::remedy(result.outcome); !advice.isEmpty() && !m_command.isJson) {
        m_output.note(advice);
    }
    ExitTally tally;
    tally.add(result.outcome);
    end(m_isInterrupted && result.outcome != Core::StartOutcome::Started ? ExitOpen : tally.code());
}

void StartJob::interrupt()
{
    if (m_isEnded) {
        return;
    }
    if (m_startId == 0 || m_isInterrupted) {
        Service::StartResult result;
        result.task.sdkAppId = m_command.startTemplate.sdkAppId;
        result.roomId = m_command.startTemplate.roomId;
        result.outcome = m_startId == 0 ? Core::StartOutcome::NotSent : Core::StartOutcome::Unknown;
        result.error = Core::Error::of(Core::ErrorKind::Canceled);
        m_isInterrupted = true;
        report(result);
        return;
    }
    m_isInterrupted = true;
    m_services.recovery.cancel();
    m_services.starts.finish(graceMs);
    QTimer::singleShot(endMs, this, &StartJob::interrupt);
}

void StartJob::end(int exitCode)
{
    m_isEnded = true;
    QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
}

QString startLine(const Service::StartResult &result)
{
    QStringList facts{StartJob::tr("Room %1: %2", "room, outcome")
                          .arg(QString::number(result.roomId), Text::word(result.outcome))};
    if (!result.task.taskId.isEmpty()) {
        facts.append(u"TaskId "_s + result.task.taskId.toString());
    }
    if (!result.backupTaskId.isEmpty()) {
        facts.append(StartJob::tr("backup %1").arg(result.backupTaskId));
    }
    if (!result.requestId.isEmpty()) {
        facts.append(u"RequestId "_s + result.requestId);
    }
    return Text::joinedClauses(facts);
}

} // namespace Cli
