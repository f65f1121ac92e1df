// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "gui/notification.h"
#include "service/guardplan.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace Gui {

class NoticeArea;

//! Says what the guard found and is about to do: above the tasks, and to whoever tells the desktop.
class GuardNotice : public QObject
{
    Q_OBJECT
public:
    GuardNotice(const Service::Services &services, NoticeArea &notices, QObject *parent);

    //! Somebody chose an action of a notification.
    void answer(const QString &tag, const QString &action);

Q_SIGNALS:
    void notified(const Gui::Notification &notification);
    //! The notification is void.
    void over(const QString &tag);
    void showRequested(const QList<Core::TaskKey> &tasks);
    void stopRequested(const QList<Core::TaskKey> &tasks);
    void accountSettingsRequested(const QString &accountId);

private:
    //! A task that a notice is about, and why.
    struct Told
    {
        Core::TaskKey task;
        std::optional<Core::GuardRule> rule; //!< none: a person planned its stop, or the stop failed
        std::optional<Core::Error> error = {}; //!< of a stop that failed
    };

    void onWarned(const QList<Service::GuardCause> &causes);
    void onAnnounced(const QList<Service::GuardCause> &causes);
    void onStandingsChanged();
    void onTasksChanged();
    void gather(const QString &tag, const Service::StopResult &result);
    void onStopsHeldUp(const QString &accountId);
    void tell(const QString &tag, const QList<Told> &news);
    void show(const QString &tag);
    void keepThose(const QString &tag, const std::function<bool(const Core::TaskKey &)> &isStillTrue);
    void forget(const QString &tag);
    [[nodiscard]] QList<Core::TaskKey> tasksOf(const QString &tag) const;
    [[nodiscard]] Notification worded(const QString &tag) const;
    [[nodiscard]] Notification wordedAnnouncement() const;
    [[nodiscard]] QString nameOf(const Core::TaskKey &task) const;
    [[nodiscard]] QString list(const QList<Core::TaskKey> &tasks) const;
    [[nodiscard]] QString reasons(const QString &tag) const;

    const Service::Services m_services;
    NoticeArea &m_notices;
    QHash<QString, QList<Told>> m_gathered; //!< by tag: what failed in this turn of the event loop
    QHash<QString, QList<Told>> m_told; //!< by tag: what its notice shows, until it is settled or put away
};

} // namespace Gui
