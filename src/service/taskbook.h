// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

namespace Storage {
class TaskRegistry;
}

namespace Service {

//! What `answered` says goes over what was known; where it is silent, what was known stays. A stopped task
//! never comes back to life. Pure, for any thread.
[[nodiscard]] Core::PushTask withAnswer(const Core::PushTask &known, const Core::PushTask &answered);

//! One of a task that was `kept`, and added `anew` by who did not know it: what was said of it since then,
//! asked of it and written to it goes over what was known. Pure, for any thread.
[[nodiscard]] Core::PushTask merged(const Core::PushTask &kept, const Core::PushTask &anew);

//! The tracked tasks of this run, in memory and, if a registry is given, on disk. What the registry has of a
//! task is never written over unread: before isLoaded() it is merged() there with what becomes known. UI
//! thread.
class TaskBook : public QObject
{
    Q_OBJECT
public:
    //! `registry` may be null: then nothing is kept beyond this run.
    explicit TaskBook(Storage::TaskRegistry *registry, QObject *parent = nullptr);

    //! Tasks of this account are never written to the registry (a simulator's, say).
    void keepInMemory(const QString &accountId) { m_inMemoryOnly.insert(accountId); }
    //! Reads the registry; loaded() or storageFailed() follows.
    void load();
    //! All that earlier runs tracked is here: the registry was read, or there is none.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    //! Tracks tasks that are not tracked yet; of those that are, only an empty label is filled. Returns how
    //! many were new.
    int add(const QList<Core::PushTask> &tasks);
    void remove(const QList<Core::TaskKey> &keys);
    //! One line of at most 200 characters, as Core::oneLine() makes them; so are labels that come with tasks.
    void setLabel(const Core::TaskKey &key, const QString &label);
    //! What the service said of tasks (Describe, a list). Fields of ours (label, stop phase, last result,
    //! addedAt) are kept, and so is what this answer is silent about. Untracked tasks are ignored.
    void applyAnswer(const QList<Core::PushTask> &answered);
    //! The same for items of a list, which are told of over and over: refreshedAt becomes `at` where an item
    //! says something new, and is left alone where it does not.
    void applyListing(const QList<Core::PushTask> &listed, const QDateTime &at);
    //! Changes one tracked task by `change`; nothing happens if it is not tracked.
    void change(const Core::TaskKey &key, const std::function<void(Core::PushTask &)> &change);
    //! The same for several, which are told of and written together: a thousand one by one would be a
    //! thousand merges for the window.
    void change(const QList<Core::TaskKey> &keys, const std::function<void(Core::PushTask &)> &change);

    [[nodiscard]] bool contains(const Core::TaskKey &key) const { return m_tasks.contains(key); }
    [[nodiscard]] const Core::PushTask *find(const Core::TaskKey &key) const; //!< null if not tracked
    [[nodiscard]] QList<Core::PushTask> tasks() const { return m_tasks.values(); }
    //! Implicitly shared: a copy is cheap until one of both changes.
    [[nodiscard]] const QHash<Core::TaskKey, Core::PushTask> &byKey() const { return m_tasks; }
    [[nodiscard]] qsizetype size() const { return m_tasks.size(); }

Q_SIGNALS:
    void loaded();
    //! These are new or different now.
    void tasksChanged(const QList<Core::PushTask> &tasks);
    //! `backups`: of these tasks, as far as they were known. They had no rows of their own.
    void tasksRemoved(const QList<Core::TaskKey> &keys, const QList<Core::TaskKey> &backups);
    //! The registry could not be read or written; memory still has everything.
    void storageFailed(const Core::Error &error);

private:
    void apply(const QList<Core::PushTask> &answered, const QDateTime &changedAt);
    void put(const QList<Core::PushTask> &tasks);

    Storage::TaskRegistry *m_registry;
    QHash<Core::TaskKey, Core::PushTask> m_tasks;
    QSet<QString> m_inMemoryOnly; //!< account ids
    bool m_isLoaded = false;
};

} // namespace Service
