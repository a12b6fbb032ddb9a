/* quantity.h - a number while it is being read; number.c, quantity.c, units.c. */
#ifndef QUANTITY_H
#define QUANTITY_H

#include "text/reading.h"

struct quantity {
    struct number n;
    uint32_t first, next; /* words: the number's first, the one behind it */
    uint32_t start;       /* byte where the number itself begins */
    struct shape shape;   /* kind PLAIN for words */
    bool word;            /* written in letters */
    struct span rest;     /* of the word behind the number: "-jährige" */
};

/* The number itself at word I: digits or a number word. */
bool quantity_core(const struct reading *r, uint32_t i, struct quantity *q);

/* What follows and precedes it; each may find nothing. */
void quantity_range(const struct reading *r, struct quantity *q);
void quantity_multiply(const struct reading *r, struct quantity *q);
bool quantity_unit(const struct reading *r, struct quantity *q);
bool quantity_currency_before(const struct reading *r, struct quantity *q);
bool quantity_compound(const struct reading *r, struct quantity *q);
/* The end of word W, behind the full stop of an abbreviation. */
uint32_t quantity_stop(const struct reading *r, const struct look *w);
void quantity_hedge(const struct reading *r, struct quantity *q);
void quantity_head(const struct reading *r, struct quantity *q);

#endif
