// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/ratelimiter.h"
#include "config/accounts.h"
#include "config/settingsstore.h"
#include "core/logstore.h"
#include "secrets/memorysecretstore.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/recovery.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "storage/registry.h"
#include "support/gateddisk.h"
#include "support/simulatednetwork.h"
#include "support/virtualtime.h"

namespace TestSupport {

//! One run of the program, as app/composition puts it together. Destroyed, it is killed.
class VirtualProgram
{
public:
    VirtualProgram(const QString &directory, VirtualTime &time, const Core::Clock &clock,
                   SimulatedNetwork &network, Core::SlotLedger &ledger, quint32 seed);
    ~VirtualProgram();
    Q_DISABLE_COPY_MOVE(VirtualProgram)

    [[nodiscard]] bool isBusy() const
    {
        return stops.underWay() > 0 || starts.underWay() > 0 || recovery.isRunning();
    }

    Config::SettingsStore store;
    Core::LogStore log;
    Config::AccountStore accountStore;
    Secrets::MemorySecretStore secrets;
    Storage::Database database;
    std::unique_ptr<GatedDisk> disk; //!< null where the database did not open
    Storage::OwnerLease lease;
    Storage::Journal journal;
    Storage::TaskRegistry registry;
    SimulatedTransport transport;
    Api::ApiClient client;
    Api::RateLimiter limiter;
    Service::Accounts accounts;
    Service::Dispatcher dispatcher;
    Service::TaskBook book;
    Service::StopService stops;
    Service::StartService starts;
    Service::Recovery recovery;

private:
    VirtualTime &m_time;
};

} // namespace TestSupport
