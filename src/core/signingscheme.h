// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {

//! How a request of the cloud can be signed.
enum class SigningScheme {
    Tc3, //!< TC3-HMAC-SHA256 over a JSON body: what this program sends
    V1HmacSha256, //!< the older signature over a form
    V1HmacSha1,
};

} // namespace Core
