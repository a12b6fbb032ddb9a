/*
 * plain.c - plain text: every line that is not blank is a block of its own.
 * Whether lines belong to one paragraph is for cleaning to say, which knows the
 * language; here it is only noted where an empty line stood before.
 */
#include "intake/parts.h"

uint32_t line_end(struct str s, uint32_t at, uint32_t *next)
{
    for (; at < s.len; at++) {
        unsigned char c = (unsigned char)s.at[at];

        if (c == '\n' || c == '\v' || c == '\f') {
            *next = at + 1;
            return at;
        }
        if (c == '\r') {
            *next = at + 1 + (at + 1 < s.len && s.at[at + 1] == '\n');
            return at;
        }
        if (c == 0xe2 && at + 2 < s.len && s.at[at + 1] == '\x80' &&
            (s.at[at + 2] == '\xa8' || s.at[at + 2] == '\xa9')) {
            *next = at + 3; /* U+2028, 2029 */
            return at;
        }
    }
    *next = at;
    return at;
}

/* The length of a bullet and the white space behind it; 0: none. */
static uint32_t bullet(struct str line)
{
    unsigned n, blank;
    uint32_t c = utf8_next(line.at, line.at + line.len, &n);

    switch (c) {
    case '-': case '*': case '+':
    case 0x2022: case 0x2023: case 0x25e6: case 0x25aa: case 0x25cf:
    case 0x25a0: case 0x2013: case 0xb7: case 0x25b8: case 0x25ba:
        break;
    default:
        return 0;
    }
    if (n >= line.len)
        return 0;
    c = utf8_next(line.at + n, line.at + line.len, &blank);
    return code_is_space(c) ? n + blank : 0;
}

static void add_line(struct reader *r, struct span line, bool blank)
{
    struct str text = str_span(r->text, line);
    uint32_t mark = bullet(text);
    struct span inner = trim_span(
        r->text, (struct span){line.from + mark, line.to});
    struct block *b;

    if (mark && inner.from < inner.to) {
        b = add_block(r, inner, BLOCK_ITEM);
        b->level = 1;
    } else {
        b = add_block(r, line, BLOCK_PARAGRAPH);
    }
    if (blank)
        b->hints |= HINT_BLANK_BEFORE;
}

void read_plain(struct reader *r, uint32_t from)
{
    uint32_t at = from, end = (uint32_t)r->text.len;
    bool blank = true;

    r->a->raw = r->text;
    r->a->raw_origin = r->origin;
    while (at < end) {
        uint32_t next;
        struct span line = {at, line_end(r->text, at, &next)};

        line = trim_span(r->text, line);
        if (line.from < line.to)
            add_line(r, line, blank);
        blank = line.from >= line.to;
        at = next;
    }
}
