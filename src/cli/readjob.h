// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "core/result.h"
#include "service/services.h"

#include <QProcessEnvironment>

namespace Cli {

class Output;

//! The frame of a command that only asks: finds the account, asks, says what it was told, ends.
class ReadJob : public Job
{
    Q_OBJECT
public:
    ReadJob(const Service::Services &services, Output &output, Command command,
            QProcessEnvironment environment, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

protected:
    //! There is an account whose credential can be had.
    virtual void ask(const Core::Account &account) = 0;
    //! Explains and ends.
    void refuse(const Core::Error &error, int exitCode);
    void end(int exitCode);
    [[nodiscard]] bool isEnded() const { return m_isEnded; }

    const Service::Services m_services;
    Output &m_output;
    const Command m_command;

private:
    QProcessEnvironment m_environment;
    bool m_isEnded = false;
};

} // namespace Cli
