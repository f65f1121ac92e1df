// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/networktransport.h"
#include "api/ratelimiter.h"
#include "config/accounts.h"
#include "config/settings.h"
#include "config/settingsstore.h"
#include "core/clock.h"
#include "core/logstore.h"
#include "secrets/memorysecretstore.h"
#include "service/accounts.h"
#include "service/applicationquery.h"
#include "service/callbackservice.h"
#include "service/connectiontest.h"
#include "service/dispatcher.h"
#include "service/explorerservice.h"
#include "service/guard.h"
#include "service/history.h"
#include "service/recovery.h"
#include "service/retention.h"
#include "service/services.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "simulator/server.h"
#include "storage/database.h"
#include "storage/guardstore.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "storage/registry.h"
#include "storage/slotledger.h"
#include "support/handclock.h"

namespace TestSupport {

//! One run of the program's services on the data in `directory`. Several benches on one directory are several
//! processes, as far as lease, journal and limiter can tell.
class TestBench
{
public:
    TestBench(const QString &directory, const Simulator::ServerAddress &address,
              const Service::WatchPace &pace = {});

    //! Opens the database; false if it could not be opened within 10 s.
    [[nodiscard]] bool open();
    [[nodiscard]] Core::TaskKey key(const QString &taskId, qint64 sdkAppId = 1400000001) const;
    //! Tracks tasks and returns their keys.
    QList<Core::TaskKey> track(const QStringList &taskIds, qint64 sdkAppId = 1400000001);
    [[nodiscard]] Service::Services services() { return services(clock); }
    //! For who reads the time from another clock, which outlives the window.
    [[nodiscard]] Service::Services services(const Core::Clock &shown);

    static constexpr auto accountId = "bench";

    Config::SettingsStore store;
    Core::SystemClock clock;
    Core::LogStore log;
    Config::Settings settings;
    Config::AccountStore accountStore;
    Secrets::MemorySecretStore secrets;
    Storage::Database database;
    Storage::OwnerLease lease;
    Storage::Journal journal;
    Storage::TaskRegistry registry;
    Storage::SharedSlotLedger ledger;
    Api::NetworkTransport transport;
    Api::ApiClient client;
    Api::RateLimiter limiter;
    Service::Accounts accounts;
    Service::Dispatcher dispatcher;
    Service::TaskBook book;
    Service::StopService stops;
    Service::TaskSync sync;
    Service::StartService starts;
    Service::Recovery recovery;
    Service::ConnectionTest connectionTest;
    Storage::HistoryStore historyStore;
    Service::History history;
    Service::CallbackService callbacks;
    Service::TaskWatch watch;
    Service::ApplicationQuery applicationQuery;
    Service::Retention retention;
    HandClock guardClock; //!< stands still until a test moves it
    Storage::GuardStore guardStore;
    Service::Guard guard;
    Service::ExplorerService explorer;
};

//! The account of a simulator, as a bench and a demo use it.
[[nodiscard]] Core::Account accountFor(const Simulator::ServerAddress &address, const QString &id,
                                       Core::Edition edition = Core::Edition::International);

} // namespace TestSupport
