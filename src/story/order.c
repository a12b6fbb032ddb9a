/*
 * order.c - in which order the points are shown. The lead comes first; then
 * each stands where its sources have it on the average: the place of the
 * sentence as a share of its article, over the origin and all sources that state
 * the same.
 * Sentences of one source keep their order. With sections what several origins
 * state stands before what only one does.
 */
#include "story/parts.h"
#include <stdlib.h>

struct key {
    double at;
    uint32_t row;
    uint32_t rank;          /* place without sections */
    struct point point;
};

static int by_row(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    return (x->row > y->row) - (x->row < y->row);
}

static int by_place(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    if (x->at < y->at || x->at > y->at)
        return x->at < y->at ? -1 : 1;
    return by_row(a, b);
}

static double place_of(const struct maker *k, const struct point *p)
{
    double sum = 0;
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->ncite; i++) {
        const struct cite *c = &p->cite[i];
        uint32_t a = c->source - 1;

        if (c->sentence == 0 ||
            (c->role != ROLE_ORIGIN && c->role != ROLE_ALSO))
            continue;
        sum += ((double)c->sentence - 1) /
               (k->s->first[a + 1] - k->s->first[a]);
        n++;
    }
    return n ? sum / n : 0;
}

static double key_of(const struct maker *k, const struct key *x)
{
    const struct row *r = &k->s->row[x->row];
    const struct date day = k->s->article[r->article]->meta.date;

    switch (k->o->order) {
    case KERNSATZ_ORDER_SCORE:
        return -r->score;
    case KERNSATZ_ORDER_TIME:
        return place_of(k, &x->point) + (date_known(day) ? date_days(day)
                                                         : 1e9);
    case KERNSATZ_ORDER_STORY:
        break;
    }
    return place_of(k, &x->point);
}

/* The keys are in the order of rows here. */
static void keep_source_order(const struct maker *k, struct key *key,
                              uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (k->s->row[key[i].row].article ==
                k->s->row[key[i - 1].row].article &&
            key[i].at < key[i - 1].at)
            key[i].at = key[i - 1].at;
}

/* ---- sections ------------------------------------------------------------ */

/* From so many words on a brief has sections by itself. */
#define SECTIONS_FROM 250

enum section { SECTION_NONE, SECTION_SEVERAL, SECTION_ONE };

static bool has_sections(const struct maker *k, const struct picked *p)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < p->n; i++)
        words += row_sentence(k->s, p->row[i])->words;
    if (k->norigin < 2 || k->o->sections == KERNSATZ_SECTIONS_NEVER)
        return false;
    return k->o->sections == KERNSATZ_SECTIONS_ALWAYS ||
           (k->o->order == KERNSATZ_ORDER_STORY && words >= SECTIONS_FROM);
}

static uint8_t section_of(const struct maker *k, const struct point *p)
{
    uint32_t own = k->origin[p->cite[0].source - 1];

    for (uint32_t i = 1; i < p->ncite; i++)
        if (p->cite[i].role == ROLE_ALSO &&
            k->origin[p->cite[i].source - 1] != own)
            return SECTION_SEVERAL;
    return SECTION_ONE;
}

/* Does the sentence of the row need the one before it: who speaks? */
static bool leans_back(const struct maker *k, uint32_t row)
{
    const struct sentence *t = row_sentence(k->s, row);

    return t->open || (t->flags & SENTENCE_QUOTED);
}

static void set_sections(const struct maker *k, const struct picked *p,
                         struct key *key)
{
    for (uint32_t i = 1; i < p->n; i++) {
        bool follows = i > 1 && key[i].row == key[i - 1].row + 1 &&
                       leans_back(k, key[i].row);

        key[i].point.section = follows ? key[i - 1].point.section
                                       : section_of(k, &key[i].point);
    }
}

static int by_section(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    if (x->point.section != y->point.section)
        return x->point.section < y->point.section ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

void order_points(struct maker *k, struct picked *p, struct point *point)
{
    struct key *key = arena_array(k->step, p->n, sizeof *key);
    uint32_t from = k->o->order == KERNSATZ_ORDER_STORY ? 1 : 0;

    for (uint32_t i = 0; i < p->n; i++) {
        key[i].row = p->row[i];
        key[i].point = point[i];
        key[i].at = key_of(k, &key[i]);
    }
    if (p->n > from) {
        qsort(key + from, p->n - from, sizeof *key, by_row);
        if (k->o->order != KERNSATZ_ORDER_SCORE)
            keep_source_order(k, key + from, p->n - from);
        qsort(key + from, p->n - from, sizeof *key, by_place);
    }
    if (p->n > 1 && has_sections(k, p)) {
        set_sections(k, p, key);
        for (uint32_t i = 0; i < p->n; i++)
            key[i].rank = i;
        qsort(key + 1, p->n - 1, sizeof *key, by_section);
    }
    for (uint32_t i = 0; i < p->n; i++) {
        p->row[i] = key[i].row;
        point[i] = key[i].point;
    }
}
