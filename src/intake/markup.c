/*
 * markup.c - collects what a page says about itself in its markup: meta tags,
 * microdata, headings, time elements, bylines.
 */
#include "intake/signs.h"
#include <string.h>

#define NAME_MAX_BYTES 160
#define TITLE_MAX_BYTES 600
#define LEVELS_UP 40 /* ancestors that are looked at */

static bool has_word(struct str s, const char *word)
{
    return s.len && strstr(s.at, word);
}

static bool same(struct str s, const char *want)
{
    size_t n = strlen(want), i = 0;

    while (i < n && i < s.len && (s.at[i] | 32) == (want[i] | 32))
        i++;
    return i == n && s.len == n;
}

static bool one_of(struct str s, const char *const *list)
{
    for (; *list; list++)
        if (same(s, *list))
            return true;
    return false;
}

/* ---- values --------------------------------------------------------- */

/* Entities that were escaped twice stand in values as text. */
static struct str unescape(struct arena *m, struct str s)
{
    static const struct {
        const char *entity, *text;
    } known[] = {{"&amp;", "&"},     {"&quot;", "\""},  {"&#039;", "'"},
                 {"&#39;", "'"},     {"&lt;", "<"},     {"&gt;", ">"},
                 {"&nbsp;", " "},    {"&#8211;", "–"},  {"&#8217;", "’"},
                 {"&#8222;", "„"},   {"&#8220;", "“"},  {"&#8221;", "”"},
                 {"&#8230;", "…"},   {"&#038;", "&"},   {"&auml;", "ä"},
                 {"&ouml;", "ö"},    {"&uuml;", "ü"},   {"&Auml;", "Ä"},
                 {"&Ouml;", "Ö"},    {"&Uuml;", "Ü"},   {"&szlig;", "ß"},
                 {"&ndash;", "–"},   {"&bdquo;", "„"},  {"&ldquo;", "“"},
                 {"&rdquo;", "”"},   {"&hellip;", "…"}, {"&shy;", ""}};
    struct buf b;

    if (!memchr(s.at, '&', s.len))
        return s;
    b = buf_new(m);
    for (size_t i = 0; i < s.len;) {
        size_t k, n = sizeof known / sizeof known[0];
        struct str rest = str_cut(s, i, s.len);

        for (k = 0; s.at[i] == '&' && k < n; k++)
            if (str_starts(rest, str_of(known[k].entity)))
                break;
        if (s.at[i] != '&' || k == n) {
            buf_byte(&b, s.at[i++]);
            continue;
        }
        buf_text(&b, known[k].text);
        i += strlen(known[k].entity);
    }
    return buf_str(&b);
}

void set_sign(struct signs *s, struct str *field, struct str value)
{
    if (field->len || !value.len)
        return;
    value = unescape(s->m, str_cut(value, 0, 4 * TITLE_MAX_BYTES));
    set_field(s->m, field, value);
}

/* "2019-10-18T22:00:00Z": in Germany the next day has begun. */
static bool late_utc(struct str t)
{
    t = str_trim(t);
    return t.len >= 17 && t.at[10] == 'T' && t.at[11] == '2' &&
           (t.at[12] == '2' || t.at[12] == '3') &&
           (str_ends(t, STR("Z")) || str_ends(t, STR("+00:00")) ||
            str_ends(t, STR("+0000")));
}

struct date page_date(struct signs *s, struct str text)
{
    struct date d = intake_date(s->r->l, str_cut(text, 0, 400), NULL);
    struct date none = {0, 0, 0};

    if (d.year && late_utc(text))
        s->late = d;
    return d.year >= 1995 && d.year <= 2050 && d.day ? d : none;
}

static void set_date(struct signs *s, struct date *field, struct str text)
{
    if (!field->year && text.len)
        *field = page_date(s, text);
}

/* ---- meta tags ------------------------------------------------------ */

static void read_meta_date(struct signs *s, struct str name, struct str v)
{
    static const char *const published[] = {
        "article:published_time", "article:published", "og:published_time",
        "og:article:published_time", "rnews:datepublished", NULL};
    static const char *const modified[] = {
        "article:modified_time", "og:updated_time", "last-modified",
        "datemodified", "dc.date.modified", "dcterms.modified", "modified",
        "lastmod", "revised", NULL};
    static const char *const other[] = {
        "date", "dc.date", "dc.date.issued", "dc.date.created",
        "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate",
        "publishdate", "publish-date", "publish_date", "published_time",
        "published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:"
        "publishtime", "created", "datecreated", "datum", "creation_date",
        "vr:published_time", "bt:pubdate", "cre", "date.created", "pdate",
        "release_date", "originalpublicationdate", "article_date_original",
        "last-published", "dc:date", "dc:created", NULL};

    if (one_of(name, published))
        set_date(s, &s->published, v);
    else if (one_of(name, modified))
        set_date(s, &s->modified, v);
    else if (one_of(name, other))
        set_date(s, &s->meta_date, v);
    else if (same(name, "datepublished"))
        set_date(s, &s->item_date, v);
}

static void read_meta(struct signs *s, const xmlNode *node)
{
    static const char *const author[] = {
        "author", "dc.creator", "dcterms.creator", "article:author",
        "og:article:author", "dc:creator", "sailthru.author", "byl", "autor",
        "parsely-author", "cxenseparse:author", "creator",
        "og:author", "vr:author", "rbauthors", NULL};
    struct str name = attribute(node, "property");
    struct str v = attribute(node, "content");

    if (!name.len)
        name = attribute(node, "name");
    if (!name.len)
        name = attribute(node, "itemprop");
    if (!name.len || !v.len)
        return;
    read_meta_date(s, name, v);
    if (same(name, "og:title"))
        set_sign(s, &s->og_title, v);
    else if (same(name, "twitter:title"))
        set_sign(s, &s->twitter_title, v);
    else if (same(name, "og:site_name"))
        set_sign(s, &s->site, v);
    else if (same(name, "og:url"))
        set_sign(s, &s->og_url, v);
    else if (same(name, "og:locale"))
        set_sign(s, &s->locale, v);
    else if (one_of(name, author))
        add_name(s, &s->meta_author, v);
}

/* ---- where an element stands ---------------------------------------- */

struct place {
    bool article;  /* in article, main, header or an article's body */
    bool aside;    /* in a teaser, a list of others, comments ... */
};

static struct place place_of(const xmlNode *node)
{
    struct place p = {false, false};

    node = node->parent;
    for (int i = 0; i < LEVELS_UP && node &&
                    node->type == XML_ELEMENT_NODE; i++) {
        enum tag tag = rule_of((const char *)node->name)->tag;
        uint16_t hints = hints_of(node, tag);

        if (tag == TAG_BODY || tag == TAG_HTML)
            break;
        p.article |= tag == TAG_ARTICLE || tag == TAG_MAIN ||
                     tag == TAG_HEADER || (hints & HINT_POSITIVE);
        p.aside |= tag == TAG_ASIDE || tag == TAG_NAV || tag == TAG_FOOTER ||
                   (tag == TAG_LI && p.aside) ||
                   has_word(attribute(node, "class"), "teaser") ||
                   has_word(attribute(node, "class"), "related") ||
                   has_word(attribute(node, "class"), "comment") ||
                   has_word(attribute(node, "id"), "comment") ||
                   has_word(attribute(node, "class"), "sidebar");
        node = node->parent;
    }
    return p;
}

/* ---- elements ------------------------------------------------------- */

static struct str value_of(struct signs *s, const xmlNode *node, size_t limit)
{
    struct str v = attribute(node, "content");

    if (!v.len)
        v = attribute(node, "datetime");
    return v.len ? v : node_text(s->m, node, limit);
}

static void read_item(struct signs *s, const xmlNode *node, struct str prop)
{
    if (has_word(prop, "datePublished") || has_word(prop, "dateCreated"))
        set_date(s, &s->item_date, value_of(s, node, NAME_MAX_BYTES));
    else if (has_word(prop, "dateModified"))
        set_date(s, &s->modified, value_of(s, node, NAME_MAX_BYTES));
    else if (same(prop, "headline"))
        set_sign(s, &s->item_headline, value_of(s, node, TITLE_MAX_BYTES));
}

/* The line above a headline, which is a part of it on many pages. */
static bool is_kicker(const xmlNode *node)
{
    static const char *const words[] = {
        "kicker", "overline", "roofline", "topline", "dachzeile", "spitzmarke",
        "overhead", "headline__pre", "pretitle", "supertitle", "eyebrow",
        "subtitle", "subheadline", "subline", "vorspann", "sr-only",
        "visually-hidden", "headline-intro", "topic", NULL};
    struct str class = attribute(node, "class");

    for (const char *const *w = words; *w && class.len; w++)
        if (strstr(class.at, *w))
            return true;
    return false;
}

/* The name inside an element marked as author: itemprop=name, else its text. */
static void read_item_author(struct signs *s, const xmlNode *node,
                             struct names_found *to)
{
    xmlNode *at = node->children;

    for (int i = 0; at && i < 60; i++) {
        if (at->type == XML_ELEMENT_NODE &&
            same(attribute(at, "itemprop"), "name")) {
            struct str v = attribute(at, "content");

            add_name(s, to, v.len ? v : node_text(s->m, at, NAME_MAX_BYTES));
            return;
        }
        at = node_next(at, node, false);
    }
    if (attribute(node, "content").len)
        add_name(s, to, attribute(node, "content"));
    else
        add_name(s, to, node_text(s->m, node, NAME_MAX_BYTES + 1));
}

static void read_time(struct signs *s, const xmlNode *node)
{
    struct str v = attribute(node, "datetime");
    struct place p = place_of(node);

    if (!page_date(s, v).year)
        v = node_text(s->m, node, NAME_MAX_BYTES);
    if (p.article && !p.aside)
        set_date(s, &s->time_article, v);
    if (!p.aside)
        set_date(s, &s->time_any, v);
}

static void read_classed(struct signs *s, const xmlNode *node,
                         struct str class)
{
    if (class_author(class)) {
        struct str v = node_text(s->m, node, NAME_MAX_BYTES + 1);

        if (v.len && v.len <= NAME_MAX_BYTES && !place_of(node).aside)
            add_name(s, &s->class_author, v);
    }
    if (!s->class_date.year && class_date(class)) {
        struct str v = node_text(s->m, node, NAME_MAX_BYTES + 1);

        if (v.len && v.len <= NAME_MAX_BYTES && !place_of(node).aside)
            set_date(s, &s->class_date, v);
    }
}

/* The heading without the line above it; all of it where nothing else is. */
static struct str head_text(struct signs *s, const xmlNode *node)
{
    struct buf b = buf_new(s->m);
    bool blank = true;

    for (const xmlNode *at = node->children; at; at = at->next) {
        struct str part = {NULL, 0};

        if (at->type == XML_TEXT_NODE)
            part = str_of((const char *)at->content);
        else if (at->type == XML_ELEMENT_NODE && !is_kicker(at) &&
                 rule_of((const char *)at->name)->shape != SHAPE_DROP)
            part = node_text(s->m, at, TITLE_MAX_BYTES);
        if (at->type == XML_ELEMENT_NODE &&
            rule_of((const char *)at->name)->shape != SHAPE_INLINE)
            buf_byte(&b, ' ');
        buf_add(&b, str_cut(part, 0, TITLE_MAX_BYTES));
        blank &= !str_trim(part).len;
    }
    return blank ? node_text(s->m, node, TITLE_MAX_BYTES) : buf_str(&b);
}

static void read_head(struct signs *s, const xmlNode *node)
{
    struct str title = {NULL, 0}, whole = {NULL, 0};

    if (s->nh1 == HEADS_MAX)
        return;
    set_sign(s, &whole, node_text(s->m, node, TITLE_MAX_BYTES));
    set_sign(s, &title, head_text(s, node));
    if (!whole.len)
        return;
    if (!title.len || title.at[0] == ':' || title.at[0] == '-')
        title = whole;
    s->h1_whole[s->nh1] = whole;
    s->h1[s->nh1++] = title;
}

static void read_script(struct signs *s, const xmlNode *node)
{
    struct str type = attribute(node, "type");

    if (has_word(type, "ld+json") && node->children &&
        node->children->content)
        read_ld(s, str_of((const char *)node->children->content));
}

static void read_element(struct signs *s, const xmlNode *node)
{
    struct str prop = attribute(node, "itemprop");
    struct str class = attribute(node, "class");
    struct str rel = attribute(node, "rel");

    switch (rule_of((const char *)node->name)->tag) {
    case TAG_HTML: set_sign(s, &s->lang, attribute(node, "lang")); break;
    case TAG_META: read_meta(s, node); return;
    case TAG_TITLE:
        set_sign(s, &s->page_title, node_text(s->m, node, TITLE_MAX_BYTES));
        return;
    case TAG_SCRIPT: read_script(s, node); return;
    case TAG_H1: read_head(s, node); break;
    case TAG_TIME: read_time(s, node); break;
    case TAG_LINK:
        if (same(rel, "canonical"))
            set_sign(s, &s->canonical, attribute(node, "href"));
        break;
    default: break;
    }
    if (prop.len)
        read_item(s, node, prop);
    if (has_word(prop, "author") && !place_of(node).aside)
        read_item_author(s, node, &s->item_author);
    if (has_word(rel, "author") && !place_of(node).aside)
        add_name(s, &s->rel_author, node_text(s->m, node,
                                              NAME_MAX_BYTES + 1));
    if (class.len)
        read_classed(s, node, class);
}

void collect_signs(struct signs *s, xmlDoc *tree)
{
    xmlNode *node = tree->children;

    while (node) {
        if (node->type == XML_ELEMENT_NODE)
            read_element(s, node);
        node = node_next(node, (xmlNode *)tree, false);
    }
}

void read_markup(struct reader *r, struct arena *step, xmlDoc *tree)
{
    struct signs *s = arena_get(step, sizeof *s);

    s->m = step;
    s->r = r;
    collect_signs(s, tree);
    choose_rest(s);
    choose_title(s);
    choose_outlet(s);
    choose_author(s);
    choose_date(s);
}
