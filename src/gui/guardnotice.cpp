// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guardnotice.h"

#include "core/clock.h"
#include "core/redaction.h"
#include "gui/noticearea.h"
#include "service/guard.h"
#include "service/taskbook.h"
#include "text/errorsentences.h"
#include "text/guardsentences.h"

#include <algorithm>
#include <utility>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString announcementTag = u"guardAnnouncement"_s; // the notices' object names too
const QString guardWarningTag = u"guardWarning"_s;
const QString readOnlyTag = u"guardReadOnly"_s;
const QString guardFailureTag = u"guardFailure"_s;
const QString keepKey = u"keep"_s;
const QString showKey = u"show"_s;
const QString stopKey = u"stop"_s;
constexpr qsizetype mostNamedTasks = 5;

using Causes = QList<Service::GuardCause>;

QList<Core::TaskKey> tasksOf(const Causes &causes)
{
    QList<Core::TaskKey> tasks;
    for (const Service::GuardCause &cause : causes) {
        if (!tasks.contains(cause.task))
            tasks.append(cause.task);
    }
    return tasks;
}

//! Those in place of a stop, and the others.
std::pair<Causes, Causes> parted(const Causes &causes)
{
    std::pair<Causes, Causes> parts;
    for (const Service::GuardCause &cause : causes)
        (Service::isInPlaceOfStop(cause) ? parts.first : parts.second).append(cause);
    return parts;
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
    connect(&m_services.guard, &Service::Guard::stopFailed, this, &GuardNotice::onStopFailed);
}

void GuardNotice::answer(const QString &tag, const QString &action)
{
    const QList<Core::TaskKey> tasks = m_tasks.value(tag);
    if (action == keepKey) {
        m_services.guard.keepRunning(tasks);
    } else if (action == stopKey) {
        Q_EMIT showRequested(tasks);
        Q_EMIT stopRequested(tasks);
    } else if (action == showKey) {
        Q_EMIT showRequested(tasks);
    }
}

void GuardNotice::onWarned(const QList<Service::GuardCause> &causes)
{
    const auto [inPlaceOfStops, ordinary] = parted(causes);
    if (!inPlaceOfStops.isEmpty())
        warnOfReadOnly(inPlaceOfStops);
    if (ordinary.isEmpty())
        return;
    const QList<Core::TaskKey> tasks = tasksOf(ordinary);
    const auto worded = [this, tasks, rule = ordinary.first().rule] {
        Notification notification;
        notification.tag = guardWarningTag;
        notification.title = tr("%n push task(s) running for long", nullptr, static_cast<int>(tasks.size()));
        notification.text = tr("%1 (%2)", "tasks, reason").arg(list(tasks), Text::reasonText(rule));
        notification.actions = {{showKey, tr("Show")}, {stopKey, tr("Stop…")}};
        return notification;
    };
    publish(worded, tasks, u"warning"_s);
}

//! Due to be stopped, by an account that stops nothing.
void GuardNotice::warnOfReadOnly(const QList<Service::GuardCause> &causes)
{
    const QList<Core::TaskKey> tasks = tasksOf(causes);
    const auto worded = [this, tasks, rule = causes.first().rule] {
        Notification notification;
        notification.tag = readOnlyTag;
        notification.title =
            tr("%n push task(s) due to be stopped go on running", nullptr, static_cast<int>(tasks.size()));
        notification.text =
            tr("%1 (%2). The account is read-only: nothing is stopped with it.", "tasks, reason")
                .arg(list(tasks), Text::reasonText(rule));
        notification.actions = {{showKey, tr("Show")}};
        return notification;
    };
    publish(worded, tasks, u"warning"_s);
}

void GuardNotice::onAnnounced(const QList<Service::GuardCause> &causes)
{
    QList<Core::TaskKey> tasks = m_services.guard.announcedTasks();
    const auto standings = m_services.guard.standings();
    std::ranges::sort(tasks, {}, [&standings](const Core::TaskKey &task) { return standings[task].stopsAt; });
    if (tasks.isEmpty())
        return;
    const auto worded = [this, tasks, stopsAt = standings.value(tasks.first()).stopsAt,
                         rule = causes.first().rule] {
        const QString time = Text::moment(stopsAt, m_services.clock.nowUtc());
        Notification notification;
        notification.tag = announcementTag;
        notification.title = tasks.size() == 1 ? tr("A push task is stopped at %1").arg(time)
                                               : tr("%n push tasks are going to be stopped, the first at %1",
                                                    nullptr, static_cast<int>(tasks.size()))
                                                     .arg(time);
        notification.text = tr("%1 (%2)", "tasks, reason").arg(list(tasks), Text::reasonText(rule));
        notification.actions = {{showKey, tr("Show")}, {keepKey, tr("Keep running")}};
        notification.isUrgent = true;
        return notification;
    };
    publish(worded, tasks, u"pending"_s);
}

void GuardNotice::onStandingsChanged()
{
    if (!m_tasks.contains(announcementTag))
        return;
    QList<Core::TaskKey> &tasks = m_tasks[announcementTag];
    const QList<Core::TaskKey> announced = m_services.guard.announcedTasks();
    tasks.removeIf([&announced](const Core::TaskKey &task) { return !announced.contains(task); });
    if (tasks.isEmpty()) {
        m_tasks.remove(announcementTag);
        m_notices.dismiss(announcementTag);
        Q_EMIT over(announcementTag);
    }
}

void GuardNotice::onStopFailed(const Service::StopResult &result)
{
    const auto worded = [this, task = result.task, error = result.error] {
        Notification notification;
        notification.tag = guardFailureTag;
        notification.title = tr("A push task could not be stopped");
        const QString reason = error ? Text::explain(*error).title : tr("The outcome is unknown");
        notification.text =
            tr("%1: %2. The stop is announced again later.", "task, reason").arg(nameOf(task), reason);
        notification.actions = {{showKey, tr("Show")}};
        notification.isUrgent = true;
        return notification;
    };
    publish(worded, {result.task}, u"error"_s);
}

void GuardNotice::publish(const std::function<Notification()> &worded, const QList<Core::TaskKey> &tasks,
                          const QString &iconName)
{
    const Notification notification = worded();
    m_tasks.insert(notification.tag, tasks);
    m_notices.show([this, worded, iconName] {
        const Notification said = worded();
        Notice notice;
        notice.name = said.tag;
        notice.iconName = iconName;
        notice.text = QString(said.title + u": "_s + said.text);
        for (const NotificationAction &action : said.actions)
            notice.buttons.append({action.text, QString(action.key + u"Button"_s),
                                   [this, tag = said.tag, key = action.key] { answer(tag, key); }});
        notice.canBeDismissed = said.tag != announcementTag;
        return notice;
    });
    Q_EMIT notified(notification);
}

QString GuardNotice::nameOf(const Core::TaskKey &task) const
{
    const Core::PushTask *const tracked = m_services.book.find(task);
    const QString id = task.taskId.toString();
    return tracked == nullptr || tracked->label.isEmpty()
        ? id
        : QString(Core::plainText(tracked->label, 60) + u" ("_s + id + u')');
}

QString GuardNotice::list(const QList<Core::TaskKey> &tasks) const
{
    QStringList names;
    for (const Core::TaskKey &task : tasks.first(std::min(tasks.size(), mostNamedTasks)))
        names.append(nameOf(task));
    if (tasks.size() > mostNamedTasks)
        names.append(tr("%n more", nullptr, static_cast<int>(tasks.size() - mostNamedTasks)));
    return names.join(u", "_s);
}

} // namespace Gui
