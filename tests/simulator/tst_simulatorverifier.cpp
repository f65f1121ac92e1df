// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/digest.h"
#include "simulator/verifier.h"
#include "support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Simulator;

namespace {

const QString vectorId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;
const QByteArray vectorKey = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
const QByteArray stopBody = R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})";

QList<Account> vectorAccounts()
{
    Account account;
    account.secretId = vectorId;
    account.secretKey = vectorKey;
    return {account};
}

struct Tc3Vector
{
    QByteArray method = "POST";
    QByteArray host = {};
    QByteArray service = {};
    QByteArray contentType = {};
    QByteArray query = {};
    QByteArray body = {};
    QByteArray action = {};
    qint64 timestamp = 0;
    QByteArray date = {};
    QByteArray signedHeaders = "content-type;host";
    QByteArray canonicalHash = {}; // of the canonical request
    QByteArray signature = {};
};

Request requestOf(const Tc3Vector &v)
{
    Request request;
    request.method = v.method;
    request.path = "/";
    request.query = v.query;
    request.body = v.body;
    request.headers = {
        {"host", v.host},
        {"content-type", v.contentType},
        {"x-tc-action", v.action},
        {"x-tc-version", "2019-09-19"},
        {"x-tc-region", "ap-singapore"},
        {"x-tc-timestamp", QByteArray::number(v.timestamp)},
        {"authorization",
         QByteArray("TC3-HMAC-SHA256 Credential=" + vectorId.toUtf8() + '/' + v.date + '/' + v.service
                    + "/tc3_request, SignedHeaders=" + v.signedHeaders + ", Signature=" + v.signature)},
    };
    return request;
}

Tc3Vector stopVector()
{
    return {.host = "tiw.intl.tencentcloudapi.com",
            .service = "tiw",
            .contentType = "application/json",
            .body = stopBody,
            .action = "StopWhiteboardPush",
            .timestamp = 1700000000,
            .date = "2023-11-14",
            .canonicalHash = "3b63e56461da6ec22e57b43cfb744e24a80cbe0252db180d3aedf291d3dc67c3",
            .signature = "7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390"};
}

QString codeOf(const Request &request, qint64 now, const QList<Account> &accounts = vectorAccounts())
{
    const Outcome<void> verified = verify(request, readClaim(request), accounts, now);
    return verified ? QString() : verified.error().code;
}

} // namespace

Q_DECLARE_METATYPE(Tc3Vector)

//! The verifier verified: what it accepts are signatures that were published, or computed by others.
class TestSimulatorVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digests();
    void tc3Vectors_data();
    void tc3Vectors();
    void v1Vectors_data();
    void v1Vectors();
    void v1TextOfTheDocument();
    void hostWithPort_data();
    void hostWithPort();
    void unsignedPayload();
    void defects_data();
    void defects();
    void token_data();
    void token();
    void clockTolerance_data();
    void clockTolerance();
};

void TestSimulatorVerifier::digests()
{
    QCOMPARE(sha256Hex(""), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(sha256Hex(stopBody),
             QByteArray("259d2b49bd62eb7eead6155031ba7a16c7a61c6694a35faf8758670c0d91bfac"));
    const QByteArray day = hmacSha256(QByteArray("TC3" + vectorKey), "2023-11-14");
    QCOMPARE(day.toHex(), QByteArray("887d0077ac19ed5cba18590a4fe79f7e1d851a9b05bd4e02a3af730156456978"));
    const QByteArray service = hmacSha256(day, "tiw");
    QCOMPARE(service.toHex(), QByteArray("211b42ceef239762f323dd314681fc93b7dc90a96ea021e939657ed326eb6545"));
    QCOMPARE(hmacSha256(service, "tc3_request").toHex(),
             QByteArray("7ae5d8b7013ecf7c71d92de0b90c15506c73f067bf4ba56f4f09f01d52cc9c3c"));
}

void TestSimulatorVerifier::tc3Vectors_data()
{
    QTest::addColumn<Tc3Vector>("vector");

    Tc3Vector get{.method = "GET",
                  .host = "cvm.tencentcloudapi.com",
                  .service = "cvm",
                  .contentType = "application/x-www-form-urlencoded",
                  .query = "Limit=10&Offset=0",
                  .action = "DescribeInstances",
                  .timestamp = 1539084154,
                  .date = "2018-10-09",
                  .canonicalHash = "91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7",
                  .signature = "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474"};
    QTest::newRow("A: GET") << get;
    get.query = "Offset=0&Limit=10";
    QTest::newRow("A, sent unsorted") << get;

    Tc3Vector post{
        .host = "cvm.tencentcloudapi.com",
        .service = "cvm",
        .contentType = "application/json; charset=utf-8",
        .body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})",
        .action = "DescribeInstances",
        .timestamp = 1551113065,
        .date = "2019-02-25",
        .canonicalHash = "5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031",
        .signature = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"};
    QTest::newRow("B: POST") << post;
    post.signedHeaders = "content-type;host;x-tc-action";
    post.canonicalHash = "7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84";
    post.signature = "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26";
    QTest::newRow("B2: action signed") << post;

    Tc3Vector stop = stopVector();
    QTest::newRow("D: Stop") << stop;
    stop.signedHeaders = "content-type;host;x-tc-action";
    stop.canonicalHash = "0c8612cbc6c5079a0147af5ec49306965ac71481a0f868285183ae689a365fad";
    stop.signature = "73570be863267fc60879d8ea564ab8161c0273083534b332b5e61743a1d39781";
    QTest::newRow("D2: action signed") << stop;

    stop = stopVector();
    stop.host = "tiw.tencentcloudapi.com";
    stop.contentType = "application/json; charset=utf-8";
    stop.canonicalHash = "008a26cb66fb716469103e8804883e6597ae8e920a4c0d6a2fdd106329287f7f";
    stop.signature = "d275b2c2fa1253d336da55b0828e31cb54297c0ed1de39088c0c1ba4d2be3591";
    QTest::newRow("E: mainland host, charset") << stop;
}

void TestSimulatorVerifier::tc3Vectors()
{
    QFETCH(const Tc3Vector, vector);
    const Request request = requestOf(vector);
    const Claim claim = readClaim(request);
    QCOMPARE(sha256Hex(canonicalRequests(request, claim).first()), vector.canonicalHash);
    QCOMPARE(tc3Signature(canonicalRequests(request, claim).first(), claim, vectorKey), vector.signature);
    QCOMPARE(codeOf(request, vector.timestamp), QString());

    Request spoilt = request;
    spoilt.method == "GET" ? spoilt.query += "1" : spoilt.body += ' ';
    QCOMPARE(codeOf(spoilt, vector.timestamp), u"AuthFailure.SignatureFailure"_s);
}

void TestSimulatorVerifier::v1Vectors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("signatureMethod");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("F: SHA1 GET") << QByteArray("GET") << QByteArray("HmacSHA1")
                                 << QByteArray("j03IqiI+rXOyUkDEanTTk2VjKq4=");
    QTest::newRow("F: SHA1 POST") << QByteArray("POST") << QByteArray("HmacSHA1")
                                  << QByteArray("fxNr2gxcWG5tvUPd1b0PYIHv4qk=");
    QTest::newRow("F: SHA256 GET") << QByteArray("GET") << QByteArray("HmacSHA256")
                                   << QByteArray("Ln7rsMiTiNpgBdgmtPj/lLUKhezTb8X5S6qgv10Z85c=");
    QTest::newRow("F: SHA256 POST") << QByteArray("POST") << QByteArray("HmacSHA256")
                                    << QByteArray("NPvM1cRymGvM5PqP7qNKsCjGscQXrdLYO3RY1nKHeQU=");
}

void TestSimulatorVerifier::v1Vectors()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, signatureMethod);
    QFETCH(const QByteArray, signature);
    const QByteArray form =
        "Action=StopWhiteboardPush&Language=en-US&Nonce=11886&Region=ap-singapore&SdkAppId=1400000001"
        "&SecretId="
        + vectorId.toUtf8() + "&SignatureMethod=" + signatureMethod
        + "&TaskId=07b4c70bpafm1b4majmb&Timestamp=1700000000&Version=2019-09-19&Signature="
        + signature.toPercentEncoding();
    Request request;
    request.method = method;
    request.path = "/";
    request.headers = {{"host", "tiw.intl.tencentcloudapi.com"}};
    (method == "GET" ? request.query : request.body) = form;
    QCOMPARE(codeOf(request, 1700000000), QString());

    const Claim claim = readClaim(request);
    QCOMPARE(claim.action, u"StopWhiteboardPush"_s);
    QCOMPARE(claim.parameters,
             (QJsonObject{{u"SdkAppId"_s, u"1400000001"_s}, {u"TaskId"_s, u"07b4c70bpafm1b4majmb"_s}}));

    (method == "GET" ? request.query : request.body).replace("majmb", "majmc");
    QCOMPARE(codeOf(request, 1700000000), u"AuthFailure.SignatureFailure"_s);
}

void TestSimulatorVerifier::v1TextOfTheDocument()
{
    // C: no SignatureMethod means HmacSHA1. Dotted names are signed as they are written.
    Request request;
    request.method = "GET";
    request.path = "/";
    request.headers = {{"host", "cvm.tencentcloudapi.com"}};
    const QByteArray common =
        "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0"
        "&Region=ap-guangzhou&SecretId="
        + vectorId.toUtf8() + "&Timestamp=1465185768&Version=2017-03-12&Signature=";
    request.query = common + "EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D";
    QCOMPARE(codeOf(request, 1465185768), QString());
    request.query =
        "SignatureMethod=HmacSHA256&" + common + "A8uy2%2Fo7WBZXYCTWEFpMrVGhGBVlEGIOioeqRM%2BfzFs%3D";
    QCOMPARE(codeOf(request, 1465185768), QString());
}

void TestSimulatorVerifier::hostWithPort_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("isSigned");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("sent and signed with port")
        << QByteArray("127.0.0.1:8080") << QByteArray("127.0.0.1:8080") << true;
    QTest::newRow("signed without port") << QByteArray("127.0.0.1:8080") << QByteArray("127.0.0.1") << true;
    QTest::newRow("signed with another port")
        << QByteArray("127.0.0.1:8080") << QByteArray("127.0.0.1:8081") << false;
    QTest::newRow("signed with a port that is not sent")
        << QByteArray("127.0.0.1") << QByteArray("127.0.0.1:8080") << false;
    QTest::newRow("IPv6") << QByteArray("[::1]:8080") << QByteArray("[::1]") << true;
    QTest::newRow("IPv6 without port") << QByteArray("[::1]") << QByteArray("[::1]") << true;
}

void TestSimulatorVerifier::hostWithPort()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, isSigned);
    QFETCH(const bool, isGood);
    Tc3Vector vector = stopVector();
    vector.host = isSigned;
    vector.service = "127"; // what some SDKs take from the endpoint
    const Request asSigned = requestOf(vector);
    const Claim claim = readClaim(asSigned);
    vector.signature = tc3Signature(canonicalRequests(asSigned, claim).first(), claim, vectorKey);
    vector.host = sent;
    QCOMPARE(codeOf(requestOf(vector), vector.timestamp).isEmpty(), isGood);
}

void TestSimulatorVerifier::unsignedPayload()
{
    Tc3Vector vector = stopVector();
    Request request = requestOf(vector);
    request.headers.append(NamedValue("x-tc-content-sha256", "UNSIGNED-PAYLOAD"));
    QCOMPARE(codeOf(request, vector.timestamp), u"AuthFailure.SignatureFailure"_s);
    const Claim claim = readClaim(request);
    vector.signature = tc3Signature(canonicalRequests(request, claim).first(), claim, vectorKey);
    request = requestOf(vector);
    request.headers.append(NamedValue("x-tc-content-sha256", "UNSIGNED-PAYLOAD"));
    request.body += "anything";
    QCOMPARE(codeOf(request, vector.timestamp), QString());
}

void TestSimulatorVerifier::defects_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("code");
    const QByteArray good = requestOf(stopVector()).header("authorization");
    const auto with = [&good](const char *before, const char *after) {
        return QByteArray(good).replace(before, after);
    };
    QTest::newRow("empty") << QByteArray("") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("other scheme") << QByteArray("Basic YTpi") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("no credential") << with("Credential", "Kredential")
                                   << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("short scope") << with("/tiw/", "/") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("wrong end of scope")
        << with("tc3_request", "tc4_request") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("no signature") << with(", Signature=", ", Sig=") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("host not signed") << with("content-type;host", "content-type")
                                     << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("content-type not signed")
        << with("content-type;host", "host") << u"AuthFailure.InvalidAuthorization"_s;
    QTest::newRow("unknown id") << with("AKIDz8kr", "AKIDz8kx") << u"AuthFailure.SecretIdNotFound"_s;
    QTest::newRow("other day") << with("2023-11-14", "2023-11-15") << u"AuthFailure.SignatureFailure"_s;
    QTest::newRow("unsorted headers")
        << with("content-type;host", "host;content-type") << u"AuthFailure.SignatureFailure"_s;
    QTest::newRow("other service") << with("/tiw/", "/cvm/") << u"AuthFailure.SignatureFailure"_s;
    QTest::newRow("no blanks between") << with(", ", ",") << QString();
}

void TestSimulatorVerifier::defects()
{
    QFETCH(const QByteArray, authorization);
    QFETCH(const QString, code);
    Request request = requestOf(stopVector());
    request.headers.last().second = authorization;
    QCOMPARE(codeOf(request, 1700000000), code);
}

void TestSimulatorVerifier::token_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("code");
    QTest::newRow("none, none sent") << QByteArray("") << QByteArray("") << QString();
    QTest::newRow("right") << QByteArray("tok") << QByteArray("tok") << QString();
    QTest::newRow("wrong") << QByteArray("tok") << QByteArray("tik") << u"AuthFailure.TokenFailure"_s;
    QTest::newRow("missing") << QByteArray("tok") << QByteArray("") << u"AuthFailure.TokenFailure"_s;
    QTest::newRow("not asked for") << QByteArray("") << QByteArray("tok") << u"AuthFailure.TokenFailure"_s;
}

void TestSimulatorVerifier::token()
{
    QFETCH(const QByteArray, expected);
    QFETCH(const QByteArray, sent);
    QFETCH(const QString, code);
    Request request = requestOf(stopVector());
    if (!sent.isEmpty()) {
        request.headers.append(NamedValue("x-tc-token", sent));
    }
    QList<Account> accounts = vectorAccounts();
    accounts.first().token = expected;
    QCOMPARE(codeOf(request, 1700000000, accounts), code);
}

void TestSimulatorVerifier::clockTolerance_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("exact") << qint64(0) << true;
    QTest::newRow("five minutes late") << qint64(300) << true;
    QTest::newRow("five minutes early") << qint64(-300) << true;
    QTest::newRow("one more late") << qint64(301) << false;
    QTest::newRow("one more early") << qint64(-301) << false;
    QTest::newRow("an hour") << qint64(3600) << false;
}

void TestSimulatorVerifier::clockTolerance()
{
    QFETCH(const qint64, offset);
    QFETCH(const bool, isGood);
    const Request request = requestOf(stopVector());
    const qint64 now = 1700000000 + offset;
    const Outcome<void> verified = verify(request, readClaim(request), vectorAccounts(), now);
    QCOMPARE(verified.has_value(), isGood);
    if (!isGood) {
        QCOMPARE(verified.error().code, u"AuthFailure.SignatureExpire"_s);
        QVERIFY(verified.error().message.contains(QString::number(now)));
    }
}

CONSOLE_TEST(TestSimulatorVerifier, TestSupport::NoApplication)
#include "tst_simulatorverifier.moc"
