#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# take.sh CONSOLE DIRECTORY GUIDEDIRECTORY: drives the real window on the display at hand and keeps its
# pictures, and those of the user's guide in each of its languages, named LANGUAGE-NAME. The simulator lies beside CONSOLE.
# Each scene is a function: it brings the window there, then calls picture NAME.
set -euo pipefail

console=$1
simulator=${console%/*}/tiw-simulator
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
pictures=$2
guide=$3
mkdir -p -- "$pictures" "$guide"

scratch=$(mktemp -d)
home=$scratch/home
mkdir -- "$home"
language=C.UTF-8
app=""
service=""
window=""
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    stopApp
    stopService
    rm -rf -- "$scratch"
}
trap finish EXIT

# A keyring of the pictures' own, which ends with the bus.
mkdir -m 700 -- "$scratch/keyring"
printf 'keyring-password' | HOME=$scratch/keyring XDG_DATA_HOME=$scratch/keyring \
    gnome-keyring-daemon --unlock --components=secrets --daemonize >"$scratch/keyring.log"

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

# The demo's tasks, one of them selected, details beside it.
taskTable() {
    startApp --demo
    sleep 3
    clickAt 200 171
    sleep 1
    picture window
    stopApp
}

configure() { # LINE...: the settings of the home at hand
    mkdir -p -- "$home/.config/whiteboard-push-console"
    printf '%s\n' "$@" >"$home/.config/whiteboard-push-console/settings.ini"
}

# The same in the dark theme.
dark() {
    configure '[behaviour]' theme=dark
    startApp
    press alt+s
    sleep 4
    clickAt 200 171
    sleep 1
    picture window-dark
    stopApp
}

# --- a day of classes -----------------------------------------------------------------------------

# A simulator with 50 tasks, of which one cannot be stopped.
startService() {
    local try
    "$simulator" --port 18080 --scenario "$here/classday.json" >"$scratch/service.json" 2>"$scratch/service.log" &
    service=$!
    for ((try = 0; try < 50; ++try)); do
        [[ ! -s $scratch/service.json ]] || return 0
        sleep 0.2
    done
    cat -- "$scratch/service.log" >&2
    echo "take: the simulator did not start" >&2
    exit 1
}

stopService() {
    [[ -n $service ]] || return 0
    kill "$service" 2>/dev/null || true
    wait "$service" 2>/dev/null || true
    service=""
}

ofService() { # FIELD: a text of the line that the simulator begins with
    sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$scratch/service.json"
}

# Waits until no dialog is in front any more.
awaitNoDialog() {
    local try
    for ((try = 0; try < 50; ++try)); do
        [[ $(xdotool getactivewindow 2>/dev/null) != "$window" ]] || return 0
        sleep 0.2
    done
    echo "take: a dialog stays open" >&2
    exit 1
}

# All tasks that the filter finds, selected.
choose() { # TEXT
    press ctrl+f
    xdotool type --delay 5 "$1"
    sleep 1
    press Down
    press ctrl+a
    sleep 1
}

showAll() {
    press ctrl+f
    press Escape
}

# A whole account, whose key is in the keyring by now.
settings() { # SUFFIX
    press ctrl+comma
    awaitDialog
    sleep 1
    press alt+k
    xdotool type --delay 5 "$(ofService secretKey)"
    press alt+s
    awaitNoDialog
    press ctrl+comma
    awaitDialog
    sleep 1
    picture "settings$1"
    press Escape
    awaitNoDialog
}

# The line of a Stop that was refused, and what to do about it.
errorExplained() { # SUFFIX
    local width height
    choose "$(sed -n 's/.*@\([a-z0-9]*\):.*/\1/p' "$here/classday.json")"
    press ctrl+shift+s
    awaitDialog
    press Return
    awaitNoDialog
    sleep 3
    showAll
    read -r width height < <(xwininfo -id "$window" | awk '/^ *Width:/ {w = $2} /^ *Height:/ {print w, $2}')
    clickAt $((width / 2)) $((height - 217)) # what the log is filtered by
    xdotool type --delay 5 UnauthorizedOperation
    sleep 1
    clickAt 300 $((height - 171))
    sleep 1
    picture "error-explained$1"
    clickAt $((width / 2)) $((height - 217))
    press ctrl+a
    press BackSpace
}

# Half of the tasks at once, while some have ended and others have not.
stopRunning() { # SUFFIX
    choose 1400000002
    press ctrl+shift+s
    awaitDialog
    sleep 1
    press alt+s
    awaitNoDialog
    showAll
    sleep 3
    pictureNow "stop-running$1"
    sleep 8
    press alt+o # puts the figures away
}

# All 50 tasks, as many of them as there is room for.
table() { # SUFFIX
    press ctrl+l
    press ctrl+i
    sleep 1
    clickAt 200 147 # one row in place of the many
    sleep 2
    pictureNow "table-50$1" # running times are shown by the second: no two would be equal
}

# From the first start to a table in use.
classDay() { # THEME SUFFIX
    home=$scratch/$1
    configure '[behaviour]' "theme=$1"
    startApp
    picture "first-start$2"
    stopApp
    startService
    configure '[behaviour]' "theme=$1" '[accounts]' 'hall\name=Lecture hall' 'hall\edition=intl' \
        "hall\\endpoint=$(ofService url)" 'hall\region=ap-singapore' "hall\\secretId=$(ofService secretId)" \
        'hall\sdkAppIds=1400000001, 1400000002'
    startApp
    sleep 1
    settings "$2"
    press ctrl+shift+f
    sleep 4
    errorExplained "$2"
    stopRunning "$2"
    table "$2"
    stopApp
    stopService
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

taskTable
dark
classDay light ""
classDay dark -dark
guideScenes en C.UTF-8
guideScenes zh_CN zh_CN.UTF-8
