#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cleanroot.sh DEB: installs the package in an empty Debian, uses it there as an ordinary user, removes it and looks
# for what it left behind. Needs root.
set -euo pipefail

deb=$(realpath -- "$1")
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)

# Mounts of a namespace of our own end with it, however this script ends.
if [[ -z ${CLEANROOT_OWN_MOUNTS:-} ]]; then
    CLEANROOT_OWN_MOUNTS=1 exec unshare --mount --propagation private -- "${BASH_SOURCE[0]}" "$@"
fi

say() { printf '== clean root: %s\n' "$*" >&2; }

parent=$(mktemp -d)
root="$parent/root"
# shellcheck disable=SC2317,SC2329 # called by the trap
finish() {
    umount -R -- "$root/proc" "$root/dev" 2>/dev/null || true
    # Never into what is still mounted.
    rm -rf --one-file-system -- "$parent"
}
trap finish EXIT
chmod 755 "$parent" # an ordinary user lives in there

# Where this machine gets its packages from is good enough for the new one.
# shellcheck disable=SC2016 # apt's own placeholders
read -r mirror suite < <(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' | head -n 1)
say "Debian $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$parent/debootstrap.log" 2>&1 || {
    tail -n 20 -- "$parent/debootstrap.log" >&2
    exit 1
}
for file in /etc/resolv.conf /etc/hosts; do
    [[ ! -e $file ]] || cp -L -- "$file" "$root$file"
done
cp -a -- /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"; }
installInside() {
    inside apt-get -o Acquire::Retries=3 install -y --no-install-recommends "$@" >"$parent/apt.log" 2>&1 </dev/null || {
        tail -n 20 -- "$parent/apt.log" >&2
        exit 1
    }
}

inside apt-get update >/dev/null
cp -- "$deb" "$root/root/console.deb"
say "installing the package"
installInside /root/console.deb
# Only then what the check itself needs, so that a missing dependency shows.
inside whiteboard-push-console --version
installInside xvfb openbox dbus-daemon xdotool fonts-dejavu-core
inside useradd --create-home anoperator
install -m 755 -- "$here/operator.sh" "$root/usr/local/bin/operator-check"
install -m 755 -- "$here/../withdisplay.sh" "$root/usr/local/bin/withdisplay"
say "at work as an ordinary user"
inside runuser -u anoperator -- operator-check

say "removing the package"
inside apt-get purge -y whiteboard-push-console >/dev/null 2>&1
left=$(inside find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /root/console.deb \) -prune -o \
    \( -iname '*whiteboard*push*' -o -iname '*tiw-simulator*' \) -print)
if [[ -n $left ]]; then
    printf 'left behind:\n%s\n' "$left" >&2
    exit 1
fi
inside test -s /home/anoperator/.local/share/whiteboard-push-console/console.sqlite # the user's data is the user's
say "installed, used, removed; nothing is left but the user's own data"
