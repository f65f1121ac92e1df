#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh SOURCE TARGET: puts the SDK that package-lock.json names into TARGET. Quick if it is there already.
set -eu
source=$1
target=$2
for tool in node npm; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "interop: $tool is missing; install nodejs and npm (./dev test does), these tests cannot run without" >&2
        exit 1
    fi
done
if cmp -s "$source/package-lock.json" "$target/installed-lock.json"; then
    echo "interop: the SDK is there"
    exit 0
fi
mkdir -p "$target"
rm -f "$target/installed-lock.json"
cp "$source/package.json" "$source/package-lock.json" "$target/"
cd "$target"
if ! npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error; then
    echo "interop: npm could not fetch the SDK; is a package registry reachable?" >&2
    exit 1
fi
cp package-lock.json installed-lock.json
