// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answer.h"
#include "api/networktransport.h"
#include "core/clock.h"

#include "simulator/certificates.h"
#include "support/rawserver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using Api::HttpFacts;
using Core::ErrorKind;
using TestSupport::RawServer;
using TestSupport::WireRequest;

//! Answers that are made to do harm, against the transport and the judge of answers together: whatever comes,
//! a request ends in its time, takes a bounded amount of what is poured out, leaves once, and leaves the
//! transport fit for the next.
class tst_AnswerAttacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void floodsEnd_data();
    void floodsEnd();
    void oddAnswersEnd_data();
    void oddAnswersEnd();
    void compressedIsNotUnpacked_data();
    void compressedIsNotUnpacked();

private:
    [[nodiscard]] HttpFacts exchange(const RawServer &server);
    void isFitForTheNext();

    Core::SystemClock m_clock;
    QTemporaryDir m_directory;
    QSslConfiguration m_serverTls;
    std::unique_ptr<Api::NetworkTransport> m_transport;
};

namespace {

constexpr int timeoutMs = 800;
constexpr int slackMs = 2500; // of a busy machine
constexpr int notInTime = -12345;
constexpr qint64 chunkSize = 64 * 1024;

//! Pours `piece` out, again and again, as fast as it is taken; counts what went.
void pour(QTcpSocket &socket, const QByteArray &piece, qint64 &poured)
{
    QByteArray chunk;
    while (chunk.size() < chunkSize) {
        chunk += piece;
    }
    auto *const tap = new QTimer(&socket);
    QObject::connect(tap, &QTimer::timeout, &socket, [&socket, chunk, &poured] {
        const auto *const tls = qobject_cast<QSslSocket *>(&socket);
        if (socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0) < chunkSize) {
            poured += socket.write(chunk);
        }
    });
    tap->start(0);
}

} // namespace

void tst_AnswerAttacks::initTestCase()
{
    const auto made = Simulator::makeCertificates();
    QVERIFY(made);
    m_serverTls = QSslConfiguration::defaultConfiguration();
    m_serverTls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    m_serverTls.setLocalCertificateChain(QSslCertificate::fromData(made->server));
    m_serverTls.setPrivateKey(QSslKey(made->serverKey, QSsl::Ec));
    QFile ca(m_directory.filePath(u"ca.pem"_s));
    QVERIFY(ca.open(QIODevice::WriteOnly));
    QVERIFY(ca.write(made->authority) > 0);
    ca.close();
    Core::NetworkSettings settings;
    settings.timeoutMs = timeoutMs;
    settings.caFile = ca.fileName();
    m_transport = std::make_unique<Api::NetworkTransport>(settings, m_clock);
}

HttpFacts tst_AnswerAttacks::exchange(const RawServer &server)
{
    Api::HttpRequest request;
    request.to.url = QUrl(u"https://localhost:"_s + QString::number(server.serverPort()) + u'/');
    request.to.lane = Api::ActionKind::Stop;
    request.headers = {{"Content-Type", "application/json"}, {"Accept-Encoding", "identity"}};
    request.body = R"({"SdkAppId":1,"TaskId":"t"})";
    QObject owner;
    QSignalSpy finished(m_transport->post(request, &owner), &Api::HttpJob::finished);
    QElapsedTimer elapsed;
    elapsed.start();
    HttpFacts late;
    late.httpStatus = notInTime;
    const bool isOver = finished.wait(10'000);
    return isOver && elapsed.elapsed() < timeoutMs + slackMs ? finished.first().first().value<HttpFacts>()
                                                             : late;
}

void tst_AnswerAttacks::isFitForTheNext()
{
    RawServer server;
    server.setTls(m_serverTls);
    server.answerAlways(RawServer::http(R"({"Response":{"RequestId":"r"}})"));
    Api::HttpRequest request;
    request.to.url = QUrl(u"https://localhost:"_s + QString::number(server.serverPort()) + u'/');
    request.to.lane = Api::ActionKind::Stop;
    request.body = "{}";
    QObject owner;
    QSignalSpy finished(m_transport->post(request, &owner), &Api::HttpJob::finished);
    QVERIFY(finished.wait(5000));
    QVERIFY(Api::judgeAnswer(finished.first().first().value<HttpFacts>()));
}

void tst_AnswerAttacks::floodsEnd_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    const QByteArray chunked(ok + "Transfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("headers") << ok << QByteArray("X-More: and more\r\n");
    QTest::newRow("one header") << QByteArray(ok + "X-More: ") << QByteArray(1000, 'x');
    QTest::newRow("folded header") << QByteArray(ok + "X-More: ") << QByteArray("x\r\n ");
    QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(1000, 'x');
    QTest::newRow("no HTTP at all") << QByteArray() << QByteArray(1000, 'x');
    QTest::newRow("zeros") << QByteArray() << QByteArray(1000, '\0');
    QTest::newRow("empty lines") << QByteArray() << QByteArray("\r\n");
    QTest::newRow("1xx") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
    QTest::newRow("1xx with headers") << QByteArray() << QByteArray("HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n");
    QTest::newRow("body") << QByteArray(ok + "Connection: close\r\n\r\n") << QByteArray(1000, 'x');
    QTest::newRow("chunks") << chunked << QByteArray("5\r\nhello\r\n");
    QTest::newRow("one chunk") << QByteArray(chunked + "7fffffff\r\n") << QByteArray(1000, 'x');
    QTest::newRow("chunk size") << chunked << QByteArray("0000000000");
    QTest::newRow("chunk extension") << QByteArray(chunked + "5;") << QByteArray(1000, 'x');
    QTest::newRow("trailers") << QByteArray(chunked + "0\r\n") << QByteArray("X-More: and more\r\n");
    QTest::newRow("after the answer") << RawServer::http(R"({"Response":{"RequestId":"r"}})")
                                      << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

void tst_AnswerAttacks::floodsEnd()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, piece);
    RawServer server;
    server.setTls(m_serverTls);
    qint64 poured = 0;
    server.answer = [&](const WireRequest &, QTcpSocket &socket) {
        socket.write(head);
        pour(socket, piece, poured);
    };
    const HttpFacts facts = exchange(server);
    QVERIFY2(facts.httpStatus != notInTime, "did not end in its time");
    const bool isGood = Api::judgeAnswer(facts).has_value();
    QCOMPARE(isGood, QByteArray(QTest::currentDataTag()) == "after the answer");
    QVERIFY(facts.body.size() <= Api::longestAnswer);
    // Headers have no cap but the time; what that comes to is far from hurting. Of empty lines
    // 75 MiB were seen to come in that time.
    const bool isOfEmptyLines = QByteArray(QTest::currentDataTag()) == "empty lines";
    QVERIFY2(poured < (isOfEmptyLines ? 256 : 64) * 1024 * 1024, qPrintable(QString::number(poured)));
    QCOMPARE(server.requests.size(), 1);
    isFitForTheNext();
}

void tst_AnswerAttacks::oddAnswersEnd_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("mayBeGood"); // it is all there, and odd only
    const QByteArray good(R"({"Response":{"RequestId":"r"}})");
    const QByteArray length("Content-Length: " + QByteArray::number(good.size()) + "\r\n");
    const QByteArray ok("HTTP/1.1 200 OK\r\n");
    QTest::newRow("shorter than said") << QByteArray(ok + "Content-Length: 100\r\n\r\n" + good) << false;
    QTest::newRow("longer than said") << QByteArray(ok + "Content-Length: 5\r\n\r\n" + good) << false;
    QTest::newRow("two lengths") << QByteArray(ok + length + "Content-Length: 5\r\n\r\n" + good) << true;
    QTest::newRow("negative length") << QByteArray(ok + "Content-Length: -5\r\n\r\n" + good) << true;
    QTest::newRow("no number") << QByteArray(ok + "Content-Length: many\r\n\r\n" + good) << true;
    QTest::newRow("huge length") << QByteArray(ok + "Content-Length: 99999999999999999999999\r\n\r\n" + good)
                                 << true;
    QTest::newRow("length and chunks")
        << QByteArray(ok + length + "Transfer-Encoding: chunked\r\n\r\n1e\r\n" + good + "\r\n0\r\n\r\n")
        << true;
    QTest::newRow("chunk size overflows") << QByteArray(ok
                                                        + "Transfer-Encoding: chunked\r\n\r\n"
                                                          "FFFFFFFFFFFFFFFFF\r\n"
                                                        + good)
                                          << false;
    QTest::newRow("negative chunk") << QByteArray(ok + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + good)
                                    << false;
    QTest::newRow("HTTP/0.9") << good << false;
    QTest::newRow("HTTP/9.9") << QByteArray("HTTP/9.9 200 OK\r\n" + length + "\r\n" + good) << true;
    QTest::newRow("status 0") << QByteArray("HTTP/1.1 000 Nothing\r\n" + length + "\r\n" + good) << false;
    QTest::newRow("status 999") << QByteArray("HTTP/1.1 999 Much\r\n" + length + "\r\n" + good) << false;
    QTest::newRow("status negative") << QByteArray("HTTP/1.1 -200 OK\r\n" + length + "\r\n" + good) << false;
    QTest::newRow("status long") << QByteArray("HTTP/1.1 2000000000000 OK\r\n" + length + "\r\n" + good)
                                 << false;
    QTest::newRow("101") << QByteArray("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"
                                       + good)
                         << false;
    QTest::newRow("204 with body") << QByteArray("HTTP/1.1 204 None\r\n" + length + "\r\n" + good) << false;
    QTest::newRow("206") << QByteArray("HTTP/1.1 206 Part\r\n" + length + "\r\n" + good) << false;
    QTest::newRow("304") << QByteArray("HTTP/1.1 304 Same\r\n\r\n") << false;
    QTest::newRow("401 digest") << QByteArray(
        "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n"
        "Content-Length: 0\r\n\r\n")
                                << false;
    QTest::newRow("407 of the service itself")
        << QByteArray("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n")
        << false;
    QTest::newRow("zero in a header")
        << QByteArray(ok + QByteArray("X-A: a\0b\r\n", 10) + length + "\r\n" + good) << true;
    QTest::newRow("header without colon") << QByteArray(ok + "nonsense\r\n" + length + "\r\n" + good) << true;
    QTest::newRow("bare newlines") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 31\n\n" + good) << true;
    QTest::newRow("20,000 headers") << QByteArray(ok + QByteArray("X-More: x\r\n").repeated(20'000) + length
                                                  + "\r\n" + good)
                                    << true;
    QTest::newRow("long header") << QByteArray(ok + "X-More: " + QByteArray(200'000, 'x') + "\r\n" + length
                                               + "\r\n" + good)
                                 << true;
    QTest::newRow("long headers") << QByteArray(
        ok + QByteArray("X-More: " + QByteArray(90'000, 'x') + "\r\n").repeated(10) + length + "\r\n" + good)
                                  << true;
    QTest::newRow("TLS alert") << QByteArray::fromHex("15030300020246") << false;
    QTest::newRow("HTTP/2 settings") << QByteArray::fromHex("000000040000000000") << false;
}

void tst_AnswerAttacks::oddAnswersEnd()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, mayBeGood);
    RawServer server;
    server.setTls(m_serverTls);
    server.answer = [&](const WireRequest &, QTcpSocket &socket) {
        socket.write(answer);
        socket.disconnectFromHost();
    };
    const HttpFacts facts = exchange(server);
    QVERIFY2(facts.httpStatus != notInTime, "did not end in its time");
    QVERIFY(mayBeGood || !Api::judgeAnswer(facts));
    qsizetype headerBytes = 0;
    for (const auto &[name, value] : facts.headers) {
        headerBytes += name.size() + value.size();
    }
    QVERIFY2(headerBytes <= 256 * 1024, qPrintable(QString::number(headerBytes))); // Qt's own bound
    QVERIFY(facts.headers.size() <= 100);
    QVERIFY(!QTest::qWaitFor([&server] { return server.requests.size() > 1; }, 50));
    isFitForTheNext();
}

void tst_AnswerAttacks::compressedIsNotUnpacked_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : {"gzip", "deflate", "br", "zstd", "gzip, gzip", "GZIP"}) {
        QTest::newRow(encoding) << QByteArray(encoding);
    }
}

void tst_AnswerAttacks::compressedIsNotUnpacked()
{
    QFETCH(const QByteArray, encoding);
    // 100 MiB of an answer in 100 KiB: unpacked it would be taken for one that is too large.
    QByteArray packed = qCompress(QByteArray(100 * 1024 * 1024, ' '), 9).sliced(4);
    RawServer server;
    server.setTls(m_serverTls);
    server.answerAlways(RawServer::http(packed, "Content-Encoding: " + encoding + "\r\n"));
    const HttpFacts facts = exchange(server);
    QCOMPARE(facts.httpStatus, 200);
    QVERIFY(!facts.isTooLarge);
    QCOMPARE(facts.body, packed);
    const auto judged = Api::judgeAnswer(facts);
    QVERIFY(!judged);
    QCOMPARE(judged.error().kind, ErrorKind::NotJson);
}

CONSOLE_TEST(tst_AnswerAttacks, QCoreApplication)
#include "tst_answerattacks.moc"
