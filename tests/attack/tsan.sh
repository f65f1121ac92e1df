#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The threads there are, under ThreadSanitizer: the storage's worker, the history's and the ledger's (each a batch
# worker), the simulator's connections and its relay. Builds only what they need, in build/tsan, with sources merged.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
jobs=$(nproc)
# Qt itself is not instrumented: without this, each of its locks would look like none. QProcess forks.
options="ignore_noninstrumented_modules=1 die_after_fork=0 exitcode=66 suppressions=$PWD/tests/attack/tsan.supp"
tests=(tst_database tst_processes tst_simulatorserver tst_simulatorfaults)

cmake --preset tsan -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=40
cmake --build --preset tsan -j "$jobs" --target plantedrace "${tests[@]}"

# An instrument that finds nothing is believed when it has found what was put there.
if found=$(TSAN_OPTIONS=$options build/tsan/bin/plantedrace 2>&1) || [[ $found != *"data race"* ]]; then
    echo "tsan.sh: the planted race was not found" >&2
    exit 1
fi
# The preset's own value would win over the environment's.
failed=()
for test in "${tests[@]}"; do
    echo "== $test"
    TSAN_OPTIONS=$options QT_QPA_PLATFORM=offscreen "build/tsan/bin/$test" || failed+=("$test")
done
[[ ${#failed[@]} -eq 0 ]] || {
    echo "tsan.sh: something was found in ${failed[*]}" >&2
    exit 1
}
echo "tsan.sh: the planted race was found, and nothing else in ${#tests[@]} test programs"
