// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/stoproomdialog.h"
#include "gui/taskpage.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"
#include "support/testprogram.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

//! Many stops in the real window: the panel, all shown, a room, an expired token, what an earlier run left.
class TestBulkStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void panelFollowsAndStays();
    void failedAreRetried();
    void failedBackupIsRetried();
    void singleStopLeavesThePanel();
    void allAreCountedFromTheStart();
    void canceledAreRetried();
    void summaryIsExported_data() const;
    void summaryIsExported();
    void allShownWithBackups();
    void allRunningFromOutside();
    void roomByNumberOrLabel_data() const;
    void roomByNumberOrLabel();
    void roomIsAskedFromTheService();
    void roomNeedsNoApplication();
    void roomAsksForTrackedApplications();
    void roomSaysWhatItCouldNotAsk();
    void roomSaysThatTheListWasCut();
    void expiredTokenAsksForANewOne();
    void unsentOfAnEarlierRunIsOffered();
    void unsentOfACommandIsOffered();

private:
    template <typename T> [[nodiscard]] T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return child<QPushButton>(name); }
    [[nodiscard]] QWidget *panel() const { return child<QWidget>(u"BulkStopPanel"_s); }
    [[nodiscard]] QString textOf(const QString &label) const { return child<QLabel>(label)->text(); }
    void trigger(const QString &action) const { child<QAction>(action)->trigger(); }
    [[nodiscard]] QList<Core::TaskKey> seedAndTrack(int count, qint64 roomId = 0);
    [[nodiscard]] QSet<QString> stopped() const;
    void start(const Simulator::Settings &settings);
    void openWindow();
    [[nodiscard]] Gui::StopRoomDialog *openRoom(const QString &typed);
    void stopShown();

    static constexpr qint64 sdkAppId = 1400000001;
    static constexpr int waitMs = 15'000;
    std::unique_ptr<Simulator::Server> m_server;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSupport::TestBench> m_bench;
    std::unique_ptr<Support::FakePrompt> m_prompt;
    std::unique_ptr<Gui::MainWindow> m_window;
};

void TestBulkStop::init()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.stopDelayMs = 200;
    start(settings);
}

void TestBulkStop::start(const Simulator::Settings &settings)
{
    m_server = std::make_unique<Simulator::Server>(settings);
    QVERIFY(m_server->start());
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_prompt = std::make_unique<Support::FakePrompt>();
    openWindow();
}

void TestBulkStop::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_directory.reset();
    m_server.reset();
}

void TestBulkStop::openWindow()
{
    m_window = std::make_unique<Gui::MainWindow>(m_bench->services(), *m_prompt);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

Gui::StopRoomDialog *TestBulkStop::openRoom(const QString &typed)
{
    trigger(u"stopRoomAction"_s);
    auto *const dialog = m_window->findChild<Gui::StopRoomDialog *>();
    dialog->findChild<QLineEdit *>(u"roomEdit"_s)->setText(typed);
    return dialog;
}

QList<Core::TaskKey> TestBulkStop::seedAndTrack(int count, qint64 roomId)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        if (roomId > 0)
            seed.roomId = roomId;
        ids.append(m_server->addTask(seed).value());
    }
    return m_bench->track(ids);
}

//! Ids that the service was asked to stop.
QSet<QString> TestBulkStop::stopped() const
{
    QSet<QString> ids;
    for (const Simulator::JournalEntry &entry : m_server->journal()) {
        if (entry.action == "StopWhiteboardPush"_L1)
            ids.insert(entry.taskId);
    }
    return ids;
}

void TestBulkStop::stopShown()
{
    QTRY_VERIFY(child<QAction>(u"stopShownAction"_s)->isEnabled());
    m_prompt->accept();
    trigger(u"stopShownAction"_s);
}

void TestBulkStop::panelFollowsAndStays()
{
    std::ignore = seedAndTrack(8);
    QVERIFY(panel()->isHidden());
    stopShown();
    QTRY_VERIFY(panel()->isVisible());
    QCOMPARE(child<QProgressBar>(u"bulkProgress"_s)->maximum(), 8);
    QVERIFY(button(u"cancelRestButton"_s)->isVisible());
    QVERIFY(button(u"closePanelButton"_s)->isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QTRY_VERIFY(button(u"closePanelButton"_s)->isVisible());
    QVERIFY(panel()->isVisible());
    QCOMPARE(child<QProgressBar>(u"bulkProgress"_s)->value(), 8);
    QVERIFY(textOf(u"stoppedLabel"_s).contains(u'8'));
    QVERIFY(textOf(u"failedLabel"_s).contains(u'0'));
    QVERIFY(child<QLabel>(u"remainingLabel"_s)->isHidden());
    QVERIFY(!button(u"retryFailedButton"_s)->isEnabled());
    QVERIFY(!child<QAction>(u"cancelRestAction"_s)->isEnabled());
    button(u"closePanelButton"_s)->click();
    QVERIFY(panel()->isHidden());
    // The next ones begin anew.
    std::ignore = seedAndTrack(2);
    stopShown();
    QTRY_VERIFY(panel()->isVisible());
    QCOMPARE(child<QProgressBar>(u"bulkProgress"_s)->maximum(), 2);
}

void TestBulkStop::failedAreRetried()
{
    const QList<Core::TaskKey> keys = seedAndTrack(4);
    const QString refused = keys.first().taskId.toString();
    QVERIFY(m_server->addFault(
        QString(u"StopWhiteboardPush@"_s + refused + u":1:code=ResourceUnavailable.ServiceExpired"_s)));
    stopShown();
    auto *const retry = button(u"retryFailedButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible() && retry->isEnabled(), waitMs);
    QVERIFY(textOf(u"failedLabel"_s).contains(u'1'));
    m_server->clearJournal();
    m_prompt->accept();
    retry->click();
    QTRY_COMPARE(m_bench->stops.underWay(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QCOMPARE(stopped(), QSet<QString>({refused})); // that one alone
    QTRY_VERIFY(textOf(u"stoppedLabel"_s).contains(u'4'));
    QVERIFY(textOf(u"failedLabel"_s).contains(u'0'));
    QVERIFY(!retry->isEnabled());
}

//! What failed of many is still there after a click on another task, or a stop by a rule.
//! As the guard stops a task: the backup has no row.
void TestBulkStop::failedBackupIsRetried()
{
    Simulator::TaskSeed withBackup;
    withBackup.sdkAppId = sdkAppId;
    withBackup.taskId = u"lesson"_s;
    withBackup.backupTaskId = u"second"_s;
    QVERIFY(m_server->addTask(withBackup));
    QVERIFY(m_server->addFault(u"StopWhiteboardPush@second:1:code=ResourceUnavailable.ServiceExpired"_s));
    const Core::TaskKey task = m_bench->track({withBackup.taskId}).first();
    const Core::TaskKey backup = m_bench->key(withBackup.backupTaskId);
    m_bench->sync.refresh({task});
    QTRY_VERIFY(m_bench->book.find(task)->backup.isPresent());
    m_bench->stops.stop({task, backup});
    auto *const retry = button(u"retryFailedButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible() && retry->isEnabled(), waitMs);
    QVERIFY(!m_bench->book.contains(backup));
    m_prompt->accept();
    retry->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->book.contains(backup)
                                 && m_bench->book.find(backup)->status == Core::TaskStatus::Stopped,
                             waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
}

void TestBulkStop::singleStopLeavesThePanel()
{
    const QList<Core::TaskKey> keys = seedAndTrack(4);
    const auto *const progress = child<QProgressBar>(u"bulkProgress"_s);
    QVERIFY(m_server->addFault(QString(u"StopWhiteboardPush@"_s + keys.first().taskId.toString()
                                       + u":1:code=ResourceUnavailable.ServiceExpired"_s)));
    const auto stopsAll = [this](const QList<Core::TaskKey> &tasks) {
        m_bench->stops.stop(tasks);
        return QTest::qWaitFor([this] { return m_bench->stops.underWay() == 0; }, waitMs);
    };
    QVERIFY(stopsAll(keys));
    QTRY_VERIFY(button(u"retryFailedButton"_s)->isEnabled());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(stopsAll(seedAndTrack(1)));
        QCoreApplication::processEvents();
        QVERIFY(panel()->isVisible());
        QVERIFY(button(u"closePanelButton"_s)->isVisible());
        QVERIFY(button(u"retryFailedButton"_s)->isEnabled());
        QVERIFY(textOf(u"failedLabel"_s).contains(u'1'));
        QCOMPARE(progress->maximum(), 4);
        QVERIFY(!child<QAction>(u"cancelRestAction"_s)->isEnabled());
    }
    // What is stopped together with one of them joins, whichever comes first.
    QVERIFY(stopsAll(seedAndTrack(1) + QList<Core::TaskKey>{keys.first()}));
    QTRY_COMPARE(progress->value(), 5);
    QVERIFY(textOf(u"stoppedLabel"_s).contains(u'5'));
    QVERIFY(!button(u"retryFailedButton"_s)->isEnabled());
    // Two others are a burst of their own.
    QVERIFY(stopsAll(seedAndTrack(2)));
    QTRY_COMPARE(progress->maximum(), 2);
    QTRY_COMPARE(progress->value(), 2);
    QVERIFY(panel()->isVisible());
    button(u"closePanelButton"_s)->click();
    QVERIFY(stopsAll(seedAndTrack(1)));
    QCoreApplication::processEvents();
    QVERIFY(panel()->isHidden());
}

//! However few of them are marked yet.
void TestBulkStop::allAreCountedFromTheStart()
{
    const QList<Core::TaskKey> keys = seedAndTrack(250);
    m_bench->stops.stop(keys);
    QCoreApplication::processEvents();
    QVERIFY(panel()->isVisible());
    QCOMPARE(child<QProgressBar>(u"bulkProgress"_s)->maximum(), 250);
    QVERIFY(button(u"cancelRestButton"_s)->isEnabled());
    button(u"cancelRestButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QTRY_COMPARE(child<QProgressBar>(u"bulkProgress"_s)->value(), 250);
    QVERIFY(stopped().size() < 250);
}

void TestBulkStop::canceledAreRetried()
{
    const QList<Core::TaskKey> keys = seedAndTrack(20);
    stopShown();
    QTRY_VERIFY(!stopped().isEmpty());
    QTRY_VERIFY(button(u"cancelRestButton"_s)->isEnabled());
    button(u"cancelRestButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QTRY_VERIFY(child<QLabel>(u"notSentLabel"_s)->isVisible());
    const QSet<QString> before = stopped();
    QVERIFY(before.size() < 20);
    QVERIFY(textOf(u"notSentLabel"_s).contains(QString::number(20 - before.size())));
    m_prompt->accept();
    button(u"retryFailedButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(stopped().size(), 20, waitMs);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(u"stoppedLabel"_s).contains(u"20"_s), waitMs);
    QVERIFY(child<QLabel>(u"notSentLabel"_s)->isHidden());
    QCOMPARE(m_bench->book.find(keys.last())->lastOutcome, std::optional(Core::StopOutcome::Stopped));
}

void TestBulkStop::summaryIsExported_data() const
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("CSV") << u"csv"_s;
    QTest::newRow("JSON") << u"json"_s;
}

void TestBulkStop::summaryIsExported()
{
    QFETCH(const QString, ending);
    // An id that a spreadsheet would run.
    const QList<Core::TaskKey> keys = seedAndTrack(1) + m_bench->track({u"=1+2"_s});
    stopShown();
    QTRY_VERIFY_WITH_TIMEOUT(button(u"exportSummaryButton"_s)->isVisible(), waitMs);
    const QString path = m_directory->filePath(QString(u"summary."_s + ending));
    m_prompt->files.push_back(path);
    button(u"exportSummaryButton"_s)->click();
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (ending == "json"_L1) {
        const QJsonArray records = QJsonDocument::fromJson(bytes).array();
        QCOMPARE(records.size(), 2);
        QHash<QString, QString> outcomes;
        for (const auto &record : records)
            outcomes.insert(record[u"taskId"].toString(), record[u"outcome"].toString());
        QCOMPARE(outcomes.value(keys.first().taskId.toString()), u"stopped"_s);
        QCOMPARE(outcomes.value(u"=1+2"_s), u"failed"_s);
    } else {
        QVERIFY(bytes.contains("'=1+2"));
        QVERIFY(!bytes.contains(",=1+2"));
        QVERIFY(bytes.contains("InvalidParameter.TaskNotFound"));
    }
}

void TestBulkStop::allRunningFromOutside()
{
    m_window->stopAllRunning();
    QVERIFY(m_prompt->questions.isEmpty()); // there is nothing
    QVERIFY(!child<QStatusBar>(u"statusBar"_s)->currentMessage().isEmpty());
    const QList<Core::TaskKey> tasks = seedAndTrack(3);
    m_bench->sync.refresh(tasks);
    QTRY_VERIFY(std::ranges::all_of(
        tasks, [this](const Core::TaskKey &key) { return m_bench->book.find(key)->isRunning(); }));
    child<QLineEdit>(u"filterEdit"_s)->setText(u"none of them"_s);
    QTRY_VERIFY(m_window->findChild<Gui::TaskPage *>()->shownKeys().isEmpty());
    m_window->stopAllRunning(); // answered with no
    QCOMPARE(m_prompt->questions.size(), 1);
    QVERIFY(m_prompt->questions.first().text.contains(u'3'));
    QCoreApplication::processEvents();
    m_prompt->accept();
    m_window->stopAllRunning();
    QTRY_COMPARE_WITH_TIMEOUT(stopped().size(), 3, waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QCOMPARE(m_prompt->questions.size(), 2);
    m_window->stopAllRunning();
    QCOMPARE(m_prompt->questions.size(), 2);
}

void TestBulkStop::allShownWithBackups()
{
    std::ignore = seedAndTrack(3);
    Simulator::TaskSeed withBackup;
    withBackup.sdkAppId = sdkAppId;
    withBackup.taskId = u"with-backup"_s;
    withBackup.backupTaskId = u"the-backup"_s;
    QVERIFY(m_server->addTask(withBackup));
    const QList<Core::TaskKey> main = m_bench->track({u"with-backup"_s});
    m_bench->sync.refresh(main);
    QTRY_VERIFY(m_bench->book.find(main.first())->backup.isPresent());
    // Filtered: one task and its backup.
    child<QLineEdit>(u"filterEdit"_s)->setText(u"with-backup"_s);
    QTRY_COMPARE(m_window->findChild<Gui::TaskPage *>()->shownKeys(), main);
    stopShown();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 2, waitMs);
    QCOMPARE(m_prompt->questions.size(), 1);
    QVERIFY(m_prompt->questions.first().text.contains(u'2'));
    QVERIFY(m_prompt->questions.first().details.contains(u"bench"_s));
    QVERIFY(m_prompt->questions.first().details.contains(QString::number(sdkAppId)));
    QVERIFY(m_prompt->questions.first().details.contains(u"backup"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QCOMPARE(stopped(), QSet<QString>({u"with-backup"_s, u"the-backup"_s}));
}

void TestBulkStop::roomByNumberOrLabel_data() const
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("number") << u"4711"_s << QStringList({u"in-room"_s, u"labelled"_s});
    QTest::newRow("label leads to the room") << u"class 7"_s << QStringList({u"in-room"_s, u"labelled"_s});
    QTest::newRow("label without a room") << u"nowhere"_s << QStringList({u"roomless"_s});
    QTest::newRow("nothing") << u"47"_s << QStringList();
    QTest::newRow("blank") << u"  "_s << QStringList();
}

void TestBulkStop::roomByNumberOrLabel()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, expected);
    const auto track = [this](const QString &id, qint64 room, const QString &label, Core::TaskStatus status) {
        Core::PushTask task;
        task.key = m_bench->key(id);
        task.roomId = room;
        task.label = label;
        task.status = status;
        m_bench->book.add({task});
    };
    track(u"in-room"_s, 4711, {}, Core::TaskStatus::Pushing);
    track(u"labelled"_s, 4711, u"Class 7b"_s, Core::TaskStatus::Prepared);
    track(u"ended"_s, 4711, {}, Core::TaskStatus::Stopped);
    track(u"elsewhere"_s, 815, {}, Core::TaskStatus::Pushing);
    track(u"roomless"_s, 0, u"nowhere"_s, Core::TaskStatus::Unknown);

    trigger(u"stopRoomAction"_s);
    auto *const dialog = m_window->findChild<Gui::StopRoomDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit *>(u"roomEdit"_s)->setText(typed);
    const auto *const list = dialog->findChild<QTreeWidget *>(u"roomTasks"_s);
    QStringList found;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        found.append(list->topLevelItem(i)->text(2));
    found.sort();
    QCOMPARE(found, expected);
    QCOMPARE(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled(), !expected.isEmpty());
    QVERIFY(!dialog->findChild<QLabel *>(u"roomStateLabel"_s)->text().isEmpty());
}

void TestBulkStop::roomIsAskedFromTheService()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.taskId = u"nobody-tracks-it"_s;
    seed.roomId = 4711;
    QVERIFY(m_server->addTask(seed));
    std::ignore = seedAndTrack(1, 815);
    trigger(u"stopRoomAction"_s);
    auto *const dialog = m_window->findChild<Gui::StopRoomDialog *>();
    dialog->findChild<QLineEdit *>(u"roomEdit"_s)->setText(u"4711"_s);
    auto *const stop = dialog->findChild<QPushButton *>(u"stopRoomButton"_s);
    QTRY_VERIFY(stop->isEnabled());
    QCOMPARE(m_bench->book.size(), 1); // looking tracks nothing
    m_prompt->accept();
    stop->click();
    QTRY_COMPARE_WITH_TIMEOUT(stopped(), QSet<QString>({u"nobody-tracks-it"_s}), waitMs);
    QVERIFY(m_bench->book.contains(m_bench->key(u"nobody-tracks-it"_s)));
    QCOMPARE(m_prompt->questions.size(), 1);
    QTRY_VERIFY(m_window->findChild<Gui::StopRoomDialog *>() == nullptr);
}

//! The international edition's one list has all applications.
void TestBulkStop::roomNeedsNoApplication()
{
    Core::Account account = *m_bench->accounts.byId(m_bench->key(u"x"_s).accountId);
    QVERIFY(account.sdkAppIds.size() > 1);
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.roomId = 4711;
    QVERIFY(m_server->addTask(seed));
    const auto lists = [this] {
        return std::ranges::count(m_server->journal(), u"DescribeWhiteboardPushSearch"_s,
                                  &Simulator::JournalEntry::action);
    };
    for (const bool hasApplications : {true, false}) {
        if (!hasApplications)
            account.sdkAppIds.clear();
        m_bench->accounts.addTransient(account, m_server->address().credential);
        m_server->clearJournal();
        auto *const dialog = openRoom(u"4711"_s);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled());
        QCOMPARE(dialog->findChild<QLabel *>(u"roomStateLabel"_s)->text().count(u'\n'), 0); // that is all
        QCOMPARE(lists(), 1);
        dialog->reject();
        QTRY_VERIFY(m_window->findChild<Gui::StopRoomDialog *>() == nullptr);
    }
}

void TestBulkStop::roomAsksForTrackedApplications()
{
    Core::Account account =
        TestSupport::accountFor(m_server->address(), m_bench->key(u"x"_s).accountId, Core::Edition::Mainland);
    account.sdkAppIds.clear();
    m_bench->accounts.addTransient(account, m_server->address().credential);
    auto *dialog = openRoom(u"4711"_s);
    // There is nothing to ask for, which is not the same as nothing that runs.
    QVERIFY(dialog->findChild<QLabel *>(u"roomStateLabel"_s)->text().contains(account.name));
    dialog->reject();
    QTRY_VERIFY(m_window->findChild<Gui::StopRoomDialog *>() == nullptr);

    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId;
    seed.roomId = 4711;
    QVERIFY(m_server->addTask(seed));
    m_bench->track({u"of-that-application"_s});
    dialog = openRoom(u"4711"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled());
    QCOMPARE(m_server->journal().size(), 1);
    QCOMPARE(m_server->journal().first().action, u"DescribeRunningTasks"_s);
    QCOMPARE(m_server->journal().first().sdkAppId, sdkAppId);
    QCOMPARE(dialog->findChild<QLabel *>(u"roomStateLabel"_s)->text().count(u'\n'), 0); // that is all
}

void TestBulkStop::roomSaysWhatItCouldNotAsk()
{
    QVERIFY(m_server->addFault(u"DescribeWhiteboardPushSearch:*:code=UnauthorizedOperation,no-effect"_s));
    Core::PushTask task;
    task.key = m_bench->key(u"in-room"_s);
    task.roomId = 4711;
    task.status = Core::TaskStatus::Pushing;
    m_bench->book.add({task});
    auto *const dialog = openRoom(u"4711"_s);
    const auto *const state = dialog->findChild<QLabel *>(u"roomStateLabel"_s);
    QVERIFY(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled());
    QVERIFY(state->text().contains(u'1'));
    QVERIFY(state->text().contains(u"Asking the service"_s)); // the answer may bring more
    QTRY_VERIFY(state->text().contains(u"could not be asked"_s));
    QVERIFY(state->text().contains(m_bench->accounts.byId(task.key.accountId)->name));
    QVERIFY(!state->text().contains(u"Asking the service"_s));
    QVERIFY(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled());
}

void TestBulkStop::roomSaysThatTheListWasCut()
{
    cleanup();
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.longestSearch = 1;
    start(settings);
    for (int i = 0; i < 2; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        seed.roomId = 4711;
        QVERIFY(m_server->addTask(seed));
    }
    auto *const dialog = openRoom(u"4711"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"stopRoomButton"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"roomStateLabel"_s)->text().contains(u"did not list all"_s));
}

void TestBulkStop::expiredTokenAsksForANewOne()
{
    // An account that the settings know, so that its form can be shown.
    Core::Account account = TestSupport::accountFor(m_server->address(), {});
    account.name = u"Kept"_s;
    bool isSaved = false;
    m_bench->accounts.save(account, {m_server->address().credential.secretKey, std::nullopt}, &m_bench->book,
                           [&isSaved](const Core::Result<void> &saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
    const QString id = m_bench->accounts.byName(u"Kept"_s)->id;
    QList<Core::PushTask> tasks;
    for (const Core::TaskKey &key : seedAndTrack(4)) {
        Core::PushTask task;
        task.key = key;
        task.key.accountId = id;
        tasks.append(task);
        m_bench->book.remove({key});
    }
    m_bench->book.add(tasks);
    QVERIFY(m_server->addFault(u"StopWhiteboardPush:*:code=AuthFailure.TokenFailure,no-effect"_s));
    stopShown();
    const QString notice = u"tokenNotice-"_s + id;
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(notice) != nullptr, waitMs);
    QVERIFY(child<QWidget>(notice)->findChild<QLabel *>(u"noticeLabel"_s)->text().contains(u"Kept"_s));
    child<QWidget>(notice)->findChild<QPushButton *>(u"newTokenButton"_s)->click();
    QTRY_VERIFY(m_window->findChild<QDialog *>() != nullptr);
    const auto *const accounts = child<QListWidget>(u"accountList"_s);
    QVERIFY(accounts != nullptr);
    QVERIFY(accounts->currentItem()->text().contains(u"Kept"_s));

    m_server->clearFaults();
    Core::Account renewed = *m_bench->accounts.byId(id);
    isSaved = false;
    // The same key with a token: another credential, which this simulator refuses; so without it again.
    m_bench->accounts.save(renewed, {std::nullopt, Core::SecretText::fromUtf8("unexpected")}, &m_bench->book,
                           [&isSaved](const Core::Result<void> &saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(notice) != nullptr && m_bench->stops.waitingForToken(id) == 4,
                             waitMs);
    renewed = *m_bench->accounts.byId(id);
    m_bench->accounts.save(renewed, {std::nullopt, Core::SecretText()}, &m_bench->book,
                           [](const Core::Result<void> &) {});
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QVERIFY(child<QWidget>(notice) == nullptr);
    QTRY_VERIFY(textOf(u"stoppedLabel"_s).contains(u'4'));
}

void TestBulkStop::unsentOfAnEarlierRunIsOffered()
{
    const QList<Core::TaskKey> keys = seedAndTrack(10);
    QTRY_VERIFY(child<QAction>(u"stopShownAction"_s)->isEnabled());
    m_prompt->accept();
    trigger(u"stopShownAction"_s);
    QTRY_VERIFY(stopped().size() >= 2);
    m_prompt->chooseAlternative(); // close now
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), waitMs);
    QSet<QString> unsent;
    for (const Core::PushTask &task : m_bench->book.tasks()) {
        if (task.lastOutcome == Core::StopOutcome::NotSent)
            unsent.insert(task.key.taskId.toString());
    }
    QVERIFY(unsent.size() >= 2);

    // The next start.
    m_window.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    m_server->clearJournal();
    openWindow();
    m_bench->book.load();
    m_bench->recovery.start(3000);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"stopAgainButton"_s) != nullptr, waitMs);
    QVERIFY(stopped().isEmpty()); // nothing by itself
    m_prompt->questions.clear();
    m_prompt->accept();
    button(u"stopAgainButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), unsent.size(), waitMs);
    QCOMPARE(m_prompt->questions.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
    QCOMPARE(stopped(), unsent); // exactly those
}

//! Commands have no list: what they did not send is in the journal alone.
void TestBulkStop::unsentOfACommandIsOffered()
{
    QSet<QString> ids;
    {
        TestSupport::TestBench command(m_directory->path(), m_server->address());
        QVERIFY(command.open());
        QList<Core::TaskKey> keys;
        for (int i = 0; i < 3; ++i) {
            Simulator::TaskSeed seed;
            seed.sdkAppId = sdkAppId;
            keys.append(command.key(m_server->addTask(seed).value()));
            ids.insert(keys.last().taskId.toString());
        }
        command.stops.stop(keys);
        command.stops.cancelUnsent();
        QTRY_COMPARE(command.stops.underWay(), 0);
    }
    QVERIFY(stopped().isEmpty());

    m_window.reset();
    m_bench = std::make_unique<TestSupport::TestBench>(m_directory->path(), m_server->address());
    QVERIFY(m_bench->open());
    openWindow();
    m_bench->book.load();
    m_bench->recovery.start(3000);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"stopAgainButton"_s) != nullptr, waitMs);
    QCOMPARE(m_bench->book.size(), ids.size());
    m_prompt->accept();
    button(u"stopAgainButton"_s)->click();
    QCOMPARE(m_prompt->questions.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(stopped(), ids, waitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stops.underWay(), 0, waitMs);
}

CONSOLE_TEST(TestBulkStop, QApplication)
#include "tst_bulkstop.moc"
