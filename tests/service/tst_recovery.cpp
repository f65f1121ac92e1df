// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! What the next run makes of the journal that a dead one left.
class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutEveryStep_data() const;
    void findsOutEveryStep() const;
    void shortTimeoutTellsUnsentToo() const;
    void leavesLivingRunsAlone() const;
    void unknownIsFoundOutWhileItsRunLives() const;
    void unknownIsAskedForLessAndLess() const;
    void unknownTaskIsAskedForOnce() const;
    void newerStopKeepsItsRow() const;
    void whatDiesMeanwhileIsFoundByStart() const;
    void twoRunsTellOnce() const;
    void goneSimulatorIsNotAskedFor_data() const;
    void goneSimulatorIsNotAskedFor() const;
    void withoutCredentialsStaysUnknown() const;
    void taskOfACommandIsItsKeys() const;
    void taskThatIsNotFound_data() const;
    void taskThatIsNotFound() const;
    void trustsWhatTheAccountTrusts_data() const;
    void trustsWhatTheAccountTrusts() const;
};

namespace {

constexpr qint64 sdkAppId = 1400000001;

//! Journals an intent of a run that has died since, up to the step `events`.
void leaveBehind(TestSupport::TestBench &bench, const Core::TaskKey &task, const QString &secretId,
                 const QList<Core::JournalEvent> &events, const QString &owner,
                 const QString &action = u"StopWhiteboardPush"_s)
{
    Core::Intent intent;
    intent.action = action;
    intent.accountId = task.accountId;
    intent.profile = task.accountId;
    intent.secretId = secretId;
    intent.endpoint = bench.accounts.byId(QLatin1StringView(TestSupport::TestBench::accountId))->endpoint;
    intent.task = task;
    intent.requestedAt = QDateTime::currentDateTimeUtc();
    intent.owner = owner;
    std::optional<qint64> id;
    bench.journal.open(intent, &bench.book,
                       [&id](const Core::Result<qint64> &result) { id = result.value(); });
    QTRY_VERIFY(id.has_value());
    for (Core::JournalEvent event : events) {
        event.intentId = *id;
        event.action = intent.action;
        bool isDone = false;
        bench.journal.append(event, &bench.book, [&isDone](const Core::Result<void> &result) {
            QVERIFY(result);
            isDone = true;
        });
        QTRY_VERIFY(isDone);
    }
}

[[nodiscard]] Core::JournalEvent journaled(Core::EventKind kind,
                                           std::optional<Core::StopOutcome> outcome = {})
{
    Core::JournalEvent event;
    event.kind = kind;
    event.attempt = 1;
    event.outcome = outcome;
    return event;
}

[[nodiscard]] Core::JournalEvent refused(const QString &code)
{
    Core::JournalEvent event = journaled(Core::EventKind::Answered);
    event.error = Core::Error::of(Core::ErrorKind::Api);
    event.error->apiCode = code;
    event.error->httpStatus = 200;
    event.error->delivery = Core::Delivery::Answered;
    return event;
}

[[nodiscard]] Core::JournalEvent unanswered()
{
    Core::JournalEvent event = journaled(Core::EventKind::Answered);
    event.error = Core::Error::of(Core::ErrorKind::Timeout);
    event.error->delivery = Core::Delivery::MaybeDelivered;
    return event;
}

} // namespace

void TestRecovery::findsOutEveryStep_data() const
{
    using Core::EventKind;
    QTest::addColumn<QList<Core::JournalEvent>>("left");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isStopTakingEffect");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("code");

    const QList<Core::JournalEvent> sent{journaled(EventKind::Sent)};
    const QList<Core::JournalEvent> answered{journaled(EventKind::Sent), journaled(EventKind::Answered)};
    const QList<Core::JournalEvent> unknown{journaled(EventKind::Sent), journaled(EventKind::Answered),
                                            journaled(EventKind::Settled, Core::StopOutcome::Unknown)};
    const int pushing = static_cast<int>(Simulator::SeedState::Pushing);
    const int stopped = static_cast<int>(Simulator::SeedState::Stopped);
    const int failed = static_cast<int>(Simulator::SeedState::Failed);
    QTest::newRow("never sent") << QList<Core::JournalEvent>() << pushing << false << u"notSent"_s
                                << QString();
    QTest::newRow("sent, arrived") << sent << stopped << false << u"stopped"_s << QString();
    QTest::newRow("sent, never arrived") << sent << pushing << false << u"notSent"_s << QString();
    QTest::newRow("accepted, stopped") << answered << stopped << false << u"stopped"_s << QString();
    QTest::newRow("accepted, still stopping") << answered << pushing << true << u"stopped"_s << QString();
    QTest::newRow("accepted, no effect") << answered << pushing << false << u"unknown"_s << QString();
    QTest::newRow("settled as unknown, stopped since")
        << unknown << stopped << false << u"stopped"_s << QString();
    QTest::newRow("the task failed") << answered << failed << false << u"failed"_s
                                     << u"FailedOperation.WhiteboardPush"_s;
    // Killed between the answer and the outcome: the answer says it all.
    const auto refusedWith = [](const QString &code) {
        return QList<Core::JournalEvent>{journaled(EventKind::Sent), refused(code)};
    };
    const QString hadStopped = u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    QTest::newRow("had stopped before")
        << refusedWith(hadStopped) << stopped << false << u"alreadyStopped"_s << QString();
    QTest::newRow("had stopped, perhaps by an earlier try")
        << QList<Core::JournalEvent>{journaled(EventKind::Sent), unanswered()} + refusedWith(hadStopped)
        << stopped << false << u"stopped"_s << QString();
    QTest::newRow("had stopped, perhaps by a try without answer")
        << QList<Core::JournalEvent>{journaled(EventKind::Sent)} + refusedWith(hadStopped) << stopped << false
        << u"stopped"_s << QString();
    for (const QString &code : {u"AuthFailure.SignatureFailure"_s, u"AuthFailure.UnauthorizedOperation"_s}) {
        QTest::newRow(qPrintable(code)) << refusedWith(code) << pushing << false << u"failed"_s << code;
    }
    for (const QString &code : {u"RequestLimitExceeded"_s, u"AuthFailure.TokenFailure"_s}) {
        QTest::newRow(qPrintable(code)) << refusedWith(code) << pushing << false << u"notSent"_s << code;
    }
    const QString limited = u"RequestLimitExceeded"_s;
    QList<Core::JournalEvent> oftenLimited;
    for (int attempt = 0; attempt < Api::maxAttempts; ++attempt) {
        oftenLimited += refusedWith(limited);
    }
    QTest::newRow("limited to the last try") << oftenLimited << pushing << false << u"notSent"_s << limited;
}

void TestRecovery::findsOutEveryStep() const
{
    QFETCH(const QList<Core::JournalEvent>, left);
    QFETCH(const int, state);
    QFETCH(const bool, isStopTakingEffect);
    QFETCH(const QString, outcome);
    QFETCH(const QString, code);

    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 1000;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"left-behind"_s;
    seed.state = static_cast<Simulator::SeedState>(state);
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        leaveBehind(dead, dead.key(seed.taskId), server.address().credential.secretId, left, dead.lease.id());
        if (isStopTakingEffect) {
            QSignalSpy settled(&dead.stops, &Service::StopService::settled);
            dead.stops.stop({dead.key(seed.taskId)}, {false, 1000});
            QTRY_COMPARE(settled.size(), 1);
        }
    }
    server.clearJournal();

    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    next.track({seed.taskId});
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    QSignalSpy finished(&next.recovery, &Service::Recovery::finished);
    next.recovery.start(8000);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
    QCOMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StopResult>();
    QCOMPARE(Core::toWord(result.outcome), outcome);
    QCOMPARE(result.error ? Core::codeOf(*result.error) : QString(), code);
    QCOMPARE(next.book.find(result.task)->lastOutcome, std::optional(result.outcome));
    for (const Simulator::JournalEntry &entry : server.journal()) {
        QCOMPARE(entry.action, u"DescribeWhiteboardPush"_s); // recovery only reads
    }

    // What is settled is not found again; what is unknown is.
    QSignalSpy foundAgain(&next.recovery, &Service::Recovery::found);
    next.recovery.start(500);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 15'000);
    QCOMPARE(foundAgain.first().first().toInt(), outcome == "unknown"_L1 ? 1 : 0);
}

void TestRecovery::shortTimeoutTellsUnsentToo() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"left-behind"_s;
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        leaveBehind(dead, dead.key(seed.taskId), server.address().credential.secretId,
                    {journaled(Core::EventKind::Sent)}, dead.lease.id());
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    next.recovery.start(1000);
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 12'000);
    QCOMPARE(settled.first().first().value<Service::StopResult>().outcome, Core::StopOutcome::NotSent);
}

void TestRecovery::leavesLivingRunsAlone() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench living(directory.path(), server.address());
    QVERIFY(living.open());
    leaveBehind(living, living.key(u"busy"_s), server.address().credential.secretId,
                {journaled(Core::EventKind::Sent)}, living.lease.id());
    TestSupport::TestBench other(directory.path(), server.address());
    QVERIFY(other.open());
    QSignalSpy found(&other.recovery, &Service::Recovery::found);
    other.recovery.start(500);
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().toInt(), 0);
}

namespace {

[[nodiscard]] qsizetype openIntents(TestSupport::TestBench &bench)
{
    std::optional<qsizetype> open;
    bench.journal.openIntents(&bench.book, [&open](const Core::Result<QList<Core::OpenIntent>> &result) {
        open = result.value().size();
    });
    return QTest::qWaitFor([&open] { return open.has_value(); }) ? *open : -1;
}

} // namespace

void TestRecovery::unknownIsFoundOutWhileItsRunLives() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 5000;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"slow"_s;
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    TestSupport::TestBench living(directory.path(), server.address());
    QVERIFY(living.open());
    const QList<Core::TaskKey> tasks = living.track({seed.taskId});
    QSignalSpy settled(&living.stops, &Service::StopService::settled);
    living.stops.stop(tasks, {true, 500});
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled.first().first().value<Service::StopResult>().outcome, Core::StopOutcome::Unknown);
    TestSupport::TestBench other(directory.path(), server.address());
    QVERIFY(other.open());
    QCOMPARE(openIntents(other), 1); // "recover" sees it

    QSignalSpy found(&living.recovery, &Service::Recovery::found);
    QSignalSpy foundOut(&living.recovery, &Service::Recovery::settled);
    living.recovery.start();
    QTRY_VERIFY(!living.recovery.isRunning());
    QCOMPARE(found.takeFirst(), QVariantList({0, 0})); // of an earlier run there is nothing
    living.recovery.lookAgain();
    QTRY_VERIFY(!living.recovery.isRunning());
    QCOMPARE(foundOut.size(), 0); // it runs on
    QCOMPARE(living.book.find(tasks.first())->lastOutcome, std::optional(Core::StopOutcome::Unknown));
    QTRY_VERIFY_WITH_TIMEOUT((living.recovery.lookAgain(), !foundOut.isEmpty()), 15'000);
    QCOMPARE(foundOut.first().first().value<Service::StopResult>().outcome, Core::StopOutcome::Stopped);
    QCOMPARE(living.book.find(tasks.first())->lastOutcome, std::optional(Core::StopOutcome::Stopped));
    QCOMPARE(openIntents(other), 0);
    QVERIFY(found.isEmpty());
}

//! And leaves nothing in the journal as long as nothing is known.
void TestRecovery::unknownIsAskedForLessAndLess() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 600'000;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"slow"_s;
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    const QList<Core::TaskKey> tasks = bench.track({seed.taskId});
    QSignalSpy settled(&bench.stops, &Service::StopService::settled);
    bench.stops.stop(tasks, {true, 500});
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StopResult>();
    const auto journaledEvents = [&bench, &tasks] {
        std::optional<qsizetype> events;
        bench.history.eventsOf(tasks.first(), {}, &bench.book,
                               [&events](const auto &found) { events = found.value().size(); });
        return QTest::qWaitFor([&events] { return events.has_value(); }) ? *events : -1;
    };
    const qsizetype before = journaledEvents();
    bench.recovery.followUp(result);
    QCOMPARE(bench.recovery.pauseMs(), 30'000);
    server.clearJournal();
    QList<int> intervals;
    for (int look = 0; look < 6; ++look) {
        bench.recovery.lookAgain();
        QTRY_VERIFY(!bench.recovery.isRunning());
        intervals.append(bench.recovery.pauseMs());
    }
    QCOMPARE(intervals, QList<int>({60'000, 120'000, 240'000, 480'000, 900'000, 900'000}));
    QCOMPARE(server.journal().size(), 6);
    QCOMPARE(journaledEvents(), before);
    bench.recovery.followUp(result); // another one
    QCOMPARE(bench.recovery.pauseMs(), 30'000);
}

void TestRecovery::unknownTaskIsAskedForOnce() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    leaveBehind(bench, bench.key(u"not-there"_s), server.address().credential.secretId,
                {journaled(Core::EventKind::Sent), journaled(Core::EventKind::Answered),
                 journaled(Core::EventKind::Settled, Core::StopOutcome::Unknown)},
                bench.lease.id());
    for (int look = 0; look < 2; ++look) {
        bench.recovery.lookAgain();
        QTRY_VERIFY(!bench.recovery.isRunning());
        QCOMPARE(server.journal().size(), 1);
    }
    QCOMPARE(openIntents(bench), 1);
    QCOMPARE(bench.recovery.pauseMs(), 0);
}

//! What becomes of an older Stop goes to the journal alone.
void TestRecovery::newerStopKeepsItsRow() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"stopped-twice"_s;
    seed.state = Simulator::SeedState::Stopped;
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    const QList<Core::TaskKey> tasks = bench.track({seed.taskId});
    leaveBehind(bench, tasks.first(), server.address().credential.secretId,
                {journaled(Core::EventKind::Sent), journaled(Core::EventKind::Answered),
                 journaled(Core::EventKind::Settled, Core::StopOutcome::Unknown)},
                bench.lease.id());
    QSignalSpy settled(&bench.stops, &Service::StopService::settled);
    bench.stops.stop(tasks);
    QTRY_COMPARE(settled.size(), 1);
    QSignalSpy foundOut(&bench.recovery, &Service::Recovery::settled);
    bench.recovery.lookAgain();
    QTRY_COMPARE(foundOut.size(), 1);
    QCOMPARE(foundOut.first().first().value<Service::StopResult>().outcome, Core::StopOutcome::Stopped);
    QCOMPARE(bench.book.find(tasks.first())->lastOutcome, std::optional(Core::StopOutcome::AlreadyStopped));
}

//! To the look for what is known to be unknown it would be settled, and nobody told.
void TestRecovery::whatDiesMeanwhileIsFoundByStart() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench living(directory.path(), server.address());
    QVERIFY(living.open());
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        leaveBehind(dead, dead.key(u"left-behind"_s), server.address().credential.secretId, {},
                    dead.lease.id());
    }
    QSignalSpy found(&living.recovery, &Service::Recovery::found);
    QSignalSpy settled(&living.recovery, &Service::Recovery::settled);
    living.recovery.lookAgain();
    QTRY_VERIFY(!living.recovery.isRunning());
    QVERIFY(settled.isEmpty());
    QCOMPARE(openIntents(living), 1);
    living.recovery.start();
    QTRY_VERIFY(!living.recovery.isRunning());
    QCOMPARE(found.takeFirst(), QVariantList({1, 0}));
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().first().value<Service::StopResult>().outcome, Core::StopOutcome::NotSent);
}

void TestRecovery::twoRunsTellOnce() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    server.setLatency(500); // both have read the journal by then
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"left-behind"_s;
    seed.state = Simulator::SeedState::Stopped;
    QVERIFY(server.addTask(seed));
    QTemporaryDir directory;
    TestSupport::TestBench one(directory.path(), server.address());
    QVERIFY(one.open());
    TestSupport::TestBench other(directory.path(), server.address());
    QVERIFY(other.open());
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        leaveBehind(dead, dead.key(seed.taskId), server.address().credential.secretId,
                    {journaled(Core::EventKind::Sent), journaled(Core::EventKind::Answered)},
                    dead.lease.id());
    }
    int found = 0;
    QList<Service::StopResult> results;
    for (TestSupport::TestBench *const bench : {&one, &other}) {
        connect(&bench->recovery, &Service::Recovery::found, &bench->book,
                [&found](int stops) { found += stops; });
        connect(&bench->recovery, &Service::Recovery::settled, &bench->book,
                [&results](const Service::StopResult &result) { results.append(result); });
        bench->recovery.start();
    }
    QTRY_VERIFY(!one.recovery.isRunning() && !other.recovery.isRunning());
    QCOMPARE(found, 2);
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().outcome, Core::StopOutcome::Stopped);
}

void TestRecovery::goneSimulatorIsNotAskedFor_data() const
{
    QTest::addColumn<QString>("action");
    QTest::newRow("stop") << u"StopWhiteboardPush"_s;
    QTest::newRow("start") << u"StartWhiteboardPush"_s;
}

void TestRecovery::goneSimulatorIsNotAskedFor() const
{
    QFETCH(const QString, action);
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        Core::TaskKey task = dead.key(u"tried"_s);
        task.accountId = Core::simulatorAccountId;
        leaveBehind(dead, task, server.address().credential.secretId, {journaled(Core::EventKind::Sent)},
                    dead.lease.id(), action);
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    QCOMPARE(openIntents(next), 1);
    QSignalSpy found(&next.recovery, &Service::Recovery::found);
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    QSignalSpy startSettled(&next.recovery, &Service::Recovery::startSettled);
    QSignalSpy finished(&next.recovery, &Service::Recovery::finished);
    next.recovery.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(found.first(), QVariantList({0, 0}));
    QVERIFY(settled.isEmpty() && startSettled.isEmpty());
    QCOMPARE(openIntents(next), 0);
    QVERIFY(server.journal().isEmpty());
}

void TestRecovery::withoutCredentialsStaysUnknown() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        Core::TaskKey task = dead.key(u"orphan"_s);
        task.accountId = u"gone"_s;
        leaveBehind(dead, task, u"AKIDof-an-account-that-is-gone"_s, {journaled(Core::EventKind::Sent)},
                    dead.lease.id());
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    next.recovery.start(500);
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StopResult>();
    QCOMPARE(result.outcome, Core::StopOutcome::Unknown);
    QCOMPARE(result.error->kind, Core::ErrorKind::NoCredential);
    QVERIFY(server.journal().isEmpty());
}

//! With the command's own account it could not be stopped again.
void TestRecovery::taskOfACommandIsItsKeys() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        Core::TaskKey task = dead.key(u"left-behind"_s);
        task.accountId = u"env"_s;
        leaveBehind(dead, task, server.address().credential.secretId, {}, dead.lease.id());
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    const Core::TaskKey task = next.track({u"left-behind"_s}).first();
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    next.recovery.start();
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled.first().first().value<Service::StopResult>().task, task);
    QCOMPARE(next.book.find(task)->lastOutcome, std::optional(Core::StopOutcome::NotSent));
}

void TestRecovery::taskThatIsNotFound_data() const
{
    QTest::addColumn<bool>("isSameKey");
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::newRow("by the key it was stopped with") << true << Core::StopOutcome::Failed;
    QTest::newRow("by the account's present key") << false << Core::StopOutcome::Unknown;
}

void TestRecovery::taskThatIsNotFound() const
{
    QFETCH(const bool, isSameKey);
    QFETCH(const Core::StopOutcome, outcome);
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QTemporaryDir directory;
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        leaveBehind(dead, dead.key(u"left-behind"_s),
                    isSameKey ? server.address().credential.secretId : u"AKIDearlier"_s,
                    {journaled(Core::EventKind::Sent)}, dead.lease.id());
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    QSignalSpy settled(&next.recovery, &Service::Recovery::settled);
    next.recovery.start();
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StopResult>();
    QCOMPARE(result.outcome, outcome);
    QVERIFY(result.error->isApiCode(u"InvalidParameter.TaskNotFound"));
}

void TestRecovery::trustsWhatTheAccountTrusts_data() const
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isAccountGone"); // then another account has its key
    for (const QString &action : {u"StopWhiteboardPush"_s, u"StartWhiteboardPush"_s}) {
        QTest::addRow("%s, its own", qPrintable(action)) << action << false;
        QTest::addRow("%s, another with its key", qPrintable(action)) << action << true;
    }
}

void TestRecovery::trustsWhatTheAccountTrusts() const
{
    QFETCH(const QString, action);
    QFETCH(const bool, isAccountGone);
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.isTls = true;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    QTemporaryDir directory;
    QFile ca(directory.filePath(u"ca.pem"_s));
    QVERIFY(ca.open(QIODevice::WriteOnly));
    QVERIFY(ca.write(server.address().caCertificate) > 0);
    ca.close();
    {
        TestSupport::TestBench dead(directory.path(), server.address());
        QVERIFY(dead.open());
        Core::TaskKey task = dead.key(u"left-behind"_s);
        task.accountId = isAccountGone ? u"gone"_s : task.accountId;
        leaveBehind(dead, task, server.address().credential.secretId, {journaled(Core::EventKind::Sent)},
                    dead.lease.id(), action);
    }
    TestSupport::TestBench next(directory.path(), server.address());
    QVERIFY(next.open());
    Core::Account account =
        TestSupport::accountFor(server.address(), QLatin1StringView(TestSupport::TestBench::accountId));
    account.caFile = ca.fileName();
    next.accounts.addTransient(account, server.address().credential);
    QSignalSpy finished(&next.recovery, &Service::Recovery::finished);
    next.recovery.start(8000);
    QTRY_VERIFY_WITH_TIMEOUT(!server.journal().isEmpty(), 5000); // a handshake that fails brings nothing
    next.recovery.cancel();
    QTRY_COMPARE(finished.size(), 1);
}

CONSOLE_TEST(TestRecovery, QCoreApplication)
#include "tst_recovery.moc"
