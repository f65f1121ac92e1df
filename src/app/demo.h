// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace App {

//! The console on a simulator of its own, in a directory that is thrown away. With a display it is the
//! window. Without one, or if a picture is asked for, it stops two tasks by itself, says what happened, draws
//! the window and returns 0 only if both Stops ended as they should.
[[nodiscard]] int runDemo(int argc, char **argv, const Cli::Command &command);

} // namespace App
