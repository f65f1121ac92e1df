// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jobs.h"

#include "cli/historyjob.h"
#include "cli/listjob.h"
#include "cli/recoverjob.h"
#include "cli/showjob.h"
#include "cli/startjob.h"
#include "cli/stopjob.h"
#include "cli/watchjob.h"

namespace Cli {

std::unique_ptr<Job> makeJob(const Command &command, const Service::Services &services, Output &output,
                             const QProcessEnvironment &environment, Terminal terminal)
{
    switch (command.verb) {
    case Verb::Window:
        return nullptr;
    case Verb::Stop:
        return std::make_unique<StopJob>(services, output, command, environment, terminal);
    case Verb::Show:
        return std::make_unique<ShowJob>(services, output, command, environment);
    case Verb::List:
        return std::make_unique<ListJob>(services, output, command, environment);
    case Verb::History:
        return std::make_unique<HistoryJob>(services, output, command);
    case Verb::Recover:
        return std::make_unique<RecoverJob>(services, output, command, environment);
    case Verb::Start:
        return std::make_unique<StartJob>(services, output, command, environment);
    case Verb::Watch:
        return std::make_unique<WatchJob>(services, output, command, environment, terminal);
    }
    return nullptr;
}

} // namespace Cli
