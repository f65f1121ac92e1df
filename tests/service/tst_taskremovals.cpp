// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskremovals.h"

#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Removing from the list and undoing that, over real services, a real registry and a simulator.
class TestTaskRemovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingComesBack();
    void manyComeBackAtOnce();
    void removalsAreUndoneFromTheLast();
    void oldestRemovalsAreGivenUp();
    void refreshesMeanwhileChangeNothing();
    void addedAnewMeanwhile();
    void planAndMarksComeBack();
    void stopUnderWayIsToldOf();

private:
    void open();
    void load();
    [[nodiscard]] Core::PushTask fullTask(const QString &taskId) const;

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Service::TaskRemovals> m_removals;
};

void TestTaskRemovals::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 100;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    open();
}

void TestTaskRemovals::cleanup()
{
    m_removals.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

//! A run of the program, on what an earlier one left.
void TestTaskRemovals::open()
{
    m_removals.reset();
    m_bench.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_removals = std::make_unique<Service::TaskRemovals>(m_bench->book, m_bench->guard, m_bench->stops,
                                                         m_bench->recovery);
    load();
}

void TestTaskRemovals::load()
{
    QSignalSpy loaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->book.load();
    m_bench->guard.load();
    QTRY_COMPARE(loaded.size(), 1);
}

//! A task in which nothing is as it is by default.
Core::PushTask TestTaskRemovals::fullTask(const QString &taskId) const
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    Core::PushTask task;
    task.key = m_bench->key(taskId);
    task.label = u"Maths, Monday"_s;
    task.status = Core::TaskStatus::Stopped;
    task.finishReason = Core::FinishReason::UserCall;
    task.roomId = 4711;
    task.groupId = u"group"_s;
    task.pushUserId = u"pusher"_s;
    task.createTime = time;
    task.startTime = time.addSecs(2);
    task.stopTime = time.addSecs(60);
    task.exceptionCount = 3;
    task.imSyncTime = 1'790'000'001;
    task.backup = {u"{\"TaskId\":\"second\"}"_s, u"second"_s, u"request-2"_s, Core::TaskStatus::Pushing};
    task.taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    task.taskErrorMessage = u"as the service put it"_s;
    task.unknownFields = {{u"New"_s, 1}};
    task.stopPhase = Core::StopPhase::Settled;
    task.lastOutcome = Core::StopOutcome::Failed;
    task.lastErrorCode = u"InternalError"_s;
    task.lastErrorMessage = u"try again"_s;
    task.lastRequestId = u"request-1"_s;
    task.lastResultAt = time.addSecs(70);
    task.addedAt = time.addSecs(-10);
    task.refreshedAt = time.addSecs(80);
    task.vanishedAt = time.addSecs(90);
    return task;
}

void TestTaskRemovals::everythingComesBack()
{
    const Core::PushTask task = fullTask(u"full"_s);
    m_bench->book.add({task});
    QCOMPARE(*m_bench->book.find(task.key), task);
    m_removals->remove({task.key});
    QVERIFY(!m_bench->book.contains(task.key));
    QCOMPARE(m_removals->undo(), QList<Core::TaskKey>{task.key});
    QCOMPARE(*m_bench->book.find(task.key), task);

    open(); // and the next run has it too
    QVERIFY(m_bench->book.contains(task.key));
    Core::PushTask kept = *m_bench->book.find(task.key);
    kept.stopPhase = task.stopPhase; // belongs to a run
    QCOMPARE(kept, task);
}

void TestTaskRemovals::manyComeBackAtOnce()
{
    QList<Core::PushTask> tasks;
    QList<Core::TaskKey> keys;
    for (int i = 0; i < 500; ++i) {
        Core::PushTask task = fullTask(u"task-%1"_s.arg(i));
        task.label = u"label %1"_s.arg(i);
        tasks.append(task);
        keys.append(task.key);
    }
    m_bench->book.add(tasks);
    QSignalSpy removed(&m_bench->book, &Service::TaskBook::tasksRemoved);
    m_removals->remove(keys);
    QCOMPARE(m_bench->book.size(), 0);
    QCOMPARE(removed.size(), 1);
    QSignalSpy changed(&m_bench->book, &Service::TaskBook::tasksChanged);
    QCOMPARE(m_removals->undo().size(), 500);
    QCOMPARE(changed.size(), 1);
    for (const Core::PushTask &task : tasks) {
        QVERIFY(m_bench->book.contains(task.key));
        QCOMPARE(*m_bench->book.find(task.key), task);
    }
}

void TestTaskRemovals::removalsAreUndoneFromTheLast()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s, u"three"_s});
    QSignalSpy changed(m_removals.get(), &Service::TaskRemovals::lastRemovedChanged);
    m_removals->remove({keys.at(0)});
    m_removals->remove({keys.at(1), keys.at(2)});
    m_removals->remove({}); // nothing
    m_removals->remove({keys.at(0)}); // is not there any more
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_removals->lastRemoved().size(), 2);
    QCOMPARE(m_removals->undo().size(), 2);
    QCOMPARE(m_removals->undo(), QList<Core::TaskKey>{keys.at(0)});
    QVERIFY(m_removals->lastRemoved().isEmpty());
    QVERIFY(m_removals->undo().isEmpty());
    QCOMPARE(m_bench->book.size(), 3);
}

void TestTaskRemovals::oldestRemovalsAreGivenUp()
{
    constexpr auto most = Service::TaskRemovals::mostRemovals;
    for (int i = 0; i <= most; ++i) {
        m_removals->remove(m_bench->track({u"task-%1"_s.arg(i)}));
    }
    qsizetype undone = 0;
    while (!m_removals->undo().isEmpty()) {
        ++undone;
    }
    QCOMPARE(undone, most);
    QVERIFY(!m_bench->book.contains(m_bench->key(u"task-0"_s)));
}

void TestTaskRemovals::refreshesMeanwhileChangeNothing()
{
    const Core::PushTask task = fullTask(u"full"_s);
    m_bench->book.add({task});
    const QList<Core::TaskKey> others = m_bench->track({u"other"_s});
    m_removals->remove({task.key});
    Core::PushTask answer;
    answer.key = task.key;
    answer.roomId = 1;
    m_bench->book.applyAnswer({answer});
    answer.key = others.first();
    m_bench->book.applyListing({answer}, QDateTime::currentDateTimeUtc());
    m_bench->book.setLabel(task.key, u"nobody"_s);
    m_removals->undo();
    QCOMPARE(*m_bench->book.find(task.key), task);
    QCOMPARE(m_bench->book.find(others.first())->roomId, 1);
}

//! Found again, say: what is known since then holds, and nothing of before is lost.
void TestTaskRemovals::addedAnewMeanwhile()
{
    Core::PushTask task = fullTask(u"full"_s);
    task.status = Core::TaskStatus::Pushing;
    task.vanishedAt = {};
    m_bench->book.add({task});
    m_removals->remove({task.key});
    Core::PushTask anew;
    anew.key = task.key;
    anew.status = Core::TaskStatus::Stopped;
    anew.groupId = u"another group"_s;
    m_bench->book.add({anew});
    m_removals->undo();
    const Core::PushTask back = *m_bench->book.find(task.key);
    QCOMPARE(back.status, Core::TaskStatus::Stopped);
    QCOMPARE(back.groupId, u"another group"_s);
    QCOMPARE(back.label, task.label);
    QCOMPARE(back.lastOutcome, task.lastOutcome);
    QCOMPARE(back.addedAt, task.addedAt);
    QCOMPARE(m_bench->book.size(), 1);

    // What was asked of it since then goes before what was asked of it earlier.
    m_removals->remove({task.key});
    anew.stopPhase = Core::StopPhase::Settled;
    anew.lastOutcome = Core::StopOutcome::Stopped;
    anew.label = u"another word"_s;
    m_bench->book.add({anew});
    m_removals->undo();
    QCOMPARE(m_bench->book.find(task.key)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(m_bench->book.find(task.key)->lastErrorCode, QString());
    QCOMPARE(m_bench->book.find(task.key)->label, u"another word"_s);
}

void TestTaskRemovals::planAndMarksComeBack()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"planned"_s, u"marked"_s});
    for (const Core::TaskKey &key : keys) {
        m_bench->book.change(key, [](Core::PushTask &task) {
            task.status = Core::TaskStatus::Pushing;
            task.startTime = QDateTime::currentDateTimeUtc();
        });
    }
    Core::GuardRule rule;
    rule.kind = Core::GuardKind::WarnAfter;
    m_bench->guard.setRules({rule});
    const QDateTime at = m_bench->guardClock.nowUtc().addSecs(7200);
    m_bench->guard.stopAt({keys.at(0)}, at);
    const QList<Core::GuardMark> marks{{m_bench->guard.rules().first().id, keys.at(1), at}};
    m_bench->guard.putBackMarks(marks);

    m_removals->remove(keys);
    QVERIFY(m_bench->guard.scheduledTasks().isEmpty());
    QVERIFY(m_bench->guard.marks(keys).isEmpty());
    m_removals->undo();
    QCOMPARE(m_bench->guard.scheduledStops(keys), QList<Core::ScheduledStop>({{keys.at(0), at}}));
    QCOMPARE(m_bench->guard.marks(keys), marks);

    // Of a rule that is gone nothing comes back.
    m_removals->remove(keys);
    m_bench->guard.setRules({});
    m_removals->undo();
    QVERIFY(m_bench->guard.marks(keys).isEmpty());
    QCOMPARE(m_bench->guard.scheduledStops(keys).size(), 1);
}

void TestTaskRemovals::stopUnderWayIsToldOf()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.taskId = u"stopping"_s;
    seed.state = Simulator::SeedState::Pushing;
    const Core::TaskKey key = m_bench->key(m_server->addTask(seed).value());
    m_bench->track({key.taskId.toString()});
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop({key});
    QVERIFY(m_bench->stops.isStopping(key));
    m_removals->remove({key});
    QTRY_COMPARE(settled.size(), 1);
    m_removals->undo();
    const Core::PushTask *task = m_bench->book.find(key);
    QVERIFY(task != nullptr);
    QCOMPARE(task->stopPhase, Core::StopPhase::Settled);
    QCOMPARE(task->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(task->status, Core::TaskStatus::Stopped);
    QVERIFY(!task->lastRequestId.isEmpty());
}

CONSOLE_TEST(TestTaskRemovals, QCoreApplication)
#include "tst_taskremovals.moc"
