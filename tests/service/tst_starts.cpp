// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"
#include "support/rawserver.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;

//! Starts cost money: whatever fails, they are delivered once at most, and what began is found.
class TestStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInRightOutcome_data() const;
    void endsInRightOutcome() const;
    void tracksTheBackup() const;
    void refusedConnectionIsNotSent() const;
    void withoutKeyNothingIsSent() const;
    void wrongFieldsAreNotSent() const;
    void sameRoomIsNotStartedTwice() const;
    void finishingLeavesUnknown() const;
    void twoRunsTellOnce() const;
    void ofTwoAlikeNoneIsTaken() const;
    void findsItInTheMainlandsList() const;
    void skewedClockIsLearntForTheNext() const;
    void quotedSecretsAreNotKept_data() const;
    void quotedSecretsAreNotKept() const;
    void recoversEveryStep_data() const;
    void recoversEveryStep() const;
    void secretsAreInNoFile() const;
    void callbackIsReadAndSet() const;
    void callbackIsJournaledAhead_data() const;
    void callbackIsJournaledAhead() const;
};

namespace {

constexpr qint64 sdkAppId = 1400000001;
const QByteArray marker = "marker-of-a-secret";

[[nodiscard]] Core::SecretText secret(const QByteArray &name)
{
    return Core::SecretText::fromUtf8(QByteArray(marker + '-' + name));
}

[[nodiscard]] Core::PushStart wanted(qint64 roomId = 1203)
{
    Core::PushStart start;
    start.sdkAppId = Core::SdkAppId{sdkAppId};
    start.roomId = roomId;
    start.pushUserId = u"tic_push_user"_s;
    start.pushUserSig = secret("push");
    return start;
}

//! A simulator, a bench on it and what a Start came to.
struct Scene
{
    explicit Scene(const Simulator::Settings &settings = Simulator::Settings::withoutTasks())
        : server(settings)
    {
        const auto started = server.start();
        QVERIFY(started);
        bench = std::make_unique<TestSupport::TestBench>(directory.path(), *started);
        QVERIFY(bench->open());
        Core::NetworkSettings network = bench->transport.networkSettings();
        network.timeoutMs = 1000;
        bench->transport.setNetworkSettings(network);
    }

    [[nodiscard]] Service::StartResult start(const Core::PushStart &start, int searchDeadlineMs = 1200)
    {
        QSignalSpy settled(&bench->starts, &Service::StartService::settled);
        const qint64 id = bench->starts.start(QLatin1StringView(bench->accountId), start, {searchDeadlineMs});
        std::ignore = QTest::qWaitFor([&settled] { return !settled.isEmpty(); }, 20'000);
        if (settled.size() != 1) {
            return {};
        }
        const auto result = settled.first().first().value<Service::StartResult>();
        return result.startId == id ? result : Service::StartResult{};
    }

    [[nodiscard]] int deliveries(QLatin1StringView action) const
    {
        const auto journal = server.journal();
        return static_cast<int>(std::ranges::count(journal, action, &Simulator::JournalEntry::action));
    }

    Simulator::Server server;
    QTemporaryDir directory;
    std::unique_ptr<TestSupport::TestBench> bench;
};

constexpr auto startAction = "StartWhiteboardPush"_L1;

//! Whether no file below a directory has a marked secret, not even its first half; and there are some.
[[nodiscard]] bool areFilesWithoutSecrets(const QString &directory)
{
    int files = 0;
    QDirIterator each(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(marker)) {
            qWarning("%s", qPrintable(file.fileName()));
            return false;
        }
        ++files;
    }
    return files > 0;
}

} // namespace

void TestStarts::endsInRightOutcome_data() const
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing wrong") << QString() << u"started"_s << QString();
    QTest::newRow("dropped before effect") << u"drop-before"_s << u"unknown"_s << u"Network"_s;
    QTest::newRow("dropped after effect") << u"drop-after"_s << u"started"_s << QString();
    QTest::newRow("half a header") << u"half-header"_s << u"started"_s << QString();
    QTest::newRow("truncated body") << u"truncate"_s << u"started"_s << QString();
    QTest::newRow("slow drip") << u"drip=100"_s << u"started"_s << QString();
    QTest::newRow("no answer") << u"hang"_s << u"started"_s << QString();
    QTest::newRow("html with 502") << u"bad-gateway"_s << u"unknown"_s << u"HttpStatus"_s;
    QTest::newRow("html with 502 after effect") << u"bad-gateway,effect"_s << u"started"_s << QString();
    QTest::newRow("garbage") << u"garbage"_s << u"started"_s << QString();
    QTest::newRow("wrong types") << u"wrong-types"_s << u"started"_s << QString();
    QTest::newRow("wrong shape") << u"wrong-shape"_s << u"started"_s << QString();
    QTest::newRow("nulls") << u"nulls"_s << u"started"_s << QString();
    QTest::newRow("huge body") << u"huge"_s << u"started"_s << QString();
    QTest::newRow("no request id") << u"no-request-id"_s << u"started"_s << QString();
    QTest::newRow("internal error") << u"code=InternalError"_s << u"unknown"_s << u"InternalError"_s;
    QTest::newRow("internal error after effect")
        << u"code=InternalError,effect"_s << u"started"_s << QString();
    QTest::newRow("throttled") << u"throttle"_s << u"failed"_s << u"RequestLimitExceeded"_s;
    QTest::newRow("signature refused")
        << u"code=AuthFailure.SignatureFailure"_s << u"failed"_s << u"AuthFailure.SignatureFailure"_s;
    QTest::newRow("user in use") << u"code=ResourceInUse.RecordUserId"_s << u"failed"_s
                                 << u"ResourceInUse.RecordUserId"_s;
    QTest::newRow("code of tomorrow") << u"code=BrandNew.Code"_s << u"failed"_s << u"BrandNew.Code"_s;
    QTest::newRow("redirect") << u"redirect=http://127.0.0.1:9/"_s << u"unknown"_s << u"Redirect"_s;
    QTest::newRow("redirect after effect")
        << u"redirect=http://127.0.0.1:9/,effect"_s << u"started"_s << QString();
}

void TestStarts::endsInRightOutcome() const
{
    QFETCH(const QString, fault);
    QFETCH(const QString, outcome);
    QFETCH(const QString, code);
    Scene scene;
    if (!fault.isEmpty()) {
        QVERIFY(scene.server.addFault(QString(u"StartWhiteboardPush:*:"_s + fault)));
    }
    QSignalSpy sought(&scene.bench->starts, &Service::StartService::sought);
    const Service::StartResult result = scene.start(wanted());
    QCOMPARE(Core::toWord(result.outcome), outcome);
    QCOMPARE(result.error ? Core::codeOf(*result.error) : QString(), code);
    QCOMPARE(scene.deliveries(startAction), 1);
    const QJsonArray tasks = scene.server.tasks();
    if (outcome == "started"_L1) {
        QCOMPARE(tasks.size(), 1);
        QCOMPARE(result.task.taskId.toString(), tasks.first().toObject().value("taskId"_L1).toString());
        const Core::PushTask *const row = scene.bench->book.find(result.task);
        QVERIFY(row != nullptr);
        QCOMPARE(row->roomId, 1203);
        QCOMPARE(row->pushUserId, u"tic_push_user"_s);
    } else {
        QVERIFY(tasks.isEmpty());
        QCOMPARE(scene.bench->book.size(), 0);
    }
    const bool isInDoubt = outcome == "unknown"_L1 || (outcome == "started"_L1 && !fault.isEmpty());
    QCOMPARE(sought.size(), isInDoubt ? 1 : 0);

    // The history says the same, and what is unknown is still open for the next run.
    std::optional<QList<Core::HistoryEntry>> history;
    Core::HistoryQuery query;
    query.action = startAction;
    scene.bench->history.page(query, &scene.bench->book,
                              [&history](const auto &entries) { history = entries.value(); });
    QTRY_VERIFY(history.has_value());
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().outcome, outcome);
    scene.bench.reset();
    TestSupport::TestBench next(scene.directory.path(), scene.server.address());
    QVERIFY(next.open());
    std::optional<QList<Core::OpenIntent>> open;
    next.journal.openIntents(&next.book, [&open](const auto &intents) { open = intents.value(); });
    QTRY_VERIFY(open.has_value());
    QCOMPARE(open->size(), outcome == "unknown"_L1 ? 1 : 0);
}

void TestStarts::tracksTheBackup() const
{
    Scene scene;
    Core::PushStart start = wanted();
    start.backup = Core::PushStart::BackupUser{u"tic_push_backup"_s, secret("backup")};
    const Service::StartResult result = scene.start(start);
    QCOMPARE(result.outcome, Core::StartOutcome::Started);
    QVERIFY(!result.backupTaskId.isEmpty());
    QCOMPARE(scene.bench->book.find(result.task)->backup.taskId, result.backupTaskId);
    QCOMPARE(scene.server.tasks().size(), 2);

    // The details of the task show the Start among its events, though it had no id then.
    std::optional<QList<Core::JournalEvent>> events;
    scene.bench->journal.eventsOf(result.task.accountId, {}, result.task.sdkAppId,
                                  result.task.taskId.toString(), &scene.bench->book,
                                  [&events](const auto &all) { events = all.value(); });
    QTRY_VERIFY(events.has_value());
    QCOMPARE(events->size(), 4);
    QCOMPARE(events->constLast().startOutcome, std::optional(Core::StartOutcome::Started));
    QCOMPARE(events->constLast().backupTaskId, result.backupTaskId);
}

void TestStarts::refusedConnectionIsNotSent() const
{
    Simulator::ServerAddress address;
    {
        Simulator::Server server(Simulator::Settings::withoutTasks());
        const auto started = server.start();
        QVERIFY(started);
        address = *started;
    } // nobody listens there any more
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), address);
    QVERIFY(bench.open());
    QSignalSpy settled(&bench.starts, &Service::StartService::settled);
    QVERIFY(bench.starts.start(QLatin1StringView(bench.accountId), wanted()) != 0);
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::NotSent);
    QCOMPARE(result.error->kind, Core::ErrorKind::Network);
}

void TestStarts::withoutKeyNothingIsSent() const
{
    Scene scene;
    QSignalSpy settled(&scene.bench->starts, &Service::StartService::settled);
    QVERIFY(scene.bench->starts.start(u"nobody"_s, wanted()) != 0);
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::NotSent);
    QCOMPARE(result.error->kind, Core::ErrorKind::NoCredential);
    QVERIFY(scene.server.journal().isEmpty());
}

void TestStarts::wrongFieldsAreNotSent() const
{
    Scene scene;
    Core::PushStart start = wanted();
    start.videoFps = 31;
    const Service::StartResult result = scene.start(start);
    QCOMPARE(result.outcome, Core::StartOutcome::NotSent);
    QCOMPARE(result.error->detail, u"VideoFPS"_s);
    QVERIFY(scene.server.journal().isEmpty());
}

void TestStarts::sameRoomIsNotStartedTwice() const
{
    Scene scene;
    QSignalSpy settled(&scene.bench->starts, &Service::StartService::settled);
    const QString account = QLatin1StringView(scene.bench->accountId);
    QVERIFY(scene.bench->starts.start(account, wanted()) != 0);
    QCOMPARE(scene.bench->starts.start(account, wanted()), 0); // a double click
    Core::PushStart other = wanted(1204);
    other.pushUserId = u"another"_s;
    QVERIFY(scene.bench->starts.start(account, other) != 0);
    QTRY_COMPARE(settled.size(), 2);
    QCOMPARE(scene.deliveries(startAction), 2);
    QCOMPARE(scene.bench->book.size(), 2);
}

void TestStarts::finishingLeavesUnknown() const
{
    Scene scene;
    QVERIFY(scene.server.addFault(u"StartWhiteboardPush:*:delay-after=900"));
    QSignalSpy settled(&scene.bench->starts, &Service::StartService::settled);
    QSignalSpy idle(&scene.bench->starts, &Service::StartService::idle);
    QVERIFY(scene.bench->starts.start(QLatin1StringView(scene.bench->accountId), wanted()) != 0);
    QTRY_COMPARE(scene.deliveries(startAction), 1);
    scene.bench->starts.finish(100);
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(settled.first().first().value<Service::StartResult>().outcome, Core::StartOutcome::Unknown);
    scene.bench.reset();

    // The next run finds it, and sends nothing.
    TestSupport::TestBench next(scene.directory.path(), scene.server.address());
    QVERIFY(next.open());
    QSignalSpy found(&next.recovery, &Service::Recovery::startSettled);
    next.recovery.start(3000);
    QTRY_COMPARE(found.size(), 1);
    const auto result = found.first().first().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::Started);
    QVERIFY(next.book.contains(result.task));
    QCOMPARE(scene.deliveries(startAction), 1);
}

void TestStarts::twoRunsTellOnce() const
{
    Scene scene;
    QVERIFY(scene.server.addFault(u"StartWhiteboardPush:*:delay-after=900"));
    QSignalSpy idle(&scene.bench->starts, &Service::StartService::idle);
    QVERIFY(scene.bench->starts.start(QLatin1StringView(scene.bench->accountId), wanted()) != 0);
    QTRY_COMPARE(scene.deliveries(startAction), 1);
    scene.bench->starts.finish(100);
    QTRY_COMPARE(idle.size(), 1);
    scene.bench.reset();

    scene.server.setLatency(500); // both have read the journal by then
    TestSupport::TestBench one(scene.directory.path(), scene.server.address());
    QVERIFY(one.open());
    TestSupport::TestBench other(scene.directory.path(), scene.server.address());
    QVERIFY(other.open());
    QSignalSpy byOne(&one.recovery, &Service::Recovery::startSettled);
    QSignalSpy byOther(&other.recovery, &Service::Recovery::startSettled);
    one.recovery.start();
    other.recovery.start();
    QTRY_VERIFY(!one.recovery.isRunning() && !other.recovery.isRunning());
    const QList<QVariantList> results = byOne + byOther;
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().first().value<Service::StartResult>().outcome, Core::StartOutcome::Started);
}

void TestStarts::ofTwoAlikeNoneIsTaken() const
{
    Scene scene;
    QVERIFY(scene.server.addFault(u"StartWhiteboardPush:*:drop-before"));
    for (const QString &id : {u"one"_s, u"two"_s}) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        seed.taskId = id;
        seed.roomId = 1203;
        seed.pushUserId = wanted().pushUserId;
        seed.ageS = 0;
        QVERIFY(scene.server.addTask(seed));
    }
    QCOMPARE(scene.start(wanted()).outcome, Core::StartOutcome::Unknown);
    QCOMPARE(scene.bench->book.size(), 0);
}

void TestStarts::findsItInTheMainlandsList() const
{
    Scene scene;
    const Core::Account account =
        TestSupport::accountFor(scene.server.address(), u"mainland"_s, Core::Edition::Mainland);
    scene.bench->accounts.addTransient(account, scene.server.address().credential);
    // In the same room, but of another user or from before.
    for (const auto &[id, user, age] :
         {std::tuple(u"other"_s, u"somebody"_s, 0), std::tuple(u"older"_s, wanted().pushUserId, 60)}) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        seed.taskId = id;
        seed.roomId = 1203;
        seed.pushUserId = user;
        seed.ageS = age;
        seed.state = Simulator::SeedState::Stopped;
        QVERIFY(scene.server.addTask(seed));
    }
    QVERIFY(scene.server.addFault(u"StartWhiteboardPush:*:drop-after"));
    QSignalSpy settled(&scene.bench->starts, &Service::StartService::settled);
    QVERIFY(scene.bench->starts.start(account.id, wanted(), {5000}) != 0);
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 10'000);
    const auto result = settled.first().first().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::Started);
    QVERIFY(result.task.taskId.toString() != u"other"_s && result.task.taskId.toString() != u"older"_s);
    QCOMPARE(scene.deliveries("DescribeRunningTasks"_L1), 1);
    QCOMPARE(scene.deliveries(startAction), 1);
}

void TestStarts::skewedClockIsLearntForTheNext() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.clockSkewS = 7 * 60;
    Scene scene(settings);
    const Service::StartResult refused = scene.start(wanted());
    QCOMPARE(refused.outcome, Core::StartOutcome::Failed);
    QCOMPARE(refused.error->apiCode, u"AuthFailure.SignatureExpire"_s);
    QCOMPARE(scene.deliveries(startAction), 1);
    QCOMPARE(scene.start(wanted()).outcome, Core::StartOutcome::Started);
    QCOMPARE(scene.deliveries(startAction), 2);
}

void TestStarts::quotedSecretsAreNotKept_data() const
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("requestId");
    const QByteArray plain = "InvalidParameter";
    const QByteArray push = "marker-of-a-secret-push";
    QTest::newRow("message") << plain << "PushUserSig " + push + " is wrong" << QByteArray("r");
    QTest::newRow("code") << "InvalidParameter." + push << QByteArray("m") << QByteArray("r");
    QTest::newRow("RequestId") << plain << QByteArray("m") << push;
    QTest::newRow("one character short of the end") << plain << QByteArray(984, 'x') + push << push;
    QTest::newRow("escaped") << plain << QByteArray(R"(\u006darker-of-a-s\u0065cret-push)")
                             << QByteArray("r");
    QTest::newRow("the token") << QByteArray("AuthFailure.TokenFailure")
                               << QByteArray("The token marker-of-a-secret-token is not valid")
                               << QByteArray("marker-of-a-secret-token");
}

void TestStarts::quotedSecretsAreNotKept() const
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, requestId);
    TestSupport::RawServer server;
    server.answerAlways(TestSupport::RawServer::http(R"({"Response":{"Error":{"Code":")" + code
                                                     + R"(","Message":")" + message + R"("},"RequestId":")"
                                                     + requestId + R"("}})"));
    Simulator::ServerAddress address;
    address.url = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    address.credential = {u"AKIDexampleexampleexample"_s, Core::SecretText::fromUtf8("key"), secret("token")};
    address.sdkAppIds = {sdkAppId};
    QTemporaryDir directory;
    auto bench = std::make_unique<TestSupport::TestBench>(directory.path(), address);
    QVERIFY(bench->open());
    QSignalSpy settled(&bench->starts, &Service::StartService::settled);
    QVERIFY(bench->starts.start(QLatin1StringView(bench->accountId), wanted()) != 0);
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::Failed);
    QCOMPARE(server.requests.constLast().header("X-TC-Token"), marker + "-token");
    const Core::Error &error = *result.error;
    if (message.startsWith("PushUserSig")) {
        QCOMPARE(error.apiMessage, u"PushUserSig (redacted) is wrong"_s);
    }
    QVERIFY(QString(error.apiCode + error.apiMessage + error.requestId).contains(Core::redactedMark));
    const auto isClean = [](const QString &text) { return !text.contains(QLatin1StringView(marker)); };
    QVERIFY(isClean(error.apiCode + error.apiMessage + error.requestId + result.requestId));
    for (const Core::LogEntry &entry : bench->log.entries()) {
        QVERIFY(isClean(entry.requestId));
        QVERIFY(!entry.error || isClean(entry.error->apiMessage + entry.error->requestId));
    }
    // What the journal still has to write is written before the file closes.
    bench.reset();
    QVERIFY(areFilesWithoutSecrets(directory.path()));
}

void TestStarts::recoversEveryStep_data() const
{
    using enum Core::EventKind;
    QTest::addColumn<QList<Core::JournalEvent>>("left");
    QTest::addColumn<bool>("hasBegun");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QList<Core::JournalEvent>>("ofAnother");
    const auto event = [](Core::EventKind kind) {
        Core::JournalEvent made;
        made.kind = kind;
        made.action = startAction;
        made.attempt = 1;
        return made;
    };
    Core::JournalEvent refused = event(Answered);
    refused.error = Core::Error::of(Core::ErrorKind::Api);
    refused.error->apiCode = u"LimitExceeded.TaskConcurrency"_s;
    refused.error->delivery = Core::Delivery::Answered;
    Core::JournalEvent lost = event(Answered);
    lost.error = Core::Error::of(Core::ErrorKind::Timeout);
    lost.error->delivery = Core::Delivery::MaybeDelivered;
    Core::JournalEvent accepted = event(Answered);
    accepted.taskId = u"left-behind"_s;
    accepted.backupTaskId = u"left-behind-backup"_s;
    Core::JournalEvent unknown = event(Settled);
    unknown.startOutcome = Core::StartOutcome::Unknown;
    Core::JournalEvent longAgo = event(Sent);
    longAgo.at = QDateTime::currentDateTimeUtc().addSecs(-3600);
    Core::JournalEvent started = event(Settled);
    started.startOutcome = Core::StartOutcome::Started;
    started.taskId = accepted.taskId;
    Core::JournalEvent failed = event(Settled);
    failed.startOutcome = Core::StartOutcome::Failed;
    using Events = QList<Core::JournalEvent>;
    const Events none;
    QTest::newRow("never sent") << none << false << u"notSent"_s << none;
    QTest::newRow("sent, began") << Events{event(Sent)} << true << u"started"_s << none;
    QTest::newRow("sent, nobody knows") << Events{event(Sent)} << false << u"unknown"_s << none;
    QTest::newRow("answered, not tracked") << Events{event(Sent), accepted} << true << u"started"_s << none;
    QTest::newRow("refused") << Events{event(Sent), refused} << false << u"failed"_s << none;
    QTest::newRow("lost, began") << Events{event(Sent), lost} << true << u"started"_s << none;
    QTest::newRow("unknown, began after all")
        << Events{event(Sent), lost, unknown} << true << u"started"_s << none;
    // What is found must be its own: neither another Start's, nor what somebody began long after.
    QTest::newRow("lost, another's answer named it")
        << Events{event(Sent), lost} << true << u"unknown"_s << Events{event(Sent), accepted, started};
    QTest::newRow("lost, it was found to be another's")
        << Events{event(Sent), lost} << true << u"unknown"_s << Events{event(Sent), lost, started};
    QTest::newRow("lost, another was refused")
        << Events{event(Sent), lost} << true << u"started"_s << Events{event(Sent), refused, failed};
    QTest::newRow("lost, an hour before it began") << Events{longAgo, lost} << true << u"unknown"_s << none;
}

void TestStarts::recoversEveryStep() const
{
    QFETCH(const QList<Core::JournalEvent>, left);
    QFETCH(const bool, hasBegun);
    QFETCH(const QString, outcome);
    QFETCH(const QList<Core::JournalEvent>, ofAnother);
    Scene scene;
    Core::Intent intent;
    intent.action = startAction;
    intent.accountId = QLatin1StringView(scene.bench->accountId);
    intent.profile = intent.accountId;
    intent.secretId = scene.server.address().credential.secretId;
    intent.endpoint = scene.bench->accounts.byId(intent.accountId)->endpoint;
    intent.task = {intent.accountId, Core::SdkAppId{sdkAppId}, {}};
    intent.roomId = 1203;
    intent.pushUserId = wanted().pushUserId;
    QList<QList<Core::JournalEvent>> intents{left};
    if (!ofAnother.isEmpty()) {
        intents.append(ofAnother);
    }
    for (const QList<Core::JournalEvent> &events : std::as_const(intents)) {
        std::optional<qint64> id;
        scene.bench->journal.open(intent, &scene.bench->book,
                                  [&id](const Core::Result<qint64> &opened) { id = opened.value(); });
        QTRY_VERIFY(id.has_value());
        int journaled = 0;
        for (Core::JournalEvent event : events) {
            event.intentId = *id;
            scene.bench->journal.append(event, &scene.bench->book,
                                        [&journaled](const Core::Result<void> &done) {
                                            QVERIFY(done);
                                            ++journaled;
                                        });
        }
        QTRY_COMPARE(journaled, events.size());
    }
    if (hasBegun) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        seed.taskId = u"left-behind"_s;
        seed.roomId = intent.roomId;
        seed.pushUserId = intent.pushUserId;
        seed.ageS = 0;
        QVERIFY(scene.server.addTask(seed));
    }
    scene.bench.reset();

    TestSupport::TestBench next(scene.directory.path(), scene.server.address());
    QVERIFY(next.open());
    QSignalSpy found(&next.recovery, &Service::Recovery::found);
    QSignalSpy settled(&next.recovery, &Service::Recovery::startSettled);
    QSignalSpy finished(&next.recovery, &Service::Recovery::finished);
    next.recovery.start(800);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QCOMPARE(found.first(), QVariantList({0, 1}));
    QCOMPARE(settled.size(), 1);
    const auto result = settled.first().first().value<Service::StartResult>();
    QCOMPARE(Core::toWord(result.outcome), outcome);
    if (outcome == "started"_L1) {
        QCOMPARE(result.task.taskId.toString(), u"left-behind"_s);
        QVERIFY(next.book.contains(result.task));
    }
    QCOMPARE(scene.deliveries(startAction), 0); // recovery only reads
    next.recovery.start(300);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 10'000);
    QCOMPARE(found.last().last().toInt(), outcome == "unknown"_L1 ? 1 : 0);
}

void TestStarts::secretsAreInNoFile() const
{
    Scene scene;
    Core::PushStart start = wanted();
    start.privateMapKey = secret("map");
    start.backup = Core::PushStart::BackupUser{u"backup"_s, secret("backup")};
    start.imAuthParam = Core::PushStart::Identity{Core::SdkAppId{1400000002}, u"im"_s, secret("im")};
    start.trtcAuthParam = Core::PushStart::Identity{Core::SdkAppId{1400000002}, u"trtc"_s, secret("trtc")};
    QCOMPARE(scene.start(start).outcome, Core::StartOutcome::Started);
    start.roomId = 1204; // refused: its user is busy
    QCOMPARE(scene.start(start).outcome, Core::StartOutcome::Failed);
    bool isSet = false;
    scene.bench->callbacks.setKey(QLatin1StringView(scene.bench->accountId), start.sdkAppId, secret("key"),
                                  &scene.bench->book, [&isSet](const Core::Result<void> &done) {
                                      QVERIFY(done);
                                      isSet = true;
                                  });
    QTRY_VERIFY(isSet);
    bool isRead = false;
    scene.bench->callbacks.read(QLatin1StringView(scene.bench->accountId), start.sdkAppId, &scene.bench->book,
                                [&isRead](const Core::Result<Core::PushCallback> &) { isRead = true; });
    QTRY_VERIFY(isRead);
    for (const Core::LogEntry &entry : scene.bench->log.entries()) {
        QVERIFY(!entry.detail.contains(QLatin1StringView(marker)));
        QVERIFY(!entry.error || !entry.error->apiMessage.contains(QLatin1StringView(marker)));
    }
    // What the journal still has to write is written before the file closes.
    scene.bench.reset();
    QVERIFY(areFilesWithoutSecrets(scene.directory.path()));
}

void TestStarts::callbackIsReadAndSet() const
{
    Scene scene;
    const QString account = QLatin1StringView(scene.bench->accountId);
    const Core::SdkAppId app{sdkAppId};
    std::optional<Core::Result<void>> done;
    const auto keep = [&done](const Core::Result<void> &result) { done = result; };
    std::optional<Core::PushCallback> read;
    const auto readAgain = [&] {
        read.reset();
        scene.bench->callbacks.read(
            account, app, &scene.bench->book,
            [&read](const Core::Result<Core::PushCallback> &callback) { read = callback.value(); });
    };
    readAgain();
    QTRY_VERIFY(read.has_value());
    QCOMPARE(*read == Core::PushCallback(), true);

    scene.bench->callbacks.setAddress(account, app, u"https://example.com/online"_s, &scene.bench->book,
                                      keep);
    QTRY_VERIFY(done.has_value());
    QVERIFY(done->has_value());
    done.reset();
    scene.bench->callbacks.setKey(account, app, Core::SecretText::fromUtf8("6vg9G7Fd"), &scene.bench->book,
                                  keep);
    QTRY_VERIFY(done.has_value());
    readAgain();
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->address, u"https://example.com/online"_s);
    QVERIFY(read->key == Core::SecretText::fromUtf8("6vg9G7Fd"));

    done.reset();
    scene.bench->callbacks.setAddress(account, app, u"ftp://example.com"_s, &scene.bench->book, keep);
    QTRY_VERIFY(done.has_value());
    QCOMPARE(done->error().kind, Core::ErrorKind::InvalidInput);
    done.reset();
    scene.bench->callbacks.setAddress(account, app, {}, &scene.bench->book, keep);
    QTRY_VERIFY(done.has_value());
    readAgain();
    QTRY_VERIFY(read.has_value());
    QVERIFY(read->address.isEmpty());
    QCOMPARE(scene.deliveries("SetWhiteboardPushCallback"_L1), 2);
}

void TestStarts::callbackIsJournaledAhead_data() const
{
    QTest::addColumn<bool>("isKey");
    QTest::newRow("address") << false;
    QTest::newRow("key") << true;
}

void TestStarts::callbackIsJournaledAhead() const
{
    QFETCH(const bool, isKey);
    const QString action = isKey ? u"SetWhiteboardPushCallbackKey"_s : u"SetWhiteboardPushCallback"_s;
    Scene scene;
    QVERIFY(scene.server.addFault(QString(action + u":*:hang"_s)));
    const QString account = QLatin1StringView(scene.bench->accountId);
    const auto ignore = [](const Core::Result<void> &) {};
    if (isKey) {
        scene.bench->callbacks.setKey(account, Core::SdkAppId{sdkAppId}, secret("key"), &scene.bench->book,
                                      ignore);
    } else {
        scene.bench->callbacks.setAddress(account, Core::SdkAppId{sdkAppId}, u"https://example.com/on"_s,
                                          &scene.bench->book, ignore);
    }
    QTRY_COMPARE(scene.deliveries(QLatin1StringView(action.toLatin1())), 1);
    // It has left, and nobody has an answer: whoever ends now leaves a trace of it.
    std::optional<QList<Core::JournalEvent>> events;
    scene.bench->journal.eventsOf(account, {}, Core::SdkAppId{sdkAppId}, {}, &scene.bench->book,
                                  [&events](const auto &all) { events = all.value(); });
    QTRY_VERIFY(events.has_value());
    QVERIFY(!events->isEmpty());
    QCOMPARE(events->last().kind, Core::EventKind::Sent);
    QCOMPARE(events->last().action, action);
}

CONSOLE_TEST(TestStarts, QCoreApplication)
#include "tst_starts.moc"
