// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/detailfields.h"

#include "core/redaction.h"
#include "models/taskcells.h"
#include "text/formats.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString taskFailure = u"FailedOperation.WhiteboardPush"_s;

class Details
{
    Q_DECLARE_TR_FUNCTIONS(Gui::Details)
};

QString number(qint64 value)
{
    return value == 0 ? QString() : QString::number(value);
}

QString duration(qint64 seconds)
{
    return seconds < 0 ? QString() : Text::duration(seconds);
}

QString moment(qint64 unixSeconds)
{
    return unixSeconds <= 0 ? QString()
                            : Text::localDateTime(QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC));
}

//! What the Backup text says beyond its TaskId, RequestId and status, or that it says nothing we know.
QString backupText(const Core::BackupInfo &backup)
{
    const QString raw = backup.rawText.trimmed();
    return backup.isPresent() || raw.isEmpty() || raw == "{}"_L1 ? QString() : Core::plainText(raw);
}

QString otherFields(const Core::PushTask &task)
{
    if (task.unknownFields.isEmpty())
        return {};
    const QJsonObject redacted = Core::redacted(task.unknownFields);
    return Core::plainText(QString::fromUtf8(QJsonDocument(redacted).toJson(QJsonDocument::Compact)));
}

} // namespace

QList<DetailField> detailFields(const Core::PushTask &task, const QString &accountName, const QDateTime &now)
{
    const auto plain = [](const QString &text) { return Core::plainText(text); };
    return {
        {u"statusValue"_s, Details::tr("Status"), Text::statusText(task), false},
        {u"taskIdValue"_s, Details::tr("TaskId"), task.key.taskId.toString(), true},
        {u"labelValue"_s, Details::tr("Label"), plain(task.label), false},
        {u"accountValue"_s, Details::tr("Account"), plain(accountName), false},
        {u"applicationValue"_s, Details::tr("Application"), task.key.sdkAppId.toString(), true},
        {u"roomValue"_s, Details::tr("Room"), number(task.roomId), true},
        {u"groupValue"_s, Details::tr("Group"), plain(task.groupId), true},
        {u"pushUserValue"_s, Details::tr("Push user"), plain(task.pushUserId), true},
        {u"createdValue"_s, Details::tr("Created"), Text::localDateTime(task.createTime), false},
        {u"startedValue"_s, Details::tr("Started"), Text::localDateTime(task.startTime), false},
        {u"stoppedValue"_s, Details::tr("Stopped"), Text::localDateTime(task.stopTime), false},
        {u"runningForValue"_s, Details::tr("Running for"), duration(Models::runningSeconds(task, now)),
         false},
        {u"finishReasonValue"_s, Details::tr("Finish reason"), Text::word(task.finishReason), false},
        {u"exceptionsValue"_s, Details::tr("Exceptions"), number(task.exceptionCount), false},
        {u"imSyncValue"_s, Details::tr("IM synchronised"), moment(task.imSyncTime), false},
        {u"backupTaskIdValue"_s, Details::tr("Backup TaskId"), plain(task.backup.taskId), true},
        {u"backupStatusValue"_s, Details::tr("Backup status"), Text::backupStatusText(task.backup), false},
        {u"backupRequestIdValue"_s, Details::tr("Backup RequestId"), plain(task.backup.requestId), true},
        {u"backupTextValue"_s, Details::tr("Backup text"), backupText(task.backup), false},
        {u"lastResultValue"_s, Details::tr("Last result"), Text::lastResultText(task), false},
        {u"lastResultAtValue"_s, Details::tr("Last result at"), Text::localDateTime(task.lastResultAt),
         false},
        {u"requestIdValue"_s, Details::tr("RequestId"), plain(task.lastRequestId), true},
        {u"otherFieldsValue"_s, Details::tr("Other fields"), otherFields(task), false},
        {u"refreshedValue"_s, Details::tr("Last heard of"), Text::localDateTime(task.refreshedAt), false},
        {u"vanishedValue"_s, Details::tr("Gone since"), Text::localDateTime(task.vanishedAt), false},
        {u"addedValue"_s, Details::tr("In the list since"), Text::localDateTime(task.addedAt), false},
    };
}

std::optional<TaskProblem> problemOf(const Core::PushTask &task)
{
    TaskProblem problem;
    if (!task.taskErrorCode.isEmpty()) {
        // A list names the failure by a number, which Describe has in its message: the meaning is the same.
        const bool isNumber =
            std::ranges::all_of(task.taskErrorCode, [](QChar each) { return each.isDigit(); });
        problem.text = Text::explain(Core::errorOfCode(isNumber ? taskFailure : task.taskErrorCode));
        problem.serviceMessage = Core::plainText(task.taskErrorMessage);
        if (isNumber && !problem.serviceMessage.contains(task.taskErrorCode))
            problem.serviceMessage = QString(task.taskErrorCode + u' ' + problem.serviceMessage).trimmed();
        return problem;
    }
    if (task.hasVanished() && task.status != Core::TaskStatus::Stopped) {
        problem.text = {Text::statusText(task), Text::statusSentence(task), Text::remedyOfVanished()};
        return problem;
    }
    if (!task.lastOutcome || task.stopPhase == Core::StopPhase::Requested
        || task.stopPhase == Core::StopPhase::Sent || task.stopPhase == Core::StopPhase::Accepted)
        return std::nullopt; // never stopped, or a newer Stop is under way
    const Core::StopOutcome outcome = *task.lastOutcome;
    if (outcome != Core::StopOutcome::Failed && outcome != Core::StopOutcome::Unknown
        && outcome != Core::StopOutcome::NotSent)
        return std::nullopt;
    if (task.lastErrorCode.isEmpty()) {
        problem.text = {Text::word(outcome), Text::sentence(outcome), Text::remedy(outcome)};
        return problem;
    }
    problem.text = Text::explain(Core::errorOfCode(task.lastErrorCode));
    if (outcome != Core::StopOutcome::Failed)
        problem.text.explanation = Text::joinedSentences({Text::sentence(outcome), problem.text.explanation});
    problem.serviceMessage = Core::plainText(task.lastErrorMessage);
    return problem;
}

} // namespace Gui
