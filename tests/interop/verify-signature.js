// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one JSON object a line from stdin, answers each with {"matches": bool, "expected": "…"} on a line of stdout.
//   TC3: {"method", "host", "query", "contentType", "payload", "timestamp", "service", "secretId", "secretKey",
//         "authorization"}; method is POST and service the host's first label where they are left out. Give the
//         host without a port: the SDK never signs one. It signs the headers content-type and host, no others.
//   v1:  {"scheme": "HmacSHA1" | "HmacSHA256", "method", "host", "params": {…}, "secretKey", "signature"}
// Exit status 0 if all matched, 1 if one did not, 2 if a line could not be read.
"use strict";
const readline = require("node:readline");
const { judge } = require("./referee");

let status = 0;
const lines = readline.createInterface({ input: process.stdin });
lines.on("line", (line) => {
    if (line.trim() === "") {
        return;
    }
    try {
        const verdict = judge(JSON.parse(line));
        status = Math.max(status, verdict.matches ? 0 : 1);
        console.log(JSON.stringify(verdict));
    } catch (error) {
        status = 2;
        console.log(JSON.stringify({ matches: false, error: error.message }));
    }
});
lines.on("close", () => {
    process.exitCode = status;
});
