/*
 * look.c - reading a few words around a place in any UTF-8: invisible signs are
 * passed over, NFD is composed, every kind of white space is one.
 */
#include "text/split.h"
#include <string.h>
#include <utf8proc.h>

bool sign_quotes(uint32_t c)
{
    return c == '"' || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) ||
           c == 0x2039 || c == 0x203a || c == 0x2033;
}

bool sign_closes(uint32_t c)
{
    if (c == 0x201e || c == 0x201a)
        return false;
    return c == ')' || c == ']' || c == '}' || c == '\'' || sign_quotes(c);
}

bool sign_opens(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == '\'' || c == '`' ||
           c == 0xbf || c == 0xa1 || sign_quotes(c);
}

bool sign_is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

bool sign_is_emoji(uint32_t c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) ||
           c == 0x200d || c == 0xfe0f || c == 0x2b50;
}

uint32_t look_next(const struct unit *u, uint32_t *p)
{
    while (*p < u->to) {
        unsigned n;
        uint32_t c = (unsigned char)u->at[*p];

        if (c < 0x80) {
            ++*p;
            return c ? c : 0xfffd;
        }
        c = utf8_next(u->at + *p, u->at + u->to, &n);
        *p += n;
        if (!code_is_invisible(c))
            return c;
    }
    return 0;
}

uint32_t look_back(const struct unit *u, uint32_t *p)
{
    while (*p > u->begin) {
        unsigned n;
        uint32_t c = (unsigned char)u->at[*p - 1];

        if (c < 0x80) {
            --*p;
            return c ? c : 0xfffd;
        }
        c = utf8_before(u->at + *p, u->at + u->begin, &n);
        *p -= n;
        if (!code_is_invisible(c))
            return c;
    }
    return 0;
}

static bool is_space(uint32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : code_is_space(c);
}

static bool is_word(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    return code_is_word(c);
}

static bool is_mark(uint32_t c)
{
    return c >= 0x300 && code_is_mark(c);
}

/* Composes what is NFD and writes the word as UTF-8. */
static void finish(struct look *w)
{
    bool marked = false;
    size_t n = 0;

    for (unsigned i = 0; i < w->n; i++)
        marked = marked || is_mark(w->code[i]);
    if (marked) {
        int32_t code[LOOK_CODES];
        utf8proc_ssize_t len = (utf8proc_ssize_t)w->n;

        memcpy(code, w->code, sizeof *code * w->n);
        len = utf8proc_normalize_utf32(code, len,
                                       UTF8PROC_COMPOSE | UTF8PROC_STABLE);
        w->n = len > 0 ? (unsigned)len : 0;
        memcpy(w->code, code, sizeof *code * w->n);
    }
    for (unsigned i = 0; i < w->n; i++)
        n += utf8_put(w->code[i], w->utf8 + n);
    w->s = (struct str){w->utf8, n};
}

static void reverse(struct look *w)
{
    for (unsigned i = 0; i < w->n / 2; i++) {
        uint32_t c = w->code[i];

        w->code[i] = w->code[w->n - 1 - i];
        w->code[w->n - 1 - i] = c;
    }
}

void look_left(const struct unit *u, uint32_t end, struct look *w)
{
    uint32_t p = end, c, skip = 0, base = 0;

    w->n = 0;
    w->to = end;
    w->stop = false;
    w->from = end;
    c = look_back(u, &p);
    if (c && !is_word(c))
        c = 0;
    while (c && !is_space(c) && base < LOOK && w->n < LOOK_CODES) {
        base += !is_mark(c);
        w->code[w->n++] = c;
        w->from = p;
        c = look_back(u, &p);
    }
    reverse(w);
    while (skip < w->n && !is_word(w->code[skip]))
        skip++;
    w->n -= skip;
    memmove(w->code, w->code + skip, sizeof *w->code * w->n);
    finish(w);
}

void look_before(const struct unit *u, uint32_t from, struct look *w)
{
    uint32_t p = from, end = from, c;

    do {
        end = p;
        c = look_back(u, &p);
    } while (c && is_space(c));
    if (c == '.') {
        look_left(u, p, w);
        w->stop = true;
        return;
    }
    look_left(u, end, w);
}

static void read_word(const struct unit *u, uint32_t p, struct look *w)
{
    uint32_t at = p, c = look_next(u, &p), base = 0;

    w->n = 0;
    w->from = at;
    w->to = at;
    while (c && is_word(c) && w->n < LOOK_CODES) {
        base += !is_mark(c);
        if (base > LOOK)
            break;
        w->code[w->n++] = c;
        w->to = p;
        c = look_next(u, &p);
    }
    w->stop = c == '.';
    finish(w);
}

/* "iPhone", "eBay": small first, a capital later. */
static bool is_mixed(const struct look *w)
{
    for (unsigned i = 1; i < w->n; i++)
        if (code_is_upper(w->code[i]))
            return true;
    return false;
}

static enum right_kind kind_of(const struct right *r)
{
    uint32_t c = r->word.n ? r->word.code[0] : r->sign;

    if (!c)
        return RIGHT_NONE;
    if (code_is_digit(c))
        return RIGHT_DIGIT;
    if (r->item)
        return RIGHT_OTHER;
    if (code_is_lower(c))
        return is_mixed(&r->word) ? RIGHT_UPPER : RIGHT_LOWER;
    return code_is_letter(c) ? RIGHT_UPPER : RIGHT_OTHER;
}

void look_right(const struct unit *u, uint32_t p, struct right *r)
{
    uint32_t at = p, q, c = look_next(u, &p);

    memset(r, 0, sizeof *r);
    while (c && is_space(c)) {
        r->space = true;
        at = p;
        c = look_next(u, &p);
    }
    r->at = at;
    for (unsigned i = 0; i < 8; i++) {
        q = p;
        if (sign_is_dash(c) && !r->quote && !r->bracket)
            r->dash = true;
        else if (sign_opens(c) || c == 0xa0)
            *(sign_quotes(c) || c == '\'' || c == '`' ? &r->quote
                                                      : &r->bracket) = true;
        else if (!(is_space(c) && i))
            break;
        at = q;
        c = look_next(u, &p);
    }
    r->sign = c;
    read_word(u, at, &r->word);
    q = r->word.to;
    r->item = r->word.n == 1 && look_next(u, &q) == ')' &&
              look_next(u, &q) == ' ';
    r->kind = kind_of(r);
    q = r->word.to;
    r->label = r->kind == RIGHT_UPPER && look_next(u, &q) == ':';
}

/* Is the word W of a byline an agency, a sign like "mka", or a month? */
static bool byline_word(const struct unit *u, const struct look *w, bool first)
{
    bool lower = true, upper = true;

    if (lang_find_folded(u->l, LANG_agencies, w->s) ||
        lang_find_folded(u->l, LANG_months, w->s))
        return true;
    for (unsigned i = 0; i < w->n; i++) {
        lower = lower && code_is_lower(w->code[i]);
        upper = upper && code_is_upper(w->code[i]);
    }
    if (first)
        return (lower && w->n <= 4) || (upper && w->n > 1 && w->n <= 8);
    return upper && w->n > 1 && w->n <= 8;
}

/*
 * A byline is short and holds an agency or a sign, or anything with a date of
 * four year digits at its end: "(Max Muster, 3.5.2016)".
 */
uint32_t look_byline(const struct unit *u, uint32_t open)
{
    uint32_t p = open + 1, at = p, c = 0, before, tail = 0;
    bool words = true, first = true, date = false;

    for (unsigned i = 0; i < 80; i += c < 0x80 || !code_is_mark(c)) {
        at = p;
        before = c;
        c = look_next(u, &p);
        if (!c || c == '(' || c == '!' || c == '?')
            return 0;
        if (c == ')')
            return !first && (words || (date && tail == 4)) ? p : 0;
        if (code_is_digit(c)) {
            if (!tail++)
                date = before == '.' || before == ' ';
            continue;
        }
        tail = 0;
        if (code_is_letter(c)) {
            struct look w;

            read_word(u, at, &w);
            words = words && byline_word(u, &w, first);
            first = false;
            p = w.to;
            i += w.n;
        }
    }
    return 0;
}
