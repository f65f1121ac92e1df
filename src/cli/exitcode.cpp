// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

namespace Cli {

void ExitTally::add(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
    case Core::StopOutcome::Accepted:
        return;
    case Core::StopOutcome::Failed:
        m_hasFailed = true;
        return;
    case Core::StopOutcome::Unknown:
    case Core::StopOutcome::NotSent:
        m_hasOpen = true;
        return;
    }
}

void ExitTally::add(Core::StartOutcome outcome)
{
    m_hasFailed = m_hasFailed || outcome == Core::StartOutcome::Failed;
    m_hasOpen = m_hasOpen || outcome == Core::StartOutcome::Unknown || outcome == Core::StartOutcome::NotSent;
}

ExitCode ExitTally::code() const
{
    if (m_hasFailed) {
        return ExitFailed;
    }
    return m_hasOpen ? ExitOpen : ExitDone;
}

} // namespace Cli
