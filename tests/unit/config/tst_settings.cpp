// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settings.h"

#include "config/settingsstore.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Core::NetworkSettings;

class TstSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Config::SettingsStore>(m_dir->filePath(u"console.ini"_s));
        m_settings = std::make_unique<Config::Settings>(*m_store);
    }

    void defaults();
    void emitsOnlyOnChange();
    void lockingIsOffAtFirst();
    void deadlineIsInRange_data();
    void deadlineIsInRange();
    void nonsenseInTheFileIsTheDefault();
    void networkComesBackWithoutItsPassword();
    void networkIsChecked_data();
    void networkIsChecked();
    void viewStates();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Config::SettingsStore> m_store;
    std::unique_ptr<Config::Settings> m_settings;
};

void TstSettings::defaults()
{
    QVERIFY(m_settings->confirmSingleStop());
    QCOMPARE(m_settings->confirmDeadlineMs(), 60'000);
    QVERIFY(m_settings->refreshesByItself());
    QCOMPARE(m_settings->language(), QString());
    QCOMPARE(m_settings->theme(), Config::Theme::System);
    QCOMPARE(m_settings->network(), NetworkSettings());
    QVERIFY(m_settings->viewState(u"taskTable"_s).isEmpty());
}

void TstSettings::emitsOnlyOnChange()
{
    const QSignalSpy confirm(m_settings.get(), &Config::Settings::confirmSingleStopChanged);
    const QSignalSpy deadline(m_settings.get(), &Config::Settings::confirmDeadlineMsChanged);
    const QSignalSpy refresh(m_settings.get(), &Config::Settings::refreshesByItselfChanged);
    const QSignalSpy language(m_settings.get(), &Config::Settings::languageChanged);
    const QSignalSpy theme(m_settings.get(), &Config::Settings::themeChanged);
    const QSignalSpy network(m_settings.get(), &Config::Settings::networkChanged);
    const QSignalSpy history(m_settings.get(), &Config::Settings::historyDaysChanged);
    NetworkSettings direct;
    direct.proxyMode = NetworkSettings::ProxyMode::Direct;
    // What is there already; then a change, twice.
    m_settings->setConfirmSingleStop(true);
    m_settings->setConfirmDeadlineMs(60'000);
    m_settings->setRefreshesByItself(true);
    m_settings->setLanguage({});
    m_settings->setTheme(Config::Theme::System);
    m_settings->setHistoryDays(-1);
    QVERIFY(m_settings->setNetwork({}));
    QCOMPARE(confirm.size() + deadline.size() + refresh.size() + language.size() + theme.size()
                 + network.size() + history.size(),
             0);
    for (int i = 0; i < 2; ++i) {
        m_settings->setConfirmSingleStop(false);
        m_settings->setConfirmDeadlineMs(90'000);
        m_settings->setRefreshesByItself(false);
        m_settings->setLanguage(u"zh_CN"_s);
        m_settings->setTheme(Config::Theme::Dark);
        m_settings->setHistoryDays(7); // 30 at least
        QVERIFY(m_settings->setNetwork(direct));
    }
    for (const QSignalSpy *spy : {&confirm, &deadline, &refresh, &language, &theme, &network, &history}) {
        QCOMPARE(spy->size(), 1);
    }
    QVERIFY(TestSupport::isWritten(*m_store));
    Config::SettingsStore file(m_store->fileName());
    const Config::Settings again(file);
    QVERIFY(!again.confirmSingleStop());
    QCOMPARE(again.confirmDeadlineMs(), 90'000);
    QVERIFY(!again.refreshesByItself());
    QCOMPARE(again.language(), u"zh_CN"_s);
    QCOMPARE(again.theme(), Config::Theme::Dark);
    QCOMPARE(again.historyDays(), 30);
    QCOMPARE(again.network(), direct);
}

void TstSettings::lockingIsOffAtFirst()
{
    QCOMPARE(m_settings->lockAfterMinutes(), 0);
    QVERIFY(!m_settings->locksWithDesktop());
    QVERIFY(!m_settings->locksDespiteRules());
    const QSignalSpy changed(m_settings.get(), &Config::Settings::lockingChanged);
    m_settings->setLockAfterMinutes(-5);
    m_settings->setLocksWithDesktop(false);
    m_settings->setLocksDespiteRules(false);
    QCOMPARE(changed.size(), 0);
    m_settings->setLockAfterMinutes(100'000);
    QCOMPARE(m_settings->lockAfterMinutes(), Config::longestLockAfterMinutes);
    m_settings->setLocksWithDesktop(true);
    m_settings->setLocksDespiteRules(true);
    QCOMPARE(changed.size(), 3);
    QVERIFY(m_settings->locksWithDesktop());
    QVERIFY(m_settings->locksDespiteRules());
}

void TstSettings::deadlineIsInRange_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("kept");
    QTest::newRow("negative") << -1 << 5'000;
    QTest::newRow("short") << 4'999 << 5'000;
    QTest::newRow("fine") << 5'001 << 5'001;
    QTest::newRow("long") << 3'600'001 << 3'600'000;
}

void TstSettings::deadlineIsInRange()
{
    QFETCH(const int, wanted);
    QFETCH(const int, kept);
    m_settings->setConfirmDeadlineMs(wanted);
    QCOMPARE(m_settings->confirmDeadlineMs(), kept);
    m_store->setValue(u"behaviour/confirmDeadlineMs"_s, wanted); // by hand
    QCOMPARE(m_settings->confirmDeadlineMs(), kept);
}

void TstSettings::nonsenseInTheFileIsTheDefault()
{
    m_store->setValue(u"behaviour/confirmDeadlineMs"_s, u"soon"_s);
    m_store->setValue(u"behaviour/theme"_s, u"pink"_s);
    m_store->setValue(u"network/proxyMode"_s, u"carrier pigeon"_s);
    m_store->setValue(u"network/proxyPort"_s, 70'000);
    m_store->setValue(u"network/timeoutMs"_s, -5);
    QCOMPARE(m_settings->confirmDeadlineMs(), 60'000);
    QCOMPARE(m_settings->theme(), Config::Theme::System);
    QCOMPARE(m_settings->network().proxyMode, NetworkSettings::ProxyMode::System);
    QCOMPARE(m_settings->network().proxyPort, quint16(65'535));
    QCOMPARE(m_settings->network().timeoutMs, 1'000);
}

void TstSettings::networkComesBackWithoutItsPassword()
{
    NetworkSettings network;
    network.proxyMode = NetworkSettings::ProxyMode::Socks5;
    network.proxyHost = u"proxy.example"_s;
    network.proxyPort = 1080;
    network.proxyUser = u"teacher"_s;
    network.proxyPassword = Core::SecretText::fromUtf8("PLANTED-proxy-password");
    network.timeoutMs = 7'000;
    network.caFile = u"/etc/school.pem"_s;
    QVERIFY(m_settings->setNetwork(network));
    network.proxyPassword = {};
    QCOMPARE(m_settings->network(), network);
    QVERIFY(TestSupport::isWritten(*m_store));
    QFile file(m_store->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("proxy.example"));
    QVERIFY(!bytes.contains("PLANTED"));
}

void TstSettings::networkIsChecked_data()
{
    QTest::addColumn<NetworkSettings::ProxyMode>("mode");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("system") << NetworkSettings::ProxyMode::System << QString() << 0 << true;
    QTest::newRow("http") << NetworkSettings::ProxyMode::Http << u" proxy "_s << 3128 << true;
    QTest::newRow("no host") << NetworkSettings::ProxyMode::Http << u" "_s << 3128 << false;
    QTest::newRow("no port") << NetworkSettings::ProxyMode::Socks5 << u"proxy"_s << 0 << false;
    QTest::newRow("a URL") << NetworkSettings::ProxyMode::Http << u"http://proxy"_s << 3128 << false;
    QTest::newRow("with password") << NetworkSettings::ProxyMode::Http << u"me:secret@proxy"_s << 3128
                                   << false;
    QTest::newRow("blank inside") << NetworkSettings::ProxyMode::Http << u"pro xy"_s << 3128 << false;
}

void TstSettings::networkIsChecked()
{
    QFETCH(const NetworkSettings::ProxyMode, mode);
    QFETCH(const QString, host);
    QFETCH(const int, port);
    QFETCH(const bool, isFine);
    NetworkSettings network;
    network.proxyMode = mode;
    network.proxyHost = host;
    network.proxyPort = static_cast<quint16>(port);
    const auto done = m_settings->setNetwork(network);
    QCOMPARE(done.has_value(), isFine);
    if (!isFine) {
        QCOMPARE(Core::nameOf(done.error().kind), Core::nameOf(Core::ErrorKind::InvalidInput));
        QVERIFY(!done.error().detail.contains(u"secret"_s));
        QCOMPARE(m_settings->network(), NetworkSettings());
    }
}

void TstSettings::viewStates()
{
    const QByteArray state("\x00\x01\xff state", 9);
    m_settings->setViewState(u"taskTable"_s, state);
    QVERIFY(TestSupport::isWritten(*m_store));
    Config::SettingsStore file(m_store->fileName());
    QCOMPARE(Config::Settings(file).viewState(u"taskTable"_s), state);
    QVERIFY(m_settings->viewState(u"mainWindow"_s).isEmpty());
}

CONSOLE_TEST(TstSettings, QCoreApplication)
#include "tst_settings.moc"
