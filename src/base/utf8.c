/*
 * utf8.c - UTF-8 (RFC 3629) by hand where it is hot, Unicode's properties and
 * normal forms through utf8proc.
 */
#include "base/base.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t utf8_next(const char *p, const char *end, unsigned *len)
{
    const unsigned char *s = (const unsigned char *)p;
    size_t left = (size_t)(end - p);
    uint32_t c = s[0];

    *len = 1;
    if (c < 0x80)
        return c;
    if (c >= 0xc2 && c < 0xe0 && left > 1 && (s[1] & 0xc0) == 0x80) {
        *len = 2;
        return (c & 0x1f) << 6 | (s[1] & 0x3fu);
    }
    if (c >= 0xe0 && c < 0xf0 && left > 2 && (s[1] & 0xc0) == 0x80 &&
        (s[2] & 0xc0) == 0x80) {
        c = (c & 0xf) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
        if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) {
            *len = 3;
            return c;
        }
        return 0xfffd;
    }
    if (c >= 0xf0 && c < 0xf5 && left > 3 && (s[1] & 0xc0) == 0x80 &&
        (s[2] & 0xc0) == 0x80 && (s[3] & 0xc0) == 0x80) {
        c = (c & 7) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 |
            (s[3] & 0x3fu);
        if (c >= 0x10000 && c <= 0x10ffff) {
            *len = 4;
            return c;
        }
    }
    return 0xfffd;
}

uint32_t utf8_before(const char *p, const char *start, unsigned *len)
{
    const char *q = p - 1;
    unsigned n;
    uint32_t c;

    while (q > start && p - q < 4 && ((unsigned char)*q & 0xc0) == 0x80)
        q--;
    c = utf8_next(q, p, &n);
    if (q + n == p) {
        *len = n;
        return c;
    }
    *len = 1;
    return 0xfffd;
}

size_t utf8_invalid_at(struct str s)
{
    const char *p = s.at, *end = s.len ? s.at + s.len : p;
    uint64_t eight;
    unsigned n;

    while (p < end) {
        while (end - p >= 8) { /* ASCII, eight bytes a step */
            memcpy(&eight, p, 8);
            if (eight & 0x8080808080808080u)
                break;
            p += 8;
        }
        if (p == end)
            break;
        if (utf8_next(p, end, &n) == 0xfffd && n == 1)
            return (size_t)(p - s.at);
        p += n;
    }
    return s.len;
}

bool utf8_valid(struct str s)
{
    return utf8_invalid_at(s) == s.len;
}

unsigned utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

size_t utf8_count(struct str s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
    return n;
}

/* ---- properties -------------------------------------------------------- */

static utf8proc_category_t category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

bool code_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

bool code_is_upper(uint32_t c)
{
    utf8proc_category_t cat;

    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    cat = category(c);
    return cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LT;
}

bool code_is_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL;
}

bool code_is_letter(uint32_t c)
{
    utf8proc_category_t cat;

    if (c < 0x80)
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    cat = category(c);
    return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO;
}

bool code_is_digit(uint32_t c)
{
    if (c < 0x80)
        return c >= '0' && c <= '9';
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool code_is_mark(uint32_t c)
{
    utf8proc_category_t cat;

    if (c < 0x300)
        return false;
    cat = category(c);
    return cat >= UTF8PROC_CATEGORY_MN && cat <= UTF8PROC_CATEGORY_ME;
}

bool code_is_word(uint32_t c)
{
    return code_is_letter(c) || code_is_digit(c) || code_is_mark(c);
}

bool code_is_invisible(uint32_t c)
{
    return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

bool code_is_xml(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c < 0xd800 || (c > 0xdfff && c != 0xfffe && c != 0xffff &&
                          c <= 0x10ffff);
}

uint32_t code_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xc0 && c <= 0xde && c != 0xd7)
        return c + 32;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/* ---- normal forms ------------------------------------------------------ */

/* True where S is certainly NFC: nothing at or above U+0300 but general
 * punctuation and the signs of German typography. */
static bool surely_nfc(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];

        if (c >= 0xcc && c != 0xe2)
            return false;
    }
    return true;
}

struct str utf8_nfc(struct arena *arena, struct str s)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n;
    struct str copy;

    if (surely_nfc(s) || s.len > INT32_MAX)
        return s;
    n = utf8proc_map((const utf8proc_uint8_t *)s.at,
                     (utf8proc_ssize_t)s.len, &out,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n < 0 && n != UTF8PROC_ERROR_NOMEM)
        return s; /* not UTF-8: as it is */
    if (n < 0)
        arena_out(arena);
    arena_own(arena, out, free);
    copy = (struct str){(const char *)out, (size_t)n};
    return copy;
}

struct str utf8_lower(struct arena *arena, struct str s)
{
    struct str nfc = utf8_nfc(arena, s);
    struct buf b = {arena, NULL, 0, nfc.len};
    const char *end = nfc.len ? nfc.at + nfc.len : nfc.at;

    /* Few letters take more bytes in lower case. */
    b.at = arena_get(arena, nfc.len);

    for (const char *p = nfc.at; p < end;) {
        unsigned n;
        uint32_t c = utf8_next(p, end, &n);

        buf_code(&b, code_lower(c));
        p += n;
    }
    return buf_str(&b);
}

uint32_t utf8_words(struct str s)
{
    const char *end = s.len ? s.at + s.len : s.at;
    uint32_t words = 0;
    bool inside = false;

    for (const char *p = s.at; p < end;) {
        unsigned n;
        bool space = code_is_space(utf8_next(p, end, &n));

        words += !space && !inside;
        inside = !space;
        p += n;
    }
    return words;
}
