// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "cli/stopreport.h"
#include "core/journal.h"
#include "service/services.h"
#include "service/startresult.h"
#include "service/stopresult.h"

#include <QProcessEnvironment>

#include <optional>

namespace Cli {

class Output;

//! recover: finds out what became of every Stop and Start that was left without an outcome, and names the
//! Stops that had no effect, whoever left them. Only asks.
class RecoverJob final : public Job
{
    Q_OBJECT
public:
    RecoverJob(const Service::Services &services, Output &output, Command command,
               QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void onFound(int openStops, int openStarts);
    void onSettled(const Service::StopResult &result);
    void onStartSettled(const Service::StartResult &result);
    void onFailed(const Core::Error &error);
    void onFinished();
    void nameUnsent(const QList<Core::UnsentStop> &stops);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    std::optional<StopReport> m_report;
    ExitTally m_tally;
    bool m_hasFailed = false;
    bool m_isInterrupted = false;
    bool m_isEnded = false;
};

} // namespace Cli
