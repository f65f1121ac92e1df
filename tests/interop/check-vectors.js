// SPDX-License-Identifier: GPL-3.0-or-later
// The referee must be right itself: it has to say yes to known signatures, and no to spoilt ones.
"use strict";
const assert = require("node:assert");
const path = require("node:path");
const { spawnSync } = require("node:child_process");

const secretId = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
const secretKey = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
const head = (date, service) =>
    `TC3-HMAC-SHA256 Credential=${secretId}/${date}/${service}/tc3_request, SignedHeaders=content-type;host, Signature=`;
const stop = {
    host: "tiw.intl.tencentcloudapi.com", contentType: "application/json", timestamp: 1700000000, secretId, secretKey,
    payload: '{"SdkAppId":1400000001,"TaskId":"07b4c70bpafm1b4majmb"}',
    authorization: head("2023-11-14", "tiw") + "7d2f7f3229f0be38ae4088043502e64c4460c8c6d9c43e772948b1b3f9d5b390",
};
const params = {
    Action: "StopWhiteboardPush", Language: "en-US", Nonce: 11886, Region: "ap-singapore", SdkAppId: 1400000001,
    SecretId: secretId, TaskId: "07b4c70bpafm1b4majmb", Timestamp: 1700000000, Version: "2019-09-19",
};
const v1 = (scheme, method, signature) =>
    ({ scheme, method, host: stop.host, secretKey, signature, params: { ...params, SignatureMethod: scheme } });

const good = [
    stop,
    { ...stop, host: "tiw.tencentcloudapi.com", contentType: "application/json; charset=utf-8",
      authorization: head("2023-11-14", "tiw") + "d275b2c2fa1253d336da55b0828e31cb54297c0ed1de39088c0c1ba4d2be3591" },
    { method: "GET", host: "cvm.tencentcloudapi.com", query: "Limit=10&Offset=0", secretId, secretKey,
      contentType: "application/x-www-form-urlencoded", timestamp: 1539084154,
      authorization: head("2018-10-09", "cvm") + "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474" },
    v1("HmacSHA1", "GET", "j03IqiI+rXOyUkDEanTTk2VjKq4="),
    v1("HmacSHA1", "POST", "fxNr2gxcWG5tvUPd1b0PYIHv4qk="),
    v1("HmacSHA256", "GET", "Ln7rsMiTiNpgBdgmtPj/lLUKhezTb8X5S6qgv10Z85c="),
    v1("HmacSHA256", "POST", "NPvM1cRymGvM5PqP7qNKsCjGscQXrdLYO3RY1nKHeQU="),
];
const bad = [
    { ...stop, payload: stop.payload + " " },
    { ...stop, timestamp: stop.timestamp + 1 },
    { ...stop, secretKey: "another" },
    { ...v1("HmacSHA256", "GET", "Ln7rsMiTiNpgBdgmtPj/lLUKhezTb8X5S6qgv10Z85c="), method: "POST" },
];

function verdicts(requests) {
    const input = requests.map((request) => JSON.stringify(request)).join("\n") + "\n";
    const run = spawnSync(process.execPath, [path.join(__dirname, "verify-signature.js")], { input, encoding: "utf8" });
    return { status: run.status, matches: run.stdout.trim().split("\n").map((line) => JSON.parse(line).matches) };
}

assert.deepStrictEqual(verdicts(good), { status: 0, matches: good.map(() => true) });
assert.deepStrictEqual(verdicts(bad), { status: 1, matches: bad.map(() => false) });
assert.strictEqual(verdicts([7]).status, 2);
console.log(`${good.length} good and ${bad.length} spoilt signatures judged rightly`);
