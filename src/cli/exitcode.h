// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pushtask.h"
#include "core/startoutcome.h"

namespace Cli {

//! What the process ends with.
enum ExitCode : int {
    ExitDone = 0,
    ExitFailed = 1, //!< something failed for good
    ExitUsage = 2, //!< the command line was not understood; nothing was sent
    ExitOpen = 3, //!< something is unknown or was not sent, or the command was interrupted
    ExitNoCredential = 4, //!< nothing to sign with; nothing was sent
};

//! Adds outcomes up: failed before open before done.
class ExitTally
{
public:
    void add(Core::StopOutcome outcome);
    void add(Core::StartOutcome outcome);
    [[nodiscard]] ExitCode code() const;

private:
    bool m_hasFailed = false;
    bool m_hasOpen = false;
};

} // namespace Cli
