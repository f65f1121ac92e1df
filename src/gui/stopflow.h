// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/services.h"
#include "service/stopresult.h"

#include <QHash>
#include <QObject>

#include <optional>

class QWidget;

namespace Gui {

class UserPrompt;

//! From an operator's wish to StopService: asks once, leaves out what needs no Stop.
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

    enum class Backups { Left, Included };
    enum class Asking { AsSet, Always }; //!< before a single task is stopped

    //! Asks (if the settings want that), then stops those that can be stopped, and on demand the backup
    //! pushes that are known of them.
    void request(const QList<Core::TaskKey> &tasks, Backups backups = Backups::Left,
                 Asking asking = Asking::AsSet);
    //! The backup push of a tracked task, which is tracked from then on as a task of its own.
    void requestBackup(const Core::TaskKey &mainTask);
    //! Once more, what the guard stopped included: backup pushes without a row get one.
    void retry(const QList<Core::TaskKey> &tasks);
    void cancelRest();

private:
    //! A backup push as a task of its own.
    struct BackupTask
    {
        Core::PushTask task;
        Core::TaskKey main;
    };

    [[nodiscard]] std::optional<BackupTask> backupOf(const Core::PushTask &main) const;
    [[nodiscard]] QList<BackupTask> backupsOf(const QList<Core::TaskKey> &mains,
                                              const QList<Core::PushTask> &wanted) const;
    void track(const QList<BackupTask> &backups);
    [[nodiscard]] QList<Core::PushTask> stoppable(const QList<Core::TaskKey> &tasks) const;
    [[nodiscard]] QString describe(const Core::PushTask &task) const;
    [[nodiscard]] QString describePlaces(const QList<Core::PushTask> &tasks) const;
    void askForOne(const Core::PushTask &task);
    void askForSeveral(const QList<Core::PushTask> &tasks, const QList<BackupTask> &backups,
                       qsizetype leftOut);
    void stop(const QList<Core::TaskKey> &tasks);
    void onSettled(const Service::StopResult &result);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    QHash<Core::TaskKey, Core::TaskKey> m_mainOfBackup;
    bool m_isAsking = false;
};

} // namespace Gui
