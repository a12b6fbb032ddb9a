/*
 * parts.h - what the files of this room know of each other.
 */
#ifndef INTAKE_PARTS_H
#define INTAKE_PARTS_H

#include "intake/intake.h"

/* An article that is being read. */
struct reader {
    struct article *a;
    const struct lang *l;
    const struct tell *tell;
    struct str text;      /* the decoded file */
    struct origin origin; /* text -> file */
    uint32_t capblock, capelement;
};

/* An arena for what goes before the article does. */
struct holder {
    struct arena *step;
};

struct holder *hold_step(struct arena *m);
void drop_step(struct holder *h);

/* Gzip, judged by the first bytes. */
bool is_gzip(struct str s);

/*
 * Unpacks *BYTES into M, at most *LIMIT bytes, which may become less. 0, or why
 * the file is skipped; damage behind the first byte is only told.
 */
enum kernsatz_code unpack_gzip(struct arena *m, struct str *bytes,
                               uint32_t *limit, const struct tell *tell);

/* Repairs double-encoded UTF-8; the text itself where nothing is wrong. */
struct str decode_repair(struct arena *m, struct str text,
                         const struct tell *tell, struct origin *origin);

/* What the text is, judged by its content. */
enum media media_of(struct str text);

/* Appends a block; the caller fills in more. */
struct block *add_block(struct reader *r, struct span raw,
                        enum block_kind kind);

/* Plain text and Markdown from FROM on: text -> raw, blocks. */
void read_plain(struct reader *r, uint32_t from);
void read_markdown(struct reader *r, uint32_t from);

/* The end of the line that begins at AT, and *NEXT, where the next begins. */
uint32_t line_end(struct str s, uint32_t at, uint32_t *next);

/*
 * An article as a JSON object. *JSON: it is JSON, and the answer holds; else
 * the text is something else. BAD_INPUT: no article.
 */
enum kernsatz_status read_json(struct reader *r, bool *json);

/* HTML. BAD_INPUT where a limit stands against it (article.limit, where it is
 * one of bytes), NO_MEMORY. */
enum kernsatz_status read_html(struct reader *r);

/* The metadata before a text (front matter, a stored copy's date line); returns
 * where the text begins. */
uint32_t read_front(struct reader *r);

/* White space off both ends, by Unicode, and invisible signs with it. */
struct span trim_span(struct str text, struct span range);

/* Sets *FIELD to a copy of VALUE where it is empty and VALUE is not. White
 * space runs become one space. */
void set_field(struct arena *m, struct str *field, struct str value);

#endif
