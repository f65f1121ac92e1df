// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stopservice.h"

#include "core/clock.h"
#include "core/logstore.h"
#include "service/accounts.h"
#include "service/confirmationrounds.h"
#include "service/dispatcher.h"
#include "service/stoprun.h"
#include "service/taskbook.h"
#include "storage/journal.h"

#include <QTimer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Service {

namespace {

//! Tasks that are marked, and runs that begin, in one turn of the event loop: a millisecond's or two.
constexpr qsizetype marksAtOnce = 100;
constexpr int runsAtOnce = 25;

[[nodiscard]] Core::LogEntry logEntry(Core::LogTopic topic, Core::LogLevel level, const Core::TaskKey &task)
{
    Core::LogEntry entry;
    entry.topic = topic;
    entry.level = level;
    entry.accountId = task.accountId;
    entry.action = QStringLiteral("StopWhiteboardPush");
    entry.sdkAppId = task.sdkAppId;
    entry.taskId = task.taskId.toString();
    return entry;
}

[[nodiscard]] Core::LogLevel levelOf(Core::StopOutcome outcome)
{
    switch (outcome) {
    case Core::StopOutcome::Stopped:
    case Core::StopOutcome::AlreadyStopped:
        return Core::LogLevel::Success;
    case Core::StopOutcome::Accepted:
        return Core::LogLevel::Info;
    case Core::StopOutcome::Unknown:
    case Core::StopOutcome::NotSent:
        return Core::LogLevel::Warning;
    case Core::StopOutcome::Failed:
        return Core::LogLevel::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

StopService::StopService(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal,
                         TaskBook &book, Core::LogStore &log, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_dispatcher(dispatcher)
    , m_journal(journal)
    , m_book(book)
    , m_log(log)
    , m_clock(clock)
    , m_rounds(new ConfirmationRounds(dispatcher, this))
{
    connect(&m_accounts, &Accounts::credentialChanged, this,
            [this](const QString &accountId) { resumeIfRenewed(accountId, [] {}); });
    connect(&m_accounts, &Accounts::accountsChanged, this, &StopService::dropRemovedAccounts);
}

StopService::~StopService() = default;

void StopService::prepare(const QList<Core::TaskKey> &tasks)
{
    QHash<QString, int> requests;
    for (const Core::TaskKey &task : tasks) {
        ++requests[task.accountId];
    }
    for (auto each = requests.cbegin(); each != requests.cend(); ++each) {
        if (const auto account = m_accounts.byId(each.key())) {
            m_dispatcher.prepare(Api::ActionKind::Stop, *account, each.value());
        }
    }
}

void StopService::stop(const QList<Core::TaskKey> &tasks, const StopOptions &options)
{
    prepare(tasks);
    const auto wish = std::make_shared<Wish>();
    wish->options = options;
    QSet<QString> accountIds;
    for (const Core::TaskKey &task : tasks) {
        if (!m_runs.contains(task)) {
            m_runs.insert(task, nullptr);
            wish->tasks.append(task);
            accountIds.insert(task.accountId);
        }
    }
    if (wish->tasks.isEmpty()) {
        return;
    }
    Q_EMIT asked(wish->tasks);
    // Taken now: a lock ends nothing that was asked for before it.
    for (const QString &accountId : std::as_const(accountIds)) {
        m_accounts.credential(accountId, this,
                              [this, wish, accountId](const Core::Result<Core::Credential> &credential) {
                                  wish->credentials.insert(accountId, credential);
                                  journal(*wish);
                              });
    }
    m_wishes.push_back(wish);
    if (m_wishes.size() == 1) {
        markSome();
    }
}

void StopService::markSome()
{
    const std::shared_ptr<Wish> wish = m_wishes.front();
    const QList<Core::TaskKey> some = wish->tasks.mid(wish->marked, marksAtOnce);
    wish->marked += some.size();
    for (const Core::TaskKey &task : some) {
        Q_EMIT progressed(StopProgress{task, Core::StopPhase::Requested, 0, Core::TaskStatus::Unknown});
    }
    m_book.change(some, [](Core::PushTask &tracked) { tracked.stopPhase = Core::StopPhase::Requested; });
    if (wish->marked == wish->tasks.size()) {
        journal(*wish);
        m_wishes.pop_front();
    }
    if (!m_wishes.empty()) {
        QTimer::singleShot(0, this, &StopService::markSome);
    }
}

void StopService::journal(Wish &wish)
{
    if (wish.marked < wish.tasks.size()) {
        return;
    }
    const QHash<QString, Core::Result<Core::Credential>> credentials = std::exchange(wish.credentials, {});
    for (auto each = credentials.cbegin(); each != credentials.cend(); ++each) {
        const QString &accountId = each.key();
        const Core::Result<Core::Credential> &credential = each.value();
        QList<Core::TaskKey> keys;
        std::ranges::copy_if(wish.tasks, std::back_inserter(keys),
                             [&accountId](const Core::TaskKey &task) { return task.accountId == accountId; });
        const std::optional<Core::Account> account = m_accounts.byId(accountId);
        if (credential && account) {
            begin(*account, *credential, keys, wish.options);
        } else {
            refuse(keys,
                   credential ? Core::Error::of(Core::ErrorKind::NoCredential, accountId)
                              : credential.error());
        }
    }
}

void StopService::begin(const Core::Account &account, const Core::Credential &credential,
                        const QList<Core::TaskKey> &tasks, const StopOptions &options)
{
    if (m_isFinishing || account.isReadOnly) {
        const Core::Error error = account.isReadOnly
            ? Core::Error::of(Core::ErrorKind::ReadOnlyAccount, account.name)
            : Core::Error::of(Core::ErrorKind::Canceled);
        refuse(tasks, error);
        return;
    }
    Core::Intent intent;
    intent.action = QStringLiteral("StopWhiteboardPush");
    intent.accountId = account.id;
    intent.profile = account.name;
    intent.secretId = credential.secretId;
    intent.endpoint = account.endpoint;
    intent.requestedAt = m_clock.nowUtc();
    QList<Core::Intent> intents;
    intents.reserve(tasks.size());
    for (const Core::TaskKey &task : tasks) {
        intent.task = task;
        intents.append(intent);
    }
    m_journal.openMany(
        intents, this,
        [this, tasks, intents, account, credential, options](const Core::Result<QList<qint64>> &ids) {
            if (!ids) {
                refuse(tasks, ids.error());
                return;
            }
            QList<Core::Intent> journaled = intents;
            for (qsizetype i = 0; i < journaled.size(); ++i) {
                journaled[i].id = ids->at(i);
            }
            m_journaled.push_back({journaled, account, credential, options});
            if (m_journaled.size() == 1) {
                startSome();
            }
        });
}

void StopService::startSome()
{
    for (int i = 0; i < runsAtOnce && !m_journaled.empty(); ++i) {
        Journaled &next = m_journaled.front();
        start(next.intents.takeFirst(), next.account, next.credential, next.options);
        if (next.intents.isEmpty()) {
            m_journaled.pop_front();
        }
    }
    if (!m_journaled.empty()) {
        QTimer::singleShot(0, this, &StopService::startSome);
    }
}

void StopService::start(const Core::Intent &intent, const Core::Account &account,
                        const Core::Credential &credential, const StopOptions &options)
{
    Core::LogEntry requested = logEntry(Core::LogTopic::StopRequested, Core::LogLevel::Info, intent.task);
    requested.accountName = account.name;
    m_log.append(requested);

    auto *const run =
        new StopRun(m_dispatcher, *m_rounds, m_journal, m_clock, intent, account, credential, options, this);
    m_runs.insert(intent.task, run);
    connect(run, &StopRun::progressed, this, [this](const StopProgress &progress) {
        if (progress.phase != Core::StopPhase::Settled) { // which its outcome says in the same breath
            m_book.change(progress.task,
                          [&progress](Core::PushTask &task) { task.stopPhase = progress.phase; });
        }
        Q_EMIT progressed(progress);
    });
    connect(run, &StopRun::taskAnswered, this,
            [this](const Core::PushTask &task) { m_book.applyAnswer({task}); });
    connect(run, &StopRun::repeating, this,
            [this, key = intent.task](int attempt, qint64 delayMs, const Core::Error &error) {
                Core::LogEntry entry = logEntry(Core::LogTopic::StopRetrying, Core::LogLevel::Warning, key);
                entry.attempt = attempt;
                entry.delayMs = delayMs;
                entry.error = error;
                entry.requestId = error.requestId;
                m_log.append(entry);
            });
    const auto onRefused =
        options.waitsForNewToken ? &StopService::onTokenRefused : &StopService::onTokenExpired;
    connect(run, &StopRun::tokenRefused, this, [this, run, onRefused](const Core::Error &error) {
        (this->*onRefused)(run->intent().task.accountId, run->credential(), error);
    });
    connect(run, &StopRun::settled, this, [this, run](const StopResult &result) {
        run->deleteLater();
        onSettled(result);
    });
    if (m_refused.contains(account.id)) {
        run->hold();
        resumeIfRenewed(account.id, [] {});
    } else {
        run->start();
    }
    if (const auto expired = m_expired.constFind(account.id);
        expired != m_expired.cend() && expired->credential == credential) {
        run->callOff(expired->error);
    }
    if (m_calledOff.remove(intent.task)) {
        run->cancelUnsent();
    }
}

bool StopService::hasAnyOf(const QString &accountId) const
{
    return std::any_of(m_runs.keyBegin(), m_runs.keyEnd(),
                       [&accountId](const Core::TaskKey &task) { return task.accountId == accountId; });
}

QList<StopRun *> StopService::runsOf(const QString &accountId) const
{
    QList<StopRun *> runs;
    for (StopRun *const run : m_runs) {
        if (run != nullptr && run->intent().task.accountId == accountId) {
            runs.append(run);
        }
    }
    return runs;
}

void StopService::onTokenRefused(const QString &accountId, const Core::Credential &refused,
                                 const Core::Error &error)
{
    if (m_refused.contains(accountId)) {
        return;
    }
    m_refused.insert(accountId, refused);
    const QList<StopRun *> runs = runsOf(accountId);
    for (StopRun *const run : runs) {
        run->hold();
    }
    // Another may have been saved while this one was on its way.
    resumeIfRenewed(accountId, [this, accountId, error] { Q_EMIT paused(accountId, error); });
}

//! Nobody will bring another: what has not left would be refused as well.
void StopService::onTokenExpired(const QString &accountId, const Core::Credential &refused,
                                 const Core::Error &error)
{
    m_expired.insert(accountId, {refused, error});
    const QList<StopRun *> runs = runsOf(accountId);
    for (StopRun *const run : runs) {
        if (run->credential() == refused) {
            run->callOff(error);
        }
    }
}

void StopService::resumeIfRenewed(const QString &accountId, std::function<void()> otherwise)
{
    if (!m_refused.contains(accountId)) {
        return;
    }
    m_accounts.credential(accountId, this,
                          [this, accountId, otherwise = std::move(otherwise)](
                              const Core::Result<Core::Credential> &credential) {
                              const auto refused = m_refused.constFind(accountId);
                              if (refused == m_refused.cend()) {
                                  return;
                              }
                              const std::optional<Core::Account> account = m_accounts.byId(accountId);
                              if (!account || !credential || *credential == *refused) {
                                  otherwise();
                                  return;
                              }
                              m_refused.erase(refused);
                              const QList<StopRun *> runs = runsOf(accountId);
                              for (StopRun *const run : runs) {
                                  run->resume(*account, *credential);
                              }
                              Q_EMIT resumed(accountId);
                          });
}

void StopService::dropRemovedAccounts()
{
    const QStringList paused = m_refused.keys();
    for (const QString &accountId : paused) {
        if (!m_accounts.byId(accountId)) {
            const QList<StopRun *> runs = runsOf(accountId);
            for (StopRun *const run : runs) {
                run->giveUp(); // nobody will bring a token for these
            }
        }
    }
}

void StopService::refuse(const QList<Core::TaskKey> &tasks, const Core::Error &error)
{
    StopResult result;
    result.outcome = Core::StopOutcome::NotSent;
    result.error = error;
    const QDateTime now = m_clock.nowUtc();
    m_book.change(tasks, [&result, &now](Core::PushTask &task) { recordOutcome(task, result, now); });
    for (const Core::TaskKey &task : tasks) {
        m_runs.remove(task);
        m_calledOff.remove(task);
        result.task = task;
        conclude(result);
    }
}

void StopService::onSettled(const StopResult &result)
{
    m_runs.remove(result.task);
    m_calledOff.remove(result.task);
    m_book.change(result.task,
                  [this, &result](Core::PushTask &task) { recordOutcome(task, result, m_clock.nowUtc()); });
    conclude(result);
}

void StopService::conclude(const StopResult &result)
{
    Core::LogEntry entry = logEntry(Core::LogTopic::StopSettled, levelOf(result.outcome), result.task);
    entry.outcome = result.outcome;
    entry.error = result.error;
    entry.requestId = result.requestId;
    entry.latencyMs = result.elapsedMs;
    entry.status = result.lastStatus;
    if (const auto account = m_accounts.byId(result.task.accountId)) {
        entry.accountName = account->name;
    }
    m_log.append(entry);
    Q_EMIT settled(result);
    const QString accountId = result.task.accountId;
    if (m_refused.contains(accountId) && runsOf(accountId).isEmpty()) {
        m_refused.remove(accountId);
        Q_EMIT resumed(accountId);
    }
    if (m_expired.contains(accountId) && !hasAnyOf(accountId)) {
        m_expired.remove(accountId);
    }
    if (m_runs.isEmpty()) {
        Q_EMIT idle();
    }
}

void StopService::cancelUnsent()
{
    const QHash<Core::TaskKey, StopRun *> runs = m_runs;
    for (auto each = runs.cbegin(); each != runs.cend(); ++each) {
        StopRun *const run = each.value();
        if (run == nullptr) {
            m_calledOff.insert(each.key());
        } else if (m_refused.contains(run->intent().task.accountId)) {
            run->expectNoToken();
        } else {
            run->cancelUnsent();
        }
    }
}

void StopService::finish(int graceMs)
{
    m_isFinishing = true;
    m_dispatcher.close();
    cancelUnsent();
    if (m_runs.isEmpty()) {
        QTimer::singleShot(0, this, &StopService::idle);
        return;
    }
    QTimer::singleShot(graceMs, this, [this] {
        const QList<StopRun *> runs = m_runs.values();
        for (StopRun *const run : runs) {
            if (run != nullptr) {
                run->giveUp();
            }
        }
    });
}

qsizetype StopService::unsent() const
{
    return std::ranges::count_if(m_runs,
                                 [](const StopRun *run) { return run == nullptr || run->isUnsent(); });
}

qsizetype StopService::waitingForToken(const QString &accountId) const
{
    return m_refused.contains(accountId) ? runsOf(accountId).size() : 0;
}

void recordOutcome(Core::PushTask &task, const StopResult &result, const QDateTime &now)
{
    task.stopPhase = Core::StopPhase::Settled;
    task.lastOutcome = result.outcome;
    task.lastErrorCode = result.error ? Core::codeOf(*result.error) : QString();
    task.lastErrorMessage = result.error ? result.error->apiMessage : QString();
    task.lastRequestId = result.requestId;
    task.lastResultAt = now;
    if (result.outcome == Core::StopOutcome::Stopped || result.outcome == Core::StopOutcome::AlreadyStopped) {
        task.status = Core::TaskStatus::Stopped; // the service said so
    } else if (result.error && result.error->isApiCode(u"FailedOperation.WhiteboardPush")) {
        task.status = Core::TaskStatus::Stopped;
        task.taskErrorCode = result.error->apiCode;
        task.taskErrorMessage = result.error->apiMessage;
    }
}

} // namespace Service
