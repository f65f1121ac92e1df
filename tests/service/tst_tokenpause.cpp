// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! A temporary token that expires while Stops are under way: they wait for a new one, and none fails.
class TestTokenPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void waitsForANewToken_data() const;
    void waitsForANewToken();
    void confirmationWaitsToo();
    void sameTokenAgainGoesOnWaiting();
    void restCanBeCanceled();
    void closingLeavesNothingUndecided();
    void newStopsWaitWithTheOthers();
    void removedAccountEndsTheWait();
    void otherAccountsGoOn();
    void withoutWaitingTheRestIsNotSent();

private:
    [[nodiscard]] QStringList seed(int count);
    void expire(const QString &when, const QString &action = u"StopWhiteboardPush"_s);
    void renew();
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] QStringList outcomes() const;

    static constexpr qint64 sdkAppId = 1400000001;
    static constexpr int waitMs = 15'000;
    const Service::StopOptions m_waiting{true, 20'000, true};
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<QSignalSpy> m_settled;
    std::unique_ptr<QSignalSpy> m_paused;
    std::unique_ptr<QSignalSpy> m_resumed;
};

void TestTokenPause::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 200;
    Simulator::Account renewed = settings.accounts.first();
    renewed.secretId = u"AKIDrenewed0000000000000000000000000"_s;
    renewed.token = "renewed-token";
    settings.accounts.append(renewed);
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_settled = std::make_unique<QSignalSpy>(&m_bench->stops, &Service::StopService::settled);
    m_paused = std::make_unique<QSignalSpy>(&m_bench->stops, &Service::StopService::paused);
    m_resumed = std::make_unique<QSignalSpy>(&m_bench->stops, &Service::StopService::resumed);
}

void TestTokenPause::cleanup()
{
    m_resumed.reset();
    m_paused.reset();
    m_settled.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QStringList TestTokenPause::seed(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        ids.append(m_server->addTask(seed).value());
    }
    return ids;
}

//! From then on the service refuses what is signed with the old credentials.
void TestTokenPause::expire(const QString &when, const QString &action)
{
    QVERIFY(
        m_server->addFault(QString(action + u':' + when + u":code=AuthFailure.TokenFailure,no-effect"_s)));
}

void TestTokenPause::renew()
{
    m_server->clearFaults();
    Core::Account account = TestSupport::accountFor(m_server->address(), u"bench"_s);
    account.secretId = u"AKIDrenewed0000000000000000000000000"_s;
    Core::Credential credential = m_server->address().credential;
    credential.secretId = account.secretId;
    credential.token = Core::SecretText::fromUtf8("renewed-token");
    m_bench->accounts.addTransient(account, credential);
}

int TestTokenPause::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> entries = m_server->journal();
    return static_cast<int>(std::ranges::count(entries, action, &Simulator::JournalEntry::action));
}

QStringList TestTokenPause::outcomes() const
{
    QStringList words;
    for (const QList<QVariant> &arguments : *m_settled) {
        words.append(Core::toWord(arguments.first().value<Service::StopResult>().outcome));
    }
    words.sort();
    return words;
}

void TestTokenPause::waitsForANewToken_data() const
{
    QTest::addColumn<QString>("when");
    QTest::newRow("at once") << u"*"_s;
    QTest::newRow("in the middle") << u"4.."_s;
}

void TestTokenPause::waitsForANewToken()
{
    QFETCH(const QString, when);
    expire(when);
    constexpr int count = 12;
    m_bench->stops.stop(m_bench->track(seed(count)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    QCOMPARE(m_paused->first().first().toString(), u"bench"_s);
    QCOMPARE(m_paused->first().last().value<Core::Error>().apiCode, u"AuthFailure.TokenFailure"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.waitingForToken(u"bench"_s), m_bench->stops.unsent(), waitMs);
    // What was on its way when the first was refused may have been refused too; nothing more leaves.
    const int refused = deliveries(u"StopWhiteboardPush"_s);
    QVERIFY2(refused <= 8, qPrintable(QString::number(refused)));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), m_bench->stops.unsent(),
                              waitMs); // the rest is confirmed
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), refused);
    QVERIFY(!outcomes().contains(u"failed"_s));

    renew();
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), count, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), count);
    QCOMPARE(m_resumed->size(), 1);
    QCOMPARE(m_paused->size(), 1);
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        QVERIFY(entry.isSignatureGood);
    }
}

void TestTokenPause::confirmationWaitsToo()
{
    expire(u"*"_s, u"DescribeWhiteboardPush"_s);
    expire(u"*"_s, u"DescribeWhiteboardPushSearch"_s);
    m_bench->stops.stop(m_bench->track(seed(6)), {true, 3000, true});
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    // The deadline of three seconds does not run while nobody can ask.
    QVERIFY(!QTest::qWaitFor([this] { return !m_settled->isEmpty(); }, 3500));
    renew();
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 6, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), 6);
}

void TestTokenPause::sameTokenAgainGoesOnWaiting()
{
    expire(u"*"_s);
    m_bench->stops.stop(m_bench->track(seed(3)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    QTRY_COMPARE(m_bench->stops.waitingForToken(u"bench"_s), 3);
    const int sent = deliveries(u"StopWhiteboardPush"_s);
    m_bench->accounts.addTransient(TestSupport::accountFor(m_server->address(), u"bench"_s),
                                   m_server->address().credential);
    QTest::qWait(200); // nothing is to happen
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), sent);
    QCOMPARE(m_resumed->size(), 0);
    m_bench->stops.cancelUnsent();
    QTRY_COMPARE(m_settled->size(), 3);
    QCOMPARE(m_resumed->size(), 1);
}

void TestTokenPause::restCanBeCanceled()
{
    expire(u"3.."_s);
    m_bench->stops.stop(m_bench->track(seed(10)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    m_bench->stops.cancelUnsent();
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 10, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), 2);
    QCOMPARE(outcomes().count(u"notSent"_s), 8);
    // And nothing of it is open for the next start.
    QSignalSpy found(&m_bench->recovery, &Service::Recovery::found);
    m_bench->recovery.start(1000);
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.first().first().toInt(), 0);
}

void TestTokenPause::closingLeavesNothingUndecided()
{
    expire(u"*"_s);
    m_bench->stops.stop(m_bench->track(seed(5)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    m_bench->stops.finish(500);
    QTRY_COMPARE_WITH_TIMEOUT(idle.size(), 1, waitMs);
    QCOMPARE(outcomes().count(u"notSent"_s), 5);
}

void TestTokenPause::newStopsWaitWithTheOthers()
{
    expire(u"*"_s);
    m_bench->stops.stop(m_bench->track(seed(2)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    QTRY_COMPARE(m_bench->stops.waitingForToken(u"bench"_s), 2);
    const int sent = deliveries(u"StopWhiteboardPush"_s);
    m_bench->stops.stop(m_bench->track(seed(2)), m_waiting);
    QTRY_COMPARE(m_bench->stops.waitingForToken(u"bench"_s), 4);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), sent);
    renew();
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 4, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), 4);
}

void TestTokenPause::removedAccountEndsTheWait()
{
    expire(u"*"_s);
    m_bench->stops.stop(m_bench->track(seed(3)), m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_paused->size(), 1, waitMs);
    QTRY_COMPARE(m_bench->stops.waitingForToken(u"bench"_s), 3);
    m_bench->accounts.remove(u"bench"_s, &m_bench->book, [](const Core::Result<void> &) {});
    QTRY_COMPARE(m_settled->size(), 3);
    QCOMPARE(outcomes().count(u"notSent"_s), 3);
}

void TestTokenPause::otherAccountsGoOn()
{
    const QStringList ids = seed(6);
    Core::Account other = TestSupport::accountFor(m_server->address(), u"other"_s);
    other.secretId = u"AKIDrenewed0000000000000000000000000"_s;
    Core::Credential credential = m_server->address().credential;
    credential.secretId = other.secretId;
    credential.token = Core::SecretText::fromUtf8("renewed-token");
    m_bench->accounts.addTransient(other, credential);
    QList<Core::TaskKey> keys;
    for (int i = 0; i < ids.size(); ++i) {
        Core::TaskKey key = m_bench->key(ids.at(i));
        if (i < 3) {
            QVERIFY(m_server->addFault(QString(u"StopWhiteboardPush@"_s + ids.at(i)
                                               + u":*:code=AuthFailure.TokenFailure,no-effect"_s)));
        } else {
            key.accountId = u"other"_s;
        }
        keys.append(key);
    }
    m_bench->stops.stop(keys, m_waiting);
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 3, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), 3);
    QCOMPARE(m_bench->stops.waitingForToken(u"bench"_s), 3);
    QCOMPARE(m_bench->stops.waitingForToken(u"other"_s), 0);
}

//! As the commands do, where nobody can be asked for a token.
//! As a command, which cannot ask: nothing is burnt on a token that is known to be over.
void TestTokenPause::withoutWaitingTheRestIsNotSent()
{
    expire(u"4.."_s);
    constexpr int count = 40;
    m_bench->stops.stop(m_bench->track(seed(count)), {true, 20'000, false});
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), count, waitMs);
    QCOMPARE(outcomes().count(u"stopped"_s), 3);
    QCOMPARE(outcomes().count(u"notSent"_s), count - 3);
    const int sent = deliveries(u"StopWhiteboardPush"_s);
    QVERIFY2(sent <= 11, qPrintable(QString::number(sent))); // what was on its way by then, and no more
    for (const QList<QVariant> &arguments : *m_settled) {
        const auto result = arguments.first().value<Service::StopResult>();
        if (result.outcome == Core::StopOutcome::NotSent) {
            QVERIFY(result.error && result.error->isApiCode(u"AuthFailure.TokenFailure"));
        }
    }
    QCOMPARE(m_paused->size(), 0);

    // Of what comes later it is not known.
    m_server->clearFaults();
    m_settled->clear();
    m_bench->stops.stop(m_bench->track(seed(1)), {true, 20'000, false});
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 1, waitMs);
    QCOMPARE(outcomes(), QStringList{u"stopped"_s});
}

CONSOLE_TEST(TestTokenPause, QCoreApplication)
#include "tst_tokenpause.moc"
