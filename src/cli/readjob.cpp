// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/readjob.h"

#include "cli/accountchoice.h"
#include "cli/output.h"
#include "cli/report.h"
#include "service/dispatcher.h"

#include <QTimer>

#include <utility>

namespace Cli {

ReadJob::ReadJob(const Service::Services &services, Output &output, Command command,
                 QProcessEnvironment environment, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
    , m_environment(std::move(environment))
{
}

void ReadJob::start()
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
                      } else {
                          refuse(account.error(), exitCodeBeforeSending(account.error()));
                      }
                  });
}

void ReadJob::interrupt()
{
    m_services.dispatcher.close();
    end(ExitOpen);
}

void ReadJob::refuse(const Core::Error &error, int exitCode)
{
    reportError(m_output, error);
    end(exitCode);
}

void ReadJob::end(int exitCode)
{
    if (!std::exchange(m_isEnded, true)) {
        QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
    }
}

} // namespace Cli
