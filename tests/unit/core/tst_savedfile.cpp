// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/savedfile.h"

#include "support/filebytes.h"
#include "support/narrowdisk.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::contents;
using TestSupport::NarrowDisk;
using TestSupport::write;

//! An exported file takes an older one's place as a whole, or not at all.
class TestSavedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullDiskLeavesTheOldFile_data();
    void fullDiskLeavesTheOldFile();
    void wholeFileTakesItsPlace();
};

void TestSavedFile::fullDiskLeavesTheOldFile_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("room");
    QTest::newRow("no room") << 100 << 0;
    QTest::newRow("a small file") << 100 << 50;
    QTest::newRow("the end of a long one") << 100'000 << 99'990;
}

void TestSavedFile::fullDiskLeavesTheOldFile()
{
    if (!NarrowDisk::isPossible) {
        QSKIP("no disk can be made narrow here");
    }
    QFETCH(const int, size);
    QFETCH(const int, room);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"tasks.csv"_s);
    write(path, "old");
    {
        QSaveFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const NarrowDisk narrow(room);
        for (int written = 0; written < size; written += 100) {
            (void)file.write(QByteArray(100, 'x'));
        }
        QVERIFY(!Core::isCommitted(file));
        QVERIFY(!file.errorString().isEmpty());
    }
    QCOMPARE(contents(path), "old");
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
}

void TestSavedFile::wholeFileTakesItsPlace()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"tasks.csv"_s);
    write(path, "old");
    QSaveFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("new"), 3);
    QVERIFY(Core::isCommitted(file));
    QCOMPARE(contents(path), "new");
}

CONSOLE_TEST(TestSavedFile, QCoreApplication)
#include "tst_savedfile.moc"
