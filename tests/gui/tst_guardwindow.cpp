// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/closeflow.h"
#include "gui/guardnotice.h"
#include "gui/mainwindow.h"
#include "gui/rulesdialog.h"
#include "gui/settingsdialog.h"
#include "gui/stopatdialog.h"
#include "gui/taskpage.h"
#include "gui/trayicon.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::GuardKind;
using Model = Models::TaskTableModel;

//! The guard as an operator meets it: dialogs, countdown, notices, tray; in the real window.
class TestGuardWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rulesAreEdited();
    void canceledRulesStay();
    void rulesAndPlansWaitForTheStoredOnes();
    void stopIsPlannedAndKeptFrom();
    void passedTimeIsRefused();
    void announcementOffersToKeep_data() const;
    void announcementOffersToKeep();
    void announcementEndsInAStop();
    void warningOffersToStop();
    void warningStopsTheBackupThatRunsAlone();
    void laterWarningKeepsTheEarlierOne();
    void everyFailureIsTold();
    void droppedPlanIsTold();
    void desktopIsToldOfStopsThatWait();
    void readOnlyOnlyWarns();
    void closingKeepsItInTheTray();
    void closingAsksAboutPlans();
    void trayCountsAndStopsAll();
    void trayCountsAndStopsBackups();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return child<QAction>(name); }
    [[nodiscard]] Gui::TaskPage *page() const { return m_window->findChild<Gui::TaskPage *>(); }
    [[nodiscard]] Service::Guard &guard() const { return m_bench->guard; }
    [[nodiscard]] QString cell(const Core::TaskKey &key, int column) const;
    [[nodiscard]] Core::TaskKey seed(const QString &taskId, int ageS = 600);
    void announce(const Core::TaskKey &key);

    static constexpr qint64 sdkAppId = 1400000001;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestGuardWindow::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 100;
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    QSignalSpy loaded(&guard(), &Service::Guard::loaded);
    guard().load();
    QTRY_COMPARE(loaded.size(), 1);
    m_prompt = std::make_unique<Support::FakePrompt>();
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestGuardWindow::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

QString TestGuardWindow::cell(const Core::TaskKey &key, int column) const
{
    const QAbstractItemModel *model = page()->table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, column);
        if (index.data(Model::TaskKeyRole).value<Core::TaskKey>() == key)
            return index.data().toString();
    }
    return u"(no row)"_s;
}

Core::TaskKey TestGuardWindow::seed(const QString &taskId, int ageS)
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = taskId;
    seed.ageS = ageS;
    [&] { QVERIFY(m_server->addTask(seed).has_value()); }();
    const Core::TaskKey key = m_bench->track({taskId}).first();
    m_bench->sync.refresh({key});
    [&] { QTRY_VERIFY(m_bench->book.find(key)->isRunning()); }();
    return key;
}

void TestGuardWindow::announce(const Core::TaskKey &key)
{
    guard().stopAt({key}, m_bench->guardClock.nowUtc().addSecs(90));
    QTRY_VERIFY(guard().announcedTasks().contains(key));
}

void TestGuardWindow::rulesAreEdited()
{
    action(u"rulesAction"_s)->trigger();
    auto *dialog = m_window->findChild<Gui::RulesDialog *>();
    QVERIFY(dialog != nullptr);
    const auto field = [dialog]<typename T>(T *, const QString &name) {
        return dialog->findChild<T *>(name);
    };
    auto *add = field(static_cast<QPushButton *>(nullptr), u"addRuleButton"_s);
    auto *kind = field(static_cast<QComboBox *>(nullptr), u"kindCombo"_s);
    auto *hours = field(static_cast<QSpinBox *>(nullptr), u"hoursSpin"_s);
    auto *dayTime = field(static_cast<QTimeEdit *>(nullptr), u"dayTimeEdit"_s);
    auto *list = field(static_cast<QListWidget *>(nullptr), u"ruleList"_s);
    auto *accounts = field(static_cast<QComboBox *>(nullptr), u"accountCombo"_s);
    auto *applications = field(static_cast<QComboBox *>(nullptr), u"applicationCombo"_s);
    QVERIFY(!kind->isEnabled()); // there is no rule yet
    add->click();
    QVERIFY(kind->isEnabled());
    QVERIFY(hours->isVisible() && !dayTime->isVisible());
    kind->setCurrentIndex(kind->findData(int(GuardKind::StopAfter)));
    hours->setValue(3);
    accounts->setCurrentIndex(accounts->findData(QLatin1StringView(TestSupport::TestBench::accountId)));
    applications->setCurrentIndex(applications->findData(sdkAppId));
    QCOMPARE(list->item(0)->text(), u"Stop after 3 h – bench, application 1400000001"_s);
    add->click();
    kind->setCurrentIndex(kind->findData(int(GuardKind::StopAt)));
    QVERIFY(!hours->isVisible() && dayTime->isVisible());
    dayTime->setTime(QTime(23, 15));
    add->click();
    list->item(2)->setCheckState(Qt::Unchecked);
    add->click();
    field(static_cast<QPushButton *>(nullptr), u"removeRuleButton"_s)->click();
    list->setCurrentRow(0);
    QCOMPARE(hours->value(), 3);
    QCOMPARE(applications->currentData().toLongLong(), sdkAppId);
    dialog->findChild<QDialogButtonBox *>(u"buttons"_s)->button(QDialogButtonBox::Ok)->click();

    const QList<Core::GuardRule> &rules = guard().rules();
    QCOMPARE(rules.size(), 3);
    QCOMPARE(rules[0].kind, GuardKind::StopAfter);
    QCOMPARE(rules[0].minutes, 180);
    QCOMPARE(rules[0].accountId, QLatin1StringView(TestSupport::TestBench::accountId));
    QCOMPARE(rules[0].sdkAppId.value, sdkAppId);
    QCOMPARE(rules[1].kind, GuardKind::StopAt);
    QCOMPARE(rules[1].timeOfDay(), QTime(23, 15));
    QVERIFY(rules[1].accountId.isEmpty() && !rules[1].sdkAppId.isValid());
    QCOMPARE(rules[2].kind, GuardKind::WarnAfter);
    QVERIFY(!rules[2].isEnabled);
}

void TestGuardWindow::canceledRulesStay()
{
    Core::GuardRule rule;
    rule.minutes = 77;
    rule.accountId = u"gone"_s; // its account was removed
    guard().setRules({rule});
    const QList<Core::GuardRule> before = guard().rules();
    action(u"rulesAction"_s)->trigger();
    auto *dialog = m_window->findChild<Gui::RulesDialog *>();
    QCOMPARE(dialog->findChild<QSpinBox *>(u"minutesSpin"_s)->value(), 17);
    QCOMPARE(dialog->findChild<QComboBox *>(u"accountCombo"_s)->currentData().toString(), u"gone"_s);
    dialog->findChild<QPushButton *>(u"removeRuleButton"_s)->click();
    dialog->reject();
    QCOMPARE(guard().rules(), before);
}

void TestGuardWindow::rulesAndPlansWaitForTheStoredOnes()
{
    guard().setRules({Core::GuardRule()});
    m_window.reset();
    m_bench.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    const Core::TaskKey task = seed(u"lesson"_s);
    page()->select({task});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled());
    QVERIFY(!action(u"stopAtAction"_s)->isEnabled());
    QVERIFY(!action(u"rulesAction"_s)->isEnabled());
    guard().load();
    QTRY_VERIFY(action(u"rulesAction"_s)->isEnabled());
    QVERIFY(action(u"stopAtAction"_s)->isEnabled());
    action(u"rulesAction"_s)->trigger();
    QCOMPARE(m_window->findChild<Gui::RulesDialog *>()->findChild<QListWidget *>(u"ruleList"_s)->count(), 1);
}

void TestGuardWindow::stopIsPlannedAndKeptFrom()
{
    const Core::TaskKey task = seed(u"lesson"_s);
    QVERIFY(!action(u"stopAtAction"_s)->isEnabled());
    page()->select({task});
    QTRY_VERIFY(action(u"stopAtAction"_s)->isEnabled());
    QVERIFY(!action(u"keepRunningAction"_s)->isEnabled());
    action(u"stopAtAction"_s)->trigger();
    auto *dialog = m_window->findChild<Gui::StopAtDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QSpinBox *>(u"afterSpin"_s)->setValue(3);
    dialog->findChild<QPushButton *>(u"planStopButton"_s)->click();
    QTRY_VERIFY(guard().announcedTasks().contains(task));
    const QRegularExpression countdown(u"^in [23]:[0-5]\\d$"_s);
    QTRY_VERIFY(countdown.match(cell(task, Model::StopsAtColumn)).hasMatch());
    m_bench->guardClock.pass(30'000);
    guard().look();
    QVERIFY(countdown.match(cell(task, Model::StopsAtColumn)).hasMatch());
    QTRY_VERIFY(action(u"keepRunningAction"_s)->isEnabled());
    action(u"keepRunningAction"_s)->trigger();
    QTRY_COMPARE(cell(task, Model::StopsAtColumn), QString());
    QTRY_VERIFY(!action(u"keepRunningAction"_s)->isEnabled());
    QCOMPARE(child<QWidget>(u"guardAnnouncement"_s), nullptr);
}

void TestGuardWindow::passedTimeIsRefused()
{
    const Core::TaskKey task = seed(u"lesson"_s);
    page()->select({task});
    QTRY_VERIFY(action(u"stopAtAction"_s)->isEnabled());
    action(u"stopAtAction"_s)->trigger();
    auto *dialog = m_window->findChild<Gui::StopAtDialog *>();
    auto *accept = dialog->findChild<QPushButton *>(u"planStopButton"_s);
    QVERIFY(accept->isEnabled());
    const QDateTime hourAgo = QDateTime::currentDateTime().addSecs(-3600);
    dialog->findChild<QDateTimeEdit *>(u"atEdit"_s)->setDateTime(hourAgo);
    QVERIFY(dialog->findChild<QRadioButton *>(u"atRadio"_s)->isChecked());
    QVERIFY(!accept->isEnabled());
    const QDateTime tomorrow = QDateTime::currentDateTime().addDays(1);
    dialog->findChild<QDateTimeEdit *>(u"atEdit"_s)->setDateTime(tomorrow);
    accept->click();
    const QDateTime planned = guard().standings().value(task).stopsAt;
    QVERIFY(qAbs(planned.secsTo(tomorrow.toUTC())) < 60);
    QTRY_VERIFY(!cell(task, Model::StopsAtColumn).isEmpty());
}

void TestGuardWindow::announcementOffersToKeep_data() const
{
    QTest::addColumn<bool>("isOnTheDesktop");
    QTest::newRow("in the window") << false;
    QTest::newRow("on the desktop") << true;
}

void TestGuardWindow::announcementOffersToKeep()
{
    QFETCH(const bool, isOnTheDesktop);
    const Core::TaskKey task = seed(u"lesson"_s);
    m_bench->book.setLabel(task, u"<b>Maths</b>"_s);
    QSignalSpy notified(&m_window->guardNotice(), &Gui::GuardNotice::notified);
    QSignalSpy over(&m_window->guardNotice(), &Gui::GuardNotice::over);
    announce(task);
    QCOMPARE(notified.size(), 1);
    const auto notification = notified.first().first().value<Gui::Notification>();
    QVERIFY(notification.isUrgent);
    QVERIFY2(notification.text.contains(u"<b>Maths</b> (lesson)"_s), qPrintable(notification.text));
    auto *notice = child<QWidget>(u"guardAnnouncement"_s);
    QVERIFY(notice != nullptr);
    QVERIFY(notice->findChild<QLabel *>(u"noticeLabel"_s)->text().contains(u"<b>Maths</b>"_s));
    if (isOnTheDesktop) {
        m_window->hide();
        m_window->guardNotice().answer(notification.tag, u"show"_s);
        QVERIFY(m_window->isVisible());
        QCOMPARE(page()->selectedKeys(), QList{task});
        m_window->guardNotice().answer(notification.tag, u"keep"_s);
    } else {
        notice->findChild<QPushButton *>(u"keepButton"_s)->click();
    }
    QVERIFY(guard().announcedTasks().isEmpty());
    QVERIFY(guard().scheduledTasks().isEmpty());
    QTRY_COMPARE(over.size(), 1);
    QCOMPARE(child<QWidget>(u"guardAnnouncement"_s), nullptr);
}

void TestGuardWindow::announcementEndsInAStop()
{
    const Core::TaskKey task = seed(u"lesson"_s);
    announce(task);
    for (int i = 0; i < 3; ++i) {
        m_bench->guardClock.pass(30'000);
        guard().look();
    }
    QTRY_VERIFY(child<QWidget>(u"guardAnnouncement"_s) == nullptr);
    QTRY_COMPARE(m_bench->book.find(task)->lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(cell(task, Model::StopsAtColumn), QString());
    QVERIFY(m_prompt->questions.isEmpty());
}

void TestGuardWindow::warningOffersToStop()
{
    const Core::TaskKey task = seed(u"forgotten"_s, 7200);
    Core::GuardRule rule;
    rule.minutes = 60;
    guard().setRules({rule});
    QTRY_VERIFY(child<QWidget>(u"guardWarning"_s) != nullptr);
    const QString text = child<QWidget>(u"guardWarning"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    QVERIFY2(text.contains(u"forgotten (rule “Warn after 1 h”)"_s), qPrintable(text));
    m_prompt->reject();
    child<QWidget>(u"guardWarning"_s)->findChild<QPushButton *>(u"stopButton"_s)->click();
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    QCOMPARE(page()->selectedKeys(), QList{task});
}

void TestGuardWindow::warningStopsTheBackupThatRunsAlone()
{
    Simulator::TaskSeed withBackup;
    withBackup.sdkAppId = sdkAppId;
    withBackup.taskId = u"forgotten"_s;
    withBackup.backupTaskId = u"second"_s;
    withBackup.ageS = 7200;
    QVERIFY(m_server->addTask(withBackup));
    const Core::TaskKey task = m_bench->track({withBackup.taskId}).first();
    m_bench->sync.refresh({task});
    QTRY_VERIFY(m_bench->book.find(task)->backup.isPresent());
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QVERIFY(m_bench->book.find(task)->hasBackupLeftRunning());
    Core::GuardRule rule;
    rule.minutes = 60;
    guard().setRules({rule});
    QTRY_VERIFY(child<QWidget>(u"guardWarning"_s) != nullptr);
    m_bench->settings.setConfirmSingleStop(false); // what a notice stops is asked for all the same
    m_prompt->accept();
    child<QWidget>(u"guardWarning"_s)->findChild<QPushButton *>(u"stopButton"_s)->click();
    QCOMPARE(m_prompt->questions.size(), 1);
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QTRY_COMPARE(child<QWidget>(u"guardWarning"_s), nullptr);
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
}

//! Who comes back to the desk an hour later sees both.
void TestGuardWindow::laterWarningKeepsTheEarlierOne()
{
    const Core::TaskKey first = seed(u"first"_s, 7200);
    Core::GuardRule rule;
    rule.minutes = 60;
    guard().setRules({rule});
    QTRY_VERIFY(child<QWidget>(u"guardWarning"_s) != nullptr);
    const Core::TaskKey second = seed(u"second"_s, 7200);
    guard().look();
    const auto text = [this] {
        return child<QWidget>(u"guardWarning"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    };
    QTRY_VERIFY2(text().contains(u"first, second (rule “Warn after 1 h”)"_s), qPrintable(text()));
    m_prompt->reject();
    child<QWidget>(u"guardWarning"_s)->findChild<QPushButton *>(u"stopButton"_s)->click();
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    QCOMPARE(page()->selectedKeys().size(), 2);

    // What ended meanwhile is no longer told of.
    m_bench->stops.stop({first});
    QTRY_VERIFY2(!text().contains(u"first"_s) && text().contains(u"second"_s), qPrintable(text()));
    m_bench->stops.stop({second});
    QTRY_COMPARE(child<QWidget>(u"guardWarning"_s), nullptr);
}

void TestGuardWindow::everyFailureIsTold()
{
    const QList<Core::TaskKey> tasks{seed(u"one"_s), seed(u"two"_s)};
    QSignalSpy notified(&m_window->guardNotice(), &Gui::GuardNotice::notified);
    for (const Core::TaskKey &task : tasks) {
        Service::StopResult result;
        result.task = task;
        result.outcome = Core::StopOutcome::Unknown;
        Q_EMIT guard().stopFailed(result);
    }
    QTRY_COMPARE(notified.size(), 1); // together
    const QString text = child<QWidget>(u"guardFailure"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    QVERIFY2(text.contains(u"2 push task"_s) && text.contains(u"one, two: The outcome is unknown"_s),
             qPrintable(text));
    child<QWidget>(u"guardFailure"_s)->findChild<QToolButton *>(u"noticeCloseButton"_s)->click();
    Service::StopResult later;
    later.task = tasks.first();
    Q_EMIT guard().stopFailed(later);
    QTRY_VERIFY(child<QWidget>(u"guardFailure"_s) != nullptr);
    QVERIFY(!child<QWidget>(u"guardFailure"_s)
                 ->findChild<QLabel *>(u"noticeLabel"_s)
                 ->text()
                 .contains(u"two"_s)); // somebody has seen and put that away

    notified.clear();
    for (int i = 0; i < 200; ++i) {
        later.task = m_bench->key(u"lesson-"_s + QString::number(i));
        Q_EMIT guard().stopFailed(later);
    }
    QTRY_COMPARE(notified.size(), 1);
    const QString title = notified.first().first().value<Gui::Notification>().title;
    QVERIFY2(title.contains(u"201"_s), qPrintable(title));
}

void TestGuardWindow::droppedPlanIsTold()
{
    const Core::TaskKey task = m_bench->track({u"never-there"_s}).first();
    announce(task);
    QSignalSpy notified(&m_window->guardNotice(), &Gui::GuardNotice::notified);
    for (int i = 0; i < 3; ++i) {
        m_bench->guardClock.pass(30'000);
        guard().look();
    }
    QTRY_VERIFY(child<QWidget>(u"guardDroppedPlan"_s) != nullptr);
    const QString text = child<QWidget>(u"guardDroppedPlan"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    QVERIFY2(text.contains(u"never-there"_s) && text.contains(u"not tried again"_s), qPrintable(text));
    QCOMPARE(notified.size(), 1);
    QCOMPARE(child<QWidget>(u"guardFailure"_s), nullptr);
    QCOMPARE(cell(task, Model::StopsAtColumn), QString());
}

void TestGuardWindow::desktopIsToldOfStopsThatWait()
{
    const Core::TaskKey task = seed(u"lesson"_s);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=AuthFailure.TokenFailure,no-effect"_s));
    announce(task);
    m_window->hide();
    QSignalSpy notified(&m_window->guardNotice(), &Gui::GuardNotice::notified);
    QSignalSpy over(&m_window->guardNotice(), &Gui::GuardNotice::over);
    const auto isOver = [&over](const QString &tag) {
        return std::ranges::any_of(
            over, [&tag](const QList<QVariant> &arguments) { return arguments.first().toString() == tag; });
    };
    for (int i = 0; i < 3; ++i) {
        m_bench->guardClock.pass(30'000);
        guard().look();
    }
    QTRY_COMPARE(notified.size(), 1);
    const auto notification = notified.first().first().value<Gui::Notification>();
    QVERIFY(notification.isUrgent);
    QVERIFY2(notification.text.contains("bench"_L1), qPrintable(notification.text));
    QVERIFY(!isOver(notification.tag));
    m_window->guardNotice().answer(notification.tag, notification.actions.first().key);
    QVERIFY(m_window->isVisible());
    auto *settings = m_window->findChild<Gui::SettingsDialog *>();
    QVERIFY(settings != nullptr);
    settings->reject();
    m_bench->stops.cancelUnsent();
    QTRY_VERIFY(isOver(notification.tag));
}

void TestGuardWindow::readOnlyOnlyWarns()
{
    const Core::TaskKey task = seed(u"watched"_s, 7200);
    Core::Account account = *m_bench->accounts.byId(task.accountId);
    account.isReadOnly = true;
    m_bench->accounts.addTransient(account, m_server->address().credential);
    Core::GuardRule rule;
    rule.kind = Core::GuardKind::StopAfter;
    rule.minutes = 60;
    rule.accountId = task.accountId;
    guard().setRules({rule});
    QTRY_VERIFY(child<QWidget>(u"guardReadOnly"_s) != nullptr);
    const QString text = child<QWidget>(u"guardReadOnly"_s)->findChild<QLabel *>(u"noticeLabel"_s)->text();
    QVERIFY2(text.contains(u"watched (rule “Stop after 1 h”). The account is read-only"_s), qPrintable(text));
    QCOMPARE(child<QWidget>(u"guardReadOnly"_s)->findChild<QPushButton *>(u"stopButton"_s), nullptr);
    QCOMPARE(child<QWidget>(u"guardWarning"_s), nullptr);
    QCOMPARE(child<QWidget>(u"guardAnnouncement"_s), nullptr);
    QCOMPARE(cell(task, Model::StopsAtColumn), QString());
    page()->select({task});
    QTRY_VERIFY(action(u"stopAction"_s)->isEnabled()); // which says why not
    QVERIFY(!action(u"stopAtAction"_s)->isEnabled());
    action(u"rulesAction"_s)->trigger();
    const auto *list = m_window->findChild<Gui::RulesDialog *>()->findChild<QListWidget *>(u"ruleList"_s);
    QVERIFY2(list->item(0)->text().contains("only warns"_L1), qPrintable(list->item(0)->text()));
}

void TestGuardWindow::closingKeepsItInTheTray()
{
    QSignalSpy closed(m_window.get(), &Gui::MainWindow::hiddenWindowClosed);
    m_bench->settings.setClosesToTray(true);
    bool hasTray = true;
    m_window->setTray([&hasTray] { return hasTray; });
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isHidden());
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    QCOMPARE(closed.size(), 0);
    m_window->reveal();
    QVERIFY(m_window->isVisible());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    m_window->close();
    m_window->quit();
    QCOMPARE(closed.size(), 1);
    // Without a tray nobody could get it back.
    m_window->reveal();
    hasTray = false; // it went meanwhile
    QVERIFY(m_window->close());
    m_window->setTray({});
}

void TestGuardWindow::closingAsksAboutPlans()
{
    const Core::TaskKey task = seed(u"lesson"_s);
    guard().stopAt({task}, m_bench->guardClock.nowUtc().addSecs(3600));
    QSignalSpy stayed(m_window->findChild<Gui::CloseFlow *>(), &Gui::CloseFlow::stayed);
    m_prompt->reject();
    QVERIFY(!m_window->close());
    QCOMPARE(m_prompt->questions.size(), 1);
    QVERIFY2(m_prompt->questions.first().text.contains(u"1"_s), qPrintable(m_prompt->questions.first().text));
    QVERIFY(stayed.wait());
    QVERIFY(m_window->isVisible());
    m_prompt->accept();
    action(u"quitAction"_s)->trigger();
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(m_prompt->questions.size(), 2);
}

void TestGuardWindow::trayCountsAndStopsAll()
{
    Gui::TrayIcon tray(m_bench->services());
    connect(&tray, &Gui::TrayIcon::stopAllRequested, m_window.get(), &Gui::MainWindow::stopAllRunning);
    const auto trayAction = [&tray](const QString &name) {
        return tray.contextMenu()->findChild<QAction *>(name);
    };
    QVERIFY(!trayAction(u"trayStopAllAction"_s)->isEnabled());
    const Core::TaskKey first = seed(u"first"_s);
    QTRY_VERIFY(trayAction(u"trayStopAllAction"_s)->isEnabled());
    QVERIFY(tray.toolTip().contains(u"1 task"_s));
    m_bench->settings.setConfirmSingleStop(false); // from the tray it is asked all the same
    m_prompt->reject();
    m_window->hide();
    trayAction(u"trayStopAllAction"_s)->trigger();
    QVERIFY(m_window->isVisible());
    QTRY_COMPARE(m_prompt->questions.size(), 1);
    QTRY_VERIFY(m_prompt->answers.empty());
    const Core::TaskKey second = seed(u"second"_s);
    QTRY_VERIFY(trayAction(u"trayRunningAction"_s)->text().startsWith(u'2'));
    m_prompt->accept();
    trayAction(u"trayStopAllAction"_s)->trigger();
    QTRY_COMPARE(m_prompt->questions.size(), 2);
    QVERIFY(m_prompt->questions.last().text.contains(u'2'));
    for (const Core::TaskKey &task : {first, second})
        QTRY_COMPARE(m_bench->book.find(task)->status, Core::TaskStatus::Stopped);
    QTRY_VERIFY(!trayAction(u"trayStopAllAction"_s)->isEnabled());
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
}

void TestGuardWindow::trayCountsAndStopsBackups()
{
    Gui::TrayIcon tray(m_bench->services());
    connect(&tray, &Gui::TrayIcon::stopAllRequested, m_window.get(), &Gui::MainWindow::stopAllRunning);
    const auto *const running = tray.contextMenu()->findChild<QAction *>(u"trayRunningAction"_s);
    auto *const stopAll = tray.contextMenu()->findChild<QAction *>(u"trayStopAllAction"_s);
    Simulator::TaskSeed withBackup;
    withBackup.sdkAppId = sdkAppId;
    withBackup.taskId = u"lesson"_s;
    withBackup.backupTaskId = u"second"_s;
    QVERIFY(m_server->addTask(withBackup));
    const Core::TaskKey task = m_bench->track({withBackup.taskId}).first();
    m_bench->sync.refresh({task});
    QTRY_VERIFY(m_bench->book.find(task)->backup.isPresent());
    m_bench->stops.stop({task});
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
    QVERIFY(m_bench->book.find(task)->hasBackupLeftRunning());
    QTRY_VERIFY(running->text().startsWith(u'1'));
    m_prompt->accept();
    stopAll->trigger();
    QTRY_VERIFY(m_bench->book.find(task)->hasEnded());
    QTRY_VERIFY(!stopAll->isEnabled());
    QTRY_COMPARE(m_bench->stops.underWay(), 0);
}

CONSOLE_TEST(TestGuardWindow, QApplication)
#include "tst_guardwindow.moc"
