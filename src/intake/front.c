/*
 * front.c - metadata that stands before a text: front matter ("---", then flat
 * "key: value" lines, then "---") as converters write it, and the line "date
 * 2025-08-14" that stored crawl copies put before a page's text.
 */
#include "intake/parts.h"
#include <string.h>

#define LINES_MAX 200

static struct str next_line(struct str s, size_t *at)
{
    size_t from = *at, to = from;

    while (to < s.len && s.at[to] != '\n')
        to++;
    *at = to < s.len ? to + 1 : to;
    return str_trim(str_cut(s, from, to));
}

static struct str unquote(struct str v)
{
    v = str_trim(v);
    if (v.len >= 2 && (v.at[0] == '"' || v.at[0] == '\'') &&
        v.at[v.len - 1] == v.at[0])
        return str_cut(v, 1, v.len - 1);
    return v;
}

/* The end of a key in LINE: letters, digits, - and _ before a colon; 0:
 * none. */
static size_t key_end(struct str line)
{
    size_t i = 0;

    while (i < line.len && ((line.at[i] >= 'a' && line.at[i] <= 'z') ||
                            (line.at[i] >= 'A' && line.at[i] <= 'Z') ||
                            (line.at[i] >= '0' && line.at[i] <= '9') ||
                            line.at[i] == '_' || line.at[i] == '-' ||
                            line.at[i] == ':'))
        if (line.at[i] == ':' && (i + 1 == line.len || line.at[i + 1] == ' '))
            return i;
        else
            i++;
    return 0;
}

static bool is_key(struct str key, const char *const *names)
{
    for (; *names; names++) {
        size_t n = strlen(*names), i = 0;

        if (n != key.len)
            continue;
        while (i < n && (key.at[i] | 32) == ((*names)[i] | 32))
            i++;
        if (i == n)
            return true;
    }
    return false;
}

/* "[a, b]" or one line of a list: joined with commas. */
static void add_authors(struct arena *m, struct str *author, struct str v)
{
    struct buf b = buf_new(m);

    v = str_trim(v);
    if (v.len >= 2 && v.at[0] == '[' && v.at[v.len - 1] == ']')
        v = str_cut(v, 1, v.len - 1);
    buf_add(&b, *author);
    while (v.len) {
        size_t comma = str_find(v, STR(","), 0);
        struct str name = unquote(str_cut(v, 0, comma));

        if (b.len && name.len)
            buf_text(&b, ", ");
        buf_add(&b, name);
        v = str_cut(v, comma + 1, v.len);
    }
    author->len = 0;
    set_field(m, author, buf_str(&b));
}

static void set_key(struct reader *r, struct str key, struct str v)
{
    static const char *const title[] = {"title", "headline", "titel", NULL};
    static const char *const date[] = {"date", "published", "datum",
                                       "date_published", "pubdate",
                                       "published_at", NULL};
    static const char *const author[] = {"author", "authors", "autor",
                                         "autoren", "creator", NULL};
    static const char *const outlet[] = {"publisher", "source", "outlet",
                                         "site", "sitename", "site_name",
                                         "quelle", "hostname", NULL};
    static const char *const url[] = {"url", "link", "canonical",
                                      "canonical_url", NULL};
    static const char *const lang[] = {"lang", "language", "sprache", NULL};
    struct meta *m = &r->a->markup;
    struct arena *arena = r->a->arena;

    if (is_key(key, title))
        set_field(arena, &m->title, unquote(v));
    else if (is_key(key, author))
        add_authors(arena, &m->author, v);
    else if (is_key(key, outlet))
        set_field(arena, &m->outlet, unquote(v));
    else if (is_key(key, url))
        set_field(arena, &m->url, unquote(v));
    else if (is_key(key, lang))
        set_field(arena, &m->lang, unquote(v));
    else if (is_key(key, date) && !m->date.year)
        m->date = intake_date(r->l, unquote(v), NULL);
}

/* The end of the front matter that S begins with; 0: none. */
static size_t matter_end(struct str s)
{
    size_t at = 0, keys = 0;

    if (!str_same(next_line(s, &at), STR("---")))
        return 0;
    for (int n = 0; n < LINES_MAX && at < s.len; n++) {
        size_t from = at;
        struct str line = next_line(s, &at);

        if (str_same(line, STR("---")) || str_same(line, STR("...")))
            return keys ? at : 0;
        if (key_end(line))
            keys++;
        else if (line.len && line.at[0] != '-' && line.at[0] != '#' &&
                 (!keys || s.at[from] > ' '))
            return 0;
    }
    return 0;
}

static size_t front_matter(struct reader *r, size_t from)
{
    struct str s = str_cut(r->text, from, r->text.len);
    size_t end = matter_end(s), at = 0;
    struct str key = {NULL, 0};

    if (!end)
        return from;
    next_line(s, &at);
    while (at < end) {
        bool inner = s.at[at] == ' ' || s.at[at] == '\t';
        struct str line = next_line(s, &at);
        size_t colon = key_end(line);

        if (line.len > 1 && line.at[0] == '-' && line.at[1] == ' ') {
            set_key(r, key, str_cut(line, 2, line.len));
        } else if (colon && !inner) {
            key = str_cut(line, 0, colon);
            set_key(r, key, str_cut(line, colon + 1, line.len));
        }
    }
    return from + end;
}

/* " date 2025-08-14 " or " date 2018-03 ". */
static size_t crawl_date(struct reader *r, size_t from)
{
    struct str s = r->text;
    size_t at = from, len = 0, digits = 0;
    struct date d;

    while (at < s.len && (s.at[at] == ' ' || s.at[at] == '\n' ||
                          s.at[at] == '\r' || s.at[at] == '\t'))
        at++;
    if (!str_starts(str_cut(s, at, s.len), STR("date ")))
        return from;
    at += 5;
    while (at + digits < s.len && digits < 11 &&
           ((s.at[at + digits] >= '0' && s.at[at + digits] <= '9') ||
            s.at[at + digits] == '-'))
        digits++;
    if (digits != 7 && digits != 10)
        return from;
    d = intake_date(r->l, str_cut(s, at, at + digits), &len);
    if (!d.year || len != digits)
        return from;
    if (!r->a->markup.date.year)
        r->a->markup.date = d;
    return at + digits;
}

uint32_t read_front(struct reader *r)
{
    size_t at = front_matter(r, 0);

    return (uint32_t)crawl_date(r, at);
}
