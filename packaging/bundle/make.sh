#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh BUILDDIR OUTPUT.run: one file that installs the built programs for a user of another Linux system, with Qt
# and everything else inside that the system may lack.
set -euo pipefail

build=$(realpath -- "$1")
output=$(realpath -m -- "$2")
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
umask 022

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
tree=$work/tree
die() { printf 'bundle: %s\n' "$*" >&2; exit 1; }

# What must be the system's own: the C and C++ run time, which its graphics drivers need as new as it has them, and
# what belongs to its X server, its graphics drivers and its fonts.
systems='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|stdc\+\+|gcc_s)\.so\.[0-9]+'
systems+='|lib(GL|EGL|GLX|OpenGL|GLdispatch|drm|gbm|X11|X11-xcb|xcb|fontconfig|freetype|z|expat)\.so\.[0-9]+)$'

# Loaded at run time: KIND/NAME below Qt's plugins. Those with a ? are taken where the building system has them.
plugins=(platforms/libqxcb.so platforms/libqoffscreen.so tls/libqopensslbackend.so sqldrivers/libqsqlite.so
    imageformats/libqsvg.so iconengines/libqsvgicon.so platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    platforminputcontexts/libfcitx5platforminputcontextplugin.so xcbglintegrations/libqxcb-glx-integration.so
    platforms/libqwayland-generic.so? wayland-shell-integration/libxdg-shell.so?
    wayland-decoration-client/libbradient.so? wayland-graphics-integration-client/libqt-plugin-wayland-egl.so?)
loaded=(libsecret-1.so.0 libssl.so.3 libcrypto.so.3)
translations=(qtbase_zh_CN.qm)

qtPath() { qtpaths6 --query "QT_INSTALL_$1"; }
# Where the building system has its libraries, by name.
declare -A libraries=()
while read -r name path; do
    : "${libraries[$name]:=$path}"
done < <(/sbin/ldconfig -p | awk '/=>/ {print $1, $NF}')

queue=()
copied=() # from where
take() { # FILE DIRECTORY
    local target="$tree/$2/${1##*/}"
    [[ ! -e $target ]] || return 0
    install -D -m 644 -- "$1" "$target"
    queue+=("$target")
    copied+=("$(realpath -- "$1")")
}

for component in console simulator; do
    cmake --install "$build" --prefix "$tree" --strip --component "$component" >/dev/null
done
rm -rf -- "$tree/share/lintian"
queue+=("$tree/bin/whiteboard-push-console" "$tree/bin/tiw-simulator")
for plugin in "${plugins[@]}"; do
    source="$(qtPath PLUGINS)/${plugin%'?'}"
    if [[ -f $source ]]; then
        take "$source" "plugins/${plugin%/*}"
    elif [[ $plugin != *'?' ]]; then
        die "$source is missing"
    fi
done
for name in "${loaded[@]}"; do
    take "${libraries[$name]:?is missing}" lib
done
for name in "${translations[@]}"; do
    install -D -m 644 -- "$(qtPath TRANSLATIONS)/$name" "$tree/translations/$name"
done

# Everything that these ask for, and what that asks for.
declare -A missing=()
for ((next = 0; next < ${#queue[@]}; ++next)); do
    for name in $(patchelf --print-needed "${queue[next]}"); do
        [[ ! $name =~ $systems ]] || continue
        source=${libraries[$name]:-}
        if [[ -z $source ]]; then missing[$name]=1; else take "$source" lib; fi
    done
done
[[ ${#missing[@]} -eq 0 ]] || die "not found: ${!missing[*]}"
# Qt loads these by their bare names first. Without such names here it would find the system's, and two versions of
# OpenSSL in one process do not get along.
ln -s libssl.so.3 "$tree/lib/libssl.so"
ln -s libcrypto.so.3 "$tree/lib/libcrypto.so"

for file in "${queue[@]}"; do
    case $file in
        "$tree"/lib/*) patchelf --set-rpath "\$ORIGIN" "$file" ;;
        "$tree"/bin/*) patchelf --set-rpath "\$ORIGIN/../lib" "$file" ;;
        *) patchelf --set-rpath "\$ORIGIN/../../lib" "$file" ;;
    esac
done
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$tree/bin/qt.conf"
install -m 755 -- "$here/uninstall.sh" "$tree/uninstall"

# Licences of what is inside, the texts they point to, and where the sources are. Of a merged /usr, dpkg knows a file
# by one of its two names.
licences=$tree/share/doc/whiteboard-push-console/licences
mkdir -p -- "$licences"
dpkg-query -S "${copied[@]}" "${copied[@]#/usr}" 2>/dev/null >"$work/owners" || true
for file in "${copied[@]}"; do
    grep -qE ": (/usr)?${file#/usr}\$" "$work/owners" || die "no package owns $file, so its licence is unknown"
done
{
    echo "Libraries in this bundle, unchanged but for their run paths, as Debian built them. Their licences are in the"
    echo "folders beside this file, their sources in Debian's archive under the names and versions below"
    echo "(https://snapshot.debian.org keeps them)."
    echo
    sed 's/:.*//' "$work/owners" | sort -u | while read -r owner; do
        dpkg-query -W -f "\${Package} \${Version} (source \${source:Package} \${source:Version})\n" "$owner"
        install -D -m 644 -- "/usr/share/doc/$owner/copyright" "$licences/$owner/copyright"
    done
} >"$licences/README"
grep -rhoE '/usr/share/common-licenses/[A-Za-z0-9.-]+[A-Za-z0-9]' "$tree/share/doc" | sort -u | while read -r text; do
    [[ ! -f $text ]] || install -m 644 -- "$(realpath -- "$text")" "$licences/${text##*/}"
done

glibc=$(find "$tree/bin" "$tree/lib" "$tree/plugins" -type f ! -name qt.conf -print0 | xargs -0 objdump -T 2>/dev/null |
    grep -oE '\(?GLIBC_[0-9.]+' | grep -oE '[0-9.]+' | sort -uV | tail -n 1)
moment=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || date +%s)}
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$moment" -C "$tree" -cf - . | gzip -9n >"$work/payload"

version=$("$build/bin/whiteboard-push-console" --version | awk '{print $NF}')
sha256=$(sha256sum -- "$work/payload")
header() { # START
    sed -e "s|@version@|$version|" -e "s|@architecture@|$(uname -m)|" -e "s|@glibc@|$glibc|" \
        -e "s|@payload_sha256@|${sha256%% *}|" -e "s|@payload_start@|$1|" "$here/install.sh.in"
}
# The number stands inside of what it counts, so it always has the same width; tail counts from 1.
start=$(($(header 00000000 | wc -c) + 1))
{ header "$(printf '%08d' "$start")"; cat -- "$work/payload"; } >"$output.part"
chmod 755 -- "$output.part"
mv -- "$output.part" "$output"
printf 'bundle: %s libraries and plugins, glibc %s or newer, %s unpacked\n' "$((${#queue[@]} - 2))" "$glibc" \
    "$(du -sh --apparent-size -- "$tree" | cut -f 1)" >&2
