#!/bin/sh
# header.sh BUILD - the public header by itself as C11 and, where there is a
# compiler for it, as C++; a program linked with the shared library. Last
# line "N passed, N failed".
build=$1
cc=${CC:-cc}
passed=0
failed=0
main='int main(void) { return !kernsatz_version(); }'
flags="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -Iinclude"

try() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "header: $what: failed"
    fi
}

as() { # LANGUAGE COMPILER
    printf '#include <kernsatz.h>\n%s\n' "$main" |
        $2 $flags "-std=$1" -x "$3" -fsyntax-only -
}

linked() {
    printf '#include <kernsatz.h>\n%s\n' "$main" |
        $cc $flags -x c - -L"$build" -lkernsatz -o "$build/run/linked" &&
        LD_LIBRARY_PATH=$build "$build/run/linked"
}

try "as C11" as c11 "$cc" c
for cxx in g++ clang++; do
    if command -v $cxx >/dev/null; then
        try "as C++11 with $cxx" as c++11 $cxx c++
    fi
done
try "shared library" linked
echo "header: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
