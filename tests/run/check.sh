#!/bin/sh
# check.sh BUILD [asan] - runs the stages of the tests in the folder of the
# project; last line "N passed, N failed". With asan those that run our code.
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

if [ -z "$kind" ]; then
    stage layers sh tests/run/layers.sh .
    stage symbols sh tests/run/symbols.sh "$build"
    stage header sh tests/run/header.sh "$build"
    stage readme sh tests/run/readme.sh "$build"
fi
stage unit sh tests/run/unit.sh "$build"
stage cases "$build"/run/cases "$build" tests/cases/*.txt
stage golden sh tests/run/golden.sh "$build"
stage memory "$build"/run/memory "$(first)" "${MEMORY_STEP:-97}"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
