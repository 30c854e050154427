#!/usr/bin/env bash
# Sets up, builds with warnings as errors, runs the whole test suite and then each fuzz target for
# half a minute. ./test.sh fuzz runs only the fuzz targets, ./test.sh asan only the suite under the
# address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/setup.sh

preset=${1:-dev}
[ "$preset" != fuzz ] || exec tests/fuzz/run.sh 30
install_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
build "$preset" -DKNOTMAP_TESTS=ON
# An EGL driver keeps memory of its own until the process ends; that is not ours to free.
[ "$preset" != asan ] || export ASAN_OPTIONS=detect_leaks=0
ctest --preset "$preset" -j "$(nproc)"
# Hostile inputs; the fuzz targets have their own sanitizers.
[ "$preset" != dev ] || tests/fuzz/run.sh 30
