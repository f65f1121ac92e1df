// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/noticearea.h"
#include "gui/spokenframe.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! What a screen reader gets of what appears by itself in the real window. That it hears of it is what the
//! test `accessibility` looks at.
class TestSpoken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noticeIsANotification();
    void noticeIsReachedByKeys();
    void outcomeOfAStop();
    void outcomesOfSeveral();
    void statusMessages();

private:
    [[nodiscard]] Gui::NoticeArea *notices() const { return m_window->findChild<Gui::NoticeArea *>(); }
    [[nodiscard]] Gui::SpokenFrame *spoken() const
    {
        return m_window->findChild<Gui::SpokenFrame *>(u"spokenFrame"_s);
    }
    [[nodiscard]] QList<Core::TaskKey> seedAndTrack(int count);

    static constexpr int waitMs = 15'000;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

namespace {

[[nodiscard]] Gui::Notice fullDisk()
{
    return {.name = u"full"_s, .iconName = u"warning"_s, .text = u"The disk is full."_s, .buttons = {}};
}

[[nodiscard]] QString nameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

[[nodiscard]] QAccessible::Role roleOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->role();
}

} // namespace

void TestSpoken::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 200;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestSpoken::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QList<Core::TaskKey> TestSpoken::seedAndTrack(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = 1400000001;
        ids.append(m_server->addTask(seed).value());
    }
    return m_bench->track(ids);
}

void TestSpoken::noticeIsANotification()
{
    notices()->show(fullDisk);
    auto *const notice = m_window->findChild<QWidget *>(u"full"_s);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(roleOf(notice), QAccessible::Notification);
    QCOMPARE(nameOf(notice), u"The disk is full."_s);
}

void TestSpoken::noticeIsReachedByKeys()
{
    notices()->show(fullDisk);
    const auto *const label =
        m_window->findChild<QWidget *>(u"full"_s)->findChild<QLabel *>(u"noticeLabel"_s);
    QTRY_VERIFY(label->isVisible());
    for (int tabs = 0; tabs < 200 && !label->hasFocus(); ++tabs)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(label->hasFocus());
    QVERIFY(label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
}

void TestSpoken::outcomeOfAStop()
{
    const QList<Core::TaskKey> tasks = seedAndTrack(1);
    QCOMPARE(roleOf(spoken()), QAccessible::Notification);
    QVERIFY(!spoken()->isVisible());
    m_bench->stops.stop(tasks);
    QTRY_VERIFY_WITH_TIMEOUT(spoken()->isVisible(), waitMs);
    QCOMPARE(
        nameOf(spoken()),
        QString(tasks.first().taskId.toString() + u": The service confirmed that the task has stopped."_s));
}

void TestSpoken::outcomesOfSeveral()
{
    const QList<Core::TaskKey> tasks = seedAndTrack(3);
    QVERIFY(m_server->addFault(QString(u"StopWhiteboardPush@"_s + tasks.first().taskId.toString()
                                       + u":1:code=ResourceUnavailable.ServiceExpired"_s)));
    m_bench->stops.stop(tasks);
    QTRY_VERIFY_WITH_TIMEOUT(spoken()->isVisible(), waitMs);
    QCOMPARE(nameOf(spoken()), u"Stopped: 2, Failed: 1"_s);
}

void TestSpoken::statusMessages()
{
    QStatusBar *const bar = m_window->statusBar();
    bar->showMessage(u"Nothing in the list is running."_s);
    QVERIFY(spoken()->isVisible());
    QCOMPARE(nameOf(spoken()), u"Nothing in the list is running."_s);
    bar->clearMessage();
    QVERIFY(!spoken()->isVisible());
}

CONSOLE_TEST(TestSpoken, QApplication)
#include "tst_spoken.moc"
