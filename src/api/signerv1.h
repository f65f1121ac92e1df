// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

namespace Api {

//! The older signature, over parameters in a query or form.
enum class V1Method { HmacSha1, HmacSha256 };

//! Name to value, both UTF-8 and not encoded; sorted by ASCII as the signature wants it.
using V1Parameters = QMap<QByteArray, QByteArray>;

struct V1Request
{
    QByteArray method = "POST"; //!< GET (query) or POST (form)
    QByteArray host; //!< as sent, with the port if that has one
    V1Parameters parameters; //!< all but Signature
};

struct V1Signature
{
    QByteArray textToSign;
    QByteArray signature; //!< base64
    QByteArray encoded; //!< query or form with Signature, percent-encoded
};

[[nodiscard]] QByteArray v1MethodName(V1Method method); //!< "HmacSHA256"

//! The parameters that every v1 request has, Token included where the credential has one. `nonce` is a
//! positive number of the caller's; `language` may be empty.
[[nodiscard]] V1Parameters v1CommonParameters(const QByteArray &action, const QByteArray &region,
                                              qint64 timestamp, quint32 nonce,
                                              const Core::Credential &credential, V1Method method,
                                              const QByteArray &language = {});
//! An action's own parameters: nested values become "A.0.B"; null values are left out.
[[nodiscard]] V1Parameters v1Flattened(const QJsonObject &body);

//! The signature of a text that is put together already, base64.
[[nodiscard]] QByteArray signedV1Text(const QByteArray &text, const Core::SecretText &secretKey,
                                      V1Method method);
[[nodiscard]] V1Signature signV1(const V1Request &request, const Core::SecretText &secretKey,
                                 V1Method method);

} // namespace Api
