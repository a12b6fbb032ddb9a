/*
 * repair.c - text that was encoded twice: UTF-8 read as Windows-1252 and
 * encoded again ("FÃ¼r" for "Für"). Repaired where a text has three such places
 * or more; one or two may be meant.
 */
#include "intake/parts.h"
#include <string.h>

#define PLACES_MIN 3

/* The byte that Windows-1252 (or ISO-8859-1, for its gaps) has for C; 0:
 * none. */
static unsigned char byte_of(uint32_t c)
{
    static const struct {
        uint16_t sign;
        uint8_t byte;
    } high[] = {
        {0x20ac, 0x80}, {0x201a, 0x82}, {0x0192, 0x83}, {0x201e, 0x84},
        {0x2026, 0x85}, {0x2020, 0x86}, {0x2021, 0x87}, {0x02c6, 0x88},
        {0x2030, 0x89}, {0x0160, 0x8a}, {0x2039, 0x8b}, {0x0152, 0x8c},
        {0x017d, 0x8e}, {0x2018, 0x91}, {0x2019, 0x92}, {0x201c, 0x93},
        {0x201d, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97},
        {0x02dc, 0x98}, {0x2122, 0x99}, {0x0161, 0x9a}, {0x203a, 0x9b},
        {0x0153, 0x9c}, {0x017e, 0x9e}, {0x0178, 0x9f}};

    if (c >= 0x80 && c <= 0xff)
        return (unsigned char)c;
    for (size_t i = 0; i < sizeof high / sizeof high[0]; i++)
        if (high[i].sign == c)
            return high[i].byte;
    return 0;
}

/*
 * How many bytes of the text at P stand for one sign that was encoded twice; 0:
 * none. *OUT: the sign. Only the leads of what German text holds (C2 C3 E2 EF
 * F0): "Ö“" at the end of a quotation is D6 93 and meant.
 */
static size_t twice(const char *p, const char *end, uint32_t *out)
{
    char bytes[4];
    unsigned len, need, n;
    uint32_t c = utf8_next(p, end, &len);
    const char *q = p;

    if (c != 0xc2 && c != 0xc3 && c != 0xe2 && c != 0xef && c != 0xf0)
        return 0; /* all of them begin with the byte C3 */
    need = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    for (n = 0; n < need && q < end; n++) {
        unsigned char b = byte_of(utf8_next(q, end, &len));

        if (n && (b & 0xc0) != 0x80)
            return 0;
        bytes[n] = (char)b;
        q += len;
    }
    if (n < need)
        return 0;
    *out = utf8_next(bytes, bytes + need, &len);
    return len == need ? (size_t)(q - p) : 0;
}

/* The next place at or behind FROM; TEXT.len: none. */
static size_t next_place(struct str text, size_t from, size_t *len,
                         uint32_t *sign)
{
    const char *end = text.at + text.len, *p = text.at + from;

    while (p < end && (p = memchr(p, 0xc3, (size_t)(end - p)))) {
        *len = twice(p, end, sign);
        if (*len)
            return (size_t)(p - text.at);
        p++;
    }
    return text.len;
}

struct str decode_repair(struct arena *m, struct str text,
                         const struct tell *tell, struct origin *origin)
{
    struct origin was = *origin, now = {0};
    struct buf b;
    size_t len = 0, at = 0, places = 0;
    uint32_t sign = 0;

    if (!text.len)
        return text;
    for (size_t i = 0; (i = next_place(text, i, &len, &sign)) < text.len;
         i += len)
        places++;
    if (places < PLACES_MIN)
        return text;
    b = buf_new(m);
    while (at < text.len) {
        size_t stop = next_place(text, at, &len, &sign), before;
        struct span copied = {(uint32_t)at, (uint32_t)stop}, file;

        buf_add(&b, str_cut(text, at, stop));
        origin_copy(m, &now, &was, copied);
        if (stop == text.len)
            break;
        at = stop + len;
        file = origin_file(&was, (struct span){(uint32_t)stop, (uint32_t)at});
        before = b.len;
        buf_code(&b, sign);
        origin_add(m, &now, (uint32_t)(b.len - before), file.from,
                   file.to - file.from);
    }
    *origin = now;
    intake_tell(tell, KERNSATZ_REMARK_REPAIRED, NULL, places);
    return buf_str(&b);
}
