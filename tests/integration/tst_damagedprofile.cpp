// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"
#include "storage/schema.h"
#include "support/filebytes.h"
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::contents;

//! The built program where its files are damaged or cannot be written: it says so in the operator's language,
//! and no Stop leaves that was not journaled.
class TestDamagedProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void damagedDatabaseIsKeptAndTheStopIsMade_data();
    void damagedDatabaseIsKeptAndTheStopIsMade();
    void damagedSettingsAreKept();
    void unreadableSettingsAreTold();
    void withoutItsIntentNothingLeaves_data();
    void withoutItsIntentNothingLeaves();
    void ledgerThatFailsStopsNobody_data();
    void ledgerThatFailsStopsNobody();

private:
    static constexpr auto task = "1400000001t000000001"_L1;
    [[nodiscard]] QString dataDirectory() const
    {
        return m_home->path() + u"/data/whiteboard-push-console"_s;
    }
    [[nodiscard]] QString database() const { return dataDirectory() + u"/console.sqlite"_s; }
    [[nodiscard]] QString settings() const
    {
        return m_home->path() + u"/config/whiteboard-push-console/settings.ini"_s;
    }
    [[nodiscard]] TestSupport::ConsoleRun stop(const QStringList &options = {u"--json"_s}) const
    {
        return m_home->run(QStringList{u"stop"_s, u"--app"_s, u"1400000001"_s, task} + options
                           + TestSupport::reaching(*m_simulator));
    }
    [[nodiscard]] qsizetype deliveries() const
    {
        return m_simulator->deliveries(u"StopWhiteboardPush"_s).size();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        TestSupport::write(path, bytes);
    }
    [[nodiscard]] static bool mount(const QStringList &arguments)
    {
        return QProcess::execute(u"mount"_s, arguments) == 0;
    }

    std::unique_ptr<TestSupport::SimulatorProcess> m_simulator;
    std::unique_ptr<TestSupport::ConsoleHome> m_home;
};

void TestDamagedProfile::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(CONSOLE_EXECUTABLE)));
}

void TestDamagedProfile::init()
{
    m_simulator = std::make_unique<TestSupport::SimulatorProcess>();
    QVERIFY(m_simulator->start({u"--tasks"_s, u"3"_s, u"--stop-delay"_s, u"50"_s}));
    m_home = std::make_unique<TestSupport::ConsoleHome>();
    m_home->setCredentials(m_simulator->secretId(), m_simulator->secretKey());
}

void TestDamagedProfile::damagedDatabaseIsKeptAndTheStopIsMade_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << u"en"_s << u"The database was damaged. It is kept as "_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"数据库已损坏。"_s;
}

void TestDamagedProfile::damagedDatabaseIsKeptAndTheStopIsMade()
{
    QFETCH(const QString, language);
    QFETCH(const QString, sentence);
    const QByteArray damaged = QByteArray("these are the minutes of a meeting\n").repeated(300);
    write(database(), damaged);
    write(settings(), QByteArray("[behaviour]\nlanguage=" + language.toLatin1() + '\n'));
    const auto run = stop();
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.lines().constFirst().value("outcome"_L1).toString(), u"stopped"_s);
    const QStringList kept = QDir(dataDirectory()).entryList({u"console.damaged-*.sqlite"_s}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    const QString path = dataDirectory() + u'/' + kept.constFirst();
    QCOMPARE(contents(path), damaged);
    QVERIFY2(QString::fromUtf8(run.err).contains(sentence), run.err.constData());
    QVERIFY2(run.err.contains(path.toUtf8()), run.err.constData());
    // Told once, not for ever.
    QVERIFY(!m_home->run({u"history"_s, u"--json"_s}).err.contains("damaged"));
}

void TestDamagedProfile::damagedSettingsAreKept()
{
    const QByteArray damaged = "[behaviour]\nlanguage=en\n" + QByteArray(4096, '\0');
    write(settings(), damaged);
    const auto run = stop();
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QString directory = QFileInfo(settings()).path();
    const QStringList kept = QDir(directory).entryList({u"settings.damaged-*.ini"_s}, QDir::Files);
    QCOMPARE(kept.size(), 1);
    const QString path = directory + u'/' + kept.constFirst();
    QCOMPARE(contents(path), damaged);
    QVERIFY2(run.err.contains(QByteArray("The settings file was damaged. It is kept as " + path.toUtf8())),
             run.err.constData());
    QVERIFY(!m_home->run({u"history"_s, u"--json"_s}).err.contains("damaged"));
}

void TestDamagedProfile::unreadableSettingsAreTold()
{
    QVERIFY(QDir().mkpath(settings())); // a directory in its place: no user may read that as a file
    const auto run = m_home->run({u"history"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains(QByteArray("The settings file cannot be read: " + settings().toUtf8())),
             run.err.constData());
}

void TestDamagedProfile::withoutItsIntentNothingLeaves_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("a newer version's") << u"newer"_s << QByteArray("newer version of this program");
    QTest::newRow("locked for ever") << u"locked"_s << QByteArray("keeps the database locked");
    QTest::newRow("a full disk") << u"full"_s << QByteArray("The disk is full");
    QTest::newRow("a read-only disk") << u"read-only"_s << QByteArray("cannot be written");
    QTest::newRow("a directory in its place") << u"directory"_s << QByteArray("The database failed");
}

void TestDamagedProfile::withoutItsIntentNothingLeaves()
{
    QFETCH(const QString, obstacle);
    QFETCH(const QByteArray, sentence);
    QVERIFY(QDir().mkpath(dataDirectory()));
    const bool needsMount = obstacle == "full"_L1 || obstacle == "read-only"_L1;
    if (needsMount && !mount({u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=600k"_s, u"tmpfs"_s, dataDirectory()})) {
        QSKIP("no file system may be mounted here");
    }
    const auto unmount = qScopeGuard([needsMount, this] {
        if (needsMount) {
            QProcess::execute(u"umount"_s, {dataDirectory()});
        }
    });
    std::unique_ptr<Storage::Connection> holder;
    if (obstacle == "directory"_L1) {
        QVERIFY(QDir().mkpath(database()));
    } else {
        QVERIFY(m_home->run({u"history"_s, u"--json"_s}).exitCode == 0); // makes it
        if (obstacle == "newer"_L1 || obstacle == "locked"_L1) {
            auto opened = Storage::Connection::open(database());
            QVERIFY(opened);
            holder = std::move(*opened);
            QVERIFY(holder->execute(obstacle == "locked"_L1 ? u"BEGIN EXCLUSIVE"_s
                                                            : u"PRAGMA user_version = "_s
                                            + QString::number(Storage::schemaVersion + 1)));
            if (obstacle == "newer"_L1) {
                holder.reset();
            }
        } else if (obstacle == "full"_L1) {
            QFile ballast(dataDirectory() + u"/ballast"_s);
            QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (ballast.write(QByteArray(4096, 'b')) > 0) { }
        } else {
            QVERIFY(mount({u"-o"_s, u"remount,ro"_s, dataDirectory()}));
        }
    }
    const QByteArray before = contents(database());
    const auto run = stop({}); // scripts get a code, people the sentence
    QVERIFY2(run.exitCode != 0, run.err.constData());
    QVERIFY2(run.err.contains(sentence), run.err.constData());
    QVERIFY2(run.out.contains("Not sent"), run.out.constData());
    QCOMPARE(deliveries(), qsizetype(0));
    QCOMPARE(contents(database()), before);
    QVERIFY(QDir(dataDirectory()).entryList({u"*damaged*"_s}).isEmpty());
}

void TestDamagedProfile::ledgerThatFailsStopsNobody_data()
{
    QTest::addColumn<QString>("obstacle");
    for (const QString &obstacle : {u"garbage"_s, u"directory"_s, u"locked"_s}) {
        QTest::newRow(qPrintable(obstacle)) << obstacle;
    }
}

void TestDamagedProfile::ledgerThatFailsStopsNobody()
{
    QFETCH(const QString, obstacle);
    const QString ledger = dataDirectory() + u"/pacing.sqlite"_s;
    std::unique_ptr<Storage::Connection> holder;
    if (obstacle == "directory"_L1) {
        QVERIFY(QDir().mkpath(ledger));
    } else {
        write(ledger, obstacle == "garbage"_L1 ? QByteArray("no database\n").repeated(500) : QByteArray());
        if (obstacle == "locked"_L1) {
            auto opened = Storage::Connection::open(ledger);
            QVERIFY(opened);
            holder = std::move(*opened);
            QVERIFY(holder->execute(u"BEGIN EXCLUSIVE"_s));
        }
    }
    const auto run = stop();
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.lines().constFirst().value("outcome"_L1).toString(), u"stopped"_s);
    QCOMPARE(deliveries(), qsizetype(1));
}

CONSOLE_TEST(TestDamagedProfile, QCoreApplication)
#include "tst_damagedprofile.moc"
