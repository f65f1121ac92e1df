// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accountsaving.h"

#include "gui/accountdrafts.h"

#include <QTimer>

namespace Gui {

AccountSaving::AccountSaving(Service::Accounts &accounts, const AccountDrafts &drafts, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_removedIds(drafts.removedIds())
{
    for (qsizetype row = 0; row < drafts.size(); ++row) {
        const AccountDraft &draft = drafts.at(row);
        if (row == drafts.defaultRow())
            m_defaultName = draft.name.trimmed();
        if (!drafts.isChanged(row))
            continue;
        const CheckedAccount checked = drafts.checked(row);
        const bool isCopy = draft.isNew() && draft.hasKeptKey() && !checked.secrets.secretKey;
        m_saves.append({checked.account, checked.secrets, isCopy ? draft.keptAt : QString()});
    }
}

void AccountSaving::start()
{
    // Before anything is removed: the original may go in the same breath.
    QTimer::singleShot(0, this, [this] { copySecrets(0); });
}

void AccountSaving::copySecrets(qsizetype index)
{
    while (index < m_saves.size() && m_saves.at(index).secretsFrom.isEmpty())
        ++index;
    if (index == m_saves.size()) {
        removeNext();
        return;
    }
    m_accounts.credential(m_saves.at(index).secretsFrom, this,
                          [this, index](const Core::Result<Core::Credential> &credential) {
                              AccountToSave &save = m_saves[index];
                              if (credential) {
                                  save.secrets.secretKey = credential->secretKey;
                                  if (!save.secrets.token && !credential->token.isEmpty())
                                      save.secrets.token = credential->token;
                              } else if (credential.error().kind != Core::ErrorKind::NoCredential) {
                                  m_failures.append({save.account.name, credential.error()});
                              }
                              copySecrets(index + 1);
                          });
}

void AccountSaving::removeNext()
{
    if (m_removedIds.isEmpty()) {
        saveNext(0);
        return;
    }
    const QString id = m_removedIds.takeFirst();
    const std::optional<Core::Account> account = m_accounts.byId(id);
    if (!account) {
        removeNext();
        return;
    }
    m_accounts.remove(id, this, [this, name = account->name](const Core::Result<void> &removed) {
        if (!removed)
            m_failures.append({name, removed.error()});
        removeNext();
    });
}

void AccountSaving::saveNext(qsizetype index)
{
    if (index == m_saves.size()) {
        finish();
        return;
    }
    const AccountToSave &save = m_saves.at(index);
    m_accounts.save(save.account, save.secrets, this, [this, index](const Core::Result<void> &saved) {
        if (!saved)
            m_failures.append({m_saves.at(index).account.name, saved.error()});
        saveNext(index + 1);
    });
}

void AccountSaving::finish()
{
    m_saves.clear();
    const std::optional<Core::Account> wanted = m_accounts.byName(m_defaultName);
    const std::optional<Core::Account> present = m_accounts.defaultAccount();
    if (wanted && (!present || present->id != wanted->id))
        m_accounts.setDefaultAccount(wanted->id);
    Q_EMIT finished(m_failures);
}

} // namespace Gui
