// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"
#include "core/result.h"

#include <optional>

class QProcessEnvironment;

namespace Config {

//! Credentials as another tool keeps them.
struct FoundCredential
{
    Core::Credential credential;
    QString region; //!< empty if none is said
};

//! From TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY, TENCENTCLOUD_TOKEN and TENCENTCLOUD_REGION. nullopt:
//! neither id nor key is set. NoCredential: only one of them is. InvalidInput: see pastedkey.h.
[[nodiscard]] Core::Result<std::optional<FoundCredential>>
credentialFromEnvironment(const QProcessEnvironment &environment);

} // namespace Config
