/*
 * order.c - in which order the points are shown. The lead comes first; then each
 * stands where it stands in its source, as a share of the source's length, so
 * that sentences of one source keep their order.
 */
#include "story/parts.h"
#include <stdlib.h>

struct key {
    double at;
    uint32_t row;
};

static int by_key(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    if (x->at < y->at || x->at > y->at)
        return x->at < y->at ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static double position(const struct maker *k, uint32_t row)
{
    const struct story *s = k->s;
    uint32_t a = s->row[row].article;

    return (double)(row - s->first[a]) / (s->first[a + 1] - s->first[a]);
}

static double key_of(const struct maker *k, uint32_t row)
{
    const struct article *a = k->s->article[k->s->row[row].article];

    switch (k->o->order) {
    case KERNSATZ_ORDER_SCORE:
        return -k->s->row[row].score;
    case KERNSATZ_ORDER_TIME:
        return position(k, row) + (date_known(a->meta.date)
                                       ? date_days(a->meta.date) : 1e9);
    case KERNSATZ_ORDER_STORY:
        break;
    }
    return position(k, row);
}

void order_rows(struct maker *k, struct picked *p)
{
    struct key *key = arena_array(k->step, p->n, sizeof *key);
    uint32_t from = k->o->order == KERNSATZ_ORDER_STORY ? 1 : 0;

    for (uint32_t i = 0; i < p->n; i++)
        key[i] = (struct key){key_of(k, p->row[i]), p->row[i]};
    if (p->n > from)
        qsort(key + from, p->n - from, sizeof *key, by_key);
    for (uint32_t i = 0; i < p->n; i++)
        p->row[i] = key[i].row;
}
