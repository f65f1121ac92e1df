// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/taskapi.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("bad JSON in a test: %s", text.constData());
    }
    return document.object();
}

[[nodiscard]] Core::TaskId taskId(const QString &text)
{
    return *Core::TaskId::parse(text);
}

[[nodiscard]] Core::TaskKey askedKey()
{
    return {u"acc"_s, Core::SdkAppId{1400000001}, taskId(u"07b4c70bpafm1b4majmb"_s)};
}

[[nodiscard]] QDateTime utc(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

class tst_TaskApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requests_data();
    void requests();
    void requestTextHidesSecrets();
    void backup_data();
    void backup();
    void stopReply_data();
    void stopReply();
    void describeReply();
    void describeTolerates_data();
    void describeTolerates();
    void wrongTypes_data();
    void wrongTypes();
    void searchReply();
    void searchSkipsBadItems();
    void runningReply();
    void applicationsReply();
};

void tst_TaskApi::requests_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Api::ActionKind>("kind");
    QTest::addColumn<Api::ApiRequest>("request");
    QTest::addColumn<QByteArray>("body");
    const Core::SdkAppId app{1400000001};
    const Core::TaskId task = taskId(u"07b4c70bpafm1b4majmb"_s);
    using enum Api::ActionKind;
    QTest::newRow("stop") << u"StopWhiteboardPush"_s << Stop << Api::makeStop(app, task)
                          << QByteArray(R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})");
    QTest::newRow("describe") << u"DescribeWhiteboardPush"_s << Read << Api::makeDescribe(app, task)
                              << QByteArray(R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})");
    QTest::newRow("search") << u"DescribeWhiteboardPushSearch"_s << Read << Api::makeSearch()
                            << QByteArray("{}");
    QTest::newRow("running")
        << u"DescribeRunningTasks"_s << Read << Api::makeRunningTasks(app)
        << QByteArray(R"({"Limit":100,"Offset":0,"SdkAppID":1400000001,"TaskType":"WhiteboardPush"})");
    QTest::newRow("running, limits kept")
        << u"DescribeRunningTasks"_s << Read << Api::makeRunningTasks(app, 500, 9999)
        << QByteArray(R"({"Limit":500,"Offset":500,"SdkAppID":1400000001,"TaskType":"WhiteboardPush"})");
    QTest::newRow("applications") << u"DescribeApplicationInfos"_s << Read << Api::makeApplicationInfos()
                                  << QByteArray("{}");
    QTest::newRow("64 bit, text escaped")
        << u"StopWhiteboardPush"_s << Stop
        << Api::makeStop(Core::SdkAppId{9007199254740991}, taskId(u"\"\\"_s + QChar(0x4e2d)))
        << QByteArray("{\"SdkAppId\":9007199254740991,\"TaskId\":\"\\\"\\\\\xe4\xb8\xad\"}");
}

void tst_TaskApi::requests()
{
    QFETCH(QString, action);
    QFETCH(Api::ActionKind, kind);
    QFETCH(Api::ApiRequest, request);
    QFETCH(QByteArray, body);
    QCOMPARE(request.action, action);
    QCOMPARE(request.kind, kind);
    QCOMPARE(Api::wireBody(request), body);
}

void tst_TaskApi::requestTextHidesSecrets()
{
    Api::ApiRequest request = Api::makeDescribe(Core::SdkAppId{1}, taskId(u"t"_s));
    request.body.insert(u"PushUserSig"_s, u"s3cr3t"_s);
    const auto endpoint =
        Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-singapore"_s, Core::Edition::International);
    const QString text = Api::requestText(request, *endpoint);
    QVERIFY(text.contains(u"POST tiw.tencentcloudapi.com/ DescribeWhiteboardPush ap-singapore"_s));
    QVERIFY(text.contains(u"\"TaskId\":\"t\""_s));
    QVERIFY(!text.contains(u"s3cr3t"_s));
}

void tst_TaskApi::backup_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<Core::TaskStatus>("status");
    const auto unknown = Core::TaskStatus::Unknown;
    QTest::newRow("empty") << QString() << QString() << QString() << unknown;
    QTest::newRow("empty object") << u"{}"_s << QString() << QString() << unknown;
    QTest::newRow("of a stop") << uR"({"RequestId":"87c334b8"})"_s << QString() << u"87c334b8"_s << unknown;
    QTest::newRow("of a start") << uR"({"RequestId":"8e9b2bc4","TaskId":"052lfmu5uc3lp0rrqvvb"})"_s
                                << u"052lfmu5uc3lp0rrqvvb"_s << u"8e9b2bc4"_s << unknown;
    QTest::newRow("of a describe") << uR"({"TaskId":"b","Status":"PUSHING","RoomId":1})"_s << u"b"_s
                                   << QString() << Core::TaskStatus::Pushing;
    QTest::newRow("not JSON") << u"oops"_s << QString() << QString() << unknown;
    QTest::newRow("array") << u"[1]"_s << QString() << QString() << unknown;
    QTest::newRow("null") << u"null"_s << QString() << QString() << unknown;
    QTest::newRow("nulls inside") << uR"({"RequestId":null,"TaskId":null})"_s << QString() << QString()
                                  << unknown;
    QTest::newRow("wrong types") << uR"({"RequestId":1,"TaskId":[2]})"_s << QString() << QString() << unknown;
    QTest::newRow("bad id") << uR"({"TaskId":"a b"})"_s << QString() << QString() << unknown;
}

void tst_TaskApi::backup()
{
    QFETCH(QString, raw);
    QFETCH(QString, task);
    QFETCH(QString, requestId);
    QFETCH(Core::TaskStatus, status);
    const Core::BackupInfo info = Api::decodeBackup(raw);
    QCOMPARE(info.rawText, raw);
    QCOMPARE(info.taskId, task);
    QCOMPARE(info.requestId, requestId);
    QCOMPARE(info.status, status);
}

void tst_TaskApi::stopReply_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("backupText");
    QTest::addColumn<QString>("backupRequestId");
    QTest::addColumn<QStringList>("unknown");
    QTest::newRow("as documented") << QByteArray(
        R"({"Backup":"{\"RequestId\":\"87c334b8-dbf6-4013-8d65-9a9ea60eff27\"}","RequestId":"eac6b301"})")
                                   << uR"({"RequestId":"87c334b8-dbf6-4013-8d65-9a9ea60eff27"})"_s
                                   << u"87c334b8-dbf6-4013-8d65-9a9ea60eff27"_s << QStringList();
    QTest::newRow("null") << QByteArray(R"({"Backup":null,"RequestId":"eac6b301"})") << QString() << QString()
                          << QStringList();
    QTest::newRow("absent") << QByteArray(R"({"RequestId":"eac6b301"})") << QString() << QString()
                            << QStringList();
    QTest::newRow("more than documented")
        << QByteArray(R"({"Backup":"","RequestId":"eac6b301","DeprecatedWarning":"w","New":{"a":1}})")
        << QString() << QString() << QStringList{u"DeprecatedWarning"_s, u"New"_s};
}

void tst_TaskApi::stopReply()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, backupText);
    QFETCH(QString, backupRequestId);
    QFETCH(QStringList, unknown);
    const auto reply = Api::parseStopReply(json(response));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->requestId, u"eac6b301"_s);
    QCOMPARE(reply->backup.rawText, backupText);
    QCOMPARE(reply->backup.requestId, backupRequestId);
    QCOMPARE(reply->unknownFields.keys(), unknown);
}

void tst_TaskApi::describeReply()
{
    const auto reply = Api::parseTaskReply(
        json(R"({"ExceptionCnt":0,"FinishReason":"USER_CALL","GroupId":"880528","IMSyncTime":0,
              "PushStartTime":1610591726,"PushStopTime":1610591759,"PushUserId":"tic_push_user_880528_test1",
              "RequestId":"d290f1ee-6c54-4b01-90e6-d701748f0851","RoomId":880528,"Status":"STOPPED","Backup":"",
              "TaskId":"g42lfmu5uc3lpoqrqvvb"})"),
        askedKey());
    QVERIFY(reply.has_value());
    QCOMPARE(reply->requestId, u"d290f1ee-6c54-4b01-90e6-d701748f0851"_s);
    Core::PushTask expected;
    expected.key = askedKey(); // although the answer names another
    expected.unknownFields = {{u"TaskId"_s, u"g42lfmu5uc3lpoqrqvvb"_s}};
    expected.status = Core::TaskStatus::Stopped;
    expected.finishReason = Core::FinishReason::UserCall;
    expected.roomId = 880528;
    expected.groupId = u"880528"_s;
    expected.pushUserId = u"tic_push_user_880528_test1"_s;
    expected.startTime = utc(1610591726);
    expected.stopTime = utc(1610591759);
    QVERIFY(reply->task == expected);
}

void tst_TaskApi::describeTolerates_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<Core::TaskStatus>("status");
    QTest::addColumn<qint64>("roomId");
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<QJsonObject>("unknown");
    using enum Core::TaskStatus;
    const QDateTime none;
    QTest::newRow("nothing") << QByteArray(R"({"RequestId":"r"})") << Unknown << qint64(0) << none
                             << QJsonObject();
    QTest::newRow("nulls") << QByteArray(R"({"RequestId":"r","Status":null,"RoomId":null,"PushStartTime":null,
                                            "Backup":null,"FinishReason":null,"TaskId":null,"GroupId":null})")
                           << Unknown << qint64(0) << none << QJsonObject();
    QTest::newRow("integers as text") << QByteArray(
        R"({"RequestId":"r","Status":"PUSHING","RoomId":"4294967295","PushStartTime":"1610591726"})")
                                      << Pushing << qint64(4294967295) << utc(1610591726) << QJsonObject();
    QTest::newRow("integer as 1e3") << QByteArray(R"({"RequestId":"r","Status":"PREPARED","RoomId":1e3})")
                                    << Prepared << qint64(1000) << none << QJsonObject();
    QTest::newRow("beyond 2^53") << QByteArray(R"({"RequestId":"r","RoomId":9007199254740993})") << Unknown
                                 << qint64(9007199254740993) << none << QJsonObject();
    QTest::newRow("new words") << QByteArray(R"({"RequestId":"r","Status":"PAUSED","FinishReason":"QUOTA"})")
                               << Unknown << qint64(0) << none
                               << QJsonObject{{u"Status"_s, u"PAUSED"_s}, {u"FinishReason"_s, u"QUOTA"_s}};
    QTest::newRow("new fields") << QByteArray(R"({"RequestId":"r","Status":"STOPPED","Bitrate":7})")
                                << Stopped << qint64(0) << none << QJsonObject{{u"Bitrate"_s, 7}};
    QTest::newRow("absurd time") << QByteArray(R"({"RequestId":"r","PushStartTime":9223372036854775807})")
                                 << Unknown << qint64(0) << none << QJsonObject();
    QTest::newRow("negative time") << QByteArray(R"({"RequestId":"r","PushStartTime":-5})") << Unknown
                                   << qint64(0) << none << QJsonObject();
}

void tst_TaskApi::describeTolerates()
{
    QFETCH(QByteArray, response);
    QFETCH(Core::TaskStatus, status);
    QFETCH(qint64, roomId);
    QFETCH(QDateTime, start);
    QFETCH(QJsonObject, unknown);
    const auto reply = Api::parseTaskReply(json(response), askedKey());
    QVERIFY(reply.has_value());
    QCOMPARE(reply->task.status, status);
    QCOMPARE(reply->task.roomId, roomId);
    QCOMPARE(reply->task.startTime, start);
    QCOMPARE(reply->task.unknownFields, unknown);
}

void tst_TaskApi::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("field");
    const QByteArray large(200'000, 'x');
    QTest::newRow("status number") << QByteArray(R"({"RequestId":"r","Status":3})") << u"Status"_s;
    QTest::newRow("room list") << QByteArray(R"({"RequestId":"r","RoomId":[1]})") << u"RoomId"_s;
    QTest::newRow("room fraction") << QByteArray(R"({"RequestId":"r","RoomId":1.5})") << u"RoomId"_s;
    QTest::newRow("room word") << QByteArray(R"({"RequestId":"r","RoomId":"one"})") << u"RoomId"_s;
    QTest::newRow("room beyond 64 bit")
        << QByteArray(R"({"RequestId":"r","RoomId":"99999999999999999999"})") << u"RoomId"_s;
    QTest::newRow("room 1e300") << QByteArray(R"({"RequestId":"r","RoomId":1e300})") << u"RoomId"_s;
    QTest::newRow("time object") << QByteArray(R"({"RequestId":"r","PushStopTime":{}})") << u"PushStopTime"_s;
    QTest::newRow("backup object") << QByteArray(R"({"RequestId":"r","Backup":{"TaskId":"b"}})")
                                   << u"Backup"_s;
    QTest::newRow("user bool") << QByteArray(R"({"RequestId":"r","PushUserId":true})") << u"PushUserId"_s;
    QTest::newRow("huge word as count")
        << QByteArray(R"({"RequestId":"r","ExceptionCnt":")" + large + R"("})") << u"ExceptionCnt"_s;
}

void tst_TaskApi::wrongTypes()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, field);
    const auto reply = Api::parseTaskReply(json(response), askedKey());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().kind, Core::ErrorKind::WrongShape);
    QCOMPARE(reply.error().delivery, Core::Delivery::Answered);
    QCOMPARE(reply.error().requestId, u"r"_s);
    QVERIFY2(reply.error().detail.contains(field), qPrintable(reply.error().detail.left(200)));
}

void tst_TaskApi::searchReply()
{
    const auto page = Api::parseSearchReply(
        json(R"({"WhiteboardPushTaskSet":[{"CreateTime":"2021-01-15T12:43:57+08:00","RoomId":101069223,
              "TaskId":"01bjgeeigsh31f3rh00c","Status":"STOPPED","SdkAppId":1400313729,
              "PushUserId":"tic_push_user_101069223_107991","Result":{"RoomId":101069223,"GroupId":"101069223",
              "FinishReason":"USER_CALL","ExceptionCnt":0,"PushStartTime":1610685839,"PushStopTime":1610685852,
              "IMSyncTime":0,"ErrorCode":0,"ErrorMsg":""}},
              {"TaskId":"second","SdkAppId":"1400313729","Status":"PUSHING","Result":null,"Later":1},
              {"TaskId":"third","SdkAppId":1400313729,"Status":"STOPPED",
               "Result":{"ErrorCode":40006,"ErrorMsg":"enter room failed","Inner":true}}],
              "TotalCount":3,"RequestId":"d290f1ee"})"),
        u"acc"_s);
    QVERIFY(page.has_value());
    QCOMPARE(page->requestId, u"d290f1ee"_s);
    QCOMPARE(page->total, 3);
    QCOMPARE(page->skipped, 0);
    QCOMPARE(page->tasks.size(), 3);

    Core::PushTask first;
    first.key = {u"acc"_s, Core::SdkAppId{1400313729}, taskId(u"01bjgeeigsh31f3rh00c"_s)};
    first.status = Core::TaskStatus::Stopped;
    first.finishReason = Core::FinishReason::UserCall;
    first.roomId = 101069223;
    first.groupId = u"101069223"_s;
    first.pushUserId = u"tic_push_user_101069223_107991"_s;
    first.createTime = utc(1610685837);
    first.startTime = utc(1610685839);
    first.stopTime = utc(1610685852);
    QVERIFY(page->tasks.at(0) == first);

    QCOMPARE(page->tasks.at(1).key.sdkAppId.value, 1400313729);
    QCOMPARE(page->tasks.at(1).status, Core::TaskStatus::Pushing);
    QCOMPARE(page->tasks.at(1).unknownFields, QJsonObject({{u"Later"_s, 1}}));
    QCOMPARE(page->tasks.at(2).taskErrorCode, u"40006"_s);
    QCOMPARE(page->tasks.at(2).taskErrorMessage, u"enter room failed"_s);
    QCOMPARE(page->tasks.at(2).unknownFields, QJsonObject({{u"Result"_s, QJsonObject{{u"Inner"_s, true}}}}));
}

void tst_TaskApi::searchSkipsBadItems()
{
    const auto page = Api::parseSearchReply(
        json(R"({"WhiteboardPushTaskSet":[{"TaskId":"","SdkAppId":1},{"TaskId":"a b","SdkAppId":1},
              {"TaskId":"x","SdkAppId":0},{"TaskId":"x"},{"SdkAppId":1},7,null,{"TaskId":5,"SdkAppId":1},
              {"TaskId":"good","SdkAppId":1}],"RequestId":"r"})"));
    QVERIFY(page.has_value());
    QCOMPARE(page->skipped, 8);
    QCOMPARE(page->tasks.size(), 1);
    QCOMPARE(page->tasks.first().key.taskId.toString(), u"good"_s);

    QVERIFY(Api::parseSearchReply(json(R"({"WhiteboardPushTaskSet":null,"RequestId":"r"})")).has_value());
    const auto wrong = Api::parseSearchReply(json(R"({"WhiteboardPushTaskSet":{},"RequestId":"r"})"));
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().kind, Core::ErrorKind::WrongShape);
    const auto wrongInside = Api::parseSearchReply(
        json(R"({"WhiteboardPushTaskSet":[{"TaskId":"x","SdkAppId":1,"Result":[]}],"RequestId":"r"})"));
    QVERIFY(!wrongInside.has_value());
    QCOMPARE(wrongInside.error().kind, Core::ErrorKind::WrongShape);
}

void tst_TaskApi::runningReply()
{
    const auto page = Api::parseRunningTasksReply(
        json(R"({"Total":2,"Tasks":[{"TaskID":"bj0mt2l23osdj300hl31","TaskType":"WhiteboardPush",
              "CreateTime":"2023-03-14 15:00:00","CancelTime":"","Status":"PROCESSING","Progress":11,
              "RoomID":12345,"FileURL":"","SdkAppID":1400000001},
              {"TaskID":"t2","TaskType":"WhiteboardPush","CreateTime":null,"CancelTime":null,"Status":"QUEUED",
              "RoomID":null,"FileURL":null,"SdkAppID":1400000001},
              {"TaskID":"r1","TaskType":"OnlineRecord","Status":"PROCESSING","SdkAppID":1400000001}],
              "RequestId":"d290f1ee"})"),
        u"acc"_s);
    QVERIFY(page.has_value());
    QCOMPARE(page->total, 2);
    QCOMPARE(page->skipped, 1);
    QCOMPARE(page->tasks.size(), 2);
    const Core::PushTask &first = page->tasks.first();
    QCOMPARE(first.key,
             (Core::TaskKey{u"acc"_s, Core::SdkAppId{1400000001}, taskId(u"bj0mt2l23osdj300hl31"_s)}));
    QCOMPARE(first.status, Core::TaskStatus::Pushing);
    QCOMPARE(first.roomId, 12345);
    QCOMPARE(first.createTime, QDateTime({2023, 3, 14}, {7, 0}, Qt::UTC));
    QCOMPARE(first.unknownFields.value("Progress"_L1).toInt(), 11);
    QCOMPARE(first.unknownFields.value("CreateTime"_L1).toString(), u"2023-03-14 15:00:00"_s);
    QCOMPARE(page->tasks.at(1).status, Core::TaskStatus::Prepared);
    QVERIFY(!page->tasks.at(1).createTime.isValid());
}

void tst_TaskApi::applicationsReply()
{
    const auto reply = Api::parseApplicationsReply(
        json(R"({"ApplicationInfos":[{"TagList":[{"TagKey":"k","TagValue":"v"}],"SdkAppId":"1400000001",
              "AppName":"ForTest","CreateTime":"2019-11-10 00:00:00"},{"SdkAppId":1400000002,"AppName":null},
              {"AppName":"no id"}],"AllOption":1,"RequestId":"d290f1ee"})"));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->requestId, u"d290f1ee"_s);
    const QList<Api::Application> expected{
        {Core::SdkAppId{1400000001}, u"ForTest"_s, QDateTime({2019, 11, 9}, {16, 0}, Qt::UTC)},
        {Core::SdkAppId{1400000002}, QString(), QDateTime()}};
    QCOMPARE(reply->applications, expected);
    QVERIFY(Api::parseApplicationsReply(json(R"({"RequestId":"r"})"))->applications.isEmpty());
    QVERIFY(!Api::parseApplicationsReply(json(R"({"ApplicationInfos":"none","RequestId":"r"})")).has_value());
    QVERIFY(!Api::parseApplicationsReply(json(R"({"ApplicationInfos":[{"SdkAppId":[]}],"RequestId":"r"})")));
}

CONSOLE_TEST(tst_TaskApi, QCoreApplication)
#include "tst_taskapi.moc"
