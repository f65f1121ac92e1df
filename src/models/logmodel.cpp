// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "core/plaintext.h"
#include "models/searchwords.h"

#include <utility>

namespace Models {

namespace {

[[nodiscard]] size_t at(int row)
{
    return static_cast<size_t>(row);
}

} // namespace

LogModel::LogModel(const Core::LogStore &store, LogTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_texts(std::move(texts))
{
    for (const Core::LogEntry &entry : store.entries()) {
        m_rows.push_back({entry, {}});
    }
    m_insertTimer.setSingleShot(true);
    m_insertTimer.setInterval(0);
    connect(&m_insertTimer, &QTimer::timeout, this, &LogModel::insertPending);
    connect(&store, &Core::LogStore::appended, this, &LogModel::onAppended);
    connect(&store, &Core::LogStore::cleared, this, &LogModel::onCleared);
}

void LogModel::onAppended(const Core::LogEntry &entry)
{
    m_pending.append(entry);
    if (!m_insertTimer.isActive()) {
        m_insertTimer.start();
    }
}

void LogModel::onCleared()
{
    m_pending.clear();
    m_insertTimer.stop();
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
}

void LogModel::insertPending()
{
    const qsizetype capacity = m_store.capacity();
    if (m_pending.size() > capacity) {
        m_pending.remove(0, m_pending.size() - capacity);
    }
    const qsizetype surplus = static_cast<qsizetype>(m_rows.size()) + m_pending.size() - capacity;
    if (surplus > 0) {
        beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + surplus);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(m_pending.size()) - 1);
    for (Core::LogEntry &entry : m_pending) {
        m_rows.push_back({std::move(entry), {}});
    }
    m_pending.clear();
    endInsertRows();
}

void LogModel::refreshTexts()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows.empty()) {
        return;
    }
    for (const Row &row : m_rows) {
        row.searchText.clear();
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Core::LogEntry &LogModel::entryAt(int row) const
{
    Q_ASSERT(row >= 0 && row < rowCount());
    return m_rows[at(row)].entry;
}

QByteArrayView LogModel::searchText(int row) const
{
    const Row &found = m_rows[at(row)];
    if (found.searchText.isEmpty()) {
        QString joined;
        joined.reserve(256);
        for (int column = 0; column < ColumnCount; ++column) {
            joined += text(found.entry, static_cast<Column>(column));
            joined += SearchWords::separator;
        }
        found.searchText = SearchWords::folded(joined);
    }
    return found.searchText;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Core::LogEntry &entry = entryAt(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return Core::oneLine(text(entry, column));
    case SortRole:
        return sortValue(entry, column);
    case EntryRole:
        return QVariant::fromValue(entry);
    case LevelRole:
        return static_cast<int>(entry.level);
    default:
        return {};
    }
}

QString LogModel::text(const Core::LogEntry &entry, Column column) const
{
    switch (column) {
    case TimeColumn:
        return m_texts.time(entry.time);
    case LevelColumn:
        return m_texts.level(entry.level);
    case AccountColumn:
        return entry.accountName;
    case ActionColumn:
        return entry.action;
    case TaskColumn:
        return entry.taskId;
    case OutcomeColumn:
        return m_texts.outcome(entry);
    case RequestIdColumn:
        return entry.requestId;
    case LatencyColumn:
        return entry.latencyMs < 0 ? QString() : m_texts.latency(entry.latencyMs);
    case AttemptColumn:
        return entry.attempt > 0 ? QString::number(entry.attempt) : QString();
    case TextColumn:
        return m_texts.sentence(entry);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant LogModel::sortValue(const Core::LogEntry &entry, Column column) const
{
    switch (column) {
    case TimeColumn:
        return entry.time;
    case LevelColumn:
        return static_cast<int>(entry.level);
    case LatencyColumn:
        return entry.latencyMs < 0 ? QVariant() : QVariant(entry.latencyMs);
    case AttemptColumn:
        return entry.attempt > 0 ? QVariant(entry.attempt) : QVariant();
    case AccountColumn:
    case ActionColumn:
    case TaskColumn:
    case OutcomeColumn:
    case RequestIdColumn:
    case TextColumn:
        return text(entry, column);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    case AccountColumn:
        return tr("Account");
    case ActionColumn:
        return tr("Action");
    case TaskColumn:
        return tr("Task");
    case OutcomeColumn:
        return tr("Outcome");
    case RequestIdColumn:
        return tr("RequestId");
    case LatencyColumn:
        return tr("Latency");
    case AttemptColumn:
        return tr("Attempt");
    case TextColumn:
        return tr("Text");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Models
