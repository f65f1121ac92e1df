// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/accountchoice.h"
#include "config/accounts.h"
#include "config/settingsstore.h"
#include "secrets/memorysecretstore.h"
#include "secrets/secretkeys.h"
#include "service/accounts.h"

#include "support/testprogram.h"
#include "support/writtensettings.h"
#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Which account and key a command works with: --profile, else the environment, else the default profile.
class TestAccountChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void refuses_data();
    void refuses();
    void neverKeepsTheEnvironment();
};

namespace {

enum Kept { NoProfile, ProfileWithKey, ProfileWithoutKey };

[[nodiscard]] QProcessEnvironment environmentOf(const QString &assignments)
{
    QProcessEnvironment environment;
    for (const QString &assignment : assignments.split(u' ', Qt::SkipEmptyParts)) {
        environment.insert(u"TENCENTCLOUD_"_s + assignment.section(u'=', 0, 0), assignment.section(u'=', 1));
    }
    return environment;
}

//! A run of the program with one profile "school" at most.
class Fixture
{
public:
    explicit Fixture(Kept kept)
        : m_store(m_directory.filePath(u"settings.ini"_s))
        , m_accountStore(m_store)
        , accounts(m_accountStore, m_secrets)
    {
        if (kept == NoProfile) {
            return;
        }
        Core::Account account;
        account.name = u"school"_s;
        account.secretId = u"AKIDschool"_s;
        account.endpoint = Core::Endpoint::parse(u"https://tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s,
                                                 Core::Edition::Mainland)
                               .value();
        const auto added = m_accountStore.add(account);
        if (added && kept == ProfileWithKey) {
            m_secrets.write(Secrets::secretKeyEntry(added->id), Core::SecretText::fromString(u"schoolkey"_s),
                            &accounts, [](const Core::Result<void> &) {});
        }
    }

    [[nodiscard]] Core::Result<Core::Account> choose(const Cli::AccountWish &wish, const QString &environment)
    {
        std::optional<Core::Result<Core::Account>> chosen;
        Cli::chooseAccount(wish, environmentOf(environment), accounts, &accounts,
                           [&chosen](const Core::Result<Core::Account> &account) { chosen = account; });
        if (chosen || !QTest::qWaitFor([&chosen] { return chosen.has_value(); })) {
            return Core::failure(Core::Error::of(Core::ErrorKind::Timeout)); // too early, or never
        }
        return *chosen;
    }
    [[nodiscard]] QByteArray keyOf(const QString &accountId)
    {
        std::optional<Core::Result<Core::Credential>> read;
        accounts.credential(accountId, &accounts,
                            [&read](const Core::Result<Core::Credential> &credential) { read = credential; });
        return QTest::qWaitFor([&read] { return read.has_value(); }) && *read
            ? (*read)->secretKey.bytes().toByteArray()
            : QByteArray();
    }
    [[nodiscard]] QByteArray settingsText()
    {
        QFile file(m_store.fileName());
        return TestSupport::isWritten(m_store) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                 : QByteArray();
    }

private:
    QTemporaryDir m_directory;
    Config::SettingsStore m_store;
    Config::AccountStore m_accountStore;
    Secrets::MemorySecretStore m_secrets;

public:
    Service::Accounts accounts;
};

[[nodiscard]] Cli::AccountWish at(const QString &url, const QString &region)
{
    return {{}, url, region, {}};
}

} // namespace

void TestAccountChoice::chooses_data()
{
    const QString env = u"SECRET_ID=AKIDenv SECRET_KEY=envkey"_s;
    const QString local = u"http://127.0.0.1:8080"_s;
    QTest::addColumn<Kept>("kept");
    QTest::addColumn<Cli::AccountWish>("wish");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("place"); // host and region

    QTest::newRow("profile before environment")
        << ProfileWithKey << Cli::AccountWish{u"school"_s, {}, {}, {}} << env << u"school"_s
        << QByteArray("schoolkey") << u"tiw.tencentcloudapi.com ap-guangzhou"_s;
    QTest::newRow("environment before default profile")
        << ProfileWithKey << Cli::AccountWish() << env << u"env"_s << QByteArray("envkey")
        << u"tiw.intl.tencentcloudapi.com ap-singapore"_s;
    QTest::newRow("default profile") << ProfileWithKey << Cli::AccountWish() << QString() << u"school"_s
                                     << QByteArray("schoolkey") << u"tiw.tencentcloudapi.com ap-guangzhou"_s;
    QTest::newRow("environment with its region")
        << NoProfile << Cli::AccountWish() << QString(env + u" REGION=ap-guangzhou"_s) << u"env"_s
        << QByteArray("envkey") << u"tiw.intl.tencentcloudapi.com ap-guangzhou"_s;
    QTest::newRow("environment at an endpoint")
        << NoProfile << at(local, u"ap-jakarta"_s) << QString(env + u" REGION=ap-guangzhou"_s) << u"env"_s
        << QByteArray("envkey") << u"http://127.0.0.1:8080 ap-jakarta"_s;
    QTest::newRow("environment at an endpoint, its region")
        << NoProfile << at(local, {}) << QString(env + u" REGION=ap-guangzhou"_s) << u"env"_s
        << QByteArray("envkey") << u"http://127.0.0.1:8080 ap-guangzhou"_s;
    QTest::newRow("environment, mainland edition")
        << NoProfile << Cli::AccountWish{{}, {}, {}, Core::Edition::Mainland} << env << u"env"_s
        << QByteArray("envkey") << u"tiw.tencentcloudapi.com ap-guangzhou"_s;
    QTest::newRow("default profile's key at an endpoint")
        << ProfileWithKey << at(local, u"ap-singapore"_s) << QString() << u"school"_s
        << QByteArray("schoolkey") << u"http://127.0.0.1:8080 ap-singapore"_s;
    QTest::newRow("default profile's key in another region")
        << ProfileWithKey << at({}, u"ap-beijing"_s) << QString() << u"school"_s << QByteArray("schoolkey")
        << u"tiw.tencentcloudapi.com ap-beijing"_s;
    QTest::newRow("region alone in the environment is no credential")
        << ProfileWithKey << Cli::AccountWish() << u"REGION=ap-jakarta"_s << u"school"_s
        << QByteArray("schoolkey") << u"tiw.tencentcloudapi.com ap-guangzhou"_s;
}

void TestAccountChoice::chooses()
{
    QFETCH(const Kept, kept);
    QFETCH(const Cli::AccountWish, wish);
    QFETCH(const QString, environment);
    QFETCH(const QString, name);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, place);
    Fixture fixture(kept);
    const auto account = fixture.choose(wish, environment);
    QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    QCOMPARE(account->name, name);
    QCOMPARE(QString(account->endpoint.display() + u' ' + account->endpoint.region), place);
    QCOMPARE(fixture.keyOf(account->id), key);
}

void TestAccountChoice::refuses_data()
{
    QTest::addColumn<Kept>("kept");
    QTest::addColumn<Cli::AccountWish>("wish");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<Core::ErrorKind>("kind");

    const QString env = u"SECRET_ID=AKIDenv SECRET_KEY=envkey"_s;
    QTest::newRow("nothing anywhere")
        << NoProfile << Cli::AccountWish() << QString() << Core::ErrorKind::NoCredential;
    QTest::newRow("no such profile, although the environment has a key")
        << ProfileWithKey << Cli::AccountWish{u"shool"_s, {}, {}, {}} << env << Core::ErrorKind::NoCredential;
    QTest::newRow("profile without key, although the environment has one")
        << ProfileWithoutKey << Cli::AccountWish{u"school"_s, {}, {}, {}} << env
        << Core::ErrorKind::NoCredential;
    QTest::newRow("default profile without key")
        << ProfileWithoutKey << Cli::AccountWish() << QString() << Core::ErrorKind::NoCredential;
    QTest::newRow("half an environment, although the profile has a key")
        << ProfileWithKey << Cli::AccountWish() << u"SECRET_ID=AKIDenv"_s << Core::ErrorKind::NoCredential;
    QTest::newRow("key that cannot be one")
        << ProfileWithKey << Cli::AccountWish() << u"SECRET_ID=AKID!!! SECRET_KEY=envkey"_s
        << Core::ErrorKind::NoCredential;
    QTest::newRow("endpoint without a region anywhere")
        << NoProfile << at(u"https://tiw.example.com"_s, {}) << env << Core::ErrorKind::InvalidInput;
    QTest::newRow("region that cannot be one")
        << NoProfile << Cli::AccountWish() << QString(env + u" REGION=AP/1"_s)
        << Core::ErrorKind::InvalidInput;
}

void TestAccountChoice::refuses()
{
    QFETCH(const Kept, kept);
    QFETCH(const Cli::AccountWish, wish);
    QFETCH(const QString, environment);
    QFETCH(const Core::ErrorKind, kind);
    Fixture fixture(kept);
    const auto account = fixture.choose(wish, environment);
    QVERIFY(!account);
    QCOMPARE(account.error().kind, kind);
    QVERIFY(!account.error().detail.contains("envkey"_L1));
}

void TestAccountChoice::neverKeepsTheEnvironment()
{
    Fixture fixture(ProfileWithKey);
    QVERIFY(fixture.choose({}, u"SECRET_ID=AKIDenv SECRET_KEY=envkey"_s));
    QVERIFY(fixture.settingsText().contains("AKIDschool"));
    QVERIFY(!fixture.settingsText().contains("envkey"));
    QVERIFY(!fixture.settingsText().contains("AKIDenv"));
}

CONSOLE_TEST(TestAccountChoice, QCoreApplication)
#include "tst_accountchoice.moc"
