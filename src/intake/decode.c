/*
 * decode.c - bytes to UTF-8, with the way back to every byte.
 *
 * A byte order mark decides; then valid UTF-8 is UTF-8; what is mostly UTF-8
 * stays it, with U+FFFD for bytes that fit nowhere; everything else is
 * Windows-1252, which pages mean even where they say ISO-8859-1. On 807 German
 * pages this rule covers every one.
 */
#include "intake/parts.h"
#include <string.h>

/* Windows-1252, 0x80 to 0x9F; 0: no sign. */
static const uint16_t windows[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

struct decoder {
    struct arena *m;
    struct str bytes;
    struct buf out;
    struct origin *origin;
    uint64_t invalid;
};

static const unsigned char *raw(const struct decoder *d)
{
    return (const unsigned char *)d->bytes.at;
}

static void put(struct decoder *d, uint32_t c, size_t at, size_t len)
{
    size_t before = d->out.len;

    buf_code(&d->out, c);
    origin_add(d->m, d->origin, (uint32_t)(d->out.len - before), (uint32_t)at,
               (uint32_t)len);
}

static void put_bytes(struct decoder *d, size_t from, size_t to)
{
    if (from >= to)
        return;
    buf_add(&d->out, str_cut(d->bytes, from, to));
    origin_add(d->m, d->origin, (uint32_t)(to - from), (uint32_t)from,
               (uint32_t)(to - from));
}

/* ---- one byte a sign ------------------------------------------------ */

static uint32_t latin9(unsigned char c)
{
    switch (c) {
    case 0xa4: return 0x20ac;
    case 0xa6: return 0x160;
    case 0xa8: return 0x161;
    case 0xb4: return 0x17d;
    case 0xb8: return 0x17e;
    case 0xbc: return 0x152;
    case 0xbd: return 0x153;
    case 0xbe: return 0x178;
    default: return c;
    }
}

static void single_bytes(struct decoder *d, bool nine)
{
    size_t i = 0, n = d->bytes.len;

    while (i < n) {
        size_t from = i;
        uint32_t c;

        while (i < n && raw(d)[i] < 0x80)
            i++;
        put_bytes(d, from, i);
        if (i == n)
            break;
        c = raw(d)[i];
        if (c < 0xa0)
            c = windows[c - 0x80];
        else if (nine)
            c = latin9((unsigned char)c);
        d->invalid += !c;
        put(d, c ? c : 0xfffd, i, 1);
        i++;
    }
}

/* ---- UTF-16 --------------------------------------------------------- */

static uint32_t unit_at(const struct decoder *d, size_t i, bool big)
{
    const unsigned char *s = raw(d) + i;

    return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

/* ASCII from I on, as one piece of two bytes a byte; returns its end. */
static size_t utf16_ascii(struct decoder *d, size_t i, bool big)
{
    size_t from = i;

    for (; i + 1 < d->bytes.len; i += 2) {
        uint32_t c = unit_at(d, i, big);

        if (c >= 0x80)
            break;
        buf_byte(&d->out, (char)c);
    }
    origin_add(d->m, d->origin, (uint32_t)(i - from) / 2, (uint32_t)from,
               (uint32_t)(i - from));
    return i;
}

static void utf16(struct decoder *d, size_t i, bool big)
{
    size_t n = d->bytes.len;

    while ((i = utf16_ascii(d, i, big)) + 1 < n) {
        uint32_t c = unit_at(d, i, big);
        uint32_t low = i + 3 < n ? unit_at(d, i + 2, big) : 0;

        if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
            put(d, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00), i, 4);
            i += 4;
            continue;
        }
        if (c >= 0xd800 && c < 0xe000) {
            d->invalid++;
            c = 0xfffd;
        }
        put(d, c, i, 2);
        i += 2;
    }
    if (i < n) {
        d->invalid++;
        put(d, 0xfffd, i, 1);
    }
}

/* Without a mark: Western text in UTF-16 has a zero in every other byte. */
static bool utf16_unmarked(struct str s, bool *big)
{
    size_t n = s.len < 4096 ? s.len & ~(size_t)1 : 4096, zero[2] = {0, 0};

    for (size_t i = 0; i < n; i++)
        zero[i & 1] += !s.at[i];
    *big = zero[0] > zero[1];
    return n >= 8 && zero[!*big] * 10 > n / 2 * 7 &&
           zero[*big] * 20 < n / 2;
}

/* ---- UTF-8 ---------------------------------------------------------- */

struct tally {
    uint64_t good, bad; /* signs of several bytes; bytes that fit nowhere */
    bool cut;           /* the last sign is cut off */
};

static struct tally tally(struct str s)
{
    struct tally t = {0, 0, false};
    const char *p = s.at, *end = s.at + s.len;

    while (p < end) {
        unsigned n;

        if ((unsigned char)*p < 0x80) {
            p++;
            continue;
        }
        if (utf8_next(p, end, &n) == 0xfffd && n == 1)
            t.bad++;
        else
            t.good++;
        p += n;
    }
    t.cut = t.bad && t.bad <= 3 && utf8_invalid_at(s) + t.bad == s.len &&
            (unsigned char)s.at[s.len - t.bad] >= 0xc2;
    return t;
}

static void utf8_mended(struct decoder *d, size_t i)
{
    const char *end = d->bytes.at + d->bytes.len;

    while (i < d->bytes.len) {
        struct str rest = str_cut(d->bytes, i, d->bytes.len);
        size_t stop = i + utf8_invalid_at(rest);
        unsigned n;

        put_bytes(d, i, stop);
        if (stop == d->bytes.len)
            break;
        utf8_next(d->bytes.at + stop, end, &n);
        d->invalid++;
        put(d, 0xfffd, stop, 1);
        i = stop + 1;
    }
}

static struct str utf8_whole(struct arena *m, struct str bytes, size_t from,
                             struct origin *origin)
{
    struct str text = str_cut(bytes, from, bytes.len);

    origin_add(m, origin, (uint32_t)text.len, (uint32_t)from,
               (uint32_t)text.len);
    return text;
}

/* ---- which ---------------------------------------------------------- */

static const char *choose(struct decoder *d, struct str declared)
{
    bool big = false;
    struct str s = d->bytes;
    struct tally t;

    if (str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff"))) {
        big = s.at[0] == '\xfe';
        utf16(d, 2, big);
        return big ? "UTF-16BE" : "UTF-16LE";
    }
    if (utf16_unmarked(s, &big)) {
        utf16(d, 0, big);
        return big ? "UTF-16BE" : "UTF-16LE";
    }
    t = tally(s);
    if (str_starts(s, STR("\xef\xbb\xbf"))) {
        utf8_mended(d, 3);
        return "UTF-8";
    }
    if (t.good >= t.bad || (t.cut && t.good)) {
        utf8_mended(d, 0);
        return "UTF-8";
    }
    if (str_same(declared, STR("iso-8859-15")) ||
        str_same(declared, STR("latin-9")) ||
        str_same(declared, STR("latin9"))) {
        single_bytes(d, true);
        return "ISO-8859-15";
    }
    single_bytes(d, false);
    return "windows-1252";
}

struct str intake_decode(struct arena *m, struct str bytes,
                         struct str declared, const struct tell *tell,
                         const char **encoding, struct origin *origin)
{
    struct decoder d = {m, bytes, buf_new(m), origin, 0};
    size_t mark = str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;
    struct str text;
    bool big;

    if (!utf16_unmarked(bytes, &big) && utf8_valid(bytes)) {
        *encoding = "UTF-8";
        text = utf8_whole(m, bytes, mark, origin);
    } else {
        *encoding = choose(&d, declared);
        text = buf_str(&d.out);
    }
    if ((*encoding)[0] != 'U')
        intake_tell(tell, KERNSATZ_REMARK_NOT_UTF8, *encoding, 0);
    if (d.invalid)
        intake_tell(tell, KERNSATZ_REMARK_INVALID_BYTES, NULL, d.invalid);
    return decode_repair(m, text, tell, origin);
}
