#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmarks.sh DIRECTORY: runs every bench_* program in it, one after the other, and tells which failed.
set -euo pipefail

failed=()
for program in "$1"/bench_*; do
    [[ -f $program && -x $program ]] || continue
    printf '\n== %s\n' "$(basename -- "$program")"
    "$program" || failed+=("$(basename -- "$program")")
done

if [[ ${#failed[@]} -gt 0 ]]; then
    printf '\nfailed: %s\n' "${failed[*]}" >&2
    exit 1
fi
