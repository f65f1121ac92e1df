// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/showjob.h"

#include "cli/output.h"
#include "cli/records.h"
#include "cli/report.h"
#include "cli/taskview.h"
#include "service/tasksync.h"

namespace Cli {

void ShowJob::ask(const Core::Account &account)
{
    const Core::TaskKey key{account.id, m_command.sdkAppId, m_command.taskIds.constFirst()};
    m_services.sync.show(key, this, [this, key](const Core::Result<Core::PushTask> &task) {
        if (!isEnded()) {
            say(key, task);
            end(task ? ExitDone : ExitFailed);
        }
    });
}

void ShowJob::say(const Core::TaskKey &key, const Core::Result<Core::PushTask> &task)
{
    if (m_command.isJson) {
        m_output.object(task ? taskRecord(*task) : taskFailureRecord(key, task.error()));
        return;
    }
    if (!task) {
        reportError(m_output, task.error());
        return;
    }
    const QStringList lines = taskSheet(*task);
    for (const QString &line : lines) {
        m_output.line(line);
    }
}

} // namespace Cli
