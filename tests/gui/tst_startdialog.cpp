// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/startdialog.h"
#include "gui/taskpage.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"
#include "support/writtensettings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

//! Starting a task and setting a callback in the real window, over a real simulator, by object name.
class TestStartDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startedTaskIsSelected();
    void wrongFieldsAreSaidBesideThem();
    void doubleClickStartsOnce();
    void refusedCanBeMended();
    void unknownStaysInSight();
    void templatesComeAndGoWithoutSecrets();
    void templateWithASecretIsRefused();
    void callbackIsShownAndSet();
    void callbackIsAskedForOnceTyped();
    void closingAsksWhileAStartIsUnderWay();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] Gui::StartDialog *dialog() const { return m_window->findChild<Gui::StartDialog *>(); }
    [[nodiscard]] int deliveries(const QString &action) const;
    void openDialog();
    void fill(const QString &name, const QString &text) const;
    void fillBasics() const;
    void click(const QString &button) const;

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

namespace {

const QString startAction = u"StartWhiteboardPush"_s;

} // namespace

void TestStartDialog::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.startDelayMs = 200;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    Core::NetworkSettings network = m_bench->transport.networkSettings();
    network.timeoutMs = 1000;
    m_bench->transport.setNetworkSettings(network);
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestStartDialog::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

int TestStartDialog::deliveries(const QString &action) const
{
    int count = 0;
    for (const Simulator::JournalEntry &entry : m_server->journal())
        count += entry.action == action ? 1 : 0;
    return count;
}

void TestStartDialog::openDialog()
{
    child<QAction>(u"startAction"_s)->trigger();
    QVERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
}

void TestStartDialog::fill(const QString &name, const QString &text) const
{
    auto *edit = child<QLineEdit>(name);
    QVERIFY2(edit != nullptr, qPrintable(name));
    edit->setText(text);
    Q_EMIT edit->editingFinished();
}

void TestStartDialog::fillBasics() const
{
    fill(u"roomEdit"_s, u"1203"_s);
    fill(u"userEdit"_s, u"tic_push_user"_s);
    fill(u"userSigEdit"_s, u"marker-of-a-secret"_s);
}

void TestStartDialog::click(const QString &button) const
{
    auto *push = child<QAbstractButton>(button);
    QVERIFY2(push != nullptr, qPrintable(button));
    QTest::mouseClick(push, Qt::LeftButton);
}

void TestStartDialog::startedTaskIsSelected()
{
    openDialog();
    QCOMPARE(child<QComboBox>(u"applicationBox"_s)->currentText(), u"1400000001"_s);
    QVERIFY(!child<QScrollArea>(u"moreArea"_s)->isVisible());
    QCOMPARE(child<QLineEdit>(u"userSigEdit"_s)->echoMode(), QLineEdit::Password);
    fillBasics();
    click(u"moreButton"_s);
    QVERIFY(child<QScrollArea>(u"moreArea"_s)->isVisible());
    child<QGroupBox>(u"backupGroup"_s)->setChecked(true);
    fill(u"backupUserEdit"_s, u"tic_push_backup"_s);
    fill(u"backupSigEdit"_s, u"marker-of-a-secret"_s);
    fill(u"fpsEdit"_s, u"15"_s);
    click(u"startButton"_s);
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(m_bench->book.size(), 1);
    const Core::PushTask task = m_bench->book.tasks().first();
    const auto *page = m_window->findChild<Gui::TaskPage *>();
    QTRY_COMPARE(page->selectedKeys(), QList<Core::TaskKey>{task.key});
    QCOMPARE(task.roomId, 1203);
    QVERIFY(task.backup.isPresent());
    QTRY_VERIFY(m_bench->book.find(task.key)->isRunning());
}

void TestStartDialog::wrongFieldsAreSaidBesideThem()
{
    openDialog();
    fill(u"fpsEdit"_s, u"31"_s);
    fill(u"roomEdit"_s, u"4294967296"_s);
    QCOMPARE(child<QLabel>(u"RoomIdProblem"_s)->text(), u"It is a number from 1 to 4294967295."_s);
    QVERIFY(
        child<QLabel>(u"PushUserIdProblem"_s)->text().isEmpty()); // not complained of before it is asked for
    fill(u"roomEdit"_s, u"1203"_s);
    QVERIFY(child<QLabel>(u"RoomIdProblem"_s)->text().isEmpty());
    click(u"startButton"_s);
    QCOMPARE(child<QLabel>(u"PushUserIdProblem"_s)->text(), u"This is needed."_s);
    QCOMPARE(child<QLabel>(u"PushUserSigProblem"_s)->text(), u"This is needed."_s);
    fill(u"userEdit"_s, u"u"_s);
    fill(u"userSigEdit"_s, u"s"_s);
    click(u"startButton"_s); // what is wrong further down is unfolded
    QVERIFY(child<QScrollArea>(u"moreArea"_s)->isVisible());
    QCOMPARE(child<QLabel>(u"VideoFPSProblem"_s)->text(), u"It is a number from 0 to 30."_s);
    QCOMPARE(deliveries(startAction), 0);
}

void TestStartDialog::doubleClickStartsOnce()
{
    openDialog();
    fillBasics();
    auto *start = child<QPushButton>(u"startButton"_s);
    QTest::mouseDClick(start, Qt::LeftButton);
    QTest::mouseClick(start, Qt::LeftButton);
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(dialog() == nullptr);
    QTRY_COMPARE(m_bench->starts.underWay(), 0);
    QCOMPARE(deliveries(startAction), 1);
}

void TestStartDialog::refusedCanBeMended()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    seed.taskId = u"busy"_s;
    seed.roomId = 1203;
    QVERIFY(m_server->addTask(seed));
    openDialog();
    fillBasics();
    click(u"startButton"_s);
    auto *state = dialog()->findChild<QLabel *>(u"stateLabel"_s);
    QTRY_VERIFY(state->text().startsWith(u"The service refused to start the task."_s));
    QVERIFY(child<QPushButton>(u"startButton"_s)->isEnabled());
    fill(u"roomEdit"_s, u"1204"_s);
    click(u"startButton"_s);
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(m_bench->book.tasks().first().roomId, 1204);
}

void TestStartDialog::unknownStaysInSight()
{
    QVERIFY(m_server->addFault(u"StartWhiteboardPush:*:drop-before"));
    openDialog();
    fillBasics();
    click(u"startButton"_s);
    auto *state = dialog()->findChild<QLabel *>(u"stateLabel"_s);
    QTRY_VERIFY(state->text().contains(u"Looking for it"_s));
    m_bench->starts.finish(0); // as if the time to look for it were over
    QTRY_VERIFY(dialog() == nullptr);
    const auto *notice = child<QWidget>(u"startNotice1203"_s);
    QVERIFY(notice != nullptr);
    QVERIFY(notice->findChild<QLabel *>(u"noticeLabel"_s)->text().contains(u"It is not known"_s));
    QCOMPARE(deliveries(startAction), 1);
}

void TestStartDialog::templatesComeAndGoWithoutSecrets()
{
    const QString file = m_directory->filePath(u"template.json"_s);
    openDialog();
    fillBasics();
    fill(u"fpsEdit"_s, u"15"_s);
    m_prompt->texts.push_back(u"Mondays"_s);
    click(u"saveTemplateButton"_s);
    auto *box = child<QComboBox>(u"templateBox"_s);
    QTRY_COMPARE(box->currentText(), u"Mondays"_s);
    m_prompt->files.push_back(file);
    click(u"exportTemplateButton"_s);
    QTRY_VERIFY(QFile::exists(file));
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);

    openDialog();
    box = child<QComboBox>(u"templateBox"_s);
    QVERIFY(child<QLineEdit>(u"roomEdit"_s)->text().isEmpty());
    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    QCOMPARE(child<QLineEdit>(u"roomEdit"_s)->text(), u"1203"_s);
    QCOMPARE(child<QLineEdit>(u"fpsEdit"_s)->text(), u"15"_s);
    QVERIFY(child<QLineEdit>(u"userSigEdit"_s)->text().isEmpty());
    QVERIFY(child<QScrollArea>(u"moreArea"_s)->isVisible()); // something of it is set
    click(u"deleteTemplateButton"_s);
    QCOMPARE(box->count(), 1);
    fill(u"roomEdit"_s, {});
    m_prompt->files.push_back(file);
    click(u"importTemplateButton"_s);
    QTRY_COMPARE(child<QLineEdit>(u"roomEdit"_s)->text(), u"1203"_s);

    QVERIFY(TestSupport::isWritten(m_bench->store));
    QDirIterator each(m_directory->path(), QDir::Files);
    while (each.hasNext()) {
        QFile kept(each.next());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY2(!kept.readAll().contains("marker-of-a-secret"), qPrintable(kept.fileName()));
    }
}

void TestStartDialog::templateWithASecretIsRefused()
{
    QFile file(m_directory->filePath(u"template.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"RoomId":7,"PushUserSig":"x"})");
    file.close();
    openDialog();
    m_prompt->files.push_back(file.fileName());
    click(u"importTemplateButton"_s);
    auto *state = dialog()->findChild<QLabel *>(u"stateLabel"_s);
    QTRY_VERIFY(state->text().contains(u"holds a secret in PushUserSig"_s));
    QVERIFY(child<QLineEdit>(u"roomEdit"_s)->text().isEmpty());
}

void TestStartDialog::callbackIsShownAndSet()
{
    child<QAction>(u"callbackAction"_s)->trigger();
    auto *address = child<QLineEdit>(u"addressEdit"_s);
    auto *key = child<QLineEdit>(u"keyEdit"_s);
    QTRY_VERIFY(address->isEnabled());
    address->setText(u"example.com"_s);
    click(u"saveButton"_s);
    QCOMPARE(deliveries(u"SetWhiteboardPushCallback"_s), 0);
    address->setText(u"https://example.com/online"_s);
    key->setText(u"6vg9G7Fd"_s);
    click(u"saveButton"_s);
    QTRY_COMPARE(child<QLabel>(u"stateLabel"_s)->text(), u"Saved."_s);
    QCOMPARE(deliveries(u"SetWhiteboardPushCallback"_s), 1);
    QCOMPARE(deliveries(u"SetWhiteboardPushCallbackKey"_s), 1);

    // Asked for anew; the key is hidden until it is asked for, and for a while only.
    Q_EMIT child<QComboBox>(u"applicationBox"_s)->currentTextChanged({});
    QTRY_COMPARE(key->text(), u"6vg9G7Fd"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    click(u"revealButton"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Normal);

    key->clear(); // removes it
    click(u"saveButton"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    QTRY_COMPARE(deliveries(u"SetWhiteboardPushCallbackKey"_s), 2);
    QCOMPARE(deliveries(u"SetWhiteboardPushCallback"_s), 1);
    QTRY_COMPARE(child<QLabel>(u"stateLabel"_s)->text(), u"Saved."_s);
}

//! Not at every figure: what stands there in between are applications of others.
void TestStartDialog::callbackIsAskedForOnceTyped()
{
    child<QAction>(u"callbackAction"_s)->trigger();
    const auto *address = child<QLineEdit>(u"addressEdit"_s);
    QTRY_VERIFY(address->isEnabled());
    const int asked = deliveries(u"DescribeWhiteboardPushCallback"_s);
    QLineEdit *application = child<QComboBox>(u"applicationBox"_s)->lineEdit();
    application->setFocus();
    application->selectAll();
    QTest::keyClicks(application, u"1400000002"_s);
    QVERIFY(!address->isEnabled()); // it is another's
    QTRY_COMPARE(deliveries(u"DescribeWhiteboardPushCallback"_s), asked + 1);
    QTest::keyClick(application, Qt::Key_Backspace);
    QTest::keyClicks(application, u"1"_s);
    QTest::keyClick(application, Qt::Key_Return); // without a pause
    QCOMPARE(child<QLabel>(u"stateLabel"_s)->text(), u"Asking the service…"_s);
    QTRY_VERIFY(address->isEnabled());
    QCOMPARE(deliveries(u"DescribeWhiteboardPushCallback"_s), asked + 2);
}

void TestStartDialog::closingAsksWhileAStartIsUnderWay()
{
    QVERIFY(m_server->addFault(u"StartWhiteboardPush:*:delay-after=400"));
    openDialog();
    fillBasics();
    click(u"startButton"_s);
    m_prompt->accept(); // wait and close
    m_window->close();
    QCOMPARE(m_prompt->questions.size(), 1);
    QCOMPARE(m_prompt->questions.first().text, u"1 start(s) have no answer yet."_s);
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_bench->book.size(), 1);
}

CONSOLE_TEST(TestStartDialog, QApplication)
#include "tst_startdialog.moc"
