// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Config {
class Settings;
}
namespace Service {
class Accounts;
struct Services;
} // namespace Service

namespace Gui {

class AccountsPage;
class BehaviourPage;
class NetworkPage;
class UserPrompt;

namespace Ui {
class SettingsDialog;
}

//! Accounts, network and behaviour: edits a copy and applies it when accepted. Shown with open(), never
//! exec(); each showing begins anew with what is kept. Make a new one after a change of language. UI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Service::Services &services, UserPrompt &prompt, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    //! Turns to the page of the accounts, and to one of them if its id is given.
    void showAccounts(const QString &accountId = {});
    //! Empties the fields of secrets, also of accounts that are not shown; the rest stays as edited.
    void forgetSecrets();

    //! Saves; the dialog closes when all is saved, and stays with the reason if something is not.
    void accept() override;
    void reject() override;
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void onKeyringUnavailable();
    void tellOfUnsavedNetwork();
    void savePassword();
    void finish();
    void stay(const QString &why);
    void setSaving(bool isSaving);

    Config::Settings &m_settings;
    Service::Accounts &m_accounts;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    AccountsPage *m_accountsPage;
    NetworkPage *m_networkPage;
    BehaviourPage *m_behaviourPage;
    bool m_isSaving = false;
    bool m_isKeyringLost = false; //!< found out while saving
    bool m_isLoaded = false; //!< the fields hold what is kept, or edits of it
};

} // namespace Gui
