// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/autolock.h"
#include "gui/concealededit.h"
#include "gui/desktoplock.h"
#include "gui/lockflow.h"
#include "gui/mainwindow.h"
#include "gui/pasteedit.h"
#include "gui/secretfield.h"
#include "gui/settingsdialog.h"
#include "gui/signaturedoctordialog.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString secret = u"planted-secret-0123456789"_s;

[[nodiscard]] QClipboard *clipboard()
{
    return QGuiApplication::clipboard();
}

} // namespace

//! The lock as an operator meets it, and secrets in fields and clipboard.
class TestLocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lockNowSaysSoAndUnlocks();
    void typedSecretsGo();
    void rulesAreSpokenOf();
    void locksWithoutInput();
    void sleepCounts();
    void locksWithTheDesktop();
    void rulesHoldItOff();
    void heldOffUntilThePlanEnds_data() const;
    void heldOffUntilThePlanEnds();
    void revealEnds_data() const;
    void revealEnds();
    void pastedSecretLeavesTheClipboard_data() const;
    void pastedSecretLeavesTheClipboard();
    void typedLettersLeaveTheClipboardAlone();
    void copiedSecretIsMarkedAndGoes_data() const;
    void copiedSecretIsMarkedAndGoes();
    void othersTextStaysInTheClipboard();
    void concealedTextIsNotCopied();

private:
    [[nodiscard]] Service::KeyLock &lock() const { return m_window->lockFlow().lock(); }
    [[nodiscard]] QWidget *notice() const { return m_window->findChild<QWidget *>(u"lockNotice"_s); }
    [[nodiscard]] QString noticeText() const;
    [[nodiscard]] std::unique_ptr<Gui::AutoLock> makeAutoLock();
    [[nodiscard]] QStringList logged() const;
    void planAStop();
    void chooseFromMenu(QWidget &field, const QString &entry) const;
    [[nodiscard]] std::unique_ptr<Gui::SecretField> shownField();

    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
    TestSupport::HandClock m_clock;
    QPointer<Gui::DesktopLock> m_desktop;
};

void TestLocking::init()
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
    clipboard()->clear();
}

void TestLocking::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestLocking::noticeText() const
{
    const auto *label = notice() != nullptr ? notice()->findChild<QLabel *>(u"noticeLabel"_s) : nullptr;
    return label != nullptr ? label->text() : QString();
}

std::unique_ptr<Gui::AutoLock> TestLocking::makeAutoLock()
{
    return std::make_unique<Gui::AutoLock>(
        m_bench->settings, lock(), m_clock,
        [this] {
            auto desktop = std::make_unique<Gui::DesktopLock>();
            m_desktop = desktop.get();
            return desktop;
        },
        10);
}

QStringList TestLocking::logged() const
{
    QStringList notes;
    for (const Core::LogEntry &entry : m_bench->log.entries()) {
        if (entry.topic == Core::LogTopic::Note)
            notes.append(entry.detail);
    }
    return notes;
}

void TestLocking::planAStop()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = 1400000001;
    const QList<Core::TaskKey> tasks = m_bench->track({m_server->addTask(seed).value()});
    QSignalSpy loaded(&m_bench->guard, &Service::Guard::loaded);
    m_bench->guard.load();
    QTRY_COMPARE(loaded.size(), 1);
    m_bench->guard.stopAt(tasks, m_bench->guardClock.nowUtc().addSecs(7200));
}

void TestLocking::lockNowSaysSoAndUnlocks()
{
    QAction *action = m_window->findChild<QAction *>(u"lockAction"_s);
    QVERIFY(!action->shortcut().isEmpty());
    QVERIFY(notice() == nullptr);
    action->trigger();
    QVERIFY(m_bench->accounts.isLocked());
    QVERIFY(notice() != nullptr);
    QTRY_VERIFY(notice()->isVisible());
    QVERIFY(noticeText().contains(u"gone from memory"_s));
    QCOMPARE(logged(), (QStringList{u"Locked: you asked for it"_s, u"The keys are gone from memory"_s}));
    action->trigger(); // again is nothing
    QCOMPARE(logged().size(), 2);
    notice()->findChild<QPushButton *>(u"unlockButton"_s)->click();
    QVERIFY(!m_bench->accounts.isLocked());
    QTRY_VERIFY(notice() == nullptr || !notice()->isVisible());
    QCOMPARE(logged().last(), u"Unlocked"_s);
}

void TestLocking::typedSecretsGo()
{
    auto *settings = new Gui::SettingsDialog(m_bench->services(), *m_prompt, m_window.get());
    settings->open();
    settings->findChild<QPushButton *>(u"addButton"_s)->click();
    auto *name = settings->findChild<QLineEdit *>(u"nameEdit"_s);
    auto *key = settings->findChild<Gui::SecretField *>(u"secretKeyEdit"_s);
    auto *password = settings->findChild<Gui::SecretField *>(u"proxyPasswordEdit"_s);
    auto *alone = new Gui::SecretField(m_window.get());
    m_window->findChild<QAction *>(u"doctorAction"_s)->trigger();
    const QPointer<Gui::SignatureDoctorDialog> doctor = m_window->findChild<Gui::SignatureDoctorDialog *>();
    QVERIFY(doctor);
    doctor->findChild<Gui::PasteEdit *>(u"pasteEdit"_s)->setPlainText(u"X-TC-Token: "_s + secret);
    name->setText(u"half done"_s);
    for (Gui::SecretField *field : {key, password, alone})
        field->setText(secret);
    lock().lock(Service::LockReason::Operator);
    for (const Gui::SecretField *field : {key, password, alone})
        QCOMPARE(field->text(), QString());
    QVERIFY(settings->isVisible());
    QCOMPARE(name->text(), u"half done"_s); // only the secrets go
    QTRY_VERIFY(!doctor); // with all that was pasted, and what it showed of it
}

void TestLocking::rulesAreSpokenOf()
{
    planAStop();
    QSignalSpy notified(&m_window->lockFlow(), &Gui::LockFlow::notified);
    lock().lock(Service::LockReason::Operator);
    QVERIFY(noticeText().contains(u"stop nothing until you unlock"_s));
    QCOMPARE(notified.size(), 1);
    QVERIFY(notified.first().first().value<Gui::Notification>().isUrgent);
}

void TestLocking::locksWithoutInput()
{
    const auto autoLock = makeAutoLock();
    m_clock.pass(3'600'000); // it is off
    QVERIFY(!QTest::qWaitFor([this] { return lock().isLocked(); }, 100));
    m_bench->settings.setLockAfterMinutes(10);
    m_clock.pass(9 * 60'000);
    QVERIFY(!QTest::qWaitFor([this] { return lock().isLocked(); }, 100));
    QTest::mouseMove(m_window.get(), QPoint(20, 20));
    QTest::keyClick(m_window.get(), Qt::Key_Shift);
    m_clock.pass(9 * 60'000);
    QVERIFY(!QTest::qWaitFor([this] { return lock().isLocked(); }, 100));
    m_clock.pass(60'000);
    QTRY_VERIFY(lock().isLocked());
    QVERIFY(logged().first().contains(u"nobody has used the console"_s));
}

void TestLocking::sleepCounts()
{
    const auto autoLock = makeAutoLock();
    m_bench->settings.setLockAfterMinutes(10);
    m_clock.sleep(-3'600'000); // set back: nothing
    QVERIFY(!QTest::qWaitFor([this] { return lock().isLocked(); }, 100));
    m_clock.sleep(3'600'000 + 11 * 60'000);
    QTRY_VERIFY(lock().isLocked());
}

void TestLocking::locksWithTheDesktop()
{
    const auto autoLock = makeAutoLock();
    QVERIFY(m_desktop == nullptr); // nobody is asked while it is off
    m_bench->settings.setLocksWithDesktop(true);
    QVERIFY(m_desktop != nullptr);
    Q_EMIT m_desktop->locked();
    QVERIFY(lock().isLocked());
    QVERIFY(logged().first().contains(u"the desktop was locked"_s));
    m_bench->settings.setLocksWithDesktop(false);
    QVERIFY(m_desktop == nullptr);
}

void TestLocking::rulesHoldItOff()
{
    planAStop();
    const auto autoLock = makeAutoLock();
    connect(autoLock.get(), &Gui::AutoLock::heldOff, &m_window->lockFlow(), &Gui::LockFlow::tellHeldOff);
    m_bench->settings.setLocksWithDesktop(true);
    Q_EMIT m_desktop->locked();
    Q_EMIT m_desktop->locked();
    QVERIFY(!lock().isLocked());
    QCOMPARE(logged().size(), 1); // said once
    QVERIFY(logged().first().contains(u"rules or planned stops need them"_s));
    m_bench->settings.setLocksDespiteRules(true);
    Q_EMIT m_desktop->locked();
    QVERIFY(lock().isLocked());
}

void TestLocking::heldOffUntilThePlanEnds_data() const
{
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("nobody comes back") << QString() << true;
    QTest::newRow("the desktop is unlocked") << u"unlocked"_s << false;
    QTest::newRow("somebody types") << u"typed"_s << false;
    QTest::newRow("the settings want it no more") << u"settings"_s << false;
}

void TestLocking::heldOffUntilThePlanEnds()
{
    QFETCH(const QString, meanwhile);
    QFETCH(const bool, isLocked);
    planAStop();
    const auto autoLock = makeAutoLock();
    m_bench->settings.setLocksWithDesktop(true);
    Q_EMIT m_desktop->locked();
    QVERIFY(!lock().isLocked());
    if (meanwhile == u"unlocked"_s)
        Q_EMIT m_desktop->unlocked();
    else if (meanwhile == u"typed"_s)
        QTest::keyClick(m_window.get(), Qt::Key_Shift);
    else if (meanwhile == u"settings"_s)
        m_bench->settings.setLocksWithDesktop(false);
    m_bench->guard.keepRunning(m_bench->guard.scheduledTasks());
    QVERIFY(!lock().isAwaitedByRules());
    if (isLocked)
        QTRY_VERIFY(lock().isLocked());
    else
        QVERIFY(!QTest::qWaitFor([this] { return lock().isLocked(); }, 100));
}

std::unique_ptr<Gui::SecretField> TestLocking::shownField()
{
    auto field = std::make_unique<Gui::SecretField>();
    field->show();
    [&field] {
        QVERIFY(QTest::qWaitForWindowExposed(field.get()));
        field->activateWindow();
        field->setFocus();
    }();
    return field;
}

void TestLocking::revealEnds_data() const
{
    QTest::addColumn<QString>("how");
    for (const QString &how : {u"time"_s, u"window"_s, u"hidden"_s, u"forgotten"_s, u"again"_s})
        QTest::newRow(qPrintable(how)) << how;
}

void TestLocking::revealEnds()
{
    QFETCH(const QString, how);
    const auto field = shownField();
    field->setText(secret);
    auto *action = field->findChild<QAction *>(u"revealAction"_s);
    auto *timer = field->findChild<QTimer *>(u"concealTimer"_s);
    QCOMPARE(timer->interval(), Gui::ConcealedEdit::revealMs);
    action->trigger();
    QVERIFY(field->isRevealed());
    QVERIFY(timer->isActive());
    if (how == u"time"_s) {
        timer->start(1);
    } else if (how == u"window"_s) {
        QEvent leave(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(field.get(), &leave);
    } else if (how == u"hidden"_s) {
        field->hide();
    } else if (how == u"forgotten"_s) {
        field->forget();
    } else {
        action->trigger();
    }
    QTRY_VERIFY(!field->isRevealed());
    QVERIFY(!action->isChecked());
    QVERIFY(!timer->isActive());
}

void TestLocking::pastedSecretLeavesTheClipboard_data() const
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("isTyped"); // what was there before, or set by the program
    QTest::addColumn<QString>("by");
    const QString longer = secret + u"-and-more"_s;
    for (const QString &by : {u"keyboard"_s, u"context menu"_s, u"middle button"_s}) {
        QTest::addRow("by %s", qPrintable(by)) << QString() << false << by;
        QTest::addRow("over the same length, by %s", qPrintable(by))
            << QString(secret.size() + 2, u'x') << true << by;
        QTest::addRow("over a longer one, by %s", qPrintable(by)) << longer << true << by;
        QTest::addRow("over a longer one that was set, by %s", qPrintable(by)) << longer << false << by;
        QTest::addRow("over itself, by %s", qPrintable(by)) << QString(u' ' + secret + u'\n') << false << by;
    }
}

void TestLocking::chooseFromMenu(QWidget &field, const QString &entry) const
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), field.mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(&field, &event);
    const QList<QAction *> actions = field.findChildren<QAction *>();
    const auto wanted = std::ranges::find_if(
        actions, [&entry](const QAction *action) { return action->text().startsWith(entry); });
    QVERIFY(wanted != actions.end());
    (*wanted)->trigger();
}

void TestLocking::pastedSecretLeavesTheClipboard()
{
    QFETCH(const QString, before);
    QFETCH(const bool, isTyped);
    QFETCH(const QString, by);
    const bool isSelection = by == "middle button"_L1;
    if (isSelection && !clipboard()->supportsSelection())
        QSKIP("this platform has no selection to paste");
    const QClipboard::Mode mode = isSelection ? QClipboard::Selection : QClipboard::Clipboard;
    const auto field = shownField();
    if (isTyped)
        QTest::keyClicks(field.get(), before);
    else
        field->setText(before);
    clipboard()->setText(u' ' + secret + u'\n', mode); // as it comes from a web page
    field->selectAll();
    if (isSelection) {
        QTest::mouseClick(field.get(), Qt::MiddleButton);
    } else if (by == "keyboard"_L1) {
        QTest::keySequence(field.get(), QKeySequence::Paste);
    } else {
        chooseFromMenu(*field, u"&Paste"_s);
    }
    QVERIFY(field->text().contains(secret));
    QCOMPARE(clipboard()->text(mode), QString());
}

void TestLocking::typedLettersLeaveTheClipboardAlone()
{
    const auto field = shownField();
    clipboard()->setText(u"abcd"_s);
    QTest::keyClicks(field.get(), u"abcdefgh"_s);
    field->setText(secret); // by the program
    QTest::keyClicks(field.get(), u"x"_s);
    field->selectAll();
    QTest::keyClicks(field.get(), u"abcdefgh"_s); // over it
    QCOMPARE(clipboard()->text(), u"abcd"_s);
}

void TestLocking::copiedSecretIsMarkedAndGoes_data() const
{
    QTest::addColumn<QString>("entry");
    QTest::newRow("by keyboard") << QString();
    QTest::newRow("copied by context menu") << u"&Copy"_s;
    QTest::newRow("cut by context menu") << u"Cu&t"_s;
}

void TestLocking::copiedSecretIsMarkedAndGoes()
{
    QFETCH(const QString, entry);
    const auto field = shownField();
    field->setText(secret);
    field->findChild<QAction *>(u"revealAction"_s)->trigger();
    field->selectAll();
    if (entry.isEmpty())
        QTest::keySequence(field.get(), QKeySequence::Copy);
    else
        chooseFromMenu(*field, entry);
    QCOMPARE(clipboard()->text(), secret);
    QCOMPARE(clipboard()->mimeData()->data(QLatin1StringView(Gui::ConcealedEdit::secretMark)),
             QByteArray("secret"));
    auto *expiry = clipboard()->findChild<QTimer *>(u"secretExpiry"_s);
    QVERIFY(expiry != nullptr);
    QCOMPARE(expiry->interval(), Gui::ConcealedEdit::keptInClipboardMs);
    expiry->start(1);
    QTRY_COMPARE(clipboard()->text(), QString());
}

void TestLocking::othersTextStaysInTheClipboard()
{
    const auto field = shownField();
    field->setText(secret);
    field->findChild<QAction *>(u"revealAction"_s)->trigger();
    field->selectAll();
    QTest::keySequence(field.get(), QKeySequence::Cut);
    QCOMPARE(field->text(), QString());
    QCOMPARE(clipboard()->text(), secret);
    clipboard()->setText(u"somebody else's"_s);
    auto *expiry = clipboard()->findChild<QTimer *>(u"secretExpiry"_s);
    const QSignalSpy over(expiry, &QTimer::timeout);
    expiry->start(1);
    QTRY_COMPARE(over.size(), 1);
    QCOMPARE(clipboard()->text(), u"somebody else's"_s);
}

void TestLocking::concealedTextIsNotCopied()
{
    const auto field = shownField();
    field->setText(secret);
    field->selectAll();
    QTest::keySequence(field.get(), QKeySequence::Copy);
    QTest::keySequence(field.get(), QKeySequence::Cut);
    QCOMPARE(clipboard()->text(), QString());
    QCOMPARE(field->text(), secret);
}

CONSOLE_TEST(TestLocking, QApplication)
#include "tst_locking.moc"
