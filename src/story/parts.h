/*
 * parts.h - what the files of this room share.
 */
#ifndef STORY_PARTS_H
#define STORY_PARTS_H

#include "story/story.h"

/* Memory for one step of a loop, given back before the next. */
struct scratch {
    struct arena *arena;
};

/* What goes through the making of one brief. */
struct maker {
    struct arena *m;        /* the brief's */
    struct arena *step;     /* the story's: goes when the brief is made */
    struct scratch *scratch;
    struct story *s;
    const struct weights *w;
    struct lang *l;
    const struct kernsatz_options *o;
    uint32_t *origin;       /* article -> the article it copies in the end */
    uint32_t norigin;
};

/* A fresh arena, in place of the one given out before. */
struct arena *scratch_new(struct maker *k);
void scratch_drop(struct maker *k);

/* ---- units of weigh.h ---------------------------------------------------- */

struct place {
    uint32_t article, sentence;
};

struct place unit_place(const struct story *s, uint32_t unit);
uint32_t unit_of(const struct story *s, struct place p);
const struct sentence *row_sentence(const struct story *s, uint32_t row);

/* ---- number.c: values of sentences --------------------------------------- */

/* Is this a value that sources can agree or differ on? */
bool number_counts(const struct number *n);

/* The same amount, hedges allowed for (rule 5). */
bool number_same(const struct number *a, const struct number *b);

/* A value with a unit or noun, so that another can stand against it. */
bool number_rivals(const struct number *n);

/* Counts of one thing, money of one currency, lengths ... */
bool number_comparable(const struct maker *k, const struct number *a,
                       const struct number *b);

/* What sentence Q says of the values of sentence P. */
enum values {
    VALUES_NONE,        /* P has none */
    VALUES_SAME,        /* Q has one of them too */
    VALUES_PAID,        /* likewise, and it is money: seldom a chance */
    VALUES_MISSING,     /* Q has nothing to compare with them */
    VALUES_OTHER        /* Q has other values of the same things only */
};

enum values values_of(const struct maker *k, struct place p, struct place q);

/* How many values two sentences share, two at most. */
uint32_t numbers_shared(const struct story *s, struct place p, struct place q);

/* The values of Q that P has too, as Q has them: "48.000, rund drei". */
struct str numbers_common(struct arena *m, const struct story *s,
                          struct place p, struct place q);

/* L = H + C + .2 n. */
#define LIKE_NUMBER .2

/* ---- cover.c: what several origins speak of ------------------------------ */

struct cover {
    double *weight;         /* concept -> origins with it; 0: one, or taken */
    double *gain;           /* row -> sum of the weights of its concepts */
    uint32_t *first, *row;  /* concept -> rows */
};

struct cover *cover_new(struct maker *k);
void cover_take(struct maker *k, struct cover *c, uint32_t row);

/* ---- choose.c, limits.c -------------------------------------------------- */

struct room {
    double words, chars, sentences; /* left; INFINITY: no such limit */
};

struct room room_of(const struct maker *k);
bool room_fits(const struct maker *k, struct room left, uint32_t row);
void room_use(const struct maker *k, struct room *left, uint32_t row);

/* How much that is in the measure that comes first, and what ROW takes of
 * it. */
double room_all(struct room r);
double room_size(const struct maker *k, struct room r, uint32_t row);

struct picked {
    uint32_t *row;          /* as taken: the lead first */
    struct choice *choice;  /* of each, why */
    uint32_t n;
};

struct picked choose_rows(struct maker *k);

/* Row -> how many of the words asked for it speaks of, 0 to 1; NULL: none
 * asked for. */
double *focus_rows(struct maker *k);

/* May it stand in a brief? The lower the better. */
enum fitness { FIT, FIT_POOR, FIT_OPEN, FIT_NOT };
enum fitness row_fitness(const struct maker *k, uint32_t row);

/* ---- choice.c: why, noted while choosing --------------------------------- */

/* What ROW brings in that C does not have yet. */
void choice_concepts(struct maker *k, struct choice *to, const struct cover *c,
                     uint32_t row);

/* ROW repeats what was taken by TO. */
void choice_beats(struct maker *k, struct choice *to, uint32_t row);

/* What P, a sentence of ARTICLE, and its cites have in common. */
void choice_cites(struct maker *k, struct point *p, struct place at);

/* ---- order.c ------------------------------------------------------------- */

/* Which points more than one origin states (point.section), where sections are
 * asked for; then sorts the points, made of the rows picked, and the rows with them. */
void order_points(struct maker *k, struct picked *p, struct point *point);

/* ---- cite.c, conflict.c -------------------------------------------------- */

/* How alike all units are to one. */
struct likeness {
    uint32_t unit;
    double *words;          /* unit -> H + C */
};

struct likeness likeness_of(struct maker *k, uint32_t unit);

/* How many origins state what UNIT states. */
uint32_t cite_origins(struct maker *k, uint32_t unit);

/* Fills text, cites, conflicts and times of point P from UNIT. */
void cite_point(struct maker *k, struct point *p, uint32_t unit);

/* Adds the sentence before UNIT, which refers back to it, as context. */
void cite_context(struct maker *k, struct point *p, uint32_t unit);

/* What another article says to the sentence of a point. */
struct stand {
    double like;            /* L of its nearest unit */
    double margin;          /* that over what is asked of it */
    uint32_t unit;          /* that unit: the largest margin */
    uint32_t rival;         /* its number that contradicts; NO_RIVAL: none */
    uint32_t differs;       /* its sentence that contradicts; NO_RIVAL: none */
    bool also;              /* states the same */
};

#define NO_RIVAL UINT32_MAX

/* Sets stand.rival of each article to what contradicts number N of PLACE.
 * Returns whether there is any. */
bool conflict_find(struct maker *k, const struct likeness *like,
                   struct place place, uint32_t n, struct stand *stand);

/* Adds to P what STAND says of number N of PLACE. */
void conflict_add(struct maker *k, struct point *p, struct place place,
                  uint32_t n, const struct stand *stand);

/* ---- title.c, left.c ----------------------------------------------------- */

uint32_t title_choose(struct maker *k); /* article; narticle: none */
void left_list(struct maker *k, struct brief *b);

#endif
