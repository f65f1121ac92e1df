// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signerv1.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {

constexpr auto secretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";

[[nodiscard]] Core::Credential exampleCredential()
{
    return {QString::fromLatin1(secretId),
            Core::SecretText::fromString(u"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_s),
            {}};
}

[[nodiscard]] Api::V1Request instancesRequest()
{
    return {"GET",
            "cvm.tencentcloudapi.com",
            {{"Action", "DescribeInstances"},
             {"InstanceIds.0", "ins-09dx96dg"},
             {"Limit", "20"},
             {"Nonce", "11886"},
             {"Offset", "0"},
             {"Region", "ap-guangzhou"},
             {"SecretId", secretId},
             {"Timestamp", "1465185768"},
             {"Version", "2017-03-12"}}};
}

} // namespace

class tst_SignerV1 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void published();
    void withMethodParameter();
    void stop_data();
    void stop();
    void encodesWhatIsSentOnly();
    void tokenAndLanguage();
    void flattens();
};

void tst_SignerV1::published()
{
    const Api::V1Signature result =
        Api::signV1(instancesRequest(), exampleCredential().secretKey, Api::V1Method::HmacSha1);
    QCOMPARE(
        result.textToSign,
        QByteArray("GETcvm.tencentcloudapi.com/?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20"
                   "&Nonce=11886&Offset=0&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
                   "&Timestamp=1465185768&Version=2017-03-12"));
    QCOMPARE(result.signature, QByteArray("EliP9YW3pW28FpsEdkXt/+WcGeI="));
    QVERIFY(result.encoded.endsWith("&Version=2017-03-12&Signature=EliP9YW3pW28FpsEdkXt%2F%2BWcGeI%3D"));
}

void tst_SignerV1::withMethodParameter()
{
    Api::V1Request request = instancesRequest();
    request.parameters.insert("SignatureMethod", "HmacSHA256");
    const Api::V1Signature result =
        Api::signV1(request, exampleCredential().secretKey, Api::V1Method::HmacSha256);
    QVERIFY(result.textToSign.contains("EXAMPLE&SignatureMethod=HmacSHA256&Timestamp="));
    QCOMPARE(result.signature, QByteArray("A8uy2/o7WBZXYCTWEFpMrVGhGBVlEGIOioeqRM+fzFs="));
}

void tst_SignerV1::stop_data()
{
    QTest::addColumn<QByteArray>("httpMethod");
    QTest::addColumn<Api::V1Method>("method");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("HmacSHA1 GET") << QByteArray("GET") << Api::V1Method::HmacSha1
                                  << QByteArray("j03IqiI+rXOyUkDEanTTk2VjKq4=");
    QTest::newRow("HmacSHA1 POST") << QByteArray("POST") << Api::V1Method::HmacSha1
                                   << QByteArray("fxNr2gxcWG5tvUPd1b0PYIHv4qk=");
    QTest::newRow("HmacSHA256 GET") << QByteArray("GET") << Api::V1Method::HmacSha256
                                    << QByteArray("Ln7rsMiTiNpgBdgmtPj/lLUKhezTb8X5S6qgv10Z85c=");
    QTest::newRow("HmacSHA256 POST") << QByteArray("POST") << Api::V1Method::HmacSha256
                                     << QByteArray("NPvM1cRymGvM5PqP7qNKsCjGscQXrdLYO3RY1nKHeQU=");
}

void tst_SignerV1::stop()
{
    QFETCH(QByteArray, httpMethod);
    QFETCH(Api::V1Method, method);
    QFETCH(QByteArray, signature);
    Api::V1Parameters parameters = Api::v1CommonParameters("StopWhiteboardPush", "ap-singapore", 1700000000,
                                                           11886, exampleCredential(), method, "en-US");
    parameters.insert(
        Api::v1Flattened({{u"SdkAppId"_s, qint64(1400000001)}, {u"TaskId"_s, u"07b4c70bpafm1b4majmb"_s}}));
    const Api::V1Signature result = Api::signV1({httpMethod, "tiw.intl.tencentcloudapi.com", parameters},
                                                exampleCredential().secretKey, method);
    QCOMPARE(
        result.textToSign,
        QByteArray(httpMethod
                   + "tiw.intl.tencentcloudapi.com/?Action=StopWhiteboardPush&Language=en-US&Nonce=11886"
                     "&Region=ap-singapore&SdkAppId=1400000001&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
                     "&SignatureMethod="
                   + Api::v1MethodName(method)
                   + "&TaskId=07b4c70bpafm1b4majmb&Timestamp=1700000000&Version=2019-09-19"));
    QCOMPARE(result.signature, signature);
}

void tst_SignerV1::encodesWhatIsSentOnly()
{
    const Api::V1Request request{"POST", "h", {{"Name", "a b/\xE6\x9C\xAA&=+~"}}};
    const Api::V1Signature result =
        Api::signV1(request, exampleCredential().secretKey, Api::V1Method::HmacSha256);
    QCOMPARE(result.textToSign, QByteArray("POSTh/?Name=a b/\xE6\x9C\xAA&=+~"));
    QVERIFY(result.encoded.startsWith("Name=a%20b%2F%E6%9C%AA%26%3D%2B~&Signature="));
    // What the other side decodes is what was signed.
    const QUrlQuery decoded(QString::fromLatin1(result.encoded));
    QCOMPARE(decoded.queryItemValue(u"Name"_s, QUrl::FullyDecoded).toUtf8(),
             request.parameters.value("Name"));
    QCOMPARE(decoded.queryItemValue(u"Signature"_s, QUrl::FullyDecoded).toUtf8(), result.signature);
}

void tst_SignerV1::tokenAndLanguage()
{
    Core::Credential temporary = exampleCredential();
    const auto without = Api::v1CommonParameters("A", "r", 1, 2, temporary, Api::V1Method::HmacSha1);
    QVERIFY(!without.contains("Token"));
    QVERIFY(!without.contains("Language"));
    QCOMPARE(without.value("SignatureMethod"), QByteArray("HmacSHA1"));
    temporary.token = Core::SecretText::fromString(u"session"_s);
    const auto with = Api::v1CommonParameters("A", "r", 1, 2, temporary, Api::V1Method::HmacSha256, "zh-CN");
    QCOMPARE(with.value("Token"), QByteArray("session"));
    QCOMPARE(with.value("Language"), QByteArray("zh-CN"));
}

void tst_SignerV1::flattens()
{
    const QJsonObject body{
        {u"Big"_s, qint64(9007199254740993)},
        {u"Flag"_s, true},
        {u"Nothing"_s, QJsonValue::Null},
        {u"Empty"_s, u""_s},
        {u"List"_s, QJsonArray{u"a"_s, QJsonObject{{u"Key"_s, 1}}}},
    };
    const Api::V1Parameters expected{
        {"Big", "9007199254740993"}, {"Flag", "true"}, {"Empty", ""}, {"List.0", "a"}, {"List.1.Key", "1"}};
    QCOMPARE(Api::v1Flattened(body), expected);
}

CONSOLE_TEST(tst_SignerV1, QCoreApplication)
#include "tst_signerv1.moc"
