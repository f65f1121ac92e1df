// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activityplot.h"
#include "gui/historypage.h"
#include "gui/mainwindow.h"
#include "gui/requestinspector.h"
#include "gui/taskpage.h"
#include "gui/timelinepage.h"
#include "models/historymodel.h"
#include "models/timelinemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using Model = Models::HistoryModel;

//! The pages beside the tasks, in the real window over the real services.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreMadeWhenShown();
    void whatIsNotSeenIsNotActedOn();
    void historyFollowsTheRequests();
    void historyIsFiltered();
    void lastHourMovesOn();
    void detailsAndRequestIds();
    void requestsOfThePastAreInspected();
    void whatIsShownIsExported_data();
    void whatIsShownIsExported();
    void timelineSelectsTasks();
    void timelineSpan();
    void timelineTellsWhatIsGone();
    void timelineHasTheListsLongRunners();
    void plotCountsTheBusiestAction();
    void timesStandAboveTheBars();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAbstractItemModel *history() const
    {
        return child<QTableView>(u"historyTable"_s)->model();
    }
    void show(const QString &page) { child<QAction>(page)->trigger(); }
    void record(const QString &taskId, const QString &requestId, const QString &code = {});

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestPages::init()
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

void TestPages::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

//! A request of the past.
void TestPages::record(const QString &taskId, const QString &requestId, const QString &code)
{
    Core::Intent intent;
    intent.action = u"DescribeWhiteboardPush"_s;
    intent.profile = u"bench"_s;
    intent.task = m_bench->key(taskId);
    Core::JournalEvent answered;
    answered.action = intent.action;
    answered.requestId = requestId;
    answered.attempt = 1;
    answered.latencyMs = 42;
    answered.requestText = u"{\"TaskId\":\"%1\"}"_s.arg(taskId);
    answered.answerText = u"{\"Response\":{\"Status\":\"<b>PUSHING</b>\"}}"_s;
    if (!code.isEmpty()) {
        answered.error = Core::Error::of(Core::ErrorKind::Api);
        answered.error->apiCode = code;
        answered.error->apiMessage = u"said so"_s;
    }
    bool isDone = false;
    m_bench->journal.recordRead(intent, answered, this,
                                [&isDone](const Core::Result<void> &) { isDone = true; });
    QTRY_VERIFY(isDone);
}

void TestPages::pagesAreMadeWhenShown()
{
    QVERIFY(m_window->findChild<Gui::TimelinePage *>() == nullptr);
    QVERIFY(m_window->findChild<Gui::HistoryPage *>() == nullptr);
    const auto *tabs = child<QTabWidget>(u"pageTabs"_s);
    QCOMPARE(tabs->count(), 4);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<Gui::HistoryPage *>() != nullptr);
    QTRY_VERIFY(m_window->findChild<Gui::HistoryPage *>()->isVisible());
    QVERIFY(child<QWidget>(u"logView"_s)->isVisible());
    QVERIFY(m_window->findChild<Gui::TimelinePage *>() == nullptr);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<Gui::TimelinePage *>() != nullptr);
    QTRY_COMPARE(tabs->currentIndex(), 1);
    QVERIFY(child<QAction>(u"timelinePageAction"_s)->isChecked());
    QVERIFY(!child<QAction>(u"historyPageAction"_s)->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<Gui::TaskPage *>()->isVisible());
    QCOMPARE(m_window->findChildren<Gui::HistoryPage *>().size(), 1);
}

void TestPages::whatIsNotSeenIsNotActedOn()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s});
    auto *tasks = m_window->findChild<Gui::TaskPage *>();
    tasks->select(keys);
    const auto *remove = child<QAction>(u"removeAction"_s);
    QTRY_VERIFY(remove->isEnabled());
    show(u"historyPageAction"_s);
    QVERIFY(!remove->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(child<QLineEdit>(u"historySearchEdit"_s)->hasFocus());
    show(u"tasksPageAction"_s);
    QVERIFY(remove->isEnabled());
}

void TestPages::historyFollowsTheRequests()
{
    show(u"historyPageAction"_s);
    QTRY_COMPARE(child<QLabel>(u"historyStateLabel"_s)->text(), u"No request matches."_s);
    QVERIFY(!child<QToolButton>(u"historyExportButton"_s)->isEnabled());
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"runs"_s;
    QVERIFY(m_server->addTask(seed));
    m_bench->sync.refresh(m_bench->track({u"runs"_s}));
    QTRY_COMPARE(history()->rowCount(), 1);
    QCOMPARE(history()->index(0, Model::TaskColumn).data().toString(), u"runs"_s);
    QCOMPARE(history()->index(0, Model::OutcomeColumn).data().toString(), u"Answered"_s);
    QTRY_COMPARE(child<QLabel>(u"historyStateLabel"_s)->text(), u"1 request(s)"_s);
    QVERIFY(child<QComboBox>(u"historyAccountBox"_s)->findData(u"bench"_s) > 0);
}

void TestPages::historyIsFiltered()
{
    record(u"one"_s, u"aaaa-1"_s);
    record(u"two"_s, u"bbbb-2"_s, u"InternalError"_s);
    record(u"two"_s, u"cccc-3"_s);
    show(u"historyPageAction"_s);
    QTRY_COMPARE(history()->rowCount(), 3);
    auto *outcome = child<QComboBox>(u"historyOutcomeBox"_s);
    QTRY_VERIFY(outcome->findData(u"failed"_s) > 0);
    outcome->setCurrentIndex(outcome->findData(u"failed"_s));
    QTRY_COMPARE(history()->rowCount(), 1);
    QCOMPARE(history()->index(0, Model::CodeColumn).data().toString(), u"InternalError"_s);
    outcome->setCurrentIndex(0);
    QTRY_COMPARE(history()->rowCount(), 3);

    auto *search = child<QLineEdit>(u"historySearchEdit"_s);
    QTest::keyClicks(search, u"cccc"_s);
    QTRY_COMPARE(history()->rowCount(), 1);
    search->clear();
    QTRY_COMPARE(history()->rowCount(), 3);
    child<QTableView>(u"historyTable"_s)->selectRow(0);
    child<QAction>(u"onlyTaskAction"_s)->trigger();
    QCOMPARE(child<QLineEdit>(u"historyTaskEdit"_s)->text(), u"two"_s);
    QTRY_COMPARE(history()->rowCount(), 2);
    child<QLineEdit>(u"historyTaskEdit"_s)->clear();

    auto *time = child<QComboBox>(u"historyTimeBox"_s);
    auto *until = child<QWidget>(u"historyUntilEdit"_s);
    QVERIFY(!until->isVisible());
    time->setCurrentIndex(time->count() - 1); // between a day ago and the making of the page
    QVERIFY(until->isVisible());
    QTRY_VERIFY(history()->rowCount() == 3 || history()->rowCount() == 0);
    time->setCurrentIndex(1);
    QVERIFY(!until->isVisible());
    QTRY_COMPARE(history()->rowCount(), 3);
}

void TestPages::lastHourMovesOn()
{
    record(u"one"_s, u"aaaa-1"_s);
    TestSupport::HandClock clock;
    Gui::HistoryPage page(m_bench->services(clock), *m_prompt);
    page.show();
    const QAbstractItemModel *shown = page.findChild<QTableView *>(u"historyTable"_s)->model();
    page.findChild<QComboBox *>(u"historyTimeBox"_s)->setCurrentIndex(1); // the last hour
    QTRY_COMPARE(shown->rowCount(), 1);
    clock.pass(2 * 3600 * 1000); // over night, say
    m_bench->log.append({});
    QTRY_COMPARE(shown->rowCount(), 0);
}

void TestPages::detailsAndRequestIds()
{
    record(u"one"_s, u"aaaa-1"_s);
    record(u"two"_s, u"bbbb-2"_s, u"InternalError"_s);
    show(u"historyPageAction"_s);
    QTRY_COMPARE(history()->rowCount(), 2);
    auto *view = child<QTableView>(u"historyTable"_s);
    const auto *details = child<QPlainTextEdit>(u"historyDetailsText"_s);
    QVERIFY(!child<QAction>(u"copyHistoryRequestIdAction"_s)->isEnabled());
    view->selectRow(0);
    QTRY_VERIFY(details->toPlainText().contains(u"\"TaskId\": \"two\""_s));
    QVERIFY(details->toPlainText().contains(u"<b>PUSHING</b>"_s));
    QVERIFY(details->toPlainText().contains(u"said so"_s));
    view->selectAll();
    child<QAction>(u"copyHistoryRequestIdAction"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"bbbb-2\naaaa-1"_s);
    view->clearSelection();
    QVERIFY(details->toPlainText().isEmpty());
}

void TestPages::requestsOfThePastAreInspected()
{
    record(u"abc123"_s, u"aaaa-1"_s);
    show(u"historyPageAction"_s);
    QTRY_COMPARE(history()->rowCount(), 1);
    auto *view = child<QTableView>(u"historyTable"_s);
    view->setFocus();
    view->setCurrentIndex(history()->index(0, 0));
    QTRY_VERIFY(child<QAction>(u"inspectHistoryAction"_s)->isEnabled());
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<Gui::RequestInspector *>() != nullptr);
    auto *inspector = m_window->findChild<Gui::RequestInspector *>();
    QVERIFY(inspector->findChild<QLabel *>(u"summaryLabel"_s)->text().contains(u"abc123"_s));
    QVERIFY(
        inspector->findChild<QPlainTextEdit *>(u"answerText"_s)->toPlainText().contains(u"<b>PUSHING</b>"_s));
    inspector->close();
}

void TestPages::whatIsShownIsExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isWritten");
    QTest::newRow("CSV") << u"history.csv"_s << true;
    QTest::newRow("JSON") << u"history.json"_s << true;
    QTest::newRow("nowhere") << u"no/such/folder/history.csv"_s << false;
}

void TestPages::whatIsShownIsExported()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isWritten);
    record(u"=HYPERLINK()"_s, u"aaaa-1"_s);
    record(u"two"_s, u"bbbb-2"_s, u"InternalError"_s);
    show(u"historyPageAction"_s);
    QTRY_COMPARE(history()->rowCount(), 2);
    const QString path = m_directory->filePath(name);
    m_prompt->files.push_back(path);
    auto *button = child<QToolButton>(u"historyExportButton"_s);
    button->click();
    QTRY_VERIFY(m_prompt->files.empty());
    if (!isWritten) {
        QTRY_COMPARE(m_prompt->told.size(), 1);
        QVERIFY(button->isEnabled());
        return;
    }
    QTRY_COMPARE(child<QLabel>(u"exportLabel"_s)->text(), u"2 request(s) exported"_s);
    QVERIFY(button->isEnabled());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    if (name.endsWith(u".json"_s)) {
        const QJsonArray requests = QJsonDocument::fromJson(content).array();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.first().toObject().value(u"errorCode"_s).toString(), u"InternalError"_s);
        QCOMPARE(requests.last().toObject().value(u"taskId"_s).toString(), u"=HYPERLINK()"_s);
    } else {
        QCOMPARE(content.count('\n'), 3);
        QVERIFY(content.contains("'=HYPERLINK()"));
        QVERIFY(content.contains("bbbb-2"));
    }
}

void TestPages::timelineSelectsTasks()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"short"_s, u"long"_s});
    const QDateTime now = m_bench->clock.nowUtc();
    for (const Core::TaskKey &key : keys) {
        m_bench->book.change(key, [&](Core::PushTask &task) {
            task.status = Core::TaskStatus::Pushing;
            task.startTime = now.addSecs(key == keys.first() ? -600 : -4 * 3600);
        });
    }
    show(u"timelinePageAction"_s);
    auto *view = child<QTableView>(u"timelineTable"_s);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QCOMPARE(view->model()->index(0, 0).data().toString(), u"long"_s);
    QVERIFY(view->model()
                ->index(0, 1)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"3 hour(s) or longer"_s));
    view->viewport()->repaint();

    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(1, 1)).center());
    auto *tasks = m_window->findChild<Gui::TaskPage *>();
    QCOMPARE(tasks->selectedKeys(), QList<Core::TaskKey>({keys.first()}));
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(tasks->selectedKeys(), QList<Core::TaskKey>({keys.last()}));
    QVERIFY(!tasks->isVisible());
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(tasks->isVisible());
    QCOMPARE(tasks->selectedKeys(), QList<Core::TaskKey>({keys.last()}));
    QTRY_VERIFY(child<QAction>(u"stopAction"_s)->isEnabled());
}

void TestPages::timelineSpan()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"ended"_s});
    const QDateTime now = m_bench->clock.nowUtc();
    m_bench->book.change(keys.first(), [&](Core::PushTask &task) {
        task.status = Core::TaskStatus::Stopped;
        task.startTime = now.addSecs(-4 * 3600);
        task.stopTime = now.addSecs(-3 * 3600);
    });
    show(u"timelinePageAction"_s);
    const QAbstractItemModel *model = child<QTableView>(u"timelineTable"_s)->model();
    auto *span = child<QComboBox>(u"spanBox"_s);
    QCOMPARE(model->rowCount(), 1);
    span->setCurrentIndex(0);
    QCOMPARE(model->rowCount(), 0);
    span->setCurrentIndex(2);
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(child<QWidget>(u"activityPlot"_s)->accessibleDescription().contains(u"0 now, 1 at most"_s));
}

//! It is neither running nor an ever longer run, here as in the list.
void TestPages::timelineTellsWhatIsGone()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"gone"_s, u"runs"_s, u"not-asked"_s});
    const QDateTime now = m_bench->clock.nowUtc();
    for (const Core::TaskKey &key : keys) {
        m_bench->book.change(key, [&](Core::PushTask &task) {
            task.status = key == keys.last() ? Core::TaskStatus::Unknown : Core::TaskStatus::Pushing;
            task.startTime = now.addSecs(-4 * 3600);
            if (key == keys.first())
                task.vanishedAt = now.addSecs(-3600);
        });
    }
    show(u"timelinePageAction"_s);
    const auto *const view = child<QTableView>(u"timelineTable"_s);
    QTRY_COMPARE(view->model()->rowCount(), 3);
    const QModelIndex last = view->model()->index(2, Models::TimelineModel::BarColumn);
    QCOMPARE(last.siblingAtColumn(0).data().toString(), u"gone"_s);
    QVERIFY(last.data(Qt::AccessibleTextRole).toString().contains(u": gone, from"_s));
    QVERIFY(last.data(Qt::ToolTipRole).toString().contains(u": gone, from"_s));
    const QString plot = child<QWidget>(u"activityPlot"_s)->accessibleDescription();
    QVERIFY2(plot.contains(u"1 now, 2 at most"_s), qPrintable(plot));
}

//! What the operator set for the list is meant here too, at once.
void TestPages::timelineHasTheListsLongRunners()
{
    m_bench->book.change(m_bench->track({u"one"_s}).first(), [this](Core::PushTask &task) {
        task.status = Core::TaskStatus::Pushing;
        task.startTime = m_bench->clock.nowUtc().addSecs(-4 * 3600);
    });
    show(u"timelinePageAction"_s);
    const auto *const view = child<QTableView>(u"timelineTable"_s);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    const auto told = [view] { return view->model()->index(0, 1).data(Qt::AccessibleTextRole).toString(); };
    const auto legend = [this] {
        const auto labels = m_window->findChild<Gui::TimelinePage *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == u"running for 5 hour(s) or longer"_s;
        });
    };
    QVERIFY(told().contains(u"3 hour(s) or longer"_s));
    QVERIFY(!legend());
    m_prompt->texts.push_back(u"5"_s);
    child<QAction>(u"longRunAction"_s)->trigger();
    QTRY_VERIFY(!told().contains(u"or longer"_s));
    QVERIFY(legend());
    m_prompt->texts.push_back(u"2"_s);
    child<QAction>(u"longRunAction"_s)->trigger();
    QTRY_VERIFY(told().contains(u"2 hour(s) or longer"_s));
}

//! The limit is for each action of an account; two of them side by side may well exceed it.
void TestPages::plotCountsTheBusiestAction()
{
    int answers = 0;
    m_bench->sync.peek(m_bench->key(u"one"_s), this, [&answers](const auto &) { ++answers; });
    m_bench->sync.poll(m_bench->key(u"one"_s).accountId, Core::SdkAppId{sdkAppId}, this,
                       [&answers](const auto &) { ++answers; });
    QTRY_COMPARE(answers, 2);
    QVERIFY(m_bench->log.entries().empty()); // the automatic refresh is not logged, and counts all the same
    show(u"timelinePageAction"_s);
    const QString text = m_window->findChild<Gui::ActivityPlot *>()->accessibleDescription();
    QVERIFY2(text.contains("1 at most, limit 20"_L1), qPrintable(text));
}

void TestPages::timesStandAboveTheBars()
{
    m_bench->track({u"one"_s});
    show(u"timelinePageAction"_s);
    QHeaderView *header = child<QTableView>(u"timelineTable"_s)->horizontalHeader();
    QTRY_VERIFY(header->isVisible());
    const int bars = Models::TimelineModel::BarColumn;
    QTRY_VERIFY(header->sectionSize(bars) > 200);
    const QImage shown = header->grab().toImage();
    const int left = header->sectionViewportPosition(bars) + 5;
    const int right = left + header->sectionSize(bars) - 10;
    int dark = 0;
    for (int y = 2; y < header->height() - 2; ++y) {
        for (int x = left; x < right; ++x)
            dark += qGray(shown.pixel(x, y)) < 110 ? 1 : 0;
    }
    QVERIFY2(dark > 40, QByteArray::number(dark).constData());
}

CONSOLE_TEST(TestPages, QApplication)
#include "tst_pages.moc"
