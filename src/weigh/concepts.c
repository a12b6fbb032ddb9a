/*
 * concepts.c - what a unit speaks of, for coverage: stems without common words,
 * ordered pairs of neighbouring ones, parts of hyphenated and compound words.
 * Numbers below the number of stems are stems, those above are pairs.
 */
#include "weigh/weights.h"

struct concept_lists {
    struct lists of;
    struct table pairs;
    uint32_t n;         /* numbers given */
};

/* Lists with each number once, built unit by unit. */
struct gathering {
    struct arena *m;
    struct lists *of;
    uint32_t *seen;     /* stem -> unit + 1 that has it already */
    uint32_t n, cap;
};

static void gather(struct gathering *g, uint32_t id)
{
    g->of->id = arena_more(g->m, g->of->id, g->n, &g->cap,
                           sizeof *g->of->id);
    g->of->id[g->n++] = id;
}

static void gather_stem(struct gathering *g, uint32_t stem, uint32_t unit)
{
    if (g->seen[stem] == unit + 1)
        return;
    g->seen[stem] = unit + 1;
    gather(g, stem);
}

/* Sorts what was gathered since FROM and drops repeats. */
static void settle(struct gathering *g, uint32_t from)
{
    uint32_t *id = g->of->id, n = from;

    if (g->n == from)
        return;
    sort_ids(id + from, g->n - from);
    for (uint32_t i = from; i < g->n; i++)
        if (i == from || id[i] != id[n - 1])
            id[n++] = id[i];
    g->n = n;
}

static struct gathering gathering_new(const struct weights *w,
                                      struct lists *of)
{
    struct gathering g = {.m = w->arena, .of = of};

    of->first = arena_array(w->arena, w->words.nunit + (size_t)1,
                            sizeof *of->first);
    g.seen = arena_array(w->arena, w->words.nstem, sizeof *g.seen);
    return g;
}

static void gather_unit(struct gathering *g, const struct weights *w,
                        struct table *pairs, uint32_t unit)
{
    const struct words *v = &w->words;
    uint32_t before = v->nstem; /* none */

    for (uint32_t i = v->unit.first[unit]; i < v->unit.first[unit + 1]; i++) {
        const struct form *f = &v->form[v->unit.id[i] & ~FORM_PART];

        if (f->common)
            continue;
        gather_stem(g, f->stem, unit);
        for (uint32_t k = w->parts.first[f->stem];
             k < w->parts.first[f->stem + 1]; k++)
            gather_stem(g, w->parts.id[k], unit);
        if (v->unit.id[i] & FORM_PART)
            continue;
        if (before != v->nstem)
            gather(g, v->nstem +
                          table_put(pairs, (uint64_t)before << 32 | f->stem));
        before = f->stem;
    }
}

static const struct concept_lists *made(const struct weights *w)
{
    struct concept_lists *c = w->lazy->concepts;
    struct gathering g;

    if (c)
        return c;
    c = arena_get(w->arena, sizeof *c);
    c->pairs = table_new(w->arena,
                         w->words.unit.first[w->words.nunit] / 2);
    g = gathering_new(w, &c->of);
    for (uint32_t u = 0; u < w->words.nunit; u++) {
        uint32_t from = c->of.first[u] = g.n;

        gather_unit(&g, w, &c->pairs, u);
        settle(&g, from);
    }
    c->of.first[w->words.nunit] = g.n;
    c->n = w->words.nstem + c->pairs.n;
    w->lazy->concepts = c;
    return c;
}

struct concepts weigh_concepts(const struct weights *w, uint32_t unit)
{
    const struct lists *l = &made(w)->of;
    uint32_t n = l->first[unit + 1] - l->first[unit];

    if (!n) /* a story without concepts has no list at all */
        return (struct concepts){NULL, 0};
    return (struct concepts){l->id + l->first[unit], n};
}

uint32_t weigh_nconcepts(const struct weights *w)
{
    return made(w)->n;
}

/* The first word of UNIT with this stem; a part of a compound has but a stem. */
static struct str stem_words(const struct words *v, uint32_t unit,
                             uint32_t stem)
{
    for (uint32_t i = v->unit.first[unit]; i < v->unit.first[unit + 1]; i++) {
        const struct form *f = &v->form[v->unit.id[i] & ~FORM_PART];

        if (f->stem == stem)
            return f->text;
    }
    return v->stem[stem].text;
}

struct str weigh_concept_words(struct arena *m, const struct weights *w,
                               uint32_t unit, uint32_t concept)
{
    const struct words *v = &w->words;
    const struct form *before = NULL;
    struct buf b = buf_new(m);

    if (concept < v->nstem)
        return arena_copy(m, stem_words(v, unit, concept));
    for (uint32_t i = v->unit.first[unit]; i < v->unit.first[unit + 1]; i++) {
        const struct form *f = &v->form[v->unit.id[i] & ~FORM_PART];

        if (f->common || v->unit.id[i] & FORM_PART)
            continue;
        if (before && table_find(&made(w)->pairs,
                                 (uint64_t)before->stem << 32 | f->stem) ==
                          concept - v->nstem) {
            buf_add(&b, before->text);
            buf_byte(&b, ' ');
            buf_add(&b, f->text);
            break;
        }
        before = f;
    }
    return buf_str(&b);
}
