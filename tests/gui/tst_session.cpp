// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDataStream>
#include <QDateTimeEdit>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using Model = Models::TaskTableModel;

//! The next start looks as the last run did, closed or crashed.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comesBack_data();
    void comesBack();
    void filtersComeBack();
    void panesComeBack();
    void panesWithoutFiltersAreUnderstood();
    void selectionAndScrollingComeBack();
    void selectionWaitsForTheList();
    void whatIsGoneIsNotMissed();
    void oldStateIsUnderstood();
    void goneScreen_data();
    void goneScreen();
    void nothingIsWrittenForNothing();
    void firstRunningIsSelected();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] Gui::TaskPage *page() const { return m_window->findChild<Gui::TaskPage *>(); }
    //! A run of the program on what an earlier one left, with an empty list until load().
    void open();
    void load();
    //! What lies on the disk, whatever the run still means to write.
    [[nodiscard]] QByteArray onDisk(const QString &name) const;
    //! Ends the run as a crash does: only what is on the disk is there for the next one.
    void crash();

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestSession::init()
{
    m_server = std::make_unique<Simulator::Server>(Simulator::Settings::withoutTasks());
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_prompt = std::make_unique<Support::FakePrompt>();
    open();
}

void TestSession::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestSession::open()
{
    m_window.reset();
    m_bench.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestSession::load()
{
    QSignalSpy loaded(&m_bench->book, &Service::TaskBook::loaded);
    m_bench->book.load();
    QTRY_COMPARE(loaded.size(), 1);
}

QByteArray TestSession::onDisk(const QString &name) const
{
    // Of a copy: QSettings remembers the files that it read.
    const QString copy = m_directory->filePath(QUuid::createUuid().toString(QUuid::Id128) + u".ini"_s);
    QFile::copy(m_directory->filePath(u"settings.ini"_s), copy);
    return QSettings(copy, QSettings::IniFormat).value(QString(u"view/"_s + name)).toByteArray();
}

void TestSession::crash()
{
    const QString path = m_directory->path() + "/settings.ini"_L1;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    file.close();
    m_window.reset(); // closes nothing: the window is not asked
    m_bench.reset();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kept);
    file.close();
    open();
}

void TestSession::comesBack_data()
{
    QTest::addColumn<bool>("isCrash");
    QTest::newRow("closed") << false;
    QTest::newRow("crashed") << true;
}

void TestSession::comesBack()
{
    QFETCH(const bool, isCrash);
    m_window->resize(1024, 700);
    action(u"showDetailsAction"_s)->setChecked(false);
    action(u"historyPageAction"_s)->trigger();
    auto *header = page()->table()->horizontalHeader();
    header->moveSection(header->visualIndex(Model::RoomColumn), 1);
    header->resizeSection(Model::TaskIdColumn, 333);
    page()->columnActions().first()->setChecked(false);
    page()->table()->sortByColumn(Model::RoomColumn, Qt::AscendingOrder);
    action(u"groupByAccountAction"_s)->trigger();
    auto *splitter =
        qobject_cast<QSplitter *>(m_window->findChild<QTabWidget *>(u"pageTabs"_s)->parentWidget());
    QVERIFY(splitter != nullptr);
    splitter->setSizes({300, 300});
    const QList<int> sizes = splitter->sizes();
    const QSize before = m_window->size();
    if (isCrash) {
        // As soon as something is seen of it, and a moment later.
        QTRY_COMPARE_WITH_TIMEOUT(onDisk(u"mainWindowGeometry"_s), m_window->saveGeometry(), 15'000);
        crash();
    } else {
        m_window->close();
        open();
    }
    QVERIFY(!action(u"showDetailsAction"_s)->isChecked());
    QVERIFY(action(u"historyPageAction"_s)->isChecked());
    QCOMPARE(child<QTabWidget>(u"pageTabs"_s)->currentIndex(), 2);
    header = page()->table()->horizontalHeader();
    QVERIFY(action(u"groupByAccountAction"_s)->isChecked());
    QCOMPARE(header->visualIndex(Model::AccountColumn), 0); // as long as there are groups
    QCOMPARE(header->visualIndex(Model::RoomColumn), 2);
    action(u"groupByNothingAction"_s)->trigger();
    QCOMPARE(header->visualIndex(Model::RoomColumn), 1);
    QCOMPARE(header->sectionSize(Model::TaskIdColumn), 333);
    QVERIFY(header->isSectionHidden(Model::LabelColumn));
    QCOMPARE(header->sortIndicatorSection(), int(Model::RoomColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    splitter = qobject_cast<QSplitter *>(m_window->findChild<QTabWidget *>(u"pageTabs"_s)->parentWidget());
    QCOMPARE(splitter->sizes(), sizes);
    QCOMPARE(m_window->size(), before);
}

void TestSession::filtersComeBack()
{
    m_bench->track({u"one"_s, u"two"_s});
    m_bench->track({u"three"_s}, 1400000002);
    QTRY_VERIFY(child<QComboBox>(u"applicationCombo"_s)->isVisible());
    child<QLineEdit>(u"filterEdit"_s)->setText(u"one"_s);
    child<QComboBox>(u"kindCombo"_s)->setCurrentIndex(5);
    auto *applications = child<QComboBox>(u"applicationCombo"_s);
    applications->setCurrentIndex(applications->findData(1400000001));
    m_window->close();
    open();
    load();
    QCOMPARE(child<QLineEdit>(u"filterEdit"_s)->text(), u"one"_s);
    QCOMPARE(child<QComboBox>(u"kindCombo"_s)->currentIndex(), 5);
    QCOMPARE(child<QComboBox>(u"applicationCombo"_s)->currentData().toLongLong(), 1400000001);
    QTRY_COMPARE(page()->shownKeys(), QList<Core::TaskKey>{m_bench->key(u"one"_s)});
}

void TestSession::panesComeBack()
{
    m_bench->track({u"one"_s});
    child<QComboBox>(u"levelBox"_s)->setCurrentIndex(2);
    child<QLineEdit>(u"searchEdit"_s)->setText(u"Timeout"_s);
    child<QTabWidget>(u"tabs"_s)->setCurrentIndex(1);
    action(u"historyPageAction"_s)->trigger();
    child<QLineEdit>(u"historySearchEdit"_s)->setText(u"Internal"_s);
    child<QLineEdit>(u"historyTaskEdit"_s)->setText(u"one"_s);
    const auto add = [this](const QString &box, const QString &text, const QVariant &data) {
        child<QComboBox>(box)->addItem(text, data); // as the journal's choices come
        child<QComboBox>(box)->setCurrentIndex(child<QComboBox>(box)->count() - 1);
    };
    add(u"historyAccountBox"_s, u"school"_s, u"school"_s);
    add(u"historyAppBox"_s, u"1400000001"_s, qint64(1400000001));
    add(u"historyActionBox"_s, u"StopWhiteboardPush"_s, u"StopWhiteboardPush"_s);
    add(u"historyOutcomeBox"_s, u"Failed"_s, u"failed"_s);
    child<QComboBox>(u"historyTimeBox"_s)->setCurrentIndex(5); // between
    const QDateTime since(QDate(2026, 3, 4), QTime(5, 6));
    child<QDateTimeEdit>(u"historySinceEdit"_s)->setDateTime(since);
    child<QDateTimeEdit>(u"historyUntilEdit"_s)->setDateTime(since.addDays(2));
    m_window->close();
    open();
    load();
    QCOMPARE(child<QComboBox>(u"levelBox"_s)->currentIndex(), 2);
    QCOMPARE(child<QLineEdit>(u"searchEdit"_s)->text(), u"Timeout"_s);
    QCOMPARE(child<QTabWidget>(u"tabs"_s)->currentIndex(), 1);
    QVERIFY(action(u"historyPageAction"_s)->isChecked());
    const auto compare = [this, since] {
        QCOMPARE(child<QLineEdit>(u"historySearchEdit"_s)->text(), u"Internal"_s);
        QCOMPARE(child<QLineEdit>(u"historyTaskEdit"_s)->text(), u"one"_s);
        QCOMPARE(child<QComboBox>(u"historyAccountBox"_s)->currentData().toString(), u"school"_s);
        QCOMPARE(child<QComboBox>(u"historyAppBox"_s)->currentData().toLongLong(), 1400000001);
        QCOMPARE(child<QComboBox>(u"historyActionBox"_s)->currentText(), u"StopWhiteboardPush"_s);
        QCOMPARE(child<QComboBox>(u"historyOutcomeBox"_s)->currentText(), u"Failed"_s);
        QCOMPARE(child<QComboBox>(u"historyTimeBox"_s)->currentIndex(), 5);
        QVERIFY(child<QDateTimeEdit>(u"historySinceEdit"_s)->isVisible());
        QCOMPARE(child<QDateTimeEdit>(u"historySinceEdit"_s)->dateTime(), since);
        QCOMPARE(child<QDateTimeEdit>(u"historyUntilEdit"_s)->dateTime(), since.addDays(2));
    };
    compare();
    // The journal's own choices, which have none of these, take none of them away.
    std::optional<Core::Result<Core::HistoryChoices>> choices;
    m_bench->history.choices(this, [&choices](const auto &result) { choices = result; });
    QTRY_VERIFY(choices.has_value());
    compare();
}

//! As the first releases kept them.
void TestSession::panesWithoutFiltersAreUnderstood()
{
    auto *view = child<QTableView>(u"logView"_s);
    view->horizontalHeader()->resizeSection(1, 222);
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << view->horizontalHeader()->saveState() << child<QSplitter>(u"splitter"_s)->saveState();
    m_bench->settings.setViewState(u"logPane"_s, state);
    QVERIFY(TestSupport::isWritten(m_bench->store));
    crash();
    QCOMPARE(child<QTableView>(u"logView"_s)->horizontalHeader()->sectionSize(1), 222);
    QCOMPARE(child<QComboBox>(u"levelBox"_s)->currentIndex(), 0);
    QVERIFY(child<QLineEdit>(u"searchEdit"_s)->text().isEmpty());
}

void TestSession::selectionAndScrollingComeBack()
{
    QStringList ids;
    for (int i = 0; i < 200; ++i)
        ids.append(u"task-%1"_s.arg(i, 3, 10, QChar(u'0')));
    const QList<Core::TaskKey> keys = m_bench->track(ids);
    page()->table()->sortByColumn(Model::TaskIdColumn, Qt::AscendingOrder);
    page()->select({keys.at(100)});
    page()->table()->verticalScrollBar()->setValue(95);
    const auto top = [this] {
        return page()->table()->indexAt(QPoint(0, 0)).siblingAtColumn(Model::TaskIdColumn).data().toString();
    };
    const QString before = top();
    QCOMPARE(before, u"task-095"_s);
    m_window->close();
    open();
    load();
    QTRY_COMPARE(page()->selectedKeys(), QList<Core::TaskKey>{keys.at(100)});
    QTRY_COMPARE(top(), before);
}

//! The list is read after the window is there; what is kept meanwhile must not forget the place.
void TestSession::selectionWaitsForTheList()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    page()->select({keys.at(1)});
    m_window->close();
    open();
    m_window->saveViewState();
    QVERIFY(TestSupport::isWritten(m_bench->store));
    crash();
    load();
    QTRY_COMPARE(page()->selectedKeys(), QList<Core::TaskKey>{keys.at(1)});
}

void TestSession::whatIsGoneIsNotMissed()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    page()->select({keys.at(1)});
    m_window->saveViewState();
    m_bench->book.remove({keys.at(1)});
    QVERIFY(TestSupport::isWritten(m_bench->store));
    QVERIFY(!onDisk(u"taskView"_s).isEmpty());
    crash();
    load();
    QTRY_COMPARE(page()->shownKeys().size(), 1);
    QVERIFY(page()->selectedKeys().isEmpty());
}

//! As the first releases kept it, without a page.
void TestSession::oldStateIsUnderstood()
{
    QByteArray state = m_bench->settings.viewState(u"workspace"_s);
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << qint32(1) << false << true << QByteArray() << QByteArray();
    m_bench->settings.setViewState(u"workspace"_s, state);
    QVERIFY(TestSupport::isWritten(m_bench->store));
    crash();
    QVERIFY(!action(u"showDetailsAction"_s)->isChecked());
    QVERIFY(action(u"tasksPageAction"_s)->isChecked());
}

void TestSession::goneScreen_data()
{
    QTest::addColumn<QRect>("kept");
    QTest::newRow("to the right") << QRect(5000, 100, 1024, 700);
    QTest::newRow("above and to the left") << QRect(-4000, -3000, 1024, 700);
    QTest::newRow("larger than any screen") << QRect(0, 0, 6000, 4000);
}

//! A window that was on a screen which is gone must not open where nobody can see it.
void TestSession::goneScreen()
{
    QFETCH(const QRect, kept);
    m_window->setGeometry(kept);
    m_window->saveViewState();
    QVERIFY(TestSupport::isWritten(m_bench->store));
    crash();
    const QRect screen = m_window->screen()->availableGeometry();
    const QRect frame = m_window->frameGeometry();
    QVERIFY2(screen.contains(frame.topLeft() + QPoint(1, 1)),
             qPrintable(u"%1, %2"_s.arg(frame.x()).arg(frame.y())));
    const QSize most = screen.size().expandedTo(QSize(1024, 700));
    QVERIFY2(m_window->width() <= most.width() && m_window->height() <= most.height(),
             qPrintable(u"%1×%2"_s.arg(m_window->width()).arg(m_window->height())));
}

//! No view state is set anew, and nothing repaints, because it was looked at.
void TestSession::nothingIsWrittenForNothing()
{
    action(u"groupByAccountAction"_s)->trigger();
    m_window->saveViewState();
    QVERIFY(TestSupport::isWritten(m_bench->store));
    const QString path = m_directory->path() + "/settings.ini"_L1;
    const auto content = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    QSignalSpy moved(page()->table()->horizontalHeader(), &QHeaderView::sectionMoved);
    m_window->saveViewState();
    QVERIFY(TestSupport::isWritten(m_bench->store));
    QCOMPARE(content(), before);
    QCOMPARE(moved.size(), 0);
}

//! What a person who tries the simulator wants to stop.
void TestSession::firstRunningIsSelected()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s, u"three"_s});
    page()->table()->sortByColumn(Model::TaskIdColumn, Qt::AscendingOrder); // one, three, two
    m_window->selectFirstRunning();
    const auto hear = [this](const Core::TaskKey &key, Core::TaskStatus status) {
        m_bench->book.change(key, [status](Core::PushTask &task) {
            task.status = status;
            task.refreshedAt = QDateTime::currentDateTimeUtc();
        });
        QCoreApplication::processEvents();
    };
    hear(keys.at(0), Core::TaskStatus::Stopped);
    hear(keys.at(1), Core::TaskStatus::Pushing);
    QVERIFY(page()->selectedKeys().isEmpty()); // "three" may come before
    hear(keys.at(2), Core::TaskStatus::Pushing);
    QTRY_COMPARE(page()->selectedKeys(), QList<Core::TaskKey>{keys.at(2)});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());

    page()->select({keys.at(0)}); // a person's own choice holds
    m_window->selectFirstRunning();
    hear(keys.at(1), Core::TaskStatus::Stopped);
    QCOMPARE(page()->selectedKeys(), QList<Core::TaskKey>{keys.at(0)});
}

CONSOLE_TEST(TestSession, QApplication)
#include "tst_session.moc"
