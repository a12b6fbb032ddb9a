#!/bin/sh
# readme.sh BUILD - runs what README.md shows: its console blocks as one case
# each (but not those that call make, git or apt), and its C programs, compiled
# with the static library and run. Last line "N passed, N failed".
build=$(cd "$1" && pwd)
work=$build/run/readme
rm -rf "$work"
mkdir -p "$work"
[ -f README.md ] || { echo "readme: 0 passed, 0 failed"; exit; }

# Blocks: case.txt holds the cases, N.c the programs.
awk -v work="$work" '
function flush_case()
{
    if (block == "console" && ncommand && !foreign) {
        printf "# README.md, line %d\n", start >(work "/case.txt")
        printf "$ ln -s \"$TOP\"/tests \"$TOP\"/src .\n" >(work "/case.txt")
        printf "$ ln -s %s build\n", build >(work "/case.txt")
        printf "%s%s\n", commands, output >(work "/case.txt")
    } else if (block == "c" && text ~ /int main/) {
        printf "%s", text >(work "/" ++n ".c")
    }
}
/^```/ {
    if (block) {
        flush_case()
        block = ""
    } else {
        block = substr($0, 4)
        if (block == "")
            block = "none"
        start = NR
        commands = output = text = ""
        ncommand = foreign = 0
    }
    next
}
block == "console" {
    if (/^\$ /) {
        line = substr($0, 3)
        ncommand++
        if (line ~ /^(make|git|apt|sudo|cd) /)
            foreign = 1
        commands = commands "$ { " line "\n$ } 2>&1\n"
    } else {
        output = output "\\" $0 "\n"
    }
    next
}
block { text = text $0 "\n" }
' build="$build" README.md

passed=0
failed=0
if [ -f "$work/case.txt" ]; then
    "$build/run/cases" "$build" "$work/case.txt" >"$work/log"
    cat "$work/log"
    counts=$(sed -n '$s/[^0-9]*\([0-9]*\) passed, \([0-9]*\) failed/\1 \2/p' \
        "$work/log")
    passed=${counts% *}
    failed=${counts#* }
fi
xml=$(xml2-config --libs 2>/dev/null || echo -lxml2)
for program in "$work"/*.c; do
    [ -f "$program" ] || continue
    # shellcheck disable=SC2086 # flags are words
    if ${CC:-cc} -std=c11 -Wall -Wextra -Werror -Iinclude "$program" \
        "$build/libkernsatz.a" $xml -lutf8proc -lpcre2-8 -lstemmer -ljansson \
        -lz -lm -o "${program%.c}" &&
        "${program%.c}" tests/examples/*/* >"${program%.c}.out" 2>&1 &&
        [ -s "${program%.c}.out" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "readme: the program $program failed"
    fi
done
echo "readme: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
