// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"
#include "secrets/secretkeys.h"
#include "service/keylock.h"
#include "support/answer.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::ErrorKind;
using Service::LockReason;
using TestSupport::Answer;

//! Locking over the real services and a real simulator.
class TestKeyLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stopUnderWayIsFollowedToItsEnd();
    void manyAskedForBeforeTheLockAreSent();
    void nothingNewGetsAKey();
    void refreshRestsAndGoesOn();
    void refreshUnderWayIsGivenUp();
    void whatWasBeingSavedGoes();
    void rulesStopNothingUntilUnlocked();
    void stopThatWaitsForATokenKeepsNothing();
    void keyOfTheKeyringIsReadAgain();
    void keyInMemoryMustBeEnteredAgain();
    void readUnderWayGivesNothing();
    void simulatorsKeyStays();

private:
    [[nodiscard]] QList<Core::TaskKey> seed(int count);
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] Service::StopResult settledResult(qsizetype index) const;

    static constexpr qint64 sdkAppId = 1400000001;
    static constexpr int waitMs = 15'000;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Service::KeyLock> m_lock;
    std::unique_ptr<QSignalSpy> m_settled;
    std::unique_ptr<QSignalSpy> m_emptied;
    std::unique_ptr<QSignalSpy> m_missing;
};

void TestKeyLock::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 700;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_lock = std::make_unique<Service::KeyLock>(m_bench->services());
    m_settled = std::make_unique<QSignalSpy>(&m_bench->stops, &Service::StopService::settled);
    m_emptied = std::make_unique<QSignalSpy>(m_lock.get(), &Service::KeyLock::emptied);
    m_missing = std::make_unique<QSignalSpy>(m_lock.get(), &Service::KeyLock::keyMissing);
}

void TestKeyLock::cleanup()
{
    m_missing.reset();
    m_emptied.reset();
    m_settled.reset();
    m_lock.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QList<Core::TaskKey> TestKeyLock::seed(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        ids.append(m_server->addTask(seed).value());
    }
    return m_bench->track(ids);
}

int TestKeyLock::deliveries(const QString &action) const
{
    const QList<Simulator::JournalEntry> entries = m_server->journal();
    return static_cast<int>(std::ranges::count(entries, action, &Simulator::JournalEntry::action));
}

Service::StopResult TestKeyLock::settledResult(qsizetype index) const
{
    return m_settled->at(index).first().value<Service::StopResult>();
}

void TestKeyLock::stopUnderWayIsFollowedToItsEnd()
{
    constexpr int count = 5;
    m_bench->stops.stop(seed(count));
    QTRY_VERIFY_WITH_TIMEOUT(deliveries(u"StopWhiteboardPush"_s) > 0, waitMs); // the rest waits for its turn
    m_lock->lock(LockReason::Operator);
    QVERIFY(m_lock->isLocked());
    QVERIFY(!m_lock->isEmptied());
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), count, waitMs);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(settledResult(i).outcome, Core::StopOutcome::Stopped);
    }
    QTRY_COMPARE(m_emptied->size(), 1);
    QVERIFY(m_lock->isEmptied());
}

void TestKeyLock::manyAskedForBeforeTheLockAreSent()
{
    m_bench->stops.stop(seed(250)); // too many to begin at once
    m_lock->lock(LockReason::DesktopLocked);
    QTRY_VERIFY_WITH_TIMEOUT(!m_settled->isEmpty(), waitMs);
    QCOMPARE(settledResult(0).outcome, Core::StopOutcome::Stopped);
    m_bench->stops.cancelUnsent(); // the rest would take its time
}

void TestKeyLock::nothingNewGetsAKey()
{
    const QList<Core::TaskKey> tasks = seed(1);
    m_lock->lock(LockReason::Operator);
    QCOMPARE(m_emptied->size(), 1);
    m_bench->stops.stop(tasks);
    QTRY_COMPARE(m_settled->size(), 1);
    QCOMPARE(settledResult(0).outcome, Core::StopOutcome::NotSent);
    QCOMPARE(settledResult(0).error->kind, ErrorKind::KeyringDenied);
    QCOMPARE(m_server->journal().size(), 0);

    m_lock->unlock();
    m_bench->stops.stop(tasks);
    QTRY_COMPARE_WITH_TIMEOUT(m_settled->size(), 2, waitMs);
    QCOMPARE(settledResult(1).outcome, Core::StopOutcome::Stopped);
}

void TestKeyLock::refreshRestsAndGoesOn()
{
    QSignalSpy looked(&m_bench->watch, &Service::TaskWatch::looked);
    m_lock->lock(LockReason::Operator);
    m_bench->watch.start();
    QTRY_COMPARE_WITH_TIMEOUT(looked.size(), 1, waitMs);
    QCOMPARE(looked.first().last().toInt(), -1); // waits for a person
    QCOMPARE(m_server->journal().size(), 0);
    m_lock->unlock();
    QTRY_VERIFY_WITH_TIMEOUT(looked.size() > 1, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->journal().isEmpty(), waitMs);
}

void TestKeyLock::refreshUnderWayIsGivenUp()
{
    constexpr int count = 100; // five seconds of the limiter
    const QString describe = u"DescribeWhiteboardPush"_s;
    const QList<Core::TaskKey> tasks = seed(count);
    QSignalSpy failed(&m_bench->sync, &Service::TaskSync::refreshFailed);
    m_bench->sync.refresh(tasks);
    QTRY_VERIFY_WITH_TIMEOUT(deliveries(describe) > 0, waitMs);
    m_lock->lock(LockReason::Operator);
    QVERIFY(m_lock->errands() > 0);
    QVERIFY(!m_lock->isEmptied()); // each of them has the key
    QTRY_COMPARE_WITH_TIMEOUT(m_emptied->size(), 1, 3000);
    QCOMPARE(m_bench->dispatcher.underWay(), 0);
    QVERIFY(!failed.isEmpty());
    QCOMPARE(failed.last().last().value<Core::Error>().kind, ErrorKind::Canceled);
    const int delivered = deliveries(describe);
    QVERIFY(delivered < count);

    // Nor is anything asked with a key that somebody still has.
    QSignalSpy tested(&m_bench->connectionTest, &Service::ConnectionTest::finished);
    m_bench->connectionTest.start(*m_bench->accounts.byId(u"bench"_s), m_server->address().credential);
    QTRY_COMPARE(tested.size(), 1);
    const qsizetype arrived = m_server->journal().size();
    QVERIFY(!QTest::qWaitFor([&] { return m_server->journal().size() > arrived; }, 200));
    QCOMPARE(deliveries(describe), delivered);

    m_lock->unlock();
    QSignalSpy refreshed(&m_bench->sync, &Service::TaskSync::refreshed);
    m_bench->sync.refresh({tasks.first()});
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, waitMs);
}

void TestKeyLock::rulesStopNothingUntilUnlocked()
{
    QSignalSpy loaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(!m_lock->isAwaitedByRules());
    const Core::TaskKey task = seed(1).first();
    m_bench->guard.stopAt({task}, m_bench->guardClock.nowUtc().addSecs(600));
    QVERIFY(m_lock->isAwaitedByRules());
    QSignalSpy failed(&m_bench->guard, &Service::Guard::stopFailed);
    m_lock->lock(LockReason::Operator);
    const auto pass = [this](int seconds) {
        m_bench->guardClock.pass(seconds * 1000);
        m_bench->guard.look();
    };
    pass(400);
    QTRY_VERIFY_WITH_TIMEOUT((pass(30), failed.size() == 1), waitMs);
    QCOMPARE(failed.first().first().value<Service::StopResult>().error->kind, ErrorKind::KeyringDenied);
    QCOMPARE(m_server->journal().size(), 0);

    m_lock->unlock();
    QTRY_VERIFY_WITH_TIMEOUT((pass(30), m_settled->size() == 2), waitMs);
    QCOMPARE(settledResult(1).outcome, Core::StopOutcome::Stopped);
}

void TestKeyLock::stopThatWaitsForATokenKeepsNothing()
{
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=AuthFailure.TokenFailure,no-effect"_s));
    QSignalSpy paused(&m_bench->stops, &Service::StopService::paused);
    m_bench->stops.stop(seed(1), {true, 20'000, true});
    QTRY_COMPARE_WITH_TIMEOUT(paused.size(), 1, waitMs);
    m_lock->lock(LockReason::Operator);
    QCOMPARE(m_lock->errands(), 0);
    QCOMPARE(m_emptied->size(), 1);
    QCOMPARE(m_bench->stops.underWay(), 1);
    m_lock->unlock();
    QCOMPARE(m_bench->stops.underWay(), 1);
}

namespace {

//! Keeps what it has where a lock does not reach.
class Keyring final : public Secrets::SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadCallback done) override
    {
        memory.read(key, context, std::move(done));
    }
    void write(const QString &key, const Core::SecretText &secret, QObject *context,
               DoneCallback done) override
    {
        memory.write(key, secret, context, std::move(done));
    }
    void remove(const QString &key, QObject *context, DoneCallback done) override
    {
        memory.remove(key, context, std::move(done));
    }

    Secrets::MemorySecretStore memory;
};

struct Kept
{
    explicit Kept(const QString &directory, Secrets::SecretStore &secrets)
        : store(QString(directory + u"/accounts.ini"_s))
        , accountStore(store)
        , accounts(accountStore, secrets)
    {
    }

    //! Saves an account whose key is "planted" and answers its id.
    [[nodiscard]] QString save()
    {
        Core::Account account;
        account.name = u"kept"_s;
        account.secretId = u"AKIDkept"_s;
        account.endpoint =
            *Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland);
        Answer<void> saved;
        Service::SecretChanges changes;
        changes.secretKey = Core::SecretText::fromUtf8("planted");
        accounts.save(account, changes, &store, saved.callback());
        [&] { AWAIT_VALUE(saved); }();
        return accounts.byName(u"kept"_s)->id;
    }

    Config::SettingsStore store;
    Config::AccountStore accountStore;
    Service::Accounts accounts;
};

} // namespace

namespace {

//! There is none, which is found out when a test says so.
class MissingKeyring final : public Secrets::SecretStore
{
public:
    void read(const QString &, QObject *, ReadCallback done) override
    {
        waiting.append([done = std::move(done)] {
            done(Core::failure(Core::Error::of(ErrorKind::KeyringUnavailable)));
        });
    }
    void write(const QString &, const Core::SecretText &, QObject *context, DoneCallback done) override
    {
        remove({}, context, std::move(done));
    }
    void remove(const QString &, QObject *, DoneCallback done) override
    {
        waiting.append([done = std::move(done)] {
            done(Core::failure(Core::Error::of(ErrorKind::KeyringUnavailable)));
        });
    }

    QList<std::function<void()>> waiting;
};

} // namespace

void TestKeyLock::whatWasBeingSavedGoes()
{
    MissingKeyring keyring;
    Secrets::FallbackSecretStore secrets(keyring);
    Kept kept(m_directory->path(), secrets);
    const Service::Services of = m_bench->services();
    Service::KeyLock lock({of.settings, kept.accounts, of.book, of.stops, of.sync, of.recovery,
                           of.connectionTest, of.history, of.dispatcher, of.log, of.clock, of.starts,
                           of.callbacks, of.watch, of.applicationQuery, of.retention, of.guard, of.explorer});
    Core::Account account;
    account.name = u"kept"_s;
    account.secretId = u"AKIDkept"_s;
    account.endpoint =
        *Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland);
    Service::SecretChanges changes;
    changes.secretKey = Core::SecretText::fromUtf8("planted");
    Answer<void> saved;
    kept.accounts.save(account, changes, this, saved.callback());
    QTRY_COMPARE(keyring.waiting.size(), 1);
    lock.lock(LockReason::Operator);
    QVERIFY(lock.errands() > 0);
    QVERIFY(!lock.isEmptied());
    keyring.waiting.takeFirst()(); // what was kept before
    QTRY_COMPARE(keyring.waiting.size(), 1);
    QVERIFY(!lock.isEmptied());
    keyring.waiting.takeFirst()();
    AWAIT_VALUE(saved);
    const QString entry = Secrets::secretKeyEntry(kept.accounts.byName(u"kept"_s)->id);
    QTRY_VERIFY_WITH_TIMEOUT(lock.isEmptied(), 3000);
    QVERIFY(!secrets.isOnlyInMemory(entry));
}

void TestKeyLock::keyOfTheKeyringIsReadAgain()
{
    Keyring keyring;
    Kept kept(m_directory->path(), keyring);
    const QString id = kept.save();
    Answer<Core::Credential> before;
    kept.accounts.credential(id, this, before.callback());
    AWAIT_VALUE(before);
    kept.accounts.lock();
    Answer<Core::Credential> locked;
    Answer<std::optional<Core::SecretText>> password;
    kept.accounts.credential(id, this, locked.callback());
    kept.accounts.proxyPassword(this, password.callback());
    AWAIT_ERROR(locked, ErrorKind::KeyringDenied);
    AWAIT_ERROR(password, ErrorKind::KeyringDenied);

    const QSignalSpy changed(&kept.accounts, &Service::Accounts::credentialChanged);
    kept.accounts.unlock();
    QCOMPARE(changed.size(), 1); // what waited for it may go on
    Answer<Core::Credential> again;
    kept.accounts.credential(id, this, again.callback());
    AWAIT_VALUE(again);
    QVERIFY(again.value() == before.value());
}

void TestKeyLock::keyInMemoryMustBeEnteredAgain()
{
    Secrets::MemorySecretStore memory;
    Kept kept(m_directory->path(), memory);
    const QString id = kept.save();
    kept.accounts.lock();
    kept.accounts.unlock();
    Answer<Core::Credential> gone;
    kept.accounts.credential(id, this, gone.callback());
    AWAIT_ERROR(gone, ErrorKind::NoCredential);

    // A transient account's is gone too, but for that of a simulator on this machine.
    Core::Account account = TestSupport::accountFor(m_server->address(), u"elsewhere"_s);
    account.endpoint.url = QUrl(u"https://tiw.tencentcloudapi.com"_s);
    m_bench->accounts.addTransient(account, m_server->address().credential);
    m_lock->lock(LockReason::Operator);
    m_lock->unlock();
    QTRY_COMPARE(m_missing->size(), 1);
    QCOMPARE(m_missing->first().first().value<Core::Account>().id, u"elsewhere"_s);
    QCOMPARE(m_missing->first().last().value<Core::Error>().kind, ErrorKind::NoCredential);
}

void TestKeyLock::readUnderWayGivesNothing()
{
    Keyring keyring;
    Kept kept(m_directory->path(), keyring);
    const QString id = kept.save();
    Answer<Core::Credential> asked;
    kept.accounts.credential(id, this, asked.callback());
    kept.accounts.lock();
    AWAIT_ERROR(asked, ErrorKind::KeyringDenied);
}

void TestKeyLock::simulatorsKeyStays()
{
    m_lock->lock(LockReason::DesktopLocked);
    m_lock->unlock();
    Answer<Core::Credential> again;
    m_bench->accounts.credential(u"bench"_s, this, again.callback());
    AWAIT_VALUE(again);
    QCOMPARE(m_missing->size(), 0);
}

CONSOLE_TEST(TestKeyLock, QCoreApplication)
#include "tst_keylock.moc"
