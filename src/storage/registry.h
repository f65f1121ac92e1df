// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "storage/callback.h"

#include <QList>
#include <QObject>

#include <functional>

namespace Storage {

class Database;

//! The tasks that an operator tracks.
class TaskRegistry : public QObject
{
    Q_OBJECT
public:
    using Merging = std::function<Core::PushTask(const Core::PushTask &kept, const Core::PushTask &anew)>;

    //! `database` outlives this object.
    explicit TaskRegistry(Database &database, QObject *parent = nullptr);

    //! All tasks, oldest entry first. The phase of a Stop belongs to the run that carries it out and is not
    //! kept: it is Settled where there is an outcome and None otherwise.
    void load(QObject *context, Callback<QList<Core::PushTask>> done);
    //! Inserts, or replaces the one with the same key; all of `tasks` or none.
    void save(const QList<Core::PushTask> &tasks, QObject *context, Callback<void> done);
    //! As save(), but of a task that is there already `merged` makes one of what is there and what is new, in
    //! the database's thread: for who does not know what is there.
    void merge(const QList<Core::PushTask> &tasks, const Merging &merged, QObject *context,
               Callback<void> done);
    //! Keys that are not there are no error.
    void remove(const QList<Core::TaskKey> &keys, QObject *context, Callback<void> done);

private:
    Database &m_database;
};

} // namespace Storage
