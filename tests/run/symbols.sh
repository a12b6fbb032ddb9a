#!/bin/sh
# symbols.sh BUILD - the shared library shows only kernsatz_*, no object of ours
# has variable data, nothing calls what a library must leave alone. Last line
# "N passed, N failed".
build=$1
passed=0
failed=0

verdict() { # WHAT FAULTS
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "symbols: $1:"
        echo "$2" | sed 's/^/    /'
    fi
}

shared=$(LC_ALL=C nm -D --defined-only "$build"/libkernsatz.so.0 |
    awk '{ print $NF }')
shown=$(echo "$shared" | grep -v '^kernsatz_')
verdict "shown besides kernsatz_*" "$shown"

hidden=$(sed -n 's/^KERNSATZ_API.*[ *]\(kernsatz_[a-z_]*\)(.*/\1/p
    s/^\(kernsatz_[a-z_]*\)(.*/\1/p' include/kernsatz.h |
    while read -r name; do
        case "
$shared
" in
        *"
$name
"*) ;;
        *) echo "$name" ;;
        esac
    done)
verdict "in the header, but not in the library" "$hidden"

soname=$(LC_ALL=C objdump -p "$build"/libkernsatz.so.0 |
    awk '$1 == "SONAME" && $2 != "libkernsatz.so.0" { print }')
verdict "soname" "$soname"

# Tables with pointers lie in .data.rel.ro: constant once they are loaded.
data=$(find "$build"/o -name '*.o' ! -path '*/asan/*' | LC_ALL=C sort |
    xargs env LC_ALL=C objdump -t | awk '
    /file format/ { object = $1 }
    { for (i = 2; i < NF - 1; i++)
          if ($i ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ &&
              $i !~ /^\.data\.rel\.ro/ && $0 ~ / O /)
              print object, $NF, "in", $i }')
verdict "variable data" "$data"

forbidden='printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|exit|abort'
forbidden="$forbidden|getenv|secure_getenv|setlocale|strtod|strtof|atof"
forbidden="$forbidden|__ctype_[a-z_]*|isalpha|tolower|toupper|strcoll|strxfrm"
forbidden="$forbidden|localtime|localtime_r|mktime|time|rand|random|srand"
forbidden="$forbidden|__printf_chk|__fprintf_chk|__vfprintf_chk|signal"
calls=$(LC_ALL=C nm -A -u "$build"/libkernsatz.a 2>/dev/null |
    grep -E " U ($forbidden)(@|\$)")
verdict "calls that a library leaves alone" "$calls"

echo "symbols: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
