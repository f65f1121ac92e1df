// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace Gui {

class UserPrompt;

//! From an operator's wish to StopService: asks once, leaves out what needs no Stop, counts what is settled.
class StopFlow : public QObject
{
    Q_OBJECT
public:
    //! `window` is what questions are shown over, and the parent.
    StopFlow(const Service::Services &services, UserPrompt &prompt, QWidget *window);

    //! Not known as stopped, and no Stop of it under way.
    [[nodiscard]] bool canStop(const Core::PushTask &task) const;
    //! Its backup goes on after its own end, and no Stop of that is under way.
    [[nodiscard]] bool canStopBackup(const Core::PushTask &task) const;

    //! Asks (if the settings want that), then stops those that can be stopped.
    void request(const QList<Core::TaskKey> &tasks);
    //! The backup push of a tracked task, which is tracked from then on as a task of its own.
    void requestBackup(const Core::TaskKey &mainTask);
    void cancelRest();

Q_SIGNALS:
    //! `settled` of `total` stops of this burst are settled, `unsent` have not left. (0, 0, 0) when all is
    //! quiet.
    void progressChanged(qsizetype settled, qsizetype total, qsizetype unsent);

private:
    [[nodiscard]] QList<Core::PushTask> stoppable(const QList<Core::TaskKey> &tasks) const;
    [[nodiscard]] QString describe(const Core::PushTask &task) const;
    [[nodiscard]] QString describePlaces(const QList<Core::PushTask> &tasks) const;
    void askForOne(const Core::PushTask &task);
    void askForSeveral(const QList<Core::PushTask> &tasks, qsizetype leftOut);
    void stop(const QList<Core::TaskKey> &tasks);
    void onSettled(const Service::StopResult &result);
    void announce();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    QHash<Core::TaskKey, Core::TaskKey> m_mainOfBackup;
    qsizetype m_settled = 0; //!< since all was quiet
    bool m_isAsking = false;
};

} // namespace Gui
