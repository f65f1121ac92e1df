// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "core/journal.h"
#include "service/services.h"

namespace Cli {

class Output;

//! history: what was requested from here. Needs neither network nor credentials.
class HistoryJob final : public Job
{
    Q_OBJECT
public:
    HistoryJob(const Service::Services &services, Output &output, Command command, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    void ask();
    void take(const QList<Core::HistoryEntry> &entries);
    void say(const Core::HistoryEntry &entry);
    void finishTable();
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    Core::HistoryQuery m_query;
    int m_remaining = 0; //!< of the limit
    QList<QStringList> m_rows; //!< of the table
    bool m_isEnded = false;
};

} // namespace Cli
