// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "simulator/actions.h"
#include "simulator/answer.h"
#include "simulator/task.h"
#include "simulator/taskviews.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <mutex>

namespace Simulator {

//! An authenticated request with checked parameters.
struct Call
{
    ActionKind action;
    QJsonObject parameters;
    QString secretId;
    QString requestId;
    QJsonObject example = {}; //!< the answer, for ActionKind::Example
};

//! What the service knows: applications and the lives of their push tasks. No network, no signatures.
//! Thread-safe.
//!
//! Where the real service's answer is not documented, this is what it does: a Stop of a PREPARED task is
//! accepted; a second Stop is TaskHasAlreadyStopped also while the first takes effect; a second Start in a
//! room with a running task, or beyond the application's limit, is LimitExceeded.TaskConcurrency; a Start
//! with a PushUserId that is in use is ResourceInUse.RecordUserId; backups do not count against limits.
class Service
{
public:
    //! Takes applications, tasks and delays of \a settings. \a clock must outlive the service.
    Service(const Settings &settings, const Core::Clock &clock);

    //! The fields of the answer but RequestId.
    [[nodiscard]] Outcome<QJsonObject> execute(const Call &call);

    //! Adds a task (and its backup) as it is, beyond all limits; returns its id. InvalidInput if the
    //! application is unknown or the id is taken.
    Core::Result<QString> addTask(const TaskSeed &seed);
    //! Forgets the tasks that ended more than `agoMs` ago, so that a run of hours does not grow.
    void forgetEnded(qint64 agoMs);
    void setDelays(int startDelayMs, int stopDelayMs);
    void setClockSkew(int seconds);
    //! All tasks as {sdkAppId, taskId, roomId, status, finishReason, stopRequested, failed, backupTaskId,
    //! isBackup}.
    [[nodiscard]] QJsonArray tasks() const;
    //! The server's Unix time in seconds.
    [[nodiscard]] qint64 unixTime() const;

private:
    using Answer = Outcome<QJsonObject>;
    struct Callback
    {
        QString url;
        QString key;
    };

    [[nodiscard]] Moment moment() const;
    [[nodiscard]] QString newTaskId() const;
    [[nodiscard]] bool owns(const QString &secretId, qint64 sdkAppId) const;
    [[nodiscard]] Outcome<qint64> ownApplication(const Call &call, QLatin1StringView field) const;
    [[nodiscard]] Outcome<Task *> ownTask(const Call &call);
    [[nodiscard]] Outcome<void> checkStart(qint64 app, const QJsonObject &parameters) const;
    Task &keep(Task task);

    [[nodiscard]] Answer start(const Call &call);
    [[nodiscard]] Answer stop(const Call &call);
    [[nodiscard]] Answer describe(const Call &call);
    [[nodiscard]] Answer search(const Call &call) const;
    [[nodiscard]] Answer runningTasks(const Call &call) const;
    [[nodiscard]] Answer setCallback(const Call &call);
    [[nodiscard]] Answer setCallbackKey(const Call &call);
    [[nodiscard]] Answer describeCallback(const Call &call) const;
    [[nodiscard]] Answer applicationInfos(const Call &call) const;
    [[nodiscard]] Answer example(const Call &call) const;

    const Core::Clock &m_clock;
    mutable std::mutex m_mutex;
    Settings m_settings;
    const qint64 m_wallOffsetMs; //!< the machine's wall clock minus its monotonic one, when it all began
    std::map<QString, Task> m_tasks; //!< by id; its nodes stay where they are
    QList<const Task *> m_order; //!< in the order of their making
    QHash<qint64, Callback> m_callbacks;
};

} // namespace Simulator
