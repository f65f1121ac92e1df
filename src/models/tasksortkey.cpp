// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tasksortkey.h"

#include <limits>

namespace Models {

namespace {

[[nodiscard]] TaskSortKey numberKey(qint64 value)
{
    // Shifted so that negative numbers come first among unsigned ones.
    return {static_cast<quint64>(value) ^ (quint64(1) << 63), {}};
}

[[nodiscard]] TaskSortKey textKey(const QString &text)
{
    const QString folded = text.toCaseFolded();
    quint64 head = 0;
    for (qsizetype i = 0; i < 4; ++i) {
        head = head << 16 | (i < folded.size() ? folded.at(i).unicode() : 0);
    }
    return {head, folded};
}

[[nodiscard]] qint64 statusRank(const Core::PushTask &task)
{
    // What runs and what is being stopped stands together, by how far it has come.
    return static_cast<qint64>(task.status) * 100
        + (isStopping(task) ? static_cast<qint64>(task.stopPhase) : 0);
}

[[nodiscard]] qint64 startRank(const Core::PushTask &task)
{
    const QDateTime start = startOf(task);
    return start.isValid() ? start.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

[[nodiscard]] TaskSortKey lastResultKey(const Core::PushTask &task)
{
    return {task.lastOutcome ? static_cast<quint64>(*task.lastOutcome) + 1 : 0, task.lastErrorCode};
}

} // namespace

TaskSortKey sortKeyOf(const TaskTableModel &model, int row, TaskTableModel::Column column)
{
    const Core::PushTask &task = model.taskAt(row);
    switch (column) {
    case TaskTableModel::StatusColumn:
        return numberKey(statusRank(task));
    case TaskTableModel::TaskIdColumn:
        return textKey(task.key.taskId.toString());
    case TaskTableModel::LabelColumn:
        return textKey(task.label);
    case TaskTableModel::ApplicationColumn:
        return numberKey(task.key.sdkAppId.value);
    case TaskTableModel::RoomColumn:
        return numberKey(task.roomId);
    case TaskTableModel::StartedColumn:
        return numberKey(startRank(task));
    case TaskTableModel::RunningForColumn:
        return numberKey(runningSeconds(task, model.now()));
    case TaskTableModel::FinishReasonColumn:
        return numberKey(static_cast<qint64>(task.finishReason));
    case TaskTableModel::LastResultColumn:
        return lastResultKey(task);
    case TaskTableModel::RequestIdColumn:
        return textKey(task.lastRequestId);
    case TaskTableModel::AccountColumn:
        return textKey(model.accountName(row));
    case TaskTableModel::StopsAtColumn: {
        const QDateTime at = model.plannedStop(task).at; // what is stopped first stands first, the rest last
        return numberKey(at.isValid() ? at.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max());
    }
    case TaskTableModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace Models
