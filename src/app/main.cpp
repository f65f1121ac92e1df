// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"
#include "app/headless.h"
#include "app/process.h"
#include "app/windowrun.h"
#include "cli/commandline.h"

int main(int argc, char *argv[])
{
    App::prepareProcess();
    // Commands must not load a display, so what is wanted is known before there is an application object.
    const auto command = Cli::parseCommandLine(Cli::withoutQtArguments(App::argumentsOf(argc, argv)));
    if (!command || command->wantsHelp || command->wantsVersion || command->verb != Cli::Verb::Window) {
        return App::runHeadless(argc, argv);
    }
    return command->isDemo ? App::runDemo(argc, argv, *command) : App::runWindow(argc, argv, *command);
}
