#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# completion.sh COMPLETION PROGRAM: sources the completion into this shell, asks it as bash would at a prompt, and holds
# what it offers against the program's own --help.
set -euo pipefail

completion=$1
program=$2
failures=0
fail() { printf 'FAIL: %s\n' "$*"; failures=$((failures + 1)); }

# shellcheck source=/dev/null
source "$completion"
name=$(basename -- "$program")
function=$(complete -p "$name" | sed 's/.*-F \([^ ]*\) .*/\1/')

# WORD...: what is offered for the last word, sorted, one a line. Words as bash splits them: = is one of its own.
offered() {
    COMP_WORDS=("$program" "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    "$function" "$program" "${*: -1}" "${COMP_WORDS[COMP_CWORD - 1]}" || fail "$function failed for: $*"
    printf '%s\n' "${COMPREPLY[@]}" | sed '/^$/d' | sort
}
options() { LC_ALL=C "$program" "$@" --help | grep -oE '^  (-[a-z], )?--[a-z][a-z-]*' | grep -oE -- '--[a-z-]+' | sort; }
same() { # WHAT EXPECTED ACTUAL
    [[ -n $2 ]] || fail "$1: nothing is expected, so nothing is proven"
    [[ $2 == "$3" ]] || { fail "$1"; diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") || true; }
}
among() { grep -qxF -- "$1" <<<"$2" || fail "$1 is not offered ($3)"; }
notAmong() { if grep -qxF -- "$1" <<<"$2"; then fail "$1 is offered ($3)"; fi; }

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
touch "$work/two words.json" "$work/list.txt"
cd -- "$work"

same "options" "$(options)" "$(offered --)"
if [[ $name == tiw-simulator ]]; then
    same "values" $'fixed\nsliding' "$(offered --window '')"
    among "list.txt" "$(offered --scenario '')" "a file"
    same "a number" "none" "none$(offered --port '')"
else
    # Written out by hand, so that reading --help wrongly is seen too.
    commands=$'history\nlist\nrecover\nshow\nstart\nstop\nwatch'
    help=$(LC_ALL=C "$program" --help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort)
    for command in $commands; do
        among "$command" "$help" "--help"
    done
    first=$(offered '')
    among --demo "$first" "no command"
    for command in $help; do
        among "$command" "$first" "no command"
        same "options of $command, and no further command" "$(options "$command")" "$(offered "$command" '')"
    done
    same "beginning of a command" $'show\nstart\nstop' "$(offered s)"
    same "beginning of an option" "--all-running" "$(offered stop --app 1400000001 --all)"
    notAmong --all-running "$(offered show --)" "show"
    same "values" $'intl\nmainland' "$(offered stop --edition '')"
    same "values after =" "mainland" "$(offered stop --edition = m)"
    same "values right after =" $'intl\nmainland' "$(offered stop --edition =)"
    same "files" $'list.txt\ntwo words.json' "$(offered stop --from '')"
    same "an application" "none" "none$(offered stop --app '')"
    if grep -iE 'secret|token' <<<"$first"; then fail "an option for a secret"; fi
fi

[[ $failures == 0 ]] || exit 1
echo "all as --help says"
