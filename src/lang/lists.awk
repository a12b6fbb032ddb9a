# Turns word lists into C: awk -f lists.awk FILE.txt... > lists.c
# A line is WORD or WORD TAB VALUE; "#" begins a comment line.

function quoted(s) {
    gsub(/\\/, "\\\\", s)
    gsub(/"/, "\\\"", s)
    return "\"" s "\""
}

function close_list() {
    if (name != "") {
        if (!n) print "    {STR_INIT(\"\"), STR_INIT(\"\"), 0},"
        print "};"
        counts = counts sprintf("    [LANG_%s] = {list_%s, %d},\n", name,
                                name, n)
    }
}

BEGIN {
    print "/* Made from the word lists by lists.awk; not to be edited. */"
    print "#include \"lang/lists.h\"\n"
    print "#define STR_INIT(literal) {(literal), sizeof(literal) - 1}\n"
}

FNR == 1 {
    close_list()
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.txt$/, "", name)
    n = 0
    print "static const struct entry list_" name "[] = {"
}

/^#/ || /^[ \t]*$/ { next }

{
    split($0, part, "\t")
    number = part[2] ~ /^-?[0-9]+$/ ? part[2] : 0
    printf "    {STR_INIT(%s), STR_INIT(%s), %s},\n", quoted(part[1]),
           quoted(part[2]), number
    n++
}

END {
    close_list()
    print "\nconst struct builtin_list builtin_lists[LANG_LISTS] = {"
    printf "%s};\n", counts
}
