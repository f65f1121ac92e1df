// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recoveryfindings.h"

#include "api/retrypolicy.h"
#include "service/confirmation.h"
#include "service/effect.h"
#include "service/tokenfault.h"

#include <algorithm>

namespace Service {

std::optional<RecoveryFinding> findingOfAnswers(const Core::OpenIntent &open)
{
    if (open.isAccepted || open.errors.isEmpty() || open.errors.size() != open.sentAttempts
        || std::ranges::any_of(open.errors, &mayHaveHadEffect)) {
        return std::nullopt;
    }
    const Core::Error &last = open.errors.constLast();
    if (last.isApiCode(u"UnsupportedOperation.TaskHasAlreadyStopped")) {
        return RecoveryFinding{Core::StopOutcome::AlreadyStopped, std::nullopt};
    }
    // It rested before the next try, or waited for a new token: a person decides whether there is one.
    const bool wasGoingOn = last.kind == Core::ErrorKind::Canceled || isTokenFault(last, {})
        || Api::faultClassOf(last) != Api::FaultClass::Final;
    return RecoveryFinding{wasGoingOn ? Core::StopOutcome::NotSent : Core::StopOutcome::Failed, last};
}

RecoveryFinding findingOf(const ConfirmationVerdict &verdict, bool isAccepted, bool isSameKey)
{
    switch (verdict.kind) {
    case ConfirmationVerdict::Kind::Stopped:
        return {Core::StopOutcome::Stopped, std::nullopt};
    case ConfirmationVerdict::Kind::TaskFailed:
        return {Core::StopOutcome::Failed, verdict.error};
    case ConfirmationVerdict::Kind::DeadlinePassed:
        // The task runs on: what we sent had no effect. An accepted Stop without effect stays a riddle, and
        // what was asked before the effect could show proves nothing.
        if (!isAccepted && verdict.isLate && verdict.lastStatus != Core::TaskStatus::Unknown) {
            return {Core::StopOutcome::NotSent, std::nullopt};
        }
        return {Core::StopOutcome::Unknown, verdict.error};
    case ConfirmationVerdict::Kind::CannotAsk:
        if (!isAccepted && isSameKey && verdict.error
            && verdict.error->isApiCode(u"InvalidParameter.TaskNotFound")) {
            return {Core::StopOutcome::Failed, verdict.error};
        }
        return {Core::StopOutcome::Unknown, verdict.error};
    case ConfirmationVerdict::Kind::Canceled:
        return {Core::StopOutcome::Unknown, verdict.error};
    }
    Q_UNREACHABLE();
}

} // namespace Service
