/*
 * intake.h - the door of reading: files and bytes become one article in blocks,
 * with its markup's metadata and the way back to every byte.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include "lang/lang.h"
#include "model/model.h"

/* Whom to tell. NAME is the file as the caller gave it. */
struct tell {
    const struct kernsatz_listener *listener;
    const char *name;
    bool found; /* in a folder, not named by the caller */
};

/* Tells the listener, if there is one. */
void intake_tell(const struct tell *tell, enum kernsatz_code code,
                 const char *text, uint64_t number);

/*
 * Reads BYTES (kept, not copied) into A: bytes, media, encoding, raw,
 * raw_origin, block, element, markup. What is odd is told; what is no article
 * gives KERNSATZ_BAD_INPUT and the reason in *SKIP (told by the caller).
 */
enum kernsatz_status intake_article(struct article *a, struct str bytes,
                                    const struct lang *l,
                                    const struct tell *tell,
                                    enum kernsatz_code *skip);

/*
 * Decodes BYTES to UTF-8 (byte order mark, UTF-8, UTF-16, else Windows-1252;
 * DECLARED, lower case or empty, may say ISO-8859-15), with the way back.
 */
struct str intake_decode(struct arena *m, struct str bytes,
                         struct str declared, const struct tell *tell,
                         const char **encoding, struct origin *origin);

/* A table of metadata: rows by file name. */
struct meta_table {
    struct str *file;
    struct meta *meta;
    uint32_t n;
};

/* Reads a CSV or TSV table. LINE: where it is damaged. */
enum kernsatz_status intake_meta_table(struct arena *m, struct str bytes,
                                       const struct tell *tell,
                                       struct meta_table *table);

/* Reads the metadata in the JSON object BYTES, which stands beside an article;
 * fields that META has stay. False: no JSON. */
bool intake_sidecar(struct arena *m, struct str bytes, const struct lang *l,
                    struct meta *meta);

/* What a line of JSON Lines says before it is read as an article. */
struct record {
    struct str id;    /* may be empty */
    struct str group; /* the field GROUP_BY, where there is one */
};

/* Looks at LINE. NULL, or what is wrong with it. */
const char *intake_record(struct arena *m, struct str line,
                          const char *group_by, struct record *record);

/* The first date in S, in any form that German pages use; year 0: none, day 0:
 * all of S is a month ("2018-03"). LEN (may be NULL): bytes of S up to the end
 * of the date. L may be NULL: dates in figures only. */
struct date intake_date(const struct lang *l, struct str s, size_t *len);

/* See kernsatz_guard_memory(). */
void intake_guard_memory(void);

#endif
