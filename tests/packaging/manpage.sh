#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# manpage.sh MANPAGE PROGRAM: holds the options, the commands and the faults that the manual page explains against the
# program's own --help, and what its synopsis gives a command against that command's.
set -euo pipefail

page=$1
program=$2
name=$(basename -- "$program")
failures=0
same() { # WHAT EXPECTED ACTUAL
    [[ -n $2 ]] || { echo "FAIL: $1: nothing is expected, so nothing is proven"; failures=$((failures + 1)); }
    [[ $2 == "$3" ]] || {
        printf 'FAIL: %s, as --help has them and as the manual page has them:\n' "$1"
        diff <(printf '%s\n' "$2") <(printf '%s\n' "$3") || true
        failures=$((failures + 1))
    }
}
help() { LC_ALL=C "$program" "$@" --help; }
# Long options with the names of their values, as in: --port N
optionsOf() { # [COMMAND]
    help "$@" | sed -nE 's/^  (-[a-z], )?(--[a-z][a-z-]*)( <([^>]*)>)?( .*)?$/\2 \4/p' | sed 's/ $//' | sort -u
}
plain() { sed -E -e 's/\\f[BIR]//g' -e 's/\\-/-/g' -e 's/^\.B //'; }
section() { awk -v wanted=".SH $1" '/^\.SH / {inside = $0 == wanted} inside' "$page"; }
# What a section has a paragraph for, one a line.
tagsOf() { section "$1" | awk '/^\.TP/ {getline; print}' | plain | sed 's/, /\n/g'; }

commands=$(help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort)
options=$(optionsOf)
for command in $commands; do
    options+=$'\n'$(optionsOf "$command")
done
same "options" "$(sort -u <<<"$options")" "$(tagsOf OPTIONS | grep -e '^--' | sort)"

if [[ $name == tiw-simulator ]]; then
    faults=$(help | sed -nE '/^Faults:/,/^Scenario/s/^    ([a-z][a-z-]*(=[A-Z]+)?) .*/\1/p' | sort)
    same "faults" "$faults" "$(tagsOf FAULTS | sort)"
else
    same "commands" "$commands" "$(tagsOf COMMANDS | sort)"
    for command in $commands; do
        lines=$(section SYNOPSIS | plain | grep "^$name $command" || true)
        same "the synopsis of $command" "$name $command" "$(cut -d ' ' -f 1,2 <<<"$lines" | sort -u)"
        known=$(optionsOf "$command" | cut -d ' ' -f 1)
        while read -r option; do
            grep -qxF -- "$option" <<<"$known" || {
                echo "FAIL: the synopsis gives $command the option $option"
                failures=$((failures + 1))
            }
        done < <(grep -oE -- '--[a-z-]+' <<<"$lines")
    done
fi

[[ $failures == 0 ]] || exit 1
echo "all as --help says"
