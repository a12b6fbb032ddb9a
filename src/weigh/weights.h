/*
 * weights.h - what the files of this room share: the numbering of a story's
 * words, and the rows of numbers that hang on it.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "weigh/weigh.h"

/* Lists of numbers end to end: list i is id[first[i]] .. id[first[i + 1]]. */
struct lists {
    uint32_t *first;
    uint32_t *id;
};

/* ---- table.c: a number for each 64-bit key, 0 ... in order of first use - */

struct table {
    struct arena *arena;
    uint64_t *key;
    uint32_t *number; /* + 1; 0: the slot is free */
    uint32_t n, cap;
};

struct table table_new(struct arena *m, uint32_t expected);
uint32_t table_put(struct table *t, uint64_t key);
uint32_t table_find(const struct table *t, uint64_t key); /* or NONE */

#define NONE UINT32_MAX

/* Ascending; in place. */
void sort_ids(uint32_t *id, uint32_t n);

/* ---- words.c: tokens -> forms and stems of this story ------------------- */

/* Marks in the lists of a unit's forms: the form is a part of the hyphenated
 * word before it. */
#define FORM_PART ((uint32_t)1 << 31)

struct form {
    struct str text;
    uint32_t stem;      /* term number */
    bool common;        /* out of links and concepts */
};

struct stem {
    struct str text;    /* umlauts kept apart */
    struct str plain;   /* as Snowball has it, without umlauts */
    bool letters;       /* nothing but letters */
    uint32_t length;    /* code points */
};

/*
 * The words of all units without stop words and words of one letter. Forms and
 * stems are numbered in order of first appearance: the lexicon's own ids depend
 * on what was read before and would change the order of sums.
 */
struct words {
    struct lists unit;  /* unit -> forms, with FORM_PART */
    struct form *form;
    struct stem *stem;
    struct table by_text; /* see stem_find() */
    uint32_t nunit, nform, nstem, capform, capstem;
};

void words_read(struct arena *m, struct words *w, const struct story *s,
                const struct lang *l);

/* The number of a stem, or NONE. */
uint32_t stem_find(const struct words *w, struct str text);

/* Parts of compound stems that stand in the input themselves. */
void words_parts(struct arena *m, const struct words *w, struct lists *parts);

/* ---- the weights of a story --------------------------------------------- */

struct links;

/*
 * What only briefs need (links, concepts) is made when it is first asked for:
 * choosing the key sentences of ten thousand articles does without.
 */
struct lazy {
    struct links *links;
    struct concept_lists *concepts;
    struct stem_counts *counts;
};

struct weights {
    struct arena *arena;
    const struct story *story;
    struct words words;
    struct lists parts;
    uint32_t *first;    /* unit -> term, weight */
    uint32_t *term;
    double *weight;
    struct lazy *lazy;
};

/* True where UNIT belongs to an article that copies another one. */
bool unit_is_copy(const struct weights *w, uint32_t unit);

#endif
