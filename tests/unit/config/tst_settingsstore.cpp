// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settings.h"
#include "config/settingsstore.h"

#include "support/filebytes.h"
#include "support/narrowdisk.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using TestSupport::contents;
using TestSupport::isWritten;
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

//! Accounts and settings as they reach the disk, also one that takes no more.
class TstSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fullDiskLeavesTheFile_data();
    void fullDiskLeavesTheFile();
    void accountsSayThatTheyAreNotKept();
    void changesOfOthersStay();
    void changesComeBack_data();
    void changesComeBack();
    void lastChangeCounts();
    void placeThatTakesNoFile_data();
    void placeThatTakesNoFile();
    void whatCannotBeReadStays();
    void readingThatFailsIsNoEmptyFile();
    void unknownWhetherItIsThere();
    void endDoesNotWaitForLong();
    void nobodyIsToldAfterItsEnd();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"settings.ini"_s); }
    [[nodiscard]] QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Config::SettingsStore> m_store;
};

void TstSettingsStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<Config::SettingsStore>(file());
    Config::AccountStore accounts(*m_store);
    QVERIFY(accounts.add(account(u"school"_s)));
    QVERIFY(isWritten(*m_store));
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
    if (!NarrowDisk::isPossible) {
        QSKIP("no disk can be made narrow here");
    }
    const QByteArray before = contents(file());
    const QString value(change, u'v');
    Config::Settings settings(*m_store);
    QSignalSpy failed(m_store.get(), &Config::SettingsStore::writingFailed);
    {
        const NarrowDisk narrow(room);
        settings.setViewState(u"one"_s, value.toLatin1());
        QTRY_COMPARE(failed.size(), 1); // written of itself
        settings.setViewState(u"two"_s, value.toLatin1());
        QVERIFY(!isWritten(*m_store));
    }
    QCOMPARE(contents(file()), before);
    QCOMPARE(names(), QStringList{u"settings.ini"_s});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(settings.viewState(u"one"_s), value.toLatin1()); // it holds for this run

    settings.setViewState(u"three"_s, QByteArray("3"));
    QVERIFY(isWritten(*m_store));
    Config::SettingsStore next(file());
    QCOMPARE(next.value(u"view/one"_s).toByteArray(), value.toLatin1());
    QCOMPARE(next.value(u"view/three"_s).toByteArray(), QByteArray("3"));
    QCOMPARE(Config::AccountStore(next).list().size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TstSettingsStore::accountsSayThatTheyAreNotKept()
{
    if (!NarrowDisk::isPossible) {
        QSKIP("no disk can be made narrow here");
    }
    const QByteArray before = contents(file());
    Config::AccountStore accounts(*m_store);
    std::optional<Core::Result<void>> kept;
    const auto tell = [&kept](const Core::Result<void> &result) { kept = result; };
    {
        const NarrowDisk narrow(150);
        QVERIFY(accounts.add(account(u"university"_s)));
        accounts.whenKept(this, tell);
        QVERIFY(!kept); // not before it returns
        QTRY_VERIFY(kept.has_value());
        QVERIFY(!*kept);
        QCOMPARE(kept->error().kind, Core::ErrorKind::Storage);
    }
    QCOMPARE(contents(file()), before);
    kept.reset();
    QVERIFY(accounts.add(account(u"academy"_s))); // there is room again
    accounts.whenKept(this, tell);
    QTRY_VERIFY(kept.has_value() && *kept);
    QVERIFY(contents(file()).contains("name=university"));
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
    QVERIFY(isWritten(*m_store));
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QVERIFY(!settings.confirmSingleStop());
    QVERIFY(contents(file()).contains("language=zh_CN"));
    QVERIFY(contents(file()).contains("confirmSingleStop=false"));
}

void TstSettingsStore::changesComeBack_data()
{
    QTest::addColumn<int>("ending");
    QTest::newRow("written of itself") << 0;
    QTest::newRow("quit right after the change") << 1;
    QTest::newRow("quit while it is being written") << 2;
}

void TstSettingsStore::changesComeBack()
{
    QFETCH(const int, ending);
    {
        Config::Settings settings(*m_store);
        settings.setViewState(u"one"_s, QByteArray("\x00 \xff", 3));
        settings.setLanguage(u"zh_CN"_s);
        settings.setStartTemplate(u"lesson"_s, R"({"a":1})");
    }
    m_store->remove(u"accounts"_s);
    QVERIFY(!contents(file()).contains("zh_CN")); // nobody waited for it
    if (ending == 0) {
        QTRY_VERIFY(contents(file()).contains("zh_CN"));
    } else if (ending == 2) {
        m_store->whenWritten(this, [](bool) {});
    }
    m_store.reset();
    Config::SettingsStore next(file());
    const Config::Settings settings(next);
    QCOMPARE(settings.viewState(u"one"_s), QByteArray("\x00 \xff", 3));
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QCOMPARE(settings.startTemplateNames(), QStringList{u"lesson"_s});
    QVERIFY(Config::AccountStore(next).list().isEmpty());
    QCOMPARE(names(), QStringList{u"settings.ini"_s});
}

void TstSettingsStore::lastChangeCounts()
{
    Config::Settings settings(*m_store);
    QStringList order;
    for (const QString &language : {u"en"_s, u"zh_CN"_s, u"en"_s, u"zh_CN"_s}) {
        settings.setLanguage(language);
        m_store->whenWritten(
            this, [&order, language](bool isWritten) { order.append(isWritten ? language : u"failed"_s); });
        QCOMPARE(settings.language(), language);
    }
    m_store->setValue(u"behaviour/theme"_s, u"dark"_s);
    m_store->remove(u"behaviour/theme"_s);
    m_store->setValue(u"behaviour/historyDays"_s, 30);
    QTRY_COMPARE(order.size(), 4);
    QCOMPARE(order, QStringList({u"en"_s, u"zh_CN"_s, u"en"_s, u"zh_CN"_s}));
    QCOMPARE(settings.historyDays(), 30); // what was in the file before it does not come back
    QVERIFY(isWritten(*m_store));
    QCOMPARE(settings.language(), u"zh_CN"_s);
    const QByteArray kept = contents(file());
    QVERIFY(kept.contains("language=zh_CN"));
    QVERIFY(kept.contains("historyDays=30"));
    QVERIFY(!kept.contains("theme"));
}

void TstSettingsStore::placeThatTakesNoFile_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no directory can be made") << u"blocked/settings.ini"_s;
    QTest::newRow("a directory has the name") << u"taken"_s;
}

void TstSettingsStore::placeThatTakesNoFile()
{
    QFETCH(const QString, place);
    QFile blocking(m_dir->filePath(u"blocked"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    QVERIFY(QDir(m_dir->path()).mkpath(u"taken"_s));
    Config::SettingsStore store(m_dir->filePath(place));
    Config::Settings settings(store);
    QSignalSpy failed(&store, &Config::SettingsStore::writingFailed);
    settings.setLanguage(u"zh_CN"_s);
    QCOMPARE(failed.size(), 0); // nobody waits for it
    QTRY_COMPARE(failed.size(), 1);
    settings.setLanguage(u"en"_s);
    QVERIFY(!isWritten(store));
    QCOMPARE(failed.size(), 1); // told once
    QCOMPARE(settings.language(), u"en"_s);
}

void TstSettingsStore::whatCannotBeReadStays()
{
    const QString path = m_dir->filePath(u"closed.ini"_s);
    QVERIFY(QFile::copy(file(), path));
    QVERIFY(QFile::setPermissions(path, QFile::WriteOwner));
    Config::SettingsStore store(path);
    if (store.isReadable()) {
        QSKIP("everything can be read here");
    }
    store.setValue(u"behaviour/language"_s, u"en"_s);
    QVERIFY(!isWritten(store));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(isWritten(store)); // tried again
    QVERIFY(contents(path).contains("name=school"));
    QVERIFY(contents(path).contains("language=en"));
}

void TstSettingsStore::readingThatFailsIsNoEmptyFile()
{
    const QString path = u"/proc/self/mem"_s; // can be opened; nothing is at its beginning
    if (!QFile::exists(path)) {
        QSKIP("no file whose reading fails here");
    }
    const Config::SettingsStore store(path);
    QVERIFY(!store.isReadable());
}

void TstSettingsStore::unknownWhetherItIsThere()
{
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions()));
    const Config::SettingsStore store(file());
    const bool isRoot = QFile::exists(file());
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (isRoot) {
        QSKIP("everything can be read here");
    }
    QVERIFY(!store.isReadable());
}

void TstSettingsStore::endDoesNotWaitForLong()
{
    const QByteArray before = contents(file());
    QLockFile other(QString(file() + u".lock"_s)); // a process that does not let go of it
    QVERIFY(other.lock());
    m_store->setValue(u"behaviour/language"_s, u"en"_s);
    m_store->whenWritten(this, [](bool) {});
    m_store->setValue(u"behaviour/language"_s, u"zh_CN"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings are lost:.*settings\\.ini"_s));
    QElapsedTimer ending;
    ending.start();
    m_store.reset();
    QVERIFY(ending.elapsed() < 5000);
    QCOMPARE(contents(file()), before);
}

void TstSettingsStore::nobodyIsToldAfterItsEnd()
{
    bool isTold = false;
    {
        QObject asking;
        m_store->setValue(u"behaviour/language"_s, u"en"_s);
        m_store->whenWritten(&asking, [&isTold](bool) { isTold = true; });
    }
    QVERIFY(isWritten(*m_store));
    QVERIFY(!isTold);
}

CONSOLE_TEST(TstSettingsStore, QCoreApplication)
#include "tst_settingsstore.moc"
