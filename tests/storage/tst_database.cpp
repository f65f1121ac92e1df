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
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;
using TestSupport::Answer;
using TestSupport::contents;
using TestSupport::write;

namespace {

constexpr QFile::Permissions anybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

[[nodiscard]] Core::Intent stopIntent(const QString &taskId)
{
    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.accountId = u"account"_s;
    intent.profile = u"school"_s;
    intent.task = {intent.accountId, Core::SdkAppId{1400000001}, *Core::TaskId::parse(taskId)};
    return intent;
}

template <typename Fill> [[nodiscard]] Core::HistoryQuery queryOf(const Fill &fill)
{
    Core::HistoryQuery query;
    fill(query);
    return query;
}

} // namespace

class TstDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void freshFileIsThereAndPrivate();
    void looseFileIsMadePrivate();
    void secondOpenKeepsWhatIsThere();
    void oldVersionsAreMigrated();
    void refusedFilesStayAsTheyAre_data();
    void refusedFilesStayAsTheyAre();
    void directoryInThePlaceOfTheFile();
    void callsBeforeOpenFail();
    void callsAfterAFailedOpenFail();
    void answersAreNeverImmediateAndInOrder();
    void deadContextIsNotCalled();
    void callbackMayDeleteTheDatabase();
    void neighbouringWritesShareATransaction();
    void failingWriteTakesNoneAlong();
    void destructorFinishesWhatIsQueued();
    void fullDiskIsReportedAndLosesNothing();
    void readOnlyIsReported();
    void journalIsAppendOnly_data();
    void journalIsAppendOnly();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"profile/console.sqlite"_s); }
    [[nodiscard]] QString directory() const { return m_dir->filePath(u"profile"_s); }
    [[nodiscard]] Core::ErrorKind kindOfOpening();

    std::unique_ptr<QTemporaryDir> m_dir;
    Core::SystemClock m_clock;
};

void TstDatabase::freshFileIsThereAndPrivate()
{
    Storage::Database database(directory());
    QVERIFY(!QFile::exists(directory()));
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<qint64> id;
    journal.open(stopIntent(u"a"_s), this, id.callback());
    AWAIT_VALUE(id);

    QVERIFY(!(QFile::permissions(directory()) & anybodyElse));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString part = file() + suffix;
        QVERIFY2(QFile::exists(part), qPrintable(part));
        QVERIFY2(!(QFile::permissions(part) & anybodyElse), qPrintable(part));
    }
    Answer<QStringList> pragmas;
    database.read<QStringList>(
        [](Storage::Connection &connection) -> Core::Result<QStringList> {
            QStringList values;
            for (const QString &pragma : {u"journal_mode"_s, u"synchronous"_s, u"foreign_keys"_s,
                                          u"busy_timeout"_s, u"user_version"_s}) {
                values.append(
                    connection.value(QString(u"PRAGMA "_s + pragma)).value_or(QVariant()).toString());
            }
            return values;
        },
        this, pragmas.callback());
    AWAIT_VALUE(pragmas);
    QCOMPARE(pragmas.value(),
             QStringList({u"wal"_s, u"2"_s, u"1"_s, u"5000"_s, QString::number(Storage::schemaVersion)}));
}

void TstDatabase::looseFileIsMadePrivate()
{
    QVERIFY(QDir().mkpath(directory()));
    write(file(), {});
    QVERIFY(QFile::setPermissions(file(), QFile::permissions(file()) | QFile::ReadOther | QFile::ReadGroup));
    Storage::Database database(directory());
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    QVERIFY(!(QFile::permissions(file()) & anybodyElse));
}

void TstDatabase::secondOpenKeepsWhatIsThere()
{
    for (int run = 1; run <= 2; ++run) {
        Storage::Database database(directory());
        Answer<void> opened;
        Answer<qint64> id;
        Storage::Journal journal(database, u"me"_s, m_clock);
        database.open(this, opened.callback());
        journal.open(stopIntent(u"a"_s), this, id.callback());
        AWAIT_VALUE(opened);
        AWAIT_VALUE(id);
        QCOMPARE(id.value(), qint64(run));
    }
}

void TstDatabase::oldVersionsAreMigrated()
{
    QVERIFY(QDir().mkpath(directory()));
    {
        // A file as version 1 left it, with a task and a Stop that was sent.
        const auto connection = Storage::Connection::open(file());
        QVERIFY(connection);
        QFile fixture(QStringLiteral(TEST_DATA_DIR "/storage/version1.sql"));
        QVERIFY(fixture.open(QIODevice::ReadOnly));
        const QStringList statements =
            QString::fromUtf8(fixture.readAll()).split(u";;\n"_s, Qt::SkipEmptyParts);
        for (const QString &statement : statements) {
            const auto done = (*connection)->execute(statement);
            QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().detail));
        }
    }
    Storage::Database database(directory());
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);

    Storage::TaskRegistry registry(database);
    Answer<QList<Core::PushTask>> tasks;
    registry.load(this, tasks.callback());
    AWAIT_VALUE(tasks);
    QCOMPARE(tasks.value().size(), 1);
    QCOMPARE(tasks.value().constFirst().label, u"Mathematics 7b"_s);
    QVERIFY(!tasks.value().constFirst().hasVanished());

    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<QList<Core::HistoryEntry>> history;
    Storage::HistoryStore store(directory());
    store.page(queryOf([&](auto &q) { q.profile = u"school"_s; }), this, history.callback());
    AWAIT_VALUE(history);
    QCOMPARE(history.value().size(), 1);
    QCOMPARE(history.value().constFirst().outcome, u"unknown"_s);
    Answer<QList<Core::OpenIntent>> open;
    journal.openIntents(this, open.callback());
    AWAIT_VALUE(open);
    QCOMPARE(open.value().size(), 1);
    QCOMPARE(open.value().constFirst().sentAttempts, 1);

    // Version 3: a Start is open too, and says where to look for its task.
    Core::Intent start = stopIntent(u"a"_s);
    start.task.taskId = {};
    start.action = Core::startAction.toString();
    start.owner = open.value().constFirst().intent.owner;
    start.roomId = 1203;
    start.pushUserId = u"tic_push_user"_s;
    Answer<qint64> id;
    journal.open(start, this, id.callback());
    Answer<QList<Core::OpenIntent>> both;
    journal.openIntents(this, both.callback());
    AWAIT_VALUE(both);
    QCOMPARE(both.value().size(), 2);
    QVERIFY(both.value().constLast().isStart());
    QCOMPARE(both.value().constLast().intent.roomId, 1203);
    QCOMPARE(both.value().constLast().intent.pushUserId, u"tic_push_user"_s);
}

Core::ErrorKind TstDatabase::kindOfOpening()
{
    Storage::Database database(directory());
    Answer<void> opened;
    database.open(this, opened.callback());
    [&opened] { QTRY_VERIFY_WITH_TIMEOUT(opened.isThere(), 20'000); }();
    return opened.hasValue() ? Core::ErrorKind::Canceled : opened.error().kind;
}

void TstDatabase::refusedFilesStayAsTheyAre_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<Core::ErrorKind>("kind");
    QTest::newRow("newer") << QStringList{u"CREATE TABLE novelty (x)"_s,
                                          u"PRAGMA application_id = "_s
                                              + QString::number(Storage::schemaApplicationId),
                                          u"PRAGMA user_version = "_s
                                              + QString::number(Storage::schemaVersion + 1)}
                           << Core::ErrorKind::StorageNewer;
}

void TstDatabase::refusedFilesStayAsTheyAre()
{
    QFETCH(const QStringList, statements);
    QFETCH(const Core::ErrorKind, kind);
    QVERIFY(QDir().mkpath(directory()));
    {
        const auto connection = Storage::Connection::open(file());
        QVERIFY(connection);
        for (const QString &statement : statements) {
            QVERIFY((*connection)->execute(statement));
        }
    }
    const QByteArray before = contents(file());
    QVERIFY(!before.isEmpty());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot open the database"_s));
    QCOMPARE(Core::nameOf(kindOfOpening()), Core::nameOf(kind));
    QCOMPARE(contents(file()), before);
    QCOMPARE(QDir(directory()).entryList(QDir::Files), QStringList{u"console.sqlite"_s});
}

void TstDatabase::directoryInThePlaceOfTheFile()
{
    QVERIFY(QDir().mkpath(file()));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot open the database"_s));
    QCOMPARE(Core::nameOf(kindOfOpening()), Core::nameOf(Core::ErrorKind::Storage));
    QVERIFY(QFileInfo(file()).isDir());
}

void TstDatabase::callsBeforeOpenFail()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<qint64> id;
    Answer<QList<Core::OpenIntent>> open;
    journal.open(stopIntent(u"a"_s), this, id.callback());
    journal.openIntents(this, open.callback());
    AWAIT_ERROR(id, Core::ErrorKind::Storage);
    AWAIT_ERROR(open, Core::ErrorKind::Storage);
}

void TstDatabase::callsAfterAFailedOpenFail()
{
    QVERIFY(QDir().mkpath(directory()));
    {
        const auto newer = Storage::Connection::open(file());
        QVERIFY(newer);
        QVERIFY(
            (*newer)->execute(u"PRAGMA application_id = "_s + QString::number(Storage::schemaApplicationId)));
        QVERIFY((*newer)->execute(u"PRAGMA user_version = "_s + QString::number(Storage::schemaVersion + 1)));
    }
    Storage::Database database(directory());
    Storage::TaskRegistry registry(database);
    Answer<void> opened;
    Answer<void> saved;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot open the database"_s));
    database.open(this, opened.callback());
    registry.save({}, this, saved.callback());
    AWAIT_ERROR(saved, Core::ErrorKind::StorageNewer);
    QVERIFY(QFile::remove(file()));
    Answer<void> again;
    database.open(this, again.callback());
    AWAIT_VALUE(again);
}

void TstDatabase::answersAreNeverImmediateAndInOrder()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    QList<int> order;
    database.open(this, [&order](const auto &) { order.append(0); });
    for (int i = 1; i <= 30; ++i) {
        if (i % 7 == 0) {
            journal.openIntents(this, [&order, i](const auto &) { order.append(i); });
        } else {
            journal.open(stopIntent(u"a"_s), this, [&order, i](const auto &) { order.append(i); });
        }
    }
    QVERIFY(order.isEmpty());
    QTRY_COMPARE(order.size(), 31);
    QVERIFY(std::ranges::is_sorted(order));
}

void TstDatabase::deadContextIsNotCalled()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    Answer<qint64> ofTheDead;
    Answer<qint64> ofTheLiving;
    {
        QObject context;
        journal.open(stopIntent(u"a"_s), &context, ofTheDead.callback());
    }
    journal.open(stopIntent(u"b"_s), this, ofTheLiving.callback());
    AWAIT_VALUE(ofTheLiving);
    QCOMPARE(ofTheDead.count(), 0);
    QCOMPARE(ofTheLiving.count(), 1);
    QCOMPARE(ofTheLiving.value(), qint64(2)); // the effect is there all the same
}

void TstDatabase::callbackMayDeleteTheDatabase()
{
    auto database = std::make_unique<Storage::Database>(directory());
    int calls = 0;
    database->open(this, [&database, &calls](const auto &) {
        ++calls;
        database.reset();
    });
    database->open(this, [&calls](const auto &) { ++calls; });
    QTRY_VERIFY(database == nullptr);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 1);
}

void TstDatabase::neighbouringWritesShareATransaction()
{
    Storage::Database database(directory());
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    // Holds the worker until all of the writes are queued.
    std::promise<void> gate;
    std::promise<void> isHeld;
    Answer<void> held;
    database.read<void>(
        [&gate, &isHeld](Storage::Connection &) {
            isHeld.set_value();
            gate.get_future().wait();
            return Core::Result<void>();
        },
        this, held.callback());
    isHeld.get_future().wait(); // else it might take some of the writes along with this
    const auto other = Storage::Connection::open(file());
    QVERIFY(other);
    Storage::Journal journal(database, u"me"_s, m_clock);
    QList<Answer<qint64>> ids(50);
    for (const Answer<qint64> &id : ids) {
        journal.open(stopIntent(u"a"_s), this, id.callback());
    }
    Answer<int> inTheMiddle;
    database.write<int>(
        [path = file()](Storage::Connection &) -> Core::Result<int> {
            const auto second = Storage::Connection::open(path);
            return (*second)->value(u"SELECT count(*) FROM intent"_s).map([](const QVariant &v) {
                return v.toInt();
            });
        },
        this, inTheMiddle.callback());
    gate.set_value();
    AWAIT_VALUE(inTheMiddle);
    QCOMPARE(inTheMiddle.value(), 0); // fifty are written by then, none is committed
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QVERIFY(ids.at(i).hasValue());
        QCOMPARE(ids.at(i).value(), qint64(i + 1));
    }
    QCOMPARE((*other)->value(u"SELECT count(*) FROM intent"_s)->toInt(), 50);
}

void TstDatabase::failingWriteTakesNoneAlong()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    Answer<qint64> before;
    Answer<void> orphan;
    Answer<void> half;
    Answer<qint64> after;
    Answer<QList<Core::HistoryEntry>> history;
    database.open(this, opened.callback());
    journal.open(stopIntent(u"a"_s), this, before.callback());
    Core::JournalEvent event;
    event.intentId = 4711;
    journal.append(event, this, orphan.callback());
    database.write<void>(
        [](Storage::Connection &connection) -> Core::Result<void> {
            const auto inserted = connection.execute(u"INSERT INTO open_intent (intent_id) VALUES (1)"_s);
            return inserted ? Core::Result<void>() : Core::failure(inserted.error()); // there already
        },
        this, half.callback());
    journal.open(stopIntent(u"b"_s), this, after.callback());
    AWAIT_VALUE(after);
    AWAIT_VALUE(before);
    AWAIT_ERROR(orphan, Core::ErrorKind::InvalidInput);
    AWAIT_ERROR(half, Core::ErrorKind::Storage);
    QCOMPARE(after.value(), qint64(2));
}

void TstDatabase::destructorFinishesWhatIsQueued()
{
    Answer<qint64> dropped;
    {
        Storage::Database database(directory());
        Storage::Journal journal(database, u"me"_s, m_clock);
        Answer<void> opened;
        database.open(this, opened.callback());
        for (int i = 0; i < 20; ++i) {
            journal.open(stopIntent(u"a"_s), this, dropped.callback());
        }
    }
    QCOMPARE(dropped.count(), 0);
    const auto connection = Storage::Connection::open(file());
    QVERIFY(connection);
    QCOMPARE((*connection)->value(u"SELECT count(*) FROM intent"_s)->toInt(), 20);
}

void TstDatabase::fullDiskIsReportedAndLosesNothing()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    Answer<qint64> kept;
    Answer<void> limited;
    database.open(this, opened.callback());
    journal.open(stopIntent(u"kept"_s), this, kept.callback());
    const auto limit = [&database, this](const QString &pages, const Answer<void> &answer) {
        database.read<void>(
            [pages](Storage::Connection &connection) {
                return connection.value(u"PRAGMA max_page_count = "_s + pages).map([](const QVariant &) {});
            },
            this, answer.callback());
    };
    limit(u"1"_s, limited); // SQLite takes the present size then
    AWAIT_VALUE(limited);
    Answer<void> refused;
    Core::JournalEvent event;
    event.intentId = 1;
    event.requestText = QString(16'000, u'x');
    for (int i = 0; i < 40 && !(refused.isThere() && !refused.hasValue()); ++i) {
        refused = Answer<void>();
        journal.append(event, this, refused.callback());
        QTRY_VERIFY(refused.isThere());
    }
    AWAIT_ERROR(refused, Core::ErrorKind::StorageFull);
    Answer<void> lifted;
    Answer<qint64> next;
    limit(u"1000000"_s, lifted);
    journal.open(stopIntent(u"next"_s), this, next.callback());
    AWAIT_VALUE(next);
    QCOMPARE(next.value(), qint64(2));
}

void TstDatabase::readOnlyIsReported()
{
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    Answer<void> locked;
    Answer<qint64> refused;
    database.open(this, opened.callback());
    database.read<void>(
        [](Storage::Connection &connection) { return connection.execute(u"PRAGMA query_only = ON"_s); }, this,
        locked.callback());
    journal.open(stopIntent(u"a"_s), this, refused.callback());
    AWAIT_ERROR(refused, Core::ErrorKind::StorageReadOnly);
}

void TstDatabase::journalIsAppendOnly_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update intent") << u"UPDATE intent SET profile = 'x'"_s;
    QTest::newRow("delete intent") << u"DELETE FROM intent"_s;
    QTest::newRow("update event") << u"UPDATE event SET outcome = 'stopped'"_s;
    QTest::newRow("delete event") << u"DELETE FROM event WHERE id = 1"_s;
    QTest::newRow("replace intent") << u"REPLACE INTO intent SELECT * FROM intent"_s;
    QTest::newRow("replace event") << u"INSERT OR REPLACE INTO event SELECT * FROM event"_s;
    QTest::newRow("replace on update") << u"UPDATE OR REPLACE event SET id = 1"_s;
    QTest::newRow("upsert event") << u"INSERT INTO event SELECT * FROM event WHERE true "
                                     "ON CONFLICT (id) DO UPDATE SET outcome = 'stopped'"_s;
    QTest::newRow("move event to another intent") << u"UPDATE event SET intent_id = 2"_s;
    QTest::newRow("forget a new one") << u"INSERT INTO forgotten VALUES (1)"_s;
    QTest::newRow("update text") << u"UPDATE exchange SET answer = 'other'"_s;
    QTest::newRow("replace text") << u"REPLACE INTO exchange SELECT * FROM exchange"_s;
    QTest::newRow("event without intent")
        << u"INSERT INTO event SELECT 99, 99, kind, action, at, attempt, outcome, error_kind, error_code, "
           "error_message, error_request_id, error_detail, error_http_status, error_delivery, request_id, "
           "backup_request_id, status, latency_ms, profile, sdk_app_id, task_id FROM event"_s;
}

void TstDatabase::journalIsAppendOnly()
{
    QFETCH(const QString, statement);
    Storage::Database database(directory());
    Storage::Journal journal(database, u"me"_s, m_clock);
    Answer<void> opened;
    Answer<qint64> id;
    Answer<void> changed;
    database.open(this, opened.callback());
    journal.open(stopIntent(u"a"_s), this, id.callback());
    Core::JournalEvent sent;
    sent.intentId = 1;
    sent.kind = Core::EventKind::Sent;
    sent.requestText = u"asked"_s;
    Answer<void> appended;
    journal.append(sent, this, appended.callback());
    database.write<void>(
        [statement](Storage::Connection &connection) { return connection.execute(statement); }, this,
        changed.callback());
    AWAIT_VALUE(id);
    AWAIT_VALUE(appended);
    AWAIT_ERROR(changed, Core::ErrorKind::Storage);
}

CONSOLE_TEST(TstDatabase, QCoreApplication)
#include "tst_database.moc"
