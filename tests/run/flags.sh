#!/bin/sh
# flags.sh CC FLAG... - prints those flags that the compiler knows; flags that
# belong together are joined by a comma (but not those of the linker).
cc=$1
shift

knows() {
    printf 'int main(void) { return 0; }\n' |
        $cc -Werror -O2 "$@" -x c - -o /dev/null 2>/dev/null
}

split() {
    case $1 in
    -Wl,*) echo "$1" ;;
    *) echo "$1" | tr , ' ' ;;
    esac
}

all=$(for flag; do split "$flag"; done)
# shellcheck disable=SC2086 # the flags are words
if knows $all; then
    echo $all
    exit
fi
for flag; do
    knows $(split "$flag") && split "$flag"
done | tr '\n' ' '
