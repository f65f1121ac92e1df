// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/credential.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>
#include <memory>

namespace Api {

//! The three keys of TC3-HMAC-SHA256, raw bytes; each is made of the one before.
struct DerivedKeys
{
    QByteArray date;
    QByteArray service;
    QByteArray signing;
};

//! `date` is the UTC day as "2023-11-14".
[[nodiscard]] DerivedKeys deriveKeys(const Core::SecretText &secretKey, const QByteArray &date,
                                     const QByteArray &service);

//! Keeps the signing keys of the last few (credential, UTC day of the request, service). The day is each
//! request's own: a key that outlived midnight would have everything refused. One thread at a time.
class SigningKeyCache
{
public:
    struct DayKey
    {
        Core::Credential credential;
        qint64 day = 0; //!< days since 1970-01-01, UTC
        QByteArray service;
        QByteArray scope; //!< "2023-11-14/tiw/tc3_request"
        QByteArray authorizationStart; //!< the Authorization header up to the names of the signed headers
        std::unique_ptr<QMessageAuthenticationCode> hmac; //!< keyed with the signing key; null: not in use
    };
    static constexpr qsizetype capacity = 8;

    //! Derives the key on first use. The reference holds until the next call.
    [[nodiscard]] const DayKey &dayKey(const Core::Credential &credential, qint64 timestamp,
                                       const QByteArray &service);
    //! SHA-256, raw bytes; the view holds until the next call.
    [[nodiscard]] QByteArrayView sha256(QByteArrayView text);
    //! Drops every key.
    void clear();
    //! How often a key had to be derived.
    [[nodiscard]] qint64 derivations() const { return m_derivations; }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256}; // one for all: making one costs as much as a block
    std::array<DayKey, capacity> m_keys;
    size_t m_next = 0;
    qint64 m_derivations = 0;
};

//! What TC3 signs of a request.
struct Tc3Request
{
    QByteArray method = "POST";
    QByteArray host; //!< as sent in the Host header, with the port if that has one
    QByteArray service;
    QByteArray contentType; //!< exactly as sent
    QByteArray query; //!< GET: sorted and percent-encoded, without '?'; empty for POST
    QByteArray body; //!< POST; empty for GET
    qint64 timestamp = 0; //!< Unix seconds, as sent in X-TC-Timestamp
    QByteArray action; //!< as sent in X-TC-Action; needed only if it is signed too
    bool signsAction = false; //!< signs x-tc-action beside content-type and host
};

struct Tc3Signature
{
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray credentialScope;
    QByteArray signedHeaders;
    QByteArray signature; //!< lower-case hex
    QByteArray authorization; //!< value of the Authorization header
};

//! Signs with TC3-HMAC-SHA256. Pure but for the cache.
[[nodiscard]] Tc3Signature signTc3(const Tc3Request &request, const Core::Credential &credential,
                                   SigningKeyCache &cache);

//! The service in the credential scope: the first label of `host` (its port is ignored), or "tiw" where the
//! host is an IP address or loopback and so names no service.
[[nodiscard]] QByteArray serviceNameFor(const QByteArray &host);

} // namespace Api
