// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include "simulator/fieldreader.h"

#include <QJsonDocument>

#include <limits>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostId = qint64(1) << 53;
constexpr int hourMs = 3'600'000;
constexpr int yearS = 366 * 24 * 3600;

QString placeOf(const QString &list, qsizetype index)
{
    return QString(list + u'[' + QString::number(index) + u']');
}

//! Sets \a target to the value whose word the field holds.
template <typename T>
void readWord(FieldReader &fields, const QString &name, T &target, const QList<std::pair<QString, T>> &words)
{
    QString word;
    fields.read(name, word);
    for (const auto &[known, value] : words) {
        if (word == known) {
            target = value;
            return;
        }
    }
    if (!word.isEmpty()) {
        fields.fail(QString(name + u": \""_s + word + u"\" is not known"_s));
    }
}

Core::Result<Account> accountFromJson(const QJsonValue &value, const QString &place)
{
    FieldReader fields(value, place);
    Account account;
    QString key;
    QString token;
    fields.read(u"secretId"_s, account.secretId);
    fields.read(u"secretKey"_s, key);
    fields.read(u"token"_s, token);
    fields.read(u"sdkAppIds"_s, account.sdkAppIds);
    fields.read(u"deniedActions"_s, account.deniedActions);
    account.secretKey = key.toUtf8();
    account.token = token.toUtf8();
    if (account.secretId.isEmpty() || account.secretKey.isEmpty()) {
        fields.fail(u"secretId and secretKey are needed"_s);
    }
    return fields.finish().map([&account] { return account; });
}

Core::Result<Application> applicationFromJson(const QJsonValue &value, const QString &place)
{
    FieldReader fields(value, place);
    Application application;
    fields.read(u"sdkAppId"_s, application.sdkAppId, 1, mostId);
    fields.read(u"name"_s, application.name);
    fields.read(u"condition"_s, application.condition);
    if (application.sdkAppId == 0) {
        fields.fail(u"sdkAppId is needed"_s);
    }
    return fields.finish().map([&application] { return application; });
}

//! Reads every element of a list with \a readOne(value, place); the first problem fails \a fields.
template <typename T> void readList(FieldReader &fields, const QString &name, QList<T> &target, auto readOne)
{
    if (!fields.has(name)) {
        return;
    }
    target.clear();
    const QJsonArray values = fields.array(name);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const Core::Result<T> item = readOne(values.at(i), placeOf(name, i));
        if (!item) {
            fields.fail(item.error().detail);
            return;
        }
        target.append(*item);
    }
}

void readBackup(FieldReader &fields, TaskSeed &seed)
{
    const QJsonValue value = fields.value(u"backup"_s);
    if (value.isUndefined()) {
        return;
    }
    FieldReader backup(value, u"backup"_s);
    backup.read(u"taskId"_s, seed.backupTaskId);
    backup.read(u"pushUserId"_s, seed.backupPushUserId);
    backup.read(u"managed"_s, seed.isBackupManaged);
    if (seed.backupTaskId.isEmpty()) {
        backup.fail(u"taskId is needed"_s);
    }
    if (const Core::Result<void> read = backup.finish(); !read) {
        fields.fail(read.error().detail);
    }
}

Core::Result<TaskSeed> seedAt(const QJsonValue &value, const QString &place)
{
    FieldReader fields(value, place);
    TaskSeed seed;
    fields.read(u"sdkAppId"_s, seed.sdkAppId, 1, mostId);
    fields.read(u"taskId"_s, seed.taskId);
    fields.read(u"roomId"_s, seed.roomId, 1, std::numeric_limits<quint32>::max());
    fields.read(u"groupId"_s, seed.groupId);
    fields.read(u"pushUserId"_s, seed.pushUserId);
    fields.read(u"ageS"_s, seed.ageS, 0, yearS);
    fields.read(u"autoStopTimeoutS"_s, seed.autoStopTimeoutS, 0, yearS);
    fields.read(u"failsWhenStopped"_s, seed.failsWhenStopped);
    readWord<SeedState>(fields, u"state"_s, seed.state,
                        {{u"PREPARED"_s, SeedState::Prepared},
                         {u"PUSHING"_s, SeedState::Pushing},
                         {u"STOPPED"_s, SeedState::Stopped},
                         {u"FAILED"_s, SeedState::Failed}});
    readWord<SimulatedFinish>(fields, u"finishReason"_s, seed.finishReason,
                              {{u"AUTO"_s, SimulatedFinish::Auto},
                               {u"USER_CALL"_s, SimulatedFinish::UserCall},
                               {u"EXCEPTION"_s, SimulatedFinish::Exception}});
    readBackup(fields, seed);
    if (seed.sdkAppId == 0) {
        fields.fail(u"sdkAppId is needed"_s);
    }
    return fields.finish().map([&seed] { return seed; });
}

void readBehaviour(FieldReader &fields, Settings &settings)
{
    constexpr int mostSkewS = 50 * yearS;
    fields.read(u"startDelayMs"_s, settings.startDelayMs, 0, hourMs);
    fields.read(u"stopDelayMs"_s, settings.stopDelayMs, 0, hourMs);
    fields.read(u"latencyMs"_s, settings.latencyMs, 0, hourMs);
    fields.read(u"requestsPerSecond"_s, settings.requestsPerSecond, 0, 1'000'000);
    fields.read(u"clockSkewS"_s, settings.clockSkewS, -mostSkewS, mostSkewS);
    fields.read(u"runningTasksPerApplication"_s, settings.runningTasksPerApplication, 0, 1'000'000);
    fields.read(u"regions"_s, settings.regions);
    fields.read(u"searchFilters"_s, settings.hasSearchFilters);
    fields.read(u"longestSearch"_s, settings.longestSearch, 0, 1'000'000);
    fields.read(u"applicationIdAsText"_s, settings.isApplicationIdText);
    readWord<RateWindowKind>(fields, u"window"_s, settings.window,
                             {{u"sliding"_s, RateWindowKind::Sliding}, {u"fixed"_s, RateWindowKind::Fixed}});
    readWord<Edition>(fields, u"edition"_s, settings.edition,
                      {{u"both"_s, Edition::Both},
                       {u"intl"_s, Edition::International},
                       {u"mainland"_s, Edition::Mainland}});
}

//! What no single field can tell: every task has an application, every id is used once, somebody can sign.
void checkWhole(FieldReader &fields, const Settings &settings)
{
    QSet<qint64> applications;
    for (const Application &application : settings.applications) {
        applications.insert(application.sdkAppId);
    }
    QSet<QString> ids;
    for (const TaskSeed &task : settings.tasks) {
        if (!applications.contains(task.sdkAppId)) {
            fields.fail(QString(u"tasks: there is no application "_s + QString::number(task.sdkAppId)));
        }
        for (const QString &id : {task.taskId, task.backupTaskId}) {
            if (!id.isEmpty() && ids.contains(id)) {
                fields.fail(QString(u"tasks: the id "_s + id + u" is there twice"_s));
            }
            ids.insert(id);
        }
    }
    if (settings.accounts.isEmpty()) {
        fields.fail(u"at least one account is needed"_s);
    }
}

} // namespace

Core::Result<TaskSeed> taskSeedFromJson(const QJsonValue &value)
{
    return seedAt(value, u"task"_s);
}

Core::Result<Settings> readScenario(QByteArrayView json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError) {
        return Core::failure(Core::Error::invalidInput(QString(u"scenario: "_s + error.errorString())));
    }
    FieldReader fields(document.isObject() ? QJsonValue(document.object()) : QJsonValue(), u"scenario"_s);
    Settings settings = Settings::withoutTasks();
    readBehaviour(fields, settings);
    readList(fields, u"applications"_s, settings.applications, applicationFromJson);
    // Without a list of accounts the built-in one owns whatever applications there are.
    settings.accounts.first().sdkAppIds.clear();
    for (const Application &application : std::as_const(settings.applications)) {
        settings.accounts.first().sdkAppIds.append(application.sdkAppId);
    }
    readList(fields, u"accounts"_s, settings.accounts, accountFromJson);
    readList(fields, u"tasks"_s, settings.tasks, seedAt);
    readList(fields, u"faults"_s, settings.faults,
             [](const QJsonValue &value, const QString &) { return FaultRule::fromJson(value); });
    checkWhole(fields, settings);
    return fields.finish().map([&settings] { return settings; });
}

QString scenarioGrammar()
{
    return u"A JSON object; every field may be left out:\n"
           "  applications  [{sdkAppId, name, condition}]; condition is a code that every call about it is "
           "answered with\n"
           "  accounts      [{secretId, secretKey, token, sdkAppIds, deniedActions}]\n"
           "  tasks         [{sdkAppId, taskId, roomId, groupId, pushUserId, state, finishReason, ageS,\n"
           "                  autoStopTimeoutS, failsWhenStopped, backup: {taskId, pushUserId, managed}}]\n"
           "                state is PREPARED, PUSHING, STOPPED or FAILED; finishReason AUTO, USER_CALL or "
           "EXCEPTION\n"
           "  faults        [\"ACTION:WHEN:FAULT\" or {action, taskId, when, fault, effect}]\n"
           "  startDelayMs, stopDelayMs, latencyMs, requestsPerSecond (0: no limit), clockSkewS,\n"
           "  runningTasksPerApplication, window (sliding, fixed), edition (both, intl, mainland), regions "
           "[text],\n"
           "  searchFilters, longestSearch (0: no limit), applicationIdAsText\n"_s;
}

} // namespace Simulator
