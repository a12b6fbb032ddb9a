#!/bin/sh
# deps.sh PACKAGE... - installs those Debian packages that are missing, through
# apt, as root or with sudo; where it cannot, names them and fails.
missing=
if command -v dpkg-query >/dev/null; then
    have=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
    for package; do
        case "
$have
" in
        *"
installed $package
"*) ;;
        *) missing="$missing $package" ;;
        esac
    done
elif printf '#include <%s>\n' libxml/parser.h utf8proc.h pcre2.h libstemmer.h \
    jansson.h zlib.h stdarg.h setjmp.h cmocka.h |
    ${CC:-cc} -DPCRE2_CODE_UNIT_WIDTH=8 -I/usr/include/libxml2 -x c \
        -fsyntax-only - 2>/dev/null; then
    exit 0 # not Debian, but all is there
else
    echo "deps: this is not Debian; what is needed is called there:" >&2
    echo "    $*" >&2
    exit 1
fi
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    root="sudo -n"
else
    echo "deps: missing packages; please run, as root:" >&2
    echo "    apt-get install$missing" >&2
    exit 1
fi
echo "deps: installing$missing"
apt() {
    $root env DEBIAN_FRONTEND=noninteractive apt-get \
        -o DPkg::Lock::Timeout=500 "$@"
}
# shellcheck disable=SC2086 # the packages are words
apt install -qq -y --no-install-recommends $missing >/dev/null 2>&1 ||
    { apt update -qq &&
        apt install -qq -y --no-install-recommends $missing; } ||
    { echo "deps: could not install:$missing" >&2; exit 1; }
