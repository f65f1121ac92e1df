// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "config/settings.h"
#include "core/redaction.h"
#include "gui/bulkstoppanel.h"
#include "gui/callbackdialog.h"
#include "gui/closeflow.h"
#include "gui/detailspane.h"
#include "gui/explorerpage.h"
#include "gui/exportflow.h"
#include "gui/findrunning.h"
#include "gui/guardflow.h"
#include "gui/guardnotice.h"
#include "gui/guidedialog.h"
#include "gui/historypage.h"
#include "gui/icons.h"
#include "gui/logpane.h"
#include "gui/noticearea.h"
#include "gui/pagetabs.h"
#include "gui/recoverynotice.h"
#include "gui/requestinspector.h"
#include "gui/rowtext.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/signaturedoctordialog.h"
#include "gui/startflow.h"
#include "gui/statusline.h"
#include "gui/stopflow.h"
#include "gui/stoproomdialog.h"
#include "gui/taskintake.h"
#include "gui/taskpage.h"
#include "gui/timelinepage.h"
#include "gui/tokennotice.h"
#include "gui/userprompt.h"
#include "gui/welcomepage.h"
#include "gui/workspace.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/guard.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "text/errorsentences.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QTableView>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageMs = 10'000;

} // namespace

MainWindow::MainWindow(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_notices(nullptr)
    , m_welcome(nullptr)
    , m_tasks(nullptr)
    , m_details(nullptr)
    , m_logPane(nullptr)
    , m_timeline(nullptr)
    , m_history(nullptr)
    , m_explorer(nullptr)
    , m_workspace(nullptr)
    , m_status(nullptr)
    , m_stopFlow(nullptr)
    , m_startFlow(nullptr)
    , m_find(nullptr)
    , m_closeFlow(nullptr)
    , m_intake(nullptr)
    , m_bulkStops(nullptr)
    , m_export(nullptr)
    , m_guardFlow(nullptr)
    , m_guardNotice(nullptr)
{
    m_ui->setupUi(this);
    setUpPages();
    setUpIcons();
    setUpMenus();

    m_stopFlow = new StopFlow(m_services, m_prompt, this);
    m_startFlow = new StartFlow(m_services, m_prompt, *m_notices, this);
    m_find = new FindRunning(m_services, m_prompt, this);
    m_closeFlow = new CloseFlow(m_services, m_prompt, *m_notices, this);
    m_export = new ExportFlow(m_services, m_prompt, this);
    m_intake = new TaskIntake(
        m_services, m_prompt, [this] { return m_tasks->chosenAccountId(); }, this);
    m_guardFlow = new GuardFlow(m_services, this);
    m_guardNotice = new GuardNotice(m_services, *m_notices, this);
    connectTaskActions();
    connectStops();
    connectWindowActions();
    connectServices();
    connectGuard();

    restoreViewState();
    updatePage();
    updateSelection();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpPages()
{
    m_notices = new NoticeArea(m_ui->centre);
    m_ui->centreLayout->insertWidget(0, m_notices);
    m_bulkStops = new BulkStopPanel(m_services, m_prompt, m_ui->centre);
    m_ui->centreLayout->insertWidget(1, m_bulkStops);
    m_welcome = new WelcomePage(m_ui->pages);
    m_tasks = new TaskPage(m_services, m_prompt);
    m_details = new DetailsPane(m_services);
    m_logPane = new LogPane(m_services.log, m_prompt);
    m_workspace = new Workspace(m_tasks, m_details, m_logPane, m_ui->tasksPageAction, m_ui->pages);
    m_workspace->pages()->addPage(m_ui->timelinePageAction, [this](QWidget *parent) {
        auto *page = new TimelinePage(m_services, parent);
        page->restoreState(m_services.settings.viewState(u"timelinePage"_s));
        connect(page, &TimelinePage::taskChosen, this,
                [this](const Core::TaskKey &task) { m_tasks->select({task}); });
        connect(page, &TimelinePage::taskActivated, this, [this](const Core::TaskKey &task) {
            m_ui->tasksPageAction->trigger();
            m_tasks->select({task});
            m_tasks->table()->setFocus(Qt::OtherFocusReason);
        });
        m_timeline = page;
        return page;
    });
    m_workspace->pages()->addPage(m_ui->historyPageAction, [this](QWidget *parent) {
        auto *page = new HistoryPage(m_services, m_prompt, parent);
        page->restoreState(m_services.settings.viewState(u"historyPage"_s));
        m_history = page;
        connect(page, &HistoryPage::inspectRequested, this,
                [this](const Core::HistoryEntry &entry, const Core::ExchangeTexts &texts) {
                    inspect(m_services.dispatcher.exchanges().behind(entry, texts));
                });
        return page;
    });
    m_workspace->pages()->addPage(m_ui->explorerPageAction, [this](QWidget *parent) {
        auto *page = new ExplorerPage(m_services, m_prompt, parent);
        page->restoreState(m_services.settings.viewState(u"explorerPage"_s));
        m_explorer = page;
        return page;
    });
    m_ui->pages->addWidget(m_welcome);
    m_ui->pages->addWidget(m_workspace);
    m_status = new StatusLine(m_services, this);
    m_ui->statusBar->addPermanentWidget(m_status);
}

void MainWindow::setUpIcons()
{
    const QList<QPair<QAction *, QString>> icons{
        {m_ui->addAction, u"add"_s},           {m_ui->findAction, u"find"_s},
        {m_ui->startAction, u"start"_s},       {m_ui->stopAction, u"stop"_s},
        {m_ui->stopBackupAction, u"stop"_s},   {m_ui->refreshAction, u"refresh"_s},
        {m_ui->removeAction, u"remove"_s},     {m_ui->copyTaskIdAction, u"copy"_s},
        {m_ui->settingsAction, u"settings"_s}, {m_ui->filterAction, u"filter"_s},
        {m_ui->importAction, u"import"_s},     {m_ui->exportShownAction, u"export"_s},
    };
    for (const auto &[action, name] : icons)
        action->setIcon(icon(name));
}

void MainWindow::setUpMenus()
{
    m_ui->viewMenu->addAction(m_workspace->showDetailsAction());
    m_ui->viewMenu->addAction(m_workspace->showLogAction());
    m_ui->viewMenu->addSeparator();
    QMenu *columns = m_ui->viewMenu->addMenu(tr("&Columns"));
    columns->setObjectName(u"columnsMenu"_s);
    columns->addActions(m_tasks->columnActions());
    QMenu *groups = m_ui->viewMenu->addMenu(tr("&Group by"));
    groups->setObjectName(u"groupMenu"_s);
    groups->addActions(m_tasks->groupActions());
    m_ui->viewMenu->addAction(m_ui->toolBar->toggleViewAction());

    // These keys mean something else in a text field, and in the log.
    m_tasks->table()->addActions({m_ui->pasteAction, m_ui->editLabelAction, m_ui->removeAction,
                                  m_ui->copyTaskIdAction, m_ui->copyRequestIdAction, m_ui->copyRowAction});
}

void MainWindow::connectTaskActions()
{
    connect(m_ui->addAction, &QAction::triggered, m_intake, &TaskIntake::type);
    connect(m_ui->pasteAction, &QAction::triggered, m_intake, &TaskIntake::paste);
    connect(m_ui->importAction, &QAction::triggered, m_intake, &TaskIntake::openFile);
    connect(m_intake, &TaskIntake::addRequested, this, &MainWindow::addTasks);
    connect(m_ui->exportShownAction, &QAction::triggered, this,
            [this] { m_export->exportTasks(m_tasks->shownKeys()); });
    connect(m_ui->exportSelectedAction, &QAction::triggered, this,
            [this] { m_export->exportTasks(m_tasks->selectedKeys()); });
    connect(m_ui->exportJournalAction, &QAction::triggered, m_export, &ExportFlow::exportJournal);
    connect(m_export, &ExportFlow::message, this,
            [this](const QString &text) { statusBar()->showMessage(text, messageMs); });
    connect(m_ui->findAction, &QAction::triggered, this, &MainWindow::findRunning);
    connect(m_ui->startAction, &QAction::triggered, this, [this] { m_startFlow->open(likelyAccountId()); });
    connect(m_ui->callbackAction, &QAction::triggered, this, &MainWindow::showCallbackDialog);
    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->editLabelAction, &QAction::triggered, this, &MainWindow::editLabel);
    connect(m_ui->removeAction, &QAction::triggered, this, &MainWindow::removeSelected);
    connect(m_ui->copyTaskIdAction, &QAction::triggered, this, &MainWindow::copyTaskIds);
    connect(m_ui->copyRequestIdAction, &QAction::triggered, this, &MainWindow::copyRequestIds);
    connect(m_ui->copyRowAction, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(selectedRowsAsText(*m_tasks->table())); });

    connect(m_tasks, &TaskPage::selectionChanged, this, &MainWindow::updateSelection);
    connect(m_tasks, &TaskPage::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_tasks, &TaskPage::activated, m_workspace->showDetailsAction(),
            [this] { m_workspace->showDetailsAction()->setChecked(true); });
    connect(m_tasks, &TaskPage::addRequested, m_ui->addAction, &QAction::trigger);
    connect(m_tasks, &TaskPage::findRequested, m_ui->findAction, &QAction::trigger);
    connect(m_workspace->pages(), &PageTabs::pageChanged, this, &MainWindow::updateActions);
    connect(m_tasks, &TaskPage::ticked, m_details, &DetailsPane::tick);
}

void MainWindow::connectStops()
{
    using Backups = StopFlow::Backups;
    connect(m_ui->stopAction, &QAction::triggered, this, [this] {
        const QList<Core::TaskKey> tasks = m_tasks->selectedKeys();
        m_stopFlow->request(tasks, tasks.size() > 1 ? Backups::Included : Backups::Left);
    });
    connect(m_ui->stopShownAction, &QAction::triggered, this,
            [this] { m_stopFlow->request(m_tasks->shownKeys(), Backups::Included); });
    connect(m_ui->stopRoomAction, &QAction::triggered, this, &MainWindow::showRoomDialog);
    connect(m_ui->stopBackupAction, &QAction::triggered, this, [this] {
        if (const Core::PushTask *task = m_tasks->currentTask())
            m_stopFlow->requestBackup(task->key);
    });
    connect(m_details, &DetailsPane::stopBackupRequested, m_stopFlow, &StopFlow::requestBackup);

    m_ui->cancelRestAction->setEnabled(false);
    connect(m_bulkStops, &BulkStopPanel::canCancelChanged, m_ui->cancelRestAction, &QAction::setEnabled);
    connect(m_ui->cancelRestAction, &QAction::triggered, m_stopFlow, &StopFlow::cancelRest);
    connect(m_bulkStops, &BulkStopPanel::cancelRestRequested, m_stopFlow, &StopFlow::cancelRest);
    connect(m_bulkStops, &BulkStopPanel::retryRequested, m_stopFlow,
            [this](const QList<Core::TaskKey> &tasks) { m_stopFlow->request(tasks); });

    auto *recovery = new RecoveryNotice(m_services, *m_notices, this);
    connect(recovery, &RecoveryNotice::stopAgainRequested, m_stopFlow,
            [this](const QList<Core::TaskKey> &tasks) { m_stopFlow->request(tasks); });
    auto *token = new TokenNotice(m_services, *m_notices, this);
    connect(token, &TokenNotice::accountSettingsRequested, this,
            [this](const QString &accountId) { showSettings(true, accountId); });
}

void MainWindow::offerTaskLink(const QString &link)
{
    m_intake->offerLink(link);
}

void MainWindow::connectWindowActions()
{
    connect(m_ui->settingsAction, &QAction::triggered, this, [this] { showSettings(false); });
    // One goes there to look something up: typing finds it at once.
    connect(m_ui->explorerPageAction, &QAction::triggered, this, [this] {
        if (m_explorer != nullptr)
            m_explorer->focusSearch();
    });
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::quit);
    connect(m_ui->filterAction, &QAction::triggered, this, &MainWindow::focusFilter);
    connect(m_ui->savedFiltersAction, &QAction::triggered, m_tasks, &TaskPage::showSavedFilters);
    connect(m_ui->sortAction, &QAction::triggered, m_tasks, &TaskPage::sortByCurrentColumn);
    connect(m_ui->shortcutsAction, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(shortcutGroups(*this, *m_ui->menuBar), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_ui->guideAction, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_details, &DetailsPane::inspectRequested, this, &MainWindow::inspect);
    connect(m_logPane, &LogPane::inspectRequested, this, [this](const Core::LogEntry &entry) {
        inspect(m_services.dispatcher.exchanges().behind(entry));
    });
    connect(m_ui->doctorAction, &QAction::triggered, this, [this] {
        auto *dialog = new SignatureDoctorDialog(m_services, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->aboutQtAction, &QAction::triggered, this, [this] {
        m_prompt.tell(
            tr("About Qt"),
            tr("This program uses Qt %1 under the terms of the LGPL.").arg(QLatin1StringView(qVersion())),
            this);
    });
    connect(m_welcome, &WelcomePage::trySimulatorRequested, this, &MainWindow::trySimulatorRequested);
    connect(m_welcome, &WelcomePage::addAccountRequested, this, [this] { showSettings(true); });
}

void MainWindow::connectServices()
{
    connect(m_find, &FindRunning::started, this, [this] {
        m_ui->findAction->setEnabled(false);
        statusBar()->showMessage(tr("Asking which tasks are running…"));
    });
    connect(m_find, &FindRunning::finished, this, [this](const QString &summary) {
        m_ui->findAction->setEnabled(true);
        statusBar()->showMessage(summary, messageMs);
    });
    connect(m_startFlow, &StartFlow::started, this,
            [this](const Core::TaskKey &task) { m_tasks->select({task}); });
    connect(&m_services.watch, &Service::TaskWatch::looked, this,
            [this](const QString &, const Service::Look &look) {
                if (look.found > 0)
                    statusBar()->showMessage(tr("%n running task(s) found", nullptr, look.found), messageMs);
            });
    connect(&m_services.recovery, &Service::Recovery::failed, this,
            [this](const Core::Error &error) { showProblem(u"journalNotice"_s, error); });
    connect(&m_services.book, &Service::TaskBook::storageFailed, this,
            [this](const Core::Error &error) { showProblem(u"storageNotice"_s, error); });
    connect(&m_services.accounts, &Service::Accounts::keyringUnavailable, this,
            [this](const Core::Error &error) { showProblem(u"keyringNotice"_s, error); });
    connect(&m_services.sync, &Service::TaskSync::refreshFailed, this,
            [this](const Core::TaskKey &task, const Core::Error &error) {
                statusBar()->showMessage(
                    tr("Refreshing %1: %2").arg(task.taskId.toString(), Text::explain(error).title),
                    messageMs);
            });

    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, &MainWindow::updatePage);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, &MainWindow::updatePage);
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, [this] {
        updatePage();
        updateSelection();
    });
}

void MainWindow::connectGuard()
{
    connect(m_ui->rulesAction, &QAction::triggered, m_guardFlow, &GuardFlow::editRules);
    connect(m_ui->stopAtAction, &QAction::triggered, this,
            [this] { m_guardFlow->requestStopAt(m_tasks->selectedKeys()); });
    connect(m_ui->keepRunningAction, &QAction::triggered, this,
            [this] { m_guardFlow->keepRunning(m_tasks->selectedKeys()); });
    connect(m_guardFlow, &GuardFlow::done, this,
            [this](const QString &summary) { statusBar()->showMessage(summary, messageMs); });
    connect(m_guardNotice, &GuardNotice::showRequested, this, [this](const QList<Core::TaskKey> &tasks) {
        reveal();
        m_ui->tasksPageAction->trigger();
        m_tasks->select(tasks);
    });
    connect(m_guardNotice, &GuardNotice::stopRequested, m_stopFlow,
            [this](const QList<Core::TaskKey> &tasks) { m_stopFlow->request(tasks); });
    connect(&m_services.guard, &Service::Guard::storageFailed, this,
            [this](const Core::Error &error) { showProblem(u"guardStorageNotice"_s, error); });
    connect(m_closeFlow, &CloseFlow::stayed, this, [this] { m_isQuitting = false; });
}

//! A first start is one without accounts and without tasks.
void MainWindow::updatePage()
{
    const bool isFirstStart = m_services.book.size() == 0 && m_services.accounts.all().isEmpty();
    QWidget *page = isFirstStart ? static_cast<QWidget *>(m_welcome) : m_workspace;
    if (m_ui->pages->currentWidget() == page)
        return;
    m_ui->pages->setCurrentWidget(page);
    m_ui->tasksPageAction->setEnabled(!isFirstStart);
    m_ui->timelinePageAction->setEnabled(!isFirstStart);
    m_ui->historyPageAction->setEnabled(!isFirstStart);
    m_ui->explorerPageAction->setEnabled(!isFirstStart);
    m_ui->filterAction->setEnabled(!isFirstStart);
    m_ui->savedFiltersAction->setEnabled(!isFirstStart);
    m_workspace->showDetailsAction()->setEnabled(!isFirstStart);
    m_workspace->showLogAction()->setEnabled(!isFirstStart);
    if (!isFirstStart)
        m_tasks->table()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::updateSelection()
{
    const Core::PushTask *task = m_tasks->currentTask();
    m_details->showTask(task != nullptr ? std::optional(*task) : std::nullopt,
                        task != nullptr && m_stopFlow->canStopBackup(*task));
    std::optional<Core::Account> account =
        task != nullptr ? m_services.accounts.byId(task->key.accountId) : std::nullopt;
    m_status->setAccount(account ? account : m_services.accounts.defaultAccount());
    updateActions();
}

void MainWindow::updateActions()
{
    // What is not seen is not acted on.
    const bool isShown = m_workspace->pages()->isShowing(m_ui->tasksPageAction);
    const QList<const Core::PushTask *> selected =
        isShown ? m_tasks->selectedTasks() : QList<const Core::PushTask *>();
    const bool hasSelection = !selected.isEmpty();
    const Core::PushTask *current = isShown ? m_tasks->currentTask() : nullptr;
    m_ui->stopAction->setEnabled(
        std::any_of(selected.cbegin(), selected.cend(),
                    [this](const Core::PushTask *task) { return m_stopFlow->canStop(*task); }));
    m_ui->stopShownAction->setEnabled(isShown && m_services.book.size() > 0);
    m_ui->stopAtAction->setEnabled(m_ui->stopAction->isEnabled());
    m_ui->keepRunningAction->setEnabled(
        std::any_of(selected.cbegin(), selected.cend(), [this](const Core::PushTask *task) {
            return m_services.guard.canKeepRunning(task->key);
        }));
    m_ui->stopBackupAction->setEnabled(current != nullptr && m_stopFlow->canStopBackup(*current));
    m_ui->refreshAction->setEnabled(m_services.book.size() > 0);
    m_ui->editLabelAction->setEnabled(hasSelection);
    m_ui->removeAction->setEnabled(hasSelection);
    m_ui->exportSelectedAction->setEnabled(hasSelection);
    m_ui->exportShownAction->setEnabled(m_services.book.size() > 0);
    m_ui->sortAction->setEnabled(current != nullptr);
    m_ui->copyTaskIdAction->setEnabled(hasSelection);
    m_ui->copyRequestIdAction->setEnabled(
        std::any_of(selected.cbegin(), selected.cend(),
                    [](const Core::PushTask *task) { return !task->lastRequestId.isEmpty(); }));
    m_ui->copyRowAction->setEnabled(hasSelection);
    const bool hasAccount = !m_services.accounts.all().isEmpty();
    m_ui->findAction->setEnabled(!m_find->isRunning() && hasAccount);
    m_ui->startAction->setEnabled(hasAccount);
    m_ui->callbackAction->setEnabled(hasAccount);
}

//! That of the page that is shown.
void MainWindow::focusFilter()
{
    if (m_workspace->pages()->isShowing(m_ui->historyPageAction)) {
        m_history->focusSearch();
        return;
    }
    if (m_workspace->pages()->isShowing(m_ui->explorerPageAction)) {
        m_explorer->focusSearch();
        return;
    }
    m_workspace->pages()->setCurrentIndex(0);
    m_tasks->focusFilter();
}

void MainWindow::showRoomDialog()
{
    if (m_roomDialog == nullptr) {
        m_roomDialog = new StopRoomDialog(m_services, this);
        m_roomDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_roomDialog, &StopRoomDialog::stopRequested, m_stopFlow,
                [this](const QList<Core::TaskKey> &tasks) {
                    m_stopFlow->request(tasks, StopFlow::Backups::Included);
                });
        m_roomDialog->open();
    }
}

void MainWindow::showSettings(bool showsAccounts, const QString &accountId)
{
    if (m_settingsDialog == nullptr) {
        m_settingsDialog = new SettingsDialog(m_services, m_prompt, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_settingsDialog->open();
    }
    if (showsAccounts)
        m_settingsDialog->showAccounts(accountId);
}

//! The account of the list, else the usual one.
QString MainWindow::likelyAccountId() const
{
    const QString chosen = m_tasks->chosenAccountId();
    if (!chosen.isEmpty())
        return chosen;
    const std::optional<Core::Account> account = m_services.accounts.defaultAccount();
    return account ? account->id : QString();
}

void MainWindow::showCallbackDialog()
{
    if (m_callbackDialog != nullptr)
        return;
    const Core::PushTask *task = m_tasks->currentTask();
    m_callbackDialog =
        new CallbackDialog(m_services, task != nullptr ? task->key.accountId : likelyAccountId(),
                           task != nullptr ? task->key.sdkAppId : Core::SdkAppId(), this);
    m_callbackDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_callbackDialog->open();
}

void MainWindow::addTasks(const QList<Core::PushTask> &tasks)
{
    QList<Core::TaskKey> keys;
    for (const Core::PushTask &task : tasks)
        keys.append(task.key);
    const int added = m_services.book.add(tasks);
    statusBar()->showMessage(tr("%n task(s) added", nullptr, added), messageMs);
    m_tasks->select(keys);
    m_services.sync.refresh(keys);
}

void MainWindow::findRunning()
{
    QList<Core::Account> accounts = m_services.accounts.all();
    const QString chosen = m_tasks->chosenAccountId();
    if (!chosen.isEmpty())
        accounts.removeIf([&chosen](const Core::Account &account) { return account.id != chosen; });
    m_find->start(accounts);
}

//! The selected tasks; without a selection all that may still change.
void MainWindow::refresh()
{
    QList<Core::TaskKey> keys = m_tasks->selectedKeys();
    if (keys.isEmpty()) {
        for (const Core::PushTask &task : m_services.book.tasks()) {
            if (task.status != Core::TaskStatus::Stopped)
                keys.append(task.key);
        }
    }
    m_services.sync.refresh(keys);
    statusBar()->showMessage(tr("Refreshing %n task(s)", nullptr, static_cast<int>(keys.size())), messageMs);
}

void MainWindow::removeSelected()
{
    const QList<const Core::PushTask *> selected = m_tasks->selectedTasks();
    QList<Core::TaskKey> keys;
    bool isAnyAlive = false;
    for (const Core::PushTask *task : selected) {
        keys.append(task->key);
        isAnyAlive = isAnyAlive || task->status != Core::TaskStatus::Stopped;
    }
    if (keys.isEmpty())
        return;
    if (keys.size() == 1 && !isAnyAlive) {
        m_services.book.remove(keys);
        return;
    }
    const int count = static_cast<int>(keys.size());
    Question question;
    question.title = tr("Remove from the list");
    question.text = tr("Remove %n task(s) from the list?", nullptr, count);
    question.details = isAnyAlive
        ? tr("They are not stopped: what is running goes on running, and is not found again by "
             "itself before the next start. The journal keeps what was done.")
        : tr("The journal keeps what was done.");
    question.acceptText = tr("&Remove");
    m_prompt.ask(question, this, [this, keys](const Answer &answer) {
        if (answer.isAccepted())
            m_services.book.remove(keys);
    });
}

void MainWindow::editLabel()
{
    const Core::PushTask *current = m_tasks->currentTask();
    if (current == nullptr)
        return;
    const QList<Core::TaskKey> keys = m_tasks->selectedKeys();
    const QString question = keys.size() == 1
        ? tr("Label of %1:").arg(keys.first().taskId.toString())
        : tr("Label of %n tasks:", nullptr, static_cast<int>(keys.size()));
    m_prompt.askText({.title = tr("Edit label"), .label = question, .text = current->label}, this,
                     [this, keys](const QString &label) {
                         for (const Core::TaskKey &key : keys)
                             m_services.book.setLabel(key, label);
                     });
}

void MainWindow::copyTaskIds()
{
    QStringList ids;
    for (const Core::PushTask *task : m_tasks->selectedTasks())
        ids.append(task->key.taskId.toString());
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void MainWindow::copyRequestIds()
{
    QStringList ids;
    for (const Core::PushTask *task : m_tasks->selectedTasks()) {
        if (!task->lastRequestId.isEmpty())
            ids.append(Core::plainText(task->lastRequestId));
    }
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void MainWindow::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"taskContextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_ui->stopAction, m_ui->stopBackupAction, m_ui->stopAtAction, m_ui->keepRunningAction,
                      m_ui->refreshAction});
    menu->addSeparator();
    menu->addActions({m_ui->editLabelAction, m_ui->removeAction});
    menu->addSeparator();
    menu->addActions(
        {m_ui->copyTaskIdAction, m_ui->copyRequestIdAction, m_ui->copyRowAction, m_ui->pasteAction});
    menu->popup(globalPosition);
}

void MainWindow::inspect(const std::optional<Core::WireExchange> &exchange)
{
    if (exchange)
        RequestInspector::show(m_services, *exchange, this);
    else
        statusBar()->showMessage(tr("This line tells of no request."), messageMs);
}

//! Beside the window, so that one can read and do.
void MainWindow::showGuide()
{
    if (m_guide == nullptr) {
        m_guide = new GuideDialog(this);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

void MainWindow::showAbout()
{
    m_prompt.tell(
        tr("About Whiteboard Push Console"),
        tr("Whiteboard Push Console %1\n\nStops whiteboard push tasks and confirms that they ended.\n\nFree "
           "software under the terms of the GNU General Public License, version 3 or later, without any "
           "warranty.")
            .arg(QLatin1StringView(CONSOLE_VERSION)),
        this);
}

void MainWindow::showProblem(const QString &name, const Core::Error &error)
{
    const Text::ErrorText text = Text::explain(error);
    m_notices->show({.name = name,
                     .iconName = u"warning"_s,
                     .text = QString(text.title + u". "_s + text.explanation + u' ' + text.remedy),
                     .buttons = {}});
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        findChild<QMenu *>(u"columnsMenu"_s)->setTitle(tr("&Columns"));
        findChild<QMenu *>(u"groupMenu"_s)->setTitle(tr("&Group by"));
    }
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        tellWhetherSeen();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
    QMainWindow::showEvent(event);
    tellWhetherSeen();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    tellWhetherSeen();
}

//! Nobody needs the latest of a window that is not seen.
void MainWindow::tellWhetherSeen()
{
    m_services.watch.setSeen(isVisible() && !isMinimized());
}

void MainWindow::reveal()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::stopAllRunning()
{
    reveal();
    QList<Core::TaskKey> keys;
    for (const Core::PushTask &task : m_services.book.tasks()) {
        if (task.isRunning())
            keys.append(task.key);
    }
    if (keys.isEmpty())
        statusBar()->showMessage(tr("Nothing in the list is running."), messageMs);
    m_stopFlow->request(keys, StopFlow::Backups::Left, StopFlow::Asking::Always);
}

void MainWindow::quit()
{
    m_isQuitting = true;
    const bool isAnythingPlanned =
        !m_services.guard.announcedTasks().isEmpty() || !m_services.guard.scheduledTasks().isEmpty();
    if (m_services.stops.underWay() > 0 || m_services.starts.underWay() > 0 || isAnythingPlanned)
        reveal(); // there will be a question
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isKept = m_isTrayAvailable && !m_isQuitting && m_services.settings.closesToTray()
        && !qGuiApp->isSavingSession();
    if (isKept) {
        // A dialog that closes while the window is hidden is not the end.
        QGuiApplication::setQuitOnLastWindowClosed(false);
        saveViewState();
        hide();
        event->ignore();
        return;
    }
    if (!m_closeFlow->mayClose()) {
        event->ignore();
        return;
    }
    saveViewState();
    if (isHidden())
        Q_EMIT hiddenWindowClosed();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreViewState()
{
    const Config::Settings &settings = m_services.settings;
    restoreGeometry(settings.viewState(u"mainWindowGeometry"_s));
    restoreState(settings.viewState(u"mainWindow"_s));
    m_workspace->setState(settings.viewState(u"workspace"_s));
    m_tasks->restoreState(settings.viewState(u"taskTable"_s));
    m_logPane->restoreState(settings.viewState(u"logPane"_s));
}

void MainWindow::saveViewState()
{
    Config::Settings &settings = m_services.settings;
    settings.setViewState(u"mainWindowGeometry"_s, saveGeometry());
    settings.setViewState(u"mainWindow"_s, saveState());
    settings.setViewState(u"workspace"_s, m_workspace->state());
    settings.setViewState(u"taskTable"_s, m_tasks->saveState());
    settings.setViewState(u"logPane"_s, m_logPane->saveState());
    if (m_timeline != nullptr)
        settings.setViewState(u"timelinePage"_s, m_timeline->saveState());
    if (m_history != nullptr)
        settings.setViewState(u"historyPage"_s, m_history->saveState());
    if (m_explorer != nullptr)
        settings.setViewState(u"explorerPage"_s, m_explorer->saveState());
}

} // namespace Gui
