/*
 * unit20.c - one unit of XLIFF 2: its segments, ids, languages, marks; its codes
 * are looked at in codes.c.
 */
#include "check/parts.h"
#include <string.h>

struct unit {
    const xmlNode *node;
    const struct map *units;    /* of the file */
    struct map data, notes;
    struct codes codes;
};

/* As language tags are compared. */
bool same_language(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = a.at[i], y = b.at[i];

        x = x >= 'A' && x <= 'Z' ? (char)(x + 32) : x;
        y = y >= 'A' && y <= 'Z' ? (char)(y + 32) : y;
        if (x != y)
            return false;
    }
    return true;
}

static void language(struct check *c, const xmlNode *node, struct str wanted,
                     enum rule rule)
{
    struct str lang = inherited(node, "lang");

    if (lang.at && wanted.at && !same_language(lang, wanted))
        fault(c, node, rule, both(c, lang, ", not ", wanted));
}

/* ---- segments ----------------------------------------------------------- */

static void sides(struct check *c, const xmlNode *part)
{
    const xmlNode *source = child_core(c, part, "source");
    const xmlNode *target = child_core(c, part, "target");
    struct str a, b;

    if (source)
        language(c, source, c->source_lang, LANG_SOURCE);
    if (!target)
        return;
    if (!c->target_lang.at)
        fault(c, target, LANG_MISSING, STR(""));
    language(c, target, c->target_lang, LANG_TARGET);
    a = source ? inherited(source, "space") : STR("");
    b = inherited(target, "space");
    if (same(a, "preserve") != same(b, "preserve"))
        fault(c, target, SPACE_DIFFERS, STR(""));
}

static uint64_t number_of(struct str s)
{
    uint64_t n = 0;

    for (size_t i = 0; i < s.len && n < UINT32_MAX; i++)
        if (s.at[i] >= '0' && s.at[i] <= '9')
            n = n * 10 + (uint64_t)(s.at[i] - '0');
    return n;
}

/* A target that names no order stands at the place of its segment. */
static void orders(struct check *c, const xmlNode *unit, uint32_t parts)
{
    bool *taken = arena_array(c->arena, parts + 1, sizeof *taken);
    uint32_t part = 0;

    for (const xmlNode *k = first_child(unit); k; k = next_sibling(k)) {
        const xmlNode *target;
        struct str order;
        uint64_t n;

        if (!is_one_of(c, k, "segment ignorable"))
            continue;
        part++;
        target = child_core(c, k, "target");
        order = target ? attr(target, "order") : (struct str){NULL, 0};
        n = order.at ? number_of(order) : part;
        if (n < 1 || n > parts || taken[n])
            fault(c, target ? target : k, ORDER,
                  order.at ? order : STR("place taken"));
        else
            taken[n] = true;
    }
}

static void parts(struct check *c, struct unit *u)
{
    uint32_t segments = 0, n = 0;
    bool ordered = false;

    for (const xmlNode *k = first_child(u->node); k; k = next_sibling(k)) {
        const xmlNode *target;

        if (!is_one_of(c, k, "segment ignorable"))
            continue;
        n++;
        segments += is_core(c, k, "segment");
        target = child_core(c, k, "target");
        ordered = ordered || (target && attr(target, "order").at);
        sides(c, k);
        if (attr(k, "subState").at && !attr(k, "state").at)
            fault(c, k, SUBSTATE, STR(""));
    }
    if (n && !segments)
        fault(c, u->node, SEGMENT_MISSING, STR(""));
    if (ordered)
        orders(c, u->node, n);
}

/* ---- ids ---------------------------------------------------------------- */

static void add_code(struct check *c, struct unit *u, const xmlNode *node,
                     uint32_t part, bool target)
{
    struct codes *s = &u->codes;
    struct str id = attr(node, "id");

    if (!id.at)
        id = attr(node, "startRef");
    s->code = arena_more(c->arena, s->code, s->n, &s->cap, sizeof *s->code);
    s->code[s->n++] = (struct code){node, id, part, target};
}

/* All inline elements of the unit's sources or targets, in order. */
static void collect(struct check *c, struct unit *u, bool target)
{
    uint32_t part = 0;

    for (const xmlNode *k = first_child(u->node); k; k = next_sibling(k)) {
        const xmlNode *side;

        if (!is_one_of(c, k, "segment ignorable"))
            continue;
        part++;
        side = child_core(c, k, target ? "target" : "source");
        if (!side || !first_child(side))
            continue;
        for (const xmlNode *e = first_child(side); e;
             e = next_element(side, e, false))
            if (is_one_of(c, e, "ph pc sc ec mrk sm em"))
                add_code(c, u, e, part, target);
    }
    if (!target)
        u->codes.nsource = u->codes.n;
}

/* pc may become sc and ec, mrk sm and em. */
static bool related(const struct check *c, const xmlNode *a, const xmlNode *b)
{
    static const char *const kinds[] = {"ph", "pc sc ec", "mrk sm em"};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (is_one_of(c, a, kinds[i]))
            return is_one_of(c, b, kinds[i]);
    return false;
}

/* Segments, ignorables and what is in their sources share one set of ids. */
static void ids(struct check *c, struct unit *u)
{
    struct codes *s = &u->codes;
    struct map parts = map_new(c->arena, 4);

    for (const xmlNode *k = first_child(u->node); k; k = next_sibling(k))
        if (is_one_of(c, k, "segment ignorable"))
            unique(c, &parts, k, attr(k, "id"), ID_PART);
    for (uint32_t i = 0; i < s->n; i++) {
        const struct code *k = &s->code[i];
        struct str id = attr(k->node, "id");
        const uint32_t *twin;
        uint32_t *place;
        bool added;

        if (!id.at)
            continue;
        place = map_put(k->target ? &s->target : &s->source, id, &added);
        if (added)
            *place = i + 1;
        if (!added || map_find(&parts, id)) {
            fault(c, k->node, ID_PART, id);
            continue;
        }
        twin = k->target ? map_find(&s->source, id) : NULL;
        if (twin && !related(c, k->node, s->code[*twin - 1].node))
            fault(c, k->node, ID_TARGET, id);
    }
}

/* ---- what codes and marks name ------------------------------------------ */

/* The words of VALUE must name units. */
static void subflows(struct check *c, const struct unit *u,
                     const xmlNode *node, struct str value)
{
    for (size_t from = 0, to; from < value.len; from = to + 1) {
        struct str one;

        for (to = from; to < value.len && (unsigned char)value.at[to] > ' ';)
            to++;
        one = str_cut(value, from, to);
        if (one.len && is_nmtoken(one) && !map_find(u->units, one))
            fault(c, node, SUBFLOW, one);
    }
}

static void references(struct check *c, const struct unit *u,
                       const xmlNode *node)
{
    static const char *const data[] = {"dataRef", "dataRefStart",
                                       "dataRefEnd"};
    static const char *const flows[] = {"subFlows", "subFlowsStart",
                                        "subFlowsEnd"};

    for (int i = 0; i < 3; i++) {
        struct str ref = attr(node, data[i]);
        struct str flow = attr(node, flows[i]);

        if (ref.at && !(u->data.slot && map_find(&u->data, ref)))
            fault(c, node, DATA_REF, ref);
        if (flow.at)
            subflows(c, u, node, flow);
    }
}

static void types(struct check *c, const xmlNode *node)
{
    struct str type = attr(node, "type"), sub = attr(node, "subType");

    if (!sub.at)
        return;
    if (!type.at)
        fault(c, node, SUBTYPE, STR(""));
    else if ((list_has("xlf:b xlf:i xlf:u xlf:lb xlf:pb", sub) &&
              !same(type, "fmt")) ||
             (same(sub, "xlf:var") && !same(type, "ui")))
        fault(c, node, SUBTYPE_PAIR, sub);
}

/* Takes "PREFIX=ID/" off *REF where it is the id of NODE, or nothing if it is
 * not there; false: it is that of another. */
static bool take_selector(struct str *ref, const char *prefix,
                          const xmlNode *node)
{
    struct str id = attr_or(node, "id", "");
    size_t slash = str_find(*ref, STR("/"), 0);

    if (!str_starts(*ref, str_of(prefix)))
        return true;
    if (slash == ref->len || !str_same(str_cut(*ref, 2, slash), id))
        return false;
    *ref = str_cut(*ref, slash + 1, ref->len);
    return true;
}

/* #n=ID, or with its way to the unit: #f=FILE/u=UNIT/n=ID. */
static bool names_note(const struct check *c, const struct unit *u,
                       struct str ref)
{
    const xmlNode *file = u->node;
    struct str way;

    if (!u->notes.slot || !str_starts(ref, STR("#")))
        return false;
    while (file && !is_core(c, file, "file"))
        file = file->parent;
    ref = str_cut(ref, 1, ref.len);
    if (str_starts(ref, STR("/")))
        ref = str_cut(ref, 1, ref.len);
    way = ref;
    if (!file || !take_selector(&ref, "f=", file) ||
        (ref.len < way.len && !str_starts(ref, STR("u="))) ||
        !take_selector(&ref, "u=", u->node))
        return false;
    return str_starts(ref, STR("n=")) &&
           map_find(&u->notes, str_cut(ref, 2, ref.len));
}

static void comment(struct check *c, const struct unit *u,
                    const xmlNode *node)
{
    struct str ref = attr(node, "ref");

    if ((ref.at != NULL) == (attr(node, "value").at != NULL)) {
        fault(c, node, COMMENT, STR(""));
        return;
    }
    if (ref.at && !names_note(c, u, ref))
        fault(c, node, COMMENT_REF, ref);
}

/* The character of cp must be one that XML forbids. */
static void forbidden(struct check *c, const xmlNode *node)
{
    struct str hex = str_trim(attr(node, "hex"));
    uint32_t code = 0;

    for (size_t i = 0; i < hex.len && code <= 0x10ffff; i++) {
        char d = hex.at[i];

        code = code * 16 +
               (uint32_t)(d <= '9' ? d - '0' : (d | 0x20) - 'a' + 10);
    }
    if (code > 0x10ffff || code_is_xml(code))
        fault(c, node, CP_HEX, hex);
}

static void marks(struct check *c, const struct unit *u)
{
    for (const xmlNode *k = u->node; k; k = next_element(u->node, k, false))
        if (is_core(c, k, "cp") && type_holds(type_named(STR("hex")),
                                              attr_or(k, "hex", "-")))
            forbidden(c, k);
    for (uint32_t i = 0; i < u->codes.n; i++) {
        const xmlNode *k = u->codes.code[i].node;

        if (!is_one_of(c, k, "mrk sm em")) {
            references(c, u, k);
            types(c, k);
            continue;
        }
        if (same(attr_or(k, "type", ""), "comment"))
            comment(c, u, k);
        else if (attr(k, "ref").at)
            fragment_20(c, k, attr(k, "ref"));
    }
}

/* Ids of NODE's children NAME. */
static struct map children_ids(struct check *c, const xmlNode *node,
                               const char *name, enum rule rule)
{
    struct map set = {0};

    if (!node)
        return set;
    set = map_new(c->arena, 4);
    for (const xmlNode *k = first_child(node); k; k = next_sibling(k))
        if (is_core(c, k, name))
            unique(c, &set, k, attr(k, "id"), rule);
    return set;
}

void unit_20(struct check *c, const xmlNode *unit, const struct map *units)
{
    struct unit u = {.node = unit, .units = units};

    u.notes = children_ids(c, child_core(c, unit, "notes"), "note", ID_NOTE);
    u.data = children_ids(c, child_core(c, unit, "originalData"), "data",
                          ID_DATA);
    parts(c, &u);
    collect(c, &u, false);
    collect(c, &u, true);
    u.codes.source = map_new(c->arena, 4);
    u.codes.target = map_new(c->arena, 4);
    ids(c, &u);
    marks(c, &u);
    codes_check(c, unit, &u.codes);
}
