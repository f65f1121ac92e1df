// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/networktransport.h"
#include "core/clock.h"

#include "api/connectionpool.h"
#include "simulator/certificates.h"
#include "support/rawserver.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
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
    void speaksNoHttp2_data();
    void speaksNoHttp2();
    void wrongHostIsRefused();
    void oldVersionIsRefused();
    void neverSendsTwice();
    void failuresAreToldApart_data();
    void failuresAreToldApart();
    void everyVersionOffered_data();
    void everyVersionOffered();
    void extraCaIsAnAddition();
    void replacedCaFileTakesEffect();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QSslConfiguration serverTls() const;
    [[nodiscard]] static QSslConfiguration serverTls(const QByteArray &certificate, const QByteArray &key);
    [[nodiscard]] Core::NetworkSettings settings(bool isTrusting) const;
    [[nodiscard]] static HttpFacts exchange(Api::Transport &transport, const QString &host, quint16 port,
                                            const QString &caFile = {});

    Core::SystemClock m_clock;
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
    QFile certificate(file(u"ca.pem"_s));
    QFile key(file(u"key.pem"_s));
    return certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly)
        ? serverTls(certificate.readAll(), key.readAll())
        : QSslConfiguration();
}

QSslConfiguration tst_Tls::serverTls(const QByteArray &certificate, const QByteArray &key)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    tls.setLocalCertificateChain(QSslCertificate::fromData(certificate));
    tls.setPrivateKey(QSslKey(key, QSsl::Ec));
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

QString tst_Tls::write(const QString &name, const QByteArray &content) const
{
    QFile out(file(name));
    return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() ? out.fileName()
                                                                                  : QString();
}

HttpFacts tst_Tls::exchange(Api::Transport &transport, const QString &host, quint16 port,
                            const QString &caFile)
{
    QObject owner;
    Api::HttpRequest request;
    request.to.url = QUrl(u"https://"_s + host + u':' + QString::number(port) + u'/');
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "secret-signature"}};
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
    Api::NetworkTransport transport(settings(false), m_clock);
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(facts.fault, TransportFault::Tls);
    QCOMPARE(facts.cause, Core::ErrorCause::SelfSigned);
    QVERIFY(!facts.mayHaveLeft);
    QVERIFY(!facts.faultText.isEmpty());
    QCOMPARE(server.requests.size(), 0);
}

void tst_Tls::extraCaIsTrusted()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(true), m_clock);
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
    Api::NetworkTransport transport(settings(false), m_clock);
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
    Api::NetworkTransport transport(settings(false), m_clock);
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
    Api::NetworkTransport transport(settings(false), m_clock);
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
    const HttpFacts refused = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(refused.fault, TransportFault::Tls);
    QCOMPARE(refused.cause, Core::ErrorCause::SelfSigned);
    QCOMPARE(server.requests.size(), 1);
}

void tst_Tls::speaksNoHttp2_data()
{
    QTest::addColumn<bool>("isPrepared");
    QTest::newRow("connected ahead") << true;
    QTest::newRow("by the request") << false;
}

//! Not where a service would rather: what Qt's HTTP/2 does when that ends a connection in an orderly way is
//! to hang.
void tst_Tls::speaksNoHttp2()
{
    QFETCH(const bool, isPrepared);
    RawServer server;
    QSslConfiguration tls = serverTls();
    tls.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    server.setTls(tls);
    server.answerAlways(RawServer::http(goodBody));
    const auto isEncrypted = [&server] {
        const QList<QSslSocket *> sockets = server.findChildren<QSslSocket *>();
        return std::ranges::any_of(sockets, &QSslSocket::isEncrypted);
    };
    Api::NetworkTransport transport(settings(true), m_clock);
    if (isPrepared) {
        transport.prepare(
            {QUrl(u"https://localhost:%1/"_s.arg(server.serverPort())), Api::ActionKind::Read, {}}, 1);
        QTRY_VERIFY(isEncrypted());
    }
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::None);
    QVERIFY(server.requests.constFirst().head.startsWith("POST / HTTP/1.1"));
    QCOMPARE(server.connections, 1);
}

void tst_Tls::wrongHostIsRefused()
{
    RawServer server;
    server.setTls(serverTls());
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(true), m_clock);
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
    Api::NetworkTransport transport(settings(true), m_clock);
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
    Api::NetworkTransport transport(settings(true), m_clock);
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort()).fault, TransportFault::None);
    const HttpFacts facts = exchange(transport, u"localhost"_s, server.serverPort());
    QCOMPARE(facts.fault, TransportFault::ConnectionLost);
    QVERIFY(facts.mayHaveLeft);
    QVERIFY(!QTest::qWaitFor([&server] { return server.requests.size() > 2; }, 150));
    QCOMPARE(server.requests.size(), 2);
}

void tst_Tls::failuresAreToldApart_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<bool>("isForLocalhost");
    QTest::addColumn<int>("fromDays");
    QTest::addColumn<int>("untilDays");
    QTest::addColumn<Core::ErrorCause>("cause");
    using enum Core::ErrorCause;
    QTest::newRow("good") << u"localhost"_s << true << true << -1 << 30 << None;
    QTest::newRow("other names") << u"localhost"_s << true << false << -1 << 30 << WrongHost;
    QTest::newRow("expired") << u"localhost"_s << true << true << -30 << -1 << Expired;
    QTest::newRow("not yet valid") << u"localhost"_s << true << true << 2 << 30 << NotYetValid;
    QTest::newRow("issuer not trusted") << u"localhost"_s << false << true << -1 << 30 << UnknownIssuer;
    // A login page of a network: nothing fits, and the name tells most.
    QTest::newRow("nothing fits") << u"localhost"_s << false << false << -30 << -1 << WrongHost;
}

void tst_Tls::failuresAreToldApart()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isTrusted);
    QFETCH(const bool, isForLocalhost);
    QFETCH(const int, fromDays);
    QFETCH(const int, untilDays);
    QFETCH(const Core::ErrorCause, cause);
    const auto made =
        Simulator::makeCertificates({{u"other.example.com"_s}, isForLocalhost, fromDays, untilDays});
    QVERIFY(made);
    RawServer server;
    server.setTls(serverTls(made->server, made->serverKey));
    server.answerAlways(RawServer::http(goodBody));
    Core::NetworkSettings network = settings(false);
    network.caFile = isTrusted ? write(u"authority.pem"_s, made->authority) : QString();
    Api::NetworkTransport transport(network, m_clock);
    const HttpFacts facts = exchange(transport, host, server.serverPort());
    QCOMPARE(facts.fault, cause == Core::ErrorCause::None ? TransportFault::None : TransportFault::Tls);
    QCOMPARE(facts.cause, cause);
    QCOMPARE(facts.mayHaveLeft, cause == Core::ErrorCause::None);
    QCOMPARE(server.requests.size(), cause == Core::ErrorCause::None ? 1 : 0);
}

//! A server that speaks one version alone, refused by OpenSSL's own settings nowhere.
void tst_Tls::everyVersionOffered_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("1.0") << u"-tls1"_s << false;
    QTest::newRow("1.1") << u"-tls1_1"_s << false;
    QTest::newRow("1.2") << u"-tls1_2"_s << true;
    QTest::newRow("1.3") << u"-tls1_3"_s << true;
}

void tst_Tls::everyVersionOffered()
{
    QFETCH(const QString, version);
    QFETCH(const bool, isAccepted);
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(u"openssl"_s,
                 {u"s_server"_s, u"-accept"_s, u"localhost:0"_s, u"-cert"_s, file(u"ca.pem"_s), u"-key"_s,
                  file(u"key.pem"_s), version, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY(server.waitForStarted());
    QByteArray said;
    static const QRegularExpression acceptLine(u"ACCEPT [^\n]*:([0-9]+)\n"_s);
    QRegularExpressionMatch accepted;
    QTRY_VERIFY(
        (said += server.readAll(), (accepted = acceptLine.match(QString::fromLatin1(said))).hasMatch()));
    const auto port = static_cast<quint16>(accepted.captured(1).toUInt());

    // The other way round first: a client that takes anything gets through, so that a refusal is ours.
    QProcess lax;
    lax.start(u"openssl"_s,
              {u"s_client"_s, u"-connect"_s, u"localhost:%1"_s.arg(port), u"-cipher"_s, u"ALL:@SECLEVEL=0"_s,
               version});
    QVERIFY(lax.waitForStarted());
    QTRY_VERIFY((said += server.readAll(), said.contains("CIPHER is")));
    lax.kill();
    lax.waitForFinished();
    said.clear();

    Core::NetworkSettings network = settings(true);
    network.timeoutMs = 1500; // this server answers nothing
    Api::NetworkTransport transport(network, m_clock);
    const HttpFacts facts = exchange(transport, u"localhost"_s, port);
    QCOMPARE(facts.mayHaveLeft, isAccepted);
    QCOMPARE(facts.fault, isAccepted ? TransportFault::Timeout : TransportFault::Tls);
    QCOMPARE(facts.cause, isAccepted ? Core::ErrorCause::None : Core::ErrorCause::Handshake);
    QTRY_COMPARE((said += server.readAll(), said.contains("Authorization: ")), isAccepted);
    server.kill();
    server.waitForFinished();
}

void tst_Tls::extraCaIsAnAddition()
{
    const QList<QSslCertificate> ofSystem = QSslConfiguration::systemCaCertificates();
    const QSslCertificate own = QSslCertificate::fromPath(file(u"ca.pem"_s)).value(0);
    QVERIFY(!own.isNull());
    Api::ConnectionPool pool(settings(false), file(u"ca.pem"_s), m_clock, nullptr);
    const QList<QSslCertificate> trusted = pool.tls().caCertificates();
    QVERIFY(trusted.contains(own));
    for (const QSslCertificate &certificate : ofSystem) {
        QVERIFY2(trusted.contains(certificate), qPrintable(certificate.subjectDisplayName()));
    }
    QCOMPARE(trusted.size(), ofSystem.size() + 1);
}

//! What an operator does who is told that the file is wrong: puts another one in its place.
void tst_Tls::replacedCaFileTakesEffect()
{
    const auto right = Simulator::makeCertificates();
    const auto wrong = Simulator::makeCertificates();
    QVERIFY(right && wrong);
    RawServer server;
    server.setTls(serverTls(right->server, right->serverKey));
    server.answerAlways(RawServer::http(goodBody));
    Api::NetworkTransport transport(settings(false), m_clock);
    const QString ca = write(u"account.pem"_s, "nothing of the kind");
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), ca).fault, TransportFault::LocalSetup);
    QVERIFY(!write(u"account.pem"_s, wrong->authority).isEmpty());
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), ca).fault, TransportFault::Tls);
    QVERIFY(!write(u"account.pem"_s, right->authority).isEmpty());
    QCOMPARE(exchange(transport, u"localhost"_s, server.serverPort(), ca).fault, TransportFault::None);
    QCOMPARE(server.requests.size(), 1);
}

CONSOLE_TEST(tst_Tls, QCoreApplication)
#include "tst_tls.moc"
