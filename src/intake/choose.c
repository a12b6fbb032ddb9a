/*
 * choose.c - one title, one author's line, one day out of what a page offers.
 * The orders are those that did best on German pages.
 */
#include "intake/signs.h"
#include <string.h>

#define WORDS_MAX 64

/* ---- words --------------------------------------------------------------- */

struct wordset {
    struct str word[WORDS_MAX];
    uint32_t n;
};

static bool next_word(struct str s, size_t *at, struct str *word)
{
    size_t from, i = *at;
    unsigned len;

    while (i < s.len && !code_is_word(utf8_next(s.at + i, s.at + s.len,
                                                &len)))
        i += len;
    from = i;
    while (i < s.len && code_is_word(utf8_next(s.at + i, s.at + s.len, &len)))
        i += len;
    *at = i;
    *word = str_cut(s, from, i);
    return i > from;
}

static struct wordset words_of(struct arena *m, struct str s)
{
    struct str lower = utf8_lower(m, s), word;
    struct wordset set = {.n = 0};
    size_t at = 0;

    while (set.n < WORDS_MAX && next_word(lower, &at, &word))
        set.word[set.n++] = word;
    return set;
}

static uint32_t shared(const struct wordset *a, const struct wordset *b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (str_same(a->word[i], b->word[k])) {
                n++;
                break;
            }
    return n;
}

/* Same words, whatever stands between them. */
static bool alike(struct arena *m, struct str a, struct str b)
{
    struct wordset x = words_of(m, a), y = words_of(m, b);

    if (!x.n || x.n != y.n)
        return false;
    for (uint32_t i = 0; i < x.n; i++)
        if (!str_same(x.word[i], y.word[i]))
            return false;
    return true;
}

/* ---- outlet, address, language ------------------------------------------- */

/* The host of an address without www. */
static struct str host_of(struct str url)
{
    size_t at = str_find(url, STR("://"), 0), end;

    if (at >= url.len)
        return (struct str){NULL, 0};
    at += 3;
    if (str_starts(str_cut(url, at, url.len), STR("www.")))
        at += 4;
    end = str_find(url, STR("/"), at);
    return str_cut(url, at, end);
}

void choose_rest(struct signs *s)
{
    struct meta *m = &s->r->a->markup;
    struct arena *a = s->r->a->arena;

    set_field(a, &m->outlet, s->site.len ? s->site : s->ld_publisher);
    if (host_of(s->canonical).len)
        set_field(a, &m->url, s->canonical);
    else if (host_of(s->og_url).len)
        set_field(a, &m->url, s->og_url);
    set_field(a, &m->lang, s->lang.len ? s->lang : s->locale);
}

/* ---- title ----------------------------------------------------------------- */

/* Is T the name of the site? */
static bool is_site(struct signs *s, struct str t)
{
    struct str host = host_of(s->r->a->markup.url);

    return alike(s->m, t, s->site) || alike(s->m, t, s->ld_publisher) ||
           alike(s->m, t, host);
}

/* The last separator in T between spaces: " | ", " - ", " – " ...; T.len: none.
 * *LEN is how long it is. */
static size_t last_separator(struct str t, size_t *len)
{
    static const char *const signs[] = {" | ", " - ", " – ", " — ", " » ",
                                        " · ", " • ", " :: ", " « "};
    size_t best = t.len;

    for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++) {
        struct str sign = str_of(signs[k]);
        size_t at = 0;

        while ((at = str_find(t, sign, at)) < t.len) {
            if (best == t.len || at > best) {
                best = at;
                *len = sign.len;
            }
            at++;
        }
    }
    return best;
}

/* T without the name of the site at its end. */
static struct str without_site(struct signs *s, struct str t)
{
    for (int round = 0; round < 3; round++) {
        size_t len = 0, at = last_separator(t, &len);
        struct str tail = str_cut(t, at + len, t.len);
        struct wordset site = words_of(s->m, s->site);
        struct wordset host = words_of(s->m, host_of(s->r->a->markup.url));
        struct wordset words = words_of(s->m, tail);

        if (at == t.len || !at)
            break;
        if (words.n > 4 && !is_site(s, tail))
            break;
        if (t.at[at + 1] == '-' && !shared(&words, &site) &&
            !shared(&words, &host) && words.n > 2)
            break;
        t = str_cut(t, 0, at);
    }
    return t;
}

/* How well a heading fits what the page calls itself: shared words, at least
 * 60 % of the heading's own; 0: not. */
static uint32_t fit(struct signs *s, struct str h1)
{
    struct str names[] = {s->og_title, s->ld_headline, s->page_title,
                          s->twitter_title, s->item_headline};
    struct wordset words = words_of(s->m, h1);
    uint32_t best = 0;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct wordset other = words_of(s->m, names[i]);
        uint32_t n = shared(&words, &other);

        if (n * 10 >= words.n * 6 && n > best)
            best = n;
    }
    return best;
}

void choose_title(struct signs *s)
{
    struct str best = {NULL, 0};
    uint32_t score = 0;

    for (uint32_t i = 0; i < s->nh1; i++) {
        uint32_t n = is_site(s, s->h1[i]) ? 0 : fit(s, s->h1[i]);

        if (n > score) {
            score = n;
            best = s->h1[i];
        }
    }
    if (!best.len && s->og_title.len && !is_site(s, s->og_title))
        best = without_site(s, s->og_title);
    if (!best.len)
        best = s->ld_headline.len ? s->ld_headline : s->item_headline;
    for (uint32_t i = 0; i < s->nh1 && !best.len; i++)
        if (!is_site(s, s->h1[i]) && s->nh1 == 1)
            best = s->h1[i];
    if (!best.len)
        best = without_site(s, s->page_title);
    set_field(s->r->a->arena, &s->r->a->markup.title, best);
}

/* ---- author ---------------------------------------------------------------- */

/* Words before a name: "Von", "Autor:" ... */
static struct str strip_lead(struct str s)
{
    static const char *const leads[] = {
        "von ",  "Von ",   "VON ",   "by ",      "By ",         "BY ",
        "Autor:", "Autorin:", "Autor ", "Author:", "Text:", "Text: ",
        "Verfasst von ", "Geschrieben von ", "Veröffentlicht von ",
        "Ein Beitrag von ", "Ein Artikel von ", "Redaktion:", "Autoren:",
        "Foto:", "Von:", "von:", "Beitrag von ", "Artikel von ",
        "Posted by ", "Written by ", "Interview:", "Protokoll:"};
    bool again = true;

    while (again) {
        again = false;
        for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
            struct str lead = str_of(leads[i]);

            if (!str_starts(s, lead))
                continue;
            s = str_trim(str_cut(s, lead.len, s.len));
            again = true;
        }
    }
    return s;
}

/* Two to five words, most of them with a capital, no digit, no address. */
static bool is_name(struct signs *s, struct str name)
{
    static const char *const never[] = {
        "admin", "administrator", "http", "www.", "@", "webmaster", "unknown",
        "none", "null", "undefined", "facebook.com", "twitter.com", NULL};
    struct str lower = utf8_lower(s->m, name);
    struct wordset words = words_of(s->m, name);

    if (name.len < 3 || name.len > 90 || !words.n || words.n > 9)
        return false;
    for (const char *const *n = never; *n; n++)
        if (str_find(lower, str_of(*n), 0) < lower.len)
            return false;
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] >= '0' && name.at[i] <= '9')
            return false;
    return true;
}

void add_name(struct signs *s, struct names_found *to, struct str name)
{
    struct str clean = {NULL, 0};

    set_sign(s, &clean, name);
    clean = strip_lead(clean);
    if (to->n == NAMES_MAX || !is_name(s, clean))
        return;
    for (uint32_t i = 0; i < to->n; i++)
        if (alike(s->m, to->name[i], clean))
            return;
    to->name[to->n++] = clean;
}

static bool use_names(struct signs *s, const struct names_found *from,
                      uint32_t most)
{
    struct buf b = buf_new(s->m);

    for (uint32_t i = 0; i < from->n && i < most; i++) {
        if (is_site(s, from->name[i]))
            continue;
        if (b.len)
            buf_text(&b, ", ");
        buf_add(&b, from->name[i]);
    }
    if (!b.len)
        return false;
    set_field(s->r->a->arena, &s->r->a->markup.author, buf_str(&b));
    return true;
}

void choose_author(struct signs *s)
{
    if (use_names(s, &s->ld_author, NAMES_MAX) ||
        use_names(s, &s->item_author, 3) || use_names(s, &s->rel_author, 3) ||
        use_names(s, &s->meta_author, NAMES_MAX))
        return;
    use_names(s, &s->class_author, 1);
}

/* ---- day -------------------------------------------------------------------- */

#define BLOCKS_NEAR 25 /* blocks around the heading that may hold the date */
#define LINE_MAX 200   /* bytes of a line of date and author */

static bool short_date(struct signs *s, uint32_t block, struct date *d)
{
    const struct article *a = s->r->a;
    struct str text = str_span(a->raw, a->block[block].raw);

    if (text.len > LINE_MAX)
        return false;
    *d = page_date(s, text);
    return d->year != 0;
}

/* The block of the heading that is the title; nblock: none. */
static uint32_t title_block(struct signs *s)
{
    const struct article *a = s->r->a;

    for (uint32_t i = 0; i < a->nblock; i++)
        if (a->block[i].kind == BLOCK_HEADING && a->block[i].level == 1 &&
            alike(s->m, str_span(a->raw, a->block[i].raw), a->markup.title))
            return i;
    return a->nblock;
}

static void date_near_title(struct signs *s)
{
    const struct article *a = s->r->a;
    uint32_t at = title_block(s);

    if (at == a->nblock)
        return;
    for (uint32_t n = 1; n <= BLOCKS_NEAR; n++) {
        if (at + n < a->nblock && short_date(s, at + n, &s->near_h1))
            return;
        if (n <= at && short_date(s, at - n, &s->near_h1))
            return;
    }
}

/* /2025/08/15/ or /2025-08-15 in the address. */
static void date_in_url(struct signs *s)
{
    struct str urls[2] = {s->canonical, s->og_url};

    for (int k = 0; k < 2 && !s->url_date.year; k++) {
        struct str u = urls[k];
        size_t at = str_find(u, STR("/20"), 0);

        while (at < u.len && !s->url_date.year) {
            struct str part = str_cut(u, at + 1, at + 11);

            if (part.len == 10 && part.at[4] == part.at[7] &&
                (part.at[4] == '/' || part.at[4] == '-'))
                s->url_date = page_date(s, part);
            at = str_find(u, STR("/20"), at + 1);
        }
    }
}

static void first_date(struct signs *s)
{
    const struct article *a = s->r->a;

    for (uint32_t i = 0; i < a->nblock; i++)
        if (short_date(s, i, &s->first_date))
            return;
}

void choose_date(struct signs *s)
{
    struct date *order[] = {
        &s->url_date, &s->published,  &s->item_date,  &s->ld_date,
        &s->time_article, &s->near_h1, &s->time_any,  &s->class_date,
        &s->meta_date, &s->web_date,  &s->first_date, &s->modified};

    date_in_url(s);
    date_near_title(s);
    first_date(s);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (order[i]->year) {
            s->r->a->markup.date = *order[i];
            return;
        }
}
