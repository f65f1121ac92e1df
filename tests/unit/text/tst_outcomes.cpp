// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "text/journalsentences.h"
#include "text/outcomes.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

template <typename E> void verifyWordsDiffer(std::initializer_list<E> values)
{
    QSet<QString> words;
    for (const E value : values) {
        const QString word = Text::word(value);
        QVERIFY2(!words.contains(word), qPrintable(word));
        words.insert(word);
    }
}

template <typename E> void verifySentencesDiffer(std::initializer_list<E> values)
{
    QSet<QString> sentences;
    for (const E value : values) {
        const QString sentence = Text::sentence(value);
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        QVERIFY2(sentence.isEmpty() || sentence.endsWith(u'.'), qPrintable(sentence));
        sentences.insert(sentence);
    }
}

[[nodiscard]] Core::PushTask task(Core::TaskStatus status, Core::StopPhase phase = Core::StopPhase::None,
                                  std::optional<Core::StopOutcome> outcome = std::nullopt)
{
    Core::PushTask result;
    result.status = status;
    result.stopPhase = phase;
    result.lastOutcome = outcome;
    return result;
}

} // namespace

class OutcomesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsOwnWords();
    void statusText_data();
    void statusText();
    void lastResultText_data();
    void lastResultText();
    void journalResult_data();
    void journalResult();
};

void OutcomesTest::everyValueHasItsOwnWords()
{
    using Core::EventKind, Core::FinishReason, Core::LogLevel, Core::StopOutcome, Core::StopPhase,
        Core::TaskStatus;
    const std::initializer_list<StopOutcome> outcomes{StopOutcome::Stopped,  StopOutcome::AlreadyStopped,
                                                      StopOutcome::Accepted, StopOutcome::Failed,
                                                      StopOutcome::Unknown,  StopOutcome::NotSent};
    const std::initializer_list<StopPhase> phases{StopPhase::None, StopPhase::Requested, StopPhase::Sent,
                                                  StopPhase::Accepted, StopPhase::Settled};
    const std::initializer_list<TaskStatus> statuses{TaskStatus::Unknown, TaskStatus::Prepared,
                                                     TaskStatus::Pushing, TaskStatus::Stopped};
    const std::initializer_list<FinishReason> reasons{FinishReason::None, FinishReason::Auto,
                                                      FinishReason::UserCall, FinishReason::Exception};
    verifyWordsDiffer(outcomes);
    verifyWordsDiffer(phases);
    verifyWordsDiffer(statuses);
    verifyWordsDiffer(reasons);
    verifyWordsDiffer({LogLevel::Info, LogLevel::Success, LogLevel::Warning, LogLevel::Error});
    verifyWordsDiffer({EventKind::Requested, EventKind::Sent, EventKind::Answered, EventKind::Confirmed,
                       EventKind::Settled});
    verifySentencesDiffer(outcomes);
    verifySentencesDiffer(phases);
    verifySentencesDiffer(statuses);
    verifySentencesDiffer(reasons);
    QVERIFY(Text::remedy(StopOutcome::Stopped).isEmpty());
    QVERIFY(Text::remedy(StopOutcome::AlreadyStopped).isEmpty());
    for (const StopOutcome outcome :
         {StopOutcome::Accepted, StopOutcome::Failed, StopOutcome::Unknown, StopOutcome::NotSent}) {
        QVERIFY(!Text::remedy(outcome).isEmpty());
    }
}

void OutcomesTest::statusText_data()
{
    using Core::StopOutcome, Core::StopPhase, Core::TaskStatus;
    QTest::addColumn<Core::PushTask>("task");
    QTest::addColumn<QString>("text");
    QTest::newRow("not asked") << task(TaskStatus::Unknown) << u"Not known"_s;
    QTest::newRow("prepared") << task(TaskStatus::Prepared) << u"Prepared"_s;
    QTest::newRow("pushing") << task(TaskStatus::Pushing) << u"Pushing"_s;
    QTest::newRow("stopped") << task(TaskStatus::Stopped) << u"Stopped"_s;
    QTest::newRow("requested") << task(TaskStatus::Pushing, StopPhase::Requested) << u"Stopping: requested"_s;
    QTest::newRow("sent") << task(TaskStatus::Pushing, StopPhase::Sent) << u"Stopping: sent"_s;
    QTest::newRow("accepted is not stopped")
        << task(TaskStatus::Pushing, StopPhase::Accepted) << u"Stopping: confirming"_s;
    QTest::newRow("settled") << task(TaskStatus::Stopped, StopPhase::Settled, StopOutcome::Stopped)
                             << u"Stopped"_s;
    QTest::newRow("accepted without waiting")
        << task(TaskStatus::Pushing, StopPhase::Settled, StopOutcome::Accepted) << u"Pushing"_s;
    QTest::newRow("refused") << task(TaskStatus::Pushing, StopPhase::Settled, StopOutcome::Failed)
                             << u"Pushing"_s;
    QTest::newRow("unknown stays visible")
        << task(TaskStatus::Pushing, StopPhase::Settled, StopOutcome::Unknown) << u"Stop not confirmed"_s;
    QTest::newRow("unknown, but seen stopped since")
        << task(TaskStatus::Stopped, StopPhase::None, StopOutcome::Unknown) << u"Stopped"_s;
    Core::PushTask failed = task(TaskStatus::Stopped, StopPhase::Settled, StopOutcome::Failed);
    failed.taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    QTest::newRow("task failed") << failed << u"Ended by an error"_s;
    Core::PushTask withBackup = task(TaskStatus::Stopped);
    withBackup.backup.taskId = u"052lfmu5uc3lp0rrqvvb"_s;
    QTest::newRow("backup left") << withBackup << u"Stopped, but not its backup"_s;
    withBackup.backup.isGone = true;
    QTest::newRow("backup gone") << withBackup << u"Stopped, its backup is gone"_s;
    withBackup.backup.isGone = false;
    withBackup.backup.status = TaskStatus::Stopped;
    Core::PushTask gone = task(TaskStatus::Pushing);
    gone.vanishedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    QTest::newRow("gone is neither running nor stopped") << gone << u"Gone from the service"_s;
    QTest::newRow("backup stopped too") << withBackup << u"Stopped"_s;
}

void OutcomesTest::statusText()
{
    QFETCH(const Core::PushTask, task);
    QTEST(Text::statusText(task), "text");
}

void OutcomesTest::lastResultText_data()
{
    using Core::StopOutcome;
    QTest::addColumn<Core::PushTask>("task");
    QTest::addColumn<QString>("text");
    const auto withCode = [](StopOutcome outcome, const QString &code) {
        Core::PushTask result;
        result.lastOutcome = outcome;
        result.lastErrorCode = code;
        return result;
    };
    QTest::newRow("never stopped") << Core::PushTask() << QString();
    QTest::newRow("stopped") << withCode(StopOutcome::Stopped, {}) << u"Stopped"_s;
    QTest::newRow("already") << withCode(StopOutcome::AlreadyStopped,
                                         u"UnsupportedOperation.TaskHasAlreadyStopped"_s)
                             << u"Already stopped"_s;
    QTest::newRow("failed") << withCode(StopOutcome::Failed, u"InvalidParameter.TaskNotFound"_s)
                            << u"Failed: InvalidParameter.TaskNotFound"_s;
    QTest::newRow("failed without code") << withCode(StopOutcome::Failed, {}) << u"Failed"_s;
    QTest::newRow("unknown") << withCode(StopOutcome::Unknown, u"Timeout"_s) << u"Unknown: Timeout"_s;
    Core::PushTask runsOn = withCode(StopOutcome::Unknown, {});
    runsOn.status = Core::TaskStatus::Pushing;
    QTest::newRow("unknown, last seen") << runsOn << u"Unknown (last seen: Pushing)"_s;
    runsOn.lastOutcome = StopOutcome::NotSent;
    QTest::newRow("not sent") << runsOn << u"Not sent"_s;
}

void OutcomesTest::lastResultText()
{
    QFETCH(const Core::PushTask, task);
    QTEST(Text::lastResultText(task), "text");
}

void OutcomesTest::journalResult_data()
{
    QTest::addColumn<Core::JournalEvent>("event");
    QTest::addColumn<QString>("text");
    Core::JournalEvent event;
    QTest::newRow("requested") << event << QString();
    event.kind = Core::EventKind::Answered;
    QTest::newRow("accepted") << event << u"Accepted"_s;
    event.status = Core::TaskStatus::Pushing;
    QTest::newRow("status") << event << u"Pushing"_s;
    event.status = Core::TaskStatus::Unknown;
    Core::Error error = Core::Error::of(Core::ErrorKind::Api);
    error.apiCode = u"InvalidParameter.TaskNotFound"_s;
    event.error = error;
    QTest::newRow("error") << event << u"There is no such task [InvalidParameter.TaskNotFound]"_s;
    event.kind = Core::EventKind::Settled;
    event.outcome = Core::StopOutcome::Failed;
    QTest::newRow("settled") << event << u"Failed: There is no such task [InvalidParameter.TaskNotFound]"_s;
    event.outcome = Core::StopOutcome::AlreadyStopped;
    QTest::newRow("already stopped") << event << u"Already stopped"_s;
    event.outcome = Core::StopOutcome::Unknown;
    event.error.reset();
    event.status = Core::TaskStatus::Prepared;
    QTest::newRow("unknown") << event << u"Unknown (last seen: Prepared)"_s;
}

void OutcomesTest::journalResult()
{
    QFETCH(const Core::JournalEvent, event);
    QTEST(Text::resultText(event), "text");
}

CONSOLE_TEST(OutcomesTest, TestSupport::NoApplication)
#include "tst_outcomes.moc"
