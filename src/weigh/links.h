/*
 * links.h - what probes look things up in: built once for a story.
 */
#ifndef LINKS_H
#define LINKS_H

#include "weigh/weights.h"

struct links {
    struct lists unit;      /* unit -> stems, each once, common words out */
    double *stem_idf;
    double *stem_sum;       /* unit -> sum of the idf of its stems */
    struct lists kin;       /* stem -> buckets of its beginning, its end and
                               its form without umlauts; NONE where too short */
    struct lists bucket;    /* bucket -> stems */
    struct lists gram;      /* form -> 4-grams (repeats stay) */
    struct lists with;      /* 4-gram -> forms */
    double *gram_idf2;      /* squared idf */
    double *gram_len;       /* unit -> length of its vector of 4-grams */
    uint32_t ngram, nbucket;
};

/* Buckets of a stem. */
enum side { SIDE_START, SIDE_END, SIDE_PLAIN, SIDES };

const struct links *links_made(const struct weights *w);

/* Counts 4-grams of a unit's words into COUNT, which may be swept again with
 * ADD = -1. */
void links_count_grams(const struct weights *w, const struct links *k,
                       uint32_t unit, int add, int32_t *count);

/* Is this word of a unit one that links look at for its letters? */
bool links_spelled(const struct weights *w, uint32_t id);

/* list -> members becomes member -> lists, ascending. */
struct lists lists_turned(struct arena *m, const struct lists *l, uint32_t n,
                          uint32_t nmember);

#endif
