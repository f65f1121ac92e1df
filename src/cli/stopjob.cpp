// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stopjob.h"

#include "cli/accountchoice.h"
#include "cli/commandline.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/taskview.h"
#include "config/settings.h"
#include "core/clock.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/recovery.h"
#include "service/stopservice.h"
#include "service/tasksync.h"

#include <QTimer>

#include <utility>

namespace Cli {

StopJob::StopJob(const Service::Services &services, Output &output, Command command,
                 QProcessEnvironment environment, Terminal terminal, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
    , m_terminal(terminal)
{
}

void StopJob::start()
{
    if (m_command.isAllRunning && !m_command.isAnsweredYes && !m_terminal.canAsk) {
        reportUsage(
            m_output,
            Core::Error::invalidInput(tr("--all-running asks before it stops anything, and here is nobody "
                                         "to answer: give --yes to go ahead.")),
            wordOf(m_command.verb));
        end(ExitUsage);
        return;
    }
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
                          if (m_command.isAllRunning) {
                              findRunning(*account);
                          } else {
                              begin(*account);
                          }
                          return;
                      }
                      reportError(m_output, account.error());
                      end(exitCodeBeforeSending(account.error()));
                  });
}

void StopJob::findRunning(const Core::Account &account)
{
    m_services.sync.list(account.id, m_command.sdkAppId, this,
                         [this, account](const Core::Result<Service::TaskListing> &listing) {
                             if (m_isEnded) {
                                 return;
                             }
                             if (listing) {
                                 onFound(account, *listing);
                                 return;
                             }
                             reportError(m_output, listing.error());
                             end(ExitFailed);
                         });
}

void StopJob::onFound(const Core::Account &account, const Service::TaskListing &listing)
{
    m_isListCut = !listing.isComplete;
    if (m_isListCut) {
        m_output.note(tr("The service knows of more tasks than it lists (%1 in all): more may be running.")
                          .arg(listing.total));
    }
    QList<Core::PushTask> tasks;
    int ageless = 0;
    const QDateTime now = m_services.clock.nowUtc();
    for (const Core::PushTask &task : listing.tasks) {
        const QDateTime start = task.startTime.isValid() ? task.startTime : task.createTime;
        if (!task.isRunning()) {
            continue;
        }
        if (m_command.olderThanS > 0 && !start.isValid()) {
            ++ageless;
        } else if (m_command.olderThanS == 0 || start.secsTo(now) >= m_command.olderThanS) {
            tasks.append(task);
        }
    }
    if (ageless > 0) {
        m_output.note(
            tr("%n running task(s) left out: the service does not say since when.", nullptr, ageless));
    }
    if (tasks.isEmpty()) {
        m_output.note(m_command.olderThanS > 0 ? tr("No task has been running for so long.")
                                               : tr("No task is running."));
        end(m_isListCut || ageless > 0 ? ExitOpen : ExitDone);
        return;
    }
    m_isListCut = m_isListCut || ageless > 0;
    for (const Core::PushTask &task : std::as_const(tasks)) {
        m_command.taskIds.append(task.key.taskId);
    }
    if (m_command.isAnsweredYes) {
        begin(account);
    } else {
        askWhether(account, tasks);
    }
}

void StopJob::askWhether(const Core::Account &account, const QList<Core::PushTask> &tasks)
{
    const QStringList lines = watchTable(tasks, m_services.clock.nowUtc());
    for (const QString &line : lines) {
        m_output.note(line);
    }
    m_output.prompt(
        tr("Stop %n running task(s) of application %1? [y/N] ", nullptr, static_cast<int>(tasks.size()))
            .arg(m_command.sdkAppId.toString()));
    auto *const question = new YesOrNo(this);
    connect(question, &YesOrNo::answered, this, [this, account, question](bool isYes) {
        question->deleteLater();
        if (m_isEnded) {
            return;
        }
        if (isYes) {
            begin(account);
            return;
        }
        m_output.note(tr("Nothing was sent."));
        end(ExitOpen);
    });
}

void StopJob::begin(const Core::Account &account)
{
    QList<Core::TaskKey> keys;
    keys.reserve(m_command.taskIds.size());
    for (const Core::TaskId &id : m_command.taskIds) {
        keys.append({account.id, m_command.sdkAppId, id});
    }
    for (const Core::TaskKey &key : std::as_const(keys)) {
        m_open.insert(key.taskId, {});
    }
    m_beganAtMs = m_services.clock.monotonicMs();
    connect(&m_services.stops, &Service::StopService::progressed, this,
            [this](const Service::StopProgress &progress) {
                if (const auto open = m_open.find(progress.task.taskId); open != m_open.end()) {
                    *open = progress;
                }
            });
    connect(&m_services.stops, &Service::StopService::settled, this, &StopJob::onSettled);
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    m_report.emplace(m_output, m_command.isJson, m_command.taskIds);
    m_report->begin();
    Service::StopOptions options;
    options.waitsForConfirmation = m_command.waitsForConfirmation;
    options.confirmDeadlineMs = m_command.deadlineMs.value_or(m_services.settings.confirmDeadlineMs());
    m_services.stops.stop(keys, options);
    // Every start finds out what an earlier run left open; a Stop that does not wait leaves that to the next
    // one.
    if (m_command.waitsForConfirmation) {
        m_services.recovery.start(options.confirmDeadlineMs);
    }
}

void StopJob::onSettled(const Service::StopResult &result)
{
    if (m_isEnded || !m_open.remove(result.task.taskId)) {
        return;
    }
    m_tally.add(result.outcome);
    m_report->add(result);
    if (m_open.isEmpty()) {
        const ExitCode code = m_tally.code();
        end(m_isInterrupted || (m_isListCut && code == ExitDone) ? ExitOpen : code);
    }
}

void StopJob::interrupt()
{
    if (m_isEnded) {
        return;
    }
    if (m_open.isEmpty()) { // not begun yet
        m_services.dispatcher.close();
        m_report.emplace(m_output, m_command.isJson, m_command.taskIds);
        if (!m_command.taskIds.isEmpty()) {
            m_report->begin();
        }
        for (const Core::TaskId &id : std::as_const(m_command.taskIds)) {
            m_open.insert(id, {});
        }
        giveUp();
        return;
    }
    if (m_isInterrupted) {
        giveUp();
        return;
    }
    m_isInterrupted = true;
    m_services.recovery.cancel();
    m_services.stops.finish(graceMs);
    QTimer::singleShot(endMs, this, &StopJob::giveUp);
}

void StopJob::giveUp()
{
    if (m_isEnded) {
        return;
    }
    for (const Core::TaskId &id : std::as_const(m_command.taskIds)) {
        const auto open = m_open.constFind(id);
        if (open == m_open.cend()) {
            continue;
        }
        Service::StopResult result;
        result.task = {{}, m_command.sdkAppId, id};
        result.outcome = open->attempt == 0 ? Core::StopOutcome::NotSent : Core::StopOutcome::Unknown;
        result.error = Core::Error::of(Core::ErrorKind::Canceled);
        result.attempts = open->attempt;
        result.elapsedMs = m_beganAtMs == 0 ? 0 : m_services.clock.monotonicMs() - m_beganAtMs;
        result.lastStatus = open->lastStatus;
        m_report->add(result);
    }
    end(ExitOpen);
}

void StopJob::end(int exitCode)
{
    m_isEnded = true;
    if (m_report) {
        m_report->end();
    }
    QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
}

} // namespace Cli
