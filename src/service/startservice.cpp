// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/startservice.h"

#include "api/apirequest.h"
#include "core/clock.h"
#include "core/logstore.h"
#include "service/accounts.h"
#include "service/dispatcher.h"
#include "service/startrun.h"
#include "storage/journal.h"

#include <QTimer>

namespace Service {

namespace {

[[nodiscard]] Core::LogLevel levelOf(Core::StartOutcome outcome)
{
    switch (outcome) {
    case Core::StartOutcome::Started:
        return Core::LogLevel::Success;
    case Core::StartOutcome::Unknown:
    case Core::StartOutcome::NotSent:
        return Core::LogLevel::Warning;
    case Core::StartOutcome::Failed:
        return Core::LogLevel::Error;
    }
    Q_UNREACHABLE();
}

[[nodiscard]] Core::LogEntry logLine(Core::LogTopic topic, Core::LogLevel level, const Core::TaskKey &task,
                                     qint64 roomId)
{
    Core::LogEntry entry;
    entry.topic = topic;
    entry.level = level;
    entry.accountId = task.accountId;
    entry.action = Core::startAction.toString();
    entry.sdkAppId = task.sdkAppId;
    entry.taskId = task.taskId.toString();
    entry.roomId = roomId;
    return entry;
}

} // namespace

StartService::StartService(Accounts &accounts, Dispatcher &dispatcher, Storage::Journal &journal,
                           TaskBook &book, Core::LogStore &log, const Core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_dispatcher(dispatcher)
    , m_journal(journal)
    , m_book(book)
    , m_log(log)
    , m_clock(clock)
{
}

StartService::~StartService() = default;

void StartService::prepare(const QString &accountId)
{
    if (const auto account = m_accounts.byId(accountId)) {
        m_dispatcher.prepare(Api::ActionKind::Start, *account, 1);
    }
}

qint64 StartService::start(const QString &accountId, const Core::PushStart &start,
                           const StartOptions &options)
{
    const Place place{accountId, start.sdkAppId, start.roomId};
    if (m_places.contains(place)) {
        return 0;
    }
    m_places.insert(place, nullptr);
    const qint64 startId = ++m_lastId;
    m_accounts.credential(
        accountId, this,
        [this, startId, place, start, options](const Core::Result<Core::Credential> &credential) {
            const std::optional<Core::Account> account = m_accounts.byId(place.accountId);
            if (!credential || !account) {
                refuse(startId, place,
                       credential ? Core::Error::of(Core::ErrorKind::NoCredential, place.accountId)
                                  : credential.error());
                return;
            }
            if (account->isReadOnly) {
                refuse(startId, place, Core::Error::of(Core::ErrorKind::ReadOnlyAccount, account->name));
                return;
            }
            const QList<Core::StartFault> faults = Core::faultsOf(start, account->endpoint.edition);
            if (!faults.isEmpty()) {
                refuse(startId, place, Core::Error::invalidInput(faults.constFirst().field));
                return;
            }
            begin(startId, *account, *credential, start, options);
        });
    return startId;
}

void StartService::begin(qint64 startId, const Core::Account &account, const Core::Credential &credential,
                         const Core::PushStart &start, const StartOptions &options)
{
    const Place place{account.id, start.sdkAppId, start.roomId};
    if (m_isFinishing) {
        refuse(startId, place, Core::Error::of(Core::ErrorKind::Canceled));
        return;
    }
    Core::Intent intent;
    intent.action = Core::startAction.toString();
    intent.accountId = account.id;
    intent.profile = account.name;
    intent.secretId = credential.secretId;
    intent.endpoint = account.endpoint;
    intent.task = {account.id, start.sdkAppId, {}};
    intent.requestedAt = m_clock.nowUtc();
    intent.roomId = start.roomId;
    intent.pushUserId = start.pushUserId;
    Core::LogEntry requested =
        logLine(Core::LogTopic::StartRequested, Core::LogLevel::Info, intent.task, intent.roomId);
    requested.accountName = account.name;
    m_log.append(requested);
    m_journal.open(
        intent, this,
        [this, startId, place, intent, account, credential, start, options](const Core::Result<qint64> &id) {
            if (!id) {
                refuse(startId, place, id.error());
                return;
            }
            Core::Intent journaled = intent;
            journaled.id = *id;
            StartRun *const run = makeRun(journaled, account, credential);
            m_places.insert(place, run);
            connect(run, &StartRun::sought, this, [this, startId] { Q_EMIT sought(startId); });
            connect(run, &StartRun::settled, this, [this, run, startId, place](StartResult result) {
                run->deleteLater();
                result.startId = startId;
                onSettled(place, result);
            });
            run->start(start, options.searchDeadlineMs);
        });
}

StartRun *StartService::makeRun(const Core::Intent &intent, const Core::Account &account,
                                const Core::Credential &credential)
{
    auto *const run =
        new StartRun(m_dispatcher, m_journal, m_book, m_clock, intent, account, credential, this);
    connect(run, &StartRun::sought, this, [this, intent](const Core::Error &error) {
        Core::LogEntry entry =
            logLine(Core::LogTopic::StartSought, Core::LogLevel::Warning, intent.task, intent.roomId);
        entry.accountName = intent.profile;
        entry.error = error;
        m_log.append(entry);
    });
    return run;
}

void StartService::refuse(qint64 startId, const Place &place, const Core::Error &error)
{
    StartResult result;
    result.startId = startId;
    result.task = {place.accountId, place.sdkAppId, {}};
    result.roomId = place.roomId;
    result.outcome = Core::StartOutcome::NotSent;
    result.error = error;
    onSettled(place, result);
}

void StartService::onSettled(const Place &place, const StartResult &result)
{
    m_places.remove(place);
    log(result);
    Q_EMIT settled(result);
    if (m_places.isEmpty()) {
        Q_EMIT idle();
    }
}

void StartService::log(const StartResult &result)
{
    Core::LogEntry entry =
        logLine(Core::LogTopic::StartSettled, levelOf(result.outcome), result.task, result.roomId);
    entry.startOutcome = result.outcome;
    entry.error = result.error;
    entry.requestId = result.requestId;
    entry.latencyMs = result.elapsedMs;
    if (const auto account = m_accounts.byId(result.task.accountId)) {
        entry.accountName = account->name;
    }
    m_log.append(entry);
}

void StartService::resume(const Core::OpenIntent &open, int searchDeadlineMs)
{
    // The key it was sent with, if any account of today has it; the account itself may have a new one by now.
    m_accounts.credentialForSecretId(
        open.intent.secretId, this,
        [this, open, searchDeadlineMs](const Core::Result<Core::Credential> &credential) {
            if (credential) {
                look(open, searchDeadlineMs, credential);
                return;
            }
            m_accounts.credential(open.intent.accountId, this,
                                  [this, open, searchDeadlineMs](const Core::Result<Core::Credential> &own) {
                                      look(open, searchDeadlineMs, own);
                                  });
        });
}

void StartService::look(const Core::OpenIntent &open, int searchDeadlineMs,
                        const Core::Result<Core::Credential> &credential)
{
    const bool isKnown = open.sentAttempts == 0 || !open.startedTaskId.isEmpty();
    if (!isKnown && (!credential || m_dispatcher.isClosed())) {
        // Stays open: the next start, or a person, finds it out.
        StartResult unknown;
        unknown.startId = open.intent.id;
        unknown.task = open.intent.task;
        unknown.roomId = open.intent.roomId;
        unknown.requestId = open.requestId;
        unknown.error = credential ? Core::Error::of(Core::ErrorKind::Canceled) : credential.error();
        unknown.elapsedMs = open.intent.requestedAt.msecsTo(m_clock.nowUtc());
        log(unknown);
        Q_EMIT resumed(unknown);
        return;
    }
    StartRun *const run =
        makeRun(open.intent, m_accounts.accountOf(open.intent), credential.value_or(Core::Credential()));
    m_resumed.append(run);
    connect(run, &StartRun::settled, this, [this, run](const StartResult &result) {
        run->deleteLater();
        m_resumed.removeOne(run);
        log(result);
        Q_EMIT resumed(result);
    });
    connect(run, &StartRun::settledElsewhere, this, [this, run] {
        run->deleteLater();
        m_resumed.removeOne(run);
        Q_EMIT resumedElsewhere(run->intent().id);
    });
    run->resume(open, searchDeadlineMs);
}

void StartService::cancelResumed()
{
    const QList<StartRun *> runs = m_resumed;
    for (StartRun *const run : runs) {
        run->giveUp();
    }
}

void StartService::finish(int graceMs)
{
    m_isFinishing = true;
    m_dispatcher.close();
    if (m_places.isEmpty()) {
        QTimer::singleShot(0, this, &StartService::idle);
        return;
    }
    QTimer::singleShot(graceMs, this, [this] {
        const QList<StartRun *> runs = m_places.values();
        for (StartRun *const run : runs) {
            if (run != nullptr) {
                run->giveUp();
            }
        }
    });
}

} // namespace Service
