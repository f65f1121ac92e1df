// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "gui/addtasksdialog.h"
#include "service/recovery.h"
#include "service/retention.h"
#include "service/taskbook.h"
#include "simulator/server.h"
#include "storage/journal.h"
#include "support/testprogram.h"

#include <QApplication>
#include <QLabel>
#include <QLockFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr Core::SdkAppId sdkAppId{1400000001};

//! A service with one task, which has a backup.
[[nodiscard]] Simulator::Settings serverSettings()
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId.value;
    seed.taskId = u"the-task"_s;
    seed.backupTaskId = u"the-backup"_s;
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = {seed};
    return settings;
}

[[nodiscard]] Core::Account accountOf(const Simulator::Server &server)
{
    Core::Account account;
    account.id = u"account"_s;
    account.name = u"The account"_s;
    account.secretId = server.address().credential.secretId;
    account.endpoint = Core::Endpoint{server.url(), u"ap-singapore"_s, Core::Edition::International};
    return account;
}

[[nodiscard]] Core::TaskKey theTask()
{
    return {u"account"_s, sdkAppId, Core::TaskId::parse(u"the-task").value()};
}

//! Null where none is open.
[[nodiscard]] QMessageBox *openQuestion()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *box = qobject_cast<QMessageBox *>(widget)) {
            return box;
        }
    }
    return nullptr;
}

} // namespace

//! The window as the program puts it together, on a directory of its own.
class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkIsOffered() const;
    void iconComesAfterTheFirstFrame() const;
    void windowComesBackFromATrayThatIsGone() const;
    void whatRunsIsAskedBeforeAllIsStopped() const;
    void whyNothingIsStoppedIsSaid_data() const;
    void whyNothingIsStoppedIsSaid() const;
    void clockAndBackupAreLogged() const;
    void backupThatIsGoneIsNotLogged() const;
    void whatIsLeftOpenMeanwhileIsFoundOut() const;
    void whatCouldNotBeReadIsLookedForAgain() const;
    void recoveredOutcomesAreFollowedUp() const;
    void quittingWaitsForAnAccountsSecrets() const;
    void signalWaitsForAStart() const;
    void journalForgetsWhileTheWindowIsOpen() const;
};

void TestWindowSession::everyLinkIsOffered() const
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    App::WindowSession session(composition);
    const QStringList links{u"tiwpush:one?app=1400000001"_s, u"tiwpush:two?app=1400000001"_s,
                            u"tiwpush:three?app=1400000001"_s};
    const auto wish = [&links](qsizetype link) {
        return App::WindowWish{.taskLink = links.at(link), .asksToStopAll = false};
    };
    // Two come before the list is there, one of them twice, and one later.
    session.fulfil(wish(0));
    session.fulfil(wish(1));
    session.fulfil(wish(0));
    QVERIFY(session.window().findChild<Gui::AddTasksDialog *>() == nullptr);
    session.show();
    Gui::AddTasksDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = session.window().findChild<Gui::AddTasksDialog *>()) != nullptr);
    auto *field = dialog->findChild<QPlainTextEdit *>(u"pasteEdit"_s);
    QVERIFY(field != nullptr);
    QCOMPARE(field->toPlainText(), links.mid(0, 2).join(u'\n'));
    session.fulfil(wish(2));
    QCOMPARE(field->toPlainText(), links.join(u'\n'));
    QCOMPARE(composition.services().book.size(), 0);
}

//! It is drawn in several sizes, which nobody should wait for.
void TestWindowSession::iconComesAfterTheFirstFrame() const
{
    QApplication::setWindowIcon({});
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    App::WindowSession session(composition);
    session.show();
    QVERIFY(session.window().windowIcon().isNull());
    QTRY_VERIFY(!session.window().windowIcon().isNull());
}

//! There is none where the tests run, so it is gone as soon as somebody looks.
void TestWindowSession::windowComesBackFromATrayThatIsGone() const
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    composition.services().settings.setClosesToTray(true);
    App::WindowSession session(composition);
    bool hasBegun = false;
    session.show([&hasBegun] { hasBegun = true; });
    QTRY_VERIFY(hasBegun);
    session.window().setTray([] { return true; });
    session.window().close();
    QVERIFY(!session.window().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(session.window().isVisible(), 20'000);
}

//! The list of the last run has a task that ended since, and lacks one that was begun elsewhere.
void TestWindowSession::whatRunsIsAskedBeforeAllIsStopped() const
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    Simulator::TaskSeed ended;
    ended.sdkAppId = sdkAppId.value;
    ended.taskId = u"ended-since"_s;
    ended.state = Simulator::SeedState::Stopped;
    Simulator::TaskSeed begun;
    begun.sdkAppId = sdkAppId.value;
    begun.taskId = u"begun-elsewhere"_s;
    settings.tasks = {ended, begun};
    Simulator::Server server(settings);
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    const Service::Services services = composition.services();
    services.settings.setRefreshesByItself(false); // it is asked all the same
    services.accounts.addTransient(accountOf(server), server.address().credential);
    Core::PushTask task;
    task.key = {u"account"_s, sdkAppId, Core::TaskId::parse(ended.taskId).value()};
    task.status = Core::TaskStatus::Pushing;
    services.book.add({task});
    App::WindowSession session(composition);
    session.fulfil({.taskLink = {}, .asksToStopAll = true});
    session.show();
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = openQuestion()) != nullptr);
    QVERIFY2(question->text().contains(begun.taskId), qPrintable(question->text()));
    QCOMPARE(services.book.find(task.key)->status, Core::TaskStatus::Stopped);
    question->close();
    QTRY_VERIFY(openQuestion() == nullptr);
}

void TestWindowSession::whyNothingIsStoppedIsSaid_data() const
{
    QTest::addColumn<bool>("isKeyRight");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing runs") << true << u"nothing is running"_s;
    QTest::newRow("the account cannot be asked") << false << u"Account The account: "_s;
}

void TestWindowSession::whyNothingIsStoppedIsSaid() const
{
    QFETCH(const bool, isKeyRight);
    QFETCH(const QString, word);
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    Core::Credential credential = server.address().credential;
    if (!isKeyRight) {
        credential.secretKey = Core::SecretText::fromUtf8("another key");
    }
    composition.services().accounts.addTransient(accountOf(server), credential);
    App::WindowSession session(composition);
    session.fulfil({.taskLink = {}, .asksToStopAll = true});
    session.show();
    const QWidget *notice = nullptr;
    QTRY_VERIFY((notice = session.window().findChild<QWidget *>(u"stopAllNotice"_s)) != nullptr);
    const auto *label = notice->findChild<QLabel *>(u"noticeLabel"_s);
    QVERIFY(label != nullptr);
    QVERIFY2(label->text().contains(word), qPrintable(label->text()));
    QVERIFY(openQuestion() == nullptr);
}

void TestWindowSession::clockAndBackupAreLogged() const
{
    constexpr int skewS = 7 * 60;
    Simulator::Settings settings = serverSettings();
    settings.stopDelayMs = 200;
    settings.clockSkewS = skewS;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    composition.open();
    const Service::Services services = composition.services();
    services.accounts.addTransient(accountOf(server), server.address().credential);
    const Core::TaskKey key = theTask();
    Core::PushTask task;
    task.key = key;
    services.book.add({task});

    const auto logged = [&services](Core::LogTopic topic) {
        QList<Core::LogEntry> found;
        std::ranges::copy_if(services.log.entries(), std::back_inserter(found),
                             [topic](const Core::LogEntry &entry) { return entry.topic == topic; });
        return found;
    };
    services.stops.stop({key});
    QTRY_COMPARE(logged(Core::LogTopic::BackupLeftRunning).size(), 1);
    const Core::LogEntry backup = logged(Core::LogTopic::BackupLeftRunning).constFirst();
    QCOMPARE(backup.level, Core::LogLevel::Warning);
    QCOMPARE(backup.accountName, u"The account"_s);
    QCOMPARE(backup.taskId, key.taskId.toString());
    const QList<Core::LogEntry> clock = logged(Core::LogTopic::ClockOffset);
    QCOMPARE(clock.size(), 1);
    QCOMPARE(clock.constFirst().level, Core::LogLevel::Warning);
    QVERIFY(qAbs(clock.constFirst().offsetSeconds - skewS) <= 2);

    // A refresh asks for the backup again, and does not say it again.
    QSignalSpy checked(&services.sync, &Service::TaskSync::backupChecked);
    services.sync.refresh({key});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(logged(Core::LogTopic::BackupLeftRunning).size(), 1);
}

void TestWindowSession::backupThatIsGoneIsNotLogged() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    composition.open();
    const Service::Services services = composition.services();
    services.accounts.addTransient(accountOf(server), server.address().credential);
    Core::PushTask task;
    task.key = theTask();
    task.status = Core::TaskStatus::Stopped;
    task.backup.taskId = u"nobody-knows"_s;
    services.book.add({task});
    QSignalSpy checked(&services.sync, &Service::TaskSync::backupChecked);
    services.sync.checkBackup(task.key);
    QTRY_COMPARE(checked.size(), 1);
    QVERIFY(services.book.find(task.key)->backup.isGone);
    QVERIFY(std::ranges::none_of(services.log.entries(), [](const Core::LogEntry &entry) {
        return entry.topic == Core::LogTopic::BackupLeftRunning;
    }));
}

//! By a command that died while the window was open, and once only.
void TestWindowSession::whatIsLeftOpenMeanwhileIsFoundOut() const
{
    Simulator::Settings settings = serverSettings();
    settings.stopDelayMs = 1000;
    Simulator::Server server(settings);
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const App::Places places = App::Places::in(directory.path());
    App::Composition window(places, App::Composition::SecretsIn::Memory);
    window.open();
    const Service::Services services = window.services();
    services.accounts.addTransient(accountOf(server), server.address().credential);
    QSignalSpy found(&services.recovery, &Service::Recovery::found);
    QSignalSpy settled(&services.recovery, &Service::Recovery::settled);
    window.recover();
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found.takeFirst().constFirst().toInt(), 0);

    auto command = std::make_unique<App::Composition>(places, App::Composition::SecretsIn::Memory);
    command->open();
    const Service::Services ofCommand = command->services();
    ofCommand.accounts.addTransient(accountOf(server), server.address().credential);
    bool isAccepted = false;
    connect(&ofCommand.stops, &Service::StopService::progressed, command.get(),
            [&isAccepted](const Service::StopProgress &progress) {
                isAccepted = isAccepted || progress.phase == Core::StopPhase::Accepted;
            });
    ofCommand.stops.stop({theTask()});
    QTRY_VERIFY(isAccepted);
    const auto lookedAgain = [&window, &services] {
        bool isRead = false;
        window.recover();
        services.history.eventsOf(theTask(), {}, &window, [&isRead](const auto &) { isRead = true; });
        return QTest::qWaitFor([&isRead] { return isRead; });
    };
    QVERIFY(lookedAgain());
    QVERIFY(!services.recovery.isRunning()); // it is the command's own as long as that lives
    command.reset();
    QVERIFY(lookedAgain());
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(settled.constFirst().constFirst().value<Service::StopResult>().outcome,
             Core::StopOutcome::Stopped);
    QTRY_VERIFY(!services.recovery.isRunning());
    QCOMPARE(found.size(), 1);
    QVERIFY(lookedAgain());
    QVERIFY(!services.recovery.isRunning());
    QCOMPARE(found.size(), 1);
}

void TestWindowSession::whatCouldNotBeReadIsLookedForAgain() const
{
    Simulator::Server server(serverSettings());
    QVERIFY(server.start());
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const App::Places places = App::Places::in(directory.path());
    {
        App::Composition command(places, App::Composition::SecretsIn::Memory);
        command.open();
        const Service::Services ofCommand = command.services();
        ofCommand.accounts.addTransient(accountOf(server), server.address().credential);
        bool isAccepted = false;
        connect(&ofCommand.stops, &Service::StopService::progressed, &command,
                [&isAccepted](const Service::StopProgress &progress) {
                    isAccepted = isAccepted || progress.phase == Core::StopPhase::Accepted;
                });
        ofCommand.stops.stop({theTask()});
        QTRY_VERIFY(isAccepted);
    }
    App::Composition window(places, App::Composition::SecretsIn::Memory);
    window.open();
    const Service::Services services = window.services();
    QSignalSpy found(&services.recovery, &Service::Recovery::found);
    QSignalSpy finished(&services.recovery, &Service::Recovery::finished);
    window.recover();
    QTRY_COMPARE(finished.size(), 1); // there is no account to find it out with
    QCOMPARE(found.constFirst(), QVariantList({1, 0}));
    Q_EMIT services.recovery.failed(Core::Error::of(Core::ErrorKind::StorageBusy));
    window.recover();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(found.constLast(), QVariantList({1, 0}));
}

namespace {

//! The journal of a run that died when it had been told that the task had stopped before.
void leaveAlreadyStopped(const QString &directory, const Core::Account &account, const Core::TaskKey &task)
{
    const Core::SystemClock clock;
    Storage::Database database(directory);
    const Storage::OwnerLease lease(directory);
    Storage::Journal journal(database, lease.id(), clock);
    QObject context;
    database.open(&context, [](const Core::Result<void> &opened) { QVERIFY(opened); });
    Core::Intent intent;
    intent.action = u"StopWhiteboardPush"_s;
    intent.accountId = account.id;
    intent.profile = account.name;
    intent.secretId = account.secretId;
    intent.endpoint = account.endpoint;
    intent.task = task;
    qint64 id = 0;
    journal.open(intent, &context, [&id](const Core::Result<qint64> &opened) { id = opened.value(); });
    QTRY_VERIFY(id > 0);
    Core::JournalEvent event;
    event.intentId = id;
    event.action = intent.action;
    event.attempt = 1;
    event.kind = Core::EventKind::Sent;
    journal.append(event, &context, [](const Core::Result<void> &done) { QVERIFY(done); });
    event.kind = Core::EventKind::Answered;
    event.error = Core::Error::of(Core::ErrorKind::Api);
    event.error->apiCode = u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    event.error->delivery = Core::Delivery::Answered;
    bool isDone = false;
    journal.append(event, &context, [&isDone](const Core::Result<void> &done) { isDone = done.has_value(); });
    QTRY_VERIFY(isDone);
}

} // namespace

void TestWindowSession::recoveredOutcomesAreFollowedUp() const
{
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    Simulator::TaskSeed seed;
    seed.sdkAppId = server.address().sdkAppIds.constFirst();
    seed.taskId = u"stopped-by-itself"_s;
    seed.state = Simulator::SeedState::Stopped;
    seed.finishReason = Simulator::SimulatedFinish::Auto;
    QVERIFY(server.addTask(seed));
    Core::Account account;
    account.id = account.name = u"school"_s;
    account.secretId = server.address().credential.secretId;
    account.endpoint = {server.address().url, u"ap-singapore"_s, Core::Edition::International};
    Core::PushTask task;
    task.key = {account.id, Core::SdkAppId{seed.sdkAppId}, Core::TaskId::parse(seed.taskId).value()};
    const QTemporaryDir directory;
    leaveAlreadyStopped(directory.path(), account, task.key);

    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    const Service::Services services = composition.services();
    services.accounts.addTransient(account, server.address().credential);
    services.book.add({task});
    composition.open();
    services.recovery.start();
    QTRY_COMPARE(services.book.find(task.key)->finishReason, Core::FinishReason::Auto);
    QCOMPARE(services.book.find(task.key)->lastOutcome, std::optional(Core::StopOutcome::AlreadyStopped));
}

void TestWindowSession::quittingWaitsForAnAccountsSecrets() const
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const App::Places places = App::Places::in(directory.path());
    App::Composition composition(places, App::Composition::SecretsIn::Memory);
    Service::Accounts &accounts = composition.services().accounts;
    composition.finishSaving(); // of nothing
    QLockFile other(QString(places.settingsFile + u".lock"_s)); // another process writes
    QVERIFY(other.lock());
    QTimer::singleShot(200, &accounts, [&other] { other.unlock(); });
    Core::Account account;
    account.name = u"school"_s;
    account.secretId = u"AKIDEXAMPLE"_s;
    account.endpoint =
        *Core::Endpoint::parse(u"tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland);
    Service::SecretChanges changes;
    changes.secretKey = Core::SecretText::fromUtf8("the key");
    changes.token = Core::SecretText::fromUtf8("the token");
    auto dialog = std::make_unique<QObject>();
    accounts.save(account, changes, dialog.get(), [](const Core::Result<void> &) {});
    dialog.reset(); // closed, as all that is open when the program ends
    QVERIFY(accounts.isSaving());
    composition.finishSaving();
    QVERIFY(!accounts.isSaving());
    QVERIFY(accounts.byName(u"school"_s));
    bool isKept = false;
    accounts.credential(accounts.byName(u"school"_s)->id, &accounts,
                        [&isKept](const Core::Result<Core::Credential> &kept) {
                            isKept = kept && !kept->secretKey.isEmpty() && !kept->token.isEmpty();
                        });
    QTRY_VERIFY(isKept);
}

//! It costs money: what became of it should not be left to the next start.
void TestWindowSession::signalWaitsForAStart() const
{
#ifdef Q_OS_UNIX
    Simulator::Server server(Simulator::Settings::withoutTasks());
    QVERIFY(server.start());
    QVERIFY(server.addFault(u"StartWhiteboardPush:*:delay-after=1000"));
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    const Service::Services services = composition.services();
    services.accounts.addTransient(accountOf(server), server.address().credential);
    App::WindowSession session(composition);
    bool hasBegun = false;
    session.show([&hasBegun] { hasBegun = true; });
    QTRY_VERIFY(hasBegun);
    Core::PushStart start;
    start.sdkAppId = sdkAppId;
    start.roomId = 1203;
    start.pushUserId = u"tic_push_user"_s;
    start.pushUserSig = Core::SecretText::fromUtf8("a signature");
    const QSignalSpy settled(&services.starts, &Service::StartService::settled);
    QVERIFY(services.starts.start(u"account"_s, start) != 0);
    QTRY_VERIFY(std::ranges::any_of(server.journal(), [](const Simulator::JournalEntry &entry) {
        return entry.action == "StartWhiteboardPush"_L1;
    }));
    QCOMPARE(settled.size(), 0);
    QCOMPARE(std::raise(SIGTERM), 0);
    QCOMPARE(QCoreApplication::exec(), 0);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(services.starts.underWay(), 0);
#endif
}

void TestWindowSession::journalForgetsWhileTheWindowIsOpen() const
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    App::WindowSession session(composition);
    const Service::Services services = composition.services();
    const QSignalSpy finished(&services.retention, &Service::Retention::finished);
    bool hasBegun = false;
    session.show([&hasBegun] { hasBegun = true; });
    QTRY_VERIFY(hasBegun);
    QCOMPARE(finished.size(), 0); // everything is kept
    services.settings.setHistoryDays(30);
    QTRY_COMPARE(finished.size(), 1);
    auto *daily = session.findChild<QTimer *>(u"forgetTimer"_s);
    QVERIFY(daily != nullptr);
    QVERIFY(daily->isActive());
    QCOMPARE(daily->interval(), 24 * 60 * 60 * 1000);
    daily->setInterval(1); // a day is over
    QTRY_VERIFY(finished.size() > 1);
}

CONSOLE_TEST(TestWindowSession, QApplication)
#include "tst_windowsession.moc"
