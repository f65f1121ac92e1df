// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "gui/addtasksdialog.h"
#include "service/recovery.h"
#include "service/taskbook.h"
#include "simulator/server.h"
#include "storage/journal.h"

#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The window as the program puts it together, on a directory of its own.
class TestWindowSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkIsOffered() const;
    void recoveredOutcomesAreFollowedUp() const;
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

QTEST_MAIN(TestWindowSession)
#include "tst_windowsession.moc"
