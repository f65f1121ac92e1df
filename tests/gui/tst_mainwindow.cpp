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
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextCursor>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Model = Models::TaskTableModel;

//! The real window over the real services and a real simulator, driven by object name.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartWelcomes();
    void statusBarTells();
    void pastedTaskIsStoppedAndConfirmed();
    void linkIsOfferedAndNeverAddedUnasked();
    void wrongLinkIsToldOf();
    void alreadyStopped();
    void refusedIsExplained();
    void severalAreAskedForOnce();
    void singleStopMayGoUnasked();
    void declinedStopSendsNothing();
    void restCanBeCanceled();
    void backupLeftRunningCanBeStopped();
    void findRunningAddsTasks();
    void findRunningAsksForEachListOnce();
    void findRunningSaysWhereNothingCanBeAsked();
    void labelsAndCopies();
    void detailsShowWholeIds();
    void keysOfTheTableStayOutOfTheFilter();
    void closingWithStopsInFlight_data();
    void closingWithStopsInFlight();
    void viewStateIsRemembered();
    void everyShortcutIsListed();
    void noTwoShortcutsClash();
    void entriesHaveMnemonics();
    void readingLeavesTheWindowInReach();
    void recoveryOffersAgain_data();
    void recoveryOffersAgain();
    void recoveredStopsHaveARow_data();
    void recoveredStopsHaveARow();
    void recoveryTellsWhatIsFoundOutLater();
    void recoveryOffersWhatEarlierLooksFound();
    void recoveryOffersNothingWithoutAccount();
    void damagedFilesAreTold();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] Gui::TaskPage *page() const { return m_window->findChild<Gui::TaskPage *>(); }
    [[nodiscard]] QString cell(const Core::TaskKey &key, int column) const;
    [[nodiscard]] int deliveries(const QString &action) const;
    [[nodiscard]] Core::TaskKey seed(const QString &taskId,
                                     Simulator::SeedState state = Simulator::SeedState::Pushing);
    void openWindow();
    void selectAndStop(const QList<Core::TaskKey> &keys);

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestMainWindow::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 200;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    openWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestMainWindow::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QString TestMainWindow::cell(const Core::TaskKey &key, int column) const
{
    const QAbstractItemModel *model = page()->table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, column);
        if (index.data(Model::TaskKeyRole).value<Core::TaskKey>() == key)
            return index.data().toString();
    }
    return u"(no row)"_s;
}

int TestMainWindow::deliveries(const QString &action) const
{
    int count = 0;
    for (const Simulator::JournalEntry &entry : m_server->journal())
        count += entry.action == action ? 1 : 0;
    return count;
}

Core::TaskKey TestMainWindow::seed(const QString &taskId, Simulator::SeedState state)
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = taskId;
    seed.state = state;
    return m_bench->key(m_server->addTask(seed).value());
}

void TestMainWindow::selectAndStop(const QList<Core::TaskKey> &keys)
{
    page()->select(keys);
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());
    action(u"stopAction"_s)->trigger();
}

void TestMainWindow::firstStartWelcomes()
{
    const auto *pages = child<QStackedWidget>(u"pages"_s);
    QVERIFY(m_window->findChild<QWidget *>(u"WelcomePage"_s) == nullptr); // not even made
    m_bench->accounts.remove(u"bench"_s, &m_bench->book, [](const Core::Result<void> &) {});
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"WelcomePage"_s) != nullptr);
    QCOMPARE(pages->currentWidget(), child<QWidget>(u"WelcomePage"_s));

    QSignalSpy simulator(m_window.get(), &Gui::MainWindow::trySimulatorRequested);
    child<QAbstractButton>(u"simulatorButton"_s)->click();
    QCOMPARE(simulator.count(), 1);
    child<QAbstractButton>(u"accountButton"_s)->click();
    QTRY_VERIFY(m_window->findChild<QDialog *>() != nullptr);

    m_bench->accounts.addTransient(TestSupport::accountFor(m_server->address(), u"again"_s),
                                   m_server->address().credential);
    QTRY_VERIFY(pages->currentWidget() != child<QWidget>(u"WelcomePage"_s));
}

void TestMainWindow::statusBarTells()
{
    constexpr int skewS = 7 * 60;
    const auto *rate = child<QLabel>(u"rateLabel"_s);
    const auto *clock = child<QLabel>(u"clockLabel"_s);
    const auto *place = child<QLabel>(u"placeLabel"_s);
    QTRY_COMPARE(place->text(), u"bench · International · ap-singapore"_s);
    QVERIFY(rate->isVisible());
    QCOMPARE(rate->text(), u"0/20 requests/s"_s);
    QVERIFY(!clock->isVisible());

    m_server->setClockSkew(skewS);
    const Core::TaskKey key = seed(u"abc"_s);
    m_bench->track({u"abc"_s});
    m_bench->sync.refresh({key});
    QTRY_VERIFY(rate->text() != "0/20 requests/s"_L1);
    QVERIFY2(rate->text().endsWith("/20 requests/s"_L1), qPrintable(rate->text()));
    QTRY_VERIFY(clock->isVisible());
    QVERIFY2(clock->text().contains("behind"_L1), qPrintable(clock->text()));
    QTRY_COMPARE(rate->text(), u"0/20 requests/s"_s);
    QVERIFY(rate->isVisible());

    // The task of another account is chosen.
    m_bench->accounts.addTransient(
        TestSupport::accountFor(m_server->address(), u"school"_s, Core::Edition::Mainland),
        m_server->address().credential);
    Core::PushTask other;
    other.key = {u"school"_s, Core::SdkAppId{sdkAppId}, key.taskId};
    m_bench->book.add({other});
    page()->select({other.key});
    QTRY_COMPARE(place->text(), u"school · Mainland · ap-singapore"_s);
    QVERIFY2(place->toolTip().contains(m_server->address().url.host()), qPrintable(place->toolTip()));
}

void TestMainWindow::pastedTaskIsStoppedAndConfirmed()
{
    const Core::TaskKey key = seed(u"abc123"_s);
    QGuiApplication::clipboard()->setText(u"{\"SdkAppId\":1400000001,\"TaskId\":\"abc123\"}"_s);
    action(u"pasteAction"_s)->trigger();
    auto *dialog = m_window->findChild<Gui::AddTasksDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPushButton *>(u"addButton"_s)->click();
    QTRY_COMPARE(cell(key, Model::StatusColumn), u"Pushing"_s); // asked for by itself
    QTRY_COMPARE(page()->selectedKeys(), QList<Core::TaskKey>({key}));

    QStringList life;
    connect(&m_bench->book, &Service::TaskBook::tasksChanged, this, [this, key, &life] {
        const QString now = cell(key, Model::StatusColumn);
        if (life.isEmpty() || life.last() != now)
            life.append(now);
    });
    m_prompt->accept();
    selectAndStop({key});
    QTRY_COMPARE(cell(key, Model::StatusColumn), u"Stopped"_s);
    QTRY_COMPARE(cell(key, Model::LastResultColumn), u"Stopped"_s);
    disconnect(&m_bench->book, &Service::TaskBook::tasksChanged, this, nullptr);
    QCOMPARE(m_prompt->questions.size(), 1);
    QVERIFY(m_prompt->questions.first().text.contains(u"abc123"_s));
    QVERIFY(life.contains(u"Stopping: confirming"_s));
    QVERIFY(life.indexOf(u"Stopped"_s) > life.indexOf(u"Stopping: confirming"_s));
    QVERIFY(!cell(key, Model::RequestIdColumn).isEmpty());
    QTRY_VERIFY(!action(u"stopAction"_s)->isEnabled()); // nothing left to stop

    const auto *log = child<QTableView>(u"logView"_s);
    QVERIFY(log != nullptr);
    QTRY_VERIFY(log->model()->rowCount() >= 3);
    child<QTabWidget>(u"tabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY(child<QTableView>(u"journalTable"_s)->model()->rowCount() >= 5);
    QVERIFY(child<QWidget>(u"BulkStopPanel"_s)->isHidden()); // for two and more
}

void TestMainWindow::linkIsOfferedAndNeverAddedUnasked()
{
    const Core::TaskKey key = seed(u"abc123"_s);
    m_window->offerTaskLink(u"tiwpush:abc123?app=1400000001"_s);
    QPointer<Gui::AddTasksDialog> dialog = m_window->findChild<Gui::AddTasksDialog *>();
    QVERIFY(dialog != nullptr);
    auto *field = dialog->findChild<QPlainTextEdit *>(u"pasteEdit"_s);
    QCOMPARE(field->toPlainText(), u"tiwpush:abc123?app=1400000001"_s);
    QCOMPARE(m_bench->book.size(), 0);
    // What was typed meanwhile stays; it is one dialog.
    field->setPlainText(u"typed99"_s);
    m_window->offerTaskLink(u"tiwpush:abc123?app=1400000001"_s);
    QCOMPARE(m_window->findChildren<Gui::AddTasksDialog *>().size(), 1);
    QCOMPARE(field->toPlainText(), u"typed99\ntiwpush:abc123?app=1400000001"_s);
    dialog->reject();
    QTRY_VERIFY(dialog == nullptr);
    QCOMPARE(m_bench->book.size(), 0);

    m_window->offerTaskLink(u"tiwpush:abc123?app=1400000001"_s);
    dialog = m_window->findChild<Gui::AddTasksDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPushButton *>(u"addButton"_s)->click();
    QTRY_COMPARE(cell(key, Model::StatusColumn), u"Pushing"_s);
    QVERIFY(m_prompt->told.isEmpty());
}

void TestMainWindow::wrongLinkIsToldOf()
{
    m_window->offerTaskLink(u"tiwpush://abc123?app=1400000001&yes=1"_s);
    QCOMPARE(m_prompt->told.size(), 1);
    QVERIFY(m_prompt->told.first().contains("tiwpush://abc123"_L1));
    QVERIFY(m_window->findChild<Gui::AddTasksDialog *>() == nullptr);
    QCOMPARE(m_bench->book.size(), 0);
}

void TestMainWindow::alreadyStopped()
{
    const Core::TaskKey key = seed(u"abc123"_s, Simulator::SeedState::Stopped);
    m_bench->book.add({[&key] {
        Core::PushTask task;
        task.key = key;
        return task;
    }()});
    m_prompt->accept();
    selectAndStop({key});
    QTRY_COMPARE(cell(key, Model::LastResultColumn), u"Already stopped"_s);
    QTRY_VERIFY(child<QWidget>(u"problemFrame"_s)->isHidden());
}

void TestMainWindow::refusedIsExplained()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"nobody-knows-it"_s});
    m_prompt->accept();
    selectAndStop(keys);
    QTRY_COMPARE(cell(keys.first(), Model::LastResultColumn), u"Failed: InvalidParameter.TaskNotFound"_s);
    QTRY_VERIFY(!child<QWidget>(u"problemFrame"_s)->isHidden());
    QVERIFY(!child<QLabel>(u"problemTitleLabel"_s)->text().isEmpty());
    QVERIFY(!child<QLabel>(u"problemRemedyLabel"_s)->text().isEmpty());
    const auto *message = child<QLabel>(u"problemMessageLabel"_s);
    QVERIFY(message->text().startsWith(u"The service says: "_s));
    QCOMPARE(message->textFormat(), Qt::PlainText);
}

void TestMainWindow::severalAreAskedForOnce()
{
    QList<Core::TaskKey> keys;
    for (int i = 1; i <= 3; ++i)
        keys.append(seed(u"task%1"_s.arg(i)));
    m_bench->track({u"task1"_s, u"task2"_s, u"task3"_s});
    m_bench->settings.setConfirmSingleStop(false); // is for single stops only
    m_prompt->accept();
    selectAndStop(keys);
    for (const Core::TaskKey &key : std::as_const(keys))
        QTRY_COMPARE(cell(key, Model::LastResultColumn), u"Stopped"_s);
    QCOMPARE(m_prompt->questions.size(), 1);
    const Gui::Question &question = m_prompt->questions.first();
    QVERIFY(question.text.contains(u'3'));
    QVERIFY(question.details.contains(u"1400000001"_s));
    QVERIFY(question.details.contains(u"bench"_s));
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 3);
}

void TestMainWindow::singleStopMayGoUnasked()
{
    const QList<Core::TaskKey> keys{seed(u"task1"_s), seed(u"task2"_s)};
    m_bench->track({u"task1"_s, u"task2"_s});
    m_prompt->accept(true); // and do not ask again
    selectAndStop({keys.first()});
    QTRY_VERIFY(!m_bench->settings.confirmSingleStop());
    QTRY_COMPARE(cell(keys.first(), Model::LastResultColumn), u"Stopped"_s);
    selectAndStop({keys.last()});
    QTRY_COMPARE(cell(keys.last(), Model::LastResultColumn), u"Stopped"_s);
    QCOMPARE(m_prompt->questions.size(), 1);
}

void TestMainWindow::declinedStopSendsNothing()
{
    const Core::TaskKey key = seed(u"task1"_s);
    m_bench->track({u"task1"_s});
    m_prompt->reject();
    selectAndStop({key});
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    QTRY_VERIFY(m_prompt->answers.empty());
    QCOMPARE(m_bench->stops.underWay(), 0);
    QCOMPARE(deliveries(u"StopWhiteboardPush"_s), 0);
}

void TestMainWindow::restCanBeCanceled()
{
    QStringList ids;
    for (int i = 0; i < 40; ++i)
        ids.append(seed(u"task%1"_s.arg(i)).taskId.toString());
    const QList<Core::TaskKey> keys = m_bench->track(ids);
    m_prompt->accept();
    selectAndStop(keys);
    auto *cancel = child<QPushButton>(u"cancelRestButton"_s);
    QTRY_VERIFY(cancel->isVisible() && cancel->isEnabled());
    QVERIFY(child<QLabel>(u"bulkTitleLabel"_s)->text().contains(u"40"_s));
    QTRY_VERIFY(deliveries(u"StopWhiteboardPush"_s) >= 2);
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, 10'000);
    const int sent = deliveries(u"StopWhiteboardPush"_s);
    QVERIFY2(sent < 40, qPrintable(QString::number(sent)));
    int notSent = 0;
    for (const Core::PushTask &task : m_bench->book.tasks())
        notSent += task.lastOutcome == Core::StopOutcome::NotSent ? 1 : 0;
    QCOMPARE(notSent, 40 - sent);
    QTRY_VERIFY(cancel->isHidden());
}

void TestMainWindow::backupLeftRunningCanBeStopped()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"main-task"_s;
    seed.backupTaskId = u"the-backup"_s;
    QVERIFY(m_server->addTask(seed));
    const QList<Core::TaskKey> keys = m_bench->track({u"main-task"_s});
    m_prompt->accept();
    selectAndStop(keys);
    QTRY_COMPARE(cell(keys.first(), Model::StatusColumn), u"Stopped, but not its backup"_s);
    QTRY_VERIFY(!child<QWidget>(u"backupFrame"_s)->isHidden());
    QTRY_VERIFY(action(u"stopBackupAction"_s)->isEnabled());
    m_prompt->accept();
    child<QPushButton>(u"stopBackupButton"_s)->click();
    QTRY_COMPARE(cell(m_bench->key(u"the-backup"_s), Model::LastResultColumn), u"Stopped"_s);
    QTRY_COMPARE(cell(keys.first(), Model::StatusColumn), u"Stopped"_s);
    QTRY_VERIFY(child<QWidget>(u"backupFrame"_s)->isHidden());
}

void TestMainWindow::findRunningAddsTasks()
{
    const Core::TaskKey running = seed(u"runs"_s);
    const Core::TaskKey ended = seed(u"ended"_s, Simulator::SeedState::Stopped);
    action(u"findAction"_s)->trigger();
    QVERIFY(!action(u"findAction"_s)->isEnabled());
    QTRY_COMPARE(cell(running, Model::StatusColumn), u"Pushing"_s);
    QTRY_VERIFY(action(u"findAction"_s)->isEnabled());
    QVERIFY(!m_bench->book.contains(ended));
}

//! The international edition's list has all applications.
void TestMainWindow::findRunningAsksForEachListOnce()
{
    Core::Account account = *m_bench->accounts.byId(m_bench->key(u"x"_s).accountId);
    QVERIFY(account.sdkAppIds.size() > 1);
    const Core::TaskKey running = seed(u"runs"_s);
    action(u"findAction"_s)->trigger();
    QTRY_VERIFY(m_bench->book.contains(running));
    QTRY_VERIFY(action(u"findAction"_s)->isEnabled());
    QCOMPARE(deliveries(u"DescribeWhiteboardPushSearch"_s), 1);
    // And needs none to be named.
    m_bench->book.remove({running});
    account.sdkAppIds.clear();
    m_bench->accounts.addTransient(account, m_server->address().credential);
    action(u"findAction"_s)->trigger();
    QTRY_VERIFY(m_bench->book.contains(running));
    QTRY_VERIFY(action(u"findAction"_s)->isEnabled());
    QCOMPARE(deliveries(u"DescribeWhiteboardPushSearch"_s), 2);
    // Where some are named, those are meant.
    m_bench->book.remove({running});
    account.sdkAppIds = {Core::SdkAppId{sdkAppId + 1}};
    m_bench->accounts.addTransient(account, m_server->address().credential);
    action(u"findAction"_s)->trigger();
    QTRY_VERIFY(action(u"findAction"_s)->isEnabled());
    QCOMPARE(deliveries(u"DescribeWhiteboardPushSearch"_s), 3);
    QVERIFY(!m_bench->book.contains(running));
    QVERIFY(m_prompt->told.isEmpty());
}

void TestMainWindow::findRunningSaysWhereNothingCanBeAsked()
{
    Core::Account mainland =
        TestSupport::accountFor(m_server->address(), u"mainland"_s, Core::Edition::Mainland);
    mainland.sdkAppIds.clear();
    m_bench->accounts.addTransient(mainland, m_server->address().credential);
    const Core::TaskKey running = seed(u"runs"_s);
    action(u"findAction"_s)->trigger();
    QTRY_VERIFY(action(u"findAction"_s)->isEnabled());
    QVERIFY(m_bench->book.contains(running)); // of the other account
    QCOMPARE(m_prompt->told.size(), 1);
    QVERIFY(m_prompt->told.first().contains(mainland.name));
    QCOMPARE(deliveries(u"DescribeRunningTasks"_s), 0);
}

void TestMainWindow::labelsAndCopies()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    page()->select(keys);
    m_prompt->texts.push_back(u"Class 7b"_s);
    QTRY_VERIFY(action(u"editLabelAction"_s)->isEnabled());
    action(u"editLabelAction"_s)->trigger();
    QTRY_COMPARE(cell(keys.last(), Model::LabelColumn), u"Class 7b"_s);
    QCOMPARE(cell(keys.first(), Model::LabelColumn), u"Class 7b"_s);

    QVERIFY(!action(u"copyRequestIdAction"_s)->isEnabled());
    action(u"copyTaskIdAction"_s)->trigger();
    QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    copied.sort();
    QCOMPARE(copied, QStringList({u"one"_s, u"two"_s}));
}

void TestMainWindow::detailsShowWholeIds()
{
    const QString taskId = u"bj0mt2l23osdj300hl30"_s;
    const QString requestId = u"eac6b301-a322-493a-8e36-83b295459397"_s;
    const Core::TaskKey key = m_bench->track({taskId}).first();
    m_bench->book.change(key, [&requestId](Core::PushTask &task) {
        task.lastRequestId = requestId;
        task.label = QString(200, u'm'); // without a place where words end
    });
    m_window->resize(1024, 700);
    page()->select({key});
    QTRY_VERIFY(child<QPlainTextEdit>(u"taskIdValue"_s) != nullptr);
    QTRY_COMPARE(child<QPlainTextEdit>(u"requestIdValue"_s)->toPlainText(), requestId);
    for (const QString &name : {u"taskIdValue"_s, u"requestIdValue"_s, u"labelValue"_s}) {
        const auto *shown = child<QPlainTextEdit>(name);
        QVERIFY2(shown != nullptr && shown->isVisible(), qPrintable(name));
        QTextCursor cursor(shown->document());
        const auto isInSight = [shown, &cursor] {
            const QRect place = shown->cursorRect(cursor);
            return place.top() >= 0 && place.bottom() < shown->viewport()->height() && place.left() >= 0
                && place.left() <= shown->viewport()->width();
        };
        QTRY_VERIFY2(isInSight(), qPrintable(name));
        cursor.movePosition(QTextCursor::End);
        QTRY_VERIFY2(isInSight(), qPrintable(name));
        const QWidget *pane = shown->parentWidget()->parentWidget();
        QVERIFY2(shown->mapTo(pane, QPoint(shown->width(), 0)).x() <= pane->width(), qPrintable(name));
    }
    child<QToolButton>(u"taskIdValueCopyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), taskId);
}

void TestMainWindow::keysOfTheTableStayOutOfTheFilter()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s});
    m_bench->book.change(keys.first(), [](Core::PushTask &task) { task.status = Core::TaskStatus::Stopped; });
    page()->select(keys);
    QTRY_VERIFY(action(u"removeAction"_s)->isEnabled());
    auto *filter = child<QLineEdit>(u"filterEdit"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"one"_s);
    QTest::keyClick(filter, Qt::Key_Home);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(filter->text(), u"ne"_s);
    QCOMPARE(m_bench->book.size(), 1);
    QGuiApplication::clipboard()->setText(u"abc"_s);
    QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m_window->findChild<Gui::AddTasksDialog *>() == nullptr);
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY(page()->table()->hasFocus());
    page()->select(keys);
    QTRY_VERIFY(action(u"removeAction"_s)->isEnabled());
    QTest::keyClick(page()->table(), Qt::Key_Delete);
    QTRY_COMPARE(m_bench->book.size(), 0);
}

void TestMainWindow::closingWithStopsInFlight_data()
{
    QTest::addColumn<int>("choice"); // Gui::Answer::Choice
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<QString>("result");

    using Choice = Gui::Answer::Choice;
    QTest::newRow("wait and close") << static_cast<int>(Choice::Accepted) << true << u"stopped"_s;
    QTest::newRow("close now") << static_cast<int>(Choice::Alternative) << true << u"unknown"_s;
    QTest::newRow("stay") << static_cast<int>(Choice::Rejected) << false << u"stopped"_s;
}

void TestMainWindow::closingWithStopsInFlight()
{
    QFETCH(const int, choice);
    QFETCH(const bool, isClosed);
    QFETCH(const QString, result);

    const bool isCut = static_cast<Gui::Answer::Choice>(choice) == Gui::Answer::Choice::Alternative;
    m_server->setDelays(0, isCut ? 60'000 : 600); // how long the task needs to end
    const Core::TaskKey key = seed(u"abc123"_s);
    m_bench->track({u"abc123"_s});
    m_prompt->accept();
    selectAndStop({key});
    QTRY_COMPARE(cell(key, Model::StatusColumn), u"Stopping: confirming"_s);

    m_prompt->answers.push_back({static_cast<Gui::Answer::Choice>(choice), false});
    m_window->close();
    QVERIFY(m_window->isVisible()); // asked first
    QTRY_VERIFY(m_prompt->answers.empty());
    QCOMPARE(m_prompt->questions.size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, 10'000);
    QTRY_COMPARE(m_window->isVisible(), !isClosed);
    QCOMPARE(Core::toWord(m_bench->book.find(key)->lastOutcome.value()), result);
}

void TestMainWindow::viewStateIsRemembered()
{
    action(u"showLogAction"_s)->setChecked(false);
    page()->columnActions().first()->setChecked(false);
    m_window->resize(1024, 700);
    m_window->close();
    openWindow();
    QVERIFY(!action(u"showLogAction"_s)->isChecked());
    QVERIFY(page()->table()->isColumnHidden(Model::LabelColumn));
    QCOMPARE(m_window->size(), QSize(1024, 700));
}

void TestMainWindow::everyShortcutIsListed()
{
    action(u"shortcutsAction"_s)->trigger();
    const auto *table = child<QTableWidget>(u"shortcutsTable"_s);
    QVERIFY(table != nullptr);
    QStringList listed;
    QStringList titles;
    for (int row = 0; row < table->rowCount(); ++row) {
        const QTableWidgetItem *keys = table->item(row, 1);
        if (keys == nullptr)
            titles.append(table->item(row, 0)->text());
        else
            listed += keys->text().split(u", "_s);
        QVERIFY(!table->item(row, 0)->text().contains(u'&'));
    }
    QCOMPARE(titles.first(), u"Task"_s);
    QVERIFY(titles.contains(u"View"_s) && titles.contains(u"Help"_s));
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &key : one->shortcuts())
            QVERIFY2(listed.contains(key.toString(QKeySequence::NativeText)), qPrintable(one->objectName()));
    }
    for (const QShortcut *one : m_window->findChildren<QShortcut *>())
        QVERIFY2(listed.contains(one->key().toString(QKeySequence::NativeText)),
                 qPrintable(one->objectName()));
}

//! Keys that work in the whole window; those of one table alone may repeat.
void TestMainWindow::noTwoShortcutsClash()
{
    QHash<QString, QString> owners;
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        if (one->shortcutContext() != Qt::WindowShortcut && one->shortcutContext() != Qt::ApplicationShortcut)
            continue;
        for (const QKeySequence &key : one->shortcuts()) {
            const QString keys = key.toString();
            QVERIFY2(!owners.contains(keys),
                     qPrintable(QString(keys + u": "_s + owners.value(keys) + u", "_s + one->objectName())));
            owners.insert(keys, one->objectName());
        }
    }
    QVERIFY(owners.size() > 10);
    QCOMPARE(owners.value(u"Ctrl+Shift+X"_s), u"cancelRestAction"_s); // there is no time to look for it
}

void TestMainWindow::entriesHaveMnemonics()
{
    for (const QAction *menu : m_window->menuBar()->actions()) {
        for (const QAction *entry : menu->menu()->actions()) {
            // All letters of undoing are another entry's.
            if (!entry->isSeparator() && entry->objectName() != "undoRemovalAction"_L1)
                QVERIFY2(!QKeySequence::mnemonic(entry->text()).isEmpty(), qPrintable(entry->text()));
        }
    }
}

//! Whoever reads beside it can still stop what must be stopped.
void TestMainWindow::readingLeavesTheWindowInReach()
{
    for (const QString &name : {u"shortcutsAction"_s, u"doctorAction"_s, u"guideAction"_s}) {
        action(name)->trigger();
        QPointer<QDialog> dialog = m_window->findChild<QDialog *>();
        QVERIFY2(dialog && dialog->isVisible(), qPrintable(name));
        QVERIFY2(!dialog->isModal(), qPrintable(name));
        action(name)->trigger(); // the same one again
        QCOMPARE(m_window->findChildren<QDialog *>().size(), 1);
        dialog->close();
        QTRY_VERIFY(dialog.isNull());
    }
    action(u"shortcutsAction"_s)->trigger();
    const QPointer<QDialog> list = m_window->findChild<QDialog *>();
    QEvent another(QEvent::LanguageChange);
    QCoreApplication::sendEvent(list, &another); // its words are of the other language
    QTRY_VERIFY(list.isNull());
}

void TestMainWindow::recoveryOffersAgain_data()
{
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::newRow("not sent") << Core::StopOutcome::NotSent;
    QTest::newRow("accepted, and runs on") << Core::StopOutcome::Unknown;
}

void TestMainWindow::recoveryOffersAgain()
{
    QFETCH(const Core::StopOutcome, outcome);
    const Core::TaskKey key = seed(u"abc123"_s);
    m_bench->track({u"abc123"_s});
    Service::StopResult result;
    result.task = key;
    result.outcome = outcome;
    result.lastStatus = Core::TaskStatus::Pushing;
    Q_EMIT m_bench->recovery.found(1, 0);
    QVERIFY(child<QWidget>(u"recoveryNotice"_s) != nullptr);
    Q_EMIT m_bench->recovery.settled(result);
    Q_EMIT m_bench->recovery.finished();
    m_prompt->accept();
    child<QPushButton>(u"stopAgainButton"_s)->click();
    QTRY_COMPARE(cell(key, Model::LastResultColumn), u"Stopped"_s);
    QVERIFY(child<QWidget>(u"recoveryNotice"_s) == nullptr);
}

void TestMainWindow::recoveredStopsHaveARow_data()
{
    QTest::addColumn<Core::StopOutcome>("outcome");
    QTest::addColumn<QString>("result");
    QTest::newRow("unknown") << Core::StopOutcome::Unknown << u"Unknown: Timeout"_s;
    QTest::newRow("failed") << Core::StopOutcome::Failed << u"Failed: Timeout"_s;
    QTest::newRow("not sent") << Core::StopOutcome::NotSent << u"Not sent: Timeout"_s;
}

void TestMainWindow::recoveredStopsHaveARow()
{
    QFETCH(const Core::StopOutcome, outcome);
    QFETCH(const QString, result);
    Service::StopResult found;
    found.task = m_bench->key(u"removed-meanwhile"_s);
    found.outcome = outcome;
    found.error = Core::Error::of(Core::ErrorKind::Timeout);
    Q_EMIT m_bench->recovery.found(1, 0);
    Q_EMIT m_bench->recovery.settled(found);
    Q_EMIT m_bench->recovery.finished();
    QVERIFY(m_bench->book.contains(found.task));
    QTRY_COMPARE(cell(found.task, Model::LastResultColumn), result);
}

void TestMainWindow::recoveryTellsWhatIsFoundOutLater()
{
    Service::StopResult result;
    result.task = m_bench->key(u"abc123"_s);
    Q_EMIT m_bench->recovery.found(1, 0);
    Q_EMIT m_bench->recovery.settled(result);
    Q_EMIT m_bench->recovery.finished();
    const auto text = [this] {
        return child<QWidget>(u"recoveryNotice"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    };
    QVERIFY(text().contains(u"1 still unknown"_s));
    QVERIFY(child<QPushButton>(u"stopAgainButton"_s) == nullptr); // nobody knows that it runs
    result.outcome = Core::StopOutcome::Stopped;
    Q_EMIT m_bench->recovery.settled(result);
    QVERIFY(text().contains(u"1 stopped"_s));
    QVERIFY(!text().contains(u"unknown"_s));
    result.task = m_bench->key(u"of-this-run"_s);
    Q_EMIT m_bench->recovery.settled(result);
    QVERIFY(text().contains(u"1 stopped"_s));
}

void TestMainWindow::recoveryOffersWhatEarlierLooksFound()
{
    const Core::TaskKey key = seed(u"abc123"_s);
    m_bench->track({u"abc123"_s});
    Service::StopResult result;
    result.task = key;
    result.outcome = Core::StopOutcome::NotSent;
    Q_EMIT m_bench->recovery.found(1, 0);
    Q_EMIT m_bench->recovery.settled(result);
    Q_EMIT m_bench->recovery.finished();
    result.task = m_bench->key(u"left-by-another"_s);
    result.outcome = Core::StopOutcome::Stopped;
    Q_EMIT m_bench->recovery.found(1, 0);
    Q_EMIT m_bench->recovery.settled(result);
    Q_EMIT m_bench->recovery.finished();
    auto *const again = child<QWidget>(u"recoveryNotice"_s)->findChild<QPushButton *>(u"stopAgainButton"_s);
    QVERIFY(again != nullptr);
    m_prompt->accept();
    again->click();
    QTRY_COMPARE(cell(key, Model::LastResultColumn), u"Stopped"_s);
}

void TestMainWindow::recoveryOffersNothingWithoutAccount()
{
    Service::StopResult result;
    result.task = m_bench->key(u"of-a-command"_s);
    result.task.accountId = u"env"_s;
    result.outcome = Core::StopOutcome::NotSent;
    Q_EMIT m_bench->recovery.found(1, 0);
    Q_EMIT m_bench->recovery.settled(result);
    Q_EMIT m_bench->recovery.finished();
    QVERIFY(child<QWidget>(u"recoveryNotice"_s) != nullptr);
    QVERIFY(child<QPushButton>(u"stopAgainButton"_s) == nullptr);
    QVERIFY(!m_bench->book.contains(result.task));
}

void TestMainWindow::damagedFilesAreTold()
{
    const QString path = u"/data/<b>console</b>.damaged-20260131T235959Z.sqlite"_s;
    for (const auto topic : {Core::LogTopic::DatabaseKept, Core::LogTopic::SettingsKept}) {
        Core::LogEntry entry;
        entry.level = Core::LogLevel::Error;
        entry.topic = topic;
        entry.detail = path;
        m_bench->log.append(entry);
        const auto *notice = child<QWidget>(u"damageNotice%1"_s.arg(static_cast<int>(topic)));
        QVERIFY(notice != nullptr); // beside the first one
        const auto *label = notice->findChild<QLabel *>(u"noticeLabel"_s);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(label->text().contains(path), qPrintable(label->text()));
    }
}

CONSOLE_TEST(TestMainWindow, QApplication)
#include "tst_mainwindow.moc"
