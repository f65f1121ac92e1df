// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/settings.h"

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstApp = 1400000001;
constexpr qint64 secondApp = 1400000002;

TaskSeed seed(qint64 app, const QString &taskId, qint64 room, SeedState state, int ageS)
{
    TaskSeed task;
    task.sdkAppId = app;
    task.taskId = taskId;
    task.roomId = room;
    task.state = state;
    task.ageS = ageS;
    return task;
}

QList<TaskSeed> builtInTasks()
{
    QList<TaskSeed> tasks{
        seed(firstApp, u"07b4c70bpafm1b4majmb"_s, 1203, SeedState::Pushing, 3900),
        seed(firstApp, u"3k9dq0vhx2rn5tcm7wyb"_s, 1204, SeedState::Pushing, 2710),
        seed(firstApp, u"b8m2z6jw4fs0ae1uq9kd"_s, 1205, SeedState::Pushing, 1325),
        seed(firstApp, u"q5t1n7xg3hv8yc0rl2pe"_s, 1206, SeedState::Pushing, 940), // with a backup, see below
        seed(firstApp, u"e2w6d9kb0mz4sj8ft7xa"_s, 1207, SeedState::Prepared, 0),
        seed(firstApp, u"g42lfmu5uc3lpoqrqvvb"_s, 1208, SeedState::Stopped, 7300),
        seed(firstApp, u"v0y3c8rn6qe1hb5ud9gz"_s, 1209, SeedState::Failed, 480),
        seed(secondApp, u"bj0mt2l23osdj300hl30"_s, 880528, SeedState::Pushing, 5400),
        seed(secondApp, u"bj0mt2l23osdj300hl31"_s, 880529, SeedState::Pushing, 5340),
        seed(secondApp, u"bj0mt2l23osdj300hl32"_s, 880530, SeedState::Pushing, 610),
        seed(secondApp, u"bj0mt2l23osdj300hl33"_s, 880531, SeedState::Stopped, 9100),
        seed(secondApp, u"bj0mt2l23osdj300hl34"_s, 880532, SeedState::Stopped, 86400),
    };
    tasks[3].backupTaskId = u"q5t1n7xg3hv8yc0rl2pf"_s;
    tasks[3].backupPushUserId = u"tic_push_user_1206_b"_s;
    tasks[10].finishReason = SimulatedFinish::Auto;
    return tasks;
}

} // namespace

Settings Settings::withoutTasks()
{
    Settings settings;
    settings.applications = {{firstApp, u"Lecture hall"_s, {}}, {secondApp, u"Seminar rooms"_s, {}}};
    Account account;
    account.secretId = u"AKIDsimulator0000000000000000000test"_s;
    account.secretKey = "simulator-made-up-secret-key-000";
    account.sdkAppIds = {firstApp, secondApp};
    settings.accounts = {account};
    return settings;
}

Settings Settings::builtIn()
{
    Settings settings = withoutTasks();
    settings.tasks = builtInTasks();
    return settings;
}

QString seededTaskId(qint64 sdkAppId, int index)
{
    return QString(QString::number(sdkAppId) + u't' + QString::number(index).rightJustified(9, u'0'));
}

QList<TaskSeed> pushingTasks(qint64 sdkAppId, int count)
{
    QList<TaskSeed> tasks;
    tasks.reserve(count);
    for (int index = 1; index <= count; ++index) {
        tasks.append(seed(sdkAppId, seededTaskId(sdkAppId, index), 100'000 + index, SeedState::Pushing, 600));
    }
    return tasks;
}

} // namespace Simulator
