/*
 * rules12.c - what no table says of XLIFF 1.2: ids and names that may stand only
 * once, references that must name something, codes that come in pairs.
 */
#include "check/parts.h"

/* The things of one file that have names. */
struct named {
    struct map group, unit, context, count, phase, tool, external;
};

static void collect(struct check *c, const xmlNode *file, struct named *n)
{
    const struct {
        const char *element, *attribute;
        struct map *set;
        enum rule rule;
    } rows[] = {
        {"group", "id", &n->group, ID_GROUP},
        {"trans-unit", "id", &n->unit, ID_UNIT},
        {"bin-unit", "id", &n->unit, ID_UNIT},
        {"context-group", "name", &n->context, NAME_TWICE},
        {"count-group", "name", &n->count, NAME_TWICE},
        {"phase", "phase-name", &n->phase, NAME_TWICE},
        {"tool", "tool-id", &n->tool, NAME_TWICE},
        {"external-file", "uid", &n->external, NAME_TWICE},
    };

    for (const xmlNode *k = file; k; k = next_element(file, k, false))
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            if (is_core(c, k, rows[i].element))
                unique(c, rows[i].set, k, attr(k, rows[i].attribute),
                       rows[i].rule);
}

static void refers(struct check *c, const xmlNode *node, const char *name,
                   const struct map *to, enum rule rule)
{
    struct str value = attr(node, name);

    if (value.at && !map_find(to, value))
        fault(c, node, rule, value);
}

/* The mids of seg-source, and what names them. */
static void segments(struct check *c, const xmlNode *unit)
{
    const xmlNode *from = child_core(c, unit, "seg-source");
    struct map mids;

    if (!from)
        return;
    mids = map_new(c->arena, 8);
    for (const xmlNode *k = first_child(from); k; k = next_sibling(k))
        if (is_core(c, k, "mrk"))
            unique(c, &mids, k, attr(k, "mid"), ID_SEGMENT);
    for (const xmlNode *k = first_child(unit); k; k = next_sibling(k)) {
        if (is_core(c, k, "alt-trans"))
            refers(c, k, "mid", &mids, SEGMENT_REF);
        if (!is_core(c, k, "target"))
            continue;
        for (const xmlNode *m = first_child(k); m; m = next_sibling(m))
            if (is_core(c, m, "mrk"))
                refers(c, m, "mid", &mids, SEGMENT_REF);
    }
}

static void check_file(struct check *c, const xmlNode *file)
{
    struct named n = {
        map_new(c->arena, 8), map_new(c->arena, 64), map_new(c->arena, 64),
        map_new(c->arena, 8), map_new(c->arena, 8),  map_new(c->arena, 8),
        map_new(c->arena, 8)};

    collect(c, file, &n);
    for (const xmlNode *k = file; k; k = next_element(file, k, false)) {
        if (is_one_of(c, k, "file phase alt-trans"))
            refers(c, k, "tool-id", &n.tool, TOOL_REF);
        if (is_one_of(c, k, "count trans-unit target bin-unit bin-target"))
            refers(c, k, "phase-name", &n.phase, PHASE_REF);
        if (is_one_of(c, k, "bpt ept it ph g x bx ex sub"))
            refers(c, k, "xid", &n.unit, UNIT_REF);
        if (is_one_of(c, k, "trans-unit alt-trans"))
            segments(c, k);
        if (is_one_of(c, k, "source seg-source target") && first_child(k))
            inline_12(c, k);
    }
}

void rules_12(struct check *c)
{
    bool any = false;

    for (const xmlNode *k = first_child(c->root); k; k = next_sibling(k)) {
        if (!is_core(c, k, "file"))
            continue;
        any = true;
        check_file(c, k);
    }
    if (!any)
        fault(c, c->root, ELEMENT_MISSING, STR("file in xliff"));
}

/* ---- inline codes ------------------------------------------------------- */

static struct str link_of(const xmlNode *node)
{
    struct str rid = attr(node, "rid");

    return rid.at ? rid : attr(node, "id");
}

/* Notes the link of NODE; in a target, where codes may be copied (clone), only
 * a rid may not stand twice. */
static void note_link(struct check *c, struct map *set, const xmlNode *node,
                      bool target)
{
    struct str link = link_of(node);
    bool added;

    if (!target || attr(node, "rid").at)
        unique(c, set, node, link, ID_INLINE);
    else if (link.at)
        map_put(set, link, &added);
}

/* A code that nothing with the same link answers. */
struct lone {
    const xmlNode *first;   /* without rid */
    uint32_t n;
};

static void lone(struct check *c, const xmlNode *node, const struct map *others,
                 struct lone *l, enum rule rule)
{
    struct str link = link_of(node);

    if (!link.at || map_find(others, link))
        return;
    if (attr(node, "rid").at) {
        fault(c, node, rule, link);
        return;
    }
    if (!l->n++)
        l->first = node;
}

/*
 * Starts and ends of one kind belong together by rid, or by id where there is
 * none; ends with other ids and no rid answer starts as they come. An end may
 * stand before its start: targets turn things round.
 */
static void pairs(struct check *c, const xmlNode *in, const char *start,
                  const char *end)
{
    struct map starts = map_new(c->arena, 4), ends = map_new(c->arena, 4);
    struct lone open = {NULL, 0}, closed = {NULL, 0};
    bool target = is_core(c, in, "target");

    for (const xmlNode *k = in; k; k = next_element(in, k, false)) {
        if (is_core(c, k, start))
            note_link(c, &starts, k, target);
        if (is_core(c, k, end))
            note_link(c, &ends, k, target);
    }
    for (const xmlNode *k = in; k; k = next_element(in, k, false)) {
        if (is_core(c, k, start))
            lone(c, k, &ends, &open, PAIR_END);
        if (is_core(c, k, end))
            lone(c, k, &starts, &closed, PAIR_START);
    }
    if (open.n > closed.n)
        fault(c, open.first, PAIR_END, link_of(open.first));
    if (closed.n > open.n)
        fault(c, closed.first, PAIR_START, link_of(closed.first));
}

/* Checks the codes of NODE, a source or target. */
void inline_12(struct check *c, const xmlNode *node)
{
    struct map ids = map_new(c->arena, 4);

    pairs(c, node, "bpt", "ept");
    pairs(c, node, "bx", "ex");
    if (is_core(c, node, "target"))
        return;
    for (const xmlNode *k = node; k; k = next_element(node, k, false))
        if (is_one_of(c, k, "g x ph it")) /* bpt and bx: see pairs() */
            unique(c, &ids, k, attr(k, "id"), ID_INLINE);
}
