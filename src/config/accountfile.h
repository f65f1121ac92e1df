// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QByteArray>
#include <QList>

namespace Config {

//! Accounts as a file that can be handed to a colleague: JSON without ids and without secrets.
[[nodiscard]] QByteArray toAccountFile(const QList<Core::Account> &accounts);
//! InvalidInput: not such a file, or one with a secret in it. Names and SecretIds are still to be checked.
[[nodiscard]] Core::Result<QList<Core::Account>> fromAccountFile(const QByteArray &json);

} // namespace Config
