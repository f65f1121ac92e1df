// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/networktransport.h"
#include "api/ratelimiter.h"
#include "config/accounts.h"
#include "config/settings.h"
#include "config/settingsstore.h"
#include "core/clock.h"
#include "core/logstore.h"
#include "secrets/fallbacksecretstore.h"
#include "service/accounts.h"
#include "service/applicationquery.h"
#include "service/callbackservice.h"
#include "service/connectiontest.h"
#include "service/dispatcher.h"
#include "service/explorerservice.h"
#include "service/guard.h"
#include "service/history.h"
#include "service/recovery.h"
#include "service/retention.h"
#include "service/services.h"
#include "service/startservice.h"
#include "service/stopservice.h"
#include "service/taskbook.h"
#include "service/tasksync.h"
#include "service/taskwatch.h"
#include "storage/database.h"
#include "storage/guardstore.h"
#include "storage/historystore.h"
#include "storage/journal.h"
#include "storage/ownerlease.h"
#include "storage/registry.h"
#include "storage/slotledger.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace App {

//! Where a run keeps what it keeps.
struct Places
{
    QString dataDirectory;
    QString settingsFile;

    //! Those of this user, as the desktop has them.
    [[nodiscard]] static Places ofUser();
    //! Both in one directory.
    [[nodiscard]] static Places in(const QString &directory);
    //! The one that the settings name; see Config::Settings::language().
    [[nodiscard]] QString language() const;
};

//! Everything the program works with, made once and wired up: the only place that knows all of it. Nothing is
//! opened or asked before open().
class Composition : public QObject
{
    Q_OBJECT
public:
    enum class SecretsIn { Keyring, Memory };

    //! `caFile` is trusted in addition, in place of the settings' own; empty for none.
    Composition(const Places &places, SecretsIn secretsIn, const QString &caFile = {},
                QObject *parent = nullptr);

    [[nodiscard]] Service::Services services();

    //! Opens the database, without waiting for it: what is asked of it from now on is answered afterwards. A
    //! failure goes to the log, and so does what is wrong with the settings file.
    void open();
    //! Calls `done` when the transport has all it needs (a proxy's password lies in the keyring). Never
    //! before it returns, nor after `context` died.
    void prepareNetwork(QObject *context, std::function<void()> done);

    //! Finds out what became of everything that runs which are over left open; at later calls only if some of
    //! it was not open at the last one.
    void recover();

    //! For quitting: goes on until no account is being saved any more. One that was kept without its secrets
    //! would have to be entered again.
    void finishSaving();

    //! What the service words its messages in from now on, until the settings' language changes.
    void setWireLanguage(const QByteArray &language) { m_client.setLanguage(language); }
    static constexpr auto wordsForPrograms = "en-US"; //!< whatever the user's language is

    //! Drops what was made of keys: the day's signing keys, the proxy's password, open connections.
    void dropKeys();
    //! Reads the proxy's password again.
    void renewKeys();

private:
    void applyNetwork();
    void readProxyPassword(QObject *context, std::function<void()> done);
    void noteProblem(Core::LogTopic topic, const Core::Error &error);
    void noteFile(Core::LogTopic topic, const QString &path);
    void noteClock(qint64 offsetSeconds);
    void noteBackup(const Core::TaskKey &mainTask);

    QString m_caFile;
    Core::SecretText m_proxyPassword;
    std::optional<QString> m_settingsKept; //!< a damaged file's copy
    Config::SettingsStore m_store;
    Core::SystemClock m_clock;
    Core::LogStore m_log;
    Config::Settings m_settings;
    Config::AccountStore m_accountStore;
    std::unique_ptr<Secrets::SecretStore> m_keyring;
    Secrets::FallbackSecretStore m_secrets;
    Storage::Database m_database;
    Storage::OwnerLease m_lease;
    Storage::Journal m_journal;
    Storage::TaskRegistry m_registry;
    Storage::SharedSlotLedger m_ledger;
    Api::NetworkTransport m_transport;
    Api::ApiClient m_client;
    Api::RateLimiter m_limiter;
    Service::Accounts m_accounts;
    Service::Dispatcher m_dispatcher;
    Service::TaskBook m_book;
    Service::StopService m_stops;
    Service::TaskSync m_sync;
    Service::StartService m_starts;
    Service::Recovery m_recovery;
    Service::ConnectionTest m_connectionTest;
    Storage::HistoryStore m_historyStore;
    Service::History m_history;
    Service::CallbackService m_callbacks;
    Service::TaskWatch m_watch;
    Service::ApplicationQuery m_applicationQuery;
    Service::Retention m_retention;
    Storage::GuardStore m_guardStore;
    Service::Guard m_guard;
    Service::ExplorerService m_explorer;
    std::optional<QSet<qint64>> m_leftOpen; //!< intents of other runs; none: not looked for yet
    QSet<Core::TaskKey> m_notedBackups; //!< of these main tasks it was logged that the backup runs on
};

} // namespace App
