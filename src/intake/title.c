/*
 * title.c - one title out of what a page offers: the heading that shares most
 * words with what the page calls itself.
 */
#include "intake/signs.h"

size_t last_separator(struct str t, size_t *len)
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

/* May the part of a title behind (or before) a separator be the site's name? */
static bool names_site(struct signs *s, struct str part, bool dash)
{
    struct wordset site = words_of(s->m, s->site);
    struct wordset host = words_of(s->m, host_of(s->r->a->markup.url));
    struct wordset words = words_of(s->m, part);

    if (is_site(s, part))
        return true;
    if (words.n > 4)
        return false;
    return !dash || words.n <= 2 || shared_words(&words, &site) ||
           shared_words(&words, &host);
}

/* T without the name of the site at its end or its start. */
static struct str without_site(struct signs *s, struct str t)
{
    size_t len = 0, at;

    for (int round = 0; round < 3; round++) {
        at = last_separator(t, &len);
        if (at == t.len || !at)
            break;
        if (!names_site(s, str_cut(t, at + len, t.len),
                        t.at[at + 1] == '-' || t.at[at + 1] == '\xe2'))
            break;
        t = str_cut(t, 0, at);
    }
    at = str_find(t, STR(" | "), 0);
    if (at < t.len && is_site(s, str_cut(t, 0, at)))
        t = str_cut(t, at + 3, t.len);
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
        uint32_t n = shared_words(&words, &other);

        if (n * 10 >= words.n * 6 && n > best)
            best = n;
    }
    return best;
}

/*
 * Where a page says its title only in <title>, and the heading is its last part
 * ("Virales Marketing | Marketingblog") or the part before " » ", then the
 * heading is the site's name: the title is the other part.
 */
static struct str heading_is_site(struct signs *s)
{
    struct str t = s->page_title, none = {NULL, 0}, other;
    size_t len = 0, at = last_separator(t, &len), first;
    struct wordset h1, rest;

    if (s->og_title.len || s->ld_headline.len || s->nh1 != 1)
        return none;
    if (at == t.len) {
        at = str_find(t, STR(" : "), 0);
        len = 3;
    }
    if (at >= t.len)
        return none;
    first = str_find(t, STR(" » "), 0);
    if (alike(s->m, str_cut(t, at + len, t.len), s->h1[0]))
        other = str_cut(t, 0, at);
    else if (first < t.len && alike(s->m, str_cut(t, 0, first), s->h1[0]))
        other = str_cut(t, at + len, t.len);
    else
        return none;
    h1 = words_of(s->m, s->h1[0]);
    rest = words_of(s->m, other);
    return rest.n >= h1.n ? other : none;
}

/* The only heading, of some words, though the page calls itself otherwise. */
static struct str only_heading(struct signs *s)
{
    struct str none = {NULL, 0};
    struct wordset words;

    if (s->nh1 != 1 || is_site(s, s->h1[0]))
        return none;
    words = words_of(s->m, s->h1[0]);
    return words.n >= 4 ? s->h1[0] : none;
}

/* Does the page call itself what heading I says with the line above it? */
static bool named_whole(struct signs *s, uint32_t i)
{
    return alike(s->m, s->h1_whole[i], without_site(s, s->og_title)) ||
           alike(s->m, s->h1_whole[i], s->ld_headline);
}

void choose_title(struct signs *s)
{
    struct str best = heading_is_site(s);
    uint32_t score = 0;

    for (uint32_t i = 0; i < s->nh1 && (score || !best.len); i++) {
        uint32_t n = is_site(s, s->h1[i]) ? 0 : fit(s, s->h1[i]);

        if (n > score) {
            score = n;
            best = named_whole(s, i) ? s->h1_whole[i] : s->h1[i];
        }
    }
    if (!best.len)
        best = only_heading(s);
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
