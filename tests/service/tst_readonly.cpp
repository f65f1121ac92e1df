// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! An account that is set to reading only changes nothing, whoever asks.
class TestReadOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stopsAreRefused();
    void manyStopsAreRefusedTogether();
    void startsAreRefused();
    void callbacksAreReadOnly();
    void nothingLeavesTheDispatcher();

private:
    //! What arrived, and what the journal holds.
    [[nodiscard]] int arrived() const { return static_cast<int>(m_server->journal().size()); }
    [[nodiscard]] int journaled();

    static constexpr qint64 sdkAppId = 1400000001;
    const QString m_account = u"reader"_s;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
};

void TestReadOnly::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    Core::Account account = TestSupport::accountFor(m_server->address(), m_account);
    account.isReadOnly = true;
    m_bench->accounts.addTransient(account, m_server->address().credential);
}

void TestReadOnly::cleanup()
{
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

int TestReadOnly::journaled()
{
    std::optional<qsizetype> count;
    m_bench->history.page({}, this, [&count](const Core::Result<QList<Core::HistoryEntry>> &entries) {
        count = entries ? entries->size() : -1;
    });
    return QTest::qWaitFor([&count] { return count.has_value(); }) ? static_cast<int>(*count) : -1;
}

void TestReadOnly::stopsAreRefused()
{
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    Core::TaskKey key = m_bench->key(Simulator::seededTaskId(sdkAppId, 1));
    key.accountId = m_account;
    m_bench->stops.stop({key});
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.constFirst().constFirst().value<Service::StopResult>();
    QCOMPARE(result.outcome, Core::StopOutcome::NotSent);
    QVERIFY(result.error);
    QCOMPARE(result.error->kind, Core::ErrorKind::ReadOnlyAccount);
    QCOMPARE(arrived(), 0);
    QCOMPARE(journaled(), 0);
}

void TestReadOnly::manyStopsAreRefusedTogether()
{
    QList<Core::PushTask> tasks;
    QList<Core::TaskKey> keys;
    for (int i = 0; i < 100; ++i) {
        Core::PushTask task;
        task.key = m_bench->key(u"task%1"_s.arg(i));
        task.key.accountId = m_account;
        tasks.append(task);
        keys.append(task.key);
    }
    m_bench->book.add(tasks);
    m_bench->stops.stop(keys);
    QSignalSpy changed(&m_bench->book, &Service::TaskBook::tasksChanged);
    QSignalSpy idle(&m_bench->stops, &Service::StopService::idle);
    qsizetype settled = 0;
    connect(&m_bench->stops, &Service::StopService::settled, this, [&](const Service::StopResult &result) {
        ++settled;
        QCOMPARE(idle.size(), 0);
        QCOMPARE(m_bench->book.find(result.task)->lastOutcome, Core::StopOutcome::NotSent);
    });
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(settled, keys.size());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(arrived(), 0);
}

void TestReadOnly::startsAreRefused()
{
    QSignalSpy settled(&m_bench->starts, &Service::StartService::settled);
    Core::PushStart start;
    start.sdkAppId = Core::SdkAppId{sdkAppId};
    start.roomId = 7;
    start.pushUserId = u"u"_s;
    start.pushUserSig = Core::SecretText::fromUtf8("s");
    QVERIFY(m_bench->starts.start(m_account, start) != 0);
    QTRY_COMPARE(settled.size(), 1);
    const auto result = settled.constFirst().constFirst().value<Service::StartResult>();
    QCOMPARE(result.outcome, Core::StartOutcome::NotSent);
    QCOMPARE(result.error.value_or(Core::Error()).kind, Core::ErrorKind::ReadOnlyAccount);
    QCOMPARE(arrived(), 0);
    QCOMPARE(journaled(), 0);
}

void TestReadOnly::callbacksAreReadOnly()
{
    std::optional<Core::Result<void>> done;
    const auto keep = [&done](const Core::Result<void> &result) { done = result; };
    m_bench->callbacks.setAddress(m_account, Core::SdkAppId{sdkAppId}, u"https://example.com/a"_s, this,
                                  keep);
    QTRY_VERIFY(done.has_value());
    QCOMPARE(done->error().kind, Core::ErrorKind::ReadOnlyAccount);
    done.reset();
    m_bench->callbacks.setKey(m_account, Core::SdkAppId{sdkAppId}, Core::SecretText::fromUtf8("a"), this,
                              keep);
    QTRY_VERIFY(done.has_value());
    QCOMPARE(done->error().kind, Core::ErrorKind::ReadOnlyAccount);
    QCOMPARE(arrived(), 0);

    bool isRead = false;
    m_bench->callbacks.read(
        m_account, Core::SdkAppId{sdkAppId}, this,
        [&isRead](const Core::Result<Core::PushCallback> &callback) { isRead = callback.has_value(); });
    QTRY_VERIFY(isRead);
    QCOMPARE(arrived(), 1);
}

//! The last gate, whoever forgot to ask before.
void TestReadOnly::nothingLeavesTheDispatcher()
{
    using enum Api::ActionKind;
    for (const Api::ActionKind kind : {Stop, Start, Change, Read}) {
        Service::Order order;
        order.request = {u"DescribeApplicationInfos"_s, {}, kind};
        order.account = m_bench->accounts.byId(m_account).value();
        order.credential = m_server->address().credential;
        QSignalSpy finished(m_bench->dispatcher.send(order, this), &Service::DispatchedCall::finished);
        QTRY_COMPARE(finished.size(), 1);
        const auto answer = finished.constFirst().constFirst().value<Api::ApiAnswer>();
        QCOMPARE(answer.response.has_value(), kind == Read);
        QCOMPARE(arrived(), kind == Read ? 1 : 0);
    }
}

CONSOLE_TEST(TestReadOnly, QCoreApplication)
#include "tst_readonly.moc"
