/*
 * shapes.c - how numbers are written: digits in groups, decimals, dates, clock
 * times, and number words.
 */
#include "text/reading.h"

struct digits {
    uint32_t to, n;
    double value;
};

static bool digit_at(struct str s, uint32_t at)
{
    return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

static bool sign_at(struct str s, uint32_t at, char c)
{
    return at < s.len && s.at[at] == c;
}

/* A run of digits; the value of more than eighteen is of no interest. */
static struct digits digits_at(struct str s, uint32_t at)
{
    struct digits d = {.to = at};

    for (; digit_at(s, d.to); d.to++, d.n++)
        d.value = d.value * 10 + (s.at[d.to] - '0');
    return d;
}

/* A sign between groups of three: full stop, blank (U+0020, 00A0, 202F, 2009)
 * or apostrophe; its length, else 0. */
static unsigned group_sign(struct str s, uint32_t at)
{
    unsigned n;
    uint32_t c;

    if (at >= s.len)
        return 0;
    c = utf8_next(s.at + at, s.at + s.len, &n);
    switch (c) {
    case '.': case ' ': case '\'': case 0xa0: case 0x202f: case 0x2009:
    case 0x2019:
        return n;
    default:
        return 0;
    }
}

/* Adds groups of exactly three digits behind *D, all with the same sign. */
static bool add_groups(struct str s, uint32_t at, struct digits *d)
{
    struct str sign = {NULL, 0};
    bool any = false;

    if (d->n > 3 || s.at[at] == '0')
        return false;
    for (;;) {
        unsigned n = group_sign(s, d->to);
        struct str here = str_cut(s, d->to, d->to + n);
        struct digits group;

        if (!n || (any && !str_same(here, sign)))
            return any;
        group = digits_at(s, d->to + n);
        if (group.n != 3)
            return any;
        d->value = d->value * 1000 + group.value;
        d->to = group.to;
        sign = here;
        any = true;
    }
}

static uint32_t skip_blank(struct str s, uint32_t at)
{
    unsigned n = group_sign(s, at);

    return n && s.at[at] != '.' && s.at[at] != '\'' ? at + n : at;
}

/* The month named at AT; 0: none. */
static int month_at(const struct lang *l, struct str s, uint32_t at,
                    uint32_t *to)
{
    const struct entry *e;
    unsigned n;

    *to = at;
    while (*to < s.len && *to - at < 16 &&
           code_is_letter(utf8_next(s.at + *to, s.at + s.len, &n)))
        *to += n;
    if (*to - at < 3 || s.at[at] >= 'a')
        return 0;
    e = lang_find_folded(l, LANG_months, str_cut(s, at, *to));
    return e ? e->number : 0;
}

static bool day_and_month(double day, double month)
{
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* year * 10000 + month * 100 + day; the year behind AT if one stands there. */
static void date_shape(struct str s, struct shape *p, double day,
                       double month)
{
    struct digits year = digits_at(s, skip_blank(s, p->to));

    p->kind = SHAPE_DATE;
    p->value = month * 100 + day;
    if (year.n == 4 && year.value >= 1000 && year.value < 2200) {
        p->value += year.value * 10000;
        p->to = year.to;
    } else if (year.n == 2 && skip_blank(s, p->to) == p->to) {
        p->value += (2000 + year.value) * 10000;
        p->to = year.to;
    }
}

static void rest_of_digits(struct str s, struct shape *p)
{
    p->kind = SHAPE_OTHER;
    while (digit_at(s, p->to) ||
           ((sign_at(s, p->to, '.') || sign_at(s, p->to, ':') ||
             sign_at(s, p->to, ',') || sign_at(s, p->to, '/')) &&
            digit_at(s, p->to + 1)))
        p->to++;
}

/* Digits, full stop, digits: 6.90, 3.40, 12.3., 14.02.2026, 7.2.1. */
static void read_dotted(struct str s, struct digits d, struct shape *p)
{
    struct digits e = digits_at(s, d.to + 1);

    p->to = e.to;
    if (sign_at(s, e.to, '.') && d.n <= 2 && e.n <= 2 &&
        day_and_month(d.value, e.value)) {
        struct digits year = digits_at(s, e.to + 1);

        if (!year.n || ((year.n == 2 || year.n == 4) &&
                        !(sign_at(s, year.to, '.') &&
                          digit_at(s, year.to + 1)))) {
            p->to = e.to + 1;
            date_shape(s, p, d.value, e.value);
            return;
        }
    }
    if (e.n > 2 || (sign_at(s, e.to, '.') && digit_at(s, e.to + 1))) {
        rest_of_digits(s, p);
        return;
    }
    p->kind = SHAPE_DOTTED;
    p->hour = d.n <= 2 ? (uint32_t)d.value : 99;
    p->minute = e.n == 2 ? (uint32_t)e.value : 99;
    p->value = d.value + e.value / (e.n == 1 ? 10 : 100);
}

/* A full stop behind the digits that ends no sentence: "12. März", "12. 3.",
 * "3. Liga". False: it does end one. */
static bool read_ordinal(const struct lang *l, struct str s, struct digits d,
                         struct shape *p)
{
    uint32_t at = skip_blank(s, d.to + 1), to;
    struct digits e = digits_at(s, at);
    int month;
    unsigned n;

    if (at >= s.len)
        return false;
    p->to = d.to + 1;
    if (d.n <= 2 && e.n && e.n <= 2 && sign_at(s, e.to, '.') &&
        day_and_month(d.value, e.value)) {
        p->to = e.to + 1;
        date_shape(s, p, d.value, e.value);
        return true;
    }
    month = month_at(l, s, at, &to);
    if (month && d.n <= 2 && day_and_month(d.value, month)) {
        p->to = to;
        if (sign_at(s, to, '.') && to + 1 < s.len)
            p->to++;
        date_shape(s, p, d.value, month);
        return true;
    }
    if (!code_is_letter(utf8_next(s.at + at, s.at + s.len, &n)))
        return false;
    p->kind = SHAPE_ORDINAL;
    return true;
}

/* 0800 555 0147 */
static void read_phone(struct str s, struct shape *p)
{
    p->kind = SHAPE_OTHER;
    for (;;) {
        uint32_t at = skip_blank(s, p->to);

        if (sign_at(s, at, '/') || sign_at(s, at, '-'))
            at = skip_blank(s, at + 1);
        if (!digit_at(s, at))
            return;
        p->to = digits_at(s, at).to;
    }
}

static void read_decimals(struct str s, struct shape *p)
{
    double place = 1;
    uint32_t at = p->to + 1;

    for (; digit_at(s, at) && place < 1e12; at++) {
        place *= 10;
        p->value += (s.at[at] - '0') / place;
    }
    p->to = at;
    p->bare = false;
    if (digit_at(s, at) || (sign_at(s, at, ',') && digit_at(s, at + 1)))
        rest_of_digits(s, p);
}

static void read_colon(struct str s, struct digits d, struct shape *p)
{
    struct digits e = digits_at(s, d.to + 1);

    p->to = e.to;
    if (d.n <= 2 && e.n == 2 && d.value <= 24 && e.value < 60 &&
        !sign_at(s, e.to, ':')) {
        p->kind = SHAPE_CLOCK;
        p->hour = (uint32_t)d.value;
        p->minute = (uint32_t)e.value;
        p->value = d.value * 60 + e.value;
        return;
    }
    rest_of_digits(s, p);
}

static struct shape any_shape(const struct lang *l, struct str s, uint32_t at)
{
    struct digits d = digits_at(s, at);
    struct shape p = {.kind = SHAPE_PLAIN};
    bool zero = d.n > 1 && s.at[at] == '0';

    p.bare = !add_groups(s, at, &d);
    p.value = d.value;
    p.to = d.to;
    if (sign_at(s, d.to, ',') && digit_at(s, d.to + 1)) {
        read_decimals(s, &p);
        return p;
    }
    if (!p.bare)
        return p;
    if (sign_at(s, d.to, '.') && digit_at(s, d.to + 1))
        read_dotted(s, d, &p);
    else if (sign_at(s, d.to, ':') && digit_at(s, d.to + 1))
        read_colon(s, d, &p);
    else if (sign_at(s, d.to, '.'))
        read_ordinal(l, s, d, &p);
    else if ((sign_at(s, d.to, '/') && digit_at(s, d.to + 1)) || d.n > 15)
        rest_of_digits(s, &p);
    else if (zero)
        read_phone(s, &p);
    if (p.kind != SHAPE_PLAIN)
        p.bare = false;
    return p;
}

struct shape shape_read(const struct lang *l, struct str s, uint32_t at)
{
    struct shape p = any_shape(l, s, at);

    if (p.value > 1e18) { /* a row of digits, no number */
        p.kind = SHAPE_OTHER;
        p.value = 0;
    }
    return p;
}

/* ---- number words ------------------------------------------------------ */

/* The longest entry that FORM has at AT; NULL: none. */
static const struct entry *numeral_at(const struct lang *l, struct str form,
                                      size_t at)
{
    const struct entry *best = NULL, *e;
    uint32_t n;

    if (at >= form.len)
        return NULL;
    e = lang_list(l, LANG_numerals, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].word.at[0] == form.at[at] &&
            (!best || e[i].word.len > best->word.len) &&
            str_starts(str_cut(form, at, form.len), e[i].word))
            best = &e[i];
    return best;
}

static bool und_at(struct str form, size_t at)
{
    return str_starts(str_cut(form, at, form.len), STR("und"));
}

/* zwei, einundzwanzig, siebzig: below a hundred. */
static double below_hundred(const struct lang *l, struct str form, size_t *at)
{
    const struct entry *e = numeral_at(l, form, *at), *tens;
    double value;

    if (!e || e->number >= 100)
        return 0;
    value = e->number;
    *at += e->word.len;
    if (value < 1 || value > 9 || !und_at(form, *at))
        return value;
    tens = numeral_at(l, form, *at + 3);
    if (!tens || tens->number < 20 || tens->number > 90)
        return value;
    *at += 3 + tens->word.len;
    return value + tens->number;
}

/* zweihundertfünf: below a thousand. */
static double below_thousand(const struct lang *l, struct str form,
                             size_t *at)
{
    double value = below_hundred(l, form, at);
    const struct entry *e = numeral_at(l, form, *at);

    if (!e || e->number != 100)
        return value;
    *at += e->word.len;
    if (und_at(form, *at))
        *at += 3;
    return (value > 0 ? value : 1) * 100 + below_hundred(l, form, at);
}

bool numeral_read(const struct lang *l, struct str form, double *value,
                  size_t *used)
{
    const struct entry *e;
    size_t at = 0;

    if (str_same(form, STR("anderthalb"))) {
        *value = 1.5;
        *used = form.len;
        return true;
    }
    if (!numeral_at(l, form, 0))
        return false;
    *value = below_thousand(l, form, &at);
    e = numeral_at(l, form, at);
    if (e && e->number == 1000) {
        at += e->word.len;
        *value = (*value > 0 ? *value : 1) * 1000;
        if (und_at(form, at))
            at += 3;
        *value += below_thousand(l, form, &at);
    } else if (*value < 10 && *value >= 1 &&
               str_starts(str_cut(form, at, form.len), STR("einhalb"))) {
        at += 7;
        *value += .5;
    }
    *used = at;
    return at > 0;
}
