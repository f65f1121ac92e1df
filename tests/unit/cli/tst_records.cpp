// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/records.h"
#include "cli/stopreport.h"
#include "cli/table.h"
#include "cli/taskidlist.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] Core::TaskKey key(const QString &id)
{
    return {u"env"_s, Core::SdkAppId{1400000001}, Core::TaskId::parse(id).value()};
}

[[nodiscard]] Service::StopResult result(Core::StopOutcome outcome)
{
    Service::StopResult stop;
    stop.task = key(u"t\"1"_s);
    stop.outcome = outcome;
    stop.attempts = 2;
    stop.elapsedMs = 2345;
    return stop;
}

[[nodiscard]] Core::Error notFound()
{
    Core::Error error;
    error.kind = Core::ErrorKind::Api;
    error.apiCode = u"InvalidParameter.TaskNotFound"_s;
    error.apiMessage = u"no such\ntask"_s;
    error.requestId = u"r-1"_s;
    return error;
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopHasExactlyItsFields();
    void startHasTheFieldsOfAStop();
    void failedStopNamesCodeAndMessage();
    void historyHasExactlyItsFields();
    void absentHistoryValuesAreNull();
    void unknownTaskHasTheFieldsOfAKnownOne();
    void taskTellsItsBackup();
    void exitCode_data();
    void exitCode();
    void taskIdList_data();
    void taskIdList();
    void taskIdListRefuses_data();
    void taskIdListRefuses();
    void taskIdFilesAreJoined();
    void tableIsAligned();
    void progressIsForTerminalsOnly();
    void reportFlushesEachResult();
    void reportForPeopleExplains();
    void reportTellsTheLastStatus();
};

void TestRecords::stopHasExactlyItsFields()
{
    Service::StopResult stop = result(Core::StopOutcome::AlreadyStopped);
    stop.requestId = u"r-1"_s;
    QCOMPARE(Cli::stopRecord(stop).toUtf8(),
             R"({"taskId":"t\"1","sdkAppId":1400000001,"outcome":"alreadyStopped","requestId":"r-1",)"
             R"("errorCode":null,"errorMessage":null,"attempts":2,"elapsedMs":2345})");
}

//! So that what "recover" prints can be read without knowing which of both it is.
void TestRecords::startHasTheFieldsOfAStop()
{
    Service::StartResult start;
    start.task = key(u"t1"_s);
    start.roomId = 7;
    start.outcome = Core::StartOutcome::Started;
    const QJsonObject object = QJsonDocument::fromJson(Cli::startRecord(start).toUtf8()).object();
    const QJsonObject stop =
        QJsonDocument::fromJson(Cli::stopRecord(result(Core::StopOutcome::Stopped)).toUtf8()).object();
    const QStringList fields = stop.keys();
    for (const QString &field : fields) {
        QVERIFY2(object.contains(field), qPrintable(field));
    }
    QCOMPARE(object.value("attempts"_L1), QJsonValue(1));
    start.outcome = Core::StartOutcome::NotSent;
    QCOMPARE(QJsonDocument::fromJson(Cli::startRecord(start).toUtf8()).object().value("attempts"_L1),
             QJsonValue(0));
}

void TestRecords::failedStopNamesCodeAndMessage()
{
    Service::StopResult stop = result(Core::StopOutcome::Failed);
    stop.error = notFound();
    const QJsonObject object = QJsonDocument::fromJson(Cli::stopRecord(stop).toUtf8()).object();
    QCOMPARE(object.value("errorCode"_L1), QJsonValue(u"InvalidParameter.TaskNotFound"_s));
    QVERIFY(object.value("errorMessage"_L1).toString().startsWith("no such"_L1));
    QVERIFY(!object.value("errorMessage"_L1).toString().contains(u'\n'));
    QVERIFY(object.value("requestId"_L1).isNull());
}

void TestRecords::historyHasExactlyItsFields()
{
    Core::HistoryEntry entry;
    entry.intentId = 7;
    entry.time = QDateTime(QDate(2026, 11, 23), QTime(8, 5, 9, 7), Qt::OffsetFromUTC, 8 * 3600);
    entry.profile = u"env"_s;
    entry.action = u"StopWhiteboardPush"_s;
    entry.sdkAppId = Core::SdkAppId{9007199254740992};
    entry.taskId = u"t1"_s;
    entry.outcome = u"stopped"_s;
    entry.requestId = u"r"_s;
    entry.attempt = 1;
    entry.latencyMs = 53;
    entry.errorMessage = u"not among the fields"_s;
    QCOMPARE(
        Cli::historyRecord(entry).toUtf8(),
        R"({"time":"2026-11-23T00:05:09.007Z","profile":"env","action":"StopWhiteboardPush","taskId":"t1",)"
        R"("sdkAppId":9007199254740992,"outcome":"stopped","requestId":"r","errorCode":null,"attempt":1,)"
        R"("latencyMs":53})");
}

void TestRecords::absentHistoryValuesAreNull()
{
    QCOMPARE(Cli::historyRecord({}).toUtf8(),
             R"({"time":null,"profile":null,"action":null,"taskId":null,"sdkAppId":null,"outcome":null,)"
             R"("requestId":null,"errorCode":null,"attempt":null,"latencyMs":null})");
}

void TestRecords::unknownTaskHasTheFieldsOfAKnownOne()
{
    Core::PushTask task;
    task.key = key(u"t1"_s);
    const QJsonObject known = QJsonDocument::fromJson(Cli::taskRecord(task).toUtf8()).object();
    const QJsonObject unknown =
        QJsonDocument::fromJson(Cli::taskFailureRecord(task.key, notFound()).toUtf8()).object();
    QCOMPARE(unknown.keys(), known.keys());
    QCOMPARE(unknown.value("errorCode"_L1).toString(), u"InvalidParameter.TaskNotFound"_s);
    QVERIFY(unknown.value("status"_L1).isNull());
    QVERIFY(unknown.value("exceptionCount"_L1).isNull());
}

void TestRecords::taskTellsItsBackup()
{
    Core::PushTask task;
    task.key = key(u"t1"_s);
    task.status = Core::TaskStatus::Pushing;
    task.roomId = 1203;
    task.backup.taskId = u"t2"_s;
    task.backup.status = Core::TaskStatus::Stopped;
    const QJsonObject object = QJsonDocument::fromJson(Cli::taskRecord(task).toUtf8()).object();
    QCOMPARE(object.value("status"_L1).toString(), u"PUSHING"_s);
    QCOMPARE(object.value("roomId"_L1).toInteger(), 1203);
    QCOMPARE(object.value("backup"_L1).toObject().value("taskId"_L1).toString(), u"t2"_s);
    QCOMPARE(object.value("backup"_L1).toObject().value("status"_L1).toString(), u"STOPPED"_s);
}

void TestRecords::exitCode_data()
{
    using enum Core::StopOutcome;
    QTest::addColumn<QList<Core::StopOutcome>>("outcomes");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QList<Core::StopOutcome>() << 0;
    QTest::newRow("successes") << QList{Stopped, AlreadyStopped, Accepted} << 0;
    QTest::newRow("failed") << QList{Stopped, Failed} << 1;
    QTest::newRow("unknown") << QList{Unknown, Stopped} << 3;
    QTest::newRow("not sent") << QList{NotSent} << 3;
    QTest::newRow("failed before open") << QList{Unknown, Failed, NotSent} << 1;
}

void TestRecords::exitCode()
{
    QFETCH(const QList<Core::StopOutcome>, outcomes);
    QFETCH(const int, code);
    Cli::ExitTally tally;
    for (const Core::StopOutcome outcome : outcomes) {
        tally.add(outcome);
    }
    QCOMPARE(int(tally.code()), code);
}

void TestRecords::taskIdList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("one a line") << QByteArray("a\nb\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("no line end") << QByteArray("a\nb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("CR LF, blanks around") << QByteArray("  a \r\n\tb\r\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("blank lines and remarks")
        << QByteArray("# today\n\n  \na\n  # b\nc\n") << QStringList{u"a"_s, u"c"_s};
    QTest::newRow("doubles") << QByteArray("a\nb\na\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a\n")
                                     << QStringList{u"a"_s};
    QTest::newRow("# inside an id") << QByteArray("a#1\n") << QStringList{u"a#1"_s};
}

void TestRecords::taskIdList()
{
    QFETCH(QByteArray, text);
    QFETCH(const QStringList, ids);
    QBuffer device(&text);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto read = Cli::readTaskIds(device, u"f"_s);
    QVERIFY(read);
    QStringList texts;
    for (const Core::TaskId &id : *read) {
        texts.append(id.toString());
    }
    QCOMPARE(texts, ids);
}

void TestRecords::taskIdListRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("blank inside") << QByteArray("a\nb c\n") << u"f:2: "_s;
    QTest::newRow("too long") << QByteArray(129, 'x') << u"f:1: "_s;
    QTest::newRow("not UTF-8") << QByteArray("a\n\xff\xfe\n") << u"f: "_s;
    QTest::newRow("NUL") << QByteArray("a\n\nb\0c\n", 7) << u"f:3: "_s;
}

void TestRecords::taskIdListRefuses()
{
    QFETCH(QByteArray, text);
    QFETCH(const QString, place);
    QBuffer device(&text);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto read = Cli::readTaskIds(device, u"f"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Core::ErrorKind::InvalidInput);
    QVERIFY2(read.error().detail.startsWith(place), qPrintable(read.error().detail));
}

void TestRecords::taskIdFilesAreJoined()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"ids"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("b\na\n");
    file.close();
    QByteArray input("a\nc\n");
    QBuffer standardInput(&input);
    QVERIFY(standardInput.open(QIODevice::ReadOnly));
    const auto read = Cli::readTaskIdFiles({file.fileName(), u"-"_s}, standardInput);
    QVERIFY(read);
    QCOMPARE(read->size(), 3);
    const auto missing = Cli::readTaskIdFiles({directory.filePath(u"none"_s)}, standardInput);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Core::ErrorKind::InvalidInput);
}

void TestRecords::tableIsAligned()
{
    const Cli::Table table({u"Id"_s, u"Word"_s, u"End"_s},
                           QList<QStringList>{{u"a"_s, u"已停止"_s, u"x"_s}, {u"longer"_s, u"w"_s, u""_s}});
    QCOMPARE(table.heading(), u"Id      Word    End"_s);
    QCOMPARE(table.row({u"a"_s, u"已停止"_s, u"x"_s}), u"a       已停止  x"_s);
    QCOMPARE(table.row({u"longer"_s, u"w"_s, u""_s}), u"longer  w"_s);
}

void TestRecords::progressIsForTerminalsOnly()
{
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    {
        Cli::Output output(out, err, false);
        output.progress(u"1 of 2"_s);
        output.line(u"row"_s);
    }
    QCOMPARE(out.data(), "row\n");
    QCOMPARE(err.data(), "");
    {
        Cli::Output output(out, err, true);
        output.progress(u"1 of 2"_s);
    }
    QVERIFY(err.data().contains("1 of 2"));
    QVERIFY(err.data().endsWith("\r\x1b[K"));
}

void TestRecords::reportFlushesEachResult()
{
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    Cli::StopReport report(output, true, {key(u"a"_s).taskId, key(u"b"_s).taskId});
    report.begin();
    QCOMPARE(out.data(), "");
    report.add(result(Core::StopOutcome::Stopped));
    QCOMPARE(out.data().count('\n'), 1);
    report.add(result(Core::StopOutcome::Unknown));
    report.end();
    QCOMPARE(out.data().count('\n'), 2);
    QCOMPARE(err.data(), "");
}

void TestRecords::reportForPeopleExplains()
{
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    Cli::StopReport report(output, false, {key(u"a"_s).taskId});
    report.begin();
    Service::StopResult stop = result(Core::StopOutcome::Failed);
    stop.error = notFound();
    report.add(stop);
    report.end();
    const QString table = QString::fromUtf8(out.data());
    QVERIFY(table.contains("InvalidParameter.TaskNotFound"_L1));
    QCOMPARE(table.count(u'\n'), 3); // heading, row, sentence
    QVERIFY(QString::fromUtf8(err.data()).contains("no such"_L1));
    QVERIFY(QString::fromUtf8(err.data()).contains("r-1"_L1));
}

void TestRecords::reportTellsTheLastStatus()
{
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    Cli::StopReport report(output, false, {key(u"a"_s).taskId});
    Service::StopResult stop = result(Core::StopOutcome::Unknown);
    stop.lastStatus = Core::TaskStatus::Pushing;
    report.add(stop);
    QVERIFY(QString::fromUtf8(out.data()).contains("Unknown (last seen: Pushing)"_L1));
}

CONSOLE_TEST(TestRecords, QCoreApplication)
#include "tst_records.moc"
