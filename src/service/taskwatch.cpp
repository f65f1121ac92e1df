// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskwatch.h"

#include "config/settings.h"
#include "core/clock.h"
#include "core/logstore.h"
#include "service/accounts.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"

#include <algorithm>

namespace Service {

TaskWatch::TaskWatch(Accounts &accounts, TaskSync &sync, TaskBook &book, StopService &stops,
                     Config::Settings &settings, Core::LogStore &log, const Core::Clock &clock,
                     const WatchPace &pace, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_sync(sync)
    , m_book(book)
    , m_stops(stops)
    , m_settings(settings)
    , m_log(log)
    , m_clock(clock)
    , m_pace(pace)
    , m_awake(std::make_shared<char>())
{
    m_hiddenFor.setSingleShot(true);
    m_hiddenFor.setInterval(m_pace.hiddenMs);
    connect(&m_hiddenFor, &QTimer::timeout, this, [this] {
        m_isOutOfSight = true;
        update();
    });
    connect(&m_accounts, &Accounts::accountsChanged, this, &TaskWatch::updateAccounts);
    connect(&m_accounts, &Accounts::credentialChanged, this, &TaskWatch::tryAgain);
    connect(&m_settings, &Config::Settings::refreshesByItselfChanged, this, &TaskWatch::update);
    connect(&m_book, &TaskBook::tasksRemoved, this, &TaskWatch::onRemoved);
    connect(&m_book, &TaskBook::tasksChanged, this, &TaskWatch::onChanged);
    connect(&m_stops, &StopService::progressed, this, &TaskWatch::hasten);
    connect(&m_settings, &Config::Settings::networkChanged, this, [this] {
        for (const auto &[accountId, watched] : m_watched) {
            tryAgain(accountId);
        }
    });
    // What an operator asked was answered: so will this be.
    connect(&m_sync, &TaskSync::refreshed, this, [this](const Core::TaskKey &task) {
        const auto found = m_watched.find(task.accountId);
        if (found != m_watched.end() && found->second.isLeftAlone) {
            tryAgain(task.accountId);
        }
    });
}

TaskWatch::~TaskWatch() = default;

void TaskWatch::start()
{
    if (!m_isStarted) {
        m_isStarted = true;
        updateAccounts();
        update();
    }
}

void TaskWatch::setSeen(bool isSeen)
{
    if (!isSeen) {
        if (!m_isOutOfSight && !m_hiddenFor.isActive()) {
            m_hiddenFor.start();
        }
        return;
    }
    m_hiddenFor.stop();
    if (std::exchange(m_isOutOfSight, false)) {
        update();
    }
}

std::shared_ptr<const void> TaskWatch::keepAwake()
{
    std::shared_ptr<const void> held = m_awake;
    update();
    return held;
}

bool TaskWatch::isPaused() const
{
    const bool isNeeded = !m_isOutOfSight || m_awake.use_count() > 1 || m_stops.underWay() > 0;
    return !m_isStarted || !m_settings.refreshesByItself() || !isNeeded;
}

void TaskWatch::hasten()
{
    for (auto &[accountId, watched] : m_watched) {
        watched.rhythm.reset();
        const bool isFarAhead = !watched.timer->isActive() || watched.timer->remainingTime() > m_pace.fastMs;
        if (isFarAhead && !watched.isLeftAlone && !watched.rhythm.isFailing()) {
            schedule(watched, m_pace.fastMs);
        }
    }
}

//! Lets everything that waits go on, or tells that it has come to rest.
void TaskWatch::update()
{
    const bool isNowPaused = isPaused();
    if (!isNowPaused) {
        for (auto &[accountId, watched] : m_watched) {
            if (!watched.timer->isActive() && !watched.isLeftAlone) {
                schedule(watched, m_pace.firstMs);
            }
        }
    }
    if (std::exchange(m_wasPaused, isNowPaused) != isNowPaused) {
        Q_EMIT pausedChanged(isNowPaused);
    }
}

void TaskWatch::updateAccounts()
{
    if (!m_isStarted) {
        return;
    }
    const QList<Core::Account> accounts = m_accounts.all();
    QSet<QString> ids;
    for (const Core::Account &account : accounts) {
        ids.insert(account.id);
        const auto known = m_watched.find(account.id);
        if (known == m_watched.end()) {
            follow(account);
        } else if (known->second.account != account) {
            known->second.account = account;
            tryAgain(account.id);
        }
    }
    std::erase_if(m_watched, [&ids](const auto &entry) { return !ids.contains(entry.first); });
    m_dismissed.removeIf([&ids](const auto each) { return !ids.contains(each.key().accountId); });
}

void TaskWatch::follow(const Core::Account &account)
{
    Watched watched{
        std::make_unique<AccountWatch>(account.id, m_accounts, m_sync, m_book, m_clock, m_pace.mostQuestions),
        std::make_unique<QTimer>(), WatchRhythm(m_pace), account};
    watched.timer->setSingleShot(true);
    connect(watched.timer.get(), &QTimer::timeout, this, [this, id = account.id] { lookWhenDue(id); });
    connect(watched.watch.get(), &AccountWatch::looked, this,
            [this, id = account.id](const Look &look) { onLooked(id, look); });
    const auto [entry, isNew] = m_watched.insert_or_assign(account.id, std::move(watched));
    entry->second.watch->setDismissed(dismissed());
    schedule(entry->second, m_pace.firstMs);
}

//! Its settings or its secrets changed, or something else showed that it can be asked.
void TaskWatch::tryAgain(const QString &accountId)
{
    const auto found = m_watched.find(accountId);
    if (found == m_watched.end()) {
        return;
    }
    Watched &watched = found->second;
    watched.watch->forgetRefusals();
    watched.isLeftAlone = false;
    watched.rhythm.reset();
    if (!watched.timer->isActive() || watched.timer->remainingTime() > m_pace.firstMs) {
        schedule(watched, m_pace.firstMs);
    }
}

void TaskWatch::schedule(Watched &watched, int pauseMs)
{
    if (!watched.watch->isLooking()) { // else the end of the round does it
        watched.timer->start(pauseMs);
    }
}

void TaskWatch::lookWhenDue(const QString &accountId)
{
    const auto found = m_watched.find(accountId);
    if (found == m_watched.end()) {
        return;
    }
    if (isPaused()) {
        update();
        return;
    }
    found->second.watch->look();
}

void TaskWatch::onLooked(const QString &accountId, const Look &look)
{
    const auto found = m_watched.find(accountId);
    if (found == m_watched.end()) {
        return;
    }
    Watched &watched = found->second;
    if (look.error) {
        onFailed(watched, *look.error);
    } else {
        if (watched.rhythm.isFailing()) {
            m_log.append(entryOf(watched, Core::LogTopic::Watching));
        }
        schedule(watched, watched.rhythm.afterLook(look.hasNews || m_stops.underWay() > 0));
        tellOf(watched, look);
    }
    Q_EMIT looked(accountId, look, watched.timer->isActive() ? watched.timer->interval() : -1);
}

void TaskWatch::onFailed(Watched &watched, const Core::Error &error)
{
    const bool isFirst = !watched.rhythm.isFailing();
    const int pauseMs = watched.rhythm.afterFailure();
    if (error.kind == Core::ErrorKind::Canceled) {
        return; // the program is about to end, or locked: unlocking tries again
    }
    watched.isLeftAlone = needsAPerson(error);
    if (!watched.isLeftAlone) {
        schedule(watched, pauseMs);
    }
    if (isFirst || watched.isLeftAlone) {
        Core::LogEntry entry = entryOf(watched, Core::LogTopic::Watching);
        entry.level = Core::LogLevel::Warning;
        entry.error = error;
        entry.requestId = error.requestId;
        entry.delayMs = watched.isLeftAlone ? 0 : pauseMs;
        m_log.append(entry);
    }
}

void TaskWatch::tellOf(const Watched &watched, const Look &look)
{
    for (const auto &[sdkAppId, error] : look.refused) {
        Core::LogEntry entry = entryOf(watched, Core::LogTopic::Watching);
        entry.level = Core::LogLevel::Warning;
        entry.sdkAppId = sdkAppId;
        entry.error = error;
        entry.requestId = error.requestId;
        m_log.append(entry);
    }
    for (const Core::TaskKey &task : look.vanished) {
        Core::LogEntry entry = entryOf(watched, Core::LogTopic::TaskVanished);
        entry.level = Core::LogLevel::Warning;
        entry.sdkAppId = task.sdkAppId;
        entry.taskId = task.taskId.toString();
        m_log.append(entry);
    }
}

Core::LogEntry TaskWatch::entryOf(const Watched &watched, Core::LogTopic topic) const
{
    Core::LogEntry entry;
    entry.time = m_clock.nowUtc();
    entry.topic = topic;
    entry.accountId = watched.account.id;
    entry.accountName = watched.account.name;
    return entry;
}

//! An operator does not want to see them: they are left out for the rest of this run, until somebody tracks
//! them again. Their backups, which a list shows like any task, went with them and come back with them.
void TaskWatch::onRemoved(const QList<Core::TaskKey> &tasks, const QList<Core::TaskKey> &backups)
{
    dismiss(tasks);
    dismiss(backups);
    handOutDismissed();
}

void TaskWatch::dismiss(const QList<Core::TaskKey> &tasks)
{
    for (const Core::TaskKey &task : tasks) {
        m_dismissed.insert(task, m_dismissals++);
    }
    if (m_dismissed.size() > mostDismissed) {
        QList<qint64> numbers = m_dismissed.values();
        const auto oldestKept = numbers.end() - mostDismissed;
        std::ranges::nth_element(numbers, oldestKept);
        m_dismissed.removeIf([first = *oldestKept](const auto each) { return each.value() < first; });
    }
}

void TaskWatch::onChanged(const QList<Core::PushTask> &tasks)
{
    if (m_dismissed.isEmpty()) {
        return;
    }
    bool isAnyBack = false;
    for (const Core::PushTask &task : tasks) {
        isAnyBack = m_dismissed.remove(task.key) || isAnyBack;
        if (const std::optional<Core::TaskKey> backup = task.backupKey()) {
            isAnyBack = m_dismissed.remove(*backup) || isAnyBack;
        }
    }
    if (isAnyBack) {
        handOutDismissed();
    }
}

void TaskWatch::handOutDismissed()
{
    const QSet<Core::TaskKey> tasks = dismissed();
    for (auto &[accountId, watched] : m_watched) {
        watched.watch->setDismissed(tasks);
    }
}

} // namespace Service
