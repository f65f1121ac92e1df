// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"

#include <QObject>

class QWidget;

namespace Gui {

class ExportFlow;
class FindRunning;
class RemovalFlow;
class StopFlow;
class TaskIntake;
class TaskPage;
class UserPrompt;
class WindowPages;

namespace Ui {
class MainWindow;
}

//! What can be done to the list of tasks and to those selected in it: brought in, found, refreshed, labelled,
//! removed, copied, exported, stopped. Switches its actions on and off.
class TaskActions : public QObject
{
    Q_OBJECT
public:
    //! `window` is what questions are shown over, and the parent. All the others outlive it.
    TaskActions(const Service::Services &services, UserPrompt &prompt, Ui::MainWindow &ui, WindowPages &pages,
                StopFlow &stops, QWidget *window);

    //! The account of the list, else the usual one; empty if there is none.
    [[nodiscard]] QString likelyAccountId() const;
    //! See TaskIntake.
    void offerLink(const QString &link);
    //! To what is selected and known.
    void update();

private:
    void connectStops();
    void connectIntake();
    void connectFinding();
    void connectExports();
    void connectSelection();
    void addTasks(const QList<Core::PushTask> &tasks);
    void findRunning();
    void refresh();
    void editLabel();
    void copyTaskIds();
    void copyRequestIds();
    void showContextMenu(const QPoint &globalPosition);
    void updateForSelection(const QList<const Core::PushTask *> &selected, const Core::PushTask *current);
    void tell(const QString &message);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    Ui::MainWindow &m_ui;
    WindowPages &m_pages;
    TaskPage &m_tasks;
    StopFlow &m_stops;
    QWidget *m_window;
    TaskIntake *m_intake;
    FindRunning *m_find;
    ExportFlow *m_export;
    RemovalFlow *m_removals;
};

} // namespace Gui
