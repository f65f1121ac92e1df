// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/readjob.h"
#include "cli/terminal.h"
#include "service/accountwatch.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <QHash>
#include <QTimer>

namespace Cli {

//! watch: what runs in an application, and every change of it, until Ctrl-C. A table on a terminal, else one
//! object a change.
class WatchJob final : public ReadJob
{
    Q_OBJECT
public:
    WatchJob(const Service::Services &services, Output &output, const Command &command,
             const QProcessEnvironment &environment, Terminal terminal, QObject *parent = nullptr);
    ~WatchJob() override;

    void interrupt() override;

protected:
    void ask(const Core::Account &account) override;

private:
    void onLooked(const Service::Look &look);
    void onChanged(const QList<Core::PushTask> &tasks);
    void sayError(const Core::Error &error);
    void draw();

    const bool m_isTable;
    Service::TaskBook m_book; //!< of this command alone
    Service::TaskSync m_sync;
    std::unique_ptr<Service::AccountWatch> m_watch;
    QHash<Core::TaskKey, Core::PushTask> m_said;
    QTimer m_pause;
    QTimer m_redraw;
    QDateTime m_lookedAt;
    QString m_problem; //!< that the last look had; empty: none
    bool m_hasSaidIncomplete = false;
};

} // namespace Cli
