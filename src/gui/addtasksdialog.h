// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "service/pastedtasks.h"
#include "service/services.h"

#include <QDialog>

#include <memory>

namespace Service {
class TaskImport;
}

namespace Gui {

class PastePreviewModel;
class UserPrompt;
struct FileQuestion;
struct OfferedTasks;

namespace Ui {
class AddTasksDialog;
}

//! Adds tasks by hand, by pasting or out of files, and shows what each line becomes. Shown with open().
class AddTasksDialog : public QDialog
{
    Q_OBJECT
public:
    //! `accountId` is chosen first, if there is such an account. `prompt` outlives the dialog.
    AddTasksDialog(const Service::Services &services, UserPrompt &prompt, const QString &accountId,
                   QWidget *parent = nullptr);
    ~AddTasksDialog() override;

    //! A long text is read in the background and not shown in the field.
    void setPastedText(const QString &text);
    //! The same, below what stands in the field.
    void addPastedText(const QString &text);
    //! Read in the background; what stood in the dialog goes.
    void importFiles(const QStringList &paths);

    //! How one asks for a file with tasks.
    [[nodiscard]] static FileQuestion fileQuestion();

Q_SIGNALS:
    //! The operator said Add; no task of these was tracked.
    void addRequested(const QList<Core::PushTask> &tasks);

private:
    void setUpPreview();
    void connectInputs();
    void fillAccounts(const QString &accountId);
    void fillApplications();
    void take(const OfferedTasks &tasks);
    //! Shows `name` in place of the field while its content is read.
    void showSource(const QString &name);
    void typeInstead();
    void showPieces(const QList<Service::PastedTask> &pieces);
    void updatePreview();
    [[nodiscard]] QString summary(bool isApplicationWrong) const;
    void submit();

    const Service::Services m_services;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::AddTasksDialog> m_ui;
    PastePreviewModel *m_preview;
    Service::TaskImport *m_import;
    QList<Service::PastedTask> m_pieces;
};

} // namespace Gui
