// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logexport.h"
#include "gui/logpane.h"
#include "support/fakeprompt.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

Core::LogEntry stop(const QString &taskId, Core::LogLevel level, const QString &requestId)
{
    Core::LogEntry entry;
    entry.time = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 8), Qt::UTC);
    entry.level = level;
    entry.topic = Core::LogTopic::Request;
    entry.accountName = u"school"_s;
    entry.action = u"StopWhiteboardPush"_s;
    entry.sdkAppId = {1400000001};
    entry.taskId = taskId;
    entry.requestId = requestId;
    entry.latencyMs = 53;
    entry.attempt = 1;
    return entry;
}

Core::LogEntry refused(const QString &taskId, const QString &message)
{
    Core::LogEntry entry = stop(taskId, Core::LogLevel::Error, u"req-refused"_s);
    Core::Error error;
    error.kind = Core::ErrorKind::Api;
    error.apiCode = u"InvalidParameter.TaskNotFound"_s;
    error.apiMessage = message;
    entry.error = error;
    return entry;
}

} // namespace

//! The log pane over a real store: what is shown, explained, copied and exported.
class TestLogPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filtersByLevelAndText();
    void explainsTheSelectedLine();
    void copiesLinesAndRequestIds();
    void copyKeyBelongsToTheTable();
    void exportsWhatIsShown();
    void exportFailureIsTold();
    void formulasAreGuarded_data();
    void formulasAreGuarded();
    void jsonHasNullsAndNumbers();
    void staysBounded();
    void followsTheEndOnlyWhenThere();
    void clears();
    void remembersItsState();

private:
    [[nodiscard]] int rows() const { return m_view->model()->rowCount(); }
    void selectRow(int row) { m_view->selectRow(row); }
    template <typename T> [[nodiscard]] T *child(const char *name) const
    {
        return m_pane->findChild<T *>(QString::fromLatin1(name));
    }

    std::unique_ptr<Core::LogStore> m_log;
    Support::FakePrompt m_prompt;
    std::unique_ptr<Gui::LogPane> m_pane;
    QTableView *m_view = nullptr;
};

void TestLogPane::init()
{
    m_prompt.files.clear();
    m_prompt.told.clear();
    m_log = std::make_unique<Core::LogStore>(200);
    m_pane = std::make_unique<Gui::LogPane>(*m_log, m_prompt);
    m_pane->resize(900, 240);
    m_pane->show();
    m_view = child<QTableView>("logView");
    QVERIFY(m_view != nullptr);
    new QAbstractItemModelTester(m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_pane.get());
}

void TestLogPane::cleanup()
{
    m_pane.reset();
    m_log.reset();
}

void TestLogPane::filtersByLevelAndText()
{
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    m_log->append(stop(u"task-b"_s, Core::LogLevel::Success, u"req-2"_s));
    m_log->append(stop(u"task-c"_s, Core::LogLevel::Warning, u"req-3"_s));
    m_log->append(refused(u"task-d"_s, {}));
    QTRY_COMPARE(rows(), 4);

    auto *level = child<QComboBox>("levelBox");
    for (int index = 0; index < 4; ++index) {
        level->setCurrentIndex(index);
        QCOMPARE(rows(), 4 - index);
    }
    level->setCurrentIndex(0);
    auto *search = child<QLineEdit>("searchEdit");
    QTest::keyClicks(search, u"TASK-B"_s);
    QCOMPARE(rows(), 1);
    search->setText(u"tasknotfound"_s);
    QCOMPARE(rows(), 1);
    search->clear();
    QCOMPARE(rows(), 4);
}

void TestLogPane::explainsTheSelectedLine()
{
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    m_log->append(refused(u"task-b"_s, u"<b>no such task</b>"_s));
    QTRY_COMPARE(rows(), 2);
    const auto *details = child<QPlainTextEdit>("detailsText");
    QCOMPARE(details->toPlainText(), QString());
    selectRow(1);
    const QString text = details->toPlainText();
    QVERIFY(text.contains("<b>no such task</b>"_L1)); // as it came, and not as markup
    QVERIFY(text.contains("req-refused"_L1));
    QVERIFY(text.contains("1400000001"_L1));
    QVERIFY(text.count(u"\n\n"_s) >= 3); // sentence, explanation and remedy stand apart
    m_view->clearSelection();
    QCOMPARE(details->toPlainText(), QString());
}

void TestLogPane::copiesLinesAndRequestIds()
{
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    m_log->append(stop(u"task-b"_s, Core::LogLevel::Info, u"req-2"_s));
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!child<QToolButton>("copyButton")->isEnabled());
    m_view->selectAll();
    QTest::mouseClick(child<QToolButton>("copyButton"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), 1);
    QVERIFY(copied.startsWith(
        "2026-03-04T05:06:07.008Z\tinfo\tschool\tStopWhiteboardPush\t1400000001\ttask-a\t"_L1));
    child<QAction>("copyRequestIdAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"req-1\nreq-2"_s);
}

void TestLogPane::copyKeyBelongsToTheTable()
{
    int copiedElsewhere = 0;
    const QShortcut other(QKeySequence::Copy, m_pane.get(), [&copiedElsewhere] { ++copiedElsewhere; });
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    selectRow(0);
    m_view->setFocus();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains("task-a"_L1));
    QCOMPARE(copiedElsewhere, 0);
}

void TestLogPane::exportsWhatIsShown()
{
    const QTemporaryDir directory;
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    m_log->append(refused(u"task-b"_s, u"a \"quoted\", message"_s));
    QTRY_COMPARE(rows(), 2);
    child<QComboBox>("levelBox")->setCurrentIndex(3);

    for (const QString &name : {u"log.csv"_s, u"log.json"_s}) {
        const QString path = directory.filePath(name);
        m_prompt.files.push_back(path);
        QTest::mouseClick(child<QToolButton>("exportButton"), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("task-b"));
        QVERIFY(!content.contains("task-a")); // filtered out
        if (name.endsWith("csv"_L1)) {
            QVERIFY(content.startsWith("\xef\xbb\xbftime,level,account,"));
            QVERIFY(content.contains("\"a \"\"quoted\"\", message\""));
        } else {
            QCOMPARE(QJsonDocument::fromJson(content).array().size(), 1);
        }
    }
    QCOMPARE(m_prompt.told, QStringList());
}

void TestLogPane::exportFailureIsTold()
{
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    QTRY_COMPARE(rows(), 1);
    m_prompt.files.push_back(u"/nonexistent/place/log.csv"_s);
    QTest::mouseClick(child<QToolButton>("exportButton"), Qt::LeftButton);
    QTRY_COMPARE(m_prompt.told.size(), 1);
}

void TestLogPane::formulasAreGuarded_data()
{
    QTest::addColumn<QString>("taskId");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("equals") << u"=1+2"_s << QByteArray("\"'=1+2\"");
    QTest::newRow("plus") << u"+1"_s << QByteArray("\"'+1\"");
    QTest::newRow("minus") << u"-1"_s << QByteArray("\"'-1\"");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("\"'@SUM(A1)\"");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("quote inside") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("harmless") << u"a=1"_s << QByteArray("a=1");
}

void TestLogPane::formulasAreGuarded()
{
    QFETCH(const QString, taskId);
    QFETCH(const QByteArray, field);
    const QByteArray csv = Gui::logAsCsv({stop(taskId, Core::LogLevel::Info, u"req"_s)});
    const QByteArray expected = ",1400000001," + field + ",";
    QVERIFY2(csv.contains(expected), csv.constData());
}

void TestLogPane::jsonHasNullsAndNumbers()
{
    const QJsonArray lines =
        QJsonDocument::fromJson(Gui::logAsJson({stop(u"task-a"_s, Core::LogLevel::Info, {})})).array();
    const QJsonObject line = lines.first().toObject();
    QCOMPARE(line.value("time"_L1), QJsonValue(u"2026-03-04T05:06:07.008Z"_s));
    QCOMPARE(line.value("sdkAppId"_L1), QJsonValue(1400000001));
    QCOMPARE(line.value("latencyMs"_L1), QJsonValue(53));
    for (const auto &name : {"outcome"_L1, "errorCode"_L1, "requestId"_L1, "serviceMessage"_L1})
        QVERIFY(line.contains(name) && line.value(name).isNull());
}

void TestLogPane::staysBounded()
{
    for (int number = 0; number < 1000; ++number)
        m_log->append(stop(u"task-%1"_s.arg(number), Core::LogLevel::Info, {}));
    QTRY_COMPARE(rows(), 200);
    m_log->append(stop(u"task-last"_s, Core::LogLevel::Info, {}));
    QTRY_VERIFY(m_view->model()->index(199, 4).data().toString() == u"task-last"_s);
    QCOMPARE(rows(), 200);
}

void TestLogPane::followsTheEndOnlyWhenThere()
{
    for (int number = 0; number < 100; ++number)
        m_log->append(stop(u"task-%1"_s.arg(number), Core::LogLevel::Info, {}));
    QTRY_COMPARE(rows(), 100);
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());

    bar->setValue(3);
    m_log->append(stop(u"task-x"_s, Core::LogLevel::Info, {}));
    QTRY_COMPARE(rows(), 101);
    QCOMPARE(bar->value(), 3);

    bar->setValue(bar->maximum());
    m_log->append(stop(u"task-y"_s, Core::LogLevel::Info, {}));
    QTRY_COMPARE(rows(), 102);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void TestLogPane::clears()
{
    m_log->append(stop(u"task-a"_s, Core::LogLevel::Info, u"req-1"_s));
    QTRY_COMPARE(rows(), 1);
    selectRow(0);
    QTest::mouseClick(child<QToolButton>("clearButton"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(m_log->entries().size(), size_t(0));
    QTRY_COMPARE(child<QPlainTextEdit>("detailsText")->toPlainText(), QString());
    QVERIFY(!child<QToolButton>("exportButton")->isEnabled());
}

void TestLogPane::remembersItsState()
{
    m_view->setColumnWidth(2, 321);
    Gui::LogPane other(*m_log, m_prompt);
    other.restoreState(m_pane->saveState());
    const auto *view = other.findChild<QTableView *>(u"logView"_s);
    QCOMPARE(view->columnWidth(2), 321);
    other.restoreState("nonsense"); // left as it is
    QCOMPARE(view->columnWidth(2), 321);
}

CONSOLE_TEST(TestLogPane, QApplication)
#include "tst_logpane.moc"
