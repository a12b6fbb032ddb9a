/*
 * parts.h - what the files of this room share.
 */
#ifndef RANK_PARTS_H
#define RANK_PARTS_H

#include "rank/rank.h"

/* ---- graph.c: PageRank over a similarity that is never written down ----- */

/*
 * S(i, j) = (x_i . x_j) (f_i . f_j) for i != j, f of WIDTH numbers a row; NULL:
 * 1. Where KEEP_SELF is set the diagonal stays. Rows that do not send (copies)
 * get a rank from the others and give none.
 */
struct graph {
    struct vector *row;
    uint32_t nrow, nterm;
    const double *factor;
    uint32_t width;
    const bool *sends;
    bool keep_self;
};

/* The PageRank of each row; the ranks of the rows that send sum to 1. */
double *graph_rank(struct arena *m, const struct graph *g);

/* Which rows of S stand in articles that are no copies. */
bool *rank_senders(struct arena *m, const struct story *s);

/* ---- features.c: the terms of the score of a row ------------------------ */

/* All are 0 to 1. */
enum feature {
    FEATURE_GRAPH,      /* PageRank, over its maximum */
    FEATURE_POSITION,   /* exp(-position / 8) */
    FEATURE_TITLE,      /* cosine with the own title, over its maximum */
    FEATURE_SUPPORT,    /* likeness to rows of other origins, likewise */
    FEATURE_CAPITAL,    /* share of capitalised words */
    FEATURE_LONG,       /* more than 30 words */
    FEATURE_SHORT,      /* fewer than 8 words */
    FEATURE_QUOTED,     /* begins with a quotation mark */
    FEATURE_QUESTION,   /* ends in ? */
    FEATURE_OPEN,       /* cannot stand alone */
    FEATURES
};

struct features {
    double of[FEATURES];
};

struct features *rank_features(struct arena *m, const struct story *s,
                               const struct weights *w);

/* The weighted sum of the features of each row. */
double *features_score(struct arena *m, const struct story *s,
                       const struct features *f);

/* ---- scorers.c: the published methods ----------------------------------- */

double *score_textrank(struct arena *m, const struct story *s,
                       const struct weights *w);
double *score_lexrank(struct arena *m, const struct story *s,
                      const struct weights *w);
double *score_centroid(struct arena *m, const struct story *s,
                       const struct weights *w);
double *score_lead(struct arena *m, const struct story *s);

/*
 * Writes 1 / (x_i + x_j) for the N numbers X > 0 as the product of a matrix of
 * N rows and *WIDTH columns with its transpose.
 */
double *cauchy_factor(struct arena *m, const double *x, uint32_t n,
                      uint32_t *width);

#endif
