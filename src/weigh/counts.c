/*
 * counts.c - plain stems of units and how often each occurs.
 */
#include "weigh/weights.h"

struct stem_counts {
    uint32_t *first;
    uint32_t *term;
    double *count;
};

static const struct stem_counts *made(const struct weights *w)
{
    const struct words *v = &w->words;
    struct stem_counts *c = w->lazy->counts;
    uint32_t n = 0, total = v->unit.first[v->nunit];

    if (c)
        return c;
    c = arena_get(w->arena, sizeof *c);
    c->first = arena_array(w->arena, v->nunit + (size_t)1, sizeof *c->first);
    c->term = arena_array(w->arena, total, sizeof *c->term);
    c->count = arena_array(w->arena, total, sizeof *c->count);
    for (uint32_t u = 0; u < v->nunit; u++) {
        uint32_t from = c->first[u] = n;

        for (uint32_t i = v->unit.first[u]; i < v->unit.first[u + 1]; i++)
            c->term[n++] = v->form[v->unit.id[i] & ~FORM_PART].stem;
        sort_ids(c->term + from, n - from);
        for (uint32_t i = from, end = n; i < end; i++) {
            if (i == from)
                n = from;
            else if (c->term[i] == c->term[n - 1]) {
                c->count[n - 1]++;
                continue;
            }
            c->term[n] = c->term[i];
            c->count[n++] = 1;
        }
    }
    c->first[v->nunit] = n;
    w->lazy->counts = c;
    return c;
}

struct vector weigh_counts(const struct weights *w, uint32_t unit)
{
    const struct stem_counts *c = made(w);
    uint32_t from = c->first[unit];

    return (struct vector){c->term + from, c->count + from,
                           c->first[unit + 1] - from};
}
