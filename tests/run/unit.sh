#!/bin/sh
# unit.sh BUILD - runs the unit programs; last line "N passed, N failed".
build=$1
passed=0
failed=0
for program in "$build"/unit/test_*; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    [ -f "tests/unit/${program##*/}.c" ] || continue
    log=$program.log
    if "$program" >"$log" 2>&1; then
        good=1
    else
        good=0
    fi
    p=$(grep -c '^\[       OK \]' "$log")
    f=$(grep -c '^\[  FAILED  \] [^0-9]' "$log")
    # cmocka names a failed test twice; a crash leaves no sum.
    f=$(((f + 1) / 2))
    if [ $good -eq 0 ]; then
        [ "$f" -gt 0 ] || f=1
        cat "$log"
    fi
    passed=$((passed + p))
    failed=$((failed + f))
done
echo "unit: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
