// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Reading tasks: one, many, lists of both editions; and testing a connection.
class TestTaskSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void refreshFillsTheBook();
    void failedTaskIsAnAnswer();
    void failedRequestIsReported();
    void listsBothEditions_data() const;
    void listsBothEditions();
    void removedTasksAreForgotten();
    void readsAreInTheHistory();
    void connectionVerdicts_data() const;
    void connectionVerdicts();
    void madeUpIdsAreNotHeldAgainstAKey_data();
    void madeUpIdsAreNotHeldAgainstAKey();

private:
    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

void TestTaskSync::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 3);
    Simulator::TaskSeed failed;
    failed.sdkAppId = sdkAppId;
    failed.taskId = u"failed"_s;
    failed.state = Simulator::SeedState::Failed;
    settings.tasks.append(failed);
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
}

void TestTaskSync::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestTaskSync::refreshFillsTheBook()
{
    const QString taskId = Simulator::seededTaskId(sdkAppId, 1);
    const Core::TaskKey key = m_bench->track({taskId}).first();
    QSignalSpy refreshed(&m_bench->sync, &Service::TaskSync::refreshed);
    m_bench->sync.refresh({key});
    QCOMPARE(m_bench->sync.underWay(), 1);
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(m_bench->sync.underWay(), 0);
    const Core::PushTask *const task = m_bench->book.find(key);
    QCOMPARE(task->status, Core::TaskStatus::Pushing);
    QCOMPARE(task->roomId, 100001);
    QVERIFY(task->startTime.isValid());
    QVERIFY(task->refreshedAt.isValid());
}

void TestTaskSync::failedTaskIsAnAnswer()
{
    const Core::TaskKey key = m_bench->track({u"failed"_s}).first();
    m_bench->sync.refresh({key});
    QTRY_COMPARE(m_bench->book.find(key)->taskErrorCode, u"FailedOperation.WhiteboardPush"_s);
    QCOMPARE(m_bench->book.find(key)->status, Core::TaskStatus::Stopped);
    QVERIFY(!m_bench->book.find(key)->taskErrorMessage.isEmpty());
}

void TestTaskSync::failedRequestIsReported()
{
    const Core::TaskKey key = m_bench->track({u"not-there"_s}).first();
    QSignalSpy failed(&m_bench->sync, &Service::TaskSync::refreshFailed);
    m_bench->sync.refresh({key});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Core::Error>().apiCode, u"InvalidParameter.TaskNotFound"_s);
}

void TestTaskSync::listsBothEditions_data() const
{
    QTest::addColumn<Core::Edition>("edition");
    QTest::addColumn<QString>("action");
    QTest::newRow("international") << Core::Edition::International << u"DescribeWhiteboardPushSearch"_s;
    QTest::newRow("mainland") << Core::Edition::Mainland << u"DescribeRunningTasks"_s;
}

void TestTaskSync::listsBothEditions()
{
    QFETCH(const Core::Edition, edition);
    QFETCH(const QString, action);
    // The edition, not the host, decides which list action is used.
    m_bench->accounts.addTransient(TestSupport::accountFor(m_server->address(), u"edition"_s, edition),
                                   m_server->address().credential);
    std::optional<Core::Result<Service::TaskListing>> listing;
    m_bench->sync.list(u"edition"_s, Core::SdkAppId{sdkAppId}, this,
                       [&listing](const Core::Result<Service::TaskListing> &result) { listing = result; });
    QTRY_VERIFY(listing.has_value());
    QVERIFY(*listing);
    QVERIFY((*listing)->isComplete);
    QStringList running;
    for (const Core::PushTask &task : (*listing)->tasks) {
        QCOMPARE(task.key.accountId, u"edition"_s);
        QCOMPARE(task.key.sdkAppId.value, sdkAppId);
        if (task.isRunning()) {
            running.append(task.key.taskId.toString());
        }
    }
    running.sort();
    QCOMPARE(running,
             (QStringList{Simulator::seededTaskId(sdkAppId, 1), Simulator::seededTaskId(sdkAppId, 2),
                          Simulator::seededTaskId(sdkAppId, 3)}));
    QCOMPARE(m_server->journal().last().action, action);
}

//! A list does not tell of backups: a task that came back is described anew, one that stayed is not.
void TestTaskSync::removedTasksAreForgotten()
{
    const Core::TaskKey key = m_bench->track({Simulator::seededTaskId(sdkAppId, 1)}).first();
    QSignalSpy refreshed(&m_bench->sync, &Service::TaskSync::refreshed);
    m_bench->sync.refresh({key});
    QTRY_COMPARE(refreshed.size(), 1);
    Service::StopResult stopped;
    stopped.task = key;
    stopped.outcome = Core::StopOutcome::Stopped;
    stopped.isConfirmedByList = true;
    m_bench->sync.followUp(stopped);
    QCOMPARE(m_bench->sync.underWay(), 0);
    m_bench->book.remove({key});
    m_bench->track({key.taskId.toString()});
    m_bench->sync.followUp(stopped);
    QCOMPARE(m_bench->sync.underWay(), 1);
    QTRY_COMPARE(refreshed.size(), 2);
}

void TestTaskSync::readsAreInTheHistory()
{
    m_bench->sync.refresh(m_bench->track({Simulator::seededTaskId(sdkAppId, 1)}));
    std::optional<QList<Core::HistoryEntry>> entries;
    const auto ask = [this, &entries] {
        entries.reset();
        m_bench->history.page({}, this, [&entries](const auto &result) { entries = result.value(); });
        std::ignore = QTest::qWaitFor([&entries] { return entries.has_value(); });
        return entries->size();
    };
    QTRY_COMPARE(ask(), 1);
    QCOMPARE(entries->first().action, u"DescribeWhiteboardPush"_s);
    QCOMPARE(entries->first().outcome, u"ok"_s);
    QCOMPARE(entries->first().profile, u"bench"_s);
    QVERIFY(!entries->first().requestId.isEmpty());
}

void TestTaskSync::connectionVerdicts_data() const
{
    using Kind = Service::ConnectionVerdict::Kind;
    QTest::addColumn<Core::Edition>("edition");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("secretKey");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("good, international")
        << Core::Edition::International << QString() << QString() << Kind::KeyProven << QString();
    QTest::newRow("good, mainland") << Core::Edition::Mainland << QString() << QString() << Kind::KeyProven
                                    << QString();
    QTest::newRow("right missing, mainland")
        << Core::Edition::Mainland << u"*:*:code=AuthFailure.UnauthorizedOperation"_s << QString()
        << Kind::KeyProvenRightMissing << u"AuthFailure.UnauthorizedOperation"_s;
    QTest::newRow("right missing") << Core::Edition::International
                                   << u"*:*:code=AuthFailure.UnauthorizedOperation"_s << QString()
                                   << Kind::KeyProvenRightMissing << u"AuthFailure.UnauthorizedOperation"_s;
    QTest::newRow("service expired") << Core::Edition::International
                                     << u"*:*:code=ResourceUnavailable.ServiceExpired"_s << QString()
                                     << Kind::KeyProven << u"ResourceUnavailable.ServiceExpired"_s;
    QTest::newRow("wrong key") << Core::Edition::International << QString() << u"not-the-key"_s
                               << Kind::Refused << u"AuthFailure.SignatureFailure"_s;
    QTest::newRow("no answer") << Core::Edition::International << u"*:*:drop-before"_s << QString()
                               << Kind::Unreachable << u"Network"_s;
}

void TestTaskSync::connectionVerdicts()
{
    QFETCH(const Core::Edition, edition);
    QFETCH(const QString, fault);
    QFETCH(const QString, secretKey);
    QFETCH(const Service::ConnectionVerdict::Kind, kind);
    QFETCH(const QString, code);
    if (!fault.isEmpty()) {
        QVERIFY(m_server->addFault(fault));
    }
    Core::Credential credential = m_server->address().credential;
    if (!secretKey.isEmpty()) {
        credential.secretKey = Core::SecretText::fromString(secretKey);
    }
    QSignalSpy finished(&m_bench->connectionTest, &Service::ConnectionTest::finished);
    m_bench->connectionTest.start(TestSupport::accountFor(m_server->address(), u"new"_s, edition),
                                  credential);
    QTRY_COMPARE(finished.size(), 1);
    const auto verdict = finished.first().first().value<Service::ConnectionVerdict>();
    QCOMPARE(verdict.kind, kind);
    QCOMPARE(verdict.error ? Core::codeOf(*verdict.error) : QString(), code);
    QVERIFY(!verdict.action.isEmpty());
}

void TestTaskSync::madeUpIdsAreNotHeldAgainstAKey_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("works");
    QTest::newRow("as the simulator has it") << QString() << true;
    QTest::newRow("other's application") << u"*:*:code=UnauthorizedOperation.SdkAppId"_s << true;
    QTest::newRow("no such application") << u"*:*:code=InvalidParameter.SdkAppIdNotFound"_s << true;
    QTest::newRow("no such task") << u"*:*:code=InvalidParameter.TaskNotFound"_s << true;
    QTest::newRow("right missing") << u"*:*:code=AuthFailure.UnauthorizedOperation"_s << false;
    QTest::newRow("not activated") << u"*:*:code=ResourceUnavailable.NotRegistered"_s << false;
}

void TestTaskSync::madeUpIdsAreNotHeldAgainstAKey()
{
    QFETCH(const QString, fault);
    if (!fault.isEmpty()) {
        QVERIFY(m_server->addFault(fault));
    }
    Core::Account account = TestSupport::accountFor(m_server->address(), u"new"_s, Core::Edition::Mainland);
    account.sdkAppIds.clear(); // so that the test makes an application up
    QSignalSpy finished(&m_bench->connectionTest, &Service::ConnectionTest::finished);
    m_bench->connectionTest.start(account, m_server->address().credential);
    QTRY_COMPARE(finished.size(), 1);
    const auto verdict = finished.first().first().value<Service::ConnectionVerdict>();
    QTEST(!verdict.error.has_value(), "works");
    if (!verdict.error) {
        QCOMPARE(verdict.kind, Service::ConnectionVerdict::Kind::KeyProven);
    }
}

CONSOLE_TEST(TestTaskSync, QCoreApplication)
#include "tst_tasksync.moc"
