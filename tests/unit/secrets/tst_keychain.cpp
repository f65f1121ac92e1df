// SPDX-License-Identifier: GPL-3.0-or-later
// Run by with-keyring.sh ("available", "unwilling") and without-keyring.sh ("missing").
#include "secrets/fallbacksecretstore.h"
#include "secrets/keychainsecretstore.h"
#include "secrets/secretkeys.h"
#include "support/answer.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;
using TestSupport::Answer;
using OptionalSecret = std::optional<Core::SecretText>;

//! With a keyring.
class TstKeychainAvailable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenSecretsComeBack();
    void missingEntryIsNoError();
    void timeIsOverAtOnce();
    void deadContextIsNotCalled();
};

void TstKeychainAvailable::writtenSecretsComeBack()
{
    const QString key = Secrets::secretKeyEntry(u"account"_s);
    const Core::SecretText secret = Core::SecretText::fromString(u"s3cret-密 \"quoted\""_s);
    {
        Secrets::KeychainSecretStore store;
        Answer<void> written;
        store.write(key, secret, this, written.callback());
        QCOMPARE(written.count(), 0);
        AWAIT_VALUE(written);
    }
    Secrets::KeychainSecretStore again;
    Answer<OptionalSecret> read;
    again.read(key, this, read.callback());
    QCOMPARE(read.count(), 0);
    AWAIT_VALUE(read);
    QVERIFY(read.value().has_value());
    QVERIFY(*read.value() == secret);
    Answer<OptionalSecret> other;
    again.read(Secrets::tokenEntry(u"account"_s), this, other.callback());
    AWAIT_VALUE(other);
    QVERIFY(!other.value());
    Answer<void> removed;
    again.remove(key, this, removed.callback());
    AWAIT_VALUE(removed);
    Answer<OptionalSecret> gone;
    again.read(key, this, gone.callback());
    AWAIT_VALUE(gone);
    QVERIFY(!gone.value());
    QCOMPARE(read.count(), 1);
}

void TstKeychainAvailable::missingEntryIsNoError()
{
    Secrets::KeychainSecretStore store;
    Answer<OptionalSecret> read;
    Answer<void> removed;
    store.read(u"never written"_s, this, read.callback());
    store.remove(u"never written"_s, this, removed.callback());
    AWAIT_VALUE(read);
    QVERIFY(!read.value());
    AWAIT_VALUE(removed);
}

void TstKeychainAvailable::timeIsOverAtOnce()
{
    Secrets::KeychainSecretStore store(std::chrono::milliseconds(0));
    Answer<OptionalSecret> read;
    store.read(u"any"_s, this, read.callback());
    AWAIT_ERROR(read, Core::ErrorKind::KeyringTimeout);
    // The job goes on and ends after one that began later; its answer is dropped.
    Secrets::KeychainSecretStore patient;
    Answer<OptionalSecret> later;
    patient.read(u"any"_s, this, later.callback());
    AWAIT_VALUE(later);
    QCOMPARE(read.count(), 1);
}

void TstKeychainAvailable::deadContextIsNotCalled()
{
    Secrets::KeychainSecretStore store;
    Answer<OptionalSecret> ofTheDead;
    Answer<OptionalSecret> ofTheLiving;
    {
        QObject context;
        store.read(u"any"_s, &context, ofTheDead.callback());
    }
    store.read(u"any"_s, this, ofTheLiving.callback());
    AWAIT_VALUE(ofTheLiving);
    QCOMPARE(ofTheDead.count(), 0);
}

//! With one that does not do what is asked of it. The real daemon is locked, stopped and killed.
class TstKeychainUnwilling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lockedIsNotMissing();
    void slowIsGivenUpOn();
    void goneInTheMiddle();

private:
    [[nodiscard]] static pid_t daemonPid();
    [[nodiscard]] static bool setLocked();
};

pid_t TstKeychainUnwilling::daemonPid()
{
    const QDBusReply<uint> pid =
        QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
    return pid.isValid() ? static_cast<pid_t>(pid.value()) : 0;
}

bool TstKeychainUnwilling::setLocked()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    call.setArguments({QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)})});
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

void TstKeychainUnwilling::initTestCase()
{
    Secrets::KeychainSecretStore store;
    Answer<void> written;
    store.write(u"key"_s, Core::SecretText::fromUtf8("PLANTED"), this, written.callback());
    AWAIT_VALUE(written);
}

void TstKeychainUnwilling::slowIsGivenUpOn()
{
    Secrets::KeychainSecretStore store(std::chrono::milliseconds(300));
    const pid_t daemon = daemonPid();
    QVERIFY(daemon > 0);
    ::kill(daemon, SIGSTOP);
    Answer<OptionalSecret> read;
    Answer<void> written;
    store.read(u"key"_s, this, read.callback());
    store.write(u"key"_s, Core::SecretText::fromUtf8("PLANTED"), this, written.callback());
    AWAIT_ERROR(read, Core::ErrorKind::KeyringTimeout);
    AWAIT_ERROR(written, Core::ErrorKind::KeyringTimeout);
    ::kill(daemon, SIGCONT);
    QVERIFY(!written.error().detail.contains(u"PLANTED"_s));
}

void TstKeychainUnwilling::lockedIsNotMissing()
{
    Secrets::KeychainSecretStore store;
    Answer<OptionalSecret> unlocked;
    store.read(u"never written"_s, this, unlocked.callback());
    AWAIT_VALUE(unlocked); // there is none, and nothing is locked
    QVERIFY(!unlocked.value());
    QVERIFY(setLocked());
    Answer<OptionalSecret> read;
    Answer<void> written;
    store.read(u"key"_s, this, read.callback());
    store.write(u"other"_s, Core::SecretText::fromUtf8("PLANTED"), this, written.callback());
    AWAIT_ERROR(read, Core::ErrorKind::KeyringDenied);
    AWAIT_ERROR(written, Core::ErrorKind::KeyringDenied);
    QVERIFY(!written.error().detail.contains(u"PLANTED"_s));
}

//! The bus may start another daemon, which is locked; where it cannot, there is no keyring any more. What is
//! never said is that the secret is not there.
void TstKeychainUnwilling::goneInTheMiddle()
{
    const pid_t daemon = daemonPid();
    QVERIFY(daemon > 0);
    Secrets::KeychainSecretStore store(std::chrono::seconds(5));
    Answer<OptionalSecret> duringRead;
    store.read(u"key"_s, this, duringRead.callback());
    ::kill(daemon, SIGKILL);
    QTRY_VERIFY(duringRead.isThere());
    QTRY_VERIFY(daemonPid() != daemon);
    Answer<OptionalSecret> read;
    store.read(u"key"_s, this, read.callback());
    QTRY_VERIFY_WITH_TIMEOUT(read.isThere(), 20'000);
    for (const Answer<OptionalSecret> &answer : {duringRead, read}) {
        QVERIFY2(!answer.hasValue(), "a lost keyring was taken for one without the entry");
        const Core::ErrorKind kind = answer.error().kind;
        QVERIFY2(kind == Core::ErrorKind::KeyringUnavailable || kind == Core::ErrorKind::KeyringDenied
                     || kind == Core::ErrorKind::KeyringTimeout,
                 qPrintable(Core::nameOf(kind)));
    }
}

//! Without one.
class TstKeychainMissing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSo();
    void secretStaysForThisRun();
};

void TstKeychainMissing::everyCallSaysSo()
{
    Secrets::KeychainSecretStore store;
    Answer<OptionalSecret> read;
    Answer<void> written;
    Answer<void> removed;
    store.read(u"key"_s, this, read.callback());
    store.write(u"key"_s, Core::SecretText::fromUtf8("PLANTED"), this, written.callback());
    store.remove(u"key"_s, this, removed.callback());
    AWAIT_ERROR(read, Core::ErrorKind::KeyringUnavailable);
    AWAIT_ERROR(written, Core::ErrorKind::KeyringUnavailable);
    AWAIT_ERROR(removed, Core::ErrorKind::KeyringUnavailable);
    QVERIFY(!written.error().detail.contains(u"PLANTED"_s));
}

void TstKeychainMissing::secretStaysForThisRun()
{
    Secrets::KeychainSecretStore keyring;
    Secrets::FallbackSecretStore store(keyring);
    const QSignalSpy announced(&store, &Secrets::FallbackSecretStore::keyringUnavailable);
    Answer<void> written;
    Answer<OptionalSecret> read;
    store.write(u"key"_s, Core::SecretText::fromUtf8("secret"), this, written.callback());
    AWAIT_VALUE(written);
    store.read(u"key"_s, this, read.callback());
    AWAIT_VALUE(read);
    QVERIFY(*read.value() == Core::SecretText::fromUtf8("secret"));
    QVERIFY(store.isOnlyInMemory(u"key"_s));
    QCOMPARE(announced.size(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString where = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    if (where == "available"_L1) {
        TstKeychainAvailable test;
        return QTest::qExec(&test, arguments);
    }
    if (where == "unwilling"_L1) {
        TstKeychainUnwilling test;
        return QTest::qExec(&test, arguments);
    }
    if (where == "missing"_L1) {
        TstKeychainMissing test;
        return QTest::qExec(&test, arguments);
    }
    qWarning("run this by with-keyring.sh or without-keyring.sh");
    return 2;
}

#include "tst_keychain.moc"
