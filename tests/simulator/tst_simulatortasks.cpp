// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/service.h"
#include "steppedclock.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Simulator;

namespace {

constexpr qint64 app = 1400000001;

Settings testSettings()
{
    Settings settings = Settings::withoutTasks();
    settings.startDelayMs = 2000;
    settings.stopDelayMs = 3000;
    return settings;
}

TaskSeed seedOf(const QString &id, SeedState state = SeedState::Pushing, qint64 room = 7)
{
    TaskSeed seed;
    seed.sdkAppId = app;
    seed.taskId = id;
    seed.roomId = room;
    seed.state = state;
    return seed;
}

} // namespace

class TestSimulatorTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startToStop();
    void stopOfPreparedNeverPushes();
    void secondStop_data();
    void secondStop();
    void autoStop();
    void stopRacesAutoStop();
    void backup_data();
    void backup();
    void failedTask();
    void failsWhenStopped();
    void startLimits();
    void startRanges_data();
    void startRanges();
    void ownership_data();
    void ownership();
    void applicationCondition();
    void search();
    void runningTasks();
    void callback();
    void applicationInfos();
    void clockSkewShowsInTimes();

private:
    QJsonObject ok(ActionKind action, const QJsonObject &parameters);
    QString code(ActionKind action, const QJsonObject &parameters);
    QJsonObject describe(const QString &taskId) { return ok(ActionKind::Describe, task(taskId)); }
    QString status(const QString &taskId) { return describe(taskId).value("Status"_L1).toString(); }
    static QJsonObject task(const QString &taskId) { return {{u"SdkAppId"_s, app}, {u"TaskId"_s, taskId}}; }
    static QJsonObject start(qint64 room, const QString &user);

    std::unique_ptr<SteppedClock> m_clock;
    std::unique_ptr<Service> m_service;
    Settings m_settings;
};

void TestSimulatorTasks::init()
{
    m_settings = testSettings();
    m_clock = std::make_unique<SteppedClock>();
    m_service = std::make_unique<Service>(m_settings, *m_clock);
}

QJsonObject TestSimulatorTasks::ok(ActionKind action, const QJsonObject &parameters)
{
    const Outcome<QJsonObject> answer =
        m_service->execute({action, parameters, m_settings.accounts.first().secretId, u"r"_s});
    return answer ? *answer : QJsonObject{{u"Error"_s, answer.error().code}};
}

QString TestSimulatorTasks::code(ActionKind action, const QJsonObject &parameters)
{
    return ok(action, parameters).value("Error"_L1).toString();
}

QJsonObject TestSimulatorTasks::start(qint64 room, const QString &user)
{
    return {{u"SdkAppId"_s, app}, {u"RoomId"_s, room}, {u"PushUserId"_s, user}, {u"PushUserSig"_s, u"sig"_s}};
}

void TestSimulatorTasks::startToStop()
{
    const QString id = ok(ActionKind::Start, start(42, u"u"_s)).value("TaskId"_L1).toString();
    QCOMPARE(id.size(), 20);
    QJsonObject told = describe(id);
    QCOMPARE(told.value("Status"_L1).toString(), u"PREPARED"_s);
    QCOMPARE(told.value("PushStartTime"_L1).toInteger(), 0);
    QCOMPARE(told.value("RoomId"_L1).toInteger(), 42);
    QCOMPARE(told.value("GroupId"_L1).toString(), u"42"_s);
    m_clock->advance(1999);
    QCOMPARE(status(id), u"PREPARED"_s);
    m_clock->advance(1);
    told = describe(id);
    QCOMPARE(told.value("Status"_L1).toString(), u"PUSHING"_s);
    QCOMPARE(told.value("PushStartTime"_L1).toInteger(), 1700000002);
    m_clock->advance(10'000);

    const QJsonObject stopped = ok(ActionKind::Stop, task(id));
    QCOMPARE(stopped, (QJsonObject{{u"Backup"_s, QString()}}));
    QCOMPARE(status(id), u"PUSHING"_s);
    m_clock->advance(2999);
    QCOMPARE(status(id), u"PUSHING"_s);
    m_clock->advance(1);
    told = describe(id);
    QCOMPARE(told.value("Status"_L1).toString(), u"STOPPED"_s);
    QCOMPARE(told.value("FinishReason"_L1).toString(), u"USER_CALL"_s);
    QCOMPARE(told.value("PushStopTime"_L1).toInteger(), 1700000015);
}

void TestSimulatorTasks::stopOfPreparedNeverPushes()
{
    const QString id = ok(ActionKind::Start, start(42, u"u"_s)).value("TaskId"_L1).toString();
    QCOMPARE(code(ActionKind::Stop, task(id)), QString());
    m_clock->advance(2500);
    QCOMPARE(status(id), u"PREPARED"_s);
    m_clock->advance(500);
    const QJsonObject told = describe(id);
    QCOMPARE(told.value("Status"_L1).toString(), u"STOPPED"_s);
    QCOMPARE(told.value("PushStartTime"_L1).toInteger(), 0);
}

void TestSimulatorTasks::secondStop_data()
{
    QTest::addColumn<int>("later");
    QTest::newRow("at once") << 0;
    QTest::newRow("while it takes effect") << 1500;
    QTest::newRow("after it took effect") << 3000;
    QTest::newRow("much later") << 3'600'000;
}

void TestSimulatorTasks::secondStop()
{
    QFETCH(const int, later);
    QVERIFY(m_service->addTask(seedOf(u"t"_s)));
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), QString());
    m_clock->advance(later);
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
}

void TestSimulatorTasks::autoStop()
{
    QJsonObject parameters = start(42, u"u"_s);
    parameters.insert(u"AutoStopTimeout"_s, 300);
    const QString id = ok(ActionKind::Start, parameters).value("TaskId"_L1).toString();
    m_clock->advance(301'999);
    QCOMPARE(status(id), u"PUSHING"_s);
    m_clock->advance(1);
    QCOMPARE(describe(id).value("FinishReason"_L1).toString(), u"AUTO"_s);
    QCOMPARE(code(ActionKind::Stop, task(id)), u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
}

void TestSimulatorTasks::stopRacesAutoStop()
{
    TaskSeed seed = seedOf(u"t"_s);
    seed.autoStopTimeoutS = 10;
    QVERIFY(m_service->addTask(seed));
    m_clock->advance(9000);
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), QString());
    m_clock->advance(1000);
    QCOMPARE(describe(u"t"_s).value("FinishReason"_L1).toString(), u"AUTO"_s);
}

void TestSimulatorTasks::backup_data()
{
    QTest::addColumn<bool>("isManaged");
    QTest::newRow("AutoManageBackup") << true;
    QTest::newRow("left to the caller") << false;
}

void TestSimulatorTasks::backup()
{
    QFETCH(const bool, isManaged);
    QJsonObject parameters = start(42, u"u"_s);
    parameters.insert(u"AutoManageBackup"_s, isManaged);
    parameters.insert(u"Backup"_s, QJsonObject{{u"PushUserId"_s, u"v"_s}, {u"PushUserSig"_s, u"s"_s}});
    const QJsonObject started = ok(ActionKind::Start, parameters);
    const QString id = started.value("TaskId"_L1).toString();
    const auto inner = [](const QJsonObject &answer) {
        return QJsonDocument::fromJson(answer.value("Backup"_L1).toString().toUtf8()).object();
    };
    const QString backupId = inner(started).value("TaskId"_L1).toString();
    QVERIFY(!backupId.isEmpty() && backupId != id);
    m_clock->advance(2000);
    QCOMPARE(inner(describe(id)).value("TaskId"_L1).toString(), backupId);
    QCOMPARE(inner(describe(id)).value("Status"_L1).toString(), u"PUSHING"_s);
    QCOMPARE(describe(backupId).value("PushUserId"_L1).toString(), u"v"_s);

    const QJsonObject stopped = ok(ActionKind::Stop, task(id));
    QCOMPARE(inner(stopped).contains("RequestId"_L1), isManaged);
    m_clock->advance(3000);
    QCOMPARE(status(id), u"STOPPED"_s);
    QCOMPARE(inner(describe(id)).value("Status"_L1).toString(), isManaged ? u"STOPPED"_s : u"PUSHING"_s);
    QCOMPARE(code(ActionKind::Stop, task(backupId)),
             isManaged ? u"UnsupportedOperation.TaskHasAlreadyStopped"_s : QString());
}

void TestSimulatorTasks::failedTask()
{
    QVERIFY(m_service->addTask(seedOf(u"t"_s, SeedState::Failed)));
    QCOMPARE(code(ActionKind::Describe, task(u"t"_s)), u"FailedOperation.WhiteboardPush"_s);
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), u"UnsupportedOperation.TaskHasAlreadyStopped"_s);
    const QJsonArray set = ok(ActionKind::Search, {}).value("WhiteboardPushTaskSet"_L1).toArray();
    const QJsonObject result = set.first().toObject().value("Result"_L1).toObject();
    QCOMPARE(result.value("ErrorCode"_L1).toInteger(), 40006);
    QCOMPARE(result.value("FinishReason"_L1).toString(), u"EXCEPTION"_s);
}

void TestSimulatorTasks::failsWhenStopped()
{
    TaskSeed seed = seedOf(u"t"_s);
    seed.failsWhenStopped = true;
    QVERIFY(m_service->addTask(seed));
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), QString());
    QCOMPARE(status(u"t"_s), u"PUSHING"_s);
    m_clock->advance(3000);
    QCOMPARE(code(ActionKind::Describe, task(u"t"_s)), u"FailedOperation.WhiteboardPush"_s);
}

void TestSimulatorTasks::startLimits()
{
    for (int room = 1; room <= 100; ++room) {
        QCOMPARE(code(ActionKind::Start, start(room, QString(u"u"_s + QString::number(room)))), QString());
    }
    QCOMPARE(code(ActionKind::Start, start(101, u"u101"_s)), u"LimitExceeded.TaskConcurrency"_s);
    QCOMPARE(code(ActionKind::Start, start(5, u"other"_s)), u"LimitExceeded.TaskConcurrency"_s);
    QCOMPARE(code(ActionKind::Start, start(200, u"u5"_s)), u"ResourceInUse.RecordUserId"_s);
    QJsonObject elsewhere = start(5, u"u5"_s);
    elsewhere.insert(u"SdkAppId"_s, 1400000002);
    QCOMPARE(code(ActionKind::Start, elsewhere), QString());
}

void TestSimulatorTasks::startRanges_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("room 0") << u"RoomId"_s << QJsonValue(0) << false;
    QTest::newRow("last room") << u"RoomId"_s << QJsonValue(qint64(4294967295)) << true;
    QTest::newRow("beyond") << u"RoomId"_s << QJsonValue(qint64(4294967296)) << false;
    QTest::newRow("no user") << u"PushUserId"_s << QJsonValue(QString()) << false;
    QTest::newRow("long user") << u"PushUserId"_s << QJsonValue(QString(61, u'a')) << false;
    QTest::newRow("timeout 299") << u"AutoStopTimeout"_s << QJsonValue(299) << false;
    QTest::newRow("timeout 300") << u"AutoStopTimeout"_s << QJsonValue(300) << true;
    QTest::newRow("timeout null") << u"AutoStopTimeout"_s << QJsonValue() << true;
    QTest::newRow("FPS 31") << u"VideoFPS"_s << QJsonValue(31) << false;
    QTest::newRow("bitrate 2001") << u"VideoBitrate"_s << QJsonValue(2001) << false;
    QTest::newRow("board of 2") << u"Whiteboard"_s << QJsonValue(QJsonObject{{u"Width"_s, 2}}) << true;
    QTest::newRow("board of 1") << u"Whiteboard"_s << QJsonValue(QJsonObject{{u"Height"_s, 1}}) << false;
    QTest::newRow("own id") << u"UserDefinedStreamId"_s << QJsonValue(QString(64, u'A')) << true;
    QTest::newRow("own id too long") << u"UserDefinedStreamId"_s << QJsonValue(QString(65, u'A')) << false;
    QTest::newRow("own id with a blank") << u"UserDefinedRecordId"_s << QJsonValue(u"a b"_s) << false;
}

void TestSimulatorTasks::startRanges()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isGood);
    QJsonObject parameters = start(42, u"u"_s);
    parameters.insert(name, value);
    QCOMPARE(code(ActionKind::Start, parameters), isGood ? QString() : u"InvalidParameter.RecordParameter"_s);
}

void TestSimulatorTasks::ownership_data()
{
    QTest::addColumn<qint64>("sdkAppId");
    QTest::addColumn<QString>("taskId");
    QTest::addColumn<QString>("expected");
    QTest::newRow("own") << app << u"t"_s << QString();
    QTest::newRow("unknown task") << app << u"nothing"_s << u"InvalidParameter.TaskNotFound"_s;
    QTest::newRow("another application's task")
        << qint64(1400000002) << u"t"_s << u"InvalidParameter.TaskNotFound"_s;
    QTest::newRow("unknown application")
        << qint64(1400000009) << u"t"_s << u"UnauthorizedOperation.SdkAppId"_s;
    QTest::newRow("another account's application")
        << qint64(1400000003) << u"t"_s << u"UnauthorizedOperation.SdkAppId"_s;
}

void TestSimulatorTasks::ownership()
{
    QFETCH(const qint64, sdkAppId);
    QFETCH(const QString, taskId);
    QFETCH(const QString, expected);
    m_settings.applications.append({1400000003, u"foreign"_s, {}});
    m_service = std::make_unique<Service>(m_settings, *m_clock);
    QVERIFY(m_service->addTask(seedOf(u"t"_s)));
    const QJsonObject parameters{{u"SdkAppId"_s, sdkAppId}, {u"TaskId"_s, taskId}};
    QCOMPARE(code(ActionKind::Describe, parameters), expected);
    QCOMPARE(code(ActionKind::Stop, parameters), expected);
}

void TestSimulatorTasks::applicationCondition()
{
    m_settings.applications.first().condition = u"ResourceUnavailable.ServiceExpired"_s;
    m_service = std::make_unique<Service>(m_settings, *m_clock);
    QVERIFY(m_service->addTask(seedOf(u"t"_s)));
    QCOMPARE(code(ActionKind::Stop, task(u"t"_s)), u"ResourceUnavailable.ServiceExpired"_s);
}

void TestSimulatorTasks::search()
{
    QVERIFY(m_service->addTask(seedOf(u"a"_s, SeedState::Pushing, 1)));
    QVERIFY(m_service->addTask(seedOf(u"b"_s, SeedState::Stopped, 2)));
    const QJsonObject answer = ok(ActionKind::Search, {});
    QCOMPARE(answer.value("TotalCount"_L1).toInteger(), 2);
    const QJsonObject item = answer.value("WhiteboardPushTaskSet"_L1).toArray().first().toObject();
    QCOMPARE(item.value("TaskId"_L1).toString(), u"a"_s);
    QCOMPARE(item.value("SdkAppId"_L1).toInteger(), app);
    QCOMPARE(item.value("CreateTime"_L1).toString(), u"2023-11-15T06:03:20+08:00"_s); // ten minutes ago
    QCOMPARE(ok(ActionKind::Search, {{u"Limit"_s, 1}, {u"Offset"_s, 1}})
                 .value("WhiteboardPushTaskSet"_L1)
                 .toArray()
                 .size(),
             1);
}

void TestSimulatorTasks::runningTasks()
{
    QVERIFY(m_service->addTask(seedOf(u"a"_s, SeedState::Pushing, 1)));
    QVERIFY(m_service->addTask(seedOf(u"b"_s, SeedState::Stopped, 2)));
    QVERIFY(m_service->addTask(seedOf(u"c"_s, SeedState::Prepared, 3)));
    TaskSeed old = seedOf(u"d"_s, SeedState::Stopped, 4);
    old.ageS = 3 * 24 * 3600 + 1;
    QVERIFY(m_service->addTask(old));
    QJsonObject parameters{{u"SdkAppID"_s, app}, {u"TaskType"_s, u"WhiteboardPush"_s}};
    QJsonObject answer = ok(ActionKind::RunningTasks, parameters);
    QCOMPARE(answer.value("Total"_L1).toInteger(), 3);
    QStringList seen;
    const QJsonArray tasks = answer.value("Tasks"_L1).toArray();
    for (const QJsonValue &item : tasks) {
        seen.append(QString(item[u"TaskID"].toString() + u'=' + item[u"Status"].toString()));
    }
    QCOMPARE(seen, (QStringList{u"a=PROCESSING"_s, u"b=FINISHED"_s, u"c=QUEUED"_s}));
    QCOMPARE(tasks.first()[u"CreateTime"].toString(), u"2023-11-15 06:03:20"_s);

    parameters.insert(u"Offset"_s, 1);
    parameters.insert(u"Limit"_s, 1);
    answer = ok(ActionKind::RunningTasks, parameters);
    QCOMPARE(answer.value("Total"_L1).toInteger(), 3);
    QCOMPARE(answer.value("Tasks"_L1).toArray().size(), 1);
    parameters.insert(u"Limit"_s, 501);
    QCOMPARE(code(ActionKind::RunningTasks, parameters), u"InvalidParameterValue"_s);
    parameters.remove(u"Limit"_s);
    parameters.insert(u"TaskType"_s, u"OnlineRecord"_s);
    QCOMPARE(ok(ActionKind::RunningTasks, parameters).value("Total"_L1).toInteger(), 0);
}

void TestSimulatorTasks::callback()
{
    const QJsonObject owner{{u"SdkAppId"_s, app}};
    QCOMPARE(ok(ActionKind::DescribeCallback, owner).value("Callback"_L1).toString(), QString());
    QJsonObject set = owner;
    set.insert(u"Callback"_s, u"ftp://example.com"_s);
    QCOMPARE(code(ActionKind::SetCallback, set), u"InvalidParameter.CallbackAddressFormatError"_s);
    set.insert(u"Callback"_s, u"https://example.com/cb"_s);
    QCOMPARE(code(ActionKind::SetCallback, set), QString());
    QJsonObject key = owner;
    key.insert(u"CallbackKey"_s, QString(65, u'k'));
    QCOMPARE(code(ActionKind::SetCallbackKey, key), u"InvalidParameter"_s);
    key.insert(u"CallbackKey"_s, u"key"_s);
    QCOMPARE(code(ActionKind::SetCallbackKey, key), QString());
    QCOMPARE(ok(ActionKind::DescribeCallback, owner),
             (QJsonObject{{u"Callback"_s, u"https://example.com/cb"_s}, {u"CallbackKey"_s, u"key"_s}}));
}

void TestSimulatorTasks::applicationInfos()
{
    const auto first = [this] {
        return ok(ActionKind::ApplicationInfos, {})
            .value("ApplicationInfos"_L1)
            .toArray()
            .first()
            .toObject()
            .value("SdkAppId"_L1);
    };
    QCOMPARE(first(), QJsonValue(app));
    m_settings.isApplicationIdText = true;
    m_service = std::make_unique<Service>(m_settings, *m_clock);
    QCOMPARE(first(), QJsonValue(QString::number(app)));
}

void TestSimulatorTasks::clockSkewShowsInTimes()
{
    m_service->setClockSkew(1000);
    QCOMPARE(m_service->unixTime(), 1700001000);
    const QString id = ok(ActionKind::Start, start(42, u"u"_s)).value("TaskId"_L1).toString();
    m_clock->advance(2000);
    QCOMPARE(describe(id).value("PushStartTime"_L1).toInteger(), 1700001002);
}

CONSOLE_TEST(TestSimulatorTasks, TestSupport::NoApplication)
#include "tst_simulatortasks.moc"
