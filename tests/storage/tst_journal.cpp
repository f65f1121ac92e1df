// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/redaction.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "support/answer.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::EventKind;
using Core::StopOutcome;
using TestSupport::Answer;

namespace {

const QString stop = u"StopWhiteboardPush"_s;
const QString describe = u"DescribeWhiteboardPush"_s;

//! One journaled event in a line of a table.
struct Step
{
    EventKind kind;
    int attempt = 0;
    QString code = {}; //!< an API code, "Timeout" or "NotJson" for errors without one
    std::optional<StopOutcome> outcome = {};
    QString action = stop;
};

[[nodiscard]] Core::Intent intentOf(const QString &taskId, const QString &action = stop)
{
    Core::Intent intent;
    intent.action = action;
    intent.accountId = u"account-1"_s;
    intent.profile = u"school"_s;
    intent.secretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"_s;
    intent.endpoint = *Core::Endpoint::parse(u"https://tiw.tencentcloudapi.com"_s, u"ap-singapore"_s,
                                             Core::Edition::Mainland);
    intent.task = {intent.accountId, Core::SdkAppId{1400000001}, *Core::TaskId::parse(taskId)};
    intent.requestedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'001, Qt::UTC);
    return intent;
}

[[nodiscard]] Core::JournalEvent eventOf(qint64 intentId, const Step &step)
{
    Core::JournalEvent event;
    event.intentId = intentId;
    event.kind = step.kind;
    event.action = step.action;
    event.attempt = step.attempt;
    event.outcome = step.outcome;
    event.at = QDateTime::fromMSecsSinceEpoch(1'700'000'001'000, Qt::UTC);
    if (step.kind == EventKind::Answered) {
        event.requestId = u"request-"_s + QString::number(step.attempt);
        event.latencyMs = 40 + step.attempt;
    }
    if (!step.code.isEmpty()) {
        Core::Error error;
        error.kind = step.code == "Timeout"_L1 ? Core::ErrorKind::Timeout
            : step.code == "NotJson"_L1        ? Core::ErrorKind::NotJson
                                               : Core::ErrorKind::Api;
        if (error.kind == Core::ErrorKind::Api) {
            error.apiCode = step.code;
            error.apiMessage = u"said so"_s;
        }
        event.error = error;
    }
    return event;
}

[[nodiscard]] QString asText(const Core::HistoryEntry &entry)
{
    return QString(entry.action.left(4) + u' ' + QString::number(entry.attempt) + u' ' + entry.outcome + u' '
                   + (entry.errorCode.isEmpty() ? u"-"_s : entry.errorCode) + u' '
                   + (entry.requestId.isEmpty() ? u"-"_s : entry.requestId));
}

template <typename Fill> [[nodiscard]] Core::HistoryQuery queryOf(const Fill &fill)
{
    Core::HistoryQuery query;
    fill(query);
    return query;
}

} // namespace

Q_DECLARE_METATYPE(Step)

class TstJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void historyOfAStop_data();
    void historyOfAStop();
    void historyOfReads();
    void historyIsFiltered_data();
    void historyIsFiltered();
    void historyIsPaged();
    void historyIsQuickWhateverIsAsked();
    void everyFieldOfAnEventComesBack();
    void causeOfAnErrorComesBack();
    void textsAreCapped();
    void eventsAreOfOneTask();
    void openManyIsOneCommit();
    void openIntents_data();
    void openIntents();
    void openIntentsTellWhatIsKnown();
    void settlesIfOpenOnly();
    void unsentStops();

private:
    [[nodiscard]] qint64 put(const Core::Intent &intent, const QList<Step> &steps);
    [[nodiscard]] QStringList historyOf(const Core::HistoryQuery &query);

    QTemporaryDir m_fresh; // an empty database, copied for every test
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Storage::Journal> m_journal;
    std::unique_ptr<Storage::HistoryStore> m_history;
    Core::SystemClock m_clock;
};

void TstJournal::initTestCase()
{
    Storage::Database database(m_fresh.path());
    Answer<void> opened;
    database.open(this, opened.callback());
    AWAIT_VALUE(opened);
}

void TstJournal::init()
{
    m_history.reset();
    m_journal.reset();
    m_database.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(m_fresh.filePath(u"console.sqlite"_s), m_dir->filePath(u"console.sqlite"_s)));
    m_database = std::make_unique<Storage::Database>(m_dir->path());
    m_journal = std::make_unique<Storage::Journal>(*m_database, u"me"_s, m_clock);
    m_history = std::make_unique<Storage::HistoryStore>(m_dir->path());
    Answer<void> opened;
    m_database->open(this, opened.callback());
    AWAIT_VALUE(opened);
}

qint64 TstJournal::put(const Core::Intent &intent, const QList<Step> &steps)
{
    Answer<qint64> id;
    m_journal->open(intent, this, id.callback());
    [&id] { AWAIT_VALUE(id); }();
    Answer<void> last;
    for (const Step &step : steps) {
        last = Answer<void>();
        m_journal->append(eventOf(id.value(), step), this, last.callback());
    }
    if (!steps.isEmpty()) {
        [&last] { AWAIT_VALUE(last); }();
    }
    return id.value();
}

QStringList TstJournal::historyOf(const Core::HistoryQuery &query)
{
    Answer<QList<Core::HistoryEntry>> history;
    m_history->page(query, this, history.callback());
    [&history] { AWAIT_VALUE(history); }();
    QStringList lines;
    for (const Core::HistoryEntry &entry : history.value()) {
        lines.append(asText(entry));
    }
    return lines;
}

void TstJournal::historyOfAStop_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<QStringList>("lines");

    const Step sent1{EventKind::Sent, 1, {}};
    const Step sent2{EventKind::Sent, 2, {}};
    const Step accepted1{EventKind::Answered, 1, {}};
    const Step accepted2{EventKind::Answered, 2, {}};
    const Step timeout1{EventKind::Answered, 1, u"Timeout"_s};
    const Step limited1{EventKind::Answered, 1, u"RequestLimitExceeded"_s};
    const QString already = u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    const auto settled = [](StopOutcome outcome, const QString &code = {}) {
        return Step{EventKind::Settled, 0, code, outcome};
    };
    const Step describeSent{EventKind::Sent, 1, {}, {}, describe};
    const Step described{EventKind::Answered, 1, {}, {}, describe};

    QTest::newRow("only wished") << QList<Step>{} << QStringList{};
    QTest::newRow("sent, no more") << QList<Step>{sent1} << QStringList{u"Stop 1 unknown - -"_s};
    QTest::newRow("accepted, not settled")
        << QList<Step>{sent1, accepted1} << QStringList{u"Stop 1 unknown - request-1"_s};
    QTest::newRow("refused, not settled")
        << QList<Step>{sent1, limited1} << QStringList{u"Stop 1 failed RequestLimitExceeded request-1"_s};
    QTest::newRow("stopped") << QList<Step>{sent1, accepted1, settled(StopOutcome::Stopped)}
                             << QStringList{u"Stop 1 stopped - request-1"_s};
    QTest::newRow("not waited for") << QList<Step>{sent1, accepted1, settled(StopOutcome::Accepted)}
                                    << QStringList{u"Stop 1 accepted - request-1"_s};
    QTest::newRow("already stopped") << QList<Step>{sent1,
                                                    {EventKind::Answered, 1, already},
                                                    settled(StopOutcome::AlreadyStopped)}
                                     << QStringList{u"Stop 1 alreadyStopped "_s + already + u" request-1"_s};
    QTest::newRow("refused for good")
        << QList<Step>{sent1,
                       {EventKind::Answered, 1, u"InvalidParameter.TaskNotFound"_s},
                       settled(StopOutcome::Failed, u"InvalidParameter.TaskNotFound"_s)}
        << QStringList{u"Stop 1 failed InvalidParameter.TaskNotFound request-1"_s};
    QTest::newRow("retried after a timeout")
        << QList<Step>{sent1, timeout1, sent2, accepted2, settled(StopOutcome::Stopped)}
        << QStringList{u"Stop 2 stopped - request-2"_s, u"Stop 1 unknown Timeout request-1"_s};
    QTest::newRow("retried after throttling")
        << QList<Step>{sent1, limited1, sent2, accepted2, settled(StopOutcome::Stopped)}
        << QStringList{u"Stop 2 stopped - request-2"_s, u"Stop 1 failed RequestLimitExceeded request-1"_s};
    QTest::newRow("an answer that says nothing")
        << QList<Step>{sent1,
                       {EventKind::Answered, 1, u"NotJson"_s},
                       sent2,
                       accepted2,
                       settled(StopOutcome::Stopped)}
        << QStringList{u"Stop 2 stopped - request-2"_s, u"Stop 1 unknown NotJson request-1"_s};
    QTest::newRow("accepted, the task ended by error")
        << QList<Step>{sent1, accepted1, settled(StopOutcome::Failed, u"FailedOperation.WhiteboardPush"_s)}
        << QStringList{u"Stop 1 failed FailedOperation.WhiteboardPush request-1"_s};
    QTest::newRow("never sent") << QList<Step>{settled(StopOutcome::NotSent)}
                                << QStringList{u"Stop 0 notSent - -"_s};
    QTest::newRow("never sent, said twice")
        << QList<Step>{settled(StopOutcome::Unknown), settled(StopOutcome::NotSent)}
        << QStringList{u"Stop 0 notSent - -"_s};
    QTest::newRow("killed after sending, found out")
        << QList<Step>{sent1, settled(StopOutcome::Stopped)} << QStringList{u"Stop 1 stopped - -"_s};
    QTest::newRow("killed in a second try, found out")
        << QList<Step>{sent1, timeout1, sent2, settled(StopOutcome::NotSent)}
        << QStringList{u"Stop 2 notSent - -"_s, u"Stop 1 unknown Timeout request-1"_s};
    QTest::newRow("unknown at first")
        << QList<Step>{sent1, accepted1, settled(StopOutcome::Unknown), settled(StopOutcome::Stopped)}
        << QStringList{u"Stop 1 stopped - request-1"_s};
    QTest::newRow("with its Describes") << QList<Step>{sent1,
                                                       accepted1,
                                                       describeSent,
                                                       described,
                                                       describeSent,
                                                       described,
                                                       settled(StopOutcome::Stopped)}
                                        << QStringList{u"Desc 1 ok - request-1"_s, u"Desc 1 ok - request-1"_s,
                                                       u"Stop 1 stopped - request-1"_s};
    QTest::newRow("the last Describe unanswered")
        << QList<Step>{sent1, accepted1, describeSent, described, describeSent}
        << QStringList{u"Desc 1 unknown - -"_s, u"Desc 1 ok - request-1"_s, u"Stop 1 unknown - request-1"_s};
}

void TstJournal::historyOfAStop()
{
    QFETCH(const QList<Step>, steps);
    QFETCH(const QStringList, lines);
    (void)put(intentOf(u"a"_s), steps);
    QCOMPARE(historyOf({}), lines);
    QCOMPARE(historyOf(queryOf([&](auto &q) {
                 q.taskId = u"a"_s;
                 q.profile = u"school"_s;
             })),
             lines);
}

void TstJournal::historyOfReads()
{
    Answer<void> good;
    Answer<void> bad;
    m_journal->recordRead(intentOf(u"a"_s, describe), eventOf(0, {EventKind::Answered, 1, {}, {}, describe}),
                          this, good.callback());
    m_journal->recordRead(
        intentOf(u"a"_s, describe),
        eventOf(0, {EventKind::Answered, 2, u"AuthFailure.SignatureFailure"_s, {}, describe}), this,
        bad.callback());
    AWAIT_VALUE(good);
    AWAIT_VALUE(bad);
    QCOMPARE(
        historyOf({}),
        QStringList({u"Desc 2 failed AuthFailure.SignatureFailure request-2"_s, u"Desc 1 ok - request-1"_s}));
    Answer<QList<Core::OpenIntent>> open;
    m_journal->openIntents(this, open.callback());
    AWAIT_VALUE(open);
    QVERIFY(open.value().isEmpty());
}

void TstJournal::historyIsFiltered_data()
{
    QTest::addColumn<Core::HistoryQuery>("query");
    QTest::addColumn<int>("count");
    const auto since = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
    QTest::newRow("all") << Core::HistoryQuery{} << 4;
    QTest::newRow("task") << queryOf([&](auto &q) { q.taskId = u"a"_s; }) << 2;
    QTest::newRow("no such task") << queryOf([&](auto &q) { q.taskId = u"z"_s; }) << 0;
    QTest::newRow("profile") << queryOf([&](auto &q) { q.profile = u"env"_s; }) << 1;
    QTest::newRow("action") << queryOf([&](auto &q) { q.action = describe; }) << 1;
    QTest::newRow("app") << queryOf([&](auto &q) { q.sdkAppId = Core::SdkAppId{1400000002}; }) << 1;
    QTest::newRow("action and task") << queryOf([&](auto &q) {
        q.taskId = u"a"_s;
        q.action = stop;
    }) << 1;
    QTest::newRow("since before") << queryOf([&](auto &q) { q.since = since(1'700'000'000'000); }) << 4;
    QTest::newRow("since after") << queryOf([&](auto &q) { q.since = since(1'700'000'001'001); }) << 0;
    QTest::newRow("limit") << queryOf([&](auto &q) { q.limit = 3; }) << 3;
}

void TstJournal::historyIsFiltered()
{
    QFETCH(const Core::HistoryQuery, query);
    QFETCH(const int, count);
    const QList<Step> steps{{EventKind::Sent, 1, {}}, {EventKind::Answered, 1, {}}};
    (void)put(intentOf(u"a"_s), steps);
    Core::Intent fromEnvironment = intentOf(u"b"_s);
    fromEnvironment.profile = u"env"_s;
    (void)put(fromEnvironment, steps);
    Core::Intent otherApp = intentOf(u"c"_s);
    otherApp.task.sdkAppId = Core::SdkAppId{1400000002};
    (void)put(otherApp, steps);
    Answer<void> read;
    m_journal->recordRead(intentOf(u"a"_s, describe), eventOf(0, {EventKind::Answered, 1, {}, {}, describe}),
                          this, read.callback());
    AWAIT_VALUE(read);
    QCOMPARE(historyOf(query).size(), count);
}

void TstJournal::historyIsPaged()
{
    for (int i = 0; i < 5; ++i) {
        (void)put(intentOf(u"a"_s), {{EventKind::Sent, 1, {}}, {EventKind::Answered, 1, {}}});
    }
    QList<qint64> intents;
    Core::HistoryQuery query;
    query.limit = 2;
    for (;;) {
        Answer<QList<Core::HistoryEntry>> page;
        m_history->page(query, this, page.callback());
        AWAIT_VALUE(page);
        if (page.value().isEmpty()) {
            break;
        }
        for (const Core::HistoryEntry &entry : page.value()) {
            intents.append(entry.intentId);
        }
        query.beforeEventId = page.value().constLast().eventId;
    }
    QCOMPARE(intents, QList<qint64>({5, 4, 3, 2, 1}));
}

void TstJournal::historyIsQuickWhateverIsAsked()
{
    // No filter may walk through the table or sort it: the plan says so at any size.
    for (const Core::HistoryQuery &query :
         {Core::HistoryQuery{}, queryOf([&](auto &q) { q.taskId = u"a"_s; }),
          queryOf([&](auto &q) { q.profile = u"a"_s; }), queryOf([&](auto &q) { q.action = stop; }),
          queryOf([&](auto &q) { q.sdkAppId = Core::SdkAppId{1}; }), queryOf([&](auto &q) {
              q.taskId = u"a"_s;
              q.profile = u"b"_s;
              q.beforeEventId = 5;
          })}) {
        Answer<QList<Core::HistoryEntry>> history;
        m_history->page(query, this, history.callback());
        AWAIT_VALUE(history); // INDEXED BY fails where an index does not serve
    }
}

void TstJournal::causeOfAnErrorComesBack()
{
    const qint64 id = put(intentOf(u"a"_s), {});
    Core::JournalEvent event = eventOf(id, {EventKind::Answered, 1, u"Timeout"_s});
    event.error = Core::errorOfCode(u"Tls.Expired"_s);
    event.error->detail = u"as OpenSSL says it"_s;
    Answer<void> appended;
    Answer<QList<Core::JournalEvent>> events;
    Answer<QList<Core::HistoryEntry>> history;
    m_journal->append(event, this, appended.callback());
    AWAIT_VALUE(appended); // the history reads by a connection of its own, which waits for no writer
    m_journal->eventsOf(u"account-1"_s, {}, Core::SdkAppId{1400000001}, u"a"_s, this, events.callback());
    m_history->page({}, this, history.callback());
    AWAIT_VALUE(events);
    QCOMPARE(*events.value().constLast().error, *event.error);
    AWAIT_VALUE(history);
    QCOMPARE(history.value().constFirst().errorCode, u"Tls.Expired"_s);
}

void TstJournal::everyFieldOfAnEventComesBack()
{
    const qint64 id = put(intentOf(u"a"_s), {});
    Core::JournalEvent event = eventOf(id, {EventKind::Answered, 3, u"InternalError"_s});
    event.error->detail = u"detail"_s;
    event.error->requestId = u"r"_s;
    event.error->httpStatus = 502;
    event.error->delivery = Core::Delivery::Answered;
    event.backupRequestId = u"backup"_s;
    event.status = Core::TaskStatus::Pushing;
    event.requestText = u"{\"SdkAppId\":1}"_s;
    event.answerText = u"{\"Response\":{}}"_s;
    Answer<void> appended;
    Answer<QList<Core::JournalEvent>> events;
    m_journal->append(event, this, appended.callback());
    m_journal->eventsOf(u"account-1"_s, {}, Core::SdkAppId{1400000001}, u"a"_s, this, events.callback());
    AWAIT_VALUE(events);
    QCOMPARE(events.value().size(), 2);
    QCOMPARE(events.value().constFirst().kind, EventKind::Requested);
    QCOMPARE(events.value().constFirst().at, QDateTime::fromMSecsSinceEpoch(1'700'000'000'001, Qt::UTC));
    const Core::JournalEvent back = events.value().constLast();
    QCOMPARE(back.intentId, id);
    QCOMPARE(back.kind, event.kind);
    QCOMPARE(back.action, event.action);
    QCOMPARE(back.at, event.at);
    QCOMPARE(back.attempt, 3);
    QVERIFY(!back.outcome);
    QCOMPARE(*back.error, *event.error);
    QCOMPARE(back.requestId, event.requestId);
    QCOMPARE(back.backupRequestId, event.backupRequestId);
    QCOMPARE(back.status, event.status);
    QCOMPARE(back.latencyMs, event.latencyMs);
    QCOMPARE(back.requestText, event.requestText);
    QCOMPARE(back.answerText, event.answerText);
}

void TstJournal::textsAreCapped()
{
    const qint64 id = put(intentOf(u"a"_s), {});
    Core::JournalEvent event = eventOf(id, {EventKind::Sent, 1, {}});
    event.requestText = QString(100'000, u'x');
    Answer<void> longOne;
    m_journal->append(event, this, longOne.callback());
    Answer<void> many;
    m_database->write<void>(
        [](Storage::Connection &connection) {
            return connection.execute(u"INSERT INTO exchange (event_id, request, answer) WITH RECURSIVE n(i) "
                                      u"AS (SELECT 1000 UNION ALL "
                                      "SELECT i + 1 FROM n WHERE i < 5990) SELECT i, 'many', '' FROM n"_s);
        },
        this, many.callback());
    AWAIT_VALUE(many);
    event.requestText = u"short"_s;
    for (int i = 0; i < 1'005; ++i) {
        m_journal->append(event, this, [](const auto &) {});
    }
    Answer<QList<qint64>> sizes;
    m_database->read<QList<qint64>>(
        [](Storage::Connection &connection) -> Core::Result<QList<qint64>> {
            return QList<qint64>{
                connection.value(u"SELECT count(*) FROM exchange"_s)->toLongLong(),
                connection.value(u"SELECT max(length(request)) FROM exchange"_s)->toLongLong(),
                connection.value(u"SELECT count(*) FROM event"_s)->toLongLong()};
        },
        this, sizes.callback());
    AWAIT_VALUE(sizes);
    QCOMPARE(sizes.value(), QList<qint64>({5'000, 5, 1'007}));
    Answer<QList<Core::JournalEvent>> events;
    m_journal->eventsOf(u"account-1"_s, {}, Core::SdkAppId{1400000001}, u"a"_s, this, events.callback());
    AWAIT_VALUE(events);
    QCOMPARE(events.value().size(), 1'000);
    event.requestText = QString(100'000, u'y');
    Answer<void> again;
    m_journal->append(event, this, again.callback());
    Answer<QList<Core::JournalEvent>> newest;
    m_journal->eventsOf(u"account-1"_s, {}, Core::SdkAppId{1400000001}, u"a"_s, this, newest.callback());
    AWAIT_VALUE(newest);
    QCOMPARE(newest.value().constLast().requestText.size(), Core::longestKeptText);
}

void TstJournal::eventsAreOfOneTask()
{
    (void)put(intentOf(u"a"_s), {{EventKind::Sent, 1, {}}});
    Core::Intent otherAccount = intentOf(u"a"_s);
    otherAccount.accountId = u"account-2"_s;
    (void)put(otherAccount, {{EventKind::Sent, 1, {}}, {EventKind::Answered, 1, {}}});
    Core::Intent script = intentOf(u"a"_s); // the same key, from the environment
    script.accountId = u"env"_s;
    script.secretId = u"AKIDz8krbsJ5yKBZQpn74WFkmLPxSCRIPT"_s;
    (void)put(script, {{EventKind::Sent, 1, {}}});
    for (const auto &[account, secretId, app, task, count] :
         {std::tuple(u"account-1"_s, QString(), 1400000001, u"a"_s, 2),
          std::tuple(u"account-1"_s, script.secretId, 1400000001, u"a"_s, 4),
          std::tuple(u"account-2"_s, QString(), 1400000001, u"a"_s, 3),
          std::tuple(u"account-1"_s, script.secretId, 1400000002, u"a"_s, 0),
          std::tuple(u"account-1"_s, script.secretId, 1400000001, u"b"_s, 0)}) {
        Answer<QList<Core::JournalEvent>> events;
        m_journal->eventsOf(account, secretId, Core::SdkAppId{app}, task, this, events.callback());
        AWAIT_VALUE(events);
        QCOMPARE(events.value().size(), count);
    }
}

void TstJournal::openManyIsOneCommit()
{
    QList<Core::Intent> intents;
    for (int i = 0; i < 200; ++i) {
        intents.append(intentOf(QString(u"task"_s + QString::number(i))));
    }
    Answer<QList<qint64>> ids;
    m_journal->openMany(intents, this, ids.callback());
    AWAIT_VALUE(ids);
    QCOMPARE(ids.value().size(), 200);
    Answer<QList<Core::JournalEvent>> events;
    m_journal->eventsOf(u"account-1"_s, {}, Core::SdkAppId{1400000001}, u"task7"_s, this, events.callback());
    AWAIT_VALUE(events);
    QCOMPARE(events.value().size(), 1);
    QCOMPARE(events.value().constFirst().intentId, ids.value().at(7));
}

void TstJournal::openIntents_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<bool>("isOpen");
    const auto settled = [](StopOutcome outcome) { return Step{EventKind::Settled, 0, {}, outcome}; };
    const QString dead = u"6f1c2b30-0000-4000-8000-000000000001"_s;
    QTest::newRow("dead owner, only wished") << dead << QList<Step>{} << true;
    QTest::newRow("dead owner, sent") << dead << QList<Step>{{EventKind::Sent, 1, {}}} << true;
    QTest::newRow("dead owner, unknown") << dead << QList<Step>{settled(StopOutcome::Unknown)} << true;
    QTest::newRow("dead owner, stopped") << dead << QList<Step>{settled(StopOutcome::Stopped)} << false;
    QTest::newRow("dead owner, not sent") << dead << QList<Step>{settled(StopOutcome::NotSent)} << false;
    QTest::newRow("unknown, then found out")
        << dead << QList<Step>{settled(StopOutcome::Unknown), settled(StopOutcome::Stopped)} << false;
    QTest::newRow("stopped, then unknown")
        << dead << QList<Step>{settled(StopOutcome::Stopped), settled(StopOutcome::Unknown)} << true;
    QTest::newRow("owner that is no lease") << u"../../etc"_s << QList<Step>{} << true;
    QTest::newRow("own") << u"me"_s << QList<Step>{} << false;
    QTest::newRow("live owner") << u"alive"_s << QList<Step>{} << false;
    QTest::newRow("live owner, unknown") << u"alive"_s << QList<Step>{settled(StopOutcome::Unknown)} << true;
    QTest::newRow("own, unknown") << u"me"_s << QList<Step>{settled(StopOutcome::Unknown)} << true;
    QTest::newRow("own, found out") << u"me"_s
                                    << QList<Step>{settled(StopOutcome::Unknown),
                                                   settled(StopOutcome::Stopped)}
                                    << false;
}

void TstJournal::openIntents()
{
    QFETCH(const QString, owner);
    QFETCH(const QList<Step>, steps);
    QFETCH(const bool, isOpen);
    const Storage::OwnerLease other(m_dir->path());
    Core::Intent intent = intentOf(u"a"_s);
    intent.owner = owner == "alive"_L1 ? other.id() : owner;
    (void)put(intent, steps);
    Answer<QList<Core::OpenIntent>> open;
    m_journal->openIntents(this, open.callback());
    AWAIT_VALUE(open);
    QCOMPARE(open.value().size(), isOpen ? 1 : 0);
}

void TstJournal::openIntentsTellWhatIsKnown()
{
    Core::Intent intent = intentOf(u"a"_s);
    intent.owner = u"gone"_s;
    const qint64 id = put(intent,
                          {{EventKind::Sent, 1, {}},
                           {EventKind::Answered, 1, u"Timeout"_s},
                           {EventKind::Sent, 2, {}},
                           {EventKind::Answered, 2, {}},
                           {EventKind::Sent, 1, {}, {}, describe},
                           {EventKind::Answered, 9, {}, {}, describe},
                           {EventKind::Settled, 0, {}, StopOutcome::Unknown}});
    Answer<QList<Core::OpenIntent>> open;
    m_journal->openIntents(this, open.callback());
    AWAIT_VALUE(open);
    QCOMPARE(open.value().size(), 1);
    const Core::OpenIntent found = open.value().constFirst();
    QCOMPARE(found.intent.id, id);
    QCOMPARE(found.intent.secretId, intent.secretId);
    QCOMPARE(found.intent.endpoint, intent.endpoint);
    QCOMPARE(found.intent.task, intent.task);
    QCOMPARE(found.intent.requestedAt, intent.requestedAt);
    QCOMPARE(found.intent.owner, u"gone"_s);
    QCOMPARE(found.sentAttempts, 2);
    QVERIFY(found.isAccepted);
    QCOMPARE(found.requestId, u"request-2"_s);
    QCOMPARE(found.settledAs, std::optional(StopOutcome::Unknown));
}

void TstJournal::settlesIfOpenOnly()
{
    const qint64 id = put(intentOf(u"task-1"_s),
                          {{EventKind::Sent, 1, {}}, {EventKind::Settled, 0, {}, StopOutcome::Unknown}});
    const auto settle = [this, id](StopOutcome outcome) {
        Answer<bool> isSettled;
        m_journal->settleIfOpen(eventOf(id, {EventKind::Settled, 0, {}, outcome}), this,
                                isSettled.callback());
        [&isSettled] { AWAIT_VALUE(isSettled); }();
        return isSettled.value();
    };
    QVERIFY(settle(StopOutcome::Stopped));
    QVERIFY(!settle(StopOutcome::NotSent));
    QCOMPARE(historyOf({}), QStringList{u"Stop 1 stopped - -"_s});
}

void TstJournal::unsentStops()
{
    const auto settled = [](StopOutcome outcome, const QString &action = stop) {
        return Step{EventKind::Settled, 0, {}, outcome, action};
    };
    (void)put(intentOf(u"called-off"_s), {settled(StopOutcome::NotSent)});
    (void)put(intentOf(u"repeated"_s), {settled(StopOutcome::NotSent)});
    Core::Intent later = intentOf(u"repeated"_s);
    later.accountId = u"account-2"_s;
    (void)put(later, {settled(StopOutcome::Stopped)});
    (void)put(intentOf(u"throttled"_s),
              {{EventKind::Sent, 1, {}},
               {EventKind::Answered, 1, u"RequestLimitExceeded"_s},
               settled(StopOutcome::NotSent)});
    (void)put(intentOf(u"unknown"_s), {{EventKind::Sent, 1, {}}, settled(StopOutcome::Unknown)});
    (void)put(intentOf(u"found-out"_s), {settled(StopOutcome::Unknown), settled(StopOutcome::NotSent)});
    (void)put(intentOf(u"failed-before"_s), {settled(StopOutcome::Failed)});
    (void)put(intentOf(u"failed-before"_s), {settled(StopOutcome::NotSent)});
    const QString start = Core::startAction.toString();
    (void)put(intentOf(u"begun"_s, start), {settled(StopOutcome::NotSent, start)});

    const QDateTime at = eventOf(0, settled(StopOutcome::NotSent)).at;
    Answer<QList<Core::UnsentStop>> stops;
    m_journal->unsentStops(at.addMSecs(-1), this, stops.callback());
    AWAIT_VALUE(stops);
    QStringList tasks;
    for (const Core::UnsentStop &each : stops.value()) {
        QCOMPARE(each.settledAt, at);
        tasks.append(each.intent.task.taskId.toString());
    }
    QCOMPARE(tasks, QStringList({u"called-off"_s, u"throttled"_s, u"found-out"_s, u"failed-before"_s}));
    Answer<QList<Core::UnsentStop>> none;
    m_journal->unsentStops(at, this, none.callback());
    AWAIT_VALUE(none);
    QVERIFY(none.value().isEmpty());
}

CONSOLE_TEST(TstJournal, QCoreApplication)
#include "tst_journal.moc"
