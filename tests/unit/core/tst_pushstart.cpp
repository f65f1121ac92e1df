// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callbackapi.h"
#include "api/startapi.h"
#include "core/pushcallback.h"
#include "core/redaction.h"
#include "core/starttemplate.h"
#include "support/testprogram.h"
#include "text/startsentences.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using Core::Edition;
using Core::PushStart;
using Core::StartProblem;
using Kind = Core::TemplateFault::Kind;

using Change = std::function<void(PushStart &)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Core::TemplateFault::Kind)
Q_DECLARE_METATYPE(Core::StartProblem)

//! What a Start may hold, how it travels, and that templates hold no secret.
class TestPushStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data() const;
    void bounds() const;
    void everyFaultHasASentence() const;
    void smallestBody() const;
    void fullBody() const;
    void requestTextHoldsNoSecret() const;
    void readsTheReply_data() const;
    void readsTheReply() const;
    void templatesComeBack() const;
    void templatesAreRefused_data() const;
    void templatesAreRefused() const;
    void secretsInsideJsonTextAreFound_data() const;
    void secretsInsideJsonTextAreFound() const;
    void quotedSecretsAreTakenOut() const;
    void callbackRequests() const;
    void callbackReply() const;
    void callbackBounds_data() const;
    void callbackBounds() const;
};

namespace {

[[nodiscard]] Core::SecretText secret(const char *text)
{
    return Core::SecretText::fromUtf8(text);
}

[[nodiscard]] PushStart smallest()
{
    PushStart start;
    start.sdkAppId = Core::SdkAppId{1400000001};
    start.roomId = 1203;
    start.pushUserId = u"tic_push_user_1203_141551"_s;
    start.pushUserSig = secret("marker-push");
    return start;
}

[[nodiscard]] PushStart full()
{
    PushStart start = smallest();
    start.whiteboard = {1280, 960, u"{\"a\":1}"_s};
    start.autoStopTimeout = 300;
    start.autoManageBackup = true;
    start.backup = PushStart::BackupUser{u"backup"_s, secret("marker-backup")};
    start.privateMapKey = secret("marker-map");
    start.videoFps = 15;
    start.videoBitrate = 900;
    start.autoRecord = true;
    start.userDefinedRecordId = u"record_1-2"_s;
    start.autoPublish = false;
    start.userDefinedStreamId = u"stream"_s;
    start.extraData = u"extra"_s;
    start.trtcRoomId = 4'294'967'295;
    start.trtcRoomIdStr = u"room as text"_s;
    start.imAuthParam = PushStart::Identity{Core::SdkAppId{1400000002}, u"im"_s, secret("marker-im")};
    start.trtcAuthParam = PushStart::Identity{Core::SdkAppId{1400000003}, u"trtc"_s, secret("marker-trtc")};
    start.trtcEnterRoomMode = u"TRTCAppSceneLIVE"_s;
    start.groupId = u"@TGS#1"_s;
    return start;
}

} // namespace

void TestPushStart::bounds_data() const
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field"); // empty: nothing is wrong
    QTest::addColumn<StartProblem>("problem");

    const auto good = [](const char *name, const Change &change) {
        QTest::newRow(name) << change << QString() << StartProblem::Missing;
    };
    const auto bad = [](const char *name, const QString &field, StartProblem problem, const Change &change) {
        QTest::newRow(name) << change << field << problem;
    };
    using enum StartProblem;
    good("as it is", [](PushStart &) {});
    bad("no application", u"SdkAppId"_s, Missing, [](PushStart &s) { s.sdkAppId = {}; });
    bad("no room", u"RoomId"_s, Missing, [](PushStart &s) { s.roomId = 0; });
    bad("room below", u"RoomId"_s, OutOfRange, [](PushStart &s) { s.roomId = -1; });
    good("first room", [](PushStart &s) { s.roomId = 1; });
    good("last room", [](PushStart &s) { s.roomId = 4'294'967'295; });
    bad("room above", u"RoomId"_s, OutOfRange, [](PushStart &s) { s.roomId = 4'294'967'296; });
    bad("no user", u"PushUserId"_s, Missing, [](PushStart &s) { s.pushUserId.clear(); });
    good("longest user", [](PushStart &s) { s.pushUserId = QString(60, u'a'); });
    bad("user too long", u"PushUserId"_s, TooLong, [](PushStart &s) { s.pushUserId = QString(61, u'a'); });
    good("20 Chinese characters", [](PushStart &s) { s.pushUserId = QString(20, u'板'); });
    bad("21 Chinese characters", u"PushUserId"_s, TooLong,
        [](PushStart &s) { s.pushUserId = QString(21, u'板'); });
    bad("no signature", u"PushUserSig"_s, Missing, [](PushStart &s) { s.pushUserSig = {}; });
    good("smallest board", [](PushStart &s) { s.whiteboard = {2, 2, {}}; });
    bad("board too narrow", u"Whiteboard.Width"_s, OutOfRange, [](PushStart &s) { s.whiteboard.width = 1; });
    bad("board too low", u"Whiteboard.Height"_s, OutOfRange, [](PushStart &s) { s.whiteboard.height = 1; });
    bad("settings not JSON", u"Whiteboard.InitParam"_s, NotJson,
        [](PushStart &s) { s.whiteboard.initParam = u"{"_s; });
    good("shortest idle time", [](PushStart &s) { s.autoStopTimeout = 300; });
    bad("idle time below", u"AutoStopTimeout"_s, OutOfRange, [](PushStart &s) { s.autoStopTimeout = 299; });
    good("longest idle time", [](PushStart &s) { s.autoStopTimeout = 259'200; });
    bad("idle time above", u"AutoStopTimeout"_s, OutOfRange,
        [](PushStart &s) { s.autoStopTimeout = 259'201; });
    bad("backup without user", u"Backup.PushUserId"_s, Missing, [](PushStart &s) {
        s.backup = PushStart::BackupUser{{}, secret("s")};
    });
    bad("backup without signature", u"Backup.PushUserSig"_s, Missing, [](PushStart &s) {
        s.backup = PushStart::BackupUser{u"b"_s, {}};
    });
    bad("backup as the same user", u"Backup.PushUserId"_s, SameUser, [](PushStart &s) {
        s.backup = PushStart::BackupUser{s.pushUserId, secret("s")};
    });
    bad("backup's user too long", u"Backup.PushUserId"_s, TooLong, [](PushStart &s) {
        s.backup = PushStart::BackupUser{QString(61, u'b'), secret("s")};
    });
    good("no frames", [](PushStart &s) { s.videoFps = 0; });
    good("most frames", [](PushStart &s) { s.videoFps = 30; });
    bad("frames below", u"VideoFPS"_s, OutOfRange, [](PushStart &s) { s.videoFps = -1; });
    bad("frames above", u"VideoFPS"_s, OutOfRange, [](PushStart &s) { s.videoFps = 31; });
    good("lowest bitrate", [](PushStart &s) { s.videoBitrate = 0; });
    good("highest bitrate", [](PushStart &s) { s.videoBitrate = 2000; });
    bad("bitrate below", u"VideoBitrate"_s, OutOfRange, [](PushStart &s) { s.videoBitrate = -1; });
    bad("bitrate above", u"VideoBitrate"_s, OutOfRange, [](PushStart &s) { s.videoBitrate = 2001; });
    good("longest record id", [](PushStart &s) { s.userDefinedRecordId = QString(64, u'A'); });
    bad("record id too long", u"UserDefinedRecordId"_s, TooLong,
        [](PushStart &s) { s.userDefinedRecordId = QString(65, u'A'); });
    bad("record id with a blank", u"UserDefinedRecordId"_s, BadCharacters,
        [](PushStart &s) { s.userDefinedRecordId = u"a b"_s; });
    bad("record id in Chinese", u"UserDefinedRecordId"_s, BadCharacters,
        [](PushStart &s) { s.userDefinedRecordId = u"课"_s; });
    good("stream id of all kinds", [](PushStart &s) { s.userDefinedStreamId = u"aZ09_-"_s; });
    bad("stream id too long", u"UserDefinedStreamId"_s, TooLong,
        [](PushStart &s) { s.userDefinedStreamId = QString(65, u'A'); });
    bad("stream id with a dot", u"UserDefinedStreamId"_s, BadCharacters,
        [](PushStart &s) { s.userDefinedStreamId = u"a.b"_s; });
    bad("TRTC room below", u"TRTCRoomId"_s, OutOfRange, [](PushStart &s) { s.trtcRoomId = 0; });
    good("TRTC room", [](PushStart &s) { s.trtcRoomId = 4'294'967'295; });
    bad("TRTC room above", u"TRTCRoomId"_s, OutOfRange, [](PushStart &s) { s.trtcRoomId = 4'294'967'296; });
    bad("IM without application", u"IMAuthParam.SdkAppId"_s, Missing, [](PushStart &s) {
        s.imAuthParam = PushStart::Identity{{}, u"u"_s, secret("s")};
    });
    bad("IM without user", u"IMAuthParam.UserId"_s, Missing, [](PushStart &s) {
        s.imAuthParam = PushStart::Identity{{1}, {}, secret("s")};
    });
    bad("TRTC without signature", u"TRTCAuthParam.UserSig"_s, Missing, [](PushStart &s) {
        s.trtcAuthParam = PushStart::Identity{{1}, u"u"_s, {}};
    });
    good("usual mode", [](PushStart &s) { s.trtcEnterRoomMode = u"TRTCAppSceneVideoCall"_s; });
    bad("no such mode", u"TRTCEnterRoomMode"_s, NotAChoice,
        [](PushStart &s) { s.trtcEnterRoomMode = u"Live"_s; });
    bad("mainland's field", u"GroupId"_s, OtherEdition, [](PushStart &s) { s.groupId = u"g"_s; });
}

void TestPushStart::bounds() const
{
    QFETCH(const Change, change);
    QFETCH(const QString, field);
    QFETCH(const StartProblem, problem);
    PushStart start = smallest();
    change(start);
    const QList<Core::StartFault> faults = Core::faultsOf(start, Edition::International);
    QCOMPARE(faults.size(), field.isEmpty() ? 0 : 1);
    if (!field.isEmpty()) {
        QCOMPARE(faults.first().field, field);
        QCOMPARE(faults.first().problem, problem);
    }
    if (field == "GroupId"_L1)
        QVERIFY(Core::faultsOf(start, Edition::Mainland).isEmpty());
}

void TestPushStart::everyFaultHasASentence() const
{
    for (const auto problem : {StartProblem::Missing, StartProblem::OutOfRange, StartProblem::TooLong,
                               StartProblem::BadCharacters, StartProblem::NotAChoice, StartProblem::NotJson,
                               StartProblem::SameUser, StartProblem::OtherEdition}) {
        const Core::StartFault fault{u"VideoFPS"_s, problem, 0, 30};
        QVERIFY(!Text::problem(fault).isEmpty());
        QVERIFY(Text::namedProblem(fault).startsWith("VideoFPS: "_L1));
    }
    QCOMPARE(Text::problem(Core::StartFault{u"VideoFPS"_s, StartProblem::OutOfRange, 0, 30}),
             u"It is a number from 0 to 30."_s);
}

void TestPushStart::smallestBody() const
{
    const QByteArray expected = R"({"SdkAppId":1400000001,"RoomId":1203,
        "PushUserId":"tic_push_user_1203_141551","PushUserSig":"marker-push"})";
    const Api::ApiRequest request = Api::makeStart(smallest());
    QCOMPARE(request.action, u"StartWhiteboardPush"_s);
    QCOMPARE(request.kind, Api::ActionKind::Start);
    QCOMPARE(request.about.sdkAppId.value, 1400000001);
    QCOMPARE(QJsonDocument::fromJson(Api::wireBody(request)), QJsonDocument::fromJson(expected));
}

void TestPushStart::fullBody() const
{
    const QByteArray expected = R"({
        "SdkAppId":1400000001,"RoomId":1203,"PushUserId":"tic_push_user_1203_141551",
        "PushUserSig":"marker-push","Whiteboard":{"Width":1280,"Height":960,"InitParam":"{\"a\":1}"},
        "AutoStopTimeout":300,"AutoManageBackup":true,
        "Backup":{"PushUserId":"backup","PushUserSig":"marker-backup"},"PrivateMapKey":"marker-map",
        "VideoFPS":15,"VideoBitrate":900,"AutoRecord":true,"UserDefinedRecordId":"record_1-2",
        "AutoPublish":false,"UserDefinedStreamId":"stream","ExtraData":"extra","TRTCRoomId":4294967295,
        "TRTCRoomIdStr":"room as text",
        "IMAuthParam":{"SdkAppId":1400000002,"UserId":"im","UserSig":"marker-im"},
        "TRTCAuthParam":{"SdkAppId":1400000003,"UserId":"trtc","UserSig":"marker-trtc"},
        "TRTCEnterRoomMode":"TRTCAppSceneLIVE","GroupId":"@TGS#1"})";
    const QByteArray body = Api::wireBody(Api::makeStart(full()));
    QVERIFY(body.contains("\"TRTCRoomId\":4294967295"));
    QCOMPARE(QJsonDocument::fromJson(body), QJsonDocument::fromJson(expected));
    QCOMPARE(Core::secretsOf(full()).size(), 5);
}

void TestPushStart::requestTextHoldsNoSecret() const
{
    const auto endpoint = Core::Endpoint::parse(u"https://example.com"_s, u"ap-singapore"_s, {});
    const QString text = Api::requestText(Api::makeStart(full()), *endpoint);
    QVERIFY(text.contains("tic_push_user_1203_141551"_L1));
    QVERIFY2(!text.contains("marker"_L1), qPrintable(text));
}

void TestPushStart::readsTheReply_data() const
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("taskId"); // empty: refused
    QTest::addColumn<QString>("backupTaskId");
    QTest::newRow("with backup") << QByteArray(
        R"({"TaskId":"bj0m","RequestId":"r","Backup":"{\"RequestId\":\"b\",\"TaskId\":\"052l\"}"})")
                                 << u"bj0m"_s << u"052l"_s;
    QTest::newRow("empty backup") << QByteArray(R"({"TaskId":"bj0m","RequestId":"r","Backup":""})")
                                  << u"bj0m"_s << QString();
    QTest::newRow("null backup") << QByteArray(R"({"TaskId":"bj0m","RequestId":"r","Backup":null})")
                                 << u"bj0m"_s << QString();
    QTest::newRow("unknown fields") << QByteArray(R"({"TaskId":"bj0m","RequestId":"r","More":[1]})")
                                    << u"bj0m"_s << QString();
    QTest::newRow("no task") << QByteArray(R"({"RequestId":"r"})") << QString() << QString();
    QTest::newRow("empty task") << QByteArray(R"({"TaskId":"","RequestId":"r"})") << QString() << QString();
    QTest::newRow("task is a number")
        << QByteArray(R"({"TaskId":5,"RequestId":"r"})") << QString() << QString();
    QTest::newRow("backup is an object")
        << QByteArray(R"({"TaskId":"bj0m","Backup":{},"RequestId":"r"})") << QString() << QString();
}

void TestPushStart::readsTheReply() const
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, taskId);
    QFETCH(const QString, backupTaskId);
    const auto reply = Api::parseStartReply(QJsonDocument::fromJson(json).object());
    QCOMPARE(reply.has_value(), !taskId.isEmpty());
    if (!reply) {
        QCOMPARE(reply.error().kind, Core::ErrorKind::WrongShape);
        return;
    }
    QCOMPARE(reply->taskId.toString(), taskId);
    QCOMPARE(reply->backup.taskId, backupTaskId);
    QCOMPARE(reply->requestId, u"r"_s);
}

void TestPushStart::templatesComeBack() const
{
    const auto json = Core::templateOf(full());
    QVERIFY(json.has_value());
    QVERIFY(!json->contains("marker"));
    const auto back = Core::startFromTemplate(*json);
    QVERIFY(back.has_value());
    PushStart expected = full();
    expected.pushUserSig = {};
    expected.privateMapKey = {};
    expected.backup->pushUserSig = {};
    expected.imAuthParam->userSig = {};
    expected.trtcAuthParam->userSig = {};
    QVERIFY(*back == expected);
    QVERIFY(*Core::startFromTemplate("{}") == PushStart());
}

void TestPushStart::templatesAreRefused_data() const
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("field");
    QTest::newRow("not JSON") << QByteArray("RoomId: 5") << Kind::NotJson << QString();
    QTest::newRow("an array") << QByteArray("[]") << Kind::NotJson << QString();
    QTest::newRow("a secret") << QByteArray(R"({"PushUserSig":"x"})") << Kind::HoldsSecret
                              << u"PushUserSig"_s;
    QTest::newRow("an empty secret") << QByteArray(R"({"PushUserSig":""})") << Kind::HoldsSecret
                                     << u"PushUserSig"_s;
    QTest::newRow("another secret") << QByteArray(R"({"PrivateMapKey":"x"})") << Kind::HoldsSecret
                                    << u"PrivateMapKey"_s;
    QTest::newRow("a key") << QByteArray(R"({"SecretKey":"x"})") << Kind::HoldsSecret << u"SecretKey"_s;
    QTest::newRow("the backup's") << QByteArray(R"({"Backup":{"PushUserSig":"x"}})") << Kind::HoldsSecret
                                  << u"Backup.PushUserSig"_s;
    QTest::newRow("the group's") << QByteArray(R"({"IMAuthParam":{"UserSig":"x"}})") << Kind::HoldsSecret
                                 << u"IMAuthParam.UserSig"_s;
    QTest::newRow("in a JSON text") << QByteArray(R"({"Whiteboard":{"InitParam":"{\"userSig\":\"x\"}"}})")
                                    << Kind::HoldsSecret << u"Whiteboard.InitParam"_s;
    QTest::newRow("a slip") << QByteArray(R"({"VideoFps":5})") << Kind::UnknownField << u"VideoFps"_s;
    QTest::newRow("a slip inside") << QByteArray(R"({"Whiteboard":{"Depth":5}})") << Kind::UnknownField
                                   << u"Whiteboard.Depth"_s;
    QTest::newRow("a number as text") << QByteArray(R"({"RoomId":"5"})") << Kind::WrongType << u"RoomId"_s;
    QTest::newRow("half a room") << QByteArray(R"({"RoomId":5.5})") << Kind::WrongType << u"RoomId"_s;
    QTest::newRow("text as a number")
        << QByteArray(R"({"PushUserId":5})") << Kind::WrongType << u"PushUserId"_s;
    QTest::newRow("backup as text") << QByteArray(R"({"Backup":"b"})") << Kind::WrongType << u"Backup"_s;
}

void TestPushStart::templatesAreRefused() const
{
    QFETCH(const QByteArray, json);
    QFETCH(const Kind, kind);
    QFETCH(const QString, field);
    const auto start = Core::startFromTemplate(json);
    QVERIFY(!start.has_value());
    QCOMPARE(start.error().kind, kind);
    QCOMPARE(start.error().field, field);
    QVERIFY(Text::problem(start.error()).contains(field));
}

void TestPushStart::secretsInsideJsonTextAreFound_data() const
{
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << uR"({"UserSig":"marker"})"_s;
    QTest::newRow("with blanks before") << uR"(  {"UserSig":"marker"})"_s;
    QTest::newRow("array") << uR"([{"UserSig":"marker"}])"_s;
    QTest::newRow("text in text") << uR"({"a":"{\"PrivateMapKey\":\"marker\"}"})"_s;
}

void TestPushStart::secretsInsideJsonTextAreFound() const
{
    QFETCH(const QString, text);
    PushStart start = smallest();
    start.whiteboard.initParam = text;
    start.extraData = text;
    QVERIFY(!Core::templateOf(start).has_value());
    const QJsonObject clean = Core::redacted(Api::makeStart(start).body);
    QVERIFY(!QJsonDocument(clean).toJson().contains("marker"));
}

void TestPushStart::quotedSecretsAreTakenOut() const
{
    QCOMPARE(Core::withoutSecrets(u"sig abc, key x; abc"_s, {secret("abc"), {}, secret("x")}),
             u"sig (redacted), key (redacted); (redacted)"_s);
}

void TestPushStart::callbackRequests() const
{
    const Core::SdkAppId app{1400000001};
    const Api::ApiRequest address = Api::makeSetCallback(app, u"https://example.com/online/callback"_s);
    QCOMPARE(address.action, u"SetWhiteboardPushCallback"_s);
    QCOMPARE(address.kind, Api::ActionKind::Change);
    const QByteArray expected = R"({"Callback":"https://example.com/online/callback","SdkAppId":1400000001})";
    const QByteArray removal = R"({"Callback":"","SdkAppId":1400000001})";
    const QByteArray setKey = R"({"CallbackKey":"6vg9G7Fd","SdkAppId":1400000001})";
    const QByteArray question = R"({"SdkAppId":1400000001})";
    QCOMPARE(Api::wireBody(address), expected);
    QCOMPARE(Api::wireBody(Api::makeSetCallback(app, {})), removal);
    const Api::ApiRequest key = Api::makeSetCallbackKey(app, secret("6vg9G7Fd"));
    QCOMPARE(key.action, u"SetWhiteboardPushCallbackKey"_s);
    QCOMPARE(Api::wireBody(key), setKey);
    const Api::ApiRequest read = Api::makeDescribeCallback(app);
    QCOMPARE(read.action, u"DescribeWhiteboardPushCallback"_s);
    QCOMPARE(read.kind, Api::ActionKind::Read);
    QCOMPARE(Api::wireBody(read), question);
}

void TestPushStart::callbackReply() const
{
    const auto reply = Api::parseCallbackReply(
        {{u"Callback"_s, u"https://example.com"_s}, {u"CallbackKey"_s, u"k"_s}, {u"RequestId"_s, u"r"_s}});
    QVERIFY(reply.has_value());
    QCOMPARE(reply->address, u"https://example.com"_s);
    QVERIFY(reply->key == secret("k"));
    const auto none = Api::parseCallbackReply({{u"Callback"_s, QJsonValue()}, {u"RequestId"_s, u"r"_s}});
    QVERIFY(none.has_value());
    QVERIFY(none->address.isEmpty() && none->key.isEmpty());
    const auto wrong = Api::parseCallbackReply({{u"Callback"_s, 5}, {u"RequestId"_s, u"r"_s}});
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().kind, Core::ErrorKind::WrongShape);
}

void TestPushStart::callbackBounds_data() const
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("removed") << QString() << true;
    QTest::newRow("https") << u"https://example.com/a"_s << true;
    QTest::newRow("http") << u"http://example.com"_s << true;
    QTest::newRow("another scheme") << u"ftp://example.com"_s << false;
    QTest::newRow("no scheme") << u"example.com"_s << false;
    QTest::newRow("no host") << u"https://"_s << false;
}

void TestPushStart::callbackBounds() const
{
    QFETCH(const QString, address);
    QFETCH(const bool, isGood);
    QCOMPARE(Core::isCallbackAddress(address), isGood);
    QVERIFY(Core::isCallbackKey(QString(64, u'k')));
    QVERIFY(!Core::isCallbackKey(QString(65, u'k')));
}

CONSOLE_TEST(TestPushStart, QCoreApplication)
#include "tst_pushstart.moc"
