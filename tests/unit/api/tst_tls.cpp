// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"

#include "support/rawserver.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Api::HttpFacts;
using Api::TransportFault;
using TestSupport::RawServer;
using TestSupport::WireRequest;

namespace {

const QByteArray goodBody = R"({"Response":{"RequestId":"r"}})"; // NOLINT(cert-err58-cpp)

[[nodiscard]] bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

//! The transport over TLS, with a certificate authority that lives as long as the test.
class tst_Tls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void untrustedIsRefused();
    void extraCaIsTrusted();
    void accountsCaIsTrustedForItsRequestsAlone();
    void settingsTakeEffectAfterARefusal();
    void connectsAheadWithTheSameTrust();
    void wrongHostIsRefused();
    void oldVersionIsRefused();
    void neverSendsTwice();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QSslConfiguration serverTls() const;
    [[nodiscard]] Core::NetworkSettings settings(bool isTrusting) const;
    [[nodiscard]] static HttpFacts exchange(Api::Transport &transport, const QString &host, quint16 port,
                                            const QString &caFile = {});

    QTemporaryDir m_directory;
};

void tst_Tls::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
        QSKIP("no openssl command to make certificates with");
    }
    QVERIFY(openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                     u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                     u"subjectAltName=DNS:localhost"_s, u"-keyout"_s, file(u"key.pem"_s), u"-out"_s,
                     file(u"ca.pem"_s)}));
}

QSslConfiguration tst_Tls::serverTls() const
{
    QFile key(file(u"key.pem"_s));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    tls.setLocalCertificateChain(QSslCertificate::fromPath(file(u"ca.pem"_s)));
    if (key.open(QIODevice::ReadOnly)) {
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    }
    return tls;
}

Core::NetworkSettings tst_Tls::settings(bool isTrusting) const
{
    Core::NetworkSettings result;
    result.timeoutMs = 5000;
    if (isTrusting) {
        result.caFile = file(u"ca.pem"_s);
    }
    return result;
}

HttpFacts tst_Tls::exchange(Api::Transport &transport, const QString &host, quint16 port,
                            const QString &caFile)
{
    QObject owner;
    Api::HttpRequest request;
    request.to.url = QUrl(u"https://"_s + host + u':' + QString::number(port) + u'/');
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"SdkAppId":1})";
    request.to.caFile = caFile;
    QSignalSpy finished(transport.post(request, &owner), &Api::HttpJob::finished);
    return finished.wait(10'000) ? finished.first().first().value<HttpFacts>() : HttpFacts();
}

void tst_Tls::untrustedIsRefused()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(false));
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(facts.fault, TransportFault::Tls);
    QVERIFY(!facts.mayHaveLeft);
    QVERIFY(!facts.faultText.isEmpty());
    QCOMPARE(server.requests.size(), 0);
}

void tst_Tls::extraCaIsTrusted()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(true));
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(facts.fault, TransportFault::None);
    QCOMPARE(facts.body, goodBody);

    // What the inspector shows of it: on a new connection, and on one that is used again.
    const HttpFacts again = exchange(transport, u"localhost"_s, server.serverPort());
    for (const Core::TlsFacts &tls : {facts.tls, again.tls}) {
        QVERIFY(tls.isKnown);
        QVERIFY2(tls.protocol.startsWith(u"TLS 1."_s), qPrintable(tls.protocol));
        QVERIFY(!tls.cipher.isEmpty());
        QVERIFY2(tls.subject.contains(u"localhost"_s), qPrintable(tls.subject));
        QVERIFY(!tls.issuer.isEmpty());
        QVERIFY(tls.validUntil > QDateTime::currentDateTimeUtc());
    }
    QVERIFY(facts.timings.connectingMs >= 0);
    QVERIFY(facts.timings.securedMs >= facts.timings.connectingMs);
    QVERIFY(facts.timings.sentMs >= facts.timings.securedMs);
    QVERIFY(facts.timings.doneMs >= facts.timings.firstByteMs);
}

void tst_Tls::accountsCaIsTrustedForItsRequestsAlone()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(false));
    const QString ca = file(u"ca.pem"_s);
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), ca).fault, TransportFault::None);
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::Tls);
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), file(u"missing.pem"_s)).fault,
             TransportFault::LocalSetup);
}

void tst_Tls::settingsTakeEffectAfterARefusal()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(false));
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::Tls);
    transport.setNetworkSettings(settings(true));
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::None);
    transport.setNetworkSettings(settings(false)); // and no trust is left over
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::Tls);
}

void tst_Tls::connectsAheadWithTheSameTrust()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    const QUrl url(u"https://localhost:"_s + QString::number(server.serverPort()) + u'/');
    const QString ca = file(u"ca.pem"_s);
    Api::NetworkTransport transport(settings(false));
    transport.prepare({url, Api::ActionKind::Read, ca}, 1);
    const auto encrypted = [&server] {
        const QList<QSslSocket *> sockets = server.findChildren<QSslSocket *>();
        return std::ranges::count_if(sockets, &QSslSocket::isEncrypted);
    };
    QTRY_VERIFY(encrypted() > 0);
    const int opened = server.connections;
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), ca).fault, TransportFault::None);
    QCOMPARE(server.connections, opened);

    // Without the account's authority nothing is said on the connection, before the request or by it.
    transport.prepare({url, Api::ActionKind::Read, {}}, 1);
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::Tls);
    QCOMPARE(server.requests.size(), 1);
}

void tst_Tls::wrongHostIsRefused()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(true));
    QCOMPARE(exchange(transport, u"127.0.0.1"_s, server.serverPort()).fault, TransportFault::Tls);
    QCOMPARE(server.requests.size(), 0);
}

void tst_Tls::oldVersionIsRefused()
{
    RawServer server;
    QSslConfiguration old = serverTls();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    server.setTls(old);
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(true));
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QVERIFY(facts.fault != TransportFault::None);
    QVERIFY(!facts.mayHaveLeft);
    QCOMPARE(server.requests.size(), 0);
}

void tst_Tls::neverSendsTwice()
{
    RawServer server;
    server.setTls(serverTls());
    server.answer = [&server](const WireRequest &, QTcpSocket &socket) {
        if (server.requests.size() == 1) {
            socket.write(RawServer::http(goodBody));
        } else {
            socket.disconnectFromHost();
        }
    };
    Api::NetworkTransport transport(settings(true));
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::None);
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(facts.fault, TransportFault::ConnectionLost);
    QVERIFY(facts.mayHaveLeft);
    QVERIFY(!QTest::qWaitFor([&server] { return server.requests.size() > 2; }, 150));
    QCOMPARE(server.requests.size(), 2);
}

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
