// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal.h"

#include <QAbstractTableModel>
#include <QList>

#include <functional>

namespace Models {

//! The words of a journal, handed in because models know no language. Every function must be set.
struct EventTexts
{
    std::function<QString(Core::EventKind)> kind;
    std::function<QString(const Core::JournalEvent &)> result;
    std::function<QString(const QDateTime &utc)> time;
    std::function<QString(qint64 milliseconds)> latency;
};

//! The journal of one task, as the details pane shows it: in the journal's order.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        EventColumn,
        ActionColumn,
        AttemptColumn,
        ResultColumn,
        RequestIdColumn,
        LatencyColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        KindRole = Qt::UserRole, //!< Core::EventKind as int
        OutcomeRole, //!< Core::StopOutcome as int; invalid if the event has none
        RequestTextRole, //!< redacted
        AnswerTextRole, //!< redacted
        SortRole, //!< the column's raw value
    };
    Q_ENUM(Role)

    explicit EventModel(EventTexts texts, QObject *parent = nullptr);

    //! Makes the model hold exactly these. A journal only grows: if the events held are the beginning of
    //! `events`, the rest is appended; otherwise they are another task's, and all are exchanged.
    void setEvents(const QList<Core::JournalEvent> &events);
    void clear();
    //! The texts answer differently from now on.
    void refreshTexts();
    //! `row` must exist.
    [[nodiscard]] const Core::JournalEvent &eventAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Core::JournalEvent &event, Column column) const;
    [[nodiscard]] QVariant sortValue(const Core::JournalEvent &event, Column column) const;

    EventTexts m_texts;
    QList<Core::JournalEvent> m_events;
};

} // namespace Models
