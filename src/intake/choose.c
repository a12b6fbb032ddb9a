/*
 * choose.c - outlet, address, language and authors out of what a page offers.
 * The orders are those that did best on German pages.
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
