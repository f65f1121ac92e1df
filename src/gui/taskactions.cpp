// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskactions.h"

#include "core/redaction.h"
#include "gui/detailspane.h"
#include "gui/exportflow.h"
#include "gui/findrunning.h"
#include "gui/removalflow.h"
#include "gui/rowtext.h"
#include "gui/stopflow.h"
#include "gui/taskintake.h"
#include "gui/taskpage.h"
#include "gui/userprompt.h"
#include "gui/windowpages.h"
#include "service/accounts.h"
#include "service/guard.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QTableView>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageMs = 10'000;

} // namespace

TaskActions::TaskActions(const Service::Services &services, UserPrompt &prompt, Ui::MainWindow &ui,
                         WindowPages &pages, StopFlow &stops, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(ui)
    , m_pages(pages)
    , m_tasks(pages.tasks())
    , m_stops(stops)
    , m_window(window)
    , m_intake(new TaskIntake(
          services, prompt, [this] { return m_tasks.chosenAccountId(); }, window))
    , m_find(new FindRunning(services, prompt, window))
    , m_export(new ExportFlow(services, prompt, window))
    , m_removals(new RemovalFlow(services, prompt, pages.notices(), ui.undoRemovalAction, window))
{
    connectStops();
    connectIntake();
    connectFinding();
    connectExports();
    connectSelection();
    connect(&m_pages, &WindowPages::pageChanged, this, &TaskActions::update);

    // These keys mean something else in a text field, and in the log.
    m_tasks.table()->addActions({m_ui.pasteAction, m_ui.editLabelAction, m_ui.removeAction,
                                 m_ui.copyTaskIdAction, m_ui.copyRequestIdAction, m_ui.copyRowAction});
}

void TaskActions::connectStops()
{
    using Backups = StopFlow::Backups;
    connect(m_ui.stopAction, &QAction::triggered, this, [this] {
        const QList<Core::TaskKey> tasks = m_tasks.selectedKeys();
        m_stops.request(tasks, tasks.size() > 1 ? Backups::Included : Backups::Left);
    });
    connect(m_ui.stopShownAction, &QAction::triggered, this,
            [this] { m_stops.request(m_tasks.shownKeys(), Backups::Included); });
    connect(m_ui.stopBackupAction, &QAction::triggered, this, [this] {
        if (const Core::PushTask *task = m_tasks.currentTask())
            m_stops.requestBackup(task->key);
    });
    connect(&m_pages.details(), &DetailsPane::stopBackupRequested, &m_stops, &StopFlow::requestBackup);
}

void TaskActions::connectIntake()
{
    connect(m_ui.addAction, &QAction::triggered, m_intake, &TaskIntake::type);
    connect(m_ui.pasteAction, &QAction::triggered, m_intake, &TaskIntake::paste);
    connect(m_ui.importAction, &QAction::triggered, m_intake, &TaskIntake::openFile);
    connect(m_intake, &TaskIntake::addRequested, this, &TaskActions::addTasks);
    connect(&m_tasks, &TaskPage::addRequested, m_ui.addAction, &QAction::trigger);
}

void TaskActions::connectFinding()
{
    connect(m_ui.findAction, &QAction::triggered, this, &TaskActions::findRunning);
    connect(&m_tasks, &TaskPage::findRequested, m_ui.findAction, &QAction::trigger);
    connect(m_find, &FindRunning::started, this, [this] {
        m_ui.findAction->setEnabled(false);
        m_ui.statusBar->showMessage(tr("Asking which tasks are running…"));
    });
    connect(m_find, &FindRunning::finished, this, [this](const QString &summary) {
        m_ui.findAction->setEnabled(true);
        tell(summary);
    });
}

void TaskActions::connectExports()
{
    connect(m_ui.exportShownAction, &QAction::triggered, this,
            [this] { m_export->exportTasks(m_tasks.shownKeys()); });
    connect(m_ui.exportSelectedAction, &QAction::triggered, this,
            [this] { m_export->exportTasks(m_tasks.selectedKeys()); });
    connect(m_ui.exportJournalAction, &QAction::triggered, m_export, &ExportFlow::exportJournal);
    connect(m_export, &ExportFlow::message, this, &TaskActions::tell);
}

void TaskActions::connectSelection()
{
    connect(m_ui.refreshAction, &QAction::triggered, this, &TaskActions::refresh);
    connect(m_ui.editLabelAction, &QAction::triggered, this, &TaskActions::editLabel);
    connect(m_ui.removeAction, &QAction::triggered, m_removals,
            [this] { m_removals->request(m_tasks.selectedKeys()); });
    connect(m_removals, &RemovalFlow::putBack, &m_tasks, &TaskPage::select);
    connect(m_ui.copyTaskIdAction, &QAction::triggered, this, &TaskActions::copyTaskIds);
    connect(m_ui.copyRequestIdAction, &QAction::triggered, this, &TaskActions::copyRequestIds);
    connect(m_ui.copyRowAction, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(selectedRowsAsText(*m_tasks.table())); });
    connect(&m_tasks, &TaskPage::contextMenuRequested, this, &TaskActions::showContextMenu);
}

void TaskActions::offerLink(const QString &link)
{
    m_intake->offerLink(link);
}

void TaskActions::tell(const QString &message)
{
    m_ui.statusBar->showMessage(message, messageMs);
}

//! The account of the list, else the usual one.
QString TaskActions::likelyAccountId() const
{
    const QString chosen = m_tasks.chosenAccountId();
    if (!chosen.isEmpty())
        return chosen;
    const std::optional<Core::Account> account = m_services.accounts.defaultAccount();
    return account ? account->id : QString();
}

void TaskActions::addTasks(const QList<Core::PushTask> &tasks)
{
    QList<Core::TaskKey> keys;
    for (const Core::PushTask &task : tasks)
        keys.append(task.key);
    const int added = m_services.book.add(tasks);
    tell(tr("%n task(s) added", nullptr, added));
    m_tasks.select(keys);
    m_services.sync.refresh(keys);
}

void TaskActions::findRunning()
{
    QList<Core::Account> accounts = m_services.accounts.all();
    const QString chosen = m_tasks.chosenAccountId();
    if (!chosen.isEmpty())
        accounts.removeIf([&chosen](const Core::Account &account) { return account.id != chosen; });
    m_find->start(accounts);
}

//! The selected tasks; without a selection all that may still change.
void TaskActions::refresh()
{
    QList<Core::TaskKey> keys = m_tasks.selectedKeys();
    if (keys.isEmpty()) {
        for (const Core::PushTask &task : m_services.book.tasks()) {
            if (task.status != Core::TaskStatus::Stopped)
                keys.append(task.key);
        }
    }
    m_services.sync.refresh(keys);
    tell(tr("Refreshing %n task(s)", nullptr, static_cast<int>(keys.size())));
}

void TaskActions::editLabel()
{
    const Core::PushTask *current = m_tasks.currentTask();
    if (current == nullptr)
        return;
    const QList<Core::TaskKey> keys = m_tasks.selectedKeys();
    const QString question = keys.size() == 1
        ? tr("Label of %1:").arg(keys.first().taskId.toString())
        : tr("Label of %n tasks:", nullptr, static_cast<int>(keys.size()));
    m_prompt.askText({.title = tr("Edit label"), .label = question, .text = current->label}, m_window,
                     [this, keys](const QString &label) {
                         for (const Core::TaskKey &key : keys)
                             m_services.book.setLabel(key, label);
                     });
}

void TaskActions::copyTaskIds()
{
    QStringList ids;
    for (const Core::PushTask *task : m_tasks.selectedTasks())
        ids.append(task->key.taskId.toString());
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void TaskActions::copyRequestIds()
{
    QStringList ids;
    for (const Core::PushTask *task : m_tasks.selectedTasks()) {
        if (!task->lastRequestId.isEmpty())
            ids.append(Core::plainText(task->lastRequestId));
    }
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void TaskActions::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"taskContextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_ui.stopAction, m_ui.stopBackupAction, m_ui.stopAtAction, m_ui.keepRunningAction,
                      m_ui.refreshAction});
    menu->addSeparator();
    menu->addActions({m_ui.editLabelAction, m_ui.removeAction, m_ui.undoRemovalAction});
    menu->addSeparator();
    menu->addActions({m_ui.copyTaskIdAction, m_ui.copyRequestIdAction, m_ui.copyRowAction, m_ui.pasteAction});
    menu->popup(globalPosition);
}

void TaskActions::update()
{
    // What is not seen is not acted on.
    const bool isShown = m_pages.isShowingTasks();
    updateForSelection(isShown ? m_tasks.selectedTasks() : QList<const Core::PushTask *>(),
                       isShown ? m_tasks.currentTask() : nullptr);
    const bool hasTasks = m_services.book.size() > 0;
    m_ui.stopShownAction->setEnabled(isShown && hasTasks);
    m_ui.refreshAction->setEnabled(hasTasks);
    m_ui.exportShownAction->setEnabled(hasTasks);
    const bool hasAccount = !m_services.accounts.all().isEmpty();
    m_ui.findAction->setEnabled(!m_find->isRunning() && hasAccount);
    m_ui.startAction->setEnabled(hasAccount);
    m_ui.callbackAction->setEnabled(hasAccount);
}

void TaskActions::updateForSelection(const QList<const Core::PushTask *> &selected,
                                     const Core::PushTask *current)
{
    const auto isAny = [&selected](auto holds) {
        return std::any_of(selected.cbegin(), selected.cend(),
                           [&holds](const Core::PushTask *task) { return holds(*task); });
    };
    const bool canStop = isAny([this](const Core::PushTask &task) { return m_stops.canStop(task); });
    m_ui.stopAction->setEnabled(canStop);
    m_ui.stopAtAction->setEnabled(
        canStop && isAny([this](const Core::PushTask &task) { return m_services.guard.canStop(task.key); }));
    m_ui.stopBackupAction->setEnabled(current != nullptr && m_stops.canStopBackup(*current));
    m_ui.keepRunningAction->setEnabled(
        isAny([this](const Core::PushTask &task) { return m_services.guard.canKeepRunning(task.key); }));
    m_ui.copyRequestIdAction->setEnabled(
        isAny([](const Core::PushTask &task) { return !task.lastRequestId.isEmpty(); }));
    for (QAction *action : {m_ui.editLabelAction, m_ui.removeAction, m_ui.exportSelectedAction,
                            m_ui.copyTaskIdAction, m_ui.copyRowAction})
        action->setEnabled(!selected.isEmpty());
    m_ui.sortAction->setEnabled(current != nullptr);
}

} // namespace Gui
