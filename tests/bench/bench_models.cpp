// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the item models cost, one figure a line, beside its target. Medians; build it as Release.
#include "models/logfiltermodel.h"
#include "models/modeltexts.h"
#include "models/taskfiltermodel.h"
#include "models/timelinemodel.h"
#include "support/sampletasks.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using Models::TaskFilter;
using Models::TaskFilterModel;
using Models::TaskTableModel;

namespace {

[[nodiscard]] double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

[[nodiscard]] double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

void print(const QString &what, double value, const QString &unit, double target)
{
    QTextStream out(stdout);
    out << what.leftJustified(58) << QString::number(value, 'f', 2).rightJustified(9) << ' ' << unit;
    if (target > 0) {
        out << "   target " << target << (value <= target ? " met" : " MISSED");
    }
    out << Qt::endl;
}

//! Everything about a table of `count` tasks.
void benchTasks(int count, double filterTarget)
{
    const QString rows = QString(u" ("_s + QString::number(count) + u" tasks)"_s);
    QList<Core::PushTask> tasks = Sample::tasks(count);
    TaskTableModel source(ModelTexts::ofTasks());
    TaskFilterModel model(source);
    model.sort(TaskTableModel::StartedColumn, Qt::DescendingOrder);
    print(u"populate"_s + rows, millisecondsOf([&] { source.setTasks(tasks); }), u"ms"_s, 0);
    print(u"first filter, search texts not made ahead"_s + rows,
          millisecondsOf([&] { model.setFilter({.text = u"class"_s}); }), u"ms"_s, 0);

    // Each text follows the one before as keys do, and at last everything comes back.
    std::vector<double> keys;
    double slowest = 0;
    for (int round = 0; round < 5; ++round) {
        for (const QString &text : {u"c"_s, u"cl"_s, u"class 1"_s, u"stopped"_s, u"1400000001 pushing"_s,
                                    u"7f"_s, u"zzzz"_s, QString()}) {
            keys.push_back(millisecondsOf([&] { model.setFilter({.text = text}); }));
            slowest = qMax(slowest, keys.back());
        }
    }
    print(u"filter, a key, median"_s + rows, median(keys), u"ms"_s, filterTarget);
    print(u"filter, a key, slowest"_s + rows, slowest, u"ms"_s, filterTarget);

    std::vector<double> refreshes;
    for (int round = 1; round <= 21; ++round) {
        for (int i = 0; i < 20; ++i) {
            tasks[(i * 499 + round) % count].exceptionCount = round;
        }
        refreshes.push_back(millisecondsOf([&] { source.setTasks(tasks); }));
    }
    print(u"refresh with 20 changed"_s + rows, median(refreshes), u"ms"_s, count > 10'000 ? 0 : 16);

    std::vector<double> ticks;
    QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    for (int round = 0; round < 11; ++round) {
        now = now.addSecs(1);
        ticks.push_back(millisecondsOf([&] { source.tick(now); }));
    }
    print(u"tick"_s + rows, median(ticks), u"ms"_s, 0);
    print(u"sort by text"_s + rows, millisecondsOf([&] { model.sort(TaskTableModel::TaskIdColumn); }),
          u"ms"_s, 0);
    print(u"sort by number"_s + rows, millisecondsOf([&] { model.sort(TaskTableModel::RoomColumn); }),
          u"ms"_s, 0);

    print(u"filter by kind"_s + rows,
          millisecondsOf([&] { model.setFilter({.kind = Models::TaskKind::Running}); }), u"ms"_s,
          filterTarget);
    model.setFilter({});
    print(u"group by application"_s + rows,
          millisecondsOf([&] { model.setGrouping(Models::TaskGrouping::Application); }), u"ms"_s, 0);
    model.setGrouping(Models::TaskGrouping::None);

    QList<Core::TaskKey> everySecond;
    for (int i = 0; i < qMin(count, 10'000); i += 2) {
        everySecond.append(tasks.at(i).key);
    }
    print(u"remove %1 scattered tasks"_s.arg(everySecond.size()) + rows,
          millisecondsOf([&] { source.remove(everySecond); }), u"ms"_s, 0);
}

//! What the timeline reads every second, and when one of the tasks ends.
void benchTimeline(int count)
{
    const QString rows = QString(u" ("_s + QString::number(count) + u" tasks)"_s);
    QList<Core::PushTask> tasks = Sample::tasks(count);
    QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    constexpr int week = 7 * 24 * 3600;
    Models::TimelineModel model({.duration = [](qint64 seconds) { return QString::number(seconds); },
                                 .sentence = [](const Models::TimelineBar &bar) { return bar.name; }});
    print(u"timeline, first fill"_s + rows, millisecondsOf([&] { model.setTasks(tasks, now, week); }),
          u"ms"_s, 16);
    std::vector<double> seconds;
    std::vector<double> ends;
    for (int round = 0; round < 11; ++round) {
        now = now.addSecs(1);
        seconds.push_back(millisecondsOf([&] { model.setTasks(tasks, now, week); }));
        Core::PushTask &ending = tasks[1 + 3 * round]; // one that is running
        ending.status = Core::TaskStatus::Stopped;
        ending.stopTime = now;
        ends.push_back(millisecondsOf([&] { model.setTasks(tasks, now, week); }));
    }
    print(u"timeline, a second later"_s + rows, median(seconds), u"ms"_s, 16);
    print(u"timeline, one task ended"_s + rows, median(ends), u"ms"_s, 16);
}

//! `count` lines in batches, the way requests settle, through model and filter.
void benchLog(int count, int batch)
{
    Core::LogStore store;
    Models::LogModel model(store, ModelTexts::ofLog());
    Models::LogFilterModel filter(model);
    filter.setText(u"accepted"_s);
    Core::LogEntry entry;
    entry.topic = Core::LogTopic::Request;
    entry.action = u"StopWhiteboardPush"_s;
    entry.accountName = u"School"_s;
    entry.requestId = u"eac6b301-a322-493a-8e36-83b295459397"_s;
    entry.latencyMs = 53;
    entry.attempt = 1;
    const double total = millisecondsOf([&] {
        for (int i = 0; i < count; ++i) {
            entry.taskId = QString::number(i);
            store.append(entry);
            if (i % batch == batch - 1) {
                QCoreApplication::processEvents();
            }
        }
    });
    print(u"log line, batches of %1, filtered by text"_s.arg(batch), total * 1000 / count, u"µs"_s, 80);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    benchTasks(10'000, 16);
    benchTasks(100'000, 25);
    benchTimeline(10'000);
    benchLog(100'000, 20);
    benchLog(20'000, 1);
    return 0;
}
