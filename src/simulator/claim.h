// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/request.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Simulator {

enum class Scheme { None, Tc3, HmacSha1, HmacSha256 };

//! "TC3-HMAC-SHA256", "HmacSHA1", "HmacSHA256" or "".
[[nodiscard]] QString toString(Scheme scheme);

//! What a request says of itself, before anything of it is verified. Readable also when something is wrong
//! with it, so that the journal can name action and task of a refused request.
struct Claim
{
    Scheme scheme = Scheme::None;
    QString action;
    QString version;
    QString region;
    QString secretId;
    QByteArray token;
    QByteArray timestamp; //!< as it came
    QByteArray signature;

    QByteArray date; //!< TC3: of the credential scope
    QByteArray service; //!< TC3: of the credential scope
    QList<QByteArray> signedHeaders; //!< TC3: in the order of the Authorization header
    QList<NamedValue> fields; //!< v1: all parameters, decoded

    QJsonObject parameters; //!< the action's own
    bool isTextual = false; //!< the parameters came as text (GET, form) and have no JSON types
    std::optional<ApiFailure> signatureDefect; //!< why nothing can be verified
    std::optional<ApiFailure> bodyDefect; //!< why the parameters cannot be read
};

[[nodiscard]] Claim readClaim(const Request &request);

} // namespace Simulator
