// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/error.h"
#include "core/pushtask.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Core {

//! One header line as text; its value as it may be shown.
struct HeaderField
{
    QString name;
    QString value;

    bool operator==(const HeaderField &) const = default;
};

//! How a connection was secured. Texts come from the network.
struct TlsFacts
{
    bool isKnown = false; //!< false: not over TLS, or it never came to a handshake
    QString protocol; //!< "TLS 1.3"
    QString cipher;
    QString subject; //!< the certificate's
    QString issuer;
    QDateTime validUntil; //!< UTC
};

//! When what happened, in milliseconds since the request was handed to the network; -1: not known, or it did
//! not happen (a connection that is used again is not made again).
struct WireTimings
{
    qint64 queuedMs = -1; //!< how long it waited for its turn before that
    qint64 connectingMs = -1; //!< a connection was begun
    qint64 securedMs = -1; //!< the TLS handshake was done
    qint64 sentMs = -1; //!< the last byte of the request was handed over
    qint64 firstByteMs = -1; //!< the answer's headers are here
    qint64 doneMs = -1;
};

//! One request as it went over the wire, and what came back. Holds no SecretKey, token or secret field; the
//! signature alone is whole, so that an operator may ask for it.
struct WireExchange
{
    qint64 id = 0; //!< given by the ring that keeps it, rising
    qint64 callId = 0; //!< the tries of one request share it
    qint64 intentId = 0; //!< of the journal; 0 for reads
    QDateTime time; //!< UTC, when it was handed over
    QString accountId;
    QString accountName;
    Endpoint endpoint;
    QString action;
    SdkAppId sdkAppId;
    QString taskId;
    int attempt = 0; //!< 1 for the first try
    bool isSignedAgain = false; //!< sent once more with the service's time, within its try

    bool isWhole = false; //!< false: put together of what log or journal kept; what is empty is not known
    QString requestLine; //!< "POST / HTTP/1.1"
    QList<HeaderField> headers; //!< as sent, the signature and secrets masked
    QString body; //!< as sent; with masked values where it has secret fields
    QString canonicalRequest;
    QString stringToSign;
    QString credentialScope;
    QByteArray signature; //!< shown on demand only

    int httpStatus = 0; //!< 0 if there was no answer
    QList<HeaderField> answerHeaders;
    QString answer; //!< as received; with masked values where it has secret fields
    QString requestId;
    std::optional<Error> error;
    TlsFacts tls;
    WireTimings timings;

    //! About what it takes of memory.
    [[nodiscard]] qsizetype byteSize() const;
};

//! The header values with the signature put back where it is masked.
[[nodiscard]] QList<HeaderField> withSignature(const WireExchange &exchange);
//! An Authorization header's value with the signature masked and the SecretId shortened.
[[nodiscard]] QString maskedAuthorization(const QString &value);
//! Lower-case hex SHA-256 of the UTF-8 text.
[[nodiscard]] QString sha256Hex(const QString &text);

} // namespace Core
