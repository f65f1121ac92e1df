// SPDX-License-Identifier: GPL-3.0-or-later
// The vendor's SDK, unchanged, calls a simulator (argument 1): every action it knows, every way of signing it has,
// with good and with bad keys.
"use strict";
const assert = require("node:assert");
const readline = require("node:readline");
const { spawn } = require("node:child_process");
const { common, tiw } = require("./sdk");

const app = 1400000001;
const seeded = (index) => `${app}t${String(index).padStart(9, "0")}`;

async function startSimulator(executable) {
    const child = spawn(executable, ["--port", "0", "--tasks", "20", "--limit", "0", "--start-delay", "200ms", "--stop-delay", "200ms"],
        { stdio: ["ignore", "pipe", "inherit"] });
    const lines = readline.createInterface({ input: child.stdout });
    const ready = await new Promise((resolve, reject) => {
        lines.once("line", (line) => resolve(JSON.parse(line)));
        child.once("exit", (code) => reject(new Error(`the simulator ended with ${code}`)));
        child.once("error", reject);
    });
    return { child, ready };
}

// call(action, fields): the answer, or throws what the SDK throws.
function clientFor(ready, scheme, method, credential = {}) {
    const httpProfile = new common.HttpProfile();
    httpProfile.protocol = "http://";
    httpProfile.endpoint = new URL(ready.url).host;
    httpProfile.reqMethod = method;
    httpProfile.reqTimeout = 10;
    const keys = new common.Credential(credential.secretId || ready.secretId, credential.secretKey || ready.secretKey,
        credential.token);
    const client = new tiw.Client(keys, credential.region || "ap-singapore", new common.ClientProfile(scheme, httpProfile));
    return (action, fields = {}) => new Promise((resolve, reject) => {
        const request = new tiw.Models[`${action}Request`]();
        request.from_json_string(JSON.stringify(fields));
        client[action](request, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}

async function codeOf(promise) {
    try {
        await promise;
        return "";
    } catch (error) {
        assert.match(error.requestId || "", /^[0-9a-f-]{36}$/, `no RequestId with ${error.message}`);
        return error.code;
    }
}

async function until(what, isTrue) {
    const end = Date.now() + 10_000;
    while (!(await isTrue())) {
        assert.ok(Date.now() < end, `waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

// One life of a task, and the actions around it.
async function everyAction(ready, scheme, method, taskId, room) {
    const call = clientFor(ready, scheme, method);
    const task = { SdkAppId: app, TaskId: taskId };
    const running = await call("DescribeWhiteboardPush", task);
    assert.strictEqual(running.Status, "PUSHING");
    assert.strictEqual(running.TaskId, taskId);
    const stopped = await call("StopWhiteboardPush", task);
    assert.match(stopped.RequestId, /^[0-9a-f-]{36}$/);
    await until("it is stopped", async () => (await call("DescribeWhiteboardPush", task)).Status === "STOPPED");
    assert.strictEqual((await call("DescribeWhiteboardPush", task)).FinishReason, "USER_CALL");
    assert.strictEqual(await codeOf(call("StopWhiteboardPush", task)), "UnsupportedOperation.TaskHasAlreadyStopped");

    const found = await call("DescribeWhiteboardPushSearch");
    assert.ok(found.TotalCount >= 20);
    assert.ok(found.WhiteboardPushTaskSet.some((item) => item.TaskId === taskId && item.Status === "STOPPED"));

    const started = await call("StartWhiteboardPush", {
        SdkAppId: app, RoomId: room, PushUserId: `user_${room}`, PushUserSig: "made up", AutoStopTimeout: 300,
        AutoManageBackup: true, Whiteboard: { Width: 1280, Height: 720 },
        Backup: { PushUserId: `user_${room}_b`, PushUserSig: "made up" },
    });
    const backup = JSON.parse(started.Backup);
    assert.ok(started.TaskId && backup.TaskId && backup.RequestId);
    const both = await call("StopWhiteboardPush", { SdkAppId: app, TaskId: started.TaskId });
    assert.ok(JSON.parse(both.Backup).RequestId);

    await call("SetWhiteboardPushCallback", { SdkAppId: app, Callback: "https://example.com/a?b=c&d=%2B 1" });
    await call("SetWhiteboardPushCallbackKey", { SdkAppId: app, CallbackKey: "a key+with/marks=" });
    const callback = await call("DescribeWhiteboardPushCallback", { SdkAppId: app });
    assert.strictEqual(callback.Callback, "https://example.com/a?b=c&d=%2B 1");
    assert.strictEqual(callback.CallbackKey, "a key+with/marks=");

    const applications = await call("DescribeApplicationInfos");
    assert.deepStrictEqual(applications.ApplicationInfos.map((item) => item.SdkAppId), ready.sdkAppIds);
}

async function everyRefusal(ready, scheme, method) {
    const task = { SdkAppId: app, TaskId: seeded(20) };
    const stop = (credential, fields = task) => codeOf(clientFor(ready, scheme, method, credential)("StopWhiteboardPush", fields));
    assert.strictEqual(await stop({ secretKey: "wrong" }), "AuthFailure.SignatureFailure");
    assert.strictEqual(await stop({ secretId: "AKIDnobody" }), "AuthFailure.SecretIdNotFound");
    assert.strictEqual(await stop({ token: "unexpected" }), "AuthFailure.TokenFailure");
    assert.strictEqual(await stop({ region: "ap-nowhere" }), "UnsupportedRegion");
    assert.strictEqual(await stop({}, { SdkAppId: app, TaskId: "nothing" }), "InvalidParameter.TaskNotFound");
    assert.strictEqual(await stop({}, { SdkAppId: 1, TaskId: "x" }), "UnauthorizedOperation.SdkAppId");
    assert.strictEqual(await stop({}, { SdkAppId: app }), "MissingParameter");
}

async function main() {
    const { child, ready } = await startSimulator(process.argv[2]);
    try {
        const ways = [["HmacSHA256", "POST"], ["HmacSHA256", "GET"], ["HmacSHA1", "POST"], ["HmacSHA1", "GET"],
            ["TC3-HMAC-SHA256", "POST"], ["TC3-HMAC-SHA256", "GET"]];
        for (const [index, [scheme, method]] of ways.entries()) {
            await everyAction(ready, scheme, method, seeded(index + 1), 900 + index);
            await everyRefusal(ready, scheme, method);
            console.log(`${scheme} ${method}: fine`);
        }
        const journal = await (await fetch(`${ready.url}/_simulator/journal`)).json();
        const schemes = new Set(journal.entries.filter((entry) => entry.signatureOk).map((entry) => `${entry.scheme} ${entry.method}`));
        assert.deepStrictEqual([...schemes].sort(), ways.map((way) => way.join(" ")).sort());
        assert.ok(journal.entries.every((entry) => entry.delivery === 1), "no request arrived twice");
    } finally {
        child.removeAllListeners("exit");
        child.kill("SIGTERM");
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
