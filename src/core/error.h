// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace Core {
Q_NAMESPACE

//! Every way in which something of ours can fail. Sentences for people are made of these in `text`.
enum class ErrorKind {
    Canceled, //!< we gave the request up ourselves
    Timeout, //!< no complete answer within the request's time
    Network, //!< name resolution, connection refused or lost
    Proxy, //!< the proxy refused, is missing or wants credentials
    Tls, //!< handshake or certificate
    Redirect, //!< the answer points elsewhere; never followed
    HttpStatus, //!< an HTTP status other than 200
    NotJson, //!< the body is not a JSON object (cut, HTML, garbage)
    WrongShape, //!< JSON, but not what this action answers with
    TooLarge, //!< the body passed the cap
    Api, //!< the service answered with Response.Error
    InvalidInput, //!< refused here, nothing was sent
    NoCredential, //!< no SecretId or SecretKey to sign with
    ReadOnlyAccount, //!< the account is set to reading only, and the request changes something
    KeyringUnavailable, //!< no keyring service on this desktop
    KeyringDenied, //!< the keyring is locked or access was denied
    KeyringTimeout, //!< the keyring did not answer in time
    Storage, //!< the database failed
    StorageNewer, //!< the database was written by a newer version
    StorageCorrupt, //!< the database is damaged
    StorageReadOnly, //!< the database cannot be written
    StorageFull, //!< the disk is full
    StorageBusy, //!< another process keeps the database locked
};
Q_ENUM_NS(ErrorKind)

//! What is known beyond the kind, where the way to the service failed or something else answered in its
//! place.
enum class ErrorCause {
    None,
    HostNotFound, //!< Network, Proxy: the name has no address now
    ConnectionRefused, //!< Network, Proxy: nobody listens there
    Unreachable, //!< Network: no connection came about, and no proxy was asked for one
    Authentication, //!< Proxy: it wants a user and a password, or others
    Declined, //!< Proxy: it did not connect, whether it answered or not
    WrongHost, //!< Tls: the certificate is another host's
    Expired, //!< Tls: the certificate was valid once
    NotYetValid, //!< Tls: the certificate will be; mostly this machine's clock is behind
    SelfSigned, //!< Tls: the certificate vouches for itself
    UnknownIssuer, //!< Tls: nobody who is trusted vouches for the certificate
    Handshake, //!< Tls: no certificate was refused; no version or cipher in common, or no TLS at all
    Page, //!< NotJson: a page for people came, which the service never sends
};
Q_ENUM_NS(ErrorCause)

//! Whether a request that failed can have had its effect at the service.
enum class Delivery {
    NotDelivered, //!< certainly not: refused before a byte left, or refused unexecuted by the service
    MaybeDelivered, //!< bytes left, and no answer says what became of them
    Answered, //!< the service answered
};

//! A failure as facts, without a sentence for people. Texts in it come from the network or a library: they
//! are redacted and capped, and are shown as plain text only.
struct Error
{
    ErrorKind kind = ErrorKind::Canceled;
    QString apiCode; //!< Response.Error.Code, e.g. "InvalidParameter.TaskNotFound"; empty if there is none
    QString apiMessage; //!< Response.Error.Message; text of the service, may change: never decided by
    QString requestId; //!< Response.RequestId; empty if the service never answered
    QString detail; //!< technical detail: Qt's error string, SQLite's message, the offending input
    int httpStatus = 0; //!< 0 if there was no HTTP answer
    Delivery delivery = Delivery::NotDelivered;
    ErrorCause cause = ErrorCause::None;

    bool operator==(const Error &) const = default;

    //! True if apiCode is `code` or a sub-code of it ("AuthFailure" covers "AuthFailure.TokenFailure").
    [[nodiscard]] bool isApiCode(QStringView code) const;

    //! An Error that is only a kind and a detail.
    [[nodiscard]] static Error of(ErrorKind kind, const QString &detail = {});
    //! Input refused before anything was sent.
    [[nodiscard]] static Error invalidInput(const QString &detail);
};

//! The enumerator's name ("Timeout"), for logs and machine-readable output.
[[nodiscard]] QString nameOf(ErrorKind kind);

//! The code a person or script sees for an error: Response.Error.Code, or else the kind's name, with its
//! cause where that is known ("Tls.Expired").
[[nodiscard]] QString codeOf(const Error &error);
//! What codeOf() wrote, read again: kind and cause, or an Api error with any other code.
[[nodiscard]] Error errorOfCode(const QString &code);

} // namespace Core

Q_DECLARE_METATYPE(Core::Error)
