// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jobs.h"
#include "cli/output.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! Commands that change something, with an account that is set to reading only.
class TestReadOnlyJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefused_data();
    void isRefused();
};

void TestReadOnlyJobs::isRefused_data()
{
    QTest::addColumn<Cli::Verb>("verb");
    QTest::addColumn<bool>("isAllRunning");
    QTest::addColumn<QString>("region"); // elsewhere than the account's own
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("stop") << Cli::Verb::Stop << false << QString() << true;
    QTest::newRow("stop, all that runs") << Cli::Verb::Stop << true << QString() << true;
    QTest::newRow("stop, in another region") << Cli::Verb::Stop << false << u"ap-guangzhou"_s << true;
    QTest::newRow("start") << Cli::Verb::Start << false << QString() << true;
    QTest::newRow("show") << Cli::Verb::Show << false << QString() << false;
}

void TestReadOnlyJobs::isRefused()
{
    QFETCH(Cli::Verb, verb);
    QFETCH(bool, isAllRunning);
    QFETCH(QString, region);
    QFETCH(bool, isRefused);
    constexpr qint64 sdkAppId = 1400000001;
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, 1);
    Simulator::Server server(settings);
    QVERIFY(server.start());
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());
    Core::Account account = TestSupport::accountFor(server.address(), u"reader"_s);
    account.isReadOnly = true;
    bench.accounts.addTransient(account, server.address().credential);

    Cli::Command command;
    command.verb = verb;
    command.account.profile = account.name;
    command.account.region = region;
    command.sdkAppId = Core::SdkAppId{sdkAppId};
    command.isAllRunning = isAllRunning;
    command.isAnsweredYes = true;
    if (!isAllRunning)
        command.taskIds = {Core::TaskId::parse(Simulator::seededTaskId(sdkAppId, 1)).value()};
    command.startTemplate.sdkAppId = command.sdkAppId;
    command.startTemplate.roomId = 7;
    command.startTemplate.pushUserId = u"u"_s;
    QProcessEnvironment environment;
    environment.insert(u"PUSH_USER_SIG"_s, u"s"_s);

    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    const auto job = Cli::makeJob(command, bench.services(), output, environment, {});
    QSignalSpy finished(job.get(), &Cli::Job::finished);
    job->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), isRefused ? Cli::ExitFailed : Cli::ExitDone);
    QCOMPARE(err.data().contains("reading only"), isRefused);
    QCOMPARE(server.journal().isEmpty(), isRefused);
}

CONSOLE_TEST(TestReadOnlyJobs, QCoreApplication)
#include "tst_readonlyjobs.moc"
