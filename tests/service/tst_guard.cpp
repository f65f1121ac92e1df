// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::GuardKind;
using Core::LogTopic;

namespace {

constexpr int noticeS = 300;
constexpr qint64 hourMs = 3'600'000;

} // namespace

//! The guard over a real simulator, with a clock that is moved by hand.
class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void warnsOncePerSpan();
    void announcesThenStops();
    void keptRunningIsLeftAlone();
    void stoppedMeanwhileIsNotAnnounced();
    void operatorsStopEndsTheCountdown();
    void plannedStop();
    void planIsReplacedAndDropped();
    void earlierOfRuleAndPlanCounts();
    void manyEndsAreToldOfOnce();
    void plansSurviveARestart();
    void keptSurvivesARestart();
    void missedWhileClosedIsAnnounced();
    void sleepAnnouncesAnew();
    void clockPutBackWithdraws();
    void changedRuleWithdraws();
    void failedStopIsAnnouncedAgain();
    void hopelessPlanIsDropped_data() const;
    void hopelessPlanIsDropped();
    void expiredTokenPauses();
    void onlyItsOwnStopsAreToldOf();
    void unreachableServiceIsAnnouncedAllTheSame();
    void readOnlyIsOnlyWarnedOf_data() const;
    void readOnlyIsOnlyWarnedOf();
    void becomingReadOnlyWithdraws();
    void leavingTheListEndsThePlan();
    void nothingToWatchNoTimer();
    void withoutStorageItWorksInMemory();
    void backupIsStoppedWithItsTask();
    void backupLeftRunningIsStopped();
    void backupThatTurnsUpAgainIsStopped();
    void endedBackupIsNotAnnounced();
    void failedStopOfABackupIsAnnouncedAgain();
    void unreadListKeepsThePlans();
    void unreadNotesAreNotWrittenOver();
    void nothingIsChangedBeforeTheNotesAreRead();

private:
    void open();
    void rename(const QString &table, const QString &name);
    [[nodiscard]] Core::TaskKey seed(const QString &taskId, int ageS = 600, const QString &backupTaskId = {});
    void addRule(GuardKind kind, int minutes);
    void makeReadOnly();
    //! Lets time pass as it does while the console runs, looking every half minute.
    void pass(qint64 ms);
    [[nodiscard]] bool awaitAnnounced(const Core::TaskKey &task);
    [[nodiscard]] int secondsLeft(const Core::TaskKey &task) const;
    [[nodiscard]] int logged(LogTopic topic) const;
    [[nodiscard]] int deliveries(const QString &action) const;

    static constexpr qint64 sdkAppId = 1400000001;
    const QString m_renewedId = u"AKIDrenewed0000000000000000000000000"_s;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

void TestGuard::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 100;
    Simulator::Account renewed = settings.accounts.first();
    renewed.secretId = m_renewedId;
    renewed.token = "renewed-token";
    settings.accounts.append(renewed);
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    open();
}

void TestGuard::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

//! A run of the program, on what an earlier one left.
void TestGuard::open()
{
    m_bench.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy loaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->book.load();
    m_bench->guard.load();
    QTRY_COMPARE(loaded.size(), 1);
}

//! Ends the run; the next one cannot read a table that has another name.
void TestGuard::rename(const QString &table, const QString &name)
{
    m_bench.reset();
    const auto connection = Storage::Connection::open(m_directory->filePath(u"console.sqlite"_s));
    QVERIFY(connection);
    QVERIFY((*connection)->execute(u"ALTER TABLE %1 RENAME TO %2"_s.arg(table, name)));
}

Core::TaskKey TestGuard::seed(const QString &taskId, int ageS, const QString &backupTaskId)
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = taskId;
    seed.ageS = ageS;
    seed.backupTaskId = backupTaskId;
    [&] { QVERIFY(m_server->addTask(seed).has_value()); }();
    const Core::TaskKey key = m_bench->track({taskId}).first();
    m_bench->sync.refresh({key});
    [&] { QTRY_VERIFY(m_bench->book.find(key)->isRunning()); }();
    return key;
}

void TestGuard::addRule(GuardKind kind, int minutes)
{
    Core::GuardRule rule;
    rule.kind = kind;
    rule.minutes = minutes;
    m_bench->guard.setRules(m_bench->guard.rules() + QList{rule});
}

void TestGuard::makeReadOnly()
{
    Core::Account account = *m_bench->accounts.byId(m_bench->key(u"any"_s).accountId);
    account.isReadOnly = true;
    m_bench->accounts.addTransient(account, m_server->address().credential);
}

void TestGuard::pass(qint64 ms)
{
    for (constexpr qint64 step = 30'000; ms > 0; ms -= step) {
        m_bench->guardClock.pass(std::min(ms, step));
        m_bench->guard.look();
    }
}

int TestGuard::secondsLeft(const Core::TaskKey &task) const
{
    return m_bench->guard.standings().value(task).secondsLeft;
}

bool TestGuard::awaitAnnounced(const Core::TaskKey &task)
{
    return QTest::qWaitFor([&] { return m_bench->guard.announcedTasks().contains(task); });
}

int TestGuard::logged(LogTopic topic) const
{
    return static_cast<int>(std::ranges::count(m_bench->log.entries(), topic, &Core::LogEntry::topic));
}

int TestGuard::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> entries = m_server->journal();
    return static_cast<int>(std::ranges::count(entries, action, &Simulator::JournalEntry::action));
}

void TestGuard::warnsOncePerSpan()
{
    const Core::TaskKey task = seed(u"forgotten"_s, 7200 + 60);
    QSignalSpy warned(&m_bench->guard, &Service::Guard::warned);
    addRule(GuardKind::WarnAfter, 120);
    QTRY_COMPARE(warned.size(), 1);
    const auto causes = warned.first().first().value<QList<Service::GuardCause>>();
    QCOMPARE(causes.size(), 1);
    QCOMPARE(causes.first().task, task);
    QCOMPARE(logged(LogTopic::GuardWarned), 1);
    pass(hourMs);
    open(); // neither later nor in the next run is it said twice
    m_bench->guardClock.pass(2 * hourMs - 120'000);
    m_bench->guard.look();
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWarned), 0);
    QSignalSpy warnedAgain(&m_bench->guard, &Service::Guard::warned);
    m_bench->guardClock.pass(120'000);
    m_bench->guard.look();
    QTRY_COMPARE(warnedAgain.size(), 1);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
}

void TestGuard::announcesThenStops()
{
    const Core::TaskKey first = seed(u"first"_s, 7200);
    const Core::TaskKey second = seed(u"second"_s, 7300);
    const Core::TaskKey young = seed(u"young"_s, 60);
    QSignalSpy announced(&m_bench->guard, &Service::Guard::announced);
    addRule(GuardKind::StopAfter, 90);
    QTRY_COMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().value<QList<Service::GuardCause>>().size(), 2); // told together
    QCOMPARE(secondsLeft(first), noticeS);
    QCOMPARE(secondsLeft(young), -1);
    QVERIFY(m_bench->guard.standings().value(young).stopsAt.isValid());
    pass(noticeS * 1000 - 1000);
    QCOMPARE(secondsLeft(second), 1);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    pass(1000);
    QTRY_COMPARE(m_bench->book.find(first)->status, Core::TaskStatus::Stopped);
    QTRY_COMPARE(m_bench->book.find(second)->status, Core::TaskStatus::Stopped);
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QCOMPARE(m_bench->book.find(first)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(m_bench->book.find(young)->status, Core::TaskStatus::Pushing);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2);
    QCOMPARE(logged(LogTopic::GuardAnnounced), 2);
    QCOMPARE(logged(LogTopic::GuardStopping), 2);
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 0);
    QCOMPARE(announced.size(), 1);
}

void TestGuard::keptRunningIsLeftAlone()
{
    const Core::TaskKey task = seed(u"kept"_s, 3600);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    QVERIFY(m_bench->guard.canKeepRunning(task));
    m_bench->guard.keepRunning({task});
    QVERIFY(!m_bench->guard.canKeepRunning(task));
    QCOMPARE(logged(LogTopic::GuardKept), 1);
    pass(hourMs - noticeS * 1000 - 60'000);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    pass(120'000); // as long again
    QVERIFY(awaitAnnounced(task));
}

void TestGuard::stoppedMeanwhileIsNotAnnounced()
{
    const Core::TaskKey task = seed(u"ended"_s, 3600);
    QVERIFY(m_server->journal().size() > 0);
    TestSupport::TestBench other(m_directory->path(), m_server->address()); // somebody else stops it
    QVERIFY(other.open());
    QSignalSpy settled(&other.stops, &Service::StopService::settled);
    other.stops.stop({task});
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(m_bench->book.find(task)->status, Core::TaskStatus::Pushing);
    QSignalSpy announced(&m_bench->guard, &Service::Guard::announced);
    addRule(GuardKind::StopAfter, 60);
    QTRY_COMPARE(m_bench->book.find(task)->status, Core::TaskStatus::Stopped);
    pass(60'000);
    QCOMPARE(announced.size(), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

void TestGuard::operatorsStopEndsTheCountdown()
{
    const Core::TaskKey task = seed(u"both"_s, 3600);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    pass(noticeS * 1000);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

void TestGuard::plannedStop()
{
    const Core::TaskKey task = seed(u"planned"_s);
    const QDateTime at = m_bench->guardClock.nowUtc().addSecs(1800);
    m_bench->guard.stopAt({task}, at);
    QCOMPARE(m_bench->guard.standings().value(task), (Service::GuardStanding{at, -1}));
    pass((1800 - noticeS) * 1000 - 1000);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    pass(1000);
    QVERIFY(awaitAnnounced(task));
    QCOMPARE(secondsLeft(task), noticeS); // it happens at its time
    pass(noticeS * 1000);
    QTRY_COMPARE(m_bench->book.find(task)->lastOutcome, Core::StopOutcome::Stopped);
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    QVERIFY(m_bench->guard.standings().isEmpty());
}

void TestGuard::planIsReplacedAndDropped()
{
    const Core::TaskKey task = seed(u"planned"_s);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(120));
    QVERIFY(awaitAnnounced(task));
    QCOMPARE(secondsLeft(task), 120);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(3600));
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    pass(600'000);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    m_bench->guard.keepRunning({task});
    QVERIFY(m_bench->guard.standings().isEmpty());
    open();
    pass(hourMs);
    QVERIFY(m_bench->guard.standings().isEmpty());
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
}

void TestGuard::earlierOfRuleAndPlanCounts()
{
    const Core::TaskKey task = seed(u"both"_s, 3700);
    const QDateTime now = m_bench->guardClock.nowUtc();
    QSignalSpy announced(&m_bench->guard, &Service::Guard::announced);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    QCOMPARE(secondsLeft(task), noticeS);
    m_bench->guard.stopAt({task}, now.addSecs(120));
    QCOMPARE(secondsLeft(task), 120);
    QCOMPARE(m_bench->guard.standings().value(task).stopsAt, now.addSecs(120));
    QCOMPARE(announced.size(), 2);
    m_bench->guard.look();
    QCOMPARE(announced.size(), 2); // once
    m_bench->guard.stopAt({task}, now.addSecs(7200)); // the rule's own time holds again
    QCOMPARE(secondsLeft(task), noticeS);
    m_bench->guard.stopAt({task}, now.addSecs(240));
    m_bench->guard.setRules({});
    QCOMPARE(secondsLeft(task), 240);
    pass(239'000);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    addRule(GuardKind::StopAfter, 60);
    QCOMPARE(secondsLeft(task), 1); // a later cause takes nothing away
    pass(1000);
    QTRY_COMPARE(m_bench->book.find(task)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

//! Who listens looks at every task: so it is said once for all that leave in one turn of the event loop.
void TestGuard::manyEndsAreToldOfOnce()
{
    const QList<Core::TaskKey> tasks{seed(u"a"_s), seed(u"b"_s), seed(u"c"_s)};
    QSignalSpy changed(&m_bench->guard, &Service::Guard::standingsChanged);
    m_bench->guard.stopAt(tasks, m_bench->guardClock.nowUtc().addSecs(3600));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_bench->guard.standings().size(), 3);
    changed.clear();
    for (const Core::TaskKey &task : tasks)
        m_bench->book.remove({task});
    QVERIFY(m_bench->guard.standings().isEmpty());
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.size(), 1);
}

void TestGuard::plansSurviveARestart()
{
    const Core::TaskKey task = seed(u"planned"_s);
    const QDateTime at = m_bench->guardClock.nowUtc().addSecs(7200);
    m_bench->guard.stopAt({task}, at);
    addRule(GuardKind::StopAt, 77);
    const QList<Core::GuardRule> rules = m_bench->guard.rules();
    open();
    QCOMPARE(m_bench->guard.rules(), rules);
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task});
    m_bench->guard.setRules({});
    open();
    QVERIFY(m_bench->guard.rules().isEmpty());
    QVERIFY(qAbs(m_bench->guard.standings().value(task).stopsAt.msecsTo(at)) < 1);
}

void TestGuard::keptSurvivesARestart()
{
    const Core::TaskKey task = seed(u"kept"_s, 3600);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    m_bench->guard.keepRunning({task});
    open();
    m_bench->guard.look();
    QCOMPARE(logged(LogTopic::GuardAnnounced), 0);
    pass(hourMs);
    QVERIFY(awaitAnnounced(task));
}

//! Due, announced, and then the console was closed: the next run announces it anew, with the whole time.
void TestGuard::missedWhileClosedIsAnnounced()
{
    const Core::TaskKey task = seed(u"missed"_s);
    const QDateTime at = m_bench->guardClock.nowUtc().addSecs(120);
    m_bench->guard.stopAt({task}, at);
    QVERIFY(awaitAnnounced(task));
    m_bench->guardClock.pass(60'000);
    m_bench->guard.look();
    QCOMPARE(secondsLeft(task), 60);
    m_bench.reset();

    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_bench->guardClock.set(at.addSecs(36'000));
    m_bench->book.load();
    m_bench->guard.load();
    QVERIFY(awaitAnnounced(task));
    QCOMPARE(secondsLeft(task), noticeS);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    pass(noticeS * 1000);
    QTRY_COMPARE(m_bench->book.find(task)->lastOutcome, Core::StopOutcome::Stopped);
}

void TestGuard::sleepAnnouncesAnew()
{
    const Core::TaskKey announcedBefore = seed(u"before"_s);
    const Core::TaskKey dueInSleep = seed(u"during"_s);
    m_bench->guard.stopAt({announcedBefore}, m_bench->guardClock.nowUtc().addSecs(120));
    m_bench->guard.stopAt({dueInSleep}, m_bench->guardClock.nowUtc().addSecs(3600));
    QVERIFY(awaitAnnounced(announcedBefore));
    pass(90'000);
    QCOMPARE(secondsLeft(announcedBefore), 30);
    QSignalSpy announced(&m_bench->guard, &Service::Guard::announced);
    m_bench->guardClock.sleep(8 * hourMs);
    m_bench->guard.look();
    QCOMPARE(announced.size(), 1); // that one is known to run; the other is asked after first
    QVERIFY(awaitAnnounced(dueInSleep));
    QCOMPARE(announced.size(), 2);
    QCOMPARE(secondsLeft(announcedBefore), noticeS);
    QCOMPARE(secondsLeft(dueInSleep), noticeS);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    pass(noticeS * 1000);
    QTRY_COMPARE(m_bench->book.find(announcedBefore)->status, Core::TaskStatus::Stopped);
    QTRY_COMPARE(m_bench->book.find(dueInSleep)->status, Core::TaskStatus::Stopped);
}

void TestGuard::clockPutBackWithdraws()
{
    const Core::TaskKey task = seed(u"early"_s);
    const QDateTime now = m_bench->guardClock.nowUtc();
    m_bench->guard.stopAt({task}, now.addSecs(7200));
    m_bench->guardClock.set(now.addSecs(7200 - 60)); // a wrong clock
    m_bench->guard.look();
    QVERIFY(awaitAnnounced(task));
    m_bench->guardClock.set(now.addSecs(10));
    m_bench->guard.look();
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task}); // the plan itself holds
    pass((7200 - noticeS) * 1000);
    QVERIFY(awaitAnnounced(task));
}

void TestGuard::changedRuleWithdraws()
{
    const Core::TaskKey task = seed(u"task"_s, 7200);
    addRule(GuardKind::StopAfter, 60);
    addRule(GuardKind::WarnAfter, 600);
    QVERIFY(awaitAnnounced(task));
    QList<Core::GuardRule> rules = m_bench->guard.rules();
    rules[1].minutes = 700;
    m_bench->guard.setRules(rules); // another rule: nothing to this one
    QCOMPARE(m_bench->guard.announcedTasks(), QList{task});
    QCOMPARE(m_bench->guard.rules().at(0), rules.at(0));
    rules = m_bench->guard.rules();
    rules[0].minutes = 600;
    m_bench->guard.setRules(rules);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    rules = m_bench->guard.rules();
    rules[0].minutes = 60;
    m_bench->guard.setRules(rules);
    QVERIFY(awaitAnnounced(task));
    rules = m_bench->guard.rules();
    rules[0].isEnabled = false;
    m_bench->guard.setRules(rules);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    pass(noticeS * 1000);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
}

void TestGuard::failedStopIsAnnouncedAgain()
{
    const Core::TaskKey task = seed(u"refused"_s, 3600);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=UnauthorizedOperation"_s));
    QSignalSpy failed(&m_bench->guard, &Service::Guard::stopFailed);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(logged(LogTopic::GuardRetrying), 1);
    m_server->clearFaults();
    pass(540'000);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    pass(120'000);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_COMPARE(m_bench->book.find(task)->status, Core::TaskStatus::Stopped);
}

void TestGuard::hopelessPlanIsDropped_data() const
{
    QTest::addColumn<bool>("hasAccount");
    QTest::newRow("the service does not know the task") << true;
    QTest::newRow("the account was removed") << false;
}

//! Else it would be announced again for ever, in later runs too.
void TestGuard::hopelessPlanIsDropped()
{
    QFETCH(const bool, hasAccount);
    const Core::TaskKey task = m_bench->track({u"never-there"_s}).first();
    QSignalSpy failed(&m_bench->guard, &Service::Guard::stopFailed);
    QSignalSpy dropped(&m_bench->guard, &Service::Guard::planDropped);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(60));
    QVERIFY(awaitAnnounced(task));
    if (!hasAccount) {
        m_bench->accounts.remove(task.accountId, this, [](const Core::Result<void> &) {});
        QTRY_VERIFY(!m_bench->accounts.byId(task.accountId));
    }
    pass(60'000);
    QTRY_COMPARE(dropped.size(), 1);
    const auto result = dropped.first().first().value<Service::StopResult>();
    QCOMPARE(result.task, task);
    QVERIFY(result.error);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(logged(LogTopic::GuardRetrying), 0);
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    pass(660'000);
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    open();
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
}

//! As every Stop of the window: none fails, and a new token lets them go on.
void TestGuard::expiredTokenPauses()
{
    const Core::TaskKey first = seed(u"first"_s, 3600);
    const Core::TaskKey second = seed(u"second"_s, 3600);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=AuthFailure.TokenFailure,no-effect"_s));
    QSignalSpy paused(&m_bench->stops, &Service::StopService::paused);
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    QSignalSpy heldUp(&m_bench->guard, &Service::Guard::stopsHeldUp);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(first) && awaitAnnounced(second));
    pass(noticeS * 1000);
    QTRY_COMPARE(paused.size(), 1);
    QTRY_COMPARE(m_bench->stops.waitingForToken(first.accountId), 2);
    QCOMPARE(settled.size(), 0);
    QCOMPARE(heldUp.size(), 1);
    QCOMPARE(heldUp.first().first().toString(), first.accountId);
    QCOMPARE(logged(LogTopic::GuardHeldUp), 2);

    // One that joins them later is told of as well.
    const Core::TaskKey third = seed(u"third"_s, 3600);
    m_bench->guard.look();
    QVERIFY(awaitAnnounced(third));
    pass(noticeS * 1000);
    QTRY_COMPARE(m_bench->stops.waitingForToken(first.accountId), 3);
    QCOMPARE(heldUp.size(), 2);
    QCOMPARE(logged(LogTopic::GuardHeldUp), 3);
    m_server->clearFaults();
    Core::Account account = *m_bench->accounts.byId(first.accountId);
    account.secretId = m_renewedId;
    Core::Credential credential = m_server->address().credential;
    credential.secretId = m_renewedId;
    credential.token = Core::SecretText::fromUtf8("renewed-token");
    m_bench->accounts.addTransient(account, credential);
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 3, 15'000);
    QCOMPARE(m_bench->book.find(first)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(m_bench->book.find(second)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(m_bench->book.find(third)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(logged(LogTopic::GuardRetrying), 0);
}

//! Whoever stops tasks by hand sees that they wait.
void TestGuard::onlyItsOwnStopsAreToldOf()
{
    const Core::TaskKey task = seed(u"byHand"_s);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=AuthFailure.TokenFailure,no-effect"_s));
    QSignalSpy heldUp(&m_bench->guard, &Service::Guard::stopsHeldUp);
    m_bench->stops.stop({task}, {true, 20'000, true});
    QTRY_COMPARE(m_bench->stops.waitingForToken(task.accountId), 1);
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.cancelUnsent();
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(heldUp.size(), 0);
    QCOMPARE(logged(LogTopic::GuardHeldUp), 0);
}

//! Without an answer a task is taken to be running: better one announcement too many.
void TestGuard::unreachableServiceIsAnnouncedAllTheSame()
{
    const Core::TaskKey task = seed(u"silent"_s, 3600);
    m_server->stop();
    addRule(GuardKind::StopAfter, 60);
    m_bench->guardClock.pass(10'000);
    m_bench->guard.look();
    QVERIFY(m_bench->guard.announcedTasks().contains(task));
}

void TestGuard::readOnlyIsOnlyWarnedOf_data() const
{
    QTest::addColumn<bool>("isPlanned");
    QTest::newRow("by a rule") << false;
    QTest::newRow("planned while it was not read-only") << true;
}

//! Nothing is announced that would be refused: somebody is told instead, once.
void TestGuard::readOnlyIsOnlyWarnedOf()
{
    QFETCH(const bool, isPlanned);
    const Core::TaskKey task = seed(u"watched"_s, 3600);
    if (isPlanned) {
        m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(noticeS + 60));
    }
    makeReadOnly();
    QSignalSpy warned(&m_bench->guard, &Service::Guard::warned);
    QSignalSpy announced(&m_bench->guard, &Service::Guard::announced);
    QVERIFY(!m_bench->guard.canStop(task));
    if (isPlanned) {
        pass(60'000);
    } else {
        addRule(GuardKind::StopAfter, 60);
    }
    QTRY_COMPARE(warned.size(), 1);
    const auto causes = warned.first().first().value<QList<Service::GuardCause>>();
    QCOMPARE(causes.size(), 1);
    QCOMPARE(causes.first().task, task);
    QVERIFY(Service::isInPlaceOfStop(causes.first()));
    QCOMPARE(causes.first().rule.has_value(), !isPlanned);
    QCOMPARE(logged(LogTopic::GuardWarned), 1);
    QVERIFY(m_bench->guard.standings().isEmpty()); // no row says that it is going to be stopped
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(60));
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    pass(2 * noticeS * 1000);
    QCOMPARE(warned.size(), 1);
    QCOMPARE(announced.size(), 0);
    QCOMPARE(logged(LogTopic::GuardAnnounced), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    open(); // neither is the plan kept
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
}

void TestGuard::becomingReadOnlyWithdraws()
{
    const Core::TaskKey task = seed(u"announced"_s, 3600);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    QSignalSpy warned(&m_bench->guard, &Service::Guard::warned);
    makeReadOnly();
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    QTRY_COMPARE(warned.size(), 1);
    pass(noticeS * 1000);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
}

void TestGuard::leavingTheListEndsThePlan()
{
    const Core::TaskKey task = seed(u"gone"_s);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(60));
    QVERIFY(awaitAnnounced(task));
    m_bench->book.remove({task});
    QVERIFY(m_bench->guard.announcedTasks().isEmpty());
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 1);
    open();
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
}

void TestGuard::nothingToWatchNoTimer()
{
    const auto *const timer = m_bench->guard.findChild<QTimer *>(u"guardTimer"_s);
    QVERIFY(timer != nullptr);
    const Core::TaskKey task = seed(u"task"_s);
    QVERIFY(!timer->isActive());
    addRule(GuardKind::WarnAfter, 600);
    QVERIFY(timer->isActive());
    QCOMPARE(timer->interval(), 10'000);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(60));
    QVERIFY(awaitAnnounced(task));
    QCOMPARE(timer->interval(), 1000);
    m_bench->guard.keepRunning({task});
    m_bench->guard.setRules({});
    QVERIFY(!timer->isActive());
}

void TestGuard::withoutStorageItWorksInMemory()
{
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->filePath(u"shut"_s), m_server->address());
    QSignalSpy failed(&m_bench->guard, &Service::Guard::storageFailed);
    m_bench->guard.load(); // the database was never opened
    QTRY_COMPARE(failed.size(), 1);
    const Core::TaskKey task = seed(u"task"_s, 3600);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
}

void TestGuard::backupIsStoppedWithItsTask()
{
    const Core::TaskKey task = seed(u"main"_s, 3700, u"second"_s);
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2);
    pass(60'000);
    QVERIFY(m_bench->guard.standings().isEmpty());
    QCOMPARE(logged(LogTopic::GuardAnnounced), 1);
    QCOMPARE(logged(LogTopic::GuardWithdrawn), 0);
    QCOMPARE(logged(LogTopic::GuardRetrying), 0);
}

//! The operator's class is over, its backup is not: it costs as much.
void TestGuard::backupLeftRunningIsStopped()
{
    const Core::TaskKey task = seed(u"main"_s, 3700, u"second"_s);
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QVERIFY(m_bench->book.find(task)->hasBackupLeftRunning());
    QVERIFY(m_bench->guard.canStop(task));
    addRule(GuardKind::StopAfter, 60);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2);
}

//! The service said once that it knows no such task, and a list shows it since.
void TestGuard::backupThatTurnsUpAgainIsStopped()
{
    const Core::TaskKey task = seed(u"main"_s, 3700, u"second"_s);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(7200));
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    m_bench->book.change(task, [](Core::PushTask &main) { main.backup.isGone = true; });
    QVERIFY(m_bench->book.find(task)->hasEnded());
    QVERIFY(m_bench->guard.standings().isEmpty());
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task});
    m_bench->book.change(task, [](Core::PushTask &main) {
        main.backup.status = Core::TaskStatus::Pushing;
        main.backup.isGone = false;
    });
    pass(7'200'000 - noticeS * 1000);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2);
}

void TestGuard::endedBackupIsNotAnnounced()
{
    const Core::TaskKey task = seed(u"main"_s, 3700, u"second"_s);
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    m_bench->stops.stop({m_bench->key(u"second"_s)}); // of which the row does not hear
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QVERIFY(m_bench->book.find(task)->hasBackupLeftRunning());
    addRule(GuardKind::StopAfter, 60);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    pass(60'000);
    QCOMPARE(logged(LogTopic::GuardAnnounced), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2);
}

void TestGuard::failedStopOfABackupIsAnnouncedAgain()
{
    const Core::TaskKey task = seed(u"main"_s, 3700, u"second"_s);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush@second:*:code=UnauthorizedOperation"_s));
    QSignalSpy failed(&m_bench->guard, &Service::Guard::stopFailed);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(60));
    QVERIFY(awaitAnnounced(task));
    pass(60'000);
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Service::StopResult>().task, task);
    QVERIFY(m_bench->book.find(task)->hasBackupLeftRunning());
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task});
    m_server->clearFaults();
    pass(660'000);
    QVERIFY(awaitAnnounced(task));
    pass(noticeS * 1000);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
}

void TestGuard::unreadListKeepsThePlans()
{
    const Core::TaskKey task = seed(u"planned"_s);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(7200));
    rename(u"task"_s, u"away"_s);
    open();
    QVERIFY(!m_bench->book.isLoaded());
    QVERIFY(!m_bench->book.contains(task));
    rename(u"away"_s, u"task"_s);
    open();
    QVERIFY(m_bench->book.contains(task));
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task});
}

void TestGuard::unreadNotesAreNotWrittenOver()
{
    const Core::TaskKey task = seed(u"planned"_s);
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(7200));
    addRule(GuardKind::StopAfter, 600);
    const QList<Core::GuardRule> rules = m_bench->guard.rules();
    rename(u"scheduled_stop"_s, u"away"_s);
    open();
    QVERIFY(m_bench->guard.rules().isEmpty());
    QSignalSpy failed(&m_bench->guard, &Service::Guard::storageFailed);
    addRule(GuardKind::WarnAfter, 600);
    QCOMPARE(m_bench->guard.rules().size(), 1); // in this run
    QCOMPARE(failed.size(), 1);
    rename(u"away"_s, u"scheduled_stop"_s);
    open();
    QCOMPARE(m_bench->guard.rules(), rules);
    QCOMPARE(m_bench->guard.scheduledTasks(), QList{task});
}

//! The first milliseconds of a run.
void TestGuard::nothingIsChangedBeforeTheNotesAreRead()
{
    const Core::TaskKey task = seed(u"planned"_s);
    const QDateTime at = m_bench->guardClock.nowUtc().addSecs(7200);
    m_bench->guard.stopAt({task}, at);
    addRule(GuardKind::StopAfter, 600);
    const QList<Core::GuardRule> rules = m_bench->guard.rules();
    m_bench.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy listed(&m_bench->book, &Service::TaskBook::loaded);
    m_bench->book.load();
    QTRY_COMPARE(listed.size(), 1);
    QVERIFY(!m_bench->guard.isLoaded());
    QVERIFY(!m_bench->guard.canStop(task));
    addRule(GuardKind::WarnAfter, 600);
    m_bench->guard.stopAt({task}, at.addSecs(7200));
    QVERIFY(m_bench->guard.rules().isEmpty());
    QSignalSpy loaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    addRule(GuardKind::WarnAfter, 600); // they are on their way
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_bench->guard.rules(), rules);
    QVERIFY(qAbs(m_bench->guard.standings().value(task).stopsAt.msecsTo(at)) < 1);
    open();
    QCOMPARE(m_bench->guard.rules(), rules);
    QVERIFY(qAbs(m_bench->guard.standings().value(task).stopsAt.msecsTo(at)) < 1);
}

CONSOLE_TEST(TestGuard, QCoreApplication)
#include "tst_guard.moc"
