// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/signer.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The published examples' pair: it opens nothing.
[[nodiscard]] Core::Credential exampleCredential()
{
    return {u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s,
            Core::SecretText::fromString(u"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_s),
            {}};
}

constexpr auto stopBody = R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})";

[[nodiscard]] Api::Tc3Request stopRequest(qint64 timestamp = 1700000000)
{
    Api::Tc3Request request;
    request.host = "tiw.intl.tencentcloudapi.com";
    request.service = "tiw";
    request.contentType = "application/json";
    request.body = stopBody;
    request.timestamp = timestamp;
    request.action = "StopWhiteboardPush";
    return request;
}

[[nodiscard]] QByteArray sha256Hex(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

} // namespace

class tst_Signer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectors_data();
    void vectors();
    void wholeText();
    void derivedKeys();
    void midnight_data();
    void midnight();
    void derivesOncePerDay();
    void tellsCredentialsApart();
    void cacheIsBounded();
    void clearedCacheKeepsNothing();
    void trimsHeaderValues();
    void serviceName_data();
    void serviceName();
};

void tst_Signer::vectors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("timestamp");
    QTest::addColumn<QByteArray>("signedAction");
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("bodyHash");
    QTest::addColumn<QByteArray>("canonicalHash");
    QTest::addColumn<QByteArray>("signature");

    const QByteArray cvm = "cvm.tencentcloudapi.com";
    const QByteArray cvmBody =
        R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
    const QByteArray intl = "tiw.intl.tencentcloudapi.com";
    const QByteArray json = "application/json";
    const QByteArray jsonUtf8 = "application/json; charset=utf-8";
    const QByteArray stopHash = "259d2b49bd62eb7eead6155031ba7a16c7a61c6694a35faf8758670c0d91bfac";

    QTest::newRow("A: GET") << QByteArray("GET") << cvm << QByteArray("application/x-www-form-urlencoded")
                            << QByteArray("Limit=10&Offset=0") << QByteArray() << qint64(1539084154)
                            << QByteArray() << QByteArray("2018-10-09/cvm/tc3_request")
                            << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                            << QByteArray("91c9c192c14460df6c1ffc69e34e6c5e90708de2a6d282cccf957dbf1aa7f3a7")
                            << QByteArray("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
    QTest::newRow("B: POST") << QByteArray("POST") << cvm << jsonUtf8 << QByteArray() << cvmBody
                             << qint64(1551113065) << QByteArray() << QByteArray("2019-02-25/cvm/tc3_request")
                             << QByteArray("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064")
                             << QByteArray("5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031")
                             << QByteArray(
                                    "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    QTest::newRow("B2: action signed too")
        << QByteArray("POST") << cvm << jsonUtf8 << QByteArray() << cvmBody << qint64(1551113065)
        << QByteArray("DescribeInstances") << QByteArray("2019-02-25/cvm/tc3_request")
        << QByteArray("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064")
        << QByteArray("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84")
        << QByteArray("644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26");
    QTest::newRow("D: stop") << QByteArray("POST") << intl << json << QByteArray() << QByteArray(stopBody)
                             << qint64(1700000000) << QByteArray() << QByteArray("2023-11-14/tiw/tc3_request")
                             << stopHash
                             << QByteArray("3b63e56461da6ec22e57b43cfb744e24a80cbe0252db180d3aedf291d3dc67c3")
                             << QByteArray(
                                    "7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390");
    QTest::newRow("D2: stop, action signed too")
        << QByteArray("POST") << intl << json << QByteArray() << QByteArray(stopBody) << qint64(1700000000)
        << QByteArray("StopWhiteboardPush") << QByteArray("2023-11-14/tiw/tc3_request") << stopHash
        << QByteArray("0c8612cbc6c5079a0147af5ec49306965ac71481a0f868285183ae689a365fad")
        << QByteArray("73570be863267fc60879d8ea564ab8161c0273083534b332b5e61743a1d39781");
    QTest::newRow("E: mainland host, charset")
        << QByteArray("POST") << QByteArray("tiw.tencentcloudapi.com") << jsonUtf8 << QByteArray()
        << QByteArray(stopBody) << qint64(1700000000) << QByteArray()
        << QByteArray("2023-11-14/tiw/tc3_request") << stopHash
        << QByteArray("008a26cb66fb716469103e8804883e6597ae8e920a4c0d6a2fdd106329287f7f")
        << QByteArray("d275b2c2fa1253d336da55b0828e31cb54297c0ed1de39088c0c1ba4d2be3591");
    QTest::newRow("host with a port")
        << QByteArray("POST") << QByteArray("127.0.0.1:8080") << json << QByteArray() << QByteArray(stopBody)
        << qint64(1700000000) << QByteArray() << QByteArray("2023-11-14/tiw/tc3_request") << stopHash
        << QByteArray("514d14d879b2a1532d05e23d925cba28e33aa9c0a8e5e2b46183155872dd34b7")
        << QByteArray("f379f6b047b61627156202d0fff5462adfbbe48792c36b2e3c55149d24c104fa");
}

void tst_Signer::vectors()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, body);
    QFETCH(qint64, timestamp);
    QFETCH(QByteArray, signedAction);
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, bodyHash);
    QFETCH(QByteArray, canonicalHash);
    QFETCH(QByteArray, signature);

    Api::SigningKeyCache cache;
    const Api::Tc3Request request{method,      host,         Api::serviceNameFor(host),
                                  contentType, query,        body,
                                  timestamp,   signedAction, !signedAction.isEmpty()};
    const Api::Tc3Signature result = Api::signTc3(request, exampleCredential(), cache);

    QCOMPARE(result.canonicalRequest.right(64), bodyHash);
    QCOMPARE(sha256Hex(result.canonicalRequest), canonicalHash);
    QCOMPARE(result.credentialScope, scope);
    QCOMPARE(result.stringToSign,
             QByteArray("TC3-HMAC-SHA256\n" + QByteArray::number(timestamp) + '\n' + scope + '\n'
                        + canonicalHash));
    QCOMPARE(result.signature, signature);
    QCOMPARE(result.authorization,
             QByteArray("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/" + scope
                        + ", SignedHeaders=" + result.signedHeaders + ", Signature=" + signature));
    // A second signature with the kept key is the same one.
    QCOMPARE(Api::signTc3(request, exampleCredential(), cache).authorization, result.authorization);
}

void tst_Signer::wholeText()
{
    Api::SigningKeyCache cache;
    Api::Tc3Request request = stopRequest();
    QCOMPARE(Api::signTc3(request, exampleCredential(), cache).canonicalRequest,
             QByteArray("POST\n/\n\ncontent-type:application/json\nhost:tiw.intl.tencentcloudapi.com\n\n"
                        "content-type;host\n"
                        "259d2b49bd62eb7eead6155031ba7a16c7a61c6694a35faf8758670c0d91bfac"));
    request.signsAction = true;
    QCOMPARE(Api::signTc3(request, exampleCredential(), cache).canonicalRequest,
             QByteArray("POST\n/\n\ncontent-type:application/json\nhost:tiw.intl.tencentcloudapi.com\n"
                        "x-tc-action:stopwhiteboardpush\n\ncontent-type;host;x-tc-action\n"
                        "259d2b49bd62eb7eead6155031ba7a16c7a61c6694a35faf8758670c0d91bfac"));
}

void tst_Signer::derivedKeys()
{
    const Api::DerivedKeys keys = Api::deriveKeys(exampleCredential().secretKey, "2023-11-14", "tiw");
    QCOMPARE(keys.date.toHex(),
             QByteArray("887d0077ac19ed5cba18590a4fe79f7e1d851a9b05bd4e02a3af730156456978"));
    QCOMPARE(keys.service.toHex(),
             QByteArray("211b42ceef239762f323dd314681fc93b7dc90a96ea021e939657ed326eb6545"));
    QCOMPARE(keys.signing.toHex(),
             QByteArray("7ae5d8b7013ecf7c71d92de0b90c15506c73f067bf4ba56f4f09f01d52cc9c3c"));
}

void tst_Signer::midnight_data()
{
    QTest::addColumn<qint64>("timestamp");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("signature");
    // Computed with another implementation (Python's hmac).
    QTest::newRow("the day's last second")
        << qint64(1700006399) << QByteArray("2023-11-14")
        << QByteArray("4b5f1e30dd28b21b56352e237fd525f02d400c738564f2e297c414ee4800aaf1");
    QTest::newRow("the next day's first")
        << qint64(1700006400) << QByteArray("2023-11-15")
        << QByteArray("575ddb52ff0cf967fe3f8941741a52d4fb668b891ebb01ac0100430537fae871");
    QTest::newRow("leap day") << qint64(1709164800) << QByteArray("2024-02-29")
                              << QByteArray(
                                     "77483995413c66909643f9ef30d1251fa6b1292f57a41092786fcc1e789f59c2");
    QTest::newRow("epoch") << qint64(0) << QByteArray("1970-01-01")
                           << QByteArray("e6657ebf8c458730fa6fb43588abd1f3450bef05611c76ff0666708f06deec02");
}

void tst_Signer::midnight()
{
    QFETCH(qint64, timestamp);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, signature);
    // One cache for the rows, as in a run that crosses midnight, in a zone where the local day differs.
    static Api::SigningKeyCache cache;
    qputenv("TZ", "Asia/Shanghai");
    const Api::Tc3Signature result = Api::signTc3(stopRequest(timestamp), exampleCredential(), cache);
    qunsetenv("TZ");
    QCOMPARE(result.credentialScope, QByteArray(date + "/tiw/tc3_request"));
    QCOMPARE(result.signature, signature);
}

void tst_Signer::derivesOncePerDay()
{
    Api::SigningKeyCache cache;
    for (qint64 second = 1700006300; second < 1700006500; ++second) {
        (void)Api::signTc3(stopRequest(second), exampleCredential(), cache);
    }
    QCOMPARE(cache.derivations(), 2);
    // Back over midnight (a clock that was set back, a learnt offset): both days are kept.
    (void)Api::signTc3(stopRequest(1700006399), exampleCredential(), cache);
    QCOMPARE(cache.derivations(), 2);
}

void tst_Signer::tellsCredentialsApart()
{
    Api::SigningKeyCache cache;
    const Api::Tc3Signature first = Api::signTc3(stopRequest(), exampleCredential(), cache);
    Core::Credential other = exampleCredential();
    other.secretKey = Core::SecretText::fromString(u"another"_s); // same SecretId, corrected key
    const Api::Tc3Signature second = Api::signTc3(stopRequest(), other, cache);
    QVERIFY(first.signature != second.signature);
    Api::SigningKeyCache fresh;
    QCOMPARE(second.signature, Api::signTc3(stopRequest(), other, fresh).signature);
    QCOMPARE(Api::signTc3(stopRequest(), exampleCredential(), cache).signature, first.signature);
}

void tst_Signer::cacheIsBounded()
{
    Api::SigningKeyCache cache;
    const auto sign = [&cache](int number) {
        Core::Credential credential = exampleCredential();
        credential.secretId = QString::number(number);
        (void)Api::signTc3(stopRequest(), credential, cache);
    };
    const int many = int(Api::SigningKeyCache::capacity) + 1;
    for (int number = 0; number < many; ++number) {
        sign(number);
    }
    QCOMPARE(cache.derivations(), many);
    sign(many - 1); // still kept
    QCOMPARE(cache.derivations(), many);
    sign(0); // made room for the last one
    QCOMPARE(cache.derivations(), many + 1);
}

void tst_Signer::clearedCacheKeepsNothing()
{
    Api::SigningKeyCache cache;
    const Api::Tc3Signature first = Api::signTc3(stopRequest(), exampleCredential(), cache);
    cache.clear();
    QCOMPARE(Api::signTc3(stopRequest(), exampleCredential(), cache).signature, first.signature);
    QCOMPARE(cache.derivations(), 2);
}

void tst_Signer::trimsHeaderValues()
{
    Api::SigningKeyCache cache;
    Api::Tc3Request request = stopRequest();
    request.contentType = " application/json ";
    request.host = " tiw.intl.tencentcloudapi.com";
    QCOMPARE(Api::signTc3(request, exampleCredential(), cache).signature,
             QByteArray("7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390"));
}

void tst_Signer::serviceName_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("service");
    QTest::newRow("international") << QByteArray("tiw.intl.tencentcloudapi.com") << QByteArray("tiw");
    QTest::newRow("access point") << QByteArray("tiw.ap-singapore.tencentcloudapi.com") << QByteArray("tiw");
    QTest::newRow("other product") << QByteArray("cvm.tencentcloudapi.com") << QByteArray("cvm");
    QTest::newRow("port") << QByteArray("trtc.example.com:8443") << QByteArray("trtc");
    QTest::newRow("upper case") << QByteArray("TIW.tencentcloudapi.com") << QByteArray("tiw");
    QTest::newRow("IPv4") << QByteArray("10.1.2.3") << QByteArray("tiw");
    QTest::newRow("IPv4 and port") << QByteArray("127.0.0.1:8080") << QByteArray("tiw");
    QTest::newRow("IPv6") << QByteArray("[::1]") << QByteArray("tiw");
    QTest::newRow("IPv6 and port") << QByteArray("[::1]:8080") << QByteArray("tiw");
    QTest::newRow("localhost") << QByteArray("localhost:8080") << QByteArray("tiw");
    QTest::newRow("one label") << QByteArray("gateway") << QByteArray("gateway");
    QTest::newRow("empty") << QByteArray() << QByteArray("tiw");
}

void tst_Signer::serviceName()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, service);
    QCOMPARE(Api::serviceNameFor(host), service);
}

CONSOLE_TEST(tst_Signer, QCoreApplication)
#include "tst_signer.moc"
