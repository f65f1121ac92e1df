// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace Config {

class SettingsStore;

//! The accounts an operator keeps, without their secrets. A change holds at once, for this run; whenKept()
//! tells whether it is in the settings' file.
class AccountStore : public QObject
{
    Q_OBJECT
public:
    //! `store` outlives this object.
    explicit AccountStore(SettingsStore &store, QObject *parent = nullptr);

    //! By name, without case. An entry of the file that cannot be read is left out, and left alone.
    [[nodiscard]] QList<Core::Account> list() const;
    [[nodiscard]] std::optional<Core::Account> byId(const QString &id) const;
    [[nodiscard]] std::optional<Core::Account>
    byName(const QString &name) const; //!< exact, else without case
    //! The one chosen, or else the first of the list.
    [[nodiscard]] std::optional<Core::Account> defaultAccount() const;

    //! Gives a new id, whatever is in `account`; answers the account as kept. Errors: see checked().
    [[nodiscard]] Core::Result<Core::Account> add(const Core::Account &account);
    //! InvalidInput: no account has this id; or see checked().
    [[nodiscard]] Core::Result<Core::Account> update(const Core::Account &account);
    //! InvalidInput: no account has this id. Its secrets are the caller's to remove.
    [[nodiscard]] Core::Result<void> remove(const QString &id);
    //! Undoes an update() or remove(): `account` is what byId() answered before it.
    void putBack(const Core::Account &account);
    [[nodiscard]] Core::Result<void> setDefaultAccount(const QString &id);
    //! Calls `done` when all changes until now are in the file; Storage: they could not be written. Never
    //! before it returns, nor after `context` died.
    void whenKept(QObject *context, std::function<void(Core::Result<void>)> done);

    //! `account` with trimmed texts. InvalidInput: the name is empty, longer than 64 characters, unprintable,
    //! "env" or "demo", or another account's; the SecretId is not 1 to 128 of [A-Za-z0-9_-]; the endpoint is
    //! not one.
    [[nodiscard]] Core::Result<Core::Account> checked(const Core::Account &account) const;

    //! All accounts as JSON, without ids and without secrets.
    [[nodiscard]] QByteArray exported() const;
    //! Adds the accounts of such a file, all or none, with new ids; a name that is taken gets " (2)".
    //! InvalidInput: not such a file, an account that checked() refuses, or a file with a secret in it.
    [[nodiscard]] Core::Result<QList<Core::Account>> import(const QByteArray &json);

Q_SIGNALS:
    void accountsChanged();

private:
    void keep(const Core::Account &account);

    SettingsStore &m_store;
};

} // namespace Config
