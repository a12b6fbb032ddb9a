/*
 * copies.c - which articles are one text with edits: agency copy, press
 * releases. Two articles are when at least a fifth of the word 5-grams of the
 * shorter one stand in the other as well (independent articles on one event
 * share .003, reprints with a third of the text cut or rewritten still .3).
 * Groups are joined by union-find.
 */
#include "story/parts.h"
#include <stdlib.h>

#define GRAM 5
#define CONTAINED .2

/* A gram of many articles is boilerplate or one text; the first ones will do to
 * find the group, and the work stays linear. */
#define HOLDERS 32

struct gram {
    uint64_t hash;
    uint32_t article;
};

struct grams {
    struct gram *at;
    uint32_t n, cap;
};

static int by_hash(const void *a, const void *b)
{
    const struct gram *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->article > y->article) - (x->article < y->article);
}

static uint64_t mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}

/* Adds the 5-grams of the body of article I. */
static void add_grams(struct arena *m, struct grams *g,
                      const struct article *a, uint32_t article)
{
    uint32_t word[GRAM] = {0}, n = 0;
    uint32_t from = a->nsentence > 1 ? a->sentence[1].token.from : a->ntoken;

    for (uint32_t t = from; t < a->ntoken; t++) {
        uint64_t h = 0;

        if (a->token[t].marks & TOKEN_PART)
            continue;
        word[n++ % GRAM] = a->token[t].word;
        if (n < GRAM)
            continue;
        for (uint32_t i = 0; i < GRAM; i++)
            h = mix(h, word[(n + i) % GRAM]);
        g->at = arena_more(m, g->at, g->n, &g->cap, sizeof *g->at);
        g->at[g->n++] = (struct gram){h, article};
    }
}

/* Sorts and drops repeats inside an article; COUNT: grams of each article. */
static void sort_grams(struct grams *g, uint32_t *count)
{
    uint32_t n = 0;

    if (!g->n)
        return;
    qsort(g->at, g->n, sizeof *g->at, by_hash);
    for (uint32_t i = 0; i < g->n; i++) {
        if (n && g->at[n - 1].hash == g->at[i].hash &&
            g->at[n - 1].article == g->at[i].article)
            continue;
        g->at[n++] = g->at[i];
        count[g->at[i].article]++;
    }
    g->n = n;
}

/* A pair of articles that share a gram; FIRST < SECOND. */
static void add_pairs(struct arena *m, const struct grams *g,
                      struct grams *pairs)
{
    for (uint32_t i = 0, end; i < g->n; i = end) {
        for (end = i; end < g->n && g->at[end].hash == g->at[i].hash;)
            end++;
        for (uint32_t x = i; x < end && x < i + HOLDERS; x++)
            for (uint32_t y = x + 1; y < end; y++) {
                pairs->at = arena_more(m, pairs->at, pairs->n, &pairs->cap,
                                       sizeof *pairs->at);
                pairs->at[pairs->n++] = (struct gram){g->at[x].article,
                                                      g->at[y].article};
            }
    }
    if (pairs->n)
        qsort(pairs->at, pairs->n, sizeof *pairs->at, by_hash);
}

static uint32_t root_of(uint32_t *up, uint32_t a)
{
    while (up[a] != a)
        a = up[a] = up[up[a]];
    return a;
}

static void join_pairs(const struct grams *pairs, const uint32_t *count,
                       uint32_t *up)
{
    for (uint32_t i = 0, end; i < pairs->n; i = end) {
        uint32_t a = (uint32_t)pairs->at[i].hash, b = pairs->at[i].article;
        uint32_t less = count[a] < count[b] ? count[a] : count[b];

        for (end = i; end < pairs->n && pairs->at[end].hash == a &&
                      pairs->at[end].article == b;)
            end++;
        if (end - i >= CONTAINED * less) {
            uint32_t x = root_of(up, a), y = root_of(up, b);

            up[x > y ? x : y] = x < y ? x : y;
        }
    }
}

/* Is X more likely the text that Y was copied from? Earlier, then longer. */
static bool is_older(const struct article *x, const struct article *y,
                     uint32_t nx, uint32_t ny)
{
    bool dx = date_known(x->meta.date), dy = date_known(y->meta.date);

    if (dx && dy && date_order(x->meta.date, y->meta.date))
        return date_order(x->meta.date, y->meta.date) < 0;
    return nx > ny;
}

void story_copies(struct arena *m, struct story *s)
{
    struct grams g = {0}, pairs = {0};
    uint32_t *count = arena_array(m, s->narticle, sizeof *count);
    uint32_t *up = arena_array(m, s->narticle, sizeof *up);
    uint32_t *oldest = arena_array(m, s->narticle, sizeof *oldest);

    for (uint32_t i = 0; i < s->narticle; i++) {
        up[i] = oldest[i] = i;
        if (s->narticle > 1)
            add_grams(m, &g, s->article[i], i);
    }
    sort_grams(&g, count);
    add_pairs(m, &g, &pairs);
    join_pairs(&pairs, count, up);
    for (uint32_t i = 0; i < s->narticle; i++) {
        uint32_t *best = &oldest[root_of(up, i)];

        if (is_older(s->article[i], s->article[*best], count[i],
                     count[*best]))
            *best = i;
    }
    for (uint32_t i = 0; i < s->narticle; i++)
        s->article[i]->copy = oldest[root_of(up, i)];
}
