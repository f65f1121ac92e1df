// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "gui/taskdrop.h"
#include "service/services.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace Gui {

class AddTasksDialog;
class UserPrompt;

//! The ways by which tasks come into the list by hand: typed, pasted, out of a file, dropped on the window.
//! All end in the one dialog that shows what they became.
class TaskIntake : public QObject
{
    Q_OBJECT
public:
    //! A child of `window`, on which files and text can be dropped. `chosenAccountId` is the account to
    //! choose first; empty for the default.
    TaskIntake(const Service::Services &services, UserPrompt &prompt,
               std::function<QString()> chosenAccountId, QWidget *window);

    void type();
    void paste();
    void openFile();
    //! Somebody opened a link: a task that it names is offered, anything else is refused with a word.
    void offerLink(const QString &link);

Q_SIGNALS:
    //! Tasks that were not tracked.
    void addRequested(const QList<Core::PushTask> &tasks);

private:
    [[nodiscard]] AddTasksDialog *dialog(const QString &likelyAccountId = {});
    void take(const OfferedTasks &tasks);

    const Service::Services m_services;
    UserPrompt &m_prompt;
    const std::function<QString()> m_chosenAccountId;
    QWidget *const m_window;
    QPointer<AddTasksDialog> m_dialog;
};

} // namespace Gui
