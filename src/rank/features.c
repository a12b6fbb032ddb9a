/*
 * features.c - what speaks for a sentence and against it. Weights and forms of
 * the terms were set by hand on German news and encyclopedia articles; each was
 * worth .001 to .012 of the mean of ROUGE-1, -2 and -L.
 */
#include "rank/parts.h"
#include <math.h>

struct measure {
    struct arena *m;
    const struct story *s;
    const struct weights *w;
    const bool *sends;
    struct features *f;
};

/* ---- of all rows -------------------------------------------------------- */

static void measure_graph(struct measure *e)
{
    struct graph g = {.nrow = e->s->nrow, .nterm = weigh_terms(e->w),
                      .width = 1, .sends = e->sends};
    double *r;

    g.row = arena_array(e->m, g.nrow, sizeof *g.row);
    for (uint32_t i = 0; i < g.nrow; i++)
        g.row[i] = weigh_vector(e->w, i);
    r = graph_rank(e->m, &g);
    for (uint32_t i = 0; i < g.nrow; i++)
        e->f[i].of[FEATURE_GRAPH] = r[i];
}

/* The article that A copies in the end, or A. */
static uint32_t original(const struct story *s, uint32_t a)
{
    for (uint32_t n = 0; n < s->narticle && s->article[a]->copy != a; n++)
        a = s->article[a]->copy;
    return a;
}

static void add_row(double *sum, struct vector x)
{
    for (uint32_t i = 0; i < x.n; i++)
        sum[x.term[i]] += x.weight[i];
}

static void clear_row(double *sum, struct vector x)
{
    for (uint32_t i = 0; i < x.n; i++)
        sum[x.term[i]] = 0;
}

static double dot_row(const double *sum, struct vector x)
{
    double dot = 0;

    for (uint32_t i = 0; i < x.n; i++)
        dot += sum[x.term[i]] * x.weight[i];
    return dot;
}

/* The articles that end at each original: a list of next ones + 1. */
struct group {
    uint32_t *head, *next;
};

static struct group group_articles(const struct measure *e)
{
    const struct story *s = e->s;
    struct group g;

    g.head = arena_array(e->m, s->narticle, sizeof *g.head);
    g.next = arena_array(e->m, s->narticle, sizeof *g.next);
    for (uint32_t a = s->narticle; a-- > 0;) {
        uint32_t o = original(s, a);

        g.next[a] = g.head[o];
        g.head[o] = a + 1;
    }
    return g;
}

/* x_i . sum of x_j over the rows of other origins; copies give nothing and get
 * nothing from the article they copy. */
static void measure_support(struct measure *e)
{
    const struct story *s = e->s;
    double *all = arena_array(e->m, weigh_terms(e->w), sizeof *all);
    double *own = arena_array(e->m, weigh_terms(e->w), sizeof *own);
    struct group g = group_articles(e);

    for (uint32_t i = 0; i < s->nrow; i++)
        if (e->sends[i])
            add_row(all, weigh_vector(e->w, i));
    for (uint32_t o = 0; o < s->narticle; o++) {
        for (uint32_t i = s->first[o]; g.head[o] && i < s->first[o + 1]; i++)
            add_row(own, weigh_vector(e->w, i));
        for (uint32_t a = g.head[o]; a; a = g.next[a - 1])
            for (uint32_t i = s->first[a - 1]; i < s->first[a]; i++)
                e->f[i].of[FEATURE_SUPPORT] =
                    dot_row(all, weigh_vector(e->w, i)) -
                    dot_row(own, weigh_vector(e->w, i));
        for (uint32_t i = s->first[o]; g.head[o] && i < s->first[o + 1]; i++)
            clear_row(own, weigh_vector(e->w, i));
    }
}

/* Divides a feature by its maximum over the rows that are no copies. */
static void to_maximum(const struct measure *e, enum feature feature)
{
    double most = 0;

    for (uint32_t i = 0; i < e->s->nrow; i++)
        if (e->sends[i] && e->f[i].of[feature] > most)
            most = e->f[i].of[feature];
    for (uint32_t i = 0; i < e->s->nrow; i++) {
        double *x = &e->f[i].of[feature];

        *x = most > 1e-9 ? *x / most : 0; /* less is but rounding */
        *x = *x > 1 ? 1 : *x < 0 ? 0 : *x;
    }
}

/* ---- of one row --------------------------------------------------------- */

#define POSITION_SCALE 8
#define CAPITAL_FULL .4
#define LONG_FROM 30
#define LONG_SPAN 20
#define SHORT_UNDER 8

static double share_of_capitals(const struct article *a,
                                const struct sentence *t)
{
    uint32_t words = 0, capitals = 0;
    bool first = true;
    double share;

    for (uint32_t i = t->token.from; i < t->token.to; i++) {
        uint32_t marks = a->token[i].marks;

        if (marks & TOKEN_PART)
            continue;
        if (!first) {
            words++;
            capitals += (marks & TOKEN_CAPITAL) != 0;
        }
        first = false;
    }
    share = words ? (double)capitals / words / CAPITAL_FULL : 0;
    return share < 1 ? share : 1;
}

static void measure_form(struct features *f, const struct article *a,
                         const struct sentence *t)
{
    double words = t->words;

    f->of[FEATURE_CAPITAL] = share_of_capitals(a, t);
    if (words > LONG_FROM)
        f->of[FEATURE_LONG] = words < LONG_FROM + LONG_SPAN
                      ? (words - LONG_FROM) / LONG_SPAN : 1;
    if (words < SHORT_UNDER)
        f->of[FEATURE_SHORT] = (SHORT_UNDER - words) / SHORT_UNDER;
    f->of[FEATURE_OPEN] = t->open != OPEN_NOT;
    f->of[FEATURE_QUOTED] = (t->flags & SENTENCE_QUOTED) != 0;
    f->of[FEATURE_QUESTION] = (t->flags & SENTENCE_QUESTION) != 0;
}

static void measure_rows(struct measure *e)
{
    const struct story *s = e->s;

    for (uint32_t i = 0; i < s->nrow; i++) {
        const struct article *a = s->article[s->row[i].article];
        const struct sentence *t = &a->sentence[s->row[i].sentence];
        uint32_t position = i - s->first[s->row[i].article];

        e->f[i].of[FEATURE_POSITION] = exp(-(double)position / POSITION_SCALE);
        e->f[i].of[FEATURE_TITLE] =
            weigh_cosine(e->w, i, s->nrow + s->row[i].article);
        measure_form(&e->f[i], a, t);
    }
}

struct features *rank_features(struct arena *m, const struct story *s,
                               const struct weights *w)
{
    struct measure e = {m, s, w, rank_senders(m, s), NULL};

    e.f = arena_array(m, s->nrow, sizeof *e.f);
    measure_graph(&e);
    measure_support(&e);
    measure_rows(&e);
    to_maximum(&e, FEATURE_GRAPH);
    to_maximum(&e, FEATURE_SUPPORT);
    to_maximum(&e, FEATURE_TITLE);
    return e.f;
}

/* The articles that are no copies. */
static uint32_t count_origins(const struct story *s)
{
    uint32_t n = 0;

    for (uint32_t a = 0; a < s->narticle; a++)
        n += s->article[a]->copy == a;
    return n;
}

/*
 * With several origins position weighs more: their leads tell the same story,
 * while one article by itself is better known by its title. One article, mean
 * of ROUGE: Wikinews .112 to .117, encyclopedia .157 to .160, a weekly's
 * website .138 to .137.
 */
double *features_score(struct arena *m, const struct story *s,
                       const struct features *f)
{
    static const double weight[2][FEATURES] = {
        {[FEATURE_GRAPH] = 1,
         [FEATURE_POSITION] = .65,
         [FEATURE_TITLE] = .45,
         [FEATURE_CAPITAL] = .3,
         [FEATURE_LONG] = -.4,
         [FEATURE_SHORT] = -.3,
         [FEATURE_QUOTED] = -.1,
         [FEATURE_QUESTION] = -.2,
         [FEATURE_OPEN] = -.3},
        {[FEATURE_GRAPH] = 1,
         [FEATURE_POSITION] = .8,
         [FEATURE_TITLE] = .3,
         [FEATURE_SUPPORT] = .3,
         [FEATURE_CAPITAL] = .2,
         [FEATURE_LONG] = -.4,
         [FEATURE_SHORT] = -.3,
         [FEATURE_QUOTED] = -.1,
         [FEATURE_QUESTION] = -.2,
         [FEATURE_OPEN] = -.3}};
    const double *w = weight[count_origins(s) > 1];
    double *score = arena_array(m, s->nrow, sizeof *score);

    for (uint32_t i = 0; i < s->nrow; i++)
        for (int k = 0; k < FEATURES; k++)
            score[i] += w[k] * f[i].of[k];
    return score;
}
