// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrettext.h"

#include <QString>

namespace Core {

//! What a request is signed with.
struct Credential
{
    QString secretId; //!< public half; masked in every view
    SecretText secretKey;
    SecretText token; //!< session token of temporary credentials; empty for long-lived keys

    [[nodiscard]] bool isComplete() const { return !secretId.isEmpty() && !secretKey.isEmpty(); }
    bool operator==(const Credential &) const = default;
};

//! "AKIDz8kr…MPLE": enough to tell two keys apart. Short ids are masked whole.
[[nodiscard]] QString maskedSecretId(const QString &secretId);

} // namespace Core
