// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tasktablemodel.h"

#include "core/plaintext.h"
#include "models/rowblocks.h"
#include "models/searchwords.h"

#include <QElapsedTimer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Models {

namespace {

// Search texts are made ahead in short slices, so that neither the start nor the first key in the filter
// waits.
constexpr int prepareIntervalMs = 20;
constexpr qint64 prepareSliceMs = 4;

//! Up to so many blocks are removed one by one: listeners pay for each. More are gathered at the end first.
constexpr size_t mostRemovedBlocks = 8;

[[nodiscard]] size_t at(int row)
{
    return static_cast<size_t>(row);
}

void sortUnique(std::vector<int> &rows)
{
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
}

template <typename E> [[nodiscard]] QVariant number(E value)
{
    return static_cast<int>(value);
}

} // namespace

TaskTableModel::TaskTableModel(TaskTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_texts(std::move(texts))
{
    m_prepareTimer.setInterval(prepareIntervalMs);
    connect(&m_prepareTimer, &QTimer::timeout, this, &TaskTableModel::prepareSomeSearchTexts);
}

void TaskTableModel::setTasks(const QList<Core::PushTask> &tasks)
{
    upsert(tasks);
    std::vector<int> leavers;
    for (const auto &row : m_rows) {
        if (row->merge != m_merge) {
            leavers.push_back(row->number);
        }
    }
    removeRowsOf(leavers);
}

void TaskTableModel::upsert(const QList<Core::PushTask> &tasks)
{
    ++m_merge;
    std::vector<int> changed;
    std::vector<std::unique_ptr<Row>> newcomers;
    m_byKey.reserve(qMax(m_byKey.size(), tasks.size()));
    for (const Core::PushTask &task : tasks) {
        Row *&row = m_byKey[task.key];
        if (!row) {
            newcomers.push_back(std::make_unique<Row>());
            row = newcomers.back().get();
            row->task = task;
        } else if (row->number < 0) {
            row->task = task;
        } else if (row->change || !(row->task == task)) {
            row->change = &task;
            changed.push_back(row->number);
        }
        row->merge = m_merge;
    }
    applyChanges(std::move(changed));
    append(std::move(newcomers));
}

void TaskTableModel::applyChanges(std::vector<int> numbers)
{
    if (numbers.empty()) {
        return;
    }
    sortUnique(numbers);
    // Each block changes only when it is announced: a listener that keeps an order needs the other rows as
    // they were.
    auto number = numbers.cbegin();
    for (const RowBlock &block : changedBlocksOf(numbers)) {
        for (; number != numbers.cend() && *number <= block.last; ++number) {
            Row &row = *m_rows[at(*number)];
            row.task = *std::exchange(row.change, nullptr);
            row.searchText.clear();
        }
        Q_EMIT dataChanged(index(block.first, StatusColumn), index(block.last, ColumnCount - 1));
    }
    prepareSearchTexts(numbers.front());
}

void TaskTableModel::append(std::vector<std::unique_ptr<Row>> rows)
{
    if (rows.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    std::ranges::move(rows, std::back_inserter(m_rows));
    numberRows(first);
    endInsertRows();
    prepareSearchTexts(first);
}

void TaskTableModel::remove(const QList<Core::TaskKey> &keys)
{
    std::vector<int> numbers;
    for (const Core::TaskKey &key : keys) {
        if (const int row = rowOf(key); row >= 0) {
            numbers.push_back(row);
        }
    }
    sortUnique(numbers);
    removeRowsOf(numbers);
}

void TaskTableModel::clear()
{
    if (!m_rows.empty()) {
        removeBlock(0, rowCount() - 1);
    }
}

void TaskTableModel::removeRowsOf(const std::vector<int> &numbers)
{
    const std::vector<RowBlock> blocks = blocksOf(numbers);
    if (blocks.size() > mostRemovedBlocks) {
        moveToEnd(numbers);
        removeBlock(rowCount() - static_cast<int>(numbers.size()), rowCount() - 1);
        return;
    }
    std::for_each(blocks.rbegin(), blocks.rend(),
                  [this](const RowBlock &block) { removeBlock(block.first, block.last); });
}

void TaskTableModel::moveToEnd(const std::vector<int> &numbers)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const Row *> rowsBefore;
    rowsBefore.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(rowsBefore), &std::unique_ptr<Row>::get);
    std::ranges::stable_partition(m_rows, [&numbers](const std::unique_ptr<Row> &row) {
        return !std::ranges::binary_search(numbers, row->number);
    });
    numberRows(0);
    m_preparedRows = 0;
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        after.append(createIndex(rowsBefore[at(index.row())]->number, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TaskTableModel::removeBlock(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        m_byKey.remove(m_rows[at(row)]->task.key);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    numberRows(first);
    m_preparedRows = qMin(m_preparedRows, first);
    endRemoveRows();
}

void TaskTableModel::numberRows(int from)
{
    for (int row = from; row < rowCount(); ++row) {
        m_rows[at(row)]->number = row;
    }
}

void TaskTableModel::tick(const QDateTime &now)
{
    m_now = now;
    const auto isRunning = [](const std::unique_ptr<Row> &row) { return row->task.hasAnythingRunning(); };
    const auto first = std::ranges::find_if(m_rows, isRunning);
    if (first == m_rows.cend()) {
        return;
    }
    const auto last = std::find_if(m_rows.crbegin(), m_rows.crend(), isRunning);
    Q_EMIT dataChanged(index((*first)->number, RunningForColumn), index((*last)->number, RunningForColumn),
                       {Qt::DisplayRole, SortRole});
}

void TaskTableModel::setPlannedStops(const QHash<Core::TaskKey, PlannedStop> &stops)
{
    const QHash<Core::TaskKey, PlannedStop> before = std::exchange(m_plannedStops, stops);
    int first = rowCount();
    int last = -1;
    const auto compare = [&](const QHash<Core::TaskKey, PlannedStop> &some) {
        for (auto each = some.cbegin(); each != some.cend(); ++each) {
            if (before.value(each.key()) != stops.value(each.key())) {
                if (const int row = rowOf(each.key()); row >= 0) {
                    first = qMin(first, row);
                    last = qMax(last, row);
                }
            }
        }
    };
    compare(before);
    compare(stops);
    if (last >= 0) {
        Q_EMIT dataChanged(index(first, StopsAtColumn), index(last, StopsAtColumn),
                           {Qt::DisplayRole, SortRole, IsCountingDownRole});
    }
}

PlannedStop TaskTableModel::plannedStop(const Core::PushTask &task) const
{
    return task.hasEnded() ? PlannedStop() : m_plannedStops.value(task.key);
}

void TaskTableModel::refreshTexts()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows.empty()) {
        return;
    }
    for (const auto &row : m_rows) {
        row->searchText.clear();
    }
    Q_EMIT dataChanged(index(0, StatusColumn), index(rowCount() - 1, ColumnCount - 1));
    prepareSearchTexts(0);
}

int TaskTableModel::rowOf(const Core::TaskKey &key) const
{
    const Row *const row = m_byKey.value(key);
    return row ? row->number : -1;
}

const Core::PushTask &TaskTableModel::taskAt(int row) const
{
    Q_ASSERT(row >= 0 && row < rowCount());
    return m_rows[at(row)]->task;
}

const Core::PushTask *TaskTableModel::find(const Core::TaskKey &key) const
{
    const Row *const row = m_byKey.value(key);
    return row && row->number >= 0 ? &row->task : nullptr;
}

QByteArrayView TaskTableModel::searchText(int row) const
{
    Row &found = *m_rows[at(row)];
    if (found.searchText.isEmpty()) {
        QString joined;
        joined.reserve(256);
        for (const Column column :
             {StatusColumn, TaskIdColumn, LabelColumn, ApplicationColumn, RoomColumn, StartedColumn,
              FinishReasonColumn, LastResultColumn, RequestIdColumn, AccountColumn}) {
            joined += text(found.task, column);
            joined += SearchWords::separator;
        }
        found.searchText = SearchWords::folded(joined);
    }
    return found.searchText;
}

void TaskTableModel::prepareSearchTexts(int fromRow)
{
    m_preparedRows = qMin(m_preparedRows, fromRow);
    m_prepareTimer.start();
}

void TaskTableModel::prepareSomeSearchTexts()
{
    QElapsedTimer slice;
    slice.start();
    while (m_preparedRows < rowCount() && slice.elapsed() < prepareSliceMs) {
        static_cast<void>(searchText(m_preparedRows));
        ++m_preparedRows;
    }
    if (m_preparedRows >= rowCount()) {
        m_prepareTimer.stop();
    }
}

QString TaskTableModel::accountName(int row) const
{
    return m_texts.accountName(taskAt(row).key.accountId);
}

int TaskTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Core::PushTask &task = taskAt(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return Core::oneLine(text(task, column));
    case SortRole:
        return sortValue(task, column);
    case TaskKeyRole:
        return QVariant::fromValue(task.key);
    case TaskRole:
        return QVariant::fromValue(task);
    case StatusRole:
        return number(task.status);
    case PhaseRole:
        return number(task.stopPhase);
    case OutcomeRole:
        return task.lastOutcome ? number(*task.lastOutcome) : QVariant();
    case IsRunningRole:
        return task.isRunning();
    case IsStoppingRole:
        return isStopping(task);
    case HasBackupLeftRole:
        return task.hasBackupLeftRunning();
    case HasTaskErrorRole:
        return !task.taskErrorCode.isEmpty();
    case IsCountingDownRole:
        return plannedStop(task).secondsLeft >= 0;
    default:
        return {};
    }
}

QString TaskTableModel::text(const Core::PushTask &task, Column column) const
{
    switch (column) {
    case StatusColumn:
        return m_texts.status(task);
    case TaskIdColumn:
        return task.key.taskId.toString();
    case LabelColumn:
        return task.label;
    case ApplicationColumn:
        return task.key.sdkAppId.isValid() ? task.key.sdkAppId.toString() : QString();
    case RoomColumn:
        return task.roomId > 0 ? QString::number(task.roomId) : QString();
    case StartedColumn: {
        const QDateTime start = startOf(task);
        return start.isValid() ? m_texts.dateTime(start) : QString();
    }
    case RunningForColumn: {
        const qint64 seconds = runningSeconds(task, m_now);
        return seconds < 0 ? QString() : m_texts.duration(seconds);
    }
    case FinishReasonColumn:
        return m_texts.finishReason(task.finishReason);
    case LastResultColumn:
        return m_texts.lastResult(task);
    case RequestIdColumn:
        return task.lastRequestId;
    case AccountColumn:
        return m_texts.accountName(task.key.accountId);
    case StopsAtColumn: {
        const PlannedStop stop = plannedStop(task);
        return stop.at.isValid() ? m_texts.plannedStop(stop) : QString();
    }
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant TaskTableModel::sortValue(const Core::PushTask &task, Column column) const
{
    switch (column) {
    case StatusColumn:
        return number(task.status);
    case ApplicationColumn:
        return task.key.sdkAppId.isValid() ? QVariant(task.key.sdkAppId.value) : QVariant();
    case RoomColumn:
        return task.roomId > 0 ? QVariant(task.roomId) : QVariant();
    case StartedColumn: {
        const QDateTime start = startOf(task);
        return start.isValid() ? QVariant(start) : QVariant();
    }
    case RunningForColumn: {
        const qint64 seconds = runningSeconds(task, m_now);
        return seconds < 0 ? QVariant() : QVariant(seconds);
    }
    case FinishReasonColumn:
        return number(task.finishReason);
    case StopsAtColumn: {
        const QDateTime at = plannedStop(task).at;
        return at.isValid() ? QVariant(at) : QVariant();
    }
    case TaskIdColumn:
    case LabelColumn:
    case LastResultColumn:
    case RequestIdColumn:
    case AccountColumn:
        return text(task, column);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (static_cast<Column>(section)) {
    case StatusColumn:
        return tr("Status");
    case TaskIdColumn:
        return tr("TaskId");
    case LabelColumn:
        return tr("Label");
    case ApplicationColumn:
        return tr("Application");
    case RoomColumn:
        return tr("Room");
    case StartedColumn:
        return tr("Started");
    case RunningForColumn:
        return tr("Running for");
    case FinishReasonColumn:
        return tr("Finish reason");
    case LastResultColumn:
        return tr("Last result");
    case RequestIdColumn:
        return tr("RequestId");
    case AccountColumn:
        return tr("Account");
    case StopsAtColumn:
        return tr("Stops at");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Models
