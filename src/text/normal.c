/*
 * normal.c - the verbatim form of a stretch of text, with the way back.
 *
 * Nearly all text needs nothing done: letters of Western Europe, single blanks,
 * German quotation marks. So the text is cut into runs that are copied as they
 * are, and single signs that need a look: white space, signs that are dropped,
 * and everything that could compose with its neighbours (UAX #15).
 */
#include "text/text.h"
#include <string.h>
#include <utf8proc.h>

/* A letter and its marks are composed together; longer piles of marks are cut
 * as in the Stream-Safe Text Format (UAX #15, section 13). */
#define MARKS_MAX 30

enum look { PLAIN, BLANK, LOOK };

/* What must be looked at: control signs, C2 (U+0080 to U+00BF), and all leads
 * from CC (U+0300) on. */
static enum look look_of(unsigned char c)
{
    if (c > ' ')
        return c == 0x7f || c == 0xc2 || c >= 0xcc ? LOOK : PLAIN;
    return c == ' ' ? BLANK : LOOK;
}

struct normal {
    struct buf *b;
    struct origin *to;
    const struct origin *of;
    struct str text;
    uint32_t end;
};

static void copy(struct normal *n, uint32_t from, uint32_t to)
{
    if (from >= to)
        return;
    buf_add(n->b, str_cut(n->text, from, to));
    origin_copy(n->b->arena, n->to, n->of, (struct span){from, to});
}

/* Adds OUT, which stands for FROM to TO of the text as one whole. */
static void replace(struct normal *n, struct str out, uint32_t from,
                    uint32_t to)
{
    struct span file = origin_file(n->of, (struct span){from, to});

    buf_add(n->b, out);
    origin_add(n->b->arena, n->to, (uint32_t)out.len, file.from,
               file.to - file.from);
}

static uint32_t sign_at(const struct normal *n, uint32_t at, unsigned *len)
{
    return utf8_next(n->text.at + at, n->text.at + n->end, len);
}

/* General punctuation and currency that neither composes nor is a blank. */
static bool plain_e2(const unsigned char *s, size_t left)
{
    if (left < 3)
        return false;
    if (s[1] == 0x82)
        return s[2] != 0x90 && s[2] < 0xc0; /* U+2080 to 20BF */
    return s[1] == 0x80 && s[2] > 0x8f && s[2] != 0xa8 && s[2] != 0xa9 &&
           s[2] != 0xaf && !(s[2] >= 0xaa && s[2] <= 0xae);
}

/* The bytes of W that are zero, as 0x80 each. */
static uint64_t zeros(uint64_t w)
{
    const uint64_t low = 0x7f7f7f7f7f7f7f7fu;

    return ~(((w & low) + low) | w) & ~low;
}

/*
 * How many of the eight bytes at S can be copied without a look: ASCII that can
 * be seen, and blanks between two such bytes. A blank at the end waits for the
 * byte behind it.
 */
static unsigned eight(const unsigned char *s)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t w, blanks;

    memcpy(&w, s, 8);
    blanks = zeros(w ^ ones * ' ');
    if (w & ones * 0x80 || zeros(w & ones * 0x60) || zeros(w ^ ones * 0x7f) ||
        blanks & blanks << 8)
        return 0;
    return s[7] == ' ' ? 7 : 8;
}

/* The end of what can be copied as it is. */
static uint32_t run_end(const struct normal *n, uint32_t at)
{
    const unsigned char *s = (const unsigned char *)n->text.at;

    while (at < n->end) {
        unsigned many = n->end - at >= 8 ? eight(s + at) : 0;
        enum look look = look_of(s[at]);

        if (many) {
            at += many;
        } else if (look == PLAIN) {
            at++;
        } else if (look == BLANK) {
            if (at + 1 < n->end && (s[at + 1] <= ' ' || s[at + 1] >= 0x7f) &&
                s[at + 1] != 0xc3 &&
                !(s[at + 1] == 0xe2 && plain_e2(s + at + 1, n->end - at - 1)))
                break; /* perhaps a longer run of blanks */
            at++;
        } else {
            if (s[at] != 0xe2 || !plain_e2(s + at, n->end - at))
                break;
            at += 3;
        }
    }
    return at;
}

static bool dropped(uint32_t c)
{
    return code_is_invisible(c) || !code_is_xml(c);
}

/* A run of white space, and what is dropped inside it, becomes one space. */
static uint32_t blanks(struct normal *n, uint32_t from)
{
    uint32_t at = from, to = from;

    while (at < n->end) {
        unsigned len;
        uint32_t c = sign_at(n, at, &len);

        if (!code_is_space(c) && !dropped(c))
            break;
        at += len;
        if (code_is_space(c))
            to = at;
    }
    replace(n, STR(" "), from, to);
    return at;
}

/* True for what never composes with a sign before it. */
static bool begins(uint32_t c)
{
    const utf8proc_property_t *p;

    if (c < 0x300)
        return true;
    if (c >= 0x1100 && c <= 0x11ff) /* Hangul: vowels and finals join */
        return false;
    p = utf8proc_get_property((utf8proc_int32_t)c);
    return !p->combining_class && !code_is_mark(c);
}

/* The letter at FROM with its marks, composed. */
static uint32_t compose(struct normal *n, uint32_t from)
{
    utf8proc_int32_t sign[8 * (MARKS_MAX + 2)];
    const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)n->text.at + from;
    utf8proc_ssize_t many, bytes;
    uint32_t at = from, marks = 0;
    struct str out;

    while (at < n->end && marks <= MARKS_MAX) {
        unsigned len;
        uint32_t c = sign_at(n, at, &len);

        if (marks && (begins(c) || dropped(c) || code_is_space(c)))
            break;
        at += len;
        marks++;
    }
    many = utf8proc_decompose(s, (utf8proc_ssize_t)(at - from), sign,
                              8 * (MARKS_MAX + 1),
                              UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (many <= 0 || many > 8 * (MARKS_MAX + 1)) {
        copy(n, from, at);
        return at;
    }
    bytes = utf8proc_reencode(sign, many, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    out = (struct str){(const char *)sign, bytes < 0 ? 0 : (size_t)bytes};
    if (str_same(out, str_cut(n->text, from, at)))
        copy(n, from, at);
    else if (out.len)
        replace(n, out, from, at);
    return at;
}

/* The sign at AT, which no run could take. */
static uint32_t one(struct normal *n, uint32_t at)
{
    unsigned len;
    uint32_t c = sign_at(n, at, &len);

    if (code_is_space(c))
        return blanks(n, at);
    if (dropped(c))
        return at + len;
    return compose(n, at);
}

/* Does what stands at AT join the sign before it? */
static bool joins(const struct normal *n, uint32_t at)
{
    unsigned len;
    uint32_t c;

    if (at >= n->end || (unsigned char)n->text.at[at] < 0xcc)
        return false;
    c = sign_at(n, at, &len);
    return !begins(c) && !dropped(c);
}

void text_normal(struct buf *b, struct origin *to, struct str text,
                 struct span range, const struct origin *of)
{
    struct normal n = {b, to, of, text, range.to};
    uint32_t at = range.from;

    if (n.end > text.len)
        n.end = (uint32_t)text.len;
    while (at < n.end) {
        uint32_t stop = run_end(&n, at);

        if (stop > at && joins(&n, stop)) {
            unsigned len;
            uint32_t last;

            utf8_before(text.at + stop, text.at + at, &len);
            last = stop - len;
            copy(&n, at, last);
            at = compose(&n, last);
            continue;
        }
        copy(&n, at, stop);
        at = stop < n.end ? one(&n, stop) : stop;
    }
}
