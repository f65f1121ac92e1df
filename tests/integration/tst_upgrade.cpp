// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settings.h"
#include "config/settingsstore.h"
#include "core/clock.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/guardstore.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "storage/registry.h"
#include "storage/schema.h"
#include "support/answer.h"
#include "support/programs.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;

using TestSupport::Answer;

//! What earlier versions left (settings, tasks, journal, rules), with the program of now.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldProfileKeepsEverything() const;
    void profileOfTheReleaseKeepsEverything() const;

private:
    [[nodiscard]] static QString database(const TestSupport::ConsoleHome &home);
    [[nodiscard]] static QString settings(const TestSupport::ConsoleHome &home);
    static void makeProfile(const TestSupport::ConsoleHome &home, const QString &settingsFixture,
                            const QString &databaseFixture);
    static void openAndCloseTheWindow(const TestSupport::ConsoleHome &home);
    static void verifySettings(const QString &fileName);
    static void verifyRecords(const TestSupport::ConsoleHome &home);
    static void verifySettingsOfTheRelease(const QString &fileName);
    static void verifyRecordsOfTheRelease(const TestSupport::ConsoleHome &home);
    static void verifyTasksOfTheRelease(Storage::Database &records);
    static void verifyGuardOfTheRelease(Storage::Database &records);
    static void verifyJournalOfTheRelease(Storage::Database &records);
    static void verifyVersion(const QString &fileName);
};

QString TestUpgrade::database(const TestSupport::ConsoleHome &home)
{
    return home.path() + u"/data/whiteboard-push-console/console.sqlite"_s;
}

QString TestUpgrade::settings(const TestSupport::ConsoleHome &home)
{
    return home.path() + u"/config/whiteboard-push-console/settings.ini"_s;
}

void TestUpgrade::makeProfile(const TestSupport::ConsoleHome &home, const QString &settingsFixture,
                              const QString &databaseFixture)
{
    for (const QString &file : {database(home), settings(home)}) {
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    }
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/profile/") + settingsFixture, settings(home)));
    QVERIFY(QFile::setPermissions(settings(home), QFile::ReadOwner | QFile::WriteOwner));
    const auto connection = Storage::Connection::open(database(home));
    QVERIFY(connection);
    QFile fixture(QStringLiteral(TEST_DATA_DIR "/storage/") + databaseFixture);
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    for (const QString &statement :
         QString::fromUtf8(fixture.readAll()).split(u";;\n"_s, Qt::SkipEmptyParts)) {
        QVERIFY((*connection)->execute(statement));
    }
}

void TestUpgrade::openAndCloseTheWindow(const TestSupport::ConsoleHome &home)
{
    const auto window = home.start({});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.path() + u"/data/whiteboard-push-console/window.socket"_s),
                             20'000);
    // It answers when its event loop runs.
    QCOMPARE(home.run({}).exitCode, 0);
    window->terminate();
    QVERIFY(window->waitForFinished(20'000));
    QCOMPARE(window->exitStatus(), QProcess::NormalExit);
    QCOMPARE(window->exitCode(), 0);
}

void TestUpgrade::verifySettings(const QString &fileName)
{
    Config::SettingsStore store(fileName);
    const Config::AccountStore accounts(store);
    QCOMPARE(accounts.list().size(), 2);
    const auto school = accounts.byId(u"account"_s);
    QVERIFY(school);
    QCOMPARE(school->name, u"school"_s);
    QCOMPARE(school->secretId, u"AKIDEXAMPLE"_s);
    QCOMPARE(school->endpoint.url, QUrl(u"http://127.0.0.1:9"_s));
    QCOMPARE(school->endpoint.region, u"ap-singapore"_s);
    QCOMPARE(school->sdkAppIds, QList({Core::SdkAppId{1400000001}, Core::SdkAppId{1400000002}}));
    QVERIFY(school->hasToken);
    QCOMPARE(accounts.defaultAccount()->id, u"account"_s);
    const auto other = accounts.byName(u"学校"_s);
    QVERIFY(other);
    QCOMPARE(other->endpoint.edition, Core::Edition::Mainland);

    const Config::Settings settings(store);
    QVERIFY(!settings.confirmSingleStop());
    QCOMPARE(settings.confirmDeadlineMs(), 90'000);
    QCOMPARE(settings.language(), u"en"_s);
    QCOMPARE(settings.theme(), Config::Theme::Dark);
    const Core::NetworkSettings network = settings.network();
    QCOMPARE(network.proxyMode, Core::NetworkSettings::ProxyMode::Direct);
    QCOMPARE(network.proxyHost, u"proxy.example"_s);
    QCOMPARE(network.proxyPort, 3128);
    QCOMPARE(network.proxyUser, u"operator"_s);
    QCOMPARE(network.timeoutMs, 20'000);
}

void TestUpgrade::verifyRecords(const TestSupport::ConsoleHome &home)
{
    const auto tracked = home.run({u"list"_s, u"--tracked"_s, u"--json"_s});
    QVERIFY2(tracked.exitCode == 0, tracked.err.constData());
    QCOMPARE(tracked.lines().size(), 1);
    const QJsonObject task = tracked.lines().first();
    QCOMPARE(task.value("taskId"_L1).toString(), u"old-task"_s);
    QCOMPARE(task.value("label"_L1).toString(), u"Mathematics 7b"_s);
    QCOMPARE(task.value("status"_L1).toString(), u"PUSHING"_s);

    const auto history = home.run({u"history"_s, u"--json"_s});
    QVERIFY2(history.exitCode == 0, history.err.constData());
    bool isStopThere = false;
    for (const QJsonObject &request : history.lines()) {
        isStopThere = isStopThere
            || (request.value("action"_L1).toString() == "StopWhiteboardPush"_L1
                && request.value("taskId"_L1).toString() == "old-task"_L1
                && request.value("profile"_L1).toString() == "school"_L1);
    }
    QVERIFY2(isStopThere, history.out.constData());
}

void TestUpgrade::verifySettingsOfTheRelease(const QString &fileName)
{
    Config::SettingsStore store(fileName);
    const Config::AccountStore accounts(store);
    QCOMPARE(accounts.list().size(), 2);
    const auto school = accounts.byId(u"account"_s);
    QVERIFY(school);
    QCOMPARE(school->name, u"school"_s);
    QCOMPARE(school->secretId, u"AKIDEXAMPLE"_s);
    QCOMPARE(school->endpoint.url, QUrl(u"http://127.0.0.1:9"_s));
    QCOMPARE(school->caFile, u"/etc/ssl/school.pem"_s);
    QCOMPARE(school->sdkAppIds, QList({Core::SdkAppId{1400000001}, Core::SdkAppId{1400000002}}));
    QVERIFY(school->hasToken);
    QVERIFY(!school->isReadOnly);
    QCOMPARE(accounts.defaultAccount()->id, u"account"_s);
    const auto other = accounts.byName(u"学校"_s);
    QVERIFY(other);
    QCOMPARE(other->endpoint.edition, Core::Edition::Mainland);
    QVERIFY(other->isReadOnly);

    const Config::Settings settings(store);
    QVERIFY(settings.closesToTray());
    QCOMPARE(settings.confirmDeadlineMs(), 90'000);
    QVERIFY(!settings.confirmSingleStop());
    QCOMPARE(settings.guardNoticeMs(), 120'000);
    QCOMPARE(settings.historyDays(), 3'650);
    QCOMPARE(settings.language(), u"en"_s);
    QCOMPARE(settings.lockAfterMinutes(), 15);
    QVERIFY(settings.locksDespiteRules());
    QVERIFY(settings.locksWithDesktop());
    QVERIFY(!settings.refreshesByItself());
    QCOMPARE(settings.theme(), Config::Theme::Light);
    const Core::NetworkSettings network = settings.network();
    QCOMPARE(network.caFile, u"/etc/ssl/all.pem"_s);
    QCOMPARE(network.proxyMode, Core::NetworkSettings::ProxyMode::Socks5);
    QCOMPARE(network.proxyHost, u"proxy.example"_s);
    QCOMPARE(network.proxyPort, 1080);
    QCOMPARE(network.proxyUser, u"operator"_s);
    QCOMPARE(network.timeoutMs, 20'000);

    QCOMPARE(settings.startTemplateNames(), QStringList{u"Morning"_s});
    QCOMPARE(settings.startTemplate(u"Morning"_s), R"({"RoomId":4711,"SdkAppId":1400000001})"_ba);
    QCOMPARE(settings.viewState(u"longRunHours"_s), "5"_ba);
    QCOMPARE(
        settings.viewState(u"savedFilters"_s),
        R"([{"account":"account","kind":"long","name":"Long ones","sdkAppId":1400000001,"text":"math"}])"_ba);
}

void TestUpgrade::verifyTasksOfTheRelease(Storage::Database &records)
{
    QObject context;
    Storage::TaskRegistry registry(records);
    Answer<QList<Core::PushTask>> loaded;
    registry.load(&context, loaded.callback());
    AWAIT_VALUE(loaded);
    QHash<QString, Core::PushTask> tasks;
    for (const Core::PushTask &task : loaded.value()) {
        tasks.insert(task.key.taskId.toString(), task);
    }
    QCOMPARE(tasks.size(), 3);
    const Core::PushTask running = tasks.value(u"old-task"_s);
    QCOMPARE(running.key.accountId, u"account"_s);
    QCOMPARE(running.key.sdkAppId, Core::SdkAppId{1400000001});
    QCOMPARE(running.label, u"Mathematics 7b"_s);
    QVERIFY(running.isRunning());
    QCOMPARE(running.roomId, 4711);
    QCOMPARE(running.groupId, u"group"_s);
    QCOMPARE(running.pushUserId, u"pusher"_s);
    QCOMPARE(running.startTime.toMSecsSinceEpoch(), 1'789'992'810'000);
    QCOMPARE(running.exceptionCount, 2);
    QVERIFY(running.backupKey());
    QCOMPARE(running.backupKey()->taskId.toString(), u"old-backup"_s);
    QCOMPARE(running.unknownFields, QJsonObject({{u"Future"_s, 1}}));
    const Core::PushTask ended = tasks.value(u"ended-task"_s);
    QCOMPARE(ended.status, Core::TaskStatus::Stopped);
    QCOMPARE(ended.lastOutcome, Core::StopOutcome::Stopped);
    QCOMPARE(ended.lastRequestId, u"r-1"_s);
    QVERIFY(tasks.value(u"vanished-task"_s).hasVanished());
}

void TestUpgrade::verifyGuardOfTheRelease(Storage::Database &records)
{
    const QDateTime later = QDateTime::fromMSecsSinceEpoch(4'102'444'800'000, Qt::UTC);
    const Core::TaskKey task{u"account"_s, Core::SdkAppId{1400000001}, *Core::TaskId::parse(u"old-task")};
    const Storage::GuardNotes expected{
        {{1, Core::GuardKind::WarnAfter, true, u"other"_s, Core::SdkAppId{1400000003}, 120, {}},
         {2, Core::GuardKind::StopAfter, false, {}, {}, 150, {}},
         {3, Core::GuardKind::StopAt, true, u"other"_s, Core::SdkAppId{1400000003}, 1320, later}},
        {{task, later}},
        {{2, task, later}}};

    QObject context;
    Storage::GuardStore guard(records);
    Answer<Storage::GuardNotes> notes;
    guard.load(&context, notes.callback());
    AWAIT_VALUE(notes);
    QVERIFY(notes.value().rules == expected.rules);
    QVERIFY(notes.value().stops == expected.stops);
    QVERIFY(notes.value().marks == expected.marks);
}

void TestUpgrade::verifyJournalOfTheRelease(Storage::Database &records)
{
    QObject context;
    const Core::SystemClock clock;
    Storage::Journal journal(records, u"me"_s, clock);
    Answer<QList<Core::OpenIntent>> open;
    journal.openIntents(&context, open.callback());
    AWAIT_VALUE(open);
    QCOMPARE(open.value().size(), 2);
    const Core::OpenIntent &start = open.value().at(0);
    QVERIFY(start.isStart());
    QCOMPARE(start.intent.id, 3);
    QCOMPARE(start.intent.roomId, 4714);
    QCOMPARE(start.intent.pushUserId, u"pusher-4"_s);
    QVERIFY(start.lastSentAt.isValid());
    const Core::OpenIntent &stop = open.value().at(1);
    QVERIFY(!stop.isStart());
    QCOMPARE(stop.intent.id, 4);
    QCOMPARE(stop.intent.task.taskId.toString(), u"vanished-task"_s);

    Storage::HistoryStore history(records.directory());
    Answer<QList<Core::HistoryEntry>> page;
    history.page({}, &context, page.callback());
    AWAIT_VALUE(page);
    QHash<qint64, QString> outcomes;
    for (const Core::HistoryEntry &entry : page.value()) {
        outcomes.insert(entry.eventId, entry.outcome);
    }
    const QHash<qint64, QString> expected{{3, u"stopped"_s},  {8, u"started"_s}, {12, u"unknown"_s},
                                          {15, u"unknown"_s}, {18, u"failed"_s}, {20, u"ok"_s}};
    for (auto each = expected.cbegin(); each != expected.cend(); ++each) {
        QCOMPARE(outcomes.value(each.key()), each.value());
    }
    Answer<Core::ExchangeTexts> texts;
    history.exchange(8, &context, texts.callback());
    AWAIT_VALUE(texts);
    QCOMPARE(texts.value().request, uR"({"SdkAppId":1400000001,"RoomId":4711})"_s);
    QCOMPARE(texts.value().answer, uR"({"Response":{"TaskId":"old-task","RequestId":"r-3"}})"_s);
}

void TestUpgrade::verifyRecordsOfTheRelease(const TestSupport::ConsoleHome &home)
{
    Storage::Database records(QFileInfo(database(home)).path());
    QObject context;
    Answer<void> opened;
    records.open(&context, opened.callback());
    AWAIT_VALUE(opened);
    verifyTasksOfTheRelease(records);
    verifyGuardOfTheRelease(records);
    verifyJournalOfTheRelease(records);
}

void TestUpgrade::verifyVersion(const QString &fileName)
{
    const auto connection = Storage::Connection::open(fileName);
    QVERIFY(connection);
    QCOMPARE((*connection)->value(u"PRAGMA user_version"_s).value_or(QVariant()).toInt(),
             Storage::schemaVersion);
}

void TestUpgrade::oldProfileKeepsEverything() const
{
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    makeProfile(home, u"settings.ini"_s, u"version1.sql"_s);
    verifySettings(settings(home));
    verifyRecords(home);
    openAndCloseTheWindow(home);
    verifySettings(settings(home));
    verifyRecords(home);
    verifyVersion(database(home));
}

//! Version 0.1.0, with something in every table and in every setting.
void TestUpgrade::profileOfTheReleaseKeepsEverything() const
{
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    makeProfile(home, u"settings-0.1.0.ini"_s, u"version7.sql"_s);
    verifySettingsOfTheRelease(settings(home));
    openAndCloseTheWindow(home);
    verifySettingsOfTheRelease(settings(home));
    verifyRecordsOfTheRelease(home);
    verifyVersion(database(home));
}

CONSOLE_TEST(TestUpgrade, QCoreApplication)
#include "tst_upgrade.moc"
