/*
 * story.h - the door of merging: articles -> one brief, each point with its
 * sources.
 */
#ifndef STORY_H
#define STORY_H

#include "model/model.h"
#include "rank/rank.h"

/* Marks copies (article.copy): word-5-gram containment >= 0.2. */
void story_copies(struct arena *m, struct story *s);

/* Chooses, orders, cites and compares. The brief lives in M and keeps nothing
 * of the articles: all its text is copied. Sets row.chosen and input.state. No
 * point where no sentence has as many origins as OPTIONS ask for. */
struct brief *story_brief(struct arena *m, struct story *s,
                          const struct weights *w, struct lang *l,
                          const struct kernsatz_options *options);

#endif
