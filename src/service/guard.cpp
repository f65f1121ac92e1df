// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/guard.h"

#include "config/settings.h"
#include "core/logstore.h"
#include "service/accounts.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "storage/guardstore.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Service {

namespace {

using namespace std::chrono_literals;

constexpr auto countingInterval = 1s;
constexpr auto watchingInterval = 10s;
constexpr qint64 longestCheckMs = 10'000; // then it is announced unchecked
constexpr qint64 firstPauseMs = 600'000;
constexpr qint64 longestPauseMs = 4 * 3'600'000;

[[nodiscard]] bool isSameWish(const Core::GuardRule &a, const Core::GuardRule &b)
{
    return a.kind == b.kind && a.isEnabled == b.isEnabled && a.accountId == b.accountId
        && a.sdkAppId == b.sdkAppId && a.minutes == b.minutes;
}

//! Adds the cause in place of one for the same reason.
void join(QList<GuardCause> &causes, const GuardCause &cause)
{
    const auto known =
        std::ranges::find_if(causes, [&cause](const GuardCause &each) { return isSameReason(each, cause); });
    if (known == causes.end()) {
        causes.append(cause);
    } else {
        *known = cause;
    }
}

} // namespace

Guard::Guard(Storage::GuardStore &store, Accounts &accounts, TaskBook &book, TaskSync &sync,
             StopService &stops, const Config::Settings &settings, Core::LogStore &log,
             const Core::Clock &clock, std::function<QTimeZone()> zone, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_accounts(accounts)
    , m_book(book)
    , m_sync(sync)
    , m_stops(stops)
    , m_settings(settings)
    , m_log(log)
    , m_clock(clock)
    , m_zone(std::move(zone))
    , m_watch(clock)
    , m_countdowns(settings, clock)
    , m_timer(this)
    , m_standingsTimer(this)
{
    m_timer.setObjectName(QStringLiteral("guardTimer"));
    connect(&m_timer, &QTimer::timeout, this, &Guard::look);
    m_standingsTimer.setSingleShot(true);
    m_standingsTimer.setInterval(0);
    connect(&m_standingsTimer, &QTimer::timeout, this, &Guard::standingsChanged);
    connect(&m_book, &TaskBook::tasksChanged, this, &Guard::onTasksChanged);
    connect(&m_book, &TaskBook::tasksRemoved, this, &Guard::forget);
    connect(&m_stops, &StopService::settled, this, &Guard::onSettled);
    connect(&m_stops, &StopService::paused, this, &Guard::tellOfHeldUp);
    connect(&m_stops, &StopService::resumed, this, [this](const QString &accountId) {
        m_heldUp.removeIf([&accountId](const Core::TaskKey &task) { return task.accountId == accountId; });
    });
    connect(&m_sync, &TaskSync::backupChecked, this, &Guard::onAnswered);
    connect(&m_accounts, &Accounts::accountsChanged, this, [this] {
        withdrawUnfounded();
        look();
    });
}

Guard::~Guard() = default;

void Guard::load()
{
    m_store.load(this, [this](const Core::Result<Storage::GuardNotes> &notes) {
        if (notes) {
            m_facts.rules = notes->rules;
            QList<Core::TaskKey> strangers; // their tasks left the list without our knowing
            for (const Core::ScheduledStop &stop : notes->stops) {
                if (m_book.contains(stop.task) || !m_book.isLoaded()) {
                    m_facts.scheduled.insert(stop.task, stop.at);
                } else {
                    strangers.append(stop.task);
                }
            }
            for (const Core::GuardMark &each : notes->marks) {
                m_facts.marks[each.task].insert(each.ruleId, each.until);
            }
            if (!strangers.isEmpty()) {
                keep(&Storage::GuardStore::removeStops, strangers);
            }
        } else {
            m_unread = notes.error();
            Q_EMIT storageFailed(notes.error());
        }
        m_isLoaded = true;
        Q_EMIT rulesChanged();
        Q_EMIT loaded();
        look();
    });
}

//! What could not be read is not written over: then it is said once more why nothing is kept.
template <typename Change, typename... Values> void Guard::keep(Change change, const Values &...values)
{
    if (m_unread) {
        Q_EMIT storageFailed(*m_unread);
        return;
    }
    std::invoke(change, m_store, values..., this, [this](const Core::Result<void> &result) {
        if (!result) {
            Q_EMIT storageFailed(result.error());
        }
    });
}

void Guard::look()
{
    if (!m_isLoaded) {
        return;
    }
    if (m_watch.hasJumped()) {
        beginAnew();
    }
    updateFacts();
    const GuardPlan plan = planAt(m_facts, m_clock.nowUtc(), m_settings.guardNoticeMs(), m_zone());
    for (const GuardCause &warning : plan.warnings) {
        checkFirst(warning, false);
    }
    QList<GuardCause> sooner;
    for (const GuardCause &stop : plan.stops) {
        if (!m_countdowns.contains(stop.task)) {
            checkFirst(stop, true);
        } else if (const std::optional<qint64> noticeMs = m_countdowns.join(stop)) {
            note(Core::LogTopic::GuardAnnounced, Core::LogLevel::Warning, stop, *noticeMs);
            sooner.append(stop);
        }
    }
    if (!sooner.isEmpty()) {
        Q_EMIT announced(sooner);
    }
    concludeChecks();
    stopExpired();
    m_standingsTimer.start();
    updateTimer();
}

//! Asks the service before anybody is told: a task may have ended long ago without our knowing.
void Guard::checkFirst(const GuardCause &cause, bool isStop)
{
    const Core::TaskKey &task = cause.task;
    const bool isPausing = m_clock.monotonicMs() < m_pauses.value(task).untilMs;
    if (isBeingStopped(task) || (isStop && isPausing)) {
        return;
    }
    if (m_checks.isEmpty()) {
        m_checksSinceMs = m_clock.monotonicMs();
    }
    const bool isNew = !m_checks.contains(task);
    Check &check = m_checks[task];
    join(isStop ? check.stops : check.warnings, cause);
    if (!isNew) {
        return;
    }
    const auto hasBackupAlone = [this, task] {
        const Core::PushTask *const tracked = m_book.find(task);
        return tracked != nullptr && tracked->hasBackupLeftRunning();
    };
    if (hasBackupAlone()) {
        m_sync.checkBackup(task);
        return;
    }
    m_sync.show(task, this, [this, task, hasBackupAlone](const Core::Result<Core::PushTask> &) {
        if (!hasBackupAlone()) { // else that is being asked about
            onAnswered(task);
        }
    });
}

//! What was answered is in the book by now; without an answer the task may be running.
void Guard::onAnswered(const Core::TaskKey &task)
{
    if (const auto asked = m_checks.find(task); asked != m_checks.end()) {
        asked->isAnswered = true;
        concludeChecks();
    }
}

//! All of one look are told together.
void Guard::concludeChecks()
{
    const bool isComplete = std::ranges::all_of(m_checks, &Check::isAnswered);
    const bool isLate = m_clock.monotonicMs() - m_checksSinceMs >= longestCheckMs;
    if (m_checks.isEmpty() || !(isComplete || isLate)) {
        return;
    }
    QHash<Core::TaskKey, Check> checks = std::exchange(m_checks, {});
    const QDateTime now = m_clock.nowUtc();
    QList<GuardCause> warnings;
    QList<GuardCause> announcements;
    for (auto check = checks.begin(); check != checks.end(); ++check) {
        if (!isRunning(check.key()) || isBeingStopped(check.key())) {
            continue;
        }
        check->stops.removeIf([this](const GuardCause &cause) { // another plan was made meanwhile
            return !cause.rule && m_facts.scheduled.value(cause.task) != cause.at;
        });
        for (const GuardCause &warning : check->warnings) {
            const QDateTime since = runningSince(*m_book.find(check.key()));
            note(Core::LogTopic::GuardWarned, Core::LogLevel::Warning, warning, since.msecsTo(now));
        }
        warnings.append(check->warnings);
        if (!check->stops.isEmpty()) {
            announcements.append(begin(check.key(), check->stops));
        }
    }
    conclude(warnings);
    if (!announcements.isEmpty()) {
        Q_EMIT announced(announcements);
    }
    m_standingsTimer.start();
    updateTimer();
}

//! Each is said once; the plan of a stop that may not be is over with it.
void Guard::conclude(const QList<GuardCause> &warnings)
{
    QList<GuardCause> byRules = warnings;
    byRules.removeIf([](const GuardCause &warning) { return !warning.rule; });
    mark(byRules);
    QList<Core::TaskKey> unplanned;
    for (const GuardCause &warning : warnings) {
        if (!warning.rule && m_facts.scheduled.remove(warning.task) > 0) {
            unplanned.append(warning.task);
        }
    }
    if (!unplanned.isEmpty()) {
        keep(&Storage::GuardStore::removeStops, unplanned);
    }
    if (!warnings.isEmpty()) {
        Q_EMIT warned(warnings);
    }
}

//! Time did not pass as usual: who was told may not have been there. What is not due by the clock of now is
//! not announced any more, the rest is announced once more, with the time that belongs to it.
void Guard::beginAnew()
{
    const QDateTime horizon = m_clock.nowUtc().addMSecs(m_settings.guardNoticeMs());
    withdraw([&horizon](const GuardCause &cause) { return cause.at > horizon; });
    QList<GuardCause> announcements;
    const QList<Core::TaskKey> tasks = m_countdowns.tasks();
    for (const Core::TaskKey &task : tasks) {
        announcements.append(begin(task, m_countdowns.causesOf(task)));
    }
    if (!announcements.isEmpty()) {
        Q_EMIT announced(announcements);
    }
}

GuardCause Guard::begin(const Core::TaskKey &task, const QList<GuardCause> &causes)
{
    const GuardCountdowns::First first = m_countdowns.begin(task, causes);
    note(Core::LogTopic::GuardAnnounced, Core::LogLevel::Warning, first.cause, first.leftMs);
    return first.cause;
}

void Guard::withdraw(const std::function<bool(const GuardCause &)> &isVoid)
{
    const QList<GuardCause> withdrawn = m_countdowns.removeIf(isVoid);
    for (const GuardCause &cause : withdrawn) {
        note(Core::LogTopic::GuardWithdrawn, Core::LogLevel::Info, cause);
    }
}

void Guard::stopExpired()
{
    QList<Core::TaskKey> expired;
    const QList<GuardCause> causes = m_countdowns.takeExpired();
    for (const GuardCause &cause : causes) {
        if (!isRunning(cause.task) || isBeingStopped(cause.task)) {
            continue;
        }
        note(Core::LogTopic::GuardStopping, Core::LogLevel::Info, cause);
        const QList<Core::TaskKey> parts = m_book.find(cause.task)->partsToStop();
        for (const Core::TaskKey &part : parts) {
            m_stopping.insert(part, cause.task);
        }
        expired.append(parts);
    }
    if (expired.isEmpty()) {
        return;
    }
    StopOptions options;
    options.confirmDeadlineMs = m_settings.confirmDeadlineMs();
    options.waitsForNewToken = true;
    m_stops.stop(expired, options);
    for (const Core::Account &account : m_accounts.all()) {
        if (m_stops.waitingForToken(account.id) > 0) {
            tellOfHeldUp(account.id); // these wait with those that waited before
        }
    }
}

//! Of each task once, as long as it waits.
void Guard::tellOfHeldUp(const QString &accountId)
{
    bool isNew = false;
    for (const Core::TaskKey &task : std::as_const(m_stopping)) {
        if (task.accountId == accountId && !m_heldUp.contains(task)) {
            m_heldUp.insert(task);
            note(Core::LogTopic::GuardHeldUp, Core::LogLevel::Error, {task, std::nullopt, {}});
            isNew = true;
        }
    }
    if (isNew) {
        Q_EMIT stopsHeldUp(accountId);
    }
}

//! Whether the plan of this stop was dropped, since it would only fail again.
bool Guard::dropIfHopeless(const Core::TaskKey &task, const StopResult &result)
{
    const bool isGone =
        task == result.task && result.error && result.error->isApiCode(u"InvalidParameter.TaskNotFound");
    if (!isGone && m_accounts.byId(task.accountId)) {
        return false;
    }
    const QDateTime planned = m_facts.scheduled.take(task);
    if (!planned.isValid()) {
        return false;
    }
    keep(&Storage::GuardStore::removeStops, QList<Core::TaskKey>{task});
    note(Core::LogTopic::GuardWithdrawn, Core::LogLevel::Warning, {task, std::nullopt, planned});
    m_standingsTimer.start();
    return true;
}

//! One that could not be stopped is not forgotten: it is announced again, at growing intervals.
void Guard::onSettled(const StopResult &result)
{
    const auto stopping = m_stopping.constFind(result.task);
    if (stopping == m_stopping.cend()) {
        return;
    }
    const Core::TaskKey task = *stopping;
    Core::PushTask part;
    recordOutcome(part, result, m_clock.nowUtc());
    const bool hasStopped = part.status == Core::TaskStatus::Stopped;
    if (hasStopped && task != result.task) {
        m_book.change(task, [](Core::PushTask &main) { main.backup.status = Core::TaskStatus::Stopped; });
    }
    m_stopping.remove(result.task);
    m_heldUp.remove(task);
    if (hasStopped || !isRunning(task)) {
        return;
    }
    StopResult ofTask = result;
    ofTask.task = task;
    if (dropIfHopeless(task, result)) {
        m_pauses[task] = {m_clock.monotonicMs() + firstPauseMs, firstPauseMs}; // its other part says nothing
        Q_EMIT planDropped(ofTask);
        return;
    }
    Pause &pause = m_pauses[task];
    if (m_clock.monotonicMs() < pause.untilMs) {
        return; // because of its other part
    }
    pause.lengthMs = pause.lengthMs == 0 ? firstPauseMs : std::min(longestPauseMs, 2 * pause.lengthMs);
    pause.untilMs = m_clock.monotonicMs() + pause.lengthMs;
    note(Core::LogTopic::GuardRetrying, Core::LogLevel::Error, {task, std::nullopt, {}}, pause.lengthMs);
    Q_EMIT stopFailed(ofTask);
}

void Guard::setRules(const QList<Core::GuardRule> &rules)
{
    QList<Core::GuardRule> next;
    QList<qint64> begunAnew;
    qint64 lastId = 0;
    for (const Core::GuardRule &rule : std::as_const(m_facts.rules)) {
        lastId = std::max(lastId, rule.id);
    }
    for (Core::GuardRule rule : rules) {
        const auto known = std::ranges::find(m_facts.rules, rule.id, &Core::GuardRule::id);
        if (known != m_facts.rules.end() && isSameWish(*known, rule)) {
            next.append(*known);
            continue;
        }
        rule.id = known != m_facts.rules.end() ? rule.id : ++lastId;
        rule.since = m_clock.nowUtc();
        begunAnew.append(rule.id);
        next.append(rule);
    }
    if (!m_isLoaded || next == m_facts.rules) {
        return;
    }
    m_facts.rules = next;
    for (QHash<qint64, QDateTime> &ofTask : m_facts.marks) {
        ofTask.removeIf([&](const auto each) {
            return begunAnew.contains(each.key())
                || std::ranges::find(next, each.key(), &Core::GuardRule::id) == next.end();
        });
    }
    keep(&Storage::GuardStore::saveRules, next, begunAnew);
    withdrawUnfounded();
    Q_EMIT rulesChanged();
    look();
}

//! What was announced by a rule that has changed or is gone, or for an account that is read-only now, is
//! announced no longer.
void Guard::withdrawUnfounded()
{
    const auto isUnfounded = [this](const GuardCause &cause) {
        return isReadOnly(cause.task) || (cause.rule && !m_facts.rules.contains(*cause.rule));
    };
    withdraw(isUnfounded);
    for (Check &check : m_checks) {
        check.warnings.removeIf(isUnfounded);
        check.stops.removeIf(isUnfounded);
    }
}

void Guard::stopAt(const QList<Core::TaskKey> &tasks, const QDateTime &at)
{
    QList<Core::ScheduledStop> stops;
    QSet<Core::TaskKey> planned;
    for (const Core::TaskKey &key : tasks) {
        if (!canStop(key)) {
            continue;
        }
        planned.insert(key);
        stops.append({key, at.toUTC()});
        m_facts.scheduled.insert(key, at.toUTC());
        m_pauses.remove(key);
        note(Core::LogTopic::GuardScheduled, Core::LogLevel::Info, {key, std::nullopt, at.toUTC()});
    }
    if (stops.isEmpty()) {
        return;
    }
    // An earlier plan of the same task may have been announced.
    m_countdowns.removeIf(
        [&planned](const GuardCause &cause) { return !cause.rule && planned.contains(cause.task); });
    keep(&Storage::GuardStore::saveStops, stops);
    look();
}

void Guard::keepRunning(const QList<Core::TaskKey> &tasks)
{
    QList<GuardCause> answered;
    QList<Core::TaskKey> unplanned;
    for (const Core::TaskKey &key : tasks) {
        if (!canKeepRunning(key)) {
            continue;
        }
        const QList<GuardCause> causes = m_countdowns.take(key);
        answered.append(causes);
        if (m_facts.scheduled.remove(key) > 0) {
            unplanned.append(key);
        }
        note(Core::LogTopic::GuardKept, Core::LogLevel::Info,
             causes.isEmpty() ? GuardCause{key, std::nullopt, {}} : causes.first());
    }
    answered.removeIf([](const GuardCause &cause) { return !cause.rule; });
    mark(answered);
    if (!unplanned.isEmpty()) {
        keep(&Storage::GuardStore::removeStops, unplanned);
    }
    look();
}

QList<Core::ScheduledStop> Guard::scheduledStops(const QList<Core::TaskKey> &tasks) const
{
    QList<Core::ScheduledStop> stops;
    for (const Core::TaskKey &key : tasks) {
        if (const auto planned = m_facts.scheduled.constFind(key); planned != m_facts.scheduled.cend()) {
            stops.append({key, *planned});
        }
    }
    return stops;
}

QList<Core::GuardMark> Guard::marks(const QList<Core::TaskKey> &tasks) const
{
    QList<Core::GuardMark> marks;
    for (const Core::TaskKey &key : tasks) {
        const auto ofTask = m_facts.marks.value(key);
        for (auto mark = ofTask.cbegin(); mark != ofTask.cend(); ++mark) {
            marks.append({mark.key(), key, mark.value()});
        }
    }
    return marks;
}

void Guard::putBackMarks(const QList<Core::GuardMark> &marks)
{
    QList<Core::GuardMark> valid = marks;
    valid.removeIf([this](const Core::GuardMark &mark) {
        return std::ranges::none_of(m_facts.rules,
                                    [&mark](const Core::GuardRule &rule) { return rule.id == mark.ruleId; });
    });
    for (const Core::GuardMark &each : valid) {
        m_facts.marks[each.task].insert(each.ruleId, each.until);
    }
    if (!valid.isEmpty()) {
        keep(&Storage::GuardStore::saveMarks, valid);
    }
}

bool Guard::canKeepRunning(const Core::TaskKey &task) const
{
    return m_countdowns.contains(task) || m_facts.scheduled.contains(task);
}

bool Guard::canStop(const Core::TaskKey &task) const
{
    return m_isLoaded && isRunning(task) && !isReadOnly(task);
}

QHash<Core::TaskKey, GuardStanding> Guard::standings() const
{
    QHash<Core::TaskKey, GuardStanding> standings;
    const QDateTime now = m_clock.nowUtc();
    const QHash<Core::TaskKey, QDateTime> coming = comingStops(m_facts, now, m_zone());
    for (auto stop = coming.cbegin(); stop != coming.cend(); ++stop) {
        standings.insert(stop.key(), {stop.value(), -1});
    }
    const QList<Core::TaskKey> announced = m_countdowns.tasks();
    for (const Core::TaskKey &task : announced) {
        const qint64 leftMs = std::max<qint64>(0, m_countdowns.firstOf(task).leftMs);
        standings.insert(task, {now.addMSecs(leftMs), static_cast<int>((leftMs + 999) / 1000)});
    }
    return standings;
}

void Guard::onTasksChanged(const QList<Core::PushTask> &tasks)
{
    QList<Core::TaskKey> ended;
    QSet<Core::TaskKey> gone; // a list may show the backup as running yet: the plan stays
    for (const Core::PushTask &task : tasks) {
        if (task.hasEnded() && task.backup.isGone) {
            gone.insert(task.key);
        } else if (task.hasEnded()) {
            ended.append(task.key);
        }
    }
    forget(ended);
    if (!gone.isEmpty()) {
        withdraw([&gone](const GuardCause &cause) { return gone.contains(cause.task); });
        m_facts.tasks.removeIf([&gone](const Core::PushTask &task) { return gone.contains(task.key); });
        m_standingsTimer.start();
    }
    updateTimer();
}

//! The tasks have ended or left the list.
void Guard::forget(const QList<Core::TaskKey> &tasks)
{
    QList<Core::TaskKey> known;
    bool wasAnnounced = false;
    for (const Core::TaskKey &key : tasks) {
        m_checks.remove(key);
        m_pauses.remove(key);
        const QList<GuardCause> causes = m_countdowns.take(key);
        const QDateTime planned = m_facts.scheduled.take(key);
        const bool isMarked = m_facts.marks.remove(key) > 0;
        const bool isOurs = std::ranges::find(m_stopping, key) != m_stopping.end();
        if (!causes.isEmpty() || (planned.isValid() && !isOurs)) {
            note(Core::LogTopic::GuardWithdrawn, Core::LogLevel::Info,
                 causes.isEmpty() ? GuardCause{key, std::nullopt, planned} : causes.first());
        }
        if (planned.isValid() || isMarked) {
            known.append(key);
        }
        wasAnnounced = wasAnnounced || !causes.isEmpty() || planned.isValid();
    }
    if (!known.isEmpty()) {
        keep(&Storage::GuardStore::forget, known);
    }
    if (wasAnnounced) {
        m_standingsTimer.start();
    }
}

void Guard::mark(const QList<GuardCause> &causes)
{
    QList<Core::GuardMark> marks;
    for (const GuardCause &cause : causes) {
        marks.append({cause.rule->id, cause.task, cause.at});
        m_facts.marks[cause.task].insert(cause.rule->id, cause.at);
    }
    if (!marks.isEmpty()) {
        keep(&Storage::GuardStore::saveMarks, marks);
    }
}

void Guard::updateFacts()
{
    const bool isWatching =
        !m_facts.scheduled.isEmpty() || std::ranges::any_of(m_facts.rules, &Core::GuardRule::isEnabled);
    m_facts.tasks = isWatching ? m_book.tasks() : QList<Core::PushTask>();
    m_facts.readOnlyAccounts.clear();
    for (const Core::Account &account : m_accounts.all()) {
        if (account.isReadOnly) {
            m_facts.readOnlyAccounts.insert(account.id);
        }
    }
}

//! No wake-ups while there is nothing to look for.
void Guard::updateTimer()
{
    const bool isWatching = m_isLoaded && m_book.size() > 0
        && (!m_facts.scheduled.isEmpty() || std::ranges::any_of(m_facts.rules, &Core::GuardRule::isEnabled));
    const bool isCounting = !m_countdowns.isEmpty() || !m_checks.isEmpty();
    const auto interval = isCounting ? std::chrono::milliseconds(countingInterval) : watchingInterval;
    if (!isWatching && !isCounting) {
        m_timer.stop();
    } else if (!m_timer.isActive() || m_timer.intervalAsDuration() != interval) {
        m_timer.start(interval);
    }
}

bool Guard::isRunning(const Core::TaskKey &task) const
{
    const Core::PushTask *const tracked = m_book.find(task);
    return tracked != nullptr && !tracked->hasEnded();
}

bool Guard::isBeingStopped(const Core::TaskKey &task) const
{
    const Core::PushTask *const tracked = m_book.find(task);
    const std::optional<Core::TaskKey> backup = tracked != nullptr ? tracked->backupKey() : std::nullopt;
    return m_stops.isStopping(task) || (backup && m_stops.isStopping(*backup));
}

bool Guard::isReadOnly(const Core::TaskKey &task) const
{
    const std::optional<Core::Account> account = m_accounts.byId(task.accountId);
    return account && account->isReadOnly;
}

void Guard::note(Core::LogTopic topic, Core::LogLevel level, const GuardCause &cause, qint64 delayMs)
{
    Core::LogEntry entry;
    entry.topic = topic;
    entry.level = level;
    entry.accountId = cause.task.accountId;
    entry.sdkAppId = cause.task.sdkAppId;
    entry.taskId = cause.task.taskId.toString();
    entry.rule = cause.rule;
    entry.dueAt = cause.at;
    entry.delayMs = delayMs;
    m_log.append(entry);
}

} // namespace Service
