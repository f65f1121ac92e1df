// SPDX-License-Identifier: GPL-3.0-or-later
#include "property/shrink.h"
#include "property/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QTest>

using namespace Qt::StringLiterals;

//! Stops and Starts under everything that can go wrong, in random order, over virtual time. Every run is made
//! from a number; one that fails is shrunk and printed, and CONSOLE_PROPERTY_SCRIPT replays it. So many runs:
//! CONSOLE_PROPERTY_RUNS, from CONSOLE_PROPERTY_SEED on.
class TestStopProperties : public QObject
{
    Q_OBJECT
public:
    explicit TestStopProperties(TestSupport::VirtualTime &time)
        : m_time(time)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void scriptsAreReadAsTheyAreWritten();
    void equalScriptsRunAlike();
    void onceFailed_data() const;
    void onceFailed();
    void holds_data() const;
    void holds();
    void cleanupTestCase() const;

private:
    [[nodiscard]] Property::Report reportOf(const Property::Script &script) const;

    TestSupport::VirtualTime &m_time;
    QTemporaryDir m_directory;
    QString m_database;
    qint64 m_runs = 0;
    qint64 m_requests = 0;
    qint64 m_programs = 0;
    qint64 m_virtualMs = 0;
    QElapsedTimer m_elapsed;
};

namespace {

constexpr int runsInARow = 100; //!< of the table; a crash names its row

[[nodiscard]] int numberFrom(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : otherwise;
}

void beQuiet(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        fprintf(stderr, "%s\n", qPrintable(text));
    }
}

} // namespace

Property::Report TestStopProperties::reportOf(const Property::Script &script) const
{
    // What the program warns of are the faults that it was given.
    const QtMessageHandler handler = qInstallMessageHandler(beQuiet);
    const Property::Report report = Property::World(m_time, m_database, script).run();
    qInstallMessageHandler(handler);
    return report;
}

void TestStopProperties::initTestCase()
{
    m_database = Property::World::makeDatabase(m_time, m_directory.path());
    QVERIFY(!m_database.isEmpty());
    m_elapsed.start();
}

void TestStopProperties::scriptsAreReadAsTheyAreWritten()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        const Property::Script script = Property::Script::random(seed);
        const auto read = Property::Script::parse(script.toString());
        QVERIFY2(read, qPrintable(script.toString()));
        QCOMPARE(read->toString(), script.toString());
        QCOMPARE(read->steps, script.steps);
    }
}

void TestStopProperties::equalScriptsRunAlike()
{
    for (quint32 seed = 1000; seed < 1005; ++seed) {
        const Property::Report first = reportOf(Property::Script::random(seed));
        const Property::Report second = reportOf(Property::Script::random(seed));
        QCOMPARE(second.violation, first.violation);
        QCOMPARE(second.requests, first.requests);
        QCOMPARE(second.virtualMs, first.virtualMs);
    }
}

void TestStopProperties::onceFailed_data() const
{
    QTest::addColumn<QString>("text");
    QTest::newRow("signed again out of turn") << u"5: clock-jumps 301; stop 0 0 a1"_s;
    QTest::newRow("signed again between others")
        << u"105: stop 0 0 a7,a8,a9; fault 0 0 StopWhiteboardPush:/3:skew=400; wait 122"_s;
    QTest::newRow("signed again after quitting") << u"1: clock-jumps 400; stop 5000 0 a1; wait 10; quit"_s;
    QTest::newRow("took effect and said it failed inside")
        << u"409: stop 0 0 a2; fault 0 0 StopWhiteboardPush:1:code=InternalError,effect; wait 20"_s;
    QTest::newRow("took effect and said it is unavailable")
        << u"409: stop 0 0 a2; fault 0 0 StopWhiteboardPush:1:code=ServiceUnavailable,effect; wait 20"_s;
    QTest::newRow("seen running before the effect, then no answer")
        << u"1176: delays 0 1136; stop 0 0 a0; wait; crash"_s;
    QTest::newRow("seen running before the effect, then garbage")
        << u"1: fault 0 0 StopWhiteboardPush:*:drop-after; stop 5000 0 a1; wait 30; "
           "fault 0 0 DescribeWhiteboardPush:2..8:garbage; crash; wait 8000"_s;
    QTest::newRow("last asked before the effect") << u"1985: stop 0 0 b8; wait; crash; stall 2589"_s;
    QTest::newRow("the task of a newer Start")
        << u"1078: line 0 1; start 2 0 b; stop 0 0 a4; crash; start 2 0 b"_s;
    QTest::newRow("the task of a Start under way")
        << u"2: fault 0 0 StartWhiteboardPush:1:drop-before; start 1 0 a; wait 60; start 1 0 a; crash"_s;
}

//! What the random runs have found before, each a test of its own.
void TestStopProperties::onceFailed()
{
    QFETCH(const QString, text);
    const auto script = Property::Script::parse(text);
    QVERIFY(script);
    const Property::Report report = reportOf(*script);
    QVERIFY2(report.violation.isEmpty(), qPrintable(report.violation));
}

void TestStopProperties::holds_data() const
{
    QTest::addColumn<Property::Script>("script");
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("runs");
    const QString given = qEnvironmentVariable("CONSOLE_PROPERTY_SCRIPT");
    if (!given.isEmpty()) {
        const auto script = Property::Script::parse(given);
        QVERIFY2(script, "not a script");
        QTest::newRow("script") << *script << 0 << 0;
        return;
    }
    const int first = numberFrom("CONSOLE_PROPERTY_SEED", 1);
    const int runs = numberFrom("CONSOLE_PROPERTY_RUNS", 100);
    for (int done = 0; done < runs; done += runsInARow) {
        QTest::addRow("%d", first + done)
            << Property::Script() << first + done << std::min(runsInARow, runs - done);
    }
}

void TestStopProperties::holds()
{
    QFETCH(const Property::Script, script);
    QFETCH(const int, seed);
    QFETCH(const int, runs);
    if (runs == 0) {
        const Property::Report report = reportOf(script);
        QVERIFY2(report.violation.isEmpty(), qPrintable(report.violation));
        return;
    }
    for (int i = 0; i < runs; ++i) {
        const Property::Script drawn = Property::Script::random(static_cast<quint32>(seed + i));
        const Property::Report report = reportOf(drawn);
        ++m_runs;
        m_requests += report.requests;
        m_programs += report.programs;
        m_virtualMs += report.virtualMs;
        if (!report.violation.isEmpty()) {
            const Property::Script least = Property::shrunk(drawn, [this](const Property::Script &candidate) {
                return !reportOf(candidate).violation.isEmpty();
            });
            const QString told =
                u"%1\nafter %2 runs; of %3 steps %4 are left:\n"
                "CONSOLE_PROPERTY_SCRIPT='%5' tst_stopproperties holds"_s.arg(reportOf(least).violation)
                    .arg(m_runs)
                    .arg(drawn.steps.size())
                    .arg(least.steps.size())
                    .arg(least.toString());
            QFAIL(qPrintable(told));
        }
    }
}

void TestStopProperties::cleanupTestCase() const
{
    qInfo("%lld runs, %lld runs of the program, %lld requests, %.1f hours of virtual time in %.1f s",
          static_cast<long long>(m_runs), static_cast<long long>(m_programs),
          static_cast<long long>(m_requests), static_cast<double>(m_virtualMs) / 3'600'000,
          static_cast<double>(m_elapsed.elapsed()) / 1000);
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    auto *const time = new TestSupport::VirtualTime; // the application's own from here on
    QCoreApplication::setEventDispatcher(time);
    const QCoreApplication application(argc, argv);
    TestStopProperties test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_stopproperties.moc"
