// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dbusdesktoplock.h"
#include "support/privatebus.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! logind, as far as a session asks it.
class Login : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    int questions = 0;

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint pid)
    {
        ++questions;
        return QDBusObjectPath(pid == 0 ? u"/org/freedesktop/login1/session/mine"_s : u"/none"_s);
    }
};

//! On one bus that is both the session's and the system's.
class TestDesktopLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void locks_data() const;
    void locks();
    void withoutABus();

private:
    TestSupport::PrivateBus m_bus;
    Login m_login;
    std::unique_ptr<Gui::DbusDesktopLock> m_lock;
};

void TestDesktopLock::initTestCase()
{
    if (!TestSupport::PrivateBus::isInstalled())
        QSKIP("there is no dbus-daemon");
    QVERIFY(m_bus.start());
}

void TestDesktopLock::init()
{
    QDBusConnection server = QDBusConnection::connectToBus(m_bus.address(), u"server"_s);
    QVERIFY(server.registerObject(u"/org/freedesktop/login1"_s, &m_login, QDBusConnection::ExportAllSlots));
    QVERIFY(server.registerService(u"org.freedesktop.login1"_s));
    const QDBusConnection client = QDBusConnection::connectToBus(m_bus.address(), u"client"_s);
    m_login.questions = 0;
    m_lock = std::make_unique<Gui::DbusDesktopLock>(client, client);
    QTRY_COMPARE(m_login.questions, 1);
}

void TestDesktopLock::cleanup()
{
    m_lock.reset();
    QDBusConnection::disconnectFromBus(u"server"_s);
    QDBusConnection::disconnectFromBus(u"client"_s);
}

void TestDesktopLock::locks_data() const
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<bool>("isUnlocked");
    const QString mine = u"/org/freedesktop/login1/session/mine"_s;
    const QString other = u"/org/freedesktop/login1/session/other"_s;
    const QString session = u"org.freedesktop.login1.Session"_s;
    const QString manager = u"org.freedesktop.login1.Manager"_s;
    const QString changed = u"ActiveChanged"_s;
    for (const QString &saver : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s}) {
        QTest::addRow("%s begins", qPrintable(saver))
            << u"/saver"_s << saver << changed << QVariantList{true} << true << false;
        QTest::addRow("%s ends", qPrintable(saver))
            << u"/saver"_s << saver << changed << QVariantList{false} << false << true;
    }
    QTest::newRow("this session") << mine << session << u"Lock"_s << QVariantList{} << true << false;
    QTest::newRow("unlocked") << mine << session << u"Unlock"_s << QVariantList{} << false << true;
    QTest::newRow("somebody else's session")
        << other << session << u"Lock"_s << QVariantList{} << false << false;
    QTest::newRow("somebody else's, unlocked")
        << other << session << u"Unlock"_s << QVariantList{} << false << false;
    QTest::newRow("going to sleep") << u"/org/freedesktop/login1"_s << manager << u"PrepareForSleep"_s
                                    << QVariantList{true} << true << false;
    QTest::newRow("woken up") << u"/org/freedesktop/login1"_s << manager << u"PrepareForSleep"_s
                              << QVariantList{false} << false << false;
}

void TestDesktopLock::locks()
{
    QFETCH(const QString, path);
    QFETCH(const QString, interface);
    QFETCH(const QString, name);
    QFETCH(const QVariantList, arguments);
    QFETCH(const bool, isLocked);
    QFETCH(const bool, isUnlocked);
    const QSignalSpy locked(m_lock.get(), &Gui::DesktopLock::locked);
    const QSignalSpy unlocked(m_lock.get(), &Gui::DesktopLock::unlocked);
    QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
    signal.setArguments(arguments);
    // The answer that names the session may still be on its way: said until it is heard, or for a while.
    const auto isHeard = [&] {
        QDBusConnection(u"server"_s).send(signal);
        return QTest::qWaitFor([&] { return !locked.isEmpty() || !unlocked.isEmpty(); }, 100);
    };
    if (isLocked || isUnlocked)
        QTRY_VERIFY(isHeard());
    else
        QVERIFY(!isHeard() && !isHeard());
    QCOMPARE(!locked.isEmpty(), isLocked);
    QCOMPARE(!unlocked.isEmpty(), isUnlocked);
}

void TestDesktopLock::withoutABus()
{
    const QDBusConnection none = QDBusConnection::connectToBus(u"unix:path=/nowhere"_s, u"none"_s);
    const Gui::DbusDesktopLock lock(none, none);
    QDBusConnection::disconnectFromBus(u"none"_s);
}

CONSOLE_TEST(TestDesktopLock, QCoreApplication)
#include "tst_desktoplock.moc"
