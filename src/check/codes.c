/*
 * codes.c - the inline codes of a unit of XLIFF 2: starts and ends, hints for
 * editing, copies.
 */
#include "check/parts.h"

/* A start and its end on one side of the unit. */
struct pair {
    uint32_t start, end; /* place + 1; 0: none */
};

static bool is_side(const struct codes *s, uint32_t i, bool target)
{
    return target ? i >= s->nsource : i < s->nsource;
}

/* Where both stand, what they say must agree; an end that says nothing follows
 * its start. */
static void agree(struct check *c, const xmlNode *start, const xmlNode *end)
{
    static const char *const names[] = {"canCopy",    "canDelete",
                                        "canOverlap", "type",
                                        "subType",    "dir",
                                        "copyOf"};
    struct str a = attr_or(start, "canReorder", "yes"),
               b = attr(end, "canReorder");

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str of_end = attr(end, names[i]);
        struct str of_start = attr_or(start, names[i], i < 3 ? "yes" : "");

        if (of_end.at && !str_same(of_start, of_end))
            fault(c, end, CODE_DIFFERS, str_of(names[i]));
    }
    if (b.at && same(a, "yes") != same(b, "yes"))
        fault(c, end, CODE_DIFFERS, STR("canReorder"));
}

/* The start that END names, on its own side; NULL: none. *BEFORE: it stands
 * before it. */
static const struct code *start_of(const struct check *c,
                                   const struct codes *s, uint32_t end,
                                   const char *kind, bool *before)
{
    const struct code *k = &s->code[end];
    const struct map *set = k->target ? &s->target : &s->source;
    struct str ref = attr(k->node, "startRef");
    const uint32_t *place = ref.at ? map_find(set, ref) : NULL;

    if (!place || !is_core(c, s->code[*place - 1].node, kind))
        return NULL;
    *before = *place - 1 < end;
    return &s->code[*place - 1];
}

static void check_ec(struct check *c, const struct codes *s, uint32_t i,
                     struct map *ended)
{
    const struct code *k = &s->code[i];
    struct str ref = attr(k->node, "startRef"), id = attr(k->node, "id");
    bool isolated = same(attr_or(k->node, "isolated", "no"), "yes");
    const struct code *start;
    bool before = false, added;

    if (isolated ? !id.at || ref.at : id.at || !ref.at)
        fault(c, k->node, CODE_REF, STR(""));
    if (!ref.at)
        return;
    start = start_of(c, s, i, "sc", &before);
    map_put(ended, ref, &added);
    if (start && isolated)
        fault(c, k->node, CODE_ISOLATED, ref);
    /* A target may be there in part only: its start is to come. */
    if (start ? !before && !k->target : !k->target)
        fault(c, k->node, CODE_START, ref);
    if (start)
        agree(c, start->node, k->node);
}

/* Starts and ends of one side. */
static void side(struct check *c, const struct codes *s, bool target,
                 struct map *ended, const struct map *source_ended)
{
    for (uint32_t i = 0; i < s->n; i++) {
        const xmlNode *node = s->code[i].node;
        bool before = false, added;

        if (!is_side(s, i, target))
            continue;
        if (is_core(c, node, "ec"))
            check_ec(c, s, i, ended);
        if (!is_core(c, node, "em"))
            continue;
        map_put(ended, attr_or(node, "startRef", ""), &added);
        if ((!start_of(c, s, i, "sm", &before) || !before) && !target)
            fault(c, node, MARK_START, attr_or(node, "startRef", ""));
    }
    for (uint32_t i = 0; i < s->n; i++) {
        const struct code *k = &s->code[i];
        bool sc = is_core(c, k->node, "sc"), isolated;

        if (!is_side(s, i, target) || (!sc && !is_core(c, k->node, "sm")))
            continue;
        isolated = same(attr_or(k->node, "isolated", "no"), "yes");
        if (map_find(ended, k->id)) {
            if (sc && isolated)
                fault(c, k->node, CODE_ISOLATED, k->id);
        } else if (!isolated && !(target && map_find(source_ended, k->id))) {
            fault(c, k->node, sc ? CODE_END : MARK_END, k->id);
        }
    }
}

void pairs_check(struct check *c, const struct codes *s)
{
    struct map source = map_new(c->arena, 4), target = map_new(c->arena, 4);

    side(c, s, false, &source, &source);
    side(c, s, true, &target, &source);
}

/* ---- hints -------------------------------------------------------------- */

static bool is_code(const struct check *c, const xmlNode *node)
{
    return is_one_of(c, node, "ph pc sc ec");
}

static void hints(struct check *c, const xmlNode *node)
{
    struct str reorder = attr_or(node, "canReorder", "yes");
    bool free_copy = !same(attr_or(node, "canCopy", "yes"), "no");
    bool free_delete = !same(attr_or(node, "canDelete", "yes"), "no");

    /* The end of a pair takes the hints of its start. */
    if (is_core(c, node, "ec") && attr(node, "startRef").at)
        return;
    if (!same(reorder, "yes") && (free_copy || free_delete))
        fault(c, node, CODE_HINTS, attr_or(node, "id", ""));
}

static void copies(struct check *c, const struct codes *s,
                   const xmlNode *node)
{
    static const char *const data[] = {"dataRef", "dataRefStart",
                                       "dataRefEnd"};
    struct str copy = attr(node, "copyOf");
    const uint32_t *place;
    const xmlNode *base;

    if (!copy.at)
        return;
    place = map_find(&s->source, copy);
    if (!place)
        place = map_find(&s->target, copy);
    base = place ? s->code[*place - 1].node : NULL;
    if (!base || base == node || !is_code(c, base) ||
        same(attr_or(base, "canCopy", "yes"), "no"))
        fault(c, node, COPY_REF, copy);
    for (size_t i = 0; i < sizeof data / sizeof *data; i++)
        if (attr(node, data[i]).at)
            fault(c, node, COPY_DATA, str_of(data[i]));
}

/* Codes that cannot be deleted are in the target of their segment, or in that
 * of another if it is there. */
static void kept(struct check *c, const xmlNode *unit, const struct codes *s)
{
    const xmlNode *part = NULL;
    uint32_t at = 0;

    for (uint32_t i = 0; i < s->nsource; i++) {
        const struct code *k = &s->code[i];
        const xmlNode *target;

        if (!is_code(c, k->node) || !attr(k->node, "id").at ||
            !same(attr_or(k->node, "canDelete", "yes"), "no"))
            continue;
        while (at < k->part) {
            part = part ? next_sibling(part) : first_child(unit);
            if (!part)
                return;
            at += is_one_of(c, part, "segment ignorable");
        }
        target = child_core(c, part, "target");
        if (target && !map_find(&s->target, k->id))
            fault(c, target, CODE_LOST, k->id);
    }
}

/* ---- runs --------------------------------------------------------------- */

/* The next code of the same side at or after I; s->n: none. */
static uint32_t next_code(const struct check *c, const struct codes *s,
                          uint32_t i, bool target)
{
    while (i < s->n && (!is_side(s, i, target) || !is_code(c, s->code[i].node)))
        i++;
    return i;
}

static struct str reorder_of(const struct codes *s, uint32_t i)
{
    return attr_or(s->code[i].node, "canReorder", "yes");
}

/* The id of the code that NODE is in; empty: none. */
static struct str parent_of(const struct check *c, const xmlNode *node)
{
    for (node = node->parent; node; node = node->parent) {
        if (is_core(c, node, "pc"))
            return attr_or(node, "id", "");
        if (is_one_of(c, node, "source target"))
            break;
    }
    return STR("");
}

/* In the target, the code of source place B follows that of A at once, and is
 * in the same codes as in the source. */
static void follows(struct check *c, const struct codes *s, uint32_t a,
                    uint32_t b)
{
    const uint32_t *x = map_find(&s->target, s->code[a].id);
    const uint32_t *y = map_find(&s->target, s->code[b].id);
    const xmlNode *node;

    if (!x || !y)
        return; /* lost: told elsewhere */
    node = s->code[*y - 1].node;
    if (next_code(c, s, *x, true) != *y - 1 ||
        !str_same(parent_of(c, node), parent_of(c, s->code[b].node)))
        fault(c, node, RUN_ORDER, s->code[b].id);
}

/* A run is a code with firstNo and all codes with no behind it. */
static void runs(struct check *c, const struct codes *s, bool target)
{
    uint32_t before = s->n;

    for (uint32_t i = next_code(c, s, 0, target); i < s->n;
         i = next_code(c, s, i + 1, target)) {
        if (same(reorder_of(s, i), "no")) {
            if (before == s->n || same(reorder_of(s, before), "yes"))
                fault(c, s->code[i].node, RUN_START, s->code[i].id);
            else if (!target)
                follows(c, s, before, i);
        }
        before = i;
    }
}

void runs_check(struct check *c, const struct codes *s)
{
    runs(c, s, false);
    runs(c, s, true);
}

void codes_check(struct check *c, const xmlNode *unit, struct codes *codes)
{
    if (!codes->n)
        return;
    pairs_check(c, codes);
    for (uint32_t i = 0; i < codes->n; i++) {
        const xmlNode *node = codes->code[i].node;

        if (!is_code(c, node))
            continue;
        hints(c, node);
        copies(c, codes, node);
    }
    kept(c, unit, codes);
    runs_check(c, codes);
}
