#!/bin/sh
# check.sh BUILD [asan|torture] - runs the stages of the tests in the folder of
# the project; last line "N passed, N failed". asan: those that run our code;
# torture: those that take long.
build=$1
kind=$2
logs=$build/logs
mkdir -p "$logs"
passed=0
failed=0

# stage NAME COMMAND... - the last line of its output has the counts.
stage() {
    name=$1
    shift
    "$@" >"$logs/$name" 2>&1
    status=$?
    counts=$(tail -n 1 "$logs/$name" |
        sed -n 's/^.*: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
    p=${counts% *}
    f=${counts#* }
    [ -n "$counts" ] || { p=0; f=1; }
    [ $status -eq 0 ] || [ "$f" -gt 0 ] || f=1
    [ "$f" -eq 0 ] || cat "$logs/$name"
    printf '%-8s %5d passed, %d failed\n' "$name" "$p" "$f"
    passed=$((passed + p))
    failed=$((failed + f))
}

first() { # the example story that stands for all
    for story in tests/examples/*/; do
        echo "${story%/}"
        return
    done
}

ours() { # what our code does; $1: every which allocation fails
    stage unit sh tests/run/unit.sh "$build"
    stage cases "$build"/run/cases "$build" tests/cases/*.txt
    stage golden sh tests/run/golden.sh "$build"
    stage verbatim "$build"/run/verbatim tests/examples/*/
    stage memory "$build"/run/memory "$(first)" "$1"
}

case $kind in
'')
    stage layers sh tests/run/layers.sh .
    stage symbols sh tests/run/symbols.sh "$build"
    stage header sh tests/run/header.sh "$build"
    stage readme sh tests/run/readme.sh "$build"
    ours 7
    ;;
asan)
    ours 211
    ;;
torture)
    stage manual sh tests/run/manual.sh
    stage header sh tests/run/header.sh "$build"
    stage planted sh tests/run/planted.sh "$build"
    stage memory "$build"/run/memory "$(first)" 1
    stage faults sh tests/run/faults.sh "$build"
    stage valgrind sh tests/run/valgrind.sh "$build"
    stage large sh tests/run/large.sh "$build"
    build=$build/asan
    stage asan-memory "$build"/run/memory "$(first)" 37
    stage asan-large sh tests/run/large.sh "$build"
    ;;
esac

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
