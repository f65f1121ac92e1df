// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskremovals.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! Rounds as quick as the limiter lets them be, each pause told apart from the others.
constexpr Service::WatchPace quick{
    .firstMs = 1, .fastMs = 8, .slowMs = 40, .longestMs = 100, .hiddenMs = 20, .mostQuestions = 4};

} // namespace

//! The automatic refresh against a real simulator.
class TestTaskWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void findsRunningTasks_data() const;
    void findsRunningTasks();
    void oneListCallARound();
    void aListOfManyPages();
    void endedTasksSayWhyAndWhen_data() const;
    void endedTasksSayWhyAndWhen();
    void vanishedIsNotStopped();
    void cutListsProveNothing();
    void pausesGrowAndShrink();
    void failuresAreSaidOnce();
    void unauthorizedIsLeftAlone();
    void refusedApplicationSparesTheOthers();
    void unknownParameterIsAFailure();
    void nothingWhileOffOrHidden();
    void removedTasksStayAway();
    void oldRemovalsAreGivenUp();
    void backupsAreNotRowsOfTheirOwn();
    void backupsGoAndComeWithTheirTask();
    void leavesNoTraceOfItsRoutine();
    void savedCredentialIsTried();

private:
    void open(const Simulator::Settings &settings, Core::Edition edition = Core::Edition::International,
              const Service::WatchPace &pace = quick);
    [[nodiscard]] static Simulator::TaskSeed seed(const QString &taskId,
                                                  Simulator::SeedState state = Simulator::SeedState::Pushing);
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] int logged(Core::LogTopic topic) const;
    [[nodiscard]] const Core::PushTask *task(const QString &taskId, qint64 app = sdkAppId) const
    {
        return m_bench->book.find(m_bench->key(taskId, app));
    }
    //! Lets so many further rounds end.
    [[nodiscard]] bool waitForRounds(int count)
    {
        const qsizetype wanted = m_looked->size() + count;
        return QTest::qWaitFor([this, wanted] { return m_looked->size() >= wanted; }, 20'000);
    }
    [[nodiscard]] Service::Look lastLook() const { return m_looked->last().at(1).value<Service::Look>(); }

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<QSignalSpy> m_looked;
};

void TestTaskWatch::open(const Simulator::Settings &settings, Core::Edition edition,
                         const Service::WatchPace &pace)
{
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address(), pace);
    m_bench->accounts.addTransient(
        TestSupport::accountFor(m_server->address(), QLatin1StringView(m_bench->accountId), edition),
        m_server->address().credential);
    QVERIFY(m_bench->open());
    m_looked = std::make_unique<QSignalSpy>(&m_bench->watch, &Service::TaskWatch::looked);
}

void TestTaskWatch::cleanup()
{
    m_looked.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

Simulator::TaskSeed TestTaskWatch::seed(const QString &taskId, Simulator::SeedState state)
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = taskId;
    seed.roomId = 4711;
    seed.state = state;
    return seed;
}

int TestTaskWatch::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> journal = m_server->journal();
    return static_cast<int>(
        std::ranges::count_if(journal, [&action](const auto &entry) { return entry.action == action; }));
}

int TestTaskWatch::logged(Core::LogTopic topic) const
{
    return static_cast<int>(std::ranges::count_if(
        m_bench->log.entries(), [topic](const Core::LogEntry &entry) { return entry.topic == topic; }));
}

void TestTaskWatch::findsRunningTasks_data() const
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::newRow("international") << Core::Edition::International;
    QTest::newRow("mainland") << Core::Edition::Mainland;
}

void TestTaskWatch::findsRunningTasks()
{
    QFETCH(const Core::Edition, edition);
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 2) + Simulator::pushingTasks(sdkAppId + 1, 1);
    settings.tasks.append(seed(u"ended"_s, Simulator::SeedState::Stopped));
    open(settings, edition);
    m_bench->watch.start();
    QTRY_COMPARE(m_bench->book.size(), 3); // the ended one is nobody's business
    QCOMPARE(task(Simulator::seededTaskId(sdkAppId, 1))->status, Core::TaskStatus::Pushing);
    QVERIFY(task(Simulator::seededTaskId(sdkAppId + 1, 1), sdkAppId + 1) != nullptr);
    QTRY_VERIFY(!m_looked->isEmpty());
    QCOMPARE(m_looked->first().at(1).value<Service::Look>().found, 3);

    // One that begins later appears too, and one that is tracked by hand is brought up to date.
    QVERIFY(m_server->addTask(seed(u"late"_s)));
    QTRY_VERIFY(task(u"late"_s) != nullptr);
    QCOMPARE(task(u"late"_s)->roomId, 4711);
    m_bench->track({u"ended"_s});
    QTRY_COMPARE(task(u"ended"_s)->status, Core::TaskStatus::Stopped);
}

void TestTaskWatch::oneListCallARound()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.runningTasksPerApplication = 1000;
    settings.tasks = Simulator::pushingTasks(sdkAppId, 300);
    open(settings);
    m_bench->watch.start();
    QVERIFY(waitForRounds(5));
    QCOMPARE(m_bench->book.size(), 300);
    const int lists = deliveries(u"DescribeWhiteboardPushSearch"_s);
    QVERIFY2(lists >= 5 && lists <= m_looked->size() + 1, qPrintable(QString::number(lists)));
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 0);
}

void TestTaskWatch::aListOfManyPages()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1203);
    open(settings, Core::Edition::Mainland);
    m_bench->watch.start();
    QVERIFY(waitForRounds(1));
    QCOMPARE(m_bench->book.size(), 1203);
    QVERIFY(lastLook().isComplete);
    // Three pages of 500 at most, and one for the application without tasks.
    QCOMPARE(deliveries(u"DescribeRunningTasks"_s), 4);
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 0);
}

void TestTaskWatch::endedTasksSayWhyAndWhen_data() const
{
    findsRunningTasks_data();
}

void TestTaskWatch::endedTasksSayWhyAndWhen()
{
    QFETCH(const Core::Edition, edition);
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 1;
    Simulator::TaskSeed ending = seed(u"ending"_s);
    ending.autoStopTimeoutS = 1;
    settings.tasks = {ending};
    open(settings, edition);
    m_bench->track({u"ending"_s});
    m_bench->watch.start();
    QTRY_COMPARE(task(u"ending"_s)->status, Core::TaskStatus::Pushing);
    QTRY_COMPARE(task(u"ending"_s)->finishReason, Core::FinishReason::Auto);
    QCOMPARE(task(u"ending"_s)->status, Core::TaskStatus::Stopped);
    QVERIFY(task(u"ending"_s)->stopTime.isValid());
    QVERIFY(task(u"ending"_s)->startTime.isValid());
    QVERIFY(!task(u"ending"_s)->hasVanished());
    // The international list says why; the mainland's does not, and Describe is asked, once.
    QVERIFY(waitForRounds(2));
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), edition == Core::Edition::Mainland ? 1 : 0);
}

void TestTaskWatch::vanishedIsNotStopped()
{
    open(Simulator::Settings::withoutTasks());
    Core::PushTask running;
    running.key = m_bench->key(u"gone"_s);
    running.status = Core::TaskStatus::Pushing;
    Core::PushTask neverSeen;
    neverSeen.key = m_bench->key(u"mistyped"_s);
    m_bench->book.add({running, neverSeen});
    m_bench->watch.start();
    QTRY_VERIFY(task(u"gone"_s)->hasVanished());
    QCOMPARE(task(u"gone"_s)->status, Core::TaskStatus::Pushing);
    QVERIFY(!task(u"gone"_s)->isRunning());
    QVERIFY(waitForRounds(3));
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 1); // asked for once, and the other not at all
    QVERIFY(!task(u"mistyped"_s)->hasVanished());
    QCOMPARE(logged(Core::LogTopic::TaskVanished), 1);

    // Kept over a restart; and should it come back, it is as if it had never been away.
    Storage::TaskRegistry registry(m_bench->database);
    std::optional<QList<Core::PushTask>> kept;
    registry.load(this, [&kept](const auto &tasks) { kept = tasks.value_or(QList<Core::PushTask>()); });
    QTRY_VERIFY(kept.has_value());
    QCOMPARE(std::ranges::count_if(*kept, &Core::PushTask::hasVanished), 1);
    QVERIFY(m_server->addTask(seed(u"gone"_s)));
    QTRY_VERIFY(task(u"gone"_s)->isRunning());
}

void TestTaskWatch::cutListsProveNothing()
{
    // The service lists nothing, though it knows of tasks: none of them has ended for that.
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.runningTasksPerApplication = 1000;
    Simulator::TaskSeed old = seed(u"old"_s);
    old.ageS = 4 * 24 * 3600; // DescribeRunningTasks knows the last three days
    settings.tasks = {old, seed(u"young"_s)};
    open(settings, Core::Edition::Mainland);
    Core::PushTask known;
    known.key = m_bench->key(u"old"_s);
    known.status = Core::TaskStatus::Pushing;
    m_bench->book.add({known});
    m_bench->watch.start();
    QTRY_COMPARE(deliveries(u"DescribeWhiteboardPush"_s), 1);
    QVERIFY(waitForRounds(2));
    QVERIFY(task(u"old"_s)->isRunning());
    QVERIFY(task(u"young"_s)->isRunning());
    QCOMPARE(logged(Core::LogTopic::TaskVanished), 0);
}

void TestTaskWatch::pausesGrowAndShrink()
{
    open(Simulator::Settings::withoutTasks());
    m_bench->watch.start();
    QVERIFY(waitForRounds(6));
    const auto pause = [this](qsizetype round) { return m_looked->at(round).at(2).toInt(); };
    QCOMPARE(pause(0), 12);
    QCOMPARE(pause(1), 18);
    QCOMPARE(pause(2), 27);
    QCOMPARE(pause(3), 40);
    QCOMPARE(pause(4), 40);
    QVERIFY(m_server->addTask(seed(u"new"_s)));
    QTRY_VERIFY(lastLook().hasNews);
    QCOMPARE(m_looked->last().at(2).toInt(), 8);
    // A Stop under way keeps it quick, news or none.
    QTRY_COMPARE(m_looked->last().at(2).toInt(), 40);
    m_server->setDelays(0, 60'000);
    m_bench->stops.stop({m_bench->key(u"new"_s)});
    QTRY_COMPARE(m_looked->last().at(2).toInt(), 8);
    QVERIFY(waitForRounds(3));
    QCOMPARE(m_looked->last().at(2).toInt(), 8);
}

void TestTaskWatch::failuresAreSaidOnce()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    open(settings);
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:*:code=InternalError"_s));
    m_bench->watch.start();
    QVERIFY(waitForRounds(5));
    QCOMPARE(m_looked->at(0).at(2).toInt(), 8);
    QCOMPARE(m_looked->at(1).at(2).toInt(), 16);
    QCOMPARE(m_looked->at(4).at(2).toInt(), 100);
    QCOMPARE(logged(Core::LogTopic::Watching), 1);
    QCOMPARE(m_bench->log.entries().back().error->apiCode, u"InternalError"_s);
    QCOMPARE(m_bench->log.entries().back().delayMs, 8);
    m_server->clearFaults();
    QTRY_COMPARE(m_bench->book.size(), 1);
    QTRY_COMPARE(logged(Core::LogTopic::Watching), 2); // works again
    QVERIFY(!m_bench->log.entries().back().error);
}

void TestTaskWatch::unauthorizedIsLeftAlone()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    open(settings);
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:*:code=AuthFailure.UnauthorizedOperation"_s));
    m_bench->watch.start();
    QVERIFY(waitForRounds(1));
    QCOMPARE(m_looked->last().at(2).toInt(), -1);
    m_bench->watch.hasten();
    m_server->clearFaults();
    // Many pauses long enough for another look go by while a task is looked at instead.
    m_bench->sync.show(m_bench->key(Simulator::seededTaskId(sdkAppId, 1)), this, [](const auto &) {});
    QTRY_COMPARE(deliveries(u"DescribeWhiteboardPush"_s), 1);
    QCOMPARE(deliveries(u"DescribeWhiteboardPushSearch"_s), 1);
    QCOMPARE(logged(Core::LogTopic::Watching), 1);
    QCOMPARE(m_bench->log.entries().front().delayMs, 0);
    // The account is changed: it may work now.
    Core::Account changed = *m_bench->accounts.byId(QLatin1StringView(m_bench->accountId));
    changed.sdkAppIds.removeLast();
    m_bench->accounts.addTransient(changed, m_server->address().credential);
    QTRY_COMPARE(m_bench->book.size(), 1);
}

void TestTaskWatch::refusedApplicationSparesTheOthers()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    open(settings, Core::Edition::Mainland);
    Core::Account account = *m_bench->accounts.byId(QLatin1StringView(m_bench->accountId));
    account.sdkAppIds = {Core::SdkAppId{1300000000}, Core::SdkAppId{sdkAppId}}; // the first is none of ours
    m_bench->accounts.addTransient(account, m_server->address().credential);
    m_bench->watch.start();
    QVERIFY(waitForRounds(4));
    QCOMPARE(m_bench->book.size(), 1);
    QCOMPARE(logged(Core::LogTopic::Watching), 1);
    QCOMPARE(m_bench->log.entries().front().sdkAppId.value, 1300000000);
    const QList<Simulator::JournalEntry> journal = m_server->journal();
    QCOMPARE(std::ranges::count_if(journal, [](const auto &entry) { return entry.sdkAppId == 1300000000; }),
             1);
}

void TestTaskWatch::unknownParameterIsAFailure()
{
    open(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:1:code=UnknownParameter"_s));
    m_bench->watch.start();
    QVERIFY(waitForRounds(2));
    QCOMPARE(m_looked->first().at(1).value<Service::Look>().error->apiCode, u"UnknownParameter"_s);
    QVERIFY(!lastLook().error);
    QCOMPARE(logged(Core::LogTopic::Watching), 2);
}

void TestTaskWatch::nothingWhileOffOrHidden()
{
    open(Simulator::Settings::withoutTasks());
    QSignalSpy paused(&m_bench->watch, &Service::TaskWatch::pausedChanged);
    m_bench->settings.setRefreshesByItself(false);
    m_bench->watch.start();
    QVERIFY(m_bench->watch.isPaused());
    bool isAnswered = false; // several pauses long
    m_bench->sync.show(m_bench->key(u"x"_s), this, [&isAnswered](const auto &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(deliveries(u"DescribeWhiteboardPushSearch"_s), 0);
    m_bench->settings.setRefreshesByItself(true);
    QVERIFY(waitForRounds(1));

    m_bench->watch.setSeen(false);
    QTRY_VERIFY(m_bench->watch.isPaused());
    QTRY_COMPARE(paused.size(), 2); // on, and then out of sight
    std::shared_ptr<const void> needed = m_bench->watch.keepAwake();
    QVERIFY(!m_bench->watch.isPaused());
    QVERIFY(waitForRounds(3));
    needed.reset();
    QVERIFY(m_bench->watch.isPaused());
    m_bench->watch.setSeen(true);
    QVERIFY(waitForRounds(1));
}

void TestTaskWatch::removedTasksStayAway()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 2);
    open(settings);
    m_bench->watch.start();
    QTRY_COMPARE(m_bench->book.size(), 2);
    const Core::TaskKey removed = m_bench->key(Simulator::seededTaskId(sdkAppId, 1));
    m_bench->book.remove({removed});
    QVERIFY(waitForRounds(3));
    QVERIFY(!m_bench->book.contains(removed));
    // Until somebody wants it again.
    m_bench->track({Simulator::seededTaskId(sdkAppId, 1)});
    QTRY_COMPARE(m_bench->book.find(removed)->status, Core::TaskStatus::Pushing);
}

//! What is remembered of removals does not grow for ever.
void TestTaskWatch::oldRemovalsAreGivenUp()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 2);
    open(settings);
    m_bench->watch.start();
    QTRY_COMPARE(m_bench->book.size(), 2);
    const Core::TaskKey first = m_bench->key(Simulator::seededTaskId(sdkAppId, 1));
    const Core::TaskKey second = m_bench->key(Simulator::seededTaskId(sdkAppId, 2));
    m_bench->book.remove({first});
    m_bench->book.remove({second});
    QStringList others;
    for (qsizetype i = 1; i < Service::TaskWatch::mostDismissed; ++i) {
        others.append(u"other-%1"_s.arg(i));
    }
    m_bench->book.remove(m_bench->track(others));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->book.contains(first), 20'000);
    QVERIFY(!m_bench->book.contains(second)); // one too many was dismissed
}

void TestTaskWatch::backupsAreNotRowsOfTheirOwn()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 0;
    Simulator::TaskSeed main = seed(u"main"_s);
    main.backupTaskId = u"second"_s;
    settings.tasks = {main};
    open(settings);
    m_bench->sync.refresh(m_bench->track({u"main"_s}));
    QTRY_COMPARE(task(u"main"_s)->backup.status, Core::TaskStatus::Pushing);
    m_bench->watch.start();
    QVERIFY(waitForRounds(2));
    QCOMPARE(m_bench->book.size(), 1);
    // It ends by somebody else's hand: the main task's row knows.
    m_bench->stops.stop({m_bench->key(u"second"_s)});
    QTRY_COMPARE(task(u"main"_s)->backup.status, Core::TaskStatus::Stopped);
}

void TestTaskWatch::backupsGoAndComeWithTheirTask()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 0;
    Simulator::TaskSeed main = seed(u"main"_s);
    main.backupTaskId = u"second"_s;
    settings.tasks = {main, seed(u"other"_s)};
    open(settings);
    m_bench->sync.refresh(m_bench->track({u"main"_s}));
    QTRY_COMPARE(task(u"main"_s)->backup.status, Core::TaskStatus::Pushing);
    m_bench->watch.start();
    QTRY_VERIFY(task(u"other"_s) != nullptr);
    Service::TaskRemovals removals(m_bench->book, m_bench->guard, m_bench->stops, m_bench->recovery);
    removals.remove({m_bench->key(u"main"_s)});
    QVERIFY(waitForRounds(3));
    QVERIFY(task(u"second"_s) == nullptr);
    removals.undo();
    QVERIFY(waitForRounds(3));
    QCOMPARE(m_bench->book.size(), 2);
    // The row knows of its backup as before.
    m_bench->stops.stop({m_bench->key(u"second"_s)});
    QTRY_COMPARE(task(u"main"_s)->backup.status, Core::TaskStatus::Stopped);
}

void TestTaskWatch::leavesNoTraceOfItsRoutine()
{
    open(Simulator::Settings::withoutTasks());
    m_bench->watch.start();
    QVERIFY(waitForRounds(3));
    QVERIFY(m_bench->log.entries().empty());
    QCOMPARE(m_bench->sync.underWay(), 0);
    std::optional<QList<Core::HistoryEntry>> entries;
    m_bench->history.page({}, this, [&entries](const auto &result) { entries = result.value(); });
    QTRY_VERIFY(entries.has_value());
    QCOMPARE(entries->size(), 0);
}

void TestTaskWatch::savedCredentialIsTried()
{
    open(Simulator::Settings::withoutTasks());
    // An account of the settings: announced before its key is kept.
    Core::Account account = TestSupport::accountFor(m_server->address(), u"kept"_s);
    account.name = u"Kept"_s;
    Service::SecretChanges secrets;
    m_bench->watch.start();
    std::optional<Core::Result<void>> saved;
    m_bench->accounts.save(account, secrets, this, [&saved](const auto &result) { saved = result; });
    QTRY_VERIFY(saved.has_value() && *saved);
    const auto lastOfKept = [this, name = account.name] {
        const QString id = m_bench->accounts.byName(name)->id;
        for (qsizetype i = m_looked->size() - 1; i >= 0; --i) {
            if (m_looked->at(i).at(0).toString() == id) {
                return m_looked->at(i).at(2).toInt();
            }
        }
        return 0;
    };
    QTRY_COMPARE(lastOfKept(), -1); // no key: left alone
    secrets.secretKey = m_server->address().credential.secretKey;
    m_bench->accounts.save(*m_bench->accounts.byName(account.name), secrets, this, [](const auto &) {});
    QTRY_VERIFY(lastOfKept() > 0);
}

CONSOLE_TEST(TestTaskWatch, QCoreApplication)
#include "tst_taskwatch.moc"
