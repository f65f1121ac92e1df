// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/outcomes.h"

#include "text/oneline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Text {

namespace {

class Outcomes
{
    Q_DECLARE_TR_FUNCTIONS(Text::Outcomes)
};

} // namespace

QString word(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
        return Outcomes::tr("Stopped", "outcome");
    case Core::StopOutcome::AlreadyStopped:
        return Outcomes::tr("Already stopped", "outcome");
    case Core::StopOutcome::Accepted:
        return Outcomes::tr("Accepted", "outcome");
    case Core::StopOutcome::Failed:
        return Outcomes::tr("Failed", "outcome");
    case Core::StopOutcome::Unknown:
        return Outcomes::tr("Unknown", "outcome");
    case Core::StopOutcome::NotSent:
        return Outcomes::tr("Not sent", "outcome");
    }
    Q_UNREACHABLE();
}

QString word(Core::StopOutcome outcome, Core::TaskStatus lastSeen)
{
    if (outcome != Core::StopOutcome::Unknown || lastSeen == Core::TaskStatus::Unknown) {
        return word(outcome);
    }
    return Outcomes::tr("%1 (last seen: %2)", "outcome, task status").arg(word(outcome), word(lastSeen));
}

QString word(Core::StartOutcome outcome)
{
    switch (outcome) {
    case Core::StartOutcome::Started:
        return Outcomes::tr("Started", "outcome");
    case Core::StartOutcome::Failed:
        return Outcomes::tr("Failed", "outcome");
    case Core::StartOutcome::Unknown:
        return Outcomes::tr("Unknown", "outcome");
    case Core::StartOutcome::NotSent:
        return Outcomes::tr("Not sent", "outcome");
    }
    Q_UNREACHABLE();
}

QString word(Core::StopPhase phase)
{
    switch (phase) {
    case Core::StopPhase::None:
        return {};
    case Core::StopPhase::Requested:
        return Outcomes::tr("Requested", "phase");
    case Core::StopPhase::Sent:
        return Outcomes::tr("Sent", "phase");
    case Core::StopPhase::Accepted:
        return Outcomes::tr("Accepted", "phase");
    case Core::StopPhase::Settled:
        return Outcomes::tr("Settled", "phase");
    }
    Q_UNREACHABLE();
}

QString word(Core::TaskStatus status)
{
    switch (status) {
    case Core::TaskStatus::Unknown:
        return Outcomes::tr("Not known", "task status");
    case Core::TaskStatus::Prepared:
        return Outcomes::tr("Prepared", "task status");
    case Core::TaskStatus::Pushing:
        return Outcomes::tr("Pushing", "task status");
    case Core::TaskStatus::Stopped:
        return Outcomes::tr("Stopped", "task status");
    }
    Q_UNREACHABLE();
}

QString word(Core::FinishReason reason)
{
    switch (reason) {
    case Core::FinishReason::None:
        return {};
    case Core::FinishReason::Auto:
        return Outcomes::tr("Automatic", "finish reason");
    case Core::FinishReason::UserCall:
        return Outcomes::tr("Stopped by request", "finish reason");
    case Core::FinishReason::Exception:
        return Outcomes::tr("Error", "finish reason");
    }
    Q_UNREACHABLE();
}

QString word(Core::LogLevel level)
{
    switch (level) {
    case Core::LogLevel::Info:
        return Outcomes::tr("Info", "log level");
    case Core::LogLevel::Success:
        return Outcomes::tr("Success", "log level");
    case Core::LogLevel::Warning:
        return Outcomes::tr("Warning", "log level");
    case Core::LogLevel::Error:
        return Outcomes::tr("Error", "log level");
    }
    Q_UNREACHABLE();
}

QString word(Core::EventKind kind)
{
    switch (kind) {
    case Core::EventKind::Requested:
        return Outcomes::tr("Requested", "journal event");
    case Core::EventKind::Sent:
        return Outcomes::tr("Sent", "journal event");
    case Core::EventKind::Answered:
        return Outcomes::tr("Answered", "journal event");
    case Core::EventKind::Confirmed:
        return Outcomes::tr("Confirmed", "journal event");
    case Core::EventKind::Settled:
        return Outcomes::tr("Settled", "journal event");
    }
    Q_UNREACHABLE();
}

QString sentence(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
        return Outcomes::tr("The service confirmed that the task has stopped.");
    case Core::StopOutcome::AlreadyStopped:
        return Outcomes::tr("The task had stopped before; there was nothing left to do.");
    case Core::StopOutcome::Accepted:
        return Outcomes::tr("The service accepted the Stop; it was not waited for its effect.");
    case Core::StopOutcome::Failed:
        return Outcomes::tr("The Stop was refused, or the task ended by an error.");
    case Core::StopOutcome::Unknown:
        return Outcomes::tr("It is not known yet whether the task has stopped.");
    case Core::StopOutcome::NotSent:
        return Outcomes::tr("The Stop had no effect.");
    }
    Q_UNREACHABLE();
}

QString sentence(Core::StartOutcome outcome)
{
    switch (outcome) {
    case Core::StartOutcome::Started:
        return Outcomes::tr("The task was started.");
    case Core::StartOutcome::Failed:
        return Outcomes::tr("The service refused to start the task.");
    case Core::StartOutcome::Unknown:
        return Outcomes::tr("It is not known whether a task was started.");
    case Core::StartOutcome::NotSent:
        return Outcomes::tr("Nothing was started: the request never reached the service.");
    }
    Q_UNREACHABLE();
}

QString sentence(Core::StopPhase phase)
{
    switch (phase) {
    case Core::StopPhase::None:
        return {};
    case Core::StopPhase::Requested:
        return Outcomes::tr("A Stop was asked for and waits for its turn.");
    case Core::StopPhase::Sent:
        return Outcomes::tr("The Stop is on its way; the service has not accepted it yet.");
    case Core::StopPhase::Accepted:
        return Outcomes::tr("The service accepted the Stop; its effect is being confirmed.");
    case Core::StopPhase::Settled:
        return Outcomes::tr("The Stop is settled.");
    }
    Q_UNREACHABLE();
}

QString sentence(Core::TaskStatus status)
{
    switch (status) {
    case Core::TaskStatus::Unknown:
        return Outcomes::tr("The service has not said yet how this task stands.");
    case Core::TaskStatus::Prepared:
        return Outcomes::tr("The task is prepared and about to push.");
    case Core::TaskStatus::Pushing:
        return Outcomes::tr("The task is pushing the whiteboard.");
    case Core::TaskStatus::Stopped:
        return Outcomes::tr("The task has stopped.");
    }
    Q_UNREACHABLE();
}

QString sentence(Core::FinishReason reason)
{
    switch (reason) {
    case Core::FinishReason::None:
        return {};
    case Core::FinishReason::Auto:
        return Outcomes::tr(
            "It ended by itself: for some time there was neither audio or video nor any whiteboard "
            "operation.");
    case Core::FinishReason::UserCall:
        return Outcomes::tr("It was stopped by a request.");
    case Core::FinishReason::Exception:
        return Outcomes::tr("It ended by an error.");
    }
    Q_UNREACHABLE();
}

QString remedy(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
        return {};
    case Core::StopOutcome::Accepted:
        return Outcomes::tr("Refresh the task to see that it has stopped.");
    case Core::StopOutcome::Failed:
        return Outcomes::tr("See what the error says, then refresh the task before stopping it again.");
    case Core::StopOutcome::Unknown:
        return Outcomes::tr("Refresh the task. If it is still running, stop it again: that does no harm.");
    case Core::StopOutcome::NotSent:
        return Outcomes::tr("Stop the task again.");
    }
    Q_UNREACHABLE();
}

QString remedy(Core::StartOutcome outcome)
{
    switch (outcome) {
    case Core::StartOutcome::Started:
        return {};
    case Core::StartOutcome::Failed:
        return Outcomes::tr("See what the error says, then start it again.");
    case Core::StartOutcome::Unknown:
        return Outcomes::tr(
            "Before starting it again, look whether a task is running in that room: two would "
            "cost twice. The next start of this program looks again.");
    case Core::StartOutcome::NotSent:
        return Outcomes::tr("Start it again.");
    }
    Q_UNREACHABLE();
}

QString statusText(const Core::PushTask &task)
{
    switch (task.stopPhase) {
    case Core::StopPhase::Requested:
        return Outcomes::tr("Stopping: requested");
    case Core::StopPhase::Sent:
        return Outcomes::tr("Stopping: sent");
    case Core::StopPhase::Accepted:
        return Outcomes::tr("Stopping: confirming");
    case Core::StopPhase::None:
    case Core::StopPhase::Settled:
        break;
    }
    if (!task.taskErrorCode.isEmpty()) {
        return Outcomes::tr("Ended by an error");
    }
    if (task.lastOutcome == Core::StopOutcome::Unknown && task.status != Core::TaskStatus::Stopped) {
        return Outcomes::tr("Stop not confirmed");
    }
    if (task.hasVanished() && task.status != Core::TaskStatus::Stopped) {
        return Outcomes::tr("Gone from the service");
    }
    if (task.hasBackupLeftRunning()) {
        return task.backup.isGone ? Outcomes::tr("Stopped, its backup is gone")
                                  : Outcomes::tr("Stopped, but not its backup");
    }
    return word(task.status);
}

QString backupStatusText(const Core::BackupInfo &backup)
{
    if (!backup.isPresent()) {
        return {};
    }
    return backup.isGone ? Outcomes::tr("Gone from the service") : word(backup.status);
}

QString statusSentence(const Core::PushTask &task)
{
    return task.hasVanished() && task.status != Core::TaskStatus::Stopped ? Outcomes::tr(
               "The task was running, but the service neither lists nor finds it any more. Whether it "
               "has stopped is not known.")
                                                                          : sentence(task.status);
}

QString remedyOfVanished()
{
    return Outcomes::tr("Look into the service's own console if it matters what became of it.");
}

QString lastResultText(const Core::PushTask &task)
{
    if (!task.lastOutcome) {
        return {};
    }
    const QString outcome = word(*task.lastOutcome, task.status);
    // An "already stopped" carries a code, but nobody needs to look it up.
    const bool isWorthACode = *task.lastOutcome != Core::StopOutcome::Stopped
        && *task.lastOutcome != Core::StopOutcome::AlreadyStopped && !task.lastErrorCode.isEmpty();
    return isWorthACode ? Outcomes::tr("%1: %2", "outcome, code").arg(outcome, oneCode(task.lastErrorCode))
                        : outcome;
}

} // namespace Text
