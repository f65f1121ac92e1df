// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accounts.h"
#include "config/settings.h"
#include "storage/connection.h"
#include "storage/schema.h"
#include "support/programs.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

//! What the first release left (settings, tasks, journal), with the program of now.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldProfileKeepsEverything() const;

private:
    [[nodiscard]] static QString database(const TestSupport::ConsoleHome &home);
    [[nodiscard]] static QString settings(const TestSupport::ConsoleHome &home);
    static void makeProfile(const TestSupport::ConsoleHome &home);
    static void openAndCloseTheWindow(const TestSupport::ConsoleHome &home);
    static void verifySettings(const QString &fileName);
    static void verifyRecords(const TestSupport::ConsoleHome &home);
};

QString TestUpgrade::database(const TestSupport::ConsoleHome &home)
{
    return home.path() + u"/data/whiteboard-push-console/console.sqlite"_s;
}

QString TestUpgrade::settings(const TestSupport::ConsoleHome &home)
{
    return home.path() + u"/config/whiteboard-push-console/settings.ini"_s;
}

void TestUpgrade::makeProfile(const TestSupport::ConsoleHome &home)
{
    for (const QString &file : {database(home), settings(home)}) {
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    }
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/profile/settings.ini"), settings(home)));
    QVERIFY(QFile::setPermissions(settings(home), QFile::ReadOwner | QFile::WriteOwner));
    const auto connection = Storage::Connection::open(database(home));
    QVERIFY(connection);
    QFile fixture(QStringLiteral(TEST_DATA_DIR "/storage/version1.sql"));
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
    QSettings store(fileName, QSettings::IniFormat);
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

void TestUpgrade::oldProfileKeepsEverything() const
{
    TestSupport::ConsoleHome home;
    home.setPlatform(u"offscreen"_s);
    makeProfile(home);
    verifySettings(settings(home));
    verifyRecords(home);
    openAndCloseTheWindow(home);
    verifySettings(settings(home));
    verifyRecords(home);

    const auto connection = Storage::Connection::open(database(home));
    QVERIFY(connection);
    QCOMPARE((*connection)->value(u"PRAGMA user_version"_s).value_or(QVariant()).toInt(),
             Storage::schemaVersion);
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
