// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedrequest.h"
#include "simulator/server.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Simulator;

namespace {

constexpr qint64 app = 1400000001;

Settings testSettings()
{
    Settings settings = Settings::withoutTasks();
    settings.tasks = pushingTasks(app, 3);
    settings.requestsPerSecond = 0;
    return settings;
}

SignedRequest call(const Server &server, const Settings &settings, const QByteArray &action, int task = 1)
{
    SignedRequest request(settings, action, {{u"SdkAppId"_s, app}, {u"TaskId"_s, seededTaskId(app, task)}});
    request.host = server.url().authority().toUtf8();
    return request;
}

QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : answer.sliced(end + 4);
}

bool isWhole(const QByteArray &answer)
{
    static const QByteArray name = "\r\nContent-Length: ";
    const qsizetype at = answer.indexOf(name);
    const qsizetype end = at < 0 ? -1 : answer.indexOf("\r\n", at + name.size());
    return end >= 0
        && bodyOf(answer).size() == answer.sliced(at + name.size(), end - at - name.size()).toLongLong();
}

//! What a connection gives until the answer is whole or the other side closes.
struct RawAnswer
{
    QByteArray bytes;
    bool isClosed = false;
};

RawAnswer exchange(const Server &server, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(server.url().host(), static_cast<quint16>(server.url().port()));
    RawAnswer answer;
    if (!socket.waitForConnected(5000)) {
        return answer;
    }
    socket.write(bytes);
    socket.flush();
    while (!isWhole(answer.bytes) && socket.state() == QAbstractSocket::ConnectedState
           && socket.waitForReadyRead(5000)) {
        answer.bytes += socket.readAll();
    }
    answer.bytes += socket.readAll();
    answer.isClosed = socket.state() != QAbstractSocket::ConnectedState;
    return answer;
}

QJsonObject responseOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value("Response"_L1).toObject();
}

QNetworkRequest networkRequest(const Server &server, const SignedRequest &made)
{
    QNetworkRequest request(server.url());
    const Request plain = made.request();
    for (const auto &[name, value] : plain.headers) {
        request.setRawHeader(name, value);
    }
    return request;
}

} // namespace

class TestSimulatorServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAndKeepsConnections();
    void addressTellsAll();
    void wireFaults_data();
    void wireFaults();
    void dripArrivesWhole();
    void hangStaysOpen();
    void headHasNoBody();
    void compressesForNobody();
    void chunkedAndLargeForms();
    void latencyIsWaited();
    void aWaitingRequestHoldsNobodyUp();
    void aClientThatDiesHasSent();
    void journalOverItsUrl();
    void tls();
    void refusesOtherHosts_data();
    void refusesOtherHosts();
    void manyServers();
    void stopsAtOnce();

private:
    std::unique_ptr<Server> m_server;
    Settings m_settings;
};

void TestSimulatorServer::init()
{
    m_settings = testSettings();
    m_server = std::make_unique<Server>(m_settings);
    QVERIFY(m_server->start());
}

void TestSimulatorServer::answersAndKeepsConnections()
{
    const QByteArray describe = call(*m_server, m_settings, "DescribeWhiteboardPush").bytes();
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    QVERIFY(socket.waitForConnected(5000));
    for (int i = 0; i < 50; ++i) { // the library would close after five by itself
        socket.write(describe);
        QByteArray answer;
        while (responseOf(bodyOf(answer)).isEmpty()) {
            QVERIFY(socket.waitForReadyRead(5000));
            answer += socket.readAll();
        }
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(!answer.contains("X-Simulator"));
        QVERIFY(answer.contains("Date: "));
        QCOMPARE(responseOf(bodyOf(answer)).value("Status"_L1).toString(), u"PUSHING"_s);
    }
    const QList<JournalEntry> journal = m_server->journal();
    QCOMPARE(journal.size(), 50);
    QCOMPARE(journal.last().connection, journal.first().connection);
    QVERIFY(journal.first().connection > 0);
    exchange(*m_server, describe);
    QCOMPARE(m_server->journal().last().connection, journal.first().connection + 1);
}

void TestSimulatorServer::addressTellsAll()
{
    QCOMPARE(m_server->url().scheme(), u"http"_s);
    QCOMPARE(m_server->url().host(), u"127.0.0.1"_s);
    QVERIFY(m_server->url().port() > 0);
    QCOMPARE(m_server->address().sdkAppIds, (QList<qint64>{1400000001, 1400000002}));
    QVERIFY(m_server->address().credential.isComplete());
    QVERIFY(m_server->address().caCertificate.isEmpty());
}

void TestSimulatorServer::wireFaults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("start"); // of the answer
    QTest::addColumn<bool>("isWholeHeader");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("none") << u"delay-after=1"_s << QByteArray("HTTP/1.1 200 OK\r\n") << true << false;
    QTest::newRow("drop before") << u"drop-before"_s << QByteArray() << false << true;
    QTest::newRow("drop after") << u"drop-after"_s << QByteArray() << false << true;
    QTest::newRow("half header") << u"half-header"_s << QByteArray("HTTP/1.1 200 OK\r\n") << false << true;
    QTest::newRow("truncate") << u"truncate"_s << QByteArray("HTTP/1.1 200 OK\r\n") << true << true;
    QTest::newRow("502") << u"bad-gateway"_s << QByteArray("HTTP/1.1 502 ") << true << false;
    QTest::newRow("307") << u"redirect=http://127.0.0.1:1/x"_s << QByteArray("HTTP/1.1 307 ") << true
                         << false;
    QTest::newRow("huge") << u"huge"_s << QByteArray("HTTP/1.1 200 OK\r\n") << true << false;
}

void TestSimulatorServer::wireFaults()
{
    QFETCH(const QString, fault);
    QFETCH(const QByteArray, start);
    QFETCH(const bool, isWholeHeader);
    QFETCH(const bool, isClosed);
    QVERIFY(m_server->addFault(QString(u"*:1:"_s + fault)));
    const QByteArray bytes = call(*m_server, m_settings, "DescribeWhiteboardPush").bytes();
    const RawAnswer answer = exchange(*m_server, bytes);
    QCOMPARE(answer.bytes.isEmpty(), start.isEmpty());
    QVERIFY2(answer.bytes.startsWith(start), answer.bytes.left(40).constData());
    QCOMPARE(answer.bytes.contains("\r\n\r\n"), isWholeHeader);
    QCOMPARE(answer.isClosed, isClosed);
    if (fault == "truncate"_L1) {
        QVERIFY(!bodyOf(answer.bytes).isEmpty());
        QVERIFY(QJsonDocument::fromJson(bodyOf(answer.bytes)).isNull());
    } else if (fault == "huge"_L1) {
        QVERIFY(bodyOf(answer.bytes).size() > 1024 * 1024);
    } else if (fault.startsWith("redirect"_L1)) {
        QVERIFY(answer.bytes.contains("Location: http://127.0.0.1:1/x\r\n"));
    }
    QCOMPARE(m_server->journal().size(), 1);
    // The next one is well again.
    QCOMPARE(responseOf(bodyOf(exchange(*m_server, bytes).bytes)).value("Status"_L1).toString(),
             u"PUSHING"_s);
}

void TestSimulatorServer::dripArrivesWhole()
{
    QVERIFY(m_server->addFault(u"*:1:drip=1"));
    QElapsedTimer timer;
    timer.start();
    const RawAnswer answer =
        exchange(*m_server, call(*m_server, m_settings, "DescribeWhiteboardPush").bytes());
    QCOMPARE(responseOf(bodyOf(answer.bytes)).value("Status"_L1).toString(), u"PUSHING"_s);
    QVERIFY2(timer.elapsed() >= bodyOf(answer.bytes).size() - 1,
             qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!answer.isClosed);
}

void TestSimulatorServer::hangStaysOpen()
{
    QVERIFY(m_server->addFault(u"*:1:hang"));
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    QVERIFY(socket.waitForConnected(5000));
    socket.write(call(*m_server, m_settings, "DescribeWhiteboardPush").bytes());
    QVERIFY(!socket.waitForReadyRead(200));
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_server->journal().size(), 1);
}

void TestSimulatorServer::headHasNoBody()
{
    const QByteArray host = m_server->url().authority().toUtf8();
    const QByteArray head = "HEAD / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    const QByteArray get =
        "GET /_simulator/tasks HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    QTcpSocket socket;
    socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    QVERIFY(socket.waitForConnected(5000));
    for (const QByteArray &request : {head, get}) { // a body after HEAD would be taken for the next answer
        socket.write(request);
        QVERIFY(socket.waitForReadyRead(5000));
        const QByteArray answer = socket.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.left(60).constData());
        QCOMPARE(bodyOf(answer).isEmpty(), request == head);
    }
    QVERIFY(socket.state() != QAbstractSocket::ConnectedState || socket.waitForDisconnected(5000));
}

void TestSimulatorServer::compressesForNobody()
{
    // Most clients offer it; the bytes of a spoilt answer must stay what they are.
    QByteArray bytes = call(*m_server, m_settings, "DescribeWhiteboardPush").bytes();
    bytes.replace("content-length:", "accept-encoding: gzip, deflate, br\r\ncontent-length:");
    const RawAnswer answer = exchange(*m_server, bytes);
    QCOMPARE(responseOf(bodyOf(answer.bytes)).value("Status"_L1).toString(), u"PUSHING"_s);
}

void TestSimulatorServer::chunkedAndLargeForms()
{
    const QByteArray host = m_server->url().authority().toUtf8();
    const QByteArray form = "Action=StopWhiteboardPush&Version=2019-09-19&SecretId=x&Signature=y&TaskId="
        + QByteArray(20'000, 'a');
    const QByteArray head =
        "POST / HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    const QByteArray plain = head + "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
    QCOMPARE(responseOf(bodyOf(exchange(*m_server, plain).bytes))[u"Error"][u"Code"].toString(),
             u"AuthFailure.SecretIdNotFound"_s);
    const QByteArray chunked = head + "Transfer-Encoding: chunked\r\n\r\n"
        + QByteArray::number(form.size(), 16) + "\r\n" + form + "\r\n0\r\n\r\n";
    QCOMPARE(responseOf(bodyOf(exchange(*m_server, chunked).bytes))[u"Error"][u"Code"].toString(),
             u"AuthFailure.SecretIdNotFound"_s);
    QCOMPARE(m_server->journal().last().taskId.size(), 20'000);
}

void TestSimulatorServer::latencyIsWaited()
{
    const QByteArray bytes = call(*m_server, m_settings, "DescribeWhiteboardPush").bytes();
    QNetworkAccessManager network;
    const auto timed = [&] {
        QElapsedTimer timer;
        timer.start();
        const SignedRequest made = call(*m_server, m_settings, "DescribeWhiteboardPush");
        const std::unique_ptr<QNetworkReply> reply(network.post(networkRequest(*m_server, made), made.body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        return finished.wait(5000) && reply->error() == QNetworkReply::NoError ? timer.elapsed() : qint64(-1);
    };
    QVERIFY(timed() >= 0);
    m_server->setLatency(80);
    QVERIFY(timed() >= 80);
    m_server->setLatency(0);
    QVERIFY(m_server->addFault(u"*:1:delay-after=90"));
    QVERIFY(timed() >= 90);
}

void TestSimulatorServer::aWaitingRequestHoldsNobodyUp()
{
    constexpr int waiting = 200;
    QVERIFY(m_server->addFault(QString(u"StopWhiteboardPush:*:delay-before=60000"_s)));
    const QByteArray stop = call(*m_server, m_settings, "StopWhiteboardPush").bytes();
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < waiting; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
        QVERIFY(sockets.back()->waitForConnected(5000));
        sockets.back()->write(stop);
        sockets.back()->flush();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->journal().size(), waiting, 30'000);
    const RawAnswer answer =
        exchange(*m_server, call(*m_server, m_settings, "DescribeWhiteboardPush").bytes());
    QCOMPARE(responseOf(bodyOf(answer.bytes)).value("Status"_L1).toString(), u"PUSHING"_s);
    QElapsedTimer timer;
    timer.start();
    m_server->stop();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed()))); // all of them called off
}

void TestSimulatorServer::aClientThatDiesHasSent()
{
    for (int i = 1; i <= 20; ++i) {
        QTcpSocket socket;
        socket.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
        QVERIFY(socket.waitForConnected(5000));
        socket.write(call(*m_server, m_settings, "StopWhiteboardPush").bytes());
        QVERIFY(socket.waitForBytesWritten(5000));
        socket.abort();
        QTRY_COMPARE(m_server->journal().size(), i);
    }
    QVERIFY(m_server->tasks().first()[u"stopRequested"].toBool());
}

void TestSimulatorServer::journalOverItsUrl()
{
    exchange(*m_server, call(*m_server, m_settings, "StopWhiteboardPush").bytes());
    const QByteArray get = "GET /_simulator/journal HTTP/1.1\r\nHost: x\r\n\r\n";
    const QJsonDocument page = QJsonDocument::fromJson(bodyOf(exchange(*m_server, get).bytes));
    const QJsonObject entry = page[u"entries"][0].toObject();
    QCOMPARE(entry[u"action"].toString(), u"StopWhiteboardPush"_s);
    QCOMPARE(entry[u"taskId"].toString(), seededTaskId(app, 1));
    QCOMPARE(entry[u"signatureOk"].toBool(), true);
    QVERIFY(!page.toJson().contains(m_settings.accounts.first().secretKey));
}

void TestSimulatorServer::tls()
{
    m_settings.isTls = true;
    Server server(m_settings);
    const Core::Result<ServerAddress> address = server.start();
    QVERIFY2(address, qUtf8Printable(address ? QString() : address.error().detail));
    QCOMPARE(address->url.scheme(), u"https"_s);
    const SignedRequest made = call(server, m_settings, "DescribeWhiteboardPush");
    QNetworkRequest request = networkRequest(server, made);

    QNetworkAccessManager stranger;
    const std::unique_ptr<QNetworkReply> refused(stranger.post(request, made.body));
    QSignalSpy refusal(refused.get(), &QNetworkReply::finished);
    QVERIFY(refusal.wait(5000));
    QCOMPARE(refused->error(), QNetworkReply::SslHandshakeFailedError);

    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromData(address->caCertificate));
    request.setSslConfiguration(trusting);
    QNetworkAccessManager friendly;
    const std::unique_ptr<QNetworkReply> reply(friendly.post(request, made.body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(5000));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(responseOf(reply->readAll()).value("Status"_L1).toString(), u"PUSHING"_s);

    QVERIFY(server.addFault(u"*:1:truncate"));
    const std::unique_ptr<QNetworkReply> cut(friendly.post(request, made.body));
    QSignalSpy cutShort(cut.get(), &QNetworkReply::finished);
    QVERIFY(cutShort.wait(5000));
    QVERIFY(cut->error() != QNetworkReply::NoError);
}

void TestSimulatorServer::refusesOtherHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isGood");
    for (const char *host : {"0.0.0.0", "::", "192.0.2.1", "example.com", ""}) {
        QTest::newRow(host) << QString::fromLatin1(host) << false;
    }
    QTest::newRow("127.0.0.2") << u"127.0.0.2"_s << true;
    QTest::newRow("localhost") << u"localhost"_s << true;
}

void TestSimulatorServer::refusesOtherHosts()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isGood);
    m_settings.host = host;
    Server server(m_settings);
    const Core::Result<ServerAddress> address = server.start();
    QCOMPARE(address.has_value(), isGood);
    if (isGood) {
        QCOMPARE(address->url.host(), host);
        QVERIFY(
            !exchange(server, call(server, m_settings, "DescribeWhiteboardPush").bytes()).bytes.isEmpty());
    } else {
        QCOMPARE(address.error().kind, Core::ErrorKind::InvalidInput);
    }
}

void TestSimulatorServer::manyServers()
{
    Server second(m_settings);
    QVERIFY(second.start());
    QVERIFY(second.url() != m_server->url());
    exchange(second, call(second, m_settings, "StopWhiteboardPush").bytes());
    QCOMPARE(m_server->journal().size(), 0);
    QCOMPARE(second.journal().size(), 1);

    m_settings.port = static_cast<quint16>(second.url().port());
    Server taken(m_settings);
    const Core::Result<ServerAddress> address = taken.start();
    QVERIFY(!address);
    QCOMPARE(address.error().kind, Core::ErrorKind::Network);
}

void TestSimulatorServer::stopsAtOnce()
{
    QTcpSocket idle;
    idle.connectToHost(m_server->url().host(), static_cast<quint16>(m_server->url().port()));
    QVERIFY(idle.waitForConnected(5000));
    idle.write(call(*m_server, m_settings, "DescribeWhiteboardPush").bytes());
    QVERIFY(idle.waitForReadyRead(5000));
    QElapsedTimer timer;
    timer.start();
    m_server.reset();
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(idle.waitForDisconnected(5000));
}

CONSOLE_TEST(TestSimulatorServer, QCoreApplication)
#include "tst_simulatorserver.moc"
