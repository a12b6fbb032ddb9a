/*
 * rank.c - scores of the rows by the scorer asked for.
 */
#include "rank/parts.h"
#include <math.h>

static double *scored(struct arena *m, const struct story *s,
                      const struct weights *w, enum kernsatz_scorer scorer)
{
    switch (scorer) {
    case KERNSATZ_SCORER_TEXTRANK:
        return score_textrank(m, s, w);
    case KERNSATZ_SCORER_LEXRANK:
        return score_lexrank(m, s, w);
    case KERNSATZ_SCORER_CENTROID:
        return score_centroid(m, s, w);
    case KERNSATZ_SCORER_LEAD:
        return score_lead(m, s);
    case KERNSATZ_SCORER_KERNSATZ:
        break;
    }
    return features_score(m, s, rank_features(m, s, w));
}

/* Differences this small are rounding, not opinion. */
#define ROUND_TO 1e9

static double rounded(double x)
{
    return floor(x * ROUND_TO + .5) / ROUND_TO;
}

/* The scale runs over rows that are no copies; copies are cut to it. */
void rank_story(struct arena *m, struct story *s, const struct weights *w,
                const struct kernsatz_options *options)
{
    double *score = scored(m, s, w, options->scorer), least = 0, most = 0;
    const bool *counts = rank_senders(m, s);
    bool any = false;

    for (uint32_t i = 0; i < s->nrow; i++) {
        if (!counts[i])
            continue;
        least = !any || score[i] < least ? score[i] : least;
        most = !any || score[i] > most ? score[i] : most;
        any = true;
    }
    for (uint32_t i = 0; i < s->nrow; i++) {
        double z = most - least > 1e-12 ? (score[i] - least) / (most - least)
                                        : 1;

        s->row[i].score = rounded(z < 0 ? 0 : z > 1 ? 1 : z);
    }
}
