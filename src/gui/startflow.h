// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushstart.h"
#include "service/services.h"
#include "service/startresult.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace Gui {

class NoticeArea;
class StartDialog;
class UserPrompt;

//! From the wish to start a push task to its row; what came to nothing, or to nobody knows what, stays to be
//! seen.
class StartFlow : public QObject
{
    Q_OBJECT
public:
    StartFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices, QWidget *window);

    //! Opens the dialog, or raises the one that is open. `accountId` is chosen first.
    void open(const QString &accountId);

Q_SIGNALS:
    //! It has a row now.
    void started(const Core::TaskKey &task);

private:
    void begin(const QString &accountId, const Core::PushStart &start);
    void onSettled(const Service::StartResult &result);
    void onResumed(const Service::StartResult &result);
    void notice(const Service::StartResult &result, bool isOfEarlierRun);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    NoticeArea &m_notices;
    QWidget *m_window;
    QPointer<StartDialog> m_dialog;
    qint64 m_shownStart = 0; //!< the one that the dialog waits for; 0: none
};

} // namespace Gui
