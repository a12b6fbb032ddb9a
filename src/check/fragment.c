/*
 * fragment.c - fragment identifiers of XLIFF 2 (2.1, section 3.1):
 * #[/]SELECTOR/SELECTOR..., a selector being [PREFIX=]ID.
 */
#include "check/parts.h"

/* What a prefix stands for; the order of selectors is that of the numbers. */
static int rank_of(struct str prefix)
{
    if (same(prefix, "f"))
        return 1;
    if (same(prefix, "g"))
        return 2;
    if (same(prefix, "u"))
        return 3;
    if (!prefix.len || list_has("n d t", prefix))
        return 4;
    /* Registered: those of modules and tbx, of TBX-Basic, an extension. */
    return list_has("gls mtc mda res slr val fs its itsm ctr pgs pvn tbx",
                    prefix)
               ? 4
               : 0;
}

/* Splits SELECTOR; false: it is none. */
static bool split(struct str selector, struct str *prefix, struct str *id)
{
    size_t equals = str_find(selector, STR("="), 0);

    *prefix = STR("");
    *id = selector;
    if (equals < selector.len) {
        *prefix = str_cut(selector, 0, equals);
        *id = str_cut(selector, equals + 1, selector.len);
        if (!is_nmtoken(*prefix))
            return false;
    }
    return is_nmtoken(*id);
}

/* "t=#m2" for "#t=m2". */
static bool is_slip(struct str ref)
{
    size_t hash = str_find(ref, STR("=#"), 0);

    return hash < ref.len && is_nmtoken(str_cut(ref, 0, hash));
}

void fragment_20(struct check *c, const xmlNode *node, struct str ref)
{
    struct str rest = str_cut(ref, 1, ref.len);
    int before = 0;

    if (is_slip(ref))
        fault(c, node, FRAGMENT, ref);
    if (!str_starts(ref, STR("#")))
        return;
    if (str_starts(rest, STR("/")))
        rest = str_cut(rest, 1, rest.len);
    for (;;) {
        size_t end = str_find(rest, STR("/"), 0);
        struct str prefix, id;
        int rank;

        if (!split(str_cut(rest, 0, end), &prefix, &id)) {
            fault(c, node, FRAGMENT, ref);
            return;
        }
        rank = rank_of(prefix);
        if (!rank) {
            fault(c, node, FRAGMENT_PREFIX, ref);
            return;
        }
        if (rank <= before) {
            fault(c, node, FRAGMENT_ORDER, ref);
            return;
        }
        before = rank;
        if (end >= rest.len)
            return;
        rest = str_cut(rest, end + 1, rest.len);
    }
}
