/*
 * clean.h - what the files of the cleaner share: the logical lines of an article
 * and what was seen of each.
 */
#ifndef CLEAN_H
#define CLEAN_H

#include "text/text.h"

enum line_class {
    LINE_SHORT,   /* a heading, a list item, a stray line */
    LINE_NEAR,    /* a short sentence */
    LINE_PROSE,   /* at least a dozen words with function words and an end */
    LINE_JUNK     /* has a reason to go */
};

/* What the user wants of a line. */
enum line_wish { WISH_NONE, WISH_KEEP, WISH_DROP };

/* A line of plain text, a paragraph of hard-wrapped ones, or an element. */
struct line {
    uint32_t first, end;    /* its blocks */
    struct str s;           /* trimmed text of the first block, or all of it */
    struct str lower;       /* lower case; of long lines the beginning */
    struct span stem;       /* indices in cleaner.stem: content words */
    uint32_t words, stops, ends;
    uint16_t hints;         /* of the block and the elements above it */
    uint8_t kind;           /* enum block_kind */
    uint8_t class;          /* enum line_class */
    uint8_t reason;         /* enum removal; why it is junk */
    uint8_t wish;           /* enum line_wish */
    bool stop;              /* ends in . ! ? … and closing marks */
    bool colon;             /* ends in a colon */
    bool blank;             /* an empty line stands before */
    bool keep, heading;
    double weight, alike;
};

struct cleaner {
    struct arena *m;        /* what cleaning alone needs */
    struct article *a;
    struct lang *l;
    const struct patterns *patterns; /* of the user; NULL: none */
    struct line *line;
    uint32_t n, cap;
    uint32_t *stem;         /* numbers of words, sorted within a line */
    uint32_t nstem, stem_cap;
    struct word_slot *slot; /* words.c: numbers of words by their hashes */
    uint32_t nslot, nused;
    uint32_t nroot;         /* every word_number() is below */
    struct span zone;       /* lines of the article */
    bool split;             /* one sentence a line: nothing goes */
    uint32_t title;         /* line of the title; n: none */
};

/* Numbers of words; content words have WORD_FIRST and more. */
enum { WORD_NONE, WORD_COMMON, WORD_STOP, WORD_FIRST };

void words_new(struct cleaner *c);               /* words.c */
uint32_t word_number(struct cleaner *c, struct str word);
void lines_read(struct cleaner *c);              /* features.c */
enum removal line_reason(const struct cleaner *c,
                         const struct line *line); /* reasons.c */
void lines_wish(struct cleaner *c);              /* patterns.c */
void lines_judge(struct cleaner *c);             /* judge.c */
bool line_is_prose(const struct line *line);
void lines_zone(struct cleaner *c);              /* zone.c */
void lines_topic(struct cleaner *c, bool calm);  /* topic.c */
void lines_keep(struct cleaner *c);              /* keep.c */
void lines_lead(struct cleaner *c);              /* after clean_meta() */

/* The deepest element that holds three quarters of the zone's weight; 0: none. */
uint32_t zone_box(const struct cleaner *c);

void clean_meta(struct cleaner *c);              /* title.c */
uint32_t dateline_end(const struct cleaner *c, struct str s); /* dateline.c */

/* S without White_Space at its ends. */
struct str trimmed(struct str s);

/* How often S has one of the signs in SIGNS (ASCII). */
uint32_t count_signs(struct str s, const char *signs);

/* Lower-case S begins with, holds an entry of LIST; the entry or NULL. */
const struct entry *line_begins(const struct lang *l, enum lang_list list,
                                struct str lower);
const struct entry *line_holds(const struct lang *l, enum lang_list list,
                               struct str lower);

#endif
