// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settingsstore.h"
#include "secrets/memorysecretstore.h"
#include "service/accounts.h"
#include "support/answer.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Core::ErrorKind;
using TestSupport::Answer;

//! An account and its secrets belong together, also where one of them cannot be kept.
class TestKeptAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void secretsOfAnUnchangedAccountNeedNoFile();
    void failedSaveChangesNothing_data();
    void failedSaveChangesNothing();
    void failedRemovalChangesNothing();
    void credentialIsOfOneTime_data();
    void credentialIsOfOneTime();
    void savesOfOneAccountTakeTurns();

private:
    //! No file takes the place of a directory.
    void block() const;
    [[nodiscard]] Core::Account account() const { return m_accounts->byName(u"school"_s).value(); }
    [[nodiscard]] Answer<void> save(const Core::Account &account, const char *secretKey);
    [[nodiscard]] Answer<Core::Credential> ask();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Config::SettingsStore> m_file;
    std::unique_ptr<Config::AccountStore> m_store;
    std::unique_ptr<Secrets::MemorySecretStore> m_secrets;
    std::unique_ptr<Service::Accounts> m_accounts;
};

void TestKeptAccounts::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<Config::SettingsStore>(m_directory->filePath(u"settings.ini"_s));
    m_store = std::make_unique<Config::AccountStore>(*m_file);
    m_secrets = std::make_unique<Secrets::MemorySecretStore>();
    m_accounts = std::make_unique<Service::Accounts>(*m_store, *m_secrets);
    Core::Account first;
    first.name = u"school"_s;
    first.secretId = u"AKIDfirst"_s;
    first.endpoint =
        *Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland);
    const Answer<void> saved = save(first, "first key");
    AWAIT_VALUE(saved);
}

void TestKeptAccounts::cleanup()
{
    m_accounts.reset();
    m_secrets.reset();
    m_store.reset();
    m_file.reset();
    m_directory.reset();
}

void TestKeptAccounts::block() const
{
    QVERIFY(QFile::remove(m_file->fileName()));
    QVERIFY(QDir().mkpath(m_file->fileName()));
}

Answer<void> TestKeptAccounts::save(const Core::Account &account, const char *secretKey)
{
    Service::SecretChanges changes;
    changes.secretKey = Core::SecretText::fromUtf8(secretKey);
    Answer<void> saved;
    m_accounts->save(account, changes, this, saved.callback());
    return saved;
}

Answer<Core::Credential> TestKeptAccounts::ask()
{
    Answer<Core::Credential> asked;
    m_accounts->credential(account().id, this, asked.callback());
    return asked;
}

void TestKeptAccounts::secretsOfAnUnchangedAccountNeedNoFile()
{
    block();
    m_file->setValue(u"behaviour/language"_s, u"en"_s);
    QVERIFY(!TestSupport::isWritten(*m_file)); // nor is this, which has nothing to do with it
    const Answer<void> saved = save(account(), "second key");
    QVERIFY(!saved.isThere()); // not before it returns
    AWAIT_VALUE(saved);
    const Answer<Core::Credential> asked = ask();
    AWAIT_VALUE(asked);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("second key"));
}

void TestKeptAccounts::failedSaveChangesNothing_data()
{
    QTest::addColumn<bool>("wasInUse");
    QTest::newRow("in use") << true;
    QTest::newRow("not read yet") << false;
}

void TestKeptAccounts::failedSaveChangesNothing()
{
    QFETCH(const bool, wasInUse);
    if (wasInUse) {
        const Answer<Core::Credential> asked = ask();
        AWAIT_VALUE(asked);
    }
    const Core::Account before = account();
    block();
    Core::Account second = before;
    second.secretId = u"AKIDsecond"_s;
    second.hasToken = true;
    const Answer<void> saved = save(second, "second key");
    AWAIT_ERROR(saved, ErrorKind::Storage);
    QVERIFY(account() == before);
    const Answer<Core::Credential> asked = ask();
    AWAIT_VALUE(asked);
    QCOMPARE(asked.value().secretId, u"AKIDfirst"_s);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("first key"));

    QVERIFY(QDir().rmdir(m_file->fileName())); // nor is it in the file later on
    QVERIFY(TestSupport::isWritten(*m_file));
    Config::SettingsStore next(m_file->fileName());
    QVERIFY(Config::AccountStore(next).byId(before.id) == before);
}

void TestKeptAccounts::failedRemovalChangesNothing()
{
    Core::Account other = account();
    other.id.clear();
    other.name = u"academy"_s; // comes first, and would be the default
    const Answer<void> added = save(other, "other key");
    AWAIT_VALUE(added);
    const Core::Account before = account();
    m_accounts->setDefaultAccount(before.id);
    QVERIFY(TestSupport::isWritten(*m_file));
    block();
    Answer<void> removed;
    m_accounts->remove(before.id, this, removed.callback());
    QVERIFY(!m_accounts->byId(before.id));
    AWAIT_ERROR(removed, ErrorKind::Storage);
    QVERIFY(m_accounts->byId(before.id) == before);
    QVERIFY(m_accounts->defaultAccount() == before);
    const Answer<Core::Credential> asked = ask();
    AWAIT_VALUE(asked);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("first key"));
}

void TestKeptAccounts::credentialIsOfOneTime_data()
{
    QTest::addColumn<bool>("wasInUse");
    QTest::newRow("in use") << true;
    QTest::newRow("not read yet") << false;
}

void TestKeptAccounts::credentialIsOfOneTime()
{
    QFETCH(const bool, wasInUse);
    if (wasInUse) {
        const Answer<Core::Credential> before = ask();
        AWAIT_VALUE(before);
    }
    QLockFile other(QString(m_file->fileName() + u".lock"_s)); // another process writes: this one waits
    QVERIFY(other.lock());
    Core::Account second = account();
    second.secretId = u"AKIDsecond"_s;
    Answer<Core::Credential> asked;
    connect(m_accounts.get(), &Service::Accounts::accountsChanged, this,
            [this, id = second.id, asked] { m_accounts->credential(id, this, asked.callback()); });
    const Answer<void> saved = save(second, "second key");
    Answer<Core::Credential> askedInVain;
    {
        QObject gone;
        m_accounts->credential(second.id, &gone, askedInVain.callback());
    }
    QTest::qWait(200);
    QVERIFY(!asked.isThere());
    other.unlock();
    AWAIT_VALUE(asked);
    AWAIT_VALUE(saved);
    QCOMPARE(asked.value().secretId, u"AKIDsecond"_s);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("second key"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(askedInVain.count(), 0);
}

void TestKeptAccounts::savesOfOneAccountTakeTurns()
{
    const Core::Account before = account();
    block();
    Core::Account changed = before;
    changed.secretId = u"AKIDsecond"_s;
    const Answer<void> second = save(changed, "second key");
    changed.secretId = u"AKIDthird"_s;
    const Answer<void> third = save(changed, "third key");
    AWAIT_ERROR(second, ErrorKind::Storage);
    AWAIT_ERROR(third, ErrorKind::Storage);
    QVERIFY(account() == before);
}

CONSOLE_TEST(TestKeptAccounts, QCoreApplication)
#include "tst_keptaccounts.moc"
