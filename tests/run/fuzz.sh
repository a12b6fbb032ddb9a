#!/bin/sh
# fuzz.sh BUILD SECONDS - each fuzz program for some seconds, from the example
# stories; what it finds stays in BUILD/fuzz. Last line "N passed, N failed".
build=$1
seconds=$2
passed=0
failed=0
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    corpus=$build/fuzz/$name.corpus
    mkdir -p "$corpus"
    find tests/examples -type f -size -64k -exec cp {} "$corpus" \;
    if "$build/fuzz/$name" -max_total_time="$seconds" -timeout=5 \
        -rss_limit_mb=1024 -max_len=16384 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/$name-" "$corpus" \
        >"$build/fuzz/$name.log" 2>&1; then
        passed=$((passed + 1))
        grep number_of_executed "$build/fuzz/$name.log"
    else
        failed=$((failed + 1))
        tail -n 40 "$build/fuzz/$name.log"
    fi
done
echo "fuzz: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
