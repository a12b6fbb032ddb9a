/*
 * choose.c - outlet, address and language out of what a page offers.
 */
#include "intake/signs.h"

/* ---- outlet, address, language ------------------------------------------- */

/* The host of an address without www. */
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

/* Is T the name of the site? */
bool is_site(struct signs *s, struct str t)
{
    struct str host = host_of(s->r->a->markup.url);

    return alike(s->m, t, s->site) || alike(s->m, t, s->ld_publisher) ||
           alike(s->m, t, host);
}
