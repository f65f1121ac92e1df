-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file as schema version 1 left it. Statements end with two semicolons.
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
  last_request_id TEXT NOT NULL, last_result_at INTEGER, added_at INTEGER, refreshed_at INTEGER,
  PRIMARY KEY (account_id, sdk_app_id, task_id)) WITHOUT ROWID;;
CREATE TABLE intent (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL, account_id TEXT NOT NULL, profile TEXT NOT NULL, secret_id TEXT NOT NULL,
  endpoint TEXT NOT NULL, region TEXT NOT NULL, edition TEXT NOT NULL,
  sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL,
  requested_at INTEGER NOT NULL, owner TEXT NOT NULL);;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  intent_id INTEGER NOT NULL REFERENCES intent (id),
  kind INTEGER NOT NULL, action TEXT NOT NULL, at INTEGER NOT NULL, attempt INTEGER NOT NULL,
  outcome TEXT, error_kind TEXT, error_code TEXT, error_message TEXT, error_request_id TEXT,
  error_detail TEXT, error_http_status INTEGER, error_delivery INTEGER,
  request_id TEXT NOT NULL, backup_request_id TEXT NOT NULL, status TEXT NOT NULL,
  latency_ms INTEGER NOT NULL,
  profile TEXT NOT NULL, sdk_app_id INTEGER NOT NULL, task_id TEXT NOT NULL);;
CREATE INDEX intent_by_task ON intent (task_id, sdk_app_id);;
CREATE INDEX event_by_intent ON event (intent_id);;
CREATE TABLE open_intent (intent_id INTEGER PRIMARY KEY REFERENCES intent (id));;
CREATE TRIGGER intent_opens AFTER INSERT ON intent WHEN NEW.action = 'StopWhiteboardPush' BEGIN
  INSERT INTO open_intent (intent_id) VALUES (NEW.id); END;;
CREATE TRIGGER event_closes AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome <> 'unknown' BEGIN
  DELETE FROM open_intent WHERE intent_id = NEW.intent_id; END;;
CREATE TRIGGER event_reopens AFTER INSERT ON event WHEN NEW.kind = 4 AND NEW.outcome = 'unknown' BEGIN
  INSERT OR IGNORE INTO open_intent (intent_id) VALUES (NEW.intent_id); END;;
CREATE TRIGGER intent_keeps BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER intent_stays BEFORE DELETE ON intent BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_keeps BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'append-only'); END;;
PRAGMA application_id = 1466060867;;
PRAGMA user_version = 1;;
INSERT INTO task VALUES ('account', 1400000001, 'old-task', 'Mathematics 7b', 'PUSHING', '', 12, '', '',
  NULL, 1700000000000, NULL, 0, 0, '', '', '', '', '', '', '{}', NULL, '', '', '', NULL, 1700000000000, NULL);;
INSERT INTO intent VALUES (1, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000001, 'old-task', 1700000001000, 'gone');;
INSERT INTO event VALUES (1, 1, 0, 'StopWhiteboardPush', 1700000001000, 0, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, '', '', '', -1, 'school', 1400000001, 'old-task');;
INSERT INTO event VALUES (2, 1, 1, 'StopWhiteboardPush', 1700000001010, 1, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, '', '', '', -1, 'school', 1400000001, 'old-task');;
