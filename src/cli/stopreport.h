// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/table.h"
#include "core/pushtask.h"
#include "service/stopresult.h"

#include <QList>
#include <QMap>

namespace Cli {

class Output;

//! Results of Stops as they come in: objects for programs, or a table, a count and explanations for people.
class StopReport
{
public:
    //! `taskIds` are those that results are expected for; they set the first column's width.
    StopReport(Output &output, bool isJson, const QList<Core::TaskId> &taskIds);

    void begin();
    void add(const Service::StopResult &result);
    void end();

private:
    void showProgress();

    Output &m_output;
    bool m_isJson;
    Table m_table;
    qsizetype m_expected;
    qsizetype m_done = 0;
    QMap<Core::StopOutcome, int> m_counts;
    QMap<QString, Core::Error> m_errors; //!< one of each code
};

} // namespace Cli
