// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "api/signer.h"
#include "api/signerv1.h"
#include "api/transport.h"
#include "core/wireexchange.h"

namespace Api {

//! A TC3 request that is ready to leave, as it may be shown: token, secret fields and signature masked.
[[nodiscard]] Core::WireExchange tc3Preview(const HttpRequest &request, const Tc3Signature &signature);

//! The same call as a form with the older signature. Its text to sign stands as canonicalRequest.
[[nodiscard]] Core::WireExchange v1Preview(const ApiRequest &request, const Core::Endpoint &endpoint,
                                           const Core::Credential &credential, V1Method method,
                                           qint64 timestamp, quint32 nonce, const QByteArray &language);

} // namespace Api
