// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/logsentences.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] Core::LogEntry entry(Core::LogTopic topic)
{
    Core::LogEntry result;
    result.topic = topic;
    return result;
}

[[nodiscard]] Core::LogEntry request(const QString &action,
                                     Core::TaskStatus status = Core::TaskStatus::Unknown)
{
    Core::LogEntry result = entry(Core::LogTopic::Request);
    result.action = action;
    result.status = status;
    return result;
}

[[nodiscard]] Core::Error notFound()
{
    Core::Error error = Core::Error::of(Core::ErrorKind::Api);
    error.apiCode = u"InvalidParameter.TaskNotFound"_s;
    return error;
}

} // namespace

class LogSentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_data();
    void sentence();
    void aNoteIsOnePlainLine();
    void everyTopicSpeaks();
    void detailAdvises_data();
    void detailAdvises();
};

void LogSentencesTest::sentence_data()
{
    QTest::addColumn<Core::LogEntry>("entry");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("outcome");

    QTest::newRow("stop accepted") << request(u"StopWhiteboardPush"_s) << u"StopWhiteboardPush was accepted"_s
                                   << QString();
    QTest::newRow("describe") << request(u"DescribeWhiteboardPush"_s, Core::TaskStatus::Stopped)
                              << u"DescribeWhiteboardPush: the task is “Stopped”"_s << u"Stopped"_s;
    QTest::newRow("list") << request(u"DescribeRunningTasks"_s) << u"DescribeRunningTasks was answered"_s
                          << QString();
    Core::LogEntry failed = request(u"StopWhiteboardPush"_s);
    failed.error = notFound();
    QTest::newRow("stop refused") << failed << u"StopWhiteboardPush failed: There is no such task"_s
                                  << u"InvalidParameter.TaskNotFound"_s;
    failed.error = Core::Error::of(Core::ErrorKind::Timeout);
    QTest::newRow("no answer") << failed << u"StopWhiteboardPush failed: No answer in time"_s << u"Timeout"_s;

    Core::LogEntry settled = entry(Core::LogTopic::StopSettled);
    settled.outcome = Core::StopOutcome::Stopped;
    QTest::newRow("stopped") << settled << u"The service confirmed that the task has stopped."_s
                             << u"Stopped"_s;
    settled.outcome = Core::StopOutcome::Failed;
    settled.error = notFound();
    QTest::newRow("failed") << settled << u"The Stop was refused, or the task ended by an error."_s
                            << u"InvalidParameter.TaskNotFound"_s;

    QTest::newRow("asked for") << entry(Core::LogTopic::StopRequested) << u"A Stop was asked for"_s
                               << u"Requested"_s;

    Core::LogEntry retry = entry(Core::LogTopic::StopRetrying);
    retry.delayMs = 250;
    retry.error = Core::Error::of(Core::ErrorKind::Timeout);
    QTest::newRow("retry") << retry << u"No answer in time; trying again in 250 ms"_s << u"Timeout"_s;

    Core::LogEntry clock = entry(Core::LogTopic::ClockOffset);
    clock.offsetSeconds = 423;
    QTest::newRow("clock")
        << clock
        << u"Requests are signed with the service's time: this computer's clock is 7 min 3 s "
           "behind"_s
        << QString();
    Core::LogEntry recovery = entry(Core::LogTopic::Recovery);
    QTest::newRow("open") << recovery
                          << u"A Stop of an earlier run is still open; finding out what became of it"_s
                          << QString();
    recovery.outcome = Core::StopOutcome::NotSent;
    QTest::newRow("recovered") << recovery << u"A Stop of an earlier run was found out: Not sent"_s
                               << u"Not sent"_s;
    recovery.outcome = Core::StopOutcome::Unknown;
    recovery.status = Core::TaskStatus::Pushing;
    QTest::newRow("recovered as unknown")
        << recovery << u"A Stop of an earlier run was found out: Unknown (last seen: Pushing)"_s
        << u"Unknown (last seen: Pushing)"_s;
    Core::LogEntry watching = entry(Core::LogTopic::Watching);
    QTest::newRow("refresh works again") << watching << u"The automatic refresh works again"_s << QString();
    watching.error = Core::Error::of(Core::ErrorKind::Timeout);
    watching.delayMs = 6000;
    QTest::newRow("refresh fails")
        << watching << u"The automatic refresh failed and is tried less often for now: No answer in time"_s
        << u"Timeout"_s;
    watching.delayMs = 0;
    QTest::newRow("refresh is off")
        << watching
        << u"The automatic refresh is off until the account is changed or works again: No answer in time"_s
        << u"Timeout"_s;
    QTest::newRow("vanished")
        << entry(Core::LogTopic::TaskVanished)
        << u"The task was running, but the service neither lists nor finds it any more"_s << QString();
    qputenv("TZ", "UTC");
    Core::GuardRule rule;
    rule.kind = Core::GuardKind::StopAfter;
    rule.minutes = 180;
    Core::LogEntry announced = entry(Core::LogTopic::GuardAnnounced);
    announced.rule = rule;
    announced.time = QDateTime(QDate(2026, 3, 29), QTime(12, 0), Qt::UTC);
    announced.dueAt = announced.time.addSecs(300);
    announced.delayMs = 300'000;
    QTest::newRow("guard announces") << announced << u"Is stopped in 5 min 00 s: rule “Stop after 3 h”"_s
                                     << QString();
    announced.dueAt = announced.time.addSecs(-3600);
    announced.rule.reset();
    QTest::newRow("guard missed it")
        << announced
        << u"Was to be stopped at 11:00:00 and is stopped in 5 min 00 s: planned by "
           "hand"_s
        << QString();
    Core::LogEntry warned = entry(Core::LogTopic::GuardWarned);
    rule.kind = Core::GuardKind::WarnAfter;
    rule.minutes = 90;
    warned.rule = rule;
    warned.delayMs = 7'200'000;
    QTest::newRow("guard warns") << warned << u"Has been running for 2 h: rule “Warn after 1 h 30 min”"_s
                                 << QString();
    Core::LogEntry storage = entry(Core::LogTopic::StorageProblem);
    storage.error = Core::Error::of(Core::ErrorKind::StorageFull);
    Core::LogEntry kept = entry(Core::LogTopic::DatabaseKept);
    kept.detail = u"/data/console.damaged-1.sqlite"_s;
    QTest::newRow("damaged database") << kept
                                      << u"The database was damaged. It is kept as "
                                         "/data/console.damaged-1.sqlite, and a new one was begun"_s
                                      << QString();
    QTest::newRow("storage") << storage << u"The disk is full"_s << u"StorageFull"_s;
}

void LogSentencesTest::sentence()
{
    QFETCH(const Core::LogEntry, entry);
    QTEST(Text::sentence(entry), "sentence");
    QTEST(Text::outcomeText(entry), "outcome");
}

void LogSentencesTest::aNoteIsOnePlainLine()
{
    Core::LogEntry note = entry(Core::LogTopic::Note);
    note.detail = u"first\nsecond\u202e"_s;
    const QString text = Text::sentence(note);
    QVERIFY(text.startsWith("first"_L1));
    QVERIFY(!text.contains(u'\n'));
    QVERIFY(!text.contains(u'\u202e'));
}

void LogSentencesTest::everyTopicSpeaks()
{
    using Core::LogTopic;
    for (const LogTopic topic :
         {LogTopic::Request,      LogTopic::StopRequested,      LogTopic::StopRetrying,
          LogTopic::StopSettled,  LogTopic::ClockOffset,        LogTopic::KeyringUnavailable,
          LogTopic::Recovery,     LogTopic::StorageProblem,     LogTopic::BackupLeftRunning,
          LogTopic::Watching,     LogTopic::TaskVanished,       LogTopic::DatabaseKept,
          LogTopic::SettingsKept, LogTopic::SettingsUnreadable, LogTopic::SettingsNotWritten,

          LogTopic::GuardWarned,  LogTopic::GuardScheduled,     LogTopic::GuardAnnounced,
          LogTopic::GuardKept,    LogTopic::GuardWithdrawn,     LogTopic::GuardStopping,
          LogTopic::GuardHeldUp,  LogTopic::GuardRetrying}) {
        QVERIFY2(!Text::sentence(entry(topic)).isEmpty(),
                 qPrintable(QString::number(static_cast<int>(topic))));
    }
}

void LogSentencesTest::detailAdvises_data()
{
    QTest::addColumn<Core::LogEntry>("entry");
    QTest::addColumn<QString>("remedy");
    Core::LogEntry failed = request(u"StopWhiteboardPush"_s);
    failed.error = notFound();
    QTest::newRow("error") << failed << u"Check TaskId, SdkAppId and region"_s;
    Core::LogEntry settled = entry(Core::LogTopic::StopSettled);
    settled.outcome = Core::StopOutcome::AlreadyStopped;
    settled.error = Core::Error::of(Core::ErrorKind::Api);
    settled.error->apiCode = u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    QTest::newRow("success") << settled << QString();
    settled.error.reset();
    settled.outcome = Core::StopOutcome::NotSent;
    QTest::newRow("not sent") << settled << u"Stop the task again."_s;
    settled.outcome = Core::StopOutcome::Accepted;
    QTest::newRow("not waited for") << settled << u"Refresh the task to see that it has stopped."_s;
    Core::LogEntry accepted = request(u"StopWhiteboardPush"_s);
    accepted.outcome = Core::StopOutcome::Accepted;
    QTest::newRow("being confirmed") << accepted << u"Nothing needs to be done: the console asks"_s;
    QTest::newRow("described") << request(u"DescribeWhiteboardPush"_s) << QString();
    Core::LogEntry clock = entry(Core::LogTopic::ClockOffset);
    QTest::newRow("clock that is right again") << clock << QString();
    clock.offsetSeconds = -423;
    QTest::newRow("clock") << clock << u"Set the computer's clock"_s;
    QTest::newRow("keyring") << entry(Core::LogTopic::KeyringUnavailable) << u"Start a keyring"_s;
    QTest::newRow("backup") << entry(Core::LogTopic::BackupLeftRunning) << u"Stop the backup too"_s;
}

void LogSentencesTest::detailAdvises()
{
    QFETCH(const Core::LogEntry, entry);
    QFETCH(const QString, remedy);
    const Text::ErrorText detail = Text::detail(entry);
    QCOMPARE(detail.title, Text::sentence(entry));
    QVERIFY2(remedy.isEmpty() ? detail.remedy.isEmpty() : detail.remedy.startsWith(remedy),
             qPrintable(detail.remedy));
}

CONSOLE_TEST(LogSentencesTest, TestSupport::NoApplication)
#include "tst_logsentences.moc"
