// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "core/plaintext.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Models {

namespace {

using BarState = TimelineBar::State;

//! Neither running nor known to have stopped.
[[nodiscard]] bool isGone(const Core::PushTask &task)
{
    return task.hasVanished() && task.status != Core::TaskStatus::Stopped;
}

[[nodiscard]] bool isBefore(const TimelineBar &a, const TimelineBar &b)
{
    if (a.end.isValid() != b.end.isValid()) {
        return !a.end.isValid();
    }
    if (a.end.isValid() && a.end != b.end) {
        return a.end > b.end;
    }
    return a.start != b.start ? a.start < b.start : a.key.taskId < b.key.taskId;
}

} // namespace

TimelineModel::TimelineModel(TimelineTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_texts(std::move(texts))
{
}

void TimelineModel::setTasks(const QList<Core::PushTask> &tasks, const QDateTime &now, int spanSeconds)
{
    m_from = now.addSecs(-spanSeconds);
    m_to = now;
    QList<TimelineBar> bars;
    for (const Core::PushTask &task : tasks) {
        if (const std::optional<TimelineBar> bar = barOf(task)) {
            bars.append(*bar);
        }
    }
    std::ranges::sort(bars, isBefore);
    merge(bars);
    Q_EMIT headerDataChanged(Qt::Horizontal, BarColumn, BarColumn); // the times above the bars
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

void TimelineModel::merge(const QList<TimelineBar> &bars)
{
    QSet<Core::TaskKey> wanted;
    for (const TimelineBar &bar : bars) {
        wanted.insert(bar.key);
    }
    for (qsizetype row = m_bars.size() - 1; row >= 0; --row) {
        if (!wanted.contains(m_bars.at(row).key)) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            m_bars.removeAt(row);
            endRemoveRows();
        }
    }
    QSet<Core::TaskKey> known;
    for (const TimelineBar &bar : std::as_const(m_bars)) {
        known.insert(bar.key);
    }
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < m_bars.size() && m_bars.at(i).key == bars.at(i).key) {
            m_bars[i] = bars.at(i);
            continue;
        }
        if (!known.contains(bars.at(i).key)) {
            beginInsertRows({}, row, row);
            m_bars.insert(i, bars.at(i));
            endInsertRows();
            continue;
        }
        const int old = rowOf(bars.at(i).key);
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_bars.move(old, i);
            endMoveRows();
        }
        m_bars[i] = bars.at(i);
    }
    if (!m_bars.isEmpty()) {
        // Time has gone on: every bar is elsewhere.
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int TimelineModel::rowOf(const Core::TaskKey &key) const
{
    const auto found = std::ranges::find(m_bars, key, &TimelineBar::key);
    return found != m_bars.cend() ? static_cast<int>(found - m_bars.cbegin()) : -1;
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
