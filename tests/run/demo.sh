#!/bin/sh
# demo.sh BUILD - a brief of the example story, to read and to translate.
build=$1
story=tests/examples/faehre
run() {
    echo "\$ $*"
    "$@" || exit
    echo
}
run "$build"/kernsatz brief "$story"
run "$build"/kernsatz brief "$story" -q -t en -o "$build/brief.xlf"
echo "The same for translators, first unit of $build/brief.xlf:"
sed -n '1,/<\/trans-unit>/p' "$build/brief.xlf"
