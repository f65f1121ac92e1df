#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh SCRIPT ARGUMENTS…: Node, or a plain word why not.
if ! command -v node >/dev/null 2>&1; then
    echo "interop: node is missing; install nodejs and npm (./dev test does), these tests cannot run without" >&2
    exit 1
fi
exec node "$@"
