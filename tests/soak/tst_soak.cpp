// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/memoryslotledger.h"
#include "config/settings.h"
#include "gui/mainwindow.h"
#include "gui/taskpage.h"
#include "service/applicationquery.h"
#include "service/callbackservice.h"
#include "service/connectiontest.h"
#include "service/explorerservice.h"
#include "service/guard.h"
#include "service/history.h"
#include "service/retention.h"
#include "service/services.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "storage/guardstore.h"
#include "storage/historystore.h"
#include "support/fakeprompt.h"
#include "support/simulatednetwork.h"
#include "support/virtualprogram.h"
#include "support/virtualtime.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUuid>

#include <malloc.h>

#include <array>
#include <limits>

#if defined(CONSOLE_SANITIZED)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sdkAppId = 1400000001;
constexpr qint64 minuteMs = 60'000;

[[nodiscard]] double heapBytes()
{
#if defined(CONSOLE_SANITIZED)
    return static_cast<double>(__sanitizer_get_current_allocated_bytes());
#else
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
#endif
}

[[nodiscard]] qint64 entriesOf(const QString &directory)
{
    return QDir(directory).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

//! What must not grow.
struct Quantity
{
    const char *name;
    double margin; //!< by which the last quarter's mean may be above the second's
    double most; //!< that any sample may be
};

constexpr double noLimit = std::numeric_limits<double>::max();
constexpr std::array quantities{
    Quantity{"heap, MB", 0.8, noLimit},
    Quantity{"open files", 1, noLimit},
    Quantity{"timers", 2, noLimit},
    Quantity{"objects", 20, noLimit}, // below the window and the services
    Quantity{"tracked tasks", 20, noLimit},
    Quantity{"log lines", 0, 5000},
    Quantity{"write-ahead log, MB", 0.5, 8},
    Quantity{"journal, bytes a request", 100, 2000}, // it grows, but with what was done alone
};
using Sample = std::array<double, quantities.size()>;

[[nodiscard]] Sample meanOf(const QList<Sample> &samples)
{
    Sample mean{};
    for (const Sample &sample : samples) {
        for (std::size_t i = 0; i < sample.size(); ++i) {
            mean[i] += sample[i] / static_cast<double>(samples.size());
        }
    }
    return mean;
}

} // namespace

//! Two hours of work with the real window, in virtual time: the automatic refresh, tasks that come and end,
//! refreshes and bulk stops by hand, a guard's rule, pages turned, the journal forgetting. What the program
//! holds stays what it was.
class TestSoak : public QObject
{
    Q_OBJECT
public:
    explicit TestSoak(TestSupport::VirtualTime &time)
        : m_time(time)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void twoHours();
    void cleanupTestCase();

private:
    struct Desk;

    void workAMinute(int minute);
    void bulkStop();
    void turnPages();
    [[nodiscard]] Sample sample();

    TestSupport::VirtualTime &m_time;
    QTemporaryDir m_directory;
    std::unique_ptr<Desk> m_desk;
    int m_born = 0;
};

//! The program as a whole, on a simulator without sockets.
struct TestSoak::Desk
{
    Desk(TestSupport::VirtualTime &time, const QString &directory)
        : clock(time)
        , simulator(Simulator::Settings::withoutTasks(), clock)
        , network(simulator, time, clock)
        , program(directory, time, clock, network, ledger, 1)
        , settings(program.store)
        , sync(program.accounts, program.dispatcher, program.book)
        , connectionTest(program.dispatcher)
        , historyStore(directory)
        , history(program.journal, historyStore)
        , callbacks(program.accounts, program.dispatcher)
        , watch(program.accounts, sync, program.book, program.stops, settings, program.log, clock)
        , applicationQuery(program.dispatcher)
        , retention(program.journal, clock)
        , guardStore(program.database)
        , guard(guardStore, program.accounts, program.book, sync, program.stops, settings, program.log, clock)
        , explorer(program.accounts, program.dispatcher, program.stops, program.starts, program.log, clock)
    {
    }
    [[nodiscard]] Service::Services services()
    {
        return {settings,
                program.accounts,
                program.book,
                program.stops,
                sync,
                program.recovery,
                connectionTest,
                history,
                program.dispatcher,
                program.log,
                clock,
                program.starts,
                callbacks,
                watch,
                applicationQuery,
                retention,
                guard,
                explorer};
    }

    TestSupport::VirtualClock clock;
    Simulator::Endpoint simulator;
    TestSupport::SimulatedNetwork network;
    Api::MemorySlotLedger ledger;
    TestSupport::VirtualProgram program;
    Config::Settings settings;
    Service::TaskSync sync;
    Service::ConnectionTest connectionTest;
    Storage::HistoryStore historyStore;
    Service::History history;
    Service::CallbackService callbacks;
    Service::TaskWatch watch;
    Service::ApplicationQuery applicationQuery;
    Service::Retention retention;
    Storage::GuardStore guardStore;
    Service::Guard guard;
    Service::ExplorerService explorer;
    Support::FakePrompt prompt;
    std::unique_ptr<Gui::MainWindow> window;
};

void TestSoak::initTestCase()
{
    m_desk = std::make_unique<Desk>(m_time, m_directory.path());
    QVERIFY(m_desk->program.disk);
    m_time.beforeTimePasses([this] {
        QThreadPool *const pool = QThreadPool::globalInstance();
        const bool wasBusy = pool->activeThreadCount() > 0;
        pool->waitForDone();
        return m_desk->program.disk->settle() || wasBusy;
    });
    const Simulator::Account simulated = Simulator::Settings::withoutTasks().accounts.constFirst();
    Core::Account account;
    account.id = account.name = u"soak"_s;
    account.secretId = simulated.secretId;
    account.endpoint = {QUrl(u"http://127.0.0.1:1"_s), u"ap-singapore"_s, Core::Edition::International};
    account.sdkAppIds = {Core::SdkAppId{sdkAppId}};
    m_desk->program.accounts.addTransient(
        account, {simulated.secretId, Core::SecretText::fromUtf8(simulated.secretKey), {}});
    // A log that has been filled: bounded from here on.
    for (qsizetype i = 0; i < m_desk->program.log.capacity(); ++i) {
        Core::LogEntry entry;
        entry.topic = Core::LogTopic::Request;
        entry.accountId = entry.accountName = account.name;
        entry.action = u"DescribeWhiteboardPush"_s;
        entry.taskId = u"soak%1"_s.arg(i);
        entry.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_desk->program.log.append(entry);
    }
    m_desk->window = std::make_unique<Gui::MainWindow>(m_desk->services(), m_desk->prompt);
    m_desk->window->show();
    m_desk->program.book.load();
    m_desk->guard.load();
    m_desk->program.disk->expectAnswer();
    m_desk->watch.start();
    m_desk->watch.setSeen(true);
    m_time.pass(1000);
    QVERIFY(m_desk->program.book.isLoaded() && m_desk->guard.isLoaded());
    Core::GuardRule rule;
    rule.kind = Core::GuardKind::StopAfter;
    rule.minutes = 25;
    m_desk->guard.setRules({rule});
}

void TestSoak::bulkStop()
{
    QList<Core::TaskKey> keys;
    const QList<Core::PushTask> tasks = m_desk->program.book.tasks();
    for (const Core::PushTask &task : tasks) {
        if (task.isRunning() && keys.size() < 20) {
            keys.append(task.key);
        }
    }
    m_desk->window->findChild<QAction *>(u"tasksPageAction"_s)->trigger();
    m_desk->window->findChild<Gui::TaskPage *>()->select(keys);
    m_desk->prompt.accept();
    m_desk->window->findChild<QAction *>(u"stopAction"_s)->trigger();
}

void TestSoak::turnPages()
{
    for (const QString &name : {u"historyPageAction"_s, u"timelinePageAction"_s, u"tasksPageAction"_s}) {
        m_desk->window->findChild<QAction *>(name)->trigger();
        m_time.pass(500);
        QGuiApplication::sync(); // the window system's events, which no dispatcher of ours brings
        std::ignore = m_desk->window->grab();
    }
}

void TestSoak::workAMinute(int minute)
{
    const int births = minute == 1 ? 40 : 3;
    for (int i = 0; i < births; ++i) {
        Simulator::TaskSeed seed;
        seed.sdkAppId = sdkAppId;
        seed.taskId = u"soak%1"_s.arg(++m_born);
        seed.roomId = 1000 + m_born;
        seed.ageS = 0;
        seed.autoStopTimeoutS = m_born % 3 == 0 ? 600 : 0;
        QVERIFY(m_desk->simulator.service().addTask(seed));
    }
    // So many that the ring of exchanges is soon full.
    m_desk->sync.refresh(m_desk->program.book.byKey().keys().mid(0, 40));
    if (minute % 4 == 1) {
        bulkStop();
    }
    if (minute % 5 == 2) {
        turnPages();
    }
    if (minute % 10 == 3) { // the operator clears the table of what has ended
        QList<Core::TaskKey> ended;
        const QList<Core::PushTask> tasks = m_desk->program.book.tasks();
        for (const Core::PushTask &task : tasks) {
            if (task.status == Core::TaskStatus::Stopped) {
                ended.append(task.key);
            }
        }
        m_desk->program.book.remove(ended);
        // The simulator's own memory, which is not the program's.
        m_desk->simulator.service().forgetEnded(2 * minuteMs);
        m_desk->simulator.journal().clear();
        m_desk->network.forgetDepartures();
        m_desk->retention.start(30);
    }
    m_time.pass(minuteMs);
}

Sample TestSoak::sample()
{
    const auto isIdle = [this] { return !m_desk->program.isBusy(); };
    m_time.passUntil(isIdle, 2 * minuteMs);
    m_time.pass(1000);
    qsizetype objects = 0;
    for (const QObject *const root : std::initializer_list<const QObject *>{
             m_desk->window.get(), &m_desk->program.accounts, &m_desk->program.dispatcher,
             &m_desk->program.limiter, &m_desk->program.client, &m_desk->program.stops,
             &m_desk->program.starts, &m_desk->program.recovery, &m_desk->sync, &m_desk->watch,
             &m_desk->guard, &m_desk->network}) {
        objects += root->findChildren<QObject *>().size();
    }
    const auto size = [this](const QString &name) {
        return static_cast<double>(QFileInfo(m_directory.filePath(name)).size());
    };
    return {heapBytes() / 1e6,
            static_cast<double>(entriesOf(u"/proc/self/fd"_s)),
            static_cast<double>(m_time.timers()),
            static_cast<double>(objects),
            static_cast<double>(m_desk->program.book.size()),
            static_cast<double>(m_desk->program.log.entries().size()),
            size(u"console.sqlite-wal"_s) / 1e6,
            size(u"console.sqlite"_s) / static_cast<double>(m_desk->network.departed())};
}

//! The first quarter fills what is bounded; from the second on nothing may grow.
void TestSoak::twoHours()
{
    constexpr int quarters = 4;
    constexpr int minutes = 30; // of a quarter
    std::array<Sample, quarters> means;
    int minute = 0;
    for (Sample &mean : means) {
        QList<Sample> samples;
        for (int i = 0; i < minutes; ++i) {
            workAMinute(++minute);
            if (minute % 5 == 0) {
                samples.append(sample());
            }
        }
        mean = meanOf(samples);
        for (const Sample &each : std::as_const(samples)) {
            for (std::size_t i = 0; i < each.size(); ++i) {
                QVERIFY2(each.at(i) <= quantities.at(i).most, quantities.at(i).name);
            }
        }
    }
    qInfo("%lld requests, %d tasks in two hours; means of their quarters:", m_desk->network.departed(),
          m_born);
    QStringList grown;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        qInfo("%-24s %9.2f %9.2f %9.2f %9.2f", quantities.at(i).name, means[0].at(i), means[1].at(i),
              means[2].at(i), means[3].at(i));
        if (means[3].at(i) - means[1].at(i) > quantities.at(i).margin) {
            grown.append(QString::fromLatin1(quantities.at(i).name));
        }
    }
    QVERIFY2(grown.isEmpty(), qPrintable(u"these grew: "_s + grown.join(u"; "_s)));
    QVERIFY(m_desk->network.departed() > 3000);
    QVERIFY(m_desk->program.log.entries().back().id > 5000 + 3000);
}

void TestSoak::cleanupTestCase()
{
    m_desk->window.reset();
    m_desk.reset();
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    auto *const time = new TestSupport::VirtualTime; // the application's own from here on
    QCoreApplication::setEventDispatcher(time);
    const QApplication application(argc, argv);
    TestSoak test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_soak.moc"
