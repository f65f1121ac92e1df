// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"
#include "core/clock.h"

#include "support/handclock.h"
#include "support/rawserver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using Api::HttpFacts;
using Api::TransportFault;
using TestSupport::RawServer;
using TestSupport::WireRequest;

namespace {

const QByteArray goodBody = R"({"Response":{"RequestId":"r"}})"; // NOLINT(cert-err58-cpp)

[[nodiscard]] Core::NetworkSettings quickSettings()
{
    Core::NetworkSettings settings;
    settings.timeoutMs = 3000;
    return settings;
}

[[nodiscard]] Api::HttpRequest requestTo(quint16 port, Api::ActionKind lane = Api::ActionKind::Stop,
                                         const QString &scheme = u"http"_s)
{
    Api::HttpRequest request;
    request.to.url = QUrl(scheme + u"://127.0.0.1:"_s + QString::number(port) + u'/');
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "secret-signature"}};
    request.body = R"({"SdkAppId":1,"TaskId":"t"})";
    request.to.lane = lane;
    return request;
}

} // namespace

class tst_NetworkTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatItIsGiven();
    void neverSendsTwice_data();
    void neverSendsTwice();
    void brokenWays_data();
    void brokenWays();
    void redirectIsNotFollowed();
    void statusIsNoFault_data();
    void statusIsNoFault();
    void hugeBodyIsGivenUp_data();
    void hugeBodyIsGivenUp();
    void slowDripEndsAtTheDeadline();
    void cancelReportsOnce();
    void destroyedSaysNothing();
    void lanesShareNoConnection();
    void growsBeyondSixConnections();
    void keepsConnections();
    void restedConnectionsAreNotUsed_data();
    void restedConnectionsAreNotUsed();
    void closedWhileAtRest();
    void neighboursOfTheDeadAreNotUsed_data();
    void neighboursOfTheDeadAreNotUsed();
    void newSettingsNewConnections();
    void loopbackNeverThroughProxy_data();
    void loopbackNeverThroughProxy();
    void proxyFaults_data();
    void proxyFaults();
    void proxyStatusOfTheServiceItself();
    void badCaFile();
    void connectsAhead_data();
    void connectsAhead();
    void connectsAheadOnlyWhereItMaySend();

private:
    Core::SystemClock m_clock;
    [[nodiscard]] static HttpFacts exchange(Api::Transport &transport, const Api::HttpRequest &request);
};

HttpFacts tst_NetworkTransport::exchange(Api::Transport &transport, const Api::HttpRequest &request)
{
    QObject owner;
    Api::HttpJob *const job = transport.post(request, &owner);
    QSignalSpy finished(job, &Api::HttpJob::finished);
    if (finished.isEmpty() && !finished.wait(15'000)) {
        return {};
    }
    return finished.first().first().value<HttpFacts>();
}

void tst_NetworkTransport::sendsWhatItIsGiven()
{
    RawServer server;
    server.answerAlways(
        RawServer::http(goodBody, "Date: Tue, 14 Nov 2023 22:13:20 GMT\r\nSet-Cookie: a=b\r\n"));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::None);
    QCOMPARE(facts.httpStatus, 200);
    QCOMPARE(facts.body, goodBody);
    QCOMPARE(facts.contentType, QByteArray("application/json"));
    QCOMPARE(facts.date, QByteArray("Tue, 14 Nov 2023 22:13:20 GMT"));
    QVERIFY(facts.mayHaveLeft);
    QVERIFY(facts.latencyMs >= 0);
    (void)exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(server.requests.size(), 2);
    const WireRequest &last = server.requests.last();
    QVERIFY(last.head.startsWith("POST / HTTP/1.1"));
    QCOMPARE(last.body, QByteArray(R"({"SdkAppId":1,"TaskId":"t"})"));
    QCOMPARE(last.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(last.header("Content-Length"), QByteArray::number(last.body.size()));
    QCOMPARE(last.header("Authorization"), QByteArray("secret-signature"));
    QCOMPARE(last.header("Cookie"), QByteArray());
}

void tst_NetworkTransport::neverSendsTwice_data()
{
    QTest::addColumn<int>("goodOnesFirst");
    QTest::addColumn<QByteArray>("lastWords");
    QTest::newRow("fresh connection") << 0 << QByteArray();
    QTest::newRow("kept-alive connection") << 1 << QByteArray();
    QTest::newRow("kept alive for long") << 3 << QByteArray();
    QTest::newRow("half a header") << 1 << QByteArray("HTTP/1.1 200 OK\r\nContent-");
    QTest::newRow("cut body") << 1
                              << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Response\":{");
}

void tst_NetworkTransport::neverSendsTwice()
{
    QFETCH(int, goodOnesFirst);
    QFETCH(QByteArray, lastWords);
    RawServer server;
    server.answer = [&server, goodOnesFirst, lastWords](const WireRequest &, QTcpSocket &socket) {
        if (server.requests.size() <= goodOnesFirst) {
            socket.write(RawServer::http(goodBody));
            return;
        }
        socket.write(lastWords);
        socket.disconnectFromHost();
    };
    Api::NetworkTransport transport(quickSettings(), m_clock);
    for (int i = 0; i < goodOnesFirst; ++i) {
        QCOMPARE(exchange(transport, requestTo(server.serverPort())).fault, TransportFault::None);
    }
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::ConnectionLost);
    QVERIFY(facts.mayHaveLeft);
    // Whatever would be sent again needs a turn of the event loop and a connection.
    const int connectionsBefore = server.connections;
    QVERIFY(!QTest::qWaitFor([&] { return server.requests.size() > goodOnesFirst + 1; }, 150));
    QCOMPARE(server.requests.size(), goodOnesFirst + 1);
    QCOMPARE(server.connections, connectionsBefore);
}

void tst_NetworkTransport::brokenWays_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("withDeafServer");
    QTest::addColumn<TransportFault>("fault");
    QTest::addColumn<bool>("mayHaveLeft");
    QTest::newRow("refused") << u"http://127.0.0.1:1/"_s << false << TransportFault::ConnectionRefused
                             << false;
    QTest::newRow("no such host") << u"https://nothing.invalid/"_s << false << TransportFault::HostNotFound
                                  << false;
    QTest::newRow("no answer") << QString() << true << TransportFault::Timeout << true;
}

void tst_NetworkTransport::brokenWays()
{
    QFETCH(QString, url);
    QFETCH(bool, withDeafServer);
    QFETCH(TransportFault, fault);
    QFETCH(bool, mayHaveLeft);
    RawServer server;
    Core::NetworkSettings settings = quickSettings();
    settings.proxyMode = Core::NetworkSettings::ProxyMode::Direct;
    if (withDeafServer) {
        settings.timeoutMs = 300;
    }
    Api::NetworkTransport transport(settings, m_clock);
    Api::HttpRequest request = requestTo(server.serverPort());
    if (!url.isEmpty()) {
        request.to.url = QUrl(url);
    }
    const HttpFacts facts = exchange(transport, request);
    QCOMPARE(facts.fault, fault);
    QCOMPARE(facts.mayHaveLeft, mayHaveLeft);
    QCOMPARE(facts.httpStatus, 0);
    QVERIFY(!facts.faultText.isEmpty());
}

void tst_NetworkTransport::redirectIsNotFollowed()
{
    RawServer other;
    other.answerAlways(RawServer::http(goodBody));
    for (const QByteArray &status : {QByteArray("301 Moved"), QByteArray("302 Found"),
                                     QByteArray("307 Temporary"), QByteArray("308 Permanent")}) {
        RawServer server;
        server.answerAlways(RawServer::http(
            {}, "Location: http://127.0.0.1:" + QByteArray::number(other.serverPort()) + "/\r\n", status));
        Api::NetworkTransport transport(quickSettings(), m_clock);
        const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
        QCOMPARE(facts.fault, TransportFault::None);
        QCOMPARE(facts.httpStatus, status.left(3).toInt());
    }
    QCOMPARE(other.connections, 0);
}

void tst_NetworkTransport::statusIsNoFault_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("400") << QByteArray("400 Bad Request");
    QTest::newRow("401") << QByteArray("401 Unauthorized");
    QTest::newRow("403") << QByteArray("403 Forbidden");
    QTest::newRow("404") << QByteArray("404 Not Found");
    QTest::newRow("429") << QByteArray("429 Too Many Requests");
    QTest::newRow("500") << QByteArray("500 Internal Server Error");
    QTest::newRow("502") << QByteArray("502 Bad Gateway");
    QTest::newRow("503") << QByteArray("503 Unavailable");
}

void tst_NetworkTransport::statusIsNoFault()
{
    QFETCH(QByteArray, status);
    RawServer server;
    server.answerAlways(RawServer::http("<html>", "WWW-Authenticate: Basic realm=\"x\"\r\n", status));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::None);
    QCOMPARE(facts.httpStatus, status.left(3).toInt());
    QCOMPARE(server.requests.size(), 1);
}

void tst_NetworkTransport::hugeBodyIsGivenUp_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isTooLarge");
    QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
                               << qint64(100) << true;
    QTest::newRow("not announced") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                                   << qint64(8 * 1024 * 1024) << true;
    QTest::newRow("one byte too much")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n") << qint64(1048577) << true;
    QTest::newRow("just fits") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n")
                               << qint64(1048576) << false;
}

void tst_NetworkTransport::hugeBodyIsGivenUp()
{
    QFETCH(QByteArray, head);
    QFETCH(qint64, size);
    QFETCH(bool, isTooLarge);
    RawServer server;
    server.answerAlways(head + QByteArray(size, 'x'));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::None);
    QCOMPARE(facts.isTooLarge, isTooLarge);
    QCOMPARE(facts.httpStatus, 200);
    QCOMPARE(facts.body.size(), isTooLarge ? 0 : size);
}

void tst_NetworkTransport::slowDripEndsAtTheDeadline()
{
    RawServer server;
    server.answer = [](const WireRequest &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *const drip = new QTimer(&socket);
        QObject::connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        drip->start(20);
    };
    Core::NetworkSettings settings = quickSettings();
    settings.timeoutMs = 400;
    Api::NetworkTransport transport(settings, m_clock);
    QElapsedTimer elapsed;
    elapsed.start();
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::Timeout);
    QVERIFY(facts.mayHaveLeft);
    QCOMPARE(facts.httpStatus, 200);
    QVERIFY(elapsed.elapsed() >= 390);
    QVERIFY(elapsed.elapsed() < 3000);
}

void tst_NetworkTransport::cancelReportsOnce()
{
    RawServer server;
    Api::NetworkTransport transport(quickSettings(), m_clock);
    QObject owner;
    // Before anything left.
    Api::HttpJob *const early = transport.post(requestTo(server.serverPort()), &owner);
    QSignalSpy earlyFinished(early, &Api::HttpJob::finished);
    early->cancel();
    early->cancel();
    QCOMPARE(earlyFinished.size(), 0); // from the event loop
    QTRY_COMPARE(earlyFinished.size(), 1);
    QCOMPARE(earlyFinished.first().first().value<HttpFacts>().fault, TransportFault::Canceled);
    QVERIFY(!earlyFinished.first().first().value<HttpFacts>().mayHaveLeft);
    QCOMPARE(server.requests.size(), 0);
    // While the answer is awaited.
    Api::HttpJob *const late = transport.post(requestTo(server.serverPort()), &owner);
    QSignalSpy lateFinished(late, &Api::HttpJob::finished);
    QTRY_COMPARE(server.requests.size(), 1);
    late->cancel();
    QTRY_COMPARE(lateFinished.size(), 1);
    QVERIFY(lateFinished.first().first().value<HttpFacts>().mayHaveLeft);
    late->cancel();
    QVERIFY(!lateFinished.wait(50));
    QCOMPARE(earlyFinished.size(), 1);
}

void tst_NetworkTransport::destroyedSaysNothing()
{
    RawServer server;
    Api::NetworkTransport transport(quickSettings(), m_clock);
    auto *const owner = new QObject;
    (void)transport.post(requestTo(server.serverPort()), owner);
    Api::HttpJob *const canceled = transport.post(requestTo(server.serverPort()), owner);
    QTRY_COMPARE(server.requests.size(), 2);
    QSignalSpy finished(canceled, &Api::HttpJob::finished);
    canceled->cancel();
    delete owner;
    // The transport goes on working.
    server.answerAlways(RawServer::http(goodBody));
    QCOMPARE(exchange(transport, requestTo(server.serverPort())).httpStatus, 200);
    QCOMPARE(finished.size(), 0);
}

void tst_NetworkTransport::lanesShareNoConnection()
{
    RawServer server;
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    for (int i = 0; i < 3; ++i) {
        for (const Api::ActionKind lane : {Api::ActionKind::Stop, Api::ActionKind::Read}) {
            QCOMPARE(exchange(transport, requestTo(server.serverPort(), lane)).httpStatus, 200);
        }
    }
    QCOMPARE(server.requests.size(), 6);
    for (int i = 0; i < 6; i += 2) {
        QVERIFY(server.requests.at(i).connection != server.requests.at(i + 1).connection);
    }
}

void tst_NetworkTransport::growsBeyondSixConnections()
{
    RawServer server;
    Api::NetworkTransport transport(quickSettings(), m_clock);
    QObject owner;
    for (int i = 0; i < 24; ++i) {
        (void)transport.post(requestTo(server.serverPort(), Api::ActionKind::Read), &owner);
    }
    // None waits inside for an answer to another.
    QTRY_COMPARE(server.requests.size(), 24);
    (void)transport.post(requestTo(server.serverPort(), Api::ActionKind::Stop), &owner);
    QTRY_COMPARE(server.requests.size(), 25);
}

void tst_NetworkTransport::keepsConnections()
{
    RawServer server;
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(exchange(transport, requestTo(server.serverPort())).httpStatus, 200);
    }
    QCOMPARE(server.connections, 1);
}

void tst_NetworkTransport::restedConnectionsAreNotUsed_data()
{
    QTest::addColumn<qint64>("passedMs");
    QTest::addColumn<qint64>("sleptMs");
    QTest::addColumn<int>("connections");
    QTest::newRow("at once") << qint64(0) << qint64(0) << 1;
    QTest::newRow("within the service's time") << qint64(40'000) << qint64(0) << 1;
    QTest::newRow("beyond it") << qint64(46'000) << qint64(0) << 2;
    QTest::newRow("the machine slept") << qint64(0) << qint64(3'600'000) << 2;
    QTest::newRow("slept, and the clock was set back") << qint64(46'000) << qint64(-40'000) << 2;
    QTest::newRow("the clock was set back") << qint64(0) << qint64(-3'600'000) << 2;
}

void tst_NetworkTransport::restedConnectionsAreNotUsed()
{
    QFETCH(const qint64, passedMs);
    QFETCH(const qint64, sleptMs);
    QFETCH(const int, connections);
    RawServer server;
    server.answerAlways(RawServer::http(goodBody));
    TestSupport::HandClock clock;
    Api::NetworkTransport transport(quickSettings(), clock);
    QCOMPARE(exchange(transport, requestTo(server.serverPort())).httpStatus, 200);
    clock.pass(passedMs);
    clock.sleep(sleptMs);
    QCOMPARE(exchange(transport, requestTo(server.serverPort())).httpStatus, 200);
    QCOMPARE(server.connections, connections);
    QCOMPARE(server.requests.size(), 2);
}

//! As the service does it: the end comes while nothing is under way.
void tst_NetworkTransport::closedWhileAtRest()
{
    RawServer server;
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    for (int i = 1; i <= 5; ++i) {
        const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
        QCOMPARE(facts.fault, TransportFault::None);
        QCOMPARE(server.requests.size(), i);
        for (QTcpSocket *const socket : server.findChildren<QTcpSocket *>()) {
            QSignalSpy gone(socket, &QTcpSocket::disconnected);
            QCOMPARE(shutdown(int(socket->socketDescriptor()), SHUT_WR), 0);
            QVERIFY(!gone.isEmpty() || gone.wait()); // the other side has seen it, and closed its own
        }
    }
    QCOMPARE(server.connections, 5);
}

void tst_NetworkTransport::neighboursOfTheDeadAreNotUsed_data()
{
    QTest::addColumn<bool>("isSilent");
    QTest::newRow("silent") << true;
    QTest::newRow("closed") << false;
}

//! Six connections of which nobody knows yet that they are dead: one request finds out for all.
void tst_NetworkTransport::neighboursOfTheDeadAreNotUsed()
{
    QFETCH(const bool, isSilent);
    RawServer server;
    QList<QPointer<QTcpSocket>> waiting;
    server.answer = [&waiting](const WireRequest &, QTcpSocket &socket) { waiting.append(&socket); };
    Core::NetworkSettings settings = quickSettings();
    settings.timeoutMs = 700;
    Api::NetworkTransport transport(settings, m_clock);
    QObject owner;
    int answered = 0;
    for (int i = 0; i < 6; ++i) {
        connect(transport.post(requestTo(server.serverPort()), &owner), &Api::HttpJob::finished, &owner,
                [&answered] { ++answered; });
    }
    QTRY_COMPARE(waiting.size(), 6);
    for (const QPointer<QTcpSocket> &socket : waiting) {
        socket->write(RawServer::http(goodBody));
    }
    QTRY_COMPARE(answered, 6);
    QCOMPARE(server.connections, 6);
    server.answer = [isSilent](const WireRequest &request, QTcpSocket &socket) {
        if (request.connection > 6) {
            socket.write(RawServer::http(goodBody));
        } else if (!isSilent) {
            socket.disconnectFromHost();
        }
    };
    QCOMPARE(exchange(transport, requestTo(server.serverPort())).fault,
             isSilent ? TransportFault::Timeout : TransportFault::ConnectionLost);
    QCOMPARE(server.connections, 6);
    for (const Api::ActionKind lane : {Api::ActionKind::Stop, Api::ActionKind::Read}) {
        QCOMPARE(exchange(transport, requestTo(server.serverPort(), lane)).fault, TransportFault::None);
    }
    QCOMPARE(server.connections, 8);
    QCOMPARE(server.requests.size(), 9);
}

void tst_NetworkTransport::newSettingsNewConnections()
{
    RawServer server;
    Api::NetworkTransport transport(quickSettings(), m_clock);
    QObject owner;
    Api::HttpJob *const underWay = transport.post(requestTo(server.serverPort()), &owner);
    QSignalSpy finished(underWay, &Api::HttpJob::finished);
    QTRY_COMPARE(server.requests.size(), 1);
    QTcpSocket *const waiting = server.findChild<QTcpSocket *>();
    QVERIFY(waiting);

    Core::NetworkSettings settings = quickSettings();
    settings.timeoutMs = 250;
    transport.setNetworkSettings(settings);
    QCOMPARE(exchange(transport, requestTo(server.serverPort())).fault, TransportFault::Timeout);
    QCOMPARE(server.connections, 2);
    QCOMPARE(finished.size(), 0);
    waiting->write(RawServer::http(goodBody));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<HttpFacts>().httpStatus, 200);
}

void tst_NetworkTransport::loopbackNeverThroughProxy_data()
{
    QTest::addColumn<Core::NetworkSettings::ProxyMode>("mode");
    using enum Core::NetworkSettings::ProxyMode;
    QTest::newRow("system") << System;
    QTest::newRow("http") << Http;
    QTest::newRow("socks5") << Socks5;
    QTest::newRow("direct") << Direct;
}

void tst_NetworkTransport::loopbackNeverThroughProxy()
{
    QFETCH(Core::NetworkSettings::ProxyMode, mode);
    RawServer proxy;
    RawServer server;
    server.answerAlways(RawServer::http(goodBody));
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    Core::NetworkSettings settings = quickSettings();
    settings.proxyMode = mode;
    settings.proxyHost = u"127.0.0.1"_s;
    settings.proxyPort = proxy.serverPort();
    Api::NetworkTransport transport(settings, m_clock);
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    qunsetenv("http_proxy");
    QCOMPARE(facts.httpStatus, 200);
    QCOMPARE(proxy.connections, 0);
}

void tst_NetworkTransport::proxyFaults_data()
{
    QTest::addColumn<QByteArray>("answer"); // of the proxy; empty: nobody listens
    QTest::addColumn<TransportFault>("fault");
    QTest::newRow("wants credentials") << RawServer::http(
        "go away", "Proxy-Authenticate: Basic realm=\"p\"\r\n", "407 Proxy Authentication Required")
                                       << TransportFault::ProxyAuthentication;
    QTest::newRow("not there") << QByteArray() << TransportFault::ProxyUnreachable;
}

void tst_NetworkTransport::proxyFaults()
{
    QFETCH(QByteArray, answer);
    QFETCH(TransportFault, fault);
    RawServer proxy;
    proxy.answerAlways(answer);
    Core::NetworkSettings settings = quickSettings();
    settings.proxyMode = Core::NetworkSettings::ProxyMode::Http;
    settings.proxyHost = u"127.0.0.1"_s;
    settings.proxyPort = answer.isEmpty() ? quint16(1) : proxy.serverPort();
    settings.proxyUser = u"ann"_s;
    settings.proxyPassword = Core::SecretText::fromString(u"pass"_s);
    Api::NetworkTransport transport(settings, m_clock);
    Api::HttpRequest request = requestTo(1);
    request.to.url = QUrl(u"https://tiw.example.com/"_s);
    const HttpFacts facts = exchange(transport, request);
    QCOMPARE(facts.fault, fault);
    QVERIFY(!facts.mayHaveLeft);
    if (!answer.isEmpty()) {
        QVERIFY(proxy.requests.first().head.startsWith("CONNECT tiw.example.com:443"));
        QVERIFY(!proxy.requests.last().head.contains("secret-signature"));
        // The settings' own credentials were tried.
        QVERIFY(
            proxy.requests.last().header("Proxy-Authorization").endsWith(QByteArray("ann:pass").toBase64()));
    }
}

void tst_NetworkTransport::proxyStatusOfTheServiceItself()
{
    // Of a request that has left nobody may say that it was not delivered.
    RawServer server;
    server.answerAlways(RawServer::http("go away", "Proxy-Authenticate: Basic realm=\"p\"\r\n",
                                        "407 Proxy Authentication Required"));
    Api::NetworkTransport transport(quickSettings(), m_clock);
    const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
    QCOMPARE(facts.fault, TransportFault::None);
    QCOMPARE(facts.httpStatus, 407);
    QVERIFY(facts.mayHaveLeft);
    QCOMPARE(server.requests.size(), 1);
}

void tst_NetworkTransport::connectsAhead_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("opened");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("some") << 4 << 4;
    QTest::newRow("no more than one manager uses") << 50 << 6;
}

void tst_NetworkTransport::connectsAhead()
{
    QFETCH(int, wanted);
    QFETCH(int, opened);
    // One that is open before the next is asked for may serve both, and a quick machine opens it in no time.
    constexpr int mostTries = 30;
    std::unique_ptr<RawServer> freshServer;
    std::unique_ptr<Api::NetworkTransport> freshTransport;
    bool areOpen = false;
    for (int tries = 0; !areOpen && tries < mostTries; ++tries) {
        freshTransport = std::make_unique<Api::NetworkTransport>(quickSettings(), m_clock);
        freshServer = std::make_unique<RawServer>();
        freshTransport->prepare(requestTo(freshServer->serverPort()).to, wanted);
        areOpen = QTest::qWaitFor([&] { return freshServer->connections > opened / 2; }, 200);
    }
    QVERIFY(areOpen);
    RawServer &server = *freshServer;
    Api::NetworkTransport &transport = *freshTransport;
    server.answerAlways(RawServer::http(goodBody));
    const Api::HttpRequest request = requestTo(server.serverPort());
    QCOMPARE(server.requests.size(), 0);

    // What was opened is used, by its own lane only, and is not opened again.
    QCOMPARE(exchange(transport, request).fault, TransportFault::None);
    transport.prepare(request.to, wanted);
    QCOMPARE(exchange(transport, request).fault, TransportFault::None);
    const auto made = server.connections;
    QVERIFY(made <= opened);
    QCOMPARE(exchange(transport, requestTo(server.serverPort(), Api::ActionKind::Read)).fault,
             TransportFault::None);
    QVERIFY(server.connections > made);
    QVERIFY(server.connections <= opened + 1);
}

void tst_NetworkTransport::connectsAheadOnlyWhereItMaySend()
{
    RawServer server;
    Api::NetworkTransport transport(quickSettings(), m_clock);
    for (const QString &url :
         {u"http://tiw.example.com:%1/"_s, u"ftp://127.0.0.1:%1/"_s, u"127.0.0.1:%1"_s}) {
        QVERIFY(!Api::mayCarryCredentials(QUrl(url.arg(server.serverPort()))));
        transport.prepare({QUrl(url.arg(server.serverPort()))}, 1);
    }
    // A port where nobody listens is found out by the request that follows.
    transport.prepare(requestTo(1).to, 1);
    QCOMPARE(exchange(transport, requestTo(1)).fault, TransportFault::ConnectionRefused);
    QCOMPARE(server.connections, 0);
}

void tst_NetworkTransport::badCaFile()
{
    const QTemporaryDir directory;
    RawServer server;
    Core::NetworkSettings settings = quickSettings();
    for (const QString &content : {QString(), u"no certificate"_s}) {
        settings.caFile = directory.filePath(u"ca.pem"_s);
        if (!content.isNull()) {
            QFile file(settings.caFile);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content.toUtf8());
        }
        Api::NetworkTransport transport(settings, m_clock);
        const HttpFacts facts = exchange(transport, requestTo(server.serverPort()));
        QCOMPARE(facts.fault, TransportFault::LocalSetup);
        QVERIFY(!facts.mayHaveLeft);
        QVERIFY(facts.faultText.contains(u"ca.pem"_s));
    }
    QCOMPARE(server.connections, 0);
}

CONSOLE_TEST(tst_NetworkTransport, QCoreApplication)
#include "tst_networktransport.moc"
