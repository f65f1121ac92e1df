// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts.h"

#include "config/accounts.h"
#include "secrets/secretkeys.h"
#include "secrets/secretstore.h"
#include "service/secretchange.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Service {

namespace {

//! Calls `done` from the event loop, as long as `context` lives.
template <typename Done, typename Value> void later(QObject *context, const Done &done, const Value &value)
{
    QTimer::singleShot(0, context, [done, value] { done(value); });
}

[[nodiscard]] Core::Error lockedError()
{
    return Core::Error::of(Core::ErrorKind::KeyringDenied, QStringLiteral("the console is locked"));
}

} // namespace

Accounts::Accounts(Config::AccountStore &store, Secrets::SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
{
    connect(&m_store, &Config::AccountStore::accountsChanged, this, &Accounts::accountsChanged);
    connect(this, &Accounts::keyringUnavailable, this, [this] { m_isKeyringMissing = true; });
}

Accounts::~Accounts() = default;

QList<Core::Account> Accounts::all() const
{
    QList<Core::Account> accounts = m_store.list();
    std::ranges::transform(m_transient, std::back_inserter(accounts), &Transient::account);
    return accounts;
}

std::optional<Core::Account> Accounts::byId(const QString &accountId) const
{
    const auto transient = std::ranges::find_if(
        m_transient, [&accountId](const Transient &entry) { return entry.account.id == accountId; });
    return transient != m_transient.cend() ? std::optional(transient->account) : m_store.byId(accountId);
}

std::optional<Core::Account> Accounts::byName(const QString &name) const
{
    const auto transient = std::ranges::find_if(
        m_transient, [&name](const Transient &entry) { return entry.account.name == name; });
    return transient != m_transient.cend() ? std::optional(transient->account) : m_store.byName(name);
}

std::optional<Core::Account> Accounts::bySecretId(const QString &secretId) const
{
    const QList<Core::Account> accounts = all();
    const auto found = std::ranges::find(accounts, secretId, &Core::Account::secretId);
    return found != accounts.cend() ? std::optional(*found) : std::nullopt;
}

Core::Account Accounts::accountOf(const Core::Intent &intent) const
{
    Core::Account account;
    account.id = intent.accountId;
    account.name = intent.profile;
    account.secretId = intent.secretId;
    account.endpoint = intent.endpoint;
    const std::optional<Core::Account> own = byId(intent.accountId);
    if (const std::optional<Core::Account> known = own ? own : bySecretId(intent.secretId)) {
        account.caFile = known->caFile;
    }
    return account;
}

std::optional<Core::Account> Accounts::defaultAccount() const
{
    if (const auto stored = m_store.defaultAccount()) {
        return stored;
    }
    return m_transient.isEmpty() ? std::nullopt : std::optional(m_transient.first().account);
}

void Accounts::setDefaultAccount(const QString &accountId)
{
    std::ignore =
        m_store.setDefaultAccount(accountId); // a transient account cannot be the default of later runs
}

bool Accounts::isTransient(const QString &accountId) const
{
    return std::ranges::any_of(
        m_transient, [&accountId](const Transient &entry) { return entry.account.id == accountId; });
}

void Accounts::addTransient(const Core::Account &account, const Core::Credential &credential)
{
    m_transient.removeIf([&account](const Transient &entry) { return entry.account.id == account.id; });
    m_transient.append(Transient{account, credential});
    Q_EMIT accountsChanged();
    Q_EMIT credentialChanged(account.id);
}

void Accounts::credential(const QString &accountId, QObject *context, Callback<Core::Credential> done)
{
    if (m_isLocked) {
        later(context, done, Core::Result<Core::Credential>(Core::failure(lockedError())));
        return;
    }
    const auto transient = std::ranges::find_if(
        m_transient, [&accountId](const Transient &entry) { return entry.account.id == accountId; });
    if (transient != m_transient.cend()) {
        const auto credential = transient->credential.secretKey.isEmpty()
            ? Core::Result<Core::Credential>(
                Core::failure(Core::Error::of(Core::ErrorKind::NoCredential, transient->account.name)))
            : transient->credential;
        later(context, done, credential);
        return;
    }
    if (isPending(accountId, context,
                  [this, accountId, context, done] { credential(accountId, context, done); })) {
        return;
    }
    if (const auto cached = m_cache.constFind(accountId); cached != m_cache.cend()) {
        later(context, done, Core::Result<Core::Credential>(*cached));
        return;
    }
    const std::optional<Core::Account> account = m_store.byId(accountId);
    if (!account || account->secretId.isEmpty()) {
        const Core::Error error = Core::Error::of(Core::ErrorKind::NoCredential, accountId);
        later(context, done, Core::Result<Core::Credential>(Core::failure(error)));
        return;
    }
    m_secrets.read(Secrets::secretKeyEntry(accountId), context,
                   [this, account = *account, context,
                    done](const Core::Result<std::optional<Core::SecretText>> &secretKey) {
                       if (!secretKey) {
                           done(Core::failure(secretKey.error()));
                       } else if (!*secretKey || (*secretKey)->isEmpty()) {
                           done(Core::failure(Core::Error::of(Core::ErrorKind::NoCredential, account.name)));
                       } else {
                           readToken(account, **secretKey, context, done);
                       }
                   });
}

void Accounts::readToken(const Core::Account &account, const Core::SecretText &secretKey, QObject *context,
                         Callback<Core::Credential> done)
{
    if (!account.hasToken) {
        keep(account, {account.secretId, secretKey, {}}, done);
        return;
    }
    m_secrets.read(
        Secrets::tokenEntry(account.id), context,
        [this, account, secretKey, done](const Core::Result<std::optional<Core::SecretText>> &token) {
            if (!token) {
                done(Core::failure(token.error()));
                return;
            }
            if (!*token) {
                // Signing without it would only earn a puzzling refusal.
                done(Core::failure(Core::Error::of(Core::ErrorKind::NoCredential, account.name)));
                return;
            }
            keep(account, {account.secretId, secretKey, **token}, done);
        });
}

void Accounts::keep(const Core::Account &account, const Core::Credential &credential,
                    const Callback<Core::Credential> &done)
{
    if (m_isLocked) { // while the keyring was read
        done(Core::failure(lockedError()));
        return;
    }
    m_cache.insert(account.id, credential);
    done(credential);
}

void Accounts::credentialForSecretId(const QString &secretId, QObject *context,
                                     Callback<Core::Credential> done)
{
    const std::optional<Core::Account> found = bySecretId(secretId);
    if (!found) {
        const Core::Error error =
            Core::Error::of(Core::ErrorKind::NoCredential, Core::maskedSecretId(secretId));
        later(context, done, Core::Result<Core::Credential>(Core::failure(error)));
        return;
    }
    credential(found->id, context, std::move(done));
}

void Accounts::save(const Core::Account &account, const SecretChanges &changes, QObject *context,
                    Callback<void> done)
{
    if (isPending(account.id, context,
                  [this, account, changes, context, done] { save(account, changes, context, done); })) {
        return;
    }
    Core::Account kept = account;
    if (changes.token) {
        kept.hasToken = !changes.token->isEmpty();
    }
    const std::optional<Core::Account> before = m_store.byId(kept.id);
    m_pending.insert(kept.id, {}); // who hears of the change asks at once
    const Core::Result<Core::Account> stored = before ? m_store.update(kept) : m_store.add(kept);
    if (!stored) {
        endPending(kept.id);
        later(context, done, Core::Result<void>(Core::failure(stored.error())));
        return;
    }
    const QString id = stored->id;
    m_pending.insert(id, m_pending.take(kept.id)); // a new one has its id now
    const auto finish = [this, id, context = QPointer<QObject>(context),
                         done](const Core::Result<void> &secretsStored) {
        if (secretsStored) {
            m_cache.remove(id); // whoever asked before got what was there before
        }
        endPending(id);
        if (secretsStored) {
            Q_EMIT credentialChanged(id);
        }
        if (context) {
            done(secretsStored);
        }
    };
    QList<SecretEntry> entries;
    if (changes.secretKey) {
        entries.append({Secrets::secretKeyEntry(id), *changes.secretKey});
    }
    if (changes.token) {
        entries.append({Secrets::tokenEntry(id), *changes.token});
    }
    const auto undo = [this, id, before] { // the new SecretId would not go with the old SecretKey
        if (before) {
            m_store.putBack(*before);
        } else {
            std::ignore = m_store.remove(id);
        }
    };
    const auto storeSecrets = [this, entries, undo, finish](const Core::Result<void> &isKept) {
        if (!isKept) {
            undo();
            finish(isKept);
            return;
        }
        auto *const change = new SecretChange(m_secrets, entries, this);
        change->start([this, undo, finish](const Core::Result<void> &changed) {
            if (changed) {
                finish(changed);
                return;
            }
            undo();
            m_store.whenKept(this, [changed, finish](const Core::Result<void> &) { finish(changed); });
        });
    };
    // No secret without an account; and what was begun here is done, also when nobody waits for it any more:
    // quitting waits for isSaving().
    if (before == *stored) {
        later(this, storeSecrets, Core::Result<void>()); // whether or not anything can be written now
    } else {
        m_store.whenKept(this, storeSecrets);
    }
}

bool Accounts::isPending(const QString &accountId, QObject *context, std::function<void()> afterwards)
{
    const auto pending = m_pending.find(accountId);
    if (pending == m_pending.end()) {
        return false;
    }
    pending->append([context = QPointer<QObject>(context), afterwards = std::move(afterwards)] {
        if (context) {
            afterwards();
        }
    });
    return true;
}

void Accounts::endPending(const QString &accountId)
{
    const QList<std::function<void()>> waiting = m_pending.take(accountId);
    for (const std::function<void()> &goOn : waiting) {
        goOn();
    }
    if (m_pending.isEmpty()) {
        Q_EMIT saved();
    }
}

void Accounts::remove(const QString &accountId, QObject *context, Callback<void> done)
{
    if (isPending(accountId, context,
                  [this, accountId, context, done] { remove(accountId, context, done); })) {
        return;
    }
    m_cache.remove(accountId);
    const qsizetype transient =
        m_transient.removeIf([&accountId](const Transient &entry) { return entry.account.id == accountId; });
    if (transient > 0) {
        Q_EMIT accountsChanged();
        later(context, done, Core::Result<void>());
        return;
    }
    const std::optional<Core::Account> before = m_store.byId(accountId);
    const std::optional<Core::Account> chosen = m_store.defaultAccount();
    const Core::Result<void> removed = m_store.remove(accountId);
    if (!removed) {
        later(context, done, removed);
        return;
    }
    m_pending.insert(accountId, {});
    const auto finish = [this, accountId, context = QPointer<QObject>(context),
                         done](const Core::Result<void> &forgotten) {
        endPending(accountId);
        if (context) {
            done(forgotten);
        }
    };
    const auto undo = [this, accountId, before, chosen] {
        m_store.putBack(*before);
        if (chosen == before) {
            std::ignore = m_store.setDefaultAccount(accountId);
        }
    };
    const auto forgotten = [this, undo, finish](const Core::Result<void> &cleared) {
        if (cleared) {
            finish(cleared);
            return;
        }
        undo(); // nothing else would name what is still in the keyring
        m_store.whenKept(this, [cleared, finish](const Core::Result<void> &) { finish(cleared); });
    };
    m_store.whenKept(this, [this, accountId, undo, forgotten, finish](const Core::Result<void> &kept) {
        if (!kept) { // at the next start it would be there again
            undo();
            finish(kept);
            return;
        }
        m_secrets.remove(Secrets::secretKeyEntry(accountId), this,
                         [this, accountId, forgotten](const Core::Result<void> &keyRemoved) {
                             m_secrets.remove(
                                 Secrets::tokenEntry(accountId), this,
                                 [forgotten, keyRemoved](const Core::Result<void> &tokenRemoved) {
                                     forgotten(keyRemoved ? tokenRemoved : keyRemoved);
                                 });
                         });
    });
}

void Accounts::lock()
{
    m_isLocked = true;
    m_cache.clear();
    m_secrets.dropMemory();
    for (Transient &entry : m_transient) {
        if (!Core::isLoopbackHost(entry.account.endpoint.url.host())) { // a simulator's is made up
            entry.credential = {};
        }
    }
}

void Accounts::unlock()
{
    if (!std::exchange(m_isLocked, false)) {
        return;
    }
    const QList<Core::Account> accounts = all();
    for (const Core::Account &account : accounts) {
        Q_EMIT credentialChanged(account.id);
    }
}

void Accounts::proxyPassword(QObject *context, Callback<std::optional<Core::SecretText>> done)
{
    if (m_isLocked) {
        using Password = Core::Result<std::optional<Core::SecretText>>;
        later(context, done, Password(Core::failure(lockedError())));
        return;
    }
    m_secrets.read(Secrets::proxyPasswordEntry(), context, std::move(done));
}

void Accounts::saveProxyPassword(const Core::SecretText &password, QObject *context, Callback<void> done)
{
    storeSecret(m_secrets, {Secrets::proxyPasswordEntry(), password}, context,
                [this, done = std::move(done)](const Core::Result<void> &stored) {
                    if (stored) {
                        Q_EMIT proxyPasswordChanged();
                    }
                    done(stored);
                });
}

QByteArray Accounts::exportAll() const
{
    return m_store.exported();
}

Core::Result<int> Accounts::importAll(const QByteArray &json)
{
    return m_store.import(json).map(
        [](const QList<Core::Account> &added) { return static_cast<int>(added.size()); });
}

} // namespace Service
