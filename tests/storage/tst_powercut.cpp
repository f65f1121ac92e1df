// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/guardstore.h"
#include "storage/journal.h"
#include "storage/registry.h"
#include "storage/schema.h"
#include "storage/slotledger.h"
#include "support/answer.h"
#include "support/faultydisk.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using TestSupport::Answer;
using TestSupport::FaultyDisk;

namespace {

//! As QTest::qWaitFor(), which sleeps for 10 ms at a time: here they wait by the ten thousand.
template <typename Condition> [[nodiscard]] bool waitFor(const Condition &isMet, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    QTimer wake;
    wake.start(100);
    while (!isMet() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return isMet();
}

//! What was told to be on the disk, and how many changes the disk had seen by then.
struct Promise
{
    enum class Kind { Opened, Intent, Event, Task, Forgotten } kind = Kind::Opened;
    qint64 intentId = 0;
    int event = 0;
    qsizetype at = 0;
};

[[nodiscard]] Core::Intent stopIntent(const QString &taskId, const QDateTime &at)
{
    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.accountId = u"account"_s;
    intent.profile = u"school"_s;
    intent.task = {intent.accountId, Core::SdkAppId{1400000001}, *Core::TaskId::parse(taskId)};
    intent.requestedAt = at;
    return intent;
}

//! The events of a Stop that went well, after the one that comes with its intent.
[[nodiscard]] QList<Core::JournalEvent> eventsOfAStop(qint64 intentId, const QDateTime &at)
{
    QList<Core::JournalEvent> events;
    for (const auto kind : {Core::EventKind::Sent, Core::EventKind::Answered, Core::EventKind::Confirmed,
                            Core::EventKind::Settled}) {
        Core::JournalEvent event;
        event.intentId = intentId;
        event.kind = kind;
        event.action = u"StopWhiteboardPush"_s;
        event.at = at;
        event.attempt = 1;
        if (kind == Core::EventKind::Sent) {
            event.requestText = QString(3'000, u'q'); // over several pages
        }
        if (kind == Core::EventKind::Settled) {
            event.outcome = Core::StopOutcome::Stopped;
        }
        events.append(event);
    }
    return events;
}

//! All that the console writes, one thing after another, each waited for.
class Course
{
public:
    Course(FaultyDisk &disk, const QString &directory)
        : m_disk(disk)
        , m_database(directory)
        , m_journal(m_database, u"me"_s, m_clock)
        , m_registry(m_database)
        , m_ledger(directory, m_clock)
    {
    }

    [[nodiscard]] QList<Promise> run()
    {
        Answer<void> opened;
        m_database.open(&m_context, opened.callback());
        if (!isKept(opened, {Promise::Kind::Opened})) {
            return m_promises;
        }
        const QDateTime now = m_clock.nowUtc();
        track(u"lesson"_s);
        const auto old = stop(u"old"_s, now.addDays(-40), 4);
        stop(u"done"_s, now, 4);
        stop(u"left-open"_s, now.addDays(-20), 1); // no gap of 30 days: the clock is believed
        track(u"another-lesson"_s);
        forget(now, old);
        for (int i = 0; i < 3; ++i) {
            std::optional<qint64> slot;
            m_ledger.reserve("stops", m_clock.monotonicMs(), 51, &m_context,
                             [&slot](qint64 at) { slot = at; });
            hasSlots = waitFor([&slot] { return slot.has_value(); }, 20'000) && hasSlots;
        }
        stop(u"wished"_s, now, 0);
        return m_promises;
    }

    bool hasSlots = true;

private:
    //! Whether it went well; then it is a promise.
    template <typename T> bool isKept(const Answer<T> &answer, Promise promise)
    {
        if (!waitFor([&answer] { return answer.isThere(); }, 20'000) || !answer.hasValue()) {
            return false;
        }
        promise.at = m_disk.count();
        m_promises.append(promise);
        return true;
    }
    void track(const QString &taskId)
    {
        Core::PushTask task;
        task.key = {u"account"_s, Core::SdkAppId{1400000001}, *Core::TaskId::parse(taskId)};
        Answer<void> saved;
        m_registry.save({task}, &m_context, saved.callback());
        (void)isKept(saved, {Promise::Kind::Task, ++m_tasks});
    }
    qint64 stop(const QString &taskId, const QDateTime &at, int events)
    {
        Answer<qint64> id;
        m_journal.open(stopIntent(taskId, at), &m_context, id.callback());
        if (!waitFor([&id] { return id.isThere(); }, 20'000) || !id.hasValue()) {
            return 0;
        }
        (void)isKept(id, {Promise::Kind::Intent, id.value()});
        const QList<Core::JournalEvent> all = eventsOfAStop(id.value(), at);
        for (int i = 0; i < events; ++i) {
            Answer<void> appended;
            m_journal.append(all.at(i), &m_context, appended.callback());
            if (!isKept(appended, {Promise::Kind::Event, id.value(), static_cast<int>(all.at(i).kind)})) {
                break; // as the service does: no further step without this one
            }
        }
        return id.value();
    }
    void forget(const QDateTime &now, qint64 intentId)
    {
        Answer<Storage::ForgetStep> forgotten;
        m_journal.forget(now, 30, 0, &m_context, forgotten.callback());
        const bool isThere = waitFor([&forgotten] { return forgotten.isThere(); }, 20'000);
        if (isThere && forgotten.hasValue() && forgotten.value().forgotten > 0) { // it stays where it is open
            (void)isKept(forgotten, {Promise::Kind::Forgotten, intentId});
        } else if (!isThere || !forgotten.hasValue()) {
            // Asked for and not told: it may have happened, as a whole.
            Promise asked{Promise::Kind::Forgotten, intentId};
            asked.at = std::numeric_limits<qsizetype>::max();
            m_promises.append(asked);
        }
    }

    FaultyDisk &m_disk;
    Core::SystemClock m_clock;
    QObject m_context;
    QList<Promise> m_promises;
    qint64 m_tasks = 0;
    Storage::Database m_database;
    Storage::Journal m_journal;
    Storage::TaskRegistry m_registry;
    Storage::SharedSlotLedger m_ledger;
};

[[nodiscard]] Core::Result<QStringList> column(Storage::Connection &connection, const QString &statement)
{
    QStringList values;
    return connection
        .rows(statement, {}, [&values](const QSqlQuery &row) { values.append(row.value(0).toString()); })
        .map([&values] { return values; });
}

} // namespace

//! A power cut, or a disk that fails, at every single change of the files. By default at some of them;
//! WPC_EVERY_CHANGE=1 takes them all, with more ways of tearing.
class TstPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasPromised_data();
    void keepsWhatWasPromised();
    void findsTheLossesOfALyingDisk();
    void failingDiskLosesNothing_data();
    void failingDiskLosesNothing();

private:
    //! A profile as an older version left it, empty for none.
    void makeProfile(const QString &directory, const QString &fixture);
    //! Empty, or what is wrong with what a power cut left. Through the real storage.
    [[nodiscard]] QString faultOf(const FaultyDisk::Image &image, const QString &from,
                                  const QList<Promise> &promises, qsizetype cut);
    [[nodiscard]] QString faultOf(const QString &directory, const QList<Promise> &promises, qsizetype cut);
    [[nodiscard]] static bool isThorough() { return qEnvironmentVariableIsSet("WPC_EVERY_CHANGE"); }
};

void TstPowerCut::makeProfile(const QString &directory, const QString &fixture)
{
    QVERIFY(QDir().mkpath(directory));
    if (fixture.isEmpty()) {
        return;
    }
    const auto connection = Storage::Connection::open(directory + u"/console.sqlite"_s);
    QVERIFY(connection);
    QFile file(QStringLiteral(TEST_DATA_DIR "/storage/") + fixture);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &statement : QString::fromUtf8(file.readAll()).split(u";;\n"_s, Qt::SkipEmptyParts)) {
        QVERIFY((*connection)->execute(statement));
    }
}

QString TstPowerCut::faultOf(const FaultyDisk::Image &image, const QString &from,
                             const QList<Promise> &promises, qsizetype cut)
{
    const QTemporaryDir scratch;
    for (auto file = image.cbegin(); file != image.cend(); ++file) {
        QFile copy(scratch.path() + file.key().sliced(from.size()));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(file.value()) != file.value().size()) {
            return u"cannot write the image"_s;
        }
    }
    return faultOf(scratch.path(), promises, cut);
}

QString TstPowerCut::faultOf(const QString &directory, const QList<Promise> &promises, qsizetype cut)
{
    Storage::Database database(directory);
    Answer<void> opened;
    database.open(this, opened.callback());
    Core::SystemClock clock;
    Storage::Journal journal(database, u"next"_s, clock);
    Storage::SharedSlotLedger ledger(directory, clock);
    std::optional<qint64> slot;
    ledger.reserve("stops", clock.monotonicMs(), 51, this, [&slot](qint64 at) { slot = at; });
    Answer<QList<Core::OpenIntent>> open;
    journal.openIntents(this, open.callback());
    Answer<QStringList> found;
    database.read<QStringList>(
        [](Storage::Connection &connection) -> Core::Result<QStringList> {
            QStringList all;
            for (const QString &statement :
                 {u"SELECT 'integrity: ' || integrity_check FROM pragma_integrity_check "
                  "WHERE integrity_check <> 'ok'"_s,
                  u"SELECT 'foreign key of ' || \"table\" FROM pragma_foreign_key_check"_s,
                  u"SELECT 'half an intent ' || id FROM intent i WHERE action = 'StopWhiteboardPush' AND "
                  "NOT EXISTS (SELECT 1 FROM event e WHERE e.intent_id = i.id)"_s,
                  u"SELECT 'history without an event' FROM history WHERE id NOT IN (SELECT id FROM event)"_s,
                  u"SELECT 'no history of ' || i.id FROM intent i WHERE EXISTS (SELECT 1 FROM event e WHERE "
                  "e.intent_id = i.id AND e.kind = 1) AND NOT EXISTS (SELECT 1 FROM event e JOIN history h "
                  "ON h.id = e.id WHERE e.intent_id = i.id)"_s,
                  u"SELECT 'open although settled ' || o.intent_id FROM open_intent o JOIN event e ON "
                  "e.intent_id = o.intent_id AND e.kind = 4 AND e.outcome <> 'unknown'"_s,
                  u"SELECT 'intent ' || id FROM intent"_s, u"SELECT 'task ' || task_id FROM task"_s,
                  u"SELECT 'event ' || intent_id || ' ' || kind FROM event"_s}) {
                const auto values = column(connection, statement);
                if (!values) {
                    return Core::failure(values.error());
                }
                all.append(*values);
            }
            return all;
        },
        this, found.callback());
    if (!waitFor([&] { return found.isThere() && slot.has_value(); }, 20'000)) {
        return u"no answer"_s;
    }
    if (!opened.hasValue() || !found.hasValue() || !open.hasValue()) {
        return (!opened.hasValue()      ? opened.error()
                    : !found.hasValue() ? found.error()
                                        : open.error())
            .detail;
    }
    const QStringList &lines = found.value();
    for (const QString &line : lines) {
        if (!line.startsWith(u"intent "_s) && !line.startsWith(u"task "_s) && !line.startsWith(u"event "_s)) {
            return line;
        }
    }
    // The one that is being forgotten may be there or not until that is told, but not by halves.
    qint64 goes = 0;
    bool isGone = false;
    for (const Promise &promise : promises) {
        if (promise.kind == Promise::Kind::Forgotten) {
            goes = promise.intentId;
            isGone = promise.at <= cut;
        }
    }
    const QString gone = QString::number(goes);
    const bool isThere = lines.contains(QString(u"intent "_s + gone));
    if (goes != 0 && isGone && isThere) {
        return u"not forgotten: "_s + gone;
    }
    qsizetype tasks = 0;
    QStringList expectedOpen;
    for (const Promise &promise : promises) {
        if (promise.at > cut
            || (promise.intentId == goes && promise.kind != Promise::Kind::Task && !isThere)) {
            continue;
        }
        const QString id = QString::number(promise.intentId);
        QString line;
        switch (promise.kind) {
        case Promise::Kind::Opened:
        case Promise::Kind::Forgotten:
            continue;
        case Promise::Kind::Task:
            ++tasks;
            continue;
        case Promise::Kind::Intent:
            line = u"intent "_s + id;
            break;
        case Promise::Kind::Event:
            line = u"event "_s + id + u' ' + QString::number(promise.event);
            break;
        }
        if (!lines.contains(line)) {
            return u"lost: "_s + line;
        }
    }
    if (lines.filter(u"task "_s).size() < tasks) {
        return u"lost: a task"_s;
    }
    // What was promised and is not settled is found again.
    for (const Promise &promise : promises) {
        const bool isOpen = promise.kind == Promise::Kind::Intent && promise.at <= cut
            && !lines.contains(QString(u"event "_s + QString::number(promise.intentId) + u" 4"_s))
            && lines.contains(QString(u"intent "_s + QString::number(promise.intentId)));
        if (isOpen && std::ranges::none_of(open.value(), [&promise](const Core::OpenIntent &intent) {
                return intent.intent.id == promise.intentId;
            })) {
            return u"not open any more: "_s + QString::number(promise.intentId);
        }
    }
    // And it can be written on.
    Answer<qint64> next;
    journal.open(stopIntent(u"next"_s, {}), this, next.callback());
    if (!waitFor([&next] { return next.isThere(); }, 20'000) || !next.hasValue()) {
        return u"cannot be written any more"_s;
    }
    return {};
}

void TstPowerCut::keepsWhatWasPromised_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::newRow("a new profile") << QString();
    QTest::newRow("of version 1") << u"version1.sql"_s;
    QTest::newRow("of version 2") << u"version2.sql"_s;
}

void TstPowerCut::keepsWhatWasPromised()
{
    QFETCH(const QString, fixture);
    const QTemporaryDir directory;
    makeProfile(directory.path(), fixture);
    FaultyDisk disk;
    QList<Promise> promises;
    {
        Course course(disk, directory.path());
        promises = course.run();
        QVERIFY(course.hasSlots);
    }
    // The old ones begin years ago: after a leap like that nothing is forgotten yet.
    QCOMPARE(promises.size(), fixture.isEmpty() ? 17 : 16);
    if (!fixture.isEmpty()) { // its own Stop, which was sent
        promises.append({Promise::Kind::Intent, 1, 0, 1});
        promises.append({Promise::Kind::Event, 1, static_cast<int>(Core::EventKind::Sent), 1});
    }
    const qsizetype changes = disk.count();
    QElapsedTimer timer;
    timer.start();
    int images = 0;
    const qsizetype stride = isThorough() ? 1 : 17;
    const quint32 tears = isThorough() ? 3 : 1;
    for (qsizetype cut = 0; cut <= changes; cut += stride) {
        QList<QPair<FaultyDisk::Unsynced, quint32>> ways{{FaultyDisk::Unsynced::Lost, 0},
                                                         {FaultyDisk::Unsynced::Written, 0}};
        for (quint32 tear = 0; tear < tears; ++tear) {
            ways.append({FaultyDisk::Unsynced::Torn, static_cast<quint32>(cut) * 10 + tear});
        }
        for (const auto &[unsynced, seed] : std::as_const(ways)) {
            const QString fault = faultOf(disk.image(cut, unsynced, seed), directory.path(), promises, cut);
            const QByteArray what = "cut after " + QByteArray::number(cut) + " of "
                + QByteArray::number(changes) + ", unsynced " + QByteArray::number(static_cast<int>(unsynced))
                + ", seed " + QByteArray::number(seed) + ": " + fault.toUtf8();
            QVERIFY2(fault.isEmpty(), what.constData());
            ++images;
        }
    }
    qInfo("%lld changes, %d images of a power cut, %lld ms", static_cast<long long>(changes), images,
          static_cast<long long>(timer.elapsed()));
}

//! The attack itself is put to the test: where syncs do nothing, it must find what is lost.
void TstPowerCut::findsTheLossesOfALyingDisk()
{
    const QTemporaryDir directory;
    makeProfile(directory.path(), {});
    FaultyDisk disk;
    disk.ignoreSyncs();
    QList<Promise> promises;
    {
        Course course(disk, directory.path());
        promises = course.run();
    }
    const qsizetype cut = disk.count();
    QVERIFY(!faultOf(disk.image(cut, FaultyDisk::Unsynced::Lost), directory.path(), promises, cut).isEmpty());
    QVERIFY(
        faultOf(disk.image(cut, FaultyDisk::Unsynced::Written), directory.path(), promises, cut).isEmpty());
}

void TstPowerCut::failingDiskLosesNothing_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<qsizetype>("howMany");
    QTest::addColumn<FaultyDisk::Failing>("failing");
    using enum FaultyDisk::Failing;
    constexpr int full = 13; // SQLITE_FULL
    constexpr int failedWrite = 10 | (3 << 8); // SQLITE_IOERR_WRITE
    constexpr int failedSync = 10 | (4 << 8); // SQLITE_IOERR_FSYNC, also where there is no space
    constexpr qsizetype always = 1'000'000;
    QTest::newRow("full, and stays full") << full << always << Changes;
    QTest::newRow("full for a moment") << full << qsizetype(1) << Changes;
    QTest::newRow("a write fails") << failedWrite << qsizetype(1) << Changes;
    QTest::newRow("every write fails from now on") << failedWrite << always << Changes;
    QTest::newRow("a sync fails") << failedSync << qsizetype(1) << Syncs;
    QTest::newRow("every sync fails from now on") << failedSync << always << Syncs;
}

//! What was told as written is there when the disk works again; what was not told is refused, or there whole.
void TstPowerCut::failingDiskLosesNothing()
{
    QFETCH(const int, code);
    QFETCH(const qsizetype, howMany);
    QFETCH(const FaultyDisk::Failing, failing);
    qsizetype changes = 400; // of a course without faults; known better after the first
    const qsizetype stride = isThorough() ? 1 : 29;
    int courses = 0;
    for (qsizetype first = 0; first < changes; first += stride) {
        const QTemporaryDir directory;
        makeProfile(directory.path(), {});
        FaultyDisk disk;
        disk.fail(first, howMany, code, failing);
        QList<Promise> promises;
        {
            Course course(disk, directory.path());
            promises = course.run();
            QVERIFY(course.hasSlots); // a ledger that fails stops nobody
        }
        if (howMany == 1 && disk.count() > changes) {
            changes = disk.count();
        }
        disk.heal();
        const QString fault = faultOf(directory.path(), promises, disk.count());
        const QByteArray what = "failing from " + QByteArray::number(first) + ": " + fault.toUtf8();
        QVERIFY2(fault.isEmpty(), what.constData());
        ++courses;
    }
    qInfo("%d courses on a failing disk", courses);
}

CONSOLE_TEST(TstPowerCut, QCoreApplication)
#include "tst_powercut.moc"
