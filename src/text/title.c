/*
 * title.c - title, outlet, day and author: what was given wins, then what the
 * markup says, then what the text around the article says. What is unknown stays
 * empty.
 */
#include "intake/intake.h"
#include "text/clean.h"

#define TITLE_LINES 14 /* how far above the first prose a title may stand */
#define TITLE_WORDS 25

static struct str first_of(struct str a, struct str b)
{
    return a.len ? a : b;
}

static bool is_title_line(const struct cleaner *c, const struct line *line)
{
    struct str outlet = first_of(c->a->given.outlet, c->a->markup.outlet);
    unsigned char sign = line->s.len
                             ? (unsigned char)line->s.at[line->s.len - 1]
                             : 0;
    bool asks = (sign == '?' || sign == '!') && line->ends <= 1;

    return line->class != LINE_JUNK && line->kind != BLOCK_ITEM &&
           line->words >= 3 && line->words <= TITLE_WORDS &&
           (line->class != LINE_PROSE || asks) && (!line->stop || asks) &&
           !(outlet.len && str_starts(line->s, outlet)); /* a page head */
}

/* The first line of real prose; long questions at the head are titles. */
static uint32_t first_prose(const struct cleaner *c)
{
    uint32_t i = c->zone.from;

    while (i < c->zone.to && is_title_line(c, &c->line[i]))
        i++;
    while (i < c->zone.to && c->line[i].class != LINE_PROSE)
        i++;
    return i;
}

static bool same_title(struct str a, struct str b)
{
    return a.len && str_same(str_trim(a), str_trim(b));
}

/* The line that says what the markup gives as the title. */
static uint32_t line_of(const struct cleaner *c, struct str title)
{
    struct str lower = utf8_lower(c->m, title);

    for (uint32_t i = 0; i < c->n && title.len; i++) {
        const struct line *line = &c->line[i];

        if (line->wish != WISH_DROP && line->words <= TITLE_WORDS + 15 &&
            same_title(line->lower, lower))
            return i;
    }
    return c->n;
}

/* The heading-like line above the prose that shares most with it. */
static uint32_t title_in_text(const struct cleaner *c)
{
    uint32_t prose = first_prose(c), best = c->n;
    uint32_t from = prose > TITLE_LINES ? prose - TITLE_LINES : 0;
    double most = 0;

    /* Names of papers are shorter, page heads share nothing with the text. */
    if (prose && !from && is_title_line(c, &c->line[0]) &&
        c->line[0].words >= 6 && c->line[0].alike >= 0.3)
        return 0;
    for (uint32_t i = from; i < prose; i++) {
        const struct line *line = &c->line[i];
        double value = line->alike * (line->words < 8 ? line->words : 8);

        if (!is_title_line(c, line) || line->alike < 0.3)
            continue;
        if (value > most * 1.25) {
            most = value;
            best = i;
        }
    }
    for (uint32_t i = from; i < prose && best == c->n; i++)
        if (is_title_line(c, &c->line[i]) && c->line[i].words >= 4)
            best = i;
    return best;
}

/* ---- outlet ------------------------------------------------------------------ */

/* S up to the first of | · , and a digit. */
static struct str first_part(struct str s)
{
    size_t i = 0;

    while (i < s.len && s.at[i] != '|' && s.at[i] != ',' &&
           !(s.at[i] >= '0' && s.at[i] <= '9') &&
           !str_starts(str_cut(s, i, s.len), STR("·")))
        i++;
    return str_trim(str_cut(s, 0, i));
}

/* "[X] · 15.08.2025", "… Uhr · Quelle: X" */
static struct str outlet_in_stamp(const struct line *line)
{
    size_t at = str_find(line->s, STR("Quelle: "), 0);
    struct str part;

    if (at < line->s.len)
        return str_trim(str_cut(line->s, at + 8, line->s.len));
    part = first_part(line->s);
    if (part.len > 2 && part.at[0] == '[' && part.at[part.len - 1] == ']')
        part = str_cut(part, 1, part.len - 1);
    if (part.len < 3 || part.len == line->s.len || utf8_words(part) > 4)
        return STR("");
    return part;
}

/* Two or three capitalised words above the title, without figures. */
static bool names_outlet(const struct line *line)
{
    unsigned n;

    if (line->words < 2 || line->words > 3 || line->stop || line->stops ||
        line->colon || count_signs(line->s, "0123456789,|?!"))
        return false;
    for (size_t i = 0; i < line->s.len; i++) {
        bool starts = !i || line->s.at[i - 1] == ' ';

        if (starts && !code_is_upper(utf8_next(line->s.at + i,
                                               line->s.at + line->s.len,
                                               &n)))
            return false;
    }
    return true;
}

static bool begins_with_letter(const struct line *line)
{
    unsigned n;
    uint32_t c = line->s.len ? utf8_next(line->s.at,
                                         line->s.at + line->s.len, &n)
                             : 0;

    return code_is_upper(c) || c == '[';
}

/* Words that begin a stamp without naming anybody. */
static bool is_label(const struct cleaner *c, const struct line *line)
{
    return line_begins(c->l, LANG_stamps, line->lower) != NULL;
}

static struct str outlet_in_text(const struct cleaner *c)
{
    uint32_t prose = first_prose(c);
    uint32_t end = c->title < c->n && c->title < prose ? c->title : prose;

    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];
        struct str name;

        if ((line->reason != REMOVED_TIME &&
             line->reason != REMOVED_NAVIGATION) ||
            !begins_with_letter(line))
            continue;
        if (line->reason == REMOVED_NAVIGATION && i > prose)
            continue;
        if (is_label(c, line))
            continue;
        name = outlet_in_stamp(line);
        if (name.len)
            return name;
    }
    for (uint32_t i = 0; i < end && i < 3; i++)
        if (names_outlet(&c->line[i]) && c->line[i].class == LINE_SHORT)
            return c->line[i].s;
    return STR("");
}

/* ---- day and author ------------------------------------------------------------ */

static struct date day_in(const struct cleaner *c, struct str s)
{
    struct date d = {0};

    for (size_t i = 0; i < s.len; i++) {
        bool figure = s.at[i] >= '0' && s.at[i] <= '9';
        bool before = i && s.at[i - 1] >= '0' && s.at[i - 1] <= '9';

        if (!figure || before)
            continue;
        d = intake_date(c->l, str_cut(s, i, s.len), NULL);
        if (date_known(d))
            return d;
    }
    return (struct date){0};
}

/* "npa:260303-99-481516/2": the wire's number begins with the day. */
static struct date wire_day(struct str s)
{
    size_t at = str_find(s, STR(":"), 0);
    int v[6];
    struct date d;

    if (at + 7 >= s.len || s.at[at + 7] != '-')
        return (struct date){0};
    for (int i = 0; i < 6; i++) {
        v[i] = s.at[at + 1 + (size_t)i] - '0';
        if (v[i] < 0 || v[i] > 9)
            return (struct date){0};
    }
    d = (struct date){(int16_t)(2000 + v[0] * 10 + v[1]),
                      (uint8_t)(v[2] * 10 + v[3]),
                      (uint8_t)(v[4] * 10 + v[5])};
    return date_valid(d) ? d : (struct date){0};
}

static bool may_date(const struct line *line)
{
    return line->reason == REMOVED_TIME || line->reason == REMOVED_BYLINE ||
           line->reason == REMOVED_NAVIGATION ||
           line->reason == REMOVED_SIGNOFF || line->reason == REMOVED_COUNTER ||
           (line->reason == REMOVED_CREDIT &&
            str_find(line->s, STR(":"), 0) + 7 < line->s.len);
}

static struct date day_in_text(const struct cleaner *c)
{
    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];
        struct date d = {0};

        if (!may_date(line))
            continue;
        d = day_in(c, line->s);
        if (!date_known(d) && (line->reason == REMOVED_SIGNOFF ||
                               line->reason == REMOVED_CREDIT)) {
            size_t sign = str_find(line->s, STR(":"), 0);

            if (sign < line->s.len)
                d = wire_day(line->s);
        }
        if (date_known(d))
            return d;
    }
    return (struct date){0};
}

static struct str author_in_text(const struct cleaner *c)
{
    for (uint32_t i = 0; i < c->n; i++) {
        const struct line *line = &c->line[i];

        if (line->reason == REMOVED_BYLINE && line->words <= 8 &&
            str_starts(line->lower, STR("von ")) &&
            i < first_prose(c) + 3)
            return str_trim(str_cut(line->s, 4, line->s.len));
    }
    return STR("");
}

/* The agency of a dateline: "Oberrauhn (npa) - ". */
static struct str agency_in_text(const struct cleaner *c)
{
    uint32_t i = first_prose(c);
    struct str s;
    size_t open, close;

    if (i >= c->zone.to || !dateline_end(c, c->line[i].s))
        return STR("");
    s = str_cut(c->line[i].s, 0, dateline_end(c, c->line[i].s));
    open = str_find(s, STR("("), 0);
    close = str_find(s, STR(")"), open);
    return open < close && close < s.len ? str_cut(s, open + 1, close)
                                         : STR("");
}

static struct str normal(const struct cleaner *c, struct str s)
{
    struct buf b = buf_new(c->a->arena);
    struct origin nowhere = {0}, to = {0};

    origin_add(c->a->arena, &nowhere, (uint32_t)s.len, 0, 0);
    text_normal(&b, &to, s, (struct span){0, (uint32_t)s.len}, &nowhere);
    return str_trim(buf_str(&b));
}

void clean_meta(struct cleaner *c)
{
    struct article *a = c->a;
    const struct meta *g = &a->given, *k = &a->markup;
    struct meta *m = &a->meta;

    *m = *k;
    m->title = first_of(g->title, k->title);
    c->title = line_of(c, m->title);
    if (!m->title.len) {
        c->title = title_in_text(c);
        if (c->title < c->n)
            m->title = c->line[c->title].s;
    }
    m->title = normal(c, m->title);
    m->agency = first_of(k->agency, agency_in_text(c));
    m->outlet = first_of(first_of(g->outlet, k->outlet), outlet_in_text(c));
    m->outlet = normal(c, first_of(m->outlet, m->agency));
    m->author = normal(c, first_of(first_of(g->author, k->author),
                                   author_in_text(c)));
    m->url = first_of(g->url, k->url);
    m->date = g->date.year ? g->date : k->date;
    if (!m->date.year)
        m->date = day_in_text(c);
}
