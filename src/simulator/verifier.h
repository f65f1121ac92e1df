// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/claim.h"
#include "simulator/settings.h"

namespace Simulator {

//! Checks who signed a request: known SecretId, clock, token, signature, in this order. Pure.
//! \a nowS is the server's Unix time; more than 300 s off is AuthFailure.SignatureExpire.
[[nodiscard]] Outcome<void> verify(const Request &request, const Claim &claim, const QList<Account> &accounts,
                                   qint64 nowS);

//! The texts a signature is made over, for all readings that are accepted: Host with and without its port, a
//! query sorted and as it came, values as they came and in lower case. Exposed for the tests of the verifier
//! itself.
[[nodiscard]] QList<QByteArray> canonicalRequests(const Request &request, const Claim &claim);
[[nodiscard]] QByteArray tc3Signature(const QByteArray &canonicalRequest, const Claim &claim,
                                      const QByteArray &secretKey);

} // namespace Simulator
