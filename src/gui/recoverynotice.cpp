// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/recoverynotice.h"

#include "gui/noticearea.h"
#include "service/recovery.h"
#include "service/taskbook.h"

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView recoveryNotice = u"recoveryNotice";

} // namespace

RecoveryNotice::RecoveryNotice(const Service::Services &services, NoticeArea &notices, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_notices(notices)
{
    connect(&m_services.recovery, &Service::Recovery::found, this, &RecoveryNotice::onFound);
    connect(&m_services.recovery, &Service::Recovery::settled, this, &RecoveryNotice::onSettled);
    connect(&m_services.recovery, &Service::Recovery::finished, this, &RecoveryNotice::onFinished);
}

void RecoveryNotice::onFound(int openIntents)
{
    m_found = openIntents;
    m_ended = 0;
    m_unknown = 0;
    m_failed = 0;
    m_notSent.clear();
    if (openIntents > 0)
        m_notices.show(
            {.name = recoveryNotice.toString(),
             .iconName = u"pending"_s,
             .text = tr("%n stop(s) of an earlier run have no outcome. Finding out what became of them…",
                        nullptr, openIntents),
             .buttons = {}});
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
    if (m_found == 0)
        return;
    QStringList parts;
    if (m_ended > 0)
        parts.append(tr("%n stopped.", nullptr, m_ended));
    if (m_failed > 0)
        parts.append(tr("%n failed.", nullptr, m_failed));
    if (!m_notSent.isEmpty())
        parts.append(
            tr("%n had no effect and may still be running.", nullptr, static_cast<int>(m_notSent.size())));
    if (m_unknown > 0)
        parts.append(tr("%n still unknown.", nullptr, m_unknown));
    Notice notice;
    notice.name = recoveryNotice.toString();
    notice.iconName = m_notSent.isEmpty() && m_unknown == 0 ? u"success"_s : u"warning"_s;
    notice.text = tr("Stops of an earlier run: %1").arg(parts.join(u' '));
    if (!m_notSent.isEmpty())
        notice.buttons.append({tr("Stop these again…"), u"stopAgainButton"_s, [this, tasks = m_notSent] {
                                   m_notices.dismiss(recoveryNotice.toString());
                                   Q_EMIT stopAgainRequested(tasks);
                               }});
    m_notices.show(notice);
}

} // namespace Gui
