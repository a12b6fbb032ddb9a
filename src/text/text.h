/*
 * text.h - the door of the text stages: blocks -> clean text -> sentences ->
 * tokens with marks. They compute and cannot fail.
 */
#ifndef TEXT_H
#define TEXT_H

#include "lang/lang.h"
#include "model/model.h"

/* Expressions of the user: KEEP for lines that are never junk, DROP for lines
 * that always are, where KEEP does not say otherwise; NULL: none. */
struct patterns;

struct pattern_fault {
    const char *pattern; /* KEEP or DROP */
    const char *text;    /* what is wrong with it, and where */
};

/* Compiles them; BAD_OPTION: see *FAULT. *PATTERNS: NULL where both are. */
enum kernsatz_status text_patterns(struct arena *m, const char *keep,
                                   const char *drop,
                                   struct patterns **patterns,
                                   struct pattern_fault *fault);

/* raw, block, markup, given -> removed marks, meta, text, origin, paragraph. */
void text_clean(struct article *a, struct lang *l);

/* The same, by the wishes of the user, too. */
void text_clean_by(struct article *a, struct lang *l,
                   const struct patterns *patterns);

/* text, paragraph -> sentence. */
void text_split(struct article *a, const struct lang *l);

/* sentence -> token, number, time and the sentences' marks. */
void text_tokens(struct article *a, struct lang *l);

/* Is it German? Share of function words; texts of under 20 words always are. */
bool text_is_german(const struct article *a);

/*
 * The splitter by itself. Sentences of any UTF-8 text, NFC or not, that may hold
 * hard line breaks; spans are ordered, disjoint, without white space at their
 * ends and cover every sign that is not white space. PARAGRAPH is true where an
 * empty line (or the start) stands before.
 */
struct cut {
    struct span text;
    bool paragraph;
};

struct cuts {
    struct cut *cut;
    uint32_t n;
};

void text_cut(struct arena *m, struct str text, const struct lang *l,
              struct cuts *cuts);

/*
 * Appends the verbatim form of RANGE of TEXT to B: NFC, runs of White_Space one
 * space, invisible signs and what XML forbids dropped, double-encoded UTF-8
 * repaired; and to TO the way back, which OF knows for TEXT.
 */
void text_normal(struct buf *b, struct origin *to, struct str text,
                 struct span range, const struct origin *of);

#endif
