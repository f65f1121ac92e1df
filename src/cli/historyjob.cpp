// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historyjob.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "service/history.h"
#include "text/formats.h"
#include "text/historywords.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr int pageSize = 1000;

} // namespace

HistoryJob::HistoryJob(const Service::Services &services, Output &output, Command command, QObject *parent)
    : Job(parent)
    , m_services(services)
    , m_output(output)
    , m_command(std::move(command))
{
}

void HistoryJob::start()
{
    m_query.profile = m_command.account.profile;
    m_query.sdkAppId = m_command.sdkAppId;
    m_query.action = m_command.historyAction;
    m_query.outcome = m_command.historyOutcome;
    m_query.since = m_command.historySince;
    m_query.until = m_command.historyUntil;
    m_query.text = m_command.historyText;
    if (!m_command.taskIds.isEmpty()) {
        m_query.taskId = m_command.taskIds.constFirst().toString();
    }
    m_remaining = m_command.historyLimit > 0 ? m_command.historyLimit : std::numeric_limits<int>::max();
    ask();
}

//! Page by page, so that all of a long history never lies in memory.
void HistoryJob::ask()
{
    // One more than is shown tells whether there are more.
    m_query.limit = m_remaining < pageSize ? m_remaining + 1 : pageSize;
    m_services.history.page(m_query, this, [this](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        if (m_isEnded) {
            return;
        }
        if (entries) {
            take(*entries);
            return;
        }
        reportError(m_output, entries.error());
        end(ExitFailed);
    });
}

void HistoryJob::take(const QList<Core::HistoryEntry> &entries)
{
    const qsizetype shown = std::min<qsizetype>(entries.size(), m_remaining);
    if (m_command.isJson) {
        std::for_each_n(entries.cbegin(), shown,
                        [this](const Core::HistoryEntry &entry) { m_output.object(historyRecord(entry)); });
    } else {
        sayRows(entries.first(shown));
    }
    m_remaining -= static_cast<int>(shown);
    if (shown == m_query.limit) {
        m_query.beforeEventId = entries.constLast().eventId;
        ask();
        return;
    }
    if (shown < entries.size()) {
        m_output.note(
            tr("Only the newest %1 requests are shown; --limit 0 shows all.").arg(m_command.historyLimit));
    }
    end(ExitDone);
}

//! The columns fit the first page; what is wider further on moves the rest of its row.
void HistoryJob::sayRows(const QList<Core::HistoryEntry> &entries)
{
    QList<QStringList> rows;
    rows.reserve(entries.size());
    for (const Core::HistoryEntry &entry : entries) {
        rows.append({Text::localDateTime(entry.time), entry.profile, entry.action, entry.taskId,
                     Text::historyOutcome(entry.outcome), entry.errorCode,
                     entry.attempt > 0 ? QString::number(entry.attempt) : QString(),
                     Text::latency(entry.latencyMs), entry.requestId});
    }
    if (!m_table) {
        m_table.emplace(QStringList{tr("Time"), tr("Account"), tr("Action"), tr("TaskId"), tr("Outcome"),
                                    tr("Code"), tr("Try"), tr("Latency"), tr("RequestId")},
                        rows);
        m_output.line(m_table->heading());
    }
    for (const QStringList &row : std::as_const(rows)) {
        m_output.line(m_table->row(row));
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
