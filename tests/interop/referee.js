// SPDX-License-Identifier: GPL-3.0-or-later
// What the vendor's SDK would have signed.
"use strict";
const { common, Sign } = require("./sdk");

// The value of the Authorization header. The SDK signs content-type and host, the host without its port, and the
// payload's bytes as they are given.
function authorization(request) {
    return Sign.sign3({
        method: request.method || "POST",
        url: `https://${request.host}/${request.query ? "?" + request.query : ""}`,
        payload: request.method === "GET" ? "" : Buffer.from(request.payload || "", "utf8"),
        timestamp: Number(request.timestamp),
        service: request.service || request.host.split(".")[0],
        secretId: request.secretId,
        secretKey: request.secretKey,
        headers: { "Content-Type": request.contentType },
    });
}

// The value of the Signature parameter. `params` holds all others, not URL-encoded.
function signature(request) {
    const httpProfile = new common.HttpProfile();
    httpProfile.reqMethod = request.method || "POST";
    httpProfile.endpoint = request.host;
    const client = new common.AbstractClient(request.host, "2019-09-19", null, null,
        new common.ClientProfile(request.scheme, httpProfile));
    return Sign.sign(request.secretKey, client.formatSignString({ ...request.params }), request.scheme);
}

// What the request should carry, and whether it does.
function judge(request) {
    const isV1 = request.scheme === "HmacSHA1" || request.scheme === "HmacSHA256";
    const expected = isV1 ? signature(request) : authorization(request);
    const found = isV1 ? request.signature : request.authorization;
    return { matches: expected === found, expected };
}

module.exports = { judge };
