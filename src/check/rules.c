/*
 * rules.c - the rules by name, and how a fault is told.
 */
#include "check/parts.h"
#include <string.h>

static const struct {
    const char *name, *group, *words;
} rules[RULES] = {
#define RULE(constant, name, group, words) [constant] = {name, group, words},
#include "check/rules.def"
#undef RULE
};

/* The unit that NODE is in, or is; NULL: none. */
static const xmlNode *unit_of(const struct check *c, const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (is_one_of(c, node, "unit trans-unit bin-unit"))
            return node;
    return NULL;
}

static struct fault *add(struct check *c, enum rule rule, struct str detail)
{
    struct faults *f = c->faults;
    const char *words = rules[rule].words;
    size_t before = strcspn(words, "%");
    struct buf text = buf_new(c->arena);

    f->fault = arena_more(c->arena, f->fault, f->n, &f->cap, sizeof *f->fault);
    buf_add(&text, (struct str){words, before});
    if (words[before]) {
        buf_add(&text, detail);
        buf_text(&text, words + before + 1);
    }
    f->fault[f->n] = (struct fault){.rule = rules[rule].name,
                                    .group = rules[rule].group,
                                    .text = buf_str(&text)};
    return &f->fault[f->n++];
}

void fault(struct check *c, const xmlNode *node, enum rule rule,
           struct str detail)
{
    struct fault *f = add(c, rule, detail);
    const xmlNode *unit = unit_of(c, node);
    long line = xmlGetLineNo(node);

    f->line = line > 0 ? (uint32_t)line : 0;
    if (unit)
        f->unit = arena_copy(c->arena, attr(unit, "id"));
}

void fault_at(struct check *c, uint32_t line, enum rule rule,
              struct str detail)
{
    add(c, rule, detail)->line = line;
}

struct str both(struct check *c, struct str a, const char *between,
                struct str b)
{
    struct buf text = buf_new(c->arena);

    buf_add(&text, a);
    buf_text(&text, between);
    buf_add(&text, b);
    return buf_str(&text);
}
