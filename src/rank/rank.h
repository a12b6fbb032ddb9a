/*
 * rank.h - the door of ranking: weights -> scores of the rows, and the key
 * sentences of one article.
 */
#ifndef RANK_H
#define RANK_H

#include "model/model.h"
#include "weigh/weigh.h"

/* row.score of all rows by OPTIONS->scorer, scaled to 0..1, rounded to 1e-9. */
void rank_story(struct arena *m, struct story *s, const struct weights *w,
                const struct kernsatz_options *options);

/* row.chosen for each article by itself within the limits of OPTIONS. */
void rank_pick(struct arena *m, struct story *s, const struct weights *w,
               const struct kernsatz_options *options);

#endif
