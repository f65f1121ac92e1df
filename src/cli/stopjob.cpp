// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stopjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/report.h"
#include "config/settings.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/recovery.h"
#include "service/stopservice.h"

#include <QTimer>

#include <algorithm>

namespace Cli {

StopJob::StopJob(const Service::Services &services, Output &output, Command command,
                 QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
    , m_report(output, m_command.isJson, m_command.taskIds)
{
}

void StopJob::start()
{
    chooseAccount(m_command.account, m_environment, m_services.accounts, this,
                  [this](const Core::Result<Core::Account> &account) {
                      if (m_isEnded) {
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

void StopJob::begin(const Core::Account &account)
{
    QList<Core::TaskKey> keys;
    keys.reserve(m_command.taskIds.size());
    for (const Core::TaskId &id : m_command.taskIds) {
        keys.append({account.id, m_command.sdkAppId, id});
    }
    m_open = QSet<Core::TaskKey>(keys.cbegin(), keys.cend());
    connect(&m_services.stops, &Service::StopService::settled, this, &StopJob::onSettled);
    connect(&m_services.dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 seconds) { reportClockOffset(m_output, seconds); });
    m_report.begin();
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
    if (m_isEnded || !m_open.remove(result.task)) {
        return;
    }
    m_tally.add(result.outcome);
    m_report.add(result);
    if (m_open.isEmpty()) {
        end(m_isInterrupted ? ExitOpen : m_tally.code());
    }
}

void StopJob::interrupt()
{
    if (m_isEnded) {
        return;
    }
    const bool hasBegun = !m_open.isEmpty();
    if (!hasBegun) {
        m_report.begin();
    }
    if (m_isInterrupted || !hasBegun) {
        giveUp(hasBegun ? Core::StopOutcome::Unknown : Core::StopOutcome::NotSent);
        return;
    }
    m_isInterrupted = true;
    m_services.recovery.cancel();
    m_services.stops.finish(graceMs);
    QTimer::singleShot(graceMs + 500, this, [this] { giveUp(Core::StopOutcome::Unknown); });
}

void StopJob::giveUp(Core::StopOutcome outcome)
{
    if (m_isEnded) {
        return;
    }
    for (const Core::TaskId &id : std::as_const(m_command.taskIds)) {
        const auto isOfId = [&id](const Core::TaskKey &key) { return key.taskId == id; };
        if (outcome == Core::StopOutcome::NotSent || std::ranges::any_of(m_open, isOfId)) {
            Service::StopResult result;
            result.task = {{}, m_command.sdkAppId, id};
            result.outcome = outcome;
            result.error = Core::Error::of(Core::ErrorKind::Canceled);
            m_report.add(result);
        }
    }
    end(ExitOpen);
}

void StopJob::end(int exitCode)
{
    m_isEnded = true;
    m_report.end();
    QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
}

} // namespace Cli
