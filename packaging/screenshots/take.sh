#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# take.sh CONSOLE DIRECTORY GUIDEDIRECTORY: drives the real window on the display at hand and keeps its
# pictures, and those of the user's guide in each of its languages, named LANGUAGE-NAME.
# Each scene is a function: it brings the window there, then calls picture NAME.
set -euo pipefail

console=$1
pictures=$2
guide=$3
mkdir -p -- "$pictures" "$guide"

scratch=$(mktemp -d)
home=$scratch/home
mkdir -- "$home"
language=C.UTF-8
app=""
window=""
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    stopApp
    rm -rf -- "$scratch"
}
trap finish EXIT

# A home of the pictures' own: nobody's accounts or settings may be seen in them.
startApp() { # OPTION...
    HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache \
        LC_ALL=$language QT_QPA_PLATFORM=xcb "$console" "$@" >"$home/console.log" 2>&1 &
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

# The window's part of the screen, with whatever dialog lies above it.
pictureNow() { # NAME [WINDOW]
    local part
    part=$(xwininfo -id "${2:-$window}" | awk '/Absolute upper-left X/ {x = $4} /Absolute upper-left Y/ {y = $4}
        /^ *Width:/ {w = $2} /^ *Height:/ {h = $2} END {print w "x" h "+" x "+" y}')
    import -window root -crop "$part" +repage "$pictures/$1.png"
}

# The same when two pictures in a row are equal, so that nothing half-drawn is kept.
picture() { # NAME [WINDOW]
    local before="" now="" try
    for ((try = 0; try < 50; ++try)); do
        pictureNow "$@"
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
    clickAt 200 240 # a task that runs
    press ctrl+shift+s
    awaitDialog
    sleep 1
    picture stop-question "$(xdotool getactivewindow)"
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

# --- the guide ------------------------------------------------------------------------------------

# Fewer colours, so that the program can carry it along.
keepSmall() { # NAME
    convert "$pictures/$1.png" +dither -colors 40 -strip -define png:compression-level=9 PNG8:"$pictures/$1.png"
    echo "$pictures/$1.png"
}

# Running times are shown by the second: no two pictures of the window would be equal.
guidePicture() { # NAME
    sleep 2
    pictureNow "$guideLanguage-$1"
    keepSmall "$guideLanguage-$1"
}

dialogPicture() { # NAME
    sleep 1
    picture "$guideLanguage-$1" "$(xdotool getactivewindow)" >/dev/null
    keepSmall "$guideLanguage-$1"
}

# Waits until another window is active than the one given.
awaitDialog() {
    local try
    for ((try = 0; try < 50; ++try)); do
        [[ $(xdotool getactivewindow 2>/dev/null) == "$window" ]] || return 0
        sleep 0.2
    done
    echo "take: no dialog opened" >&2
    exit 1
}

inDialog() { # KEY NAME: opened by the key, pictured, closed
    press "$1"
    awaitDialog
    dialogPicture "$2"
    press Escape
    sleep 1
}

# One start without anything, one on the simulator.
guideScenes() { # LANGUAGE LOCALE
    guideLanguage=$1
    language=$2
    home=$scratch/$1
    pictures=$guide
    mkdir -- "$home"
    startApp
    xdotool windowsize "$window" 1000 660
    guidePicture first-start
    stopApp

    startApp --demo
    xdotool windowsize "$window" 1100 720
    sleep 3
    clickAt 200 235 # a task that runs
    guidePicture window
    press ctrl+shift+s
    awaitDialog
    dialogPicture stop-question
    press Return
    sleep 6
    guidePicture stop-confirmed
    local height
    height=$(xwininfo -id "$window" | awk '/^ *Height:/ {print $2}')
    clickAt 300 $((height - 111)) # a line of the log
    inDialog Return inspector
    press ctrl+n
    awaitDialog
    local line
    for line in bj0mt2l23osdj300hl30 052lfmu5uc3lp0rrqvvb "two words"; do
        xdotool type --delay 5 "$line"
        press Return
    done
    dialogPicture add-tasks
    press Escape
    sleep 1
    inDialog ctrl+shift+n start
    press ctrl+shift+g
    awaitDialog
    press alt+d
    dialogPicture rules
    press Escape
    sleep 1
    press ctrl+2
    guidePicture timeline
    press ctrl+3
    guidePicture history
    press ctrl+4
    sleep 1
    press ctrl+f
    xdotool type --delay 5 StartWhiteboardPush
    sleep 1
    press Return
    guidePicture explorer
    press ctrl+1
    sleep 1
    press ctrl+comma
    awaitDialog
    press alt+a
    dialogPicture settings
    stopApp
}

firstStart
taskTable
stopping
errorExplained
settings
dark
guideScenes en C.UTF-8
guideScenes zh_CN zh_CN.UTF-8
