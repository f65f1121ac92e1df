#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An operator's first two minutes with an installed console: headless against a simulator, then in the window, on a
# display of its own and by keyboard alone. Needs withdisplay.sh on the path as withdisplay. Fails where a task does
# not end as it should; says how long it took, from the start of the program to the confirmation.
set -euo pipefail

self=$(realpath -- "${BASH_SOURCE[0]}")
export HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
cd -- "$HOME"
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
chmod 700 "$XDG_RUNTIME_DIR"
pids=()
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    [[ ${#pids[@]} -eq 0 ]] || kill "${pids[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf -- "$XDG_RUNTIME_DIR"
}
trap finish EXIT

die() { printf 'operator: %s\n' "$*" >&2; exit 1; }
stopped() { grep -q '"outcome":"stopped"'; }
# What the window asked of its simulator: ACTION.
journaled() { whiteboard-push-console history --json | grep '"profile":"Simulator"' | grep "$1"; }
# From the moment BEFORE, with one decimal.
secondsSince() { awk -v before="$1" -v now="$EPOCHREALTIME" 'BEGIN {printf "%.1f", now - before}'; }
textOf() { sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p"; }

headless() {
    tiw-simulator --port 0 >"$XDG_RUNTIME_DIR/simulator" &
    pids+=($!)
    for ((try = 0; try < 100; ++try)); do
        [[ ! -s $XDG_RUNTIME_DIR/simulator ]] || break
        sleep 0.1
    done
    ready=$(cat -- "$XDG_RUNTIME_DIR/simulator")
    before=$EPOCHREALTIME
    TENCENTCLOUD_SECRET_ID=$(textOf secretId <<<"$ready") TENCENTCLOUD_SECRET_KEY=$(textOf secretKey <<<"$ready") \
        whiteboard-push-console stop --app 1400000001 07b4c70bpafm1b4majmb --endpoint "$(textOf url <<<"$ready")" \
        --region ap-singapore --json | stopped || die "the headless Stop was not confirmed"
    echo "headless: the first Stop confirmed after $(secondsSince "$before") s"
}

inWindow() {
    before=$EPOCHREALTIME
    whiteboard-push-console &
    pids+=($!)
    for ((try = 0; try < 150; ++try)); do
        [[ -z $(xdotool search --onlyvisible --pid "${pids[-1]}" 2>/dev/null) ]] || break
        sleep 0.2
    done
    sleep 1
    xdotool key alt+s # Try the simulator
    for ((try = 0; try < 50; ++try)); do
        sleep 0.2
        # Tasks are there when the window has asked about them.
        [[ -z $(journaled Describe) ]] || break
    done
    sleep 2
    xdotool key ctrl+shift+s # a task that runs is selected by itself
    sleep 1
    xdotool key Return
    for ((try = 0; try < 100; ++try)); do
        sleep 0.2
        if journaled StopWhiteboardPush | stopped; then
            echo "in the window: the first Stop confirmed after $(secondsSince "$before") s and 3 key presses"
            return
        fi
    done
    die "the Stop in the window was not confirmed"
}

if [[ ${1:-} == in-window ]]; then
    inWindow
else
    headless
    withdisplay "$self" in-window
fi
