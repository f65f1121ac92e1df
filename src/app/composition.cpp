// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "config/settingsfile.h"
#include "secrets/keychainsecretstore.h"
#include "secrets/memorysecretstore.h"

#include <QEventLoop>
#include <QLocale>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr auto settingsFileName = "settings.ini"_L1;

[[nodiscard]] std::unique_ptr<Secrets::SecretStore> makeKeyring(Composition::SecretsIn secretsIn)
{
    if (secretsIn == Composition::SecretsIn::Keyring) {
        return std::make_unique<Secrets::KeychainSecretStore>();
    }
    return std::make_unique<Secrets::MemorySecretStore>();
}

//! The language the service words its messages in; it knows two.
[[nodiscard]] QByteArray wireLanguage(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    return locale.language() == QLocale::Chinese ? "zh-CN" : "en-US";
}

} // namespace

Places Places::ofUser()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
            QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u'/' + settingsFileName};
}

Places Places::in(const QString &directory)
{
    return {directory, directory + u'/' + settingsFileName};
}

QString Places::language() const
{
    Config::SettingsStore store(settingsFile);
    return Config::Settings(store).language();
}

Composition::Composition(const Places &places, SecretsIn secretsIn, const QString &caFile, QObject *parent)
    : QObject(parent)
    , m_caFile(caFile)
    , m_settingsKept(Config::keepDamagedSettings(places.settingsFile))
    , m_store(places.settingsFile)
    , m_settings(m_store)
    , m_accountStore(m_store)
    , m_keyring(makeKeyring(secretsIn))
    , m_secrets(*m_keyring)
    , m_database(places.dataDirectory)
    , m_lease(places.dataDirectory)
    , m_journal(m_database, m_lease.id(), m_clock)
    , m_registry(m_database)
    , m_ledger(places.dataDirectory, m_clock)
    , m_transport(m_settings.network(), m_clock)
    , m_client(m_transport, m_clock)
    , m_limiter(m_ledger, m_clock)
    , m_accounts(m_accountStore, m_secrets)
    , m_dispatcher(m_client, m_limiter, m_journal, m_log, m_clock)
    , m_book(&m_registry)
    , m_stops(m_accounts, m_dispatcher, m_journal, m_book, m_log, m_clock)
    , m_sync(m_accounts, m_dispatcher, m_book)
    , m_starts(m_accounts, m_dispatcher, m_journal, m_book, m_log, m_clock)
    , m_recovery(m_accounts, m_dispatcher, m_journal, m_book, m_log, m_clock, m_starts)
    , m_connectionTest(m_dispatcher)
    , m_historyStore(places.dataDirectory)
    , m_history(m_journal, m_historyStore)
    , m_callbacks(m_accounts, m_dispatcher)
    , m_watch(m_accounts, m_sync, m_book, m_stops, m_settings, m_log, m_clock)
    , m_applicationQuery(m_dispatcher)
    , m_retention(m_journal, m_clock)
    , m_guardStore(m_database)
    , m_guard(m_guardStore, m_accounts, m_book, m_sync, m_stops, m_settings, m_log, m_clock)
    , m_explorer(m_accounts, m_dispatcher, m_stops, m_starts, m_log, m_clock)
{
    applyNetwork();
    m_client.setLanguage(wireLanguage(m_settings.language()));
    connect(&m_settings, &Config::Settings::languageChanged, this,
            [this](const QString &language) { m_client.setLanguage(wireLanguage(language)); });
    connect(&m_store, &Config::SettingsStore::writingFailed, this,
            [this] { noteFile(Core::LogTopic::SettingsNotWritten, m_store.fileName()); });
    connect(&m_database, &Storage::Database::damagedFileKept, this,
            [this](const QString &path) { noteFile(Core::LogTopic::DatabaseKept, path); });
    connect(&m_retention, &Service::Retention::failed, this,
            [this](const Core::Error &error) { noteProblem(Core::LogTopic::StorageProblem, error); });
    connect(&m_stops, &Service::StopService::settled, &m_sync, &Service::TaskSync::followUp);
    connect(&m_recovery, &Service::Recovery::settled, &m_sync, &Service::TaskSync::followUp);
    // What could not be read is looked for again.
    connect(&m_recovery, &Service::Recovery::failed, this, [this] { m_leftOpen.emplace(); });
    connect(&m_sync, &Service::TaskSync::backupChecked, this, &Composition::noteBackup);
    connect(&m_dispatcher, &Service::Dispatcher::clockOffsetLearnt, this,
            [this](const Core::Endpoint &, qint64 offsetSeconds) { noteClock(offsetSeconds); });
    connect(&m_settings, &Config::Settings::networkChanged, this,
            [this] { readProxyPassword(this, [this] { applyNetwork(); }); });
    connect(&m_accounts, &Service::Accounts::proxyPasswordChanged, this,
            [this] { readProxyPassword(this, [this] { applyNetwork(); }); });
    // A key that is not used any more leaves nothing behind.
    connect(&m_accounts, &Service::Accounts::credentialChanged, &m_client, &Api::ApiClient::forgetKeys);
    connect(&m_accounts, &Service::Accounts::accountsChanged, &m_client, &Api::ApiClient::forgetKeys);
    connect(&m_secrets, &Secrets::FallbackSecretStore::keyringUnavailable, &m_accounts,
            &Service::Accounts::keyringUnavailable);
    connect(&m_accounts, &Service::Accounts::keyringUnavailable, this,
            [this](const Core::Error &error) { noteProblem(Core::LogTopic::KeyringUnavailable, error); });
}

Service::Services Composition::services()
{
    return {m_settings,         m_accounts,   m_book,  m_stops,   m_sync,   m_recovery,  m_connectionTest,
            m_history,          m_dispatcher, m_log,   m_clock,   m_starts, m_callbacks, m_watch,
            m_applicationQuery, m_retention,  m_guard, m_explorer};
}

void Composition::open()
{
    if (m_settingsKept) {
        noteFile(Core::LogTopic::SettingsKept, *m_settingsKept);
    }
    if (!m_store.isReadable()) {
        noteFile(Core::LogTopic::SettingsUnreadable, m_store.fileName());
    }
    m_database.open(this, [this](const Core::Result<void> &opened) {
        if (!opened) {
            noteProblem(Core::LogTopic::StorageProblem, opened.error());
        }
    });
}

void Composition::prepareNetwork(QObject *context, std::function<void()> done)
{
    const Core::NetworkSettings network = m_settings.network();
    const bool needsPassword = (network.proxyMode == Core::NetworkSettings::ProxyMode::Http
                                || network.proxyMode == Core::NetworkSettings::ProxyMode::Socks5)
        && !network.proxyUser.isEmpty();
    if (!needsPassword) {
        QTimer::singleShot(0, context, std::move(done));
        return;
    }
    readProxyPassword(context, [this, done = std::move(done)] {
        applyNetwork();
        done();
    });
}

void Composition::recover()
{
    m_journal.openIntents(this, [this](const Core::Result<QList<Core::OpenIntent>> &open) {
        if (m_leftOpen && (!open || m_recovery.isRunning() || m_accounts.isLocked())) {
            return; // later
        }
        const QList<Core::OpenIntent> intents = open.value_or(QList<Core::OpenIntent>());
        QSet<qint64> left;
        for (const Core::OpenIntent &each : intents) {
            if (each.intent.owner != m_lease.id()) {
                left.insert(each.intent.id);
            }
        }
        const bool isNew = !m_leftOpen || !m_leftOpen->contains(left);
        m_leftOpen = left;
        if (isNew) {
            m_recovery.start(m_settings.confirmDeadlineMs());
        }
    });
}

void Composition::finishSaving()
{
    m_store.hurry();
    QEventLoop loop; // in none: the application's has ended
    connect(&m_accounts, &Service::Accounts::saved, &loop, &QEventLoop::quit);
    while (m_accounts.isSaving()) {
        loop.exec();
    }
}

void Composition::dropKeys()
{
    m_client.forgetKeys();
    m_proxyPassword = {};
    applyNetwork();
    m_transport.dropConnections();
}

void Composition::renewKeys()
{
    prepareNetwork(this, [] {});
}

void Composition::applyNetwork()
{
    Core::NetworkSettings network = m_settings.network();
    network.proxyPassword = m_proxyPassword;
    if (!m_caFile.isEmpty()) {
        network.caFile = m_caFile;
    }
    if (network != m_transport.networkSettings()) {
        m_transport.setNetworkSettings(network);
    }
}

void Composition::readProxyPassword(QObject *context, std::function<void()> done)
{
    m_accounts.proxyPassword(
        context,
        [this, done = std::move(done)](const Core::Result<std::optional<Core::SecretText>> &password) {
            m_proxyPassword = password && *password ? **password : Core::SecretText();
            done();
        });
}

void Composition::noteProblem(Core::LogTopic topic, const Core::Error &error)
{
    Core::LogEntry entry;
    entry.level = topic == Core::LogTopic::StorageProblem ? Core::LogLevel::Error : Core::LogLevel::Warning;
    entry.topic = topic;
    entry.error = error;
    m_log.append(entry);
}

void Composition::noteFile(Core::LogTopic topic, const QString &path)
{
    Core::LogEntry entry;
    entry.level = Core::LogLevel::Error;
    entry.topic = topic;
    entry.detail = path;
    m_log.append(entry);
}

void Composition::noteClock(qint64 offsetSeconds)
{
    Core::LogEntry entry;
    entry.level = offsetSeconds == 0 ? Core::LogLevel::Info : Core::LogLevel::Warning;
    entry.topic = Core::LogTopic::ClockOffset;
    entry.offsetSeconds = offsetSeconds;
    m_log.append(entry);
}

//! Once a run: every refresh asks again. Not while the backup's own Stop is under way.
void Composition::noteBackup(const Core::TaskKey &mainTask)
{
    const Core::PushTask *const task = m_book.find(mainTask);
    if (task == nullptr || !task->hasBackupLeftRunning() || task->backup.isGone
        || m_notedBackups.contains(mainTask)) {
        return;
    }
    const std::optional<Core::TaskKey> backup = task->backupKey();
    if (backup && m_stops.isStopping(*backup)) {
        return;
    }
    m_notedBackups.insert(mainTask);
    Core::LogEntry entry;
    entry.level = Core::LogLevel::Warning;
    entry.topic = Core::LogTopic::BackupLeftRunning;
    entry.accountId = mainTask.accountId;
    const std::optional<Core::Account> account = m_accounts.byId(mainTask.accountId);
    entry.accountName = account ? account->name : QString();
    entry.sdkAppId = mainTask.sdkAppId;
    entry.taskId = mainTask.taskId.toString();
    m_log.append(entry);
}

} // namespace App
