// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

//! `start` of the built program against the built simulator: what it prints and exits with, that no secret is
//! left anywhere, and that a killed one is never sent again.
class TestHeadlessStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromATemplate();
    void endsAsItMust_data();
    void endsAsItMust();
    void refusals_data();
    void refusals();
    void killedOneIsNeverSentTwice_data();
    void killedOneIsNeverSentTwice();
    void killedOneHoldsTheNextBack_data();
    void killedOneHoldsTheNextBack();
};

namespace {

constexpr auto startAction = "StartWhiteboardPush"_L1;
const QByteArray marker = "marker-of-a-secret";
const QByteArray plainTemplate = R"({"RoomId":77001,"PushUserId":"tic_push_user"})";
const QByteArray withBackup = R"({"SdkAppId":1400000001,"RoomId":77001,"PushUserId":"tic_push_user",
    "VideoFPS":15,"Backup":{"PushUserId":"tic_push_backup"}})";

//! A home with credentials and the secrets of a start, and the simulator it reaches.
struct Place
{
    explicit Place(const QStringList &options = {})
    {
        QVERIFY2(simulator.start(options), qPrintable(simulator.errorOutput()));
        home.setCredentials(simulator.secretId(), simulator.secretKey());
        setSecret(u"PUSH_USER_SIG"_s, marker + "-push");
        setSecret(u"BACKUP_PUSH_USER_SIG"_s, marker + "-backup");
    }
    void setSecret(const QString &name, const QByteArray &value)
    {
        home.setVariable(name, QString::fromUtf8(value));
    }
    [[nodiscard]] QStringList command(const QStringList &more = {}) const
    {
        return QStringList{u"start"_s, u"--from"_s, u"-"_s, u"--json"_s} + more
            + TestSupport::reaching(simulator);
    }
    void findsNoSecret() const
    {
        QDirIterator each(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(marker), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    TestSupport::SimulatorProcess simulator;
    TestSupport::ConsoleHome home;
};

} // namespace

void TestHeadlessStart::startsFromATemplate()
{
    Place place;
    const TestSupport::ConsoleRun run = place.home.run(place.command(), withBackup);
    QVERIFY2(run.exitCode == 0, QByteArray(run.out + run.err).constData());
    QCOMPARE(run.lines().size(), 1);
    const QJsonObject line = run.lines().first();
    QCOMPARE(line.keys(),
             QStringList({u"action"_s, u"attempts"_s, u"backupTaskId"_s, u"elapsedMs"_s, u"errorCode"_s,
                          u"errorMessage"_s, u"outcome"_s, u"requestId"_s, u"roomId"_s, u"sdkAppId"_s,
                          u"taskId"_s}));
    QCOMPARE(line.value("action"_L1).toString(), u"start"_s);
    QCOMPARE(line.value("outcome"_L1).toString(), u"started"_s);
    QCOMPARE(line.value("roomId"_L1).toInteger(), 77001);
    QCOMPARE(line.value("sdkAppId"_L1).toInteger(), 1400000001);
    QVERIFY(line.value("errorCode"_L1).isNull());
    const QString taskId = line.value("taskId"_L1).toString();
    QVERIFY(!taskId.isEmpty() && !line.value("backupTaskId"_L1).toString().isEmpty());

    // It is tracked, and the history knows it by its task.
    const TestSupport::ConsoleRun tracked = place.home.run({u"list"_s, u"--tracked"_s, u"--json"_s});
    QCOMPARE(tracked.lines().size(), 1);
    QCOMPARE(tracked.lines().first().value("taskId"_L1).toString(), taskId);
    const TestSupport::ConsoleRun history = place.home.run({u"history"_s, u"--task"_s, taskId, u"--json"_s});
    QCOMPARE(history.lines().size(), 1);
    QCOMPARE(history.lines().first().value("outcome"_L1).toString(), u"started"_s);

    for (const QByteArray &said : {run.out, run.err, tracked.out, history.out}) {
        QVERIFY(!said.contains(marker));
    }
    place.findsNoSecret();
}

void TestHeadlessStart::endsAsItMust_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("refused") << u"code=LimitExceeded.TaskConcurrency"_s << u"failed"_s << 1;
    QTest::newRow("lost, but begun") << u"drop-after"_s << u"started"_s << 0;
    QTest::newRow("lost") << u"drop-before"_s << u"unknown"_s << 3;
}

void TestHeadlessStart::endsAsItMust()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, outcome);
    QFETCH(const int, exitCode);
    Place place({u"--fault"_s, QString(u"StartWhiteboardPush:*:"_s + fault)});
    const TestSupport::ConsoleRun run =
        place.home.run(place.command({u"--app"_s, u"1400000001"_s, u"--timeout"_s, u"1"_s}), plainTemplate);
    QCOMPARE(run.lines().size(), 1);
    QCOMPARE(run.lines().first().value("outcome"_L1).toString(), outcome);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(place.simulator.deliveries(startAction).size(), 1);
    // What is unknown is looked for again, and only looked for.
    const TestSupport::ConsoleRun recovered =
        place.home.run(QStringList{u"recover"_s, u"--json"_s, u"--timeout"_s, u"1"_s}
                       + TestSupport::reaching(place.simulator));
    QCOMPARE(recovered.lines().size(), outcome == "unknown"_L1 ? 1 : 0);
    QCOMPARE(recovered.exitCode, outcome == "unknown"_L1 ? 3 : 0);
    QCOMPARE(place.simulator.deliveries(startAction).size(), 1);
    place.findsNoSecret();
}

void TestHeadlessStart::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    const QStringList app{u"--app"_s, u"1400000001"_s};
    QTest::newRow("a secret in the template")
        << QByteArray(R"({"RoomId":1,"PushUserId":"u","PushUserSig":"marker-of-a-secret"})") << app
        << QByteArray("holds a secret in PushUserSig");
    QTest::newRow("no JSON") << QByteArray("RoomId=1") << app << QByteArray("not a JSON object");
    QTest::newRow("a slip") << QByteArray(R"({"RoomID":1})") << app << QByteArray("RoomID");
    QTest::newRow("out of range") << QByteArray(R"({"RoomId":1,"PushUserId":"u","VideoFPS":31})") << app
                                  << QByteArray("VideoFPS: ");
    QTest::newRow("no application") << plainTemplate << QStringList() << QByteArray("--app");
    QTest::newRow("secret not given")
        << QByteArray(R"({"RoomId":1,"PushUserId":"u","IMAuthParam":{"SdkAppId":1,"UserId":"i"}})") << app
        << QByteArray("IM_USER_SIG");
    QTest::newRow("a TaskId") << plainTemplate << (app + QStringList{u"abc"_s})
                              << QByteArray("no further arguments");
}

void TestHeadlessStart::refusals()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, said);
    Place place;
    const TestSupport::ConsoleRun run = place.home.run(place.command(options), json);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains(said), run.err.constData());
    QVERIFY(!run.err.contains(marker));
    QVERIFY(place.simulator.journal().isEmpty());
}

void TestHeadlessStart::killedOneIsNeverSentTwice_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isBegun");
    QTest::newRow("not processed yet") << u"delay-before=600"_s << true;
    QTest::newRow("processed, not answered") << u"delay-after=600"_s << true;
    QTest::newRow("never processed") << u"hang,no-effect"_s << false;
}

void TestHeadlessStart::killedOneIsNeverSentTwice()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isBegun);
    Place place({u"--fault"_s, QString(u"StartWhiteboardPush:*:"_s + fault)});
    const auto process = place.home.start(place.command({u"--app"_s, u"1400000001"_s}), plainTemplate);
    QTRY_VERIFY_WITH_TIMEOUT(!place.simulator.deliveries(startAction).isEmpty(), 30'000);
    process->kill();
    QVERIFY(process->waitForFinished(5000));

    QString outcome;
    for (int run = 0; run < 3; ++run) {
        const TestSupport::ConsoleRun recovered =
            place.home.run(QStringList{u"recover"_s, u"--json"_s, u"--timeout"_s, u"3"_s}
                           + TestSupport::reaching(place.simulator));
        if (!recovered.lines().isEmpty()) {
            outcome = recovered.lines().first().value("outcome"_L1).toString();
            QCOMPARE(recovered.lines().first().value("action"_L1).toString(), u"start"_s);
        }
    }
    QCOMPARE(outcome, isBegun ? u"started"_s : u"unknown"_s);
    QCOMPARE(place.simulator.deliveries(startAction).size(), 1);
    const auto tracked = place.home.run({u"list"_s, u"--tracked"_s, u"--json"_s}).lines();
    QCOMPARE(tracked.size(), isBegun ? 1 : 0);
    place.findsNoSecret();
}

void TestHeadlessStart::killedOneHoldsTheNextBack_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isBegun");
    QTest::newRow("begun") << u"delay-after=600"_s << true;
    QTest::newRow("stays unknown") << u"hang,no-effect"_s << false;
}

//! Who repeats a command that died must not pay for two tasks.
void TestHeadlessStart::killedOneHoldsTheNextBack()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isBegun);
    Place place({u"--fault"_s, QString(u"StartWhiteboardPush:1:"_s + fault)});
    const QStringList command = place.command({u"--app"_s, u"1400000001"_s, u"--timeout"_s, u"3"_s});
    const auto process = place.home.start(command, plainTemplate);
    QTRY_VERIFY_WITH_TIMEOUT(!place.simulator.deliveries(startAction).isEmpty(), 30'000);
    process->kill();
    QVERIFY(process->waitForFinished(5000));

    const TestSupport::ConsoleRun again = place.home.run(command, plainTemplate);
    QCOMPARE(again.exitCode, 3);
    QCOMPARE(again.lines().size(), 1);
    QCOMPARE(again.lines().first().value("outcome"_L1).toString(), u"notSent"_s);
    QCOMPARE(place.simulator.deliveries(startAction).size(), 1);
    QVERIFY2(again.err.contains("An earlier start: Room 77001"), again.err.constData());
    QCOMPARE(again.err.contains("TaskId"), isBegun);
    if (!isBegun) {
        const TestSupport::ConsoleRun wanted =
            place.home.run(command + QStringList{u"--yes"_s}, plainTemplate);
        QCOMPARE(wanted.lines().first().value("outcome"_L1).toString(), u"started"_s);
        QCOMPARE(place.simulator.deliveries(startAction).size(), 2);
    }
}

CONSOLE_TEST(TestHeadlessStart, QCoreApplication)
#include "tst_headlessstart.moc"
