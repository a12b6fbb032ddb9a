/*
 * rules20.c - what no table says of XLIFF 2 above the unit: ids of files, groups
 * and units, notes, skeletons, ids of extensions, languages.
 */
#include "check/parts.h"

/* The id of an extension's element: id or xml:id. */
static struct str extension_id(const xmlNode *node)
{
    struct str id = attr(node, "id");

    return id.at ? id : xml_attr(node, "id");
}

/* Ids of foreign elements below PLACE (file, group, unit), those of the places
 * in it left out. Modules have rules of their own. */
static void extensions(struct check *c, const xmlNode *place)
{
    struct map ids = {0};

    for (const xmlNode *k = first_child(place); k; k = next_sibling(k)) {
        if (space_of(c, k->ns) != SPACE_FOREIGN)
            continue;
        if (!ids.slot)
            ids = map_new(c->arena, 4);
        for (const xmlNode *e = k; e; e = next_element(k, e, false))
            unique(c, &ids, e, extension_id(e), ID_FOREIGN);
    }
}

static void notes(struct check *c, const xmlNode *node)
{
    struct map ids = map_new(c->arena, 4);

    for (const xmlNode *k = first_child(node); k; k = next_sibling(k))
        if (is_core(c, k, "note"))
            unique(c, &ids, k, attr(k, "id"), ID_NOTE);
}

static void skeleton(struct check *c, const xmlNode *node)
{
    bool content = first_child(node) || has_text(node);

    if (content == (attr(node, "href").at != NULL))
        fault(c, node, SKELETON, STR(""));
}

static void check_file(struct check *c, const xmlNode *file)
{
    struct map units = map_new(c->arena, 64), groups = map_new(c->arena, 8);
    const xmlNode *k;
    bool past;

    for (k = file; k; k = next_element(file, k, past)) {
        past = is_core(c, k, "unit");
        if (past)
            unique(c, &units, k, attr(k, "id"), ID_UNIT);
    }
    for (k = file; k; k = next_element(file, k, past)) {
        past = !is_one_of(c, k, "file group");
        if (!past || is_core(c, k, "unit"))
            extensions(c, k);
        if (is_core(c, k, "group"))
            unique(c, &groups, k, attr(k, "id"), ID_GROUP);
        else if (is_core(c, k, "skeleton"))
            skeleton(c, k);
        else if (is_core(c, k, "notes"))
            notes(c, k);
        else if (is_core(c, k, "unit"))
            unit_20(c, k, &units);
    }
}

void rules_20(struct check *c)
{
    struct map files = map_new(c->arena, 8);

    c->source_lang = attr(c->root, "srcLang");
    c->target_lang = attr(c->root, "trgLang");
    for (const xmlNode *k = first_child(c->root); k; k = next_sibling(k)) {
        if (is_core(c, k, "notes"))
            notes(c, k);
        if (!is_core(c, k, "file"))
            continue;
        unique(c, &files, k, attr(k, "id"), ID_FILE);
        check_file(c, k);
    }
    modules_20(c);
}
