// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/fallbacksecretstore.h"
#include "secrets/memorysecretstore.h"
#include "secrets/secretkeys.h"
#include "support/answer.h"
#include "support/moodykeyring.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::ErrorKind;
using TestSupport::Answer;
using TestSupport::MoodyKeyring;
using OptionalSecret = std::optional<Core::SecretText>;

namespace {

const Core::SecretText first = Core::SecretText::fromUtf8("first");
const Core::SecretText second = Core::SecretText::fromUtf8("second");

} // namespace

class TstSecretStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsAndForgets();
    void answersAreNeverImmediateNorForTheDead();
    void keyringIsUsedWhereThereIsOne();
    void withoutKeyringTheSecretStaysInMemory();
    void keyringThatComesBackTakesTheSecret();
    void keyringThatIsGoneKeepsWhatItHas_data();
    void keyringThatIsGoneKeepsWhatItHas();
    void refusalIsReported_data();
    void refusalIsReported();
    void effectDoesNotNeedItsAsker();
    void entriesDoNotCollide();

private:
    [[nodiscard]] static OptionalSecret valueOf(Secrets::SecretStore &store, const QString &key)
    {
        Answer<OptionalSecret> read;
        store.read(key, &store, read.callback());
        [&read] { AWAIT_VALUE(read); }();
        return read.hasValue() ? read.value() : OptionalSecret();
    }
};

void TstSecretStores::memoryKeepsAndForgets()
{
    Secrets::MemorySecretStore store;
    QVERIFY(!valueOf(store, u"a"_s));
    store.write(u"a"_s, first, this, [](const auto &) {});
    store.write(u"a"_s, second, this, [](const auto &) {});
    QVERIFY(valueOf(store, u"a"_s) == second);
    Answer<void> removed;
    store.remove(u"a"_s, this, removed.callback());
    AWAIT_VALUE(removed);
    QVERIFY(!valueOf(store, u"a"_s));
}

void TstSecretStores::answersAreNeverImmediateNorForTheDead()
{
    MoodyKeyring keyring;
    Secrets::FallbackSecretStore fallback(keyring);
    Secrets::MemorySecretStore memory;
    for (Secrets::SecretStore *store : std::initializer_list<Secrets::SecretStore *>{&memory, &fallback}) {
        Answer<void> ofTheDead;
        Answer<void> ofTheLiving;
        {
            QObject context;
            store->write(u"a"_s, first, &context, ofTheDead.callback());
        }
        store->write(u"a"_s, first, this, ofTheLiving.callback());
        QCOMPARE(ofTheLiving.count(), 0);
        AWAIT_VALUE(ofTheLiving);
        QCOMPARE(ofTheDead.count(), 0);
        QCOMPARE(ofTheLiving.count(), 1);
    }
}

void TstSecretStores::keyringIsUsedWhereThereIsOne()
{
    MoodyKeyring keyring;
    Secrets::FallbackSecretStore store(keyring);
    const QSignalSpy announced(&store, &Secrets::FallbackSecretStore::keyringUnavailable);
    Answer<void> written;
    store.write(u"a"_s, first, this, written.callback());
    AWAIT_VALUE(written);
    QVERIFY(valueOf(keyring.memory, u"a"_s) == first);
    QVERIFY(!store.isOnlyInMemory(u"a"_s));
    QVERIFY(!store.isKeyringMissing());
    QVERIFY(!valueOf(store, u"b"_s));
    QCOMPARE(announced.size(), 0);
}

void TstSecretStores::withoutKeyringTheSecretStaysInMemory()
{
    MoodyKeyring keyring;
    keyring.mood = ErrorKind::KeyringUnavailable;
    Secrets::FallbackSecretStore store(keyring);
    const QSignalSpy announced(&store, &Secrets::FallbackSecretStore::keyringUnavailable);
    Answer<OptionalSecret> before;
    Answer<void> written;
    Answer<void> removed;
    Answer<OptionalSecret> after;
    store.read(u"a"_s, this, before.callback());
    AWAIT_ERROR(before, ErrorKind::KeyringUnavailable);
    store.write(u"a"_s, first, this, written.callback());
    AWAIT_VALUE(written);
    QVERIFY(store.isOnlyInMemory(u"a"_s));
    QVERIFY(store.isKeyringMissing());
    QVERIFY(valueOf(store, u"a"_s) == first);
    store.remove(u"a"_s, this, removed.callback());
    AWAIT_VALUE(removed);
    store.read(u"a"_s, this, after.callback());
    AWAIT_ERROR(after, ErrorKind::KeyringUnavailable);
    QCOMPARE(announced.size(), 1);
}

void TstSecretStores::keyringThatComesBackTakesTheSecret()
{
    MoodyKeyring keyring;
    keyring.mood = ErrorKind::KeyringUnavailable;
    Secrets::FallbackSecretStore store(keyring);
    Answer<void> lost;
    store.write(u"a"_s, first, this, lost.callback());
    AWAIT_VALUE(lost);
    keyring.mood.reset();
    Answer<void> kept;
    store.write(u"a"_s, second, this, kept.callback());
    AWAIT_VALUE(kept);
    QVERIFY(!store.isOnlyInMemory(u"a"_s));
    QVERIFY(!store.isKeyringMissing());
    QVERIFY(valueOf(store, u"a"_s) == second);
}

void TstSecretStores::keyringThatIsGoneKeepsWhatItHas_data()
{
    QTest::addColumn<ErrorKind>("before"); // Canceled: it did what it was asked for
    QTest::newRow("it answered") << ErrorKind::Canceled;
    QTest::newRow("it refused") << ErrorKind::KeyringDenied;
}

//! At the next start it is there again, with a key that was to be another one, or none.
void TstSecretStores::keyringThatIsGoneKeepsWhatItHas()
{
    QFETCH(const ErrorKind, before);
    MoodyKeyring keyring;
    Secrets::FallbackSecretStore store(keyring);
    const QSignalSpy announced(&store, &Secrets::FallbackSecretStore::keyringUnavailable);
    keyring.memory.write(u"a"_s, first, this, [](const auto &) {});
    if (before != ErrorKind::Canceled) {
        keyring.mood = before;
    }
    Answer<OptionalSecret> there;
    store.read(u"a"_s, this, there.callback());
    QTRY_VERIFY(there.isThere());
    QCOMPARE(there.hasValue(), !keyring.mood);
    keyring.mood = ErrorKind::KeyringUnavailable;
    Answer<void> written;
    Answer<void> removed;
    Answer<OptionalSecret> read;
    store.write(u"a"_s, second, this, written.callback());
    store.remove(u"a"_s, this, removed.callback());
    store.read(u"a"_s, this, read.callback());
    AWAIT_ERROR(written, ErrorKind::KeyringUnavailable);
    AWAIT_ERROR(removed, ErrorKind::KeyringUnavailable);
    AWAIT_ERROR(read, ErrorKind::KeyringUnavailable);
    QVERIFY(!store.isOnlyInMemory(u"a"_s));
    QVERIFY(!store.isKeyringMissing());
    QCOMPARE(announced.size(), 0); // it would say that secrets are kept for this run
    keyring.mood.reset();
    QVERIFY(valueOf(store, u"a"_s) == first);
}

void TstSecretStores::refusalIsReported_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("denied") << ErrorKind::KeyringDenied;
    QTest::newRow("no answer") << ErrorKind::KeyringTimeout;
}

void TstSecretStores::refusalIsReported()
{
    QFETCH(const ErrorKind, kind);
    MoodyKeyring keyring;
    keyring.mood = kind;
    Secrets::FallbackSecretStore store(keyring);
    const QSignalSpy announced(&store, &Secrets::FallbackSecretStore::keyringUnavailable);
    Answer<void> written;
    Answer<void> removed;
    Answer<OptionalSecret> read;
    store.write(u"a"_s, first, this, written.callback());
    store.remove(u"a"_s, this, removed.callback());
    store.read(u"a"_s, this, read.callback());
    AWAIT_ERROR(written, kind);
    AWAIT_ERROR(removed, kind);
    AWAIT_ERROR(read, kind);
    QVERIFY(!store.isOnlyInMemory(u"a"_s));
    QCOMPARE(announced.size(), 0);
}

void TstSecretStores::effectDoesNotNeedItsAsker()
{
    MoodyKeyring keyring;
    keyring.mood = ErrorKind::KeyringUnavailable;
    Secrets::FallbackSecretStore store(keyring);
    {
        QObject dialog;
        store.write(u"a"_s, first, &dialog, [](const auto &) { QFAIL("the asker is dead"); });
    }
    QTRY_VERIFY(store.isOnlyInMemory(u"a"_s));
}

void TstSecretStores::entriesDoNotCollide()
{
    const QSet<QString> entries{Secrets::secretKeyEntry(u"a"_s), Secrets::tokenEntry(u"a"_s),
                                Secrets::secretKeyEntry(u"b"_s), Secrets::tokenEntry(u"b"_s),
                                Secrets::proxyPasswordEntry()};
    QCOMPARE(entries.size(), 5);
}

CONSOLE_TEST(TstSecretStores, QCoreApplication)
#include "tst_secretstores.moc"
