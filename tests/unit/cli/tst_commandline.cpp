// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/moment.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] QStringList asArguments(const QString &line)
{
    return QStringList{u"whiteboard-push-console"_s} + line.split(u' ', Qt::SkipEmptyParts);
}

[[nodiscard]] QStringList textsOf(const QList<Core::TaskId> &ids)
{
    QStringList texts;
    for (const Core::TaskId &id : ids) {
        texts.append(id.toString());
    }
    return texts;
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNotUnderstood_data();
    void refusesWhatIsNotUnderstood();
    void neverRepeatsAMistakenSecret();
    void findsTheVerb_data();
    void findsTheVerb();
    void readsAStop();
    void readsHowLongTheyRun_data();
    void readsHowLongTheyRun();
    void readsTheCommonOptions();
    void readsWhereToGo();
    void readsHistory();
    void readsMoments_data();
    void readsMoments();
    void readsTheDemo();
    void takesEachTaskIdOnce();
    void acceptsTaskIdsOfAnyKind_data();
    void acceptsTaskIdsOfAnyKind();
    void wantsHelpAndVersion_data();
    void wantsHelpAndVersion();
    void helpNamesTheOptionsOfItsCommand_data();
    void helpNamesTheOptionsOfItsCommand();
    void leavesQtOptionsOut_data();
    void leavesQtOptionsOut();
};

void TestCommandLine::refusesWhatIsNotUnderstood_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QString &line) { QTest::newRow(name) << line; };
    row("unknown command", u"halt --app 1 x"_s);
    row("unknown option", u"stop --app 1 --now x"_s);
    row("window with argument", u"task1"_s);
    row("option of a command without one", u"--app 1"_s);
    row("two links", u"tiwpush:a?app=1 tiwpush:b?app=1"_s);
    row("a link and the demo", u"--demo tiwpush:a?app=1"_s);
    row("a link and stop all", u"--stop-all-running tiwpush:a?app=1"_s);
    row("the demo and stop all", u"--stop-all-running --demo"_s);
    row("stop all in a command", u"list --tracked --stop-all-running"_s);
    row("a link with an option of a command", u"--json tiwpush:a?app=1"_s);
    row("stop without app", u"stop x"_s);
    row("stop without ids", u"stop --app 1"_s);
    row("stop, app without value", u"stop x --app"_s);
    row("stop, app is a word", u"stop --app seven x"_s);
    row("stop, app is zero", u"stop --app 0 x"_s);
    row("stop, app is negative", u"stop --app=-5 x"_s);
    row("stop, app beyond JSON's integers", u"stop --app 9007199254740993 x"_s);
    row("stop, app twice", u"stop --app 1 --app 2 x"_s);
    row("stop, from twice standard input", u"stop --app 1 --from - --from -"_s);
    row("stop, no-wait with timeout", u"stop --app 1 --no-wait --timeout 3 x"_s);
    row("stop, tracked", u"stop --app 1 --tracked x"_s);
    row("stop, limit", u"stop --app 1 --limit 3 x"_s);
    row("stop, task", u"stop --app 1 --task x"_s);
    row("stop, id too long", QString(u"stop --app 1 "_s + QString(129, u'x')));
    row("show without id", u"show --app 1"_s);
    row("show with two ids", u"show --app 1 a b"_s);
    row("show with the same id twice", u"show --app 1 a a"_s);
    row("show without app", u"show a"_s);
    row("show, no-wait", u"show --app 1 --no-wait a"_s);
    row("show, from", u"show --app 1 --from f a"_s);
    row("stop, all running and an id", u"stop --app 1 --all-running x"_s);
    row("stop, all running and a file", u"stop --app 1 --all-running --from -"_s);
    row("stop, yes without all running", u"stop --app 1 --yes x"_s);
    row("stop, older without all running", u"stop --app 1 --older-than 3h x"_s);
    row("stop, older without unit", u"stop --app 1 --all-running --older-than 3"_s);
    row("stop, older of nothing", u"stop --app 1 --all-running --older-than 0h"_s);
    row("stop, older of half an hour", u"stop --app 1 --all-running --older-than 0.5h"_s);
    row("stop, older than the hills", u"stop --app 1 --all-running --older-than 99999d"_s);
    row("show, running", u"show --app 1 --running a"_s);
    row("watch without app", u"watch"_s);
    row("watch with id", u"watch --app 1 a"_s);
    row("watch, interval is zero", u"watch --app 1 --interval 0"_s);
    row("watch, interval is a word", u"watch --app 1 --interval often"_s);
    row("list without app", u"list"_s);
    row("list with id", u"list --app 1 a"_s);
    row("history with id", u"history a"_s);
    row("history, misspelt outcome", u"history --outcome stopt"_s);
    row("history, empty outcome", u"history --outcome="_s);
    row("history, since is no time", u"history --since yesterday"_s);
    row("history, until is no day", u"history --until 2026-02-30"_s);
    row("list, since", u"list --app 1 --since 3h"_s);
    row("history, limit is a word", u"history --limit many"_s);
    row("history, limit is negative", u"history --limit=-1"_s);
    row("recover with id", u"recover a"_s);
    row("recover, app", u"recover --app 1"_s);
    row("profile and endpoint", u"show --app 1 a --profile p --endpoint https://h --region r"_s);
    row("profile and region", u"show --app 1 a --profile p --region r"_s);
    row("profile and edition", u"show --app 1 a --profile p --edition intl"_s);
    row("profile without value", u"show --app 1 a --profile="_s);
    row("edition unknown", u"show --app 1 a --edition lunar"_s);
    row("endpoint in plain text", u"show --app 1 a --endpoint http://tiw.example --region r"_s);
    row("endpoint with a path", u"show --app 1 a --endpoint https://h/x --region r"_s);
    row("endpoint with a user", u"show --app 1 a --endpoint https://u:p@h --region r"_s);
    row("region with blanks inside", u"show --app 1 a --endpoint https://h --region a_b"_s);
    row("timeout is a word", u"stop --app 1 a --timeout soon"_s);
    row("timeout is zero", u"stop --app 1 a --timeout 0"_s);
    row("timeout is negative", u"stop --app 1 a --timeout=-1"_s);
    row("timeout is no number", u"stop --app 1 a --timeout nan"_s);
    row("timeout is endless", u"stop --app 1 a --timeout inf"_s);
    row("timeout of more than a day", u"stop --app 1 a --timeout 86401"_s);
    row("demo with a command", u"stop --app 1 a --demo"_s);
    row("picture without demo", u"--headless-picture f.png"_s);
    row("json without a command", u"--json"_s);
    row("secret as an argument", u"stop --app 1 a --secret-key k"_s);
}

void TestCommandLine::refusesWhatIsNotUnderstood()
{
    QFETCH(const QString, line);
    const auto command = Cli::parseCommandLine(asArguments(line));
    QVERIFY(!command);
    QCOMPARE(command.error().kind, Core::ErrorKind::InvalidInput);
    QVERIFY(!command.error().detail.isEmpty());
}

void TestCommandLine::neverRepeatsAMistakenSecret()
{
    for (const QString &line :
         {u"stop --app 1 a --secret-key=hushhush"_s, u"stop --app 1 a --token=hushhush"_s}) {
        const auto command = Cli::parseCommandLine(asArguments(line));
        QVERIFY(!command);
        QVERIFY2(!command.error().detail.contains("hushhush"_L1), qPrintable(command.error().detail));
    }
}

void TestCommandLine::findsTheVerb_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Cli::Verb>("verb");
    QTest::newRow("none") << QString() << Cli::Verb::Window;
    QTest::newRow("stop all running") << u"--stop-all-running"_s << Cli::Verb::Window;
    QTest::newRow("link") << u"tiwpush:a?app=1"_s << Cli::Verb::Window;
    QTest::newRow("wrong link, for the window to tell") << u"TIWPUSH:a"_s << Cli::Verb::Window;
    QTest::newRow("stop") << u"stop --app 1 a"_s << Cli::Verb::Stop;
    QTest::newRow("show") << u"show --app 1 a"_s << Cli::Verb::Show;
    QTest::newRow("list") << u"list --app 1"_s << Cli::Verb::List;
    QTest::newRow("list tracked") << u"list --tracked"_s << Cli::Verb::List;
    QTest::newRow("history") << u"history"_s << Cli::Verb::History;
    QTest::newRow("watch") << u"watch --app 1"_s << Cli::Verb::Watch;
    QTest::newRow("recover") << u"recover"_s << Cli::Verb::Recover;
    QTest::newRow("options first") << u"--json --app 1 --profile stop show a"_s << Cli::Verb::Show;
    QTest::newRow("recover at an endpoint")
        << u"recover --endpoint http://127.0.0.1:8080 --region ap-singapore"_s << Cli::Verb::Recover;
}

void TestCommandLine::findsTheVerb()
{
    QFETCH(const QString, line);
    QFETCH(const Cli::Verb, verb);
    const auto command = Cli::parseCommandLine(asArguments(line));
    QVERIFY2(command, command ? "" : qPrintable(command.error().detail));
    QCOMPARE(command->verb, verb);
}

void TestCommandLine::readsAStop()
{
    const auto command =
        Cli::parseCommandLine(asArguments(u"stop --app 1400000001 b a --from f --from - --no-wait"_s));
    QVERIFY(command);
    QCOMPARE(command->sdkAppId.value, 1400000001);
    QCOMPARE(textsOf(command->taskIds), (QStringList{u"b"_s, u"a"_s}));
    QCOMPARE(command->taskIdFiles, (QStringList{u"f"_s, u"-"_s}));
    QVERIFY(!command->waitsForConfirmation);
    QVERIFY(!command->isJson);
    QVERIFY(!command->deadlineMs);
}

void TestCommandLine::readsHowLongTheyRun_data()
{
    QTest::addColumn<QString>("age");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << u"90s"_s << qint64(90);
    QTest::newRow("minutes") << u"90m"_s << qint64(5400);
    QTest::newRow("hours") << u"3h"_s << qint64(10'800);
    QTest::newRow("days") << u"2d"_s << qint64(172'800);
}

void TestCommandLine::readsHowLongTheyRun()
{
    QFETCH(const QString, age);
    const auto command =
        Cli::parseCommandLine(asArguments(u"stop --app 1 --all-running --older-than "_s + age));
    QVERIFY(command);
    QVERIFY(command->isAllRunning);
    QVERIFY(!command->isAnsweredYes);
    QTEST(command->olderThanS, "seconds");
}

void TestCommandLine::readsTheCommonOptions()
{
    const auto command = Cli::parseCommandLine(
        asArguments(u"stop --app 1 a --json --timeout 2.5 --ca-file ca.pem --profile school"_s));
    QVERIFY(command);
    QVERIFY(command->isJson);
    QVERIFY(command->waitsForConfirmation);
    QCOMPARE(command->deadlineMs, std::optional(2500));
    QCOMPARE(command->caFile, u"ca.pem"_s);
    QCOMPARE(command->account, (Cli::AccountWish{u"school"_s, {}, {}, {}}));
}

void TestCommandLine::readsWhereToGo()
{
    const auto command = Cli::parseCommandLine(asArguments(
        u"list --app 1 --endpoint https://tiw.tencentcloudapi.com --region ap-guangzhou --edition mainland"_s));
    QVERIFY(command);
    QCOMPARE(command->account,
             (Cli::AccountWish{
                 {}, u"https://tiw.tencentcloudapi.com"_s, u"ap-guangzhou"_s, Core::Edition::Mainland}));
}

void TestCommandLine::readsHistory()
{
    const auto command = Cli::parseCommandLine(asArguments(u"history --task t1 --profile env --limit 0"_s));
    QVERIFY(command);
    QCOMPARE(textsOf(command->taskIds), QStringList{u"t1"_s});
    QCOMPARE(command->account.profile, u"env"_s);
    QCOMPARE(command->historyLimit, 0);
    QCOMPARE(Cli::parseCommandLine(asArguments(u"history"_s))->historyLimit, 1000);
    QCOMPARE(Cli::parseCommandLine(asArguments(u"history --json"_s))->historyLimit, 0);
    QCOMPARE(Cli::parseCommandLine(asArguments(u"history --json --limit 7"_s))->historyLimit, 7);
    const auto filtered = Cli::parseCommandLine(asArguments(
        u"history --app 7 --since 2026-03-01T08:30:00Z --until 2026-03-02T00:00:00+02:00 --action "
        "StopWhiteboardPush --outcome failed --search abcd"_s));
    QVERIFY(filtered);
    QCOMPARE(filtered->sdkAppId, Core::SdkAppId{7});
    QCOMPARE(filtered->historySince, QDateTime(QDate(2026, 3, 1), QTime(8, 30), Qt::UTC));
    QCOMPARE(filtered->historyUntil, QDateTime(QDate(2026, 3, 1), QTime(22, 0), Qt::UTC));
    QCOMPARE(filtered->historyAction, u"StopWhiteboardPush"_s);
    QCOMPARE(filtered->historyOutcome, u"failed"_s);
    QCOMPARE(filtered->historyText, u"abcd"_s);
}

void TestCommandLine::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment"); // invalid: it is none
    const QDateTime now(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);
    QTest::newRow("minutes") << u"90m"_s << now.addSecs(-5400);
    QTest::newRow("hours") << u"3h"_s << now.addSecs(-10'800);
    QTest::newRow("days") << u"2d"_s << now.addDays(-2);
    QTest::newRow("weeks") << u"1w"_s << now.addDays(-7);
    QTest::newRow("now") << u"0h"_s << now;
    QTest::newRow("a day here") << u"2026-03-01"_s
                                << QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::LocalTime).toUTC();
    QTest::newRow("a time here") << u"2026-03-01T08:30"_s
                                 << QDateTime(QDate(2026, 3, 1), QTime(8, 30), Qt::LocalTime).toUTC();
    for (const QString &text :
         {u""_s, u"h"_s, u"-3h"_s, u"3"_s, u"3y"_s, u"99999999999999999999h"_s, u"2026-13-01"_s})
        QTest::addRow("not \"%s\"", qPrintable(text)) << text << QDateTime();
}

void TestCommandLine::readsMoments()
{
    QFETCH(const QString, text);
    QFETCH(const QDateTime, moment);
    const auto read = Cli::momentOf(text, QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC));
    QCOMPARE(read.has_value(), moment.isValid());
    if (read)
        QCOMPARE(*read, moment);
}

void TestCommandLine::readsTheDemo()
{
    const auto window = Cli::parseCommandLine(asArguments(u"--demo"_s));
    QVERIFY(window);
    QVERIFY(window->isDemo);
    QVERIFY(window->pictureFile.isEmpty());
    const auto picture = Cli::parseCommandLine(asArguments(u"--demo --headless-picture build/demo.png"_s));
    QVERIFY(picture);
    QCOMPARE(picture->pictureFile, u"build/demo.png"_s);
}

void TestCommandLine::takesEachTaskIdOnce()
{
    const auto command = Cli::parseCommandLine(asArguments(u"stop --app 1 a b a c b"_s));
    QVERIFY(command);
    QCOMPARE(textsOf(command->taskIds), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestCommandLine::acceptsTaskIdsOfAnyKind_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("letters") << u"07b4c70bpafm1b4majmb"_s;
    QTest::newRow("one character") << u"x"_s;
    QTest::newRow("128 characters") << QString(128, u'x');
    QTest::newRow("a command's word") << u"stop"_s;
    QTest::newRow("punctuation") << u"a/b?c=d&e#f%20\"'{}"_s;
    QTest::newRow("chinese") << u"任务一"_s;
}

void TestCommandLine::acceptsTaskIdsOfAnyKind()
{
    QFETCH(const QString, id);
    const auto command = Cli::parseCommandLine({u"p"_s, u"stop"_s, u"--app"_s, u"1"_s, id});
    QVERIFY(command);
    QCOMPARE(textsOf(command->taskIds), QStringList{id});
    // An id that looks like an option comes after two dashes.
    const auto dashed =
        Cli::parseCommandLine({u"p"_s, u"stop"_s, u"--app"_s, u"1"_s, u"--"_s, QString(u'-' + id.first(1))});
    QVERIFY(dashed);
    QCOMPARE(textsOf(dashed->taskIds), QStringList{QString(u'-' + id.first(1))});
}

void TestCommandLine::wantsHelpAndVersion_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Cli::Verb>("verb");
    QTest::addColumn<bool>("wantsHelp");
    QTest::newRow("help") << u"--help"_s << Cli::Verb::Window << true;
    QTest::newRow("h") << u"-h"_s << Cli::Verb::Window << true;
    QTest::newRow("version") << u"--version"_s << Cli::Verb::Window << false;
    QTest::newRow("help of stop, otherwise incomplete") << u"stop --help"_s << Cli::Verb::Stop << true;
    QTest::newRow("help of history") << u"history -h"_s << Cli::Verb::History << true;
}

void TestCommandLine::wantsHelpAndVersion()
{
    QFETCH(const QString, line);
    QFETCH(const Cli::Verb, verb);
    QFETCH(const bool, wantsHelp);
    const auto command = Cli::parseCommandLine(asArguments(line));
    QVERIFY(command);
    QCOMPARE(command->verb, verb);
    QCOMPARE(command->wantsHelp, wantsHelp);
    QCOMPARE(command->wantsVersion, !wantsHelp);
}

void TestCommandLine::helpNamesTheOptionsOfItsCommand_data()
{
    QTest::addColumn<Cli::Verb>("verb");
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<QStringList>("notNamed");
    QTest::newRow("window") << Cli::Verb::Window << QStringList{u"--demo"_s, u"stop"_s,    u"show"_s,
                                                                u"list"_s,   u"history"_s, u"recover"_s}
                            << QStringList{u"--from"_s};
    QTest::newRow("stop") << Cli::Verb::Stop << QStringList{u"--app"_s,     u"--from"_s,
                                                            u"--no-wait"_s, u"--profile"_s,
                                                            u"--timeout"_s, u"--json"_s,
                                                            u"--ca-file"_s, u"TENCENTCLOUD_SECRET_ID"_s}
                          << QStringList{u"--tracked"_s, u"--task "_s, u"--demo"_s};
    QTest::newRow("list") << Cli::Verb::List << QStringList{u"--tracked"_s, u"--app"_s}
                          << QStringList{u"--no-wait"_s};
    QTest::newRow("history") << Cli::Verb::History << QStringList{u"--task "_s, u"--limit"_s}
                             << QStringList{u"--no-wait"_s};
}

void TestCommandLine::helpNamesTheOptionsOfItsCommand()
{
    QFETCH(const Cli::Verb, verb);
    QFETCH(const QStringList, named);
    QFETCH(const QStringList, notNamed);
    const QString text = Cli::helpText(verb);
    for (const QString &word : named) {
        QVERIFY2(text.contains(word), qPrintable(word));
    }
    for (const QString &word : notNamed) {
        QVERIFY2(!text.contains(word), qPrintable(word));
    }
}

void TestCommandLine::leavesQtOptionsOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("left");
    QTest::newRow("nothing to leave out") << u"--demo"_s << u"--demo"_s;
    QTest::newRow("value apart") << u"-platform offscreen --demo"_s << u"--demo"_s;
    QTest::newRow("value with =") << u"--demo --style=Fusion"_s << u"--demo"_s;
    QTest::newRow("switch") << u"-reverse --demo"_s << u"--demo"_s;
    QTest::newRow("value missing") << u"--demo -platform"_s << u"--demo"_s;
    QTest::newRow("begins alike") << u"--platformer"_s << u"--platformer"_s;
}

void TestCommandLine::leavesQtOptionsOut()
{
    QFETCH(const QString, line);
    QFETCH(const QString, left);
    QCOMPARE(Cli::withoutQtArguments(asArguments(line)), asArguments(left));
}

CONSOLE_TEST(TestCommandLine, QCoreApplication)
#include "tst_commandline.moc"
