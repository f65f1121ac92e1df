// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guardnotice.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "gui/noticearea.h"
#include "service/accounts.h"
#include "service/guard.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "text/errorsentences.h"
#include "text/guardsentences.h"
#include "text/punctuation.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString announcementTag = u"guardAnnouncement"_s; // the notices' object names too
const QString guardWarningTag = u"guardWarning"_s;
const QString readOnlyTag = u"guardReadOnly"_s;
const QString guardFailureTag = u"guardFailure"_s;
const QString droppedPlanTag = u"guardDroppedPlan"_s;
const QString heldUpTag = u"guardHeldUp-"_s; // an account's id follows
const QString keepKey = u"keep"_s;
const QString showKey = u"show"_s;
const QString stopKey = u"stop"_s;
const QString credentialsKey = u"credentials"_s;
constexpr qsizetype mostNamedTasks = 5;

QString iconOf(const QString &tag)
{
    if (tag == announcementTag)
        return u"pending"_s;
    return tag == guardFailureTag ? u"error"_s : u"warning"_s;
}

} // namespace

GuardNotice::GuardNotice(const Service::Services &services, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_notices(notices)
{
    connect(&m_services.guard, &Service::Guard::warned, this, &GuardNotice::onWarned);
    connect(&m_services.guard, &Service::Guard::announced, this, &GuardNotice::onAnnounced);
    connect(&m_services.guard, &Service::Guard::standingsChanged, this, &GuardNotice::onStandingsChanged);
    connect(&m_services.guard, &Service::Guard::stopFailed, this,
            [this](const Service::StopResult &result) { gather(guardFailureTag, result); });
    connect(&m_services.guard, &Service::Guard::planDropped, this,
            [this](const Service::StopResult &result) { gather(droppedPlanTag, result); });
    connect(&m_services.guard, &Service::Guard::stopsHeldUp, this, &GuardNotice::onStopsHeldUp);
    connect(&m_services.stops, &Service::StopService::resumed, this,
            [this](const QString &accountId) { Q_EMIT over(heldUpTag + accountId); });
    connect(&m_services.book, &Service::TaskBook::tasksChanged, this, &GuardNotice::onTasksChanged);
    connect(&m_services.book, &Service::TaskBook::tasksRemoved, this, &GuardNotice::onTasksChanged);
}

void GuardNotice::answer(const QString &tag, const QString &action)
{
    const QList<Core::TaskKey> tasks = tasksOf(tag);
    if (action == keepKey) {
        m_services.guard.keepRunning(tasks);
    } else if (action == stopKey) {
        Q_EMIT showRequested(tasks);
        Q_EMIT stopRequested(tasks);
    } else if (action == showKey) {
        Q_EMIT showRequested(tasks);
    } else if (action == credentialsKey) {
        Q_EMIT accountSettingsRequested(tag.sliced(heldUpTag.size()));
    }
}

void GuardNotice::onWarned(const QList<Service::GuardCause> &causes)
{
    QList<Told> ordinary;
    QList<Told> inPlaceOfStops; // due to be stopped, by an account that stops nothing
    for (const Service::GuardCause &cause : causes)
        (Service::isInPlaceOfStop(cause) ? inPlaceOfStops : ordinary).append({cause.task, cause.rule});
    tell(readOnlyTag, inPlaceOfStops);
    tell(guardWarningTag, ordinary);
}

void GuardNotice::onAnnounced(const QList<Service::GuardCause> &causes)
{
    QList<Told> announced;
    for (const Service::GuardCause &cause : causes)
        announced.append({cause.task, cause.rule});
    tell(announcementTag, announced);
}

void GuardNotice::onStandingsChanged()
{
    const QList<Core::TaskKey> tasks = m_services.guard.announcedTasks();
    const QSet<Core::TaskKey> announced(tasks.cbegin(), tasks.cend());
    keepThose(announcementTag, [&announced](const Core::TaskKey &task) { return announced.contains(task); });
}

void GuardNotice::onTasksChanged()
{
    for (const QString &tag : {guardWarningTag, readOnlyTag, guardFailureTag})
        keepThose(tag, [this](const Core::TaskKey &key) {
            const Core::PushTask *const task = m_services.book.find(key);
            return task != nullptr && task->hasAnythingRunning();
        });
}

//! Hundreds may fail at once, of an account without a key, say: they are told together.
void GuardNotice::gather(const QString &tag, const Service::StopResult &result)
{
    QList<Told> &gathered = m_gathered[tag];
    if (gathered.isEmpty())
        QTimer::singleShot(0, this, [this, tag] { tell(tag, m_gathered.take(tag)); });
    gathered.append({result.task, std::nullopt, result.error});
}

//! Above the tasks TokenNotice says so, of whatever waits.
void GuardNotice::onStopsHeldUp(const QString &accountId)
{
    const std::optional<Core::Account> account = m_services.accounts.byId(accountId);
    Notification notification;
    notification.tag = heldUpTag + accountId;
    notification.title = tr("Rules and planned stops wait for new credentials");
    notification.text = tr("Account %1: what is due to be stopped goes on running until they are saved.")
                            .arg(account ? Core::plainText(account->name, 64) : accountId);
    notification.actions = {{credentialsKey, tr("Enter new credentials…")}};
    notification.isUrgent = true;
    Q_EMIT notified(notification);
}

//! Beside what is told already and still holds: nobody may have seen that yet.
void GuardNotice::tell(const QString &tag, const QList<Told> &news)
{
    if (news.isEmpty())
        return;
    // Of each task what was said last.
    QHash<Core::TaskKey, qsizetype> last;
    const QList<Told> all = m_told.value(tag) + news;
    for (qsizetype i = 0; i < all.size(); ++i)
        last.insert(all.at(i).task, i);
    QList<Told> told;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (last.value(all.at(i).task) == i)
            told.append(all.at(i));
    }
    m_told.insert(tag, told);
    show(tag);
    Q_EMIT notified(worded(tag));
}

void GuardNotice::show(const QString &tag)
{
    m_notices.show([this, tag] {
        const Notification said = worded(tag);
        Notice notice;
        notice.name = tag;
        notice.iconName = iconOf(tag);
        notice.text = Text::labelled(said.title, said.text);
        for (const NotificationAction &action : said.actions)
            notice.buttons.append({action.text, QString(action.key + u"Button"_s),
                                   [this, tag, key = action.key] { answer(tag, key); }});
        notice.canBeDismissed = tag != announcementTag;
        notice.putAway = [this, tag] { forget(tag); };
        return notice;
    });
}

void GuardNotice::keepThose(const QString &tag, const std::function<bool(const Core::TaskKey &)> &isStillTrue)
{
    const auto told = m_told.find(tag);
    if (told == m_told.end()
        || told->removeIf([&isStillTrue](const Told &each) { return !isStillTrue(each.task); }) == 0)
        return;
    if (!told->isEmpty()) {
        show(tag);
        return;
    }
    m_notices.dismiss(tag);
    forget(tag);
}

void GuardNotice::forget(const QString &tag)
{
    m_told.remove(tag);
    Q_EMIT over(tag);
}

QList<Core::TaskKey> GuardNotice::tasksOf(const QString &tag) const
{
    QList<Core::TaskKey> tasks;
    const QList<Told> told = m_told.value(tag);
    for (const Told &each : told)
        tasks.append(each.task);
    return tasks;
}

Notification GuardNotice::worded(const QString &tag) const
{
    if (tag == announcementTag)
        return wordedAnnouncement();
    const QList<Core::TaskKey> tasks = tasksOf(tag);
    const int count = static_cast<int>(tasks.size());
    Notification notification;
    notification.tag = tag;
    notification.actions = {{showKey, tr("Show")}};
    if (tag == guardWarningTag) {
        notification.title = tr("%n push task(s) running for long", nullptr, count);
        notification.text = tr("%1 (%2)", "tasks, reason").arg(list(tasks), reasons(tag));
        notification.actions.append({stopKey, tr("Stop…")});
    } else if (tag == readOnlyTag) {
        notification.title = tr("%n push task(s) due to be stopped go on running", nullptr, count);
        notification.text =
            tr("%1 (%2). The account is read-only: nothing is stopped with it.", "tasks, reason")
                .arg(list(tasks), reasons(tag));
    } else if (tag == droppedPlanTag) {
        notification.title = tr("%n planned stop(s) dropped", nullptr, count);
        notification.text =
            tr("%1: %2. What was planned is not tried again.", "task, reason").arg(list(tasks), reasons(tag));
    } else {
        notification.title = tr("%n push task(s) could not be stopped", nullptr, count);
        notification.text =
            tr("%1: %2. The stop is announced again later.", "task, reason").arg(list(tasks), reasons(tag));
        notification.isUrgent = true;
    }
    return notification;
}

Notification GuardNotice::wordedAnnouncement() const
{
    QList<Core::TaskKey> tasks = tasksOf(announcementTag);
    const auto standings = m_services.guard.standings();
    std::ranges::sort(tasks, {}, [&standings](const Core::TaskKey &task) { return standings[task].stopsAt; });
    const QString time = Text::moment(standings.value(tasks.value(0)).stopsAt, m_services.clock.nowUtc());
    Notification notification;
    notification.tag = announcementTag;
    notification.title = tasks.size() == 1 ? tr("A push task is stopped at %1").arg(time)
                                           : tr("%n push tasks are going to be stopped, the first at %1",
                                                nullptr, static_cast<int>(tasks.size()))
                                                 .arg(time);
    notification.text = tr("%1 (%2)", "tasks, reason").arg(list(tasks), reasons(announcementTag));
    notification.actions = {{showKey, tr("Show")}, {keepKey, tr("Keep running")}};
    notification.isUrgent = true;
    return notification;
}

QString GuardNotice::nameOf(const Core::TaskKey &task) const
{
    const Core::PushTask *const tracked = m_services.book.find(task);
    const QString id = task.taskId.toString();
    return tracked == nullptr || tracked->label.isEmpty()
        ? id
        : tr("%1 (%2)", "label, TaskId").arg(Core::plainText(tracked->label, 60), id);
}

QString GuardNotice::list(const QList<Core::TaskKey> &tasks) const
{
    QStringList names;
    for (const Core::TaskKey &task : tasks.first(std::min(tasks.size(), mostNamedTasks)))
        names.append(nameOf(task));
    if (tasks.size() > mostNamedTasks)
        names.append(tr("%n more", nullptr, static_cast<int>(tasks.size() - mostNamedTasks)));
    return Text::joinedItems(names);
}

//! Each once, however many tasks have it.
QString GuardNotice::reasons(const QString &tag) const
{
    QStringList reasons;
    const QList<Told> told = m_told.value(tag);
    for (const Told &each : told) {
        if (each.error)
            reasons.append(Text::explain(*each.error).title);
        else
            reasons.append(tag == guardFailureTag ? tr("The outcome is unknown")
                                                  : Text::reasonText(each.rule));
    }
    reasons.removeDuplicates();
    return Text::joinedItems(reasons);
}

} // namespace Gui
