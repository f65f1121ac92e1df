// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QTableView;

namespace Models {
class TaskFilterModel;
class TaskTableModel;
enum class TaskGrouping;
} // namespace Models

namespace Gui {

class FilterBar;
class TablePlace;
class UserPrompt;

namespace Ui {
class TaskPage;
}

//! The table of the tracked tasks, its filter, and what an empty one says. Follows the TaskBook by itself.
class TaskPage : public QWidget
{
    Q_OBJECT
public:
    TaskPage(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~TaskPage() override;

    //! In the order shown; the pointers hold until the event loop turns.
    [[nodiscard]] QList<const Core::PushTask *> selectedTasks() const;
    [[nodiscard]] QList<Core::TaskKey> selectedKeys() const;
    //! All that match the filter, in the order shown.
    [[nodiscard]] QList<Core::TaskKey> shownKeys() const;
    //! The one whose details are wanted; null if nothing is selected.
    [[nodiscard]] const Core::PushTask *currentTask() const;
    //! Of the account filter; empty for all.
    [[nodiscard]] QString chosenAccountId() const;
    //! Selects those that are shown and scrolls to the first.
    void select(const QList<Core::TaskKey> &tasks);

    //! See TablePlace.
    void selectFirstRunning();

    void focusFilter();
    void showSavedFilters();
    //! By the column of the current cell; the other way round if it is sorted by it already.
    void sortByCurrentColumn();
    //! For keys that work on the table alone.
    [[nodiscard]] QTableView *table() const;
    //! One checkable action a column that may be hidden.
    [[nodiscard]] QList<QAction *> columnActions() const { return m_columnActions; }

    //! What the rows may be grouped by; one is checked.
    [[nodiscard]] QList<QAction *> groupActions() const { return m_groupActions; }

    //! Of the columns and the order.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    //! What the filter says and where one is in the table.
    [[nodiscard]] QByteArray saveView() const;
    void restoreView(const QByteArray &view);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    //! Other rows are selected, or what they say has changed.
    void selectionChanged();
    void contextMenuRequested(const QPoint &globalPosition);
    void activated(); //!< double click or Return on a row
    void addRequested();
    void findRequested();
    void ticked(); //!< a second passed while tasks are running and seen

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpTable();
    void setUpColumns();
    void setUpGrouping();
    void setUpFilters();
    void followBook();
    void readAccountNames();
    void translateGroups();
    void setGrouping(Models::TaskGrouping grouping);
    //! The column that names the group stands first as long as there are groups.
    void placeGroupColumn();
    void restoreGroupColumn();
    void applyFilter();
    void updateLater();
    void updateAll();
    void updateEmptyState(int shown, int all);
    void showPlannedStops();
    void updateTicking();
    void tick();

    const Service::Services m_services;
    std::unique_ptr<Ui::TaskPage> m_ui;
    QHash<QString, QString> m_accountNames; //!< by id; the table asks for each row
    std::unique_ptr<Models::TaskTableModel> m_model;
    std::unique_ptr<Models::TaskFilterModel> m_filtered;
    FilterBar *m_filters;
    TablePlace *m_place;
    QList<QAction *> m_columnActions;
    QList<QAction *> m_groupActions;
    int m_groupColumnPlace = -1; //!< where the group's column stands without groups; -1 if there are none
    bool m_isGroupColumnHidden = false; //!< without groups
    QTimer m_updateTimer; //!< many changes of one turn of the event loop are looked at once
    QTimer m_tickTimer;
    int m_running = 0;
    bool m_isLoaded = false; //!< before, an empty table does not mean that there is nothing
};

} // namespace Gui
