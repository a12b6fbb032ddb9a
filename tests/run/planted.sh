#!/bin/sh
# planted.sh BUILD - the layer check and the symbol check must fail where a rule
# is broken: copies of the tree, one violation in each. Last line "N passed,
# N failed".
build=$(cd "$1" && pwd)
work=$build/run/planted
passed=0
failed=0

verdict() { # WHAT STATUS OUTPUT-FILE PATTERN
    if [ "$2" -ne 0 ] && grep -q "$4" "$3"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "planted: $1: not noticed"
        cat "$3"
    fi
}

copy() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree/tests"
    cp -r include src stopwords Makefile "$work/tree"
    cp -r tests/layers.txt tests/run "$work/tree/tests"
}

# layer WHAT ROOM LINE PATTERN - LINE goes into a new file of ROOM.
layer() {
    copy
    echo "$3" >"$work/tree/src/$2/planted.c"
    sh tests/run/layers.sh "$work/tree" >"$work/log" 2>&1
    verdict "$1" $? "$work/log" "$4"
}

# symbol WHAT LINE PATTERN - LINE becomes an object of the library, built from
# the objects that are there.
symbol() {
    rm -rf "$work/build"
    mkdir -p "$work/build"
    cp -r "$build/o" "$work/build/o"
    echo "$2" >"$work/planted.c"
    ${CC:-cc} -fPIC -fvisibility=hidden -c "$work/planted.c" \
        -o "$work/build/o/base/planted.o"
    objects=$(find "$work/build/o" -name '*.o' ! -path '*/cli/*' |
        LC_ALL=C sort)
    # shellcheck disable=SC2086 # names without blanks
    ${CC:-cc} -shared -Wl,-soname,libkernsatz.so.0 $objects \
        -o "$work/build/libkernsatz.so.0" &&
        ar rcs "$work/build/libkernsatz.a" $objects &&
        sh tests/run/symbols.sh "$work/build" >"$work/log" 2>&1
    verdict "$1" $? "$work/log" "$3"
}

mkdir -p "$work"
layer "a room opens a later one" text '#include "story/story.h"' \
    'room text may not open story'
layer "a private header of another room" engine '#include "intake/parts.h"' \
    'private to intake'
layer "a foreign library in a room that may not have it" story \
    '#include <libxml/tree.h>' 'room story may not use <libxml/tree.h>'
layer "a way around the doors" base '#include "../model/model.h"' \
    'leads out of the rooms'
layer "the program behind the front door" cli '#include "base/base.h"' \
    'room cli may not open base'
layer "output in the library" rank '#include <stdio.h>' \
    'room rank may not use <stdio.h>'
mkdir -p "$work"
copy
mkdir "$work/tree/src/cellar"
echo 'int cellar(void);' >"$work/tree/src/cellar/cellar.h"
sh tests/run/layers.sh "$work/tree" >"$work/log" 2>&1
verdict "a room that is in no list" $? "$work/log" 'room cellar does not stand'

symbol "a symbol with another name" \
    '__attribute__((visibility("default"))) int planted(void) { return 1; }' \
    '^ *planted$'
symbol "a variable of the file" \
    'static int count; int hidden(void); int hidden(void) { return ++count; }' \
    'count in .bss'
symbol "a variable that has a value" 'int planted = 1;' 'planted in .data'
symbol "a variable of a function" \
    'int hidden(void); int hidden(void) { static int n = 3; return n++; }' \
    'in .data'
symbol "a call that reads the environment" \
    '#include <stdlib.h>
const char *hidden(void); const char *hidden(void) { return getenv("LANG"); }' \
    'getenv'

rm -rf "$work"
echo "planted: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
