// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/result.h"

#include <QString>

namespace Cli {

//! What the arguments (the first is the program's name) ask for. InvalidInput: a usage error, whose detail is
//! a sentence for the operator. Reads nothing but its arguments. Help and version are fields of the command,
//! and nothing else of it is checked then.
[[nodiscard]] Core::Result<Command> parseCommandLine(const QStringList &arguments);

//! What --help prints. Needs the application object, whose arguments name the program.
[[nodiscard]] QString helpText(Verb verb);
//! The word of the command line; empty for the window.
[[nodiscard]] QString wordOf(Verb verb);

//! `arguments` without those that Qt's GUI classes understand (-platform, -style and so on), so that they can
//! be parsed before there is an application object.
[[nodiscard]] QStringList withoutQtArguments(const QStringList &arguments);

} // namespace Cli
