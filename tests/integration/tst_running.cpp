// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr auto app = "1400000001"_L1;

//! One task of four hours, one of ten minutes, one that has ended; another application has one too.
constexpr auto scenario =
    R"({"stopDelayMs": 50, "applications": [{"sdkAppId": 1400000001}, {"sdkAppId": 1400000002}],
    "tasks": [{"sdkAppId": 1400000001, "taskId": "old", "roomId": 1, "ageS": 14400},
              {"sdkAppId": 1400000001, "taskId": "young", "roomId": 2, "ageS": 600},
              {"sdkAppId": 1400000001, "taskId": "ended", "roomId": 3, "state": "STOPPED"},
              {"sdkAppId": 1400000002, "taskId": "elsewhere", "roomId": 4}]})";

#ifdef Q_OS_UNIX
//! The console with a terminal for all three of its streams.
class OnTerminal
{
public:
    OnTerminal(const TestSupport::ConsoleHome &home, const QStringList &arguments)
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        ::grantpt(m_master);
        ::unlockpt(m_master);
        const QByteArray name = ::ptsname(m_master);
        m_process.setProcessEnvironment(home.environment());
        m_process.setChildProcessModifier([name] {
            const int slave = ::open(name.constData(), O_RDWR | O_NOCTTY);
            for (int stream = 0; stream < 3; ++stream) {
                ::dup2(slave, stream);
            }
        });
        m_process.start(QStringLiteral(CONSOLE_EXECUTABLE), arguments);
        m_process.waitForStarted(20'000);
    }
    ~OnTerminal()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(OnTerminal)

    void type(const QByteArray &text) const
    {
        QCOMPARE(::write(m_master, text.constData(), static_cast<size_t>(text.size())), text.size());
    }
    //! All that was shown so far.
    [[nodiscard]] QByteArray shown()
    {
        QByteArray piece(4096, '\0');
        for (;;) {
            const auto count = ::read(m_master, piece.data(), static_cast<size_t>(piece.size()));
            if (count <= 0) {
                return m_shown;
            }
            m_shown += piece.left(count);
        }
    }
    void interrupt() const { ::kill(static_cast<pid_t>(m_process.processId()), SIGINT); }
    [[nodiscard]] int exitCode()
    {
        const auto hasEnded = [this] {
            static_cast<void>(shown()); // or it waits for room on its terminal
            return m_process.state() == QProcess::NotRunning;
        };
        return QTest::qWaitFor(hasEnded, 20'000) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

private:
    int m_master;
    QProcess m_process;
    QByteArray m_shown;
};
#endif

} // namespace

//! The commands that find running tasks by themselves: list --running, stop --all-running, watch.
class TestRunning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsOnlyRunning_data();
    void listsOnlyRunning();
    void stopNeedsYesWhereNobodyAnswers();
    void stopsAllThatRun();
    void stopsOnlyOlderOnes_data();
    void stopsOnlyOlderOnes();
    void nothingIsRunning();
    void asksOnATerminal_data();
    void asksOnATerminal();
    void watchTellsOfChanges_data();
    void watchTellsOfChanges();
    void watchIsRefused();
    void watchDrawsOnATerminal();

private:
    [[nodiscard]] QStringList at(const QStringList &command) const
    {
        return command + TestSupport::reaching(*m_simulator);
    }
    [[nodiscard]] static QStringList idsOf(const TestSupport::ConsoleRun &run)
    {
        QStringList ids;
        for (const QJsonObject &line : run.lines()) {
            ids.append(line.value("taskId"_L1).toString());
        }
        ids.sort();
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::SimulatorProcess> m_simulator;
    std::unique_ptr<TestSupport::ConsoleHome> m_home;
};

void TestRunning::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QFile file(m_directory->filePath(u"scenario.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(scenario);
    file.close();
    m_simulator = std::make_unique<TestSupport::SimulatorProcess>();
    QVERIFY2(m_simulator->start({u"--scenario"_s, file.fileName()}), qPrintable(m_simulator->errorOutput()));
    m_home = std::make_unique<TestSupport::ConsoleHome>();
    m_home->setCredentials(m_simulator->secretId(), m_simulator->secretKey());
}

void TestRunning::listsOnlyRunning_data()
{
    QTest::addColumn<QString>("edition");
    QTest::newRow("intl") << u"intl"_s;
    QTest::newRow("mainland") << u"mainland"_s;
}

void TestRunning::listsOnlyRunning()
{
    QFETCH(const QString, edition);
    const auto run =
        m_home->run(at({u"list"_s, u"--app"_s, app, u"--running"_s, u"--json"_s, u"--edition"_s, edition}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(idsOf(run), (QStringList{u"old"_s, u"young"_s}));
}

void TestRunning::stopNeedsYesWhereNobodyAnswers()
{
    const auto run = m_home->run(at({u"stop"_s, u"--app"_s, app, u"--all-running"_s}), "y\n");
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains("--yes"));
    QCOMPARE(m_simulator->journal().size(), 0);
}

void TestRunning::stopsAllThatRun()
{
    const auto run =
        m_home->run(at({u"stop"_s, u"--app"_s, app, u"--all-running"_s, u"--yes"_s, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(idsOf(run), (QStringList{u"old"_s, u"young"_s}));
    for (const QJsonObject &line : run.lines()) {
        QCOMPARE(line.value("outcome"_L1).toString(), u"stopped"_s);
    }
    QCOMPARE(m_simulator->deliveries(u"StopWhiteboardPush"_s).size(), 2);
}

void TestRunning::stopsOnlyOlderOnes_data()
{
    QTest::addColumn<QString>("age");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("hours") << u"3h"_s << QStringList{u"old"_s};
    QTest::newRow("minutes") << u"5m"_s << QStringList{u"old"_s, u"young"_s};
    QTest::newRow("a day") << u"1d"_s << QStringList();
}

void TestRunning::stopsOnlyOlderOnes()
{
    QFETCH(const QString, age);
    QFETCH(const QStringList, ids);
    const auto run = m_home->run(at(
        {u"stop"_s, u"--app"_s, app, u"--all-running"_s, u"--older-than"_s, age, u"--yes"_s, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(idsOf(run), ids);
}

void TestRunning::nothingIsRunning()
{
    QCOMPARE(m_home->run(at({u"stop"_s, u"--app"_s, app, u"--all-running"_s, u"--yes"_s})).exitCode, 0);
    const auto again = m_home->run(at({u"stop"_s, u"--app"_s, app, u"--all-running"_s, u"--yes"_s}));
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.out, QByteArray());
    QVERIFY(!again.err.isEmpty());
}

void TestRunning::asksOnATerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("stops");
    QTest::newRow("yes") << QByteArray("y\n") << 0 << 2;
    QTest::newRow("no") << QByteArray("n\n") << 3 << 0;
    QTest::newRow("just Return") << QByteArray("\n") << 3 << 0;
    QTest::newRow("the end of input") << QByteArray("\x04") << 3 << 0;
}

void TestRunning::asksOnATerminal()
{
#ifdef Q_OS_UNIX
    QFETCH(const QByteArray, answer);
    QFETCH(const int, exitCode);
    QFETCH(const int, stops);
    OnTerminal console(*m_home, at({u"stop"_s, u"--app"_s, app, u"--all-running"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(console.shown().contains("[y/N]"), 20'000);
    QVERIFY(console.shown().contains("old"));
    QVERIFY(console.shown().contains("Stop 2 running tasks of application 1400000001?")
            || console.shown().contains("Stop 2 running task(s) of application 1400000001?"));
    QCOMPARE(m_simulator->deliveries(u"StopWhiteboardPush"_s).size(), 0);
    console.type(answer);
    QCOMPARE(console.exitCode(), exitCode);
    QCOMPARE(m_simulator->deliveries(u"StopWhiteboardPush"_s).size(), stops);
#else
    QSKIP("terminals are of Unix");
#endif
}

void TestRunning::watchTellsOfChanges_data()
{
    listsOnlyRunning_data();
}

void TestRunning::watchTellsOfChanges()
{
#ifdef Q_OS_UNIX
    QFETCH(const QString, edition);
    const QStringList place = at({u"--edition"_s, edition});
    const auto watch =
        m_home->start(QStringList{u"watch"_s, u"--app"_s, app, u"--interval"_s, u"1"_s} + place);
    TestSupport::ConsoleRun run;
    const auto lines = [&watch, &run] {
        run.out += watch->readAllStandardOutput();
        return run.out.endsWith('\n') || run.out.isEmpty() ? run.lines() : QList<QJsonObject>();
    };
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 2, 20'000);
    QCOMPARE(idsOf(run), (QStringList{u"old"_s, u"young"_s}));
    for (const QJsonObject &line : lines()) {
        QCOMPARE(line.value("sdkAppId"_L1), QJsonValue(1400000001));
        QCOMPARE(line.value("status"_L1).toString(), u"PUSHING"_s);
        QVERIFY(line.value("previousStatus"_L1).isNull());
        QVERIFY(line.contains("vanishedAt"_L1) && line.value("vanishedAt"_L1).isNull());
        QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s)
                    .match(line.value("time"_L1).toString())
                    .hasMatch());
    }
    QCOMPARE(m_home->run(QStringList{u"stop"_s, u"--app"_s, app, u"young"_s, u"--json"_s} + place).exitCode,
             0);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 3, 20'000);
    const QJsonObject ended = lines().constLast();
    QCOMPARE(ended.value("taskId"_L1).toString(), u"young"_s);
    QCOMPARE(ended.value("status"_L1).toString(), u"STOPPED"_s);
    QCOMPARE(ended.value("previousStatus"_L1).toString(), u"PUSHING"_s);
    ::kill(static_cast<pid_t>(watch->processId()), SIGINT);
    QVERIFY(watch->waitForFinished(10'000));
    QCOMPARE(watch->exitStatus(), QProcess::NormalExit);
    QCOMPARE(watch->exitCode(), 0);
#else
    QSKIP("signals are of Unix");
#endif
}

void TestRunning::watchIsRefused()
{
    m_home->setCredentials(m_simulator->secretId(), u"not-the-key"_s);
    const auto run = m_home->run(at({u"watch"_s, u"--app"_s, app}));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(m_simulator->journal().size(), 1);
}

void TestRunning::watchDrawsOnATerminal()
{
#ifdef Q_OS_UNIX
    OnTerminal console(*m_home, at({u"watch"_s, u"--app"_s, app, u"--interval"_s, u"1"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(console.shown().contains("young"), 20'000);
    QVERIFY(console.shown().contains("\x1b[?1049h"));
    QVERIFY(!console.shown().contains('{'));
    console.interrupt();
    QCOMPARE(console.exitCode(), 0);
    QVERIFY(console.shown().contains("\x1b[?1049l")); // the terminal is as it was
#else
    QSKIP("terminals are of Unix");
#endif
}

CONSOLE_TEST(TestRunning, QCoreApplication)
#include "tst_running.moc"
