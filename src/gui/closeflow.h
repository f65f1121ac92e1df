// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"

#include <QObject>

class QWidget;

namespace Gui {

class NoticeArea;
class UserPrompt;

//! Whether the window may go while stops or starts are in flight, or stops are planned: the operator decides,
//! the window never blocks.
class CloseFlow : public QObject
{
    Q_OBJECT
public:
    CloseFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices, QWidget *window);

    //! True: nothing is in flight, nothing planned. False: the operator is being asked, and the window closed
    //! later if so decided.
    [[nodiscard]] bool mayClose();

Q_SIGNALS:
    void stayed(); //!< the operator does not want to close any more

private:
    enum class State {
        Open,
        Asking,
        Waiting, //!< closes when the last Stop is settled
        Finishing, //!< nothing is sent any more; closes within the grace time
    };

    [[nodiscard]] qsizetype underWay() const;
    void ask();
    void askAboutPlans();
    void waitForStops();
    void closeNow();
    void stay();
    void onIdle();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    NoticeArea &m_notices;
    QWidget *m_window;
    State m_state = State::Open;
    bool m_isPlanGivenUp = false;
};

} // namespace Gui
