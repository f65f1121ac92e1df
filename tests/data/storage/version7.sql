-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file as version 0.1.0 left it, schema version 7, with something in every table that keeps anything. Statements
-- end with two semicolons.
CREATE TABLE task (
  account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL,
  label TEXT NOT NULL, status TEXT NOT NULL, finish_reason TEXT NOT NULL,
  room_id INTEGER NOT NULL, group_id TEXT NOT NULL, push_user_id TEXT NOT NULL,
  create_time INTEGER, start_time INTEGER, stop_time INTEGER,
  exception_count INTEGER NOT NULL, im_sync_time INTEGER NOT NULL,
  backup_raw TEXT NOT NULL, backup_task_id TEXT NOT NULL, backup_request_id TEXT NOT NULL,
  backup_status TEXT NOT NULL,
  task_error_code TEXT NOT NULL, task_error_message TEXT NOT NULL, unknown_fields TEXT NOT NULL,
  last_outcome TEXT, last_error_code TEXT NOT NULL, last_error_message TEXT NOT NULL,
  last_request_id TEXT NOT NULL, last_result_at INTEGER, added_at INTEGER, refreshed_at INTEGER, vanished_at INTEGER,
  PRIMARY KEY (account_id, sdk_app_id, task_id)) WITHOUT ROWID;;
CREATE TABLE intent (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL, account_id TEXT NOT NULL, profile TEXT NOT NULL, secret_id TEXT NOT NULL,
  endpoint TEXT NOT NULL, region TEXT NOT NULL, edition TEXT NOT NULL,
  sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL,
  requested_at INTEGER NOT NULL, owner TEXT NOT NULL, room_id INTEGER NOT NULL DEFAULT 0, push_user_id TEXT NOT NULL DEFAULT '');;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  kind INTEGER NOT NULL, action TEXT NOT NULL, at INTEGER NOT NULL, attempt INTEGER NOT NULL,
  outcome TEXT, error_kind TEXT, error_code TEXT, error_message TEXT, error_request_id TEXT,
  error_detail TEXT, error_http_status INTEGER, error_delivery INTEGER,
  request_id TEXT NOT NULL, backup_request_id TEXT NOT NULL, status TEXT NOT NULL,
  latency_ms INTEGER NOT NULL,
  profile TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL, backup_task_id TEXT NOT NULL DEFAULT '');;
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL UNIQUE, request TEXT NOT NULL, answer TEXT NOT NULL);;
CREATE TABLE open_intent (intent_id INTEGER PRIMARY KEY REFERENCES intent (id));;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, is_enabled INTEGER NOT NULL,
  account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, minutes INTEGER NOT NULL, since INTEGER);;
CREATE TABLE forgotten (intent_id INTEGER PRIMARY KEY);;
CREATE TABLE history (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, profile INTEGER NOT NULL, action INTEGER NOT NULL,
  outcome INTEGER NOT NULL, code INTEGER, app INTEGER NOT NULL, task INTEGER NOT NULL);;
CREATE TABLE history_task (id INTEGER PRIMARY KEY, task_id TEXT NOT NULL UNIQUE);;
CREATE TABLE history_word (
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, word TEXT NOT NULL, UNIQUE (kind, word));;
CREATE TABLE rule_mark (
  rule_id INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (account_id, sdk_app_id, task_id, rule_id)) WITHOUT ROWID;;
CREATE TABLE scheduled_stop (
  account_id TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (account_id, sdk_app_id, task_id)) WITHOUT ROWID;;
INSERT INTO task VALUES ('account', 1400000001, 'old-task', 'Mathematics 7b', 'PUSHING', '', 4711,
  'group', 'pusher', 1789992800000, 1789992810000, NULL, 2, 0, '{"TaskId":"old-backup"}', 'old-backup',
  'r-backup', 'PUSHING', '', '', '{"Future":1}', NULL, '', '', '', NULL, 1789993000000, 1790000000000,
  NULL);;
INSERT INTO task VALUES ('account', 1400000002, 'vanished-task', 'Physics', 'PUSHING', '', 4713,
  '', 'pusher-3', 1789991000000, 1789991010000, NULL, 0, 0, '', '', '', '', '', '', '', 'failed',
  'FailedOperation.ServerError', 'said so', 'r-9', 1789999950000, 1789992000000, 1789999960000,
  1789999970000);;
INSERT INTO task VALUES ('other', 1400000003, 'ended-task', '', 'STOPPED', 'USER_CALL', 4712, '',
  'pusher-2', 1789991000000, 1789991010000, 1789999940000, 0, 0, '', '', '', '', '', '', '', 'stopped',
  '', '', 'r-1', 1789999940000, 1789992000000, 1790000000000, NULL);;
INSERT INTO intent VALUES (1, 'StopWhiteboardPush', 'other', '学校', 'AKIDOTHER', 'http://127.0.0.1:9',
  'ap-guangzhou', 'mainland', 1400000003, 'ended-task', 1789999930000, 'gone', 0, '');;
INSERT INTO intent VALUES (2, 'StartWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE', 'http://127.0.0.1:9',
  'ap-singapore', 'intl', 1400000001, '', 1789999950000, 'gone', 4711, 'pusher');;
INSERT INTO intent VALUES (3, 'StartWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE', 'http://127.0.0.1:9',
  'ap-singapore', 'intl', 1400000001, '', 1789999960000, 'gone', 4714, 'pusher-4');;
INSERT INTO intent VALUES (4, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE', 'http://127.0.0.1:9',
  'ap-singapore', 'intl', 1400000002, 'vanished-task', 1789999970000, 'gone', 0, '');;
INSERT INTO intent VALUES (5, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE', 'http://127.0.0.1:9',
  'ap-singapore', 'intl', 1400000002, 'vanished-task', 1789999949000, 'gone', 0, '');;
INSERT INTO intent VALUES (6, 'DescribeWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE', 'http://127.0.0.1:9',
  'ap-singapore', 'intl', 1400000001, 'old-task', 1789999980000, 'gone', 0, '');;
INSERT INTO event VALUES (1, 1, 0, 'StopWhiteboardPush', 1789999930000, 0, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, '学校', 1400000003, 'ended-task', '');;
INSERT INTO event VALUES (2, 1, 1, 'StopWhiteboardPush', 1789999930100, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, '学校', 1400000003, 'ended-task', '');;
INSERT INTO event VALUES (3, 1, 2, 'StopWhiteboardPush', 1789999930200, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, 'r-1', '', '', 100, '学校', 1400000003, 'ended-task', '');;
INSERT INTO event VALUES (4, 1, 3, 'DescribeWhiteboardPush', 1789999940000, 1, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, 'r-2', '', 'STOPPED', 80, '学校', 1400000003, 'ended-task', '');;
INSERT INTO event VALUES (5, 1, 4, 'StopWhiteboardPush', 1789999940000, 0, 'stopped', NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, '', '', '', -1, '学校', 1400000003, 'ended-task', '');;
INSERT INTO event VALUES (6, 2, 0, 'StartWhiteboardPush', 1789999950000, 0, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (7, 2, 1, 'StartWhiteboardPush', 1789999950100, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (8, 2, 2, 'StartWhiteboardPush', 1789999950200, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, 'r-3', '', '', 100, 'school', 1400000001, 'old-task', 'old-backup');;
INSERT INTO event VALUES (9, 2, 4, 'StartWhiteboardPush', 1789999950200, 0, 'started', NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'old-task', 'old-backup');;
INSERT INTO event VALUES (10, 3, 0, 'StartWhiteboardPush', 1789999960000, 0, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (11, 3, 1, 'StartWhiteboardPush', 1789999960100, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (12, 3, 2, 'StartWhiteboardPush', 1789999961000, 1, NULL, 'Network', '',
  '', '', 'said so', 0, 1, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (13, 3, 4, 'StartWhiteboardPush', 1789999962000, 0, 'unknown', NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, '', '');;
INSERT INTO event VALUES (14, 4, 0, 'StopWhiteboardPush', 1789999970000, 0, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (15, 4, 1, 'StopWhiteboardPush', 1789999970100, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (16, 5, 0, 'StopWhiteboardPush', 1789999949000, 0, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (17, 5, 1, 'StopWhiteboardPush', 1789999949100, 1, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (18, 5, 2, 'StopWhiteboardPush', 1789999949200, 1, NULL, 'Api', 'FailedOperation.ServerError',
  'said so', 'r-9', '', 200, 2, 'r-9', '', '', 100, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (19, 5, 4, 'StopWhiteboardPush', 1789999950000, 0, 'failed', 'Api', 'FailedOperation.ServerError',
  'said so', 'r-9', '', 200, 2, '', '', '', -1, 'school', 1400000002, 'vanished-task', '');;
INSERT INTO event VALUES (20, 6, 2, 'DescribeWhiteboardPush', 1789999980000, 1, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, 'r-5', '', 'PUSHING', 70, 'school', 1400000001, 'old-task', '');;
INSERT INTO exchange VALUES (1, 2, '{"SdkAppId":1400000003,"TaskId":"ended-task"}', '');;
INSERT INTO exchange VALUES (2, 3, '', '{"Response":{"RequestId":"r-1"}}');;
INSERT INTO exchange VALUES (3, 7, '{"SdkAppId":1400000001,"RoomId":4711}', '');;
INSERT INTO exchange VALUES (4, 8, '', '{"Response":{"TaskId":"old-task","RequestId":"r-3"}}');;
INSERT INTO exchange VALUES (5, 11, '{"SdkAppId":1400000001,"RoomId":4714}', '');;
INSERT INTO open_intent VALUES (3);;
INSERT INTO open_intent VALUES (4);;
INSERT INTO history_word VALUES (1, 0, '学校');;
INSERT INTO history_word VALUES (2, 1, 'StopWhiteboardPush');;
INSERT INTO history_word VALUES (3, 2, 'unknown');;
INSERT INTO history_word VALUES (4, 4, '1400000003');;
INSERT INTO history_word VALUES (5, 2, 'stopped');;
INSERT INTO history_word VALUES (6, 0, 'school');;
INSERT INTO history_word VALUES (7, 1, 'StartWhiteboardPush');;
INSERT INTO history_word VALUES (8, 4, '1400000001');;
INSERT INTO history_word VALUES (9, 2, 'started');;
INSERT INTO history_word VALUES (10, 3, 'Network');;
INSERT INTO history_word VALUES (11, 4, '1400000002');;
INSERT INTO history_word VALUES (12, 2, 'failed');;
INSERT INTO history_word VALUES (13, 3, 'FailedOperation.ServerError');;
INSERT INTO history_word VALUES (14, 1, 'DescribeWhiteboardPush');;
INSERT INTO history_word VALUES (15, 2, 'ok');;
INSERT INTO history_task VALUES (1, 'ended-task');;
INSERT INTO history_task VALUES (2, '');;
INSERT INTO history_task VALUES (3, 'old-task');;
INSERT INTO history_task VALUES (4, 'vanished-task');;
INSERT INTO history VALUES (3, 1789999930200, 1, 2, 5, NULL, 4, 1);;
INSERT INTO history VALUES (8, 1789999950200, 6, 7, 9, NULL, 8, 3);;
INSERT INTO history VALUES (12, 1789999961000, 6, 7, 3, 10, 8, 2);;
INSERT INTO history VALUES (15, 1789999970100, 6, 2, 3, NULL, 11, 4);;
INSERT INTO history VALUES (18, 1789999949200, 6, 2, 12, 13, 11, 4);;
INSERT INTO history VALUES (20, 1789999980000, 6, 14, 15, NULL, 8, 3);;
INSERT INTO rule VALUES (1, 'warnAfter', 1, 'other', 1400000003, 120, NULL);;
INSERT INTO rule VALUES (2, 'stopAfter', 0, '', 0, 150, NULL);;
INSERT INTO rule VALUES (3, 'stopAt', 1, 'other', 1400000003, 1320, 4102444800000);;
INSERT INTO rule_mark VALUES (2, 'account', 1400000001, 'old-task', 4102444800000);;
INSERT INTO scheduled_stop VALUES ('account', 1400000001, 'old-task', 4102444800000);;
CREATE INDEX intent_by_task ON intent (task_id, sdk_app_id);;
CREATE INDEX event_by_intent ON event (intent_id);;
CREATE TRIGGER event_closes AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome <> 'unknown' BEGIN
  DELETE FROM open_intent WHERE intent_id = NEW.intent_id; END;;
CREATE TRIGGER event_reopens AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome = 'unknown' BEGIN
  INSERT OR IGNORE INTO open_intent (intent_id) VALUES (NEW.intent_id); END;;
CREATE TRIGGER intent_keeps BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_keeps BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER exchange_cap AFTER INSERT ON exchange BEGIN
  DELETE FROM exchange WHERE id <= NEW.id - 5000; END;;
CREATE INDEX history_by_task ON event (task_id, id) WHERE kind IN (1, 2, 4);;
CREATE TRIGGER intent_opens AFTER INSERT ON intent
  WHEN NEW.action IN ('StopWhiteboardPush', 'StartWhiteboardPush') BEGIN
  INSERT INTO open_intent (intent_id) VALUES (NEW.id); END;;
CREATE INDEX history_at ON history (at, id, profile, action, outcome, code, app, task);;
CREATE INDEX history_profile ON history (profile, at);;
CREATE INDEX history_action ON history (action, at);;
CREATE INDEX history_outcome ON history (outcome, at);;
CREATE INDEX history_code ON history (code, at) WHERE code IS NOT NULL;;
CREATE INDEX history_app ON history (app, at);;
CREATE INDEX history_task_at ON history (task, at);;
CREATE INDEX event_by_request_id ON event (request_id) WHERE kind = 2;;
CREATE VIEW history_row AS SELECT 0 AS id, 0 AS at, '' AS profile, '' AS action, '' AS outcome, '' AS code, 0 AS sdk_app_id, '' AS task_id;;
CREATE TRIGGER history_row_comes INSTEAD OF INSERT ON history_row BEGIN
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
  (SELECT id FROM history_task WHERE task_id = NEW.task_id); END;;
CREATE TRIGGER history_sent AFTER INSERT ON event WHEN NEW.kind = 1 BEGIN
  DELETE FROM history WHERE id IN (
  SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind = 4);
  INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
  NEW.id, NEW.at, NEW.profile, NEW.action, 'unknown', NULL, NEW.sdk_app_id, NEW.task_id); END;;
CREATE TRIGGER history_answered AFTER INSERT ON event WHEN NEW.kind = 2 BEGIN
  DELETE FROM history WHERE id IN (SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id
  AND (o.kind = 4 OR (o.kind = 1 AND o.action = NEW.action AND o.attempt = NEW.attempt)));
  INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
  NEW.id, NEW.at, NEW.profile, NEW.action,
  CASE WHEN NEW.action IN ('StopWhiteboardPush', 'StartWhiteboardPush')
  THEN CASE WHEN NEW.error_kind = 'Api' THEN 'failed' ELSE 'unknown' END
  WHEN NEW.error_kind IS NULL THEN 'ok' ELSE 'failed' END,
  CASE WHEN NEW.error_kind IS NOT NULL THEN coalesce(nullif(NEW.error_code, ''), NEW.error_kind) END,
  NEW.sdk_app_id, NEW.task_id); END;;
CREATE TRIGGER history_settled AFTER INSERT ON event WHEN NEW.kind = 4 AND EXISTS (
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
  AND o.action IN ('StopWhiteboardPush', 'StartWhiteboardPush')); END;;
CREATE TRIGGER history_unsent AFTER INSERT ON event WHEN NEW.kind = 4 AND NOT EXISTS (
  SELECT 1 FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind IN (1, 2)) BEGIN
  DELETE FROM history WHERE id IN (
  SELECT o.id FROM event o WHERE o.intent_id = NEW.intent_id AND o.kind = 4);
  INSERT INTO history_row (id, at, profile, action, outcome, code, sdk_app_id, task_id) VALUES (
  NEW.id, NEW.at, NEW.profile, NEW.action, coalesce(NEW.outcome, 'unknown'),
  CASE WHEN NEW.error_kind IS NOT NULL THEN coalesce(nullif(NEW.error_code, ''), NEW.error_kind) END,
  NEW.sdk_app_id, NEW.task_id); END;;
CREATE TRIGGER forgotten_is_over BEFORE INSERT ON forgotten
  WHEN NOT EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.intent_id)
  OR EXISTS (SELECT 1 FROM open_intent o WHERE o.intent_id = NEW.intent_id)
  OR EXISTS (SELECT 1 FROM event e WHERE e.intent_id = NEW.intent_id
  AND e.at > (CAST(strftime('%s', 'now') AS INTEGER) - 2592000) * 1000)
  OR EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.intent_id
  AND i.requested_at > (CAST(strftime('%s', 'now') AS INTEGER) - 2592000) * 1000)
  BEGIN SELECT RAISE(ABORT, 'not to be forgotten'); END;;
CREATE TRIGGER forgotten_keeps BEFORE UPDATE ON forgotten
  BEGIN SELECT RAISE(ABORT, 'not to be forgotten'); END;;
CREATE TRIGGER intent_stays BEFORE DELETE ON intent
  WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.intent_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_stays BEFORE DELETE ON event
  WHEN NOT EXISTS (SELECT 1 FROM forgotten f WHERE f.intent_id = OLD.intent_id)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_goes AFTER DELETE ON event BEGIN
  DELETE FROM history WHERE id = OLD.id;
  DELETE FROM exchange WHERE event_id = OLD.id; END;;
CREATE TRIGGER intent_goes AFTER DELETE ON intent BEGIN
  DELETE FROM forgotten WHERE intent_id = OLD.id; END;;
CREATE INDEX rule_mark_by_rule ON rule_mark (rule_id);;
CREATE TRIGGER intent_is_new BEFORE INSERT ON intent
  WHEN EXISTS (SELECT 1 FROM intent i WHERE i.id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_is_new BEFORE INSERT ON event
  WHEN EXISTS (SELECT 1 FROM event e WHERE e.id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER exchange_is_new BEFORE INSERT ON exchange
  WHEN EXISTS (SELECT 1 FROM exchange x WHERE x.id = NEW.id OR x.event_id = NEW.event_id)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER exchange_keeps BEFORE UPDATE ON exchange BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
PRAGMA application_id = 1466060867;;
PRAGMA user_version = 7;;
