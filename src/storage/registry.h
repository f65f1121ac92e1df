// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "storage/callback.h"

#include <QList>
#include <QObject>

namespace Storage {

class Database;

//! The tasks that an operator tracks.
class TaskRegistry : public QObject
{
    Q_OBJECT
public:
    //! `database` outlives this object.
    explicit TaskRegistry(Database &database, QObject *parent = nullptr);

    //! All tasks, oldest entry first. The phase of a Stop belongs to the run that carries it out and is not
    //! kept: it is Settled where there is an outcome and None otherwise.
    void load(QObject *context, Callback<QList<Core::PushTask>> done);
    //! Inserts, or replaces the one with the same key; all of `tasks` or none.
    void save(const QList<Core::PushTask> &tasks, QObject *context, Callback<void> done);
    //! Keys that are not there are no error.
    void remove(const QList<Core::TaskKey> &keys, QObject *context, Callback<void> done);

private:
    Database &m_database;
};

} // namespace Storage
