// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guardrule.h"
#include "core/pushtask.h"
#include "service/stopresult.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace Service {

class Guard;
class Recovery;
class StopService;
class TaskBook;

//! Takes tasks off the list, and puts them back as they were: label, last result, backup, planned stop and
//! what rules are through with. Kept for this run only, of the last removals. What a Stop that was under way
//! came to meanwhile is told by the task when it is back, and so is what became known of a task that was
//! added anew. UI thread.
class TaskRemovals : public QObject
{
    Q_OBJECT
public:
    //! All references outlive this object.
    TaskRemovals(TaskBook &book, Guard &guard, StopService &stops, Recovery &recovery,
                 QObject *parent = nullptr);

    //! Tasks that are not tracked are passed over.
    void remove(const QList<Core::TaskKey> &tasks);
    //! Undoes the last removal that was not undone; returns its tasks, none if there is nothing to undo.
    QList<Core::TaskKey> undo();
    //! Those that undo() would put back.
    [[nodiscard]] QList<Core::PushTask> lastRemoved() const;

    static constexpr qsizetype mostRemovals = 100; //!< the oldest is given up beyond

Q_SIGNALS:
    //! What lastRemoved() says is another removal now.
    void lastRemovedChanged();

private:
    struct Removal
    {
        QHash<Core::TaskKey, Core::PushTask> tasks;
        QList<Core::ScheduledStop> stops;
        QList<Core::GuardMark> marks;
    };

    void changeKept(const Core::TaskKey &key, const std::function<void(Core::PushTask &)> &change);
    void onSettled(const StopResult &result);

    TaskBook &m_book;
    Guard &m_guard;
    QList<Removal> m_removals; //!< the last one last
};

} // namespace Service
