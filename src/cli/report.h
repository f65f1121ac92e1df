// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "core/error.h"
#include "core/logstore.h"

namespace Cli {

class Output;

//! Says for people what happened, why, and what to do next, on the second device.
void reportError(Output &output, const Core::Error &error);
//! A command line that was not understood.
void reportUsage(Output &output, const Core::Error &error, const QString &word);
//! The status for a command that ended before anything was sent.
[[nodiscard]] ExitCode exitCodeBeforeSending(const Core::Error &error);
//! Tells the operator that this machine's clock is off.
void reportClockOffset(Output &output, qint64 offsetSeconds);
//! Tells of a file that was damaged or cannot be read; nothing of any other entry.
void reportDamagedFile(Output &output, const Core::LogEntry &entry);

} // namespace Cli
