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

constexpr std::array version5{
    // What history views ask: one row a request, with numbers for words, so that a million of them is little
    // to look through. Made of the events by triggers alone. id is that of the event that stands for the
    // request: an answer; a sending that no answer to the same try follows; or the last outcome of an
    // intent of which nothing was sent.
    //
    // kind: 0 account, 1 action, 2 outcome, 3 code, 4 application.
    uR"(CREATE TABLE history_word (
        id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, word TEXT NOT NULL, UNIQUE (kind, word)))",
    u"CREATE TABLE history_task (id INTEGER PRIMARY KEY, task_id TEXT NOT NULL UNIQUE)",
    uR"(CREATE TABLE history (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, profile INTEGER NOT NULL, action INTEGER NOT NULL,
        outcome INTEGER NOT NULL, code INTEGER, app INTEGER NOT NULL, task INTEGER NOT NULL))",
    // What the journal holds already. An outcome of the intent's belongs to the last request of its action.
    uR"(CREATE TEMP TABLE found AS
        SELECT f.*, CASE WHEN f.is_own THEN coalesce(s.outcome,
                CASE WHEN f.error_kind = 'Api' THEN 'failed' ELSE 'unknown' END)
            WHEN f.has_outcome THEN CASE WHEN f.error_kind = 'Api' THEN 'failed' ELSE 'unknown' END
            WHEN f.kind <> 2 THEN 'unknown' WHEN f.error_kind IS NULL THEN 'ok' ELSE 'failed' END AS word,
            CASE WHEN f.error_kind IS NOT NULL THEN coalesce(nullif(f.error_code, ''), f.error_kind)
                WHEN f.is_own AND s.error_kind IS NOT NULL
                THEN coalesce(nullif(s.error_code, ''), s.error_kind) END AS shown
        FROM (
            SELECT e.id, e.at, e.profile, e.action, e.kind, e.error_kind, e.error_code, e.sdk_app_id, e.task_id,
                e.intent_id, e.action IN ('StopWhiteboardPush', 'StartWhiteboardPush') AS has_outcome,
                e.action IN ('StopWhiteboardPush', 'StartWhiteboardPush') AND NOT EXISTS (
                    SELECT 1 FROM event l WHERE l.intent_id = e.intent_id AND l.id > e.id AND l.kind IN (1, 2)
                    AND l.action = e.action) AS is_own
            FROM event e WHERE e.kind = 2
                OR (e.kind = 1 AND NOT EXISTS (SELECT 1 FROM event a WHERE a.intent_id = e.intent_id
                    AND a.kind = 2 AND a.action = e.action AND a.attempt = e.attempt AND a.id > e.id))
                OR (e.kind = 4 AND NOT EXISTS (SELECT 1 FROM event o WHERE o.intent_id = e.intent_id
                    AND (o.kind IN (1, 2) OR (o.kind = 4 AND o.id > e.id))))) f
        LEFT JOIN event s ON s.id = (
            SELECT max(o.id) FROM event o WHERE o.intent_id = f.intent_id AND o.kind = 4))",
    uR"(INSERT INTO history_word (kind, word)
        SELECT 0, profile FROM found UNION SELECT 1, action FROM found UNION SELECT 2, word FROM found
        UNION SELECT 3, shown FROM found WHERE shown IS NOT NULL
        UNION SELECT 4, CAST(sdk_app_id AS TEXT) FROM found)",
    u"INSERT INTO history_task (task_id) SELECT DISTINCT task_id FROM found",
    uR"(INSERT INTO history (id, at, profile, action, outcome, code, app, task)
        SELECT f.id, f.at, p.id, a.id, o.id, c.id, n.id, t.id FROM found f
        JOIN history_word p ON p.kind = 0 AND p.word = f.profile
        JOIN history_word a ON a.kind = 1 AND a.word = f.action
        JOIN history_word o ON o.kind = 2 AND o.word = f.word
        LEFT JOIN history_word c ON c.kind = 3 AND c.word = f.shown
        JOIN history_word n ON n.kind = 4 AND n.word = CAST(f.sdk_app_id AS TEXT)
        JOIN history_task t ON t.task_id = f.task_id)",
    u"DROP TABLE found",
    // Newest first, by each filter; the first one is all that a combination of filters has to read.
    u"CREATE INDEX history_at ON history (at, id, profile, action, outcome, code, app, task)",
    u"CREATE INDEX history_profile ON history (profile, at)",
    u"CREATE INDEX history_action ON history (action, at)",
    u"CREATE INDEX history_outcome ON history (outcome, at)",
    u"CREATE INDEX history_code ON history (code, at) WHERE code IS NOT NULL",
    u"CREATE INDEX history_app ON history (app, at)",
    u"CREATE INDEX history_task_at ON history (task, at)",
    u"CREATE INDEX event_by_request_id ON event (request_id) WHERE kind = 2",
    u"DROP INDEX history_by_profile",
    u"DROP INDEX history_by_app",
    u"DROP INDEX history_by_action",
    u"DROP INDEX history_by_time",
    u"CREATE VIEW history_row AS SELECT 0 AS id, 0 AS at, '' AS profile, '' AS action, '' AS outcome, '' AS "
    u"code, "
    u"0 AS sdk_app_id, '' AS task_id",
    uR"(CREATE TRIGGER history_row_comes INSTEAD OF INSERT ON history_row BEGIN
        INSERT OR IGNORE INTO history_word (kind, word) VALUES
            (0, NEW.profile), (1, NEW.action), (2, NEW.outcome), (4, CAST(NEW.sdk_app_id AS TEXT));
        INSERT OR IGNORE INTO history_word (kind, word) SELECT 3, NEW.code WHERE NEW.code IS NOT NULL;
        INSERT OR IGNORE INTO history_task (task_id) VALUES (NEW.task_id);
        INSERT INTO history (id, at, profile, action, outcome, code, app, task) SELECT NEW.id, NEW.at,
            (SELECT id FROM history_word WHERE kind = 0 AND word = NEW.profile),
            (SELECT id FROM history_word WHERE kind = 1 AND word = NEW.action),
            (SELECT id FROM history_word WHERE kind = 2 AND word = NEW.outcome),
            (SELECT id FROM history_word WHERE kind = 3 AND word = NEW.code),
            (SELECT id FROM history_word WHERE kind = 4 AND word = CAST(NEW.sdk_app_id AS TEXT)),
            (SELECT id FROM history_task WHERE task_id = NEW.task_id); END)",
    uR"(CREATE TRIGGER history_sent AFTER INSERT ON event WHEN NEW.kind = 1 BEGIN
        DELETE FROM history WHERE id IN (
            SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind = 4);
        INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
            NEW.id, NEW.at, NEW.profile, NEW.action, 'unknown', NULL, NEW.sdk_app_id, NEW.task_id); END)",
    uR"(CREATE TRIGGER history_answered AFTER INSERT ON event WHEN NEW.kind = 2 BEGIN
        DELETE FROM history WHERE id IN (SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id
            AND (o.kind = 4 OR (o.kind = 1 AND o.action = NEW.action AND o.attempt = NEW.attempt)));
        INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
            NEW.id, NEW.at, NEW.profile, NEW.action,
            CASE WHEN NEW.action IN ('StopWhiteboardPush', 'StartWhiteboardPush')
                THEN CASE WHEN NEW.error_kind = 'Api' THEN 'failed' ELSE 'unknown' END
                WHEN NEW.error_kind IS NULL THEN 'ok' ELSE 'failed' END,
            CASE WHEN NEW.error_kind IS NOT NULL THEN coalesce(nullif(NEW.error_code, ''), NEW.error_kind) END,
            NEW.sdk_app_id, NEW.task_id); END)",
    uR"(CREATE TRIGGER history_settled AFTER INSERT ON event WHEN NEW.kind = 4 AND EXISTS (
            SELECT 1 FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind IN (1, 2)) BEGIN
        INSERT OR IGNORE INTO history_word (kind, word) VALUES (2, NEW.outcome);
        INSERT OR IGNORE INTO history_word (kind, word)
            SELECT 3, coalesce(nullif(NEW.error_code, ''), NEW.error_kind) WHERE NEW.error_kind IS NOT NULL;
        UPDATE history SET outcome = (SELECT id FROM history_word WHERE kind = 2 AND word = NEW.outcome),
            code = CASE WHEN (SELECT o.error_kind FROM event o WHERE o.id = history.id) IS NOT NULL THEN code
                ELSE (SELECT id FROM history_word WHERE kind = 3
                    AND word = coalesce(nullif(NEW.error_code, ''), NEW.error_kind)) END
            WHERE id = (SELECT max(o.id) FROM event o
                WHERE o.intent_id = NEW.intent_id AND o.kind IN (1, 2)
                AND o.action = (SELECT i.action FROM intent i WHERE i.id = NEW.intent_id)
                AND o.action IN ('StopWhiteboardPush', 'StartWhiteboardPush')); END)",
    uR"(CREATE TRIGGER history_unsent AFTER INSERT ON event WHEN NEW.kind = 4 AND NOT EXISTS (
            SELECT 1 FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind IN (1, 2)) BEGIN
        DELETE FROM history WHERE id IN (
            SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind = 4);
        INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
            NEW.id, NEW.at, NEW.profile, NEW.action, coalesce(NEW.outcome, 'unknown'),
            CASE WHEN NEW.error_kind IS NOT NULL THEN coalesce(nullif(NEW.error_code, ''), NEW.error_kind) END,
            NEW.sdk_app_id, NEW.task_id); END)",
    // Forgetting: an intent that is named here may be deleted, with its events. None that is open, and none
    // that anything happened to within the last 30 days.
    u"CREATE TABLE forgotten (intent_id INTEGER PRIMARY KEY)",
    uR"(CREATE TRIGGER forgotten_is_over BEFORE INSERT ON forgotten
        WHEN NOT EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.intent_id)
        OR EXISTS (SELECT 1 FROM open_intent o WHERE o.intent_id = NEW.intent_id)
        OR EXISTS (SELECT 1 FROM event e WHERE e.intent_id = NEW.intent_id
            AND e.at > (CAST(strftime('%s', 'now') AS INTEGER) - 2592000) * 1000)
        OR EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.intent_id
            AND i.requested_at > (CAST(strftime('%s', 'now') AS INTEGER) - 2592000) * 1000)
        BEGIN SELECT RAISE(ABORT, 'not to be forgotten'); END)",
    uR"(CREATE TRIGGER forgotten_keeps BEFORE UPDATE ON forgotten
        BEGIN SELECT RAISE(ABORT, 'not to be forgotten'); END)",
    u"DROP TRIGGER intent_stays",
    u"DROP TRIGGER event_stays",
    uR"(CREATE TRIGGER intent_stays BEFORE DELETE ON intent
        WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.intent_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END)",
    uR"(CREATE TRIGGER event_stays BEFORE DELETE ON event
        WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.intent_id = OLD.intent_id)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END)",
    uR"(CREATE TRIGGER event_goes AFTER DELETE ON event BEGIN
        DELETE FROM history WHERE id = OLD.id;
        DELETE FROM exchange WHERE event_id = OLD.id; END)",
    uR"(CREATE TRIGGER intent_goes AFTER DELETE ON intent BEGIN
        DELETE FROM forgotten WHERE intent_id = OLD.id; END)",
};

constexpr std::array version6{
    // The guard. minutes: a running time, or the minute of the day. No account or application: all of them.
    uR"(CREATE TABLE rule (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, is_enabled INTEGER NOT NULL,
        account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, minutes INTEGER NOT NULL, since INTEGER))",
    // Up to when a rule is through with a task.
    uR"(CREATE TABLE rule_mark (
        rule_id INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL, until INTEGER NOT NULL,
        PRIMARY KEY (account_id, sdk_app_id, task_id, rule_id)) WITHOUT ROWID)",
    u"CREATE INDEX rule_mark_by_rule ON rule_mark (rule_id)",
    uR"(CREATE TABLE scheduled_stop (
        account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (account_id, sdk_app_id, task_id)) WITHOUT ROWID)",
};

constexpr std::array version7{
    // REPLACE deletes without asking the triggers of deletion.
    uR"(CREATE TRIGGER intent_is_new BEFORE INSERT ON intent
        WHEN EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END)",
    uR"(CREATE TRIGGER event_is_new BEFORE INSERT ON event
        WHEN EXISTS (SELECT 1 FROM event e WHERE e.id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END)",
    uR"(CREATE TRIGGER exchange_is_new BEFORE INSERT ON exchange
        WHEN EXISTS (SELECT 1 FROM exchange x WHERE x.id = NEW.id OR x.event_id = NEW.event_id)
        BEGIN SELECT RAISE(ABORT, 'append-only'); END)",
    u"CREATE TRIGGER exchange_keeps BEFORE UPDATE ON exchange BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

using Step = std::span<const char16_t *const>;
const std::array<Step, schemaVersion> steps{Step(version1), Step(version2), Step(version3), Step(version4),
                                            Step(version5), Step(version6), Step(version7)};

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
