// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

//! The life of a Stop as rows, log and journal see it; cancelling, quitting, backups.
class TestStopLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyStepIsJournaled();
    void phasesComeInOrder();
    void sameTaskIsNotAskedForTwice();
    void manyAreMarkedTogether();
    void veryManyAreMarkedAFewAtATime_data() const;
    void veryManyAreMarkedAFewAtATime();
    void noWaitSettlesAsAccepted();
    void withoutKeyNothingIsSent();
    void unsentIsCanceled();
    void calledOffBeforeItBegan();
    void restingIsCanceledWhereItHadNoEffect_data() const;
    void restingIsCanceledWhereItHadNoEffect();
    void calledOffOnItsWayIsNotRepeated();
    void finishingSendsNothingMore();
    void firstQuestionComesWithinTwoSeconds();
    void firstAnswerOfManyComesWithinTwoSeconds();
    void shortDeadlineIsNotUnasked();
    void deadlineEndsUnknown();
    void backupLeftRunningIsShown();
    void managedBackupStopsToo();
    void backupThatIsNotThereIsGone();
    void alreadyStoppedIsRefreshed();

private:
    [[nodiscard]] Service::StopResult stopAndWait(const QString &taskId,
                                                  const Service::StopOptions &options = {});
    [[nodiscard]] QList<Core::JournalEvent> eventsOf(const QString &taskId);
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] QString seed(const Simulator::TaskSeed &seed);

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

void TestStopLife::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 300;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
}

void TestStopLife::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestStopLife::seed(const Simulator::TaskSeed &seed)
{
    Simulator::TaskSeed complete = seed;
    complete.sdkAppId = sdkAppId;
    return m_server->addTask(complete).value();
}

Service::StopResult TestStopLife::stopAndWait(const QString &taskId, const Service::StopOptions &options)
{
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop({m_bench->key(taskId)}, options);
    if (!QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, 20'000)) {
        qCritical("not settled");
        return {};
    }
    return settled.first().first().value<Service::StopResult>();
}

QList<Core::JournalEvent> TestStopLife::eventsOf(const QString &taskId)
{
    std::optional<QList<Core::JournalEvent>> events;
    m_bench->history.eventsOf(m_bench->key(taskId), {}, &m_bench->book,
                              [&events](const auto &result) { events = result.value(); });
    std::ignore = QTest::qWaitFor([&events] { return events.has_value(); });
    return events.value_or(QList<Core::JournalEvent>());
}

int TestStopLife::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> entries = m_server->journal();
    return static_cast<int>(std::ranges::count(entries, action, &Simulator::JournalEntry::action));
}

void TestStopLife::everyStepIsJournaled()
{
    const QString taskId = seed({});
    const Service::StopResult result = stopAndWait(taskId);
    QCOMPARE(result.outcome, Core::StopOutcome::Stopped);
    QVERIFY(!result.requestId.isEmpty());
    QVERIFY(result.elapsedMs >= 300);

    QList<Core::EventKind> stopKinds;
    QString answeredRequestId;
    for (const Core::JournalEvent &event : eventsOf(taskId)) {
        if (event.action == "StopWhiteboardPush"_L1) {
            stopKinds.append(event.kind);
            if (event.kind == Core::EventKind::Answered) {
                answeredRequestId = event.requestId;
                QVERIFY(event.latencyMs >= 0);
            }
        }
    }
    const QList<Core::EventKind> expected{Core::EventKind::Requested, Core::EventKind::Sent,
                                          Core::EventKind::Answered, Core::EventKind::Confirmed,
                                          Core::EventKind::Settled};
    QCOMPARE(stopKinds, expected);
    QCOMPARE(answeredRequestId, result.requestId);
}

void TestStopLife::phasesComeInOrder()
{
    const QString taskId = seed({});
    m_bench->track({taskId});
    QList<Core::StopPhase> phases;
    connect(&m_bench->stops, &Service::StopService::progressed, this,
            [&phases](const Service::StopProgress &progress) {
                if (phases.isEmpty() || phases.last() != progress.phase) {
                    phases.append(progress.phase);
                }
            });
    std::ignore = stopAndWait(taskId);
    const QList<Core::StopPhase> expected{Core::StopPhase::Requested, Core::StopPhase::Sent,
                                          Core::StopPhase::Accepted, Core::StopPhase::Settled};
    QCOMPARE(phases, expected);
    const Core::PushTask *const task = m_bench->book.find(m_bench->key(taskId));
    QCOMPARE(task->status, Core::TaskStatus::Stopped);
    QCOMPARE(task->finishReason, Core::FinishReason::UserCall);
    QVERIFY(task->stopTime.isValid());
}

void TestStopLife::sameTaskIsNotAskedForTwice()
{
    const QString taskId = seed({});
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    const Core::TaskKey key = m_bench->key(taskId);
    m_bench->stops.stop({key, key});
    m_bench->stops.stop({key});
    QCOMPARE(m_bench->stops.underWay(), 1);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 10'000);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

//! One change of the list for all of them: each by itself would hold the window up.
void TestStopLife::manyAreMarkedTogether()
{
    QStringList ids;
    for (int i = 0; i < 100; ++i) {
        ids.append(u"task%1"_s.arg(i));
    }
    const QList<Core::TaskKey> keys = m_bench->track(ids);
    QSignalSpy changed(&m_bench->book, &Service::TaskBook::tasksChanged);
    m_bench->stops.stop(keys);
    QCOMPARE(changed.size(), 1);
    const auto tasks = changed.constFirst().constFirst().value<QList<Core::PushTask>>();
    QCOMPARE(tasks.size(), keys.size());
    QVERIFY(std::ranges::all_of(
        tasks, [](const Core::PushTask &task) { return task.stopPhase == Core::StopPhase::Requested; }));
    m_bench->stops.finish(0);
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
}

void TestStopLife::veryManyAreMarkedAFewAtATime_data() const
{
    QTest::addColumn<bool>("isQuit");
    QTest::newRow("the rest is called off") << false;
    QTest::newRow("the program quits") << true;
}

//! All are under way at once; what the window has to do for them is spread over turns of the event loop, and
//! the operator may change their mind in between.
void TestStopLife::veryManyAreMarkedAFewAtATime()
{
    QFETCH(const bool, isQuit);
    constexpr int count = 350;
    constexpr int mostAtOnce = 100;
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        ids.append(u"task%1"_s.arg(i));
    }
    const QList<Core::TaskKey> keys = m_bench->track(ids);
    QSignalSpy asked(&m_bench->stops, &Service::StopService::asked);
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    int marked = 0;
    int mostMarked = 0;
    connect(&m_bench->book, &Service::TaskBook::tasksChanged, &m_bench->stops,
            [&](const QList<Core::PushTask> &tasks) {
                if (tasks.first().stopPhase == Core::StopPhase::Requested) {
                    marked += static_cast<int>(tasks.size());
                    mostMarked = std::max(mostMarked, static_cast<int>(tasks.size()));
                }
            });
    m_bench->stops.stop(keys);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().constFirst().value<QList<Core::TaskKey>>(), keys);
    QCOMPARE(m_bench->stops.underWay(), count);
    QCOMPARE(m_bench->stops.unsent(), count);
    QVERIFY(m_bench->stops.isStopping(keys.last()));
    QVERIFY(marked <= mostAtOnce);
    m_bench->stops.stop({keys.last()}); // is not asked for twice
    QCOMPARE(asked.size(), 1);

    if (isQuit) {
        m_bench->stops.finish(1000);
    } else {
        m_bench->stops.cancelUnsent();
    }
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 20'000);
    QCOMPARE(marked, count);
    QVERIFY(mostMarked <= mostAtOnce);
    QCOMPARE(settled.size(), count);
    for (const Core::TaskKey &key : keys) {
        QCOMPARE(m_bench->book.find(key)->lastOutcome, std::optional(Core::StopOutcome::NotSent));
    }
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    QCOMPARE(eventsOf(ids.last()).isEmpty(), isQuit); // nothing was wished of the journal in that case
}

void TestStopLife::noWaitSettlesAsAccepted()
{
    const QString taskId = seed({});
    const Service::StopResult result = stopAndWait(taskId, {false, 1000});
    QCOMPARE(result.outcome, Core::StopOutcome::Accepted);
    QCOMPARE(deliveries(u"DescribeWhiteboardPush"_s), 0);
}

void TestStopLife::withoutKeyNothingIsSent()
{
    const Core::TaskKey key{u"nobody"_s, Core::SdkAppId{sdkAppId}, Core::TaskId::parse(u"aaa1").value()};
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop({key});
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StopResult>();
    QCOMPARE(result.outcome, Core::StopOutcome::NotSent);
    QCOMPARE(result.error->kind, Core::ErrorKind::NoCredential);
    QVERIFY(m_server->journal().isEmpty());
}

void TestStopLife::unsentIsCanceled()
{
    QStringList ids;
    for (int i = 0; i < 40; ++i) {
        ids.append(seed({}));
    }
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop(m_bench->track(ids));
    QTRY_VERIFY(deliveries(u"StopWhiteboardPush"_s) >= 3);
    m_bench->stops.cancelUnsent();
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 40, 20'000);
    int notSent = 0;
    int stopped = 0;
    for (const QList<QVariant> &arguments : settled) {
        const auto result = arguments.first().value<Service::StopResult>();
        notSent += result.outcome == Core::StopOutcome::NotSent ? 1 : 0;
        stopped += result.outcome == Core::StopOutcome::Stopped ? 1 : 0;
    }
    QCOMPARE(stopped, deliveries(u"StopWhiteboardPush"_s));
    QCOMPARE(notSent, 40 - stopped);
    QVERIFY(notSent > 20);
}

//! The operator changes their mind before the journal has answered.
void TestStopLife::calledOffBeforeItBegan()
{
    QStringList ids;
    for (int i = 0; i < 60; ++i) {
        ids.append(seed({}));
    }
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    m_bench->stops.stop(m_bench->track(ids));
    m_bench->stops.cancelUnsent();
    QCOMPARE(m_bench->stops.underWay(), 60);
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 20'000);
    QCOMPARE(settled.size(), 60);
    for (const QList<QVariant> &arguments : settled) {
        QCOMPARE(arguments.first().value<Service::StopResult>().outcome, Core::StopOutcome::NotSent);
    }
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
    // The next one is not called off too.
    m_bench->stops.stop({m_bench->key(ids.first())});
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 2, 20'000);
    QCOMPARE(settled.constLast().first().value<Service::StopResult>().outcome, Core::StopOutcome::Stopped);
}

void TestStopLife::restingIsCanceledWhereItHadNoEffect_data() const
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("unsent");
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::newRow("throttled") << u"throttle"_s << 1 << Core::StopOutcome::NotSent;
    QTest::newRow("may have arrived") << u"drop-before"_s << 0 << Core::StopOutcome::Stopped;
}

//! Between two tries.
void TestStopLife::restingIsCanceledWhereItHadNoEffect()
{
    QFETCH(const QString, fault);
    QFETCH(const int, unsent);
    QFETCH(const Core::StopOutcome, outcome);
    QVERIFY(m_server->addFault(QString(u"StopWhiteboardPush:1:"_s + fault)));
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    std::optional<qsizetype> resting;
    connect(&m_bench->log, &Core::LogStore::appended, &m_bench->book, [&](const Core::LogEntry &entry) {
        if (entry.topic == Core::LogTopic::StopRetrying) {
            resting = m_bench->stops.unsent();
            m_bench->stops.cancelUnsent();
        }
    });
    m_bench->stops.stop(m_bench->track({seed({})}));
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 20'000);
    QCOMPARE(resting, std::optional<qsizetype>(unsent));
    QCOMPARE(settled.first().first().value<Service::StopResult>().outcome, outcome);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 2 - unsent);
}

//! Whether the try under way had an effect is not known when it is called off; throttled, it had none.
void TestStopLife::calledOffOnItsWayIsNotRepeated()
{
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:throttle"_s));
    connect(&m_bench->stops, &Service::StopService::progressed, &m_bench->book,
            [this](const Service::StopProgress &progress) {
                if (progress.phase == Core::StopPhase::Sent) {
                    m_bench->stops.cancelUnsent();
                }
            });
    const Service::StopResult result = stopAndWait(seed({}));
    QCOMPARE(result.outcome, Core::StopOutcome::NotSent);
    QCOMPARE(result.attempts, 1);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

void TestStopLife::finishingSendsNothingMore()
{
    QStringList ids;
    for (int i = 0; i < 20; ++i) {
        ids.append(seed({}));
    }
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    m_bench->stops.stop(m_bench->track(ids));
    QTRY_VERIFY(deliveries(u"StopWhiteboardPush"_s) >= 2);
    m_bench->stops.finish(2000);
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, 4000);
    const auto sentByThen = m_server->journal().size();
    QCOMPARE(settled.size(), 20);
    for (const QList<QVariant> &arguments : settled) {
        const auto result = arguments.first().value<Service::StopResult>();
        const bool wasSent = result.attempts > 0;
        QCOMPARE(Core::toWord(result.outcome),
                 Core::toWord(wasSent ? Core::StopOutcome::Unknown : Core::StopOutcome::NotSent));
    }
    QSignalSpy late(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop({m_bench->key(ids.first())});
    QTRY_COMPARE(late.size(), 1);
    QCOMPARE(m_server->journal().size(), sentByThen);
}

void TestStopLife::firstQuestionComesWithinTwoSeconds()
{
    const QString taskId = seed({});
    std::ignore = stopAndWait(taskId);
    qint64 stopAt = -1;
    qint64 firstDescribeAt = -1;
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        if (entry.action == "StopWhiteboardPush"_L1) {
            stopAt = entry.arrivalMs;
        } else if (firstDescribeAt < 0) {
            firstDescribeAt = entry.arrivalMs;
        }
    }
    QVERIFY(stopAt >= 0 && firstDescribeAt > stopAt);
    QVERIFY2(firstDescribeAt - stopAt <= 2000, qPrintable(QString::number(firstDescribeAt - stopAt)));
}

//! Also where one list a second answers for all.
void TestStopLife::firstAnswerOfManyComesWithinTwoSeconds()
{
    constexpr int count = 20;
    m_server->setDelays(0, 60'000);
    QList<Core::TaskKey> keys;
    for (int i = 0; i < count; ++i) {
        keys.append(m_bench->key(seed({})));
    }
    QHash<Core::TaskKey, qint64> acceptedAt;
    QHash<Core::TaskKey, qint64> waits;
    connect(
        &m_bench->stops, &Service::StopService::progressed, this, [&](const Service::StopProgress &progress) {
            const qint64 now = m_bench->clock.monotonicMs();
            if (progress.phase == Core::StopPhase::Accepted && !acceptedAt.contains(progress.task)) {
                acceptedAt.insert(progress.task, now);
            } else if (progress.lastStatus != Core::TaskStatus::Unknown && !waits.contains(progress.task)) {
                waits.insert(progress.task, now - acceptedAt.value(progress.task));
            }
        });
    m_bench->stops.stop(keys);
    const bool hasAll = QTest::qWaitFor([&] { return waits.size() == count; }, 10'000);
    m_bench->stops.disconnect(this);
    QVERIFY(hasAll);
    const qint64 longest = *std::ranges::max_element(waits);
    QVERIFY2(longest <= 2000, qPrintable(QString::number(longest)));
    QVERIFY(deliveries(u"DescribeWhiteboardPushSearch"_s) > 0);
}

void TestStopLife::shortDeadlineIsNotUnasked()
{
    const Service::StopResult result = stopAndWait(seed({}), {true, 1000});
    QCOMPARE(result.outcome, Core::StopOutcome::Stopped);
}

void TestStopLife::deadlineEndsUnknown()
{
    m_server->setDelays(100, 60'000);
    const QString taskId = seed({});
    m_bench->track({taskId});
    const Service::StopResult result = stopAndWait(taskId, {true, 2500});
    QCOMPARE(result.outcome, Core::StopOutcome::Unknown);
    QCOMPARE(result.lastStatus, Core::TaskStatus::Pushing);
    QVERIFY2(result.elapsedMs >= 2500 && result.elapsedMs < 5000,
             qPrintable(QString::number(result.elapsedMs)));
    QCOMPARE(m_bench->book.find(m_bench->key(taskId))->lastOutcome,
             std::optional(Core::StopOutcome::Unknown));
}

void TestStopLife::backupLeftRunningIsShown()
{
    Simulator::TaskSeed withBackup;
    withBackup.backupTaskId = u"the-backup"_s;
    const QString taskId = seed(withBackup);
    const Core::TaskKey key = m_bench->track({taskId}).first();
    connect(&m_bench->stops, &Service::StopService::settled, &m_bench->sync, &Service::TaskSync::followUp);
    const Service::StopResult result = stopAndWait(taskId);
    QCOMPARE(result.outcome, Core::StopOutcome::Stopped);
    QTRY_COMPARE(m_bench->book.find(key)->backup.taskId, u"the-backup"_s);
    QTRY_COMPARE(m_bench->book.find(key)->backup.status, Core::TaskStatus::Pushing);
    QVERIFY(m_bench->book.find(key)->hasBackupLeftRunning());

    QCOMPARE(stopAndWait(u"the-backup"_s).outcome, Core::StopOutcome::Stopped);
    m_bench->sync.checkBackup(key);
    QTRY_COMPARE(m_bench->book.find(key)->backup.status, Core::TaskStatus::Stopped);
    QVERIFY(!m_bench->book.find(key)->hasBackupLeftRunning());
}

void TestStopLife::managedBackupStopsToo()
{
    Simulator::TaskSeed withBackup;
    withBackup.backupTaskId = u"the-backup"_s;
    withBackup.isBackupManaged = true;
    const QString taskId = seed(withBackup);
    const Core::TaskKey key = m_bench->track({taskId}).first();
    connect(&m_bench->stops, &Service::StopService::settled, &m_bench->sync, &Service::TaskSync::followUp);
    const Service::StopResult result = stopAndWait(taskId);
    QCOMPARE(result.outcome, Core::StopOutcome::Stopped);
    QVERIFY(!result.backupRequestId.isEmpty());
    QTRY_COMPARE(m_bench->book.find(key)->backup.status, Core::TaskStatus::Stopped);
}

void TestStopLife::backupThatIsNotThereIsGone()
{
    const Core::TaskKey key = m_bench->track({u"main"_s}).first();
    m_bench->book.change(key, [](Core::PushTask &main) {
        main.status = Core::TaskStatus::Stopped;
        main.backup.taskId = u"nobody-knows"_s;
    });
    QVERIFY(m_bench->book.find(key)->hasBackupLeftRunning());
    QSignalSpy checked(&m_bench->sync, &Service::TaskSync::backupChecked);
    m_bench->sync.checkBackup(key);
    QTRY_COMPARE(checked.size(), 1);
    const Core::PushTask gone = *m_bench->book.find(key);
    QVERIFY(gone.backup.isGone);
    QCOMPARE(gone.backup.status, Core::TaskStatus::Unknown); // nobody said that it has stopped
    QVERIFY(gone.hasEnded() && !gone.hasAnythingRunning()); // no rule waits for it
    QVERIFY(gone.hasBackupLeftRunning()); // it may be elsewhere: stopping it is offered
    // The main task's answer names it again, and says nothing of it.
    Core::PushTask answer;
    answer.status = Core::TaskStatus::Stopped;
    answer.backup.taskId = gone.backup.taskId;
    QVERIFY(Service::withAnswer(gone, answer).backup.isGone);
    answer.backup.status = Core::TaskStatus::Pushing;
    QVERIFY(!Service::withAnswer(gone, answer).backup.isGone);
}

void TestStopLife::alreadyStoppedIsRefreshed()
{
    Simulator::TaskSeed stopped;
    stopped.state = Simulator::SeedState::Stopped;
    stopped.finishReason = Simulator::SimulatedFinish::Auto;
    const QString taskId = seed(stopped);
    const Core::TaskKey key = m_bench->track({taskId}).first();
    connect(&m_bench->stops, &Service::StopService::settled, &m_bench->sync, &Service::TaskSync::followUp);
    QCOMPARE(stopAndWait(taskId).outcome, Core::StopOutcome::AlreadyStopped);
    QTRY_COMPARE(m_bench->book.find(key)->finishReason, Core::FinishReason::Auto);
}

CONSOLE_TEST(TestStopLife, QCoreApplication)
#include "tst_stoplife.moc"
