// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario file, the life that a simulator makes of it, and the first request that meets its faults.
#include "simulator/scenario.h"
#include "fuzz/attack.h"
#include "simulator/endpoint.h"
#include "simulator/signedrequest.h"
#include "simulator/steppedclock.h"

#include <algorithm>

namespace {

//! A request would wait, or be answered with megabytes.
[[nodiscard]] bool isSlow(const Simulator::Settings &settings)
{
    return settings.latencyMs > 0
        || std::ranges::any_of(settings.faults, [](const Simulator::FaultRule &rule) {
               return rule.fault.kind == Simulator::FaultKind::DelayBefore
                   || rule.fault.kind == Simulator::FaultKind::Huge;
           });
}

void stopFirstTask(const Simulator::Settings &settings, const SteppedClock &clock)
{
    if (settings.tasks.isEmpty() || isSlow(settings)) {
        return;
    }
    const Simulator::TaskSeed &task = settings.tasks.first();
    SignedRequest stop(
        settings, "StopWhiteboardPush",
        {{QStringLiteral("SdkAppId"), task.sdkAppId}, {QStringLiteral("TaskId"), task.taskId}});
    stop.timestamp = clock.nowUtc().toSecsSinceEpoch();
    Simulator::Endpoint endpoint(settings, clock);
    static_cast<void>(endpoint.handle(stop.request(), 1));
    Fuzz::require(endpoint.journal().entries().size() == 1, "every request is in the journal");
}

void attack(const QByteArray &input)
{
    const Core::Result<Simulator::Settings> settings = Simulator::readScenario(input);
    if (!settings) {
        Fuzz::require(settings.error().kind == Core::ErrorKind::InvalidInput
                          && !settings.error().detail.isEmpty(),
                      "what is refused has a reason");
        return;
    }
    Fuzz::require(!settings->accounts.isEmpty(), "somebody can sign");
    Fuzz::require(settings->host == Simulator::Settings().host, "a scenario does not open the machine");

    SteppedClock clock;
    const Simulator::Service service(*settings, clock);
    const qsizetype tasks = service.tasks().size();
    Fuzz::require(tasks >= settings->tasks.size() && tasks <= 2 * settings->tasks.size(),
                  "there are the scenario's tasks, with their backups");
    stopFirstTask(*settings, clock);
    constexpr qint64 hourMs = 3'600'000;
    clock.advance(hourMs);
    Fuzz::require(service.tasks().size() == tasks, "time alone makes no tasks and loses none");
}

const Fuzz::Registration registration("scenario", attack);

} // namespace
