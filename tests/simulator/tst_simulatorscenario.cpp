// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/options.h"
#include "simulator/scenario.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Simulator;

class TestSimulatorScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtIn();
    void readsAll();
    void refuses_data();
    void refuses();
    void options();
    void optionsRefused_data();
    void optionsRefused();
    void optionsOnScenario();
    void helpNamesEverything();
};

void TestSimulatorScenario::builtIn()
{
    const Settings settings = Settings::builtIn();
    QCOMPARE(settings.applications.size(), 2);
    QCOMPARE(settings.tasks.size(), 12);
    const auto has = [&settings](auto is) {
        return std::any_of(settings.tasks.begin(), settings.tasks.end(), is);
    };
    for (const SeedState state :
         {SeedState::Prepared, SeedState::Pushing, SeedState::Stopped, SeedState::Failed}) {
        QVERIFY(has([state](const TaskSeed &seed) { return seed.state == state; }));
    }
    QVERIFY(has([](const TaskSeed &seed) { return !seed.backupTaskId.isEmpty(); }));
    QCOMPARE(settings.requestsPerSecond, 20);
    QVERIFY(Settings::withoutTasks().tasks.isEmpty());
}

void TestSimulatorScenario::readsAll()
{
    const Core::Result<Settings> settings = readScenario(R"({
        "applications": [{"sdkAppId": 5, "name": "five"}, {"sdkAppId": 6, "condition": "ResourceUnavailable.NotRegistered"}],
        "accounts": [{"secretId": "AKIDone", "secretKey": "k", "token": "t", "sdkAppIds": [5], "deniedActions": ["StartWhiteboardPush"]}],
        "tasks": [{"sdkAppId": 5, "taskId": "x", "roomId": 9, "groupId": "g", "pushUserId": "u", "state": "STOPPED",
                   "finishReason": "AUTO", "ageS": 60, "autoStopTimeoutS": 0, "failsWhenStopped": false,
                   "backup": {"taskId": "y", "pushUserId": "v", "managed": true}}],
        "faults": ["*:1:hang", {"action": "StopWhiteboardPush", "when": "2..3", "fault": "drip=5"}],
        "startDelayMs": 1, "stopDelayMs": 2, "latencyMs": 3, "requestsPerSecond": 4, "clockSkewS": -5,
        "runningTasksPerApplication": 6, "window": "fixed", "edition": "mainland", "regions": ["ap-x"],
        "searchFilters": true, "longestSearch": 7, "applicationIdAsText": true})");
    QVERIFY2(settings, qUtf8Printable(settings ? QString() : settings.error().detail));
    QCOMPARE(settings->applications.at(1).condition, u"ResourceUnavailable.NotRegistered"_s);
    QCOMPARE(settings->accounts.size(), 1);
    QCOMPARE(settings->accounts.first().token, QByteArray("t"));
    QCOMPARE(settings->accounts.first().deniedActions, QStringList{u"StartWhiteboardPush"_s});
    const TaskSeed task = settings->tasks.first();
    QCOMPARE(task.state, SeedState::Stopped);
    QCOMPARE(task.finishReason, SimulatedFinish::Auto);
    QCOMPARE(task.backupTaskId, u"y"_s);
    QVERIFY(task.isBackupManaged);
    QCOMPARE(settings->faults.at(1).toString(), u"StopWhiteboardPush:2..3:drip=5"_s);
    QCOMPARE(settings->startDelayMs, 1);
    QCOMPARE(settings->clockSkewS, -5);
    QCOMPARE(settings->window, RateWindowKind::Fixed);
    QCOMPARE(settings->edition, Edition::Mainland);
    QCOMPARE(settings->regions, QStringList{u"ap-x"_s});
    QCOMPARE(settings->longestSearch, 7);
    QVERIFY(settings->hasSearchFilters && settings->isApplicationIdText);
}

void TestSimulatorScenario::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("names");
    QTest::newRow("not JSON") << QByteArray("{") << u"scenario"_s;
    QTest::newRow("array") << QByteArray("[]") << u"scenario"_s;
    QTest::newRow("unknown field") << QByteArray(R"({"latency": 3})") << u"latency"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"latencyMs": "3"})") << u"latencyMs"_s;
    QTest::newRow("out of range") << QByteArray(R"({"latencyMs": -1})") << u"latencyMs"_s;
    QTest::newRow("unknown word") << QByteArray(R"({"window": "rolling"})") << u"rolling"_s;
    QTest::newRow("task without application")
        << QByteArray(R"({"tasks": [{"taskId": "x"}]})") << u"tasks[0]"_s;
    QTest::newRow("unknown field of a task")
        << QByteArray(R"({"tasks": [{"sdkAppId": 1400000001, "room": 3}]})") << u"room"_s;
    QTest::newRow("backup without id")
        << QByteArray(R"({"tasks": [{"sdkAppId": 1400000001, "backup": {}}]})") << u"taskId"_s;
    QTest::newRow("account without key")
        << QByteArray(R"({"accounts": [{"secretId": "x"}]})") << u"secretKey"_s;
    QTest::newRow("bad fault") << QByteArray(R"({"faults": ["*:1:nonsense"]})") << u"nonsense"_s;
    QTest::newRow("task of no application")
        << QByteArray(R"({"tasks": [{"sdkAppId": 5, "taskId": "x"}]})") << u"5"_s;
    QTest::newRow("no account") << QByteArray(R"({"accounts": []})") << u"account"_s;
}

void TestSimulatorScenario::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, names);
    const Core::Result<Settings> settings = readScenario(json);
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, Core::ErrorKind::InvalidInput);
    QVERIFY2(settings.error().detail.contains(names), qUtf8Printable(settings.error().detail));
}

void TestSimulatorScenario::options()
{
    const Core::Result<Options> read = parseOptions({u"tiw-simulator"_s,
                                                     u"--port"_s,
                                                     u"8081"_s,
                                                     u"--start-delay"_s,
                                                     u"1s"_s,
                                                     u"--stop-delay"_s,
                                                     u"250ms"_s,
                                                     u"--latency"_s,
                                                     u"50"_s,
                                                     u"--limit"_s,
                                                     u"7"_s,
                                                     u"--window"_s,
                                                     u"fixed"_s,
                                                     u"--clock-skew"_s,
                                                     u"-60"_s,
                                                     u"--fault"_s,
                                                     u"*:1:hang"_s,
                                                     u"--fault"_s,
                                                     u"*:2:nulls"_s,
                                                     u"--tls"_s,
                                                     u"--ca-out"_s,
                                                     u"ca.pem"_s,
                                                     u"--apps"_s,
                                                     u"5,6"_s,
                                                     u"--tasks"_s,
                                                     u"3"_s,
                                                     u"--host"_s,
                                                     u"localhost"_s,
                                                     u"--edition"_s,
                                                     u"intl"_s});
    QVERIFY2(read, qUtf8Printable(read ? QString() : read.error().detail));
    const Settings &settings = read->settings;
    QCOMPARE(settings.port, 8081);
    QCOMPARE(settings.startDelayMs, 1000);
    QCOMPARE(settings.stopDelayMs, 250);
    QCOMPARE(settings.latencyMs, 50);
    QCOMPARE(settings.requestsPerSecond, 7);
    QCOMPARE(settings.window, RateWindowKind::Fixed);
    QCOMPARE(settings.clockSkewS, -60);
    QCOMPARE(settings.faults.size(), 2);
    QVERIFY(settings.isTls);
    QCOMPARE(read->caOut, u"ca.pem"_s);
    QCOMPARE(settings.accounts.first().sdkAppIds, (QList<qint64>{5, 6}));
    QCOMPARE(settings.tasks.size(), 6);
    QCOMPARE(settings.tasks.first().taskId, seededTaskId(5, 1));
    QCOMPARE(seededTaskId(1400000001, 12), u"1400000001t000000012"_s);
    QCOMPARE(settings.host, u"localhost"_s);
    QCOMPARE(settings.edition, Edition::International);
    QCOMPARE(parseOptions({u"x"_s})->settings.tasks.size(), 12);
    QCOMPARE(parseOptions({u"x"_s, u"--tasks"_s, u"2"_s})->settings.tasks.size(), 4);
}

void TestSimulatorScenario::optionsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QStringList &arguments) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments;
    };
    row({u"--nonsense"_s});
    row({u"extra"_s});
    row({u"--port"_s, u"70000"_s});
    row({u"--port"_s, u"x"_s});
    row({u"--latency"_s, u"soon"_s});
    row({u"--latency"_s, u"-1"_s});
    row({u"--stop-delay"_s, u"2h"_s});
    row({u"--window"_s, u"round"_s});
    row({u"--fault"_s, u"hang"_s});
    row({u"--apps"_s, u"1,x"_s});
    row({u"--ca-out"_s, u"f"_s});
    row({u"--scenario"_s, u"/nowhere.json"_s});
}

void TestSimulatorScenario::optionsRefused()
{
    QFETCH(const QStringList, arguments);
    const Core::Result<Options> read = parseOptions(QStringList{u"tiw-simulator"_s} + arguments);
    QVERIFY(!read);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestSimulatorScenario::optionsOnScenario()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"s.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"latencyMs": 9, "stopDelayMs": 8, "tasks": [{"sdkAppId": 1400000001, "taskId": "x"}]})");
    file.close();
    const Core::Result<Options> read = parseOptions(
        {u"x"_s, u"--scenario"_s, file.fileName(), u"--latency"_s, u"1"_s, u"--tasks"_s, u"1"_s});
    QVERIFY(read);
    QCOMPARE(read->settings.latencyMs, 1); // the command line wins
    QCOMPARE(read->settings.stopDelayMs, 8);
    QCOMPARE(read->settings.tasks.size(), 3);
}

void TestSimulatorScenario::helpNamesEverything()
{
    const QString help = helpText();
    for (const char *word : {"--port", "--scenario", "--fault", "--tls", "drop-before", "half-header",
                             "failsWhenStopped", "/_simulator/journal"}) {
        QVERIFY2(help.contains(QLatin1StringView(word)), word);
    }
}

CONSOLE_TEST(TestSimulatorScenario, QCoreApplication)
#include "tst_simulatorscenario.moc"
