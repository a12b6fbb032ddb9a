/*
 * choose.c - outlet, address and language out of what a page offers.
 */
#include "intake/signs.h"

/* ---- outlet, address, language -------------------------------------- */

struct str host_of(struct str url)
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

struct str live_url(struct str url)
{
    size_t at = str_find(url, STR("://"), 0);
    size_t inner = at < url.len ? str_find(url, STR("://"), at + 3) : url.len;

    if (inner == url.len || str_find(url, STR("/web/"), 0) > inner)
        return url;
    while (inner && url.at[inner - 1] != '/')
        inner--;
    return str_cut(url, inner, url.len);
}

void choose_rest(struct signs *s)
{
    struct meta *m = &s->r->a->markup;
    struct arena *a = s->r->a->arena;

    if (host_of(s->canonical).len)
        set_field(a, &m->url, live_url(s->canonical));
    else if (host_of(s->og_url).len)
        set_field(a, &m->url, live_url(s->og_url));
    set_field(a, &m->lang, s->lang.len ? s->lang : s->locale);
}

/* Is T the name of the site? */
bool is_site(struct signs *s, struct str t)
{
    struct str host = host_of(s->r->a->markup.url);

    return alike(s->m, t, s->site) || alike(s->m, t, s->ld_publisher) ||
           alike(s->m, t, host);
}

/* Up to three words behind the title in <title>: "Deich hält - Hafenblatt". */
static struct str outlet_of_title(struct signs *s)
{
    struct str none = {NULL, 0}, tail;
    size_t len = 0, at = last_separator(s->page_title, &len);
    struct wordset words;

    if (at == s->page_title.len ||
        !alike(s->m, str_cut(s->page_title, 0, at), s->r->a->markup.title))
        return none;
    tail = str_cut(s->page_title, at + len, s->page_title.len);
    words = words_of(s->m, tail);
    return words.n && words.n <= 3 ? tail : none;
}

void choose_outlet(struct signs *s)
{
    struct meta *m = &s->r->a->markup;
    struct str order[] = {s->site, s->ld_publisher, outlet_of_title(s)};

    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (!alike(s->m, order[i], m->title))
            set_field(s->r->a->arena, &m->outlet, order[i]);
}
