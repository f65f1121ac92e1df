// SPDX-License-Identifier: GPL-3.0-or-later
// What one Stop costs: the whole headless process, and the time from the click to the wire, journal
// committed.
#include "support/programs.h"
#include "support/testbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

[[nodiscard]] double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void print(QTextStream &out, const char *what, double milliseconds, const QString &beside)
{
    out << QString::fromLatin1(what).leftJustified(58)
        << QString::number(milliseconds, 'f', 1).rightJustified(8) << " ms   " << beside << Qt::endl;
}

[[nodiscard]] QString judged(double value, double target)
{
    return QString(u"target <= "_s + QString::number(target)
                   + (value <= target ? u" ms  met"_s : u" ms  MISSED"_s));
}

void headlessProcess(QTextStream &out)
{
    constexpr int runs = 21;
    TestSupport::SimulatorProcess simulator;
    if (!simulator.start({u"--tasks"_s, QString::number(runs + 1)})) {
        qFatal("the simulator does not start");
    }
    TestSupport::ConsoleHome home;
    home.setCredentials(simulator.secretId(), simulator.secretKey());
    std::vector<double> stops;
    std::vector<double> versions;
    for (int i = 1; i <= runs; ++i) {
        QStringList arguments{u"stop"_s,       u"--app"_s,
                              u"1400000001"_s, u"--no-wait"_s,
                              u"--json"_s,     QString(u"1400000001t%1"_s).arg(i, 9, 10, QLatin1Char('0'))};
        arguments += TestSupport::reaching(simulator);
        int exitCode = -1;
        stops.push_back(millisecondsOf([&] { exitCode = home.run(arguments).exitCode; }));
        if (exitCode != 0) {
            qFatal("a Stop was not accepted");
        }
        versions.push_back(millisecondsOf([&] { std::ignore = home.run({u"--version"_s}); }));
    }
    const double stop = median(stops);
    print(out, "whole headless process, one Stop accepted (--no-wait)", stop, judged(stop, 60));
    print(out, "  the same program saying only its version, this run", median(versions), u"reference"_s);
    print(out, "  tccli, quoted, another run", 749, QString(u"%1 times"_s).arg(749 / stop, 0, 'f', 1));
}

void clickToWire(QTextStream &out)
{
    constexpr int stops = 30;
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.tasks = Simulator::pushingTasks(1400000001, stops);
    Simulator::Server server(settings);
    if (!server.start()) {
        qFatal("the simulator does not start");
    }
    QTemporaryDir directory;
    TestSupport::TestBench bench(directory.path(), server.address());
    if (!bench.open()) {
        qFatal("no database");
    }
    std::vector<double> delays;
    for (int i = 1; i <= stops; ++i) {
        QSignalSpy idle(&bench.stops, &Service::StopService::idle);
        const qint64 clickedAt = QDateTime::currentMSecsSinceEpoch();
        bench.stops.stop({bench.key(Simulator::seededTaskId(1400000001, i))}, {false, 1000});
        // An event loop as the program's own: QTest's other ways of waiting sleep in between.
        if (!idle.wait(5000)) {
            qFatal("a Stop does not end");
        }
        delays.push_back(
            static_cast<double>(server.journal().last().arrivalTime.toMSecsSinceEpoch() - clickedAt));
        QTest::qWait(60); // a quiet console again
    }
    const double typical = median(delays);
    print(out, "click to the request at the server, journal committed", typical, judged(typical, 16));
    print(out, "  the slowest of 30", *std::ranges::max_element(delays), QString());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    headlessProcess(out);
    clickToWire(out);
    return 0;
}
