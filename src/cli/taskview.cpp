// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/taskview.h"

#include "cli/table.h"
#include "core/redaction.h"
#include "text/errorsentences.h"
#include "text/formats.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

//! Names of a task's fields.
class TaskText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::TaskText)
};

[[nodiscard]] QString numberText(qint64 value)
{
    return value == 0 ? QString() : QString::number(value);
}

[[nodiscard]] QStringList tableLines(const QStringList &headings, const QList<QStringList> &rows)
{
    const Table table(headings, rows);
    QStringList lines{table.heading()};
    for (const QStringList &row : rows) {
        lines.append(table.row(row));
    }
    return lines;
}

[[nodiscard]] QString backupText(const Core::BackupInfo &backup)
{
    if (!backup.isPresent()) {
        return Core::plainText(backup.rawText == "{}"_L1 ? QString() : backup.rawText);
    }
    return backup.taskId + u" ("_s + Text::backupStatusText(backup) + u')';
}

[[nodiscard]] QString taskErrorText(const Core::PushTask &task)
{
    if (task.taskErrorCode.isEmpty()) {
        return {};
    }
    Core::Error error;
    error.kind = Core::ErrorKind::Api;
    error.apiCode = task.taskErrorCode;
    const QString title = Text::explain(error).title;
    return task.taskErrorMessage.isEmpty() ? title
                                           : Text::labelled(title, Core::plainText(task.taskErrorMessage));
}

} // namespace

QStringList taskSheet(const Core::PushTask &task)
{
    const QList<QStringList> fields{
        {TaskText::tr("TaskId"), task.key.taskId.toString()},
        {TaskText::tr("Application"), task.key.sdkAppId.toString()},
        {TaskText::tr("Status"), Text::word(task.status)},
        {TaskText::tr("Ended because"), Text::word(task.finishReason)},
        {TaskText::tr("Room"), numberText(task.roomId)},
        {TaskText::tr("Group"), Core::plainText(task.groupId)},
        {TaskText::tr("Push user"), Core::plainText(task.pushUserId)},
        {TaskText::tr("Created"), Text::localDateTime(task.createTime)},
        {TaskText::tr("Started"), Text::localDateTime(task.startTime)},
        {TaskText::tr("Stopped"), Text::localDateTime(task.stopTime)},
        {TaskText::tr("Exceptions"), numberText(task.exceptionCount)},
        {TaskText::tr("Backup"), backupText(task.backup)},
        {TaskText::tr("Error"), taskErrorText(task)},
    };
    QList<QStringList> known;
    std::ranges::copy_if(fields, std::back_inserter(known),
                         [](const QStringList &field) { return !field.constLast().isEmpty(); });
    const Table table(QStringList{QString(), QString()}, known);
    QStringList lines;
    for (const QStringList &field : std::as_const(known)) {
        lines.append(table.row(field));
    }
    if (task.hasBackupLeftRunning() && !task.backup.isGone) {
        lines.append(TaskText::tr("The task ended, but its backup is not known to have: stop %1 too.")
                         .arg(task.backup.taskId));
    }
    return lines;
}

QStringList taskTable(const QList<Core::PushTask> &tasks)
{
    QList<QStringList> rows;
    for (const Core::PushTask &task : tasks) {
        rows.append({task.key.taskId.toString(), Text::word(task.status), numberText(task.roomId),
                     Text::localDateTime(task.startTime), Text::localDateTime(task.stopTime),
                     Text::word(task.finishReason)});
    }
    return tableLines({TaskText::tr("TaskId"), TaskText::tr("Status"), TaskText::tr("Room"),
                       TaskText::tr("Started"), TaskText::tr("Stopped"), TaskText::tr("Ended because")},
                      rows);
}

QStringList watchTable(const QList<Core::PushTask> &tasks, const QDateTime &now)
{
    QList<QStringList> rows;
    for (const Core::PushTask &task : tasks) {
        const QDateTime start = task.startTime.isValid() ? task.startTime : task.createTime;
        const QDateTime end = task.isRunning() ? now : task.stopTime;
        const bool isKnown = start.isValid() && end.isValid();
        rows.append({task.key.taskId.toString(), Text::statusText(task), numberText(task.roomId),
                     isKnown ? Text::duration(std::max<qint64>(0, start.secsTo(end))) : QString(),
                     Text::word(task.finishReason)});
    }
    return tableLines({TaskText::tr("TaskId"), TaskText::tr("Status"), TaskText::tr("Room"),
                       TaskText::tr("Running for"), TaskText::tr("Ended because")},
                      rows);
}

QStringList trackedTable(const QList<Core::PushTask> &tasks,
                         const std::function<QString(const QString &accountId)> &accountName)
{
    QList<QStringList> rows;
    for (const Core::PushTask &task : tasks) {
        rows.append({task.key.taskId.toString(), task.key.sdkAppId.toString(),
                     Core::plainText(accountName(task.key.accountId)), Core::plainText(task.label),
                     Text::word(task.status), Text::localDateTime(task.startTime),
                     Text::lastResultText(task)});
    }
    return tableLines({TaskText::tr("TaskId"), TaskText::tr("Application"), TaskText::tr("Account"),
                       TaskText::tr("Label"), TaskText::tr("Status"), TaskText::tr("Started"),
                       TaskText::tr("Last result")},
                      rows);
}

} // namespace Cli
