// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stopflow.h"

#include "config/settings.h"
#include "core/redaction.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "text/punctuation.h"

#include <QMap>
#include <QSet>
#include <QWidget>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

QList<Core::TaskKey> keysOf(const QList<Core::PushTask> &tasks)
{
    QList<Core::TaskKey> keys;
    for (const Core::PushTask &task : tasks)
        keys.append(task.key);
    return keys;
}

} // namespace

StopFlow::StopFlow(const Service::Services &services, UserPrompt &prompt, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
{
    connect(&m_services.stops, &Service::StopService::settled, this, &StopFlow::onSettled);
}

bool StopFlow::canStop(const Core::PushTask &task) const
{
    return task.status != Core::TaskStatus::Stopped && !m_services.stops.isStopping(task.key);
}

bool StopFlow::canStopBackup(const Core::PushTask &task) const
{
    if (!task.hasBackupLeftRunning())
        return false;
    const std::optional<Core::TaskKey> key = task.backupKey();
    if (!key || m_services.stops.isStopping(*key))
        return false;
    const Core::PushTask *backup = m_services.book.find(*key);
    return backup == nullptr || canStop(*backup);
}

QList<Core::PushTask> StopFlow::stoppable(const QList<Core::TaskKey> &tasks) const
{
    QList<Core::PushTask> result;
    for (const Core::TaskKey &key : tasks) {
        const Core::PushTask *task = m_services.book.find(key);
        if (task != nullptr && canStop(*task))
            result.append(*task);
    }
    return result;
}

void StopFlow::request(const QList<Core::TaskKey> &tasks, Backups backups, Asking asking)
{
    if (m_isAsking)
        return;
    const QList<Core::PushTask> wanted = stoppable(tasks);
    const QList<BackupTask> further =
        backups == Backups::Included ? backupsOf(tasks, wanted) : QList<BackupTask>();
    if (wanted.isEmpty() && further.isEmpty())
        return;
    QList<Core::PushTask> all = wanted;
    for (const BackupTask &backup : further)
        all.append(backup.task);
    m_services.stops.prepare(keysOf(all));
    if (all.size() > 1 || !further.isEmpty())
        askForSeveral(all, further, tasks.size() - wanted.size());
    else if (asking == Asking::Always || m_services.settings.confirmSingleStop())
        askForOne(wanted.first());
    else
        stop({wanted.first().key});
}

void StopFlow::requestBackup(const Core::TaskKey &mainTask)
{
    const Core::PushTask *main = m_services.book.find(mainTask);
    if (m_isAsking || main == nullptr || !canStopBackup(*main))
        return;
    const std::optional<BackupTask> backup = backupOf(*main);
    if (!backup)
        return;
    track({*backup});
    request({backup->task.key});
}

void StopFlow::retry(const QList<Core::TaskKey> &tasks)
{
    QSet<Core::TaskKey> unlisted(tasks.cbegin(), tasks.cend());
    unlisted.removeIf([this](const Core::TaskKey &task) { return m_services.book.contains(task); });
    QList<BackupTask> backups;
    if (!unlisted.isEmpty()) {
        for (const Core::PushTask &main : m_services.book.tasks()) {
            const std::optional<BackupTask> backup = backupOf(main);
            if (backup && unlisted.contains(backup->task.key))
                backups.append(*backup);
        }
    }
    track(backups);
    request(tasks);
}

std::optional<StopFlow::BackupTask> StopFlow::backupOf(const Core::PushTask &main) const
{
    const std::optional<Core::TaskKey> key = main.backupKey();
    if (!key)
        return std::nullopt;
    Core::PushTask backup;
    backup.key = *key;
    backup.roomId = main.roomId;
    backup.label = tr("Backup of %1").arg(main.label.isEmpty() ? main.key.taskId.toString() : main.label);
    backup.status = main.backup.status;
    return BackupTask{backup, main.key};
}

//! Those that go on or may go on, and are not wanted already.
QList<StopFlow::BackupTask> StopFlow::backupsOf(const QList<Core::TaskKey> &mains,
                                                const QList<Core::PushTask> &wanted) const
{
    const QList<Core::TaskKey> wantedKeys = keysOf(wanted);
    QSet<Core::TaskKey> taken(wantedKeys.cbegin(), wantedKeys.cend());
    QList<BackupTask> backups;
    for (const Core::TaskKey &key : mains) {
        const Core::PushTask *main = m_services.book.find(key);
        const std::optional<BackupTask> backup = main != nullptr ? backupOf(*main) : std::nullopt;
        if (!backup || main->backup.status == Core::TaskStatus::Stopped || main->backup.isGone
            || taken.contains(backup->task.key))
            continue;
        const Core::PushTask *tracked = m_services.book.find(backup->task.key);
        if (canStop(tracked != nullptr ? *tracked : backup->task)) {
            taken.insert(backup->task.key);
            backups.append(*backup);
        }
    }
    return backups;
}

void StopFlow::track(const QList<BackupTask> &backups)
{
    QList<Core::PushTask> tasks;
    for (const BackupTask &backup : backups) {
        m_mainOfBackup.insert(backup.task.key, backup.main);
        tasks.append(backup.task);
    }
    m_services.book.add(tasks);
}

void StopFlow::cancelRest()
{
    m_services.stops.cancelUnsent();
}

QString StopFlow::describe(const Core::PushTask &task) const
{
    const QString id = task.key.taskId.toString();
    return task.label.isEmpty() ? id : tr("%1 (%2)").arg(Core::plainText(task.label), id);
}

//! One line an account: which applications, and how many tasks of each.
QString StopFlow::describePlaces(const QList<Core::PushTask> &tasks) const
{
    QMap<QString, QMap<qint64, int>> places;
    for (const Core::PushTask &task : tasks) {
        const std::optional<Core::Account> account = m_services.accounts.byId(task.key.accountId);
        ++places[account ? account->name : task.key.accountId][task.key.sdkAppId.value];
    }
    QStringList lines;
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        QStringList applications;
        for (auto app = place->cbegin(); app != place->cend(); ++app)
            applications.append(tasks.size() == 1
                                    ? QString::number(app.key())
                                    : tr("%1 (%n task(s))", nullptr, app.value()).arg(app.key()));
        lines.append(tr("Account %1, application %2")
                         .arg(Core::plainText(place.key()), Text::joinedItems(applications)));
    }
    return lines.join(u'\n');
}

void StopFlow::askForOne(const Core::PushTask &task)
{
    Question question;
    question.title = tr("Stop a push task");
    question.text = tr("Stop the push task %1?").arg(describe(task));
    question.details =
        tr("%1\n\nThe push ends for everybody who watches it. A task that has stopped cannot be resumed.")
            .arg(describePlaces({task}));
    question.acceptText = tr("&Stop the task");
    question.checkboxText = tr("&Do not ask again before a single task is stopped");
    m_isAsking = true;
    m_prompt.ask(question, this, [this, key = task.key](const Answer &answer) {
        m_isAsking = false;
        if (!answer.isAccepted())
            return;
        if (answer.isChecked)
            m_services.settings.setConfirmSingleStop(false);
        stop({key});
    });
}

void StopFlow::askForSeveral(const QList<Core::PushTask> &tasks, const QList<BackupTask> &backups,
                             qsizetype leftOut)
{
    Question question;
    question.title = tr("Stop push tasks");
    question.text = tr("Stop %n push task(s)?", nullptr, static_cast<int>(tasks.size()));
    question.details = describePlaces(tasks);
    if (!backups.isEmpty())
        question.details += u'\n'
            + tr("%n backup push(es) of these tasks included.", nullptr, static_cast<int>(backups.size()));
    if (leftOut > 0)
        question.details += u"\n\n"_s
            + tr("%n selected task(s) already stopped or being stopped are left out.", nullptr,
                 static_cast<int>(leftOut));
    question.details += u"\n\n"_s
        + tr("The pushes end for everybody who watches them. Tasks that have stopped cannot be resumed.");
    question.acceptText = tr("&Stop %n task(s)", nullptr, static_cast<int>(tasks.size()));
    question.isDestructive = true;
    m_isAsking = true;
    m_prompt.ask(question, this, [this, keys = keysOf(tasks), backups](const Answer &answer) {
        m_isAsking = false;
        if (!answer.isAccepted())
            return;
        track(backups);
        stop(keys);
    });
}

void StopFlow::stop(const QList<Core::TaskKey> &tasks)
{
    if (tasks.isEmpty())
        return;
    Service::StopOptions options;
    options.confirmDeadlineMs = m_services.settings.confirmDeadlineMs();
    options.waitsForNewToken = true;
    m_services.stops.stop(tasks, options);
}

void StopFlow::onSettled(const Service::StopResult &result)
{
    const auto main = m_mainOfBackup.constFind(result.task);
    if (main != m_mainOfBackup.cend()) {
        m_services.sync.checkBackup(*main);
        m_mainOfBackup.erase(main);
    }
}

} // namespace Gui
