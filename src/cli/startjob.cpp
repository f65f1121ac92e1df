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

#include <utility>

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
    m_accountId = account.id;
    // Every start finds out what an earlier run left open, and before anything is sent: it may have been
    // this.
    const auto onFound = [this](int, int openStarts) {
        m_openStarts = openStarts;
        if (openStarts > 0) {
            m_output.progress(tr("Finding out what became of an earlier start…"));
        }
        decide();
    };
    const auto onEarlier = [this](const Service::StartResult &earlier) {
        const bool mayRun =
            earlier.outcome == Core::StartOutcome::Started || earlier.outcome == Core::StartOutcome::Unknown;
        if (mayRun && earlier.roomId == m_command.startTemplate.roomId
            && earlier.task.sdkAppId == m_command.startTemplate.sdkAppId) {
            m_earlier.append(earlier);
        }
        --m_openStarts;
        decide();
    };
    const auto onFinished = [this] {
        m_openStarts = 0;
        decide();
    };
    if (m_command.isAnsweredYes) {
        send();
    } else {
        connect(&m_services.recovery, &Service::Recovery::found, this, onFound);
        connect(&m_services.recovery, &Service::Recovery::startSettled, this, onEarlier);
        connect(&m_services.recovery, &Service::Recovery::finished, this, onFinished);
    }
    m_services.recovery.start(m_command.deadlineMs.value_or(Service::StartOptions().searchDeadlineMs));
}

//! Once all is known of earlier Starts: two for one room cost twice.
void StartJob::decide()
{
    if (m_isEnded || m_startId != 0 || m_openStarts != 0) {
        return;
    }
    m_output.progress({});
    if (m_earlier.isEmpty()) {
        send();
        return;
    }
    for (const Service::StartResult &earlier : std::as_const(m_earlier)) {
        m_output.note(tr("An earlier start: %1").arg(startLine(earlier)));
    }
    m_output.note(tr("Nothing was sent, since two tasks in one room cost twice. Look whether that one runs; "
                     "with --yes another one is started all the same."));
    Service::StartResult result;
    result.task.sdkAppId = m_command.startTemplate.sdkAppId;
    result.roomId = m_command.startTemplate.roomId;
    result.outcome = Core::StartOutcome::NotSent;
    report(result);
}

void StartJob::send()
{
    Service::StartOptions options;
    options.searchDeadlineMs = m_command.deadlineMs.value_or(options.searchDeadlineMs);
    m_startId =
        m_services.starts.start(m_accountId, withSecrets(m_command.startTemplate, m_environment), options);
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
    const QString advice = m_earlier.isEmpty() ? Text::remedy(result.outcome) : QString();
    if (!advice.isEmpty() && !m_command.isJson) {
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
