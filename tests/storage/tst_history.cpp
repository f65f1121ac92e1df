// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "service/retention.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "support/answer.h"
#include "support/handclock.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using Core::EventKind;
using TestSupport::Answer;

namespace {

const QString stop = u"StopWhiteboardPush"_s;
const QString describe = u"DescribeWhiteboardPush"_s;

[[nodiscard]] QDateTime at(qint64 second)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + second * 1000, Qt::UTC);
}

[[nodiscard]] QString lineOf(const Core::HistoryEntry &entry)
{
    return QStringList{QString::number(entry.eventId),
                       QString::number(entry.intentId),
                       QString::number(entry.time.toMSecsSinceEpoch()),
                       entry.profile,
                       entry.action,
                       entry.sdkAppId.toString(),
                       entry.taskId,
                       entry.outcome,
                       entry.requestId,
                       entry.errorCode,
                       entry.errorMessage,
                       QString::number(entry.attempt),
                       QString::number(entry.latencyMs)}
        .join(u' ');
}

[[nodiscard]] Core::HistoryQuery queryOf(const std::function<void(Core::HistoryQuery &)> &fill)
{
    Core::HistoryQuery query;
    fill(query);
    return query;
}

} // namespace

//! What history views read, and what the journal may forget.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void version2IsMigrated();
    void filters_data();
    void filters();
    void filtersGoTogetherWithPages_data() { filters_data(); }
    void filtersGoTogetherWithPages();
    void manyTasksAreSearched();
    void choices();
    void textsOfARequest();
    void forgetsWhatIsOver();
    void forgettingTakesSeveralSteps();
    void clockThatLeapsAheadForgetsNothing_data();
    void clockThatLeapsAheadForgetsNothing();
    void clockThatJumpsLosesNothing();
    void nothingElseIsForgotten_data();
    void nothingElseIsForgotten();

private:
    void open();
    void execute(const QString &statement, bool isAllowed = true);
    [[nodiscard]] QVariant value(const QString &query);
    void readRequest(const QString &taskId, qint64 second, const QString &requestId,
                     const std::function<void(Core::Intent &, Core::JournalEvent &)> &change = {});
    [[nodiscard]] qint64 stopOf(const QString &taskId, const QDateTime &time,
                                std::optional<Core::StopOutcome> outcome);
    [[nodiscard]] QList<Core::HistoryEntry> page(Storage::HistoryStore &store,
                                                 const Core::HistoryQuery &query);
    [[nodiscard]] QStringList requestIds(const Core::HistoryQuery &query);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::HistoryStore> m_history;
    std::unique_ptr<Storage::Journal> m_journal;
    std::unique_ptr<Storage::Database> m_database;
    Core::SystemClock m_clock;
};

void TestHistory::init()
{
    m_history.reset();
    m_journal.reset();
    m_database.reset();
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestHistory::open()
{
    m_database = std::make_unique<Storage::Database>(m_dir->path());
    m_journal = std::make_unique<Storage::Journal>(*m_database, u"me"_s, m_clock);
    m_history = std::make_unique<Storage::HistoryStore>(m_dir->path());
    Answer<void> opened;
    m_database->open(this, opened.callback());
    AWAIT_VALUE(opened);
}

//! One that is not allowed must be refused and change nothing.
void TestHistory::execute(const QString &statement, bool isAllowed)
{
    Answer<void> done;
    m_database->write<void>(
        [statement](Storage::Connection &connection) { return connection.execute(statement); }, this,
        done.callback());
    QTRY_VERIFY(done.isThere());
    QVERIFY2(done.hasValue() == isAllowed, qPrintable(statement));
}

QVariant TestHistory::value(const QString &query)
{
    Answer<QVariant> answer;
    m_database->read<QVariant>([query](Storage::Connection &connection) { return connection.value(query); },
                               this, answer.callback());
    [&answer] { AWAIT_VALUE(answer); }();
    return answer.value();
}

void TestHistory::readRequest(const QString &taskId, qint64 second, const QString &requestId,
                              const std::function<void(Core::Intent &, Core::JournalEvent &)> &change)
{
    Core::Intent intent;
    intent.action = describe;
    intent.accountId = u"account"_s;
    intent.profile = u"school"_s;
    intent.task = {intent.accountId, Core::SdkAppId{1400000001},
                   Core::TaskId::parse(taskId).value_or(Core::TaskId())};
    intent.requestedAt = at(second);
    Core::JournalEvent answered;
    answered.kind = EventKind::Answered;
    answered.attempt = 1;
    answered.requestId = requestId;
    if (change)
        change(intent, answered);
    answered.action = intent.action;
    answered.at = at(second);
    Answer<void> done;
    m_journal->recordRead(intent, answered, this, done.callback());
    AWAIT_VALUE(done);
}

qint64 TestHistory::stopOf(const QString &taskId, const QDateTime &time,
                           std::optional<Core::StopOutcome> outcome)
{
    Core::Intent intent;
    intent.action = stop;
    intent.profile = u"school"_s;
    intent.task = {u"account"_s, Core::SdkAppId{1400000001}, Core::TaskId::parse(taskId).value()};
    intent.requestedAt = time;
    Answer<qint64> id;
    m_journal->open(intent, this, id.callback());
    [&id] { AWAIT_VALUE(id); }();
    Core::JournalEvent event;
    event.intentId = id.value();
    event.action = stop;
    event.at = time;
    event.kind = EventKind::Sent;
    event.attempt = 1;
    event.requestText = u"{\"TaskId\":\"%1\"}"_s.arg(taskId);
    Answer<void> sent;
    m_journal->append(event, this, sent.callback());
    event.kind = EventKind::Answered;
    event.requestText.clear();
    event.answerText = u"{\"Response\":{}}"_s;
    Answer<void> last;
    m_journal->append(event, this, last.callback());
    if (outcome) {
        event.kind = EventKind::Settled;
        event.answerText.clear();
        event.outcome = outcome;
        last = Answer<void>();
        m_journal->append(event, this, last.callback());
    }
    [&last] { AWAIT_VALUE(last); }();
    return id.value();
}

QList<Core::HistoryEntry> TestHistory::page(Storage::HistoryStore &store, const Core::HistoryQuery &query)
{
    Answer<QList<Core::HistoryEntry>> entries;
    store.page(query, this, entries.callback());
    [&entries] { AWAIT_VALUE(entries); }();
    return entries.value();
}

QStringList TestHistory::requestIds(const Core::HistoryQuery &query)
{
    QStringList ids;
    for (const Core::HistoryEntry &entry : page(*m_history, query))
        ids.append(entry.requestId);
    return ids;
}

void TestHistory::version2IsMigrated()
{
    const QString file = m_dir->filePath(u"console.sqlite"_s);
    {
        const auto connection = Storage::Connection::open(file);
        QVERIFY(connection);
        QFile fixture(QStringLiteral(TEST_DATA_DIR "/storage/version2.sql"));
        QVERIFY(fixture.open(QIODevice::ReadOnly));
        const QStringList statements =
            QString::fromUtf8(fixture.readAll()).split(u";;\n"_s, Qt::SkipEmptyParts);
        for (const QString &statement : statements) {
            const auto done = (*connection)->execute(statement);
            QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().detail));
        }
    }
    open();
    QStringList migrated;
    for (const Core::HistoryEntry &entry : page(*m_history, {}))
        migrated.append(lineOf(entry));
    QCOMPARE(migrated.size(), 8);
    const QString all = migrated.join(u'\n');
    QVERIFY(all.contains(u"open-task unknown"_s));
    QVERIFY(all.contains(u"stopped-task stopped r-2"_s));
    QVERIFY(all.contains(u"retried-task failed r-5 FailedOperation.WhiteboardPush said so"_s));
    QVERIFY(all.contains(u"retried-task failed r-4 RequestLimitExceeded"_s));
    QVERIFY(all.contains(u"unsent-task notSent"_s));
    QVERIFY(all.contains(u"read-task failed  Network"_s));

    // The same events, journaled one after the other today, are the same history.
    QTemporaryDir fresh;
    Storage::Database database(fresh.path());
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
    // ATTACH is not for transactions.
    Answer<void> attached;
    database.read<void>(
        [file](Storage::Connection &connection) {
            return connection.execute(QString(u"ATTACH '"_s + file + u"' AS old"_s));
        },
        this, attached.callback());
    AWAIT_VALUE(attached);
    Answer<void> copied;
    database.write<void>(
        [](Storage::Connection &connection) {
            return connection.execute(u"INSERT INTO intent SELECT * FROM old.intent ORDER BY id"_s)
                .and_then([&connection] {
                    return connection.execute(u"INSERT INTO event SELECT * FROM old.event ORDER BY id"_s);
                });
        },
        this, copied.callback());
    AWAIT_VALUE(copied);
    Storage::HistoryStore store(fresh.path());
    QStringList journaled;
    for (const Core::HistoryEntry &entry : page(store, {}))
        journaled.append(lineOf(entry));
    QCOMPARE(migrated, journaled);
}

void TestHistory::filters_data()
{
    QTest::addColumn<Core::HistoryQuery>("query");
    QTest::addColumn<QStringList>("ids");
    const QString first = u"aaaa-1"_s;
    const QString second = u"bbbb-2"_s;
    const QString third = u"aaaa-3"_s;
    const QString fourth = u"cccc-4"_s;
    QTest::newRow("all") << Core::HistoryQuery{} << QStringList{fourth, third, second, first};
    QTest::newRow("outcome") << queryOf([](auto &q) { q.outcome = u"failed"_s; })
                             << QStringList{third, second};
    QTest::newRow("no such outcome") << queryOf([](auto &q) { q.outcome = u"stopped"_s; }) << QStringList{};
    QTest::newRow("account") << queryOf([](auto &q) { q.profile = u"env"_s; }) << QStringList{fourth};
    QTest::newRow("application") << queryOf([](auto &q) { q.sdkAppId = Core::SdkAppId{1400000002}; })
                                 << QStringList{third};
    QTest::newRow("action") << queryOf([](auto &q) { q.action = u"DescribeRunningTasks"_s; })
                            << QStringList{fourth};
    QTest::newRow("since") << queryOf([](auto &q) { q.since = at(30); }) << QStringList{fourth, third};
    QTest::newRow("until") << queryOf([](auto &q) { q.until = at(30); }) << QStringList{second, first};
    QTest::newRow("between") << queryOf([](auto &q) {
        q.since = at(20);
        q.until = at(40);
    }) << QStringList{third, second};
    QTest::newRow("account and outcome") << queryOf([](auto &q) {
        q.profile = u"school"_s;
        q.outcome = u"failed"_s;
    }) << QStringList{third, second};
    QTest::newRow("all of them") << queryOf([](auto &q) {
        q.profile = u"school"_s;
        q.outcome = u"failed"_s;
        q.action = describe;
        q.taskId = u"math_7b"_s;
        q.sdkAppId = Core::SdkAppId{1400000001};
        q.since = at(10);
        q.until = at(40);
        q.text = u"7B limit"_s;
    }) << QStringList{second};
    QTest::newRow("nothing is both") << queryOf([](auto &q) {
        q.profile = u"env"_s;
        q.outcome = u"failed"_s;
    }) << QStringList{};
    QTest::newRow("part of a task") << queryOf([](auto &q) { q.text = u"TH_7"_s; })
                                    << QStringList{second, first};
    QTest::newRow("no wildcards") << queryOf([](auto &q) { q.text = u"t%7"_s; }) << QStringList{};
    QTest::newRow("a point for any character")
        << queryOf([](auto &q) { q.text = u"ath_8"_s; }) << QStringList{};
    QTest::newRow("part of a code") << queryOf([](auto &q) { q.text = u"limitexceeded"_s; })
                                    << QStringList{second};
    QTest::newRow("beginning of RequestIds")
        << queryOf([](auto &q) { q.text = u"aaaa"_s; }) << QStringList{third, first};
    QTest::newRow("a whole RequestId, in capitals")
        << queryOf([](auto &q) { q.text = u"AAAA-3"_s; }) << QStringList{third};
    QTest::newRow("middle of a RequestId") << queryOf([](auto &q) { q.text = u"aa-1"_s; }) << QStringList{};
    QTest::newRow("too short for a RequestId")
        << queryOf([](auto &q) { q.text = u"bbb"_s; }) << QStringList{};
    QTest::newRow("two words") << queryOf([](auto &q) { q.text = u" math_7b   aaaa "_s; })
                               << QStringList{first};
    QTest::newRow("words that do not meet")
        << queryOf([](auto &q) { q.text = u"math_7b cccc"_s; }) << QStringList{};
    QTest::newRow("search and filter") << queryOf([](auto &q) {
        q.text = u"aaaa"_s;
        q.outcome = u"ok"_s;
    }) << QStringList{first};
}

void TestHistory::filters()
{
    QFETCH(const Core::HistoryQuery, query);
    QFETCH(const QStringList, ids);
    open();
    const auto failing = [](Core::ErrorKind kind, const QString &code) {
        Core::Error error = Core::Error::of(kind);
        error.apiCode = code;
        return error;
    };
    readRequest(u"math_7b"_s, 10, u"aaaa-1"_s);
    readRequest(u"math_7b"_s, 20, u"bbbb-2"_s, [&](auto &, auto &event) {
        event.error = failing(Core::ErrorKind::Api, u"RequestLimitExceeded"_s);
    });
    readRequest(u"mathX8"_s, 30, u"aaaa-3"_s, [&](auto &intent, auto &event) {
        intent.task.sdkAppId = Core::SdkAppId{1400000002};
        event.error = failing(Core::ErrorKind::Timeout, {});
    });
    readRequest({}, 40, u"cccc-4"_s, [](auto &intent, auto &) {
        intent.action = u"DescribeRunningTasks"_s;
        intent.profile = u"env"_s;
    });
    QCOMPARE(requestIds(query), ids);
}

void TestHistory::filtersGoTogetherWithPages()
{
    filters();
    QFETCH(Core::HistoryQuery, query);
    QFETCH(const QStringList, ids);
    QStringList found;
    query.limit = 1;
    for (;;) {
        const QList<Core::HistoryEntry> entries = page(*m_history, query);
        if (entries.isEmpty())
            break;
        QCOMPARE(entries.size(), 1);
        found.append(entries.constFirst().requestId);
        query.beforeEventId = entries.constFirst().eventId;
    }
    QCOMPARE(found, ids);
}

void TestHistory::manyTasksAreSearched()
{
    open();
    QStringList ids;
    Answer<void> last;
    for (int i = 0; i < 90; ++i) {
        Core::Intent intent;
        intent.action = describe;
        intent.profile = i % 2 == 0 ? u"even"_s : u"odd"_s;
        intent.task.taskId = Core::TaskId::parse(u"class-%1"_s.arg(i)).value();
        Core::JournalEvent answered;
        answered.action = describe;
        answered.requestId = u"id-%1"_s.arg(i);
        answered.at = at(i);
        last = Answer<void>();
        m_journal->recordRead(intent, answered, this, last.callback());
        ids.prepend(answered.requestId);
    }
    AWAIT_VALUE(last);
    QCOMPARE(requestIds(queryOf([](auto &q) { q.text = u"class"_s; })), ids);
    ids.removeIf([](const QString &id) { return id.mid(3).toInt() % 2 == 0; });
    QCOMPARE(requestIds(queryOf([](auto &q) {
                 q.text = u"class"_s;
                 q.profile = u"odd"_s;
                 q.limit = 7;
             })),
             ids.mid(0, 7));
}

void TestHistory::choices()
{
    open();
    readRequest(u"a"_s, 10, u"r-1"_s);
    readRequest({}, 20, u"r-2"_s, [](auto &intent, auto &event) {
        intent.profile = u"env"_s;
        intent.task.sdkAppId = Core::SdkAppId{};
        event.error = Core::Error::of(Core::ErrorKind::Timeout);
    });
    Answer<Core::HistoryChoices> choices;
    m_history->choices(this, choices.callback());
    AWAIT_VALUE(choices);
    const Core::HistoryChoices expected{
        {u"env"_s, u"school"_s}, {describe}, {u"failed"_s, u"ok"_s}, {Core::SdkAppId{1400000001}}};
    QVERIFY(choices.value() == expected);
}

void TestHistory::textsOfARequest()
{
    open();
    (void)stopOf(u"a"_s, at(10), Core::StopOutcome::Stopped);
    readRequest(u"a"_s, 20, u"r-2"_s, [](auto &, auto &event) {
        event.requestText = u"asked"_s;
        event.answerText = u"answered"_s;
    });
    readRequest(u"a"_s, 30, u"r-3"_s);
    const QList<QPair<QString, QString>> expected{{QString(), QString()},
                                                  {u"asked"_s, u"answered"_s},
                                                  {u"{\"TaskId\":\"a\"}"_s, u"{\"Response\":{}}"_s}};
    const QList<Core::HistoryEntry> entries = page(*m_history, {});
    QCOMPARE(entries.size(), expected.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        Answer<Core::ExchangeTexts> texts;
        m_history->exchange(entries.at(i).eventId, this, texts.callback());
        AWAIT_VALUE(texts);
        QCOMPARE(qMakePair(texts.value().request, texts.value().answer), expected.at(i));
    }
}

void TestHistory::forgetsWhatIsOver()
{
    open();
    const QDateTime now = m_clock.nowUtc();
    (void)stopOf(u"old-stopped"_s, now.addDays(-100), Core::StopOutcome::Stopped);
    (void)stopOf(u"old-open"_s, now.addDays(-100), std::nullopt);
    (void)stopOf(u"old-unknown"_s, now.addDays(-100), Core::StopOutcome::Unknown);
    const qint64 lasting = stopOf(u"old-lasting"_s, now.addDays(-100), Core::StopOutcome::Failed);
    Core::JournalEvent late;
    late.intentId = lasting;
    late.action = stop;
    late.kind = EventKind::Settled;
    late.outcome = Core::StopOutcome::Stopped;
    late.at = now.addDays(-50);
    Answer<void> appended;
    m_journal->append(late, this, appended.callback());
    (void)stopOf(u"recent"_s, now.addDays(-50), Core::StopOutcome::Stopped);
    for (int day = 0; day < 9; ++day) { // else it would be a leap of the clock
        (void)stopOf(u"new"_s, now.addDays(-day), Core::StopOutcome::Stopped);
    }
    QCOMPARE(page(*m_history, {}).size(), 14);

    Service::Retention retention(*m_journal, m_clock);
    QSignalSpy finished(&retention, &Service::Retention::finished);
    retention.start(0); // everything is kept
    retention.start(90);
    retention.start(30); // one at a time
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), 1);
    QStringList left;
    for (const Core::HistoryEntry &entry : page(*m_history, {}))
        left.append(entry.taskId);
    left.removeDuplicates();
    left.sort();
    QCOMPARE(left, QStringList({u"new"_s, u"old-lasting"_s, u"old-open"_s, u"old-unknown"_s, u"recent"_s}));
    QCOMPARE(value(u"SELECT count(*) FROM event WHERE task_id = 'old-stopped'"_s).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM exchange x WHERE NOT EXISTS "
                   "(SELECT 1 FROM event e WHERE e.id = x.event_id)"_s)
                 .toInt(),
             0);
    QCOMPARE(value(u"SELECT count(*) FROM forgotten"_s).toInt(), 0);
    Answer<QList<Core::OpenIntent>> open;
    m_journal->openIntents(this, open.callback());
    AWAIT_VALUE(open);
    QCOMPARE(value(u"SELECT count(*) FROM open_intent"_s).toInt(), 2);
}

void TestHistory::forgettingTakesSeveralSteps()
{
    open();
    execute(
        u"INSERT INTO intent (action, account_id, profile, secret_id, endpoint, region, edition, sdk_app_id, "
        "task_id, requested_at, owner) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        "WHERE i < 260) SELECT CASE WHEN i % 100 = 0 THEN 'StopWhiteboardPush' ELSE 'Describe' END, 'a', "
        "'p', "
        "'', '', '', 'intl', 1, 't', 1700000000000 + i, 'me' FROM n"_s);
    Service::Retention retention(*m_journal, m_clock);
    QSignalSpy finished(&retention, &Service::Retention::finished);
    retention.start(365);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), 258);
    QCOMPARE(value(u"SELECT count(*) FROM intent"_s).toInt(), 2);
}

void TestHistory::clockThatLeapsAheadForgetsNothing_data()
{
    QTest::addColumn<QDateTime>("future");
    const QDate today = m_clock.nowUtc().date();
    QTest::newRow("45 days") << QDateTime(today.addDays(45), QTime(12, 0), Qt::UTC);
    QTest::newRow("300 days") << QDateTime(today.addDays(300), QTime(12, 0), Qt::UTC);
    QTest::newRow("2099") << QDateTime(QDate(2099, 1, 1), QTime(12, 0), Qt::UTC);
}

//! A machine that believes in another time for a day or two: nothing is forgotten by that. Once a week has
//! been written from then on, it is the time.
void TestHistory::clockThatLeapsAheadForgetsNothing()
{
    open();
    const QDateTime now = m_clock.nowUtc();
    for (const int daysAgo : {120, 60, 45, 40}) // the database itself keeps thirty days
        (void)stopOf(u"task-%1"_s.arg(daysAgo), now.addDays(-daysAgo), Core::StopOutcome::Stopped);
    TestSupport::HandClock leaping;
    Service::Retention retention(*m_journal, leaping);
    QSignalSpy finished(&retention, &Service::Retention::finished);
    const auto forgottenIn = [&](const QDateTime &time) {
        leaping.set(time);
        finished.clear();
        retention.start(70);
        [&finished] { QTRY_COMPARE(finished.count(), 1); }();
        return finished.constFirst().constFirst().toInt();
    };
    QFETCH(const QDateTime, future);
    QCOMPARE(forgottenIn(future), 1); // what the last day of the journal has outlived, as on that day
    for (int day = 0; day < 6; ++day) {
        (void)stopOf(u"future-%1"_s.arg(day), future.addDays(day), Core::StopOutcome::Stopped);
        QCOMPARE(forgottenIn(future.addDays(day)), 0);
    }
    QCOMPARE(forgottenIn(QDateTime(QDate(1969, 7, 20), QTime(20, 17), Qt::UTC)), 0);
    QCOMPARE(forgottenIn(now), 0); // the clock was set right again
    (void)stopOf(u"future-6"_s, future.addDays(6), Core::StopOutcome::Stopped);
    QCOMPARE(forgottenIn(future.addDays(7)), 3);
}

//! The clock is set forth and back between requests, by an hour, by years, and to before 1970: every request
//! is in the history once, with its time to the millisecond, and the journal's order is that of the events.
void TestHistory::clockThatJumpsLosesNothing()
{
    open();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowUtc().toMSecsSinceEpoch(), Qt::UTC);
    const QList<QDateTime> times{
        now,
        now.addSecs(3600),
        now.addSecs(-3600),
        QDateTime(QDate(2099, 12, 31), QTime(23, 59, 59, 999), Qt::UTC),
        QDateTime(QDate(1969, 7, 20), QTime(20, 17, 40, 1), Qt::UTC),
        QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC),
        now,
        now.addMSecs(-1),
        QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC), // summer time ends in Europe
        QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC),
    };
    QList<qint64> ids;
    for (const QDateTime &time : times)
        ids.append(stopOf(u"task"_s, time, Core::StopOutcome::Stopped));
    QVERIFY(std::ranges::is_sorted(ids));
    QList<QDateTime> found;
    QSet<qint64> intents;
    Core::HistoryQuery query;
    query.limit = 3;
    for (;;) {
        const QList<Core::HistoryEntry> entries = page(*m_history, query);
        for (const Core::HistoryEntry &entry : entries) {
            found.append(entry.time);
            intents.insert(entry.intentId);
        }
        if (entries.isEmpty())
            break;
        query.beforeEventId = entries.constLast().eventId;
        QVERIFY(found.size() <= times.size());
    }
    QCOMPARE(intents, QSet<qint64>(ids.cbegin(), ids.cend()));
    QList<QDateTime> expected = times;
    std::ranges::sort(expected, std::greater());
    QCOMPARE(found, expected); // newest first, whatever came when

    Answer<QList<Core::JournalEvent>> events;
    m_journal->eventsOf({}, {}, Core::SdkAppId{1400000001}, u"task"_s, this, events.callback());
    AWAIT_VALUE(events);
    QList<qint64> order;
    for (const Core::JournalEvent &event : events.value())
        order.append(event.intentId);
    QVERIFY(std::ranges::is_sorted(order)); // oldest first, whatever the clock said
    QCOMPARE(order.size(), 4 * times.size());
}

void TestHistory::nothingElseIsForgotten_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("an intent") << u"DELETE FROM intent"_s;
    QTest::newRow("an event") << u"DELETE FROM event"_s;
    QTest::newRow("a change of an intent") << u"UPDATE intent SET task_id = 'other'"_s;
    QTest::newRow("a change of an event") << u"UPDATE event SET outcome = 'stopped'"_s;
    QTest::newRow("one that is open") << u"INSERT INTO forgotten VALUES (1)"_s;
    QTest::newRow("one that is unknown") << u"INSERT INTO forgotten VALUES (2)"_s;
    QTest::newRow("a new one") << u"INSERT OR REPLACE INTO forgotten VALUES (3)"_s;
    QTest::newRow("one that is yet to come") << u"INSERT INTO forgotten VALUES (4711)"_s;
}

void TestHistory::nothingElseIsForgotten()
{
    QFETCH(const QString, statement);
    open();
    QCOMPARE(stopOf(u"open"_s, at(0), std::nullopt), 1);
    QCOMPARE(stopOf(u"unknown"_s, at(0), Core::StopOutcome::Unknown), 2);
    QCOMPARE(stopOf(u"new"_s, m_clock.nowUtc(), Core::StopOutcome::Stopped), 3);
    execute(statement, false);
    QCOMPARE(value(u"SELECT count(*) FROM intent"_s).toInt(), 3);
    QCOMPARE(page(*m_history, {}).size(), 3);
}

CONSOLE_TEST(TestHistory, QCoreApplication)
#include "tst_history.moc"
