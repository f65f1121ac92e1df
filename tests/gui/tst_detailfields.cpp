// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/detailfields.h"
#include "gui/plaintooltip.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;

//! What the details pane says of a task, as facts, before any widget shows it.
class TestDetailFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreAlwaysTheSame();
    void onlyKnownThingsAreSaid();
    void showsOddBackupAsItCame();
    void problems_data();
    void problems();
    void toolTipsArePlain_data();
    void toolTipsArePlain();

private:
    [[nodiscard]] static QString value(const Core::PushTask &task, const QString &objectName)
    {
        for (const Gui::DetailField &field : Gui::detailFields(task, u"Main"_s, now())) {
            if (field.objectName == objectName)
                return field.value;
        }
        return u"(no such field)"_s;
    }
    [[nodiscard]] static QDateTime now() { return QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC); }
};

void TestDetailFields::linesAreAlwaysTheSame()
{
    Core::PushTask full;
    full.roomId = 12;
    full.backup.taskId = u"backup"_s;
    const auto empty = Gui::detailFields({}, {}, now());
    const auto other = Gui::detailFields(full, u"Main"_s, now());
    QCOMPARE(empty.size(), other.size());
    for (qsizetype i = 0; i < empty.size(); ++i)
        QCOMPARE(empty.at(i).objectName, other.at(i).objectName);
}

void TestDetailFields::onlyKnownThingsAreSaid()
{
    Core::PushTask task;
    task.key = {u"a"_s, {1400000001}, Core::TaskId::parse(u"abc").value()};
    QCOMPARE(value(task, u"taskIdValue"_s), u"abc"_s);
    QCOMPARE(value(task, u"accountValue"_s), u"Main"_s);
    QCOMPARE(value(task, u"roomValue"_s), QString());
    QCOMPARE(value(task, u"runningForValue"_s), QString());
    QCOMPARE(value(task, u"backupStatusValue"_s), QString());

    task.status = Core::TaskStatus::Pushing;
    task.startTime = now().addSecs(-125);
    QCOMPARE(value(task, u"runningForValue"_s), u"2 min 05 s"_s);
}

void TestDetailFields::showsOddBackupAsItCame()
{
    Core::PushTask task;
    task.backup.rawText = u"{}"_s;
    QCOMPARE(value(task, u"backupTextValue"_s), QString());
    task.backup.rawText = u"<odd>"_s;
    QCOMPARE(value(task, u"backupTextValue"_s), u"<odd>"_s);
}

void TestDetailFields::problems_data()
{
    QTest::addColumn<int>("outcome"); // -1: none
    QTest::addColumn<int>("phase");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("taskCode");
    QTest::addColumn<bool>("hasProblem");

    using Core::StopOutcome;
    using Core::StopPhase;
    const auto row = [](const char *name, int outcome, StopPhase phase, const QString &code,
                        const QString &taskCode, bool hasProblem) {
        QTest::newRow(name) << outcome << static_cast<int>(phase) << code << taskCode << hasProblem;
    };
    const auto of = [](StopOutcome outcome) { return static_cast<int>(outcome); };
    row("never stopped", -1, StopPhase::None, {}, {}, false);
    row("stopped", of(StopOutcome::Stopped), StopPhase::Settled, {}, {}, false);
    row("already stopped", of(StopOutcome::AlreadyStopped), StopPhase::Settled,
        u"UnsupportedOperation.TaskHasAlreadyStopped"_s, {}, false);
    row("refused", of(StopOutcome::Failed), StopPhase::Settled, u"InvalidParameter.TaskNotFound"_s, {}, true);
    row("our own kind", of(StopOutcome::Failed), StopPhase::Settled, u"Timeout"_s, {}, true);
    row("unknown", of(StopOutcome::Unknown), StopPhase::Settled, {}, {}, true);
    row("not sent", of(StopOutcome::NotSent), StopPhase::Settled, {}, {}, true);
    row("a newer one is under way", of(StopOutcome::Failed), StopPhase::Sent, u"AuthFailure"_s, {}, false);
    row("the task itself failed", -1, StopPhase::None, {}, u"FailedOperation.WhiteboardPush"_s, true);
}

void TestDetailFields::problems()
{
    QFETCH(const int, outcome);
    QFETCH(const int, phase);
    QFETCH(const QString, code);
    QFETCH(const QString, taskCode);
    QFETCH(const bool, hasProblem);

    Core::PushTask task;
    if (outcome >= 0)
        task.lastOutcome = static_cast<Core::StopOutcome>(outcome);
    task.stopPhase = static_cast<Core::StopPhase>(phase);
    task.lastErrorCode = code;
    task.lastErrorMessage = u"as the service put it"_s;
    task.taskErrorCode = taskCode;
    const std::optional<Gui::TaskProblem> problem = Gui::problemOf(task);
    QCOMPARE(problem.has_value(), hasProblem);
    if (problem) {
        QVERIFY(!problem->text.title.isEmpty());
        QVERIFY(!problem->text.explanation.isEmpty());
        QVERIFY(!problem->text.explanation.contains(u"as the service put it"_s));
    }
}

void TestDetailFields::toolTipsArePlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"a task"_s;
    QTest::newRow("markup") << u"<img src=x>"_s;
    QTest::newRow("entity") << u"a &amp; b"_s;
}

void TestDetailFields::toolTipsArePlain()
{
    QFETCH(const QString, text);
    const QString toolTip = Gui::plainToolTip(text);
    QVERIFY(Qt::mightBeRichText(toolTip));
    QCOMPARE(toolTip, QString(u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s));
    QVERIFY(Gui::plainToolTip({}).isEmpty());
}

CONSOLE_TEST(TestDetailFields, QApplication)
#include "tst_detailfields.moc"
