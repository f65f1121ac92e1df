// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace App {

//! Before anything else: files are for their owner only, memory is not dumped, a reader that goes away does
//! not end us, and texts are UTF-8.
void prepareProcess();
//! The program's arguments before there is an application object.
[[nodiscard]] QStringList argumentsOf(int argc, char **argv);
//! Name, version and desktop file; also what the data directories are called after.
void nameApplication();

//! Whether there is a display to open a window on, or a platform was asked for that needs none.
[[nodiscard]] bool hasDisplay();

} // namespace App
