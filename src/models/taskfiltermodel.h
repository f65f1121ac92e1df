// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowvectorproxy.h"
#include "models/searchwords.h"
#include "models/tasktablemodel.h"

#include <QSet>

namespace Models {

//! Kinds of tasks that an operator looks for.
enum class TaskKind {
    Any,
    Running, //!< itself, or a backup that it left behind
    LongRunning, //!< as Running, and since TaskFilter::longRunSeconds or longer
    Stopped,
    Failed, //!< the task itself ended by an error, or our last Stop of it failed
    Unknown, //!< the service did not say yet how it stands, or what became of our Stop is not known
    Mine, //!< stopped or started from here since TaskFilter::mineSince
};

//! Which tasks are shown; the default shows all.
struct TaskFilter
{
    QString text = {}; //!< words, all of which must occur in a row, in any of its columns
    TaskKind kind = TaskKind::Any;
    Core::SdkAppId sdkAppId = {}; //!< invalid for all
    QString accountId = {}; //!< empty for all
    qint64 longRunSeconds = 3 * 3600;
    QDateTime mineSince = {}; //!< UTC
    QSet<QString> startedIds = {}; //!< TaskIds of what was started from here since then

    bool operator==(const TaskFilter &) const = default;
};

//! By what rows stand together, before their order counts.
enum class TaskGrouping { None, Application, Account };

//! The task table filtered and sorted. Sorting is stable: tasks that compare equal keep the order they came
//! in.
class TaskFilterModel final : public RowVectorProxy
{
    Q_OBJECT
public:
    explicit TaskFilterModel(TaskTableModel &source, QObject *parent = nullptr);

    void setFilter(const TaskFilter &filter);
    [[nodiscard]] const TaskFilter &filter() const { return m_filter; }

    //! Groups come in rising order, whatever the order of the rows in them.
    void setGrouping(TaskGrouping grouping);
    [[nodiscard]] TaskGrouping grouping() const { return m_grouping; }
    //! The column that says which group a row is in; -1 without grouping.
    [[nodiscard]] int groupColumn() const;

    //! What a cell is in its group.
    enum class GroupPart {
        None, //!< an ordinary cell, or there are no groups
        Start, //!< an ordinary cell of a group's first row
        Heading, //!< the group's name, in its first row
        Repeated, //!< the group's name again
    };
    enum Role { GroupPartRole = Qt::UserRole + 100 }; //!< GroupPart as int

    //! Column -1 restores the order the tasks came in.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    //! Proxy index of a task's first column; invalid if it is hidden or unknown.
    [[nodiscard]] QModelIndex indexOf(const Core::TaskKey &key) const;
    //! Null for an invalid index; valid until the next change of the model.
    [[nodiscard]] const Core::PushTask *taskAt(const QModelIndex &proxyIndex) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;
    [[nodiscard]] bool isBefore(int sourceRow, int otherSourceRow) const override;
    void sortRows(std::vector<int> &sourceRows) const override;
    [[nodiscard]] bool isFilterAffected(int firstColumn, int lastColumn) const override;
    [[nodiscard]] bool isOrderAffected(int firstColumn, int lastColumn) const override;

private:
    [[nodiscard]] bool isOfKind(const Core::PushTask &task) const;
    [[nodiscard]] GroupPart groupPart(const QModelIndex &index) const;
    [[nodiscard]] bool areOfOneGroup(int sourceRow, int otherSourceRow) const;
    void sortByColumn(std::vector<int> &sourceRows) const;

    TaskTableModel &m_source;
    TaskFilter m_filter;
    SearchWords m_words;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    TaskGrouping m_grouping = TaskGrouping::None;
};

} // namespace Models
