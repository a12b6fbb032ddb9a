#!/bin/sh
# valgrind.sh BUILD - commands and unit programs under valgrind: no error,
# no leak of ours. Last line "N passed, N failed".
build=$1
passed=0
failed=0
log=$build/logs/valgrind.one
mkdir -p "$build/logs"

try() { # WHAT COMMAND...
    what=$1
    shift
    valgrind -q --error-exitcode=99 --leak-check=full \
        --errors-for-leak-kinds=definite,indirect "$@" >"$log" 2>&1
    if [ $? -eq 99 ]; then
        failed=$((failed + 1))
        echo "valgrind: $what"
        sed -n 1,60p "$log"
    else
        passed=$((passed + 1))
    fi
}

for story in tests/examples/*/; do
    [ -d "$story" ] || continue
    story=${story%/}
    try "brief $story" "$build"/kernsatz brief "$story" -t en \
        -f text,md,jsonl,xliff,xliff2 -o "$build/logs/valgrind.brief"
    try "pick $story" "$build"/kernsatz pick --scores -f jsonl "$story"
    try "clean $story" "$build"/kernsatz clean --show-removed "$story"
    try "split $story" "$build"/kernsatz split --offsets "$story"/*
done
try "nothing" "$build"/kernsatz brief nowhere
try "help" "$build"/kernsatz brief --help
for program in "$build"/unit/test_*; do
    [ -f "tests/unit/${program##*/}.c" ] && [ -x "$program" ] || continue
    try "${program##*/}" "$program"
done
rm -f "$build"/logs/valgrind.brief*
echo "valgrind: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
