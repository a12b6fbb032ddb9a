/*
 * scorers.c - published methods, to compare with and to cite. Words are stems
 * without stop words; similarity is never cut at a threshold, so that nothing
 * is quadratic.
 */
#include "rank/parts.h"
#include <math.h>
#include <string.h>

/* ---- TextRank (Mihalcea and Tarau 2004) --------------------------------- */

/* Terms beyond this many would be below rounding; some twelve suffice. */
#define WIDTH_MOST 40
#define PRECISION 1e-12

/*
 * Cholesky factorisation with pivots of the Cauchy matrix K_ij = 1/(x_i + x_j),
 * which is positive definite and whose singular values fall exponentially, so
 * that few columns give it to the last digits. The matrix is not written down:
 * each column needs the diagonal and one column of K.
 */
double *cauchy_factor(struct arena *m, const double *x, uint32_t n,
                      uint32_t *width)
{
    double *l = arena_array(m, (size_t)n * WIDTH_MOST, sizeof *l);
    double *rest = arena_array(m, n, sizeof *rest), *tight;
    uint32_t k = 0;

    for (uint32_t i = 0; i < n; i++)
        rest[i] = 1;    /* share of the diagonal 1/(2 x_i) not yet covered */
    for (; k < n && k < WIDTH_MOST; k++) {
        uint32_t p = 0;
        double root;

        for (uint32_t i = 1; i < n; i++)
            if (rest[i] > rest[p])
                p = i;
        if (rest[p] < PRECISION)
            break;
        root = sqrt(rest[p] / (2 * x[p]));
        for (uint32_t i = 0; i < n; i++) {
            double sum = 1 / (x[i] + x[p]), *row = l + (size_t)i * WIDTH_MOST;

            for (uint32_t a = 0; a < k; a++)
                sum -= row[a] * l[(size_t)p * WIDTH_MOST + a];
            row[k] = sum / root;
        }
        for (uint32_t i = 0; i < n; i++) {
            double c = l[(size_t)i * WIDTH_MOST + k];

            rest[i] = i == p ? 0 : rest[i] - c * c * 2 * x[i];
        }
    }
    tight = arena_array(m, (size_t)n * k, sizeof *tight);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t a = 0; a < k; a++)
            tight[(size_t)i * k + a] = l[(size_t)i * WIDTH_MOST + a];
    *width = k;
    return tight;
}

/* Numbers the lengths of rows that occur, from 2 words up; 0: shorter. */
static uint32_t number_lengths(struct arena *m, const struct graph *g,
                               uint32_t *number, double **logs)
{
    uint32_t longest = 0, n = 0;

    for (uint32_t i = 0; i < g->nrow; i++)
        if (g->row[i].n > longest)
            longest = g->row[i].n;
    *logs = arena_array(m, longest + (size_t)1, sizeof **logs);
    for (uint32_t i = 0; i < g->nrow; i++)
        number[g->row[i].n] = 1;
    number[0] = number[1] = 0;
    for (uint32_t len = 2; len <= longest; len++) {
        if (!number[len])
            continue;
        (*logs)[n] = log((double)len);
        number[len] = ++n;
    }
    return n;
}

static double *ones(struct arena *m, uint32_t n)
{
    double *one = arena_array(m, n, sizeof *one);

    for (uint32_t i = 0; i < n; i++)
        one[i] = 1;
    return one;
}

/* Rows as sets of stems. */
static void rows_as_sets(struct arena *m, struct graph *g,
                         const struct weights *w)
{
    uint32_t longest = 0;
    double *one;

    g->row = arena_array(m, g->nrow, sizeof *g->row);
    for (uint32_t i = 0; i < g->nrow; i++) {
        g->row[i] = weigh_counts(w, i);
        if (g->row[i].n > longest)
            longest = g->row[i].n;
    }
    one = ones(m, longest);
    for (uint32_t i = 0; i < g->nrow; i++)
        g->row[i].weight = one;
}

/*
 * Similarity: words in common / (log |S_i| + log |S_j|). A sentence of a single
 * word has no edges (the formula divides by 0 between two of them).
 */
double *score_textrank(struct arena *m, const struct story *s,
                       const struct weights *w)
{
    struct graph g = {.nrow = s->nrow, .nterm = weigh_terms(w),
                      .sends = rank_senders(m, s)};
    double *logs, *factor, *all;
    uint32_t *number, n, longest = 1;

    rows_as_sets(m, &g, w);
    for (uint32_t i = 0; i < g.nrow; i++)
        if (g.row[i].n > longest)
            longest = g.row[i].n;
    number = arena_array(m, longest + (size_t)1, sizeof *number);
    n = number_lengths(m, &g, number, &logs);
    factor = cauchy_factor(m, logs, n, &g.width);
    if (!g.width)
        g.width = 1;
    all = arena_array(m, (size_t)g.nrow * g.width, sizeof *all);
    for (uint32_t i = 0; i < g.nrow; i++) {
        uint32_t k = number[g.row[i].n];

        if (k)
            memcpy(all + (size_t)i * g.width,
                   factor + (size_t)(k - 1) * g.width,
                   g.width * sizeof *all);
    }
    g.factor = all;
    return graph_rank(m, &g);
}

/* ---- LexRank and centroid ----------------------------------------------- */

/* idf_t = ln(N / df_t) over the rows that are no copies. */
static double *inverse_frequency(struct arena *m, const struct graph *g)
{
    double *idf = arena_array(m, g->nterm, sizeof *idf), n = 0;

    for (uint32_t i = 0; i < g->nrow; i++) {
        for (uint32_t k = 0; k < g->row[i].n && g->sends[i]; k++)
            idf[g->row[i].term[k]]++;
        n += g->sends[i];
    }
    for (uint32_t t = 0; t < g->nterm; t++)
        idf[t] = log(n / (idf[t] > 0 ? idf[t] : 1));
    return idf;
}

static void rows_as_counts(struct arena *m, struct graph *g,
                           const struct weights *w)
{
    g->row = arena_array(m, g->nrow, sizeof *g->row);
    for (uint32_t i = 0; i < g->nrow; i++)
        g->row[i] = weigh_counts(w, i);
}

/* x = count x idf, length 1. */
static void scale_row(struct arena *m, struct vector *x, const double *idf)
{
    double *scaled = arena_array(m, x->n, sizeof *scaled), sum = 0;

    for (uint32_t k = 0; k < x->n; k++) {
        scaled[k] = x->weight[k] * idf[x->term[k]];
        sum += scaled[k] * scaled[k];
    }
    for (uint32_t k = 0; k < x->n && sum > 0; k++)
        scaled[k] /= sqrt(sum);
    x->weight = scaled;
}

/* Continuous LexRank (Erkan and Radev 2004, section 3.3): PageRank over the
 * idf-modified cosine, a sentence's likeness to itself included. */
double *score_lexrank(struct arena *m, const struct story *s,
                      const struct weights *w)
{
    struct graph g = {.nrow = s->nrow, .nterm = weigh_terms(w), .width = 1,
                      .sends = rank_senders(m, s), .keep_self = true};
    double *idf;

    rows_as_counts(m, &g, w);
    idf = inverse_frequency(m, &g);
    for (uint32_t i = 0; i < g.nrow; i++)
        scale_row(m, &g.row[i], idf);
    return graph_rank(m, &g);
}

/*
 * Centroid (Radev and others 2004): the centroid holds count x idf of each
 * word, a mean over the articles; a sentence scores the sum over its words. The
 * paper takes idf from other texts and leaves out small values; here nothing
 * but the input is known and nothing is left out.
 */
double *score_centroid(struct arena *m, const struct story *s,
                       const struct weights *w)
{
    struct graph g = {.nrow = s->nrow, .nterm = weigh_terms(w), .width = 1,
                      .sends = rank_senders(m, s)};
    double *score = arena_array(m, g.nrow, sizeof *score);
    double *centroid = arena_array(m, g.nterm, sizeof *centroid), *idf;

    rows_as_counts(m, &g, w);
    idf = inverse_frequency(m, &g);
    for (uint32_t i = 0; i < g.nrow; i++)
        for (uint32_t k = 0; k < g.row[i].n && g.sends[i]; k++)
            centroid[g.row[i].term[k]] +=
                g.row[i].weight[k] * idf[g.row[i].term[k]];
    for (uint32_t i = 0; i < g.nrow; i++)
        for (uint32_t k = 0; k < g.row[i].n; k++)
            score[i] += g.row[i].weight[k] * centroid[g.row[i].term[k]];
    return score;
}

/* ---- lead --------------------------------------------------------------- */

/* The first sentences of all sources, then the second ones, and so on. */
double *score_lead(struct arena *m, const struct story *s)
{
    double *score = arena_array(m, s->nrow, sizeof *score);
    uint32_t *level = arena_array(m, s->nrow + (size_t)1, sizeof *level);

    for (uint32_t a = 0; a < s->narticle; a++)
        for (uint32_t i = s->first[a]; i < s->first[a + 1]; i++)
            level[i - s->first[a] + 1]++;
    for (uint32_t i = 0; i < s->nrow; i++)
        level[i + 1] += level[i];
    for (uint32_t i = 0; i < s->nrow; i++)
        score[i] = -(double)level[i - s->first[s->row[i].article]]++;
    return score;
}
