// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addtasksdialog.h"
#include "gui/pasteedit.h"
#include "gui/pastepreviewmodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrl>

using namespace Qt::StringLiterals;
using Model = Gui::PastePreviewModel;
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
    void saysWhatEachLineBecame();
    void showsOnlyWhatWasRefused();
    void importsFiles();
    void openedFileIsImported();
    void longTextIsReadInTheBackground();
    void pastedFilesAreImported();
    void typingInstead();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }

    [[nodiscard]] QString cell(int row, Model::Column column) const
    {
        const auto *model = child<QTableView>(u"previewTable"_s)->model();
        return model->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return child<QTableView>(u"previewTable"_s)->model()->rowCount(); }
    [[nodiscard]] QString newFile(const QString &name, const QByteArray &bytes) const;
    void openDialog(const QString &accountId);

    Support::FakePrompt m_prompt;
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
    openDialog(u"bench"_s);
}

void TestAddTasks::openDialog(const QString &accountId)
{
    m_dialog = std::make_unique<Gui::AddTasksDialog>(m_bench->services(), m_prompt, accountId);
    new QAbstractItemModelTester(child<QTableView>(u"previewTable"_s)->model(),
                                 QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog.get());
}

QString TestAddTasks::newFile(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_directory->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
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
        piece.refusal = Service::PasteRefusal::SeveralWords;
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
    QCOMPARE(lines.first().sdkAppId ? lines.first().sdkAppId->toString() : QString(), application);
    if (verdict == Verdict::Addable) {
        const Core::PushTask task = Gui::pastedTask(lines.first(), piece, u"a"_s, u"own"_s);
        QCOMPARE(task.key.accountId, u"a"_s);
        QCOMPARE(task.label, u"own"_s);
        piece.label = u"from the text"_s;
        QCOMPARE(Gui::pastedTask(lines.first(), piece, u"a"_s, u"own"_s).label, u"from the text"_s);
    }
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
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"abc123, def456"_s);
    QVERIFY(add->isEnabled());
    QCOMPARE(rows(), 2);

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
    QCOMPARE(cell(0, Model::ResultColumn), u"In the list already"_s);
}

void TestAddTasks::textNamesTheApplication()
{
    child<QComboBox>(u"applicationCombo"_s)->setCurrentText({});
    child<QPlainTextEdit>(u"pasteEdit"_s)
        ->setPlainText(u"tccli tiw StopWhiteboardPush --SdkAppId 1400000002 --TaskId \"abc123\""_s);
    QVERIFY(child<QPushButton>(u"addButton"_s)->isEnabled());
    QCOMPARE(cell(0, Model::ApplicationColumn), u"1400000002"_s);
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
    openDialog({});
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"{\"SdkAppId\":1400000001,\"TaskId\":\"abc123\"}"_s);
    QVERIFY(!child<QPushButton>(u"addButton"_s)->isEnabled());
    QVERIFY(child<QLabel>(u"summaryLabel"_s)->text().contains(u"no account"_s));
}

void TestAddTasks::markupIsShownAsItIs()
{
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"see <b>bold</b>"_s);
    QCOMPARE(rows(), 1);
    const QModelIndex index = child<QTableView>(u"previewTable"_s)->model()->index(0, Model::TaskColumn);
    QCOMPARE(index.data().toString(), u"see <b>bold</b>"_s);
    const QString toolTip = index.data(Qt::ToolTipRole).toString();
    QVERIFY2(!toolTip.contains(u"<b>"_s), qPrintable(toolTip));
    QCOMPARE(child<QLabel>(u"summaryLabel"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(child<QLabel>(u"sourceLabel"_s)->textFormat(), Qt::PlainText);
}

void TestAddTasks::saysWhatEachLineBecame()
{
    m_bench->track({u"known1"_s});
    child<QPlainTextEdit>(u"pasteEdit"_s)
        ->setPlainText(u"TaskId;SdkAppId;Label\n"
                       "abc123;1400000001;Class 7b\n"
                       "known1;1400000001;\n"
                       "abc123;1400000001;\n"
                       ";1400000001;nothing\n"
                       "def456;1.4E+09;\n"
                       "ghi789;maths;"_s);
    QStringList results;
    for (int row = 0; row < rows(); ++row)
        results.append(QString(cell(row, Model::LineColumn) + u' ' + cell(row, Model::ResultColumn)));
    QCOMPARE(results,
             QStringList({u"2 New"_s, u"3 In the list already"_s, u"4 Stands in line 2 already"_s,
                          u"5 No TaskId in it"_s, u"6 Rounded by a spreadsheet: 1.4E+09"_s,
                          u"7 The SdkAppId is not a number: maths"_s}));
    QCOMPARE(cell(0, Model::LabelColumn), u"Class 7b"_s);
    const QString summary = child<QLabel>(u"summaryLabel"_s)->text();
    QVERIFY2(summary.contains(u"3 "_s), qPrintable(summary)); // not understood
}

void TestAddTasks::showsOnlyWhatWasRefused()
{
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"abc123\nso it is\ndef456"_s);
    QCOMPARE(rows(), 3);
    child<QCheckBox>(u"refusedCheck"_s)->click();
    QCOMPARE(rows(), 1);
    QCOMPARE(cell(0, Model::LineColumn), u"2"_s);
    QCOMPARE(cell(0, Model::ResultColumn), u"Words, not TaskIds: put one TaskId on a line"_s);
    QVERIFY(child<QPushButton>(u"addButton"_s)->isEnabled()); // what is not shown is still taken
    child<QCheckBox>(u"refusedCheck"_s)->click();
    QCOMPARE(rows(), 3);
}

void TestAddTasks::importsFiles()
{
    QSignalSpy added(m_dialog.get(), &Gui::AddTasksDialog::addRequested);
    m_dialog->open();
    m_dialog->importFiles({newFile(u"a.csv"_s, "TaskId,Label,RoomId\r\nabc123,Class 7b,7\r\n"),
                           newFile(u"b.txt"_s, "def456\nsee you there\n"), m_directory->filePath(u"none"_s)});
    QVERIFY(!child<QPushButton>(u"addButton"_s)->isEnabled()); // not before they are read
    QVERIFY(!child<QPlainTextEdit>(u"pasteEdit"_s)->isVisible());
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(cell(0, Model::LineColumn), u"a.csv:2"_s);
    QCOMPARE(cell(2, Model::LineColumn), u"b.txt:2"_s);
    QCOMPARE(cell(3, Model::ResultColumn), u"This is not a file that can be read"_s);
    child<QLineEdit>(u"labelEdit"_s)->setText(u"Other"_s);
    child<QPushButton>(u"addButton"_s)->click();
    QCOMPARE(added.count(), 1);
    const auto tasks = added.first().first().value<QList<Core::PushTask>>();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks.at(0).key, m_bench->key(u"abc123"_s));
    QCOMPARE(tasks.at(0).label, u"Class 7b"_s);
    QCOMPARE(tasks.at(0).roomId, 7);
    QCOMPARE(tasks.at(1).label, u"Other"_s);
}

void TestAddTasks::openedFileIsImported()
{
    m_dialog->open();
    m_prompt.files.push_back(newFile(u"ids.json"_s, R"(["abc123"])"));
    child<QPushButton>(u"fileButton"_s)->click();
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(child<QLabel>(u"sourceLabel"_s)->text(), u"ids.json"_s);
    QVERIFY(m_prompt.fileQuestions.last().nameFilter.contains(u"*.csv"_s));
}

void TestAddTasks::longTextIsReadInTheBackground()
{
    m_dialog->open();
    QString text;
    for (int i = 0; text.size() <= Gui::PasteEdit::longestText; ++i)
        text += u"07b4c70bpafm1b4maj%1\n"_s.arg(i);
    const auto lines = static_cast<int>(text.count(u'\n'));
    m_dialog->setPastedText(text);
    QVERIFY(child<QPlainTextEdit>(u"pasteEdit"_s)->toPlainText().isEmpty());
    QCOMPARE(child<QLabel>(u"summaryLabel"_s)->text(), u"Reading…"_s);
    QTRY_COMPARE(rows(), lines);
    QVERIFY(child<QPushButton>(u"addButton"_s)->isEnabled());

    // Half of it fits into the field, and is still not read at every key.
    m_dialog->setPastedText(text.left(text.size() / 2));
    QVERIFY(child<QPlainTextEdit>(u"pasteEdit"_s)->isVisible());
    QTRY_VERIFY(rows() > lines / 3);
}

void TestAddTasks::pastedFilesAreImported()
{
    m_dialog->open();
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(newFile(u"ids.txt"_s, "abc123\ndef456"))});
    QGuiApplication::clipboard()->setMimeData(data);
    child<QPlainTextEdit>(u"pasteEdit"_s)->paste();
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(child<QLabel>(u"sourceLabel"_s)->text(), u"ids.txt"_s);
}

void TestAddTasks::typingInstead()
{
    m_dialog->open();
    m_dialog->importFiles({newFile(u"ids.txt"_s, "abc123")});
    QTRY_COMPARE(rows(), 1);
    child<QPushButton>(u"typeButton"_s)->click();
    QCOMPARE(rows(), 0);
    QVERIFY(child<QPlainTextEdit>(u"pasteEdit"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"addButton"_s)->isEnabled());
    child<QPlainTextEdit>(u"pasteEdit"_s)->setPlainText(u"def456"_s);
    QCOMPARE(rows(), 1);

    // What is still being read does not come after all.
    m_dialog->importFiles({m_directory->filePath(u"ids.txt"_s)});
    child<QPushButton>(u"typeButton"_s)->click();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(rows(), 0);
}

CONSOLE_TEST(TestAddTasks, QApplication)
#include "tst_addtasks.moc"
