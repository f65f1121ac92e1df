// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace Simulator {

namespace {
const unsigned char *bytesOf(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

QByteArray hmac(const EVP_MD *kind, QByteArrayView key, QByteArrayView data)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    static constexpr char empty = 0; // OpenSSL takes a null key for "the key of last time"
    const void *keyBytes = key.isEmpty() ? static_cast<const void *>(&empty) : key.data();
    if (!HMAC(kind, keyBytes, static_cast<int>(key.size()), bytesOf(data),
              static_cast<std::size_t>(data.size()), out, &length)) {
        return {};
    }
    return QByteArray(reinterpret_cast<const char *>(out), static_cast<qsizetype>(length));
}
} // namespace

QByteArray sha256Hex(QByteArrayView data)
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (EVP_Digest(data.data(), static_cast<std::size_t>(data.size()), out, &length, EVP_sha256(), nullptr)
        != 1) {
        return {};
    }
    return QByteArray(reinterpret_cast<const char *>(out), static_cast<qsizetype>(length)).toHex();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    return hmac(EVP_sha256(), key, data);
}

QByteArray hmacSha1(QByteArrayView key, QByteArrayView data)
{
    return hmac(EVP_sha1(), key, data);
}

} // namespace Simulator
