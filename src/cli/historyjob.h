// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "cli/table.h"
#include "core/journal.h"
#include "service/services.h"

#include <optional>

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
    void sayRows(const QList<Core::HistoryEntry> &entries);
    void end(int exitCode);

    Service::Services m_services;
    Output &m_output;
    Command m_command;
    Core::HistoryQuery m_query;
    int m_remaining = 0; //!< of the limit
    std::optional<Table> m_table; //!< once the first page came
    bool m_isEnded = false;
};

} // namespace Cli
