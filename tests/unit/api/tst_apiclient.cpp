// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/networktransport.h"
#include "api/signer.h"
#include "api/taskapi.h"
#include "core/clock.h"
#include "core/redaction.h"
#include "support/rawserver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Api::ApiAnswer;
using Api::ApiCall;
using Core::ErrorKind;
using TestSupport::RawServer;
using TestSupport::WireRequest;

namespace {

//! A machine whose clock can be wrong.
class SkewedClock final : public Core::Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return m_real.nowUtc().addSecs(skewSeconds); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_real.monotonicMs(); }
    qint64 skewSeconds = 0;

private:
    Core::SystemClock m_real;
};

[[nodiscard]] Core::Credential credential()
{
    return {u"AKIDexample"_s, Core::SecretText::fromString(u"m4rk3r-secret"_s), {}};
}

[[nodiscard]] Api::ApiRequest stopRequest()
{
    return Api::makeStop(Core::SdkAppId{1400000001}, *Core::TaskId::parse(u"07b4c70bpafm1b4majmb"_s));
}

[[nodiscard]] QByteArray failureBody(const QByteArray &code, const QByteArray &message = "m")
{
    return R"({"Response":{"Error":{"Code":")" + code + R"(","Message":")" + message
        + R"("},"RequestId":"r-err"}})";
}

[[nodiscard]] QByteArray dateHeader(const QDateTime &time)
{
    return "Date: " + QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()
        + "\r\n";
}

//! All that may be kept or shown of an answer.
[[nodiscard]] QString textsOf(const ApiAnswer &answer)
{
    QString all = answer.requestId + answer.answerText;
    const auto add = [&all](const Core::Error &error) {
        all += error.apiCode + error.apiMessage + error.requestId + error.detail;
    };
    if (answer.response) {
        all += QString::fromUtf8(QJsonDocument(*answer.response).toJson());
    } else {
        add(answer.response.error());
    }
    for (const Core::WireExchange &exchange : answer.exchanges) {
        all += exchange.answer + exchange.requestId;
        for (const Core::HeaderField &field : exchange.answerHeaders) {
            all += field.name + u": "_s + field.value + u'\n';
        }
        if (exchange.error) {
            add(*exchange.error);
        }
    }
    return all;
}

const QByteArray goodBody = R"({"Response":{"Backup":null,"RequestId":"r-ok"}})"; // NOLINT(cert-err58-cpp)

} // namespace

class tst_ApiClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void signsWhatItSends();
    void tokenAndLanguage();
    void answers_data();
    void answers();
    void refusedHere_data();
    void refusedHere();
    void oneAttemptOnly();
    void expiredIsSignedAgain_data();
    void expiredIsSignedAgain();
    void expiredTwiceIsReported();
    void expiredWithoutNewsIsReported();
    void offsetIsOfTheEndpoint();
    void wrongDateIsNoticed_data();
    void wrongDateIsNoticed();
    void cancelReportsOnce();
    void cancelWhileSignedAgain();
    void receiverDies();
    void clientDies();
    void noSecretInTexts();
    void quotedSecretsAreTakenOut_data();
    void quotedSecretsAreTakenOut();
    void hostileNesting();

private:
    [[nodiscard]] ApiAnswer answerTo(const Api::ApiRequest &request,
                                     const Core::Credential &with = credential());
    //! Refuses timestamps more than 300 s off `serverTime`, as the service does.
    void checkTimestamps(qint64 serverOffset, bool sendsDate);

    Core::Endpoint m_endpoint;
    SkewedClock m_clock;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Api::NetworkTransport> m_transport;
    std::unique_ptr<Api::ApiClient> m_client;
};

void tst_ApiClient::init()
{
    m_clock.skewSeconds = 0;
    m_client.reset();
    m_transport.reset();
    m_server = std::make_unique<RawServer>();
    m_server->answerAlways(RawServer::http(goodBody));
    Core::NetworkSettings settings;
    settings.timeoutMs = 3000;
    m_transport = std::make_unique<Api::NetworkTransport>(settings, m_clock);
    m_client = std::make_unique<Api::ApiClient>(*m_transport, m_clock);
    m_endpoint = *Core::Endpoint::parse(u"http://127.0.0.1:"_s + QString::number(m_server->serverPort()),
                                        u"ap-singapore"_s, Core::Edition::International);
}

ApiAnswer tst_ApiClient::answerTo(const Api::ApiRequest &request, const Core::Credential &with)
{
    QObject receiver;
    QSignalSpy finished(m_client->send(request, m_endpoint, with, &receiver), &ApiCall::finished);
    if (!finished.isEmpty() || !finished.wait(10'000)) {
        ApiAnswer none;
        none.response = Core::failure(Core::Error::of(ErrorKind::Storage, u"no or too early an answer"_s));
        return none;
    }
    return finished.first().first().value<ApiAnswer>();
}

void tst_ApiClient::checkTimestamps(qint64 serverOffset, bool sendsDate)
{
    m_server->answer = [serverOffset, sendsDate](const WireRequest &request, QTcpSocket &socket) {
        const QDateTime serverTime = QDateTime::currentDateTimeUtc().addSecs(serverOffset);
        const qint64 timestamp = request.header("X-TC-Timestamp").toLongLong();
        const QByteArray date = sendsDate ? dateHeader(serverTime) : QByteArray();
        const bool isGood = std::abs(timestamp - serverTime.toSecsSinceEpoch()) <= 300;
        socket.write(RawServer::http(
            isGood ? goodBody
                   : failureBody("AuthFailure.SignatureExpire",
                                 "timestamp " + QByteArray::number(timestamp) + ", server time "
                                     + QByteArray::number(serverTime.toSecsSinceEpoch())),
            date));
    };
}

void tst_ApiClient::signsWhatItSends()
{
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(answer.response.has_value());
    QCOMPARE(answer.requestId, u"r-ok"_s);
    QCOMPARE(answer.httpStatus, 200);
    QVERIFY(answer.latencyMs >= 0);
    QVERIFY(!answer.serverDate);
    QVERIFY(!answer.resignedOnce);

    QCOMPARE(m_server->requests.size(), 1);
    const WireRequest &wire = m_server->requests.first();
    QVERIFY(wire.head.startsWith("POST / HTTP/1.1\r\n"));
    QCOMPARE(wire.body, QByteArray(R"({"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"})"));
    QCOMPARE(wire.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(wire.header("Host"), QByteArray("127.0.0.1:" + QByteArray::number(m_server->serverPort())));
    QCOMPARE(wire.header("X-TC-Action"), QByteArray("StopWhiteboardPush"));
    QCOMPARE(wire.header("X-TC-Version"), QByteArray("2019-09-19"));
    QCOMPARE(wire.header("X-TC-Region"), QByteArray("ap-singapore"));
    QVERIFY(!wire.head.contains("X-TC-Token"));
    QVERIFY(!wire.head.contains("X-TC-Language"));
    const qint64 timestamp = wire.header("X-TC-Timestamp").toLongLong();
    QVERIFY(std::abs(timestamp - QDateTime::currentSecsSinceEpoch()) <= 5);
    Api::SigningKeyCache cache;
    Api::Tc3Request asReceived;
    asReceived.host = wire.header("Host");
    asReceived.service = "tiw";
    asReceived.contentType = wire.header("Content-Type");
    asReceived.body = wire.body;
    asReceived.timestamp = timestamp;
    QCOMPARE(wire.header("Authorization"), Api::signTc3(asReceived, credential(), cache).authorization);
}

void tst_ApiClient::tokenAndLanguage()
{
    Core::Credential temporary = credential();
    temporary.token = Core::SecretText::fromString(u"t0ken"_s);
    m_client->setLanguage("zh-CN");
    QVERIFY(answerTo(stopRequest(), temporary).response.has_value());
    QCOMPARE(m_server->requests.first().header("X-TC-Token"), QByteArray("t0ken"));
    QCOMPARE(m_server->requests.first().header("X-TC-Language"), QByteArray("zh-CN"));
}

void tst_ApiClient::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Core::Delivery>("delivery");
    QTest::addColumn<QString>("requestId");
    const auto maybe = Core::Delivery::MaybeDelivered;
    QTest::newRow("api error") << RawServer::http(failureBody("InvalidParameter.TaskNotFound"))
                               << ErrorKind::Api << Core::Delivery::Answered << u"r-err"_s;
    QTest::newRow("throttled") << RawServer::http(failureBody("RequestLimitExceeded")) << ErrorKind::Api
                               << Core::Delivery::NotDelivered << u"r-err"_s;
    QTest::newRow("502 page") << RawServer::http("<html>", {}, "502 Bad Gateway") << ErrorKind::HttpStatus
                              << maybe << QString();
    QTest::newRow("redirect") << RawServer::http({}, "Location: https://elsewhere.invalid/\r\n",
                                                 "307 Temporary")
                              << ErrorKind::Redirect << Core::Delivery::Answered << QString();
    QTest::newRow("garbage") << RawServer::http("garbage") << ErrorKind::NotJson << maybe << QString();
    QTest::newRow("not even HTTP") << QByteArray("220 mail ESMTP\r\n\r\n") << ErrorKind::Network << maybe
                                   << QString();
    QTest::newRow("nested deep, also as text")
        << RawServer::http(R"({"Response":{"RequestId":"r-err","Error":{"Code":"X"},"A":)"
                           + QByteArray(900, '[') + QByteArray(900, ']') + "}}")
        << ErrorKind::Api << Core::Delivery::Answered << u"r-err"_s;
}

void tst_ApiClient::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    QFETCH(Core::Delivery, delivery);
    QFETCH(QString, requestId);
    m_server->answer = [bytes](const WireRequest &, QTcpSocket &socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(!answer.response.has_value());
    QCOMPARE(answer.response.error().kind, kind);
    QCOMPARE(answer.response.error().delivery, delivery);
    QCOMPARE(answer.requestId, requestId);
    QCOMPARE(m_server->requests.size(), 1);
}

void tst_ApiClient::refusedHere_data()
{
    QTest::addColumn<Core::Credential>("with");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<ErrorKind>("kind");
    Core::Credential noKey = credential();
    noKey.secretKey = {};
    Core::Credential injecting = credential();
    injecting.secretId = u"AKID\r\nX-Evil: 1"_s;
    Core::Credential badToken = credential();
    badToken.token = Core::SecretText::fromString(u"a\nb"_s);
    const QUrl fine(u"https://tiw.example.com"_s);
    QTest::newRow("no key") << noKey << fine << ErrorKind::NoCredential;
    QTest::newRow("line break in SecretId") << injecting << fine << ErrorKind::InvalidInput;
    QTest::newRow("line break in token") << badToken << fine << ErrorKind::InvalidInput;
    QTest::newRow("http elsewhere") << credential() << QUrl(u"http://192.0.2.1"_s) << ErrorKind::InvalidInput;
    QTest::newRow("other scheme") << credential() << QUrl(u"ftp://127.0.0.1"_s) << ErrorKind::InvalidInput;
    QTest::newRow("no host") << credential() << QUrl() << ErrorKind::InvalidInput;
}

void tst_ApiClient::refusedHere()
{
    QFETCH(Core::Credential, with);
    QFETCH(QUrl, url);
    QFETCH(ErrorKind, kind);
    m_endpoint.url = url;
    const ApiAnswer answer = answerTo(stopRequest(), with);
    QVERIFY(!answer.response.has_value());
    QCOMPARE(answer.response.error().kind, kind);
    QCOMPARE(answer.response.error().delivery, Core::Delivery::NotDelivered);
    QCOMPARE(answer.latencyMs, -1);
    QCOMPARE(m_server->connections, 0);
}

void tst_ApiClient::oneAttemptOnly()
{
    m_server->answer = [](const WireRequest &, QTcpSocket &socket) { socket.disconnectFromHost(); };
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(!answer.response.has_value());
    QCOMPARE(answer.response.error().kind, ErrorKind::Network);
    QCOMPARE(answer.response.error().delivery, Core::Delivery::MaybeDelivered);
    QVERIFY(!QTest::qWaitFor([this] { return m_server->requests.size() > 1; }, 100));
}

void tst_ApiClient::expiredIsSignedAgain_data()
{
    QTest::addColumn<qint64>("serverOffset");
    QTest::addColumn<bool>("sendsDate");
    QTest::newRow("ahead, by Date") << qint64(3600) << true;
    QTest::newRow("behind, by Date") << qint64(-7200) << true;
    QTest::newRow("ahead, by message") << qint64(3600) << false;
    QTest::newRow("another day") << qint64(-3 * 86400) << true;
}

void tst_ApiClient::expiredIsSignedAgain()
{
    QFETCH(qint64, serverOffset);
    QFETCH(bool, sendsDate);
    checkTimestamps(serverOffset, sendsDate);
    QSignalSpy learnt(m_client.get(), &Api::ApiClient::clockOffsetLearnt);
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(answer.response.has_value());
    QVERIFY(answer.resignedOnce);
    QCOMPARE(answer.exchanges.size(), 2); // both went over the wire
    QVERIFY(!answer.exchanges.first().isSignedAgain && answer.exchanges.last().isSignedAgain);
    QVERIFY(answer.exchanges.first().signature != answer.exchanges.last().signature);
    QVERIFY(answer.exchanges.first().error && !answer.exchanges.last().error);
    QCOMPARE(m_server->requests.size(), 2);
    QTRY_COMPARE(learnt.size(), 1);
    QVERIFY(std::abs(learnt.first().at(1).toLongLong() - serverOffset) <= 2);
    QVERIFY(std::abs(m_client->clockOffsetSeconds(m_endpoint) - serverOffset) <= 2);
    // The next one is right at once, and nothing new is learnt.
    const ApiAnswer next = answerTo(stopRequest());
    QVERIFY(next.response.has_value());
    QVERIFY(!next.resignedOnce);
    QCOMPARE(m_server->requests.size(), 3);
    QCOMPARE(learnt.size(), 1);
}

void tst_ApiClient::expiredTwiceIsReported()
{
    m_server->answer = [](const WireRequest &, QTcpSocket &socket) {
        socket.write(RawServer::http(failureBody("AuthFailure.SignatureExpire"),
                                     dateHeader(QDateTime::currentDateTimeUtc().addSecs(4000))));
    };
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(!answer.response.has_value());
    QCOMPARE(answer.response.error().apiCode, u"AuthFailure.SignatureExpire"_s);
    QVERIFY(answer.resignedOnce);
    QCOMPARE(m_server->requests.size(), 2);
}

void tst_ApiClient::expiredWithoutNewsIsReported()
{
    for (const QByteArray &date : {QByteArray(), dateHeader(QDateTime::currentDateTimeUtc()),
                                   QByteArray("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n")}) {
        m_server->requests.clear();
        m_server->answerAlways(
            RawServer::http(failureBody("AuthFailure.SignatureExpire", "1 12345678901 soon"), date));
        const ApiAnswer answer = answerTo(stopRequest());
        QVERIFY(!answer.response.has_value());
        QVERIFY(!answer.resignedOnce);
        QCOMPARE(m_server->requests.size(), 1);
        QCOMPARE(m_client->clockOffsetSeconds(m_endpoint), 0);
    }
}

void tst_ApiClient::offsetIsOfTheEndpoint()
{
    checkTimestamps(3600, true);
    QVERIFY(answerTo(stopRequest()).resignedOnce);
    Core::Endpoint other = m_endpoint;
    other.url.setHost(u"localhost"_s);
    QCOMPARE(m_client->clockOffsetSeconds(other), 0);
    other = m_endpoint;
    other.region = u"ap-guangzhou"_s;
    QVERIFY(m_client->clockOffsetSeconds(other) != 0);
}

void tst_ApiClient::wrongDateIsNoticed_data()
{
    QTest::addColumn<qint64>("dateOffset");
    QTest::addColumn<bool>("isApiAnswer");
    QTest::addColumn<bool>("isNoticed");
    QTest::newRow("right") << qint64(0) << true << false;
    QTest::newRow("a little off") << qint64(45) << true << false;
    QTest::newRow("off, within tolerance of the service") << qint64(120) << true << true;
    QTest::newRow("behind") << qint64(-120) << true << true;
    QTest::newRow("a gateway's") << qint64(120) << false << false;
}

void tst_ApiClient::wrongDateIsNoticed()
{
    QFETCH(qint64, dateOffset);
    QFETCH(bool, isApiAnswer);
    QFETCH(bool, isNoticed);
    m_server->answer = [dateOffset, isApiAnswer](const WireRequest &, QTcpSocket &socket) {
        const QByteArray date = dateHeader(QDateTime::currentDateTimeUtc().addSecs(dateOffset));
        socket.write(isApiAnswer ? RawServer::http(goodBody, date)
                                 : RawServer::http("<html>", date, "502 Bad Gateway"));
    };
    QSignalSpy learnt(m_client.get(), &Api::ApiClient::clockOffsetLearnt);
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(answer.serverDate.has_value());
    QVERIFY(!answer.resignedOnce);
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(std::abs(m_client->clockOffsetSeconds(m_endpoint) - dateOffset) <= 2 && dateOffset != 0,
             isNoticed);
    if (isNoticed) {
        QTRY_COMPARE(learnt.size(), 1);
        // Somebody sets the machine's clock right: that is noticed as well.
        m_clock.skewSeconds = dateOffset;
        (void)answerTo(stopRequest());
        QVERIFY(std::abs(m_client->clockOffsetSeconds(m_endpoint)) <= 2);
    }
}

void tst_ApiClient::cancelReportsOnce()
{
    m_server->answer = {};
    QObject receiver;
    ApiCall *const call = m_client->send(stopRequest(), m_endpoint, credential(), &receiver);
    QSignalSpy finished(call, &ApiCall::finished);
    QSignalSpy destroyed(call, &QObject::destroyed);
    QTRY_COMPARE(m_server->requests.size(), 1);
    call->cancel();
    call->cancel();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    const auto answer = finished.first().first().value<ApiAnswer>();
    QCOMPARE(answer.response.error().kind, ErrorKind::Canceled);
    QCOMPARE(answer.response.error().delivery, Core::Delivery::MaybeDelivered);
    QTRY_COMPARE(destroyed.size(), 1);
    QCOMPARE(finished.size(), 1);
}

void tst_ApiClient::cancelWhileSignedAgain()
{
    m_server->answer = [this](const WireRequest &, QTcpSocket &socket) {
        if (m_server->requests.size() == 1) {
            socket.write(RawServer::http(failureBody("AuthFailure.SignatureExpire"),
                                         dateHeader(QDateTime::currentDateTimeUtc().addSecs(3600))));
        }
    };
    QObject receiver;
    ApiCall *const call = m_client->send(stopRequest(), m_endpoint, credential(), &receiver);
    QSignalSpy finished(call, &ApiCall::finished);
    QTRY_COMPARE(m_server->requests.size(), 2);
    call->cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<ApiAnswer>().response.error().kind, ErrorKind::Canceled);
}

void tst_ApiClient::receiverDies()
{
    m_server->answer = {};
    auto receiver = std::make_unique<QObject>();
    ApiCall *const call = m_client->send(stopRequest(), m_endpoint, credential(), receiver.get());
    ApiCall *const refused = m_client->send(stopRequest(), m_endpoint, {}, receiver.get());
    QSignalSpy finished(call, &ApiCall::finished);
    QSignalSpy refusedFinished(refused, &ApiCall::finished);
    receiver.reset();
    m_server->answerAlways(RawServer::http(goodBody));
    QVERIFY(answerTo(stopRequest()).response.has_value());
    QCOMPARE(finished.size() + refusedFinished.size(), 0);

    // In its own slot, too.
    auto *const suicidal = new QObject;
    ApiCall *const last = m_client->send(stopRequest(), m_endpoint, credential(), suicidal);
    bool isCalled = false;
    connect(last, &ApiCall::finished, suicidal, [suicidal, &isCalled] {
        isCalled = true;
        delete suicidal;
    });
    QTRY_VERIFY(isCalled);
    QVERIFY(answerTo(stopRequest()).response.has_value());
}

void tst_ApiClient::clientDies()
{
    m_server->answer = [this](const WireRequest &, QTcpSocket &socket) {
        m_client.reset();
        socket.write(RawServer::http(failureBody("AuthFailure.SignatureExpire"),
                                     dateHeader(QDateTime::currentDateTimeUtc().addSecs(3600))));
    };
    QObject receiver;
    QSignalSpy finished(m_client->send(stopRequest(), m_endpoint, credential(), &receiver),
                        &ApiCall::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished.first().first().value<ApiAnswer>().resignedOnce);
}

void tst_ApiClient::noSecretInTexts()
{
    m_server->answerAlways(
        RawServer::http(R"({"Response":{"CallbackKey":"m4rk3r-callback","RequestId":"r-ok"}})"));
    Core::Credential temporary = credential();
    temporary.token = Core::SecretText::fromString(u"m4rk3r-token"_s);
    Api::ApiRequest request = stopRequest();
    request.body.insert(u"PushUserSig"_s, u"m4rk3r-usersig"_s);
    const ApiAnswer answer = answerTo(request, temporary);
    QVERIFY(answer.requestText.contains(u"StopWhiteboardPush"_s));
    QVERIFY(answer.answerText.contains(u"r-ok"_s));
    const QByteArray signature = m_server->requests.first().header("Authorization").split('=').last();
    for (const QString &text : {answer.requestText, answer.answerText}) {
        QVERIFY2(!text.contains(u"m4rk3r"_s), qPrintable(text));
        QVERIFY(!text.contains(QString::fromLatin1(signature)));
    }

    // The whole exchange has the signature apart, and nothing else of it.
    QCOMPARE(answer.exchanges.size(), 1);
    const Core::WireExchange exchange = answer.exchanges.first();
    QCOMPARE(exchange.signature, signature);
    QVERIFY(exchange.headers.contains({u"X-TC-Token"_s, u"(redacted)"_s}));
    QString all = exchange.body + exchange.answer + exchange.canonicalRequest + exchange.stringToSign;
    for (const auto &fields : {exchange.headers, exchange.answerHeaders}) {
        for (const Core::HeaderField &field : fields) {
            all += field.name + field.value;
        }
    }
    QVERIFY2(!all.contains(u"m4rk3r"_s), qPrintable(all));
    QVERIFY(!all.contains(QString::fromLatin1(signature)));
    QVERIFY(!all.contains(credential().secretId));
}

void tst_ApiClient::quotedSecretsAreTakenOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &headers = {}) {
        QTest::newRow(name) << RawServer::http(body, headers);
    };
    const QByteArray token = "m4rk3r/token";
    const QByteArray quotedSig = R"(m4rk3r\"user\\sig)"; // as JSON has it
    row("in a message", failureBody("AuthFailure.TokenFailure", "The token " + token + " is not valid"));
    row("in the code", failureBody("AuthFailure." + token));
    row("as the code", failureBody(token));
    row("in the RequestId", R"({"Response":{"Error":{"Code":"C"},"RequestId":")" + quotedSig + R"("}})");
    row("in a good RequestId", R"({"Response":{"RequestId":"r-)" + token + R"("}})");
    row("in a member's name", R"({"Response":{")" + token + R"(":1,"RequestId":"r"}})");
    row("in a list", R"({"Response":{"a":[{"b":")" + quotedSig + R"("}],"RequestId":"r"}})");
    row("in a member that is passed over", R"({"Response":{"a":")" + token + R"(","a":1,"RequestId":"r"}})");
    row("escaped", failureBody("C", R"(m4rk3r\/tok\u0065n and \u006d4rk3r\"user\\sig)"));
    row("escaped in a good answer", R"({"Response":{"a":"\u006d4rk3r\/token","RequestId":"r"}})");
    row("in JSON in a text",
        R"({"Response":{"Backup":"{\"a\":\"m4rk3r\\\"user\\\\sig\"}","RequestId":"r"}})");
    // Where a text is cut, one half of a secret would stay.
    row("across the end of a message", failureBody("C", QByteArray(992, 'x') + token));
    row("across the end of a code", failureBody(QByteArray(121, 'x') + token));
    row("across the end of what is kept",
        R"({"Response":{"a":")" + QByteArray(Core::longestKeptText - 42, 'x') + token
            + R"(","RequestId":"r"}})");
    row("in a long answer",
        R"({"Response":{"a":")" + QByteArray(300'000, 'x') + R"(","b":")" + token + R"(","RequestId":"r-)"
            + token + R"("}})");
    row("in a header", goodBody, "X-Echo: got " + token + "\r\n");
    row("across the end of a header", goodBody, "X-Echo: " + QByteArray(992, 'x') + token + "\r\n");
    row("in a header's name", goodBody, "m4rk3r-usersig: 1\r\n");
    QTest::newRow("in the type of what is no JSON")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/" + token + "\r\nContent-Length: 1\r\n\r\n?");
    QTest::newRow("in the words of a status") << RawServer::http(goodBody, {}, QByteArray("503 no " + token));
}

void tst_ApiClient::quotedSecretsAreTakenOut()
{
    QFETCH(const QByteArray, bytes);
    m_server->answerAlways(bytes);
    Core::Credential temporary = credential();
    temporary.token = Core::SecretText::fromString(u"m4rk3r/token"_s);
    Api::ApiRequest request = stopRequest();
    request.secrets = {Core::SecretText::fromString(u"m4rk3r\"user\\sig"_s),
                       Core::SecretText::fromString(u"m4rk3r-usersig"_s)};
    const ApiAnswer answer = answerTo(request, temporary);
    QCOMPARE(m_server->requests.size(), 1);
    const QString all = textsOf(answer);
    QVERIFY2(!all.contains(u"m4rk3r"_s), qPrintable(all));
}

void tst_ApiClient::hostileNesting()
{
    // JSON in text in JSON, each level as deep as the parser lets it be.
    QByteArray inner = "1";
    for (int level = 0; level < 12; ++level) {
        const QString text =
            QString::fromLatin1("{\"a\":" + QByteArray(1000, '[') + inner + QByteArray(1000, ']') + '}');
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        inner = list.mid(1, list.size() - 2);
    }
    m_server->answerAlways(RawServer::http(R"({"Response":{"RequestId":"r-ok","Deep":)" + inner + "}}"));
    const ApiAnswer answer = answerTo(stopRequest());
    QVERIFY(answer.response.has_value());
    QVERIFY(answer.answerText.size() <= Core::longestKeptText + 1);
}

CONSOLE_TEST(tst_ApiClient, QCoreApplication)
#include "tst_apiclient.moc"
