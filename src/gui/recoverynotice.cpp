// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recoverynotice.h"

#include "config/settings.h"
#include "core/clock.h"
#include "gui/noticearea.h"
#include "service/recovery.h"
#include "service/taskbook.h"

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
        if (m_isFinished)
            conclude();
    });
}

void RecoveryNotice::onFound(int openIntents)
{
    m_found = openIntents;
    m_ended = 0;
    m_unknown = 0;
    m_failed = 0;
    m_notSent.clear();
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
    switch (result.outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
    case Core::StopOutcome::Accepted:
        ++m_ended;
        break;
    case Core::StopOutcome::Failed:
        ++m_failed;
        break;
    case Core::StopOutcome::Unknown:
        ++m_unknown;
        break;
    case Core::StopOutcome::NotSent:
        m_notSent.append(result.task);
        track(result.task);
        break;
    }
}

//! So that it has a row to be stopped from, even if it was removed from the list meanwhile.
void RecoveryNotice::track(const Core::TaskKey &key)
{
    Core::PushTask task;
    task.key = key;
    m_services.book.add({task});
}

void RecoveryNotice::onFinished()
{
    m_isFinished = true;
    conclude();
}

//! Of earlier runs, and not offered in vain before.
QList<Core::TaskKey> RecoveryNotice::leftUnsent() const
{
    const QDateTime offered = QDateTime::fromString(
        QString::fromLatin1(m_services.settings.viewState(offeredKey.toString())), Qt::ISODateWithMs);
    QList<Core::TaskKey> tasks;
    for (const Core::PushTask &task : m_services.book.tasks()) {
        if (task.lastOutcome == Core::StopOutcome::NotSent && task.status != Core::TaskStatus::Stopped
            && task.lastResultAt <= m_startedAt && !(offered.isValid() && task.lastResultAt <= offered)
            && !m_notSent.contains(task.key))
            tasks.append(task.key);
    }
    return tasks;
}

void RecoveryNotice::setOffered()
{
    m_services.settings.setViewState(offeredKey.toString(),
                                     m_services.clock.nowUtc().toString(Qt::ISODateWithMs).toLatin1());
}

void RecoveryNotice::conclude()
{
    const QList<Core::TaskKey> left = leftUnsent();
    const QList<Core::TaskKey> again = m_notSent + left;
    if (m_found == 0 && again.isEmpty())
        return;
    m_notices.show([this, again, ended = m_ended, failed = m_failed, unknown = m_unknown] {
        QStringList parts;
        if (ended > 0)
            parts.append(tr("%n stopped.", nullptr, ended));
        if (failed > 0)
            parts.append(tr("%n failed.", nullptr, failed));
        if (!again.isEmpty())
            parts.append(
                tr("%n had no effect and may still be running.", nullptr, static_cast<int>(again.size())));
        if (unknown > 0)
            parts.append(tr("%n still unknown.", nullptr, unknown));
        Notice notice;
        notice.name = recoveryNotice.toString();
        notice.iconName = again.isEmpty() && unknown == 0 ? u"success"_s : u"warning"_s;
        notice.text = tr("Stops of an earlier run: %1").arg(parts.join(u' '));
        notice.putAway = [this] { setOffered(); };
        if (!again.isEmpty())
            notice.buttons.append({tr("Stop these again…"), u"stopAgainButton"_s, [this, tasks = again] {
                                       setOffered();
                                       m_notices.dismiss(recoveryNotice.toString());
                                       Q_EMIT stopAgainRequested(tasks);
                                   }});
        return notice;
    });
}

} // namespace Gui
