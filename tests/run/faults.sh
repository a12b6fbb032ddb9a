#!/bin/sh
# faults.sh BUILD - system calls that fail (strace makes them): an output is the
# old one and the exit status 3, or the new one and 0; nothing is left beside
# it; a fault of an input is named. Last line "N passed, N failed".
build=$(cd "$1" && pwd)
work=$build/run/faults
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 2
passed=0
failed=0

verdict() { # WHAT STATUS(0 is good)
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "faults: $1"
        cat said
    fi
}

inject() { # OPTIONS-OF-STRACE... -- COMMAND...
    strace -f -qq -o trace "$@" >out 2>said
}

awk 'BEGIN { while (i++ < 20000) print "Der Rat tagt heute." }' </dev/null >in
"$build"/kernsatz split in >new
echo old >old

for fault in write:error=ENOSPC:when=1 write:error=EDQUOT:when=1 \
    write:error=EIO:when=1+ write:error=EINTR:when=1 fsync:error=EIO \
    fsync:error=ENOSPC fsync:error=EINVAL rename:error=EACCES \
    rename:error=EROFS rename:error=EXDEV fchmod:error=EPERM \
    write:error=EFBIG:when=1; do
    cp old o
    inject -e trace="${fault%%:*}" -e inject="$fault" \
        "$build"/kernsatz split in -o o
    status=$?
    if cmp -s o new; then
        [ $status -eq 0 ]
        verdict "$fault: new output, but status $status" $?
    else
        [ $status -eq 3 ] && cmp -s o old
        verdict "$fault: status $status, output is neither old nor new" $?
    fi
    [ "$(echo .kern*)" = '.kern*' ]
    verdict "$fault: something is left" $?
done

for fault in read:error=EIO:when=1 read:error=EIO:when=2 \
    read:error=EINTR:when=1 openat:error=EMFILE openat:error=EACCES \
    fstat:error=EIO newfstatat:error=EIO; do
    for command in split brief; do
        inject -e trace="${fault%%:*}" -e inject="$fault" -P "$work/in" \
            "$build"/kernsatz $command "$work/in"
        status=$?
        case $fault,$status in
        *EINTR*,0 | *fstat*,0) verdict "" 0 ;;
        *,3) grep -q "in: " said; verdict "$fault: not named" $? ;;
        *,0) grep -q INJECTED trace; [ $? -ne 0 ]
            verdict "$fault in $command: not noticed" $? ;;
        *) verdict "$fault in $command: status $status" 1 ;;
        esac
    done
done

# Too little memory for a page of many references: the end, and soon.
awk 'BEGIN { while (i++ < 3000000) printf "&amp;" }' </dev/null >page.html
for megabytes in 120 140 160; do
    (ulimit -v $((megabytes * 1024))
        timeout 20 "$build"/kernsatz brief page.html >out 2>said)
    status=$?
    [ $status -eq 3 ]
    verdict "$megabytes MB of memory: status $status" $?
done

# A full device behind standard output, met late.
for n in 1 2; do
    inject -e trace=write -e inject=write:error=ENOSPC:when=$n+ \
        "$build"/kernsatz split in
    [ $? -eq 3 ]
    verdict "write $n to standard output: not noticed" $?
done

cd ..
rm -rf "$work"
echo "faults: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
