// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskintake.h"

#include "gui/addtasksdialog.h"
#include "gui/userprompt.h"
#include "service/accounts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace Gui {

TaskIntake::TaskIntake(const Service::Services &services, UserPrompt &prompt,
                       std::function<QString()> chosenAccountId, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_prompt(prompt)
    , m_chosenAccountId(std::move(chosenAccountId))
    , m_window(window)
{
    auto *drop = new TaskDrop(window);
    connect(drop, &TaskDrop::dropped, this, &TaskIntake::take);
}

void TaskIntake::type()
{
    static_cast<void>(dialog());
}

void TaskIntake::paste()
{
    take(offeredTasks(QGuiApplication::clipboard()->mimeData()));
}

void TaskIntake::openFile()
{
    m_prompt.askOpenFile(AddTasksDialog::fileQuestion(), m_window,
                         [this](const QString &path) { dialog()->importFiles({path}); });
}

void TaskIntake::take(const OfferedTasks &tasks)
{
    if (!tasks.files.isEmpty())
        dialog()->importFiles(tasks.files);
    else if (tasks.text.isEmpty())
        static_cast<void>(dialog());
    else
        dialog()->setPastedText(tasks.text);
}

AddTasksDialog *TaskIntake::dialog()
{
    if (m_dialog == nullptr) {
        QString accountId = m_chosenAccountId();
        if (accountId.isEmpty()) {
            const std::optional<Core::Account> account = m_services.accounts.defaultAccount();
            accountId = account ? account->id : QString();
        }
        m_dialog = new AddTasksDialog(m_services, m_prompt, accountId, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &AddTasksDialog::addRequested, this, &TaskIntake::addRequested);
        m_dialog->open();
    }
    return m_dialog;
}

} // namespace Gui
