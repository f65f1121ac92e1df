// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/job.h"
#include "cli/terminal.h"
#include "service/services.h"

#include <QProcessEnvironment>

#include <memory>

namespace Cli {

class Output;

//! The job of a command; null for the window. The TaskIds or the template of --from are in `command` by then.
[[nodiscard]] std::unique_ptr<Job> makeJob(const Command &command, const Service::Services &services,
                                           Output &output, const QProcessEnvironment &environment,
                                           Terminal terminal);

} // namespace Cli
