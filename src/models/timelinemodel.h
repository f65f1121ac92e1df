// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace Models {

//! One bar: when a task ran, as far as it lies in the span.
struct TimelineBar
{
    enum class State { Running, LongRunning, Prepared, Ended, Failed, Vanished, Unknown };

    Core::TaskKey key;
    QString name; //!< the operator's label, or the TaskId
    QDateTime start;
    QDateTime end; //!< invalid: it still runs, for all that is known
    State state = State::Unknown;
    qint64 seconds = 0; //!< so far, or in all
};

//! The words of the timeline, handed in because models know no language. Every function must be set.
struct TimelineTexts
{
    std::function<QString(qint64 seconds)> duration;
    //! A sentence about the bar, for those who do not see it.
    std::function<QString(const TimelineBar &)> sentence;
};

//! The tasks that ran in the last hours: first those that still run, the oldest on top, then those that
//! ended, the last one on top. One that the service no longer knows ends where that was found. Changes by
//! insertion, removal, layoutChanged and dataChanged, in few announcements however many rows change places.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TaskColumn, BarColumn, DurationColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        BarRole = Qt::UserRole, //!< TimelineBar
    };
    Q_ENUM(Role)

    explicit TimelineModel(TimelineTexts texts, QObject *parent = nullptr);

    //! From when on a running task is a long runner; three hours. For the next setTasks().
    void setLongRunSeconds(qint64 seconds) { m_longRunSeconds = seconds; }
    //! What of `tasks` ran within the last `spanSeconds` before `now`. Any container of tasks, each once.
    template <typename Tasks = QList<Core::PushTask>>
    void setTasks(const Tasks &tasks, const QDateTime &now, int spanSeconds)
    {
        m_from = now.addSecs(-spanSeconds);
        m_to = now;
        QList<TimelineBar> bars;
        for (const Core::PushTask &task : tasks) {
            if (const std::optional<TimelineBar> bar = barOf(task)) {
                bars.append(*bar);
            }
        }
        show(bars);
    }
    //! `row` must exist.
    [[nodiscard]] const TimelineBar &barAt(int row) const { return m_bars.at(row); }
    [[nodiscard]] const QList<TimelineBar> &bars() const { return m_bars; }
    [[nodiscard]] int rowOf(const Core::TaskKey &key) const; //!< -1: not in it
    [[nodiscard]] QDateTime from() const { return m_from; }
    [[nodiscard]] QDateTime to() const { return m_to; }
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] TimelineBar::State stateOf(const Core::PushTask &task, qint64 seconds) const;
    [[nodiscard]] std::optional<TimelineBar> barOf(const Core::PushTask &task) const;
    void show(const QList<TimelineBar> &unsorted);
    //! Makes the rows those of `bars`, in their order.
    void changeRows(const QList<TimelineBar> &bars);
    void dropRows(int first, int last);
    //! Each row goes to the one that `newRows` has for it.
    void rearrange(const std::vector<int> &newRows);
    void indexRows();

    TimelineTexts m_texts;
    QList<TimelineBar> m_bars;
    QHash<Core::TaskKey, int> m_rows; //!< of each bar
    qint64 m_longRunSeconds = 3 * 3600;
    QDateTime m_from;
    QDateTime m_to;
};

} // namespace Models

Q_DECLARE_METATYPE(Models::TimelineBar)
