// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/taskintake.h"

#include "core/redaction.h"
#include "gui/addtasksdialog.h"
#include "gui/userprompt.h"
#include "service/accounts.h"
#include "service/tasklink.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
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

void TaskIntake::offerLink(const QString &link)
{
    const auto task = Service::parseTaskLink(link);
    if (!task) {
        m_prompt.tell(
            tr("Not a link to a task"),
            tr("A link to a task looks like tiwpush:TASKID?app=SDKAPPID. This one does not, so nothing "
               "is done with it:\n\n%1")
                .arg(Core::plainText(link, 200)),
            m_window);
        return;
    }
    // The account that has this application, where one has.
    const QList<Core::Account> accounts = m_services.accounts.all();
    const auto owner = std::ranges::find_if(accounts, [&task](const Core::Account &account) {
        return account.sdkAppIds.contains(task->sdkAppId);
    });
    dialog(owner != accounts.cend() ? owner->id : QString())->addPastedText(link);
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

AddTasksDialog *TaskIntake::dialog(const QString &likelyAccountId)
{
    if (m_dialog == nullptr) {
        QString accountId = likelyAccountId.isEmpty() ? m_chosenAccountId() : likelyAccountId;
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
