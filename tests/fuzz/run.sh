#!/usr/bin/env bash
# Builds the fuzz targets and runs each for some seconds (30 if none are given), two at a time:
#   tests/fuzz/run.sh [SECONDS] [TARGET...]
# Fails on a finding, which is left in build/fuzz/findings and reported with the command that
# reproduces it. The corpus is kept in build/fuzz/corpus, so that the next run continues from there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. cmake/setup.sh
seconds=${1:-30}
shift || true
[ $# -gt 0 ] || set -- packs atlas replay settings arguments

install_packages "${BUILD_PACKAGES[@]}" "${FUZZ_PACKAGES[@]}"
cmake --preset fuzz -Wno-dev >/dev/null
cmake --build --preset fuzz
findings=build/fuzz/findings
mkdir -p "$findings"

fuzz() {
    local target=$1 corpus=build/fuzz/corpus/$1 log=build/fuzz/$1.log
    local options=(-max_total_time="$seconds" -timeout=25 -rss_limit_mb=1536
        -malloc_limit_mb=512 -max_len=20000 -print_final_stats=1
        -artifact_prefix="$findings/$target-")
    [ ! -f "tests/fuzz/dictionaries/$target.dict" ] ||
        options+=(-dict="tests/fuzz/dictionaries/$target.dict")
    mkdir -p "$corpus"
    if build/fuzz/tests/fuzz/knotmap_fuzz_"$target" "${options[@]}" "$corpus" \
        "tests/fuzz/seeds/$target" >"$log" 2>&1; then
        echo "fuzz $target: no finding in $seconds s, $(grep -o 'number_of_executed_units: [0-9]*' \
            "$log" | grep -o '[0-9]*$') inputs"
    else
        echo "fuzz $target: a finding, after this:"
        tail -n 60 "$log"
        echo "Run it again with: build/fuzz/tests/fuzz/knotmap_fuzz_$target $findings/$target-..."
        return 1
    fi
}

# Packs and settings are read from files; those of a target that crashes are removed here.
memory=$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)
TMPDIR=$(mktemp -d "$memory/knotmap-fuzz-XXXXXX")
trap 'rm -rf "$TMPDIR"' EXIT
export TMPDIR UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=allocator_may_return_null=0
failed=0
while [ $# -gt 0 ]; do
    running=()
    for target in "${@:1:2}"; do
        fuzz "$target" &
        running+=($!)
    done
    shift ${#running[@]}
    for one in "${running[@]}"; do wait "$one" || failed=1; done
done
exit $failed
