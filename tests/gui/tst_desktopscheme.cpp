// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"
#include "config/settingsstore.h"
#include "gui/dbusdesktopscheme.h"
#include "support/privatebus.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QPalette>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

[[nodiscard]] bool isDark()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

//! The desktop's portal, as far as it is asked for its colours: the older ones know Read() alone.
class OlderPortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariant scheme;
    int questions = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &space, const QString &key)
    {
        return QDBusVariant(QVariant::fromValue(value(space, key)));
    }

protected:
    [[nodiscard]] QDBusVariant value(const QString &space, const QString &key)
    {
        ++questions;
        if (space != appearance || key != colorScheme || !scheme.isValid())
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s);
        return QDBusVariant(scheme.isValid() ? scheme : QVariant(0U));
    }
};

class Portal : public OlderPortal
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant ReadOne(const QString &space, const QString &key) { return value(space, key); }
};

//! Whether the desktop wants dark windows, and what becomes of it.
class TestDesktopScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void answers_data() const;
    void answers();
    void changesAreHeard();
    void withoutAPortal();
    void withoutABus() const;
    void themeFollows() const;
    void ownThemeAsksNobody() const;

private:
    void offer(QObject *portal);
    void change(const QString &space, const QString &key, uint value) const;

    QTemporaryDir m_directory;
    TestSupport::PrivateBus m_bus;
};

void TestDesktopScheme::initTestCase()
{
    if (!TestSupport::PrivateBus::isInstalled())
        QSKIP("there is no dbus-daemon");
    QVERIFY(m_bus.start());
}

void TestDesktopScheme::init()
{
    QVERIFY(QDBusConnection::connectToBus(m_bus.address(), u"server"_s).isConnected());
    QVERIFY(QDBusConnection::connectToBus(m_bus.address(), u"client"_s).isConnected());
}

void TestDesktopScheme::cleanup()
{
    QDBusConnection::disconnectFromBus(u"server"_s);
    QDBusConnection::disconnectFromBus(u"client"_s);
}

void TestDesktopScheme::offer(QObject *portal)
{
    QDBusConnection server(u"server"_s);
    QVERIFY(
        server.registerObject(u"/org/freedesktop/portal/desktop"_s, portal, QDBusConnection::ExportAllSlots));
    QVERIFY(server.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestDesktopScheme::change(const QString &space, const QString &key, uint value) const
{
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal.setArguments({space, key, QVariant::fromValue(QDBusVariant(value))});
    QVERIFY(QDBusConnection(u"server"_s).send(signal));
}

void TestDesktopScheme::answers_data() const
{
    QTest::addColumn<bool>("isOlder");
    QTest::addColumn<QVariant>("scheme");
    QTest::addColumn<QList<bool>>("told");
    for (const bool isOlder : {false, true}) {
        const char *portal = isOlder ? "older portal" : "portal";
        QTest::addRow("no preference, %s", portal) << isOlder << QVariant(0U) << QList<bool>{false};
        QTest::addRow("dark, %s", portal) << isOlder << QVariant(1U) << QList<bool>{true};
        QTest::addRow("light, %s", portal) << isOlder << QVariant(2U) << QList<bool>{false};
        QTest::addRow("not known yet, %s", portal) << isOlder << QVariant(3U) << QList<bool>{false};
        QTest::addRow("no number, %s", portal) << isOlder << QVariant(u"dark"_s) << QList<bool>{false};
        QTest::addRow("no such setting, %s", portal) << isOlder << QVariant() << QList<bool>{};
    }
}

void TestDesktopScheme::answers()
{
    QFETCH(const bool, isOlder);
    QFETCH(const QVariant, scheme);
    QFETCH(const QList<bool>, told);
    OlderPortal older;
    Portal newer;
    OlderPortal &portal = isOlder ? older : newer;
    portal.scheme = scheme;
    offer(&portal);
    Gui::DbusDesktopScheme desktop(QDBusConnection(u"client"_s));
    QList<bool> heard;
    connect(&desktop, &Gui::DesktopScheme::darkWanted, this, [&heard](bool isDark) { heard.append(isDark); });
    QTRY_COMPARE(portal.questions, 1);
    // Whatever comes of the answer, which has left, comes before this.
    change(appearance, colorScheme, 1);
    QTRY_COMPARE(heard, told + QList<bool>{true});
}

void TestDesktopScheme::changesAreHeard()
{
    Portal portal;
    portal.scheme = 0U;
    offer(&portal);
    Gui::DbusDesktopScheme desktop(QDBusConnection(u"client"_s));
    QList<bool> heard;
    connect(&desktop, &Gui::DesktopScheme::darkWanted, this, [&heard](bool isDark) { heard.append(isDark); });
    QTRY_COMPARE(heard, QList<bool>{false});
    change(appearance, colorScheme, 1);
    change(appearance, u"contrast"_s, 0);
    change(u"org.gnome.desktop.interface"_s, colorScheme, 0);
    change(appearance, colorScheme, 2);
    QTRY_COMPARE(heard, (QList<bool>{false, true, false}));
}

void TestDesktopScheme::withoutAPortal()
{
    Gui::DbusDesktopScheme desktop(QDBusConnection(u"client"_s));
    QList<bool> heard;
    connect(&desktop, &Gui::DesktopScheme::darkWanted, this, [&heard](bool isDark) { heard.append(isDark); });
    change(appearance, colorScheme, 1); // of one that came later
    QTRY_COMPARE(heard, QList<bool>{true});
}

void TestDesktopScheme::withoutABus() const
{
    const QDBusConnection none = QDBusConnection::connectToBus(u"unix:path=/nowhere"_s, u"none"_s);
    const Gui::DbusDesktopScheme desktop(none);
    QDBusConnection::disconnectFromBus(u"none"_s);
}

void TestDesktopScheme::themeFollows() const
{
    Config::SettingsStore store(m_directory.filePath(u"follows.ini"_s));
    Config::Settings settings(store);
    App::Theme theme(settings);
    const auto ground = [] { return QApplication::palette().color(QPalette::Window); };
    const QColor own = ground();
    QVERIFY(!isDark());
    Gui::DesktopScheme *desktop = nullptr;
    theme.followDesktop([&desktop] {
        auto made = std::make_unique<Gui::DesktopScheme>();
        desktop = made.get();
        return made;
    });
    QVERIFY(desktop != nullptr);
    QVERIFY(!isDark());
    Q_EMIT desktop->darkWanted(true);
    QVERIFY(isDark());
    Q_EMIT desktop->darkWanted(true);
    QVERIFY(isDark());
    Q_EMIT desktop->darkWanted(false);
    QCOMPARE(ground(), own);

    Q_EMIT desktop->darkWanted(true);
    settings.setTheme(Config::Theme::Light); // what a person chose counts
    QVERIFY(!isDark());
    settings.setTheme(Config::Theme::Dark);
    QVERIFY(isDark());
    settings.setTheme(Config::Theme::System); // asked anew
    QCOMPARE(ground(), own);
    Q_EMIT desktop->darkWanted(true);
    QVERIFY(isDark());
    Q_EMIT desktop->darkWanted(false);
}

void TestDesktopScheme::ownThemeAsksNobody() const
{
    Config::SettingsStore store(m_directory.filePath(u"own.ini"_s));
    Config::Settings settings(store);
    settings.setTheme(Config::Theme::Light);
    App::Theme theme(settings);
    int asked = 0;
    theme.followDesktop([&asked] {
        ++asked;
        return std::unique_ptr<Gui::DesktopScheme>(); // there is nobody
    });
    QCOMPARE(asked, 0);
    settings.setTheme(Config::Theme::System);
    QCOMPARE(asked, 1);
    QVERIFY(!isDark());
}

CONSOLE_TEST(TestDesktopScheme, QApplication)
#include "tst_desktopscheme.moc"
