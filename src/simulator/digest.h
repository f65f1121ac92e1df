// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! Digests straight from OpenSSL: on purpose not the classes that the console signs with.
namespace Simulator {

[[nodiscard]] QByteArray sha256Hex(QByteArrayView data); //!< lower-case hex
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data); //!< raw bytes
[[nodiscard]] QByteArray hmacSha1(QByteArrayView key, QByteArrayView data); //!< raw bytes

} // namespace Simulator
