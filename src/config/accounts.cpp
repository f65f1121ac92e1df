// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"

#include "config/accountfile.h"
#include "config/editions.h"
#include "config/pastedkey.h"
#include "config/settingsstore.h"

#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Config {

namespace {

const QString accountsGroup = u"accounts"_s;
const QString defaultKey = u"defaultAccount"_s;
constexpr qsizetype longestName = 64;

[[nodiscard]] tl::unexpected<Core::Error> refused(const QString &why)
{
    return Core::failure(Core::Error::invalidInput(why));
}

[[nodiscard]] QString keyOf(const QString &id, QLatin1StringView field)
{
    return QString(accountsGroup + u'/' + id + u'/' + field);
}

[[nodiscard]] bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

[[nodiscard]] Core::Result<QString> checkedName(const QString &text)
{
    const QString name = text.trimmed();
    if (name.isEmpty() || name.size() > longestName) {
        return refused(u"account name: not 1 to 64 characters"_s);
    }
    if (!std::ranges::all_of(name.toUcs4(), [](uint c) { return QChar::isPrint(c); })) {
        return refused(u"account name: unprintable characters inside"_s);
    }
    // What the journal and --profile call credentials that belong to no account.
    if (isSame(name, u"env"_s) || isSame(name, u"demo"_s)) {
        return refused(u"account name: env and demo are taken"_s);
    }
    return name;
}

[[nodiscard]] std::optional<Core::Account> readAccount(const SettingsStore &store, const QString &id)
{
    const auto text = [&store, &id](QLatin1StringView field) {
        return store.value(keyOf(id, field)).toString();
    };
    const std::optional<Core::Edition> edition = editionFromWord(text("edition"_L1));
    const Core::Result<QString> name = checkedName(text("name"_L1));
    const Core::Result<QString> secretId = pastedSecretId(text("secretId"_L1));
    if (!edition || !name || !secretId) {
        return std::nullopt;
    }
    const auto endpoint = Core::Endpoint::parse(text("endpoint"_L1), text("region"_L1), *edition);
    if (!endpoint) {
        return std::nullopt;
    }
    Core::Account account;
    account.id = id;
    account.name = *name;
    account.secretId = *secretId;
    account.endpoint = *endpoint;
    account.caFile = text("caFile"_L1);
    account.hasToken = store.value(keyOf(id, "hasToken"_L1), false).toBool();
    account.isReadOnly = store.value(keyOf(id, "readOnly"_L1), false).toBool();
    const QStringList apps = store.value(keyOf(id, "sdkAppIds"_L1)).toStringList();
    for (const QString &app : apps) {
        if (const auto parsed = Core::SdkAppId::parse(app)) {
            account.sdkAppIds.append(*parsed);
        }
    }
    return account;
}

} // namespace

AccountStore::AccountStore(SettingsStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

QList<Core::Account> AccountStore::list() const
{
    const QStringList ids = m_store.childGroups(accountsGroup);
    QList<Core::Account> accounts;
    for (const QString &id : ids) {
        if (const std::optional<Core::Account> account = readAccount(m_store, id)) {
            accounts.append(*account);
        }
    }
    std::ranges::stable_sort(accounts, [](const Core::Account &a, const Core::Account &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return accounts;
}

std::optional<Core::Account> AccountStore::byId(const QString &id) const
{
    const QList<Core::Account> accounts = list();
    const auto found = std::ranges::find(accounts, id, &Core::Account::id);
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Core::Account> AccountStore::byName(const QString &name) const
{
    const QList<Core::Account> accounts = list();
    auto found = std::ranges::find(accounts, name, &Core::Account::name);
    if (found == accounts.end()) {
        found = std::ranges::find_if(
            accounts, [&name](const Core::Account &account) { return isSame(account.name, name); });
    }
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Core::Account> AccountStore::defaultAccount() const
{
    if (const auto chosen = byId(m_store.value(defaultKey).toString())) {
        return chosen;
    }
    const QList<Core::Account> accounts = list();
    return accounts.isEmpty() ? std::nullopt : std::optional(accounts.constFirst());
}

Core::Result<Core::Account> AccountStore::checked(const Core::Account &account) const
{
    const Core::Result<QString> name = checkedName(account.name);
    if (!name) {
        return Core::failure(name.error());
    }
    const std::optional<Core::Account> namesake = byName(*name);
    if (namesake && namesake->id != account.id) {
        return refused(u"account name: taken"_s);
    }
    const Core::Result<QString> secretId = pastedSecretId(account.secretId);
    if (!secretId) {
        return Core::failure(secretId.error());
    }
    const auto endpoint = Core::Endpoint::parse(account.endpoint.url.toString(QUrl::FullyEncoded),
                                                account.endpoint.region, account.endpoint.edition);
    if (!endpoint) {
        return Core::failure(endpoint.error());
    }
    Core::Account clean = account;
    clean.name = *name;
    clean.secretId = *secretId;
    clean.endpoint = *endpoint;
    clean.caFile = account.caFile.trimmed();
    return clean;
}

void AccountStore::keep(const Core::Account &account)
{
    QStringList apps;
    for (const Core::SdkAppId &app : account.sdkAppIds) {
        apps.append(app.toString());
    }
    const auto set = [this, &account](QLatin1StringView field, const QVariant &value) {
        m_store.setValue(keyOf(account.id, field), value);
    };
    set("name"_L1, account.name);
    set("secretId"_L1, account.secretId);
    set("endpoint"_L1, account.endpoint.url.toString(QUrl::FullyEncoded));
    set("region"_L1, account.endpoint.region);
    set("edition"_L1, toWord(account.endpoint.edition));
    set("sdkAppIds"_L1, apps);
    set("caFile"_L1, account.caFile);
    set("hasToken"_L1, account.hasToken);
    set("readOnly"_L1, account.isReadOnly);
}

void AccountStore::whenKept(QObject *context, std::function<void(Core::Result<void>)> done)
{
    m_store.whenWritten(context, [done = std::move(done)](bool isWritten) {
        if (isWritten) {
            done({});
        } else {
            done(Core::failure(Core::Error::of(Core::ErrorKind::Storage, u"settings: cannot be written"_s)));
        }
    });
}

Core::Result<Core::Account> AccountStore::add(const Core::Account &account)
{
    Core::Account own = account;
    own.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Core::Result<Core::Account> clean = checked(own);
    if (!clean) {
        return clean;
    }
    keep(*clean);
    Q_EMIT accountsChanged();
    return clean;
}

Core::Result<Core::Account> AccountStore::update(const Core::Account &account)
{
    if (!byId(account.id)) {
        return refused(u"account: no such id"_s);
    }
    const Core::Result<Core::Account> clean = checked(account);
    if (!clean || *clean == *byId(account.id)) {
        return clean;
    }
    keep(*clean);
    Q_EMIT accountsChanged();
    return clean;
}

Core::Result<void> AccountStore::remove(const QString &id)
{
    if (!byId(id)) {
        return refused(u"account: no such id"_s);
    }
    m_store.remove(QString(accountsGroup + u'/' + id));
    if (m_store.value(defaultKey).toString() == id) {
        m_store.remove(defaultKey);
    }
    Q_EMIT accountsChanged();
    return {};
}

void AccountStore::putBack(const Core::Account &account)
{
    keep(account);
    Q_EMIT accountsChanged();
}

Core::Result<void> AccountStore::setDefaultAccount(const QString &id)
{
    if (!byId(id)) {
        return refused(u"account: no such id"_s);
    }
    if (m_store.value(defaultKey).toString() == id) {
        return {};
    }
    m_store.setValue(defaultKey, id);
    Q_EMIT accountsChanged();
    return {};
}

QByteArray AccountStore::exported() const
{
    return toAccountFile(list());
}

Core::Result<QList<Core::Account>> AccountStore::import(const QByteArray &json)
{
    Core::Result<QList<Core::Account>> accounts = fromAccountFile(json);
    if (!accounts) {
        return accounts;
    }
    QStringList taken;
    for (const Core::Account &account : list()) {
        taken.append(account.name);
    }
    for (Core::Account &account : *accounts) {
        const QString wanted = account.name.trimmed().left(longestName - 5);
        for (int number = 2; taken.contains(account.name.trimmed(), Qt::CaseInsensitive); ++number) {
            account.name = QString(wanted + u" ("_s + QString::number(number) + u')');
        }
        account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const Core::Result<Core::Account> clean = checked(account);
        if (!clean) {
            return Core::failure(clean.error());
        }
        account = *clean;
        taken.append(account.name);
    }
    for (const Core::Account &account : std::as_const(*accounts)) {
        keep(account);
    }
    Q_EMIT accountsChanged();
    return accounts;
}

} // namespace Config
