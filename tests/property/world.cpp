// SPDX-License-Identifier: GPL-3.0-or-later
#include "property/world.h"

#include "storage/journalrows.h"
#include "support/virtualprogram.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace Property {

namespace {

constexpr qint64 firstApp = 1400000001; // a's, international
constexpr qint64 secondApp = 1400000002; // b's, mainland, with a temporary token
constexpr int graceMs = 1500;

[[nodiscard]] Simulator::TaskSeed seedOf(qint64 app, const QString &taskId, qint64 room)
{
    Simulator::TaskSeed seed;
    seed.sdkAppId = app;
    seed.taskId = taskId;
    seed.roomId = room;
    return seed;
}

//! a0 to a7 and b0 to b6 run; the eights end by error, a9 is not there, b9 has stopped.
[[nodiscard]] Simulator::Settings simulated()
{
    Simulator::Settings settings = Simulator::Settings::withoutTasks();
    Simulator::Account temporary = settings.accounts.constFirst();
    temporary.secretId = u"AKIDsimulator0000000000000000000temp"_s;
    temporary.token = "token";
    settings.accounts.append(temporary);
    for (int i = 0; i < 10; ++i) {
        Simulator::TaskSeed a = seedOf(firstApp, QString(u'a' + QString::number(i)), 100 + i);
        Simulator::TaskSeed b = seedOf(secondApp, QString(u'b' + QString::number(i)), 200 + i);
        a.failsWhenStopped = b.failsWhenStopped = i == 8;
        b.state = i == 9 ? Simulator::SeedState::Stopped
            : i == 7     ? Simulator::SeedState::Prepared
                         : Simulator::SeedState::Pushing;
        if (i < 9) {
            settings.tasks.append(a);
        }
        settings.tasks.append(b);
    }
    return settings;
}

[[nodiscard]] Core::Account accountOf(const QString &id)
{
    const bool isFirst = id == "a"_L1;
    Core::Account account;
    account.id = account.name = id;
    account.secretId = simulated().accounts.at(isFirst ? 0 : 1).secretId;
    account.endpoint = {QUrl(u"http://127.0.0.1:1"_s), u"ap-singapore"_s,
                        isFirst ? Core::Edition::International : Core::Edition::Mainland};
    account.sdkAppIds = {Core::SdkAppId{isFirst ? firstApp : secondApp}};
    account.hasToken = !isFirst;
    return account;
}

[[nodiscard]] QString placeForRuns()
{
    const QString inMemory = u"/dev/shm"_s;
    return QString((QFileInfo(inMemory).isWritable() ? inMemory : QDir::tempPath()) + u"/property-XXXXXX"_s);
}

} // namespace

World::World(TestSupport::VirtualTime &time, const QString &emptyDatabase, const Script &script)
    : m_time(time)
    , m_script(script)
    , m_startedAt(time.now())
    , m_directory(placeForRuns())
    , m_clock(time)
    , m_serviceClock(time)
    , m_service(simulated(), m_serviceClock)
    , m_network(m_service, m_time, m_clock)
    , m_truth(m_network, m_service)
{
    QFile::copy(emptyDatabase, m_directory.filePath(u"console.sqlite"_s));
}

World::~World() = default;

QString World::makeDatabase(TestSupport::VirtualTime &time, const QString &directory)
{
    std::optional<bool> isOpen;
    Storage::Database database(directory);
    database.open(&database, [&isOpen](const Core::Result<void> &opened) { isOpen = opened.has_value(); });
    while (!isOpen) {
        time.awaitPosted();
    }
    return *isOpen ? QDir(directory).filePath(u"console.sqlite"_s) : QString();
}

Report World::run()
{
    setToken();
    m_tokensKnown = m_tokens;
    startProgram();
    for (const Step &step : m_script.steps) {
        if (m_truth.violation().isEmpty()) {
            apply(step);
        }
    }
    if (m_truth.violation().isEmpty()) {
        finishWell();
    }
    endProgram();
    m_time.pass(0);
    return {m_truth.violation(), m_network.departures().size(), m_programs, m_time.now() - m_startedAt};
}

Core::TaskKey World::keyOf(const QString &name) const
{
    const bool isFirst = name.startsWith(u'a');
    return {name.first(1), Core::SdkAppId{isFirst ? firstApp : secondApp}, Core::TaskId::parse(name).value()};
}

void World::apply(const Step &step)
{
    switch (step.op) {
    case Op::Wait:
        m_time.pass(step.a);
        return;
    case Op::Stop:
        stopTasks(step);
        return;
    case Op::Start:
        startTask(step);
        return;
    case Op::Cancel:
        m_program->stops.cancelUnsent();
        return;
    case Op::Recover:
        m_program->disk->expectAnswer();
        m_program->recovery.start();
        return;
    case Op::Quit:
        quit(step.a != 0);
        startProgram();
        return;
    case Op::PowerCut:
        m_program->disk->loseQueued();
        [[fallthrough]];
    case Op::Crash:
        endProgram();
        startProgram();
        return;
    case Op::Fault:
        if (const auto rule = Simulator::FaultRule::parse(step.text)) {
            m_service.faults().add(*rule);
        } else {
            m_truth.object(QString(u"the script has no such fault: "_s + step.text));
        }
        return;
    case Op::Line:
        m_network.failNext(static_cast<TestSupport::SimulatedNetwork::LineFault>(step.a),
                           static_cast<int>(step.b));
        return;
    case Op::Delays:
        m_network.setDelays(step.a, step.b);
        return;
    case Op::Stall:
        m_time.pass(0);
        m_time.stall(step.a);
        return;
    case Op::DiskStall:
        m_program->disk->stall();
        return;
    case Op::DiskGoesOn:
        m_program->disk->resume();
        return;
    case Op::DiskBreaks:
    case Op::DiskMended:
        m_program->disk->setBroken(step.op == Op::DiskBreaks);
        return;
    case Op::TokenExpires:
        setToken();
        return;
    case Op::TokenRenewed:
        m_tokensKnown = m_tokens;
        m_program->accounts.addTransient(accountOf(u"b"_s),
                                         {accountOf(u"b"_s).secretId,
                                          Core::SecretText::fromUtf8(simulated().accounts.at(1).secretKey),
                                          Core::SecretText::fromString(u"token-%1"_s.arg(m_tokensKnown))});
        return;
    case Op::ClockJumps:
        m_time.pass(0);
        m_clock.jump(step.a * 1000);
        return;
    case Op::ServiceSkew:
        m_service.service().setClockSkew(static_cast<int>(step.a));
        return;
    }
}

void World::setToken()
{
    m_network.setToken("token-" + QByteArray::number(++m_tokens));
}

//! No two wishes are of the same moment: by that they are told apart in the journal.
void World::letAMomentPass()
{
    m_time.pass(0);
    m_time.stall(1);
}

void World::stopTasks(const Step &step)
{
    letAMomentPass();
    Service::StopOptions options;
    options.waitsForConfirmation = step.a > 0;
    options.confirmDeadlineMs = static_cast<int>(step.a);
    options.waitsForNewToken = step.b != 0;
    QList<Core::TaskKey> keys;
    const QStringList names = step.text.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const Core::TaskKey key = keyOf(name);
        if (!m_program->stops.isStopping(key) && !keys.contains(key)) {
            m_truth.wishStop(key, m_clock.nowUtc());
        }
        keys.append(key);
    }
    m_program->stops.stop(keys, options);
}

void World::startTask(const Step &step)
{
    letAMomentPass();
    const Core::Account account = accountOf(step.text);
    Core::PushStart start;
    start.sdkAppId = account.sdkAppIds.constFirst();
    start.roomId = step.a;
    start.pushUserId = u"user-%1"_s.arg(step.a);
    start.pushUserSig = Core::SecretText::fromString(u"signature"_s);
    start.userDefinedRecordId = u"wish-%1"_s.arg(++m_starts);
    const qint64 startId = m_program->starts.start(account.id, start, {8000});
    if (startId != 0) {
        m_truth.wishStart(startId, start.userDefinedRecordId, start.roomId, m_clock.nowUtc());
    }
}

void World::startProgram()
{
    ++m_programs;
    m_truth.beginRun();
    m_program = std::make_unique<TestSupport::VirtualProgram>(
        m_directory.path(), m_time, m_clock, m_network, m_ledger,
        m_script.seed + static_cast<quint32>(m_programs));
    if (!m_program->disk) {
        m_truth.object(u"the database did not open"_s);
        return;
    }
    QObject::connect(&m_program->stops, &Service::StopService::settled, &m_truth,
                     qOverload<const Service::StopResult &>(&Truth::settled));
    QObject::connect(&m_program->starts, &Service::StartService::settled, &m_truth,
                     qOverload<const Service::StartResult &>(&Truth::settled));
    QObject::connect(&m_program->recovery, &Service::Recovery::settled, &m_truth, &Truth::found);
    for (const QString &id : {u"a"_s, u"b"_s}) {
        const Core::Account account = accountOf(id);
        const bool isFirst = id == "a"_L1;
        m_program->accounts.addTransient(
            account,
            {account.secretId, Core::SecretText::fromUtf8(simulated().accounts.at(isFirst ? 0 : 1).secretKey),
             isFirst ? Core::SecretText() : Core::SecretText::fromString(u"token-%1"_s.arg(m_tokensKnown))});
    }
    if (m_programs == 1) {
        trackTasks();
    }
    m_program->book.load();
    m_program->disk->expectAnswer();
    m_program->recovery.start();
    readJournal();
}

void World::trackTasks()
{
    QList<Core::PushTask> tracked;
    for (int i = 0; i < 10; ++i) {
        for (const QChar account : {u'a', u'b'}) {
            Core::PushTask task;
            task.key = keyOf(QString(account + QString::number(i)));
            task.addedAt = m_clock.nowUtc();
            tracked.append(task);
        }
    }
    m_program->book.add(tracked);
}

void World::endProgram()
{
    m_program.reset();
}

//! As the window closes: nothing leaves any more, and after a moment nothing is under way.
void World::quit(bool asksForMore)
{
    TestSupport::VirtualProgram &program = *m_program;
    program.disk->resume();
    program.recovery.cancel();
    program.stops.finish(graceMs);
    program.starts.finish(graceMs);
    m_truth.quit();
    if (asksForMore) {
        stopTasks({Op::Stop, 5000, 1, u"a0,b0"_s});
        startTask({Op::Start, 3, 0, u"a"_s});
    }
    m_time.passUntil([&program] { return !program.isBusy(); }, graceMs + 2000);
    m_truth.expect(!program.isBusy(), u"still under way after quitting"_s);
    m_truth.expectAllSettled();
    m_time.pass(10'000);
    m_truth.expect(m_network.jobsAlive() == 0, u"still on the wire after quitting"_s);
    m_truth.expect(m_time.timers() == 0,
                   QString(u"timers after quitting: "_s + QString::number(m_time.timers())));
    for (const QObject *const owner :
         std::initializer_list<const QObject *>{&program.stops, &program.starts, &program.recovery}) {
        for (const QObject *const child : owner->children()) {
            const bool isKept = qstrcmp(child->metaObject()->className(), "Service::ConfirmationRounds") == 0
                && child->children().isEmpty();
            m_truth.expect(isKept,
                           QString(u"left over after quitting: "_s
                                   + QString::fromLatin1(child->metaObject()->className())));
        }
    }
    endProgram();
}

//! Everything works again. Whatever is under way comes to its end, and one more start finds out the rest.
void World::finishWell()
{
    constexpr qint64 longEnoughMs = 600'000;
    m_service.faults().clear();
    m_network.repairLine();
    m_program->disk->resume();
    apply({Op::DiskMended});
    apply({Op::TokenRenewed});
    const auto isIdle = [this] { return !m_program->isBusy(); };
    m_time.passUntil(isIdle, longEnoughMs);
    m_truth.expect(isIdle(), u"never idle, with everything in order"_s);
    quit(false);
    if (!m_truth.violation().isEmpty()) {
        return;
    }
    startProgram();
    m_time.passUntil(isIdle, longEnoughMs);
    m_truth.expect(isIdle(), u"the recovery never ends, with everything in order"_s);
    readJournal();
    m_truth.judge(m_journal);
    quit(false);
}

//! Also sees that nothing in it was changed since it was last read.
void World::readJournal()
{
    QStringList rows;
    m_journal.clear();
    m_program->disk->run([&rows, this](Storage::Connection &connection) {
        QHash<qint64, qsizetype> places;
        std::ignore = connection.rows(
            QString(u"SELECT "_s + Storage::intentColumns() + u" FROM intent i ORDER BY i.id"_s), {},
            [this, &places](const QSqlQuery &query) {
                Storage::RowReader row(query);
                const Core::Intent intent = Storage::readIntent(row);
                places.insert(intent.id, m_journal.size());
                m_journal.append({intent, {}});
            });
        std::ignore = connection.rows(
            QString(u"SELECT "_s + Storage::eventColumns()
                    + u", e.id FROM event e LEFT JOIN exchange x ON x.event_id = e.id ORDER BY e.id"_s),
            {}, [this, &places, &rows](const QSqlQuery &query) {
                Storage::RowReader row(query);
                const Core::JournalEvent event = Storage::readEvent(row);
                m_journal[places.value(event.intentId)].events.append(event);
                QStringList cells;
                for (int i = 0; i < query.record().count(); ++i) {
                    cells.append(query.value(i).toString());
                }
                rows.append(cells.join(u'|'));
            });
    });
    m_truth.expect(rows.first(std::min(rows.size(), m_rows.size())) == m_rows,
                   u"the journal was changed after it was written"_s);
    m_rows = rows;
}

} // namespace Property
