/*
 * dates.c - the date in a line, a tag or a table, in the forms that German
 * pages use. Searches by its digits: most lines have none.
 */
#include "intake/parts.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2099

struct scan {
    const struct lang *l;
    struct str s;
    size_t at;
};

static char at(const struct scan *c, size_t i)
{
    return i < c->s.len ? c->s.at[i] : '\0';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A number of up to four digits at C->at, and how many it has (5: too many). */
static unsigned number(struct scan *c, unsigned *digits)
{
    unsigned n = 0;

    *digits = 0;
    while (digit(at(c, c->at)) && *digits < 5) {
        n = n * 10 + (unsigned)(at(c, c->at) - '0');
        ++*digits;
        c->at++;
    }
    return n;
}

static void skip_blanks(struct scan *c)
{
    while (c->at < c->s.len) {
        unsigned len;

        if (!code_is_space(utf8_next(c->s.at + c->at, c->s.at + c->s.len,
                                     &len)))
            break;
        c->at += len;
    }
}

static struct date made(unsigned year, unsigned month, unsigned day)
{
    struct date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
    struct date none = {0, 0, 0};

    if (year < YEAR_MIN || year > YEAR_MAX || month > 12 || day > 31)
        return none;
    return date_valid(d) ? d : none;
}

/* The month whose name stands at C->at, and steps over it and its stop. */
static unsigned month_name(struct scan *c)
{
    struct str rest = str_cut(c->s, c->at, c->s.len);
    const struct entry *e;
    size_t n = 0;

    while (n < rest.len) {
        unsigned len;

        if (!code_is_letter(utf8_next(rest.at + n, rest.at + rest.len, &len)))
            break;
        n += len;
    }
    if (!c->l || n < 3 || n > 15)
        return 0;
    e = lang_find_folded(c->l, LANG_months, str_cut(rest, 0, n));
    if (!e)
        return 0;
    c->at += n + (at(c, c->at + n) == '.');
    return (unsigned)e->number;
}

/* A year of four digits, or of two where SHORT; 0: none. */
static unsigned year(struct scan *c, bool two)
{
    unsigned digits, n = number(c, &digits);

    if (digits == 4)
        return n;
    if (digits == 2 && two && at(c, c->at) != '.')
        return n < 70 ? 2000 + n : 1900 + n;
    return 0;
}

/* 2025-08-15, 2025/08/15, 2025.08.15 after the year. */
static struct date year_first(struct scan *c, unsigned y)
{
    char sign = at(c, c->at);
    unsigned digits, month, day;

    if ((sign != '-' && sign != '/' && sign != '.') ||
        !digit(at(c, c->at + 1)))
        return made(0, 0, 0);
    c->at++;
    month = number(c, &digits);
    if (digits > 2 || at(c, c->at) != sign)
        return made(0, 0, 0);
    c->at++;
    day = number(c, &digits);
    return digits && digits <= 2 ? made(y, month, day) : made(0, 0, 0);
}

/* 15.8.2025, 15. 8. 2025, 15.8.25, 15/08/2025, 15-08-2025 after the day. */
static struct date numbers(struct scan *c, unsigned day)
{
    char sign = at(c, c->at);
    unsigned digits, month;

    if (sign != '.' && sign != '/' && sign != '-')
        return made(0, 0, 0);
    c->at++;
    if (sign == '.')
        skip_blanks(c);
    month = number(c, &digits);
    if (!digits || digits > 2 || at(c, c->at) != sign)
        return made(0, 0, 0);
    c->at++;
    if (sign == '.')
        skip_blanks(c);
    return made(year(c, sign != '-'), month, day);
}

/* 15. August 2025, 15 Aug. 2025, 15. Jänner, 2025 after the day. */
static struct date named(struct scan *c, unsigned day)
{
    unsigned month;

    if (at(c, c->at) == '.')
        c->at++;
    if (at(c, c->at) == '-')
        c->at++;
    skip_blanks(c);
    month = month_name(c);
    if (!month)
        return made(0, 0, 0);
    if (at(c, c->at) == ',' || at(c, c->at) == '-')
        c->at++;
    skip_blanks(c);
    return made(year(c, false), month, day);
}

/* The sign before the digits at I: part of a longer number or word? Pages run
 * a name into the day: "Eva Kern3.11.2023". */
static bool inside(const struct scan *c, size_t i)
{
    char before = i ? at(c, i - 1) : ' ';
    bool stop = at(c, i + 1) == '.' || at(c, i + 2) == '.';

    return digit(before) ||
           (!stop && ((before | 32) >= 'a' && (before | 32) <= 'z')) ||
           ((before == '.' || before == ',') && i > 1 &&
            digit(at(c, i - 2)));
}

/* A date that begins with the digits at C->at. */
static struct date digits_first(struct scan *c)
{
    unsigned digits, n = number(c, &digits);
    size_t back = c->at;
    struct date d;

    if (digits == 4)
        return year_first(c, n);
    if (digits > 2)
        return made(0, 0, 0);
    d = numbers(c, n);
    if (!d.year) {
        c->at = back;
        d = named(c, n);
    }
    return digit(at(c, c->at)) ? made(0, 0, 0) : d;
}

/* August 15, 2025: the month stands before the day at C->at. */
static struct date month_first(struct scan *c, size_t digits_at)
{
    unsigned digits, day, month;
    size_t i = digits_at;

    while (i && at(c, i - 1) == ' ')
        i--;
    if (i && at(c, i - 1) == '.')
        i--;
    while (i && ((at(c, i - 1) | 32) >= 'a' && (at(c, i - 1) | 32) <= 'z'))
        i--;
    c->at = i;
    month = i < digits_at ? month_name(c) : 0;
    c->at = digits_at;
    day = number(c, &digits);
    if (!month || digits > 2 || at(c, c->at) != ',')
        return made(0, 0, 0);
    c->at++;
    skip_blanks(c);
    return made(year(c, false), month, day);
}

/* All of S is a month ("2018-03") or a day without signs ("20180315"). */
static struct date whole(struct str s)
{
    struct date d = {0, 0, 0};
    unsigned n = 0, digits = 0;

    s = str_trim(s);
    for (size_t i = 0; i < s.len && i < 8; i++) {
        if (s.len == 7 && i == 4 && s.at[i] == '-')
            continue;
        if (!digit(s.at[i]))
            return d;
        n = n * 10 + (unsigned)(s.at[i] - '0');
        digits++;
    }
    if (digits == 8 && (s.len == 8 || s.at[8] == 'T'))
        return made(n / 10000, n / 100 % 100, n % 100);
    if (digits == 6 && s.len == 7 && made(n / 100, n % 100, 1).year) {
        d = made(n / 100, n % 100, 1);
        d.day = 0;
    }
    return d;
}

struct date intake_date(const struct lang *l, struct str s, size_t *len)
{
    struct scan c = {l, s, 0};
    struct date d = whole(s);

    if (d.year) {
        if (len)
            *len = s.len;
        return d;
    }
    for (size_t i = 0; i < s.len; i++) {
        if (!digit(s.at[i]))
            continue;
        c.at = i;
        d = inside(&c, i) ? d : digits_first(&c);
        if (!d.year && !inside(&c, i))
            d = month_first(&c, i);
        if (d.year) {
            if (len)
                *len = c.at;
            return d;
        }
        while (i + 1 < s.len && digit(s.at[i + 1]))
            i++;
    }
    if (len)
        *len = 0;
    return d;
}
