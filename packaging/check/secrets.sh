#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# secrets.sh BINDIR: the hunt for secrets (tests/integration/secrethunt.py) in the programs that are handed out, on a
# display of its own. Needs root, which alone can search their memory. Exit status 77: the machine keeps it from root.
set -euo pipefail

bin=$(realpath -- "$1")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
[[ $(id -u) == 0 ]] || { echo "secrets: this needs root" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

status=0
env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR="$work" \
    packaging/withdisplay.sh /usr/bin/python3 -B tests/integration/secrethunt.py --closed \
    "$bin/whiteboard-push-console" "$bin/tiw-simulator" || status=$?
[[ $status != 77 ]] || echo "secrets: NOT RUN in full: this machine lets not even root search a memory" >&2
exit "$status"
