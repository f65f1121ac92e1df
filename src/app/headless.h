// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace App {

//! Runs a command, help or version, or says what is wrong with the command line; returns the exit status. No
//! display is needed.
[[nodiscard]] int runHeadless(int argc, char **argv);

} // namespace App
