// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/result.h"

#include <QProcessEnvironment>

#include <functional>

namespace Service {
class Accounts;
}

namespace Cli {

//! Id and name of the account that the environment's credentials make.
inline constexpr QStringView environmentAccountId = u"env";

//! Adds the environment's credentials, if there are any, as a transient account "env" that goes where `wish`
//! says. InvalidInput: no region is said for an endpoint; NoCredential: half of the credentials is missing.
[[nodiscard]] Core::Result<std::optional<Core::Account>>
addEnvironmentAccount(const AccountWish &wish, const QProcessEnvironment &environment,
                      Service::Accounts &accounts);

//! Finds the account to work with: the named profile, else the environment, else the default profile, these
//! two with the endpoint that `wish` names. `done` has an account whose credential can be had; else
//! NoCredential, Keyring… or InvalidInput. Never calls back before it returns, nor after `context` died.
void chooseAccount(const AccountWish &wish, const QProcessEnvironment &environment,
                   Service::Accounts &accounts, QObject *context,
                   std::function<void(Core::Result<Core::Account>)> done);

} // namespace Cli
