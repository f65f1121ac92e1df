#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmarks.sh DIRECTORY: runs every bench_* program in it, one after the other, and tells at the end which
# targets were missed and which programs failed. A missed target fails nothing: machines differ.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
: >"$work/figures"
failed=()
for program in "$1"/bench_*; do
    [[ -f $program && -x $program ]] || continue
    printf '\n== %s\n' "$(basename -- "$program")"
    "$program" | tee -a -- "$work/figures" || failed+=("$(basename -- "$program")")
done

if grep -q MISSED "$work/figures"; then
    printf '\ntargets missed:\n'
    grep MISSED "$work/figures"
fi
if [[ ${#failed[@]} -gt 0 ]]; then
    printf '\nfailed: %s\n' "${failed[*]}" >&2
    exit 1
fi
