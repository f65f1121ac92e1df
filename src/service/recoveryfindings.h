// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/journal.h"

#include <optional>

namespace Service {

struct ConfirmationVerdict;

//! What became of a Stop that an earlier run left open.
struct RecoveryFinding
{
    Core::StopOutcome outcome = Core::StopOutcome::Unknown;
    std::optional<Core::Error> error;
};

//! What the answers in the journal say, if nothing is left to ask: every try was refused, and none of them
//! can have had an effect. Not sent, rather than failed, where that run would have tried again.
[[nodiscard]] std::optional<RecoveryFinding> findingOfAnswers(const Core::OpenIntent &open);

//! What asking for the task's status says. `isSameKey`: it was asked with the key that the Stop was signed
//! with; another account's key does not know the task either.
[[nodiscard]] RecoveryFinding findingOf(const ConfirmationVerdict &verdict, bool isAccepted, bool isSameKey);

} // namespace Service
