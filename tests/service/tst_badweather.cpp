// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/badweather.h"
#include "support/flakyrelay.h"
#include "support/rawserver.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using TestSupport::FlakyRelay;
using TestSupport::RawServer;
namespace BadWeather = TestSupport::BadWeather;

namespace {

constexpr qint64 sdkAppId = 1400000001;

[[nodiscard]] Simulator::Settings weatherSettings()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.isTls = true;
    settings.certificateHosts = QStringList{QString(u"*"_s + QLatin1StringView(BadWeather::domain))};
    settings.stopDelayMs = 200;
    settings.requestsPerSecond = 0;
    settings.tasks = Simulator::pushingTasks(sdkAppId, 40);
    return settings;
}

//! The service over TLS, under a name that has to be looked up, behind a relay whose connections can die.
struct Scene
{
    Scene()
        : simulator(weatherSettings())
    {
        const auto started = simulator.start();
        if (!started) {
            return;
        }
        QFile ca(directory.filePath(u"ca.pem"_s));
        if (!ca.open(QIODevice::WriteOnly) || ca.write(started->caCertificate) < 1) {
            return;
        }
        ca.close();
        relay = std::make_unique<FlakyRelay>(static_cast<quint16>(started->url.port()));
        Simulator::ServerAddress address = *started;
        static int scenes = 0;
        address.url =
            QUrl(u"https://tiw%1%2:%3"_s.arg(QString::number(++scenes), QLatin1StringView(BadWeather::domain),
                                             QString::number(relay->serverPort())));
        bench = std::make_unique<TestSupport::TestBench>(directory.path(), address);
        Core::NetworkSettings network = bench->transport.networkSettings();
        network.proxyMode = Core::NetworkSettings::ProxyMode::Direct;
        network.timeoutMs = 1500;
        network.caFile = ca.fileName();
        bench->transport.setNetworkSettings(network);
        isReady = bench->open();
    }

    //! Stops the tasks of these numbers at once and waits for all.
    [[nodiscard]] QList<Service::StopResult> stop(const QList<int> &numbers,
                                                  const std::function<void()> &meanwhile = {}) const
    {
        QList<Core::TaskKey> keys;
        for (const int number : numbers) {
            keys.append(bench->key(Simulator::seededTaskId(sdkAppId, number)));
        }
        QSignalSpy settled(&bench->stops, &Service::StopService::settled);
        bench->stops.stop(keys, {true, 12'000});
        if (meanwhile) {
            meanwhile();
        }
        std::ignore = QTest::qWaitFor([&] { return settled.size() == keys.size(); }, 30'000);
        QList<Service::StopResult> results;
        for (const QList<QVariant> &arguments : settled) {
            results.append(arguments.first().value<Service::StopResult>());
        }
        return results;
    }

    [[nodiscard]] qsizetype deliveries(const char *action) const
    {
        const auto journal = simulator.journal();
        return std::ranges::count(journal, QLatin1StringView(action), &Simulator::JournalEntry::action);
    }

    [[nodiscard]] qsizetype retries() const
    {
        return std::ranges::count(bench->log.entries(), Core::LogTopic::StopRetrying, &Core::LogEntry::topic);
    }

    QTemporaryDir directory;
    Simulator::Server simulator;
    std::unique_ptr<FlakyRelay> relay;
    std::unique_ptr<TestSupport::TestBench> bench;
    bool isReady = false;
};

} // namespace

//! What networks do to a console that is open all day: names that are not found for a while, no route,
//! connections that died unnoticed, login pages. No Stop fails that could have been done, and what failed
//! says why.
class TestBadWeather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() const;
    void comesBack_data() const;
    void comesBack() const;
    void staysAway_data() const;
    void staysAway() const;
    void deadConnectionsFailNoStop_data() const;
    void deadConnectionsFailNoStop() const;
    void deadConnectionTakesNoStartTwice_data() const { deadConnectionsFailNoStop_data(); }
    void deadConnectionTakesNoStartTwice() const;
    void strangersAnswer_data() const;
    void strangersAnswer() const;
    void strangersCertificate() const;
};

void TestBadWeather::init() const
{
    BadWeather::failLookups(0);
    BadWeather::failConnections(0);
}

void TestBadWeather::comesBack_data() const
{
    QTest::addColumn<bool>("isOfNames");
    QTest::newRow("name server") << true;
    QTest::newRow("route") << false;
}

void TestBadWeather::comesBack() const
{
    QFETCH(const bool, isOfNames);
    const Scene scene;
    QVERIFY(scene.isReady);
    const auto fail = isOfNames ? &BadWeather::failLookups : &BadWeather::failConnections;
    fail(1000);
    const auto results = scene.stop({1}, [&] {
        QTRY_VERIFY_WITH_TIMEOUT(scene.retries() >= 2, 5000);
        fail(0);
    });
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().outcome, Core::StopOutcome::Stopped);
    QVERIFY2(results.first().attempts >= 3, qPrintable(QString::number(results.first().attempts)));
    QCOMPARE(scene.deliveries("StopWhiteboardPush"), 1);
}

void TestBadWeather::staysAway_data() const
{
    QTest::addColumn<bool>("isOfNames");
    QTest::addColumn<QString>("code");
    QTest::newRow("name server") << true << u"Network.HostNotFound"_s;
    QTest::newRow("route") << false << u"Network.Unreachable"_s;
}

void TestBadWeather::staysAway() const
{
    QFETCH(const bool, isOfNames);
    QFETCH(const QString, code);
    const Scene scene;
    QVERIFY(scene.isReady);
    const auto fail = isOfNames ? &BadWeather::failLookups : &BadWeather::failConnections;
    fail(1000);
    const auto results = scene.stop({1});
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().outcome, Core::StopOutcome::Failed);
    QCOMPARE(results.first().attempts, 6);
    QCOMPARE(Core::codeOf(*results.first().error), code);
    QCOMPARE(results.first().error->delivery, Core::Delivery::NotDelivered);
    QCOMPARE(scene.deliveries("StopWhiteboardPush"), 0);
    // The operator's next try, with the network there again.
    fail(0);
    const auto again = scene.stop({1});
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().outcome, Core::StopOutcome::Stopped);
    QCOMPARE(again.first().attempts, 1);
    QCOMPARE(scene.deliveries("StopWhiteboardPush"), 1);
}

void TestBadWeather::deadConnectionsFailNoStop_data() const
{
    QTest::addColumn<FlakyRelay::Death>("death");
    QTest::newRow("silent") << FlakyRelay::Death::Silent;
    QTest::newRow("reset") << FlakyRelay::Death::Reset;
    QTest::newRow("closed") << FlakyRelay::Death::Closed;
}

void TestBadWeather::deadConnectionsFailNoStop() const
{
    QFETCH(const FlakyRelay::Death, death);
    Scene scene;
    QVERIFY(scene.isReady);
    // As many connections as there can be, for Stops and for reads.
    scene.simulator.setLatency(600);
    QCOMPARE(scene.stop({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).size(), 10);
    scene.simulator.setLatency(0);
    const qsizetype delivered = scene.deliveries("StopWhiteboardPush");
    QCOMPARE(delivered, 10);
    QVERIFY2(scene.relay->open() > 6, qPrintable(QString::number(scene.relay->open())));

    scene.relay->letOpenOnesDie(death);
    const QList<Service::StopResult> results = scene.stop({11, 12, 13, 14, 15, 16, 17, 18});
    QCOMPARE(results.size(), 8);
    QVERIFY(scene.relay->wentToTheDead > 0);
    for (const Service::StopResult &result : results) {
        QCOMPARE(result.outcome, Core::StopOutcome::Stopped);
        QVERIFY2(result.attempts <= 3, qPrintable(QString::number(result.attempts)));
    }
    QCOMPARE(scene.deliveries("StopWhiteboardPush"), delivered + 8);
}

void TestBadWeather::deadConnectionTakesNoStartTwice() const
{
    QFETCH(const FlakyRelay::Death, death);
    const Scene scene;
    QVERIFY(scene.isReady);
    const auto start = [&scene](qint64 roomId) {
        Core::PushStart wanted;
        wanted.sdkAppId = Core::SdkAppId{sdkAppId};
        wanted.roomId = roomId;
        wanted.pushUserId = u"tic_push_user_%1"_s.arg(roomId); // one user pushes one whiteboard
        wanted.pushUserSig = Core::SecretText::fromUtf8("made-up");
        QSignalSpy settled(&scene.bench->starts, &Service::StartService::settled);
        std::ignore = scene.bench->starts.start(QLatin1StringView(scene.bench->accountId), wanted, {1500});
        std::ignore = QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, 20'000);
        return settled.value(0).value(0).value<Service::StartResult>().outcome;
    };
    QCOMPARE(start(501), Core::StartOutcome::Started);
    scene.relay->letOpenOnesDie(death);
    const Core::StartOutcome outcome = start(502);
    QVERIFY(scene.relay->wentToTheDead > 0);
    QVERIFY2(outcome != Core::StartOutcome::Started, "it cannot have arrived");
    QCOMPARE(scene.deliveries("StartWhiteboardPush"), 1);
    // The operator's next one goes out on a connection that lives.
    QCOMPARE(start(503), Core::StartOutcome::Started);
    QCOMPARE(scene.deliveries("StartWhiteboardPush"), 2);
}

void TestBadWeather::strangersAnswer_data() const
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::addColumn<int>("attempts");
    using enum Core::StopOutcome;
    const QByteArray page("<!DOCTYPE html><html><title>Welcome to our hotel</title></html>");
    QTest::newRow("login page") << RawServer::http(page) << u"NotJson.Page"_s << Unknown << 6;
    QTest::newRow("way to the login page")
        << RawServer::http(page, "Location: http://127.0.0.1:9/login\r\n", "302 Found") << u"Redirect"_s
        << Failed << 1;
    QTest::newRow("a proxy's refusal where no proxy is") << RawServer::http(
        page, "Proxy-Authenticate: Basic realm=\"p\"\r\n", "407 Proxy Authentication Required")
                                                         << u"HttpStatus"_s << Unknown << 1;
    QTest::newRow("login wanted") << RawServer::http(page, {}, "511 Network Authentication Required")
                                  << u"HttpStatus"_s << Unknown << 6;
}

void TestBadWeather::strangersAnswer() const
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, code);
    QFETCH(const Core::StopOutcome, outcome);
    QFETCH(const int, attempts);
    RawServer stranger;
    stranger.answerAlways(answer);
    const QTemporaryDir directory;
    Simulator::ServerAddress address;
    address.url = QUrl(u"http://127.0.0.1:%1"_s.arg(stranger.serverPort()));
    address.credential.secretId = u"AKIDmadeup"_s;
    address.credential.secretKey = Core::SecretText::fromUtf8("made-up");
    TestSupport::TestBench bench(directory.path(), address);
    QVERIFY(bench.open());
    QSignalSpy settled(&bench.stops, &Service::StopService::settled);
    bench.stops.stop({bench.key(u"a-task"_s)}, {true, 1000});
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 20'000);
    const auto result = settled.first().first().value<Service::StopResult>();
    QCOMPARE(Core::codeOf(*result.error), code);
    QCOMPARE(result.outcome, outcome);
    QCOMPARE(result.attempts, attempts);
}

void TestBadWeather::strangersCertificate() const
{
    // The login page of a network that speaks TLS: it has a certificate, of its own.
    const Scene scene;
    QVERIFY(scene.isReady);
    Core::NetworkSettings network = scene.bench->transport.networkSettings();
    network.caFile.clear();
    scene.bench->transport.setNetworkSettings(network);
    const auto results = scene.stop({1});
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().outcome, Core::StopOutcome::Failed);
    QCOMPARE(Core::codeOf(*results.first().error), u"Tls.UnknownIssuer"_s);
    QCOMPARE(results.first().attempts, 1);
    QCOMPARE(scene.deliveries("StopWhiteboardPush"), 0);
    QVERIFY(results.first().error->delivery == Core::Delivery::NotDelivered);
}

CONSOLE_TEST(TestBadWeather, QCoreApplication)
#include "tst_badweather.moc"
