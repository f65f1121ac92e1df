// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signaturedoctor.h"
#include "api/signer.h"
#include "api/signerv1.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QMetaEnum>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using Cause = Core::SignatureCause;

//! For fuzzers: nothing that is pasted may crash, hang or be said to be sound.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Api::DoctorFacts facts;
    facts.credential =
        Core::Credential{u"AKIDexample"_s, Core::SecretText::fromString(u"a-secret-key"_s), {}};
    facts.now = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    const Core::SignatureDiagnosis diagnosis =
        Api::diagnose(QByteArrayView(data, static_cast<qsizetype>(size)), facts);
    return diagnosis.cause == Cause::Sound || diagnosis.found.contains(u"a-secret-key"_s) ? -1 : 0;
}

namespace {

constexpr auto secretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
constexpr auto secretKey = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
constexpr auto token = "a-temporary-token";
constexpr qint64 timestamp = 1'700'000'000; // 2023-11-14 22:13:20 UTC

[[nodiscard]] QByteArray sha(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

[[nodiscard]] QByteArray mac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

//! A program that signs and sends, step by step as the documentation has it, and can be made to do any step
//! wrongly. Shares nothing with the signer.
struct Program
{
    QByteArray method = "POST";
    QByteArray host = "tiw.intl.tencentcloudapi.com";
    QByteArray signedHost = host;
    QByteArray contentType = "application/json";
    QByteArray signedType = contentType;
    QByteArray query;
    QByteArray signedQuery;
    QByteArray signedMethod = method;
    QByteArray signedPath = "/";
    QByteArray body = R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})";
    QByteArray signedBody = body;
    QByteArray region = "ap-singapore";
    QByteArray date = "2023-11-14";
    QByteArray service = "tiw";
    QByteArray end = "tc3_request";
    QByteArray sentTime = QByteArray::number(timestamp);
    QByteArray signedTime = sentTime;
    QByteArray id = secretId;
    QByteArray key = secretKey;
    QByteArray prefix = "TC3";
    QByteArray keyDate;
    QByteArray headerNames = "content-type;host";
    QByteArray sentToken;
    bool upperPayload = false;
    bool upperHash = false;
    bool upperSignature = false;
    bool blankLine = true;
    bool sendsType = true;

    [[nodiscard]] QByteArray canonical() const
    {
        const QByteArray hash = sha(method == "GET" && signedBody == body ? QByteArray() : signedBody);
        return signedMethod + '\n' + signedPath + '\n' + signedQuery + "\ncontent-type:" + signedType
            + "\nhost:" + signedHost + '\n' + (blankLine ? "\n" : "") + headerNames + '\n'
            + (upperPayload ? hash.toUpper() : hash);
    }
    [[nodiscard]] QByteArray stringToSign() const
    {
        const QByteArray hash = sha(canonical());
        return "TC3-HMAC-SHA256\n" + signedTime + '\n' + date + '/' + service + '/' + end + '\n'
            + (upperHash ? hash.toUpper() : hash);
    }
    [[nodiscard]] QByteArray signature() const
    {
        const QByteArray day = mac(prefix + key, keyDate.isEmpty() ? date : keyDate);
        const QByteArray hex = mac(mac(mac(day, service), end), stringToSign()).toHex();
        return upperSignature ? hex.toUpper() : hex;
    }
    [[nodiscard]] QByteArray authorization() const
    {
        return "TC3-HMAC-SHA256 Credential=" + id + '/' + date + '/' + service + '/' + end
            + ", SignedHeaders=" + headerNames + ", Signature=" + signature();
    }
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headers() const
    {
        QList<std::pair<QByteArray, QByteArray>> list{{"Host", host},
                                                      {"Authorization", authorization()},
                                                      {"X-TC-Action", "StopWhiteboardPush"},
                                                      {"X-TC-Version", "2019-09-19"},
                                                      {"X-TC-Timestamp", sentTime}};
        if (sendsType) {
            list.emplaceBack("Content-Type", contentType);
        }
        if (!region.isEmpty()) {
            list.emplaceBack("X-TC-Region", region);
        }
        if (!sentToken.isEmpty()) {
            list.emplaceBack("X-TC-Token", sentToken);
        }
        return list;
    }
    [[nodiscard]] QByteArray questionedQuery() const
    {
        return query.isEmpty() ? QByteArray() : QByteArray('?' + query);
    }
    [[nodiscard]] QByteArray raw() const
    {
        QByteArray text = method + " /" + questionedQuery() + " HTTP/1.1\r\n";
        for (const auto &[name, value] : headers()) {
            text += name + ": " + value + "\r\n";
        }
        return text + "\r\n" + (method == "POST" ? body : "");
    }
    [[nodiscard]] QByteArray curl() const
    {
        QByteArray text = "$ curl -sS 'https://" + host + '/' + questionedQuery() + "'";
        for (const auto &[name, value] : headers()) {
            text += " \\\n  -H \"" + name + ": " + value + '"';
        }
        QByteArray data = body;
        data.replace("'", "'\\''");
        return text + (method == "POST" ? QByteArray(" \\\n  -d '" + data + "'\n") : QByteArray("\n"));
    }
    [[nodiscard]] QByteArray verbose() const
    {
        QByteArray text = "*   Trying 127.0.0.1:443...\n> " + method + " / HTTP/1.1\n";
        for (const auto &[name, value] : headers()) {
            text += "> " + name + ": " + value + '\n';
        }
        return text + ">\n* upload completely sent off\n< HTTP/1.1 200 OK\n<\n" + body + '\n';
    }
};

[[nodiscard]] Api::DoctorFacts facts(const QByteArray &key = secretKey)
{
    Api::DoctorFacts known;
    known.credential = Core::Credential{QString::fromLatin1(secretId), Core::SecretText::fromUtf8(key), {}};
    known.now = QDateTime::fromSecsSinceEpoch(timestamp + 5, Qt::UTC);
    return known;
}

[[nodiscard]] const char *nameOf(Cause cause)
{
    return QMetaEnum::fromType<Cause>().valueToKey(static_cast<int>(cause));
}

using Change = std::function<void(Program &)>;

} // namespace

#define COMPARE_CAUSE(actual, wanted) QCOMPARE(nameOf((actual).cause), nameOf(wanted))

Q_DECLARE_METATYPE(Change)

class tst_SignatureDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mistakes_data();
    void mistakes();
    void afterwords_data();
    void afterwords();
    void steps_data();
    void steps();
    void vectors();
    void olderSignature_data();
    void olderSignature();
    void withoutKey();
    void keyNeverShows();
    void secretsAreMasked();
    void shells_data();
    void shells();
    void differencesAreFound();
    void garbage();
    void long_();
};

void tst_SignatureDoctor::mistakes_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Cause>("expected");
    const auto row = [](const char *name, Cause cause, Change change) {
        QTest::newRow(name) << change << cause;
    };
    row("nothing", Cause::Sound, [](Program &) {});
    row("local day", Cause::LocalDay, [](Program &p) { p.date = "2023-11-15"; });
    row("other day", Cause::WrongDay, [](Program &p) { p.date = "2023-10-14"; });
    row("service of the host's first octet", Cause::WrongService, [](Program &p) { p.service = "127"; });
    row("another service", Cause::WrongService, [](Program &p) { p.service = "cvm"; });
    row("scope's end", Cause::WrongScopeEnd, [](Program &p) { p.end = "aws4_request"; });
    row("milliseconds", Cause::TimestampMalformed,
        [](Program &p) { p.sentTime = p.signedTime = "1700000000000"; });
    row("timestamp taken twice", Cause::TimestampChanged, [](Program &p) { p.signedTime = "1699999999"; });
    row("local time as UTC", Cause::TimestampChanged, [](Program &p) { p.signedTime = "1700028800"; });
    row("host not signed", Cause::SignedHeadersWrong, [](Program &p) { p.headerNames = "content-type"; });
    row("upper-case names", Cause::SignedHeadersWrong,
        [](Program &p) { p.headerNames = "Content-Type;Host"; });
    row("names out of order", Cause::SignedHeadersWrong,
        [](Program &p) { p.headerNames = "host;content-type"; });
    row("blank before the SecretId", Cause::SecretIdBlanks, [](Program &p) { p.id = " " + p.id; });
    row("SecretId in lower case", Cause::SecretIdBlanks, [](Program &p) { p.id = p.id.toLower(); });
    row("another SecretId", Cause::SecretIdOther,
        [](Program &p) { p.id = "AKIDsomebodyElses0000000000000000000"; });
    row("content type missing", Cause::ContentTypeMissing, [](Program &p) { p.sendsType = false; });
    row("library adds a charset", Cause::ContentTypeChanged,
        [](Program &p) { p.contentType = "application/json; charset=utf-8"; });
    row("library adds a charset without blank", Cause::ContentTypeChanged,
        [](Program &p) { p.contentType = "application/json;charset=UTF-8"; });
    row("signed as form", Cause::ContentTypeChanged,
        [](Program &p) { p.signedType = "application/x-www-form-urlencoded"; });
    row("port sent, not signed", Cause::HostChanged, [](Program &p) { p.host += ":8443"; });
    row("port signed, not sent", Cause::HostChanged, [](Program &p) { p.signedHost += ":443"; });
    row("mainland host signed", Cause::HostChanged,
        [](Program &p) { p.signedHost = "tiw.tencentcloudapi.com"; });
    row("access point signed", Cause::HostChanged,
        [](Program &p) { p.signedHost = "tiw.ap-singapore.tencentcloudapi.com"; });
    row("GET", Cause::Sound, [](Program &p) {
        p.method = p.signedMethod = "GET";
        p.contentType = p.signedType = "application/x-www-form-urlencoded";
        p.query = "Offset=0&Limit=10";
        p.signedQuery = "Limit=10&Offset=0";
    });
    row("query in the order sent", Cause::QueryOrder, [](Program &p) {
        p.method = p.signedMethod = "GET";
        p.query = p.signedQuery = "Offset=0&Limit=10";
    });
    row("query signed without encoding", Cause::QueryEncoding, [](Program &p) {
        p.method = p.signedMethod = "GET";
        p.query = "Name=a%20b&TaskId=x%2Fy";
        p.signedQuery = "Name=a b&TaskId=x/y";
    });
    row("query with plus signs", Cause::QueryEncoding, [](Program &p) {
        p.method = p.signedMethod = "GET";
        p.query = "Name=a%20b";
        p.signedQuery = "Name=a+b";
    });
    row("query not signed", Cause::QueryChanged, [](Program &p) {
        p.method = p.signedMethod = "GET";
        p.query = "Limit=10";
    });
    row("method", Cause::MethodChanged, [](Program &p) { p.signedMethod = "GET"; });
    row("empty path", Cause::PathChanged, [](Program &p) { p.signedPath = ""; });
    row("body with blanks added", Cause::BodyChanged, [](Program &p) {
        p.signedBody = p.body;
        p.body = R"({"SdkAppId": 1400000001, "TaskId": "07b4c70bpafm1b4majmb"})";
    });
    row("blanks in the hashed body", Cause::BodyChanged,
        [](Program &p) { p.signedBody = R"({"SdkAppId": 1400000001, "TaskId": "07b4c70bpafm1b4majmb"})"; });
    row("line break after the hashed body", Cause::BodyChanged, [](Program &p) { p.signedBody += '\n'; });
    row("nothing hashed", Cause::BodyChanged, [](Program &p) { p.signedBody = ""; });
    row("characters escaped", Cause::BodyChanged, [](Program &p) {
        p.body = "{\"TaskId\":\"\xe8\xaf\xbe\"}";
        p.signedBody = R"({"TaskId":"\u8bfe"})";
    });
    row("upper-case payload hash", Cause::UpperCaseHex, [](Program &p) { p.upperPayload = true; });
    row("upper-case canonical hash", Cause::UpperCaseHex, [](Program &p) { p.upperHash = true; });
    row("upper-case signature", Cause::UpperCaseHex, [](Program &p) { p.upperSignature = true; });
    row("no empty line", Cause::CanonicalForm, [](Program &p) { p.blankLine = false; });
    row("line break after the key", Cause::KeyBlanks, [](Program &p) { p.key += '\n'; });
    row("blank before the key", Cause::KeyBlanks, [](Program &p) { p.key = ' ' + p.key; });
    row("one letter's case", Cause::KeyCase, [](Program &p) { p.key[0] = 'g'; });
    row("key in upper case", Cause::KeyCase, [](Program &p) { p.key = p.key.toUpper(); });
    row("SecretId as key", Cause::KeyIsSecretId, [](Program &p) { p.key = secretId; });
    row("no TC3 before the key", Cause::KeyDerivation, [](Program &p) { p.prefix = ""; });
    row("local day in the key", Cause::KeyDerivation, [](Program &p) { p.keyDate = "2023-11-15"; });
    row("another key", Cause::SignatureDiffers, [](Program &p) { p.key = "something-else-altogether"; });
    row("no region", Cause::RegionMissing, [](Program &p) { p.region = ""; });
    row("mainland region", Cause::WrongRegion, [](Program &p) { p.region = "ap-guangzhou"; });
}

void tst_SignatureDoctor::mistakes()
{
    QFETCH(Change, change);
    QFETCH(Cause, expected);
    Program program;
    change(program);
    for (const QByteArray &text : {program.raw(), program.curl()}) {
        const Core::SignatureDiagnosis diagnosis = Api::diagnose(text, facts());
        COMPARE_CAUSE(diagnosis, expected);
        QVERIFY(!diagnosis.hasMore);
        if (expected == Cause::Sound) {
            QVERIFY(diagnosis.isSignatureProven);
            QCOMPARE(diagnosis.canonicalRequest, QString::fromUtf8(program.canonical()));
            QCOMPARE(diagnosis.stringToSign, QString::fromUtf8(program.stringToSign()));
        }
        if (!diagnosis.found.isEmpty()) {
            QVERIFY(diagnosis.found != diagnosis.expected);
        }
    }
    if (program.method == "POST" && program.sendsType) {
        COMPARE_CAUSE(Api::diagnose(program.verbose(), facts()), expected);
    }
}

//! What the service said decides beside the request.
void tst_SignatureDoctor::afterwords_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Cause>("expected");
    QTest::addColumn<qint64>("offset");
    const Change none = [](Program &) {};
    QTest::newRow("Date header") << QByteArray("\n\nHTTP/1.1 200 OK\nDate: Tue, 14 Nov 2023 22:30:00 GMT\n\n")
                                 << none << Cause::ClockOff << qint64(-1000);
    QTest::newRow("Date header, in time")
        << QByteArray("\n\nHTTP/1.1 200 OK\nDate: Tue, 14 Nov 2023 22:14:00 GMT\n\n") << none << Cause::Sound
        << qint64(0);
    QTest::newRow("quoted time") << QByteArray(
        "\n\n{\"Response\":{\"Error\":{\"Code\":\"AuthFailure.SignatureExpire\",\"Message\":\"The "
        "provided signature has expired, the server time is 1699999000\"},\"RequestId\":\"r\"}}")
                                 << none << Cause::ClockOff << qint64(1000);
    QTest::newRow("expired, by our clock")
        << QByteArray("\n\nAuthFailure.SignatureExpire")
        << Change([](Program &p) { p.sentTime = p.signedTime = "1699998000"; }) << Cause::ClockOff
        << qint64(-2005);
    QTest::newRow("refused token") << QByteArray(
        "\n\n[TencentCloudSDKException] code:AuthFailure.TokenFailure")
                                   << none << Cause::TokenMissing << qint64(0);
}

void tst_SignatureDoctor::afterwords()
{
    QFETCH(QByteArray, words);
    QFETCH(Change, change);
    QFETCH(Cause, expected);
    QFETCH(qint64, offset);
    Program program;
    change(program);
    const Core::SignatureDiagnosis diagnosis = Api::diagnose(QByteArray(program.raw() + words), facts());
    COMPARE_CAUSE(diagnosis, expected);
    QCOMPARE(diagnosis.offsetSeconds, offset);
}

//! What another program shows of its steps.
void tst_SignatureDoctor::steps_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Cause>("expected");
    const auto row = [](const char *name, Cause cause, Change change) {
        QTest::newRow(name) << change << cause;
    };
    row("right", Cause::Sound, [](Program &) {});
    row("method", Cause::MethodChanged, [](Program &p) { p.signedMethod = "GET"; });
    row("path", Cause::PathChanged, [](Program &p) { p.signedPath = "/v2/index.php"; });
    row("type", Cause::ContentTypeChanged, [](Program &p) { p.signedType = "something/else"; });
    row("host", Cause::HostChanged, [](Program &p) { p.signedHost = "proxy.example.com"; });
    row("body", Cause::BodyChanged, [](Program &p) { p.signedBody = "{\"TaskId\":\"another\"}"; });
    row("query", Cause::QueryChanged, [](Program &p) { p.signedQuery = "Limit=1"; });
    row("payload in upper case", Cause::UpperCaseHex, [](Program &p) { p.upperPayload = true; });
    row("hash in upper case", Cause::UpperCaseHex, [](Program &p) { p.upperHash = true; });
    row("no empty line", Cause::CanonicalForm, [](Program &p) { p.blankLine = false; });
    row("time", Cause::TimestampChanged, [](Program &p) { p.signedTime = "1700000777"; });
    row("key", Cause::SignatureDiffers, [](Program &p) { p.key = "unknown"; });
    row("key with a blank", Cause::KeyBlanks, [](Program &p) { p.key += ' '; });
    row("day", Cause::LocalDay, [](Program &p) { p.date = "2023-11-15"; });
}

void tst_SignatureDoctor::steps()
{
    QFETCH(Change, change);
    QFETCH(Cause, expected);
    Program program;
    change(program);
    const QByteArray all =
        program.canonical() + "\n\n" + program.stringToSign() + "\n\n" + program.raw() + '\n';
    COMPARE_CAUSE(Api::diagnose(all, facts()), expected);
}

void tst_SignatureDoctor::vectors()
{
    struct Vector
    {
        QByteArray host, type, body, query, id;
        qint64 time;
        bool signsAction;
        QByteArray signature;
    };
    const QByteArray cvm = "cvm.tencentcloudapi.com";
    const QByteArray stop = R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})";
    const QByteArray cvmBody =
        R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
    const QList<Vector> vectors{
        {cvm, "application/x-www-form-urlencoded", "", "Limit=10&Offset=0", "A", 1539084154, false,
         "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474"},
        {cvm, "application/json; charset=utf-8", cvmBody, "", "B", 1551113065, false,
         "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"},
        {"tiw.intl.tencentcloudapi.com", "application/json", stop, "", "D", 1700000000, false,
         "7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390"},
        {"tiw.intl.tencentcloudapi.com", "application/json", stop, "", "D2", 1700000000, true,
         "73570be863267fc60879d8ea564ab8161c0273083534b332b5e61743a1d39781"},
        {"tiw.tencentcloudapi.com", "application/json; charset=utf-8", stop, "", "E", 1700000000, false,
         "d275b2c2fa1253d336da55b0828e31cb54297c0ed1de39088c0c1ba4d2be3591"},
    };
    for (const Vector &vector : vectors) {
        const QByteArray day =
            QDateTime::fromSecsSinceEpoch(vector.time, Qt::UTC).toString(u"yyyy-MM-dd").toLatin1();
        const bool isMainland = vector.host == "tiw.tencentcloudapi.com";
        const QByteArray text = (vector.query.isEmpty() ? QByteArray("POST / HTTP/1.1")
                                                        : QByteArray("GET /?" + vector.query + " HTTP/1.1"))
            + "\nHost: " + vector.host + "\nContent-Type: " + vector.type
            + "\nX-TC-Action: StopWhiteboardPush\nX-TC-Region: "
            + (isMainland ? "ap-guangzhou" : "ap-singapore") + "\nX-TC-Timestamp: "
            + QByteArray::number(vector.time) + "\nAuthorization: TC3-HMAC-SHA256 Credential=" + secretId
            + '/' + day + '/' + (vector.host == cvm ? "cvm" : "tiw")
            + "/tc3_request, SignedHeaders=content-type;host" + (vector.signsAction ? ";x-tc-action" : "")
            + ", Signature=" + vector.signature + "\n\n" + vector.body;
        COMPARE_CAUSE(Api::diagnose(text, facts()), Cause::Sound);
        QByteArray wrong = text;
        wrong.replace(vector.signature, QByteArray(64, 'a'));
        COMPARE_CAUSE(Api::diagnose(wrong, facts()), Cause::SignatureDiffers);
    }
}

void tst_SignatureDoctor::olderSignature_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Cause>("expected");
    const Core::SecretText key = Core::SecretText::fromUtf8(secretKey);
    const Core::Credential credential{QString::fromLatin1(secretId), key, {}};
    const auto parameters = [&credential](Api::V1Method method) {
        Api::V1Parameters values = Api::v1CommonParameters("StopWhiteboardPush", "ap-singapore", 1700000000,
                                                           11886, credential, method, "en-US");
        values.insert("SdkAppId", "1400000001");
        values.insert("TaskId", "07b4c70bpafm1b4majmb");
        return values;
    };
    const QByteArray host = "tiw.intl.tencentcloudapi.com";
    const auto signature = [&](const QByteArray &value) { return value.toPercentEncoding(); };
    const auto form = [&](Api::V1Method method, const QByteArray &sent) {
        QByteArray text;
        const Api::V1Parameters values = parameters(method);
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            text += value.key() + '=' + value.value().toPercentEncoding() + '&';
        }
        return QByteArray(text + "Signature=" + sent);
    };
    const auto get = [&](const QByteArray &query) { return QByteArray("https://" + host + "/?" + query); };
    const auto post = [&](const QByteArray &body) {
        return QByteArray("POST / HTTP/1.1\nHost: " + host
                          + "\nContent-Type: application/x-www-form-urlencoded\n\n" + body);
    };
    using enum Api::V1Method;
    QTest::newRow("F, GET, SHA1") << get(form(HmacSha1, signature("j03IqiI+rXOyUkDEanTTk2VjKq4=")))
                                  << Cause::Sound;
    QTest::newRow("F, POST, SHA1") << post(form(HmacSha1, signature("fxNr2gxcWG5tvUPd1b0PYIHv4qk=")))
                                   << Cause::Sound;
    QTest::newRow("F, GET, SHA256") << get(
        form(HmacSha256, signature("Ln7rsMiTiNpgBdgmtPj/lLUKhezTb8X5S6qgv10Z85c=")))
                                    << Cause::Sound;
    QTest::newRow("F, POST, SHA256") << post(
        form(HmacSha256, signature("NPvM1cRymGvM5PqP7qNKsCjGscQXrdLYO3RY1nKHeQU=")))
                                     << Cause::Sound;
    QTest::newRow("C, command line")
        << QByteArray(
               "curl 'https://cvm.tencentcloudapi.com/?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&"
               "Limit=20&Nonce=11886&Offset=0&Region=ap-guangzhou&SecretId=")
            + secretId
            + "&Timestamp=1465185768&Version=2017-03-12&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D'"
        << Cause::Sound;
    QTest::newRow("signature not encoded")
        << get(form(HmacSha1, "j03IqiI+rXOyUkDEanTTk2VjKq4=")) << Cause::QueryEncoding;
    QTest::newRow("other method") << get(form(HmacSha1, signature("fxNr2gxcWG5tvUPd1b0PYIHv4qk=")))
                                  << Cause::MethodChanged;
    QTest::newRow("other algorithm") << get(
        form(HmacSha1,
             signature(Api::signedV1Text("GET" + host + "/?"
                                             + Api::signV1({"GET", host, parameters(HmacSha1)}, key, HmacSha1)
                                                   .textToSign.mid(host.size() + 5),
                                         key, HmacSha256))))
                                     << Cause::AlgorithmChanged;
    const auto signedWith = [&](const QByteArray &text, const QByteArray &with) {
        return signature(Api::signedV1Text(text, Core::SecretText::fromUtf8(with), HmacSha1));
    };
    const QByteArray right = Api::signV1({"GET", host, parameters(HmacSha1)}, key, HmacSha1).textToSign;
    QTest::newRow("key with a line break")
        << get(form(HmacSha1, signedWith(right, QByteArray(secretKey) + '\n'))) << Cause::KeyBlanks;
    QByteArray otherHost = right;
    otherHost.replace("tiw.intl.", "tiw.");
    QTest::newRow("host") << get(form(HmacSha1, signedWith(otherHost, secretKey))) << Cause::HostChanged;
    QTest::newRow("another key") << get(form(HmacSha1, signedWith(right, "another")))
                                 << Cause::SignatureDiffers;
    QByteArray text = right;
    text.replace("Action=StopWhiteboardPush&Language=en-US", "Language=en-US&Action=StopWhiteboardPush");
    QTest::newRow("order, as text") << QByteArray(text + "\n\n"
                                                  + get(form(HmacSha1, signedWith(text, secretKey))))
                                    << Cause::QueryOrder;
    QTest::newRow("text alone") << right << Cause::Unchecked;
    QTest::newRow("text alone, order") << text << Cause::QueryOrder;
}

void tst_SignatureDoctor::olderSignature()
{
    QFETCH(QByteArray, text);
    QFETCH(Cause, expected);
    const Core::SignatureDiagnosis diagnosis = Api::diagnose(text, facts());
    QVERIFY(diagnosis.parts.testFlag(Core::PastedPart::VersionOne));
    COMPARE_CAUSE(diagnosis, expected);
    QVERIFY(!diagnosis.canonicalRequest.contains(QString::fromLatin1(secretId)));
}

//! Without a key what can be seen is still seen, and nothing is promised.
void tst_SignatureDoctor::withoutKey()
{
    Api::DoctorFacts none;
    none.now = facts().now;
    Program program;
    COMPARE_CAUSE(Api::diagnose(program.raw(), none), Cause::Unchecked);
    program.key = "wrong";
    COMPARE_CAUSE(Api::diagnose(program.raw(), none), Cause::Unchecked);
    program.date = "2023-11-15";
    COMPARE_CAUSE(Api::diagnose(program.raw(), none), Cause::LocalDay);

    // With an account: its token, region and edition.
    Api::DoctorFacts account = facts();
    account.endpoint =
        Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland)
            .value();
    COMPARE_CAUSE(Api::diagnose(Program().raw(), account), Cause::WrongEdition);
    account = facts();
    account.credential->token = Core::SecretText::fromUtf8(token);
    COMPARE_CAUSE(Api::diagnose(Program().raw(), account), Cause::TokenMissing);
    program = Program();
    program.sentToken = token;
    COMPARE_CAUSE(Api::diagnose(program.raw(), account), Cause::Sound);
    program.sentToken = "yesterday's";
    COMPARE_CAUSE(Api::diagnose(program.raw(), account), Cause::TokenOther);

    // The key typed with a line break, and used so.
    program = Program();
    program.key += '\n';
    COMPARE_CAUSE(Api::diagnose(program.raw(), facts(program.key)), Cause::KeyBlanks);
    COMPARE_CAUSE(Api::diagnose(Program().raw(), facts(program.key)), Cause::Sound);

    COMPARE_CAUSE(Api::diagnose(Program().canonical(), none), Cause::Unchecked);
    program = Program();
    program.upperPayload = true;
    COMPARE_CAUSE(Api::diagnose(program.canonical(), none), Cause::UpperCaseHex);
    QByteArray bare =
        "POST / HTTP/1.1\nHost: tiw.intl.tencentcloudapi.com\nX-TC-Action: StopWhiteboardPush\n\n{}";
    COMPARE_CAUSE(Api::diagnose(bare, none), Cause::AuthorizationMissing);
    bare.replace("\n\n", "\nAuthorization: Basic abc\n\n");
    COMPARE_CAUSE(Api::diagnose(bare, none), Cause::AuthorizationMalformed);
    COMPARE_CAUSE(Api::diagnose(Program().authorization(), none), Cause::Unchecked);
}

void tst_SignatureDoctor::keyNeverShows()
{
    const QString key = QString::fromLatin1(secretKey);
    mistakes_data();
    for (const Change &change :
         QList<Change>{[](Program &p) { p.key += '\n'; }, [](Program &p) { p.key[0] = 'g'; },
                       [](Program &p) { p.contentType += ";charset=utf-8"; }, [](Program &) {}}) {
        Program program;
        change(program);
        const Core::SignatureDiagnosis diagnosis = Api::diagnose(program.raw(), facts());
        for (const QString &text : {diagnosis.found, diagnosis.expected, diagnosis.subject,
                                    diagnosis.canonicalRequest, diagnosis.stringToSign}) {
            QVERIFY(!text.contains(key));
            QVERIFY(!text.contains(QString::fromLatin1(program.signature())));
        }
    }
}

void tst_SignatureDoctor::secretsAreMasked()
{
    Program program;
    program.method = program.signedMethod = "GET";
    program.query = "PushUserSig=eJwtSECRET&TaskId=1&Backup.PushUserSig=eJwtSECRET";
    program.signedQuery = program.query;
    const Core::SignatureDiagnosis diagnosis = Api::diagnose(program.raw(), facts());
    COMPARE_CAUSE(diagnosis, Cause::QueryOrder);
    QVERIFY(!diagnosis.found.contains(u"SECRET"_s));
    QVERIFY(!diagnosis.expected.contains(u"SECRET"_s));
    QVERIFY(diagnosis.found.contains(u"PushUserSig=(redacted)"_s));
}

void tst_SignatureDoctor::shells_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("-d") << QByteArray("curl ") << QByteArray() << QByteArray("-d ");
    QTest::newRow("--data-raw") << QByteArray("curl --http1.1 -o out.json ") << QByteArray(" | jq .\n")
                                << QByteArray("--data-raw ");
    QTest::newRow("glued") << QByteArray("$ curl -sSXPOST ") << QByteArray(" && echo done")
                           << QByteArray("-d");
    QTest::newRow("=") << QByteArray("curl.exe --max-time 5 ") << QByteArray("; exit")
                       << QByteArray("--data=");
    QTest::newRow("$''") << QByteArray("curl -X POST ") << QByteArray("\n") << QByteArray("--data-binary $");
}

void tst_SignatureDoctor::shells()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, data);
    Program program;
    QByteArray text = before + "https://" + program.host;
    for (const auto &[name, value] : program.headers()) {
        text += " --header '" + name + ": " + value + "'";
    }
    text += ' ' + data + '\'' + program.body + '\'' + after;
    const Core::SignatureDiagnosis diagnosis = Api::diagnose(text, facts());
    COMPARE_CAUSE(diagnosis, Cause::Sound);
    QVERIFY(diagnosis.parts.testFlag(Core::PastedPart::Command));
}

void tst_SignatureDoctor::differencesAreFound()
{
    const auto at = [](const QString &a, const QString &b) {
        const Core::TextDifference difference = Core::firstDifference(a, b);
        return QList<qsizetype>{difference.offset, difference.line, difference.column};
    };
    QCOMPARE(at(u"a\nbc"_s, u"a\nbd"_s), QList<qsizetype>({3, 2, 2}));
    QCOMPARE(at(u"same"_s, u"same"_s), QList<qsizetype>({-1, 0, 0}));
    QCOMPARE(at(u""_s, u"x"_s), QList<qsizetype>({0, 1, 1}));
    QCOMPARE(at(u"ab"_s, u"abc"_s), QList<qsizetype>({2, 1, 3}));
    QCOMPARE(Core::visibleText("a \r\n\tb  "), u"a ␍\n⇥b··"_s);
    QCOMPARE(Core::visibleText(QByteArray("a\0b\xe2\x80\xae", 6)), u"a␀b\ufffd"_s);
}

void tst_SignatureDoctor::garbage()
{
    QRandomGenerator random(4);
    const QByteArray good = Program().raw() + Program().curl() + Program().canonical() + '\n'
        + Program().stringToSign() + "\n{\"Response\":{\"Error\":{\"Code\":\"AuthFailure\"}}}";
    for (int round = 0; round < 300; ++round) {
        QByteArray text = round % 3 == 0 ? QByteArray() : good;
        const int changes = round % 3 == 0 ? 400 : 1 + static_cast<int>(random.bounded(40));
        for (int i = 0; i < changes; ++i) {
            const auto at = text.isEmpty()
                ? 0
                : static_cast<qsizetype>(random.bounded(static_cast<quint32>(text.size())));
            const char byte = static_cast<char>(random.bounded(256));
            if (random.bounded(3) == 0) {
                text.insert(at, byte);
            } else if (random.bounded(2) == 0 && at < text.size()) {
                text.remove(at, 1 + static_cast<qsizetype>(random.bounded(30)));
            } else if (at < text.size()) {
                text[at] = byte;
            } else {
                text.append(byte);
            }
        }
        const auto *bytes = reinterpret_cast<const uint8_t *>(text.constData()); // NOLINT
        QCOMPARE(LLVMFuzzerTestOneInput(bytes, static_cast<size_t>(text.size())), 0);
    }
    for (const char *text : {"", " ", "\n\n", "hello", "{", "curl", "curl '", "curl -H", "POST", "POST /",
                             "GET\n/", "TC3-HMAC-SHA256", "TC3-HMAC-SHA256 Credential=", "https://",
                             "Host:", "a=b&Signature=", "\xe2\x80\xae\xe2\x81\xa6",
                             "POSThost/?=", "Authorization: TC3-HMAC-SHA256 Credential=///,"}) {
        const Core::SignatureDiagnosis diagnosis = Api::diagnose(QByteArrayView(text), facts());
        QVERIFY2(diagnosis.cause != Cause::Sound, text);
    }
}

void tst_SignatureDoctor::long_()
{
    Program program;
    program.body = "{\"InitParam\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
    program.signedBody = program.body;
    COMPARE_CAUSE(Api::diagnose(program.raw(), facts()), Cause::Sound);
    COMPARE_CAUSE(Api::diagnose(program.curl(), facts()), Cause::Sound);
    const auto some = [](const char *text, int times) { return QByteArray(text).repeated(times); };
    for (const QByteArray &text :
         {some("\"", 1'000'000), some("POST /\n", 140'000), some("X-TC-A: b\n", 100'000),
          some("{", 1'000'000), some("curl '\\''", 100'000), some("AuthFailure ", 80'000),
          some("\n> ", 300'000), some("a=b&Signature=", 70'000), some("\xe2\x80\xae", 300'000)}) {
        QVERIFY(Api::diagnose(text, facts()).cause != Cause::Sound);
    }
    COMPARE_CAUSE(Api::diagnose(QByteArray(5 * 1024 * 1024, 'x'), facts()), Cause::TooLong);
}

CONSOLE_TEST(tst_SignatureDoctor, TestSupport::NoApplication)
#include "tst_signaturedoctor.moc"
