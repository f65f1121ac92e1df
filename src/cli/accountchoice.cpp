// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/accountchoice.h"

#include "config/editions.h"
#include "config/environment.h"
#include "service/accounts.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Done = std::function<void(Core::Result<Core::Account>)>;

//! Why there is no account.
class AccountText
{
    Q_DECLARE_TR_FUNCTIONS(Cli::AccountText)
};

[[nodiscard]] Core::Result<Core::Endpoint> endpointOf(const AccountWish &wish, const Core::Endpoint &usual)
{
    return Core::Endpoint::parse(wish.endpointUrl.isEmpty() ? usual.url.toString() : wish.endpointUrl,
                                 wish.region.isEmpty() ? usual.region : wish.region,
                                 wish.edition.value_or(usual.edition));
}

[[nodiscard]] Core::Error noCredential(const QString &sentence)
{
    return Core::Error::of(Core::ErrorKind::NoCredential, sentence);
}

void later(QObject *context, const Done &done, const Core::Result<Core::Account> &result)
{
    QTimer::singleShot(0, context, [done, result] { done(result); });
}

//! The default profile's key at another place, for this run only.
[[nodiscard]] Core::Result<Core::Account> moved(const Core::Account &account,
                                                const Core::Credential &credential, const AccountWish &wish,
                                                Service::Accounts &accounts)
{
    if (!wish.namesEndpoint()) {
        return account;
    }
    const auto endpoint = endpointOf(wish, account.endpoint);
    if (!endpoint) {
        return Core::failure(endpoint.error());
    }
    Core::Account elsewhere = account;
    elsewhere.endpoint = *endpoint;
    elsewhere.id = account.id + u'@' + endpoint->display();
    accounts.addTransient(elsewhere, credential);
    return elsewhere;
}

void proveCredential(const Core::Account &account, const AccountWish &wish, Service::Accounts &accounts,
                     QObject *context, const Done &done)
{
    accounts.credential(account.id, context,
                        [account, wish, &accounts, done](const Core::Result<Core::Credential> &credential) {
                            done(credential ? moved(account, *credential, wish, accounts)
                                            : Core::Result<Core::Account>(Core::failure(credential.error())));
                        });
}

} // namespace

Core::Result<std::optional<Core::Account>> addEnvironmentAccount(const AccountWish &wish,
                                                                 const QProcessEnvironment &environment,
                                                                 Service::Accounts &accounts)
{
    const auto found = Config::credentialFromEnvironment(environment);
    if (!found) {
        // A key of the environment that cannot be one is as good as none.
        return Core::failure(noCredential(found.error().detail));
    }
    if (!*found) {
        return std::optional<Core::Account>();
    }
    Core::Endpoint usual = Config::usualEndpoint(wish.edition.value_or(Core::Edition::International));
    if (!(*found)->region.isEmpty()) {
        usual.region = (*found)->region;
    } else if (!wish.endpointUrl.isEmpty() && wish.region.isEmpty()) {
        return Core::failure(
            Core::Error::invalidInput(AccountText::tr("--region is missing: the region at that endpoint.")));
    }
    const auto endpoint = endpointOf(wish, usual);
    if (!endpoint) {
        return Core::failure(endpoint.error());
    }
    Core::Account account;
    account.id = environmentAccountId.toString();
    account.name = account.id;
    account.secretId = (*found)->credential.secretId;
    account.endpoint = *endpoint;
    account.hasToken = !(*found)->credential.token.isEmpty();
    accounts.addTransient(account, (*found)->credential);
    return std::optional(account);
}

void chooseAccount(const AccountWish &wish, const QProcessEnvironment &environment,
                   Service::Accounts &accounts, QObject *context, Done done)
{
    if (!wish.profile.isEmpty()) {
        if (const auto account = accounts.byName(wish.profile)) {
            proveCredential(*account, wish, accounts, context, done);
            return;
        }
        later(context, done,
              Core::failure(
                  noCredential(AccountText::tr("There is no profile \"%1\".").arg(wish.profile.left(80)))));
        return;
    }
    const auto fromEnvironment = addEnvironmentAccount(wish, environment, accounts);
    if (!fromEnvironment) {
        later(context, done, Core::failure(fromEnvironment.error()));
    } else if (*fromEnvironment) {
        later(context, done, **fromEnvironment);
    } else if (const auto account = accounts.defaultAccount()) {
        proveCredential(*account, wish, accounts, context, done);
    } else {
        later(context, done,
              Core::failure(noCredential(AccountText::tr(
                  "Neither the environment nor the settings have credentials. Set "
                  "TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, or add an account in the "
                  "window's settings."))));
    }
}

} // namespace Cli
