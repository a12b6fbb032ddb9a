/*
 * day.c - the day of publication out of what a page offers. The first of a
 * fixed order wins; the day that stands visibly at the heading corrects it by
 * one, for markup counts in another time zone on some pages; not where the
 * visible one is the day of the last change and the markup's time is not late
 * in the evening.
 */
#include "intake/signs.h"

#define BLOCKS_NEAR 25 /* blocks around the heading that may hold the date */
#define LINE_MAX 200   /* bytes of a line of date and author */
#define DATELINE 60    /* bytes of a dateline: "Ulm, (3.5.2021)" */

static bool short_date(struct signs *s, uint32_t block, struct date *d)
{
    const struct article *a = s->r->a;
    struct str text = str_span(a->raw, a->block[block].raw);

    if (text.len > LINE_MAX)
        text = str_cut(text, 0, DATELINE);
    *d = page_date(s, text);
    return d->year != 0;
}

uint32_t title_block(struct signs *s)
{
    const struct article *a = s->r->a;
    struct wordset title = words_of(s->m, a->markup.title);
    uint32_t best = a->nblock, most = 0;

    for (uint32_t i = 0; i < a->nblock; i++) {
        struct wordset words;
        uint32_t n;

        if (a->block[i].kind != BLOCK_HEADING)
            continue;
        words = words_of(s->m, str_cut(str_span(a->raw, a->block[i].raw), 0,
                                       600));
        n = shared_words(&words, &title);
        if (n * 10 < words.n * 6)
            continue;
        n = n * 8 + 7u - a->block[i].level; /* on a tie the higher heading */
        if (n > most) {
            most = n;
            best = i;
        }
    }
    return best;
}

static void date_near_title(struct signs *s)
{
    const struct article *a = s->r->a;
    uint32_t at = title_block(s);

    if (at == a->nblock)
        return;
    if (short_date(s, at, &s->near_h1))
        return;
    for (uint32_t n = 1; n <= BLOCKS_NEAR; n++) {
        if (at + n < a->nblock && short_date(s, at + n, &s->near_h1))
            return;
        if (n <= at && short_date(s, at - n, &s->near_h1))
            return;
    }
}

/* /2025/08/15/, /2025-08-15 or /15-08-2025 in the address. */
static void date_in_url(struct signs *s)
{
    struct str urls[2] = {s->canonical, s->og_url};

    for (int k = 0; k < 2 && !s->url_date.year; k++) {
        struct str u = live_url(urls[k]);

        for (size_t at = str_find(u, STR("/"), 0);
             at < u.len && !s->url_date.year;
             at = str_find(u, STR("/"), at + 1)) {
            struct str part = str_cut(u, at + 1, at + 11);

            if (part.len == 10 &&
                ((part.at[4] == part.at[7] &&
                  (part.at[4] == '/' || part.at[4] == '-')) ||
                 (part.at[2] == '-' && part.at[5] == '-')))
                s->url_date = page_date(s, part);
        }
    }
}

/* The first short line with a date outside of menus, then anywhere. */
static void first_date(struct signs *s)
{
    const struct article *a = s->r->a;

    for (uint32_t i = 0; i < a->nblock; i++)
        if (!(a->block[i].hints & (HINT_NAV | HINT_NEGATIVE | HINT_HIDDEN)) &&
            a->block[i].link < 50 && short_date(s, i, &s->first_date))
            return;
    for (uint32_t i = 0; i < a->nblock; i++)
        if (short_date(s, i, &s->first_date))
            return;
}

static bool next_day(const struct signs *s, struct date d, struct date after)
{
    return d.year && after.year && date_days(after) == date_days(d) + 1 &&
           (!date_order(d, s->late) || date_order(after, s->modified));
}

void choose_date(struct signs *s)
{
    struct date *order[] = {
        &s->url_date, &s->published,  &s->item_date,  &s->ld_date,
        &s->time_article, &s->near_h1, &s->time_any,  &s->class_date,
        &s->meta_date, &s->web_date,  &s->first_date, &s->modified};
    struct date *d = &s->r->a->markup.date;

    date_in_url(s);
    date_near_title(s);
    first_date(s);
    for (size_t i = 0; i < sizeof order / sizeof order[0] && !d->year; i++)
        *d = *order[i];
    if (next_day(s, *d, s->near_h1))
        *d = s->near_h1;
    else if (!s->near_h1.year && next_day(s, *d, s->class_date))
        *d = s->class_date;
}
