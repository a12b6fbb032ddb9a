/*
 * classes.c - what the names that authors of pages give to their elements say
 * about the text in them. Names are taken apart into words at every sign that
 * is no letter and at every hump; a rule holds where a word begins with it.
 */
#include "intake/tags.h"
#include <string.h>

struct word_rule {
    const char *word;
    uint8_t whole;   /* the word must end here too */
    uint16_t hints;
};

#define NEG HINT_NEGATIVE
#define NAV (HINT_NAV | HINT_NEGATIVE)
#define BY HINT_BYLINE

/* By first letter, so that few are tried. */
static const struct word_rule words[] = {
    {"abo", 1, NEG}, {"abonn", 0, NEG}, {"ad", 1, NEG}, {"ads", 1, NEG},
    {"adslot", 0, NEG}, {"advert", 0, NEG}, {"anzeige", 0, NEG},
    {"author", 0, BY}, {"autor", 0, BY}, {"banner", 0, NEG},
    {"bildunterschrift", 0, HINT_FIGURE}, {"bildtext", 0, HINT_FIGURE},
    {"bio", 1, NEG}, {"breadcrumb", 0, NAV}, {"brotkrumen", 0, NAV},
    {"byline", 0, BY}, {"caption", 0, HINT_FIGURE}, {"carousel", 0, NEG},
    {"comment", 0, NEG}, {"consent", 0, NEG}, {"cookie", 0, NEG},
    {"copyright", 0, NEG}, {"credit", 0, HINT_FIGURE}, {"date", 0, BY},
    {"dateline", 0, BY}, {"datum", 0, BY}, {"disclaimer", 0, NEG},
    {"disqus", 0, NEG}, {"empfehl", 0, NEG}, {"footer", 0, NAV},
    {"gallery", 0, HINT_FIGURE}, {"galerie", 0, HINT_FIGURE},
    {"gdpr", 0, NEG}, {"hidden", 1, HINT_HIDDEN}, {"jumplink", 0, NAV},
    {"kommentar", 0, NEG}, {"leserbrief", 0, NEG}, {"linklist", 0, NEG},
    {"login", 0, NEG}, {"meistgelesen", 0, NEG}, {"menu", 0, NAV},
    {"meta", 1, BY}, {"metadata", 0, BY}, {"metainfo", 0, BY},
    {"modal", 0, NEG}, {"mostread", 0, NEG}, {"nav", 1, NAV},
    {"navi", 0, NAV}, {"navbar", 0, NAV}, {"newsletter", 0, NEG},
    {"outbrain", 0, NEG}, {"overlay", 0, NEG}, {"pager", 0, NAV},
    {"pagination", 0, NAV}, {"paywall", 0, NEG}, {"popup", 0, NEG},
    {"popular", 0, NEG}, {"promo", 0, NEG}, {"published", 0, BY},
    {"pubdate", 0, BY}, {"rating", 0, NEG}, {"recommend", 0, NEG},
    {"related", 0, NEG}, {"reply", 0, NEG}, {"respond", 1, NEG},
    {"search", 0, NAV}, {"share", 0, NEG}, {"sharing", 0, NEG},
    {"sidebar", 0, NAV}, {"signup", 0, NEG}, {"skip", 1, NAV},
    {"skiplink", 0, NAV}, {"social", 0, NEG}, {"sponsor", 0, NEG},
    {"subscribe", 0, NEG}, {"suche", 0, NAV}, {"taboola", 0, NEG},
    {"tagcloud", 0, NEG}, {"taglist", 0, NEG}, {"tags", 1, NEG},
    {"teaser", 0, NEG}, {"ticker", 0, NEG}, {"time", 1, BY},
    {"timestamp", 0, BY}, {"toolbar", 0, NAV}, {"trending", 0, NEG},
    {"verfasser", 0, BY}, {"vote", 0, NEG}, {"werbung", 0, NEG},
    {"widget", 0, NEG}};

#define NWORDS (sizeof words / sizeof words[0])

/* Where all letters and digits of a name in one contain one of these. */
static const char *const bodies[] = {
    "articlebody", "articlecontent", "articletext", "articlemain",
    "artikeltext", "artikelinhalt",  "artikelbody", "bodytext",
    "contentbody", "entrycontent",   "entrybody",   "maincontent",
    "newstext",    "pagecontent",    "postbody",    "postcontent",
    "posttext",    "storybody",      "storycontent", "storytext",
    "textbody",    "richtext"};

static char low(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool letter(char c)
{
    return low(c) >= 'a' && low(c) <= 'z';
}

/* Does a word begin at I? */
static bool word_begins(struct str s, size_t i)
{
    if (!letter(s.at[i]))
        return false;
    return !i || !letter(s.at[i - 1]) ||
           (s.at[i] <= 'Z' && s.at[i - 1] >= 'a');
}

static bool word_ends(struct str s, size_t i)
{
    return i >= s.len || !letter(s.at[i]) ||
           (s.at[i] <= 'Z' && s.at[i - 1] >= 'a');
}

static bool rule_holds(const struct word_rule *rule, struct str s, size_t i)
{
    size_t n = strlen(rule->word), k = 0;

    while (k < n && i + k < s.len && low(s.at[i + k]) == rule->word[k])
        k++;
    return k == n && (!rule->whole || word_ends(s, i + n));
}

static uint16_t word_hints(struct str s, size_t i)
{
    uint16_t hints = 0;
    size_t from = 0, to = NWORDS;
    char c = low(s.at[i]);

    while (from < to) { /* the first rule with this letter */
        size_t mid = from + (to - from) / 2;

        if (words[mid].word[0] < c)
            from = mid + 1;
        else
            to = mid;
    }
    for (; from < NWORDS && words[from].word[0] == c; from++)
        if (rule_holds(&words[from], s, i))
            hints |= words[from].hints;
    return hints;
}

/* Is one of the names in S that of an article's body? */
static bool names_body(struct str s)
{
    char plain[128];
    size_t n = 0;

    for (size_t i = 0; i <= s.len; i++) {
        char c = i < s.len ? low(s.at[i]) : ' ';

        if (letter(c) && n < sizeof plain - 1)
            plain[n++] = c;
        if (c != ' ')
            continue;
        plain[n] = '\0';
        for (size_t k = 0; n > 6 && k < sizeof bodies / sizeof bodies[0]; k++)
            if (strstr(plain, bodies[k]))
                return true;
        n = 0;
    }
    return false;
}

static uint16_t name_hints(struct str s)
{
    uint16_t hints = 0;

    for (size_t i = 0; i < s.len && i < 1024; i++)
        if (word_begins(s, i))
            hints |= word_hints(s, i);
    if (names_body(s))
        hints |= HINT_POSITIVE;
    return hints;
}

static uint16_t tag_hints(enum tag tag)
{
    switch (tag) {
    case TAG_ARTICLE: case TAG_MAIN: return HINT_POSITIVE;
    case TAG_ASIDE: case TAG_FOOTER: case TAG_FORM: case TAG_NAV:
    case TAG_BUTTON: return HINT_NAV;
    case TAG_FIGCAPTION: case TAG_FIGURE: return HINT_FIGURE;
    case TAG_HEADER: return HINT_HEADER;
    case TAG_TABLE: return HINT_TABLE;
    case TAG_TIME: return HINT_BYLINE;
    default: return 0;
    }
}

static bool holds(struct str s, const char *what)
{
    return s.len && strstr(s.at, what);
}

static uint16_t role_hints(struct str role)
{
    if (holds(role, "navigation") || holds(role, "complementary") ||
        holds(role, "contentinfo") || holds(role, "banner") ||
        holds(role, "search") || holds(role, "dialog"))
        return HINT_NAV;
    return holds(role, "main") || holds(role, "article") ? HINT_POSITIVE : 0;
}

/* style="display: none" */
static bool style_hides(struct str style)
{
    size_t at = str_find(style, STR("display"), 0);

    if (at >= style.len)
        return false;
    for (at += 7; at < style.len && (style.at[at] == ' ' ||
                                     style.at[at] == ':'); at++)
        ;
    return str_starts(str_cut(style, at, style.len), STR("none"));
}

uint16_t hints_of(const xmlNode *node, enum tag tag)
{
    uint16_t hints = tag_hints(tag);

    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        const xmlNode *v = a->children;
        struct str s = v && v->content ? str_of((const char *)v->content)
                                       : (struct str){"", 0};

        if (!strcmp(name, "class") || !strcmp(name, "id"))
            hints |= name_hints(s);
        else if (!strcmp(name, "hidden"))
            hints |= HINT_HIDDEN;
        else if (!strcmp(name, "style") && style_hides(s))
            hints |= HINT_HIDDEN;
        else if (!strcmp(name, "role"))
            hints |= role_hints(s);
        else if (!strcmp(name, "itemprop") && holds(s, "articleBody"))
            hints |= HINT_POSITIVE;
        else if (!strcmp(name, "rel") && holds(s, "author"))
            hints |= HINT_BYLINE;
    }
    return hints;
}

static bool any_word(struct str class, const char *const *list)
{
    for (size_t i = 0; i < class.len; i++) {
        if (!word_begins(class, i))
            continue;
        for (const char *const *w = list; *w; w++) {
            struct word_rule rule = {*w, 0, 0};

            if (rule_holds(&rule, class, i))
                return true;
        }
    }
    return false;
}

bool class_author(struct str class)
{
    static const char *const list[] = {"author", "autor", "byline",
                                       "verfasser", NULL};

    return any_word(class, list);
}

bool class_date(struct str class)
{
    static const char *const list[] = {"date", "datum", "published",
                                       "pubdate", "timestamp", "time",
                                       "meta", "byline", NULL};

    return any_word(class, list);
}
