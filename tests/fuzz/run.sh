#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILDDIR DIRECTORY SECONDS NAME...: each of these fuzzers for so long, as many at a time as there are
# processors, then a table of what they did. What they learn stays in DIRECTORY/corpus/NAME, what they find in
# DIRECTORY/findings. The exit status is that of the worst.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
build=$1
directory=$2
seconds=$3
shift 3
mkdir -p -- "$directory/findings" "$directory/logs"
memory=${TMPDIR:-/tmp}
[[ ! -w /dev/shm ]] || memory=/dev/shm

run() { # NAME
    local name=$1
    local -a options=(
        -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=16384 -len_control=20
        -print_final_stats=1 -close_fd_mask=1 -artifact_prefix="$directory/findings/$name-"
    )
    [[ ! -f $here/$name.dict ]] || options+=(-dict="$here/$name.dict")
    mkdir -p -- "$directory/corpus/$name"
    # Files that a target needs are in memory. The first folder is written to, the second only read.
    TMPDIR=$memory ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19) UBSAN_OPTIONS=print_stacktrace=1 QT_LOGGING_RULES='*=false' "$build/bin/fuzz_$name" "${options[@]}" \
        "$directory/corpus/$name" "$here/corpus/$name" >"$directory/logs/$name.log" 2>&1
}

report() { # NAME STATUS: one line of the table
    local log=$directory/logs/$1.log
    local last
    last=$(grep -aE '^#[0-9]+\s.*cov: ' "$log" | tail -1 || true)
    printf '%-16s %12s %9s %7s %8s %7s  %s\n' "$1" \
        "$(field "$log" 'stat::number_of_executed_units')" "$(field "$log" 'stat::average_exec_per_sec')" \
        "$(word "$last" cov:)" "$(word "$last" ft:)" "$(word "$last" corp:)" \
        "$([[ $2 == 0 ]] && echo nothing || echo "FOUND SOMETHING, see below")"
}
field() { grep -aoP "(?<=$2:)\s*[0-9]+" "$1" | tail -1 | tr -d ' ' || echo -; }
word() { grep -oP "(?<=$2 )[0-9]+" <<<"$1" || echo -; }

declare -A status=()
declare -A running=()
reap() { # waits for one that ended
    local pid name
    local ended=0
    wait -n -p pid "${!running[@]}" || ended=$?
    name=${running[$pid]}
    status[$name]=$ended
    unset "running[$pid]"
}

for name in "$@"; do
    run "$name" &
    running[$!]=$name
    [[ ${#running[@]} -lt $(nproc) ]] || reap
done
while [[ ${#running[@]} -gt 0 ]]; do reap; done

printf '%-16s %12s %9s %7s %8s %7s  %s\n' fuzzer executions per\ s edges features corpus found
worst=0
for name in "$@"; do
    report "$name" "${status[$name]}"
    [[ ${status[$name]} == 0 ]] || worst=${status[$name]}
done
for name in "$@"; do
    [[ ${status[$name]} != 0 ]] || continue
    printf '\n== %s: the end of %s\n' "$name" "$directory/logs/$name.log"
    tail -n 60 -- "$directory/logs/$name.log"
done
exit "$worst"
