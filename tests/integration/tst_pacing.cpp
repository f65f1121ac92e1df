// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

//! Two hundred stops of the built program against the built simulator's limit of 20 requests a second.
class TestPacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allConfirmedNoneThrottled_data() const;
    void allConfirmedNoneThrottled() const;
    void evenlySpaced_data() const;
    void evenlySpaced() const;
    void twoProcessesShareTheSchedule() const;

private:
    struct Observed
    {
        TestSupport::ConsoleRun run;
        QList<QJsonObject> stops;
        QList<QJsonObject> describes;
    };
    QHash<QString, Observed> m_observed;
};

namespace {

constexpr int taskCount = 200;

// A sanitized program takes so long to make its first connection that its first request arrives late, within
// the window of the twenty-first. What is promised is promised of the program as it is installed: there it is
// none.
#ifdef CONSOLE_SANITIZED
constexpr int toleratedRefusals = 10;
#else
constexpr int toleratedRefusals = 0;
#endif

struct Scene
{
    const char *name;
    const char *latencyMs;
    const char *window;
};

constexpr Scene scenes[]{
    {"50 ms, sliding window", "50", "sliding"},
    {"50 ms, fixed window", "50", "fixed"},
    {"300 ms, sliding window", "300", "sliding"},
};

[[nodiscard]] QByteArray seededIds(int from, int count)
{
    QByteArray ids;
    for (int i = from; i < from + count; ++i) {
        ids += QString(u"1400000001t%1\n"_s).arg(i, 9, 10, QLatin1Char('0')).toUtf8();
    }
    return ids;
}

[[nodiscard]] QStringList stopping(const TestSupport::SimulatorProcess &simulator)
{
    return QStringList{u"stop"_s, u"--app"_s, u"1400000001"_s, u"--from"_s, u"-"_s, u"--json"_s}
    + TestSupport::reaching(simulator);
}

//! Also where the end was noticed before anybody waited for it.
[[nodiscard]] bool hasEnded(QProcess &process, int timeoutMs)
{
    return process.state() == QProcess::NotRunning || process.waitForFinished(timeoutMs);
}

[[nodiscard]] int refusals(const QList<QJsonObject> &deliveries)
{
    return static_cast<int>(std::ranges::count_if(deliveries, [](const QJsonObject &delivery) {
        return delivery.value("errorCode"_L1).toString() == "RequestLimitExceeded"_L1;
    }));
}

[[nodiscard]] QList<double> arrivals(const QList<QJsonObject> &deliveries)
{
    QList<double> times;
    for (const QJsonObject &delivery : deliveries) {
        times.append(delivery.value("arrivalMs"_L1).toDouble());
    }
    std::ranges::sort(times);
    return times;
}

} // namespace

void TestPacing::initTestCase()
{
    // Side by side: each has a simulator, a home and so a schedule of its own.
    std::vector<std::unique_ptr<TestSupport::SimulatorProcess>> simulators;
    std::vector<std::unique_ptr<TestSupport::ConsoleHome>> homes;
    std::vector<std::unique_ptr<QProcess>> runs;
    for (const Scene &scene : scenes) {
        auto simulator = std::make_unique<TestSupport::SimulatorProcess>();
        QVERIFY2(simulator->start({u"--tasks"_s, QString::number(taskCount), u"--latency"_s,
                                   QString::fromLatin1(scene.latencyMs), u"--window"_s,
                                   QString::fromLatin1(scene.window)}),
                 qPrintable(simulator->errorOutput()));
        auto home = std::make_unique<TestSupport::ConsoleHome>();
        home->setCredentials(simulator->secretId(), simulator->secretKey());
        runs.push_back(home->start(stopping(*simulator), seededIds(1, taskCount)));
        simulators.push_back(std::move(simulator));
        homes.push_back(std::move(home));
    }
    for (std::size_t i = 0; i < std::size(scenes); ++i) {
        Observed observed;
        QVERIFY2(hasEnded(*runs.at(i), 90'000), scenes[i].name);
        observed.run.exitCode = runs.at(i)->exitCode();
        observed.run.out = runs.at(i)->readAllStandardOutput();
        observed.run.err = runs.at(i)->readAllStandardError();
        observed.stops = simulators.at(i)->deliveries(u"StopWhiteboardPush"_s);
        observed.describes = simulators.at(i)->deliveries(u"DescribeWhiteboardPush"_s);
        m_observed.insert(QString::fromLatin1(scenes[i].name), observed);
    }
}

void TestPacing::allConfirmedNoneThrottled_data() const
{
    QTest::addColumn<QString>("name");
    for (const Scene &scene : scenes) {
        QTest::newRow(scene.name) << QString::fromLatin1(scene.name);
    }
}

void TestPacing::allConfirmedNoneThrottled() const
{
    QFETCH(const QString, name);
    const Observed observed = m_observed.value(name);
    QVERIFY2(observed.run.exitCode == 0, observed.run.err.constData());
    const QList<QJsonObject> results = observed.run.lines();
    QCOMPARE(results.size(), taskCount);
    for (const QJsonObject &result : results) {
        QCOMPARE(result.value("outcome"_L1).toString(), u"stopped"_s);
    }
    QCOMPARE(observed.stops.size(), taskCount + refusals(observed.stops));
    QVERIFY(refusals(observed.stops) <= toleratedRefusals);
    QVERIFY(refusals(observed.describes) <= toleratedRefusals);
}

void TestPacing::evenlySpaced_data() const
{
    allConfirmedNoneThrottled_data();
}

void TestPacing::evenlySpaced() const
{
    QFETCH(const QString, name);
    const QList<double> times = arrivals(m_observed.value(name).stops);
    QVERIFY(times.size() >= taskCount);
    const double ratio = (times.last() - times.first()) / (static_cast<double>(times.size() - 1) * 50.0);
    qInfo("%s: (last - first send) / (199/20 s) = %.4f", qPrintable(name), ratio);
    // A refusal slows the schedule down for a while, as it should.
    const double longest = refusals(m_observed.value(name).stops) == 0 ? 1.03 : 1.15;
    QVERIFY2(ratio >= 0.98 && ratio <= longest, qPrintable(QString::number(ratio)));
}

void TestPacing::twoProcessesShareTheSchedule() const
{
    TestSupport::SimulatorProcess simulator;
    QVERIFY(simulator.start({u"--tasks"_s, u"60"_s}));
    TestSupport::ConsoleHome home;
    home.setCredentials(simulator.secretId(), simulator.secretKey());
    const auto first = home.start(stopping(simulator), seededIds(1, 30));
    const auto second = home.start(stopping(simulator), seededIds(31, 30));
    QVERIFY(hasEnded(*first, 60'000));
    QVERIFY(hasEnded(*second, 60'000));
    QCOMPARE(first->exitCode(), 0);
    QCOMPARE(second->exitCode(), 0);
    const QList<QJsonObject> stops = simulator.deliveries(u"StopWhiteboardPush"_s);
    QCOMPARE(stops.size(), 60 + refusals(stops));
    QVERIFY(refusals(stops) <= toleratedRefusals);
    const QList<double> times = arrivals(stops);
    int tooClose = 0;
    for (qsizetype i = 20; i < times.size(); ++i) {
        tooClose += times.at(i) - times.at(i - 20) > 1000 ? 0 : 1;
    }
    QVERIFY2(tooClose <= toleratedRefusals, "21 requests of two processes within one second");
}

CONSOLE_TEST(TestPacing, QCoreApplication)
#include "tst_pacing.moc"
