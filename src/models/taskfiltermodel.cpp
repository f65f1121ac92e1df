// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/taskfiltermodel.h"

#include "models/tasksortkey.h"

#include <QHash>

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

bool TaskFilterModel::isOfKind(const Core::PushTask &task) const
{
    switch (m_filter.kind) {
    case TaskKind::Any:
        return true;
    case TaskKind::Running:
        return task.hasAnythingRunning();
    case TaskKind::LongRunning:
        // A backup that was left running runs as long as its task would.
        return task.hasAnythingRunning() && startOf(task).isValid()
            && startOf(task).secsTo(m_source.now()) >= m_filter.longRunSeconds;
    case TaskKind::Stopped:
        return task.status == Core::TaskStatus::Stopped;
    case TaskKind::Failed:
        return !task.taskErrorCode.isEmpty() || task.finishReason == Core::FinishReason::Exception
            || task.lastOutcome == Core::StopOutcome::Failed;
    case TaskKind::Unknown:
        return task.status == Core::TaskStatus::Unknown || task.lastOutcome == Core::StopOutcome::Unknown;
    case TaskKind::Mine:
        return (task.lastOutcome && task.lastResultAt.isValid() && task.lastResultAt >= m_filter.mineSince)
            || m_filter.startedIds.contains(task.key.taskId.toString());
    }
    Q_UNREACHABLE();
}

bool TaskFilterModel::accepts(int sourceRow) const
{
    const Core::PushTask &task = m_source.taskAt(sourceRow);
    return isOfKind(task) && (m_filter.accountId.isEmpty() || m_filter.accountId == task.key.accountId)
        && (!m_filter.sdkAppId.isValid() || m_filter.sdkAppId == task.key.sdkAppId)
        && (m_words.isEmpty() || m_words.matches(m_source.searchText(sourceRow)));
}

void TaskFilterModel::setGrouping(TaskGrouping grouping)
{
    if (m_grouping == grouping) {
        return;
    }
    m_grouping = grouping;
    resort();
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {GroupPartRole});
    }
}

int TaskFilterModel::groupColumn() const
{
    switch (m_grouping) {
    case TaskGrouping::None:
        return -1;
    case TaskGrouping::Application:
        return TaskTableModel::ApplicationColumn;
    case TaskGrouping::Account:
        return TaskTableModel::AccountColumn;
    }
    Q_UNREACHABLE();
}

QVariant TaskFilterModel::data(const QModelIndex &index, int role) const
{
    return role == GroupPartRole ? QVariant(static_cast<int>(groupPart(index)))
                                 : RowVectorProxy::data(index, role);
}

TaskFilterModel::GroupPart TaskFilterModel::groupPart(const QModelIndex &index) const
{
    if (m_grouping == TaskGrouping::None || !index.isValid()) {
        return GroupPart::None;
    }
    const bool isFirst = index.row() == 0
        || !areOfOneGroup(mapToSource(index).row(), mapToSource(index.siblingAtRow(index.row() - 1)).row());
    if (index.column() == groupColumn()) {
        return isFirst ? GroupPart::Heading : GroupPart::Repeated;
    }
    return isFirst ? GroupPart::Start : GroupPart::None;
}

bool TaskFilterModel::areOfOneGroup(int sourceRow, int otherSourceRow) const
{
    const Core::TaskKey &key = m_source.taskAt(sourceRow).key;
    const Core::TaskKey &other = m_source.taskAt(otherSourceRow).key;
    return m_grouping == TaskGrouping::Application ? key.sdkAppId == other.sdkAppId
                                                   : key.accountId == other.accountId;
}

bool TaskFilterModel::isBefore(int sourceRow, int otherSourceRow) const
{
    if (m_grouping != TaskGrouping::None && !areOfOneGroup(sourceRow, otherSourceRow)) {
        const auto column = static_cast<TaskTableModel::Column>(groupColumn());
        const TaskSortKey group = sortKeyOf(m_source, sourceRow, column);
        const TaskSortKey otherGroup = sortKeyOf(m_source, otherSourceRow, column);
        if (group < otherGroup || otherGroup < group) {
            return group < otherGroup;
        }
        // Two accounts of one name still stand apart.
        return m_source.taskAt(sourceRow).key.accountId < m_source.taskAt(otherSourceRow).key.accountId;
    }
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
    sortByColumn(sourceRows);
    if (m_grouping == TaskGrouping::None) {
        return;
    }
    // There are few groups: rows are dealt out to them in the order they stand in.
    using Group = std::pair<qint64, QString>;
    const auto groupOf = [this](int row) {
        const Core::TaskKey &key = m_source.taskAt(row).key;
        return m_grouping == TaskGrouping::Application ? Group(key.sdkAppId.value, QString())
                                                       : Group(0, key.accountId);
    };
    QHash<Group, std::vector<int>> groups;
    std::vector<int> firstRows;
    for (const int row : sourceRows) {
        std::vector<int> &group = groups[groupOf(row)];
        if (group.empty()) {
            firstRows.push_back(row);
        }
        group.push_back(row);
    }
    std::ranges::sort(firstRows, [this](int a, int b) { return isBefore(a, b); });
    auto target = sourceRows.begin();
    for (const int row : firstRows) {
        target = std::ranges::copy(groups[groupOf(row)], target).out;
    }
}

void TaskFilterModel::sortByColumn(std::vector<int> &sourceRows) const
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
    return m_filter.kind == TaskKind::LongRunning || firstColumn != TaskTableModel::RunningForColumn
        || lastColumn != TaskTableModel::RunningForColumn;
}

bool TaskFilterModel::isOrderAffected(int firstColumn, int lastColumn) const
{
    const auto isChanged = [firstColumn, lastColumn](int column) {
        return column >= firstColumn && column <= lastColumn;
    };
    return isChanged(m_sortColumn) || isChanged(groupColumn());
}

} // namespace Models
