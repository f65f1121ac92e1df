// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"
#include "support/tinyproxy.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using Core::NetworkSettings;
using TestSupport::TinyProxy;

namespace {

constexpr qint64 sdkAppId = 1400000001;
// A name that is looked up nowhere but at the proxy: it has no address.
const QString serviceHost = u"tiw.service.invalid"_s; // NOLINT(cert-err58-cpp)
const QString password = u"marked-proxy-passphrase"_s; // NOLINT(cert-err58-cpp)

//! A Stop through a proxy, and how it ends.
struct Row
{
    const char *name;
    TinyProxy::Kind kind = TinyProxy::Kind::Http;
    bool asksForCredentials = false;
    QString typedPassword{}; //!< null: no user either
    QByteArray refusal{};
    QString errorCode{}; //!< empty: it is stopped
    int attempts = 1;
    quint16 port = 0; //!< in place of the proxy's
    QString host = u"127.0.0.1"_s;
    NetworkSettings::ProxyMode mode = NetworkSettings::ProxyMode::Direct; //!< in place of the kind's
};

[[nodiscard]] QByteArray httpRefusal(const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>";
}

[[nodiscard]] QByteArray socksRefusal(char code)
{
    return QByteArray("\5") + code + QByteArray("\0\1\0\0\0\0\0\0", 8);
}

[[nodiscard]] const std::vector<Row> &rows()
{
    using Kind = TinyProxy::Kind;
    static const std::vector<Row> all{
        {"http", Kind::Http},
        {"http with password", Kind::Http, true, password},
        {"socks5", Kind::Socks5},
        {"socks5 with password", Kind::Socks5, true, password},
        {"http, no password", Kind::Http, true, {}, {}, u"Proxy.Authentication"_s, 1},
        {"http, wrong password", Kind::Http, true, password + u"x"_s, {}, u"Proxy.Authentication"_s, 1},
        {"socks5, no password", Kind::Socks5, true, {}, {}, u"Proxy.Authentication"_s, 1},
        {"socks5, wrong password", Kind::Socks5, true, password + u"x"_s, {}, u"Proxy.Authentication"_s, 1},
        {"http 400", Kind::Http, false, {}, httpRefusal("400 Bad Request"), u"Proxy.Declined"_s, 6},
        {"http 403", Kind::Http, false, {}, httpRefusal("403 Forbidden"), u"Proxy.Declined"_s, 6},
        {"http 404", Kind::Http, false, {}, httpRefusal("404 Not Found"), u"Proxy.Declined"_s, 6},
        {"http 502", Kind::Http, false, {}, httpRefusal("502 Bad Gateway"), u"Proxy.Declined"_s, 6},
        {"http 503", Kind::Http, false, {}, httpRefusal("503 Unavailable"), u"Proxy.Declined"_s, 6},
        {"http garbage", Kind::Http, false, {}, "SSH-2.0-OpenSSH\r\n\r\n", u"Proxy.Declined"_s, 6},
        {"socks5 forbids", Kind::Socks5, false, {}, socksRefusal('\2'), u"Proxy.Declined"_s, 6},
        {"socks5 without network", Kind::Socks5, false, {}, socksRefusal('\3'), u"Proxy.Declined"_s, 6},
        {"socks5 without host", Kind::Socks5, false, {}, socksRefusal('\4'), u"Proxy.Declined"_s, 6},
        {"socks5 refused", Kind::Socks5, false, {}, socksRefusal('\5'), u"Proxy.Declined"_s, 6},
        {"http not there", Kind::Http, false, {}, {}, u"Proxy.Declined"_s, 6, 1},
        {"socks5 not there", Kind::Socks5, false, {}, {}, u"Proxy.Declined"_s, 6, 1},
        {"http unknown", Kind::Http, false, {}, {}, u"Proxy.Declined"_s, 6, 0, u"proxy.invalid"_s},
        {"socks5 unknown", Kind::Socks5, false, {}, {}, u"Proxy.Declined"_s, 6, 0, u"proxy.invalid"_s},
    };
    return all;
}

//! What one row needs: all rows go at once, as each may have to wait.
struct Course
{
    explicit Course(const Row &row, Simulator::Server &simulator, const QString &caFile)
        : proxy(row.kind, static_cast<quint16>(simulator.address().url.port()))
        , bench(directory.path(), simulator.address())
    {
        if (row.asksForCredentials) {
            proxy.setCredentials("ann", password.toUtf8());
        }
        proxy.decline(row.refusal);
        NetworkSettings network = bench.transport.networkSettings();
        network.timeoutMs = 6000;
        network.proxyMode = row.kind == TinyProxy::Kind::Http ? NetworkSettings::ProxyMode::Http
                                                              : NetworkSettings::ProxyMode::Socks5;
        network.proxyHost = row.host;
        network.proxyPort = row.port > 0 ? row.port : proxy.serverPort();
        if (!row.typedPassword.isNull()) {
            network.proxyUser = u"ann"_s;
            network.proxyPassword = Core::SecretText::fromString(row.typedPassword);
        }
        bench.transport.setNetworkSettings(network);
        Core::Account account = TestSupport::accountFor(simulator.address(), u"proxied"_s);
        account.endpoint.url = QUrl(u"https://"_s + serviceHost);
        account.caFile = caFile;
        bench.accounts.addTransient(account, simulator.address().credential);
        QObject::connect(&bench.stops, &Service::StopService::settled, &bench.book,
                         [this](const Service::StopResult &settled) { result = settled; });
    }

    QTemporaryDir directory;
    TinyProxy proxy;
    TestSupport::TestBench bench;
    std::optional<Service::StopResult> result;
};

} // namespace

//! Stops through proxies of both kinds, willing and not, to the service over TLS.
class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInRightOutcome_data() const;
    void endsInRightOutcome() const;
    void passwordIsNowhere_data() const { endsInRightOutcome_data(); }
    void passwordIsNowhere() const;
    void cleanupTestCase();

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Simulator::Server> m_simulator;
    std::vector<std::unique_ptr<Course>> m_courses; // by row
    QHash<QString, int> m_deliveries; // of Stops, by task
};

void TestProxies::initTestCase()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.isTls = true;
    settings.certificateHosts = QStringList{serviceHost};
    settings.stopDelayMs = 200;
    settings.requestsPerSecond = 0;
    const int count = int(rows().size());
    settings.tasks = Simulator::pushingTasks(sdkAppId, count);
    m_simulator = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_simulator->start());
    QFile ca(m_directory.filePath(u"ca.pem"_s));
    QVERIFY(ca.open(QIODevice::WriteOnly));
    ca.write(m_simulator->address().caCertificate);
    ca.close();
    for (const Row &row : rows()) {
        auto &course = m_courses.emplace_back(std::make_unique<Course>(row, *m_simulator, ca.fileName()));
        QVERIFY(course->bench.open());
        Core::TaskKey key =
            course->bench.key(Simulator::seededTaskId(sdkAppId, int(m_courses.size())), sdkAppId);
        key.accountId = u"proxied"_s;
        course->bench.stops.stop({key}, {true, 10'000});
    }
    for (const auto &course : m_courses) {
        QTRY_VERIFY_WITH_TIMEOUT(course->result, 40'000);
    }
    for (const Simulator::JournalEntry &entry : m_simulator->journal()) {
        if (entry.action == "StopWhiteboardPush"_L1) {
            ++m_deliveries[entry.taskId];
        }
    }
}

void TestProxies::endsInRightOutcome_data() const
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < rows().size(); ++i) {
        QTest::newRow(rows().at(i).name) << int(i);
    }
}

void TestProxies::endsInRightOutcome() const
{
    QFETCH(const int, row);
    const Row &expected = rows().at(size_t(row));
    const Course &course = *m_courses.at(size_t(row));
    const Service::StopResult &result = *course.result;
    const QString detail = result.error ? result.error->detail : QString();
    QVERIFY2((result.error ? Core::codeOf(*result.error) : QString()) == expected.errorCode,
             qPrintable((result.error ? Core::codeOf(*result.error) : QString()) + u": "_s + detail));
    const bool isGood = expected.errorCode.isEmpty();
    QCOMPARE(result.outcome, isGood ? Core::StopOutcome::Stopped : Core::StopOutcome::Failed);
    QCOMPARE(result.attempts, expected.attempts);
    QCOMPARE(m_deliveries.value(result.task.taskId.toString()), isGood ? 1 : 0);
    if (isGood) {
        QVERIFY(!course.proxy.asked.isEmpty());
        for (const QString &asked : course.proxy.asked) {
            QCOMPARE(asked, QString(serviceHost + u":443"_s)); // the name, not an address of ours
        }
    } else {
        QCOMPARE(result.error->delivery, Core::Delivery::NotDelivered);
    }
}

void TestProxies::passwordIsNowhere() const
{
    QFETCH(const int, row);
    const Course &course = *m_courses.at(size_t(row));
    const QByteArray credentials = "ann:" + password.toUtf8();
    const QList<QByteArray> marks{password.toUtf8(), credentials.toBase64().first(20),
                                  password.toUtf8().toHex()};
    QByteArray seen;
    for (const Core::LogEntry &entry : course.bench.log.entries()) {
        seen += entry.detail.toUtf8() + (entry.error ? entry.error->detail.toUtf8() : QByteArray());
    }
    QDirIterator files(course.directory.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        seen += file.readAll();
    }
    QVERIFY(seen.size() > 1000); // the journal, at least
    for (const QByteArray &mark : marks) {
        QVERIFY2(!seen.contains(mark), mark.constData());
    }
}

void TestProxies::cleanupTestCase()
{
    m_courses.clear();
}

CONSOLE_TEST(TestProxies, QCoreApplication)
#include "tst_proxies.moc"
