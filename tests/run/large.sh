#!/bin/sh
# large.sh BUILD - large and odd inputs: the documented exit status within a
# time. Last line "N passed, N failed".
build=$(cd "$1" && pwd)
work=$build/run/large
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 2
passed=0
failed=0
PATH=$build:$PATH

verdict() { # WHAT GOOD(0 is good)
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "large: $1"
    fi
}

# try WHAT SECONDS STATUSES COMMAND... - STATUSES: those allowed, with commas.
try() {
    what=$1
    limit=$2
    allowed=$3
    shift 3
    started=$(date +%s%N)
    timeout "$limit" "$@" >out 2>err
    status=$?
    took=$((($(date +%s%N) - started) / 1000000))
    echo "large: $what: status $status, $took ms, $(wc -c <out) bytes"
    case ",$allowed," in
    *",$status,"*) verdict "$what" 0 ;;
    *)
        head -c 600 err
        verdict "$what: status $status, not $allowed" 1
        ;;
    esac
}

# repeat TEXT N - TEXT N times, in one line unless TEXT has line ends (printf).
repeat() {
    awk -v text="$1" -v n="$2" 'BEGIN {
        while (i++ < n) printf "%s", text }' </dev/null
}

s='Der Rat der Stadt hat am Montag mit 12 Stimmen beschlossen, die Schule zu bauen. '
repeat "$s" 620000 >line50.txt                   # 50 MB
repeat "$s" 124000 >line10.txt                   # 10 MB
repeat 'wort ' 2000000 >nostop.txt               # 10 MB without a full stop
repeat a 1000000 >word.txt
repeat 'A. ' 1000000 >short.txt
repeat . 1000000 >stops.txt
repeat 'Dr. ' 1000000 >abbreviations.txt
repeat '„' 1000000 >quotes.txt
repeat '1.000 ' 1000000 >figures.txt
repeat 'Die Stadt baut.\n' 1000000 >same.txt
{ printf 'a'; repeat '\314\210' 500000; echo; } >marks.txt
repeat '<p>' 300000 >paragraphs.html
repeat '<div>' 100000 >deep.html
{ printf '<p>'; repeat "$s" 5000; printf '<!-- '; repeat 'x ' 2000000; } \
    >comment.html
{ printf '<p '; repeat 'a=1 ' 30000; printf '>'; repeat "$s" 50; } \
    >attributes.html
repeat '&amp;' 1000000 >entities.html
repeat '# ' 500000 >marks.md
printf 'Der Rat tagt.\0\0\0Die Stadt baut.\n' >nul.txt
head -c 1000000 /dev/urandom >random.txt

for f in *.txt; do
    case $f in
    line50.txt) try "split $f" 60 0 kernsatz split "$f" ;;
    *) try "split $f" 20 0,1,3 kernsatz split "$f" ;;
    esac
done
for f in *.txt *.html *.md; do
    case $f in
    line*.txt | same.txt) try "clean $f" 60 0 kernsatz clean "$f" ;;
    *) try "clean $f" 60 0,1,3 kernsatz clean "$f" ;;
    esac
done
try "brief line50.txt" 120 0 kernsatz brief -q line50.txt
for f in line10.txt nostop.txt short.txt same.txt figures.txt quotes.txt \
    comment.html deep.html random.txt; do
    try "brief $f" 120 0,1,3 kernsatz brief -q "$f"
done
try "pick line10.txt" 120 0,1,3 kernsatz pick -n 3 line10.txt

# ---- time grows with the input and not faster -----------------------------

# Milliseconds of the processor that COMMAND... takes.
cpu() {
    (
        timeout 120 "$@" >out 2>err
        times
    ) | awk 'NR == 2 {
        gsub(/s/, "")
        for (i = 1; i <= 2; i++) {
            split($i, t, "m")
            ms += t[1] * 60000 + t[2] * 1000
        }
        printf "%d", ms }'
}

# linear NAME TEXT N COMMAND... - in German prose, TEXT 4 N times takes at most
# five times as long as N times; 400 ms are for the start and the machine.
linear() {
    what=$1
    text=$2
    n=$3
    shift 3
    for times in "$n" $((4 * n)); do
        {
            repeat "$s" 4
            repeat "$text" "$times"
            printf '\n\n'
            repeat "$s" 4
            echo
        } >"linear$times.txt"
    done
    few=$(cpu "$@" "linear$n.txt")
    many=$(cpu "$@" "linear$times.txt")
    rm linear*.txt
    printf 'large: %s, %s: %s ms, four times as much %s ms\n' "$what" "$*" \
        "$few" "$many"
    [ "$many" -le $((5 * few + 400)) ]
    verdict "$what, $*: $few ms grow to $many ms" $?
}

for text in . '„' '“' '(' ')' '"' 'Dr. ' 'z. B. ' 1 '1. ' '12. 3. ' 'A. ' \
    '\314\210' a; do
    linear "$text" "$text" 250000 kernsatz split
done
linear 'one line' "$s" 310000 kernsatz split # 100 MB
for text in '12. 3. ' 'dass sei ' 'A. ' 'Die Stadt baut.\n' a '\314\210' \
    'am 3. Mai 2020 ' '1.000 Euro und ' 'Er sagt: „'; do
    for command in brief clean pick; do
        linear "$text" "$text" 250000 kernsatz "$command" -q
    done
done

# Nothing is lost by splitting: the same signs but for white space.
kernsatz split line10.txt | tr -d ' \n' | cksum >a
tr -d ' \n' <line10.txt | cksum >b
cmp -s a b
verdict "split loses signs of line10.txt" $?

# Twenty thousand sentences that differ, 40 articles.
awk 'BEGIN {
    split("Rat Stadt Bahn Schule Bruecke Polizei Firma Partei Klinik", who)
    split("plant baut sperrt prueft kauft meldet sucht oeffnet", what)
    for (a = 1; a <= 40; a++)
        for (s = 1; s <= 500; s++) {
            x = (a * 7919 + s * 104729) % 1000003
            printf "Die %s %s im Jahr %d rund %d neue %s%d in Ort%d.\n\n", \
                who[x % 9 + 1], what[x % 8 + 1], 1950 + x % 80, x % 977, \
                who[(x + s) % 9 + 1], x % 311, x % 2003 >("many" a ".text")
        }
}' </dev/null
mkdir many
for f in many*.text; do
    mv "$f" "many/${f%.text}.txt"
done
try "brief of 20000 sentences" 120 0 kernsatz brief -q many

cd ..
rm -rf "$work"
echo "large: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
