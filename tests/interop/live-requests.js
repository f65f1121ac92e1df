// SPDX-License-Identifier: GPL-3.0-or-later
// The console (argument 1) on its way to the real host names: through a proxy, over TLS with an authority of its own,
// over HTTP/1.1 also where HTTP/2 is offered. What arrives is judged by the vendor's own signing code.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const http = require("node:http");
const http2 = require("node:http2");
const https = require("node:https");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const { execFile, execFileSync } = require("node:child_process");
const { judge } = require("./referee");

const executable = process.argv[2];
const hosts = ["tiw.intl.tencentcloudapi.com", "tiw.tencentcloudapi.com"];
const credential = { secretId: "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", secretKey: "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE" };
const app = 1400000001;
const task = "07b4c70bpafm1b4majmb";

function makeCertificate(directory) {
    const file = (name) => path.join(directory, name);
    execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", "/CN=interop test", "-addext", `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(",")}`,
        "-keyout", file("key.pem"), "-out", file("ca.pem")], { stdio: "pipe" });
    return { ca: file("ca.pem"), key: fs.readFileSync(file("key.pem")), cert: fs.readFileSync(file("ca.pem")) };
}

const about = { TaskId: task, Status: "STOPPED", FinishReason: "USER_CALL", RoomId: 880528, GroupId: "880528",
    PushUserId: "tic_push_user", PushStartTime: 1610591726, PushStopTime: 1610591759, ExceptionCnt: 0, IMSyncTime: 0, Backup: "" };
const answers = {
    StopWhiteboardPush: { Backup: "" },
    DescribeWhiteboardPush: about,
    DescribeWhiteboardPushSearch: { WhiteboardPushTaskSet: [], TotalCount: 0 },
    DescribeRunningTasks: { Tasks: [], Total: 0 },
};

// A service that says what it was asked, and answers all of it.
async function startService({ key, cert }, offersHttp2, seen) {
    const createServer = offersHttp2 ? http2.createSecureServer : https.createServer;
    const server = createServer({ key, cert, allowHTTP1: true }, (request, response) => {
        const chunks = [];
        request.on("data", (chunk) => chunks.push(chunk));
        request.on("end", () => {
            const headers = request.headers;
            seen.push({ version: request.httpVersion, host: headers[":authority"] || headers.host, headers,
                payload: Buffer.concat(chunks).toString("utf8") });
            const answer = answers[headers["x-tc-action"]];
            const body = JSON.stringify({ Response: { ...answer, RequestId: "eac6b301-a322-493a-8e36-83b295459397" } });
            response.writeHead(200, { "content-type": "application/json" });
            response.end(body);
        });
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return server;
}

// Leads every CONNECT to the service, whatever host it names.
async function startProxy(port, connects) {
    const proxy = http.createServer((request, response) => response.writeHead(405).end());
    proxy.on("connect", (request, socket) => {
        connects.push(request.url);
        const onward = net.connect(port, "127.0.0.1", () => {
            socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
            socket.pipe(onward).pipe(socket);
        });
        onward.on("error", () => socket.destroy());
        socket.on("error", () => onward.destroy());
    });
    await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    return proxy;
}

function makeHome(directory, proxyPort) {
    const home = fs.mkdtempSync(path.join(directory, "home-"));
    const config = path.join(home, ".config", "whiteboard-push-console");
    fs.mkdirSync(config, { recursive: true });
    fs.writeFileSync(path.join(config, "settings.ini"),
        `[network]\nproxyMode=http\nproxyHost=127.0.0.1\nproxyPort=${proxyPort}\n`);
    fs.mkdirSync(path.join(home, "run"), { mode: 0o700 });
    return home;
}

function runConsole(home, args) {
    const env = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: path.join(home, "run"), LC_ALL: "C.UTF-8",
        TENCENTCLOUD_SECRET_ID: credential.secretId, TENCENTCLOUD_SECRET_KEY: credential.secretKey };
    for (const name of ["ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"]) {
        if (process.env[name]) {
            env[name] = process.env[name];
        }
    }
    return new Promise((resolve) => {
        execFile(executable, args, { env, timeout: 60_000 }, (error, stdout, stderr) =>
            resolve({ status: error ? error.code : 0, stdout, stderr }));
    });
}

function checkRequest(request, { host, region }) {
    const action = request.headers["x-tc-action"];
    assert.strictEqual(request.host, host);
    assert.strictEqual(request.version, "1.1", `${action} came over another version`);
    const verdict = judge({ ...credential, host, contentType: request.headers["content-type"], payload: request.payload,
        timestamp: request.headers["x-tc-timestamp"], service: "tiw", authorization: request.headers.authorization });
    assert.ok(verdict.matches, `${action}: the vendor's code would have signed ${verdict.expected}`);
    assert.strictEqual(request.headers["x-tc-version"], "2019-09-19");
    assert.strictEqual(request.headers["x-tc-region"], region);
    return action;
}

async function main() {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), "live-requests-"));
    try {
        const certificate = makeCertificate(directory);
        const cases = [
            { host: hosts[0], offersHttp2: false, list: "DescribeWhiteboardPushSearch", region: "ap-singapore", edition: "intl" },
            { host: hosts[1], offersHttp2: true, list: "DescribeRunningTasks", region: "ap-guangzhou", edition: "mainland" },
            { host: hosts[1], offersHttp2: true, list: "DescribeWhiteboardPushSearch", region: "ap-singapore", edition: "intl" },
        ];
        for (const each of cases) {
            const seen = [];
            const connects = [];
            const service = await startService(certificate, each.offersHttp2, seen);
            const proxy = await startProxy(service.address().port, connects);
            const home = makeHome(directory, proxy.address().port);
            const common = ["--app", String(app), "--endpoint", `https://${each.host}`, "--region", each.region,
                "--edition", each.edition, "--ca-file", certificate.ca, "--json"];

            const stopped = await runConsole(home, ["stop", ...common, task]);
            assert.strictEqual(stopped.status, 0, stopped.stderr + stopped.stdout);
            assert.strictEqual(JSON.parse(stopped.stdout).outcome, "stopped");
            const listed = await runConsole(home, ["list", ...common]);
            assert.strictEqual(listed.status, 0, listed.stderr + listed.stdout);

            const actions = seen.map((request) => checkRequest(request, each));
            assert.deepStrictEqual(actions, ["StopWhiteboardPush", "DescribeWhiteboardPush", each.list]);
            assert.ok(connects.length > 0 && connects.every((target) => target === `${each.host}:443`), connects.join());
            // Without the authority nothing is said to such a host.
            const distrusting = await runConsole(home, ["stop", ...common.filter((word) => word !== "--ca-file" && word !== certificate.ca), task]);
            assert.notStrictEqual(distrusting.status, 0);
            assert.strictEqual(seen.length, 3);
            console.log(`${each.host}, ${each.edition}: ${actions.join(", ")} as the vendor's code signs them`);
            proxy.closeAllConnections();
            proxy.close();
            service.close();
        }
    } finally {
        fs.rmSync(directory, { recursive: true, force: true });
    }
    process.exit(0); // connections that are kept alive would hold it
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
