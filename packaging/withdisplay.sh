#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# withdisplay.sh COMMAND...: runs it on an X server and a session bus of its own, with a window manager.
set -euo pipefail

# Without a bus of our own, the first client on the display would leave one running behind it.
if [[ -z ${WITHDISPLAY_BUS:-} ]]; then
    WITHDISPLAY_BUS=1 exec dbus-run-session -- "${BASH_SOURCE[0]}" "$@"
fi
unset WITHDISPLAY_BUS WAYLAND_DISPLAY

work=$(mktemp -d)
server=""
manager=""
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    local pid
    for pid in $manager $server; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf -- "$work"
}
trap finish EXIT

# The server picks a free number itself and writes it when it accepts clients. With -noreset it does not
# start afresh when the last client leaves, which would cost the next one its time.
mkfifo "$work/number"
# Pipes are opened for writing too: only so can the reading below end where the writer has died.
exec 3<>"$work/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 -noreset -nolisten tcp >"$work/server.log" 2>&1 &
server=$!
number=""
read -r -t 20 -u 3 number || {
    cat -- "$work/server.log" >&2
    echo "withdisplay: no X server within 20 s" >&2
    exit 1
}
exec 3>&-
export DISPLAY=":$number"

# A window mapped while the manager starts may never be shown, so wait until it has.
mkfifo "$work/managed"
openbox --startup "sh -c 'echo >\"$work/managed\"'" >"$work/manager.log" 2>&1 &
manager=$!
exec 4<>"$work/managed"
read -r -t 20 -u 4 || {
    cat -- "$work/manager.log" >&2
    echo "withdisplay: no window manager within 20 s" >&2
    exit 1
}
exec 4>&-

"$@"
