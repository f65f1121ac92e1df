// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "gui/addtasksdialog.h"
#include "simulator/server.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

//! The window as the program puts it together, on a directory of its own.
class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkIsOffered() const;
    void clockAndBackupAreLogged() const;
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

void TestWindowSession::clockAndBackupAreLogged() const
{
    constexpr int skewS = 7 * 60;
    const Core::SdkAppId sdkAppId{1400000001};
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    Simulator::TaskSeed seed;
    seed.sdkAppId = sdkAppId.value;
    seed.taskId = u"the-task"_s;
    seed.backupTaskId = u"the-backup"_s;
    settings.tasks = {seed};
    settings.stopDelayMs = 200;
    settings.clockSkewS = skewS;
    Simulator::Server server(settings);
    const auto address = server.start();
    QVERIFY(address);
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    App::Composition composition(App::Places::in(directory.path()), App::Composition::SecretsIn::Memory);
    composition.open();
    const Service::Services services = composition.services();
    Core::Account account;
    account.id = u"account"_s;
    account.name = u"The account"_s;
    account.secretId = address->credential.secretId;
    account.endpoint = Core::Endpoint{address->url, u"ap-singapore"_s, Core::Edition::International};
    services.accounts.addTransient(account, address->credential);
    Core::PushTask task;
    task.key = {account.id, sdkAppId, Core::TaskId::parse(seed.taskId).value()};
    services.book.add({task});

    const auto logged = [&services](Core::LogTopic topic) {
        QList<Core::LogEntry> found;
        std::ranges::copy_if(services.log.entries(), std::back_inserter(found),
                             [topic](const Core::LogEntry &entry) { return entry.topic == topic; });
        return found;
    };
    services.stops.stop({task.key});
    QTRY_COMPARE(logged(Core::LogTopic::BackupLeftRunning).size(), 1);
    const Core::LogEntry backup = logged(Core::LogTopic::BackupLeftRunning).constFirst();
    QCOMPARE(backup.level, Core::LogLevel::Warning);
    QCOMPARE(backup.accountName, account.name);
    QCOMPARE(backup.taskId, seed.taskId);
    const QList<Core::LogEntry> clock = logged(Core::LogTopic::ClockOffset);
    QCOMPARE(clock.size(), 1);
    QCOMPARE(clock.constFirst().level, Core::LogLevel::Warning);
    QVERIFY(qAbs(clock.constFirst().offsetSeconds - skewS) <= 2);

    // A refresh asks for the backup again, and does not say it again.
    QSignalSpy checked(&services.sync, &Service::TaskSync::backupChecked);
    services.sync.refresh({task.key});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(logged(Core::LogTopic::BackupLeftRunning).size(), 1);
}

QTEST_MAIN(TestWindowSession)
#include "tst_windowsession.moc"
