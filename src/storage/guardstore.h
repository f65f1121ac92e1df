// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guardrule.h"
#include "storage/callback.h"

#include <QObject>

namespace Storage {

class Database;

//! What the guard keeps from one run to the next.
struct GuardNotes
{
    QList<Core::GuardRule> rules; //!< by id
    QList<Core::ScheduledStop> stops;
    QList<Core::GuardMark> marks;

    bool operator==(const GuardNotes &) const = default;
};

//! Rules, planned stops, and what rules are through with.
class GuardStore : public QObject
{
    Q_OBJECT
public:
    //! `database` outlives this object.
    explicit GuardStore(Database &database, QObject *parent = nullptr);

    //! A rule of a kind that is not known is left out.
    void load(QObject *context, Callback<GuardNotes> done);
    //! From now on there are these rules and no others. The marks of a rule that is gone go with it, and
    //! those of the rules named in `begunAnew`.
    void saveRules(const QList<Core::GuardRule> &rules, const QList<qint64> &begunAnew, QObject *context,
                   Callback<void> done);
    //! One for a task; a later one takes its place.
    void saveStops(const QList<Core::ScheduledStop> &stops, QObject *context, Callback<void> done);
    void removeStops(const QList<Core::TaskKey> &tasks, QObject *context, Callback<void> done);
    //! One for a task and rule; a later one takes its place. The rules were saved before.
    void saveMarks(const QList<Core::GuardMark> &marks, QObject *context, Callback<void> done);
    //! The planned stops and the marks of these tasks.
    void forget(const QList<Core::TaskKey> &tasks, QObject *context, Callback<void> done);

private:
    Database &m_database;
};

} // namespace Storage
