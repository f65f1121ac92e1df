// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tasktablemodel.h"

#include "models/rowblocks.h"
#include "models/searchwords.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Models {

namespace {

// Search texts are made ahead in short slices, so that neither the start nor the first key in the filter
// waits.
constexpr int prepareIntervalMs = 20;
constexpr qint64 prepareSliceMs = 4;

[[nodiscard]] size_t at(int row)
{
    return static_cast<size_t>(row);
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
    QSet<Core::TaskKey> wanted;
    wanted.reserve(tasks.size());
    for (const Core::PushTask &task : tasks) {
        wanted.insert(task.key);
    }
    QList<Core::TaskKey> leavers;
    for (const auto &row : m_rows) {
        if (!wanted.contains(row->task.key)) {
            leavers.append(row->task.key);
        }
    }
    remove(leavers);
    upsert(tasks);
    Q_ASSERT(std::cmp_equal(m_rows.size(), wanted.size()));
}

void TaskTableModel::upsert(const QList<Core::PushTask> &tasks)
{
    QList<Core::PushTask> unknown;
    change(tasks, unknown);
    append(unknown);
}

void TaskTableModel::change(const QList<Core::PushTask> &tasks, QList<Core::PushTask> &unknown)
{
    std::vector<int> changed;
    QHash<Core::TaskKey, qsizetype> placeOfUnknown;
    for (const Core::PushTask &task : tasks) {
        Row *const row = m_byKey.value(task.key);
        if (row) {
            if (!(row->task == task)) {
                row->task = task;
                row->searchText.clear();
                changed.push_back(row->number);
            }
        } else if (const auto place = placeOfUnknown.constFind(task.key); place != placeOfUnknown.cend()) {
            unknown[*place] = task;
        } else {
            placeOfUnknown.insert(task.key, unknown.size());
            unknown.append(task);
        }
    }
    std::ranges::sort(changed);
    const auto repeated = std::ranges::unique(changed);
    changed.erase(repeated.begin(), repeated.end());
    announceChanged(changed, StatusColumn, AccountColumn, {});
    if (!changed.empty()) {
        prepareSearchTexts(changed.front());
    }
}

void TaskTableModel::append(const QList<Core::PushTask> &tasks)
{
    if (tasks.isEmpty()) {
        return;
    }
    const int first = rowCount();
    const int last = first + static_cast<int>(tasks.size()) - 1;
    m_byKey.reserve(last + 1);
    m_rows.reserve(at(last + 1));
    beginInsertRows({}, first, last);
    for (const Core::PushTask &task : tasks) {
        m_rows.push_back(std::make_unique<Row>(Row{task, rowCount(), {}}));
        m_byKey.insert(task.key, m_rows.back().get());
    }
    endInsertRows();
    prepareSearchTexts(first);
}

void TaskTableModel::remove(const QList<Core::TaskKey> &keys)
{
    std::vector<int> rows;
    for (const Core::TaskKey &key : keys) {
        if (const int row = rowOf(key); row >= 0) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    const std::vector<RowBlock> blocks = blocksOf(rows);
    std::for_each(blocks.rbegin(), blocks.rend(),
                  [this](const RowBlock &block) { removeRowsFromTo(block.first, block.last); });
}

void TaskTableModel::clear()
{
    if (!m_rows.empty()) {
        removeRowsFromTo(0, rowCount() - 1);
    }
}

void TaskTableModel::removeRowsFromTo(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        m_byKey.remove(m_rows[at(row)]->task.key);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    for (int row = first; row < rowCount(); ++row) {
        m_rows[at(row)]->number = row;
    }
    m_preparedRows = qMin(m_preparedRows, first);
    endRemoveRows();
}

void TaskTableModel::tick(const QDateTime &now)
{
    m_now = now;
    std::vector<int> running;
    for (const auto &row : m_rows) {
        if (row->task.isRunning()) {
            running.push_back(row->number);
        }
    }
    announceChanged(running, RunningForColumn, RunningForColumn, {Qt::DisplayRole, SortRole});
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
    std::vector<int> all(m_rows.size());
    std::iota(all.begin(), all.end(), 0);
    announceChanged(all, StatusColumn, AccountColumn, {});
    prepareSearchTexts(0);
}

void TaskTableModel::announceChanged(const std::vector<int> &rows, Column first, Column last,
                                     const QList<int> &roles)
{
    for (const RowBlock &block : changedBlocksOf(rows)) {
        Q_EMIT dataChanged(index(block.first, first), index(block.last, last), roles);
    }
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
    return row ? &row->task : nullptr;
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
        return text(task, column);
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
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Models
