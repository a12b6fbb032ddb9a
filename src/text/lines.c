/*
 * lines.c - are the lines of a paragraph joined, or does one stand alone? Hard
 * wrapping leaves a trace: the first word of a line would not have fitted on the
 * line before. Headlines, verses and items of lists do not keep to that. Each
 * break is judged by the width of its own paragraph.
 */
#include "text/split.h"
#include <string.h>

/* Nothing narrower is wrapped text, nothing wider is wrapped by hand. */
#define NARROWEST 40
#define WIDEST 250

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || code_is_space(c);
}

struct line line_read(struct str text, uint32_t from, uint32_t to)
{
    const char *end = memchr(text.at + from, '\n', to - from);
    struct line line = {.from = from, .to = to, .next = to};
    unsigned n;

    if (end) {
        line.to = (uint32_t)(end - text.at);
        line.next = line.to + 1;
    }
    while (line.from < line.to &&
           is_blank(utf8_next(text.at + line.from, text.at + line.to, &n)))
        line.from += n;
    while (line.to > line.from &&
           is_blank(utf8_before(text.at + line.to, text.at + line.from, &n)))
        line.to -= n;
    return line;
}

/* Signs that take up room: no combining marks (U+0300 to 036F), no soft
 * hyphens, so that NFD is as wide as NFC. */
static uint32_t width(struct str text, uint32_t from, uint32_t to)
{
    const unsigned char *s = (const unsigned char *)text.at;
    uint32_t n = 0;

    for (uint32_t i = from; i < to; i++) {
        n += (s[i] & 0xc0) != 0x80;
        if (s[i] < 0xc2 || s[i] > 0xcd || i + 1 == to)
            continue;
        n -= s[i] == 0xcc || (s[i] == 0xcd && s[i + 1] < 0xb0) ||
             (s[i] == 0xc2 && s[i + 1] == 0xad);
    }
    return n;
}

/* The end of the first word of a line. */
static uint32_t word_end(struct str text, const struct line *line)
{
    uint32_t p = line->from;

    while (p < line->to && text.at[p] != ' ' && text.at[p] != '\t')
        p++;
    return p;
}

uint32_t line_width(struct str text, const struct line *line)
{
    /* A single long word says nothing about the width of the paragraph. */
    if (word_end(text, line) == line->to)
        return 0;
    return width(text, line->from, line->to);
}

enum marker { MARKER_NONE, MARKER_BULLET, MARKER_DASH, MARKER_NUMBER };

/* "• ", "* "; "- ", "– "; "1. ", "2) ", "a) ". */
static enum marker marker_of(struct str text, const struct line *line)
{
    uint32_t p = line->from, digits = 0;
    unsigned n;
    uint32_t c;

    if (p >= line->to)
        return MARKER_NONE;
    c = utf8_next(text.at + p, text.at + line->to, &n);
    if (p + n >= line->to || text.at[p + n] == ' ' || text.at[p + n] == '\t') {
        if (c == 0x2022 || c == '*' || c == 0xb7 || c == 0x25aa ||
            c == 0x25cf || c == 0x2023)
            return MARKER_BULLET;
        return sign_is_dash(c) ? MARKER_DASH : MARKER_NONE;
    }
    for (; p < line->to && text.at[p] >= '0' && text.at[p] <= '9'; p++)
        digits++;
    if (!digits && c >= 'a' && c <= 'z' && p + 1 < line->to &&
        text.at[p + 1] == ')')
        return MARKER_NUMBER;
    if (digits && digits < 4 && p + 1 < line->to &&
        (text.at[p] == '.' || text.at[p] == ')') && text.at[p + 1] == ' ')
        return MARKER_NUMBER;
    return MARKER_NONE;
}

/* Does the line end as a sentence or before a list does? */
static bool is_finished(struct str text, const struct line *line)
{
    uint32_t p = line->to, c = 0;
    unsigned n;

    while (p > line->from) {
        c = utf8_before(text.at + p, text.at + line->from, &n);
        if (!sign_closes(c))
            break;
        p -= n;
    }
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':' ||
           c == ';';
}

static bool starts_lower(struct str text, const struct line *line)
{
    unsigned n;

    return line->from < line->to &&
           code_is_lower(utf8_next(text.at + line->from, text.at + line->to,
                                   &n));
}

bool line_joins(struct str text, const struct line *first,
                const struct line *above, const struct line *line,
                uint32_t widest)
{
    enum marker m = marker_of(text, line);
    uint32_t above_width, word;

    if (m == MARKER_BULLET || widest < NARROWEST)
        return false;
    if (m != MARKER_NONE &&
        (is_finished(text, above) || marker_of(text, first) == m))
        return false;
    above_width = width(text, above->from, above->to);
    word = width(text, line->from, word_end(text, line));
    if (widest <= WIDEST && above_width + 1 + word > widest)
        return true;
    return m == MARKER_NONE && !is_finished(text, above) &&
           starts_lower(text, line) && above_width * 2 >= widest;
}
