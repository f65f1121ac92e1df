// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"
#include "core/result.h"
#include "gui/accountdrafts.h"
#include "gui/accountexchange.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Core {
class Clock;
}
namespace Service {
class Accounts;
class ApplicationQuery;
class ConnectionTest;
struct ConnectionVerdict;
struct FoundApplication;
} // namespace Service

namespace Gui {

struct AccountFailure;
class AccountSaving;
class UserPrompt;

namespace Ui {
class AccountsPage;
}

//! The accounts of the settings dialog: a list beside the form of the chosen one. Edits drafts; nothing is
//! kept before save().
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    AccountsPage(Service::Accounts &accounts, Service::ConnectionTest &connectionTest,
                 Service::ApplicationQuery &applicationQuery, const Core::Clock &clock, UserPrompt &prompt,
                 QWidget *parent = nullptr);
    ~AccountsPage() override;

    //! Begins anew with what is kept now.
    void load();
    //! Turns to the draft of that account, if there is one.
    void showAccount(const QString &accountId);
    //! Turns to the first account with a problem and says so at its fields; true if there is none.
    [[nodiscard]] bool validate();
    //! saved() or savingFailed() follows. Only after validate().
    void save();
    //! Empties every field and draft that holds a secret, and gives a test under way up.
    void forgetSecrets();

Q_SIGNALS:
    void saved();
    void savingFailed(const QString &why);

private:
    void connectButtons();
    void addExchangeMenu();
    void choose(qsizetype row);
    void showRow(qsizetype row);
    void showLabels();
    void showKeyring();
    void onEdited();
    void onRemove();
    void onTestRequested();
    //! The account's credential as typed or kept, for `use`; or why there is none, for `complain`. Neither is
    //! called after cancelAsking().
    void withCredential(const CheckedAccount &checked, std::function<void(Core::Credential)> use,
                        std::function<void(QString)> complain);
    void onApplicationsWanted();
    void onApplications(const Core::Result<QList<Service::FoundApplication>> &found);
    void onVerdict(const Service::ConnectionVerdict &verdict);
    //! Nothing that was asked about the form as it stood is waited for any more.
    void cancelAsking();
    void onSaved(const QList<AccountFailure> &failures);
    void take(const FoundAccounts &found);
    void importFile();
    void exportFile();

    Service::Accounts &m_accounts;
    Service::ConnectionTest &m_connectionTest;
    Service::ApplicationQuery &m_applicationQuery;
    const Core::Clock &m_clock;
    UserPrompt &m_prompt;
    std::unique_ptr<Ui::AccountsPage> m_ui;
    AccountDrafts m_drafts;
    qsizetype m_row = -1; //!< shown in the form
    int m_askNumber = 0; //!< tells a credential for this question from one for an older
};

} // namespace Gui
