#!/usr/bin/env bash
# Breaks the program one line at a time and checks that the tests notice:
#   tests/mutants/run.sh [ID...]
# Each entry of mutants.txt, or each one named, is applied to a copy of the tree in build/mutants,
# which is built there, and the tests named beside it are run: one that fails has caught it. A full
# run writes docs/mutants.md. Fails if a mutant survives, no longer fits its file (stale), or breaks
# the build rather than the behaviour.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. cmake/setup.sh

list=tests/mutants/mutants.txt
table=docs/mutants.md
work=$PWD/build/mutants
tree=$work/tree
built=$tree/build/dev
log=$work/log
kTestSeconds=300

# Of each mutant, by its id.
declare -A file find put tests what outcome caught
ids=()

fail() {
    echo "$*" >&2
    exit 2
}

read_list() {
    local line number=0 id=''
    while IFS= read -r line; do
        number=$((number + 1))
        case $line in
        '' | '#'*) ;;
        '['*']')
            id=${line:1:-1}
            [ -z "${what[$id]+there}" ] || fail "$list:$number: '$id' is there twice"
            ids+=("$id")
            what[$id]='' file[$id]='' find[$id]='' put[$id]='' tests[$id]=''
            ;;
        *' = '*)
            [ -n "$id" ] || fail "$list:$number: this line belongs to no mutant"
            local key=${line%% = *} value=${line#* = }
            case ${key%% *} in
            what) what[$id]=$value ;;
            file) file[$id]=$value ;;
            find) find[$id]=$value ;;
            put) put[$id]=$value ;;
            tests) tests[$id]=$value ;;
            *) fail "$list:$number: no such key: '$key'" ;;
            esac
            ;;
        *) fail "$list:$number: neither [id] nor key = value" ;;
        esac
    done <"$list"
    for id in "${ids[@]}"; do
        [ -n "${what[$id]}" ] && [ -n "${file[$id]}" ] && [ -n "${find[$id]}" ] &&
            [ -n "${put[$id]}" ] && [ -n "${tests[$id]}" ] ||
            fail "$list: '$id' needs what, file, find, put and tests"
    done
}

# A copied file gets the current time, so that one that changed here is rebuilt there.
copy_tree() {
    mkdir -p "$tree"
    git ls-files -co --exclude-standard | while IFS= read -r path; do
        [ ! -f "$path" ] || echo "$path"
    done | sort >"$work/files.new"
    [ ! -f "$work/files" ] || comm -23 "$work/files" "$work/files.new" |
        (cd "$tree" && xargs -r -d '\n' rm -f)
    # What a killed run left broken.
    [ ! -f "$work/broken" ] || (cd "$tree" && xargs -r -d '\n' rm -f <"$work/broken")
    xargs -d '\n' cp --parents -u -t "$tree" <"$work/files.new"
    mv "$work/files.new" "$work/files"
}

# The test programs that contain the tests of a pattern, by the kinds that it names.
programs_of() {
    local kind
    for kind in unit gl data image; do
        case $1 in *"$kind:"*) echo "knotmap_${kind}_tests" ;; esac
    done
}

build_programs() {
    local targets
    mapfile -t targets < <(programs_of "$1")
    [ ${#targets[@]} -gt 0 ] || fail "'$1' names no kind of test: unit:, gl:, data: or image:"
    cmake --build "$built" --target "${targets[@]}" >"$log" 2>&1
}

# The program under test reads its shaders from the tree: they need no build.
run_tests() {
    KNOTMAP_SHADERS=$tree/shaders ctest --test-dir "$built" -R "$1" -j "$(nproc)" \
        --timeout $kTestSeconds --output-on-failure --no-tests=error "${@:2}" >"$log" 2>&1
}

failed_tests() {
    sed -n 's/^[[:space:]]*[0-9]* - \(.*\) ([A-Za-z]*)$/\1/p; s/^.*\(No tests were found\).*/\1/p' "$log"
}

# Every test must pass before anything is broken, and every pattern must match one.
check_unbroken() {
    local id all='' pattern
    for id in "$@"; do all+="${all:+|}${tests[$id]}"; done
    echo "Building and testing the tree unbroken ..."
    build_programs "$all" || fail "$(tail -n 40 "$log")"
    for id in "$@"; do
        [ "$(ctest --test-dir "$built" -N -R "${tests[$id]}" | grep -c 'Test *#')" -gt 0 ] ||
            fail "$list: no test matches '${tests[$id]}' of '$id'"
    done
    # In pieces: ctest accepts no regular expression of more than about thirty groups.
    while [ $# -gt 0 ]; do
        all=''
        for id in "${@:1:8}"; do all+="${all:+|}${tests[$id]}"; done
        run_tests "$all" || fail "These fail before anything is broken:
$(failed_tests)"
        shift $(($# < 8 ? $# : 8))
    done
}

restore() {
    [ -f "$work/broken" ] || return 0
    cp "$work/original" "$tree/$(cat "$work/broken")"
    rm "$work/broken"
}

# Applies the mutant to the tree; fails if its line occurs there not at all, or more than once.
break_line() {
    local path=$tree/${file[$1]} lines line count=0
    [ -f "$path" ] || return 1
    mapfile -t lines <"$path"
    for line in "${!lines[@]}"; do
        [[ ${lines[line]} == *"${find[$1]}"* ]] || continue
        count=$((count + 1))
        lines[line]=${lines[line]/"${find[$1]}"/"${put[$1]}"}
    done
    [ "$count" -eq 1 ] || return 1
    cp "$path" "$work/original"
    echo "${file[$1]}" >"$work/broken"
    printf '%s\n' "${lines[@]}" >"$path"
}

# The targets that the broken tree fails to build.
needs_no_build() {
    [[ ${file[$1]} == shaders/* && ${tests[$1]} != *gl:* ]]
}

try_mutant() {
    local id=$1 seen
    caught[$id]=''
    if ! break_line "$id"; then
        outcome[$id]=stale
    elif ! needs_no_build "$id" && ! build_programs "${tests[$id]}"; then
        outcome[$id]='does not build'
    elif run_tests "${tests[$id]}" --stop-on-failure; then
        outcome[$id]=survived
    elif [[ ${file[$id]} == shaders/* ]] && grep -q 'Shader .* does not compile' "$log"; then
        outcome[$id]='does not build'
    else
        outcome[$id]=caught
        mapfile -t seen < <(failed_tests)
        caught[$id]=${seen[0]:-a test}
    fi
    [ "${outcome[$id]}" = stale ] || cp "$log" "$work/$id.log"
    restore
}

# Survivors and whatever else was not caught come first.
in_order() {
    local id
    for id in "$@"; do [ "${outcome[$id]}" = caught ] || echo "$id"; done
    for id in "$@"; do [ "${outcome[$id]}" != caught ] || echo "$id"; done
}

write_table() {
    local id
    echo "# Mutants"
    echo
    echo "Lines broken on purpose, one at a time, and the test that saw it; survivors would stand"
    echo "first. Written by tests/mutants/run.sh from tests/mutants/mutants.txt: $count_caught of $# caught."
    echo
    echo "| mutant | file | what is broken | seen by |"
    echo "| --- | --- | --- | --- |"
    while IFS= read -r id; do
        local by=${caught[$id]}
        [ "${outcome[$id]}" = caught ] || by="**${outcome[$id]}**"
        echo "| $id | ${file[$id]} | ${what[$id]//|/\\|} | ${by//|/\\|} |"
    done < <(in_order "$@")
}

read_list
chosen=("$@")
[ $# -gt 0 ] || chosen=("${ids[@]}")
for id in "${chosen[@]}"; do
    [ -n "${what[$id]+there}" ] || fail "$list has no mutant '$id'"
done

install_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
mkdir -p "$work"
copy_tree
trap restore EXIT
[ -f "$built/build.ninja" ] ||
    (cd "$tree" && cmake --preset dev -Wno-dev >"$log" 2>&1) || fail "$(tail -n 40 "$log")"
check_unbroken "${chosen[@]}"

count_caught=0
for id in "${chosen[@]}"; do
    begun=$SECONDS
    try_mutant "$id"
    [ "${outcome[$id]}" != caught ] || count_caught=$((count_caught + 1))
    printf '%-30s %-15s %3d s  %s\n' "$id" "${outcome[$id]}" $((SECONDS - begun)) "${caught[$id]}"
done
echo "$count_caught of ${#chosen[@]} caught"
[ $# -gt 0 ] || write_table "${chosen[@]}" >"$table"
[ "$count_caught" -eq ${#chosen[@]} ]
