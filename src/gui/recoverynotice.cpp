// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recoverynotice.h"

#include "config/settings.h"
#include "core/clock.h"
#include "gui/noticearea.h"
#include "service/accounts.h"
#include "service/recovery.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "text/punctuation.h"

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView recoveryNotice = u"recoveryNotice";
constexpr QStringView offeredKey = u"unsentStopsOffered"; //!< a time: what ended notSent until then

} // namespace

RecoveryNotice::RecoveryNotice(const Service::Services &services, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_notices(notices)
    , m_startedAt(services.clock.nowUtc())
{
    connect(&m_services.recovery, &Service::Recovery::found, this, &RecoveryNotice::onFound);
    connect(&m_services.recovery, &Service::Recovery::settled, this, &RecoveryNotice::onSettled);
    connect(&m_services.recovery, &Service::Recovery::finished, this, &RecoveryNotice::onFinished);
    connect(&m_services.book, &Service::TaskBook::loaded, this, [this] {
        if (m_isFinished) {
            conclude();
            learnUnsent();
        }
    });
}

void RecoveryNotice::onFound(int openIntents)
{
    m_isFinished = false; // what an earlier look found is told of until it was put away
    if (openIntents == 0)
        return;
    m_notices.show([openIntents] {
        return Notice{.name = recoveryNotice.toString(),
                      .iconName = u"pending"_s,
                      .text =
                          tr("%n stop(s) of an earlier run have no outcome. Finding out what became of them…",
                             nullptr, openIntents),
                      .buttons = {}};
    });
}

void RecoveryNotice::onSettled(const Service::StopResult &result)
{
    const qsizetype known = m_results.removeIf(
        [&result](const Service::StopResult &earlier) { return earlier.task == result.task; });
    if (m_isFinished && known == 0)
        return; // a Stop of this run, or the notice was put away
    m_results.append(result);
    if (result.outcome == Core::StopOutcome::Failed || result.outcome == Core::StopOutcome::Unknown
        || result.outcome == Core::StopOutcome::NotSent)
        track(result, m_services.clock.nowUtc());
    if (m_isFinished)
        conclude();
}

//! So that it has a row to be seen in and stopped from, even if it was removed from the list meanwhile.
void RecoveryNotice::track(const Service::StopResult &result, const QDateTime &at)
{
    if (m_services.book.contains(result.task) || !m_services.accounts.byId(result.task.accountId))
        return;
    Core::PushTask task;
    task.key = result.task;
    task.status = result.lastStatus;
    Service::recordOutcome(task, result, at);
    m_services.book.add({task});
}

//! What a command left is in the journal alone: commands keep no rows.
void RecoveryNotice::learnUnsent()
{
    if (!m_services.book.isLoaded())
        return; // its rows are what is known of these tasks; they come
    m_services.recovery.unsentStops(offeredUntil(), this, [this](const QList<Core::UnsentStop> &stops) {
        if (stops.isEmpty())
            return;
        m_withoutAccount.clear();
        for (const Core::UnsentStop &stop : stops) {
            Service::StopResult result;
            result.task = stop.intent.task;
            result.outcome = Core::StopOutcome::NotSent;
            const Core::PushTask *const row = m_services.book.find(result.task);
            if (stop.settledAt > m_startedAt || m_services.stops.isStopping(result.task))
                continue; // is told of where it was asked for
            if (row == nullptr) {
                track(result, stop.settledAt);
                if (!m_services.book.contains(result.task))
                    m_withoutAccount.append(result.task);
            } else if (row->status != Core::TaskStatus::Stopped
                       && !(row->lastResultAt.isValid() && row->lastResultAt >= stop.settledAt)) {
                m_services.book.change(result.task, [&result, &stop](Core::PushTask &task) {
                    Service::recordOutcome(task, result, stop.settledAt);
                });
            }
        }
        conclude();
    });
}

int RecoveryNotice::count(Core::StopOutcome outcome) const
{
    return static_cast<int>(std::ranges::count(m_results, outcome, &Service::StopResult::outcome));
}

QList<Core::TaskKey> RecoveryNotice::unsent() const
{
    QList<Core::TaskKey> tasks;
    for (const Service::StopResult &result : m_results) {
        if (result.outcome == Core::StopOutcome::NotSent)
            tasks.append(result.task);
    }
    return tasks;
}

//! Accepted, say, and without effect: costs money until it is stopped again.
QList<Core::TaskKey> RecoveryNotice::unknownAndRunning() const
{
    QList<Core::TaskKey> tasks;
    for (const Service::StopResult &result : m_results) {
        if (result.outcome == Core::StopOutcome::Unknown
            && (result.lastStatus == Core::TaskStatus::Prepared
                || result.lastStatus == Core::TaskStatus::Pushing))
            tasks.append(result.task);
    }
    return tasks;
}

void RecoveryNotice::onFinished()
{
    m_isFinished = true;
    conclude();
    learnUnsent();
}

//! Invalid where nothing was ever put away.
QDateTime RecoveryNotice::offeredUntil() const
{
    return QDateTime::fromString(QString::fromLatin1(m_services.settings.viewState(offeredKey.toString())),
                                 Qt::ISODateWithMs);
}

//! Of earlier runs, and not offered in vain before.
QList<Core::TaskKey> RecoveryNotice::leftUnsent() const
{
    const QDateTime offered = offeredUntil();
    const QList<Core::TaskKey> found = unsent();
    QList<Core::TaskKey> tasks = m_withoutAccount;
    tasks.removeIf([&found](const Core::TaskKey &task) { return found.contains(task); });
    for (const Core::PushTask &task : m_services.book.tasks()) {
        if (task.lastOutcome == Core::StopOutcome::NotSent && task.status != Core::TaskStatus::Stopped
            && task.lastResultAt <= m_startedAt && !(offered.isValid() && task.lastResultAt <= offered)
            && !found.contains(task.key))
            tasks.append(task.key);
    }
    return tasks;
}

void RecoveryNotice::setOffered()
{
    m_results.clear();
    m_withoutAccount.clear();
    m_services.settings.setViewState(offeredKey.toString(),
                                     m_services.clock.nowUtc().toString(Qt::ISODateWithMs).toLatin1());
}

void RecoveryNotice::conclude()
{
    const QList<Core::TaskKey> again = unsent() + leftUnsent();
    if (m_results.isEmpty() && again.isEmpty())
        return;
    const int ended = count(Core::StopOutcome::Stopped) + count(Core::StopOutcome::AlreadyStopped);
    const int failed = count(Core::StopOutcome::Failed);
    const QList<Core::TaskKey> running = unknownAndRunning();
    const int unknown = count(Core::StopOutcome::Unknown) - static_cast<int>(running.size());
    QList<Core::TaskKey> offered = again + running;
    offered.removeIf([this](const Core::TaskKey &task) {
        return !m_services.accounts.byId(task.accountId); // there is nothing to stop it with
    });
    m_notices.show([this, again, ended, failed, unknown, running, offered] {
        QStringList parts;
        if (ended > 0)
            parts.append(tr("%n stopped.", nullptr, ended));
        if (failed > 0)
            parts.append(tr("%n failed.", nullptr, failed));
        if (!again.isEmpty())
            parts.append(
                tr("%n had no effect and may still be running.", nullptr, static_cast<int>(again.size())));
        if (!running.isEmpty())
            parts.append(tr("%n still unknown, and still running when last asked.", nullptr,
                            static_cast<int>(running.size())));
        if (unknown > 0)
            parts.append(tr("%n still unknown.", nullptr, unknown));
        Notice notice;
        notice.name = recoveryNotice.toString();
        notice.iconName = again.isEmpty() && running.isEmpty() && unknown == 0 ? u"success"_s : u"warning"_s;
        notice.text = tr("Stops of an earlier run: %1").arg(Text::joinedSentences(parts));
        notice.putAway = [this] { setOffered(); };
        if (!offered.isEmpty())
            notice.buttons.append({tr("Stop these again…"), u"stopAgainButton"_s, [this, tasks = offered] {
                                       setOffered();
                                       m_notices.dismiss(recoveryNotice.toString());
                                       Q_EMIT stopAgainRequested(tasks);
                                   }});
        return notice;
    });
}

} // namespace Gui
