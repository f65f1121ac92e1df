// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/editions.h"

#include "config/settingsstore.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] Core::Account account(const QString &name)
{
    Core::Account account;
    account.name = name;
    account.secretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;
    account.endpoint = Config::usualEndpoint(Core::Edition::International);
    account.sdkAppIds = {Core::SdkAppId{1400000001}, Core::SdkAppId{1400000002}};
    return account;
}

[[nodiscard]] QByteArray accountFile(const QByteArray &accounts)
{
    return R"({"format":"whiteboard-push-console accounts","version":1,"accounts":)" + accounts + '}';
}

} // namespace

class TstAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<Config::SettingsStore>(m_dir->filePath(u"console.ini"_s));
        m_store = std::make_unique<Config::AccountStore>(*m_file);
    }

    void addedAccountsComeBack();
    void namesAndIds();
    void accountsAreChecked_data();
    void accountsAreChecked();
    void updateAndRemove();
    void defaultAccount();
    void damagedEntriesAreLeftAlone();
    void exportAndImport();
    void importIsRefused_data();
    void importIsRefused();
    void editions();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Config::SettingsStore> m_file;
    std::unique_ptr<Config::AccountStore> m_store;
};

void TstAccounts::addedAccountsComeBack()
{
    const QSignalSpy changed(m_store.get(), &Config::AccountStore::accountsChanged);
    Core::Account wanted = account(u" School 学校 "_s);
    wanted.id = u"../../evil"_s;
    wanted.secretId = u" AKIDEXAMPLE\n"_s;
    wanted.hasToken = true;
    wanted.caFile = u"/etc/school.pem"_s;
    wanted.isReadOnly = true;
    const auto added = m_store->add(wanted);
    QVERIFY(added);
    QCOMPARE(changed.size(), 1);
    QVERIFY(QRegularExpression(u"^[0-9a-f-]{36}$"_s).match(added->id).hasMatch());
    QCOMPARE(added->name, u"School 学校"_s);
    QCOMPARE(added->secretId, u"AKIDEXAMPLE"_s);
    QVERIFY(TestSupport::isWritten(*m_file));
    Config::SettingsStore file(m_file->fileName());
    const Config::AccountStore again(file);
    QCOMPARE(again.list(), QList<Core::Account>{*added});
    QCOMPARE(again.byId(added->id), std::optional(*added));
}

void TstAccounts::namesAndIds()
{
    QVERIFY(m_store->add(account(u"beta"_s)));
    QVERIFY(m_store->add(account(u"Alpha"_s)));
    QCOMPARE(m_store->list().constFirst().name, u"Alpha"_s);
    QVERIFY(m_store->byName(u"Alpha"_s));
    QVERIFY(m_store->byName(u"ALPHA"_s));
    QVERIFY(!m_store->byName(u"gamma"_s));
    QVERIFY(!m_store->byId({}));
    QVERIFY(!m_store->byId(u"accounts"_s));
}

void TstAccounts::accountsAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("secretId");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("region");
    QTest::addColumn<bool>("isFine");
    const QString id = u"AKIDEXAMPLE"_s;
    const QString url = u"https://tiw.tencentcloudapi.com"_s;
    const QString region = u"ap-singapore"_s;
    QTest::newRow("fine") << u"a"_s << id << url << region << true;
    QTest::newRow("64 characters") << QString(64, u'n') << id << url << region << true;
    QTest::newRow("loopback") << u"a"_s << id << u"http://127.0.0.1:4711"_s << region << true;
    QTest::newRow("no name") << u"  "_s << id << url << region << false;
    QTest::newRow("65 characters") << QString(65, u'n') << id << url << region << false;
    QTest::newRow("line break") << u"a\nb"_s << id << url << region << false;
    QTest::newRow("reserved") << u"ENV"_s << id << url << region << false;
    QTest::newRow("taken") << u"TAKEN"_s << id << url << region << false;
    QTest::newRow("no SecretId") << u"a"_s << QString() << url << region << false;
    QTest::newRow("blank in the SecretId") << u"a"_s << u"AKID EXAMPLE"_s << url << region << false;
    QTest::newRow("letters of no SecretId") << u"a"_s << u"AKID/EXAMPLE"_s << url << region << false;
    QTest::newRow("long SecretId") << u"a"_s << QString(129, u'A') << url << region << false;
    QTest::newRow("plain http") << u"a"_s << id << u"http://tiw.tencentcloudapi.com"_s << region << false;
    QTest::newRow("no host") << u"a"_s << id << QString() << region << false;
    QTest::newRow("no region") << u"a"_s << id << url << QString() << false;
}

void TstAccounts::accountsAreChecked()
{
    QFETCH(const QString, name);
    QFETCH(const QString, secretId);
    QFETCH(const QString, url);
    QFETCH(const QString, region);
    QFETCH(const bool, isFine);
    QVERIFY(m_store->add(account(u"taken"_s)));
    Core::Account wanted = account(name);
    wanted.secretId = secretId;
    wanted.endpoint.url = QUrl(url);
    wanted.endpoint.region = region;
    const auto added = m_store->add(wanted);
    QCOMPARE(added.has_value(), isFine);
    QCOMPARE(m_store->list().size(), isFine ? 2 : 1);
    if (!isFine) {
        QCOMPARE(Core::nameOf(added.error().kind), Core::nameOf(Core::ErrorKind::InvalidInput));
    }
}

void TstAccounts::updateAndRemove()
{
    Core::Account kept = *m_store->add(account(u"a"_s));
    const QString other = m_store->add(account(u"b"_s))->id;
    const QSignalSpy changed(m_store.get(), &Config::AccountStore::accountsChanged);
    QVERIFY(m_store->update(kept));
    QCOMPARE(changed.size(), 0); // nothing new
    kept.name = u"A"_s; // its own name is not taken
    kept.endpoint = Config::usualEndpoint(Core::Edition::Mainland);
    kept.sdkAppIds.clear();
    QVERIFY(m_store->update(kept));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_store->byId(kept.id), std::optional(kept));
    kept.name = u"b"_s;
    QVERIFY(!m_store->update(kept));
    kept.id = u"nobody"_s;
    kept.name = u"c"_s;
    QVERIFY(!m_store->update(kept));
    QVERIFY(!m_store->remove(u"nobody"_s));
    QVERIFY(!m_store->remove({}));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_store->remove(other));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_store->list().size(), 1);
}

void TstAccounts::defaultAccount()
{
    QVERIFY(!m_store->defaultAccount());
    QVERIFY(m_store->add(account(u"a"_s)));
    const QString b = m_store->add(account(u"b"_s))->id;
    QCOMPARE(m_store->defaultAccount()->name, u"a"_s);
    QVERIFY(m_store->setDefaultAccount(b));
    QCOMPARE(m_store->defaultAccount()->name, u"b"_s);
    QVERIFY(!m_store->setDefaultAccount(u"nobody"_s));
    QVERIFY(m_store->remove(b));
    QCOMPARE(m_store->defaultAccount()->name, u"a"_s);
}

void TstAccounts::damagedEntriesAreLeftAlone()
{
    m_file->setValue(u"accounts/by-hand/name"_s, u"by hand"_s);
    m_file->setValue(u"accounts/by-hand/edition"_s, u"martian"_s);
    QVERIFY(m_store->list().isEmpty());
    QVERIFY(m_store->add(account(u"a"_s)));
    QCOMPARE(m_store->list().size(), 1);
    QCOMPARE(m_file->value(u"accounts/by-hand/name"_s).toString(), u"by hand"_s);
}

void TstAccounts::exportAndImport()
{
    Core::Account withToken = account(u"a"_s);
    withToken.hasToken = true;
    withToken.isReadOnly = true;
    QVERIFY(m_store->add(withToken));
    QVERIFY(m_store->add(account(u"b"_s)));
    const QByteArray exported = m_store->exported();
    QVERIFY(!exported.contains(m_store->list().constFirst().id.toUtf8()));

    // Into the same store: new ids, new names, none of the old ones touched.
    const QList<Core::Account> before = m_store->list();
    const auto imported = m_store->import(exported);
    QVERIFY(imported);
    QCOMPARE(imported->size(), 2);
    QCOMPARE(imported->constFirst().name, u"a (2)"_s);
    QVERIFY(!imported->constFirst().hasToken);
    QVERIFY(imported->constFirst().isReadOnly);
    QVERIFY(!imported->constLast().isReadOnly);
    QCOMPARE(imported->constFirst().sdkAppIds, before.constFirst().sdkAppIds);
    QCOMPARE(imported->constFirst().endpoint, before.constFirst().endpoint);
    QCOMPARE(m_store->list().size(), 4);
    for (const Core::Account &old : before) {
        QCOMPARE(m_store->byId(old.id), std::optional(old));
    }
    QCOMPARE(m_store->import(exported)->constLast().name, u"b (3)"_s);
}

void TstAccounts::importIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray good =
        R"({"name":"n","secretId":"AKIDEXAMPLE","endpoint":"https://tiw.tencentcloudapi.com",)"
        R"("region":"ap-guangzhou","edition":"mainland")";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("other JSON") << QByteArray("{}");
    QTest::newRow("newer") << QByteArray(
        R"({"format":"whiteboard-push-console accounts","version":2,"accounts":[]})");
    QTest::newRow("no list") << accountFile("{}");
    QTest::newRow("not an account") << accountFile("[5]");
    QTest::newRow("SecretKey") << accountFile('[' + good + R"(,"secretKey":"PLANTED"}])");
    QTest::newRow("secret_key") << accountFile('[' + good + R"(,"TENCENTCLOUD_SECRET_KEY":"PLANTED"}])");
    QTest::newRow("token, deep") << accountFile('[' + good + R"(,"more":[{"x":{"Token":"PLANTED"}}]}])");
    QTest::newRow("one good, one bad") << accountFile('[' + good + "},{\"name\":\"m\"}]");
    QTest::newRow("wrong type") << accountFile('[' + good + R"(,"caFile":7}])");
    QTest::newRow("no truth value") << accountFile('[' + good + R"(,"readOnly":"yes"}])");
    QTest::newRow("bad application") << accountFile('[' + good + R"(,"sdkAppIds":[-3]}])");
}

void TstAccounts::importIsRefused()
{
    QFETCH(const QByteArray, file);
    const auto imported = m_store->import(file);
    QVERIFY(!imported);
    QCOMPARE(Core::nameOf(imported.error().kind), Core::nameOf(Core::ErrorKind::InvalidInput));
    QVERIFY(!imported.error().detail.contains(u"PLANTED"_s));
    QVERIFY(m_store->list().isEmpty());
}

void TstAccounts::editions()
{
    using Core::Edition;
    QCOMPARE(Config::hosts(Edition::International).mid(0, 2),
             QStringList({u"tiw.intl.tencentcloudapi.com"_s, u"tiw.tencentcloudapi.com"_s}));
    QCOMPARE(Config::hosts(Edition::Mainland).constFirst(), u"tiw.tencentcloudapi.com"_s);
    QVERIFY(Config::hosts(Edition::International).contains(u"tiw.ap-singapore.tencentcloudapi.com"_s));
    QCOMPARE(Config::regions(Edition::International), QStringList({u"ap-singapore"_s, u"ap-guangzhou"_s}));
    QCOMPARE(Config::regions(Edition::Mainland), QStringList{u"ap-guangzhou"_s});
    for (const Edition edition : {Edition::International, Edition::Mainland}) {
        QCOMPARE(Config::editionFromWord(Config::toWord(edition)), std::optional(edition));
        for (const QString &host : Config::hosts(edition)) {
            for (const QString &region : Config::regions(edition)) {
                QVERIFY2(Core::Endpoint::parse(host, region, edition), qPrintable(host));
            }
        }
        const Core::Endpoint usual = Config::usualEndpoint(edition);
        QCOMPARE(*Core::Endpoint::parse(usual.url.toString(), usual.region, edition), usual);
    }
    QVERIFY(!Config::editionFromWord(u"lunar"));
}

CONSOLE_TEST(TstAccounts, QCoreApplication)
#include "tst_accounts.moc"
