#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a session bus of its own with an unlocked gnome-keyring in a home of its own. A machine without
# gnome-keyring fails.
set -eu

for needed in dbus-run-session gnome-keyring-daemon; do
    command -v "$needed" >/dev/null || { echo "with-keyring.sh: $needed is not installed" >&2; exit 1; }
done

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -m 700 "$place/home" "$place/run"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP KDE_SESSION_VERSION \
    XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME="$place/home" XDG_RUNTIME_DIR="$place/run"

# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- sh -c '
    printf "keyring-password" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null || exit 1
    "$@"
' sh "$@"
