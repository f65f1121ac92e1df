// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "cli/stopreport.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QProcessEnvironment>
#include <QSet>

namespace Cli {

//! stop: one result for each TaskId of the command, as each ends.
class StopJob final : public Job
{
    Q_OBJECT
public:
    StopJob(const Service::Services &services, Output &output, Command command,
            QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void begin(const Core::Account &account);
    void onSettled(const Service::StopResult &result);
    //! What is not settled yet is said to stand as `outcome`.
    void giveUp(Core::StopOutcome outcome);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    StopReport m_report;
    QSet<Core::TaskKey> m_open;
    ExitTally m_tally;
    bool m_isInterrupted = false;
    bool m_isEnded = false;
};

} // namespace Cli
