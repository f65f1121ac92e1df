// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/confirmation.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Many Stops of one account are confirmed by lists; what a list does not show, Describe tells.
class TestListConfirmation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void manyByFewQuestions_data() const;
    void manyByFewQuestions();
    void fewAskAlone();
    void missingFromTheList_data() const;
    void missingFromTheList();
    void listRefused_data() const;
    void listRefused();
    void throttledListIsAskedAgain();
    void taskThatFailedHasFailed_data() const;
    void taskThatFailedHasFailed();
    void listedEndIsDescribedOnce();
    void listedEndStandsWhereDescribeIsRefused();
    void emptyListProvesNothing();
    void applicationsOfTheMainlandAskApart();
    void recoveryAsksLists();
    void everySettledIntentIsJournaled();
    void backupsAreFoundAfterwards();
    void operatorsGoAheadOfPolling();
    void twoHundredOfTwoApplications();

private:
    void begin(Core::Edition edition, const Simulator::Settings &settings);
    void begin(Core::Edition edition) { begin(edition, quick()); }
    [[nodiscard]] static Simulator::Settings quick();
    [[nodiscard]] QStringList seed(int count, qint64 sdkAppId = firstApp);
    [[nodiscard]] QHash<QString, Service::StopResult> stopAll(const QList<Core::TaskKey> &tasks,
                                                              const Service::StopOptions &options = {});
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] QString listAction() const;

    static constexpr qint64 firstApp = 1400000001;
    static constexpr qint64 secondApp = 1400000002;
    Core::Edition m_edition = Core::Edition::International;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

Simulator::Settings TestListConfirmation::quick()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 300;
    return settings;
}

void TestListConfirmation::begin(Core::Edition edition, const Simulator::Settings &settings)
{
    m_edition = edition;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_bench->accounts.addTransient(TestSupport::accountFor(m_server->address(), u"bench"_s, edition),
                                   m_server->address().credential);
}

void TestListConfirmation::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QStringList TestListConfirmation::seed(int count, qint64 sdkAppId)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        ids.append(m_server->addTask(seed).value());
    }
    return ids;
}

QHash<QString, Service::StopResult> TestListConfirmation::stopAll(const QList<Core::TaskKey> &tasks,
                                                                  const Service::StopOptions &options)
{
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop(tasks, options);
    std::ignore = QTest::qWaitFor([&] { return settled.size() >= tasks.size(); }, 40'000);
    QHash<QString, Service::StopResult> results;
    for (const QList<QVariant> &arguments : settled) {
        const auto result = arguments.first().value<Service::StopResult>();
        results.insert(result.task.taskId.toString(), result);
    }
    return results;
}

int TestListConfirmation::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> entries = m_server->journal();
    return static_cast<int>(std::ranges::count(entries, action, &Simulator::JournalEntry::action));
}

QString TestListConfirmation::listAction() const
{
    return m_edition == Core::Edition::Mainland ? u"DescribeRunningTasks"_s
                                                : u"DescribeWhiteboardPushSearch"_s;
}

void TestListConfirmation::manyByFewQuestions_data() const
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::newRow("international") << Core::Edition::International;
    QTest::newRow("mainland") << Core::Edition::Mainland;
}

void TestListConfirmation::manyByFewQuestions()
{
    QFETCH(const Core::Edition, edition);
    begin(edition);
    constexpr int count = 30;
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(seed(count)));
    QCOMPARE(results.size(), count);
    for (const Service::StopResult &result : results) {
        QCOMPARE(Core::toWord(result.outcome), u"stopped"_s);
        QCOMPARE(Core::toWire(m_bench->book.find(result.task)->status), u"STOPPED"_s);
    }
    const int lists = deliveries(listAction());
    QVERIFY2(lists >= 1 && lists <= 12, qPrintable(QString::number(lists)));
    // The last ones may be too few for a list; and the mainland's does not tell who ended by error.
    const int most = edition == Core::Edition::Mainland ? count + 6 : 6;
    const int describes = deliveries(u"DescribeWhiteboardPush"_s);
    QVERIFY2(describes <= most, qPrintable(QString::number(describes)));
}

void TestListConfirmation::fewAskAlone()
{
    begin(Core::Edition::International);
    QCOMPARE(stopAll(m_bench->track(seed(3))).size(), 3);
    QCOMPARE(deliveries(listAction()), 0);
}

void TestListConfirmation::missingFromTheList_data() const
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::addColumn<bool>("isGone"); // from the list; else the list is cut off before it
    QTest::newRow("international, cut off") << Core::Edition::International << false;
    QTest::newRow("mainland, gone after three days") << Core::Edition::Mainland << true;
}

void TestListConfirmation::missingFromTheList()
{
    QFETCH(const Core::Edition, edition);
    QFETCH(const bool, isGone);
    Simulator::Settings settings = quick();
    settings.stopDelayMs = 2500; // so that a missing one is asked about while it runs
    settings.longestSearch = isGone ? 0 : 2;
    begin(edition, settings);
    QStringList ids = seed(isGone ? 4 : 6);
    for (int i = 0; isGone && i < 2; ++i) {
        Simulator::TaskSeed old;
        old.sdkAppId = firstApp;
        old.ageS = 4 * 24 * 3600;
        ids.append(m_server->addTask(old).value());
    }
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(ids));
    QCOMPARE(results.size(), ids.size());
    for (const Service::StopResult &result : results) {
        QCOMPARE(Core::toWord(result.outcome), u"stopped"_s);
    }
    // None was taken for stopped before it was: those the list does not show were described.
    QSet<QString> described;
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        if (entry.action == "DescribeWhiteboardPush"_L1) {
            described.insert(entry.taskId);
        }
    }
    QVERIFY(deliveries(listAction()) > 0);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const bool isListed = isGone ? i < 4 : i < 2;
        if (!isListed) {
            QVERIFY2(described.contains(ids.at(i)), qPrintable(ids.at(i)));
            QVERIFY(results.value(ids.at(i)).elapsedMs >= 2500);
            QVERIFY(!results.value(ids.at(i)).isConfirmedByList);
        }
    }
}

void TestListConfirmation::listRefused_data() const
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("mostLists");
    QTest::newRow("unknown parameter") << u"code=UnknownParameter"_s << 1;
    QTest::newRow("no right") << u"code=AuthFailure.UnauthorizedOperation"_s << 1;
    QTest::newRow("too large") << u"huge=18000000"_s << 1;
    QTest::newRow("no such action") << u"code=InvalidAction"_s << 1;
    QTest::newRow("broken again and again") << u"drop-after"_s << 2;
}

void TestListConfirmation::listRefused()
{
    QFETCH(const QString, fault);
    QFETCH(const int, mostLists);
    begin(Core::Edition::International);
    QVERIFY(m_server->addFault(QString(u"DescribeWhiteboardPushSearch:*:"_s + fault)));
    const QStringList ids = seed(8);
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(ids));
    QCOMPARE(results.size(), ids.size());
    for (const Service::StopResult &result : results) {
        QCOMPARE(Core::toWord(result.outcome), u"stopped"_s);
    }
    const int lists = deliveries(listAction());
    QVERIFY2(lists >= 1 && lists <= mostLists, qPrintable(QString::number(lists)));
    const int describes = deliveries(u"DescribeWhiteboardPush"_s);
    QVERIFY2(describes >= 8, qPrintable(QString::number(describes)));
}

void TestListConfirmation::throttledListIsAskedAgain()
{
    begin(Core::Edition::International);
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:1:throttle"_s));
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(seed(8)));
    QCOMPARE(results.size(), 8);
    QVERIFY(deliveries(listAction()) >= 2);
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 0);
}

void TestListConfirmation::taskThatFailedHasFailed_data() const
{
    manyByFewQuestions_data();
}

void TestListConfirmation::taskThatFailedHasFailed()
{
    QFETCH(const Core::Edition, edition);
    begin(edition);
    QStringList ids = seed(5);
    Simulator::TaskSeed failing;
    failing.sdkAppId = firstApp;
    failing.failsWhenStopped = true;
    ids.append(m_server->addTask(failing).value());
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(ids));
    const Service::StopResult failed = results.value(ids.last());
    QCOMPARE(Core::toWord(failed.outcome), u"failed"_s);
    QCOMPARE(failed.error->apiCode, u"FailedOperation.WhiteboardPush"_s);
    QVERIFY(!failed.error->apiMessage.isEmpty());
    QVERIFY(!failed.error->requestId.isEmpty());
    const Core::PushTask *const task = m_bench->book.find(failed.task);
    QCOMPARE(task->taskErrorCode, u"FailedOperation.WhiteboardPush"_s);
    QCOMPARE(Core::toWord(results.value(ids.first()).outcome), u"stopped"_s);
}

//! A list that others asked for may tell of it while it rests between two questions.
void TestListConfirmation::listedEndIsDescribedOnce()
{
    begin(Core::Edition::Mainland);
    Simulator::TaskSeed ended;
    ended.sdkAppId = firstApp;
    ended.state = Simulator::SeedState::Stopped;
    Core::Intent intent;
    intent.task = m_bench->key(m_server->addTask(ended).value());
    m_server->setLatency(800);
    Service::ConfirmationRounds rounds(m_bench->dispatcher);
    Service::Confirmation::Pace pace;
    pace.firstPauseMs = 300;
    Service::Confirmation confirmation(m_bench->dispatcher, rounds, intent,
                                       *m_bench->accounts.byId(intent.task.accountId),
                                       m_server->address().credential, pace, nullptr);
    QSignalSpy finished(&confirmation, &Service::Confirmation::finished);
    confirmation.start();
    Core::PushTask listed;
    listed.key = intent.task;
    listed.status = Core::TaskStatus::Stopped;
    Q_EMIT confirmation.findChild<Service::RoundSeat *>()->told(listed, {});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 1);
}

void TestListConfirmation::listedEndStandsWhereDescribeIsRefused()
{
    begin(Core::Edition::Mainland);
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPush:*:code=AuthFailure.UnauthorizedOperation"_s));
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(seed(6)));
    QCOMPARE(results.size(), 6);
    for (const Service::StopResult &result : results) {
        QCOMPARE(Core::toWord(result.outcome), u"stopped"_s);
        QVERIFY(result.isConfirmedByList);
        QCOMPARE(m_bench->book.find(result.task)->status, Core::TaskStatus::Stopped);
    }
}

void TestListConfirmation::emptyListProvesNothing()
{
    begin(Core::Edition::International);
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:*:nulls"_s)); // no list at all
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(seed(5)));
    QCOMPARE(results.size(), 5);
    for (const Service::StopResult &result : results) {
        QCOMPARE(Core::toWord(result.outcome), u"stopped"_s);
        QVERIFY(!result.isConfirmedByList);
    }
}

void TestListConfirmation::applicationsOfTheMainlandAskApart()
{
    begin(Core::Edition::Mainland);
    const QStringList first = seed(6);
    const QStringList second = seed(2, secondApp);
    const QHash<QString, Service::StopResult> results =
        stopAll(m_bench->track(first) + m_bench->track(second, secondApp));
    QCOMPARE(results.size(), 8);
    QSet<qint64> listed;
    QSet<qint64> described;
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        if (entry.action == listAction()) {
            listed.insert(entry.sdkAppId);
        } else if (entry.action == "DescribeWhiteboardPush"_L1) {
            described.insert(entry.sdkAppId);
        }
    }
    QCOMPARE(listed, QSet<qint64>({firstApp}));
    QVERIFY(described.contains(secondApp));
}

void TestListConfirmation::recoveryAsksLists()
{
    begin(Core::Edition::International);
    m_server->setDelays(0, 60'000);
    const QStringList ids = seed(12);
    {
        TestSupport::TestBench earlier(m_directory->path(), m_server->address());
        QVERIFY(earlier.open());
        earlier.stops.stop(earlier.track(ids));
        QTRY_COMPARE(deliveries(u"StopWhiteboardPush"_s), 12);
        QTRY_COMPARE(earlier.stops.unsent(), 0);
    }
    m_server->clearJournal();
    m_server->setDelays(0, 0);
    QSignalSpy settled(&m_bench->recovery, &Service::Recovery::settled);
    QSignalSpy finished(&m_bench->recovery, &Service::Recovery::finished);
    m_bench->recovery.start(1500);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(settled.size(), 12);
    QVERIFY(deliveries(listAction()) >= 1);
    QVERIFY(deliveries(u"DescribeWhiteboardPush"_s) <= 3);
}

void TestListConfirmation::everySettledIntentIsJournaled()
{
    begin(Core::Edition::International);
    const QList<Core::TaskKey> keys = m_bench->track(seed(6));
    std::ignore = stopAll(keys);
    for (const Core::TaskKey &key : keys) {
        std::optional<QList<Core::JournalEvent>> events;
        m_bench->history.eventsOf(key, {}, &m_bench->book,
                                  [&events](const auto &result) { events = result.value(); });
        QTRY_VERIFY(events.has_value());
        QList<Core::EventKind> kinds;
        for (const Core::JournalEvent &event : *events) {
            if (event.action == "StopWhiteboardPush"_L1) {
                kinds.append(event.kind);
            }
        }
        const QList<Core::EventKind> expected{Core::EventKind::Requested, Core::EventKind::Sent,
                                              Core::EventKind::Answered, Core::EventKind::Confirmed,
                                              Core::EventKind::Settled};
        QCOMPARE(kinds, expected);
    }
}

//! Lists are silent about backups: one that goes on must not stay unseen.
void TestListConfirmation::backupsAreFoundAfterwards()
{
    begin(Core::Edition::International);
    connect(&m_bench->stops, &Service::StopService::settled, &m_bench->sync, &Service::TaskSync::followUp);
    QStringList ids = seed(5);
    Simulator::TaskSeed withBackup;
    withBackup.sdkAppId = firstApp;
    withBackup.backupTaskId = u"the-backup"_s;
    ids.append(m_server->addTask(withBackup).value());
    const QList<Core::TaskKey> keys = m_bench->track(ids);
    QCOMPARE(stopAll(keys).size(), 6);
    QTRY_VERIFY(m_bench->book.find(keys.last())->hasBackupLeftRunning());
    QTRY_COMPARE(m_bench->book.find(keys.last())->backup.status, Core::TaskStatus::Pushing);
}

void TestListConfirmation::operatorsGoAheadOfPolling()
{
    begin(Core::Edition::International);
    const QList<Core::TaskKey> polled = m_bench->track(seed(100));
    const QStringList wanted = seed(1);
    m_bench->sync.refresh(polled); // five seconds of Describes
    QTRY_VERIFY(deliveries(u"DescribeWhiteboardPush"_s) >= 2);
    const QHash<QString, Service::StopResult> results = stopAll(m_bench->track(wanted));
    QCOMPARE(Core::toWord(results.value(wanted.first()).outcome), u"stopped"_s);
    QVERIFY2(deliveries(u"DescribeWhiteboardPush"_s) < 80,
             qPrintable(QString::number(deliveries(u"DescribeWhiteboardPush"_s))));
    QVERIFY(m_bench->sync.underWay() > 0); // the polling was not done yet
}

void TestListConfirmation::twoHundredOfTwoApplications()
{
    Simulator::Settings settings = quick();
    begin(Core::Edition::International, settings);
    QStringList ids = seed(150);
    QList<Core::TaskKey> keys = m_bench->track(ids);
    keys += m_bench->track(seed(50, secondApp), secondApp);
    const QHash<QString, Service::StopResult> results = stopAll(keys);
    QCOMPARE(results.size(), 200);
    const auto stopped =
        std::ranges::count(results, Core::StopOutcome::Stopped, &Service::StopResult::outcome);
    QCOMPARE(stopped, 200);
    const int describes = deliveries(u"DescribeWhiteboardPush"_s);
    const int lists = deliveries(listAction());
    QVERIFY2(describes <= 6, qPrintable(QString::number(describes)));
    QVERIFY2(lists <= 20, qPrintable(QString::number(lists)));
}

CONSOLE_TEST(TestListConfirmation, QCoreApplication)
#include "tst_listconfirmation.moc"
