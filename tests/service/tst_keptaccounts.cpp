// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settingsstore.h"
#include "secrets/secretkeys.h"
#include "service/accounts.h"
#include "support/answer.h"
#include "support/moodykeyring.h"
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
using TestSupport::MoodyKeyring;

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
    void refusedSecretChangesNothing_data();
    void refusedSecretChangesNothing();
    void refusedSecretOfANewAccountLeavesNone();
    void secretThatWasSavedLateCounts();
    void failedRemovalChangesNothing();
    void refusedRemovalChangesNothing();
    void credentialIsOfOneTime_data();
    void credentialIsOfOneTime();
    void savesOfOneAccountTakeTurns();

private:
    //! No file takes the place of a directory.
    void block() const;
    [[nodiscard]] Core::Account account() const { return m_accounts->byName(u"school"_s).value(); }
    [[nodiscard]] Answer<void> save(const Core::Account &account, const char *secretKey,
                                    const char *token = nullptr);
    [[nodiscard]] Answer<Core::Credential> ask();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Config::SettingsStore> m_file;
    std::unique_ptr<Config::AccountStore> m_store;
    std::unique_ptr<MoodyKeyring> m_secrets;
    std::unique_ptr<Service::Accounts> m_accounts;
};

void TestKeptAccounts::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<Config::SettingsStore>(m_directory->filePath(u"settings.ini"_s));
    m_store = std::make_unique<Config::AccountStore>(*m_file);
    m_secrets = std::make_unique<MoodyKeyring>();
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

Answer<void> TestKeptAccounts::save(const Core::Account &account, const char *secretKey, const char *token)
{
    Service::SecretChanges changes;
    changes.secretKey = Core::SecretText::fromUtf8(secretKey);
    if (token != nullptr) {
        changes.token = Core::SecretText::fromUtf8(token);
    }
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

void TestKeptAccounts::refusedSecretChangesNothing_data()
{
    using Late = MoodyKeyring::Late;
    QTest::addColumn<ErrorKind>("mood");
    QTest::addColumn<bool>("canRead");
    QTest::addColumn<QString>("failingEntry");
    QTest::addColumn<int>("late");
    for (const ErrorKind mood :
         {ErrorKind::KeyringDenied, ErrorKind::KeyringTimeout, ErrorKind::KeyringUnavailable}) {
        QTest::addRow("%s: everything", qPrintable(Core::nameOf(mood)))
            << mood << false << QString() << int(Late::Never);
        QTest::addRow("%s: writing", qPrintable(Core::nameOf(mood)))
            << mood << true << QString() << int(Late::Never);
        QTest::addRow("%s: the second secret", qPrintable(Core::nameOf(mood)))
            << mood << true << u"token"_s << int(Late::Never);
    }
    QTest::newRow("the first secret comes late")
        << ErrorKind::KeyringTimeout << true << u"secretKey"_s << int(Late::Afterwards);
    QTest::newRow("the second secret comes late")
        << ErrorKind::KeyringTimeout << true << u"token"_s << int(Late::Afterwards);
}

void TestKeptAccounts::refusedSecretChangesNothing()
{
    QFETCH(const ErrorKind, mood);
    QFETCH(const bool, canRead);
    QFETCH(const QString, failingEntry);
    QFETCH(const int, late);
    const Answer<void> first = save(account(), "first key", "first token");
    AWAIT_VALUE(first);
    const Core::Account before = account();
    QVERIFY(before.hasToken);
    m_secrets->mood = mood;
    m_secrets->canRead = canRead;
    m_secrets->failingEntry = failingEntry;
    m_secrets->late = static_cast<MoodyKeyring::Late>(late);
    Core::Account second = before;
    second.secretId = u"AKIDsecond"_s;
    const Answer<void> saved = save(second, "second key", "second token");
    AWAIT_ERROR(saved, mood);
    QVERIFY(account() == before);
    QVERIFY(!m_accounts->isSaving());
    Config::SettingsStore next(m_file->fileName()); // written before it is told
    QVERIFY(Config::AccountStore(next).byId(before.id) == before);

    m_secrets->goOn();
    m_secrets->mood.reset();
    const Answer<Core::Credential> asked = ask();
    AWAIT_VALUE(asked);
    QCOMPARE(asked.value().secretId, u"AKIDfirst"_s);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("first key"));
    QVERIFY(asked.value().token == Core::SecretText::fromUtf8("first token"));
}

void TestKeptAccounts::refusedSecretOfANewAccountLeavesNone()
{
    m_secrets->mood = ErrorKind::KeyringDenied;
    m_secrets->failingEntry = u"token"_s;
    m_secrets->canRead = true;
    Core::Account other = account();
    other.id.clear();
    other.name = u"academy"_s;
    QString id;
    connect(m_accounts.get(), &Service::Accounts::accountsChanged, this, [this, &id] {
        const std::optional<Core::Account> added = m_accounts->byName(u"academy"_s);
        id = added ? added->id : id;
    });
    const Answer<void> saved = save(other, "other key", "other token");
    AWAIT_ERROR(saved, ErrorKind::KeyringDenied);
    QCOMPARE(m_accounts->all().size(), 1);
    QVERIFY(!id.isEmpty());
    Answer<std::optional<Core::SecretText>> kept;
    m_secrets->read(Secrets::secretKeyEntry(id), this, kept.callback());
    AWAIT_VALUE(kept);
    QVERIFY(!kept.value());
}

//! The keyring was silent for too long, and did what it was asked for.
void TestKeptAccounts::secretThatWasSavedLateCounts()
{
    m_secrets->mood = ErrorKind::KeyringTimeout;
    m_secrets->canRead = true;
    m_secrets->late = MoodyKeyring::Late::AtOnce;
    Core::Account second = account();
    second.secretId = u"AKIDsecond"_s;
    const Answer<void> saved = save(second, "second key");
    AWAIT_VALUE(saved);
    const Answer<Core::Credential> asked = ask();
    AWAIT_VALUE(asked);
    QCOMPARE(asked.value().secretId, u"AKIDsecond"_s);
    QVERIFY(asked.value().secretKey == Core::SecretText::fromUtf8("second key"));
}

//! Its SecretKey would stay in the keyring, and nothing would name it any more.
void TestKeptAccounts::refusedRemovalChangesNothing()
{
    const Core::Account before = account();
    m_secrets->mood = ErrorKind::KeyringDenied;
    Answer<void> refused;
    m_accounts->remove(before.id, this, refused.callback());
    AWAIT_ERROR(refused, ErrorKind::KeyringDenied);
    QVERIFY(m_accounts->byId(before.id) == before);
    Config::SettingsStore next(m_file->fileName());
    QVERIFY(Config::AccountStore(next).byId(before.id) == before);
    m_secrets->mood.reset();
    Answer<void> removed;
    m_accounts->remove(before.id, this, removed.callback());
    AWAIT_VALUE(removed);
    QVERIFY(m_accounts->all().isEmpty());
    Answer<std::optional<Core::SecretText>> kept;
    m_secrets->read(Secrets::secretKeyEntry(before.id), this, kept.callback());
    AWAIT_VALUE(kept);
    QVERIFY(!kept.value());
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
