// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "cli/stopreport.h"
#include "cli/terminal.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QHash>
#include <QProcessEnvironment>

#include <optional>

namespace Service {
struct TaskListing;
}

namespace Cli {

//! stop: one result for each TaskId of the command, or each task found running, as each ends.
class StopJob final : public Job
{
    Q_OBJECT
public:
    StopJob(const Service::Services &services, Output &output, Command command,
            QProcessEnvironment environment, Terminal terminal, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void findRunning(const Core::Account &account);
    void onFound(const Core::Account &account, const Service::TaskListing &listing);
    void askWhether(const Core::Account &account, const QList<Core::PushTask> &tasks);
    void begin(const Core::Account &account);
    void onSettled(const Service::StopResult &result);
    //! What is not settled yet is said to be unknown, or not sent where it never left.
    void giveUp();
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    const Terminal m_terminal;
    std::optional<StopReport> m_report; //!< once it is known what is to be stopped
    QHash<Core::TaskId, Service::StopProgress> m_open; //!< not settled yet, and how far they came
    qint64 m_beganAtMs = 0; //!< by the monotonic clock
    ExitTally m_tally;
    bool m_isListCut = false; //!< more tasks may be running than were listed
    bool m_isInterrupted = false;
    bool m_isEnded = false;
};

} // namespace Cli
