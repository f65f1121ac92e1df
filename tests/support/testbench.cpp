// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace TestSupport {

TestBench::TestBench(const QString &directory, const Simulator::ServerAddress &address,
                     const Service::WatchPace &pace)
    : store(QString(directory + "/settings.ini"_L1))
    , settings(store)
    , accountStore(store)
    , database(directory)
    , lease(directory)
    , journal(database, lease.id(), clock)
    , registry(database)
    , ledger(directory, clock)
    , transport(settings.network(), clock)
    , client(transport, clock)
    , limiter(ledger, clock)
    , accounts(accountStore, secrets)
    , dispatcher(client, limiter, journal, log, clock)
    , book(&registry)
    , stops(accounts, dispatcher, journal, book, log, clock)
    , sync(accounts, dispatcher, book)
    , starts(accounts, dispatcher, journal, book, log, clock)
    , recovery(accounts, dispatcher, journal, book, log, clock, starts)
    , connectionTest(dispatcher)
    , historyStore(directory)
    , history(journal, historyStore)
    , callbacks(accounts, dispatcher)
    , watch(accounts, sync, book, stops, settings, log, clock, pace)
    , applicationQuery(dispatcher)
    , retention(journal, clock)
    , guardStore(database)
    , guard(guardStore, accounts, book, sync, stops, settings, log, guardClock)
    , explorer(accounts, dispatcher, stops, starts, log, clock)
{
    accounts.addTransient(accountFor(address, QLatin1StringView(accountId)), address.credential);
}

bool TestBench::open()
{
    std::optional<Core::Result<void>> opened;
    database.open(&book, [&opened](const Core::Result<void> &result) { opened = result; });
    return QTest::qWaitFor([&opened] { return opened.has_value(); }, 10'000) && opened->has_value();
}

Core::TaskKey TestBench::key(const QString &taskId, qint64 sdkAppId) const
{
    return {QLatin1StringView(accountId), Core::SdkAppId{sdkAppId}, Core::TaskId::parse(taskId).value()};
}

QList<Core::TaskKey> TestBench::track(const QStringList &taskIds, qint64 sdkAppId)
{
    QList<Core::PushTask> tasks;
    QList<Core::TaskKey> keys;
    for (const QString &taskId : taskIds) {
        Core::PushTask task;
        task.key = key(taskId, sdkAppId);
        keys.append(task.key);
        tasks.append(task);
    }
    book.add(tasks);
    return keys;
}

Service::Services TestBench::services(const Core::Clock &shown)
{
    return {settings,         accounts,   book,  stops,   sync,   recovery,  connectionTest,
            history,          dispatcher, log,   shown,   starts, callbacks, watch,
            applicationQuery, retention,  guard, explorer};
}

Core::Account accountFor(const Simulator::ServerAddress &address, const QString &id, Core::Edition edition)
{
    Core::Account account;
    account.id = id;
    account.name = id;
    account.secretId = address.credential.secretId;
    account.endpoint = Core::Endpoint{address.url, u"ap-singapore"_s, edition};
    for (const qint64 sdkAppId : address.sdkAppIds) {
        account.sdkAppIds.append(Core::SdkAppId{sdkAppId});
    }
    return account;
}

} // namespace TestSupport
