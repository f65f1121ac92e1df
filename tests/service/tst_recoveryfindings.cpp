// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/confirmation.h"
#include "service/recoveryfindings.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] Core::Error refusal(const QString &code)
{
    Core::Error error = Core::Error::of(Core::ErrorKind::Api);
    error.apiCode = code;
    return error;
}

[[nodiscard]] Core::Error lost()
{
    Core::Error error = Core::Error::of(Core::ErrorKind::Network);
    error.delivery = Core::Delivery::MaybeDelivered;
    return error;
}

[[nodiscard]] Core::OpenIntent answeredWith(const QList<Core::Error> &errors)
{
    Core::OpenIntent open;
    open.errors = errors;
    open.sentAttempts = static_cast<int>(errors.size());
    return open;
}

[[nodiscard]] Service::ConfirmationVerdict verdict(Service::ConfirmationVerdict::Kind kind,
                                                   Core::TaskStatus status = Core::TaskStatus::Unknown,
                                                   bool isLate = false)
{
    Service::ConfirmationVerdict made;
    made.kind = kind;
    made.lastStatus = status;
    made.isLate = isLate;
    return made;
}

} // namespace

//! The rules by which a Stop that an earlier run left open gets its outcome.
class TestRecoveryFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersThatSayAll_data();
    void answersThatSayAll();
    void answersThatLeaveAQuestion_data();
    void answersThatLeaveAQuestion();
    void whatAskingSays_data();
    void whatAskingSays();
};

void TestRecoveryFindings::answersThatSayAll_data()
{
    QTest::addColumn<QList<Core::Error>>("errors");
    QTest::addColumn<Core::StopOutcome>("outcome");
    const Core::Error alreadyStopped = refusal(u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
    const Core::Error throttled = refusal(u"RequestLimitExceeded"_s);
    QTest::newRow("already stopped") << QList{alreadyStopped} << Core::StopOutcome::AlreadyStopped;
    QTest::newRow("already stopped, throttled before")
        << QList{throttled, alreadyStopped} << Core::StopOutcome::AlreadyStopped;
    QTest::newRow("refused for good")
        << QList{refusal(u"AuthFailure.SignatureFailure"_s)} << Core::StopOutcome::Failed;
    QTest::newRow("throttled, would have tried again") << QList{throttled} << Core::StopOutcome::NotSent;
    QTest::newRow("token expired, would have asked for another")
        << QList{refusal(u"AuthFailure.TokenFailure"_s)} << Core::StopOutcome::NotSent;
    QTest::newRow("given up before it left")
        << QList{throttled, Core::Error::of(Core::ErrorKind::Canceled)} << Core::StopOutcome::NotSent;
}

void TestRecoveryFindings::answersThatSayAll()
{
    QFETCH(QList<Core::Error>, errors);
    QFETCH(Core::StopOutcome, outcome);
    const auto finding = Service::findingOfAnswers(answeredWith(errors));
    QVERIFY(finding);
    QCOMPARE(finding->outcome, outcome);
    QCOMPARE(finding->error.has_value(), outcome != Core::StopOutcome::AlreadyStopped);
}

void TestRecoveryFindings::answersThatLeaveAQuestion_data()
{
    QTest::addColumn<Core::OpenIntent>("open");
    QTest::newRow("no answer at all") << answeredWith({});
    QTest::newRow("lost") << answeredWith({lost()});
    QTest::newRow("lost, then refused") << answeredWith({lost(), refusal(u"AuthFailure.SignatureFailure"_s)});
    // One of ours may have stopped it, so that Describe has to tell when it ended.
    QTest::newRow("lost, then already stopped")
        << answeredWith({lost(), refusal(u"UnsupportedOperation.TaskHasAlreadyStopped"_s)});
    QTest::newRow("failed inside") << answeredWith({refusal(u"InternalError"_s)});
    Core::OpenIntent unanswered = answeredWith({refusal(u"RequestLimitExceeded"_s)});
    ++unanswered.sentAttempts;
    QTest::newRow("the last try has no answer") << unanswered;
    Core::OpenIntent accepted = answeredWith({refusal(u"RequestLimitExceeded"_s)});
    accepted.isAccepted = true;
    QTest::newRow("accepted") << accepted;
}

void TestRecoveryFindings::answersThatLeaveAQuestion()
{
    QFETCH(Core::OpenIntent, open);
    QVERIFY(!Service::findingOfAnswers(open));
}

void TestRecoveryFindings::whatAskingSays_data()
{
    using Kind = Service::ConfirmationVerdict::Kind;
    QTest::addColumn<Service::ConfirmationVerdict>("said");
    QTest::addColumn<bool>("isAccepted");
    QTest::addColumn<bool>("isSameKey");
    QTest::addColumn<Core::StopOutcome>("outcome");
    constexpr auto pushing = Core::TaskStatus::Pushing;
    QTest::newRow("stopped") << verdict(Kind::Stopped) << false << true << Core::StopOutcome::Stopped;
    QTest::newRow("ended by error") << verdict(Kind::TaskFailed) << true << true << Core::StopOutcome::Failed;
    QTest::newRow("runs on, asked late enough")
        << verdict(Kind::DeadlinePassed, pushing, true) << false << true << Core::StopOutcome::NotSent;
    QTest::newRow("runs on, asked too early")
        << verdict(Kind::DeadlinePassed, pushing, false) << false << true << Core::StopOutcome::Unknown;
    QTest::newRow("runs on though accepted")
        << verdict(Kind::DeadlinePassed, pushing, true) << true << true << Core::StopOutcome::Unknown;
    QTest::newRow("nobody answered in time")
        << verdict(Kind::DeadlinePassed) << false << true << Core::StopOutcome::Unknown;
    Service::ConfirmationVerdict notFound = verdict(Kind::CannotAsk);
    notFound.error = refusal(u"InvalidParameter.TaskNotFound"_s);
    QTest::newRow("no such task") << notFound << false << true << Core::StopOutcome::Failed;
    QTest::newRow("no such task for another's key")
        << notFound << false << false << Core::StopOutcome::Unknown;
    QTest::newRow("no such task though accepted") << notFound << true << true << Core::StopOutcome::Unknown;
    QTest::newRow("given up") << verdict(Kind::Canceled) << false << true << Core::StopOutcome::Unknown;
}

void TestRecoveryFindings::whatAskingSays()
{
    QFETCH(Service::ConfirmationVerdict, said);
    QFETCH(bool, isAccepted);
    QFETCH(bool, isSameKey);
    QTEST(Service::findingOf(said, isAccepted, isSameKey).outcome, "outcome");
}

CONSOLE_TEST(TestRecoveryFindings, QCoreApplication)
#include "tst_recoveryfindings.moc"
