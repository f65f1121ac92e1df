// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace App {

//! Opens the window of this user, or raises the one that is open already; returns the exit status.
[[nodiscard]] int runWindow(int argc, char **argv);
//! What the desktop shows of the application. Needs the QApplication.
void nameWindows();

} // namespace App
