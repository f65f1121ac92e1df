#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Removes the Whiteboard Push Console of the directory that this file lies in.
set -eu

die() { printf '%s\n' "$*" >&2; exit 1; }

# Read as a whole before anything is done: this file is among what goes.
main() {
    prefix=$(cd -- "$(dirname -- "$0")" && pwd)
    [ -f "$prefix/installed-files" ] || die "$prefix is not an installed Whiteboard Push Console."
    list=$(cat "$prefix/installed-files")
    printf '%s\n' "$list" | sed -n 's/^f //p' | while IFS= read -r path; do rm -f -- "$path"; done
    # With what an installer that was killed left beside it.
    beside=$(dirname -- "$prefix")/.$(basename -- "$prefix")
    rm -rf -- "$prefix" "$beside.new-version" "$beside.old-version"
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    # The menu's cache is made anew; where there is nothing else to be cached, it goes.
    if [ -d "$data/applications" ] && command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database "$data/applications" 2>/dev/null || true
    fi
    if [ "$(cat "$data/applications/mimeinfo.cache" 2>/dev/null)" = "[MIME Cache]" ]; then
        rm -f -- "$data/applications/mimeinfo.cache"
    fi
    # The deepest first; those that others use by now stay.
    printf '%s\n' "$list" | sed -n 's/^d //p' | sort -r | while IFS= read -r path; do
        rmdir -- "$path" 2>/dev/null || true
    done
    echo "Removed $prefix. Accounts, settings and journal are still in ${XDG_CONFIG_HOME:-$HOME/.config}/whiteboard-push-console and $data/whiteboard-push-console."
}
main
exit 0
