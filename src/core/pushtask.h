// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace Core {

//! The application a task belongs to; a positive 64-bit integer on the wire.
struct SdkAppId
{
    qint64 value = 0;

    //! Accepts decimal digits of a number from 1 to 2^53 (what JSON carries exactly).
    [[nodiscard]] static Result<SdkAppId> parse(QStringView text);
    [[nodiscard]] bool isValid() const { return value > 0; }
    [[nodiscard]] QString toString() const { return QString::number(value); }
    auto operator<=>(const SdkAppId &) const = default;
};
[[nodiscard]] inline size_t qHash(SdkAppId id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

//! A push task's id: opaque, 1 to 128 printable characters without blanks.
class TaskId
{
public:
    TaskId() = default;
    //! Surrounding white space is dropped. Refuses empty text, more than 128 characters, blanks, control,
    //! format and other unprintable characters inside.
    [[nodiscard]] static Result<TaskId> parse(QStringView text);
    [[nodiscard]] const QString &toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const TaskId &, const TaskId &) = default;
    friend bool operator<(const TaskId &a, const TaskId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const TaskId &id, size_t seed = 0) noexcept { return ::qHash(id.m_text, seed); }

private:
    QString m_text;
};

//! What a task is known by: the account it is reached through, its application and its id.
struct TaskKey
{
    QString accountId;
    SdkAppId sdkAppId;
    TaskId taskId;

    friend bool operator==(const TaskKey &, const TaskKey &) = default;
    friend size_t qHash(const TaskKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.accountId, key.sdkAppId.value, key.taskId);
    }
};

//! As the service says it. Unknown: not asked yet, or a word that is not documented.
enum class TaskStatus { Unknown, Prepared, Pushing, Stopped };

//! Why a stopped task ended. None: not stopped, or not said.
enum class FinishReason { None, Auto, UserCall, Exception };

//! How a Stop ended, or stands. The words of --json are those of toWord().
enum class StopOutcome {
    Stopped, //!< the service said STOPPED after our Stop
    AlreadyStopped, //!< the service said that the task had stopped before
    Accepted, //!< accepted, confirmation was not asked for (--no-wait)
    Failed, //!< refused for good, or the task ended by error
    Unknown, //!< what became of it is not known yet; to be found out
    NotSent, //!< had no effect at the service: never sent, or sent and shown to be without effect
};

//! The life of one Stop as a row shows it.
enum class StopPhase {
    None, //!< no Stop of this run or no open one
    Requested, //!< asked for; being journaled or waiting for its turn in the limiter
    Sent, //!< on the wire, or between two tries
    Accepted, //!< the service took it; being confirmed
    Settled, //!< see the outcome
};

[[nodiscard]] TaskStatus taskStatusFromWire(QStringView word); //!< "PUSHING"; also QUEUED/PROCESSING/FINISHED
[[nodiscard]] FinishReason finishReasonFromWire(QStringView word); //!< "USER_CALL"
[[nodiscard]] QString toWire(TaskStatus status); //!< "PUSHING"; "" for Unknown
[[nodiscard]] QString toWire(FinishReason reason); //!< "USER_CALL"; "" for None
[[nodiscard]] QString toWord(StopOutcome outcome); //!< "alreadyStopped"
[[nodiscard]] std::optional<StopOutcome> stopOutcomeFromWord(QStringView word);

//! The second stream of a push, as a `Backup` text tells of it.
struct BackupInfo
{
    QString rawText; //!< as it came: "", "{}" or JSON text, or something else that is shown as it is
    QString taskId; //!< empty if the text names none
    QString requestId;
    TaskStatus status = TaskStatus::Unknown;
    bool isGone = false; //!< the service does not know it: it has ended, or was asked for in the wrong place

    bool operator==(const BackupInfo &) const = default;
    [[nodiscard]] bool isPresent() const { return !taskId.isEmpty(); }
};

//! A push task as the registry keeps it and the table shows it.
struct PushTask
{
    TaskKey key;
    QString label; //!< the operator's own word for it, e.g. the class
    TaskStatus status = TaskStatus::Unknown;
    FinishReason finishReason = FinishReason::None;
    qint64 roomId = 0; //!< 0 if not known
    QString groupId;
    QString pushUserId;
    QDateTime createTime; //!< UTC; invalid if not known
    QDateTime startTime; //!< UTC; invalid if not known
    QDateTime stopTime; //!< UTC; invalid if not known
    qint64 exceptionCount = 0;
    qint64 imSyncTime = 0; //!< Unix seconds; 0 if not said
    BackupInfo backup;
    QString taskErrorCode; //!< the task's own failure (FailedOperation.WhiteboardPush), not a failed request
    QString taskErrorMessage;
    QJsonObject unknownFields; //!< of the answer, kept as they came

    // What we did last with it.
    StopPhase stopPhase = StopPhase::None;
    std::optional<StopOutcome> lastOutcome;
    QString lastErrorCode; //!< Response.Error.Code or the ErrorKind's name
    QString lastErrorMessage;
    QString lastRequestId;
    QDateTime lastResultAt;

    QDateTime addedAt; //!< when it entered the registry
    QDateTime refreshedAt; //!< when the service last spoke of it
    QDateTime
        vanishedAt; //!< since when the service no longer knows a task that was running; invalid: it does

    bool operator==(const PushTask &) const = default;

    //! As the service last said it; a task that it no longer knows is neither running nor stopped.
    [[nodiscard]] bool isRunning() const
    {
        return (status == TaskStatus::Prepared || status == TaskStatus::Pushing) && !hasVanished();
    }
    [[nodiscard]] bool hasVanished() const { return vanishedAt.isValid(); }
    [[nodiscard]] std::optional<TaskKey> backupKey() const; //!< none while no backup is known
    //! The main task ended while its backup did not, or is not known to have.
    [[nodiscard]] bool hasBackupLeftRunning() const
    {
        return status == TaskStatus::Stopped && backup.isPresent() && backup.status != TaskStatus::Stopped;
    }
    //! Something of it runs, and costs: the task itself, or a backup that it left behind.
    [[nodiscard]] bool hasAnythingRunning() const
    {
        return isRunning() || (hasBackupLeftRunning() && !backup.isGone);
    }
    //! Nothing of it is running, as far as the service knows: the task has stopped, and its backup, if it has
    //! one, has stopped or is gone.
    [[nodiscard]] bool hasEnded() const
    {
        return status == TaskStatus::Stopped && (!hasBackupLeftRunning() || backup.isGone);
    }
    //! What is to be stopped so that it has ended: itself and its backup, as far as they may be running.
    [[nodiscard]] QList<TaskKey> partsToStop() const;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::TaskKey)
Q_DECLARE_METATYPE(Core::PushTask)
