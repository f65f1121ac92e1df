// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/addtasksdialog.h"
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

//! Tasks into the real window and out of it: files, clipboard, drag and drop.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void droppedTextIsPreviewed();
    void droppedFilesAreAdded();
    void droppedPictureIsDeclined();
    void moveIsTakenAsACopy();
    void droppedLinkOfTheWebIsText();
    void filesInTheClipboardAreImported();
    void importAsksForAFile();
    void exportsWhatIsShown_data();
    void exportsWhatIsShown();
    void exportsTheSelection();
    void exportedTasksCanBeImported();
    void exportsTheJournalPageByPage();
    void exportThatFailsIsTold();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] Gui::AddTasksDialog *dialog() const { return m_window->findChild<Gui::AddTasksDialog *>(); }
    [[nodiscard]] QString newFile(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile file(m_directory->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! Drags over the window and lets go; whether it was taken.
    bool drop(QMimeData &data, Qt::DropAction proposed = Qt::CopyAction);

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    Qt::DropAction m_dropAction = Qt::IgnoreAction; //!< of the last drop
};

void TestExchange::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestExchange::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestExchange::newFile(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_directory->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

bool TestExchange::drop(QMimeData &data, Qt::DropAction proposed)
{
    QDragEnterEvent enter({200, 200}, Qt::CopyAction | proposed, &data, Qt::LeftButton, Qt::NoModifier);
    enter.setDropAction(proposed);
    enter.ignore();
    QCoreApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event({200, 200}, Qt::CopyAction | proposed, &data, Qt::LeftButton, Qt::NoModifier);
    event.setDropAction(proposed);
    event.ignore();
    QCoreApplication::sendEvent(m_window.get(), &event);
    m_dropAction = event.dropAction();
    return event.isAccepted();
}

void TestExchange::droppedTextIsPreviewed()
{
    QMimeData data;
    data.setText(u"abc123\nwhat is this"_s);
    QVERIFY(drop(data));
    QVERIFY(dialog() != nullptr);
    QCOMPARE(dialog()->findChild<QTableView *>(u"previewTable"_s)->model()->rowCount(), 2);
    QCOMPARE(m_bench->book.size(), 0); // nothing without Add
    dialog()->findChild<QPushButton *>(u"addButton"_s)->click();
    QTRY_COMPARE(m_bench->book.size(), 1);
}

void TestExchange::droppedFilesAreAdded()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(newFile(u"a.csv"_s, "TaskId;Class\r\nabc123;\"7b; maths\"\r\n")),
                  QUrl::fromLocalFile(newFile(u"b.txt"_s, "def456\n"))});
    QVERIFY(drop(data));
    auto *add = dialog()->findChild<QPushButton *>(u"addButton"_s);
    QTRY_VERIFY(add->isEnabled());
    add->click();
    QTRY_COMPARE(m_bench->book.size(), 2);
    QCOMPARE(m_bench->book.find(m_bench->key(u"abc123"_s))->label, u"7b; maths"_s);
    QTRY_COMPARE(m_window->findChild<Gui::TaskPage *>()->selectedKeys().size(), 2);
}

void TestExchange::droppedPictureIsDeclined()
{
    QMimeData data;
    data.setImageData(QByteArray("picture"));
    QVERIFY(!drop(data));
    QVERIFY(dialog() == nullptr);
}

//! Or the program that the text comes from would delete it.
void TestExchange::moveIsTakenAsACopy()
{
    QMimeData data;
    data.setText(u"abc123"_s);
    QVERIFY(drop(data, Qt::MoveAction));
    QCOMPARE(m_dropAction, Qt::CopyAction);
}

void TestExchange::droppedLinkOfTheWebIsText()
{
    QMimeData data;
    data.setUrls({QUrl(
        u"https://tiw.tencentcloudapi.com/?Action=StopWhiteboardPush&SdkAppId=1400000002&TaskId=abc123"_s)});
    QVERIFY(drop(data));
    dialog()->findChild<QPushButton *>(u"addButton"_s)->click();
    QTRY_VERIFY(m_bench->book.contains(m_bench->key(u"abc123"_s, 1400000002)));
}

void TestExchange::filesInTheClipboardAreImported()
{
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(newFile(u"ids.txt"_s, "abc123\n"))});
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(child<QTableView>(u"taskTable"_s), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dialog() != nullptr);
    QTRY_COMPARE(dialog()->findChild<QTableView *>(u"previewTable"_s)->model()->rowCount(), 1);
}

void TestExchange::importAsksForAFile()
{
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m_prompt->fileQuestions.size(), 1);
    QVERIFY(dialog() == nullptr); // nothing was chosen

    m_prompt->files.push_back(
        newFile(u"ids.json"_s, R"({"Tasks":[{"TaskID":"abc123","SdkAppID":1400000001}]})"));
    action(u"importAction"_s)->trigger();
    QTRY_VERIFY(dialog() != nullptr);
    auto *add = dialog()->findChild<QPushButton *>(u"addButton"_s);
    QTRY_VERIFY(add->isEnabled());
}

void TestExchange::exportsWhatIsShown_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << u"tasks.csv"_s;
    QTest::newRow("JSON") << u"tasks.json"_s;
}

void TestExchange::exportsWhatIsShown()
{
    QFETCH(const QString, name);
    m_bench->track({u"abc123"_s, u"def456"_s, u"other1"_s});
    m_bench->book.setLabel(m_bench->key(u"abc123"_s), u"=1+1"_s);
    m_bench->book.setLabel(m_bench->key(u"def456"_s), u"a 1+1 b"_s);
    child<QLineEdit>(u"filterEdit"_s)->setText(u"1+1"_s);
    child<QTableView>(u"taskTable"_s)
        ->sortByColumn(Models::TaskTableModel::TaskIdColumn, Qt::DescendingOrder);
    m_prompt->files.push_back(m_directory->filePath(name));
    QTRY_VERIFY(action(u"exportShownAction"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(m_directory->filePath(name)));

    const QByteArray content = contentOf(name);
    if (name.endsWith(".json"_L1)) {
        const QJsonArray tasks = QJsonDocument::fromJson(content).array();
        QCOMPARE(tasks.size(), 2);
        QCOMPARE(tasks.at(0).toObject().value("taskId"_L1), QJsonValue(u"def456"_s));
        QCOMPARE(tasks.at(1).toObject().value("label"_L1), QJsonValue(u"=1+1"_s));
        QCOMPARE(tasks.at(1).toObject().value("profile"_L1), QJsonValue(u"bench"_s));
        return;
    }
    QVERIFY(content.startsWith("\xef\xbb\xbftaskId,sdkAppId,label,roomId,"));
    const QByteArrayList lines = content.split('\n');
    QCOMPARE(lines.size(), 4); // header, two tasks, nothing after the last line end
    QVERIFY2(lines.at(1).startsWith("def456,1400000001,a 1+1 b,,"), lines.at(1).constData());
    QVERIFY2(lines.at(2).startsWith("abc123,1400000001,\"'=1+1\",,"), lines.at(2).constData());
}

void TestExchange::exportsTheSelection()
{
    m_bench->track({u"abc123"_s, u"def456"_s});
    QVERIFY(!action(u"exportSelectedAction"_s)->isEnabled());
    m_window->findChild<Gui::TaskPage *>()->select({m_bench->key(u"def456"_s)});
    QTRY_VERIFY(action(u"exportSelectedAction"_s)->isEnabled());
    m_prompt->files.push_back(m_directory->filePath(u"one.csv"_s));
    action(u"exportSelectedAction"_s)->trigger();
    QTRY_VERIFY(QFile::exists(m_directory->filePath(u"one.csv"_s)));
    QCOMPARE(contentOf(u"one.csv"_s).count('\n'), 2);
    QVERIFY(contentOf(u"one.csv"_s).contains("\ndef456,"));
}

//! Out of one console and into another.
void TestExchange::exportedTasksCanBeImported()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"abc123"_s, u"-def456"_s});
    m_bench->book.setLabel(keys.at(0), u"Maths, \"advanced\"; =7b"_s);
    m_bench->book.setLabel(keys.at(1), u"=7b"_s);
    m_prompt->files.push_back(m_directory->filePath(u"tasks.csv"_s));
    QTRY_VERIFY(action(u"exportShownAction"_s)->isEnabled());
    action(u"exportShownAction"_s)->trigger();
    QTRY_VERIFY(QFile::exists(m_directory->filePath(u"tasks.csv"_s)));
    m_bench->book.remove(keys);

    m_prompt->files.push_back(m_directory->filePath(u"tasks.csv"_s));
    action(u"importAction"_s)->trigger();
    QTRY_VERIFY(dialog() != nullptr);
    auto *add = dialog()->findChild<QPushButton *>(u"addButton"_s);
    QTRY_VERIFY(add->isEnabled());
    add->click();
    QTRY_COMPARE(m_bench->book.size(), 2);
    QCOMPARE(m_bench->book.find(keys.at(0))->label, u"Maths, \"advanced\"; =7b"_s);
    QCOMPARE(m_bench->book.find(keys.at(1))->label, u"=7b"_s);
}

void TestExchange::exportsTheJournalPageByPage()
{
    constexpr int requests = 1050; // more than a page
    int recorded = 0;
    for (int i = 0; i < requests; ++i) {
        Core::Intent intent;
        intent.action = u"DescribeWhiteboardPush"_s;
        intent.accountId = u"bench"_s;
        intent.profile = u"bench"_s;
        intent.task = m_bench->key(u"id%1"_s.arg(i));
        intent.requestedAt = QDateTime::currentDateTimeUtc();
        Core::JournalEvent answered;
        answered.kind = Core::EventKind::Answered;
        answered.action = intent.action;
        answered.at = intent.requestedAt;
        answered.attempt = 1;
        answered.requestId = u"request-%1"_s.arg(i);
        m_bench->journal.recordRead(intent, answered, m_window.get(),
                                    [&recorded](const Core::Result<void> &) { ++recorded; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(recorded, requests, 20'000);
    m_prompt->files.push_back(m_directory->filePath(u"journal.csv"_s));
    action(u"exportJournalAction"_s)->trigger();
    QTRY_VERIFY(QFile::exists(m_directory->filePath(u"journal.csv"_s)));
    const QByteArrayList lines = contentOf(u"journal.csv"_s).split('\n');
    QCOMPARE(lines.size(), requests + 2);
    QVERIFY(lines.at(1).contains(",id1049,")); // newest first
    QVERIFY(lines.at(requests).contains(",id0,"));
    QTRY_COMPARE(m_window->statusBar()->currentMessage(), u"1050 line(s) written to journal.csv"_s);
}

void TestExchange::exportThatFailsIsTold()
{
    m_bench->track({u"abc123"_s});
    m_prompt->files.push_back(m_directory->filePath(u"no such folder/tasks.csv"_s));
    QTRY_VERIFY(action(u"exportShownAction"_s)->isEnabled());
    action(u"exportShownAction"_s)->trigger();
    QTRY_COMPARE(m_prompt->told.size(), 1);
    QVERIFY2(m_prompt->told.first().startsWith(u"Export tasks: The file could not be written: "_s),
             qPrintable(m_prompt->told.first()));
    QVERIFY(m_prompt->told.first().endsWith(u"Choose another folder, or free some space."_s));
    QCOMPARE(m_prompt->warned, QStringList({u"Export tasks"_s}));
}

CONSOLE_TEST(TestExchange, QApplication)
#include "tst_exchange.moc"
