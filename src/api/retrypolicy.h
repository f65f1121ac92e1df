// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "core/error.h"

class QRandomGenerator;

namespace Api {

inline constexpr int maxAttempts = 6; //!< in all, the first one included

//! What kind of failure the retry table knows.
enum class FaultClass {
    Network, //!< network, proxy not reachable, timeout
    Throttled,
    Server, //!< server faults, and answers that are none: not JSON, cut, wrong shape, too large, 5xx, 408
    Final, //!< repeating would not help, or must not be
};

[[nodiscard]] FaultClass faultClassOf(const Core::Error &error);
//! The table itself.
[[nodiscard]] bool isRepeated(ActionKind kind, FaultClass fault);

struct RetryDecision
{
    bool isRepeated = false;
    qint64 delayMs = 0; //!< to wait before the next attempt asks for its turn

    bool operator==(const RetryDecision &) const = default;
};

//! `attempt` is the number of the one that failed, from 1. Backoff 250 ms doubling to 2 s, ± 20 % from
//! `random`.
[[nodiscard]] RetryDecision decideRetry(ActionKind kind, const Core::Error &error, int attempt,
                                        QRandomGenerator &random);

} // namespace Api
