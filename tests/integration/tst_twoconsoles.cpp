// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

//! Several runs of the built program on one profile at once: commands beside commands and beside the window,
//! one of them killed. What each says, what the journal says and what the simulator did are one story.
class TestTwoConsoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bothStopTheSameTasks();
    void oneIsKilled();
    void aCommandBesideTheWindow();
    void noStartIsRepeated();

private:
    static constexpr int taskCount = 15;

    [[nodiscard]] QStringList stopAll() const
    {
        QStringList arguments{u"stop"_s, u"--app"_s, u"1400000001"_s, u"--json"_s};
        arguments += TestSupport::reaching(*m_simulator);
        for (int i = 1; i <= taskCount; ++i) {
            arguments.append(QString(u"1400000001t%1"_s).arg(i, 9, 10, QLatin1Char('0')));
        }
        return arguments;
    }
    //! Kills it after a while, if it has not ended by then.
    [[nodiscard]] static bool isGoneAfter(QProcess &process, int milliseconds)
    {
        if (process.waitForFinished(milliseconds)) {
            return true;
        }
        process.kill();
        return process.waitForFinished(5000);
    }
    //! By task: how often its Stop had an effect.
    [[nodiscard]] QHash<QString, int> effects() const
    {
        QHash<QString, int> found;
        const QList<QJsonObject> deliveries = m_simulator->deliveries(u"StopWhiteboardPush"_s);
        for (const QJsonObject &delivery : deliveries) {
            if (delivery.value("executed"_L1).toBool()) {
                ++found[delivery.value("taskId"_L1).toString()];
            }
        }
        return found;
    }
    //! Whole, nothing open, and for each intent at most one last word.
    void verifyJournal(int fewestIntents, int mostIntents) const;

    std::unique_ptr<TestSupport::SimulatorProcess> m_simulator;
    std::unique_ptr<TestSupport::ConsoleHome> m_home;
};

void TestTwoConsoles::init()
{
    m_simulator = std::make_unique<TestSupport::SimulatorProcess>();
    QVERIFY(m_simulator->start({u"--tasks"_s, QString::number(taskCount), u"--stop-delay"_s, u"300"_s,
                                u"--start-delay"_s, u"50"_s}));
    m_home = std::make_unique<TestSupport::ConsoleHome>();
    m_home->setCredentials(m_simulator->secretId(), m_simulator->secretKey());
    m_home->setPlatform(u"offscreen"_s);
}

void TestTwoConsoles::verifyJournal(int fewestIntents, int mostIntents) const
{
    const auto connection =
        Storage::Connection::open(m_home->path() + u"/data/whiteboard-push-console/console.sqlite"_s);
    QVERIFY(connection);
    const auto number = [&connection](const QString &query) {
        return (*connection)->value(query).value_or(QVariant(-1)).toInt();
    };
    QCOMPARE((*connection)->value(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
    const int intents = number(u"SELECT count(*) FROM intent WHERE action = 'StopWhiteboardPush'"_s);
    QVERIFY2(intents >= fewestIntents && intents <= mostIntents, qPrintable(QString::number(intents)));
    QCOMPARE(number(u"SELECT count(*) FROM open_intent"_s), 0);
    QCOMPARE(
        number(u"SELECT count(*) FROM (SELECT intent_id FROM event WHERE kind = 4 AND outcome <> 'unknown' "
               "GROUP BY intent_id HAVING count(DISTINCT outcome) > 1)"_s),
        0);
    // Nothing left before it was journaled: the first event of each intent is the wish, the next the
    // departure.
    QCOMPARE(
        number(u"SELECT count(*) FROM event a WHERE a.kind = 2 AND NOT EXISTS (SELECT 1 FROM event s WHERE "
               "s.intent_id = a.intent_id AND s.kind = 1 AND s.attempt = a.attempt AND s.id < a.id) AND "
               "a.action = 'StopWhiteboardPush'"_s),
        0);
}

void TestTwoConsoles::bothStopTheSameTasks()
{
    const std::array both{m_home->start(stopAll()), m_home->start(stopAll())};
    QHash<QString, QStringList> told;
    for (const auto &process : both) {
        QVERIFY(process->waitForFinished(60'000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        TestSupport::ConsoleRun run;
        run.out = process->readAllStandardOutput();
        QCOMPARE(run.lines().size(), taskCount);
        for (const QJsonObject &line : run.lines()) {
            told[line.value("taskId"_L1).toString()].append(line.value("outcome"_L1).toString());
        }
    }
    QCOMPARE(told.size(), taskCount);
    for (auto task = told.cbegin(); task != told.cend(); ++task) {
        QCOMPARE(task->size(), 2);
        // One at least ended it; the other one too, or found it ended.
        QVERIFY2(task->contains(u"stopped"_s), qPrintable(task.key() + task->join(u' ')));
        for (const QString &outcome : *task) {
            QVERIFY2(outcome == "stopped"_L1 || outcome == "alreadyStopped"_L1, qPrintable(outcome));
        }
    }
    QCOMPARE(effects().size(), taskCount);
    verifyJournal(2 * taskCount, 2 * taskCount);
}

void TestTwoConsoles::oneIsKilled()
{
    bool isGiven = false;
    const uint given = qEnvironmentVariable("WPC_KILL_SEED").toUInt(&isGiven);
    const uint seed = isGiven ? given : QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 2; ++round) {
        init();
        const auto dies = m_home->start(stopAll());
        const auto lives = m_home->start(stopAll());
        QTRY_VERIFY_WITH_TIMEOUT(!m_simulator->deliveries(u"StopWhiteboardPush"_s).isEmpty(), 20'000);
        QVERIFY(isGoneAfter(*dies, random.bounded(1200)));
        QVERIFY(lives->waitForFinished(60'000));
        QVERIFY2(lives->exitCode() == 0, lives->readAllStandardError().constData());
        TestSupport::ConsoleRun run;
        run.out = lives->readAllStandardOutput();
        QCOMPARE(run.lines().size(), taskCount);
        const auto before = m_simulator->deliveries(u"StopWhiteboardPush"_s).size();
        const auto recovered =
            m_home->run(QStringList{u"recover"_s, u"--json"_s} + TestSupport::reaching(*m_simulator));
        QCOMPARE(m_simulator->deliveries(u"StopWhiteboardPush"_s).size(), before); // it only reads
        for (const QJsonObject &line : recovered.lines()) {
            const QString outcome = line.value("outcome"_L1).toString();
            QVERIFY2(outcome == "stopped"_L1 || outcome == "alreadyStopped"_L1 || outcome == "notSent"_L1,
                     qPrintable(outcome));
        }
        QCOMPARE(effects().size(), taskCount);
        // The one that was killed may not have come to journal all of its own.
        verifyJournal(taskCount, 2 * taskCount);
    }
}

void TestTwoConsoles::aCommandBesideTheWindow()
{
    const auto window = m_home->start({});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_home->path() + u"/data/whiteboard-push-console/window.socket"_s),
                             20'000);
    for (int i = 0; i < 2; ++i) {
        const auto run = m_home->run(stopAll());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.lines().size(), taskCount);
    }
    QCOMPARE(window->state(), QProcess::Running);
    window->terminate();
    QVERIFY(window->waitForFinished(20'000));
    QCOMPARE(window->exitStatus(), QProcess::NormalExit);
    QCOMPARE(window->exitCode(), 0);
    QCOMPARE(effects().size(), taskCount);
    verifyJournal(2 * taskCount, 2 * taskCount);
}

//! A Start is killed at some moment while another console works; whoever looks into it afterwards, and
//! however often, only reads.
void TestTwoConsoles::noStartIsRepeated()
{
    const QByteArray start = R"({"SdkAppId":1400000001,"RoomId":%ROOM%,"PushUserId":"starter_%ROOM%"})";
    m_home->setVariable(u"PUSH_USER_SIG"_s, u"made-up"_s);
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray room = QByteArray::number(7000 + round);
        const auto other = m_home->start(stopAll());
        const auto dies = m_home->start(QStringList{u"start"_s, u"--from"_s, u"-"_s, u"--json"_s}
                                            + TestSupport::reaching(*m_simulator),
                                        QByteArray(start).replace("%ROOM%", room));
        const bool isLast = round == rounds - 1; // which may live, so that there is a Start at all
        QVERIFY(isGoneAfter(*dies, isLast ? 60'000 : 150 + 150 * round));
        const auto recover = QStringList{u"recover"_s, u"--json"_s} + TestSupport::reaching(*m_simulator);
        const std::array both{m_home->start(recover), m_home->start(recover)};
        for (const auto &process : both) {
            QVERIFY(process->waitForFinished(60'000));
        }
        QVERIFY(other->waitForFinished(60'000));
        const QList<QJsonObject> starts = m_simulator->deliveries(u"StartWhiteboardPush"_s);
        QVERIFY2(starts.size() <= round + 1, room.constData());
        if (isLast) {
            QVERIFY2(dies->exitCode() == 0, dies->readAllStandardOutput().constData());
            QVERIFY(!starts.isEmpty());
        }
    }
}

CONSOLE_TEST(TestTwoConsoles, QCoreApplication)
#include "tst_twoconsoles.moc"
