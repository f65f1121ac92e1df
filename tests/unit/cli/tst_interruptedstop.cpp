// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jobs.h"
#include "cli/output.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

//! Ctrl-C for somebody who does not want to wait for the 2 s either.
class TestInterruptedStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twiceSaysHowFarEachCame() const;
};

void TestInterruptedStop::twiceSaysHowFarEachCame() const
{
    constexpr qint64 sdkAppId = 1400000001;
    constexpr int taskCount = 40; // at 51 ms apart the last ones have not left when the first are accepted
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(sdkAppId, taskCount);
    settings.stopDelayMs = 60'000;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    const QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    QVERIFY(bench.open());

    Cli::Command command;
    command.verb = Cli::Verb::Stop;
    command.isJson = true;
    command.account.profile = QLatin1StringView(TestSupport::TestBench::accountId);
    command.sdkAppId = Core::SdkAppId{sdkAppId};
    for (int i = 1; i <= taskCount; ++i) {
        command.taskIds.append(Core::TaskId::parse(Simulator::seededTaskId(sdkAppId, i)).value());
    }
    QBuffer out;
    QBuffer err;
    QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    Cli::Output output(out, err, false);
    const auto job = Cli::makeJob(command, bench.services(), output, {}, {});
    QSignalSpy finished(job.get(), &Cli::Job::finished);
    bool isAccepted = false;
    connect(&bench.stops, &Service::StopService::progressed, job.get(),
            [&isAccepted](const Service::StopProgress &progress) {
                isAccepted = isAccepted || progress.phase == Core::StopPhase::Accepted;
            });
    job->start();
    QTRY_VERIFY(isAccepted);
    job->interrupt();
    job->interrupt();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().constFirst().toInt(), int(Cli::ExitOpen));

    const QList<QByteArray> lines = out.data().trimmed().split('\n');
    QCOMPARE(lines.size(), taskCount);
    int unknown = 0;
    for (const QByteArray &text : lines) {
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        const bool hasLeft = line.value("attempts"_L1).toInt() > 0;
        QCOMPARE(line.value("outcome"_L1).toString(), hasLeft ? u"unknown"_s : u"notSent"_s);
        QVERIFY(line.value("elapsedMs"_L1).toInt() > 0);
        unknown += hasLeft ? 1 : 0;
    }
    QVERIFY(unknown > 0 && unknown < taskCount);
    const auto stops = [&server] {
        const QList<Simulator::JournalEntry> entries = server.journal();
        return static_cast<int>(
            std::ranges::count(entries, u"StopWhiteboardPush"_s, &Simulator::JournalEntry::action));
    };
    QTRY_COMPARE(stops(), unknown);
}

CONSOLE_TEST(TestInterruptedStop, QCoreApplication)
#include "tst_interruptedstop.moc"
