// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guardrule.h"
#include "core/pushtask.h"
#include "core/startoutcome.h"

#include <QObject>

#include <deque>

namespace Core {

enum class LogLevel { Info, Success, Warning, Error };

//! What a line tells of. The sentence is made in `text` from the topic and the facts of the entry.
enum class LogTopic {
    Request, //!< one request answered or failed (one line each)
    StopRequested, //!< an operator asked
    StopRetrying, //!< waits for another try; delayMs says how long
    StopSettled, //!< the outcome of a Stop
    StartRequested, //!< an operator asked for a new task
    StartSought, //!< it is not known whether a Start began a task: looked for in the service's list
    StartSettled, //!< the outcome of a Start
    ClockOffset, //!< the machine's clock is off by offsetSeconds; requests are signed with the service's time
    KeyringUnavailable, //!< secrets stay in memory for this run
    Recovery, //!< an open intent of an earlier run was found
    StorageProblem, //!< registry or journal cannot be read or written
    DatabaseKept, //!< it was damaged: a new one was begun, the old one lies under the path in detail
    SettingsKept, //!< the settings file was damaged: a copy as it was lies under the path in detail
    SettingsUnreadable, //!< the settings file under the path in detail is there, but cannot be read
    SettingsNotWritten, //!< the settings file under the path in detail could not be written, and is as it was
    BackupLeftRunning, //!< a main task ended, its backup did not
    Watching, //!< the automatic refresh fails (delayMs: pause before it tries again, 0 for none) or works
              //!< again
    TaskVanished, //!< a task that was running is listed no more, and Describe does not find it
    GuardWarned, //!< a task has run for delayMs: `rule` wants that said
    GuardScheduled, //!< an operator planned a stop for dueAt
    GuardAnnounced, //!< `rule`, or a plan, stops the task in delayMs; it was due at dueAt
    GuardKept, //!< an operator wants the task to go on
    GuardWithdrawn, //!< there is no reason any more to stop the task
    GuardStopping, //!< nobody wanted it to go on: it is being stopped
    GuardHeldUp, //!< its stop waits for new credentials of the account
    GuardRetrying, //!< it could not be stopped; it is announced again in delayMs
    Note, //!< detail says it all (developer-facing technical text)
};

//! Whether it tells of a file of the program's own that is not what it should be: for every run to say aloud.
[[nodiscard]] constexpr bool isAboutDamage(LogTopic topic)
{
    return topic == LogTopic::DatabaseKept || topic == LogTopic::SettingsKept
        || topic == LogTopic::SettingsUnreadable || topic == LogTopic::SettingsNotWritten;
}

//! One line of the log pane, as facts. Never holds a secret, a signature or a body.
struct LogEntry
{
    qint64 id = 0; //!< given by the store, rising
    QDateTime time; //!< UTC
    LogLevel level = LogLevel::Info;
    LogTopic topic = LogTopic::Note;
    QString accountId;
    QString accountName;
    QString action; //!< "StopWhiteboardPush"
    SdkAppId sdkAppId;
    QString taskId;
    std::optional<StopOutcome> outcome;
    std::optional<StartOutcome> startOutcome;
    qint64 roomId = 0; //!< of a Start; 0 elsewhere
    std::optional<Error> error;
    TaskStatus status = TaskStatus::Unknown; //!< as the answer said
    QString requestId;
    qint64 latencyMs = -1; //!< -1 if there was none
    int attempt = 0; //!< 1 for the first try; 0 where it has no meaning
    qint64 delayMs = 0;
    qint64 offsetSeconds = 0; //!< service's clock minus this machine's
    std::optional<GuardRule> rule; //!< of the guard's topics; none where one task's stop was planned
    QDateTime dueAt; //!< UTC; of the guard's topics
    QString detail;
    qint64 exchangeId = 0; //!< the WireExchange it tells of, while that is kept; 0 if there is none
};

//! The last entries of this run, oldest dropped first. Lives in one thread (the UI's).
class LogStore : public QObject
{
    Q_OBJECT
public:
    explicit LogStore(qsizetype capacity = 5000, QObject *parent = nullptr);

    //! Stamps id (and time, if invalid), keeps the entry and announces it.
    void append(LogEntry entry);
    void clear();
    [[nodiscard]] const std::deque<LogEntry> &entries() const { return m_entries; }
    [[nodiscard]] qsizetype capacity() const { return m_capacity; }

Q_SIGNALS:
    //! `entry` was appended after `dropped` (0 or 1) oldest ones were dropped.
    void appended(const Core::LogEntry &entry, int dropped);
    void cleared();

private:
    std::deque<LogEntry> m_entries;
    qsizetype m_capacity;
    qint64 m_nextId = 1;
};

} // namespace Core

Q_DECLARE_METATYPE(Core::LogEntry)
