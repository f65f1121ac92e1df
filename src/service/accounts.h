// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/credential.h"
#include "core/journal.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace Config {
class AccountStore;
}
namespace Secrets {
class SecretStore;
}

namespace Service {

//! Secrets as the operator typed them; nullopt leaves what is kept untouched, an empty one removes it.
struct SecretChanges
{
    std::optional<Core::SecretText> secretKey;
    std::optional<Core::SecretText> token;
};

//! All accounts of this run, with the way to their credentials: those of the settings, whose secrets are in
//! the keyring, and transient ones (environment, simulator), which exist in memory only. UI thread.
class Accounts : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Callback = std::function<void(Core::Result<T>)>;

    Accounts(Config::AccountStore &store, Secrets::SecretStore &secrets, QObject *parent = nullptr);
    ~Accounts() override;

    //! The settings' accounts in their order, then the transient ones.
    [[nodiscard]] QList<Core::Account> all() const;
    [[nodiscard]] std::optional<Core::Account> byId(const QString &accountId) const;
    [[nodiscard]] std::optional<Core::Account> byName(const QString &name) const;
    //! What an intent of an earlier run is looked into with: its account as it was then, but with what that
    //! one, or else any of its SecretId, trusts today.
    [[nodiscard]] Core::Account accountOf(const Core::Intent &intent) const;
    //! The one chosen in the settings, else the first; nullopt if there is none.
    [[nodiscard]] std::optional<Core::Account> defaultAccount() const;
    void setDefaultAccount(const QString &accountId);

    //! It exists in memory only.
    [[nodiscard]] bool isTransient(const QString &accountId) const;
    //! keyringUnavailable() was said in this run.
    [[nodiscard]] bool isKeyringMissing() const { return m_isKeyringMissing; }

    //! An account of this run only. Its secrets never reach the keyring, nor it the settings.
    void addTransient(const Core::Account &account, const Core::Credential &credential);

    //! Reads the keyring at first use and keeps the credential in memory. NoCredential if there is no
    //! SecretKey; Keyring… if it cannot be read. That of an account that is being saved comes afterwards.
    //! Never calls back before it returns.
    void credential(const QString &accountId, QObject *context, Callback<Core::Credential> done);
    //! A credential of any account with this SecretId; NoCredential if no account has it.
    void credentialForSecretId(const QString &secretId, QObject *context, Callback<Core::Credential> done);

    //! Adds the account, or updates the one of its id, and stores its secrets. That there has been no keyring
    //! in this run is not a failure: keyringUnavailable() is emitted and the secrets are kept for this run.
    //! Refuses what Config::AccountStore refuses; Storage, Keyring…: a change of the account, or a secret of
    //! it, could not be written: it is as it was before, and so are its secrets.
    void save(const Core::Account &account, const SecretChanges &changes, QObject *context,
              Callback<void> done);
    //! Forgets the account and its secrets. Storage: that could not be written, and both are still there.
    //! Keyring…: a secret may still be there, and so is the account, so that it can be removed again.
    void remove(const QString &accountId, QObject *context, Callback<void> done);
    //! An account is being saved or removed, in the settings or in the keyring.
    [[nodiscard]] bool isSaving() const { return !m_pending.isEmpty(); }
    //! The proxy's password lies beside the accounts' secrets. nullopt: none is kept.
    void proxyPassword(QObject *context, Callback<std::optional<Core::SecretText>> done);
    //! Keeps it (an empty one removes it), as save() keeps secrets. proxyPasswordChanged() follows where it
    //! worked.
    void saveProxyPassword(const Core::SecretText &password, QObject *context, Callback<void> done);
    //! Drops every credential from memory, and gives none (KeyringDenied) until unlock(). Secrets that are in
    //! no keyring are lost by it. Who took a credential before goes on with it. Once more, it drops what has
    //! come into memory since.
    void lock();
    //! The next use reads the keyring again. credentialChanged() of every account follows.
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    //! JSON without secrets, and back (accounts whose name is taken are refused with InvalidInput).
    [[nodiscard]] QByteArray exportAll() const;
    [[nodiscard]] Core::Result<int> importAll(const QByteArray &json);

Q_SIGNALS:
    void accountsChanged();
    //! A SecretKey or token of this account was saved or can be read again: credential() gives it.
    void credentialChanged(const QString &accountId);
    //! None is being saved any more; one that waited may begin in the same turn.
    void saved();
    //! To be read again and given to the transport.
    void proxyPasswordChanged();
    //! No keyring on this desktop: secrets are kept for this run only.
    void keyringUnavailable(const Core::Error &error);

private:
    struct Transient
    {
        Core::Account account;
        Core::Credential credential;
    };

    //! True: the account is being saved or removed, and `afterwards` is called when that is over, unless
    //! `context` died: until then its SecretId and SecretKey may be of two times.
    [[nodiscard]] bool isPending(const QString &accountId, QObject *context,
                                 std::function<void()> afterwards);
    void endPending(const QString &accountId);
    [[nodiscard]] std::optional<Core::Account> bySecretId(const QString &secretId) const;
    void readToken(const Core::Account &account, const Core::SecretText &secretKey, QObject *context,
                   Callback<Core::Credential> done);
    void keep(const Core::Account &account, const Core::Credential &credential,
              const Callback<Core::Credential> &done);

    Config::AccountStore &m_store;
    Secrets::SecretStore &m_secrets;
    QList<Transient> m_transient;
    QHash<QString, Core::Credential> m_cache;
    QHash<QString, QList<std::function<void()>>> m_pending; //!< by account; what waits for the end of it
    bool m_isKeyringMissing = false;
    bool m_isLocked = false;
};

} // namespace Service
