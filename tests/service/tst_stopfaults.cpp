// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Every fault of the simulator during a Stop, and the outcome that it must end in. All rows run at once, as
//! the tasks of one operator would.
class TestStopFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInRightOutcome_data() const;
    void endsInRightOutcome() const;
    void throttledForGood() const;
    void skewedClockIsLearnt() const;
    void refusedConnectionFails() const;

private:
    QHash<QString, Service::StopResult> m_results; // by row
    QHash<QString, int> m_stopDeliveries;
};

namespace {

struct Row
{
    const char *name;
    QStringList faults; //!< %1 stands for the task
    Core::StopOutcome outcome;
    QString errorCode; //!< of the outcome; empty for none
    int attempts;
    Simulator::SeedState state = Simulator::SeedState::Pushing;
    bool failsWhenStopped = false;
    bool isSeeded = true;
};

constexpr qint64 sdkAppId = 1400000001;

[[nodiscard]] QString taskIdOf(const Row &row)
{
    QString id = QString::fromLatin1(row.name);
    return id.replace(u' ', u'-');
}

[[nodiscard]] QList<Row> rows()
{
    using enum Core::StopOutcome;
    const auto onStop = [](const char *when, const char *fault) {
        return QStringList{
            QString(u"StopWhiteboardPush@%1:"_s + QLatin1StringView(when) + u':' + QLatin1StringView(fault))};
    };
    const auto onDescribe = [](const char *when, const char *fault) {
        return QStringList{QString(u"DescribeWhiteboardPush@%1:"_s + QLatin1StringView(when) + u':'
                                   + QLatin1StringView(fault))};
    };
    return {
        {"pushing", {}, Stopped, {}, 1},
        {"prepared", {}, Stopped, {}, 1, Simulator::SeedState::Prepared},
        {"stopped before", {}, AlreadyStopped, {}, 1, Simulator::SeedState::Stopped},
        {"not there",
         {},
         Failed,
         u"InvalidParameter.TaskNotFound"_s,
         1,
         Simulator::SeedState::Pushing,
         false,
         false},
        {"ends by error",
         {},
         Failed,
         u"FailedOperation.WhiteboardPush"_s,
         1,
         Simulator::SeedState::Pushing,
         true},
        {"dropped before effect", onStop("1", "drop-before"), Stopped, {}, 2},
        {"dropped after effect", onStop("1", "drop-after"), Stopped, {}, 2},
        {"half a header", onStop("1", "half-header"), Stopped, {}, 2},
        {"truncated body", onStop("1", "truncate"), Stopped, {}, 2},
        {"slow drip", onStop("1", "drip=100"), Stopped, {}, 2},
        {"no answer", onStop("1", "hang"), Stopped, {}, 2},
        {"html with 502", onStop("1", "bad-gateway"), Stopped, {}, 2},
        {"garbage", onStop("1", "garbage"), Stopped, {}, 2},
        {"wrong types", onStop("1", "wrong-types"), Stopped, {}, 2},
        {"wrong shape", onStop("1", "wrong-shape"), Stopped, {}, 2},
        {"nulls", onStop("1", "nulls"), Stopped, {}, 1},
        {"huge body", onStop("1", "huge"), Stopped, {}, 2},
        {"no request id", onStop("1", "no-request-id"), Stopped, {}, 2},
        {"internal error once", onStop("1", "code=InternalError"), Stopped, {}, 2},
        {"internal error always", onStop("*", "code=InternalError"), Unknown, u"InternalError"_s, 6},
        {"signature refused", onStop("*", "code=AuthFailure.SignatureFailure"), Failed,
         u"AuthFailure.SignatureFailure"_s, 1},
        {"not permitted", onStop("*", "code=UnauthorizedOperation.SdkAppId"), Failed,
         u"UnauthorizedOperation.SdkAppId"_s, 1},
        {"expired", onStop("*", "code=ResourceUnavailable.ServiceExpired"), Failed,
         u"ResourceUnavailable.ServiceExpired"_s, 1},
        {"code of tomorrow", onStop("*", "code=BrandNew.Code"), Failed, u"BrandNew.Code"_s, 1},
        {"redirect", onStop("*", "redirect=http://127.0.0.1:9/"), Failed, u"Redirect"_s, 1},
        {"always dropped before", onStop("*", "drop-before"), Unknown, u"Network"_s, 6},
        {"always dropped after", onStop("*", "drop-after"), Stopped, {}, 6},
        {"describe garbled once", onDescribe("1", "garbage"), Stopped, {}, 1},
        {"describe dropped twice", onDescribe("1..2", "drop-after"), Stopped, {}, 1},
        {"describe with wrong types", onDescribe("1", "wrong-types"), Stopped, {}, 1},
        {"describe nulls", onDescribe("1", "nulls"), Stopped, {}, 1},
        {"describe never answers", onDescribe("*", "hang"), Unknown, u"Timeout"_s, 1},
        {"describe forbidden", onDescribe("*", "code=AuthFailure.UnauthorizedOperation"), Unknown,
         u"AuthFailure.UnauthorizedOperation"_s, 1},
    };
}

[[nodiscard]] std::optional<Service::StopResult> stopOne(TestSupport::TestBench &bench, const QString &taskId,
                                                         int deadlineMs)
{
    std::optional<Service::StopResult> settled;
    QObject::connect(&bench.stops, &Service::StopService::settled, &bench.book,
                     [&settled](const Service::StopResult &result) { settled = result; });
    bench.stops.stop({bench.key(taskId)}, {true, deadlineMs});
    std::ignore = QTest::qWaitFor([&settled] { return settled.has_value(); }, 30'000);
    return settled;
}

} // namespace

void TestStopFaults::initTestCase()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 300;
    settings.startDelayMs = 60'000;
    settings.requestsPerSecond = 0; // faults alone are looked at here; the limit has a test of its own
    settings.accounts.first().deniedActions = {u"DescribeWhiteboardPushSearch"_s}; // so that Describe tells
    Simulator::Server server(settings);
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    Core::NetworkSettings network = bench.transport.networkSettings();
    network.timeoutMs = 4000;
    bench.transport.setNetworkSettings(network);

    QStringList taskIds;
    for (const Row &row : rows()) {
        const QString taskId = taskIdOf(row);
        taskIds.append(taskId);
        if (row.isSeeded) {
            Simulator::TaskSeed seed;
            seed.sdkAppId = sdkAppId;
            seed.taskId = taskId;
            seed.state = row.state;
            seed.failsWhenStopped = row.failsWhenStopped;
            QVERIFY(server.addTask(seed));
        }
        for (const QString &fault : row.faults) {
            QVERIFY2(server.addFault(fault.arg(taskId)), qPrintable(fault.arg(taskId)));
        }
    }
    const QList<Core::TaskKey> keys = bench.track(taskIds);
    QSignalSpy settled(&bench.stops, &Service::StopService::settled);
    bench.stops.stop(keys, {true, 14'000});
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), keys.size(), 60'000);
    for (const QList<QVariant> &arguments : settled) {
        const auto result = arguments.first().value<Service::StopResult>();
        m_results.insert(result.task.taskId.toString(), result);
        // The table shows what was found out.
        const Core::PushTask *const task = bench.book.find(result.task);
        QVERIFY(task != nullptr);
        QCOMPARE(task->lastOutcome, std::optional(result.outcome));
    }
    for (const Simulator::JournalEntry &entry : server.journal()) {
        if (entry.action == "StopWhiteboardPush"_L1) {
            ++m_stopDeliveries[entry.taskId];
            QCOMPARE(entry.isSignatureGood, true);
        }
    }
}

void TestStopFaults::endsInRightOutcome_data() const
{
    QTest::addColumn<int>("row");
    const QList<Row> table = rows();
    for (int i = 0; i < table.size(); ++i) {
        QTest::newRow(table.at(i).name) << i;
    }
}

void TestStopFaults::endsInRightOutcome() const
{
    QFETCH(const int, row);
    const Row expected = rows().at(row);
    const Service::StopResult result = m_results.value(taskIdOf(expected));
    QCOMPARE(Core::toWord(result.outcome), Core::toWord(expected.outcome));
    QCOMPARE(result.error ? Core::codeOf(*result.error) : QString(), expected.errorCode);
    QCOMPARE(result.attempts, expected.attempts);
    // Nobody else sends it again: as many deliveries as tries of ours.
    QCOMPARE(m_stopDeliveries.value(taskIdOf(expected)), expected.attempts);
    if (expected.outcome == Core::StopOutcome::Stopped) {
        QVERIFY(!result.error);
    }
}

void TestStopFaults::throttledForGood() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    Simulator::Server server(settings);
    QVERIFY(server.start());
    QVERIFY(server.addFault(u"StopWhiteboardPush:*:throttle"));
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    const auto result = stopOne(bench, Simulator::seededTaskId(sdkAppId, 1), 5000);
    QVERIFY(result);
    QCOMPARE(result->outcome, Core::StopOutcome::Failed);
    QCOMPARE(result->error->apiCode, u"RequestLimitExceeded"_s);
    QCOMPARE(result->attempts, 6);
}

void TestStopFaults::skewedClockIsLearnt() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    settings.stopDelayMs = 200;
    settings.clockSkewS = 7 * 60;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    QSignalSpy learnt(&bench.dispatcher, &Service::Dispatcher::clockOffsetLearnt);
    const auto result = stopOne(bench, Simulator::seededTaskId(sdkAppId, 1), 8000);
    QVERIFY(result);
    QCOMPARE(result->outcome, Core::StopOutcome::Stopped);
    QCOMPARE(result->attempts, 1);
    QCOMPARE(learnt.size(), 1);
    const qint64 offset = learnt.first().at(1).toLongLong();
    QVERIFY2(qAbs(offset - 7 * 60) <= 2, qPrintable(QString::number(offset)));
}

void TestStopFaults::refusedConnectionFails() const
{
    Simulator::ServerAddress address;
    {
        Simulator::Server server(Simulator::Settings::withoutTasks());
        const auto started = server.start();
        QVERIFY(started);
        address = *started;
    } // nobody listens there any more
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), address);
    QVERIFY(bench.open());
    const auto result = stopOne(bench, u"whatever"_s, 5000);
    QVERIFY(result);
    QCOMPARE(result->outcome, Core::StopOutcome::Failed);
    QCOMPARE(result->error->kind, Core::ErrorKind::Network);
    QCOMPARE(result->attempts, 6);
}

CONSOLE_TEST(TestStopFaults, QCoreApplication)
#include "tst_stopfaults.moc"
