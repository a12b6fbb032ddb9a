/*
 * graph.c - PageRank (Brin and Page 1998) over sentences without a graph.
 *
 * With S = X X^T, S v is X (X^T v): two passes over the words instead of n^2
 * similarities. A similarity that also depends on both rows, like the lengths
 * in TextRank, is a sum of WIDTH such products with scaled rows; they are done in
 * one pass. Sums run over rows in order, within a row over terms in order, so
 * that the result is the same on every run.
 */
#include "rank/parts.h"
#include <math.h>

#define DAMPING .85
#define CHANGE_LEAST 1e-6
#define STEPS_MOST 100

/* Below this a degree is nothing but rounding. */
#define DEGREE_LEAST 1e-9

struct walk {
    const struct graph *g;
    double *sum;    /* term x width */
    double *self;   /* S(i, i), or 0 where it stays */
    double *degree;
    double *give;   /* what a row passes on for each unit of similarity */
    double *got;
    double nsend;
};

static const double *factors(const struct graph *g, uint32_t i)
{
    static const double one = 1;

    return g->factor ? g->factor + (size_t)i * g->width : &one;
}

/* GOT = (S - diag(self)) V. */
static void multiply(const struct walk *k, const double *v, double *got)
{
    const struct graph *g = k->g;
    uint32_t width = g->width;

    for (size_t i = 0; i < (size_t)g->nterm * width; i++)
        k->sum[i] = 0;
    for (uint32_t i = 0; i < g->nrow; i++) {
        const double *f = factors(g, i);
        struct vector x = g->row[i];

        for (uint32_t t = 0; t < x.n && v[i] != 0; t++) {
            double *sum = k->sum + (size_t)x.term[t] * width;

            for (uint32_t a = 0; a < width; a++)
                sum[a] += v[i] * x.weight[t] * f[a];
        }
    }
    for (uint32_t i = 0; i < g->nrow; i++) {
        const double *f = factors(g, i);
        struct vector x = g->row[i];

        got[i] = 0;
        for (uint32_t t = 0; t < x.n; t++) {
            const double *sum = k->sum + (size_t)x.term[t] * width;
            double inner = 0;

            for (uint32_t a = 0; a < width; a++)
                inner += f[a] * sum[a];
            got[i] += x.weight[t] * inner;
        }
        got[i] -= k->self[i] * v[i];
    }
}

static void fill_self(struct walk *k)
{
    const struct graph *g = k->g;

    for (uint32_t i = 0; i < g->nrow && !g->keep_self; i++) {
        const double *f = factors(g, i);
        double square = 0, scale = 0;

        for (uint32_t t = 0; t < g->row[i].n; t++)
            square += g->row[i].weight[t] * g->row[i].weight[t];
        for (uint32_t a = 0; a < g->width; a++)
            scale += f[a] * f[a];
        k->self[i] = square * scale;
    }
}

/* One step from R; returns the change in the L1 norm. */
static double step(struct walk *k, double *r)
{
    const struct graph *g = k->g;
    double dangling = 0, change = 0, base;

    for (uint32_t i = 0; i < g->nrow; i++) {
        bool passes = g->sends[i] && k->degree[i] > DEGREE_LEAST;

        k->give[i] = passes ? r[i] / k->degree[i] : 0;
        if (g->sends[i] && !passes)
            dangling += r[i];
    }
    multiply(k, k->give, k->got);
    base = (1 - DAMPING + DAMPING * dangling) / k->nsend;
    for (uint32_t i = 0; i < g->nrow; i++) {
        double next = base + DAMPING * k->got[i];

        if (g->sends[i])
            change += fabs(next - r[i]);
        r[i] = next;
    }
    return change;
}

double *graph_rank(struct arena *m, const struct graph *g)
{
    struct walk k = {.g = g};
    double *r = arena_array(m, g->nrow, sizeof *r);

    k.sum = arena_array(m, (size_t)g->nterm * g->width, sizeof *k.sum);
    k.self = arena_array(m, g->nrow, sizeof *k.self);
    k.degree = arena_array(m, g->nrow, sizeof *k.degree);
    k.give = arena_array(m, g->nrow, sizeof *k.give);
    k.got = arena_array(m, g->nrow, sizeof *k.got);
    for (uint32_t i = 0; i < g->nrow; i++) {
        k.give[i] = g->sends[i] ? 1 : 0;
        k.nsend += k.give[i];
    }
    if (k.nsend <= 0)
        return r;
    fill_self(&k);
    multiply(&k, k.give, k.degree);
    for (uint32_t i = 0; i < g->nrow; i++)
        r[i] = 1 / k.nsend;
    for (int n = 0; n < STEPS_MOST && step(&k, r) >= CHANGE_LEAST; n++)
        ;
    return r;
}

bool *rank_senders(struct arena *m, const struct story *s)
{
    bool *sends = arena_array(m, s->nrow, sizeof *sends);

    for (uint32_t i = 0; i < s->nrow; i++) {
        uint32_t a = s->row[i].article;

        sends[i] = s->article[a]->copy == a;
    }
    return sends;
}
