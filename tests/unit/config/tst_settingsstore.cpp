// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settings.h"
#include "config/settingsstore.h"

#include "support/filebytes.h"
#include "support/narrowdisk.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using TestSupport::contents;
using TestSupport::NarrowDisk;

namespace {

[[nodiscard]] Core::Account account(const QString &name)
{
    Core::Account account;
    account.name = name;
    account.secretId = u"AKIDEXAMPLE"_s;
    account.endpoint = Core::Endpoint::parse(u"https://tiw.tencentcloudapi.com"_s, u"ap-singapore"_s,
                                             Core::Edition::International)
                           .value();
    return account;
}

} // namespace

//! Accounts and settings on a disk that takes no more.
class TstSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fullDiskLeavesTheFile_data();
    void fullDiskLeavesTheFile();
    void accountsSayThatTheyAreNotKept();
    void changesOfOthersStay();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"settings.ini"_s); }
    [[nodiscard]] QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Config::SettingsStore> m_store;
};

void TstSettingsStore::initTestCase()
{
    if (!NarrowDisk::isPossible) {
        QSKIP("no disk can be made narrow here");
    }
}

void TstSettingsStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<Config::SettingsStore>(file());
    Config::AccountStore accounts(*m_store);
    QVERIFY(accounts.add(account(u"school"_s)));
    QVERIFY(contents(file()).contains("name=school"));
}

void TstSettingsStore::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

void TstSettingsStore::fullDiskLeavesTheFile_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("change");
    QTest::newRow("no room at all") << 0 << 10;
    QTest::newRow("a part of it") << 150 << 10; // enough for the lock beside it
    QTest::newRow("most of a long one") << 50'000 << 60'000;
}

void TstSettingsStore::fullDiskLeavesTheFile()
{
    QFETCH(const int, room);
    QFETCH(const int, change);
    const QByteArray before = contents(file());
    const QString value(change, u'v');
    Config::Settings settings(*m_store);
    QSignalSpy failed(m_store.get(), &Config::SettingsStore::writingFailed);
    {
        const NarrowDisk narrow(room);
        settings.setViewState(u"one"_s, value.toLatin1());
        QCoreApplication::processEvents(); // QSettings writes by itself
        settings.setViewState(u"two"_s, value.toLatin1());
        QCoreApplication::processEvents();
    }
    QCOMPARE(contents(file()), before);
    QCOMPARE(names(), QStringList{u"settings.ini"_s});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(settings.viewState(u"one"_s), value.toLatin1()); // it holds for this run

    settings.setViewState(u"three"_s, QByteArray("3"));
    QCoreApplication::processEvents();
    QVERIFY(Config::isWritten(*m_store));
    m_store.reset();
    Config::SettingsStore next(file());
    QCOMPARE(next.value(u"view/one"_s).toByteArray(), value.toLatin1());
    QCOMPARE(next.value(u"view/three"_s).toByteArray(), QByteArray("3"));
    QCOMPARE(Config::AccountStore(next).list().size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TstSettingsStore::accountsSayThatTheyAreNotKept()
{
    const QByteArray before = contents(file());
    Config::AccountStore accounts(*m_store);
    {
        const NarrowDisk narrow(150);
        const auto added = accounts.add(account(u"university"_s));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Core::ErrorKind::Storage);
    }
    QCOMPARE(contents(file()), before);
    QVERIFY(accounts.add(account(u"academy"_s))); // there is room again
    QVERIFY(contents(file()).contains("name=academy"));
}

void TstSettingsStore::changesOfOthersStay()
{
    QFile other(file());
    QVERIFY(other.open(QIODevice::Append));
    QVERIFY(other.write("\n[behaviour]\nlanguage=zh_CN\n") > 0);
    other.close();
    Config::Settings settings(*m_store);
    settings.setConfirmSingleStop(false);
    QVERIFY(Config::isWritten(*m_store));
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QVERIFY(contents(file()).contains("language=zh_CN"));
    QVERIFY(contents(file()).contains("confirmSingleStop=false"));
}

CONSOLE_TEST(TstSettingsStore, QCoreApplication)
#include "tst_settingsstore.moc"
