// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Config {

//! What people paste, cleaned: surrounding white space, one pair of quotes, a "SecretKey=" or "secretKey":
//! before it and a comma or semicolon after it are dropped. InvalidInput says what is wrong without repeating
//! the text: empty, blanks or line breaks inside, characters that no key has, too long, or the other half of
//! the pair.

//! 1 to 128 of [A-Za-z0-9_-].
[[nodiscard]] Core::Result<QString> pastedSecretId(const QString &text);
//! 1 to 256 printable ASCII characters. `secretId` is the id that it is to belong to; may be empty.
[[nodiscard]] Core::Result<QString> pastedSecretKey(const QString &text, const QString &secretId = {});
//! 0 to 8,192 printable ASCII characters; empty is a fine token: none.
[[nodiscard]] Core::Result<QString> pastedToken(const QString &text);

} // namespace Config
