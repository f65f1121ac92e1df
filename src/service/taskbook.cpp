// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskbook.h"

#include "core/plaintext.h"
#include "storage/registry.h"

#include <utility>

namespace Service {

Core::PushTask withAnswer(const Core::PushTask &known, const Core::PushTask &answered)
{
    Core::PushTask task = known;
    const auto take = [](auto &field, const auto &value, bool isSaid) {
        if (isSaid) {
            field = value;
        }
    };
    // A late or partial answer never brings a stopped task back to life.
    take(task.status, answered.status,
         answered.status != Core::TaskStatus::Unknown && known.status != Core::TaskStatus::Stopped);
    take(task.finishReason, answered.finishReason, answered.finishReason != Core::FinishReason::None);
    take(task.roomId, answered.roomId, answered.roomId != 0);
    take(task.groupId, answered.groupId, !answered.groupId.isEmpty());
    take(task.pushUserId, answered.pushUserId, !answered.pushUserId.isEmpty());
    take(task.createTime, answered.createTime, answered.createTime.isValid());
    take(task.startTime, answered.startTime, answered.startTime.isValid());
    take(task.stopTime, answered.stopTime, answered.stopTime.isValid());
    take(task.exceptionCount, answered.exceptionCount, answered.exceptionCount != 0);
    take(task.imSyncTime, answered.imSyncTime, answered.imSyncTime != 0);
    if (answered.backup.isPresent()) {
        const Core::BackupInfo knownBackup = std::exchange(task.backup, answered.backup);
        if (knownBackup.taskId == answered.backup.taskId
            && answered.backup.status == Core::TaskStatus::Unknown) {
            task.backup.status = knownBackup.status;
            task.backup.isGone = knownBackup.isGone;
        }
    } else if (!answered.backup.rawText.isEmpty() && !task.backup.isPresent()) {
        task.backup = answered.backup;
    }
    take(task.taskErrorCode, answered.taskErrorCode, !answered.taskErrorCode.isEmpty());
    take(task.taskErrorMessage, answered.taskErrorMessage, !answered.taskErrorCode.isEmpty());
    if (known.lastOutcome == Core::StopOutcome::Unknown && task.status == Core::TaskStatus::Stopped) {
        // Found out: the service says so, after our Stop.
        const bool hasFailed = !task.taskErrorCode.isEmpty();
        task.lastOutcome = hasFailed ? Core::StopOutcome::Failed : Core::StopOutcome::Stopped;
        task.lastErrorCode = hasFailed ? QStringLiteral("FailedOperation.WhiteboardPush") : QString();
        task.lastErrorMessage = task.taskErrorMessage;
    }
    take(task.unknownFields, answered.unknownFields, !answered.unknownFields.isEmpty());
    take(task.refreshedAt, answered.refreshedAt, answered.refreshedAt.isValid());
    take(task.vanishedAt, QDateTime(),
         answered.status != Core::TaskStatus::Unknown || !answered.taskErrorCode.isEmpty());
    return task;
}

Core::PushTask merged(const Core::PushTask &kept, const Core::PushTask &anew)
{
    Core::PushTask task = withAnswer(kept, anew);
    if (!anew.label.isEmpty()) {
        task.label = anew.label;
    }
    if (anew.vanishedAt.isValid()) {
        task.vanishedAt = anew.vanishedAt;
    }
    if (anew.stopPhase != Core::StopPhase::None) {
        task.stopPhase = anew.stopPhase;
        task.lastOutcome = anew.lastOutcome;
        task.lastErrorCode = anew.lastErrorCode;
        task.lastErrorMessage = anew.lastErrorMessage;
        task.lastRequestId = anew.lastRequestId;
        task.lastResultAt = anew.lastResultAt;
    }
    return task;
}

namespace {

constexpr qsizetype longestLabel = 200;

//! Typed, pasted, or read from a file that others may have written.
[[nodiscard]] QString plainLabel(const QString &label)
{
    return Core::oneLine(label, longestLabel);
}

} // namespace

TaskBook::TaskBook(Storage::TaskRegistry *registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
}

void TaskBook::load()
{
    if (m_registry == nullptr) {
        m_isLoaded = true;
        Q_EMIT loaded();
        return;
    }
    m_registry->load(this, [this](Core::Result<QList<Core::PushTask>> result) {
        if (!result) {
            Q_EMIT storageFailed(result.error());
            return;
        }
        QList<Core::PushTask> fresh;
        fresh.reserve(result->size());
        for (Core::PushTask &task : *result) {
            task.stopPhase =
                Core::StopPhase::None; // a Stop under way belongs to the run that died; Recovery tells
            task.label = plainLabel(task.label);
            if (const auto anew = m_tasks.constFind(task.key); anew != m_tasks.cend()) {
                task = merged(task, *anew); // added while the registry was being read
            }
            m_tasks.insert(task.key, task);
            fresh.append(task);
        }
        m_isLoaded = true;
        if (!fresh.isEmpty()) {
            Q_EMIT tasksChanged(fresh);
        }
        Q_EMIT loaded();
    });
}

int TaskBook::add(const QList<Core::PushTask> &tasks)
{
    int added = 0;
    QList<Core::PushTask> changed;
    for (const Core::PushTask &task : tasks) {
        const auto known = m_tasks.constFind(task.key);
        if (known == m_tasks.cend()) {
            Core::PushTask fresh = task;
            fresh.label = plainLabel(task.label);
            if (!fresh.addedAt.isValid()) {
                fresh.addedAt = QDateTime::currentDateTimeUtc();
            }
            m_tasks.insert(fresh.key, fresh);
            changed.append(fresh);
            ++added;
            continue;
        }
        Core::PushTask updated = withAnswer(*known, task);
        if (updated.label.isEmpty()) {
            updated.label = plainLabel(task.label);
        }
        if (updated != *known) {
            m_tasks.insert(updated.key, updated);
            changed.append(updated);
        }
    }
    put(changed);
    return added;
}

void TaskBook::remove(const QList<Core::TaskKey> &keys)
{
    QList<Core::TaskKey> removed;
    QList<Core::TaskKey> backups;
    for (const Core::TaskKey &key : keys) {
        if (const auto task = m_tasks.constFind(key); task != m_tasks.cend()) {
            removed.append(key);
            if (const std::optional<Core::TaskKey> backup = task->backupKey()) {
                backups.append(*backup);
            }
            m_tasks.erase(task);
        }
    }
    if (removed.isEmpty()) {
        return;
    }
    if (m_registry != nullptr) {
        m_registry->remove(removed, this, [this](const Core::Result<void> &result) {
            if (!result) {
                Q_EMIT storageFailed(result.error());
            }
        });
    }
    Q_EMIT tasksRemoved(removed, backups);
}

void TaskBook::setLabel(const Core::TaskKey &key, const QString &label)
{
    change(key, [&label](Core::PushTask &task) { task.label = plainLabel(label); });
}

void TaskBook::applyAnswer(const QList<Core::PushTask> &answered)
{
    apply(answered, {});
}

void TaskBook::applyListing(const QList<Core::PushTask> &listed, const QDateTime &at)
{
    apply(listed, at);
}

void TaskBook::apply(const QList<Core::PushTask> &answered, const QDateTime &changedAt)
{
    QList<Core::PushTask> changed;
    for (const Core::PushTask &answer : answered) {
        const auto known = m_tasks.constFind(answer.key);
        if (known == m_tasks.cend()) {
            continue;
        }
        Core::PushTask updated = withAnswer(*known, answer);
        if (updated != *known) {
            if (changedAt.isValid()) {
                updated.refreshedAt = changedAt;
            }
            m_tasks.insert(updated.key, updated);
            changed.append(updated);
        }
    }
    put(changed);
}

void TaskBook::change(const Core::TaskKey &key, const std::function<void(Core::PushTask &)> &change)
{
    this->change(QList<Core::TaskKey>{key}, change);
}

void TaskBook::change(const QList<Core::TaskKey> &keys, const std::function<void(Core::PushTask &)> &change)
{
    QList<Core::PushTask> changed;
    for (const Core::TaskKey &key : keys) {
        const auto known = m_tasks.find(key);
        if (known == m_tasks.end()) {
            continue;
        }
        Core::PushTask updated = *known;
        change(updated);
        updated.key = key;
        if (updated != *known) {
            *known = updated;
            changed.append(updated);
        }
    }
    put(changed);
}

const Core::PushTask *TaskBook::find(const Core::TaskKey &key) const
{
    const auto found = m_tasks.constFind(key);
    return found == m_tasks.cend() ? nullptr : &*found;
}

void TaskBook::put(const QList<Core::PushTask> &tasks)
{
    if (tasks.isEmpty()) {
        return;
    }
    QList<Core::PushTask> kept = tasks;
    kept.removeIf([this](const Core::PushTask &task) { return m_inMemoryOnly.contains(task.key.accountId); });
    if (m_registry != nullptr && !kept.isEmpty()) {
        const auto onWritten = [this](const Core::Result<void> &result) {
            if (!result) {
                Q_EMIT storageFailed(result.error());
            }
        };
        if (m_isLoaded) {
            m_registry->save(kept, this, onWritten);
        } else {
            m_registry->merge(kept, &merged, this, onWritten);
        }
    }
    Q_EMIT tasksChanged(tasks);
}

} // namespace Service
