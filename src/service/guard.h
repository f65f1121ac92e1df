// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/clockwatch.h"
#include "service/guardcountdowns.h"
#include "service/guardplan.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Config {
class Settings;
}
namespace Core {
class LogStore;
enum class LogLevel;
enum class LogTopic;
struct LogEntry;
} // namespace Core
namespace Storage {
class GuardStore;
}

namespace Service {

class Accounts;
class StopService;
class TaskBook;
class TaskSync;
struct StopResult;

//! When a task is going to be stopped, as a row shows it.
struct GuardStanding
{
    QDateTime stopsAt; //!< UTC
    int secondsLeft = -1; //!< of an announced stop; -1: not announced yet

    bool operator==(const GuardStanding &) const = default;
};

//! Watches over tasks that nobody remembers: warns, announces stops, and carries them out unless somebody
//! says that the task is to go on. Works while the console runs; what fell due meanwhile is announced then.
//! Nothing is ever stopped without having been announced in this run and since the machine last woke up.
//! Before anything is announced the service is asked whether the task still runs. A task is stopped with its
//! backup, and counts as running while that may run. Of a read-only account nothing is announced or stopped:
//! what is due is a warning. UI thread.
class Guard : public QObject
{
    Q_OBJECT
public:
    //! `zone` says whose time of day rules mean. All references outlive this object.
    Guard(Storage::GuardStore &store, Accounts &accounts, TaskBook &book, TaskSync &sync, StopService &stops,
          const Config::Settings &settings, Core::LogStore &log, const Core::Clock &clock,
          std::function<QTimeZone()> zone = &QTimeZone::systemTimeZone, QObject *parent = nullptr);
    ~Guard() override;

    //! Reads what earlier runs kept, and begins to watch; after TaskBook::load(). loaded() follows. A plan is
    //! dropped only if the list was read and does not have its task. Where the notes could not be read, the
    //! rules and plans of this run are in memory alone, and those on the disk stay as they are.
    void load();
    //! The notes of earlier runs were read, or could not be. Rules and plans are changed only from then on:
    //! before, what is on the disk would be written over unseen.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    //! Looks at what is due now. A timer does so while there is something to look for.
    void look();

    [[nodiscard]] const QList<Core::GuardRule> &rules() const { return m_facts.rules; }
    //! From now on these rules hold. A new one has id 0. One that changed begins anew with all tasks. Nothing
    //! happens before isLoaded().
    void setRules(const QList<Core::GuardRule> &rules);
    //! Plans a stop for each of these tasks in place of an earlier plan. Not for those known to have ended or
    //! of a read-only account. Where a rule has announced one, the task is stopped at the earlier time.
    void stopAt(const QList<Core::TaskKey> &tasks, const QDateTime &at);
    //! Drops the announced and the planned stops of these tasks. A rule looks at them again when it is due
    //! the next time: the next day, or after as long again.
    void keepRunning(const QList<Core::TaskKey> &tasks);
    [[nodiscard]] bool canKeepRunning(const Core::TaskKey &task) const;
    //! Tracked, not known to have ended with its backup, and nothing forbids it; false before isLoaded().
    [[nodiscard]] bool canStop(const Core::TaskKey &task) const;

    //! The tasks whose stop is announced.
    [[nodiscard]] QList<Core::TaskKey> announcedTasks() const { return m_countdowns.tasks(); }
    //! Tasks with a stop that somebody planned.
    [[nodiscard]] QList<Core::TaskKey> scheduledTasks() const { return m_facts.scheduled.keys(); }
    //! What is kept of these tasks, and lost when they leave the list.
    [[nodiscard]] QList<Core::ScheduledStop> scheduledStops(const QList<Core::TaskKey> &tasks) const;
    [[nodiscard]] QList<Core::GuardMark> marks(const QList<Core::TaskKey> &tasks) const;
    //! Of tasks that come back; those of a rule that is gone are left out.
    void putBackMarks(const QList<Core::GuardMark> &marks);
    //! Of every task that is going to be stopped.
    [[nodiscard]] QHash<Core::TaskKey, GuardStanding> standings() const;

Q_SIGNALS:
    void loaded();
    void rulesChanged();
    //! Somebody should know of these; each cause is named once. See isInPlaceOfStop().
    void warned(const QList<Service::GuardCause> &causes);
    //! These tasks are going to be stopped; one cause a task, the first to do so. Said again after the
    //! machine slept, and where another cause comes sooner.
    void announced(const QList<Service::GuardCause> &causes);
    //! Countdowns began, went on or ended, or what stops a task is another. Said once for all that changed
    //! in one turn of the event loop: who listens looks at every task.
    void standingsChanged();
    //! The guard's stop of a task, or of its backup, did not succeed; it is announced again later. The result
    //! names the task.
    void stopFailed(const Service::StopResult &result);
    //! In place of stopFailed(), of a plan that can never be carried out: the service does not know the task,
    //! or its account was removed. The plan is over.
    void planDropped(const Service::StopResult &result);
    //! Tasks of this account are to be stopped by the guard, and run on until another credential is saved;
    //! see StopService::paused(). Said again where more join them.
    void stopsHeldUp(const QString &accountId);
    //! Notes could not be read, or something is not kept; memory still has everything of this run.
    void storageFailed(const Core::Error &error);

private:
    struct Check
    {
        QList<GuardCause> warnings;
        QList<GuardCause> stops;
        bool isAnswered = false;
    };
    struct Pause
    {
        qint64 untilMs = 0;
        qint64 lengthMs = 0;
    };

    void checkFirst(const GuardCause &cause, bool isStop);
    void onAnswered(const Core::TaskKey &task);
    void concludeChecks();
    void beginAnew();
    //! The cause to be told of.
    [[nodiscard]] GuardCause begin(const Core::TaskKey &task, const QList<GuardCause> &causes);
    void withdraw(const std::function<bool(const GuardCause &)> &isVoid);
    void stopExpired();
    [[nodiscard]] bool dropIfHopeless(const Core::TaskKey &task, const StopResult &result);
    void onSettled(const StopResult &result);
    void tellOfHeldUp(const QString &accountId);
    void onTasksChanged(const QList<Core::PushTask> &tasks);
    void forget(const QList<Core::TaskKey> &tasks);
    void withdrawUnfounded();
    void conclude(const QList<GuardCause> &warnings);
    void mark(const QList<GuardCause> &causes);
    void updateFacts();
    void updateTimer();
    [[nodiscard]] bool isRunning(const Core::TaskKey &task) const;
    [[nodiscard]] bool isBeingStopped(const Core::TaskKey &task) const;
    [[nodiscard]] bool isReadOnly(const Core::TaskKey &task) const;
    void note(Core::LogTopic topic, Core::LogLevel level, const GuardCause &cause, qint64 delayMs = 0);
    //! Has the store take this change, one of its own functions, with these values.
    template <typename Change, typename... Values> void keep(Change change, const Values &...values);

    Storage::GuardStore &m_store;
    Accounts &m_accounts;
    TaskBook &m_book;
    TaskSync &m_sync;
    StopService &m_stops;
    const Config::Settings &m_settings;
    Core::LogStore &m_log;
    const Core::Clock &m_clock;
    std::function<QTimeZone()> m_zone;
    ClockWatch m_watch;
    GuardFacts m_facts;
    QHash<Core::TaskKey, Check> m_checks;
    qint64 m_checksSinceMs = 0;
    GuardCountdowns m_countdowns;
    QHash<Core::TaskKey, Core::TaskKey> m_stopping; //!< by the guard: tasks and backups, each with the task
    QSet<Core::TaskKey> m_heldUp; //!< tasks of m_stopping of which was said that they wait for a credential
    QHash<Core::TaskKey, Pause> m_pauses; //!< after a stop that failed
    QTimer m_timer;
    QTimer m_standingsTimer; //!< of standingsChanged()
    std::optional<Core::Error> m_unread; //!< why the notes of earlier runs are not known
    bool m_isLoaded = false;
};

} // namespace Service
