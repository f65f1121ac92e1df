// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guardflow.h"

#include "core/clock.h"
#include "gui/rulesdialog.h"
#include "gui/stopatdialog.h"
#include "service/guard.h"
#include "service/taskbook.h"
#include "text/guardsentences.h"

#include <QWidget>

#include <algorithm>

namespace Gui {

GuardFlow::GuardFlow(const Service::Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
}

void GuardFlow::editRules()
{
    if (m_rulesDialog != nullptr)
        return;
    m_rulesDialog = new RulesDialog(m_services, m_window);
    m_rulesDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_rulesDialog->open();
}

void GuardFlow::requestStopAt(const QList<Core::TaskKey> &tasks)
{
    QList<Core::TaskKey> wanted = tasks;
    wanted.removeIf([this](const Core::TaskKey &task) { return !m_services.guard.canStop(task); });
    if (wanted.isEmpty() || m_stopAtDialog != nullptr)
        return;
    const int count = static_cast<int>(wanted.size());
    m_stopAtDialog = new StopAtDialog(m_services, count, m_window);
    m_stopAtDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_stopAtDialog, &StopAtDialog::planned, this, [this, wanted, count](const QDateTime &at) {
        m_services.guard.stopAt(wanted, at);
        Q_EMIT done(tr("%n task(s) will be stopped at %1", nullptr, count)
                        .arg(Text::moment(at, m_services.clock.nowUtc())));
    });
    m_stopAtDialog->open();
}

void GuardFlow::keepRunning(const QList<Core::TaskKey> &tasks)
{
    QList<Core::TaskKey> kept = tasks;
    kept.removeIf([this](const Core::TaskKey &task) { return !m_services.guard.canKeepRunning(task); });
    m_services.guard.keepRunning(kept);
    Q_EMIT done(tr("%n task(s) will keep running", nullptr, static_cast<int>(kept.size())));
}

bool GuardFlow::canKeepRunning(const QList<Core::TaskKey> &tasks) const
{
    return std::ranges::any_of(
        tasks, [this](const Core::TaskKey &task) { return m_services.guard.canKeepRunning(task); });
}

} // namespace Gui
