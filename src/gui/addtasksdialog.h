// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "gui/pastepreview.h"
#include "service/services.h"

#include <QDialog>

#include <memory>

namespace Gui {

namespace Ui {
class AddTasksDialog;
}

//! Adds tasks by hand or by pasting, and shows while typing what each piece becomes. Shown with open().
class AddTasksDialog : public QDialog
{
    Q_OBJECT
public:
    //! `accountId` is chosen first, if there is such an account.
    AddTasksDialog(const Service::Services &services, const QString &accountId, QWidget *parent = nullptr);
    ~AddTasksDialog() override;

    void setPastedText(const QString &text);

Q_SIGNALS:
    //! The operator said Add; no task of these was tracked.
    void addRequested(const QList<Core::PushTask> &tasks);

private:
    void fillAccounts(const QString &accountId);
    void fillApplications();
    void updatePreview();
    void showLine(int row, const PastedLine &line);
    [[nodiscard]] QString summary(const QList<PastedLine> &lines, bool isApplicationWrong) const;
    void submit();

    const Service::Services m_services;
    std::unique_ptr<Ui::AddTasksDialog> m_ui;
    QList<Service::PastedTask> m_pasted;
    QList<Core::PushTask> m_addable;
};

} // namespace Gui
