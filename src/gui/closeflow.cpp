// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/closeflow.h"

#include "gui/noticearea.h"
#include "gui/userprompt.h"
#include "service/guard.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "text/punctuation.h"

#include <QWidget>

namespace Gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int graceMs = 2000;
constexpr QStringView closingNotice = u"closingNotice";

} // namespace

CloseFlow::CloseFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices,
                     QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_notices(notices)
    , m_window(window)
{
    connect(&m_services.stops, &Service::StopService::idle, this, &CloseFlow::onIdle);
    connect(&m_services.starts, &Service::StartService::idle, this, &CloseFlow::onIdle);
}

qsizetype CloseFlow::underWay() const
{
    return m_services.stops.underWay() + m_services.starts.underWay();
}

bool CloseFlow::mayClose()
{
    if (underWay() == 0) {
        const bool isPlanned =
            !m_services.guard.announcedTasks().isEmpty() || !m_services.guard.scheduledTasks().isEmpty();
        if (!isPlanned || m_isPlanGivenUp || m_state == State::Finishing)
            return true;
        if (m_state != State::Asking)
            askAboutPlans();
        return false;
    }
    if (m_state == State::Open || m_state == State::Waiting)
        ask();
    return false;
}

void CloseFlow::ask()
{
    const auto stops = static_cast<int>(m_services.stops.underWay());
    const auto starts = static_cast<int>(m_services.starts.underWay());
    Question question;
    question.title = stops > 0 ? tr("Stops are not confirmed yet") : tr("A start has no answer yet");
    QStringList parts;
    if (stops > 0)
        parts.append(tr("%n stop(s) are not confirmed yet.", nullptr, stops));
    if (starts > 0)
        parts.append(tr("%n start(s) have no answer yet.", nullptr, starts));
    question.text = Text::joinedSentences(parts);
    question.details = tr(
        "If you close now, nothing more is sent. What was sent is found out at the next start; what was not "
        "sent is left running and offered again.");
    question.acceptText = tr("&Wait and close");
    question.alternativeText = tr("Close &now");
    question.rejectText = tr("&Stay");
    const State before = m_state;
    m_state = State::Asking;
    m_prompt.ask(question, this, [this, before](const Answer &answer) {
        m_state = before;
        switch (answer.choice) {
        case Answer::Choice::Accepted:
            waitForStops();
            break;
        case Answer::Choice::Alternative:
            closeNow();
            break;
        case Answer::Choice::Rejected:
            stay();
            break;
        }
    });
}

//! What is planned happens only while the console runs.
void CloseFlow::askAboutPlans()
{
    QList<Core::TaskKey> tasks = m_services.guard.announcedTasks();
    for (const Core::TaskKey &task : m_services.guard.scheduledTasks()) {
        if (!tasks.contains(task))
            tasks.append(task);
    }
    Question question;
    question.title = tr("Stops are planned");
    question.text = tr("%n task(s) will not be stopped while the console is closed.", nullptr,
                       static_cast<int>(tasks.size()));
    question.details = tr("What falls due meanwhile is announced at the next start, and then stopped.");
    question.acceptText = tr("&Close all the same");
    question.rejectText = tr("&Stay");
    m_state = State::Asking;
    m_prompt.ask(question, this, [this](const Answer &answer) {
        m_state = State::Open;
        if (answer.isAccepted()) {
            m_isPlanGivenUp = true;
            m_window->close();
        } else {
            stay();
        }
    });
}

void CloseFlow::waitForStops()
{
    if (underWay() == 0) {
        m_window->close();
        return;
    }
    m_state = State::Waiting;
    m_notices.show([this] {
        return Notice{.name = closingNotice.toString(),
                      .iconName = u"pending"_s,
                      .text = tr("The window closes when all that is under way is settled."),
                      .buttons = {{tr("Close now"), u"closeNowButton"_s, [this] { closeNow(); }},
                                  {tr("Stay"), u"stayButton"_s, [this] { stay(); }}},
                      .canBeDismissed = false};
    });
}

void CloseFlow::closeNow()
{
    if (underWay() == 0) {
        m_window->close();
        return;
    }
    m_state = State::Finishing;
    m_notices.show([] {
        return Notice{.name = closingNotice.toString(),
                      .iconName = u"pending"_s,
                      .text = tr("Closing: nothing more is sent."),
                      .buttons = {},
                      .canBeDismissed = false};
    });
    m_services.stops.finish(graceMs);
    m_services.starts.finish(graceMs);
}

void CloseFlow::stay()
{
    m_state = State::Open;
    m_notices.dismiss(closingNotice.toString());
    Q_EMIT stayed();
}

void CloseFlow::onIdle()
{
    // Not from within the service's own signal: closing may destroy the window and all that hangs on it.
    if (underWay() == 0 && (m_state == State::Waiting || m_state == State::Finishing))
        QMetaObject::invokeMethod(m_window, &QWidget::close, Qt::QueuedConnection);
}

} // namespace Gui
