// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskfiltermodel.h"

#include "models/tasksortkey.h"

#include <algorithm>
#include <utility>

namespace Models {

TaskFilterModel::TaskFilterModel(TaskTableModel &source, QObject *parent)
    : RowVectorProxy(source, parent)
    , m_source(source)
{
    readSource();
}

void TaskFilterModel::setFilter(const TaskFilter &filter)
{
    if (m_filter == filter) {
        return;
    }
    m_filter = filter;
    m_words = SearchWords(filter.text);
    refilter();
}

void TaskFilterModel::sort(int column, Qt::SortOrder order)
{
    if (m_sortColumn == column && m_sortOrder == order) {
        return;
    }
    m_sortColumn = column >= 0 && column < TaskTableModel::ColumnCount ? column : -1;
    m_sortOrder = order;
    resort();
}

QModelIndex TaskFilterModel::indexOf(const Core::TaskKey &key) const
{
    const int row = m_source.rowOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_source.index(row, 0));
}

const Core::PushTask *TaskFilterModel::taskAt(const QModelIndex &proxyIndex) const
{
    const QModelIndex sourceIndex = mapToSource(proxyIndex);
    return sourceIndex.isValid() ? &m_source.taskAt(sourceIndex.row()) : nullptr;
}

bool TaskFilterModel::accepts(int sourceRow) const
{
    const Core::PushTask &task = m_source.taskAt(sourceRow);
    return (m_filter.statuses.isEmpty() || m_filter.statuses.contains(task.status))
        && (m_filter.accountId.isEmpty() || m_filter.accountId == task.key.accountId)
        && (m_words.isEmpty() || m_words.matches(m_source.searchText(sourceRow)));
}

bool TaskFilterModel::isBefore(int sourceRow, int otherSourceRow) const
{
    if (m_sortColumn < 0) {
        return sourceRow < otherSourceRow;
    }
    const auto column = static_cast<TaskTableModel::Column>(m_sortColumn);
    const TaskSortKey key = sortKeyOf(m_source, sourceRow, column);
    const TaskSortKey otherKey = sortKeyOf(m_source, otherSourceRow, column);
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    if (key < otherKey) {
        return isAscending;
    }
    if (otherKey < key) {
        return !isAscending;
    }
    return sourceRow < otherSourceRow;
}

void TaskFilterModel::sortRows(std::vector<int> &sourceRows) const
{
    if (m_sortColumn < 0) {
        std::ranges::sort(sourceRows);
        return;
    }
    struct KeyedRow
    {
        TaskSortKey key;
        int row;
    };
    std::vector<KeyedRow> keyed;
    keyed.reserve(sourceRows.size());
    for (const int row : sourceRows) {
        keyed.push_back({sortKeyOf(m_source, row, static_cast<TaskTableModel::Column>(m_sortColumn)), row});
    }
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    std::ranges::sort(keyed, [isAscending](const KeyedRow &a, const KeyedRow &b) {
        if (a.key < b.key) {
            return isAscending;
        }
        if (b.key < a.key) {
            return !isAscending;
        }
        return a.row < b.row;
    });
    std::ranges::transform(keyed, sourceRows.begin(), &KeyedRow::row);
}

bool TaskFilterModel::isFilterAffected(int firstColumn, int lastColumn) const
{
    // "Running for" changes every second and is not searched.
    return firstColumn != TaskTableModel::RunningForColumn || lastColumn != TaskTableModel::RunningForColumn;
}

bool TaskFilterModel::isOrderAffected(int firstColumn, int lastColumn) const
{
    return m_sortColumn >= firstColumn && m_sortColumn <= lastColumn;
}

} // namespace Models
