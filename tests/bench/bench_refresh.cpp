// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what one round of the automatic refresh costs the window's thread at 10,000 tracked tasks: the
// answer of a real simulator, parsed, compared, into the book, into the window's own table. Then what it
// costs to select many of them, as after an import or an undone removal. Build it as Release.
#include "gui/taskpage.h"
#include "models/tasktablemodel.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int taskCount = 10'000;
constexpr int changesARound = 20;
constexpr int rounds = 10;
constexpr double targetMs = 16;

//! What this thread has worked, not what it has waited.
[[nodiscard]] double threadMs()
{
    struct timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void print(const QString &what, double value, double target)
{
    QTextStream out(stdout);
    out << what.leftJustified(64) << QString::number(value, 'f', 2).rightJustified(9) << " ms";
    if (target > 0) {
        out << "   target " << target << (value <= target ? " met" : " MISSED");
    }
    out << Qt::endl;
}

//! Selected, and looked at as the window does afterwards.
void benchSelecting(const QString &what, Gui::TaskPage &page, const QList<Core::TaskKey> &tasks)
{
    page.select({});
    QCoreApplication::processEvents();
    const double before = threadMs();
    page.select(tasks);
    const qsizetype selected = page.selectedTasks().size();
    print(what, threadMs() - before, targetMs);
    QTextStream(stdout) << "  " << selected << " tasks selected" << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.requestsPerSecond = 0;
    settings.tasks = Simulator::pushingTasks(1400000001, taskCount);
    for (int i = 0; i < rounds * changesARound; ++i) {
        settings.tasks[(i * 71) % taskCount].autoStopTimeoutS = 4 + 2 * (i / changesARound);
    }
    Simulator::Server server(settings);
    const QTemporaryDir directory;
    if (!server.start()) {
        return 1;
    }
    TestSupport::TestBench bench(directory.path(), server.address(), {.firstMs = 1, .fastMs = 2000});
    if (!bench.open()) {
        return 1;
    }
    bench.book.load(); // as at every start
    Support::FakePrompt prompt;
    Gui::TaskPage page(bench.services(), prompt);
    page.resize(1100, 700);
    page.show();
    page.table()->sortByColumn(Models::TaskTableModel::StartedColumn, Qt::DescendingOrder);
    QSignalSpy looked(&bench.watch, &Service::TaskWatch::looked);
    const QSignalSpy resets(page.table()->model(), &QAbstractItemModel::modelReset);
    int changed = 0;
    QObject::connect(&bench.book, &Service::TaskBook::tasksChanged, &page,
                     [&changed](const QList<Core::PushTask> &tasks) { changed += int(tasks.size()); });

    // Beats as often as the event loop lets it.
    double worstGapMs = 0;
    QElapsedTimer sinceBeat;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, &page, [&worstGapMs, &sinceBeat] {
        worstGapMs = std::max(worstGapMs, static_cast<double>(sinceBeat.nsecsElapsed()) / 1e6);
        sinceBeat.start();
    });

    bench.watch.start();
    if (!QTest::qWaitFor([&looked] { return looked.size() == 1; }, 60'000)) {
        return 1;
    }
    QTest::qWait(1000); // the table prepares its search texts
    std::vector<double> worked;
    std::vector<double> gaps;
    for (int round = 0; round < rounds; ++round) {
        changed = 0;
        const bool isBeating = round % 2 == 0; // the beats are work too: half of the rounds go without
        const double before = threadMs();
        worstGapMs = 0;
        sinceBeat.start();
        if (isBeating) {
            heart.start(1);
        }
        const qsizetype wanted = looked.size() + 1;
        static_cast<void>(QTest::qWaitFor([&looked, wanted] { return looked.size() >= wanted; }, 60'000));
        QCoreApplication::processEvents();
        heart.stop();
        if (isBeating) {
            gaps.push_back(worstGapMs);
        } else {
            worked.push_back(threadMs() - before);
        }
        QTextStream(stdout) << "  round " << round + 1 << ": " << changed << " of " << bench.book.size()
                            << " tasks changed" << Qt::endl;
    }
    std::ranges::sort(worked);
    std::ranges::sort(gaps);
    print(u"a refresh of 10,000 tasks, worst gap of the event loop, median"_s, gaps.at(gaps.size() / 2),
          targetMs);
    print(u"a refresh of 10,000 tasks, worst gap of the event loop, worst"_s, gaps.back(), 0);
    print(u"all work of the window's thread from round to round, median"_s, worked.at(worked.size() / 2), 0);
    QTextStream(stdout) << "resets of the model: " << resets.size() << Qt::endl;

    const QList<Core::TaskKey> all = page.shownKeys();
    QList<Core::TaskKey> everySecond;
    for (qsizetype i = 0; i < all.size(); i += 2) {
        everySecond.append(all.at(i));
    }
    benchSelecting(u"all of 10,000 rows selected"_s, page, all);
    benchSelecting(u"every second of 10,000 rows selected"_s, page, everySecond);
    return 0;
}
