// SPDX-License-Identifier: GPL-3.0-or-later
// Many stops at the allowed rate, with the real window shown: 1,000 tasks in ten applications of one account,
// and a smaller number while another client eats half of the account's quota. The simulator answers after 100
// ms and keeps the limit of 20 requests a second. It is a process of its own and gives way to the window
// where processors are few: the service never runs on the operator's machine. Beside it the same tasks are
// stopped by a script of the vendor's Node SDK, if INTEROP_SDK names the directory where it is (`./dev bench`
// fetches it).
#include "api/taskapi.h"
#include "gui/mainwindow.h"
#include "support/fakeprompt.h"
#include "support/programs.h"
#include "support/testbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
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

//! What this thread has worked, not what it has waited.
[[nodiscard]] double threadMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

//! How long this thread could have worked and had no processor, as Linux tells; elsewhere 0.
[[nodiscard]] double processorWaitMs()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toDouble() / 1e6;
}

//! One time in which the event loop did not come round.
struct Gap
{
    double ms = 0;
    double workedMs = 0; //!< of it; the rest it waited, for a processor or for something else
    double processorWaitMs = 0;
    double atS = 0; //!< when it ended, since the heartbeat began

    [[nodiscard]] double ownMs() const { return ms - processorWaitMs; }
};

//! Tells how regularly the event loop comes round.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            Gap gap;
            gap.ms = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
            m_since.start();
            const double worked = threadMs();
            gap.workedMs = worked - std::exchange(m_worked, worked);
            const double waited = ::processorWaitMs();
            gap.processorWaitMs = waited - std::exchange(m_waited, waited);
            gap.atS = static_cast<double>(m_all.nsecsElapsed()) / 1e9;
            m_longest = std::max(m_longest, gap, [](const Gap &a, const Gap &b) { return a.ms < b.ms; });
            m_longestOwn =
                std::max(m_longestOwn, gap, [](const Gap &a, const Gap &b) { return a.ownMs() < b.ownMs(); });
            m_over += gap.ms > limitMs ? 1 : 0;
            m_overOwn += gap.ownMs() > limitMs ? 1 : 0;
        });
    }
    void start()
    {
        m_worked = threadMs();
        m_waited = ::processorWaitMs();
        m_all.start();
        m_since.start();
        m_timer.start(1);
    }
    void stop() { m_timer.stop(); }
    [[nodiscard]] const Gap &longest() const { return m_longest; }
    [[nodiscard]] const Gap &longestOwn() const
    {
        return m_longestOwn;
    } //!< without the waits for a processor
    [[nodiscard]] int over() const { return m_over; } //!< gaps above the limit
    [[nodiscard]] int overOwn() const { return m_overOwn; }
    static constexpr double limitMs = 16;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_all;
    Gap m_longest;
    Gap m_longestOwn;
    double m_worked = 0;
    double m_waited = 0;
    int m_over = 0;
    int m_overOwn = 0;
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
    Gap longestGap;
    Gap longestOwnGap;
    int gapsOver = 0;
    int ownGapsOver = 0;
    double askingMs = 0; //!< work of the call that asks for all of them
};

//! The id that the simulator gives the task; counted from 1.
[[nodiscard]] QString seededId(qint64 app, int number)
{
    return QString::number(app) + QString(u"t%1"_s).arg(number, 9, 10, QLatin1Char('0'));
}

[[nodiscard]] bool startSimulator(TestSupport::SimulatorProcess &simulator, int tasksPerApplication)
{
    QStringList apps;
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        apps.append(QString::number(app));
    }
    simulator.giveWay();
    return simulator.start({u"--apps"_s, apps.join(u','), u"--tasks"_s, QString::number(tasksPerApplication),
                            u"--latency"_s, u"100ms"_s});
}

[[nodiscard]] Simulator::ServerAddress addressOf(const TestSupport::SimulatorProcess &simulator)
{
    Simulator::ServerAddress address;
    address.url = simulator.url();
    address.credential.secretId = simulator.secretId();
    address.credential.secretKey = Core::SecretText::fromString(simulator.secretKey());
    return address;
}

//! What arrived from the first Stop on, but for those of `othersTask`.
[[nodiscard]] Figures count(const QJsonArray &journal, const QString &othersTask = {})
{
    Figures figures;
    double first = -1;
    double last = -1;
    for (const QJsonValue &entry : journal) {
        const QString action = entry["action"_L1].toString();
        const bool isStop = action == "StopWhiteboardPush"_L1;
        if (entry["taskId"_L1].toString() == othersTask || (first < 0 && !isStop)) {
            continue;
        }
        ++figures.requests;
        figures.throttled += entry["errorCode"_L1].toString().startsWith("RequestLimitExceeded"_L1) ? 1 : 0;
        figures.lists += action == "DescribeWhiteboardPushSearch"_L1 ? 1 : 0;
        figures.describes += action == "DescribeWhiteboardPush"_L1 ? 1 : 0;
        if (isStop) {
            last = entry["arrivalMs"_L1].toDouble();
            first = first < 0 ? last : first;
        }
    }
    figures.sendingS = (last - first) / 1000;
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
    TestSupport::SimulatorProcess simulator;
    if (!startSimulator(simulator, tasksPerApplication)) {
        qFatal("the simulator does not start");
    }
    QByteArray tasks;
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        for (int i = 1; i <= tasksPerApplication; ++i) {
            tasks += QByteArray::number(app) + ' ' + seededId(app, i).toUtf8() + '\n';
        }
    }
    QProcess script;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SIMULATED_KEY"_s, simulator.secretKey());
    script.setProcessEnvironment(environment);
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(u"node"_s,
                 {QStringLiteral(SDK_SCRIPT), way, simulator.url().toString(), simulator.secretId()});
    script.write(tasks);
    script.closeWriteChannel();
    if (!script.waitForFinished(300'000) || script.exitCode() != 0) {
        return std::nullopt;
    }
    QTest::qWait(2500); // the simulator's delay and some: what was accepted has stopped then
    PeerFigures figures;
    const Figures counted = count(simulator.journal());
    figures.throttled = counted.throttled;
    figures.sendingS = counted.sendingS;
    const QJsonArray after = simulator.tasks();
    figures.stopped = static_cast<int>(std::ranges::count_if(
        after, [](const QJsonValue &task) { return task["status"_L1] == "STOPPED"_L1; }));
    return figures;
}

[[nodiscard]] Figures stopAll(int tasksPerApplication, bool hasRival)
{
    TestSupport::SimulatorProcess simulator;
    QTemporaryDir directory;
    // One more than ours: another client's.
    if (!startSimulator(simulator, tasksPerApplication + 1)) {
        qFatal("the simulator does not start");
    }
    const Simulator::ServerAddress address = addressOf(simulator);
    const QString othersTask = seededId(firstApp, tasksPerApplication + 1);
    TestSupport::TestBench bench(directory.path(), address);
    if (!bench.open()) {
        qFatal("no database");
    }
    bench.book.load(); // as at every start
    QList<Core::TaskKey> keys;
    for (qint64 app = firstApp; app < firstApp + applications; ++app) {
        QStringList ids;
        for (int i = 1; i <= tasksPerApplication; ++i) {
            ids.append(seededId(app, i));
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
    const Core::Account account = TestSupport::accountFor(address, u"rival"_s);
    const Core::TaskId rivalTask = Core::TaskId::parse(othersTask).value();
    QTimer rivalTimer;
    rivalTimer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&rivalTimer, &QTimer::timeout, &window, [&] {
        rival.send(Api::makeStop(Core::SdkAppId{firstApp}, rivalTask), account.endpoint, address.credential,
                   &rivalTimer);
    });
    if (hasRival) {
        rivalTimer.start(100);
        QTest::qWait(2000);
    }

    Heartbeat heartbeat;
    int stopped = 0;
    int failed = 0;
    QObject::connect(&bench.stops, &Service::StopService::settled, &window,
                     [&](const Service::StopResult &result) {
                         ++(result.outcome == Core::StopOutcome::Stopped ? stopped : failed);
                     });
    QSignalSpy idle(&bench.stops, &Service::StopService::idle);
    // As the window does while the operator reads its question.
    bench.stops.prepare(keys);
    QTest::qWait(1000);
    heartbeat.start();
    const double before = threadMs();
    bench.stops.stop(keys);
    const double askingMs = threadMs() - before;
    if (!idle.wait(300'000)) {
        qFatal("the stops do not end");
    }
    heartbeat.stop();
    rivalTimer.stop();
    Figures figures = count(simulator.journal(), othersTask);
    figures.stopped = stopped;
    figures.failed = failed;
    figures.longestGap = heartbeat.longest();
    figures.longestOwnGap = heartbeat.longestOwn();
    figures.gapsOver = heartbeat.over();
    figures.ownGapsOver = heartbeat.overOwn();
    figures.askingMs = askingMs;
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

void printGap(QTextStream &out, const char *what, double value, const Gap &gap)
{
    print(out, what, value, "ms", Heartbeat::limitMs);
    out << QString(u"    it ended after %1 s: %2 ms of work, %3 ms of waiting for a processor\n"_s)
               .arg(gap.atS, 0, 'f', 2)
               .arg(gap.workedMs, 0, 'f', 1)
               .arg(gap.processorWaitMs, 0, 'f', 1);
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
    printGap(out, "  longest gap of the event loop", alone.longestGap.ms, alone.longestGap);
    print(out, "    gaps above 16 ms", alone.gapsOver, "");
    printGap(out, "  longest without its waits for a processor", alone.longestOwnGap.ownMs(),
             alone.longestOwnGap);
    print(out, "    gaps above 16 ms", alone.ownGapsOver, "");
    print(out, "  work of the call that asks for all", alone.askingMs, "ms");
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
