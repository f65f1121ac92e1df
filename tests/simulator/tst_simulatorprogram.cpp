// SPDX-License-Identifier: GPL-3.0-or-later
#include "signedrequest.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The executable as a user starts it.
class TestSimulatorProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyLineAndEnd_data();
    void readyLineAndEnd();
    void tlsWritesItsCa();
    void help();
    void wrongUsage_data();
    void wrongUsage();
    void takenPort();

private:
    static QJsonObject readyLine(QProcess &process);
};

QJsonObject TestSimulatorProgram::readyLine(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
    return QJsonDocument::fromJson(process.readLine()).object();
}

void TestSimulatorProgram::readyLineAndEnd_data()
{
    QTest::addColumn<bool>("isInterrupted");
    QTest::newRow("SIGTERM") << false;
    QTest::newRow("SIGINT") << true;
}

void TestSimulatorProgram::readyLineAndEnd()
{
    QFETCH(const bool, isInterrupted);
    QProcess process;
    process.start(QStringLiteral(SIMULATOR_EXECUTABLE),
                  {u"--port"_s, u"0"_s, u"--tasks"_s, u"2"_s, u"--latency"_s, u"5"_s});
    const QJsonObject line = readyLine(process);
    QCOMPARE(QStringList(line.keys()),
             (QStringList{u"sdkAppIds"_s, u"secretId"_s, u"secretKey"_s, u"url"_s}));
    const QUrl url(line.value("url"_L1).toString());
    QCOMPARE(url.scheme(), u"http"_s);
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QCOMPARE(line.value("sdkAppIds"_L1).toArray(), (QJsonArray{1400000001, 1400000002}));

    SignedRequest made;
    made.secretId = line.value("secretId"_L1).toString();
    made.secretKey = line.value("secretKey"_L1).toString().toUtf8();
    made.host = url.authority().toUtf8();
    made.body = QJsonDocument(QJsonObject{{u"SdkAppId"_s, 1400000001},
                                          {u"TaskId"_s, Simulator::seededTaskId(1400000001, 2)}})
                    .toJson();
    QNetworkRequest request(url);
    const Simulator::Request plain = made.request();
    for (const auto &[name, value] : plain.headers) {
        request.setRawHeader(name, value);
    }
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, made.body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    const QJsonObject response = QJsonDocument::fromJson(reply->readAll())[u"Response"].toObject();
    QVERIFY(response.contains("RequestId"_L1) && !response.contains("Error"_L1));

    if (isInterrupted) {
        QProcess::execute(u"kill"_s, {u"-INT"_s, QString::number(process.processId())});
    } else {
        process.terminate();
    }
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray()); // one line, and nothing else
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestSimulatorProgram::tlsWritesItsCa()
{
    const QTemporaryDir directory;
    const QString caFile = directory.filePath(u"ca.pem"_s);
    QProcess process;
    process.start(QStringLiteral(SIMULATOR_EXECUTABLE),
                  {u"--port"_s, u"0"_s, u"--tls"_s, u"--ca-out"_s, caFile});
    const QUrl url(readyLine(process).value("url"_L1).toString());
    QCOMPARE(url.scheme(), u"https"_s);
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(caFile);
    QCOMPARE(authorities.size(), 1);
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(authorities);
    QNetworkRequest request(QUrl(QString(url.toString() + "/_simulator/tasks"_L1)));
    request.setSslConfiguration(trusting);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    process.terminate();
    QVERIFY(process.waitForFinished(5000));
}

void TestSimulatorProgram::help()
{
    QProcess process;
    process.start(QStringLiteral(SIMULATOR_EXECUTABLE), {u"--help"_s});
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--scenario"));
}

void TestSimulatorProgram::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("every address") << QStringList{u"--host"_s, u"0.0.0.0"_s};
    QTest::newRow("bad fault") << QStringList{u"--fault"_s, u"x"_s};
    QTest::newRow("no such scenario") << QStringList{u"--scenario"_s, u"/nowhere.json"_s};
}

void TestSimulatorProgram::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QProcess process;
    process.start(QStringLiteral(SIMULATOR_EXECUTABLE), arguments);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().startsWith("tiw-simulator: "));
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSimulatorProgram::takenPort()
{
    QProcess first;
    first.start(QStringLiteral(SIMULATOR_EXECUTABLE), {});
    const QUrl url(readyLine(first).value("url"_L1).toString());
    QProcess second;
    second.start(QStringLiteral(SIMULATOR_EXECUTABLE), {u"--port"_s, QString::number(url.port())});
    QVERIFY(second.waitForFinished(10'000));
    QCOMPARE(second.exitCode(), 1);
    first.terminate();
    QVERIFY(first.waitForFinished(5000));
}

CONSOLE_TEST(TestSimulatorProgram, QCoreApplication)
#include "tst_simulatorprogram.moc"
