// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/programs.h"
#include "support/rawserver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr auto firstApp = "1400000001"_L1;
constexpr auto runningTask = "07b4c70bpafm1b4majmb"_L1; // of the simulator's built-in scenario
constexpr auto endedTask = "g42lfmu5uc3lpoqrqvvb"_L1;

[[nodiscard]] QStringList sortedWords(const QString &words)
{
    QStringList list = words.split(u' ');
    list.sort();
    return list;
}

} // namespace

//! The built program against the built simulator, over a real socket, in a home of its own.
class TestHeadless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void stopIsConfirmed();
    void stopOfAnEndedTask();
    void stopWithoutWaiting();
    void stopOfAnUnknownTask();
    void stopsTakenFromStandardInput();
    void sayNothingBesideTheirResults();
    void tablesForPeople();
    void tablesInChinese();
    void jsonNeverChangesWithTheLanguage_data();
    void jsonNeverChangesWithTheLanguage();
    void refusals_data();
    void refusals();
    void showsATask();
    void listsBothEditions_data();
    void listsBothEditions();
    void historyNeedsNothing();
    void recoverWithNothingOpen();
    void recoverTellsOfTheClock();
    void interruptedStop();
    void terminalObeysNothing_data();
    void terminalObeysNothing();
    void leavesNoSecretAndNoOpenFile();
    void speaksOfItself();

private:
    [[nodiscard]] QStringList at(const QStringList &command) const
    {
        return command + TestSupport::reaching(*m_simulator);
    }
    [[nodiscard]] TestSupport::ConsoleRun stop(const QString &taskId, const QStringList &further = {}) const
    {
        return m_home->run(at({u"stop"_s, u"--app"_s, firstApp, taskId, u"--json"_s}) + further);
    }

    std::unique_ptr<TestSupport::SimulatorProcess> m_simulator;
    std::unique_ptr<TestSupport::ConsoleHome> m_home;
};

void TestHeadless::initTestCase()
{
    m_simulator = std::make_unique<TestSupport::SimulatorProcess>();
    QVERIFY2(m_simulator->start({u"--stop-delay"_s, u"300ms"_s}), qPrintable(m_simulator->errorOutput()));
}

void TestHeadless::init()
{
    m_home = std::make_unique<TestSupport::ConsoleHome>();
    m_home->setCredentials(m_simulator->secretId(), m_simulator->secretKey());
}

void TestHeadless::stopIsConfirmed()
{
    const auto run = stop(runningTask);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 1);
    const QJsonObject line = run.lines().constFirst();
    QCOMPARE(line.keys(),
             sortedWords(u"taskId sdkAppId outcome requestId errorCode errorMessage attempts elapsedMs"_s));
    QCOMPARE(line.value("taskId"_L1), QJsonValue(runningTask));
    QCOMPARE(line.value("sdkAppId"_L1), QJsonValue(1400000001));
    QCOMPARE(line.value("outcome"_L1), QJsonValue(u"stopped"_s));
    QVERIFY(!line.value("requestId"_L1).toString().isEmpty());
    QVERIFY(line.value("errorCode"_L1).isNull());
    QVERIFY(line.value("errorMessage"_L1).isNull());
    QCOMPARE(line.value("attempts"_L1), QJsonValue(1));
    QVERIFY(line.value("elapsedMs"_L1).toInteger() >= 300);
}

void TestHeadless::stopOfAnEndedTask()
{
    const auto run = stop(endedTask);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 1);
    QCOMPARE(run.lines().constFirst().value("outcome"_L1), QJsonValue(u"alreadyStopped"_s));
}

void TestHeadless::stopWithoutWaiting()
{
    const auto run = stop(u"3k9dq0vhx2rn5tcm7wyb"_s, {u"--no-wait"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 1);
    QCOMPARE(run.lines().constFirst().value("outcome"_L1), QJsonValue(u"accepted"_s));
}

void TestHeadless::stopOfAnUnknownTask()
{
    const auto run = stop(u"nosuchtask"_s);
    QCOMPARE(run.exitCode, 1);
    const QJsonObject line = run.lines().value(0);
    QCOMPARE(line.value("outcome"_L1), QJsonValue(u"failed"_s));
    QCOMPARE(line.value("errorCode"_L1), QJsonValue(u"InvalidParameter.TaskNotFound"_s));
    QVERIFY(line.value("errorMessage"_L1).isString());
    QVERIFY(line.value("requestId"_L1).isString());
}

void TestHeadless::stopsTakenFromStandardInput()
{
    const auto run = m_home->run(
        at({u"stop"_s, u"--app"_s, firstApp, u"nosuch1"_s, u"--from"_s, u"-"_s, u"--json"_s, u"--no-wait"_s}),
        "# today\r\nnosuch2\r\n\r\nnosuch1\nnosuch2\n");
    QCOMPARE(run.exitCode, 1);
    QStringList ids;
    for (const QJsonObject &line : run.lines()) {
        ids.append(line.value("taskId"_L1).toString());
    }
    ids.sort();
    QCOMPARE(ids, (QStringList{u"nosuch1"_s, u"nosuch2"_s}));
}

void TestHeadless::sayNothingBesideTheirResults()
{
    const auto run = stop(endedTask);
    QCOMPARE(run.err, QByteArray());
    const auto history = m_home->run({u"history"_s, u"--json"_s});
    QCOMPARE(history.err, QByteArray());
}

void TestHeadless::tablesForPeople()
{
    const auto run = m_home->run(at({u"stop"_s, u"--app"_s, firstApp, endedTask, u"nosuchtask"_s}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.out.contains("TaskId"));
    QVERIFY(run.out.contains(QByteArray(endedTask.data())));
    QVERIFY(run.out.contains("InvalidParameter.TaskNotFound"));
    QVERIFY(!run.err.isEmpty()); // the explanation
}

void TestHeadless::jsonNeverChangesWithTheLanguage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isAnswered");
    const QStringList app{u"--app"_s, firstApp, u"--json"_s};
    QTest::addRow("a refused Stop") << QStringList(QStringList{u"stop"_s, u"abc"_s} + app) << true;
    QTest::addRow("a task") << QStringList(QStringList{u"show"_s, u"abc"_s} + app) << true;
    QTest::addRow("a list") << QStringList(QStringList{u"list"_s} + app) << true;
    QTest::addRow("nobody answers") << QStringList(QStringList{u"show"_s, u"abc"_s} + app) << false;
}

//! Neither our words, nor Qt's, nor the service's, which words its messages in the language it is asked in.
void TestHeadless::jsonNeverChangesWithTheLanguage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isAnswered);
    TestSupport::RawServer server;
    server.answer = [](const TestSupport::WireRequest &request, QTcpSocket &socket) {
        const QByteArray task = R"("TaskId":"abc","SdkAppId":1400000001,"RoomId":7,"Status":"PUSHING")";
        const QHash<QByteArray, QByteArray> answers{
            {"DescribeWhiteboardPush", task},
            {"DescribeWhiteboardPushSearch", R"("TotalCount":1,"WhiteboardPushTaskSet":[{)" + task + "}]"},
            {"StopWhiteboardPush",
             R"("Error":{"Code":"FailedOperation","Message":"said in )" + request.header("X-TC-Language")
                 + "\"}"}};
        socket.write(TestSupport::RawServer::http(
            R"({"Response":{)" + answers.value(request.header("X-TC-Action")) + R"(,"RequestId":"1"}})"));
    };
    const QString url = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    if (!isAnswered) {
        server.close();
    }
    const auto saidIn = [&](const QString &locale) {
        m_home->setVariable(u"LC_ALL"_s, locale);
        const std::unique_ptr<QProcess> process = m_home->start(
            arguments + QStringList{u"--endpoint"_s, url, u"--region"_s, u"ap-singapore"_s}, {});
        QList<QJsonObject> lines;
        if (QTest::qWaitFor([&process] { return process->state() == QProcess::NotRunning; }, 60'000)) {
            lines =
                TestSupport::ConsoleRun{process->exitCode(), process->readAllStandardOutput(), {}}.lines();
        }
        for (QJsonObject &line : lines) {
            for (const QLatin1StringView measured : {"elapsedMs"_L1, "refreshedAt"_L1}) {
                line.remove(measured);
            }
        }
        return lines;
    };
    const QList<QJsonObject> inEnglish = saidIn(u"C.UTF-8"_s);
    QCOMPARE(inEnglish.size(), 1);
    QCOMPARE(saidIn(u"zh_CN.UTF-8"_s), inEnglish);
    if (arguments.constFirst() == "stop"_L1) {
        m_home->setVariable(u"LC_ALL"_s, u"C.UTF-8"_s);
        const QList<QJsonObject> history = m_home->run({u"history"_s, u"--json"_s}).lines();
        QVERIFY(!history.isEmpty());
        m_home->setVariable(u"LC_ALL"_s, u"zh_CN.UTF-8"_s);
        QCOMPARE(m_home->run({u"history"_s, u"--json"_s}).lines(), history);
    }
}

void TestHeadless::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("hasCredentials");
    QTest::addColumn<int>("exitCode");
    const QStringList stop{u"stop"_s, u"--app"_s, firstApp, u"x"_s};
    QTest::newRow("no credentials: stop") << stop << false << 4;
    QTest::newRow("no credentials: show")
        << QStringList{u"show"_s, u"--app"_s, firstApp, u"x"_s} << false << 4;
    QTest::newRow("no credentials: list") << QStringList{u"list"_s, u"--app"_s, firstApp} << false << 4;
    QTest::newRow("usage before credentials") << QStringList{u"stop"_s, u"x"_s} << false << 2;
    QTest::newRow("usage: unknown option") << QStringList(stop + QStringList{u"--now"_s}) << true << 2;
    QTest::newRow("usage: file that is not there")
        << QStringList(stop + QStringList{u"--from"_s, u"/nonexistent/ids"_s}) << true << 2;
    QTest::newRow("usage: nothing in the list")
        << QStringList{u"stop"_s, u"--app"_s, firstApp, u"--from"_s, u"-"_s} << true << 2;
    QTest::newRow("usage: CA file that is not there")
        << QStringList(stop + QStringList{u"--ca-file"_s, u"/nonexistent/ca.pem"_s}) << true << 2;
    QTest::newRow("usage: CA file without a certificate")
        << QStringList(stop + QStringList{u"--ca-file"_s, u"key.pem"_s}) << true << 2;
}

void TestHeadless::refusals()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, hasCredentials);
    QFETCH(const int, exitCode);
    if (!hasCredentials) {
        m_home->setCredentials({}, {});
    }
    QFile key(QDir(m_home->path()).filePath(u"key.pem"_s)); // where commands run
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2Vw\n-----END PUBLIC KEY-----\n");
    key.close();
    const auto before = m_simulator->journal().size();
    const auto run = m_home->run(at(arguments));
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(m_simulator->journal().size(), before);
}

void TestHeadless::showsATask()
{
    const QString task = u"b8m2z6jw4fs0ae1uq9kd"_s;
    const auto run = m_home->run(at({u"show"_s, u"--app"_s, firstApp, task, u"--json"_s}));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject line = run.lines().value(0);
    QCOMPARE(line.value("taskId"_L1).toString(), task);
    QCOMPARE(line.value("status"_L1).toString(), u"PUSHING"_s);
    QCOMPARE(line.value("roomId"_L1).toInteger(), 1205);
    QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s)
                .match(line.value("startTime"_L1).toString())
                .hasMatch());
    const auto unknown = m_home->run(at({u"show"_s, u"--app"_s, firstApp, u"nosuchtask"_s, u"--json"_s}));
    QCOMPARE(unknown.exitCode, 1);
    QCOMPARE(unknown.lines().value(0).value("errorCode"_L1).toString(), u"InvalidParameter.TaskNotFound"_s);
    const auto sheet = m_home->run(at({u"show"_s, u"--app"_s, firstApp, task}));
    QVERIFY(sheet.out.contains("1205"));
}

//! Words and formats, whether that locale is installed or not.
void TestHeadless::tablesInChinese()
{
    std::ignore = m_home->run(at({u"show"_s, u"--app"_s, firstApp, u"b8m2z6jw4fs0ae1uq9kd"_s}));
    const QString before = m_home->environment().value(u"LC_ALL"_s);
    m_home->setVariable(u"LC_ALL"_s, u"zh_CN.UTF-8"_s);
    const QString table = QString::fromUtf8(m_home->run({u"history"_s}).out);
    m_home->setVariable(u"LC_ALL"_s, before);
    const QRegularExpression answered(
        u"\\d{4}/\\d{1,2}/\\d{1,2} \\d\\d:\\d\\d:\\d\\d +env +DescribeWhiteboardPush +b8m2z6jw4fs0ae1uq9kd +已应答 "_s);
    QVERIFY2(answered.match(table).hasMatch(), qPrintable(table));
}

void TestHeadless::listsBothEditions_data()
{
    QTest::addColumn<QString>("edition");
    QTest::addColumn<QString>("action");
    QTest::newRow("intl") << u"intl"_s << u"DescribeWhiteboardPushSearch"_s;
    QTest::newRow("mainland") << u"mainland"_s << u"DescribeRunningTasks"_s;
}

void TestHeadless::listsBothEditions()
{
    QFETCH(const QString, edition);
    QFETCH(const QString, action);
    const auto before = m_simulator->deliveries(action).size();
    const auto run = m_home->run(at({u"list"_s, u"--app"_s, firstApp, u"--json"_s, u"--edition"_s, edition}));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(m_simulator->deliveries(action).size() > before);
    QVERIFY(!run.lines().isEmpty());
    QStringList ids;
    for (const QJsonObject &line : run.lines()) {
        QCOMPARE(line.value("sdkAppId"_L1), QJsonValue(1400000001));
        ids.append(line.value("taskId"_L1).toString());
    }
    QVERIFY(ids.contains(u"b8m2z6jw4fs0ae1uq9kd"_s));
}

void TestHeadless::historyNeedsNothing()
{
    QCOMPARE(m_home->run({u"history"_s, u"--json"_s}).lines().size(), 0);
    QCOMPARE(stop(endedTask).exitCode, 0);
    m_home->setCredentials({}, {});
    const auto run = m_home->run({u"history"_s, u"--json"_s, u"--task"_s, endedTask});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines().size(), 1);
    const QJsonObject line = run.lines().constFirst();
    QCOMPARE(
        line.keys(),
        sortedWords(u"time profile action taskId sdkAppId outcome requestId errorCode attempt latencyMs"_s));
    QCOMPARE(line.value("profile"_L1), QJsonValue(u"env"_s));
    QCOMPARE(line.value("action"_L1), QJsonValue(u"StopWhiteboardPush"_s));
    QCOMPARE(line.value("outcome"_L1), QJsonValue(u"alreadyStopped"_s));
    QCOMPARE(line.value("attempt"_L1), QJsonValue(1));
    QVERIFY(line.value("latencyMs"_L1).isDouble());
    QCOMPARE(m_home->run({u"history"_s, u"--json"_s, u"--task"_s, u"other"_s}).lines().size(), 0);
    QCOMPARE(m_home->run({u"history"_s, u"--json"_s, u"--profile"_s, u"other"_s}).lines().size(), 0);
}

void TestHeadless::recoverWithNothingOpen()
{
    m_home->setCredentials({}, {});
    const auto run = m_home->run({u"recover"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
}

void TestHeadless::recoverTellsOfTheClock()
{
    TestSupport::SimulatorProcess slow;
    QVERIFY(slow.start({u"--stop-delay"_s, u"60s"_s, u"--clock-skew"_s, u"420"_s}));
    m_home->setCredentials(slow.secretId(), slow.secretKey());
    const auto process = m_home->start(QStringList{u"stop"_s, u"--app"_s, firstApp, u"b8m2z6jw4fs0ae1uq9kd"_s}
                                       + TestSupport::reaching(slow));
    QTRY_VERIFY_WITH_TIMEOUT(!slow.deliveries(u"DescribeWhiteboardPush"_s).isEmpty(), 20'000);
    process->kill();
    QVERIFY(process->waitForFinished(10'000));
    const auto run =
        m_home->run(QStringList{u"recover"_s, u"--timeout"_s, u"1"_s} + TestSupport::reaching(slow));
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("this computer's clock is ") && run.err.contains(" behind"),
             run.err.constData());
}

void TestHeadless::interruptedStop()
{
#ifdef Q_OS_UNIX
    TestSupport::SimulatorProcess slow;
    QVERIFY(slow.start({u"--stop-delay"_s, u"60s"_s}));
    m_home->setCredentials(slow.secretId(), slow.secretKey());
    QByteArray ids;
    constexpr int taskCount = 60; // at 51 ms apart the last ones have not left yet when the signal comes
    for (int i = 0; i < taskCount; ++i) {
        ids += "e2w6d9kb0mz4sj8ft7xa" + QByteArray::number(i) + '\n';
    }
    const auto process = m_home->start(QStringList{u"stop"_s, u"--app"_s, firstApp, u"--json"_s, u"--from"_s,
                                                   u"-"_s, u"b8m2z6jw4fs0ae1uq9kd"_s}
                                           + TestSupport::reaching(slow),
                                       ids);
    QTRY_VERIFY_WITH_TIMEOUT(slow.deliveries(u"StopWhiteboardPush"_s).size() >= 3, 20'000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QElapsedTimer timer;
    timer.start();
    TestSupport::ConsoleRun run;
    qint64 lastLineAt = 0;
    while (process->waitForReadyRead(10'000)) {
        run.out += process->readAllStandardOutput();
        lastLineAt = timer.elapsed();
    }
    QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished(10'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 3);
    // Within 2 s; the rest is for a machine that has other things to do.
    QVERIFY2(lastLineAt < 2500, qPrintable(QString::number(lastLineAt)));
    run.out += process->readAllStandardOutput();
    QCOMPARE(run.lines().size(), taskCount + 1);
    QMap<QString, int> outcomes;
    for (const QJsonObject &line : run.lines()) {
        ++outcomes[line.value("outcome"_L1).toString()];
    }
    QVERIFY(outcomes.value(u"notSent"_s) > 0);
    QCOMPARE(outcomes.value(u"unknown"_s), 1); // accepted, and not ended within the grace
    const auto sent = slow.deliveries(u"StopWhiteboardPush"_s).size();
    QCOMPARE(outcomes.value(u"notSent"_s), taskCount + 1 - sent);
    // What did not leave is over for the journal, and named all the same.
    const auto recovered = m_home->run(QStringList{u"recover"_s, u"--json"_s, u"--timeout"_s, u"1"_s}
                                       + TestSupport::reaching(slow));
    QCOMPARE(recovered.exitCode, 3);
    const QStringList named = QString::fromUtf8(recovered.err).simplified().split(u' ');
    for (const QJsonObject &line : run.lines()) {
        const bool isUnsent = line.value("outcome"_L1) == "notSent"_L1;
        QVERIFY2(named.contains(line.value("taskId"_L1).toString()) == isUnsent, recovered.err.constData());
    }
#else
    QSKIP("signals are of Unix");
#endif
}

void TestHeadless::terminalObeysNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList app{u"--app"_s, firstApp};
    const QStringList json{u"--json"_s};
    const QString hostile = u"\x1b[31m\u202e\u009b2J"_s;
    for (const auto &[name, command] :
         {std::pair("show", QStringList{u"show"_s, u"abc"_s}),
          std::pair("stop", QStringList{u"stop"_s, u"abc"_s, u"--no-wait"_s}),
          std::pair("list", QStringList{u"list"_s}), std::pair("no TaskId", QStringList{u"show"_s, hostile}),
          std::pair("no file", QStringList{u"stop"_s, u"--from"_s, hostile})}) {
        QTest::addRow("%s", name) << QStringList(command + app);
        QTest::addRow("%s, JSON", name) << QStringList(command + app + json);
    }
    QTest::addRow("no option") << QStringList{u"stop"_s, QString(u"--"_s + hostile)};
}

//! Neither what a service answers nor what stood on the command line moves the cursor of who reads it.
void TestHeadless::terminalObeysNothing()
{
    QFETCH(const QStringList, arguments);
    TestSupport::RawServer server;
    int answered = 0;
    server.answer = [&answered](const TestSupport::WireRequest &, QTcpSocket &socket) {
        constexpr auto hostile = R"(\u001b[31m\u001b]0;x\u0007\r\b\u009b2J\u202e\u2066\u200b\ufeff)";
        const QByteArray refusal =
            QByteArray(R"({"Response":{"Error":{"Code":"Failed%","Message":"%"},"RequestId":"%"}})")
                .replace('%', hostile);
        const QByteArray task =
            QByteArray(
                R"({"Response":{"TaskId":"abc","SdkAppId":1400000001,"RoomId":7,"Status":"PUSHING","GroupId":"%",)"
                R"("PushUserId":"%","Backup":"%","FinishReason":"%","RequestId":"%","%":"%"}})")
                .replace('%', hostile);
        socket.write(TestSupport::RawServer::http(answered++ % 2 == 0 ? task : refusal));
    };
    const QString url = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    qsizetype saidAtAll = 0;
    for (int run = 0; run < 2; ++run) { // one meets the task, the other the refusal
        const std::unique_ptr<QProcess> process = m_home->start(
            arguments + QStringList{u"--endpoint"_s, url, u"--region"_s, u"ap-singapore"_s}, {});
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        const QString said =
            QString::fromUtf8(process->readAllStandardOutput() + process->readAllStandardError());
        saidAtAll += said.size();
        const QRegularExpression obeyed(
            u"[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\x{200b}-\\x{200f}\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{feff}]"_s);
        const QRegularExpressionMatch match = obeyed.match(said);
        QVERIFY2(!match.hasMatch(), qPrintable(QString::fromLatin1(match.captured().toUtf8().toHex())));
    }
    QVERIFY(saidAtAll > 0);
}

void TestHeadless::leavesNoSecretAndNoOpenFile()
{
    QCOMPARE(stop(endedTask).exitCode, 0);
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool hasDatabase = false;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(m_simulator->secretKey().toUtf8()), qPrintable(file.fileName()));
        hasDatabase = hasDatabase || file.fileName().endsWith("console.sqlite"_L1);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }
    QVERIFY(hasDatabase);
}

void TestHeadless::speaksOfItself()
{
    const auto version = m_home->run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith("whiteboard-push-console "));
    for (const QStringList &help : {QStringList{u"--help"_s}, QStringList{u"stop"_s, u"--help"_s}}) {
        const auto run = m_home->run(help);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("stop"));
        QCOMPARE(run.err, QByteArray());
    }
}

CONSOLE_TEST(TestHeadless, QCoreApplication)
#include "tst_headless.moc"
