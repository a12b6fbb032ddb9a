/*
 * format.h - the door of the forms in which things go out: briefs as text,
 * Markdown, JSON Lines and XLIFF; listings of split, clean and pick.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "model/model.h"

/* Appends B in FORMAT to OUT. */
void format_brief(struct buf *out, const struct brief *b,
                  enum kernsatz_format format);

/* Appends the cleaned article; REMOVED: and what was taken away. FILE is the
 * name as given. */
void format_clean(struct buf *out, const struct article *a, struct str file,
                  enum kernsatz_format format, bool removed);

/* Appends the JSON Lines record of a skipped file. */
void format_clean_skipped(struct buf *out, struct str file, struct str reason);

/* Appends the chosen (ALL: all) sentences of article N of S. */
void format_pick(struct buf *out, const struct story *s, uint32_t n,
                 struct str file, enum kernsatz_format format, bool all);

/* Appends one sentence of a text; OFFSETS: START TAB LENGTH TAB before it. */
void format_cut(struct buf *out, struct str sentence, struct span file,
                bool offsets);

/* The short English name of a reason for removal or skipping. */
const char *format_removal(enum removal r);
const char *format_reason(enum kernsatz_code code);

#endif
