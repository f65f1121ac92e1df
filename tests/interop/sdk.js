// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the vendor's SDK in the directory that INTEROP_SDK names.
"use strict";
const path = require("node:path");
const { createRequire } = require("node:module");

const directory = process.env.INTEROP_SDK;
if (!directory) {
    console.error("interop: INTEROP_SDK must name the directory that install.sh filled");
    process.exit(1);
}
const from = createRequire(path.join(path.resolve(directory), "package.json"));
const base = "tencentcloud-sdk-nodejs-intl-en/tencentcloud";

module.exports = {
    common: from(`${base}/common`),
    Sign: from(`${base}/common/sign`),
    tiw: from(`${base}/tiw`).v20190919,
};
