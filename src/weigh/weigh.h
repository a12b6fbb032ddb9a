/*
 * weigh.h - the door of weights: tokens -> term vectors of sentences, and how
 * alike two sentences are. Input statistics only: a brief depends on its own
 * sources and nothing else.
 *
 * A unit is a row of the story (0 to nrow - 1) or the title of article a
 * (nrow + a).
 */
#ifndef WEIGH_H
#define WEIGH_H

#include "lang/lang.h"
#include "model/model.h"

struct weights; /* of one story; lives in the arena it was made in */

/* Term vectors (for ranking) and word sets (for links) of all units. */
struct weights *weigh_story(struct arena *m, const struct story *s,
                            const struct lang *l);

/* The vector of a unit: terms ascending, length 1 (or n = 0). */
struct vector {
    const uint32_t *term;
    const double *weight;
    uint32_t n;
};

struct vector weigh_vector(const struct weights *w, uint32_t unit);
uint32_t weigh_terms(const struct weights *w); /* number of terms */
double weigh_cosine(const struct weights *w, uint32_t a, uint32_t b);

/* The stems of a unit without stop words and parts of compounds; the weight is
 * how often each occurs. For the published scorers. */
struct vector weigh_counts(const struct weights *w, uint32_t unit);

/*
 * The concepts of a unit for coverage: stems (list common out), ordered pairs of
 * neighbouring stems, parts of hyphenated and compound words; ids ascending,
 * each once.
 */
struct concepts {
    const uint32_t *id;
    uint32_t n;
};

struct concepts weigh_concepts(const struct weights *w, uint32_t unit);
uint32_t weigh_nconcepts(const struct weights *w);

/* A concept of UNIT in its words: "fahrzeug", "rote farbe". */
struct str weigh_concept_words(struct arena *m, const struct weights *w,
                               uint32_t unit, uint32_t concept);

/*
 * One unit prepared for comparison with many others, which costs the length of
 * the other: H = harmonic mean of the containments of weighted stems (words that
 * share a stem, a part or a long prefix count), C = cosine of character 4-grams.
 */
struct probe;

struct alike {
    double h, c;
};

struct probe *weigh_probe(struct arena *m, const struct weights *w,
                          uint32_t unit);
struct alike weigh_alike(const struct probe *p, uint32_t other);

/* 1 equal stems; .8 prefix, suffix, long common prefix, or the same but for
 * umlauts; else 0. */
double weigh_words_alike(struct str stem, struct str other);

#endif
