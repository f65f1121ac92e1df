// SPDX-License-Identifier: GPL-3.0-or-later
// What the explorer writes as code is run as it is: printsample (argument 1) writes it, a simulator (argument 2)
// answers. The shell script and the Node program really call; Python is compiled and its parameters are read back.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const readline = require("node:readline");
const { spawn, spawnSync, execFileSync } = require("node:child_process");

const [printsample, simulator] = process.argv.slice(2);
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "code-samples-"));
// Everything that one of the languages could take for its own.
const nasty = "it's \"quoted\" \\back\\slash $HOME `id` ${x} $(id) %s @BODY@ 'class' 白板课 \u{1F600}\nsecond line\ttab";

async function startSimulator() {
    const child = spawn(simulator, ["--port", "0", "--tasks", "5", "--limit", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const lines = readline.createInterface({ input: child.stdout });
    const ready = await new Promise((resolve, reject) => {
        lines.once("line", (line) => resolve(JSON.parse(line)));
        child.once("exit", (code) => reject(new Error(`the simulator ended with ${code}`)));
        child.once("error", reject);
    });
    return { child, ready };
}

function write(kind, url, action, parameters) {
    return execFileSync(printsample, [kind, url, "international", action, JSON.stringify(parameters)], { encoding: "utf8" });
}

// The answer's Response, as the program printed it.
function run(program, args, ready, extra = {}) {
    const environment = {
        ...process.env, NODE_PATH: path.join(path.resolve(process.env.INTEROP_SDK), "node_modules"),
        TENCENTCLOUD_SECRET_ID: ready.secretId, TENCENTCLOUD_SECRET_KEY: ready.secretKey, ...extra,
    };
    const result = spawnSync(program, args, { encoding: "utf8", env: environment, timeout: 60_000 });
    assert.strictEqual(result.status, 0, `${program}: ${result.stdout} ${result.stderr} ${result.error || ""}`);
    const answer = JSON.parse(result.stdout);
    return answer.Response || answer;
}

function file(name, text) {
    const full = path.join(directory, name);
    fs.writeFileSync(full, text);
    return full;
}

function checkPython(code, parameters) {
    const sample = file("sample.py", code);
    execFileSync("python3", ["-m", "py_compile", sample]);
    const reader = "import ast, json, sys\n" +
        "tree = ast.parse(open(sys.argv[1], encoding='utf-8').read())\n" +
        "print(json.dumps(next(ast.literal_eval(n.value) for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == 'params')))";
    const read = execFileSync("python3", ["-c", reader, sample], { encoding: "utf8" });
    assert.deepStrictEqual(JSON.parse(read), parameters);
}

async function main() {
    const { child, ready } = await startSimulator();
    try {
        const stop = (index) => ({ SdkAppId: 1400000001, TaskId: `1400000001t${String(index).padStart(9, "0")}` });
        const start = (room, user) => ({
            SdkAppId: 1400000001, RoomId: room, PushUserId: `user_${room}`, PushUserSig: nasty, ExtraData: nasty, AutoRecord: false,
            Whiteboard: { Width: 1280, InitParam: JSON.stringify({ title: nasty }) },
            Backup: { PushUserId: user, PushUserSig: nasty },
        });
        const shells = ["sh", "bash", "dash"].filter((shell) => spawnSync(shell, ["-c", ":"]).status === 0);
        for (const [index, shell] of shells.entries()) {
            const stopped = run(shell, [file("stop.sh", write("curl", ready.url, "StopWhiteboardPush", stop(index + 1)))], ready);
            assert.match(stopped.RequestId, /^[0-9a-f-]{36}$/, JSON.stringify(stopped));
            assert.ok(!stopped.Error, JSON.stringify(stopped));
            const started = run(shell, [file("start.sh", write("curl", ready.url, "StartWhiteboardPush", start(700 + index, nasty.slice(0, 20))))], ready);
            assert.ok(started.TaskId, JSON.stringify(started));
            console.log(`curl from ${shell}: fine`);
        }
        // A key longer than the block of the hash, and a token: refused for what they are, not for a bad request.
        const script = file("stop.sh", write("curl", ready.url, "StopWhiteboardPush", stop(5)));
        const code = (extra) => run("sh", [script], ready, extra).Error.Code;
        assert.strictEqual(code({ TENCENTCLOUD_SECRET_KEY: "k".repeat(200) }), "AuthFailure.SignatureFailure");
        assert.strictEqual(code({ TENCENTCLOUD_TOKEN: "unexpected" }), "AuthFailure.TokenFailure");
        const bare = run("sh", [file("bare.sh", write("unsigned", ready.url, "StopWhiteboardPush", stop(5)))], ready);
        assert.match(bare.Error.Code, /^AuthFailure/);

        const parameters = start(800, "it's b");
        const node = run("node", [file("start.js", write("node", ready.url, "StartWhiteboardPush", parameters))], ready);
        assert.ok(node.TaskId, JSON.stringify(node));
        assert.ok(run("node", [file("stop.js", write("node", ready.url, "StopWhiteboardPush", stop(5)))], ready).RequestId);
        console.log("Node: fine");

        checkPython(write("python", ready.url, "StartWhiteboardPush", parameters), parameters);
        console.log("Python: fine");

        const journal = await (await fetch(`${ready.url}/_simulator/journal`)).json();
        const good = journal.entries.filter((entry) => entry.signatureOk);
        assert.ok(good.length >= shells.length * 2 + 2, "every call was signed well");
    } finally {
        child.removeAllListeners("exit");
        child.kill("SIGTERM");
        fs.rmSync(directory, { recursive: true });
    }
}

main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
});
