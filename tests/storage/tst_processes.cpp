// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "storage/slotledger.h"
#include "support/answer.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using TestSupport::Answer;

class TstProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatWasReportedSurvivesAKill();
    void leaseEndsWithItsProcess();
    void leaseIsKnownInTheSameProcess();
    void twoProcessesShareOneSchedule();
    void schedulesDoNotMix();
    void quietScheduleDepartsAtOnce();
    void departuresOfAnotherBootCountForNothing();
    void scheduleGoesOnWithoutItsFile_data();
    void scheduleGoesOnWithoutItsFile();
    void keysAreNotInTheFile();
    void slotsAreNotGivenToTheDead();
    void readOnlyDirectoryIsReported();

private:
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral(STORAGE_PROBE), arguments);
        return process;
    }
    [[nodiscard]] qint64 slotOf(Core::SlotLedger &ledger, const QByteArray &key, qint64 notBefore)
    {
        std::optional<qint64> slot;
        ledger.reserve(key, notBefore, 51, this, [&slot](qint64 given) { slot = given; });
        [&slot] { QTRY_VERIFY_WITH_TIMEOUT(slot.has_value(), 20'000); }();
        return slot.value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Core::SystemClock m_clock;
};

void TstProcesses::whatWasReportedSurvivesAKill()
{
    const auto writer = start({u"append"_s, m_dir->path()});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += writer->readAllStandardOutput()).count('\n') > 60, 30'000);
    writer->kill();
    QVERIFY(writer->waitForFinished(20'000));
    said += writer->readAllStandardOutput();
    QStringList lines = QString::fromUtf8(said.left(said.lastIndexOf('\n'))).split(u'\n');
    const QString owner = lines.takeFirst();

    Storage::Database database(m_dir->path());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    Answer<QList<Core::OpenIntent>> open;
    database.open(this, opened.callback());
    journal.openIntents(this, open.callback());
    AWAIT_VALUE(opened);
    AWAIT_VALUE(open);
    QList<qint64> found;
    for (const Core::OpenIntent &intent : open.value()) {
        found.append(intent.intent.id);
        QCOMPARE(intent.intent.owner, owner);
    }
    QVERIFY(found.size() >= lines.size());
    for (const QString &line : std::as_const(lines)) {
        QVERIFY2(found.contains(line.toLongLong()), qPrintable(line));
    }
}

void TstProcesses::leaseEndsWithItsProcess()
{
    const Storage::OwnerLease mine(m_dir->path());
    const auto other = start({u"append"_s, m_dir->path()});
    QTRY_VERIFY_WITH_TIMEOUT(other->canReadLine(), 20'000);
    const QString id = QString::fromUtf8(other->readLine()).trimmed();
    QVERIFY(mine.isAlive(id));
    other->kill();
    QVERIFY(other->waitForFinished(20'000));
    QVERIFY(!mine.isAlive(id));
    const QString left = m_dir->filePath(u"runs/"_s + id + u".lock"_s);
    QVERIFY(QFile::exists(left));
    const Storage::OwnerLease next(m_dir->path());
    QVERIFY(!QFile::exists(left));
    QVERIFY(next.isAlive(mine.id()));
}

void TstProcesses::leaseIsKnownInTheSameProcess()
{
    QString id;
    {
        const Storage::OwnerLease lease(m_dir->path());
        const Storage::OwnerLease other(m_dir->path());
        id = lease.id();
        QVERIFY(lease.isHeld());
        QVERIFY(lease.id() != other.id());
        QVERIFY(lease.isAlive(id));
        QVERIFY(other.isAlive(id));
        QVERIFY(!lease.isAlive(u"6f1c2b30-0000-4000-8000-000000000001"_s));
        QVERIFY(!lease.isAlive(u"../console"_s));
        QVERIFY(!lease.isAlive({}));
    }
    QVERIFY(!Storage::OwnerLease::isAlive(m_dir->path(), id));
    QVERIFY(QDir(m_dir->filePath(u"runs"_s)).entryList(QDir::Files).isEmpty());
}

void TstProcesses::twoProcessesShareOneSchedule()
{
    const auto first = start({u"reserve"_s, m_dir->path(), u"100"_s});
    const auto second = start({u"reserve"_s, m_dir->path(), u"100"_s});
    QList<qint64> departures;
    for (QProcess *process : {first.get(), second.get()}) {
        QVERIFY(process->waitForFinished(30'000));
        QCOMPARE(process->exitCode(), 0);
        const QStringList lines =
            QString::fromUtf8(process->readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 100);
        for (const QString &line : lines) {
            departures.append(line.toLongLong());
        }
    }
    std::ranges::sort(departures);
    for (qsizetype i = 1; i < departures.size(); ++i) {
        QVERIFY(departures.at(i) - departures.at(i - 1) >= 51);
    }
    // Reserved far faster than they depart, they leave no gap either.
    QVERIFY(departures.constLast() - departures.constFirst() <= 199 * 51 + 2'000);
}

void TstProcesses::schedulesDoNotMix()
{
    Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
    const qint64 now = m_clock.monotonicMs();
    QCOMPARE(slotOf(ledger, "stops", now), now);
    QCOMPARE(slotOf(ledger, "reads", now), now);
    QCOMPARE(slotOf(ledger, "stops", now), now + 51);
    QCOMPARE(slotOf(ledger, "stops", now + 1'000), now + 1'000);
    Storage::SharedSlotLedger other(m_dir->path(), m_clock);
    QCOMPARE(slotOf(other, "stops", now), now + 1'051);
}

void TstProcesses::quietScheduleDepartsAtOnce()
{
    Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
    const qint64 now = m_clock.monotonicMs();
    QCOMPARE(slotOf(ledger, "stops", now), now);
    QCOMPARE(slotOf(ledger, "stops", now + 51), now + 51);
}

void TstProcesses::departuresOfAnotherBootCountForNothing()
{
    const qint64 now = m_clock.monotonicMs();
    {
        Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
        QCOMPARE(slotOf(ledger, "stops", now + 60'000), now + 60'000);
        QCOMPARE(slotOf(ledger, "damaged", now), now);
    }
    {
        const auto connection = Storage::Connection::open(m_dir->filePath(u"pacing.sqlite"_s));
        QVERIFY(connection);
        QVERIFY((*connection)->execute(u"UPDATE departure SET boot = 'another'"_s));
        QVERIFY((*connection)
                    ->execute(u"UPDATE departure SET boot = '"_s
                              + QString::fromLatin1(QSysInfo::bootUniqueId())
                              + u"', at = at + 7200000 WHERE at < "_s + QString::number(now + 30'000)));
    }
    Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
    QCOMPARE(slotOf(ledger, "stops", now), now);
    QCOMPARE(slotOf(ledger, "damaged", now), now);
}

void TstProcesses::scheduleGoesOnWithoutItsFile_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::addColumn<bool>("isHealed");
    QTest::newRow("a directory in its place") << u"directory"_s << false;
    QTest::newRow("not a database") << u"garbage"_s << true;
}

void TstProcesses::scheduleGoesOnWithoutItsFile()
{
    QFETCH(const QString, obstacle);
    QFETCH(const bool, isHealed);
    const QString path = m_dir->filePath(u"pacing.sqlite"_s);
    if (obstacle == "directory"_L1) {
        QVERIFY(QDir().mkpath(path));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"pacing on one's own"_s));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database, but as long as the head of one\n").repeated(50));
    }
    const qint64 now = m_clock.monotonicMs();
    {
        Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(slotOf(ledger, "stops", now), now + i * 51);
        }
    }
    if (isHealed) {
        Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
        QCOMPARE(slotOf(ledger, "stops", now), now + 5 * 51);
    }
}

void TstProcesses::keysAreNotInTheFile()
{
    {
        Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
        (void)slotOf(ledger, "AKIDMARKERMARKER/StopWhiteboardPush", m_clock.monotonicMs());
    }
    const QStringList files = QDir(m_dir->path()).entryList({u"pacing.sqlite*"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files) {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("MARKER"), qPrintable(name));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) || name.endsWith(u".lock"_s));
    }
}

void TstProcesses::slotsAreNotGivenToTheDead()
{
    Storage::SharedSlotLedger ledger(m_dir->path(), m_clock);
    int calls = 0;
    {
        QObject context;
        ledger.reserve("stops", 0, 51, &context, [&calls](qint64) { ++calls; });
    }
    (void)slotOf(ledger, "stops", m_clock.monotonicMs());
    QCOMPARE(calls, 0);
}

void TstProcesses::readOnlyDirectoryIsReported()
{
    // The probe gives root's rights up; the way to the directory must be open to it.
    QVERIFY(QFile::setPermissions(m_dir->path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const auto missing = start({u"open"_s, m_dir->path()});
    QVERIFY(missing->waitForFinished(20'000));
    QCOMPARE(missing->readAllStandardOutput().trimmed(), "StorageReadOnly");
    QVERIFY(QDir(m_dir->path()).isEmpty());
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

CONSOLE_TEST(TstProcesses, QCoreApplication)
#include "tst_processes.moc"
