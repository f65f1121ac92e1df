// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/answer.h"
#include "api/networktransport.h"
#include "core/clock.h"
#include "simulator/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Api::HttpFacts;
using Api::TransportFault;
using Core::ErrorKind;

//! The transport over HTTP/2, against a server of Node's that misbehaves with the second of three requests.
class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oddities_data() const;
    void oddities() const;

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_directory;
    Core::SystemClock m_clock;
};

void TestHttp2::initTestCase()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
        QSKIP("no Node to serve HTTP/2");
    }
    const auto made = Simulator::makeCertificates();
    QVERIFY(made);
    QVERIFY(!write(u"ca.pem"_s, made->authority).isEmpty());
    QVERIFY(!write(u"server.pem"_s, made->server).isEmpty());
    QVERIFY(!write(u"key.pem"_s, made->serverKey).isEmpty());
}

QString TestHttp2::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) > 0 ? file.fileName() : QString();
}

void TestHttp2::oddities_data() const
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("code"); // of the second; empty: it is good
    const auto row = [](const QString &mode, const QString &code) {
        QTest::newRow(qPrintable(mode)) << mode << code;
    };
    row(u"good"_s, {});
    row(u"idle-goaway"_s, {});
    row(u"idle-close"_s, {});
    row(u"goaway-unprocessed"_s, u"Network"_s);
    row(u"goaway-error"_s, u"Network"_s);
    row(u"refused"_s, u"Network"_s);
    row(u"broken"_s, u"Network"_s);
    row(u"cut"_s, u"Network"_s);
    row(u"silent"_s, u"Timeout"_s);
    row(u"flood"_s, u"TooLarge"_s);
    row(u"drip"_s, u"Timeout"_s);
    row(u"compressed"_s, u"NotJson"_s);
    row(u"redirect"_s, u"Redirect"_s);
}

void TestHttp2::oddities() const
{
    QFETCH(const QString, mode);
    QFETCH(const QString, code);
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(u"node"_s,
                 {QStringLiteral(H2_SERVER), m_directory.filePath(u"server.pem"_s),
                  m_directory.filePath(u"key.pem"_s), mode});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardOutput(), said.contains('\n')), 10'000);
    const QByteArray port = said.first(said.indexOf('\n')).sliced(5);
    const auto deliveries = [&] { return (said += server.readAllStandardOutput()).count("got "); };

    Core::NetworkSettings settings;
    settings.timeoutMs = 1500;
    settings.caFile = m_directory.filePath(u"ca.pem"_s);
    Api::NetworkTransport transport(settings, m_clock);
    for (int i = 1; i <= 3; ++i) {
        Api::HttpRequest request;
        request.to.url = QUrl(u"https://localhost:"_s + QString::fromLatin1(port) + u'/');
        request.to.lane = Api::ActionKind::Start;
        request.headers = {{"Content-Type", "application/json"}, {"Accept-Encoding", "identity"}};
        request.body = R"({"SdkAppId":1})";
        QObject owner;
        QSignalSpy finished(transport.post(request, &owner), &Api::HttpJob::finished);
        QVERIFY(finished.wait(4000));
        const auto facts = finished.first().first().value<HttpFacts>();
        const auto judged = Api::judgeAnswer(facts);
        const QString seen = judged ? QString() : Core::codeOf(judged.error());
        QVERIFY2(seen == (i == 2 ? code : QString()),
                 qPrintable(u"%1: %2, %3"_s.arg(QString::number(i), seen, facts.faultText)));
        if (i == 1) {
            QVERIFY(facts.isHttp2);
        }
        // One post is one delivery, also where the server says that it did not look at it.
        QTRY_VERIFY(deliveries() >= i);
        QCOMPARE(deliveries(), i);
    }
    QVERIFY(!QTest::qWaitFor([&] { return deliveries() > 3; }, 100));
    server.closeWriteChannel();
    QVERIFY(server.waitForFinished(3000));
}

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
