/* parts.h - what the writers of this room share. */
#ifndef FORMAT_PARTS_H
#define FORMAT_PARTS_H

#include "format/format.h"

/* escape.c */
void add_xml(struct buf *out, struct str s);       /* text of an element */
void add_attribute(struct buf *out, const char *name, struct str value);
void add_json(struct buf *out, struct str s);      /* with quotation marks */
void add_markdown(struct buf *out, struct str s);
void add_address(struct buf *out, struct str url); /* of a Markdown link */

/* german.c: labels, days, marks */
void add_day(struct buf *out, struct date d);      /* 5. März 2026 */
void add_iso(struct buf *out, struct date d);      /* 2026-03-05 */
void add_count(struct buf *out, uint32_t n, const char *one,
               const char *many);                  /* 1 Quelle, 2 Quellen */
void add_head(struct buf *out, const struct brief *b);
void add_mark(struct buf *out, const struct brief *b, const struct point *p);
void add_ledger(struct buf *out, const struct brief *b);
struct str section_name(uint8_t section);          /* empty for 0 */
/* Does point I begin a section? */
bool section_opens(const struct brief *b, uint32_t i);
struct str outlet_name(const struct source *s);    /* else the file's name */
void add_source_counts(struct buf *out, const struct source *s);
void add_reason(struct buf *out, const struct input *in, /* German */
                void put(struct buf *, struct str));
uint32_t count_state(const struct brief *b, enum input_state state);


/* "LABEL „five words …“ [1] · 3 weitere"; PUT adds what a source says, as it
 * is (buf_add) or escaped. */
void add_left(struct buf *out, const struct brief *b, const char *label,
              void put(struct buf *, struct str));

/* note.c: the lines that say where a sentence stands and who differs */

/* The value that stands for the group which C's said I begins: for the group of
 * the brief the sentence's own, although others of it come first. */
struct str group_value(const struct point *p, const struct conflict *c,
                       uint32_t i);

/* The lines below a sentence (time words, conflicts, antecedent), each with
 * BEFORE before it and a line break behind it. */
void add_remarks(struct buf *out, const struct point *p, const char *before,
                 void put(struct buf *, struct str));
void add_note(struct buf *out, const struct brief *b, const struct point *p,
              bool list_sources);

/* facts.c: the same for machines. TYPE is a fact's name in this version. */
enum fact { FACT_SOURCE, FACT_ROLE, FACT_FILE, FACT_SENTENCE, FACT_BYTES,
            FACT_TITLE, FACT_OUTLET, FACT_DATE, FACT_URL, FACT_WORDING,
            FACT_WHAT, FACT_VALUE, FACT_TIME, FACT_COPY };

struct fact_sink {
    void (*fact)(struct buf *out, enum fact fact, struct str value);
    struct buf *out;
};

void add_facts(const struct fact_sink *to, const struct brief *b,
               const struct point *p, const struct cite *c);
const char *role_name(uint8_t role);

/* options.c: the options of a run in the brief record of JSON Lines; what is the
 * default is left out */
extern const char *const order_names[], *const scorer_names[]; /* NULL ends */
void add_options(struct buf *out, const struct brief *b);

/* one writer each */
void write_text(struct buf *out, const struct brief *b);
void write_markdown(struct buf *out, const struct brief *b);
void write_jsonl(struct buf *out, const struct brief *b);
void write_xliff12(struct buf *out, const struct brief *b);
void write_xliff20(struct buf *out, const struct brief *b);

#endif
