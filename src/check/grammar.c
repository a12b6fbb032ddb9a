/*
 * grammar.c - holds every element against the table of its version: which
 * children it has, in which order, which attributes with which values.
 *
 * The tables are written to be read; for one check they are turned into numbers
 * once, and each element of the tree is looked at once. What stands in a foreign
 * namespace is passed over with all that is in it.
 */
#include "check/parts.h"
#include <string.h>

#define FOREIGN UINT32_MAX

struct slot {
    uint32_t *element;   /* indices; FOREIGN: any of another namespace */
    uint32_t nelement, cap;
    bool needed, many, any;
    struct str text;     /* as in the table */
};

struct allowed {
    struct str name;
    const struct type *type;
    bool needed;
};

struct element {
    struct slot *slot;
    uint32_t nslot, slot_cap;
    struct allowed *allowed;
    uint32_t nallowed, allowed_cap;
    bool text;
    bool modules, foreign, any; /* which other attributes */
};

struct grammar {
    struct element *element;
    uint32_t nelement, cap;
    struct map names;    /* -> index */
};

/* ---- from the tables ---------------------------------------------------- */

/* Takes the part of *REST before the next SIGN. */
static struct str take(struct str *rest, const char *sign)
{
    size_t n = str_find(*rest, str_of(sign), 0);
    struct str part = str_cut(*rest, 0, n);

    *rest = str_cut(*rest, n + 1, rest->len);
    return part;
}

static void add_slot(struct check *c, const struct map *names,
                     struct element *e, struct str part)
{
    struct slot s = {.needed = true, .text = part};
    char last = part.at[part.len - 1];

    s.many = last == '*' || last == '+';
    s.needed = last != '*' && last != '?';
    if (!s.needed || s.many)
        part.len--;
    s.text.len = part.len;
    while (part.len) {
        struct str name = take(&part, "|");
        const uint32_t *index = map_find(names, name);

        s.any = s.any || same(name, "@@");
        s.element = arena_more(c->arena, s.element, s.nelement, &s.cap,
                               sizeof *s.element);
        s.element[s.nelement++] = index ? *index : FOREIGN;
    }
    e->slot = arena_more(c->arena, e->slot, e->nslot, &e->slot_cap,
                         sizeof *e->slot);
    e->slot[e->nslot++] = s;
}

static void add_allowed(struct check *c, struct element *e, struct str part)
{
    struct allowed a = {.name = part, .type = type_named(STR("text"))};
    size_t n = 0;

    while (n < part.len && part.at[n] != '=' && part.at[n] != '!')
        n++;
    a.name.len = n;
    a.needed = n < part.len && part.at[n] == '!';
    if (n + 1 < part.len)
        a.type = type_named(str_cut(part, n + 1, part.len));
    a.name = arena_copy(c->arena, a.name); /* with a NUL, for attr() */
    e->allowed = arena_more(c->arena, e->allowed, e->nallowed,
                            &e->allowed_cap, sizeof *e->allowed);
    e->allowed[e->nallowed++] = a;
}

static void add_row(struct check *c, struct grammar *g, const struct row *row)
{
    struct element *e = &g->element[*map_find(&g->names, str_of(row->name))];
    struct str rest = str_of(row->content);

    while (rest.len) {
        struct str part = take(&rest, " ");

        if (same(part, "#"))
            e->text = true;
        else
            add_slot(c, &g->names, e, part);
    }
    rest = str_of(row->attributes);
    while (rest.len) {
        struct str part = take(&rest, " ");

        if (same(part, "@m"))
            e->modules = true;
        else if (same(part, "@"))
            e->foreign = true;
        else if (same(part, "@@"))
            e->foreign = e->any = true;
        else
            add_allowed(c, e, part);
    }
}

/* A later table overrides rows of an earlier one. */
const struct grammar *grammar_new(struct check *c,
                                  const struct row *const *table)
{
    struct grammar *g = arena_get(c->arena, sizeof *g);
    const struct row **row = NULL;
    uint32_t cap = 0;

    g->names = map_new(c->arena, 64);
    for (; *table; table++) {
        for (const struct row *r = *table; r->name; r++) {
            bool added = false;
            uint32_t *index = map_put(&g->names, str_of(r->name), &added);

            if (added) {
                *index = g->nelement;
                row = arena_more(c->arena, row, g->nelement, &cap,
                                 sizeof *row);
                g->nelement++;
            }
            row[*index] = r;
        }
    }
    g->element = arena_array(c->arena, g->nelement, sizeof *g->element);
    for (uint32_t i = 0; i < g->nelement; i++)
        add_row(c, g, row[i]);
    return g;
}

/* ---- naming ------------------------------------------------------------- */

static const char *const prefixes[] = {
    [SPACE_CORE] = "",      [SPACE_MDA] = "mda:", [SPACE_MTC] = "mtc:",
    [SPACE_GLS] = "gls:",   [SPACE_FS] = "fs:",   [SPACE_VAL] = "val:",
    [SPACE_MODULE] = NULL,  [SPACE_XML] = "xml:", [SPACE_NONE] = "",
    [SPACE_FOREIGN] = NULL,
};

/* NAME with the prefix that the tables use, in ROOM where it fits. */
static struct str prefixed(struct check *c, enum space space, struct str name,
                           char room[64])
{
    const char *prefix = prefixes[space] ? prefixes[space] : "";
    size_t n = strlen(prefix);

    if (!n)
        return name;
    if (n + name.len > 64)
        return both(c, str_of(prefix), "", name);
    memcpy(room, prefix, n);
    memcpy(room + n, name.at, name.len);
    return (struct str){room, n + name.len};
}

/* The modules that are read, whose elements are held against the tables. */
static bool is_read(enum space space)
{
    return space == SPACE_CORE || space == SPACE_MDA || space == SPACE_MTC ||
           space == SPACE_GLS;
}

/* The index of NODE's element; FOREIGN: not in the tables. */
static uint32_t index_of(struct check *c, const xmlNode *node)
{
    enum space space = space_of(c, node->ns);
    const uint32_t *index;
    char room[64];

    if (!is_read(space))
        return FOREIGN;
    index = map_find(&c->grammar->names,
                     prefixed(c, space, name_of(node), room));
    return index ? *index : FOREIGN;
}

/* ---- children ----------------------------------------------------------- */

static bool fits(struct check *c, const struct slot *s, const xmlNode *node,
                 uint32_t index)
{
    enum space space = space_of(c, node->ns);

    if (s->any)
        return true;
    for (uint32_t i = 0; i < s->nelement; i++) {
        if (index != FOREIGN && s->element[i] == index)
            return true;
        /* @ takes modules too, but not what they do not know. */
        if (s->element[i] == FOREIGN && space != SPACE_CORE &&
            space != SPACE_NONE && (index != FOREIGN || !is_read(space)))
            return true;
    }
    return false;
}

static void tell_missing(struct check *c, const xmlNode *node, struct str what)
{
    fault(c, node, ELEMENT_MISSING, both(c, what, " in ", name_of(node)));
}

/* Where a child does not fit, tells it once and goes on as if it was not there. */
static void check_children(struct check *c, const xmlNode *node,
                           const struct element *e)
{
    uint32_t at = 0;
    bool filled = false;

    for (const xmlNode *k = first_child(node); k; k = next_sibling(k)) {
        uint32_t index = index_of(c, k), to = at;

        if (at < e->nslot && filled && !e->slot[at].many)
            to++;
        while (to < e->nslot && !fits(c, &e->slot[to], k, index))
            to++;
        if (to >= e->nslot) {
            bool known = index != FOREIGN || !is_read(space_of(c, k->ns));

            fault(c, k, known ? ELEMENT_PLACE : ELEMENT_UNKNOWN,
                  both(c, name_of(k), " in ", name_of(node)));
            continue;
        }
        for (; at < to; at++) {
            if (e->slot[at].needed && !filled)
                tell_missing(c, node, e->slot[at].text);
            filled = false;
        }
        filled = true;
    }
    for (; at < e->nslot; at++) {
        if (e->slot[at].needed && !filled)
            tell_missing(c, node, e->slot[at].text);
        filled = false;
    }
    if (!e->text && has_text(node))
        fault(c, node, TEXT_PLACE, name_of(node));
}

/* ---- attributes --------------------------------------------------------- */

static const struct allowed *allowed_of(const struct element *e,
                                        struct str name)
{
    for (uint32_t i = 0; i < e->nallowed; i++)
        if (str_same(e->allowed[i].name, name))
            return &e->allowed[i];
    return NULL;
}

/* The language of a tag is looked at wherever it stands. */
static const struct type *type_anywhere(struct str name)
{
    if (same(name, "xml:lang"))
        return type_named(STR("language"));
    if (same(name, "xml:space"))
        return type_named(STR("space"));
    return NULL;
}

static void check_value(struct check *c, const xmlNode *node,
                        struct str name, const xmlAttr *a,
                        const struct type *type)
{
    struct buf b;

    if (type_holds(type, value_of(a)))
        return;
    b = buf_new(c->arena);
    buf_add(&b, name);
    buf_text(&b, "=\"");
    buf_add(&b, value_of(a));
    buf_text(&b, "\", not ");
    buf_text(&b, type->words);
    fault(c, node, VALUE_WRONG, buf_str(&b));
}

/* Does E take attributes of this namespace that it does not name? */
static bool is_open(const struct element *e, enum space space)
{
    if (space == SPACE_FOREIGN || space == SPACE_XML)
        return e->foreign;
    if (space == SPACE_NONE || space == SPACE_CORE)
        return e->any;
    return e->foreign || e->modules;
}

static void check_attributes(struct check *c, const xmlNode *node,
                             const struct element *e)
{
    uint32_t needed = 0, found = 0;

    for (uint32_t i = 0; i < e->nallowed; i++)
        needed += e->allowed[i].needed;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        enum space space = space_of(c, a->ns);
        struct str name = str_of((const char *)a->name);
        const struct allowed *allowed;
        const struct type *type;
        char room[64];

        if (space == SPACE_NONE || space == SPACE_XML)
            name = prefixed(c, space, name, room);
        allowed = space == SPACE_NONE || space == SPACE_XML
                      ? allowed_of(e, name)
                      : NULL;
        type = allowed ? allowed->type : NULL;
        if (space == SPACE_XML && !type)
            type = type_anywhere(name);
        found += allowed && allowed->needed;
        if (type)
            check_value(c, node, name, a, type);
        if (!allowed && !is_open(e, space))
            fault(c, node, ATTRIBUTE_UNKNOWN,
                  both(c, name, " on ", name_of(node)));
    }
    if (found == needed)
        return;
    for (uint32_t i = 0; i < e->nallowed; i++)
        if (e->allowed[i].needed && !attr(node, e->allowed[i].name.at).at)
            fault(c, node, ATTRIBUTE_MISSING,
                  both(c, e->allowed[i].name, " on ", name_of(node)));
}

/* ---- all elements ------------------------------------------------------- */

void grammar_check(struct check *c)
{
    const xmlNode *node = c->root;
    bool known;

    for (; node; node = next_element(c->root, node, !known)) {
        uint32_t index = index_of(c, node);

        known = index != FOREIGN;
        if (!known)
            continue;
        check_attributes(c, node, &c->grammar->element[index]);
        check_children(c, node, &c->grammar->element[index]);
    }
}
