/*
 * format.h - the door of the forms in which things go out: briefs as text,
 * Markdown, JSON Lines and XLIFF; listings of split, clean, pick and check.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "model/model.h"

/* Appends B in FORMAT to OUT. */
void format_brief(struct buf *out, const struct brief *b,
                  enum kernsatz_format format);

/* A unit of a brief that was written. */
struct unit {
    struct str id, text;
    bool title;
};

struct written {
    struct unit *unit;
    uint32_t nunit;
    struct kernsatz_options options; /* as stated, else the defaults */
    struct kernsatz_run run;
};

/* Reads a brief in JSON Lines or XLIFF back. KERNSATZ_BAD_INPUT. */
enum kernsatz_status format_read(struct arena *m, struct str bytes,
                                 struct written *w);

struct explained {
    uint32_t told;          /* units of W that were explained */
    uint32_t differ;        /* those that B does not have, and what it has more */
};

/* Appends why UNIT (an id, a number, 0: the title; empty: all) of W is in the
 * brief, which is B made again. */
struct explained format_explain(struct buf *out, const struct brief *b,
                                const struct written *w, struct str unit);

/* Appends the cleaned article; REMOVED: and what was taken away. FILE is the
 * name as given. */
void format_clean(struct buf *out, const struct article *a, struct str file,
                  enum kernsatz_format format, bool removed);

/* Appends the JSON Lines record of a skipped file. */
void format_clean_skipped(struct buf *out, const struct article *a,
                          struct str file, struct str reason);

/* Appends the chosen (ALL: all) sentences of article N of S. */
void format_pick(struct buf *out, const struct story *s, uint32_t n,
                 struct str file, enum kernsatz_format format, bool all);

/* Appends one sentence of a text; OFFSETS: START TAB LENGTH TAB before it. */
void format_cut(struct buf *out, struct str sentence, struct span file,
                bool offsets);

/* A fault of a checked file. */
struct format_fault {
    struct str file;        /* as given */
    uint32_t line;          /* 0: the file as a whole */
    struct str unit;        /* its id; empty: outside of units */
    const char *rule, *group;
    struct str text;
};

void format_fault(struct buf *out, const struct format_fault *f,
                  enum kernsatz_format format);

/* The short English name of a reason for removal or skipping. */
const char *format_removal(enum removal r);
const char *format_reason(enum kernsatz_code code);

#endif
