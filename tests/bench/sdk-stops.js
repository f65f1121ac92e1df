// SPDX-License-Identifier: GPL-3.0-or-later
// What a script of the vendor's SDK does with many tasks, as its README shows a call: the TaskIds of standard
// input are stopped one after the other ("loop") or all at once ("together"). Prints {accepted, throttled, other}.
"use strict";
const { common, tiw } = require("../interop/sdk");

const [way, url, secretId] = process.argv.slice(2);

function makeClient() {
    const httpProfile = new common.HttpProfile();
    httpProfile.protocol = "http://";
    httpProfile.endpoint = new URL(url).host;
    httpProfile.reqTimeout = 120;
    const keys = new common.Credential(secretId, process.env.SIMULATED_KEY);
    return new tiw.Client(keys, "ap-singapore", new common.ClientProfile("TC3-HMAC-SHA256", httpProfile));
}

function stop(client, line) {
    const [sdkAppId, taskId] = line.split(" ");
    const request = new tiw.Models.StopWhiteboardPushRequest();
    request.from_json_string(JSON.stringify({ SdkAppId: Number(sdkAppId), TaskId: taskId }));
    return new Promise((resolve) => {
        client.StopWhiteboardPush(request, (error) => {
            if (!error)
                resolve("accepted");
            else
                resolve(String(error.code).startsWith("RequestLimitExceeded") ? "throttled" : "other");
        });
    });
}

async function main() {
    let text = "";
    for await (const piece of process.stdin)
        text += piece;
    const lines = text.trim().split("\n");
    const client = makeClient();
    const counts = { accepted: 0, throttled: 0, other: 0 };
    if (way === "loop") {
        for (const line of lines)
            ++counts[await stop(client, line)];
    } else {
        for (const outcome of await Promise.all(lines.map((line) => stop(client, line))))
            ++counts[outcome];
    }
    console.log(JSON.stringify(counts));
}

main();
