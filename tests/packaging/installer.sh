#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# installer.sh PACKAGINGFOLDER: the bundle's installer and its uninstall around a small tree that stands for the
# programs: in directories with odd names, and killed half-way.
set -euo pipefail

packaging=$1
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
die() { printf 'FAIL: %s\n' "$*"; exit 1; }

# --- a bundle as make.sh makes it -----------------------------------------------------------------

tree=$work/tree
files=(share/icons/hicolor/scalable/apps/whiteboard-push-console.svg)
mkdir -p -- "$tree/bin" "$tree/share/applications"
for program in whiteboard-push-console tiw-simulator; do
    files+=("share/man/man1/$program.1.gz" "share/bash-completion/completions/$program")
    printf '#!/bin/sh\necho "%s"\n' "$program" >"$tree/bin/$program"
    chmod 755 -- "$tree/bin/$program"
done
for file in "${files[@]}"; do
    install -D -m 644 /dev/null "$tree/$file"
done
cp -- "$packaging/linux/whiteboard-push-console.desktop" "$tree/share/applications"
install -m 755 -- "$packaging/bundle/uninstall.sh" "$tree/uninstall"

makeBundle() { # VERSION
    local sum start
    echo "$1" >"$tree/version"
    tar -C "$tree" -czf "$work/payload" .
    sum=$(sha256sum -- "$work/payload")
    header() {
        sed -e "s|@version@|$version|" -e "s|@architecture@|$(uname -m)|" -e "s|@glibc@|2.1|" \
            -e "s|@payload_sha256@|${sum%% *}|" -e "s|@payload_start@|$1|" "$packaging/bundle/install.sh.in"
    }
    local version=$1
    start=$(($(header 00000000 | wc -c) + 1))
    { header "$(printf '%08d' "$start")"; cat -- "$work/payload"; } >"$work/$1.run"
}
makeBundle 1
makeBundle 2

# --- a home ---------------------------------------------------------------------------------------

home="$work/home"
newHome() {
    rm -rf -- "$home"
    mkdir -p -- "$home/.config"
}
# With these words before sh, where there are any.
run() { env -u XDG_DATA_HOME -u XDG_CONFIG_HOME HOME="$home" "${before[@]}" sh "$@" >"$work/said" 2>&1; }
before=()
inHome() { (cd -- "$home" && find . -mindepth 1 ! -path ./.config | sort); }
mustBeEmpty() {
    local left
    left=$(inHome)
    [[ -z $left ]] || die "left behind ($1):"$'\n'"$left"
}
mustWork() { # WHAT PREFIX VERSION
    local entry=$home/.local/share/applications/whiteboard-push-console.desktop program command
    [[ $(cat -- "$2/version") == "$3" ]] || die "$1: version $(cat -- "$2/version") instead of $3"
    for program in whiteboard-push-console tiw-simulator; do
        [[ $("$home/.local/bin/$program") == "$program" ]] || die "$1: $program does not start"
    done
    grep -qxF "Exec=\"$2/bin/whiteboard-push-console\" --demo" "$entry" || die "$1: $(grep Exec "$entry")"
    if command -v desktop-file-validate >/dev/null; then
        desktop-file-validate "$entry" || die "$1: not a menu entry"
    fi
    # The menu reads the quoted words as the shell does, for want of what is refused in a directory's name.
    command=$(sed -n '0,/^Exec=/s/^Exec=\(".*"\).*/\1/p' "$entry")
    [[ $(eval "$command") == whiteboard-push-console ]] || die "$1: the menu entry does not start anything"
    [[ $(find "$(dirname -- "$2")" -maxdepth 1 -name '.*-version' | wc -l) == 0 ]] || die "$1: something lies beside $2"
}

# --- odd names ------------------------------------------------------------------------------------

for name in "two words" "R&D" "a|b" "-it's*"; do
    newHome
    prefix="$home/opt/$name"
    run "$work/1.run" --prefix "$prefix" || die "$name: $(cat -- "$work/said")"
    mustWork "$name" "$prefix" 1
    run "$work/2.run" --prefix="$prefix" || die "$name, again: $(cat -- "$work/said")"
    mustWork "$name, again" "$prefix" 2
    run "$prefix/uninstall" || die "$name: $(cat -- "$work/said")"
    mustBeEmpty "$name"
done
# shellcheck disable=SC2016 # meant as they are
for name in 'a"b' 'a`b' 'a$b' 'a%b' 'a\b' $'a\nb'; do
    newHome
    if run "$work/1.run" --prefix "$home/$name"; then die "taken: $name"; fi
    mustBeEmpty "$name"
done

# --- what is not ours -----------------------------------------------------------------------------

newHome
mkdir -p -- "$home/.local/bin" "$home/opt/other"
touch -- "$home/.local/bin/tiw-simulator" "$home/opt/other/file"
kept=$(inHome)
if run "$work/1.run" --prefix "$home/opt/mine"; then die "somebody's program was replaced"; fi
rm -- "$home/.local/bin/tiw-simulator"
if run "$work/1.run" --prefix "$home/opt/other"; then die "somebody's directory was taken"; fi
touch -- "$home/.local/bin/tiw-simulator"
[[ $(inHome) == "$kept" ]] || die "something was changed by what was refused: $(inHome)"

# --- killed half-way ------------------------------------------------------------------------------

# Where its Nth call of a command would come, the installer dies, with no chance to tidy up.
killedAt() { # COMMAND N
    local real
    real=$(command -v "$1")
    rm -rf -- "$work/killers"
    mkdir -- "$work/killers"
    cat >"$work/killers/$1" <<TEXT
#!/bin/sh
echo >>"$work/killers/calls"
[ "\$(wc -l <"$work/killers/calls")" -ne $2 ] || { kill -KILL "\$PPID"; exit 1; }
exec "$real" "\$@"
TEXT
    chmod 755 -- "$work/killers/$1"
    before=(PATH="$work/killers:$PATH")
    # Of the death itself bash would tell here.
    if { run "$work/2.run" --prefix "$prefix"; } 2>/dev/null; then die "the installer outlived its $1 no. $2"; fi
    before=()
}

prefix="$home/opt/console"
for moment in "afresh tar 1" "afresh mv 1" "afresh ln 4" "over mv 1" "over mv 2" "over ln 4" "over rm 4"; do
    read -r begun program count <<<"$moment"
    for next in again uninstalled; do
        newHome
        [[ $begun == afresh ]] || run "$work/1.run" --prefix "$prefix" || die "$(cat -- "$work/said")"
        killedAt "$program" "$count"
        what="$moment, $next"
        if [[ $next == again ]]; then
            run "$work/2.run" --prefix "$prefix" || die "$what: $(cat -- "$work/said")"
            mustWork "$what" "$prefix" 2
        fi
        # Where nothing is installed, there is nothing to remove.
        if [[ -e $prefix/uninstall ]]; then
            run "$prefix/uninstall" || die "$what: $(cat -- "$work/said")"
            [[ -z $(find "$home" -type f -o -type l) ]] || die "$what: files are left behind:"$'\n'"$(inHome)"
        fi
    done
done
echo "installed and removed whole, wherever it was interrupted"
