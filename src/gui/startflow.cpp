// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/startflow.h"

#include "gui/noticearea.h"
#include "gui/startdialog.h"
#include "gui/userprompt.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "service/tasksync.h"
#include "text/errorsentences.h"
#include "text/outcomes.h"
#include "text/punctuation.h"

#include <QTimer>
#include <QWidget>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int effectMs = 3000; // a start takes effect about 2 s after the call

[[nodiscard]] QString reasonOf(const Service::StartResult &result)
{
    QStringList parts{Text::sentence(result.outcome)};
    if (result.error) {
        const Text::ErrorText text = Text::explain(*result.error);
        parts.append(Text::asSentence(text.title));
        if (result.outcome != Core::StartOutcome::Unknown)
            parts.append({text.explanation, text.remedy});
    }
    if (result.outcome == Core::StartOutcome::Unknown)
        parts.append(Text::remedy(result.outcome));
    return Text::joinedSentences(parts);
}

} // namespace

StartFlow::StartFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices,
                     QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_notices(notices)
    , m_window(window)
{
    connect(&m_services.starts, &Service::StartService::settled, this, &StartFlow::onSettled);
    connect(&m_services.starts, &Service::StartService::sought, this, [this](qint64 startId) {
        if (m_dialog != nullptr && startId == m_shownStart)
            m_dialog->setBusy(tr("No answer says whether the task was started. Looking for it…"));
    });
    connect(&m_services.recovery, &Service::Recovery::startSettled, this, &StartFlow::onResumed);
}

void StartFlow::open(const QString &accountId)
{
    if (m_dialog != nullptr) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_services.starts.prepare(accountId);
    m_shownStart = 0;
    m_dialog = new StartDialog(m_services, m_prompt, accountId, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &StartDialog::startRequested, this, &StartFlow::begin);
    m_dialog->open();
}

void StartFlow::begin(const QString &accountId, const Core::PushStart &start)
{
    m_shownStart = m_services.starts.start(accountId, start);
    if (m_shownStart == 0)
        m_dialog->showFailure(
            tr("Another start for this room is under way; two would cost twice. Wait until it is settled."));
}

void StartFlow::onSettled(const Service::StartResult &result)
{
    const bool isShown = m_dialog != nullptr && result.startId == m_shownStart;
    if (result.outcome == Core::StartOutcome::Started) {
        if (isShown)
            m_dialog->accept();
        Q_EMIT started(result.task);
        m_services.sync.refresh({result.task});
        QTimer::singleShot(effectMs, this, [this, task = result.task] { m_services.sync.refresh({task}); });
        return;
    }
    if (isShown && result.outcome != Core::StartOutcome::Unknown) {
        m_dialog->showFailure(reasonOf(result));
        m_shownStart = 0;
        return;
    }
    if (isShown)
        m_dialog->accept();
    notice(result, false);
}

void StartFlow::onResumed(const Service::StartResult &result)
{
    notice(result, true);
}

void StartFlow::notice(const Service::StartResult &result, bool isOfEarlierRun)
{
    m_notices.show([this, result, isOfEarlierRun] {
        const QString room = QString::number(result.roomId);
        const QString where = isOfEarlierRun ? tr("Start of an earlier run in room %1:").arg(room)
                                             : tr("Start in room %1:").arg(room);
        Notice notice;
        notice.name = u"startNotice"_s + room;
        notice.iconName = result.outcome == Core::StartOutcome::Started ? u"success"_s : u"warning"_s;
        notice.text = Text::joinedSentences({where, reasonOf(result)});
        if (!result.task.taskId.isEmpty())
            notice.buttons.append({tr("Show the task"), u"showStartedButton"_s,
                                   [this, task = result.task] { Q_EMIT started(task); }});
        return notice;
    });
}

} // namespace Gui
