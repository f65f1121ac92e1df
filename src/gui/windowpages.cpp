// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowpages.h"

#include "config/settings.h"
#include "gui/bulkstoppanel.h"
#include "gui/detailspane.h"
#include "gui/explorerpage.h"
#include "gui/historypage.h"
#include "gui/logpane.h"
#include "gui/noticearea.h"
#include "gui/pagetabs.h"
#include "gui/taskpage.h"
#include "gui/timelinepage.h"
#include "gui/welcomepage.h"
#include "gui/workspace.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/taskbook.h"
#include "ui_mainwindow.h"

#include <QTableView>

namespace Gui {

using namespace Qt::StringLiterals;

WindowPages::WindowPages(const Service::Services &services, UserPrompt &prompt, Ui::MainWindow &ui,
                         QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_ui(ui)
    , m_notices(new NoticeArea(ui.centre))
    , m_bulkStops(new BulkStopPanel(services, prompt, ui.centre))
    , m_tasks(new TaskPage(services, prompt))
    , m_details(new DetailsPane(services))
    , m_logPane(new LogPane(services.log, prompt))
    , m_workspace(new Workspace(m_tasks, m_details, m_logPane, ui.tasksPageAction, ui.pages))
{
    m_ui.centreLayout->insertWidget(0, m_notices);
    m_ui.centreLayout->insertWidget(1, m_bulkStops);
    addTimeline();
    addHistory();
    addExplorer();
    m_ui.pages->addWidget(m_workspace);

    connect(m_workspace->pages(), &PageTabs::pageChanged, this, &WindowPages::pageChanged);
    connect(m_details, &DetailsPane::inspectRequested, this, &WindowPages::inspectRequested);
    connect(m_logPane, &LogPane::inspectRequested, this, [this](const Core::LogEntry &entry) {
        Q_EMIT inspectRequested(m_services.dispatcher.exchanges().behind(entry));
    });
    connect(m_tasks, &TaskPage::ticked, m_details, &DetailsPane::tick);
    connect(m_tasks, &TaskPage::activated, m_workspace->showDetailsAction(),
            [this] { m_workspace->showDetailsAction()->setChecked(true); });
    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, &WindowPages::choosePage);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, &WindowPages::choosePage);
    connect(&m_services.accounts, &Service::Accounts::accountsChanged, this, &WindowPages::choosePage);
}

void WindowPages::addTimeline()
{
    m_workspace->pages()->addPage(m_ui.timelinePageAction, [this](QWidget *parent) {
        m_timeline = new TimelinePage(m_services, parent);
        m_timeline->restoreState(m_services.settings.viewState(u"timelinePage"_s));
        connect(m_timeline, &TimelinePage::taskChosen, m_tasks,
                [this](const Core::TaskKey &task) { m_tasks->select({task}); });
        connect(m_timeline, &TimelinePage::taskActivated, m_tasks, [this](const Core::TaskKey &task) {
            m_ui.tasksPageAction->trigger();
            m_tasks->select({task});
            m_tasks->table()->setFocus(Qt::OtherFocusReason);
        });
        return m_timeline;
    });
}

void WindowPages::addHistory()
{
    m_workspace->pages()->addPage(m_ui.historyPageAction, [this](QWidget *parent) {
        m_history = new HistoryPage(m_services, m_prompt, parent);
        m_history->restoreState(m_services.settings.viewState(u"historyPage"_s));
        connect(m_history, &HistoryPage::inspectRequested, this,
                [this](const Core::HistoryEntry &entry, const Core::ExchangeTexts &texts) {
                    Q_EMIT inspectRequested(m_services.dispatcher.exchanges().behind(entry, texts));
                });
        return m_history;
    });
}

void WindowPages::addExplorer()
{
    m_workspace->pages()->addPage(m_ui.explorerPageAction, [this](QWidget *parent) {
        m_explorer = new ExplorerPage(m_services, m_prompt, parent);
        m_explorer->restoreState(m_services.settings.viewState(u"explorerPage"_s));
        return m_explorer;
    });
    // One goes there to look something up: typing finds it at once.
    connect(m_ui.explorerPageAction, &QAction::triggered, this, [this] {
        if (m_explorer != nullptr)
            m_explorer->focusSearch();
    });
}

bool WindowPages::isShowingTasks() const
{
    return m_workspace->pages()->isShowing(m_ui.tasksPageAction);
}

void WindowPages::focusFilter()
{
    if (m_workspace->pages()->isShowing(m_ui.historyPageAction)) {
        m_history->focusSearch();
        return;
    }
    if (m_workspace->pages()->isShowing(m_ui.explorerPageAction)) {
        m_explorer->focusSearch();
        return;
    }
    m_workspace->pages()->setCurrentIndex(0);
    m_tasks->focusFilter();
}

void WindowPages::choosePage()
{
    const bool isFirstStart = m_services.book.size() == 0 && m_services.accounts.all().isEmpty();
    QWidget *page = isFirstStart ? welcome() : m_workspace;
    if (m_chosen == page)
        return;
    m_chosen = page;
    m_ui.pages->setCurrentWidget(page);
    for (QAction *action : {m_ui.tasksPageAction, m_ui.timelinePageAction, m_ui.historyPageAction,
                            m_ui.explorerPageAction, m_ui.filterAction, m_ui.savedFiltersAction,
                            m_workspace->showDetailsAction(), m_workspace->showLogAction()})
        action->setEnabled(!isFirstStart);
    if (!isFirstStart)
        m_tasks->table()->setFocus(Qt::OtherFocusReason);
}

// Its buttons search the icon themes of the system: a sixth of a start, which only a first one needs.
QWidget *WindowPages::welcome()
{
    if (m_welcome == nullptr) {
        m_welcome = new WelcomePage(m_ui.pages);
        m_ui.pages->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::trySimulatorRequested, this, &WindowPages::trySimulatorRequested);
        connect(m_welcome, &WelcomePage::addAccountRequested, this, &WindowPages::addAccountRequested);
    }
    return m_welcome;
}

void WindowPages::restoreState()
{
    const Config::Settings &settings = m_services.settings;
    m_workspace->setState(settings.viewState(u"workspace"_s));
    m_tasks->restoreState(settings.viewState(u"taskTable"_s));
    m_tasks->restoreView(settings.viewState(u"taskView"_s));
    m_details->restoreState(settings.viewState(u"detailsPane"_s));
    m_logPane->restoreState(settings.viewState(u"logPane"_s));
    choosePage();
}

void WindowPages::saveState()
{
    Config::Settings &settings = m_services.settings;
    settings.setViewState(u"workspace"_s, m_workspace->state());
    settings.setViewState(u"taskTable"_s, m_tasks->saveState());
    settings.setViewState(u"taskView"_s, m_tasks->saveView());
    settings.setViewState(u"detailsPane"_s, m_details->saveState());
    settings.setViewState(u"logPane"_s, m_logPane->saveState());
    if (m_timeline != nullptr)
        settings.setViewState(u"timelinePage"_s, m_timeline->saveState());
    if (m_history != nullptr)
        settings.setViewState(u"historyPage"_s, m_history->saveState());
    if (m_explorer != nullptr)
        settings.setViewState(u"explorerPage"_s, m_explorer->saveState());
}

} // namespace Gui
