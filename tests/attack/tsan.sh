#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The threads there are, under ThreadSanitizer: the workers of storage, history, ledger and settings (each a batch
# worker), the pool in which lists are compared and texts read, the simulator's connections and its relay. Builds only
# what they need, in build/tsan.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
jobs=$(nproc)
# Qt itself is not instrumented: without this, each of its locks would look like none. QProcess forks.
options="ignore_noninstrumented_modules=1 die_after_fork=0 exitcode=66 suppressions=$PWD/tests/attack/tsan.supp"
tests=(
    "core tst_courier"
    "config tst_settingsstore"
    "storage tst_database"
    # Those that start no other process: clang's runtime fails at the vfork() of QProcess.
    "storage tst_processes departuresOfAnotherBootCountForNothing scheduleGoesOnWithoutItsFile keysAreNotInTheFile"
    "storage tst_journal"
    "storage tst_history"
    "simulator tst_simulatorserver"
    "simulator tst_simulatorfaults"
    "service tst_tasksync"
    "service tst_taskwatch"
)

cmake --preset tsan
cmake --build --preset tsan -j "$jobs" --target plantedrace tests_{core,config,storage,simulator,service}

# An instrument that finds nothing is believed when it has found what was put there.
if found=$(TSAN_OPTIONS=$options build/tsan/bin/plantedrace 2>&1) || [[ $found != *"data race"* ]]; then
    echo "tsan.sh: the planted race was not found" >&2
    exit 1
fi
# The preset's own value would win over the environment's.
failed=()
for test in "${tests[@]}"; do
    echo "== $test"
    read -ra words <<<"$test"
    TSAN_OPTIONS=$options QT_QPA_PLATFORM=offscreen "build/tsan/bin/tests_${words[0]}" "${words[@]:1}" || failed+=("$test")
done
[[ ${#failed[@]} -eq 0 ]] || {
    echo "tsan.sh: something was found in ${failed[*]}" >&2
    exit 1
}
echo "tsan.sh: the planted race was found, and nothing else in ${#tests[@]} tests"
