// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accountfile.h"
#include "config/editions.h"
#include "gui/accountdrafts.h"
#include "gui/accountexchange.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using Gui::AccountDraft;
using Gui::AccountField;

using Edit = std::function<void(AccountDraft &)>;
using Fields = QList<AccountField>;

Q_DECLARE_METATYPE(Edit)

namespace {

const QString secretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;

AccountDraft goodDraft()
{
    AccountDraft draft = AccountDraft::fresh(u"school"_s);
    draft.secretId = secretId;
    draft.secrets.secretKey = Core::SecretText::fromString(u"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"_s);
    return draft;
}

Core::Account keptAccount(const QString &id, const QString &name)
{
    Core::Account account;
    account.id = id;
    account.name = name;
    account.secretId = secretId;
    account.endpoint = Config::usualEndpoint(Core::Edition::International);
    account.sdkAppIds = {Core::SdkAppId{1400000001}};
    return account;
}

Core::SecretText secret(const QString &text)
{
    return Core::SecretText::fromString(text);
}

} // namespace

//! What is said of typed accounts, and how drafts are kept and brought in.
class TestAccountDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void pastedTextIsCleaned();
    void singaporeOnTheMainlandHostIsInternational();
    void caFileIsLookedInto();
    void draftsKeepBooks();
    void importFromEnvironment_data();
    void importFromEnvironment();
    void importFromTccli();
    void importFromFile();
};

void TestAccountDraft::problems_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<Fields>("wrong");

    const auto row = [](const char *name, const Edit &edit, const Fields &wrong) {
        QTest::newRow(name) << edit << wrong;
    };
    row("all is well", [](AccountDraft &) {}, {});
    row("no name", [](AccountDraft &d) { d.name = u"  "_s; }, {AccountField::Name});
    row("long name", [](AccountDraft &d) { d.name = QString(65, u'x'); }, {AccountField::Name});
    row("longest name", [](AccountDraft &d) { d.name = QString(64, u'x'); }, {});
    row("name of another, other case", [](AccountDraft &d) { d.name = u"OTHER"_s; }, {AccountField::Name});
    row("name of the program", [](AccountDraft &d) { d.name = u"Env"_s; }, {AccountField::Name});
    row("unseen character in name", [](AccountDraft &d) { d.name = u"a\u202eb"_s; }, {AccountField::Name});
    row("emoji in name", [](AccountDraft &d) { d.name = u"class \U0001F3EB"_s; }, {});
    row("no host", [](AccountDraft &d) { d.host.clear(); }, {AccountField::Host});
    row("host with path", [](AccountDraft &d) { d.host = u"tiw.tencentcloudapi.com/x"_s; },
        {AccountField::Host});
    row("http to the world", [](AccountDraft &d) { d.host = u"http://tiw.tencentcloudapi.com"_s; },
        {AccountField::Host});
    row("http to this computer", [](AccountDraft &d) { d.host = u"http://127.0.0.1:8080"_s; }, {});
    row("host with port", [](AccountDraft &d) { d.host = u"gateway.example.org:8443"_s; }, {});
    row("no region", [](AccountDraft &d) { d.region.clear(); }, {AccountField::Region});
    row("region in capitals", [](AccountDraft &d) { d.region = u"Singapore"_s; }, {AccountField::Region});
    row("region of one's own", [](AccountDraft &d) { d.region = u"eu-frankfurt"_s; }, {});
    row("no SecretId", [](AccountDraft &d) { d.secretId.clear(); }, {AccountField::SecretId});
    row("SecretId of two words", [](AccountDraft &d) { d.secretId = u"AKID one"_s; },
        {AccountField::SecretId});
    row("no SecretKey", [](AccountDraft &d) { d.secrets.secretKey.reset(); }, {AccountField::SecretKey});
    row("SecretKey to follow",
        [](AccountDraft &d) {
            d.secrets.secretKey.reset();
            d.isKeyOptional = true;
        },
        {});
    row("SecretId as SecretKey", [](AccountDraft &d) { d.secrets.secretKey = secret(secretId); },
        {AccountField::SecretKey});
    row("SecretKey with a blank", [](AccountDraft &d) { d.secrets.secretKey = secret(u"abc def"_s); },
        {AccountField::SecretKey});
    row("kept SecretKey",
        [](AccountDraft &d) {
            d.secrets.secretKey.reset();
            d.keptAt = u"id"_s;
            d.keptSecretId = secretId;
        },
        {});
    row("kept SecretKey of another SecretId",
        [](AccountDraft &d) {
            d.secrets.secretKey.reset();
            d.keptAt = u"id"_s;
            d.keptSecretId = u"AKIDother"_s;
        },
        {AccountField::SecretKey});
    row("token with a line break", [](AccountDraft &d) { d.secrets.token = secret(u"a\nb"_s); },
        {AccountField::Token});
    row("token goes", [](AccountDraft &d) { d.secrets.token = Core::SecretText(); }, {});
    row("applications in all ways", [](AccountDraft &d) { d.applications = u"1400000001, 2;3\t4 ,"_s; }, {});
    row("word among applications", [](AccountDraft &d) { d.applications = u"1400000001 abc"_s; },
        {AccountField::Applications});
    row("application zero", [](AccountDraft &d) { d.applications = u"0"_s; }, {AccountField::Applications});
    row("no such CA file", [](AccountDraft &d) { d.caFile = u"/nonexistent/ca.pem"_s; },
        {AccountField::CaFile});
    row("two at once",
        [](AccountDraft &d) {
            d.name.clear();
            d.region.clear();
        },
        {AccountField::Name, AccountField::Region});
}

void TestAccountDraft::problems()
{
    QFETCH(const Edit, edit);
    QFETCH(const Fields, wrong);
    AccountDraft draft = goodDraft();
    edit(draft);
    const Gui::CheckedAccount checked = Gui::checked(draft, {u"other"_s});
    QCOMPARE(checked.problems.keys(), wrong);
    QCOMPARE(checked.isFine(), wrong.isEmpty());
    for (const QString &problem : checked.problems) {
        QVERIFY2(problem.endsWith(u'.'), "a problem is said in whole sentences");
        if (draft.secrets.secretKey && draft.secrets.secretKey->bytes().size() > 0)
            QVERIFY(!problem.contains(QString::fromUtf8(draft.secrets.secretKey->bytes())));
    }
}

void TestAccountDraft::pastedTextIsCleaned()
{
    AccountDraft draft = goodDraft();
    draft.name = u"  school "_s;
    draft.secretId = u" "_s + secretId + u"\n"_s;
    draft.secrets.secretKey = secret(u"  \"SecretKey=Gu5t9xGARNpq86cd98joQYCN3EXAMPLE\" \n"_s);
    draft.secrets.token = secret(u" token-1 "_s);
    draft.applications = u"1400000001 1400000002,1400000001"_s;
    const Gui::CheckedAccount checked = Gui::checked(draft, {});
    QVERIFY(checked.isFine());
    QCOMPARE(checked.account.name, u"school"_s);
    QCOMPARE(checked.account.secretId, secretId);
    QCOMPARE(checked.secrets.secretKey->bytes(), "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    QCOMPARE(checked.secrets.token->bytes(), "token-1");
    QVERIFY(checked.account.hasToken);
    QCOMPARE(checked.account.sdkAppIds.size(), 2);
}

void TestAccountDraft::singaporeOnTheMainlandHostIsInternational()
{
    QVERIFY(Config::hosts(Core::Edition::International).contains(u"tiw.tencentcloudapi.com"_s));
    AccountDraft draft = goodDraft();
    draft.host = u"tiw.tencentcloudapi.com"_s;
    const Gui::CheckedAccount checked = Gui::checked(draft, {});
    QVERIFY(checked.isFine());
    QCOMPARE(checked.account.endpoint.edition, Core::Edition::International);
    QCOMPARE(checked.account.endpoint.region, u"ap-singapore"_s);
    QCOMPARE(checked.account.endpoint.url, QUrl(u"https://tiw.tencentcloudapi.com"_s));
    QVERIFY(!AccountDraft::of(checked.account).isCustomEndpoint);
}

void TestAccountDraft::caFileIsLookedInto()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ca.pem"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no certificate");
    file.close();
    QVERIFY(!Gui::caFileProblem(path).isEmpty());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN CERTIFICATE-----\n");
    file.close();
    QCOMPARE(Gui::caFileProblem(path), QString());
    QVERIFY(!Gui::caFileProblem(directory.path()).isEmpty());
    QCOMPARE(Gui::caFileProblem({}), QString());
}

void TestAccountDraft::draftsKeepBooks()
{
    Gui::AccountDrafts drafts;
    drafts.load({keptAccount(u"1"_s, u"one"_s), keptAccount(u"2"_s, u"two"_s)}, u"2"_s);
    QCOMPARE(drafts.defaultRow(), 1);
    QVERIFY(!drafts.isChanged(0) && !drafts.isChanged(1));

    const qsizetype copy = drafts.duplicate(0);
    QCOMPARE(copy, 2);
    QCOMPARE(drafts.at(copy).name, u"one (2)"_s);
    QVERIFY(drafts.at(copy).isNew());
    QVERIFY(drafts.at(copy).hasKeptKey()); // that of the original
    QVERIFY(drafts.isChanged(copy));
    QCOMPARE(drafts.firstWithProblems(), -1);

    drafts.remove(1); // the default
    QCOMPARE(drafts.removedIds(), QStringList{u"2"_s});
    QCOMPARE(drafts.defaultRow(), 0);
    drafts.remove(1); // the copy was never kept
    QCOMPARE(drafts.removedIds(), QStringList{u"2"_s});

    AccountDraft edited = drafts.at(0);
    edited.secrets.secretKey = secret(u"x"_s);
    drafts.replace(0, edited);
    QVERIFY(drafts.isChanged(0));
    drafts.forgetSecrets();
    QVERIFY(!drafts.at(0).secrets.secretKey);
}

void TestAccountDraft::importFromEnvironment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing") << QStringList{} << 0;
    QTest::newRow("half") << QStringList{u"TENCENTCLOUD_SECRET_ID="_s + secretId} << 0;
    QTest::newRow("whole") << QStringList{u"TENCENTCLOUD_SECRET_ID="_s + secretId,
                                          u"TENCENTCLOUD_SECRET_KEY=key"_s,
                                          u"TENCENTCLOUD_REGION=ap-guangzhou"_s}
                           << 1;
}

void TestAccountDraft::importFromEnvironment()
{
    QFETCH(const QStringList, variables);
    QFETCH(const int, found);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const Gui::FoundAccounts accounts = Gui::accountsOfEnvironment(environment);
    QCOMPARE(accounts.drafts.size(), found);
    QCOMPARE(accounts.problems.size(), 1 - found);
    if (found == 1) {
        QCOMPARE(accounts.drafts.first().region, u"ap-guangzhou"_s);
        QVERIFY(Gui::checked(accounts.drafts.first(), {}).isFine());
    }
}

void TestAccountDraft::importFromTccli()
{
    const QTemporaryDir directory;
    const auto write = [&directory](const QString &name, const QByteArray &content) {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"default.credential"_s,
          "{\"secretId\":\"" + secretId.toUtf8() + "\",\"secretKey\":\"keykeykey\"}");
    write(u"default.configure"_s, R"({"_sys_param":{"region":"ap-singapore"}})");
    write(u"broken.credential"_s, "{");
    const Gui::FoundAccounts found = Gui::accountsOfTccli(directory.path(), QDateTime::currentDateTimeUtc());
    QCOMPARE(found.drafts.size(), 1);
    QCOMPARE(found.problems.size(), 1);
    QVERIFY(found.problems.first().contains("broken"_L1));
    QCOMPARE(found.drafts.first().edition, Core::Edition::International);
    QVERIFY(Gui::checked(found.drafts.first(), {}).isFine());
    QCOMPARE(
        Gui::accountsOfTccli(directory.filePath(u"none"_s), QDateTime::currentDateTimeUtc()).problems.size(),
        1);
}

void TestAccountDraft::importFromFile()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"accounts.json"_s);
    const QByteArray json =
        Config::toAccountFile({keptAccount(u"1"_s, u"one"_s), keptAccount(u"2"_s, u"two"_s)});
    QVERIFY(Gui::writeFile(path, json));
    const Gui::FoundAccounts found = Gui::accountsOfFile(path);
    QCOMPARE(found.problems, QStringList());
    QCOMPARE(found.drafts.size(), 2);
    QVERIFY(found.drafts.first().isNew());
    QVERIFY(!found.drafts.first().hasKeptKey()); // secrets are not in the file
    QVERIFY(Gui::checked(found.drafts.first(), {}).isFine());
    QCOMPARE(Gui::accountsOfFile(directory.filePath(u"none"_s)).problems.size(), 1);
    QVERIFY(!Gui::writeFile(directory.filePath(u"no/such/place"_s), json));
}

CONSOLE_TEST(TestAccountDraft, QCoreApplication)
#include "tst_accountdraft.moc"
