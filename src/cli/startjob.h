// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "service/services.h"
#include "service/startresult.h"

#include <QProcessEnvironment>

namespace Core {
struct Account;
}

namespace Cli {

class Output;

//! start: one task, from a template and the environment's secrets.
class StartJob final : public Job
{
    Q_OBJECT
public:
    StartJob(const Service::Services &services, Output &output, Command command,
             QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void begin(const Core::Account &account);
    void decide();
    void send();
    void report(const Service::StartResult &result);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    QString m_accountId;
    int m_openStarts = -1; //!< of earlier runs, still to be found out; -1: not known yet how many
    QList<Service::StartResult> m_earlier; //!< of the same room, which began a task or may have
    qint64 m_startId = 0;
    bool m_isInterrupted = false;
    bool m_isEnded = false;
};

//! One line for people: how a Start ended, with the ids there are.
[[nodiscard]] QString startLine(const Service::StartResult &result);

} // namespace Cli
