// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Simulator {

enum class SimulatedStatus { Prepared, Pushing, Stopped };
enum class SimulatedFinish { None, Auto, UserCall, Exception };
[[nodiscard]] QString toWire(SimulatedStatus status); //!< "PREPARED"
[[nodiscard]] QString toWire(SimulatedFinish reason); //!< "USER_CALL"; "" for None

//! The state a task is seeded in. Failed: ended by error, Describe answers FailedOperation.WhiteboardPush.
enum class SeedState { Prepared, Pushing, Stopped, Failed };

//! A task as a scenario or a test asks for it.
struct TaskSeed
{
    qint64 sdkAppId = 0;
    QString taskId; //!< empty: one is made
    qint64 roomId = 0;
    QString groupId; //!< empty: the room's number
    QString pushUserId; //!< empty: tic_push_user_<room>
    SeedState state = SeedState::Pushing;
    SimulatedFinish finishReason = SimulatedFinish::UserCall; //!< of SeedState::Stopped
    int ageS = 600; //!< created this long ago
    int autoStopTimeoutS = 0; //!< from now on, 0 for never (somebody keeps drawing)
    bool failsWhenStopped = false; //!< a Stop is accepted, and the task then ends by error
    QString backupTaskId; //!< empty: no backup
    QString backupPushUserId;
    bool isBackupManaged = false; //!< AutoManageBackup: a Stop stops the backup too
};

//! A task's life on a clock of milliseconds. Status is a function of the time asked for; nothing ticks.
class Task
{
public:
    qint64 sdkAppId = 0;
    QString taskId;
    qint64 roomId = 0;
    QString groupId;
    QString pushUserId;
    QString backupTaskId;
    bool isBackup = false;
    bool isBackupManaged = false;
    bool failsWhenStopped = false;
    qint64 createdMs = 0;

    //! The main task of a seed, as it stands at \a nowMs. The id is the seed's, empty if that is.
    [[nodiscard]] static Task seeded(const TaskSeed &seed, qint64 nowMs, qint64 startDelayMs);

    //! Begins PREPARED at \a nowMs, is PUSHING \a startDelayMs later and ends by itself \a autoStopMs after
    //! that (0 for never).
    void begin(qint64 nowMs, qint64 startDelayMs, qint64 autoStopMs);
    //! PUSHING since \a sinceMs.
    void beginPushing(qint64 sinceMs, qint64 nowMs, qint64 autoStopMs);
    //! STOPPED at \a endMs, having pushed since \a sinceMs.
    void beginEnded(qint64 sinceMs, qint64 endMs, SimulatedFinish reason);

    //! Accepts a Stop: STOPPED \a stopDelayMs later, or earlier if the task ends by itself before. A PREPARED
    //! task never starts pushing. False if a Stop was accepted before or the task has ended.
    [[nodiscard]] bool requestStop(qint64 nowMs, qint64 stopDelayMs);

    [[nodiscard]] SimulatedStatus status(qint64 nowMs) const;
    [[nodiscard]] SimulatedFinish finishReason(qint64 nowMs) const;
    [[nodiscard]] bool isStopRequested() const { return m_isStopRequested; }
    [[nodiscard]] bool hasFailed(qint64 nowMs) const;
    [[nodiscard]] std::optional<qint64> pushStartMs(qint64 nowMs) const; //!< none before PUSHING
    [[nodiscard]] std::optional<qint64> pushStopMs(qint64 nowMs) const; //!< none before STOPPED

private:
    qint64 m_pushingAtMs = 0;
    std::optional<qint64> m_endsAtMs;
    SimulatedFinish m_finishReason = SimulatedFinish::None;
    bool m_isStopRequested = false;
};

} // namespace Simulator
