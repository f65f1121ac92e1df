// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logstore.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QList>
#include <QTimer>

#include <deque>
#include <functional>

namespace Models {

//! The words of the log, handed in because models know no language. Every function must be set.
struct LogTexts
{
    std::function<QString(const Core::LogEntry &)> sentence;
    std::function<QString(const Core::LogEntry &)> outcome;
    std::function<QString(Core::LogLevel)> level;
    std::function<QString(const QDateTime &utc)> time;
    std::function<QString(qint64 milliseconds)> latency;
};

//! The lines of a LogStore, oldest first, as many as the store keeps. What arrives within one turn of the
//! event loop is inserted at once. Lives in the store's thread.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        LevelColumn,
        AccountColumn,
        ActionColumn,
        TaskColumn,
        OutcomeColumn,
        RequestIdColumn,
        LatencyColumn,
        AttemptColumn,
        TextColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        EntryRole = Qt::UserRole, //!< Core::LogEntry, whole
        LevelRole, //!< Core::LogLevel as int
        SortRole, //!< the column's raw value: number, QDateTime or text; invalid where there is none
    };
    Q_ENUM(Role)

    //! Begins with what the store holds. The store must outlive the model.
    LogModel(const Core::LogStore &store, LogTexts texts, QObject *parent = nullptr);

    //! `row` must exist.
    [[nodiscard]] const Core::LogEntry &entryAt(int row) const;
    //! What a filter searches, folded: the texts of all columns.
    [[nodiscard]] QByteArrayView searchText(int row) const;
    //! The texts answer differently from now on.
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Core::LogEntry entry;
        mutable QByteArray searchText; //!< empty until needed
    };

    void onAppended(const Core::LogEntry &entry);
    void onCleared();
    void insertPending();
    [[nodiscard]] QString text(const Core::LogEntry &entry, Column column) const;
    [[nodiscard]] QVariant sortValue(const Core::LogEntry &entry, Column column) const;

    const Core::LogStore &m_store;
    LogTexts m_texts;
    std::deque<Row> m_rows;
    QList<Core::LogEntry> m_pending;
    QTimer m_insertTimer;
};

} // namespace Models
