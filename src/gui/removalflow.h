// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/services.h"
#include "service/taskremovals.h"

#include <QObject>

class QAction;

namespace Gui {

class NoticeArea;
class UserPrompt;

//! Takes tasks off the list without a question, says so in a notice, and puts them back if that was a
//! mistake. Asks first only where a Stop of such a task is under way.
class RemovalFlow : public QObject
{
    Q_OBJECT
public:
    //! `undoAction` puts back what was removed last; it is enabled while there is something. All outlive this
    //! object.
    RemovalFlow(const Service::Services &services, UserPrompt &prompt, NoticeArea &notices,
                QAction *undoAction, QObject *parent);

    void request(const QList<Core::TaskKey> &tasks);
    void undo();

Q_SIGNALS:
    //! On the list again.
    void putBack(const QList<Core::TaskKey> &tasks);

private:
    void remove(const QList<Core::TaskKey> &tasks);
    void showNotice();
    void note(const QString &sentence);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    NoticeArea &m_notices;
    QAction *m_undoAction;
    Service::TaskRemovals m_removals;
    bool m_isNoticeShown = false;
};

} // namespace Gui
