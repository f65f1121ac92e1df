// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "simulator/settings.h"

#include <QStringList>

namespace Simulator {

//! What the command line asks for.
struct Options
{
    Settings settings;
    QString caOut; //!< file that the CA is written to; empty for none
    bool isHelpWanted = false;
    bool isVersionWanted = false;
};

//! \a arguments with the program's name first. InvalidInput says in a sentence what is wrong.
[[nodiscard]] Core::Result<Options> parseOptions(const QStringList &arguments);

[[nodiscard]] QString helpText();

} // namespace Simulator
