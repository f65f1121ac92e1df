// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "support/faultydisk.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::FaultyDisk;

//! A Stop whose journal fails, from every single change of the disk on: what was not journaled did not leave,
//! and the operator is told why.
class TestFailingDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeavesThatIsNotJournaled_data();
    void nothingLeavesThatIsNotJournaled();
};

void TestFailingDisk::nothingLeavesThatIsNotJournaled_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<FaultyDisk::Failing>("failing");
    QTest::addColumn<Core::ErrorKind>("kind");
    using enum FaultyDisk::Failing;
    constexpr int full = 13; // SQLITE_FULL
    constexpr int failedWrite = 10 | (3 << 8); // SQLITE_IOERR_WRITE
    constexpr int failedSync = 10 | (4 << 8); // SQLITE_IOERR_FSYNC, also where there is no space
    QTest::newRow("full") << full << Changes << Core::ErrorKind::StorageFull;
    QTest::newRow("cannot be written") << failedWrite << Changes << Core::ErrorKind::Storage;
    QTest::newRow("says so only when it syncs") << failedSync << Syncs << Core::ErrorKind::Storage;
}

void TestFailingDisk::nothingLeavesThatIsNotJournaled()
{
    QFETCH(const int, code);
    QFETCH(const FaultyDisk::Failing, failing);
    QFETCH(const Core::ErrorKind, kind);
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 20;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    int refused = 0;
    int stopped = 0;
    // A Stop's five events change the files some ninety times. Once it left, each round lasts as long as its
    // confirmation, and only a few of them are tried.
    for (int first = 0; first < 120; first += stopped == 0 ? 3 : 18) {
        const QString taskId = u"task-%1"_s.arg(first);
        Simulator::TaskSeed seed;
        seed.sdkAppId = 1400000001;
        seed.taskId = taskId;
        seed.state = Simulator::SeedState::Pushing;
        QVERIFY(server.addTask(seed));
        const QTemporaryDir directory;
        FaultyDisk disk;
        std::optional<Service::StopResult> settled;
        {
            TestSupport::TestBench bench(directory.path(), server.address());
            QVERIFY(bench.open());
            connect(&bench.stops, &Service::StopService::settled, &bench.book,
                    [&settled](const Service::StopResult &result) { settled = result; });
            disk.fail(disk.count() + first, 1'000'000, code, failing);
            bench.stops.stop({bench.key(taskId)}, {true, 10'000});
            QTRY_VERIFY_WITH_TIMEOUT(settled.has_value(), 30'000);
            disk.heal();
        }
        qsizetype delivered = 0;
        for (const Simulator::JournalEntry &entry : server.journal()) {
            delivered += entry.action == "StopWhiteboardPush"_L1 && entry.taskId == taskId ? 1 : 0;
        }
        const auto connection = Storage::Connection::open(directory.filePath(u"console.sqlite"_s));
        QVERIFY(connection);
        const auto journaled = (*connection)
                                   ->value(u"SELECT count(*) FROM event WHERE kind = 1 AND action = "
                                           "'StopWhiteboardPush'"_s);
        QVERIFY(journaled);
        const QByteArray what = "failing from " + QByteArray::number(first) + ": "
            + Core::toWord(settled->outcome).toUtf8() + ", delivered " + QByteArray::number(delivered)
            + ", journaled " + QByteArray::number(journaled->toInt());
        QVERIFY2(delivered <= journaled->toInt(), what.constData());
        if (delivered == 0) {
            ++refused;
            QVERIFY2(settled->outcome == Core::StopOutcome::NotSent
                         || settled->outcome == Core::StopOutcome::Failed,
                     what.constData());
            QVERIFY2(settled->error && settled->error->kind == kind, what.constData());
        } else {
            ++stopped;
            QVERIFY2(settled->outcome == Core::StopOutcome::Stopped, what.constData());
        }
    }
    qInfo("%d were refused, %d were made", refused, stopped);
    QVERIFY(refused > 2);
    QVERIFY(stopped > 2);
}

CONSOLE_TEST(TestFailingDisk, QCoreApplication)
#include "tst_failingdisk.moc"
