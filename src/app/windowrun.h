// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace App {

//! Opens the window of this user, or raises the one that is open already, and lets it do what `command` wants
//! of it; returns the exit status.
[[nodiscard]] int runWindow(int argc, char **argv, const Cli::Command &command);
//! What the desktop calls the application by. Needs the QApplication.
void nameWindows();

} // namespace App
