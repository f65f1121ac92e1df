// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokenfault.h"

#include "core/credential.h"
#include "core/error.h"

namespace Service {

bool isTokenFault(const Core::Error &error, const Core::Credential &credential)
{
    if (error.isApiCode(u"AuthFailure.TokenFailure")) {
        return true;
    }
    // Temporary keys are gone with their token.
    return !credential.token.isEmpty()
        && (error.isApiCode(u"AuthFailure.SecretIdNotFound")
            || error.isApiCode(u"AuthFailure.InvalidSecretId"));
}

} // namespace Service
