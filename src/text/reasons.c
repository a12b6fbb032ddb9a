/*
 * reasons.c - lines that are no part of an article whatever stands around them:
 * teasers, credits, time stamps, counters, bylines, tags, sign-offs.
 */
#include "intake/intake.h"
#include "text/clean.h"
#include <string.h>

/* The lists are sorted by bytes: what may begin LOWER stands where its first
 * byte does. */
const struct entry *line_begins(const struct lang *l, enum lang_list list,
                                struct str lower)
{
    uint32_t n, low = 0, high;
    const struct entry *e = lang_list(l, list, &n);

    if (!lower.len)
        return NULL;
    for (high = n; low < high;) {
        uint32_t mid = low + (high - low) / 2;

        if ((unsigned char)e[mid].word.at[0] < (unsigned char)lower.at[0])
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < n && e[low].word.at[0] == lower.at[0]; low++)
        if (str_starts(lower, e[low].word))
            return &e[low];
    return NULL;
}

const struct entry *line_holds(const struct lang *l, enum lang_list list,
                               struct str lower)
{
    uint32_t n;
    const struct entry *e = lang_list(l, list, &n);

    for (uint32_t i = 0; i < n; i++)
        if (str_find(lower, e[i].word, 0) < lower.len)
            return &e[i];
    return NULL;
}

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

/* "... […] (00)", "... [...]", "... mehr" */
static bool is_teaser(const struct line *line)
{
    struct str s = line->s;

    if (s.len > 4 && s.at[s.len - 1] == ')' && s.at[s.len - 4] == '(' &&
        is_figure(s.at[s.len - 2]) && is_figure(s.at[s.len - 3]))
        s = trimmed(str_cut(s, 0, s.len - 4));
    return str_ends(s, STR("[…]")) || str_ends(s, STR("[...]")) ||
           str_ends(s, STR("(…)")) || str_ends(s, STR("… mehr")) ||
           str_ends(s, STR("| mehr")) || str_ends(s, STR("? mehr")) ||
           str_ends(s, STR(". mehr")) || str_ends(s, STR(".mehr")) ||
           str_ends(s, STR("weiterlesen")) || str_ends(s, STR("Weiterlesen"));
}

static bool has_clock(struct str s)
{
    for (size_t i = 1; i + 2 < s.len; i++)
        if ((s.at[i] == ':' || s.at[i] == '.') && is_figure(s.at[i - 1]) &&
            is_figure(s.at[i + 1]) && is_figure(s.at[i + 2]) &&
            (i + 3 == s.len || !is_figure(s.at[i + 3])))
            return true;
    return false;
}

static bool has_day(const struct cleaner *c, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool begins = is_figure(s.at[i]) && (!i || !is_figure(s.at[i - 1]));

        if (begins && intake_date(c->l, str_cut(s, i, s.len), NULL).year)
            return true;
    }
    return false;
}

/* A short line without a sentence that names a day or a time. */
static bool is_stamp(const struct cleaner *c, const struct line *line)
{
    struct str s = line->s;

    if (line->words > 12 || line->stop || line->kind == BLOCK_ITEM)
        return false;
    if (str_find(line->lower, STR("vor "), 0) < line->lower.len &&
        line->words <= 5 && line_holds(c->l, LANG_ago, line->lower))
        return true;
    if (!has_day(c, s))
        return false;
    return line->words <= 6 || has_clock(s) || count_signs(s, "|") ||
           str_find(s, STR("·"), 0) < s.len;
}

/* "17 Kommentare", "[0 Kommentare]", "2 Gedanken zu ..." */
static bool is_counter(const struct line *line)
{
    struct str s = line->lower;
    size_t i = 0;

    if (i < s.len && (s.at[i] == '[' || s.at[i] == '('))
        i++;
    if (i >= s.len || !is_figure(s.at[i]) || line->words > 14)
        return false;
    while (i < s.len && (is_figure(s.at[i]) || s.at[i] == ' '))
        i++;
    s = str_cut(s, i, s.len);
    return str_starts(s, STR("kommentar")) || str_starts(s, STR("gedanken")) ||
           str_starts(s, STR("antworten")) || str_starts(s, STR("likes")) ||
           str_starts(s, STR("mal geteilt"));
}

/* "... um ihre Arbeit. Von Anna Moos": a standfirst with its author. */
static bool ends_in_byline(const struct line *line)
{
    struct str s = line->s, name;
    size_t at = str_find(s, STR(". Von "), 0), next = at;
    unsigned n;

    if (line->stop || line->words > 40)
        return false;
    while ((next = str_find(s, STR(". Von "), next)) < s.len)
        at = next++;
    if (at >= s.len)
        return false;
    name = str_cut(s, at + 6, s.len);
    return name.len && utf8_words(name) <= 4 &&
           code_is_upper(utf8_next(name.at, name.at + name.len, &n));
}

/* "Von Miriam Kesselring", "Von TOM HANKE": von and names only. */
static bool is_byline(const struct line *line)
{
    struct str s = line->lower;
    const char *end = line->s.at + line->s.len;
    bool names = false;
    uint32_t small = 0; /* words: "und", "der" */
    unsigned n;

    if (line->words > 14 || line->stop ||
        !(str_starts(s, STR("von ")) || str_starts(s, STR("by "))))
        return false;
    for (const char *p = line->s.at + 3; p < end; p += n) {
        uint32_t c = utf8_next(p, end, &n);

        if (is_figure((char)c) && n == 1)
            return false;
        names |= code_is_upper(c);
        small += p[-1] == ' ' && code_is_letter(c) && !code_is_upper(c);
    }
    if (line->words > 8 && small * 4 > line->words)
        return false;
    return names || line->words <= 3;
}

/* "A / B / C", "a, b, c, d, e": labels without a function word. */
static bool is_tags(const struct line *line)
{
    uint32_t commas = count_signs(line->s, ",");
    uint32_t slashes = 0;

    for (size_t i = 0; i + 2 < line->s.len; i++)
        slashes += !memcmp(line->s.at + i, " / ", 3);
    if (line->stop || line->stops)
        return false;
    return slashes >= 2 || (commas >= 4 && commas * 3 >= line->words);
}

static bool starts_capital(struct str s)
{
    unsigned n;

    return s.len && code_is_upper(utf8_next(s.at, s.at + s.len, &n));
}

/* The end of a caption: "... am Montag. © dpa | Anna Moos", "... IMAGO/Moos",
 * "... Archivbild)". */
static bool ends_in_credit(const struct line *line)
{
    struct str s = line->s, last;
    size_t at = s.len;

    if (line->words > 60 || line->stop)
        return false;
    if (str_find(s, STR("©"), 0) < s.len)
        return true;
    while (at && s.at[at - 1] != ' ' && s.at[at - 1] != '.')
        at--;
    last = str_cut(s, at, s.len);
    if (str_same(last, STR("dpa")) || str_same(last, STR("Archivbild)")) ||
        str_same(last, STR("Symbolbild)")) || str_same(last, STR("Archivfoto)")))
        return true;
    /* Signs of a wire, "kra/wob", are small letters. */
    at = str_find(last, STR("/"), 0);
    return at && at + 1 < last.len && line->words >= 6 && line->stops &&
           starts_capital(last) && starts_capital(str_cut(last, at + 1,
                                                          last.len));
}

/* A crumb trail or a page's head: parts between | » › · → */
static bool is_trail(const struct line *line)
{
    static const char *const signs[] = {"|", "»", "›", "→", "·", "•"};
    uint32_t n = 0;

    if (line->words > 20 || (line->stop && line->stops > 2))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct str sign = str_of(signs[i]);

        for (size_t at = str_find(line->s, sign, 0); at < line->s.len;
             at = str_find(line->s, sign, at + 1)) {
            size_t after = at + sign.len;

            n += (!at || line->s.at[at - 1] == ' ') &&
                 (after >= line->s.len || line->s.at[after] == ' ');
        }
    }
    return n >= 2 || (n && !line->stop && line->words <= 6);
}

/* An address and nothing else. */
static bool is_address(const struct line *line)
{
    return line->words == 1 && (str_starts(line->lower, STR("http")) ||
                                str_starts(line->lower, STR("www.")));
}

/* Signs of a wire: "npa uk/ste xxom z2 kel", "(hk/rok)", "npa:260303-99-..". */
static bool is_signoff(const struct line *line)
{
    struct str s = line->s;
    uint32_t slash = count_signs(s, "/"), figures = count_signs(s, "0123456789");
    bool capital = false;

    if (line->words > 8 || line->stops || s.len > 60)
        return str_starts(line->lower, STR("(schluss)"));
    for (size_t i = 0; i < s.len; i++)
        capital |= s.at[i] >= 'A' && s.at[i] <= 'Z';
    if (str_starts(line->lower, STR("(schluss)")))
        return true;
    if (!capital && slash && !line->stop && line->words >= 1)
        return true;
    return figures * 3 >= s.len && figures >= 5 && !line->stop;
}

/* The head of a wire report: "öpd0188 5 CI 0391 WI   Fr, 16.Jän 2026", and the
 * subtitle that ends in "=". */
static bool is_wire_head(const struct line *line)
{
    struct str s = line->s;

    if (str_starts(line->lower, STR("utl.:")) || str_ends(s, STR(" =")))
        return true;
    return line->words <= 10 && !line->stop && !line->stops &&
           count_signs(s, "0123456789") >= 8;
}

static enum removal named_reason(struct str name)
{
    static const struct {
        const char *name;
        enum removal reason;
    } row[] = {{"navigation", REMOVED_NAVIGATION},
               {"teaser", REMOVED_TEASER},
               {"comment", REMOVED_COMMENT},
               {"credit", REMOVED_CREDIT},
               {"time", REMOVED_TIME},
               {"byline", REMOVED_BYLINE},
               {"tags", REMOVED_TAGS},
               {"promotion", REMOVED_PROMOTION},
               {"sources", REMOVED_SOURCES},
               {"caption", REMOVED_CAPTION},
               {"sign-off", REMOVED_SIGNOFF}};

    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (str_same(name, str_of(row[i].name)))
            return row[i].reason;
    return REMOVED_NOT;
}

static bool is_statement(const struct line *line)
{
    return line->stop && line->words >= 6 && line->stops >= 1;
}

/* "Suche" begins a page's search line, but also "Suche nach Vermissten geht
 * weiter, sagte sie."; single words count in lines that are no sentences, and
 * "Spenden" not in "Spendengelder". */
static bool starts_junk(const struct line *line, struct str word)
{
    const char *end = line->lower.at + line->lower.len;
    const char *p = line->lower.at + word.len;
    unsigned n;
    uint32_t last = utf8_before(p, line->lower.at, &n);
    bool phrase = str_find(word, STR(" "), 0) < word.len;

    if (code_is_word(last) && p < end && code_is_word(utf8_next(p, end, &n)))
        return false;
    return phrase || !code_is_word(last) || !is_statement(line);
}

/* Speaks to the reader: capital Sie, Ihr; du, wir, uns. */
static bool addresses(const struct line *line)
{
    static const char *const words[] = {"Sie ", "Ihr", "Ihnen", " du ", "uns",
                                        " wir ", "Wir ", " dich ", " dein",
                                        "jetzt", "Jetzt", "hier", "Hier"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find(line->s, str_of(words[i]), 0) < line->s.len)
            return true;
    return false;
}

static enum removal phrase_reason(const struct cleaner *c,
                                  const struct line *line)
{
    const struct entry *e = NULL;
    enum removal r;

    if (line->words <= 30)
        e = line_begins(c->l, LANG_junk_starts, line->lower);
    if (e && starts_junk(line, e->word))
        return named_reason(e->value);
    if (line->words > 40)
        return REMOVED_NOT;
    e = line_holds(c->l, LANG_junk_phrases, line->lower);
    r = e ? named_reason(e->value) : REMOVED_NOT;
    if (r == REMOVED_PROMOTION && is_statement(line) && !addresses(line))
        return REMOVED_NOT;
    return r;
}

static enum removal markup_reason(const struct line *line)
{
    if (line->hints & HINT_HIDDEN)
        return REMOVED_HIDDEN;
    if (line->hints & HINT_NAV)
        return REMOVED_NAVIGATION;
    if (line->kind == BLOCK_CAPTION || (line->hints & HINT_FIGURE))
        return REMOVED_CAPTION;
    if ((line->hints & HINT_BYLINE) && line->words <= 25)
        return REMOVED_BYLINE;
    return REMOVED_NOT;
}

enum removal line_reason(const struct cleaner *c, const struct line *line)
{
    enum removal r = markup_reason(line);

    if (r == REMOVED_NOT)
        r = phrase_reason(c, line);
    if (r != REMOVED_NOT)
        return r;
    if (is_teaser(line))
        return REMOVED_TEASER;
    if (is_counter(line))
        return REMOVED_COUNTER;
    if (is_byline(line) || ends_in_byline(line))
        return REMOVED_BYLINE;
    if (is_stamp(c, line))
        return REMOVED_TIME;
    if (ends_in_credit(line))
        return REMOVED_CREDIT;
    if (is_wire_head(line) || is_signoff(line))
        return REMOVED_SIGNOFF;
    if (is_tags(line))
        return REMOVED_TAGS;
    if (is_trail(line) || is_address(line))
        return REMOVED_NAVIGATION;
    return REMOVED_NOT;
}
