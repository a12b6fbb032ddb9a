#!/bin/sh
# layers.sh TREE - do all rooms of TREE open only the doors and use only the
# headers that tests/layers.txt grants them? Last line "N passed, N failed".
cd "$1" || exit 2
cat src/*/*.[ch] >/dev/null || exit 2
LC_ALL=C awk '
function fault(what)
{
    printf "layers: %s:%d: %s\n", FILENAME, FNR, what
    failed++
}
function granted(list, header,    i, n, word)
{
    n = split(list, word, " ")
    for (i = 1; i <= n; i++) {
        if (word[i] == header)
            return 1
        if (word[i] ~ /\/\*$/ &&
            index(header, substr(word[i], 1, length(word[i]) - 1)) == 1)
            return 1
    }
    return 0
}
FILENAME == "tests/layers.txt" {
    if ($1 == "c:") {
        sub(/^c: */, "")
        c = c " " $0
    } else if ($1 == "room" || $1 == "uses") {
        key = $2
        sub(/:$/, "", key)
        list = $0
        sub(/^[a-z]+ [a-z]+: */, "", list)
        if ($1 == "room")
            room[key] = list
        else
            uses[key] = uses[key] " " list
        known[key] = 1
    }
    next
}
FNR == 1 {
    split(FILENAME, part, "/")
    here = part[2]
    if (!(here in known))
        fault("room " here " does not stand in tests/layers.txt")
}
!/^[ \t]*#[ \t]*include/ { next }
{
    header = $0
    quoted = header ~ /"/
    sub(/^[^"<]*["<]/, "", header)
    sub(/[">].*$/, "", header)
    passed++
    if (header == "kernsatz.h")
        next
    if (!quoted) {
        if (!granted(c, header) && !granted(uses[here], header))
            fault("room " here " may not use <" header ">")
        next
    }
    if (header !~ /\//) # in the same folder: its own
        next
    if (split(header, part, "/") != 2) {
        fault("\"" header "\" leads out of the rooms")
        next
    }
    if (part[1] == here)
        next
    if (!granted(room[here], part[1]))
        fault("room " here " may not open " part[1])
    else if (part[2] != part[1] ".h")
        fault("\"" header "\" is private to " part[1])
}
END {
    printf "layers: %d passed, %d failed\n", passed - failed, failed
    exit failed > 0
}' tests/layers.txt src/*/*.[ch]
