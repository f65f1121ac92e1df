// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "config/settings.h"
#include "gui/bulkstoppanel.h"
#include "gui/closeflow.h"
#include "gui/detailspane.h"
#include "gui/guardflow.h"
#include "gui/guardnotice.h"
#include "gui/icons.h"
#include "gui/lockflow.h"
#include "gui/noticearea.h"
#include "gui/recoverynotice.h"
#include "gui/startflow.h"
#include "gui/statusline.h"
#include "gui/stopallflow.h"
#include "gui/stopflow.h"
#include "gui/taskactions.h"
#include "gui/taskpage.h"
#include "gui/tokennotice.h"
#include "gui/viewkeeper.h"
#include "gui/windowdialogs.h"
#include "gui/windowpages.h"
#include "gui/workspace.h"
#include "service/accounts.h"
#include "service/guard.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "text/errorsentences.h"
#include "text/logsentences.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QCloseEvent>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int messageMs = 10'000;

} // namespace

MainWindow::MainWindow(const Service::Services &services, UserPrompt &prompt, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    m_pages = new WindowPages(m_services, prompt, *m_ui, this);
    m_dialogs = new WindowDialogs(m_services, prompt, this);
    m_status = new StatusLine(m_services, this);
    m_ui->statusBar->addPermanentWidget(m_status);
    connect(m_ui->statusBar, &QStatusBar::messageChanged, m_status, &StatusLine::say);
    setUpIcons();
    setUpMenus();

    m_stopFlow = new StopFlow(m_services, prompt, this);
    m_stopAllFlow = new StopAllFlow(m_services, m_pages->notices(), this);
    m_startFlow = new StartFlow(m_services, prompt, m_pages->notices(), this);
    m_closeFlow = new CloseFlow(m_services, prompt, m_pages->notices(), this);
    m_guardFlow = new GuardFlow(m_services, this);
    m_guardNotice = new GuardNotice(m_services, m_pages->notices(), this);
    m_lockFlow = new LockFlow(m_services, m_pages->notices(), *m_ui->lockAction, this);
    m_actions = new TaskActions(m_services, prompt, *m_ui, *m_pages, *m_stopFlow, this);
    connectPages();
    connectStops();
    connectDialogs();
    connectServices();
    connectGuard();

    if (restoreGeometry(m_services.settings.viewState(u"mainWindowGeometry"_s)))
        bringOntoScreen(*this);
    restoreState(m_services.settings.viewState(u"mainWindow"_s));
    m_pages->restoreState();
    updateSelection();
    new ViewKeeper(this, [this] { saveViewState(); });
}

MainWindow::~MainWindow() = default;

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
    m_ui->viewMenu->addAction(m_pages->workspace().showDetailsAction());
    m_ui->viewMenu->addAction(m_pages->workspace().showLogAction());
    m_ui->viewMenu->addSeparator();
    QMenu *columns = m_ui->viewMenu->addMenu(tr("&Columns"));
    columns->setObjectName(u"columnsMenu"_s);
    columns->addActions(m_pages->tasks().columnActions());
    QMenu *groups = m_ui->viewMenu->addMenu(tr("&Group by"));
    groups->setObjectName(u"groupMenu"_s);
    groups->addActions(m_pages->tasks().groupActions());
    m_ui->viewMenu->addAction(m_ui->toolBar->toggleViewAction());
    nameToolBarAction();
}

//! Its own name, the bar's title, has no mnemonic.
void MainWindow::nameToolBarAction()
{
    m_ui->toolBar->toggleViewAction()->setText(tr("Tool&bar"));
}

void MainWindow::connectPages()
{
    TaskPage *tasks = &m_pages->tasks();
    connect(tasks, &TaskPage::selectionChanged, this, &MainWindow::updateSelection);
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, &MainWindow::updateSelection);
    connect(m_ui->filterAction, &QAction::triggered, m_pages, &WindowPages::focusFilter);
    connect(m_ui->savedFiltersAction, &QAction::triggered, tasks, &TaskPage::showSavedFilters);
    connect(m_ui->sortAction, &QAction::triggered, tasks, &TaskPage::sortByCurrentColumn);
    connect(m_ui->startAction, &QAction::triggered, this,
            [this] { m_startFlow->open(m_actions->likelyAccountId()); });
    connect(m_startFlow, &StartFlow::started, tasks,
            [tasks](const Core::TaskKey &task) { tasks->select({task}); });
    connect(m_pages, &WindowPages::trySimulatorRequested, this, &MainWindow::trySimulatorRequested);
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::quit);
}

//! The ways to a Stop beside those of the selected tasks.
void MainWindow::connectStops()
{
    const auto stop = [this](const QList<Core::TaskKey> &tasks) { m_stopFlow->request(tasks); };
    BulkStopPanel *bulkStops = &m_pages->bulkStops();
    m_ui->cancelRestAction->setEnabled(false);
    connect(bulkStops, &BulkStopPanel::canCancelChanged, m_ui->cancelRestAction, &QAction::setEnabled);
    connect(m_ui->cancelRestAction, &QAction::triggered, m_stopFlow, &StopFlow::cancelRest);
    connect(bulkStops, &BulkStopPanel::cancelRestRequested, m_stopFlow, &StopFlow::cancelRest);
    connect(bulkStops, &BulkStopPanel::retryRequested, m_stopFlow, &StopFlow::retry);
    // What a rule warns of goes on in its backup too, and nobody chose these tasks in the list.
    connect(m_guardNotice, &GuardNotice::stopRequested, m_stopFlow,
            [this](const QList<Core::TaskKey> &tasks) {
                m_stopFlow->request(tasks, StopFlow::Backups::Included, StopFlow::Asking::Always);
            });
    auto *recovery = new RecoveryNotice(m_services, m_pages->notices(), this);
    connect(recovery, &RecoveryNotice::stopAgainRequested, m_stopFlow, stop);
    connect(m_stopAllFlow, &StopAllFlow::started, this,
            [this] { statusBar()->showMessage(tr("Asking which tasks are running…")); });
    connect(m_stopAllFlow, &StopAllFlow::finished, this, [this](bool isAnything) {
        statusBar()->clearMessage();
        if (isAnything)
            stopAllRunning();
    });
    connect(m_ui->stopRoomAction, &QAction::triggered, m_dialogs, &WindowDialogs::showRoom);
    connect(m_dialogs, &WindowDialogs::roomStopRequested, m_stopFlow,
            [this](const QList<Core::TaskKey> &tasks) {
                m_stopFlow->request(tasks, StopFlow::Backups::Included);
            });
}

void MainWindow::connectDialogs()
{
    connect(m_ui->settingsAction, &QAction::triggered, m_dialogs, &WindowDialogs::showSettings);
    connect(m_ui->callbackAction, &QAction::triggered, m_dialogs, [this] {
        m_dialogs->showCallback(m_pages->tasks().currentTask(), m_actions->likelyAccountId());
    });
    connect(m_ui->shortcutsAction, &QAction::triggered, m_dialogs, &WindowDialogs::showShortcuts);
    connect(m_ui->guideAction, &QAction::triggered, m_dialogs, &WindowDialogs::showGuide);
    connect(m_ui->doctorAction, &QAction::triggered, m_dialogs, &WindowDialogs::showSignatureDoctor);
    connect(m_ui->aboutAction, &QAction::triggered, m_dialogs, &WindowDialogs::showAbout);
    connect(m_ui->aboutQtAction, &QAction::triggered, m_dialogs, &WindowDialogs::showAboutQt);
    connect(m_pages, &WindowPages::addAccountRequested, m_dialogs,
            [this] { m_dialogs->showAccountSettings(); });
    auto *token = new TokenNotice(m_services, m_pages->notices(), this);
    connect(token, &TokenNotice::accountSettingsRequested, m_dialogs, &WindowDialogs::showAccountSettings);
    connect(m_pages, &WindowPages::inspectRequested, this,
            [this](const std::optional<Core::WireExchange> &exchange) {
                if (exchange)
                    m_dialogs->inspect(*exchange);
                else
                    statusBar()->showMessage(tr("This line tells of no request."), messageMs);
            });
}

void MainWindow::connectServices()
{
    connect(m_lockFlow, &LockFlow::accountSettingsRequested, m_dialogs, &WindowDialogs::showAccountSettings);
    connect(&m_services.watch, &Service::TaskWatch::looked, this,
            [this](const QString &, const Service::Look &look) {
                if (look.found > 0)
                    statusBar()->showMessage(tr("%n running task(s) found", nullptr, look.found), messageMs);
            });
    connect(&m_services.recovery, &Service::Recovery::failed, this,
            [this](const Core::Error &error) { showProblem(u"journalNotice"_s, error); });
    connect(&m_services.book, &Service::TaskBook::storageFailed, this,
            [this](const Core::Error &error) { showProblem(u"storageNotice"_s, error); });
    connect(&m_services.log, &Core::LogStore::appended, this, [this](const Core::LogEntry &entry) {
        if (Core::isAboutDamage(entry.topic)) // a notice for each: they may come together
            showProblem(u"damageNotice%1"_s.arg(static_cast<int>(entry.topic)),
                        [entry] { return Text::detail(entry); });
    });
    connect(&m_services.accounts, &Service::Accounts::keyringUnavailable, this,
            [this](const Core::Error &error) { showProblem(u"keyringNotice"_s, error); });
    connect(&m_services.sync, &Service::TaskSync::refreshFailed, this,
            [this](const Core::TaskKey &task, const Core::Error &error) {
                statusBar()->showMessage(
                    tr("Refreshing %1: %2").arg(task.taskId.toString(), Text::explain(error).title),
                    messageMs);
            });
}

void MainWindow::connectGuard()
{
    connect(m_ui->rulesAction, &QAction::triggered, m_guardFlow, &GuardFlow::editRules);
    connect(m_ui->stopAtAction, &QAction::triggered, m_guardFlow,
            [this] { m_guardFlow->requestStopAt(m_pages->tasks().selectedKeys()); });
    connect(m_ui->keepRunningAction, &QAction::triggered, m_guardFlow,
            [this] { m_guardFlow->keepRunning(m_pages->tasks().selectedKeys()); });
    m_ui->rulesAction->setEnabled(m_services.guard.isLoaded());
    connect(&m_services.guard, &Service::Guard::loaded, this, [this] {
        m_ui->rulesAction->setEnabled(true);
        updateSelection(); // stops can be planned from now on
    });
    connect(m_guardFlow, &GuardFlow::done, this,
            [this](const QString &summary) { statusBar()->showMessage(summary, messageMs); });
    connect(m_guardNotice, &GuardNotice::showRequested, this, [this](const QList<Core::TaskKey> &tasks) {
        reveal();
        m_ui->tasksPageAction->trigger();
        m_pages->tasks().select(tasks);
    });
    connect(m_guardNotice, &GuardNotice::accountSettingsRequested, this, [this](const QString &accountId) {
        reveal();
        m_dialogs->showAccountSettings(accountId);
    });
    connect(&m_services.guard, &Service::Guard::storageFailed, this,
            [this](const Core::Error &error) { showProblem(u"guardStorageNotice"_s, error); });
    connect(m_closeFlow, &CloseFlow::stayed, this, [this] { m_isQuitting = false; });
}

void MainWindow::updateSelection()
{
    const Core::PushTask *task = m_pages->tasks().currentTask();
    m_pages->details().showTask(task != nullptr ? std::optional(*task) : std::nullopt,
                                task != nullptr && m_stopFlow->canStopBackup(*task));
    const std::optional<Core::Account> account =
        task != nullptr ? m_services.accounts.byId(task->key.accountId) : std::nullopt;
    m_status->setAccount(account ? account : m_services.accounts.defaultAccount());
    m_actions->update();
}

void MainWindow::offerTaskLink(const QString &link)
{
    m_actions->offerLink(link);
}

void MainWindow::showProblem(const QString &name, const std::function<Text::ErrorText()> &explained)
{
    m_pages->notices().show([name, explained] {
        return Notice{
            .name = name, .iconName = u"warning"_s, .text = Text::paragraph(explained()), .buttons = {}};
    });
}

void MainWindow::showProblem(const QString &name, const Core::Error &error)
{
    showProblem(name, [error] { return Text::explain(error); });
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        findChild<QMenu *>(u"columnsMenu"_s)->setTitle(tr("&Columns"));
        findChild<QMenu *>(u"groupMenu"_s)->setTitle(tr("&Group by"));
        nameToolBarAction();
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
        if (task.hasAnythingRunning())
            keys.append(task.key);
    }
    if (keys.isEmpty())
        statusBar()->showMessage(tr("Nothing in the list is running."), messageMs);
    m_stopFlow->request(keys, StopFlow::Backups::Included, StopFlow::Asking::Always);
}

void MainWindow::findAndStopAllRunning()
{
    reveal();
    m_stopAllFlow->start();
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
    const bool isKept = !m_isQuitting && m_services.settings.closesToTray() && !qGuiApp->isSavingSession()
        && m_isTrayAvailable && m_isTrayAvailable();
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

void MainWindow::selectFirstRunning()
{
    m_pages->tasks().selectFirstRunning();
}

void MainWindow::saveViewState()
{
    m_services.settings.setViewState(u"mainWindowGeometry"_s, saveGeometry());
    m_services.settings.setViewState(u"mainWindow"_s, saveState());
    m_pages->saveState();
}

} // namespace Gui
