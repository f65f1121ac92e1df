// SPDX-License-Identifier: GPL-3.0-or-later
// A file of accounts that a colleague sent.
#include "config/accountfile.h"
#include "fuzz/attack.h"

namespace {

void attack(const QByteArray &input)
{
    const auto accounts = Config::fromAccountFile(input);
    if (!accounts) {
        Fuzz::require(accounts.error().kind == Core::ErrorKind::InvalidInput
                          && !accounts.error().detail.isEmpty(),
                      "what is refused has a reason");
        return;
    }
    for (const Core::Account &account : *accounts) {
        Fuzz::require(account.id.isEmpty() && !account.hasToken, "a file brings neither ids nor secrets");
        const auto endpoint = Core::Endpoint::parse(account.endpoint.url.toString(QUrl::FullyEncoded),
                                                    account.endpoint.region, account.endpoint.edition);
        Fuzz::require(endpoint && *endpoint == account.endpoint, "an imported endpoint is a legal one");
        for (const Core::SdkAppId &application : account.sdkAppIds) {
            Fuzz::require(application.isValid(), "an imported application is a legal one");
        }
    }
    const auto again = Config::fromAccountFile(Config::toAccountFile(*accounts));
    Fuzz::require(again && *again == *accounts, "accounts that are exported again are the same");
}

const Fuzz::Registration registration("accountfile", attack);

} // namespace
