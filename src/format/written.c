/*
 * written.c - briefs read back: the ids and texts of the units of JSON Lines
 * and of XLIFF 1.2 and 2.0, as this room or a translation program wrote them,
 * and the options that the brief record of JSON Lines states.
 */
#include "format/parts.h"
#include <jansson.h>
#include <libxml/parser.h>
#include <string.h>

/* A brief of more is none of ours. */
#define WRITTEN_MAX ((size_t)64 << 20)

struct gathered {
    struct arena *m;
    struct written *w;
    uint32_t cap;
};

static void add_unit(struct gathered *g, bool title, struct str id,
                     struct str text)
{
    struct written *w = g->w;

    w->unit = arena_more(g->m, w->unit, w->nunit, &g->cap, sizeof *w->unit);
    w->unit[w->nunit++] = (struct unit){arena_copy(g->m, id),
                                        arena_copy(g->m, text), title};
}

/* ---- JSON Lines ---------------------------------------------------------- */

static void free_json(void *json)
{
    json_decref(json);
}

static struct str text_of(const json_t *record, const char *name)
{
    const json_t *value = json_object_get(record, name);

    if (!json_is_string(value))
        return STR("");
    return (struct str){json_string_value(value), json_string_length(value)};
}

static uint32_t count_of(const json_t *options, const char *name)
{
    json_int_t n = json_integer_value(json_object_get(options, name));

    return n > 0 && n <= UINT32_MAX ? (uint32_t)n : 0;
}

/* The place of the text NAME in the list that ends in NULL; 0 elsewhere. */
static int place_of(const json_t *options, const char *name,
                    const char *const *list)
{
    struct str value = text_of(options, name);

    for (int i = 0; list[i]; i++)
        if (str_same(value, str_of(list[i])))
            return i;
    return 0;
}

static void read_options(const json_t *record, struct written *w)
{
    static const char *const langs[] = {"de", "de-AT", "de-CH", NULL};
    const json_t *o = json_object_get(record, "options");
    struct kernsatz_options *to = &w->options;
    const json_t *share = json_object_get(o, "max_share");
    double ratio = json_number_value(json_object_get(o, "ratio"));

    w->run.stated = 1;
    to->lang = langs[place_of(record, "lang", langs)];
    if (json_object_get(o, "words") || json_object_get(o, "chars") ||
        json_object_get(o, "sentences") || json_object_get(o, "ratio"))
        to->words = count_of(o, "words");
    to->chars = count_of(o, "chars");
    to->sentences = count_of(o, "sentences");
    to->ratio = ratio > 0 && ratio <= 100 ? ratio : 0;
    to->order = (enum kernsatz_order)place_of(o, "order", order_names);
    to->scorer = (enum kernsatz_scorer)place_of(o, "scorer", scorer_names);
    to->min_sources = count_of(o, "min_sources");
    if (share && json_number_value(share) >= 0 &&
        json_number_value(share) <= 100)
        to->max_share = json_number_value(share);
    w->run.focus = json_is_true(json_object_get(o, "focus"));
    w->run.stopwords = json_is_true(json_object_get(o, "stopwords"));
    w->run.abbreviations = json_is_true(json_object_get(o, "abbreviations"));
    w->run.keep = json_is_true(json_object_get(o, "keep"));
    w->run.drop = json_is_true(json_object_get(o, "drop"));
}

/* One line; false: the next brief begins, or the line is no record. */
static bool read_record(struct gathered *g, struct str line, bool *bad)
{
    json_error_t why;
    json_t *record = json_loadb(line.at, line.len, 0, &why);
    struct str kind;

    if (!record && json_error_code(&why) == json_error_out_of_memory)
        arena_out(g->m);
    *bad = !record;
    if (!record)
        return false;
    arena_own(g->m, record, free_json);
    kind = text_of(record, "kind");
    if (str_same(kind, STR("brief"))) {
        if (g->w->run.stated)
            return false;
        read_options(record, g->w);
    }
    if (str_same(kind, STR("title")) || str_same(kind, STR("sentence")))
        add_unit(g, str_same(kind, STR("title")), text_of(record, "id"),
                 text_of(record, "text"));
    return true;
}

static enum kernsatz_status read_jsonl(struct gathered *g, struct str s)
{
    bool bad = false;

    for (size_t from = 0, to; from < s.len; from = to + 1) {
        struct str line;

        to = str_find(s, STR("\n"), from);
        line = str_trim(str_cut(s, from, to));
        if (line.len && !read_record(g, line, &bad))
            break;
    }
    return bad || !g->w->run.stated ? KERNSATZ_BAD_INPUT : KERNSATZ_OK;
}

/* ---- XLIFF --------------------------------------------------------------- */

static void free_tree(void *tree)
{
    xmlFreeDoc(tree);
}

static bool named(const xmlNode *n, const char *name)
{
    return n && n->type == XML_ELEMENT_NODE &&
           !strcmp((const char *)n->name, name);
}

/* The next node below TOP, in the order of the text; NULL: none. */
static xmlNode *next_node(xmlNode *n, const xmlNode *top)
{
    if (n->children && n->type == XML_ELEMENT_NODE)
        return n->children;
    while (n != top && !n->next)
        n = n->parent;
    return n == top ? NULL : n->next;
}

static bool has_value(xmlNode *n, const char *name, const char *value)
{
    const xmlAttr *a = xmlHasProp(n, (const xmlChar *)name);

    return a && a->children && a->children->content &&
           !strcmp((const char *)a->children->content, value);
}

/* 1.2: the source of the unit itself, no other of its parts; 2.x: of all its
 * segments. */
static bool is_source(const xmlNode *n, const xmlNode *unit)
{
    const xmlNode *up = n->parent;

    if (!named(n, "source"))
        return false;
    if (named(unit, "trans-unit"))
        return up == unit;
    return (named(up, "segment") || named(up, "ignorable")) &&
           up->parent == unit;
}

static void add_text(struct buf *out, xmlNode *source)
{
    for (xmlNode *n = source; n; n = next_node(n, source))
        if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
            n->content)
            buf_text(out, (const char *)n->content);
}

static void read_unit(struct gathered *g, xmlNode *unit)
{
    const xmlAttr *id = xmlHasProp(unit, (const xmlChar *)"id");
    struct buf text = buf_new(g->m);
    const char *name = "";

    if (id && id->children && id->children->content)
        name = (const char *)id->children->content;
    for (xmlNode *n = unit; n; n = next_node(n, unit))
        if (is_source(n, unit))
            add_text(&text, n);
    add_unit(g,
             has_value(unit, "restype", "heading") ||
                 has_value(unit, "type", "kernsatz:headline"),
             str_of(name), buf_str(&text));
}

static enum kernsatz_status read_xliff(struct gathered *g, struct str s)
{
    xmlDoc *tree;
    xmlNode *root;

    if (str_find(s, STR("<!DOCTYPE"), 0) < s.len)
        return KERNSATZ_BAD_INPUT;
    tree = xmlReadMemory(s.at, (int)s.len, NULL, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING);
    if (!tree)
        return KERNSATZ_BAD_INPUT;
    arena_own(g->m, tree, free_tree);
    root = xmlDocGetRootElement(tree);
    if (tree->intSubset || !named(root, "xliff"))
        return KERNSATZ_BAD_INPUT;
    for (xmlNode *n = root; n; n = next_node(n, root))
        if (named(n, "trans-unit") || named(n, "unit"))
            read_unit(g, n);
    return KERNSATZ_OK;
}

enum kernsatz_status format_read(struct arena *m, struct str bytes,
                                 struct written *w)
{
    struct gathered g = {m, w, 0};
    struct str s = bytes;

    memset(w, 0, sizeof *w);
    w->options.words = 200;
    w->options.lang = "de";
    w->options.max_share = 60;
    if (s.len > WRITTEN_MAX)
        return KERNSATZ_BAD_INPUT;
    if (str_starts(s, STR("\xef\xbb\xbf")))
        s = str_cut(s, 3, s.len);
    s = str_trim(s);
    if (str_starts(s, STR("{")))
        return read_jsonl(&g, s);
    return read_xliff(&g, bytes);
}
