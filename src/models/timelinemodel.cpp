// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "core/plaintext.h"
#include "models/rowblocks.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Models {

namespace {

using BarState = TimelineBar::State;

//! Neither running nor known to have stopped.
[[nodiscard]] bool isGone(const Core::PushTask &task)
{
    return task.hasVanished() && task.status != Core::TaskStatus::Stopped;
}

//! By their times in numbers: thousands are sorted every second.
[[nodiscard]] QList<TimelineBar> sorted(const QList<TimelineBar> &bars)
{
    struct Place
    {
        qint64 endMs;
        qint64 startMs;
        const TimelineBar *bar;
    };
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(bars.size()));
    for (const TimelineBar &bar : bars) {
        const qint64 endMs =
            bar.end.isValid() ? bar.end.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        places.push_back({endMs, bar.start.toMSecsSinceEpoch(), &bar});
    }
    std::ranges::sort(places, [](const Place &a, const Place &b) {
        if (a.endMs != b.endMs) {
            return a.endMs > b.endMs;
        }
        return a.startMs != b.startMs ? a.startMs < b.startMs : a.bar->key.taskId < b.bar->key.taskId;
    });
    QList<TimelineBar> inOrder;
    inOrder.reserve(bars.size());
    for (const Place &place : places) {
        inOrder.append(*place.bar);
    }
    return inOrder;
}

} // namespace

TimelineModel::TimelineModel(TimelineTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_texts(std::move(texts))
{
}

BarState TimelineModel::stateOf(const Core::PushTask &task, qint64 seconds) const
{
    if (isGone(task)) {
        return BarState::Vanished;
    }
    switch (task.status) {
    case Core::TaskStatus::Prepared:
        return BarState::Prepared;
    case Core::TaskStatus::Pushing:
        return seconds >= m_longRunSeconds ? BarState::LongRunning : BarState::Running;
    case Core::TaskStatus::Stopped:
        return task.finishReason == Core::FinishReason::Exception || !task.taskErrorCode.isEmpty()
            ? BarState::Failed
            : BarState::Ended;
    case Core::TaskStatus::Unknown:
        break;
    }
    return BarState::Unknown;
}

//! None if it is not known when it began, or if it ended before the span.
std::optional<TimelineBar> TimelineModel::barOf(const Core::PushTask &task) const
{
    TimelineBar bar;
    bar.key = task.key;
    bar.name = task.label.isEmpty() ? task.key.taskId.toString() : task.label;
    bar.start = task.startTime.isValid() ? task.startTime : task.createTime;
    if (!bar.start.isValid() || bar.start > m_to) {
        return std::nullopt;
    }
    if (task.status == Core::TaskStatus::Stopped || isGone(task)) {
        bar.end = isGone(task) ? task.vanishedAt : task.stopTime.isValid() ? task.stopTime : task.refreshedAt;
        if (!bar.end.isValid() || bar.end < m_from || bar.end < bar.start) {
            return std::nullopt;
        }
    }
    bar.seconds = bar.start.secsTo(bar.end.isValid() ? bar.end : m_to);
    bar.state = stateOf(task, bar.seconds);
    return bar;
}

void TimelineModel::show(const QList<TimelineBar> &unsorted)
{
    const QList<TimelineBar> bars = sorted(unsorted);
    if (!std::ranges::equal(m_bars, bars, {}, &TimelineBar::key, &TimelineBar::key)) {
        changeRows(bars);
    }
    m_bars = bars;
    if (!m_bars.isEmpty()) {
        // Time has gone on: every bar is elsewhere.
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, BarColumn, BarColumn); // the times above the bars
}

void TimelineModel::changeRows(const QList<TimelineBar> &bars)
{
    QHash<Core::TaskKey, int> wanted;
    wanted.reserve(bars.size());
    QList<TimelineBar> newcomers;
    for (const TimelineBar &bar : bars) {
        wanted.insert(bar.key, static_cast<int>(wanted.size()));
        if (!m_rows.contains(bar.key)) {
            newcomers.append(bar);
        }
    }
    std::vector<int> leavers;
    for (int row = 0; row < rowCount(); ++row) {
        if (!wanted.contains(m_bars.at(row).key)) {
            leavers.push_back(row);
        }
    }
    if (const std::vector<RowBlock> blocks = blocksOf(leavers); blocks.size() <= mostBlocks) {
        std::for_each(blocks.rbegin(), blocks.rend(),
                      [this](const RowBlock &block) { dropRows(block.first, block.last); });
    }
    if (!newcomers.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(newcomers.size()) - 1);
        m_bars.append(newcomers);
        indexRows();
        endInsertRows();
    }
    std::vector<int> newRows;
    newRows.reserve(static_cast<size_t>(m_bars.size()));
    int behind = static_cast<int>(bars.size()); // where those go that are still to leave
    for (const TimelineBar &bar : std::as_const(m_bars)) {
        const auto row = wanted.constFind(bar.key);
        newRows.push_back(row != wanted.cend() ? *row : behind++);
    }
    if (!std::ranges::is_sorted(newRows)) {
        rearrange(newRows);
    }
    if (m_bars.size() > bars.size()) {
        dropRows(static_cast<int>(bars.size()), rowCount() - 1);
    }
}

void TimelineModel::dropRows(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_bars.remove(first, last - first + 1);
    indexRows();
    endRemoveRows();
}

void TimelineModel::rearrange(const std::vector<int> &newRows)
{
    const auto newRowOf = [&newRows](qsizetype row) { return newRows[static_cast<size_t>(row)]; };
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QList<TimelineBar> bars(m_bars.size());
    for (qsizetype row = 0; row < bars.size(); ++row) {
        bars[newRowOf(row)] = m_bars.at(row);
    }
    m_bars = bars;
    indexRows();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        after.append(createIndex(newRowOf(index.row()), index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TimelineModel::indexRows()
{
    m_rows.clear();
    m_rows.reserve(m_bars.size());
    for (const TimelineBar &bar : std::as_const(m_bars)) {
        m_rows.insert(bar.key, static_cast<int>(m_rows.size()));
    }
}

int TimelineModel::rowOf(const Core::TaskKey &key) const
{
    return m_rows.value(key, -1);
}

void TimelineModel::refreshTexts()
{
    if (!m_bars.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bars.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TimelineBar &bar = m_bars.at(index.row());
    switch (role) {
    case BarRole:
        return QVariant::fromValue(bar);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return m_texts.sentence(bar);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(index.column() == DurationColumn ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case Qt::DisplayRole:
        return index.column() == TaskColumn    ? QVariant(Core::oneLine(bar.name))
            : index.column() == DurationColumn ? QVariant(m_texts.duration(bar.seconds))
                                               : QVariant();
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case TaskColumn:
        return tr("Task");
    case BarColumn:
        return role == Qt::AccessibleTextRole ? QVariant(tr("When it ran")) : QVariant();
    case DurationColumn:
        return tr("Duration");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Models
