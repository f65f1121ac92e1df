// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Service {
struct Services;
}

namespace Gui {

class UserPrompt;

namespace Ui {
class SettingsDialog;
}

//! Accounts, network and behaviour: edits a copy and applies it when accepted. Shown with open(), never
//! exec(). UI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    //! Turns to the page of the accounts.
    void showAccounts();

private:
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace Gui
