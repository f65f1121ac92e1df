// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueparser.h"
#include "explorer/requestcheck.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Explorer::FaultKind;
using Explorer::FieldFault;

namespace {

[[nodiscard]] QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class RequestCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void examplesAreRight();
    void faults_data();
    void faults();
    void editionsDiffer();
    void reportsEverythingInOrder();
    void secretsAreLeftOut();
    void placeholdersComeAndGo();
    void blanksAreNotSent();
    void parametersFromText_data();
    void parametersFromText();

private:
    Explorer::Catalogue m_catalogue;
};

void RequestCheckTest::initTestCase()
{
    Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    m_catalogue = *catalogue;
}

void RequestCheckTest::examplesAreRight()
{
    for (const Explorer::Action &action : m_catalogue.actions) {
        for (const Core::Edition edition : action.editions) {
            const QList<FieldFault> request =
                checkRequest(m_catalogue, action, edition, action.exampleRequest);
            QVERIFY2(
                request.isEmpty(),
                qPrintable(action.name + u": "_s + (request.isEmpty() ? QString() : request.at(0).path)));
            const QList<FieldFault> answer =
                checkAnswer(m_catalogue, action, edition, action.exampleResponse);
            QVERIFY2(answer.isEmpty(),
                     qPrintable(action.name + u": "_s + (answer.isEmpty() ? QString() : answer.at(0).path)));
            for (const Explorer::Field &field : action.response) {
                QVERIFY2(action.exampleResponse.contains(field.name), qPrintable(action.name));
            }
        }
    }
}

void RequestCheckTest::faults_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("change"); // merged into the example; null removes
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<qint64>("limit");
    const auto row = [](const char *name, const QString &action, const QByteArray &change, FaultKind kind,
                        const QString &path, qint64 limit = 0) {
        QTest::newRow(name) << action << change << kind << path << limit;
    };
    const QString start = u"StartWhiteboardPush"_s;
    row("missing", start, R"({"PushUserSig": null})", FaultKind::Missing, u"PushUserSig"_s);
    row("unknown", start, R"({"SdkAppID": 1})", FaultKind::Unknown, u"SdkAppID"_s);
    row("number as text", start, R"({"SdkAppId": "1400000001"})", FaultKind::WrongType, u"SdkAppId"_s);
    row("half a number", start, R"({"VideoFPS": 12.5})", FaultKind::WrongType, u"VideoFPS"_s);
    row("text as number", start, R"({"PushUserId": 1})", FaultKind::WrongType, u"PushUserId"_s);
    row("one for a flag", start, R"({"AutoRecord": 1})", FaultKind::WrongType, u"AutoRecord"_s);
    row("list for an object", start, R"({"Backup": []})", FaultKind::WrongType, u"Backup"_s);
    row("too small", start, R"({"AutoStopTimeout": 299})", FaultKind::TooSmall, u"AutoStopTimeout"_s, 300);
    row("too large", start, R"({"AutoStopTimeout": 259201})", FaultKind::TooLarge, u"AutoStopTimeout"_s,
        259'200);
    row("room 2^32", start, R"({"RoomId": 4294967296})", FaultKind::TooLarge, u"RoomId"_s, 4'294'967'295);
    row("61 bytes", start, QByteArray(R"({"PushUserId": ")") + QByteArray(61, 'a') + "\"}",
        FaultKind::TooManyBytes, u"PushUserId"_s, 60);
    row("21 Chinese characters", start,
        QByteArray(R"({"PushUserId": ")") + QByteArray("课").repeated(21) + "\"}", FaultKind::TooManyBytes,
        u"PushUserId"_s, 60);
    row("characters", start, R"({"UserDefinedRecordId": "a b"})", FaultKind::WrongPattern,
        u"UserDefinedRecordId"_s);
    row("value", start, R"({"TRTCEnterRoomMode": "Live"})", FaultKind::NotAllowed, u"TRTCEnterRoomMode"_s);
    row("nested missing", start, R"({"Backup": {"PushUserId": "b"}})", FaultKind::Missing,
        u"Backup.PushUserSig"_s);
    row("nested unknown", start, R"({"Backup": {"PushUserId": "b", "PushUserSig": "s", "X": 1}})",
        FaultKind::Unknown, u"Backup.X"_s);
    row("nested range", start, R"({"Whiteboard": {"Width": 1}})", FaultKind::TooSmall, u"Whiteboard.Width"_s,
        2);
    row("JSON in a text", start, R"({"Whiteboard": {"InitParam": "{"}})", FaultKind::WrongFormat,
        u"Whiteboard.InitParam"_s);
    row("65 characters", u"SetWhiteboardPushCallbackKey"_s,
        QByteArray(R"({"CallbackKey": ")") + QByteArray(65, 'k') + "\"}", FaultKind::TooLong,
        u"CallbackKey"_s, 64);
    row("address", u"SetWhiteboardPushCallback"_s, R"({"Callback": "ftp://example.com"})",
        FaultKind::WrongFormat, u"Callback"_s);
    row("date", u"DescribeTIWDailyUsage"_s, R"({"StartTime": "2026-02-30"})", FaultKind::WrongFormat,
        u"StartTime"_s);
    row("in a list", u"ModifyWhiteboardApplicationConfig"_s, R"({"Configs": [{"TaskType": "cooking"}]})",
        FaultKind::NotAllowed, u"Configs[0].TaskType"_s);
    row("list of numbers", u"DescribeRoomList"_s, R"({"TimeRange": [1, "2"]})", FaultKind::WrongType,
        u"TimeRange[1]"_s);
    row("no list", u"DescribeRoomList"_s, R"({"TimeRange": 1})", FaultKind::WrongType, u"TimeRange"_s);
    row("negative", u"DescribeTIWRoomDailyUsage"_s, R"({"RoomIDs": [-1]})", FaultKind::WrongType,
        u"RoomIDs[0]"_s);
}

void RequestCheckTest::faults()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, change);
    const Explorer::Action *declared = m_catalogue.findAction(action);
    QVERIFY(declared);
    QJsonObject values = declared->exampleRequest;
    const QJsonObject changes = json(change);
    QVERIFY(!changes.isEmpty());
    for (auto field = changes.begin(); field != changes.end(); ++field) {
        values.insert(field.key(), *field);
    }
    const QList<FieldFault> found =
        checkRequest(m_catalogue, *declared, Core::Edition::International, values);
    QVERIFY(!found.isEmpty());
    // A list element may lack more than the one thing that the row is about.
    const auto isMeant = [](const FieldFault &fault) {
        QFETCH(FaultKind, kind);
        QFETCH(QString, path);
        QFETCH(qint64, limit);
        return fault.kind == kind && fault.path == path && fault.limit == limit;
    };
    QVERIFY2(std::ranges::any_of(found, isMeant), qPrintable(found.at(0).path));
    if (!change.contains("Configs")) {
        QCOMPARE(found.size(), 1);
    }
}

void RequestCheckTest::editionsDiffer()
{
    const Explorer::Action *start = m_catalogue.findAction(u"StartWhiteboardPush");
    QJsonObject values = start->exampleRequest;
    values.insert(u"GroupId"_s, u"class-1"_s);
    QVERIFY(checkRequest(m_catalogue, *start, Core::Edition::Mainland, values).isEmpty());
    const QList<FieldFault> expected{{FaultKind::Unknown, u"GroupId"_s}};
    QCOMPARE(checkRequest(m_catalogue, *start, Core::Edition::International, values), expected);
}

void RequestCheckTest::reportsEverythingInOrder()
{
    const Explorer::Action *stop = m_catalogue.findAction(u"StopWhiteboardPush");
    const QList<FieldFault> expected{{FaultKind::Missing, u"SdkAppId"_s},
                                     {FaultKind::WrongType, u"TaskId"_s},
                                     {FaultKind::Unknown, u"A"_s}};
    QCOMPARE(checkRequest(m_catalogue, *stop, Core::Edition::Mainland, json(R"({"TaskId": 1, "A": 2})")),
             expected);
}

void RequestCheckTest::secretsAreLeftOut()
{
    const Explorer::Action *start = m_catalogue.findAction(u"StartWhiteboardPush");
    const QJsonObject values = json(R"({"PushUserSig": "s1", "RoomId": 5, "Backup": {"PushUserId": "b",
        "PushUserSig": "s2"}, "IMAuthParam": {"UserSig": "s3"}, "PrivateMapKey": "s4"})");
    QCOMPARE(withoutSecrets(m_catalogue, start->request, values),
             json(R"({"RoomId": 5, "Backup": {"PushUserId": "b"}, "IMAuthParam": {}})"));
    QCOMPARE(withPlaceholders(m_catalogue, start->request, values),
             json(R"({"PushUserSig": "<PushUserSig>", "RoomId": 5, "Backup": {"PushUserId": "b",
        "PushUserSig": "<PushUserSig>"}, "IMAuthParam": {"UserSig": "<UserSig>"},
        "PrivateMapKey": "<PrivateMapKey>"})"));
    const Explorer::Action *modify = m_catalogue.findAction(u"ModifyWhiteboardApplicationConfig");
    QCOMPARE(withoutSecrets(m_catalogue, modify->request,
                            json(R"({"Configs": [{"CallbackKey": "s", "Callback": "c"}]})")),
             json(R"({"Configs": [{"Callback": "c"}]})"));
}

void RequestCheckTest::placeholdersComeAndGo()
{
    const Explorer::Action *modify = m_catalogue.findAction(u"ModifyWhiteboardApplicationConfig");
    const QJsonObject known =
        json(R"({"Configs": [{"CallbackKey": "one", "TaskType": "a"}, {"CallbackKey": "two"}]})");
    const QJsonObject shown = withPlaceholders(m_catalogue, modify->request, known);
    QCOMPARE(withoutPlaceholders(m_catalogue, modify->request, shown, known), known);
    // What was typed over one counts, what nobody knows goes, and so does what stands at another place.
    QCOMPARE(
        withoutPlaceholders(m_catalogue, modify->request,
                            json(R"({"Configs": [{"CallbackKey": "new"}, {"CallbackKey": "<CallbackKey>"},
                                      {"CallbackKey": "<CallbackKey>"}]})"),
                            known),
        json(R"({"Configs": [{"CallbackKey": "new"}, {"CallbackKey": "two"}, {}]})"));
    QCOMPARE(withoutPlaceholders(m_catalogue, modify->request, shown, {}),
             json(R"({"Configs": [{"TaskType": "a"}, {}]})"));
}

void RequestCheckTest::blanksAreNotSent()
{
    const Explorer::Action *snapshot = m_catalogue.findAction(u"CreateSnapshotTask");
    const QJsonObject given =
        json(R"({"A": null, "B": {"C": {}}, "D": "", "E": [], "F": {"G": 0}, "Whiteboard": {}})");
    // An object that is needed is sent even if nothing is in it.
    QCOMPARE(withoutBlanks(m_catalogue, snapshot->request, given),
             json(R"({"D": "", "E": [], "F": {"G": 0}, "Whiteboard": {}})"));
    QCOMPARE(withoutBlanks(m_catalogue, {}, given), json(R"({"D": "", "E": [], "F": {"G": 0}})"));
}

void RequestCheckTest::parametersFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
    QTest::newRow("nothing") << u" \n"_s << QString();
    QTest::newRow("object") << u"{\"A\": \"课\"}"_s << QString();
    QTest::newRow("list") << u"[1]"_s << u"1:1: "_s;
    QTest::newRow("second line") << u"{\"A\": 1,\n \"课\" 2}"_s << u"2:"_s;
}

void RequestCheckTest::parametersFromText()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    const Core::Result<QJsonObject> values = Explorer::parseParameters(text);
    QCOMPARE(values.has_value(), fault.isEmpty());
    QVERIFY2(values || values.error().detail.startsWith(fault),
             qPrintable(values ? QString() : values.error().detail));
}

CONSOLE_TEST(RequestCheckTest, TestSupport::NoApplication)
#include "tst_requestcheck.moc"
