#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh BUILDDIR [--changed]: every check that needs no running program. Goes through all of them,
# names the failed ones at the end. BUILDDIR holds compile_commands.json and the generated headers.
set -euo pipefail

build=$1
changed=${2:-}
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
cd -- "$root"
jobs=$(nproc)
failed=()

check() { # NAME COMMAND...
    local name=$1
    shift
    printf '== %s\n' "$name"
    "$@" || failed+=("$name")
}

ours() { # NAME-PATTERN...: our own files of these kinds
    local -a tests=(-false)
    local pattern
    for pattern in "$@"; do tests+=(-o -name "$pattern"); done
    find . \( -path ./build -o -path ./.git -o -name node_modules \) -prune -o -type f \( "${tests[@]}" \) -print |
        sed 's|^\./||' | sort
}

compiled() { # FOLDER...: our sources below it that the build compiles, as absolute paths
    python3 - "$build/compile_commands.json" "$root" "$@" <<'PYTHON'
import json, os, sys
database, root, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
with open(database, encoding="utf-8") as stream:
    files = {os.path.normpath(os.path.join(entry["directory"], entry["file"])) for entry in json.load(stream)}
for name in sorted(files):
    if any(name.startswith(os.path.join(root, folder) + os.sep) for folder in folders) and os.path.exists(name):
        print(name)
PYTHON
}

selected() { # keeps, of the paths on stdin, those that --changed asks for
    if [[ $changed != --changed ]]; then
        cat
        return
    fi
    grep -xF -f <({ git diff --name-only HEAD; git ls-files --others --exclude-standard; } | sed "s|^|$root/|") || true
}

format() { ours '*.h' '*.cpp' | xargs -r clang-format --dry-run -Werror; }

tidy() {
    compiled src | selected | xargs -r -n 1 -P "$jobs" clang-tidy -p "$build" --quiet 2>"$build/tidy.log" || {
        grep -v 'warnings generated' -- "$build/tidy.log" >&2
        return 1
    }
}

# clazy ends well even where it warns, so its words decide.
clazy() {
    local checks report
    checks=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' .clazy | paste -sd,)
    report=$(compiled src tests | selected |
        xargs -r -n 1 -P "$jobs" clazy-standalone -p "$build" -checks="$checks" \
            --header-filter="^$root/(src|tests)/" --ignore-dirs="$root/build/" 2>&1) || {
        printf '%s\n' "$report"
        return 1
    }
    if grep -qE '(warning|error):' <<<"$report"; then
        printf '%s\n' "$report"
        return 1
    fi
}

shells() { { ours '*.sh'; printf '%s\n' dev .ci/run packaging/bundle/install.sh.in; } | xargs shellcheck; }

desktop() { ours '*.desktop' | xargs -r desktop-file-validate; }

metainfo() { ours '*.metainfo.xml' | xargs -r -n 1 appstreamcli validate --no-net; }

forms() { python3 tests/lint/forms.py --self-check && python3 tests/lint/forms.py ui; }

check "clang-format" format
check "layering" cmake -P tests/lint/layering.cmake
check "licence lines" cmake -P tests/lint/spdx.cmake
check "forms" forms
check "shellcheck" shells
check "codespell" codespell
check "desktop entry" desktop
check "metainfo" metainfo
check "clazy" clazy
check "clang-tidy" tidy

if [[ ${#failed[@]} -gt 0 ]]; then
    printf '== failed:'
    printf ' %s' "${failed[@]/%/,}"
    echo
    exit 1
fi
echo '== all checks passed'
