// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "storage/registry.h"
#include "storage/schema.h"
#include "support/answer.h"
#include "support/filebytes.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using TestSupport::Answer;
using TestSupport::contents;
using TestSupport::write;

namespace {

constexpr qsizetype pageSize = 4096;

[[nodiscard]] Core::Intent stopIntent(const QString &taskId)
{
    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.accountId = u"account"_s;
    intent.profile = u"school"_s;
    intent.task = {intent.accountId, Core::SdkAppId{1400000001}, *Core::TaskId::parse(taskId)};
    return intent;
}

[[nodiscard]] QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i) {
        bytes.append(static_cast<char>(random.bounded(256)));
    }
    return bytes;
}

} // namespace

//! Files that are damaged, in use elsewhere, or on a disk without room.
class TstDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void damagedFileIsKeptAndANewOneBegun_data();
    void damagedFileIsKeptAndANewOneBegun();
    void keptFilesAreNeverOverwritten();
    void fileInUseStaysWhereItIs_data();
    void fileInUseStaysWhereItIs();
    void emptyFileThatAnotherProcessMakesIsLeftAlone();
    void anyPageMayBeDamaged();
    void damageThatCannotBePutAsideIsReported();
    void waitsForALockAndGivesUpOnOne();
    void realDiskWithoutRoomLosesNothing();
    void everythingWrittenStaysAsItWas();

private:
    [[nodiscard]] QString file(const QString &name = u"console.sqlite"_s) const
    {
        return m_dir->filePath(name);
    }
    [[nodiscard]] QStringList keptFiles() const
    {
        return QDir(m_dir->path()).entryList({u"console.damaged-*.sqlite"_s}, QDir::Files, QDir::Name);
    }
    //! A database with some Stops in it, whole in one file.
    void makeDatabase(int stops = 3);
    //! Opens, journals, and closes; what kind of error there was, Canceled for none.
    [[nodiscard]] Core::ErrorKind kindOfUse();

    std::unique_ptr<QTemporaryDir> m_dir;
    Core::SystemClock m_clock;
};

void TstDamage::makeDatabase(int stops)
{
    Storage::Database database(m_dir->path());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Storage::TaskRegistry registry(database);
    Answer<void> opened;
    Answer<void> saved;
    database.open(this, opened.callback());
    Core::PushTask task;
    task.key = stopIntent(u"tracked"_s).task;
    registry.save({task}, this, saved.callback());
    AWAIT_VALUE(saved);
    for (int i = 0; i < stops; ++i) {
        Answer<qint64> id;
        journal.open(stopIntent(u"task-%1"_s.arg(i)), this, id.callback());
        AWAIT_VALUE(id);
        Core::JournalEvent sent;
        sent.intentId = id.value();
        sent.kind = Core::EventKind::Sent;
        sent.action = u"StopWhiteboardPush"_s;
        sent.requestText = QString(6'000, u'q');
        Answer<void> appended;
        journal.append(sent, this, appended.callback());
        AWAIT_VALUE(appended);
    }
}

Core::ErrorKind TstDamage::kindOfUse()
{
    Storage::Database database(m_dir->path());
    Storage::Journal journal(database, u"next"_s, m_clock);
    Storage::TaskRegistry registry(database);
    Storage::HistoryStore history(m_dir->path());
    Answer<void> opened;
    Answer<QList<Core::PushTask>> tasks;
    Answer<QList<Core::OpenIntent>> open;
    Answer<qint64> id;
    database.open(this, opened.callback());
    registry.load(this, tasks.callback());
    journal.openIntents(this, open.callback());
    journal.open(stopIntent(u"next"_s), this, id.callback());
    [&id] { QTRY_VERIFY_WITH_TIMEOUT(id.isThere(), 20'000); }();
    Answer<QList<Core::HistoryEntry>> entries;
    history.page({}, this, entries.callback());
    [&entries] { QTRY_VERIFY_WITH_TIMEOUT(entries.isThere(), 20'000); }();
    for (const auto *error :
         {opened.hasValue() ? nullptr : &opened.error(), tasks.hasValue() ? nullptr : &tasks.error(),
          open.hasValue() ? nullptr : &open.error(), id.hasValue() ? nullptr : &id.error(),
          entries.hasValue() ? nullptr : &entries.error()}) {
        if (error != nullptr) {
            return error->kind;
        }
    }
    return Core::ErrorKind::Canceled;
}

void TstDamage::damagedFileIsKeptAndANewOneBegun_data()
{
    QTest::addColumn<QByteArray>("head"); // in place of the file's first bytes
    QTest::addColumn<qsizetype>("from"); // what follows it of the file
    QTest::addColumn<qsizetype>("size"); // of what is left of the file
    constexpr qsizetype all = 1'000'000'000;
    QTest::newRow("text") << QByteArray("these are the minutes of a meeting\n").repeated(100) << all << all;
    QTest::newRow("right head, nothing behind")
        << QByteArray(QByteArray("SQLite format 3\0", 16) + QByteArray(3000, '\xff')) << all << all;
    QTest::newRow("head smashed") << noise(100, 1) << qsizetype(100) << all;
    QTest::newRow("first page smashed") << noise(pageSize, 2) << pageSize << all;
    QTest::newRow("a head of zeros") << QByteArray(512, '\0') << qsizetype(512) << all;
    QTest::newRow("cut to half a page") << QByteArray() << qsizetype(0) << pageSize / 2;
    QTest::newRow("no bytes left") << QByteArray() << qsizetype(0) << qsizetype(0);
}

void TstDamage::damagedFileIsKeptAndANewOneBegun()
{
    QFETCH(const QByteArray, head);
    QFETCH(const qsizetype, from);
    QFETCH(const qsizetype, size);
    makeDatabase();
    const QByteArray damaged = QByteArray(head + contents(file()).mid(from)).left(size);
    write(file(), damaged);
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);

    Storage::Database database(m_dir->path());
    QSignalSpy kept(&database, &Storage::Database::damagedFileKept);
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    qsizetype keptWhenOpened = 0;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a damaged database is kept as"_s));
    database.open(this, [&](const Core::Result<void> &result) {
        keptWhenOpened = kept.count();
        opened.callback()(result);
    });
    Answer<qint64> id;
    journal.open(stopIntent(u"a"_s), this, id.callback());
    AWAIT_VALUE(opened);
    AWAIT_VALUE(id);
    QCOMPARE(keptWhenOpened, qsizetype(1));
    const QString path = kept.constFirst().constFirst().toString();
    QCOMPARE(contents(path), damaged);
    const auto name = QRegularExpression(u"/console\\.damaged-(\\d{8}T\\d{6}Z)\\.sqlite$"_s).match(path);
    QVERIFY2(name.hasMatch(), qPrintable(path));
    QDateTime when = QDateTime::fromString(name.captured(1), u"yyyyMMdd'T'HHmmss'Z'"_s);
    when.setTimeSpec(Qt::UTC);
    QVERIFY(when >= before.addMSecs(-1000) && when <= QDateTime::currentDateTimeUtc());
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TstDamage::keptFilesAreNeverOverwritten()
{
    for (int i = 1; i <= 3; ++i) {
        write(file(), QByteArray("damage number " + QByteArray::number(i) + '\n').repeated(100));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a damaged database is kept as"_s));
        QCOMPARE(Core::nameOf(kindOfUse()), Core::nameOf(Core::ErrorKind::Canceled));
        QCOMPARE(keptFiles().size(), i);
    }
    QStringList found;
    for (const QString &kept : keptFiles()) {
        found.append(QString::fromUtf8(contents(file(kept)).left(15)));
    }
    found.sort();
    QCOMPARE(found, QStringList({u"damage number 1"_s, u"damage number 2"_s, u"damage number 3"_s}));
}

void TstDamage::fileInUseStaysWhereItIs_data()
{
    QTest::addColumn<bool>("isByHistory");
    QTest::newRow("another start beside it") << false;
    QTest::newRow("the history of the same run") << true;
}

//! Whoever has the file open goes on writing into it, and the next start mends.
void TstDamage::fileInUseStaysWhereItIs()
{
    QFETCH(const bool, isByHistory);
    constexpr int stops = 3;
    makeDatabase(stops);
    qsizetype page = 0;
    {
        const auto connection = Storage::Connection::open(file());
        QVERIFY(connection);
        page = (*connection)->value(u"SELECT rootpage FROM sqlite_master WHERE name = 'task'"_s)->toInt() - 1;
        QVERIFY(page > 0);
    }
    QByteArray bytes = contents(file());
    bytes.replace(page * pageSize, pageSize, noise(pageSize, 1));
    write(file(), bytes);
    auto database = std::make_unique<Storage::Database>(m_dir->path());
    Storage::Journal journal(*database, u"me"_s, m_clock);
    Storage::TaskRegistry registry(*database);
    Answer<void> opened;
    Answer<QList<Core::PushTask>> tasks;
    database->open(this, opened.callback());
    registry.load(this, tasks.callback());
    AWAIT_VALUE(opened);
    AWAIT_ERROR(tasks, Core::ErrorKind::StorageCorrupt);
    const QString note = file(u"console.sqlite.suspect"_s);
    QVERIFY(QFile::exists(note));

    if (isByHistory) {
        Storage::HistoryStore history(m_dir->path());
        Answer<QList<Core::HistoryEntry>> entries;
        history.page({}, this, entries.callback());
        AWAIT_VALUE(entries);
        QCOMPARE(entries.value().size(), stops);
    } else {
        Storage::Database next(m_dir->path());
        Answer<void> beside;
        next.open(this, beside.callback());
        AWAIT_VALUE(beside);
    }
    QCOMPARE(keptFiles(), QStringList());
    QVERIFY(QFile::exists(note));
    Answer<qint64> later;
    journal.open(stopIntent(u"later"_s), this, later.callback());
    AWAIT_VALUE(later);
    database.reset();
    {
        const auto connection = Storage::Connection::open(file());
        QVERIFY(connection);
        QCOMPARE((*connection)->value(u"SELECT count(*) FROM intent WHERE task_id = 'later'"_s)->toInt(), 1);
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a damaged database is kept as"_s));
    QCOMPARE(Core::nameOf(kindOfUse()), Core::nameOf(Core::ErrorKind::Canceled));
    QCOMPARE(keptFiles().size(), 1);
}

//! Two that start on a new profile at once: neither takes the other's beginnings for damage.
void TstDamage::emptyFileThatAnotherProcessMakesIsLeftAlone()
{
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir directory;
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 3; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            processes.back()->start(QStringLiteral(STORAGE_PROBE), {u"reopen"_s, directory.path()});
        }
        for (const auto &process : processes) {
            QVERIFY(process->waitForFinished(30'000));
            QCOMPARE(process->readAllStandardOutput().trimmed(), "opened");
        }
        QVERIFY(QDir(directory.path()).entryList({u"*damaged*"_s}).isEmpty());
    }
}

//! Each page in turn is noise. Every answer is right or a report of damage, and the start after a report has
//! a sound file.
void TstDamage::anyPageMayBeDamaged()
{
    makeDatabase();
    const QByteArray whole = contents(file());
    const qsizetype pages = whole.size() / pageSize;
    QVERIFY(pages > 20);
    QTest::failOnWarning(QRegularExpression(u"stays where it is"_s));
    int reported = 0;
    for (qsizetype page = 0; page < pages; ++page) {
        m_dir = std::make_unique<QTemporaryDir>();
        QByteArray bytes = whole;
        bytes.replace(page * pageSize, pageSize, noise(pageSize, static_cast<quint32>(page)));
        write(file(), bytes);
        const Core::ErrorKind first = kindOfUse();
        const QByteArray what = "page " + QByteArray::number(page) + ": " + Core::nameOf(first).toUtf8();
        QVERIFY2(first == Core::ErrorKind::Canceled || first == Core::ErrorKind::StorageCorrupt,
                 what.constData());
        if (first == Core::ErrorKind::StorageCorrupt) {
            ++reported;
            QVERIFY2(kindOfUse() == Core::ErrorKind::Canceled, what.constData());
            QVERIFY2(keptFiles().size() == 1, what.constData());
        }
        if (!keptFiles().isEmpty()) {
            QVERIFY2(
                contents(file(keptFiles().constFirst())).contains(noise(pageSize, quint32(page)).left(512)),
                what.constData());
            const auto connection = Storage::Connection::open(file());
            QCOMPARE((*connection)->value(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
        }
    }
    qInfo("%lld pages, damage met while working in %d", static_cast<long long>(pages), reported);
    QVERIFY(reported > 0);
}

void TstDamage::damageThatCannotBePutAsideIsReported()
{
    const QByteArray damaged = QByteArray("no database\n").repeated(400);
    write(file(), damaged);
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_dir->path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QProcess probe; // gives root's rights up
    probe.start(QStringLiteral(STORAGE_PROBE), {u"open"_s, m_dir->path()});
    QVERIFY(probe.waitForFinished(20'000));
    QCOMPARE(probe.readAllStandardOutput().trimmed(), "StorageCorrupt");
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(contents(file()), damaged);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"console.sqlite"_s});
}

void TstDamage::waitsForALockAndGivesUpOnOne()
{
    makeDatabase();
    Storage::Database database(m_dir->path());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);

    QProcess holder; // another process, for two seconds
    holder.start(QStringLiteral(STORAGE_PROBE), {u"hold"_s, m_dir->path(), u"2000"_s});
    QVERIFY(holder.waitForReadyRead(20'000));
    QElapsedTimer timer;
    timer.start();
    Answer<qint64> patient;
    journal.open(stopIntent(u"a"_s), this, patient.callback());
    AWAIT_VALUE(patient);
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(holder.state(), QProcess::NotRunning, 20'000);

    holder.start(QStringLiteral(STORAGE_PROBE), {u"hold"_s, m_dir->path(), u"600000"_s});
    QVERIFY(holder.waitForReadyRead(20'000));
    timer.restart();
    Answer<qint64> refused;
    journal.open(stopIntent(u"b"_s), this, refused.callback());
    AWAIT_ERROR(refused, Core::ErrorKind::StorageBusy);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    holder.kill();
    QVERIFY(holder.waitForFinished(20'000));
    Answer<qint64> next;
    journal.open(stopIntent(u"c"_s), this, next.callback());
    AWAIT_VALUE(next);
    QCOMPARE(next.value(), patient.value() + 1); // of the refused one there is nothing
}

void TstDamage::realDiskWithoutRoomLosesNothing()
{
    QTemporaryDir place;
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, place.path()})
        != 0) {
        QSKIP("no file system may be mounted here");
    }
    const auto unmount = qScopeGuard([&place] { QProcess::execute(u"umount"_s, {place.path()}); });
    qint64 told = 0;
    {
        Storage::Database database(place.path());
        Storage::Journal journal(database, u"me"_s, m_clock);
        Answer<void> opened;
        database.open(this, opened.callback());
        AWAIT_VALUE(opened);
        Answer<qint64> last;
        do {
            last = Answer<qint64>();
            Core::Intent intent = stopIntent(u"a"_s);
            intent.profile = QString(20'000, u'p');
            journal.open(intent, this, last.callback());
            QVERIFY(QTest::qWaitFor([&last] { return last.isThere(); }, 20'000));
            told += last.hasValue() ? 1 : 0;
        } while (last.hasValue() && told < 1000);
        AWAIT_ERROR(last, Core::ErrorKind::StorageFull);
        QVERIFY(told > 0);
    }
    // The same on a start: it reads, and says the same for what it would write.
    QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,size=4m"_s, place.path()}), 0);
    Storage::Database database(place.path());
    Storage::Journal journal(database, u"next"_s, m_clock);
    Answer<void> opened;
    Answer<QList<Core::OpenIntent>> open;
    Answer<qint64> next;
    database.open(this, opened.callback());
    journal.openIntents(this, open.callback());
    journal.open(stopIntent(u"a"_s), this, next.callback());
    AWAIT_VALUE(open);
    AWAIT_VALUE(next);
    QCOMPARE(open.value().size(), told);
}

//! What an intent and its events say is the same after everything that came later.
void TstDamage::everythingWrittenStaysAsItWas()
{
    Storage::Database database(m_dir->path());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Storage::TaskRegistry registry(database);
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    const auto look = [&database, this](QHash<QString, QString> &rows) {
        Answer<QHash<QString, QString>> found;
        database.read<QHash<QString, QString>>(
            [](Storage::Connection &connection) -> Core::Result<QHash<QString, QString>> {
                QHash<QString, QString> all;
                for (const QString &table : {u"intent"_s, u"event"_s}) {
                    const auto read = connection.rows(
                        QString(u"SELECT * FROM "_s + table), {}, [&all, &table](const QSqlQuery &row) {
                            QStringList values;
                            for (int i = 0; row.value(i).isValid(); ++i) {
                                values.append(row.value(i).isNull() ? u"NULL"_s : row.value(i).toString());
                            }
                            all.insert(QString(table + u' ' + values.value(0)), values.join(u'|'));
                        });
                    if (!read) {
                        return Core::failure(read.error());
                    }
                }
                return all;
            },
            this, found.callback());
        AWAIT_VALUE(found);
        rows = found.value();
    };
    QHash<QString, QString> before;
    for (int round = 0; round < 12; ++round) {
        Answer<qint64> id;
        journal.open(stopIntent(u"task-%1"_s.arg(round % 3)), this, id.callback());
        AWAIT_VALUE(id);
        for (const auto kind : {Core::EventKind::Sent, Core::EventKind::Answered, Core::EventKind::Confirmed,
                                Core::EventKind::Settled}) {
            Core::JournalEvent event;
            event.intentId = id.value();
            event.kind = kind;
            event.action = u"StopWhiteboardPush"_s;
            event.attempt = 1;
            if (kind == Core::EventKind::Settled) {
                event.outcome = round % 2 == 0 ? Core::StopOutcome::Stopped : Core::StopOutcome::Unknown;
            }
            Answer<void> appended;
            journal.append(event, this, appended.callback());
            AWAIT_VALUE(appended);
        }
        Answer<void> removed;
        registry.remove({stopIntent(u"task-0"_s).task}, this, removed.callback());
        Answer<Storage::ForgetStep> forgotten;
        journal.forget(m_clock.nowUtc(), 90, 0, this, forgotten.callback());
        AWAIT_VALUE(forgotten);
        QHash<QString, QString> now;
        look(now);
        for (auto row = before.cbegin(); row != before.cend(); ++row) {
            QCOMPARE(now.value(row.key()), row.value());
        }
        QCOMPARE(now.size(), before.size() + 6); // the intent and five events
        before = now;
    }
}

CONSOLE_TEST(TstDamage, QCoreApplication)
#include "tst_damage.moc"
