/*
 * tree.c - looking around in libxml2's tree. Nothing here goes down by calling
 * itself: trees are as deep as their makers like.
 */
#include "check/parts.h"
#include <string.h>

static const struct {
    const char *uri;
    enum space space;
} spaces[] = {
    {"http://www.w3.org/XML/1998/namespace", SPACE_XML},
    {"urn:oasis:names:tc:xliff:metadata:2.0", SPACE_MDA},
    {"urn:oasis:names:tc:xliff:matches:2.0", SPACE_MTC},
    {"urn:oasis:names:tc:xliff:glossary:2.0", SPACE_GLS},
    {"urn:oasis:names:tc:xliff:fs:2.0", SPACE_FS},
    {"urn:oasis:names:tc:xliff:validation:2.0", SPACE_VAL},
};

enum space space_of(const struct check *c, const xmlNs *ns)
{
    const char *uri = ns ? (const char *)ns->href : NULL;

    if (!uri)
        return SPACE_NONE;
    if (!strcmp(uri, c->core))
        return SPACE_CORE;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (!strcmp(uri, spaces[i].uri))
            return spaces[i].space;
    if (str_starts(str_of(uri), STR("urn:oasis:names:tc:xliff:")))
        return SPACE_MODULE;
    return SPACE_FOREIGN;
}

struct str name_of(const xmlNode *node)
{
    return str_of((const char *)node->name);
}

struct str value_of(const xmlAttr *a)
{
    /* Without a DTD and entities a value is one text, or nothing. */
    if (!a->children || !a->children->content)
        return STR("");
    return str_of((const char *)a->children->content);
}

struct str attr(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && !strcmp((const char *)a->name, name))
            return value_of(a);
    return (struct str){NULL, 0};
}

struct str attr_or(const xmlNode *node, const char *name, const char *other)
{
    struct str s = attr(node, name);

    return s.at ? s : str_of(other);
}

struct str xml_attr(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (a->ns && !strcmp((const char *)a->name, name) &&
            !strcmp((const char *)a->ns->href, spaces[0].uri))
            return value_of(a);
    return (struct str){NULL, 0};
}

bool same(struct str s, const char *text)
{
    return str_same(s, str_of(text));
}

bool is_core(const struct check *c, const xmlNode *node, const char *name)
{
    return node->ns && !strcmp((const char *)node->name, name) &&
           !strcmp((const char *)node->ns->href, c->core);
}

bool is_one_of(const struct check *c, const xmlNode *node, const char *names)
{
    return node->ns && list_has(names, name_of(node)) &&
           !strcmp((const char *)node->ns->href, c->core);
}

xmlNode *first_child(const xmlNode *node)
{
    xmlNode *child = node->children;

    while (child && child->type != XML_ELEMENT_NODE)
        child = child->next;
    return child;
}

xmlNode *next_sibling(const xmlNode *node)
{
    xmlNode *next = node->next;

    while (next && next->type != XML_ELEMENT_NODE)
        next = next->next;
    return next;
}

xmlNode *next_element(const xmlNode *root, const xmlNode *node, bool past)
{
    xmlNode *next = past ? NULL : first_child(node);

    while (!next && node != root) {
        next = next_sibling(node);
        node = node->parent;
    }
    return next;
}

xmlNode *child_core(const struct check *c, const xmlNode *node,
                    const char *name)
{
    xmlNode *child = first_child(node);

    while (child && !is_core(c, child, name))
        child = next_sibling(child);
    return child;
}

bool has_text(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
            n->content &&
            str_trim(str_of((const char *)n->content)).len)
            return true;
    return false;
}

struct str inherited(const xmlNode *node, const char *name)
{
    struct str s = {NULL, 0};

    for (; node && node->type == XML_ELEMENT_NODE && !s.at;
         node = node->parent)
        s = xml_attr(node, name);
    return s;
}

void unique(struct check *c, struct map *set, const xmlNode *node,
            struct str id, enum rule rule)
{
    bool added = false;

    if (!id.at)
        return;
    map_put(set, id, &added);
    if (!added)
        fault(c, node, rule, id);
}
