/*
 * reading.h - what token.c, number.c, when.c and open.c share: the words of the
 * sentence at hand. Parts of hyphenated words are tokens, but not among them.
 */
#ifndef READING_H
#define READING_H

#include "text/text.h"

/* What stands between two words besides white space. */
enum gap {
    GAP_COMMA = 1,
    GAP_COLON = 2,
    GAP_BREAK = 4,  /* semicolon, dash */
    GAP_QUOTE = 8,
    GAP_STOP = 16,  /* full stop */
    GAP_PAREN = 32,
    GAP_OTHER = 64,
    GAP_TIGHT = 128 /* no white space */
};

struct look {
    uint32_t token, id; /* index in article.token; lexicon id */
    uint32_t from, to;  /* bytes in article.text */
    uint64_t roles;
    uint8_t gap;        /* before the word */
    bool capital, digit, quoted, number;
};

struct reading {
    struct article *a;
    struct lang *l;
    uint32_t s;         /* the sentence */
    struct span span;   /* its text */
    struct look *w;
    uint32_t n, cap;
    uint64_t roles;     /* of all words */
    uint8_t tail;       /* gap behind the last word */
    uint32_t marks;     /* double quotation marks */
    bool open;          /* a quotation was left open */
    uint32_t closed;    /* byte behind the last closing one; 0: none */
    uint32_t ctoken, cnumber, ctime;
    bool numeral[256];  /* bytes that number words begin with */
};

/* Lower-case form of word I. */
struct str look_form(const struct reading *r, uint32_t i);
bool look_is(const struct reading *r, uint32_t i, const char *form);

/* Does I exist, and stand behind the word before with white space only? */
bool look_joined(const struct reading *r, uint32_t i);

/* Has I the role? False behind the end. */
static inline bool look_has(const struct reading *r, uint32_t i,
                            uint64_t role)
{
    return i < r->n && (r->w[i].roles & role);
}

void read_numbers(struct reading *r);   /* number.c */
void read_times(struct reading *r);     /* when.c */
uint8_t read_open(struct reading *r);   /* open.c: enum open_reason */
bool speech_is_open(const struct reading *r); /* speech.c */
bool speech_by_pronoun(const struct reading *r);
bool sentence_denies(const struct reading *r);

/* ---- shapes.c: how digits are written --------------------------------- */

enum shape_kind { SHAPE_PLAIN, SHAPE_DOTTED, SHAPE_CLOCK, SHAPE_DATE,
                  SHAPE_ORDINAL, SHAPE_OTHER };

struct shape {
    enum shape_kind kind;
    double value;
    uint32_t to;        /* byte behind */
    uint32_t hour, minute; /* DOTTED and CLOCK */
    bool bare;          /* digits only */
};

struct shape shape_read(const struct lang *l, struct str text, uint32_t at);

/* The value of a number word in lower case, and how much of FORM it is. */
bool numeral_read(const struct lang *l, struct str form, double *value,
                  size_t *used);

#endif
