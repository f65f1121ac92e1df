// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/virtualprogram.h"

using namespace Qt::StringLiterals;

namespace TestSupport {

VirtualProgram::VirtualProgram(const QString &directory, VirtualTime &time, const Core::Clock &clock,
                               SimulatedNetwork &network, Core::SlotLedger &ledger, quint32 seed)
    : store(QString(directory + "/settings.ini"_L1))
    , accountStore(store)
    , database(directory)
    , lease(directory)
    , journal(database, lease.id(), clock)
    , registry(database)
    , transport(network)
    , client(transport, clock)
    , limiter(ledger, clock)
    , accounts(accountStore, secrets)
    , dispatcher(client, limiter, journal, log, clock, QRandomGenerator(seed))
    , book(&registry)
    , stops(accounts, dispatcher, journal, book, log, clock)
    , starts(accounts, dispatcher, journal, book, log, clock)
    , recovery(accounts, dispatcher, journal, book, log, clock, starts)
    , m_time(time)
{
    std::optional<bool> isOpen;
    database.open(&book, [&isOpen](const Core::Result<void> &opened) { isOpen = opened.has_value(); });
    while (!isOpen) {
        time.awaitPosted();
    }
    if (*isOpen) {
        disk = std::make_unique<GatedDisk>(database);
        time.beforeTimePasses([this] { return disk->settle(); });
    }
}

VirtualProgram::~VirtualProgram()
{
    m_time.beforeTimePasses({});
}

} // namespace TestSupport
