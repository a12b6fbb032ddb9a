/*
 * split.h - inside of the splitter. A unit is a piece of text without forced
 * ends inside: a paragraph, or a line that stands alone. split.c makes units
 * and walks over them; look.c reads words around a place, whatever way they are
 * written; ends.c decides.
 */
#ifndef SPLIT_H
#define SPLIT_H

#include "text/text.h"

#define NOWHERE UINT32_MAX

struct unit {
    const char *at;         /* the whole text */
    uint32_t from, to;      /* the unit in it */
    uint32_t begin;         /* where the sentence at hand begins */
    uint32_t open;          /* the last bracket that is still open */
    uint32_t quote;         /* the last quotation mark that is still open */
    const struct lang *l;
};

/* Words are looked at up to this many signs, and as many combining marks. */
#define LOOK 40
#define LOOK_CODES (2 * LOOK)

/* A word as it is compared: invisible signs left out, NFC. */
struct look {
    uint32_t from;          /* first byte of it (to the left), or start */
    uint32_t to;
    unsigned n;
    uint32_t code[LOOK_CODES];
    struct str s;
    char utf8[4 * LOOK_CODES];
    bool stop;              /* a full stop follows it directly */
};

enum right_kind { RIGHT_NONE, RIGHT_LOWER, RIGHT_UPPER, RIGHT_DIGIT,
                  RIGHT_OTHER };

/* What follows a mark. */
struct right {
    enum right_kind kind;
    uint32_t at;            /* its first sign, opening signs included */
    uint32_t sign;          /* the first sign behind the opening ones */
    bool space;             /* white space stands before it */
    bool quote, bracket, dash;
    bool label;             /* "Name:" */
    bool item;              /* "b) " */
    struct look word;
};

/* A run of marks with what closes behind it. */
struct stop {
    uint32_t from;          /* first mark */
    uint32_t marks;         /* behind the last mark */
    uint32_t to;            /* behind the closing signs */
    unsigned dots;
    bool loud;              /* ! or ? among the marks */
    bool ellipsis;
    bool quote, bracket, note;
    struct right right;
};

bool sign_closes(uint32_t c);
bool sign_opens(uint32_t c);
bool sign_quotes(uint32_t c);
bool sign_is_dash(uint32_t c);
bool sign_is_emoji(uint32_t c);

/* The next sign that can be seen, 0 at the end; *P moves behind it. */
uint32_t look_next(const struct unit *u, uint32_t *p);

/* The one before, 0 at the start of the sentence; *P moves to it. */
uint32_t look_back(const struct unit *u, uint32_t *p);

/* The word that ends at END, without opening signs. n = 0: none does. */
void look_left(const struct unit *u, uint32_t end, struct look *w);

/* The word before the one at FROM, with white space between. */
void look_before(const struct unit *u, uint32_t from, struct look *w);

/* What stands from P on. */
void look_right(const struct unit *u, uint32_t p, struct right *r);

/* Behind the bracket at OPEN if it holds a byline "(APA, 3.5.2016)", or 0. */
uint32_t look_byline(const struct unit *u, uint32_t open);

/* Does a sentence end at the marks S? */
bool ends_at(const struct unit *u, const struct stop *s);

/* ---- lines ------------------------------------------------------------- */

/* A line without white space at its ends; empty where from == to. */
struct line {
    uint32_t from, to;
    uint32_t next;          /* where the next one begins */
};

struct line line_read(struct str text, uint32_t from, uint32_t to);

/* Signs in the line; 0 where it is a single word. */
uint32_t line_width(struct str text, const struct line *line);

/* Does LINE go on where ABOVE stopped? FIRST and the WIDEST line are those of
 * the paragraph. */
bool line_joins(struct str text, const struct line *first,
                const struct line *above, const struct line *line,
                uint32_t widest);

#endif
