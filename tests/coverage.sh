#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# coverage.sh BUILDDIR: which lines of src the programs that ran in this build have executed: in all, by
# folder, and the files of which less than 80 % were. The lines themselves are in BUILDDIR/coverage.txt.
set -euo pipefail

build=$1
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"
# What clang counted is read by LLVM's gcov; sources that the build merges are taken apart again by it.
gcovr --gcov-executable "llvm-cov-19 gcov" --root . --filter src/ --object-directory "$build" -j "$(nproc)" --exclude-unreachable-branches \
    --json-summary "$build/coverage.json" --txt "$build/coverage.txt" "$build"
python3 - "$build/coverage.json" <<'PYTHON'
import collections, json, sys

with open(sys.argv[1], encoding="utf-8") as stream:
    files = json.load(stream)["files"]

def percent(reached, lines):
    return 100 * reached / lines if lines else 100.0

folders = collections.defaultdict(lambda: [0, 0])
for entry in files:
    for name in (entry["filename"].split("/")[1], "src"):
        folders[name][0] += entry["line_covered"]
        folders[name][1] += entry["line_total"]
print("folder          lines   reached")
for name, (reached, lines) in sorted(folders.items(), key=lambda item: (item[0] == "src", item[0])):
    print(f"{name:<12} {lines:>8} {percent(reached, lines):>8.1f} %")
print("\nfiles below 80 %:")
low = [entry for entry in files if entry["line_total"] and percent(entry["line_covered"], entry["line_total"]) < 80]
for entry in sorted(low, key=lambda entry: percent(entry["line_covered"], entry["line_total"])):
    print(f"{entry['filename']:<44} {entry['line_covered']:>5} of {entry['line_total']:>5} lines")
PYTHON
