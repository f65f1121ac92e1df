// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/logsentences.h"

#include "core/journal.h"
#include "text/formats.h"
#include "text/guardsentences.h"
#include "text/oneline.h"
#include "text/outcomes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class LogSentences
{
    Q_DECLARE_TR_FUNCTIONS(Text::LogSentences)
public:
    [[nodiscard]] static QString ofRequest(const Core::LogEntry &entry);
    [[nodiscard]] static QString ofRetry(const Core::LogEntry &entry);
    [[nodiscard]] static QString ofRecovery(const Core::LogEntry &entry);
    [[nodiscard]] static QString ofStart(const Core::LogEntry &entry);
    [[nodiscard]] static QString ofWatching(const Core::LogEntry &entry);
    [[nodiscard]] static QString remedy(const Core::LogEntry &entry);
};

QString LogSentences::ofRequest(const Core::LogEntry &entry)
{
    if (entry.error) {
        return tr("%1 failed: %2", "action, reason").arg(entry.action, explain(*entry.error).title);
    }
    if (entry.status != Core::TaskStatus::Unknown) {
        return tr("%1: the task is “%2”", "action, task status").arg(entry.action, word(entry.status));
    }
    if (entry.action == "StopWhiteboardPush"_L1) {
        return tr("%1 was accepted").arg(entry.action);
    }
    return tr("%1 was answered").arg(entry.action);
}

QString LogSentences::ofRetry(const Core::LogEntry &entry)
{
    const QString pause = latency(qMax<qint64>(0, entry.delayMs));
    if (entry.error) {
        return tr("%1; trying again in %2", "reason, time").arg(explain(*entry.error).title, pause);
    }
    return tr("Trying again in %1").arg(pause);
}

QString LogSentences::ofRecovery(const Core::LogEntry &entry)
{
    if (entry.outcome) {
        return tr("A Stop of an earlier run was found out: %1").arg(word(*entry.outcome, entry.status));
    }
    return tr("A Stop of an earlier run is still open; finding out what became of it");
}

QString LogSentences::ofStart(const Core::LogEntry &entry)
{
    const QString room = QString::number(entry.roomId);
    if (!entry.startOutcome) {
        return tr("A start in room %1 is settled").arg(room);
    }
    switch (*entry.startOutcome) {
    case Core::StartOutcome::Started:
        return tr("A task was started in room %1").arg(room);
    case Core::StartOutcome::Failed:
        return tr("The service refused to start a task in room %1").arg(room);
    case Core::StartOutcome::Unknown:
        return tr("It is not known whether a task was started in room %1").arg(room);
    case Core::StartOutcome::NotSent:
        return tr("No task was started in room %1: the request never reached the service").arg(room);
    }
    Q_UNREACHABLE();
}

QString LogSentences::ofWatching(const Core::LogEntry &entry)
{
    if (!entry.error) {
        return tr("The automatic refresh works again");
    }
    const QString reason = explain(*entry.error).title;
    return entry.delayMs > 0
        ? tr("The automatic refresh failed and is tried less often for now: %1", "reason").arg(reason)
        : tr("The automatic refresh is off until the account is changed or works again: %1", "reason")
              .arg(reason);
}

QString LogSentences::remedy(const Core::LogEntry &entry)
{
    switch (entry.topic) {
    case Core::LogTopic::ClockOffset:
        return entry.offsetSeconds == 0
            ? QString()
            : tr("Set the computer's clock, best by switching automatic time on.");
    case Core::LogTopic::KeyringUnavailable:
        return explain(Core::Error::of(Core::ErrorKind::KeyringUnavailable)).remedy;
    case Core::LogTopic::BackupLeftRunning:
        return tr("Stop the backup too: it has a TaskId of its own, and the task's row offers it.");
    case Core::LogTopic::StorageProblem:
        return explain(Core::Error::of(Core::ErrorKind::Storage)).remedy;
    case Core::LogTopic::DatabaseKept:
        return tr(
            "Tracked tasks and the journal begin empty. What became of Stops that were under way is not "
            "known here: look at the service's list of tasks. The file that was kept may be mended with "
            "SQLite's own tools.");
    case Core::LogTopic::SettingsKept:
        return tr("Check the accounts and the settings: some may be missing or as they are at first.");
    case Core::LogTopic::SettingsUnreadable:
        return tr("Accounts and settings are missing in this run, and changes are not kept. Make the file "
                  "readable and writable for this user, then start the program again.");
    case Core::LogTopic::SettingsNotWritten:
        return tr("What was changed holds until the program ends. Free some space on the disk, or make the "
                  "file writable for this user: the next change is written with all before it.");
    case Core::LogTopic::StartSettled:
        return entry.startOutcome ? Text::remedy(*entry.startOutcome) : QString();
    case Core::LogTopic::TaskVanished:
        return remedyOfVanished();
    case Core::LogTopic::Request:
        // Only commands leave an accepted Stop at that, and what they tell is its StopSettled.
        return entry.outcome == Core::StopOutcome::Accepted
            ? tr("Nothing needs to be done: the console asks until the task has stopped, and a later line "
                 "says what became of it.")
            : QString();
    case Core::LogTopic::Watching:
    case Core::LogTopic::StartRequested:
    case Core::LogTopic::StartSought:
    case Core::LogTopic::StopRequested:
    case Core::LogTopic::StopRetrying:
    case Core::LogTopic::StopSettled:
    case Core::LogTopic::Recovery:
    case Core::LogTopic::GuardWarned:
    case Core::LogTopic::GuardScheduled:
    case Core::LogTopic::GuardAnnounced:
    case Core::LogTopic::GuardKept:
    case Core::LogTopic::GuardWithdrawn:
    case Core::LogTopic::GuardStopping:
    case Core::LogTopic::GuardHeldUp:
    case Core::LogTopic::GuardRetrying:
    case Core::LogTopic::Note:
        return entry.outcome ? Text::remedy(*entry.outcome) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const Core::LogEntry &entry)
{
    switch (entry.topic) {
    case Core::LogTopic::Request:
        return LogSentences::ofRequest(entry);
    case Core::LogTopic::StopRequested:
        return LogSentences::tr("A Stop was asked for");
    case Core::LogTopic::StopRetrying:
        return LogSentences::ofRetry(entry);
    case Core::LogTopic::StopSettled:
        return entry.outcome ? sentence(*entry.outcome) : sentence(Core::StopPhase::Settled);
    case Core::LogTopic::StartRequested:
        return LogSentences::tr("A task was asked for in room %1").arg(entry.roomId);
    case Core::LogTopic::StartSought:
        return LogSentences::tr("No answer says whether a task was started in room %1; looking for it")
            .arg(entry.roomId);
    case Core::LogTopic::StartSettled:
        return LogSentences::ofStart(entry);
    case Core::LogTopic::ClockOffset:
        return LogSentences::tr("Requests are signed with the service's time: %1")
            .arg(clockOffset(entry.offsetSeconds));
    case Core::LogTopic::KeyringUnavailable:
        return LogSentences::tr("There is no keyring: secrets are kept for this run only");
    case Core::LogTopic::Recovery:
        return LogSentences::ofRecovery(entry);
    case Core::LogTopic::StorageProblem:
        return entry.error ? explain(*entry.error).title
                           : explain(Core::Error::of(Core::ErrorKind::Storage)).title;
    case Core::LogTopic::DatabaseKept:
        return LogSentences::tr("The database was damaged. It is kept as %1, and a new one was begun")
            .arg(oneLine(entry.detail, 1000));
    case Core::LogTopic::SettingsKept:
        return LogSentences::tr("The settings file was damaged. It is kept as %1; what could be read is used")
            .arg(oneLine(entry.detail, 1000));
    case Core::LogTopic::SettingsUnreadable:
        return LogSentences::tr("The settings file cannot be read: %1").arg(oneLine(entry.detail, 1000));
    case Core::LogTopic::SettingsNotWritten:
        return LogSentences::tr("The settings cannot be written. The file is as it was: %1")
            .arg(oneLine(entry.detail, 1000));
    case Core::LogTopic::BackupLeftRunning:
        return LogSentences::tr("The task has stopped, but its backup is not known to have");
    case Core::LogTopic::Watching:
        return LogSentences::ofWatching(entry);
    case Core::LogTopic::TaskVanished:
        return LogSentences::tr("The task was running, but the service neither lists nor finds it any more");
    case Core::LogTopic::GuardWarned:
    case Core::LogTopic::GuardScheduled:
    case Core::LogTopic::GuardAnnounced:
    case Core::LogTopic::GuardKept:
    case Core::LogTopic::GuardWithdrawn:
    case Core::LogTopic::GuardStopping:
    case Core::LogTopic::GuardHeldUp:
    case Core::LogTopic::GuardRetrying:
        return guardSentence(entry);
    case Core::LogTopic::Note:
        return oneLine(entry.detail, 1000);
    }
    Q_UNREACHABLE();
}

QString outcomeText(const Core::LogEntry &entry)
{
    if (entry.outcome && *entry.outcome != Core::StopOutcome::Failed) {
        return word(*entry.outcome, entry.status);
    }
    if (entry.startOutcome && *entry.startOutcome != Core::StartOutcome::Failed) {
        return word(*entry.startOutcome);
    }
    if (entry.error) {
        return oneCode(Core::codeOf(*entry.error));
    }
    if (entry.outcome) {
        return word(*entry.outcome);
    }
    if (entry.topic == Core::LogTopic::StopRequested) {
        return word(Core::StopPhase::Requested);
    }
    return entry.status == Core::TaskStatus::Unknown ? QString() : word(entry.status);
}

ErrorText detail(const Core::LogEntry &entry)
{
    // An "already stopped" carries a code too, but as an outcome it is a success.
    const bool isFine = entry.outcome
        && (*entry.outcome == Core::StopOutcome::Stopped
            || *entry.outcome == Core::StopOutcome::AlreadyStopped);
    if (entry.error && !isFine) {
        const ErrorText text = explain(*entry.error);
        // What to do about a Start in doubt is another thing than mending the network.
        const bool isInDoubt = entry.startOutcome == Core::StartOutcome::Unknown;
        return {sentence(entry), text.explanation,
                isInDoubt ? Text::remedy(*entry.startOutcome) : text.remedy};
    }
    return {sentence(entry), {}, LogSentences::remedy(entry)};
}

} // namespace Text
