/*
 * modules.c - modules of XLIFF 2: metadata, candidates and glossary, which are
 * read; of the others only what their names alone tell.
 */
#include "check/parts.h"
#include <string.h>

static bool is_named(const xmlNode *node, const char *name)
{
    return !strcmp((const char *)node->name, name);
}

/* ---- metadata, glossary ------------------------------------------------- */

static void metadata(struct check *c, const xmlNode *node)
{
    struct map ids = map_new(c->arena, 4);

    for (const xmlNode *k = node; k; k = next_element(node, k, false))
        if (space_of(c, k->ns) == SPACE_MDA)
            unique(c, &ids, k, attr(k, "id"), META_ID);
}

static void glossary(struct check *c, const xmlNode *node)
{
    struct map ids = map_new(c->arena, 4);

    for (const xmlNode *k = node; k; k = next_element(node, k, false)) {
        bool filled = false;

        if (space_of(c, k->ns) != SPACE_GLS)
            continue;
        if (is_named(k, "glossEntry") || is_named(k, "translation")) {
            unique(c, &ids, k, attr(k, "id"), GLOSS_ID);
            if (attr(k, "ref").at)
                fragment_20(c, k, attr(k, "ref"));
        }
        if (!is_named(k, "glossEntry"))
            continue;
        for (const xmlNode *e = first_child(k); e; e = next_sibling(e))
            filled = filled || (space_of(c, e->ns) == SPACE_GLS &&
                                (is_named(e, "translation") ||
                                 is_named(e, "definition")));
        if (!filled)
            fault(c, k, GLOSS_EMPTY, STR(""));
    }
}

/* ---- candidates --------------------------------------------------------- */

/* The ids in the sources (or TARGETS) of UNIT, and of its segments. */
static struct map inner_ids(struct check *c, const xmlNode *unit, bool targets)
{
    const char *names = targets ? "segment ignorable target ph pc sc ec mrk sm"
                                : "segment ignorable source ph pc sc ec mrk sm";
    struct map ids = map_new(c->arena, 8);
    bool past, added;

    for (const xmlNode *k = unit; k; k = next_element(unit, k, past)) {
        past = k != unit && !is_one_of(c, k, names);
        if (!past && k != unit && attr(k, "id").at)
            map_put(&ids, attr(k, "id"), &added);
    }
    return ids;
}

/* REF is #ID, or #t=ID for something in a target. */
static bool names_inner(struct str ref, const struct map *source,
                        const struct map *target)
{
    if (str_starts(ref, STR("#t=")))
        return map_find(target, str_cut(ref, 3, ref.len));
    return str_starts(ref, STR("#")) &&
           map_find(source, str_cut(ref, 1, ref.len));
}

static void matches(struct check *c, const xmlNode *node)
{
    struct map ids = map_new(c->arena, 4);
    struct map source = inner_ids(c, node->parent, false);
    struct map target = inner_ids(c, node->parent, true);

    for (const xmlNode *k = first_child(node); k; k = next_sibling(k)) {
        struct str ref = attr(k, "ref");

        if (space_of(c, k->ns) != SPACE_MTC || !is_named(k, "match"))
            continue;
        unique(c, &ids, k, attr(k, "id"), MATCH_ID);
        if (xml_attr(k, "lang").at)
            fault(c, k, MATCH_LANG, STR(""));
        if (attr(k, "subType").at && !attr(k, "type").at)
            fault(c, k, SUBTYPE, STR(""));
        if (ref.at && !names_inner(ref, &source, &target))
            fault(c, k, MATCH_REF, ref);
    }
}

/* ---- the others --------------------------------------------------------- */

#define HTML \
    "a b bdo big blockquote body br button caption center cite code col " \
    "colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label " \
    "legend li ol p pre q s samp select small span strike strong sub sup " \
    "table tbody td tfoot th thead title tr tt u ul"

static void fs(struct check *c, const xmlNode *node, const xmlAttr *a,
               bool *has_fs)
{
    struct str name = str_of((const char *)a->name);

    if (same(name, "fs")) {
        *has_fs = true;
        if (!list_has(HTML, value_of(a)))
            fault(c, node, FS_VALUE, value_of(a));
        if (is_core(c, node, "ec") &&
            !same(attr_or(node, "isolated", "no"), "yes"))
            fault(c, node, FS_ISOLATED, STR(""));
    } else if (!same(name, "subFs")) {
        fault(c, node, FS_NAME, name);
    }
}

static bool is_its(const xmlNs *ns)
{
    return ns &&
           !strcmp((const char *)ns->href, "http://www.w3.org/2005/11/its");
}

static void attributes(struct check *c, const xmlNode *node)
{
    bool has_fs = false, sub = false;

    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (!a->ns)
            continue;
        if (space_of(c, a->ns) == SPACE_FS) {
            fs(c, node, a, &has_fs);
            sub = sub || !strcmp((const char *)a->name, "subFs");
        }
        if (is_its(a->ns) && !strcmp((const char *)a->name, "version") &&
            !list_has("1.0 2.0", value_of(a)))
            fault(c, node, ITS_VERSION, value_of(a));
    }
    if (sub && !has_fs)
        fault(c, node, FS_SUB, STR(""));
}

/* A resource that names a language must name that of the file. */
static void resource(struct check *c, const xmlNode *node)
{
    struct str lang = xml_attr(node, "lang"), wanted = {NULL, 0};

    if (is_named(node, "source"))
        wanted = c->source_lang;
    else if (is_named(node, "target"))
        wanted = c->target_lang;
    if (lang.at && wanted.at && !same_language(lang, wanted))
        fault(c, node, RESOURCE_LANG, both(c, lang, ", not ", wanted));
}

static bool is_resource(const xmlNs *ns)
{
    return ns && !strcmp((const char *)ns->href,
                         "urn:oasis:names:tc:xliff:resourcedata:2.0");
}

void modules_20(struct check *c)
{
    for (const xmlNode *k = c->root; k; k = next_element(c->root, k, false)) {
        enum space space = space_of(c, k->ns);

        attributes(c, k);
        if (space == SPACE_CORE)
            continue;
        if (space == SPACE_MDA && is_named(k, "metadata"))
            metadata(c, k);
        else if (space == SPACE_GLS && is_named(k, "glossary"))
            glossary(c, k);
        else if (space == SPACE_MTC && is_named(k, "matches"))
            matches(c, k);
        else if (space == SPACE_VAL && !is_named(k, "validation") &&
                 !is_named(k, "rule"))
            fault(c, k, VALIDATION, name_of(k));
        else if (is_resource(k->ns))
            resource(c, k);
    }
}
