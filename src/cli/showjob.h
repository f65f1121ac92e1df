// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "core/result.h"
#include "service/services.h"

#include <QProcessEnvironment>

namespace Cli {

class Output;

//! show: one task, as the service sees it now.
class ShowJob final : public Job
{
    Q_OBJECT
public:
    ShowJob(const Service::Services &services, Output &output, Command command,
            QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void ask(const Core::Account &account);
    void say(const Core::TaskKey &key, const Core::Result<Core::PushTask> &task);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    bool m_isEnded = false;
};

} // namespace Cli
