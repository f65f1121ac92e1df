// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stopreport.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "text/formats.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! Headings and counts of the stop table.
class StopText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::StopText)
};

[[nodiscard]] Table stopTable(const QList<Core::TaskId> &taskIds)
{
    qsizetype idWidth = 0;
    for (const Core::TaskId &id : taskIds) {
        idWidth = std::max(idWidth, displayWidth(id.toString()));
    }
    qsizetype outcomeWidth = 0;
    for (const auto outcome :
         {Core::StopOutcome::Stopped, Core::StopOutcome::AlreadyStopped, Core::StopOutcome::Accepted,
          Core::StopOutcome::Failed, Core::StopOutcome::Unknown, Core::StopOutcome::NotSent}) {
        outcomeWidth = std::max(outcomeWidth, displayWidth(Text::word(outcome)));
    }
    constexpr qsizetype requestIdWidth = 36;
    return {QStringList{StopText::tr("TaskId"), StopText::tr("Outcome"), StopText::tr("Tries"),
                        StopText::tr("Time"), StopText::tr("RequestId"), StopText::tr("Code")},
            QList<qsizetype>{idWidth, outcomeWidth, 0, 8, requestIdWidth}};
}

} // namespace

StopReport::StopReport(Output &output, bool isJson, const QList<Core::TaskId> &taskIds)
    : m_output(output)
    , m_isJson(isJson)
    , m_table(stopTable(taskIds))
    , m_expected(taskIds.size())
{
}

void StopReport::begin()
{
    if (!m_isJson) {
        m_output.line(m_table.heading());
    }
    showProgress();
}

void StopReport::add(const Service::StopResult &result)
{
    ++m_done;
    ++m_counts[result.outcome];
    if (m_isJson) {
        m_output.object(stopRecord(result));
        showProgress();
        return;
    }
    const QString code = result.error ? Core::codeOf(*result.error) : QString();
    if (result.error) {
        m_errors.insert(code, *result.error);
    }
    m_output.line(m_table.row({result.task.taskId.toString(), Text::word(result.outcome, result.lastStatus),
                               QString::number(result.attempts), Text::latency(result.elapsedMs),
                               result.requestId.isEmpty() ? u"-"_s : result.requestId, code}));
    showProgress();
}

void StopReport::end()
{
    m_output.progress({});
    if (m_isJson || m_counts.isEmpty()) {
        return;
    }
    for (const Core::Error &error : std::as_const(m_errors)) {
        reportError(m_output, error);
    }
    if (m_done == 1) {
        m_output.line(Text::sentence(m_counts.firstKey()));
        return;
    }
    QStringList counts;
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        counts.append(
            StopText::tr("%1: %2", "outcome, number of tasks").arg(Text::word(count.key())).arg(*count));
    }
    m_output.line(
        Text::joinedSentences({StopText::tr("%1 tasks.").arg(m_done), Text::joinedClauses(counts)}));
}

void StopReport::showProgress()
{
    m_output.progress(m_done >= m_expected ? QString()
                                           : StopText::tr("%1 of %2 settled").arg(m_done).arg(m_expected));
}

} // namespace Cli
