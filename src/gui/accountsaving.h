// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/accounts.h"

#include <QObject>

namespace Gui {

class AccountDrafts;

//! One account to be saved.
struct AccountToSave
{
    Core::Account account; //!< empty id: a new one
    Service::SecretChanges secrets;
    QString secretsFrom; //!< id of the account whose kept secrets it gets where none were typed; may be empty
};

//! What could not be saved, or removed.
struct AccountFailure
{
    QString name;
    Core::Error error;
};

//! Writes what the settings dialog's copy came to: one account after another, since each waits for the
//! keyring. finished() comes exactly once, never before start() returned; not if it is destroyed.
class AccountSaving : public QObject
{
    Q_OBJECT
public:
    //! Takes its work from `drafts`, all of which are fine.
    AccountSaving(Service::Accounts &accounts, const AccountDrafts &drafts, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(const QList<Gui::AccountFailure> &failures);

private:
    void copySecrets(qsizetype index);
    void removeNext();
    void saveNext(qsizetype index);
    void finish();

    Service::Accounts &m_accounts;
    QStringList m_removedIds;
    QList<AccountToSave> m_saves;
    QString m_defaultName;
    QList<AccountFailure> m_failures;
};

} // namespace Gui
