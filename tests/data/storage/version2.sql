-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file as schema version 2 left it. Statements end with two semicolons.
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
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL UNIQUE, request TEXT NOT NULL, answer TEXT NOT NULL);;
CREATE TRIGGER exchange_cap AFTER INSERT ON exchange BEGIN
  DELETE FROM exchange WHERE id <= NEW.id - 5000; END;;
CREATE INDEX history_by_task ON event (task_id, id) WHERE kind IN (1, 2, 4);;
CREATE INDEX history_by_profile ON event (profile, id, action, sdk_app_id) WHERE kind IN (1, 2, 4);;
CREATE INDEX history_by_app ON event (sdk_app_id, id, action) WHERE kind IN (1, 2, 4);;
CREATE INDEX history_by_action ON event (action, id) WHERE kind IN (1, 2, 4);;
CREATE INDEX history_by_time ON event (at) WHERE kind IN (1, 2, 4);;
PRAGMA application_id = 1466060867;;
PRAGMA user_version = 2;;
INSERT INTO task VALUES ('account', 1400000001, 'old-task', 'Mathematics 7b', 'PUSHING', '', 12, '', '',
  NULL, 1700000000000, NULL, 0, 0, '', '', '', '', '', '', '{}', NULL, '', '', '', NULL, 1700000000000, NULL);;
INSERT INTO intent VALUES (1, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000001, 'open-task', 1700000001000, 'gone');;
INSERT INTO event VALUES (1, 1, 0, 'StopWhiteboardPush', 1700000001001, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'open-task');;
INSERT INTO event VALUES (2, 1, 1, 'StopWhiteboardPush', 1700000001002, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'open-task');;
INSERT INTO intent VALUES (2, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000001, 'stopped-task', 1700000002000, 'gone');;
INSERT INTO event VALUES (3, 2, 0, 'StopWhiteboardPush', 1700000002003, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'stopped-task');;
INSERT INTO event VALUES (4, 2, 1, 'StopWhiteboardPush', 1700000002004, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'stopped-task');;
INSERT INTO event VALUES (5, 2, 2, 'StopWhiteboardPush', 1700000002005, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'r-2', '', '', 42, 'school', 1400000001, 'stopped-task');;
INSERT INTO event VALUES (6, 2, 2, 'DescribeWhiteboardPush', 1700000002006, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'r-3', '', '', 40, 'school', 1400000001, 'stopped-task');;
INSERT INTO event VALUES (7, 2, 3, 'DescribeWhiteboardPush', 1700000002007, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'stopped-task');;
INSERT INTO event VALUES (8, 2, 4, 'StopWhiteboardPush', 1700000002008, 0, 'stopped',
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'stopped-task');;
INSERT INTO intent VALUES (3, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000001, 'retried-task', 1700000003000, 'gone');;
INSERT INTO event VALUES (9, 3, 0, 'StopWhiteboardPush', 1700000003009, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (10, 3, 1, 'StopWhiteboardPush', 1700000003010, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (11, 3, 2, 'StopWhiteboardPush', 1700000003011, 1, NULL,
  'Api', 'RequestLimitExceeded', 'said so', 'r-4', '', 200, 2, 'r-4', '', '', 20, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (12, 3, 1, 'StopWhiteboardPush', 1700000003012, 2, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (13, 3, 2, 'StopWhiteboardPush', 1700000003013, 2, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'r-5', '', '', 50, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (14, 3, 4, 'StopWhiteboardPush', 1700000003014, 0, 'unknown',
  'Timeout', '', 'said so', '', '', 200, 2, '', '', '', -1, 'school', 1400000001, 'retried-task');;
INSERT INTO event VALUES (15, 3, 4, 'StopWhiteboardPush', 1700000003015, 0, 'failed',
  'Api', 'FailedOperation.WhiteboardPush', 'said so', '', '', 200, 2, '', '', '', -1, 'school', 1400000001, 'retried-task');;
INSERT INTO intent VALUES (4, 'StopWhiteboardPush', 'account', 'school', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000001, 'unsent-task', 1700000004000, 'gone');;
INSERT INTO event VALUES (16, 4, 0, 'StopWhiteboardPush', 1700000004016, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'unsent-task');;
INSERT INTO event VALUES (17, 4, 4, 'StopWhiteboardPush', 1700000004017, 0, 'unknown',
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'unsent-task');;
INSERT INTO event VALUES (18, 4, 4, 'StopWhiteboardPush', 1700000004018, 0, 'notSent',
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', -1, 'school', 1400000001, 'unsent-task');;
INSERT INTO intent VALUES (5, 'DescribeWhiteboardPush', 'account', 'env', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000002, 'read-task', 1700000005000, 'gone');;
INSERT INTO event VALUES (19, 5, 2, 'DescribeWhiteboardPush', 1700000005019, 1, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'r-6', '', '', 30, 'env', 1400000002, 'read-task');;
INSERT INTO intent VALUES (6, 'DescribeWhiteboardPush', 'account', 'env', 'AKIDEXAMPLE',
  'https://tiw.intl.tencentcloudapi.com', 'ap-singapore', 'intl', 1400000002, 'read-task', 1700000006000, 'gone');;
INSERT INTO event VALUES (20, 6, 2, 'DescribeWhiteboardPush', 1700000006020, 2, NULL,
  'Network', '', 'said so', '', '', 200, 2, '', '', '', -1, 'env', 1400000002, 'read-task');;
INSERT INTO exchange VALUES (1, 4, '', '{"Response":{"RequestId":"r-2"}}');;
INSERT INTO exchange VALUES (2, 3, '{"TaskId":"stopped-task"}', '');;
