#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screenshots.sh CMAKE LINUXFOLDER: the metainfo has screenshots where they have an address, and none elsewhere.
set -euo pipefail

cmake=$1
linux=$2
source=$linux/internal.whiteboard_push_console.Console.metainfo.xml
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
made=$work/${source##*/}
make() { "$cmake" "-DFROM=$source" "-DTO=$made" "-DSCREENSHOTS_URL=$1" -P "$linux/metainfo.cmake"; }
die() { printf 'FAIL: %s\n' "$*"; exit 1; }

make ""
cmp -- "$source" "$made" || die "without an address something changed"
make https://pictures.example.org/console/
appstreamcli validate --no-net --no-color "$made"
images=$(sed -n 's|.*<image type="source">\(.*\)</image>.*|\1|p' "$made")
[[ $images == $'https://pictures.example.org/console/window.png\nhttps://pictures.example.org/console/window-dark.png' ]] ||
    die "images: $images"
# Every picture that is named is one that ./dev screenshots takes, and lies in the folder that is to be published.
for image in $images; do
    [[ -s $linux/../pictures/${image##*/} ]] || die "not in packaging/pictures: ${image##*/}"
    grep -q "picture $(basename "$image" .png)\$" "$linux/../screenshots/take.sh" || die "nobody takes $image"
done
# The day of classes that they show: 50 tasks, and one of them is refused.
classday=$linux/../screenshots/classday.json
[[ $(grep -c '"taskId"' "$classday") == 50 ]] || die "not 50 tasks"
grep -q "\"taskId\": \"$(sed -n 's/.*@\([a-z0-9]*\):.*/\1/p' "$classday")\"" "$classday" || die "nothing is refused"
for address in http://plain.example.org 'https://a b' 'https://a"><b'; do
    if make "$address" 2>/dev/null; then die "taken: $address"; fi
done
echo "as it should be"
