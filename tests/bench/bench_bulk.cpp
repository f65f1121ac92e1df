// SPDX-License-Identifier: GPL-3.0-or-later
// Many stops at the allowed rate, with the real window shown: 1,000 tasks in ten applications of one account,
// and a smaller number while another client eats half of the account's quota. The simulator answers after 100
// ms and keeps the limit of 20 requests a second. Beside it the same tasks are stopped by a script of the
// vendor's Node SDK, if INTEROP_SDK names the directory where it is (`./dev bench` fetches it).
#include "api/taskapi.h"
#include "gui/mainwindow.h"
#include "support/fakeprompt.h"
#include "support/testbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstApp = 1400000001;
constexpr int applications = 10;
constexpr auto othersTask = "of-another-client"_L1;

//! What this thread has worked, not what it has waited.
[[nodiscard]] double threadMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

//! The longest time in which the event loop did not come round, and the most that it worked meanwhile: on a
//! busy machine the first has waits for a processor in it.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double gapMs = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
            m_since.start();
            const double worked = threadMs();
            m_mostWorkMs = std::max(m_mostWorkMs, worked - std::exchange(m_worked, worked));
            m_over += gapMs > limitMs ? 1 : 0;
            if (gapMs > m_longestMs) {
                m_longestMs = gapMs;
                m_longestAtS = static_cast<double>(m_all.nsecsElapsed()) / 1e9;
            }
        });
    }
    void start()
    {
        m_longestMs = 0;
        m_mostWorkMs = 0;
        m_worked = threadMs();
        m_all.start();
        m_since.start();
        m_timer.start(1);
    }
    [[nodiscard]] double longestMs() const { return m_longestMs; }
    [[nodiscard]] double longestAtS() const { return m_longestAtS; }
    [[nodiscard]] double mostWorkMs() const { return m_mostWorkMs; }
    [[nodiscard]] int over() const { return m_over; } //!< gaps above the limit
    static constexpr double limitMs = 16;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_all;
    double m_longestMs = 0;
    double m_longestAtS = 0;
    double m_worked = 0;
    double m_mostWorkMs = 0;
    int m_over = 0;
};

struct Figures
{
    int stopped = 0;
    int failed = 0; //!< any other outcome
    int requests = 0;
    int throttled = 0;
    int lists = 0;
    int describes = 0;
    double sendingS = 0; //!< from the first Stop's arrival to the last one's
    double longestGapMs = 0;
    double longestGapAtS = 0; //!< since the stops were asked for
    int gapsOver = 0;
    double askingMs = 0; //!< work of the call that asks for all of them
    double mostWorkMs = 0; //!< between two rounds of the event loop
};

[[nodiscard]] Simulator::Settings simulated(int tasksPerApplication)
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    settings.latencyMs = 100;
    settings.applications.clear();
    settings.accounts.first().sdkAppIds.clear();
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        settings.applications.append({app, u"bench"_s, {}});
        settings.accounts.first().sdkAppIds.append(app);
        settings.tasks += Simulator::pushingTasks(app, tasksPerApplication);
    }
    return settings;
}

[[nodiscard]] Figures count(const QList<Simulator::JournalEntry> &journal)
{
    Figures figures;
    qint64 first = -1;
    qint64 last = -1;
    for (const Simulator::JournalEntry &entry : journal) {
        if (entry.taskId == othersTask) {
            continue;
        }
        ++figures.requests;
        figures.throttled += entry.errorCode.startsWith("RequestLimitExceeded"_L1) ? 1 : 0;
        figures.lists += entry.action == "DescribeWhiteboardPushSearch"_L1 ? 1 : 0;
        figures.describes += entry.action == "DescribeWhiteboardPush"_L1 ? 1 : 0;
        if (entry.action == "StopWhiteboardPush"_L1) {
            first = first < 0 ? entry.arrivalMs : first;
            last = entry.arrivalMs;
        }
    }
    figures.sendingS = static_cast<double>(last - first) / 1000;
    return figures;
}

//! What became of the same tasks with the vendor's SDK, as the simulator tells.
struct PeerFigures
{
    int stopped = 0;
    int throttled = 0;
    double sendingS = 0; //!< from the first Stop's arrival to the last one's
};

//! `way`: "loop" for one call after the other, "together" for all at once. Nothing if the script fails.
[[nodiscard]] std::optional<PeerFigures> stopWithSdk(const QString &way, int tasksPerApplication)
{
    Simulator::Server server(simulated(tasksPerApplication));
    if (!server.start()) {
        qFatal("the simulator does not start");
    }
    QByteArray tasks;
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        for (int i = 1; i <= tasksPerApplication; ++i) {
            tasks += QByteArray::number(app) + ' ' + Simulator::seededTaskId(app, i).toUtf8() + '\n';
        }
    }
    const Core::Credential &made = server.address().credential;
    QProcess script;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SIMULATED_KEY"_s, QString::fromUtf8(made.secretKey.bytes()));
    script.setProcessEnvironment(environment);
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(u"node"_s, {QStringLiteral(SDK_SCRIPT), way, server.url().toString(), made.secretId});
    script.write(tasks);
    script.closeWriteChannel();
    if (!script.waitForFinished(300'000) || script.exitCode() != 0) {
        return std::nullopt;
    }
    QTest::qWait(simulated(0).stopDelayMs + 500); // what was accepted has stopped then
    PeerFigures figures;
    const Figures counted = count(server.journal());
    figures.throttled = counted.throttled;
    figures.sendingS = counted.sendingS;
    const QJsonArray after = server.tasks();
    figures.stopped = static_cast<int>(std::ranges::count_if(
        after, [](const QJsonValue &task) { return task["status"_L1] == "STOPPED"_L1; }));
    return figures;
}

[[nodiscard]] Figures stopAll(int tasksPerApplication, bool hasRival)
{
    Simulator::Settings settings = simulated(tasksPerApplication);
    Simulator::TaskSeed others;
    others.sdkAppId = firstApp;
    others.taskId = othersTask;
    others.state = Simulator::SeedState::Stopped;
    settings.tasks.append(others);
    Simulator::Server server(settings);
    QTemporaryDir directory;
    if (!server.start()) {
        qFatal("the simulator does not start");
    }
    TestSupport::TestBench bench(directory.path(), server.address());
    if (!bench.open()) {
        qFatal("no database");
    }
    QList<Core::TaskKey> keys;
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        QStringList ids;
        for (int i = 1; i <= tasksPerApplication; ++i) {
            ids.append(Simulator::seededTaskId(app, i));
        }
        keys += bench.track(ids, app);
    }
    Support::FakePrompt prompt;
    Gui::MainWindow window(bench.services(), prompt);
    window.show();
    QTest::qWait(1000);

    // Ten a second, evenly, on a client that knows nothing of our limiter.
    Api::NetworkTransport rivalTransport(bench.settings.network(), bench.clock);
    Api::ApiClient rival(rivalTransport, bench.clock);
    const Core::Account account = TestSupport::accountFor(server.address(), u"rival"_s);
    const Core::TaskId rivalTask = Core::TaskId::parse(QString(othersTask)).value();
    QTimer rivalTimer;
    rivalTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&rivalTimer, &QTimer::timeout, &window, [&] {
        rival.send(Api::makeStop(Core::SdkAppId{firstApp}, rivalTask), account.endpoint,
                   server.address().credential, &rivalTimer);
    });
    if (hasRival) {
        rivalTimer.start(100);
        QTest::qWait(2000);
    }
    server.clearJournal();

    Heartbeat heartbeat;
    int stopped = 0;
    int failed = 0;
    QObject::connect(&bench.stops, &Service::StopService::settled, &window,
                     [&](const Service::StopResult &result) {
                         ++(result.outcome == Core::StopOutcome::Stopped ? stopped : failed);
                     });
    QSignalSpy idle(&bench.stops, &Service::StopService::idle);
    heartbeat.start();
    const double before = threadMs();
    bench.stops.stop(keys);
    const double askingMs = threadMs() - before;
    if (!idle.wait(300'000)) {
        qFatal("the stops do not end");
    }
    Figures figures = count(server.journal());
    figures.stopped = stopped;
    figures.failed = failed;
    figures.longestGapMs = heartbeat.longestMs();
    figures.longestGapAtS = heartbeat.longestAtS();
    figures.gapsOver = heartbeat.over();
    figures.askingMs = askingMs;
    figures.mostWorkMs = heartbeat.mostWorkMs();
    return figures;
}

void print(QTextStream &out, const char *what, double value, const char *unit,
           std::optional<double> target = {})
{
    out << QString::fromLatin1(what).leftJustified(58) << QString::number(value, 'f', 2).rightJustified(9)
        << ' ' << unit;
    if (target) {
        out << "   target <= " << *target << (value <= *target ? "  met" : "  MISSED");
    }
    out << Qt::endl;
}

//! The other ways to do the same work: the vendor's Node SDK measured here, the others as they were measured
//! elsewhere.
void printPeers(QTextStream &out, int tasksPerApplication)
{
    if (qEnvironmentVariableIsEmpty("INTEROP_SDK")) {
        out << "the vendor's Node SDK is not installed here, not measured" << Qt::endl;
    } else {
        for (const QString &way : {u"loop"_s, u"together"_s}) {
            out << "the same with the vendor's Node SDK, "
                << (way == "loop"_L1 ? "one call after the other" : "all at once") << Qt::endl;
            const std::optional<PeerFigures> peer = stopWithSdk(way, tasksPerApplication);
            if (!peer) {
                out << "  failed" << Qt::endl;
                continue;
            }
            print(out, "  not stopped", tasksPerApplication * applications - peer->stopped, "tasks");
            print(out, "  throttled", peer->throttled, "requests");
            print(out, "  sending, first to last Stop", peer->sendingS, "s");
        }
    }
    out << "quoted: 200 stops of one account, 20 a second allowed, 2 cores, loopback\n"
           "  one after the other, latency 0:     C++ SDK 20 stopped, Python SDK 20, Node SDK 40\n"
           "  one after the other, latency 50 ms: C++ SDK 200 in 10.19 s, Python SDK 10.46 s, Node SDK 10.48 "
           "s\n"
           "  all at once:                        C++ SDK 20 stopped, Node SDK 20\n"
           "  tccli: one process each, about 1.3 stops a second"
        << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QTextStream out(stdout);
    constexpr int perApplication = 100;
    constexpr int all = perApplication * applications;
    const Figures alone = stopAll(perApplication, false);
    out << "1,000 tasks in ten applications of one account, window shown" << Qt::endl;
    print(out, "  not confirmed as stopped", all - alone.stopped, "tasks", 0);
    print(out, "  throttled", alone.throttled, "requests", 0);
    print(out, "  sending, first to last Stop", alone.sendingS, "s");
    print(out, "  sending / (999 / 20 s)", alone.sendingS / ((all - 1) / 20.0), "", 1.03);
    print(out, "  longest gap of the event loop", alone.longestGapMs, "ms", Heartbeat::limitMs);
    print(out, "    it ended after", alone.longestGapAtS, "s");
    print(out, "    gaps above 16 ms", alone.gapsOver, "");
    print(out, "    most work between two rounds of the event loop", alone.mostWorkMs, "ms",
          Heartbeat::limitMs);
    print(out, "    work of the call that asks for all", alone.askingMs, "ms");
    print(out, "  lists asked", alone.lists, "requests");
    print(out, "  tasks described", alone.describes, "requests");

    printPeers(out, perApplication);

    constexpr int sharedPerApplication = 30;
    const Figures shared = stopAll(sharedPerApplication, true);
    out << "300 tasks while another client sends 10 Stops a second" << Qt::endl;
    print(out, "  not confirmed as stopped", sharedPerApplication * applications - shared.stopped, "tasks",
          0);
    print(out, "  throttled, of all requests", 100.0 * shared.throttled / std::max(1, shared.requests), "%",
          5);
    print(out, "  sending, first to last Stop", shared.sendingS, "s");
    return 0;
}
