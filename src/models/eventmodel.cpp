// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventmodel.h"

#include "core/plaintext.h"

#include <algorithm>
#include <utility>

namespace Models {

namespace {

//! The journal is append-only: what says which event it is also says what it holds.
[[nodiscard]] bool isSameEvent(const Core::JournalEvent &a, const Core::JournalEvent &b)
{
    return a.intentId == b.intentId && a.kind == b.kind && a.at == b.at && a.attempt == b.attempt
        && a.action == b.action && a.requestId == b.requestId;
}

} // namespace

EventModel::EventModel(EventTexts texts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_texts(std::move(texts))
{
}

void EventModel::setEvents(const QList<Core::JournalEvent> &events)
{
    const bool isGrown = events.size() >= m_events.size()
        && std::equal(m_events.cbegin(), m_events.cend(), events.cbegin(), isSameEvent);
    if (!isGrown) {
        clear();
    }
    if (events.size() > m_events.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(events.size()) - 1);
        m_events = events;
        endInsertRows();
    }
}

void EventModel::clear()
{
    if (!m_events.isEmpty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_events.clear();
        endRemoveRows();
    }
}

void EventModel::refreshTexts()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_events.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

const Core::JournalEvent &EventModel::eventAt(int row) const
{
    return m_events.at(row);
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Core::JournalEvent &event = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return Core::oneLine(text(event, static_cast<Column>(index.column())));
    case SortRole:
        return sortValue(event, static_cast<Column>(index.column()));
    case KindRole:
        return static_cast<int>(event.kind);
    case OutcomeRole:
        return event.outcome ? QVariant(static_cast<int>(*event.outcome)) : QVariant();
    case RequestTextRole:
        return event.requestText;
    case AnswerTextRole:
        return event.answerText;
    default:
        return {};
    }
}

QString EventModel::text(const Core::JournalEvent &event, Column column) const
{
    switch (column) {
    case TimeColumn:
        return m_texts.time(event.at);
    case EventColumn:
        return m_texts.kind(event.kind);
    case ActionColumn:
        return event.action;
    case AttemptColumn:
        return event.attempt > 0 ? QString::number(event.attempt) : QString();
    case ResultColumn:
        return m_texts.result(event);
    case RequestIdColumn:
        return event.requestId;
    case LatencyColumn:
        return event.latencyMs < 0 ? QString() : m_texts.latency(event.latencyMs);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant EventModel::sortValue(const Core::JournalEvent &event, Column column) const
{
    switch (column) {
    case TimeColumn:
        return event.at;
    case EventColumn:
        return static_cast<int>(event.kind);
    case AttemptColumn:
        return event.attempt;
    case LatencyColumn:
        return event.latencyMs < 0 ? QVariant() : QVariant(event.latencyMs);
    case ActionColumn:
    case ResultColumn:
    case RequestIdColumn:
        return text(event, column);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case EventColumn:
        return tr("Event");
    case ActionColumn:
        return tr("Action");
    case AttemptColumn:
        return tr("Attempt");
    case ResultColumn:
        return tr("Result");
    case RequestIdColumn:
        return tr("RequestId");
    case LatencyColumn:
        return tr("Latency");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Models
