// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogueparser.h"
#include "explorer/requestcheck.h"
#include "signedrequest.h"
#include "simulator/endpoint.h"
#include "simulator/verifier.h"
#include "steppedclock.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Simulator;

namespace {

constexpr qint64 app = 1400000001;
const QJsonObject knownTask{{u"SdkAppId"_s, app}, {u"TaskId"_s, u"t"_s}};

Settings testSettings()
{
    Settings settings = Settings::withoutTasks();
    TaskSeed seed;
    seed.sdkAppId = app;
    seed.taskId = u"t"_s;
    seed.roomId = 3;
    settings.tasks = {seed};
    return settings;
}

QJsonObject responseOf(const WireAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value("Response"_L1).toObject();
}

QString codeOf(const WireAnswer &answer)
{
    return responseOf(answer)[u"Error"][u"Code"].toString();
}

} // namespace

using Change = std::function<void(SignedRequest &)>;
using Adjust = std::function<void(Settings &)>;
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Adjust)

class TestSimulatorEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void codes_data();
    void codes();
    void formAndQuery_data();
    void formAndQuery();
    void nestedForm();
    void numberedForm();
    void everyCataloguedAction_data();
    void everyCataloguedAction();
    void methodsRefused();
    void everyAnswerHasRequestIdAndDate();
    void limitPerAction();
    void skewedClock();
    void faultsOfTheAnswer_data();
    void faultsOfTheAnswer();
    void dropBeforeAndAfter();
    void journalTells();
    void controlPages();
    void controlPagesRefuse_data();
    void controlPagesRefuse();

private:
    WireAnswer send(const SignedRequest &request) { return m_endpoint->handle(request.request(), 1); }
    SignedRequest stop() const { return made("StopWhiteboardPush", knownTask); }
    SignedRequest describe() const { return made("DescribeWhiteboardPush", knownTask); }
    SignedRequest made(const QByteArray &action, const QJsonObject &parameters) const;
    void remake() { m_endpoint = std::make_unique<Endpoint>(m_settings, *m_clock); }
    WireAnswer page(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    Settings m_settings;
    std::unique_ptr<SteppedClock> m_clock;
    std::unique_ptr<Endpoint> m_endpoint;
};

void TestSimulatorEndpoint::init()
{
    m_settings = testSettings();
    m_clock = std::make_unique<SteppedClock>();
    remake();
}

SignedRequest TestSimulatorEndpoint::made(const QByteArray &action, const QJsonObject &parameters) const
{
    SignedRequest request(m_settings, action, parameters);
    request.timestamp = m_clock->nowUtc().toSecsSinceEpoch();
    return request;
}

WireAnswer TestSimulatorEndpoint::page(const QByteArray &method, const QByteArray &path,
                                       const QByteArray &body)
{
    Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    return m_endpoint->handle(request, 0);
}

void TestSimulatorEndpoint::codes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Adjust>("adjust");
    QTest::addColumn<QString>("code");
    const auto row = [](
                         const char *name, const QString &code, const Change &change,
                         const Adjust &adjust = [](Settings &) {}) {
        QTest::newRow(name) << change << adjust << code;
    };
    const auto body = [](const char *json) -> Change { return [json](SignedRequest &r) { r.body = json; }; };
    const auto nothing = [](SignedRequest &) {};

    row("fine", {}, nothing);
    row("no action", u"MissingParameter"_s, [](SignedRequest &r) { r.action.clear(); });
    row("no version", u"MissingParameter"_s, [](SignedRequest &r) { r.version.clear(); });
    row("no region", u"MissingParameter"_s, [](SignedRequest &r) { r.region.clear(); });
    row("unknown action", u"InvalidAction"_s, [](SignedRequest &r) { r.action = "StopBlackboardPush"; });
    row("action in lower case", u"InvalidAction"_s,
        [](SignedRequest &r) { r.action = "stopwhiteboardpush"; });
    row("unknown version", u"NoSuchVersion"_s, [](SignedRequest &r) { r.version = "2019-09-20"; });
    row("unknown region", u"UnsupportedRegion"_s, [](SignedRequest &r) { r.region = "ap-nowhere"; });
    row("the other region", {}, [](SignedRequest &r) { r.region = "ap-guangzhou"; });
    row(
        "a region of the settings", {}, [](SignedRequest &r) { r.region = "ap-x"; },
        [](Settings &s) { s.regions = {u"ap-x"_s}; });
    row("unknown id", u"AuthFailure.SecretIdNotFound"_s,
        [](SignedRequest &r) { r.secretId = u"AKIDnobody"_s; });
    row("wrong key", u"AuthFailure.SignatureFailure"_s, [](SignedRequest &r) { r.secretKey = "wrong"; });
    row("old", u"AuthFailure.SignatureExpire"_s, [](SignedRequest &r) { r.timestamp -= 301; });
    row("token", u"AuthFailure.TokenFailure"_s, [](SignedRequest &r) { r.token = "x"; });
    row("denied", u"AuthFailure.UnauthorizedOperation"_s, nothing,
        [](Settings &s) { s.accounts.first().deniedActions = {u"StopWhiteboardPush"_s}; });
    row("not JSON", u"InvalidParameter.UnmarshalJSONBodyFail"_s, body("{"));
    row("JSON array", u"InvalidParameter.UnmarshalJSONBodyFail"_s, body("[]"));
    row("no body", u"MissingParameter"_s, body(""));
    row("missing parameter", u"MissingParameter"_s, body(R"({"SdkAppId":1400000001})"));
    row("null parameter", u"MissingParameter"_s, body(R"({"SdkAppId":1400000001,"TaskId":null})"));
    row("undeclared", u"UnknownParameter"_s, body(R"({"SdkAppId":1400000001,"TaskId":"t","RoomId":3})"));
    row("other spelling", u"UnknownParameter"_s, body(R"({"SdkAppID":1400000001,"TaskID":"t"})"));
    row("text for integer", u"InvalidParameter.BodyParameterTypeUnmatched"_s,
        body(R"({"SdkAppId":"1400000001","TaskId":"t"})"));
    row("fraction", u"InvalidParameter.BodyParameterTypeUnmatched"_s,
        body(R"({"SdkAppId":1.5,"TaskId":"t"})"));
    row("integer for text", u"InvalidParameter.BodyParameterTypeUnmatched"_s,
        body(R"({"SdkAppId":1400000001,"TaskId":7})"));
    row("unknown task", u"InvalidParameter.TaskNotFound"_s, body(R"({"SdkAppId":1400000001,"TaskId":"u"})"));
    row("foreign application", u"UnauthorizedOperation.SdkAppId"_s, body(R"({"SdkAppId":1,"TaskId":"t"})"));
    row(
        "mainland only", u"InvalidAction"_s,
        [](SignedRequest &r) {
            r.action = "DescribeRunningTasks";
            r.body = R"({"SdkAppID":1400000001,"TaskType":"WhiteboardPush"})";
        },
        [](Settings &s) { s.edition = Edition::International; });
    row("mainland spelling", {}, [](SignedRequest &r) {
        r.action = "DescribeRunningTasks";
        r.body = R"({"SdkAppID":1400000001,"TaskType":"WhiteboardPush"})";
    });
    row(
        "international only", u"InvalidAction"_s,
        [](SignedRequest &r) {
            r.action = "DescribeWhiteboardPushSearch";
            r.body = "{}";
        },
        [](Settings &s) { s.edition = Edition::Mainland; });
    row("search filter", u"UnknownParameter"_s, [](SignedRequest &r) {
        r.action = "DescribeWhiteboardPushSearch";
        r.body = R"({"Limit":1})";
    });
    row(
        "search filter allowed", {},
        [](SignedRequest &r) {
            r.action = "DescribeWhiteboardPushSearch";
            r.body = R"({"Limit":1})";
        },
        [](Settings &s) { s.hasSearchFilters = true; });
}

void TestSimulatorEndpoint::codes()
{
    QFETCH(const Change, change);
    QFETCH(const Adjust, adjust);
    QFETCH(const QString, code);
    SignedRequest request = stop();
    change(request);
    adjust(m_settings);
    remake();
    const WireAnswer answer = send(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(m_endpoint->journal().entries().first().errorCode, code);
}

void TestSimulatorEndpoint::formAndQuery_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("GET") << QByteArray("GET");
    QTest::newRow("POST") << QByteArray("POST");
}

void TestSimulatorEndpoint::formAndQuery()
{
    // A TC3 GET has its parameters in the query, as text.
    QFETCH(const QByteArray, method);
    Request request = describe().request();
    request.method = method;
    request.query = method == "GET" ? QByteArray("SdkAppId=1400000001&TaskId=t") : QByteArray();
    request.headers[1].second =
        method == "GET" ? QByteArray("application/x-www-form-urlencoded") : request.headers[1].second;
    const Claim claim = readClaim(request);
    const QByteArray signature =
        tc3Signature(canonicalRequests(request, claim).first(), claim, m_settings.accounts.first().secretKey);
    QByteArray &authorization = request.headers.last().second;
    authorization = authorization.first(authorization.lastIndexOf('=') + 1) + signature;
    const WireAnswer answer = m_endpoint->handle(request, 1);
    QCOMPARE(codeOf(answer), QString());
    QCOMPARE(responseOf(answer).value("TaskId"_L1).toString(), u"t"_s);
    QCOMPARE(m_endpoint->journal().entries().first().sdkAppId, app);
}

void TestSimulatorEndpoint::nestedForm()
{
    Request request;
    request.method = "POST";
    request.body = "Action=StartWhiteboardPush&SecretId=x&Signature=y&Whiteboard.Width=10&Backup.PushUserId="
                   "b&AutoManageBackup=true"
                   "&SdkAppId=1400000001&GroupId=12";
    const Claim claim = readClaim(request);
    const QJsonObject typed =
        withDeclaredTypes(*findAction(u"StartWhiteboardPush", Edition::Both), claim.parameters);
    QCOMPARE(typed,
             (QJsonObject{{u"Whiteboard"_s, QJsonObject{{u"Width"_s, 10}}},
                          {u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"b"_s}}},
                          {u"AutoManageBackup"_s, true},
                          {u"SdkAppId"_s, app},
                          {u"GroupId"_s, u"12"_s}}));
}

void TestSimulatorEndpoint::numberedForm()
{
    Request request;
    request.method = "POST";
    request.body =
        "Action=DescribeRoomList&SecretId=x&Signature=y&SdkAppId=1400000001&TimeRange.1=20&TimeRange.0=10";
    const Claim claim = readClaim(request);
    QCOMPARE(withDeclaredTypes(*findAction(u"DescribeRoomList", Edition::Both), claim.parameters),
             (QJsonObject{{u"SdkAppId"_s, app}, {u"TimeRange"_s, QJsonArray{10, 20}}}));
}

void TestSimulatorEndpoint::everyCataloguedAction_data()
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::newRow("international") << Core::Edition::International;
    QTest::newRow("mainland") << Core::Edition::Mainland;
}

//! Every action of the catalogue is answered as the catalogue says, after the same checks as the push
//! family's.
void TestSimulatorEndpoint::everyCataloguedAction()
{
    QFETCH(Core::Edition, edition);
    m_settings.requestsPerSecond = 0;
    m_settings.edition = edition == Core::Edition::International ? Edition::International : Edition::Mainland;
    remake();
    const Core::Result<Explorer::Catalogue> catalogue = Explorer::builtInCatalogue();
    QVERIFY(catalogue);
    for (const Explorer::Action &action : catalogue->actions) {
        const QByteArray name = action.name.toLatin1();
        QJsonObject parameters = action.exampleRequest;
        if (parameters.contains("TaskId"_L1) && action.group == "push"_L1) {
            parameters.insert(u"TaskId"_s, u"t"_s); // the push family really looks for it
        }
        const WireAnswer answer = send(made(name, parameters));
        if (!action.existsIn(edition)) {
            // The push family has two more in the mainland than its definitions tell.
            QVERIFY(codeOf(answer) == "InvalidAction"_L1 || name == "DescribeApplicationInfos");
            continue;
        }
        QVERIFY2(codeOf(answer).isEmpty(), qPrintable(action.name + u": "_s + codeOf(answer)));
        const auto faults = Explorer::checkAnswer(*catalogue, action, edition, responseOf(answer));
        QVERIFY2(faults.isEmpty(),
                 qPrintable(action.name + u": "_s + (faults.isEmpty() ? QString() : faults.at(0).path)));
        for (const Explorer::Field &field : action.response) {
            QVERIFY2(responseOf(answer).contains(field.name), qPrintable(action.name + u'.' + field.name));
        }

        SignedRequest unsignedOne = made(name, parameters);
        unsignedOne.secretKey = "wrong";
        QCOMPARE(codeOf(send(unsignedOne)), u"AuthFailure.SignatureFailure"_s);
        QJsonObject undeclared = parameters;
        undeclared.insert(u"Zebra"_s, 1);
        QCOMPARE(codeOf(send(made(name, undeclared))), u"UnknownParameter"_s);
        for (const Explorer::Field &field : action.request) {
            if (!field.isRequired) {
                continue;
            }
            QJsonObject other = parameters;
            other.insert(field.name,
                         field.type == Explorer::FieldType::Boolean ? QJsonValue(1) : QJsonValue(true));
            QCOMPARE(codeOf(send(made(name, other))), u"InvalidParameter.BodyParameterTypeUnmatched"_s);
            other.remove(field.name);
            QCOMPARE(codeOf(send(made(name, other))), u"MissingParameter"_s);
        }
        if (parameters.contains("SdkAppId"_L1)) {
            parameters.insert(u"SdkAppId"_s, 7);
            QCOMPARE(codeOf(send(made(name, parameters))), u"UnauthorizedOperation.SdkAppId"_s);
        }
    }
}

void TestSimulatorEndpoint::methodsRefused()
{
    for (const char *method : {"PUT", "DELETE", "HEAD", "OPTIONS"}) {
        Request request = stop().request();
        request.method = method;
        QCOMPARE(codeOf(m_endpoint->handle(request, 1)), u"UnsupportedProtocol"_s);
    }
}

void TestSimulatorEndpoint::everyAnswerHasRequestIdAndDate()
{
    SignedRequest bad = stop();
    bad.secretKey = "wrong";
    for (const SignedRequest &request : {stop(), bad}) {
        const WireAnswer answer = send(request);
        QVERIFY(!QUuid::fromString(responseOf(answer).value("RequestId"_L1).toString()).isNull());
        QCOMPARE(answer.date, QByteArray("Tue, 14 Nov 2023 22:13:20 GMT"));
    }
}

void TestSimulatorEndpoint::limitPerAction()
{
    m_endpoint->limit().configure(20, RateWindowKind::Sliding);
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(codeOf(send(describe())), QString());
    }
    QCOMPARE(codeOf(send(describe())), u"RequestLimitExceeded"_s);
    QCOMPARE(codeOf(send(stop())), QString());
    SignedRequest unsignedOne = describe();
    unsignedOne.secretKey = "wrong"; // refused before it could use up anything
    QCOMPARE(codeOf(send(unsignedOne)), u"AuthFailure.SignatureFailure"_s);
    m_clock->advance(999);
    QCOMPARE(codeOf(send(describe())), u"RequestLimitExceeded"_s);
    m_clock->advance(1);
    QCOMPARE(codeOf(send(describe())), QString());
}

void TestSimulatorEndpoint::skewedClock()
{
    m_endpoint->service().setClockSkew(3600);
    WireAnswer answer = send(describe());
    QCOMPARE(codeOf(answer), u"AuthFailure.SignatureExpire"_s);
    QCOMPARE(answer.date, QByteArray("Tue, 14 Nov 2023 23:13:20 GMT"));
    SignedRequest corrected = describe();
    corrected.timestamp += 3600;
    QCOMPARE(codeOf(send(corrected)), QString());

    m_endpoint->service().setClockSkew(0);
    m_endpoint->faults().add(FaultRule::parse(u"*:1:skew=-600").value());
    answer = send(describe());
    QCOMPARE(codeOf(answer), u"AuthFailure.SignatureExpire"_s);
    QVERIFY(responseOf(answer)[u"Error"][u"Message"].toString().contains(u"1699999400"_s));
    QCOMPARE(codeOf(send(describe())), QString());
}

void TestSimulatorEndpoint::faultsOfTheAnswer_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<WireFault>("wire");
    QTest::addColumn<bool>("isStopped");
    using enum WireFault;
    QTest::newRow("throttle") << u"throttle"_s << 200 << u"RequestLimitExceeded"_s << None << false;
    QTest::newRow("code") << u"code=InternalError"_s << 200 << u"InternalError"_s << None << false;
    QTest::newRow("code with effect")
        << u"code=InternalError,effect"_s << 200 << u"InternalError"_s << None << true;
    QTest::newRow("502") << u"bad-gateway"_s << 502 << QString() << None << false;
    QTest::newRow("502 with effect") << u"bad-gateway,effect"_s << 502 << QString() << None << true;
    QTest::newRow("redirect") << u"redirect=http://127.0.0.1:1/"_s << 307 << QString() << None << false;
    QTest::newRow("garbage") << u"garbage"_s << 200 << QString() << None << true;
    QTest::newRow("garbage without effect") << u"garbage,no-effect"_s << 200 << QString() << None << false;
    QTest::newRow("drop before") << u"drop-before"_s << 200 << QString() << Cut << false;
    QTest::newRow("drop after") << u"drop-after"_s << 200 << QString() << Cut << true;
    QTest::newRow("half header") << u"half-header"_s << 200 << QString() << HalfHeader << true;
    QTest::newRow("truncate") << u"truncate"_s << 200 << QString() << TruncatedBody << true;
    QTest::newRow("hang") << u"hang"_s << 200 << QString() << Hang << true;
    QTest::newRow("drip") << u"drip=3"_s << 200 << QString() << Drip << true;
    QTest::newRow("delay") << u"delay-after=3"_s << 200 << QString() << None << true;
}

void TestSimulatorEndpoint::faultsOfTheAnswer()
{
    QFETCH(const QString, fault);
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const WireFault, wire);
    QFETCH(const bool, isStopped);
    m_endpoint->faults().add(FaultRule::parse(QString(u"StopWhiteboardPush:1:"_s + fault)).value());
    const WireAnswer answer = send(stop());
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.fault, wire);
    QCOMPARE(m_endpoint->service().tasks().first()[u"stopRequested"].toBool(), isStopped);
    const JournalEntry entry = m_endpoint->journal().entries().first();
    QCOMPARE(entry.faults, FaultRule::parse(QString(u"*:1:"_s + fault))->fault.toString());
    QCOMPARE(entry.isExecuted, isStopped);
    QCOMPARE(entry.httpStatus, status);
}

void TestSimulatorEndpoint::dropBeforeAndAfter()
{
    m_endpoint->faults().add(FaultRule::parse(u"StopWhiteboardPush:1:drop-before").value());
    m_endpoint->faults().add(FaultRule::parse(u"StopWhiteboardPush:2:drop-after").value());
    QCOMPARE(send(stop()).fault, WireFault::Cut);
    QCOMPARE(send(stop()).fault, WireFault::Cut);
    QCOMPARE(codeOf(send(stop())), u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
}

void TestSimulatorEndpoint::journalTells()
{
    m_endpoint->faults().add(FaultRule::parse(u"*:1:no-request-id").value());
    send(stop());
    m_clock->advance(1500);
    send(stop());
    SignedRequest again = stop();

    again.timestamp = 1700000000; // as the first: the very same bytes
    send(again);
    const QList<JournalEntry> entries = m_endpoint->journal().entries();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.at(0).faults, u"no-request-id"_s);
    QCOMPARE(entries.at(0).delivery, 1);
    QCOMPARE(entries.at(1).delivery, 1);
    QCOMPARE(entries.at(2).delivery, 2);
    QCOMPARE(entries.at(2).hash, entries.at(0).hash);
    QCOMPARE(entries.at(1).arrivalMs, 1500);
    QCOMPARE(entries.at(1).errorCode, u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
    QCOMPARE(entries.at(0).action, u"StopWhiteboardPush"_s);
    QCOMPARE(entries.at(0).taskId, u"t"_s);
    QCOMPARE(entries.at(0).scheme, u"TC3-HMAC-SHA256"_s);
    QVERIFY(entries.at(0).isSignatureGood);
    QVERIFY(!entries.at(0).requestId.isEmpty());
    QCOMPARE(m_endpoint->journal().entries(2).size(), 1);
}

void TestSimulatorEndpoint::controlPages()
{
    send(describe());
    const auto object = [](const WireAnswer &answer) {
        return QJsonDocument::fromJson(answer.body).object();
    };
    QCOMPARE(object(page("GET", "/_simulator/journal"))[u"entries"].toArray().size(), 1);
    QCOMPARE(object(page("GET", "/_simulator/tasks"))[u"tasks"][0][u"taskId"].toString(), u"t"_s);
    QCOMPARE(page("POST", "/_simulator/faults", R"("*:1:nulls")").status, 200);
    QCOMPARE(page("POST", "/_simulator/faults", R"(["*:2:hang", {"fault": "garbage"}])").status, 200);
    QCOMPARE(object(page("GET", "/_simulator/faults"))[u"faults"].toArray().size(), 3);
    QCOMPARE(page("DELETE", "/_simulator/faults").status, 200);
    QCOMPARE(m_endpoint->faults().rules().size(), 0);
    const WireAnswer added =
        page("POST", "/_simulator/tasks", R"({"sdkAppId": 1400000001, "taskId": "new", "roomId": 8})");
    QCOMPARE(object(added)[u"taskIds"][0].toString(), u"new"_s);
    QCOMPARE(m_endpoint->service().tasks().size(), 2);
    QCOMPARE(page("DELETE", "/_simulator/journal").status, 200);
    QCOMPARE(m_endpoint->journal().entries().size(), 0);
}

void TestSimulatorEndpoint::controlPagesRefuse_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *method, const char *path, const char *body,
                        int status) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status;
    };
    row("unknown page", "GET", "/_simulator/nothing", "", 404);
    row("not JSON", "POST", "/_simulator/faults", "{", 400);
    row("bad rule", "POST", "/_simulator/faults", R"(["*:1:hang", "x"])", 400);
    row("task twice", "POST", "/_simulator/tasks", R"({"sdkAppId": 1400000001, "taskId": "t"})", 400);
    row("task of no application", "POST", "/_simulator/tasks", R"({"sdkAppId": 5})", 400);
}

void TestSimulatorEndpoint::controlPagesRefuse()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QCOMPARE(page(method, path, body).status, status);
    QCOMPARE(m_endpoint->faults().rules().size(), 0);
    Request fromAPage;
    fromAPage.method = "GET";
    fromAPage.path = "/_simulator/journal";
    fromAPage.headers = {{"origin", "http://example.com"}};
    QCOMPARE(m_endpoint->handle(fromAPage, 0).status, 403);
}

CONSOLE_TEST(TestSimulatorEndpoint, TestSupport::NoApplication)
#include "tst_simulatorendpoint.moc"
