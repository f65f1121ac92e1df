// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowvectorproxy.h"
#include "models/searchwords.h"
#include "models/tasktablemodel.h"

namespace Models {

//! Which tasks are shown. Everything empty shows all.
struct TaskFilter
{
    QString text; //!< words, all of which must occur in a row, in any of its columns
    QList<Core::TaskStatus> statuses; //!< any of these
    QString accountId;

    bool operator==(const TaskFilter &) const = default;
};

//! The task table filtered and sorted. Sorting is stable: tasks that compare equal keep the order they came
//! in.
class TaskFilterModel final : public RowVectorProxy
{
    Q_OBJECT
public:
    explicit TaskFilterModel(TaskTableModel &source, QObject *parent = nullptr);

    void setFilter(const TaskFilter &filter);
    [[nodiscard]] const TaskFilter &filter() const { return m_filter; }

    //! Column -1 restores the order the tasks came in.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    //! Proxy index of a task's first column; invalid if it is hidden or unknown.
    [[nodiscard]] QModelIndex indexOf(const Core::TaskKey &key) const;
    //! Null for an invalid index; valid until the next change of the model.
    [[nodiscard]] const Core::PushTask *taskAt(const QModelIndex &proxyIndex) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;
    [[nodiscard]] bool isBefore(int sourceRow, int otherSourceRow) const override;
    void sortRows(std::vector<int> &sourceRows) const override;
    [[nodiscard]] bool isFilterAffected(int firstColumn, int lastColumn) const override;
    [[nodiscard]] bool isOrderAffected(int firstColumn, int lastColumn) const override;

private:
    TaskTableModel &m_source;
    TaskFilter m_filter;
    SearchWords m_words;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Models
