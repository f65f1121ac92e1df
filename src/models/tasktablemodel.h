// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/taskcells.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTimer>

#include <memory>
#include <vector>

namespace Models {

//! The tracked tasks, one row each, in the order they came. Refreshed by keyed merge: rows are inserted,
//! removed and changed, the model is never reset. Lives in the UI's thread.
class TaskTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StatusColumn,
        TaskIdColumn,
        LabelColumn,
        ApplicationColumn,
        RoomColumn,
        StartedColumn,
        RunningForColumn,
        FinishReasonColumn,
        LastResultColumn,
        RequestIdColumn,
        AccountColumn,
        StopsAtColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        TaskKeyRole = Qt::UserRole, //!< Core::TaskKey
        TaskRole, //!< Core::PushTask, whole
        SortRole, //!< the column's raw value: number, QDateTime or text; invalid where it is not known
        StatusRole, //!< Core::TaskStatus as int
        PhaseRole, //!< Core::StopPhase as int
        OutcomeRole, //!< Core::StopOutcome as int; invalid if there was no Stop
        IsRunningRole,
        IsStoppingRole,
        HasBackupLeftRole,
        HasTaskErrorRole, //!< the task itself ended by an error
        IsCountingDownRole, //!< its stop is announced
    };
    Q_ENUM(Role)

    explicit TaskTableModel(TaskTexts texts, QObject *parent = nullptr);

    //! Makes the model hold exactly these tasks; of two with one key the later one counts.
    void setTasks(const QList<Core::PushTask> &tasks);
    //! Changes the rows of known keys and appends the others.
    void upsert(const QList<Core::PushTask> &tasks);
    //! Unknown keys are passed over. Widely scattered rows are moved to the end (layoutChanged) and removed
    //! at once.
    void remove(const QList<Core::TaskKey> &keys);
    void clear();
    //! "Running for" is counted up to `now` (UTC); empty for running tasks before the first call. Announced
    //! as one range from the first running row to the last.
    void tick(const QDateTime &now);
    //! From now on these tasks are going to be stopped, and no others.
    void setPlannedStops(const QHash<Core::TaskKey, PlannedStop> &stops);
    //! The texts answer differently from now on: another language, an account renamed.
    void refreshTexts();

    //! -1 if there is none.
    [[nodiscard]] int rowOf(const Core::TaskKey &key) const;
    //! `row` must exist.
    [[nodiscard]] const Core::PushTask &taskAt(int row) const;
    //! Null if there is none; valid until the next change of the model.
    [[nodiscard]] const Core::PushTask *find(const Core::TaskKey &key) const;
    [[nodiscard]] QDateTime now() const { return m_now; }
    //! What a filter searches, folded: the texts of all columns but "Running for", which changes by itself.
    [[nodiscard]] QByteArrayView searchText(int row) const;
    [[nodiscard]] QString accountName(int row) const;
    //! Invalid for tasks that have stopped.
    [[nodiscard]] PlannedStop plannedStop(const Core::PushTask &task) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Core::PushTask task;
        int number = -1; //!< -1 until it is announced
        int merge = 0; //!< the last merge that named it
        const Core::PushTask *change = nullptr; //!< what it is about to become, during a merge
        QByteArray searchText; //!< empty until needed
    };

    [[nodiscard]] QString text(const Core::PushTask &task, Column column) const;
    [[nodiscard]] QVariant sortValue(const Core::PushTask &task, Column column) const;
    void append(std::vector<std::unique_ptr<Row>> rows);
    void removeRowsOf(const std::vector<int> &numbers);
    void removeBlock(int first, int last);
    void moveToEnd(const std::vector<int> &numbers);
    void numberRows(int from);
    void applyChanges(std::vector<int> numbers);
    void prepareSearchTexts(int fromRow);
    void prepareSomeSearchTexts();

    TaskTexts m_texts;
    QDateTime m_now;
    QHash<Core::TaskKey, PlannedStop> m_plannedStops;
    std::vector<std::unique_ptr<Row>> m_rows;
    QHash<Core::TaskKey, Row *> m_byKey;
    int m_merge = 0;
    QTimer m_prepareTimer;
    int m_preparedRows = 0; //!< search texts of the rows before this one are there
};

} // namespace Models
