// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/registry.h"
#include "support/answer.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::Answer;

namespace {

[[nodiscard]] Core::PushTask task(const QString &id, qint64 addedMs)
{
    Core::PushTask task;
    task.key = {u"account"_s, Core::SdkAppId{1400000001}, *Core::TaskId::parse(id)};
    task.addedAt = QDateTime::fromMSecsSinceEpoch(addedMs, Qt::UTC);
    return task;
}

[[nodiscard]] Core::PushTask fullTask()
{
    Core::PushTask full = task(u"07b4c70bpafm1b4majmb"_s, 1'700'000'000'123);
    full.label = u"Mathematics 7b 数学"_s;
    full.status = Core::TaskStatus::Stopped;
    full.finishReason = Core::FinishReason::UserCall;
    full.roomId = 4'294'967'295;
    full.groupId = u"880528"_s;
    full.pushUserId = u"tic_push_user"_s;
    full.createTime = QDateTime::fromSecsSinceEpoch(1'610'591'720, Qt::UTC);
    full.startTime = QDateTime::fromSecsSinceEpoch(1'610'591'726, Qt::UTC);
    full.stopTime = QDateTime::fromSecsSinceEpoch(1'610'591'759, Qt::UTC);
    full.exceptionCount = 3;
    full.imSyncTime = 1'610'591'730;
    full.backup = {uR"({"TaskId":"b"})"_s, u"b"_s, u"r"_s, Core::TaskStatus::Pushing};
    full.taskErrorCode = u"FailedOperation.WhiteboardPush"_s;
    full.taskErrorMessage = u"it's \"gone\"; DROP TABLE task"_s;
    full.unknownFields = {{u"New"_s, qint64(9'007'199'254'740'991)}, {u"List"_s, QJsonValue::Null}};
    full.stopPhase = Core::StopPhase::Settled;
    full.lastOutcome = Core::StopOutcome::AlreadyStopped;
    full.lastErrorCode = u"UnsupportedOperation.TaskHasAlreadyStopped"_s;
    full.lastErrorMessage = u"stopped"_s;
    full.lastRequestId = u"eac6b301"_s;
    full.lastResultAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'456, Qt::UTC);
    full.refreshedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'789, Qt::UTC);
    full.vanishedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'999, Qt::UTC);
    return full;
}

} // namespace

class TstRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Storage::Database>(m_dir->path());
        m_registry = std::make_unique<Storage::TaskRegistry>(*m_database);
        Answer<void> opened;
        m_database->open(this, opened.callback());
        AWAIT_VALUE(opened);
    }

    void everyFieldComesBack();
    void goneBackupStaysGone();
    void phaseOfAnotherRunIsNotKept();
    void saveReplacesByKey();
    void mergeAsksWhatIsThere();
    void removeTakesOnlyTheNamed();
    void tenThousandTasksAreThereSoon();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Storage::Database> m_database;
    std::unique_ptr<Storage::TaskRegistry> m_registry;
};

void TstRegistry::everyFieldComesBack()
{
    const QList<Core::PushTask> tasks{task(u"plain"_s, 1), fullTask()};
    Answer<void> saved;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save(tasks, this, saved.callback());
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(saved);
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value(), tasks);
}

void TstRegistry::goneBackupStaysGone()
{
    Core::PushTask main = task(u"main"_s, 1);
    main.status = Core::TaskStatus::Stopped;
    main.backup.taskId = u"backup"_s;
    main.backup.status = Core::TaskStatus::Unknown;
    main.backup.isGone = true;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save({main}, this, [](const auto &) {});
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value().constFirst().backup, main.backup);
    QVERIFY(loaded.value().constFirst().hasEnded());
}

void TstRegistry::phaseOfAnotherRunIsNotKept()
{
    Core::PushTask underway = task(u"underway"_s, 1);
    underway.stopPhase = Core::StopPhase::Sent;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save({underway}, this, [](const auto &) {});
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value().constFirst().stopPhase, Core::StopPhase::None);
}

void TstRegistry::saveReplacesByKey()
{
    Core::PushTask first = task(u"a"_s, 1);
    Core::PushTask otherApp = task(u"a"_s, 2);
    otherApp.key.sdkAppId = Core::SdkAppId{1400000002};
    Core::PushTask otherAccount = task(u"a"_s, 3);
    otherAccount.key.accountId = u"second"_s;
    m_registry->save({first, otherApp, otherAccount}, this, [](const auto &) {});
    first.label = u"again"_s;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save({first}, this, [](const auto &) {});
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value(), QList<Core::PushTask>({first, otherApp, otherAccount}));
}

void TstRegistry::mergeAsksWhatIsThere()
{
    const Core::PushTask kept = fullTask();
    Core::PushTask anew = task(kept.key.taskId.toString(), 1'800'000'000'000);
    anew.roomId = 12;
    const Core::PushTask unknown = task(u"unknown"_s, 1'800'000'000'001);
    Answer<void> merged;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save({kept}, this, [](const auto &) {});
    m_registry->merge(
        {anew, unknown},
        [](const Core::PushTask &there, const Core::PushTask &fresh) {
            Core::PushTask both = there;
            both.roomId = fresh.roomId;
            return both;
        },
        this, merged.callback());
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(merged);
    AWAIT_VALUE(loaded);
    Core::PushTask both = kept;
    both.roomId = 12;
    QCOMPARE(loaded.value(), QList<Core::PushTask>({both, unknown}));
}

void TstRegistry::removeTakesOnlyTheNamed()
{
    const Core::PushTask a = task(u"a"_s, 1);
    const Core::PushTask b = task(u"b"_s, 2);
    Answer<void> removed;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save({a, b}, this, [](const auto &) {});
    m_registry->remove({a.key, task(u"never there"_s.remove(u' '), 0).key}, this, removed.callback());
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(removed);
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value(), QList<Core::PushTask>{b});
}

void TstRegistry::tenThousandTasksAreThereSoon()
{
    QList<Core::PushTask> tasks;
    for (int i = 0; i < 10'000; ++i) {
        Core::PushTask one = fullTask();
        one.key.taskId = *Core::TaskId::parse(QString(u"task"_s + QString::number(i)));
        tasks.append(one);
    }
    Answer<void> saved;
    Answer<QList<Core::PushTask>> loaded;
    m_registry->save(tasks, this, saved.callback());
    AWAIT_VALUE(saved);
    m_registry->load(this, loaded.callback());
    AWAIT_VALUE(loaded);
    QCOMPARE(loaded.value().size(), 10'000);
}

CONSOLE_TEST(TstRegistry, QCoreApplication)
#include "tst_registry.moc"
