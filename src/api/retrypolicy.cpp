// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"

#include "api/errorcatalogue.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Api {

namespace {

constexpr qint64 firstDelayMs = 250;
constexpr qint64 longestDelayMs = 2000;
constexpr double jitter = 0.2;

struct Row
{
    ActionKind kind;
    bool network;
    bool throttled;
    bool server;
};

// A Start that failed may have begun a task that costs money: a person decides. Stops, reads and settings
// have the same effect however often they are sent.
constexpr std::array table{
    Row{ActionKind::Read, true, true, true},
    Row{ActionKind::Stop, true, true, true},
    Row{ActionKind::Start, false, false, false},
    Row{ActionKind::Change, true, true, true},
};

[[nodiscard]] FaultClass classOfStatus(int status)
{
    if (status == 429) {
        return FaultClass::Throttled;
    }
    return status == 408 || status >= 500 ? FaultClass::Server : FaultClass::Final;
}

[[nodiscard]] FaultClass classOfCode(const QString &code)
{
    const CatalogueEntry *const entry = findEntry(code);
    if (!entry || !entry->isRetrySafe) {
        return FaultClass::Final;
    }
    return entry->category == ErrorCategory::Throttled ? FaultClass::Throttled : FaultClass::Server;
}

} // namespace

FaultClass faultClassOf(const Core::Error &error)
{
    using enum Core::ErrorKind;
    switch (error.kind) {
    case Timeout:
    case Network:
        return FaultClass::Network;
    case Proxy:
        return error.httpStatus == 407 ? FaultClass::Final : FaultClass::Network;
    case HttpStatus:
        return classOfStatus(error.httpStatus);
    case NotJson:
    case WrongShape:
    case TooLarge:
        return FaultClass::Server;
    case Api:
        return classOfCode(error.apiCode);
    case Canceled:
    case Tls:
    case Redirect:
    case InvalidInput:
    case NoCredential:
    case ReadOnlyAccount:
    case KeyringUnavailable:
    case KeyringDenied:
    case KeyringTimeout:
    case Storage:
    case StorageNewer:
    case StorageCorrupt:
    case StorageReadOnly:
    case StorageFull:
    case StorageBusy:
        return FaultClass::Final;
    }
    Q_UNREACHABLE();
}

bool isRepeated(ActionKind kind, FaultClass fault)
{
    const Row *const row = std::ranges::find(table, kind, &Row::kind);
    Q_ASSERT(row != table.end());
    switch (fault) {
    case FaultClass::Network:
        return row->network;
    case FaultClass::Throttled:
        return row->throttled;
    case FaultClass::Server:
        return row->server;
    case FaultClass::Final:
        return false;
    }
    Q_UNREACHABLE();
}

RetryDecision decideRetry(ActionKind kind, const Core::Error &error, int attempt, QRandomGenerator &random)
{
    if (attempt >= maxAttempts || !isRepeated(kind, faultClassOf(error))) {
        return {};
    }
    const int doublings = std::clamp(attempt - 1, 0, 8);
    const qint64 delay = std::min(longestDelayMs, firstDelayMs << doublings);
    const double factor = 1.0 - jitter + random.generateDouble() * 2 * jitter;
    return {true, qRound64(static_cast<double>(delay) * factor)};
}

} // namespace Api
