// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/removalflow.h"

#include "core/logstore.h"
#include "gui/noticearea.h"
#include "gui/userprompt.h"
#include "service/stopservice.h"
#include "text/punctuation.h"

#include <QAction>

#include <algorithm>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

const QString removalNotice = u"removalNotice"_s;

} // namespace

RemovalFlow::RemovalFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices,
                         QAction *undoAction, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_prompt(prompt)
    , m_notices(notices)
    , m_undoAction(undoAction)
    , m_removals(services.book, services.guard, services.stops, services.recovery)
{
    m_undoAction->setEnabled(false);
    connect(m_undoAction, &QAction::triggered, this, &RemovalFlow::undo);
    connect(&m_removals, &Service::TaskRemovals::lastRemovedChanged, this,
            [this] { m_undoAction->setEnabled(!m_removals.lastRemoved().isEmpty()); });
}

void RemovalFlow::request(const QList<Core::TaskKey> &tasks)
{
    const auto stopping = std::ranges::count_if(
        tasks, [this](const Core::TaskKey &key) { return m_services.stops.isStopping(key); });
    if (stopping == 0) {
        remove(tasks);
        return;
    }
    Question question;
    question.title = tr("Remove from the list");
    question.text = tr("A Stop of %n of these task(s) is under way. Remove all the same?", nullptr,
                       static_cast<int>(stopping));
    question.details = tr("It goes on, and the journal keeps how it ends, but the list will not show it.");
    question.acceptText = tr("&Remove");
    m_prompt.ask(question, this, [this, tasks](const Answer &answer) {
        if (answer.isAccepted())
            remove(tasks);
    });
}

void RemovalFlow::remove(const QList<Core::TaskKey> &tasks)
{
    if (tasks.isEmpty())
        return;
    m_removals.remove(tasks);
    note(tr("%n task(s) removed from the list.", nullptr, static_cast<int>(m_removals.lastRemoved().size())));
    showNotice();
}

void RemovalFlow::undo()
{
    const bool wasNoticeShown = m_isNoticeShown;
    const QList<Core::TaskKey> tasks = m_removals.undo();
    m_notices.dismiss(removalNotice);
    m_isNoticeShown = false;
    if (wasNoticeShown)
        showNotice(); // of the removal before
    if (tasks.isEmpty())
        return;
    note(tr("%n task(s) put back on the list, as they were.", nullptr, static_cast<int>(tasks.size())));
    Q_EMIT putBack(tasks);
}

//! For the log.
void RemovalFlow::note(const QString &sentence)
{
    Core::LogEntry entry;
    entry.topic = Core::LogTopic::Note;
    entry.detail = sentence;
    m_services.log.append(entry);
}

void RemovalFlow::showNotice()
{
    const QList<Core::PushTask> tasks = m_removals.lastRemoved();
    if (tasks.isEmpty())
        return;
    m_isNoticeShown = true;
    m_notices.show([this, tasks] {
        QString text = tr("%n task(s) removed from the list.", nullptr, static_cast<int>(tasks.size()));
        const auto running = std::ranges::count_if(tasks, &Core::PushTask::hasAnythingRunning);
        if (running > 0 && tasks.size() == 1)
            text = Text::joinedSentences({text, tr("It goes on running: nothing was stopped.")});
        else if (running > 0)
            text = Text::joinedSentences({text,
                                          tr("%n of them go(es) on running: nothing was stopped.", nullptr,
                                             static_cast<int>(running))});
        return Notice{.name = removalNotice,
                      .iconName = u"remove"_s,
                      .text = text,
                      .buttons = {{tr("Undo"), u"undoRemovalButton"_s, [this] { undo(); }}},
                      .putAway = [this] { m_isNoticeShown = false; }};
    });
}

} // namespace Gui
