// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Calls of any action, without a window: what is refused, journaled, sent once, and given up.
class TestExplorerService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void refusedBeforeAnythingIsSent_data();
    void refusedBeforeAnythingIsSent();
    void givenUpBeforeItLeft();
    void secondStopWaitsForTheFirst();
    void beginningsAreNotSignedAgain();
    void changesAreRepeated();
    void secretsAreInNoFile();
    void goesOnWithoutItsAsker();

private:
    void start(const Simulator::Settings &settings);
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] QStringList outcomes(const QString &action);
    [[nodiscard]] Service::ExplorerCall *call(const QString &action, QJsonObject values = {});
    [[nodiscard]] static Service::ExplorerResult resultOf(const QSignalSpy &finished)
    {
        return finished.constFirst().constFirst().value<Service::ExplorerResult>();
    }

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

void TestExplorerService::start(const Simulator::Settings &settings)
{
    m_bench.reset();
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
}

void TestExplorerService::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 50;
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    start(settings);
}

void TestExplorerService::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

int TestExplorerService::deliveries(const QString &action) const
{
    int count = 0;
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        count += entry.action == action ? 1 : 0;
    }
    return count;
}

QStringList TestExplorerService::outcomes(const QString &action)
{
    std::optional<QStringList> found;
    Core::HistoryQuery query;
    query.action = action;
    m_bench->history.page(query, this, [&found](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        found.emplace();
        for (const Core::HistoryEntry &entry : entries.value_or(QList<Core::HistoryEntry>())) {
            found->append(entry.outcome);
        }
    });
    return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QStringList{u"no answer"_s};
}

//! With the catalogue's example where nothing else is given.
Service::ExplorerCall *TestExplorerService::call(const QString &action, QJsonObject values)
{
    if (values.isEmpty()) {
        if (const auto *known = m_bench->explorer.catalogue().findAction(action)) {
            values = known->exampleRequest;
        }
    }
    return m_bench->explorer.call({QLatin1StringView(m_bench->accountId), action, values});
}

void TestExplorerService::refusedBeforeAnythingIsSent_data()
{
    QTest::addColumn<QString>("accountId");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<Core::ErrorKind>("kind");
    const QString bench = u"bench"_s;
    using enum Core::ErrorKind;
    QTest::newRow("no such account") << u"nobody"_s << u"DescribeTranscode"_s << QJsonObject()
                                     << NoCredential;
    QTest::newRow("no such action") << bench << u"DescribeNothing"_s << QJsonObject() << InvalidInput;
    QTest::newRow("other edition") << bench << u"DescribeRunningTasks"_s
                                   << QJsonObject{{u"SdkAppID"_s, sdkAppId},
                                                  {u"TaskType"_s, u"OnlineRecord"_s}}
                                   << InvalidInput;
    QTest::newRow("missing") << bench << u"CreateTranscode"_s << QJsonObject{{u"SdkAppId"_s, sdkAppId}}
                             << InvalidInput;
    QTest::newRow("blank TaskId") << bench << u"StopWhiteboardPush"_s
                                  << QJsonObject{{u"SdkAppId"_s, sdkAppId}, {u"TaskId"_s, u" "_s}}
                                  << InvalidInput;
}

void TestExplorerService::refusedBeforeAnythingIsSent()
{
    QFETCH(QString, accountId);
    QFETCH(QString, action);
    QFETCH(QJsonObject, values);
    QFETCH(Core::ErrorKind, kind);
    QSignalSpy finished(m_bench->explorer.call({accountId, action, values}),
                        &Service::ExplorerCall::finished);
    QVERIFY(finished.isEmpty());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(resultOf(finished).error.value_or(Core::Error()).kind, kind);
    QVERIFY(m_server->journal().isEmpty());
    QVERIFY(outcomes(action).isEmpty());
}

void TestExplorerService::givenUpBeforeItLeft()
{
    const QString action = u"SetTranscodeCallback"_s;
    Service::ExplorerCall *atOnce = call(action);
    QSignalSpy finishedAtOnce(atOnce, &Service::ExplorerCall::finished);
    atOnce->cancel();
    QTRY_COMPARE(finishedAtOnce.size(), 1);
    QCOMPARE(resultOf(finishedAtOnce).error.value_or(Core::Error()).kind, Core::ErrorKind::Canceled);
    QVERIFY(outcomes(action).isEmpty());

    // Of two at once the second waits for its turn.
    QSignalSpy first(call(action), &Service::ExplorerCall::finished);
    Service::ExplorerCall *second = call(action);
    QSignalSpy finished(second, &Service::ExplorerCall::finished);
    connect(second, &Service::ExplorerCall::phaseChanged, second, [second](Service::ExplorerPhase phase) {
        if (phase == Service::ExplorerPhase::Waiting) {
            second->cancel();
        }
    });
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(first.size(), 1);
    QCOMPARE(resultOf(finished).attempts, 0);
    QVERIFY(!resultOf(finished).isUncertain);
    QCOMPARE(deliveries(action), 1);
    QStringList found = outcomes(action);
    found.sort();
    QCOMPARE(found, (QStringList{u"notSent"_s, u"ok"_s}));
}

void TestExplorerService::secondStopWaitsForTheFirst()
{
    const Core::TaskKey key = m_bench->key(Simulator::seededTaskId(sdkAppId, 1));
    m_bench->stops.stop({key});
    QSignalSpy finished(
        call(u"StopWhiteboardPush"_s, {{u"SdkAppId"_s, sdkAppId}, {u"TaskId"_s, key.taskId.toString()}}),
        &Service::ExplorerCall::finished);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QCOMPARE(resultOf(finished).stopOutcome, std::optional(Core::StopOutcome::Stopped));
    QVERIFY(resultOf(finished).exchange);
    QCOMPARE(resultOf(finished).exchange->action, u"StopWhiteboardPush"_s);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 1);
}

void TestExplorerService::beginningsAreNotSignedAgain()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.clockSkewS = 600;
    start(settings);
    const QString action = u"CreateTranscode"_s;
    QSignalSpy first(call(action), &Service::ExplorerCall::finished);
    QTRY_COMPARE(first.size(), 1);
    QVERIFY(resultOf(first).error && resultOf(first).error->isApiCode(u"AuthFailure.SignatureExpire"));
    QCOMPARE(deliveries(action), 1);
    QCOMPARE(outcomes(action), QStringList{u"failed"_s});
    QSignalSpy second(call(action), &Service::ExplorerCall::finished);
    QTRY_COMPARE(second.size(), 1);
    QVERIFY(!resultOf(second).error);
    QCOMPARE(deliveries(action), 2);
}

void TestExplorerService::changesAreRepeated()
{
    const QString action = u"SetOnlineRecordCallback"_s;
    QVERIFY(m_server->addFault(u"SetOnlineRecordCallback:1:code=InternalError"));
    QSignalSpy finished(call(action), &Service::ExplorerCall::finished);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!resultOf(finished).error);
    QCOMPARE(resultOf(finished).attempts, 2);
    QCOMPARE(outcomes(action).size(), 2);
}

void TestExplorerService::secretsAreInNoFile()
{
    const QByteArray marker = "marker-of-a-secret";
    for (const QString &action :
         {u"StartOnlineRecord"_s, u"ModifyWhiteboardApplicationConfig"_s, u"StartWhiteboardPush"_s,
          u"SetWarningCallback"_s, u"CreateApplication"_s}) {
        QByteArray text =
            QJsonDocument(m_bench->explorer.catalogue().findAction(action)->exampleRequest).toJson();
        QJsonObject values = QJsonDocument::fromJson(text).object();
        const Explorer::Action *declared = m_bench->explorer.catalogue().findAction(action);
        for (const Explorer::Field &field : declared->request) {
            if (field.isSensitive) {
                values.insert(field.name, QString::fromLatin1(marker));
            }
        }
        QJsonArray configs = values.value(u"Configs"_s).toArray();
        for (auto config = configs.begin(); config != configs.end(); ++config) {
            QJsonObject changed = config->toObject();
            changed.insert(u"CallbackKey"_s, QString::fromLatin1(marker));
            *config = changed;
        }
        if (!configs.isEmpty()) {
            values.insert(u"Configs"_s, configs);
        }
        QSignalSpy finished(call(action, values), &Service::ExplorerCall::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
        const Service::ExplorerResult result = resultOf(finished);
        QVERIFY(!result.exchange || !result.exchange->body.contains(QString::fromLatin1(marker)));
    }
    QTRY_VERIFY(!outcomes(u"CreateApplication"_s).isEmpty());
    QDirIterator files(m_directory->path(), QDir::Files, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            QVERIFY2(!file.readAll().contains(marker), qPrintable(file.fileName()));
            ++looked;
        }
    }
    QVERIFY(looked > 0);
}

void TestExplorerService::goesOnWithoutItsAsker()
{
    const QString action = u"SetTranscodeCallback"_s;
    {
        QObject asker;
        connect(call(action), &Service::ExplorerCall::finished, &asker, [] { QFAIL("nobody is there"); });
    }
    QTRY_COMPARE(outcomes(action), QStringList{u"ok"_s});
}

CONSOLE_TEST(TestExplorerService, QCoreApplication)
#include "tst_explorerservice.moc"
