// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historyjob.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/table.h"
#include "service/history.h"
#include "text/formats.h"
#include "text/outcomes.h"

#include <QTimer>

#include <limits>

using namespace Qt::StringLiterals;

namespace Cli {

HistoryJob::HistoryJob(const Service::Services &services, Output &output, Command command, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
{
}

void HistoryJob::start()
{
    Core::HistoryQuery query;
    query.profile = m_command.account.profile;
    if (!m_command.taskIds.isEmpty()) {
        query.taskId = m_command.taskIds.constFirst().toString();
    }
    // One more than is shown tells whether there are more.
    const bool isLimited =
        m_command.historyLimit > 0 && m_command.historyLimit < std::numeric_limits<int>::max();
    query.limit = isLimited ? m_command.historyLimit + 1 : std::numeric_limits<int>::max();
    m_services.history.requests(query, this, [this](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        if (m_isEnded) {
            return;
        }
        if (entries) {
            say(*entries);
            end(ExitDone);
            return;
        }
        reportError(m_output, entries.error());
        end(ExitFailed);
    });
}

void HistoryJob::say(QList<Core::HistoryEntry> entries)
{
    const bool hasMore = m_command.historyLimit > 0 && entries.size() > m_command.historyLimit;
    if (hasMore) {
        entries.resize(m_command.historyLimit);
    }
    QList<QStringList> rows;
    for (const Core::HistoryEntry &entry : std::as_const(entries)) {
        if (m_command.isJson) {
            m_output.object(historyRecord(entry));
            continue;
        }
        const auto outcome = Core::stopOutcomeFromWord(entry.outcome);
        const auto started = Core::startOutcomeFromWord(entry.outcome);
        rows.append({Text::localDateTime(entry.time), entry.profile, entry.action, entry.taskId,
                     outcome       ? Text::word(*outcome)
                         : started ? Text::word(*started)
                                   : entry.outcome,
                     entry.errorCode, entry.attempt > 0 ? QString::number(entry.attempt) : QString(),
                     Text::latency(entry.latencyMs), entry.requestId});
    }
    if (!m_command.isJson) {
        const Table table({tr("Time"), tr("Account"), tr("Action"), tr("TaskId"), tr("Outcome"), tr("Code"),
                           tr("Try"), tr("Latency"), tr("RequestId")},
                          rows);
        m_output.line(table.heading());
        for (const QStringList &row : std::as_const(rows)) {
            m_output.line(table.row(row));
        }
    }
    if (hasMore) {
        m_output.note(
            tr("Only the newest %1 requests are shown; --limit 0 shows all.").arg(m_command.historyLimit));
    }
}

void HistoryJob::interrupt()
{
    end(ExitOpen);
}

void HistoryJob::end(int exitCode)
{
    if (!m_isEnded) {
        m_isEnded = true;
        QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
    }
}

} // namespace Cli
