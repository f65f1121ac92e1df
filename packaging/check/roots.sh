#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# roots.sh DIRECTORY: installs the packages that lie there in empty Debian roots (the Debian packages in one, the bundle
# in one without Qt), works with them as an ordinary user, removes them and looks for what they left behind. Needs
# root. Exit status 77: this machine forbids what it takes, so nothing was tried.
set -euo pipefail

say() { printf '== roots: %s\n' "$*" >&2; }
die() { printf 'roots: %s\n' "$*" >&2; exit 1; }

# A command that the machine may forbid. Any other reason for its failure is a failure of the check.
allowed() {
    local reason
    reason=$(LC_ALL=C "$@" 2>&1 >/dev/null) && return 0
    case $reason in
        *'Operation not permitted'* | *'Permission denied'*)
            say "NOT RUN: this machine forbids $1: $reason"
            exit 77
            ;;
    esac
    die "$reason"
}

# --- outside: a namespace for mounts and processes, which takes both along when it ends -----------

outside() {
    local packages self status=0
    packages=$(realpath -- "$1")
    self=$(realpath -- "${BASH_SOURCE[0]}")
    [[ $(id -u) == 0 ]] || die "this needs root"
    parent=$(mktemp -d)
    namespace=""
    # shellcheck disable=SC2317,SC2329 # called by the trap
    finish() {
        # It lets no other signal through; what runs in it dies with it.
        [[ -z $namespace ]] || kill -KILL "$namespace" 2>/dev/null || true
        wait 2>/dev/null || true
        local try
        for ((try = 0; try < 20; ++try)); do
            # Never into what is still mounted. Something may be dying in there yet.
            ! rm -rf --one-file-system -- "$parent" 2>/dev/null || return 0
            sleep 0.2
        done
        say "cannot remove $parent"
    }
    trap finish EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    chmod 755 "$parent" # an ordinary user lives in there
    local -a unshared=(unshare --mount --pid --fork --kill-child --propagation private --)
    allowed "${unshared[@]}" true
    allowed mknod "$parent/null" c 1 3
    allowed chroot / true
    mkdir "$parent/probe"
    # shellcheck disable=SC2016 # the inner shell's
    allowed "${unshared[@]}" sh -c 'mount -t proc proc "$1" && mount --rbind /dev "$1"' mount "$parent/probe"
    "${unshared[@]}" "$self" --inside "$packages" "$parent" </dev/null &
    namespace=$!
    wait "$namespace" || status=$?
    namespace=""
    return "$status"
}

# --- inside -----------------------------------------------------------------------------------------

makeBase() {
    local mirror suite file
    # Where this machine gets its packages from is good enough for the new roots.
    # shellcheck disable=SC2016 # apt's own placeholders
    read -r mirror suite < <(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' | head -n 1)
    eval "$(apt-config shell http_proxy Acquire::http::Proxy)" # and by the same way
    export http_proxy
    say "an empty Debian $suite"
    quietly debootstrap --variant=minbase "$suite" "$parent/base" "$mirror"
    for file in /etc/resolv.conf /etc/hosts; do
        [[ ! -e $file ]] || cp -L -- "$file" "$parent/base$file"
    done
    cp -a -- /etc/apt/apt.conf.d/. "$parent/base/etc/apt/apt.conf.d/"
    echo force-unsafe-io >"$parent/base/etc/dpkg/dpkg.cfg.d/unsafe-io" # it need not outlive a power cut
    mkdir "$parent/archives"
    root=$parent/base
    quietly inside apt-get update
    inside useradd --create-home --shell /bin/bash anoperator
    install -m 755 -- "$here/operator.sh" "$root/usr/local/bin/operator-check"
    install -m 755 -- "$here/../withdisplay.sh" "$root/usr/local/bin/withdisplay"
}

newRoot() { # NAME
    root=$parent/$1
    cp -a -- "$parent/base" "$root"
    mkdir -p -- "$root/var/cache/apt/archives"
    mount --bind -- "$parent/archives" "$root/var/cache/apt/archives" # what one has downloaded, the other has
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
}

inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"; }
asOperator() { inside runuser -u anoperator -- env HOME=/home/anoperator \
    PATH=/home/anoperator/.local/bin:/usr/local/bin:/usr/bin:/bin "$@"; }
# Says nothing unless the command fails.
quietly() { # COMMAND...
    "$@" >"$parent/log" 2>&1 || {
        tail -n 20 -- "$parent/log" >&2
        die "failed: $*"
    }
}
installInside() {
    quietly inside apt-get -o Acquire::Retries=3 -o APT::Keep-Downloaded-Packages=true \
        install -y --no-install-recommends "$@"
}
atWork() {
    say "$1: at work as an ordinary user"
    asOperator timeout 300 operator-check | tee "$parent/$1.figures"
}
mustBeEmpty() { # TEXT: what is on standard input
    local left
    left=$(cat)
    [[ -z $left ]] || die "$1:"$'\n'"$left"
}
ownData=/home/anoperator/.local/share/whiteboard-push-console

# What the check itself needs comes only after the program has run, so that a missing dependency shows.
tools=(xvfb openbox dbus-daemon xdotool fonts-dejavu-core)

checkDebs() {
    newRoot debian
    local -a console=("$packages"/whiteboard-push-console_*.deb) simulator=("$packages"/tiw-simulator_*.deb)
    cp -- "${console[0]}" "$root/root/console.deb"
    cp -- "${simulator[0]}" "$root/root/simulator.deb"
    say "Debian packages: installing"
    installInside /root/console.deb
    asOperator whiteboard-push-console --version
    quietly asOperator env QT_QPA_PLATFORM=offscreen whiteboard-push-console --demo --headless-picture /tmp/demo.png
    installInside /root/simulator.deb "${tools[@]}"
    atWork "Debian packages"

    say "Debian packages: removing"
    quietly inside apt-get remove -y whiteboard-push-console tiw-simulator
    leftOfDebs | mustBeEmpty "left behind by the removal"
    quietly inside dpkg --purge whiteboard-push-console tiw-simulator # nothing more to do, as it has no configuration
    leftOfDebs | mustBeEmpty "left behind by the purge"
    inside test -s "$ownData/console.sqlite" || die "the user's data are gone with the package"
}

leftOfDebs() {
    inside find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /root -o -path /var/cache/apt \) -prune -o \
        \( -iname '*whiteboard*push*' -o -iname '*tiw-simulator*' \) -print
}

checkBundle() {
    newRoot bundle
    local -a systems=()
    local run=("$packages"/whiteboard-push-console-*.run) prefix=/home/anoperator/.local/opt/whiteboard-push-console
    mapfile -t systems < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$here/../packages/bundlehost.txt")
    installInside "${systems[@]}"
    install -m 755 -- "${run[0]}" "$root/tmp/console.run"
    homeNow >"$parent/home.before"
    say "bundle: installing"
    asOperator /tmp/console.run
    asOperator whiteboard-push-console --version
    quietly asOperator env QT_QPA_PLATFORM=offscreen whiteboard-push-console --demo --headless-picture /tmp/demo.png
    # A library that only some path through the program would ask for must be there all the same.
    # shellcheck disable=SC2016 # the inner shell's
    inside find "$prefix/bin" "$prefix/lib" "$prefix/plugins" -type f -exec sh -c 'ldd "$1" 2>/dev/null | grep "not found" |
        sed "s|^|$1:|"' ldd {} \; | mustBeEmpty "libraries that are neither in the bundle nor in the system"
    installInside "${tools[@]}"
    inside find / -xdev \( -path /proc -o -path /dev -o -path /home \) -prune -o -name 'libQt6*' -print |
        mustBeEmpty "this root has a Qt of its own, so that it proves nothing"
    atWork "bundle"

    say "bundle: installing over it, and removing"
    quietly asOperator /tmp/console.run
    quietly asOperator whiteboard-push-console --version
    if asOperator /tmp/console.run --prefix /home/anoperator/elsewhere >/dev/null 2>&1; then
        die "a second copy of the bundle went over the first one's links"
    fi
    asOperator "$prefix/uninstall"
    homeNow | comm -13 "$parent/home.before" - | mustBeEmpty "left behind by the bundle"
    inside test -s "$ownData/console.sqlite" || die "the user's data are gone with the bundle"
}

# The home directory but for the user's own data and what other programs cache in it.
homeNow() {
    inside find /home/anoperator \( -path "$ownData" -o -path /home/anoperator/.config/whiteboard-push-console \
        -o -path /home/anoperator/.cache \) -prune -o -print | grep -vxE '/home/anoperator/\.(config|local|local/share)' | sort
}

onTheInside() {
    packages=$1
    parent=$2
    here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
    makeBase
    checkDebs
    checkBundle
    say "installed, used, removed; nothing is left but the user's own data"
    stat -c '%s bytes  %n' -- "$packages"/*.deb "$packages"/*.run | sed "s|$packages/||"
    local kind
    for kind in "Debian packages" bundle; do
        sed "s/^/$kind: /" -- "$parent/$kind.figures"
    done
}

if [[ $1 == --inside ]]; then
    onTheInside "$2" "$3"
else
    outside "$1"
fi
