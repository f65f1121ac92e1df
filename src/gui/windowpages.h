// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wireexchange.h"
#include "service/services.h"

#include <QObject>

#include <optional>

class QWidget;

namespace Gui {

class BulkStopPanel;
class DetailsPane;
class ExplorerPage;
class HistoryPage;
class LogPane;
class NoticeArea;
class TaskPage;
class TimelinePage;
class UserPrompt;
class WelcomePage;
class Workspace;

namespace Ui {
class MainWindow;
}

//! What the window shows below its tool bar: notices, the progress of many Stops, and then the page of a
//! first start or the workspace with its pages. The page of a first start, the timeline, the history and the
//! explorer are made when they are first shown.
class WindowPages : public QObject
{
    Q_OBJECT
public:
    //! Fills `ui`; `window` is the parent. All of them, and `prompt`, outlive it.
    WindowPages(const Service::Services &services, UserPrompt &prompt, Ui::MainWindow &ui, QWidget *window);

    [[nodiscard]] NoticeArea &notices() const { return *m_notices; }
    [[nodiscard]] BulkStopPanel &bulkStops() const { return *m_bulkStops; }
    [[nodiscard]] TaskPage &tasks() const { return *m_tasks; }
    [[nodiscard]] DetailsPane &details() const { return *m_details; }
    [[nodiscard]] Workspace &workspace() const { return *m_workspace; }

    [[nodiscard]] bool isShowingTasks() const;
    //! Puts the keyboard into the filter or the search of the page that is shown.
    void focusFilter();

    //! Sizes, places, columns and filters of all that is in here.
    void saveState();
    void restoreState();

Q_SIGNALS:
    //! Of the page that is shown, another one from now on.
    void pageChanged();
    //! Somebody wants to see a request; none if what was pointed at tells of no request.
    void inspectRequested(const std::optional<Core::WireExchange> &exchange);
    void trySimulatorRequested();
    void addAccountRequested();

private:
    void addTimeline();
    void addHistory();
    void addExplorer();
    //! A first start is one without accounts and without tasks.
    void choosePage();
    [[nodiscard]] QWidget *welcome();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    Ui::MainWindow &m_ui;
    NoticeArea *m_notices;
    BulkStopPanel *m_bulkStops;
    TaskPage *m_tasks;
    DetailsPane *m_details;
    LogPane *m_logPane;
    Workspace *m_workspace;
    QWidget *m_chosen = nullptr; //!< the welcome or the workspace; null before the first choice
    WelcomePage *m_welcome = nullptr; //!< null until it was shown, as the next three
    TimelinePage *m_timeline = nullptr;
    HistoryPage *m_history = nullptr;
    ExplorerPage *m_explorer = nullptr;
};

} // namespace Gui
