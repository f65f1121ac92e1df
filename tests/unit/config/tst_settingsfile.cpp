// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfile.h"

#include "support/filebytes.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using TestSupport::contents;
using TestSupport::write;

namespace {

const QByteArray whole = "[accounts]\nfirst\\name=school\nfirst\\secretId=AKIDEXAMPLE\n\n"
                         "[behaviour]\nlanguage=en\nconfirmSingleStop=false\n";

} // namespace

class TstSettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void wholeFileIsLeftAlone_data();
    void wholeFileIsLeftAlone();
    void damagedFileIsKept_data();
    void damagedFileIsKept();
    void copiesAreNeverOverwritten();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"settings.ini"_s); }
    [[nodiscard]] QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstSettingsFile::wholeFileIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("as written") << whole;
    QTest::newRow("nothing set yet") << QByteArray();
    QTest::newRow("a comment and Chinese") << QByteArray("; by hand\n[accounts]\na\\name=\"学校\"\n");
}

void TstSettingsFile::wholeFileIsLeftAlone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!Config::keepDamagedSettings(file()));
    QVERIFY(names().isEmpty());
    write(file(), bytes);
    QVERIFY(!Config::keepDamagedSettings(file()));
    QCOMPARE(contents(file()), bytes);
    QCOMPARE(names(), QStringList{u"settings.ini"_s});
}

void TstSettingsFile::damagedFileIsKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isAccountLeft");
    QTest::newRow("a line that is none")
        << QByteArray(whole + "these are the minutes of a meeting\n") << true;
    QTest::newRow("cut in a name") << whole.left(whole.size() - 12) << true;
    QTest::newRow("zeros at its end") << QByteArray(whole + QByteArray(4096, '\0')) << true;
    QTest::newRow("all zeros") << QByteArray(4096, '\0') << false;
    QTest::newRow("a section without an end") << QByteArray("[accoun\n" + whole) << true;
    QTest::newRow("a database") << QByteArray(QByteArray("SQLite format 3\0", 16) + QByteArray(3000, '\xfe'))
                                << false;
}

void TstSettingsFile::damagedFileIsKept()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isAccountLeft);
    write(file(), bytes);
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
    const auto copy = Config::keepDamagedSettings(file());
    QVERIFY(copy);
    QVERIFY2(copy->startsWith(m_dir->filePath(u"settings.damaged-"_s)) && copy->endsWith(u".ini"_s),
             qPrintable(*copy));
    QCOMPARE(contents(*copy), bytes);
    QVERIFY(!(QFile::permissions(*copy) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther)));
    {
        const QSettings store(file(), QSettings::IniFormat);
        QCOMPARE(store.status(), QSettings::NoError);
        QCOMPARE(store.value(u"accounts/first/name"_s).toString(), isAccountLeft ? u"school"_s : QString());
    }
    QVERIFY(!Config::keepDamagedSettings(file())); // once is enough
    QCOMPARE(names().size(), 2);
}

void TstSettingsFile::copiesAreNeverOverwritten()
{
    QStringList copies;
    for (int i = 1; i <= 3; ++i) {
        write(file(), QByteArray(whole + "damage number " + QByteArray::number(i) + '\n'));
        const auto copy = Config::keepDamagedSettings(file());
        QVERIFY(copy);
        QVERIFY(!copies.contains(*copy));
        copies.append(*copy);
    }
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(contents(copies.at(i - 1)).contains(QByteArray("damage number " + QByteArray::number(i))));
    }
}

CONSOLE_TEST(TstSettingsFile, QCoreApplication)
#include "tst_settingsfile.moc"
