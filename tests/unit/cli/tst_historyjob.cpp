// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jobs.h"
#include "cli/output.h"
#include "storage/connection.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! A history that is longer than what is read at once.
class TestHistoryJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsWrittenAsItIsRead_data();
    void tableIsWrittenAsItIsRead();

private:
    static constexpr int pageSize = 1000;
    void record(TestSupport::TestBench &bench, const QList<Core::Intent> &reads);
};

//! Reads that were answered, in two commits however many they are.
void TestHistoryJob::record(TestSupport::TestBench &bench, const QList<Core::Intent> &reads)
{
    bool isOpened = false;
    bench.journal.openMany(
        reads, this, [&isOpened](const Core::Result<QList<qint64>> &ids) { isOpened = ids.has_value(); });
    QTRY_VERIFY(isOpened);
    bool isAnswered = false;
    bench.database.write<void>(
        [](Storage::Connection &connection) {
            return connection.execute(
                u"INSERT INTO event (intent_id, kind, action, at, attempt, request_id, backup_request_id, "
                u"status, latency_ms, profile, sdk_app_id, task_id) SELECT id, 2, action, requested_at, 1, "
                u"'', '', '', 5, profile, sdk_app_id, task_id FROM intent ORDER BY id"_s);
        },
        this, [&isAnswered](const Core::Result<void> &done) { isAnswered = done.has_value(); });
    QTRY_VERIFY(isAnswered);
}

void TestHistoryJob::tableIsWrittenAsItIsRead_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << 0 << pageSize + 1;
    QTest::newRow("one page") << pageSize << pageSize;
    QTest::newRow("fewer") << 3 << 3;
}

void TestHistoryJob::tableIsWrittenAsItIsRead()
{
    QFETCH(const int, limit);
    QFETCH(const int, rows);
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), {});
    QVERIFY(bench.open());
    // The oldest one, which comes last, is by far the widest.
    const QString wide(300, u'w');
    QList<Core::Intent> reads;
    for (int i = 0; i <= pageSize; ++i) {
        Core::Intent read;
        read.action = u"DescribeWhiteboardPush"_s;
        read.profile = i == 0 ? wide : u"school"_s;
        read.task = bench.key(QString::number(i));
        read.requestedAt = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC).addSecs(i);
        reads.append(read);
    }
    record(bench, reads);

    Cli::Command command;
    command.verb = Cli::Verb::History;
    command.historyLimit = limit;
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    const auto job = Cli::makeJob(command, bench.services(), output, {}, {});
    QSignalSpy finished(job.get(), &Cli::Job::finished);
    job->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), Cli::ExitDone);
    QCOMPARE(err.data().isEmpty(), limit == 0);

    const QStringList lines = QString::fromUtf8(out.data()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), rows + 1);
    QVERIFY(lines.at(1).contains(QString(u' ' + QString::number(pageSize) + u' ')));
    // The columns fit what was read first; nothing waited for the last row.
    QCOMPARE(lines.first().indexOf("Action"_L1), lines.at(1).indexOf("DescribeWhiteboardPush"_L1));
    QVERIFY(lines.first().indexOf("Action"_L1) < wide.size());
    QCOMPARE(lines.constLast().contains(wide), limit == 0);
}

CONSOLE_TEST(TestHistoryJob, QCoreApplication)
#include "tst_historyjob.moc"
