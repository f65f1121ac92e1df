// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/signer.h"
#include "api/transport.h"
#include "core/wireexchange.h"

namespace Api {

//! A request that has left, without its secrets: what is kept of it while it is under way.
struct SentRequest
{
    QDateTime time;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< the token and the signature masked
    QByteArray body;
    Tc3Signature signature; //!< without the Authorization header's text
};

[[nodiscard]] SentRequest sentRequest(const HttpRequest &request, const Tc3Signature &signature,
                                      const QDateTime &time);
//! The whole exchange as it may be kept and shown; endpoint, action and whose it is are the caller's to add.
[[nodiscard]] Core::WireExchange exchangeOf(const SentRequest &sent, const HttpFacts &facts,
                                            const Core::Result<QJsonObject> &judged);

} // namespace Api
