// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "storage/connection.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

// Times are milliseconds since 1970-01-01 UTC, NULL where not known. A step that has been released is never
// edited: what changes later is a further step.

constexpr std::array version1{
    uR"(CREATE TABLE task (
        account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL,
        label TEXT NOT NULL, status TEXT NOT NULL, finish_reason TEXT NOT NULL,
        room_id INTEGER NOT NULL, group_id TEXT NOT NULL, push_user_id TEXT NOT NULL,
        create_time INTEGER, start_time INTEGER, stop_time INTEGER,
        exception_count INTEGER NOT NULL, im_sync_time INTEGER NOT NULL,
        backup_raw TEXT NOT NULL, backup_task_id TEXT NOT NULL, backup_request_id TEXT NOT NULL,
        backup_status TEXT NOT NULL,
        task_error_code TEXT NOT NULL, task_error_message TEXT NOT NULL, unknown_fields TEXT NOT NULL,
        last_outcome TEXT, last_error_code TEXT NOT NULL, last_error_message TEXT NOT NULL,
        last_request_id TEXT NOT NULL, last_result_at INTEGER, added_at INTEGER, refreshed_at INTEGER,
        PRIMARY KEY (account_id, sdk_app_id, task_id)) WITHOUT ROWID)",
    uR"(CREATE TABLE intent (
        id INTEGER PRIMARY KEY,
        action TEXT NOT NULL, account_id TEXT NOT NULL, profile TEXT NOT NULL, secret_id TEXT NOT NULL,
        endpoint TEXT NOT NULL, region TEXT NOT NULL, edition TEXT NOT NULL,
        sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL,
        requested_at INTEGER NOT NULL, owner TEXT NOT NULL))",
    // kind: 0 requested, 1 sent, 2 answered, 3 confirmed, 4 settled. delivery: 0 not delivered, 1 may be, 2
    // answered. profile, sdk_app_id and task_id repeat the intent's, so that an index over them can also
    // order by id.
    uR"(CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        intent_id INTEGER NOT NULL REFERENCES intent (id),
        kind INTEGER NOT NULL, action TEXT NOT NULL, at INTEGER NOT NULL, attempt INTEGER NOT NULL,
        outcome TEXT, error_kind TEXT, error_code TEXT, error_message TEXT, error_request_id TEXT,
        error_detail TEXT, error_http_status INTEGER, error_delivery INTEGER,
        request_id TEXT NOT NULL, backup_request_id TEXT NOT NULL, status TEXT NOT NULL,
        latency_ms INTEGER NOT NULL,
        profile TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL))",
    u"CREATE INDEX intent_by_task ON intent (task_id, sdk_app_id)",
    u"CREATE INDEX event_by_intent ON event (intent_id)",
    // Stops that are not settled, or settled as unknown: what a start has to look through, however long the
    // journal.
    u"CREATE TABLE open_intent (intent_id INTEGER PRIMARY KEY REFERENCES intent (id))",
    uR"(CREATE TRIGGER intent_opens AFTER INSERT ON intent WHEN NEW.action = 'StopWhiteboardPush' BEGIN
        INSERT INTO open_intent (intent_id) VALUES (NEW.id); END)",
    uR"(CREATE TRIGGER event_closes AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome <> 'unknown' BEGIN
        DELETE FROM open_intent WHERE intent_id = NEW.intent_id; END)",
    uR"(CREATE TRIGGER event_reopens AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome = 'unknown' BEGIN
        INSERT OR IGNORE INTO open_intent (intent_id) VALUES (NEW.intent_id); END)",
    u"CREATE TRIGGER intent_keeps BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    u"CREATE TRIGGER intent_stays BEFORE DELETE ON intent BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    u"CREATE TRIGGER event_keeps BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    u"CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

constexpr std::array version2{
    // Texts of requests and answers. The ids are dense, so that the cap is one range.
    uR"(CREATE TABLE exchange (
        id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL UNIQUE, request TEXT NOT NULL, answer TEXT NOT NULL))",
    uR"(CREATE TRIGGER exchange_cap AFTER INSERT ON exchange BEGIN
        DELETE FROM exchange WHERE id <= NEW.id - 5000; END)",
    // The rows of the history (see history.cpp), by each of its filters.
    u"CREATE INDEX history_by_task ON event (task_id, id) WHERE kind IN (1, 2, 4)",
    u"CREATE INDEX history_by_profile ON event (profile, id, action, sdk_app_id) WHERE kind IN (1, 2, 4)",
    u"CREATE INDEX history_by_app ON event (sdk_app_id, id, action) WHERE kind IN (1, 2, 4)",
    u"CREATE INDEX history_by_action ON event (action, id) WHERE kind IN (1, 2, 4)",
    u"CREATE INDEX history_by_time ON event (at) WHERE kind IN (1, 2, 4)",
};

constexpr std::array version3{
    // A Start has no task id until it is answered: what it is looked for by, and what its answer named.
    u"ALTER TABLE intent ADD COLUMN room_id INTEGER NOT NULL DEFAULT 0",
    u"ALTER TABLE intent ADD COLUMN push_user_id TEXT NOT NULL DEFAULT ''",
    u"ALTER TABLE event ADD COLUMN backup_task_id TEXT NOT NULL DEFAULT ''",
    u"DROP TRIGGER intent_opens",
    uR"(CREATE TRIGGER intent_opens AFTER INSERT ON intent
        WHEN NEW.action IN ('StopWhiteboardPush', 'StartWhiteboardPush') BEGIN
        INSERT INTO open_intent (intent_id) VALUES (NEW.id); END)",
};

constexpr std::array version4{
    u"ALTER TABLE task ADD COLUMN vanished_at INTEGER",
};

using Step = std::span<const char16_t *const>;
const std::array<Step, schemaVersion> steps{Step(version1), Step(version2), Step(version3), Step(version4)};

[[nodiscard]] Core::Result<int> number(Connection &connection, const QString &query)
{
    return connection.value(query).map([](const QVariant &value) { return value.toInt(); });
}

[[nodiscard]] Core::Result<void> runStep(Connection &connection, int version)
{
    for (const char16_t *statement : steps.at(static_cast<std::size_t>(version - 1))) {
        const Core::Result<void> done = connection.execute(QString::fromUtf16(statement));
        if (!done) {
            return done;
        }
    }
    return connection.execute(u"PRAGMA application_id = "_s + QString::number(schemaApplicationId))
        .and_then([&connection, version] {
            return connection.execute(u"PRAGMA user_version = "_s + QString::number(version));
        });
}

} // namespace

Core::Result<int> knownVersion(Connection &connection)
{
    const Core::Result<int> version = number(connection, u"PRAGMA user_version"_s);
    const Core::Result<int> application = number(connection, u"PRAGMA application_id"_s);
    const Core::Result<int> tables = number(connection, u"SELECT count(*) FROM sqlite_master"_s);
    for (const Core::Result<int> &read : {version, application, tables}) {
        if (!read) {
            return read;
        }
    }
    const bool isEmpty = *version == 0 && *tables == 0 && *application == 0;
    if (!isEmpty && *application != schemaApplicationId) {
        return Core::failure(
            Core::Error::of(Core::ErrorKind::StorageCorrupt, u"not a database of this program"_s));
    }
    if (*version > schemaVersion) {
        return Core::failure(Core::Error::of(Core::ErrorKind::StorageNewer,
                                             QString(u"schema "_s + QString::number(*version)
                                                     + u", known is "_s + QString::number(schemaVersion))));
    }
    return version;
}

Core::Result<void> migrate(Connection &connection)
{
    Core::Result<int> version = knownVersion(connection);
    while (version && *version < schemaVersion) {
        Core::Result<void> begun = connection.execute(u"BEGIN IMMEDIATE"_s);
        if (!begun) {
            return begun;
        }
        // Another process may have been faster.
        version = knownVersion(connection);
        const Core::Result<void> done = !version ? Core::Result<void>(Core::failure(version.error()))
            : *version < schemaVersion           ? runStep(connection, *version + 1)
                                                 : Core::Result<void>();
        const Core::Result<void> ended =
            done ? connection.execute(u"COMMIT"_s) : connection.execute(u"ROLLBACK"_s);
        if (!done || !ended) {
            return !done ? done : ended;
        }
        version = knownVersion(connection);
    }
    if (!version) {
        return Core::failure(version.error());
    }
    return {};
}

} // namespace Storage
