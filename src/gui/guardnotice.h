// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/notification.h"
#include "service/guardplan.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QHash>
#include <QObject>

#include <functional>

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

private:
    void onWarned(const QList<Service::GuardCause> &causes);
    void warnOfReadOnly(const QList<Service::GuardCause> &causes);
    void onAnnounced(const QList<Service::GuardCause> &causes);
    void onStandingsChanged();
    void onStopFailed(const Service::StopResult &result);
    //! `worded` is called again when the language changes.
    void publish(const std::function<Notification()> &worded, const QList<Core::TaskKey> &tasks,
                 const QString &iconName);
    [[nodiscard]] QString nameOf(const Core::TaskKey &task) const;
    [[nodiscard]] QString list(const QList<Core::TaskKey> &tasks) const;

    const Service::Services m_services;
    NoticeArea &m_notices;
    QHash<QString, QList<Core::TaskKey>> m_tasks; //!< by tag: of the notice that is shown
};

} // namespace Gui
