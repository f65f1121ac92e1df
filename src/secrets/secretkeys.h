// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Secrets {

//! What the entries of a SecretStore are called.
[[nodiscard]] QString secretKeyEntry(const QString &accountId);
[[nodiscard]] QString tokenEntry(const QString &accountId);
[[nodiscard]] QString proxyPasswordEntry();

} // namespace Secrets
