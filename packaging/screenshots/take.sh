#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# take.sh CONSOLE DIRECTORY: drives the real window on the display at hand and keeps its pictures.
# Each scene is a function: it brings the window there, then calls picture NAME.
set -euo pipefail

console=$1
pictures=$2
mkdir -p -- "$pictures"

home=$(mktemp -d)
app=""
window=""
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    stopApp
    rm -rf -- "$home"
}
trap finish EXIT

# A home of the pictures' own: nobody's accounts or settings may be seen in them.
startApp() { # OPTION...
    HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache \
        LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb "$console" "$@" >"$home/console.log" 2>&1 &
    app=$!
    awaitWindow
}

# The app's first window, active. xdotool's own --sync was seen to wait for ever here.
awaitWindow() {
    local try
    window=""
    for ((try = 0; try < 150; ++try)); do
        window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | head -n 1) || true
        [[ -z $window ]] || break
        kill -0 "$app" 2>/dev/null || break
        sleep 0.2
    done
    if [[ -z $window ]]; then
        cat -- "$home/console.log" >&2
        echo "take: the console opened no window" >&2
        exit 1
    fi
    xdotool windowactivate "$window"
}

stopApp() {
    [[ -n $app ]] || return 0
    kill "$app" 2>/dev/null || true
    wait "$app" 2>/dev/null || true
    app=""
}

# NAME: the window's part of the screen, with whatever dialog lies above it.
pictureNow() {
    local part
    part=$(xwininfo -id "$window" | awk '/Absolute upper-left X/ {x = $4} /Absolute upper-left Y/ {y = $4}
        /^ *Width:/ {w = $2} /^ *Height:/ {h = $2} END {print w "x" h "+" x "+" y}')
    import -window root -crop "$part" +repage "$pictures/$1.png"
}

# The same when two pictures in a row are equal, so that nothing half-drawn is kept.
picture() { # NAME
    local before="" now="" try
    for ((try = 0; try < 50; ++try)); do
        pictureNow "$1"
        now=$(identify -format '%#' "$pictures/$1.png")
        [[ $now != "$before" ]] || break
        before=$now
        sleep 0.2
    done
    echo "$pictures/$1.png"
}

press() { xdotool key --clearmodifiers "$1"; }
clickAt() { xdotool mousemove --window "$window" "$1" "$2" click 1; }

# Where nothing is remembered: the welcome page.
firstStart() {
    startApp
    picture first-start
    stopApp
}

# The demo's tasks, one of them selected, details beside it.
taskTable() {
    startApp --demo
    sleep 3
    clickAt 200 171
    sleep 1
    picture window
}

# A Stop from the question to the confirmed end.
stopping() {
    press ctrl+shift+s
    sleep 1
    picture stop-question
    press Return
    sleep 1
    pictureNow stop-running
    sleep 4
    picture stop-confirmed
}

# The line of a task that ended by error, and what to do about it.
errorExplained() {
    local width height
    read -r width height < <(xwininfo -id "$window" | awk '/^ *Width:/ {w = $2} /^ *Height:/ {print w, $2}')
    clickAt $((width / 2)) $((height - 217)) # what the log is filtered by
    xdotool type FailedOperation
    sleep 1
    clickAt 300 $((height - 171))
    sleep 1
    picture error-explained
}

settings() {
    press ctrl+comma
    sleep 1
    picture settings
    press Escape
    stopApp
}

# The same in the dark theme.
dark() {
    mkdir -p -- "$home/.config/whiteboard-push-console"
    printf '[behaviour]\ntheme=dark\n' >"$home/.config/whiteboard-push-console/settings.ini"
    startApp
    press alt+s
    sleep 4
    clickAt 200 171
    sleep 1
    picture window-dark
    stopApp
}

firstStart
taskTable
stopping
errorExplained
settings
dark
