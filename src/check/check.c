/*
 * check.c - is an XLIFF file valid? Which version it is decides the namespace of
 * its first element; the table of that version and its rules do the rest.
 */
#include "check/parts.h"
#include <string.h>

#define DOCUMENT "urn:oasis:names:tc:xliff:document:"

static const struct version {
    const char *core;
    const char *values;                  /* of version="" */
    const struct row *const *table;
    const struct row *const *strict;     /* of 1.2 */
    void (*rules)(struct check *c);
} versions[] = {
    /* The schema of 1.2 lets the older numbers stand. */
    {DOCUMENT "1.2", "1.2 1.1 1.0", tables_12, tables_12_strict, rules_12},
    {DOCUMENT "2.0", "2.0", tables_20, NULL, rules_20},
    {DOCUMENT "2.0", "2.1", tables_21, NULL, rules_20},
    {DOCUMENT "2.2", "2.2 2.1 2.0", tables_22, NULL, rules_20},
};

/* The version of C's root; NULL: told that it is no XLIFF. */
static const struct version *version_of(struct check *c)
{
    const xmlNs *ns = c->root->ns;
    struct str uri = str_of(ns ? (const char *)ns->href : "");
    struct str number = attr(c->root, "version");
    const struct version *found = NULL;

    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        const struct version *v = &versions[i];

        if (!same(uri, v->core) || !same(name_of(c->root), "xliff"))
            continue;
        found = v;
        if (number.at && list_has(v->values, number))
            return v;
    }
    if (found) {
        if (number.at)
            fault(c, c->root, VERSION_WRONG, number);
        return found;
    }
    fault(c, c->root, NOT_XLIFF,
          both(c, name_of(c->root), " in the namespace ",
               uri.len ? uri : STR("(none)")));
    return NULL;
}

/* Does the file name the strict schema of 1.2? */
static bool is_strict(const xmlNode *root)
{
    for (const xmlAttr *a = root->properties; a; a = a->next) {
        struct str value = value_of(a);

        if (a->ns && !strcmp((const char *)a->name, "schemaLocation") &&
            str_find(value, STR("1.2-strict"), 0) < value.len)
            return true;
    }
    return false;
}

/* By line; what was found first stays first. */
static void sort_faults(struct arena *m, struct faults *f)
{
    struct fault *from = f->fault, *to;

    if (f->n < 2)
        return;
    to = arena_array(m, f->n, sizeof *to);
    for (uint32_t width = 1; width < f->n; width *= 2) {
        struct fault *other = from;

        for (uint32_t lo = 0; lo < f->n;) {
            uint32_t mid = f->n - lo > width ? lo + width : f->n;
            uint32_t hi = f->n - mid > width ? mid + width : f->n;
            uint32_t a = lo, b = mid;

            for (uint32_t i = lo; i < hi; i++)
                to[i] = a < mid && (b == hi || from[a].line <= from[b].line)
                            ? from[a++]
                            : from[b++];
            lo = hi;
        }
        from = to;
        to = other;
    }
    f->fault = from;
}

static void check_tree(struct check *c)
{
    const struct version *v = version_of(c);

    if (!v)
        return;
    c->core = v->core;
    c->grammar = grammar_new(c, v->strict && is_strict(c->root) ? v->strict
                                                                : v->table);
    grammar_check(c);
    v->rules(c);
}

void check_valid(struct arena *m, struct str bytes, struct faults *faults)
{
    struct check c = {.arena = m, .faults = faults, .core = ""};
    xmlDoc *doc;

    memset(faults, 0, sizeof *faults);
    doc = parse_xml(&c, bytes);
    if (doc) {
        c.root = xmlDocGetRootElement(doc);
        check_tree(&c);
    }
    sort_faults(m, faults);
}
