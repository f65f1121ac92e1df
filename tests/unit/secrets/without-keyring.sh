#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program where no session bus can be reached, and so no keyring.
set -eu

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -m 700 "$place/home" "$place/run"
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP KDE_SESSION_VERSION \
    XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
export HOME="$place/home" XDG_RUNTIME_DIR="$place/run" DBUS_SESSION_BUS_ADDRESS="unix:path=$place/no-bus"
"$@"
