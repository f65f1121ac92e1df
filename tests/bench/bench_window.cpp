// SPDX-License-Identifier: GPL-3.0-or-later
// From exec to the first window on the screen: the console with 10,000 tracked tasks beside a bare skeleton,
// in turn. Needs a display with a window manager and xprop; ./dev bench brings them.
#include "config/accounts.h"
#include "config/settingsstore.h"
#include "storage/database.h"
#include "storage/registry.h"
#include "support/programs.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int taskCount = 10'000;
constexpr int runs = 15;

[[nodiscard]] double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

//! The account that the tasks belong to; its id.
[[nodiscard]] QString addAccount(const QString &home)
{
    Config::SettingsStore settings(QString(home + "/config/whiteboard-push-console/settings.ini"_L1));
    Config::AccountStore accounts(settings);
    Core::Account account;
    account.name = u"Bench"_s;
    account.secretId = u"AKIDbenchbenchbench"_s;
    account.endpoint = {QUrl(u"http://127.0.0.1:9"_s), u"ap-singapore"_s, Core::Edition::International};
    const auto added = accounts.add(account);
    if (!added) {
        qFatal("no account");
    }
    return added->id;
}

void trackTasks(const QString &directory, const QString &accountId)
{
    Storage::Database database(directory);
    Storage::TaskRegistry registry(database);
    QList<Core::PushTask> tasks;
    for (int i = 0; i < taskCount; ++i) {
        Core::PushTask task;
        task.key = {accountId, Core::SdkAppId{1400000001},
                    Core::TaskId::parse(QString(u"tracked%1"_s).arg(i, 6, 10, QLatin1Char('0'))).value()};
        task.status = i % 3 == 0 ? Core::TaskStatus::Stopped : Core::TaskStatus::Pushing;
        task.roomId = 100 + i;
        task.startTime = task.addedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + i, Qt::UTC);
        tasks.append(task);
    }
    bool isSaved = false;
    QObject context;
    database.open(&context, [](const Core::Result<void> &opened) {
        if (!opened) {
            qFatal("no database");
        }
    });
    registry.save(tasks, &context,
                  [&isSaved](const Core::Result<void> &saved) { isSaved = saved.has_value(); });
    if (!QTest::qWaitFor([&isSaved] { return isSaved; }, 30'000)) {
        qFatal("the tasks were not saved");
    }
}

//! Milliseconds until the window manager lists a window that was not there; -1 if none came in 10 s.
[[nodiscard]] double startOf(const QString &program, const QProcessEnvironment &environment)
{
    QProcess watcher; // says a line whenever the list of windows changes, and the present one at once
    watcher.start(u"xprop"_s, {u"-root"_s, u"-spy"_s, u"_NET_CLIENT_LIST"_s});
    watcher.waitForReadyRead(5000);
    watcher.readAll();
    QProcess console;
    console.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    console.start(program, {});
    const bool hasCome = watcher.waitForReadyRead(10'000);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    console.kill();
    console.waitForFinished(5000);
    watcher.waitForReadyRead(1000); // the window went
    watcher.kill();
    watcher.waitForFinished(5000);
    return hasCome ? milliseconds : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        QTextStream(stderr) << "bench_window: needs a display\n";
        return 1;
    }
    const TestSupport::ConsoleHome home;
    std::ignore = home.run({u"history"_s, u"--json"_s}); // makes the database where this user's belongs
    QDirIterator found(home.path(), {u"console.sqlite"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!found.hasNext()) {
        QTextStream(stderr) << "bench_window: the console made no database\n";
        return 1;
    }
    trackTasks(QFileInfo(found.next()).absolutePath(), addAccount(home.path()));
    QProcessEnvironment environment = home.environment();
    environment.insert(u"DISPLAY"_s, qEnvironmentVariable("DISPLAY"));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);

    std::vector<double> ours;
    std::vector<double> skeletons;
    const QString skeleton = QString(QCoreApplication::applicationDirPath() + "/skeleton"_L1);
    for (int i = 0; i < runs; ++i) {
        skeletons.push_back(startOf(skeleton, environment));
        ours.push_back(startOf(QStringLiteral(CONSOLE_EXECUTABLE), environment));
    }
    if (*std::ranges::min_element(ours) < 0 || *std::ranges::min_element(skeletons) < 0) {
        QTextStream(stderr) << "bench_window: a window did not come\n";
        return 1;
    }
    const double ratio = median(ours) / median(skeletons);
    QTextStream out(stdout);
    out << "exec to first window, 10,000 tracked tasks (median of 15)  "
        << QString::number(median(ours), 'f', 1)
        << " ms\n  a bare skeleton, this run                                "
        << QString::number(median(skeletons), 'f', 1)
        << " ms\n  ratio                                                    "
        << QString::number(ratio, 'f', 2) << "   target <= 1.25  " << (ratio <= 1.25 ? "met" : "MISSED")
        << '\n';
    return 0;
}
