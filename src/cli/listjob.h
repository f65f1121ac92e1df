// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "service/services.h"
#include "service/tasksync.h"

#include <QProcessEnvironment>

namespace Cli {

class Output;

//! list: the tasks of an application as the service knows them, or those that are tracked here.
class ListJob final : public Job
{
    Q_OBJECT
public:
    ListJob(const Service::Services &services, Output &output, Command command,
            QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void ask(const Core::Account &account);
    void say(const Service::TaskListing &listing);
    void startTracked();
    void sayTracked();
    [[nodiscard]] QString accountName(const QString &accountId) const;
    void refuse(const Core::Error &error, int exitCode);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    QProcessEnvironment m_environment;
    bool m_isEnded = false;
};

} // namespace Cli
