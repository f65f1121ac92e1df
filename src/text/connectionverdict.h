// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Text {

//! What a signed read-only call proved about an account.
enum class ConnectionProof {
    Works, //!< signed, permitted and answered
    KeyProven, //!< the key is right; a right, the application or the service is missing
    KeyRefused, //!< the service does not accept the key, the token or the clock
    Unproven, //!< no judgement on the key: not reached, throttled, refused for another reason
};

[[nodiscard]] ConnectionProof connectionProof(const Core::Result<void> &result);

//! The verdict of "Test connection" in whole sentences. `action` is the call that was made
//! ("DescribeWhiteboardPush"), named where its right is missing.
[[nodiscard]] QString connectionVerdict(const Core::Result<void> &result, const QString &action);

} // namespace Text
