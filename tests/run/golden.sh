#!/bin/sh
# golden.sh BUILD [--write] - the briefs of tests/examples must be those of
# tests/golden, byte for byte; the same again with the arguments in another
# order, another time zone and another locale. --write makes the golden briefs
# anew. Last line "N passed, N failed".
build=$1
write=$2
work=$build/run/golden
rm -rf "$work"
mkdir -p "$work" tests/golden
passed=0
failed=0

same() { # WHAT FILE FILE
    if cmp -s "$2" "$3"; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    echo "golden: $1: not the same"
    diff -u "$2" "$3" 2>&1 | sed -n 1,40p
}

reversed() { # the files of folder $1, last first, and its table
    ls -r "$1"/* | sed '/\/meta\.[ct]sv$/d; /\/README[^\/]*$/d'
}

for story in tests/examples/*/; do
    [ -d "$story" ] || continue
    story=${story%/}
    name=${story##*/}
    if ! "$build"/kernsatz brief "$story" -q -t en -o "$work/$name" \
        -f text,md,jsonl,xliff,xliff2; then
        failed=$((failed + 1))
        echo "golden: $story: no brief"
        continue
    fi
    if [ -n "$write" ]; then
        cp "$work/$name".* tests/golden/
    fi
    for made in "$work/$name".*; do
        same "${made##*/}" "tests/golden/${made##*/}" "$made"
    done
    meta=
    for table in "$story"/meta.[ct]sv; do
        [ -f "$table" ] && meta=--meta=$table
    done
    # shellcheck disable=SC2046,SC2086 # names of examples have no blanks
    TZ=Asia/Tokyo LANG=tr_TR.UTF-8 LC_ALL= "$build"/kernsatz brief -q -t en \
        $meta -f text,md,jsonl,xliff,xliff2 -o "$work/again" \
        $(reversed "$story")
    for suffix in txt md jsonl xlf 2.xlf; do
        same "$name.$suffix in another order" "$work/$name.$suffix" \
            "$work/again.$suffix"
    done
done
echo "golden: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
