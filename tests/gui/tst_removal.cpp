// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Model = Models::TaskTableModel;

//! *Remove from the list* in the real window: no question, a notice, and the way back.
class TestRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void removedWithoutAQuestion();
    void undoneByTheNotice();
    void undoneByTheKey();
    void severalInARow();
    void noticePutAwayLeavesTheKey();
    void groupAndSelectionComeBack();
    void keyOfATextFieldIsItsOwn();
    void stopUnderWayIsAskedFor();
    void logTells();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] Gui::TaskPage *page() const { return m_window->findChild<Gui::TaskPage *>(); }
    [[nodiscard]] QString notice() const;
    void remove(const QList<Core::TaskKey> &keys);

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestRemoval::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 400;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRemoval::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestRemoval::notice() const
{
    const auto *frame = child<QWidget>(u"removalNotice"_s);
    return frame != nullptr ? frame->findChild<QLabel *>(u"noticeLabel"_s)->text() : QString();
}

void TestRemoval::remove(const QList<Core::TaskKey> &keys)
{
    page()->select(keys);
    QTRY_VERIFY(action(u"removeAction"_s)->isEnabled());
    action(u"removeAction"_s)->trigger();
}

void TestRemoval::removedWithoutAQuestion()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s, u"three"_s});
    m_bench->book.change(keys.at(0), [](Core::PushTask &task) { task.status = Core::TaskStatus::Pushing; });
    QVERIFY(!action(u"undoRemovalAction"_s)->isEnabled());
    remove({keys.at(0), keys.at(1)});
    QCOMPARE(m_bench->book.size(), 1);
    QCOMPARE(m_prompt->questions.size(), 0);
    // What is running goes on running, and that is said.
    QCOMPARE(notice(),
             u"2 task(s) removed from the list. 1 of them go(es) on running: nothing was stopped."_s);
    QVERIFY(action(u"undoRemovalAction"_s)->isEnabled());
    remove({keys.at(2)});
    QCOMPARE(notice(), u"1 task(s) removed from the list."_s);
}

void TestRemoval::undoneByTheNotice()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    m_bench->book.setLabel(keys.first(), u"Maths"_s);
    const Core::PushTask before = *m_bench->book.find(keys.first());
    remove(keys);
    child<QPushButton>(u"undoRemovalButton"_s)->click();
    QCOMPARE(m_bench->book.size(), 2);
    QCOMPARE(*m_bench->book.find(keys.first()), before);
    QCOMPARE(notice(), QString());
    QVERIFY(!action(u"undoRemovalAction"_s)->isEnabled());
}

void TestRemoval::undoneByTheKey()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    page()->select({keys.first()});
    page()->table()->setFocus();
    QTRY_VERIFY(action(u"removeAction"_s)->isEnabled());
    QTest::keyClick(page()->table(), Qt::Key_Delete);
    QCOMPARE(m_bench->book.size(), 1);
    QTest::keyClick(page()->table(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_bench->book.size(), 2);
    QTRY_COMPARE(page()->selectedKeys(), QList<Core::TaskKey>{keys.first()});
}

void TestRemoval::severalInARow()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s, u"three"_s});
    remove({keys.at(0)});
    remove({keys.at(1), keys.at(2)});
    QCOMPARE(m_bench->book.size(), 0);
    child<QPushButton>(u"undoRemovalButton"_s)->click();
    QCOMPARE(m_bench->book.size(), 2);
    QCOMPARE(notice(), u"1 task(s) removed from the list."_s); // the one before can be undone as well
    child<QPushButton>(u"undoRemovalButton"_s)->click();
    QCOMPARE(m_bench->book.size(), 3);
    QCOMPARE(notice(), QString());
}

void TestRemoval::noticePutAwayLeavesTheKey()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s});
    remove(keys);
    child<QToolButton>(u"noticeCloseButton"_s)->click();
    QCOMPARE(notice(), QString());
    action(u"undoRemovalAction"_s)->trigger();
    QCOMPARE(m_bench->book.size(), 1);
    QCOMPARE(notice(), QString());
}

void TestRemoval::groupAndSelectionComeBack()
{
    QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    keys += m_bench->track({u"three"_s}, 1400000002);
    action(u"groupByApplicationAction"_s)->trigger();
    page()->select({keys.at(1), keys.at(2)});
    const QList<Core::TaskKey> selected = page()->selectedKeys();
    const QList<Core::TaskKey> shown = page()->shownKeys();
    QTRY_VERIFY(action(u"removeAction"_s)->isEnabled());
    action(u"removeAction"_s)->trigger();
    QTRY_COMPARE(page()->shownKeys().size(), 1);
    action(u"undoRemovalAction"_s)->trigger();
    QTRY_COMPARE(page()->selectedKeys(), selected);
    QCOMPARE(page()->shownKeys(), shown);
    QVERIFY(action(u"groupByApplicationAction"_s)->isChecked());
}

void TestRemoval::keyOfATextFieldIsItsOwn()
{
    remove(m_bench->track({u"one"_s}));
    m_bench->track({u"two"_s});
    auto *filter = child<QLineEdit>(u"filterEdit"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"tw"_s);
    QTest::keyClick(filter, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(filter->text() != "tw"_L1);
    QCOMPARE(m_bench->book.size(), 1);
}

void TestRemoval::stopUnderWayIsAskedFor()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.taskId = u"stopping"_s;
    seed.state = Simulator::SeedState::Pushing;
    const Core::TaskKey key = m_bench->key(m_server->addTask(seed).value());
    m_bench->track({u"stopping"_s});
    QSignalSpy settled(&m_bench->stops, &Service::StopService::settled);
    m_bench->stops.stop({key});
    remove({key});
    QCOMPARE(m_prompt->questions.size(), 1);
    QCOMPARE(m_bench->book.size(), 1); // declined
    m_prompt->accept();
    action(u"removeAction"_s)->trigger();
    QTRY_COMPARE(m_bench->book.size(), 0);
    QTRY_COMPARE(settled.size(), 1);
    action(u"undoRemovalAction"_s)->trigger();
    QCOMPARE(m_bench->book.find(key)->lastOutcome, Core::StopOutcome::Stopped);
}

void TestRemoval::logTells()
{
    const QList<Core::TaskKey> keys = m_bench->track({u"one"_s, u"two"_s});
    remove(keys);
    action(u"undoRemovalAction"_s)->trigger();
    QStringList notes;
    for (const Core::LogEntry &entry : m_bench->log.entries()) {
        if (entry.topic == Core::LogTopic::Note)
            notes.append(entry.detail);
    }
    QCOMPARE(notes,
             QStringList({u"2 task(s) removed from the list."_s,
                          u"2 task(s) put back on the list, as they were."_s}));
}

CONSOLE_TEST(TestRemoval, QApplication)
#include "tst_removal.moc"
