// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addtasksdialog.h"
#include "gui/pastepreview.h"
#include "support/testbench.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Verdict = Gui::PastedLine::Verdict;

Q_DECLARE_METATYPE(Gui::PastedLine::Verdict)

//! What a pasted text becomes, as the preview and as the dialog say it.
class TestAddTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void judgesPieces_data();
    void judgesPieces();
    void sameTaskOnce();
    void addIsEnabledOnlyWithSomethingToAdd();
    void textNamesTheApplication();
    void addsWithLabelToTheChosenAccount();
    void withoutAccountItSaysSo();
    void markupIsShownAsItIs();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Gui::AddTasksDialog> m_dialog;
};

void TestAddTasks::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    Simulator::ServerAddress nowhere;
    nowhere.url = QUrl(u"http://127.0.0.1:9"_s);
    nowhere.sdkAppIds = {1400000001, 1400000002};
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), nowhere);
    QVERIFY(m_bench->open());
    m_dialog = std::make_unique<Gui::AddTasksDialog>(m_bench->services(), u"bench"_s);
}

void TestAddTasks::cleanup()
{
    m_dialog.reset();
    m_bench.reset();
    m_directory.reset();
}

void TestAddTasks::judgesPieces_data()
{
    QTest::addColumn<QString>("taskId");
    QTest::addColumn<qint64>("ownApplication");
    QTest::addColumn<qint64>("chosenApplication");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("application");

    QTest::newRow("application of the field")
        << u"abc"_s << qint64(0) << qint64(7) << Verdict::Addable << u"7"_s;
    QTest::newRow("application of the text")
        << u"abc"_s << qint64(5) << qint64(0) << Verdict::Addable << u"5"_s;
    QTest::newRow("the text wins") << u"abc"_s << qint64(5) << qint64(7) << Verdict::Addable << u"5"_s;
    QTest::newRow("no application") << u"abc"_s << qint64(0) << qint64(0) << Verdict::NoApplication
                                    << QString();
    QTest::newRow("tracked") << u"known"_s << qint64(0) << qint64(7) << Verdict::Known << u"7"_s;
    QTest::newRow("tracked elsewhere") << u"known"_s << qint64(5) << qint64(7) << Verdict::Addable << u"5"_s;
    QTest::newRow("no task") << QString() << qint64(0) << qint64(7) << Verdict::NotUnderstood << u"7"_s;
}

void TestAddTasks::judgesPieces()
{
    QFETCH(const QString, taskId);
    QFETCH(const qint64, ownApplication);
    QFETCH(const qint64, chosenApplication);
    QFETCH(const Verdict, verdict);
    QFETCH(const QString, application);

    Service::PastedTask piece;
    if (taskId.isEmpty())
        piece.problem = u"why"_s;
    else
        piece.taskId = Core::TaskId::parse(taskId).value();
    if (ownApplication > 0)
        piece.sdkAppId = Core::SdkAppId{ownApplication};
    const auto chosen = chosenApplication > 0 ? std::optional(Core::SdkAppId{chosenApplication})
                                              : std::optional<Core::SdkAppId>();
    const Core::TaskKey known{u"a"_s, {7}, Core::TaskId::parse(u"known").value()};

    const QList<Gui::PastedLine> lines = Gui::previewPaste(
        {piece}, u"a"_s, chosen, [&known](const Core::TaskKey &key) { return key == known; });
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().verdict, verdict);
    QCOMPARE(lines.first().application, application);
    QCOMPARE(lines.first().task.has_value(), verdict == Verdict::Addable);
    if (lines.first().task)
        QCOMPARE(lines.first().task->key.accountId, u"a"_s);
}

void TestAddTasks::sameTaskOnce()
{
    Service::PastedTask bare;
    bare.taskId = Core::TaskId::parse(u"abc").value();
    Service::PastedTask named = bare;
    named.sdkAppId = Core::SdkAppId{7};
    const auto lines =
        Gui::previewPaste({bare, named}, u"a"_s, Core::SdkAppId{7}, [](const auto &) { return false; });
    QCOMPARE(lines.size(), 1);
}

void TestAddTasks::addIsEnabledOnlyWithSomethingToAdd()
{
    auto *add = child<QPushButton>(u"addButton"_s);
    QVERIFY(!add->isEnabled());
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"abc123 def456"_s);
    QVERIFY(add->isEnabled());
    QCOMPARE(child<QTableWidget>(u"previewTable"_s)->rowCount(), 2);

    child<QComboBox>(u"applicationCombo"_s)->setCurrentText(u"not a number"_s);
    QVERIFY(!add->isEnabled());
    QVERIFY(child<QLabel>(u"summaryLabel"_s)->text().contains(u"must be a number"_s));
    child<QComboBox>(u"applicationCombo"_s)->setCurrentText(u"1400000009"_s);
    QVERIFY(add->isEnabled());

    m_bench->book.add({[this] {
        Core::PushTask task;
        task.key = m_bench->key(u"abc123"_s);
        return task;
    }()});
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"abc123"_s);
    child<QComboBox>(u"applicationCombo"_s)->setCurrentText(u"1400000001"_s);
    QVERIFY(!add->isEnabled());
    QCOMPARE(child<QTableWidget>(u"previewTable"_s)->item(0, 0)->text(), u"In the list already"_s);
}

void TestAddTasks::textNamesTheApplication()
{
    child<QComboBox>(u"applicationCombo"_s)->setCurrentText({});
    child<QPlainTextEdit>(u"pasteEdit"_s)
        ->setPlainText(u"tccli tiw StopWhiteboardPush --SdkAppId 1400000002 --TaskId \"abc123\""_s);
    QVERIFY(child<QPushButton>(u"addButton"_s)->isEnabled());
    QCOMPARE(child<QTableWidget>(u"previewTable"_s)->item(0, 2)->text(), u"1400000002"_s);
}

void TestAddTasks::addsWithLabelToTheChosenAccount()
{
    QSignalSpy added(m_dialog.get(), &Gui::AddTasksDialog::addRequested);
    m_dialog->open();
    child<QLineEdit>(u"labelEdit"_s)->setText(u" Class 7b "_s);
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"abc123\ndef456"_s);
    child<QPushButton>(u"addButton"_s)->click();
    QCOMPARE(added.count(), 1);
    const auto tasks = added.first().first().value<QList<Core::PushTask>>();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks.first().key, m_bench->key(u"abc123"_s));
    QCOMPARE(tasks.first().label, u"Class 7b"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TestAddTasks::withoutAccountItSaysSo()
{
    bool isRemoved = false;
    m_bench->accounts.remove(u"bench"_s, &m_bench->book,
                             [&isRemoved](const Core::Result<void> &) { isRemoved = true; });
    QTRY_VERIFY(isRemoved);
    m_dialog = std::make_unique<Gui::AddTasksDialog>(m_bench->services(), QString());
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"{\"SdkAppId\":1400000001,\"TaskId\":\"abc123\"}"_s);
    QVERIFY(!child<QPushButton>(u"addButton"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"summaryLabel"_s)->text().contains(u"no account"_s));
}

void TestAddTasks::markupIsShownAsItIs()
{
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"{\"x\":\"<b>bold</b>\"}"_s);
    const auto *table = child<QTableWidget>(u"previewTable"_s);
    QVERIFY(table->rowCount() > 0);
    const QString toolTip = table->item(0, 0)->toolTip();
    QVERIFY2(!toolTip.contains(u"<b>"_s), qPrintable(toolTip));
    QCOMPARE(child<QLabel>(u"summaryLabel"_s)->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestAddTasks)
#include "tst_addtasks.moc"
