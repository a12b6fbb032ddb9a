/*
 * author.c - who wrote an article: names out of markup, or out of the line of
 * date and author at the heading.
 */
#include "intake/signs.h"

#define BYLINE_MAX 160  /* bytes of a line of date and author */
#define BLOCKS_NEAR 12  /* blocks behind the heading that may hold it */

/* Words before a name: "Von", "Autor:" ... */
static struct str strip_lead(struct str s)
{
    static const char *const leads[] = {
        "von ",  "Von ",   "VON ",   "by ",      "By ",         "BY ",
        "vom ",  "Autor:", "Autorin:", "Autor ", "Author:", "Author ",
        "Text:", "Text ", "Verfasst ", "Geschrieben ", "Veröffentlicht ",
        "veröffentlicht ", "erstellt ", "Erstellt ", "Gespeichert ",
        "Ein Beitrag ", "Ein Artikel ", "Eine Kolumne ", "Ein Kommentar ",
        "Redaktion:", "Autoren:", "Von:", "von:", "Beitrag ", "Artikel ",
        "Posted ", "Written ", "Interview:", "Protokoll:", "von\xc2\xa0",
        "Artikel von:", "vonvon ", "Über den Autor", "Über die Autorin"};
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
        if (str_starts(s, STR("von")) && s.len > 3 && s.at[3] >= 'A' &&
            s.at[3] <= 'Z') {
            s = str_cut(s, 3, s.len); /* two elements run together */
            again = true;
        }
    }
    return s;
}

/* NAME up to what follows a name in a byline. */
static struct str cut_tail(struct str name)
{
    static const char *const tails[] = {
        " |", " ·", " •", " —", " →", " (", " am ", " – ", " - ", " auf ",
        " Foto", " Kategorie", " Datum", ", Datum", " //", " @ ", " Text:",
        " Illustration", " on ", " in ", " at "};

    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
        name = str_cut(name, 0, str_find(name, str_of(tails[i]), 0));
    return str_trim(name);
}

/* What stands where names stand and is none. */
static bool is_name(struct signs *s, struct str name)
{
    static const char *const never[] = {
        "admin",    "http",     "www.",    "@",       "webmaster", "unknown",
        "null",     "undefined", "facebook", "twitter", "[at]",  "folgen",
        "follow",   "abbruch",  "archiv",  "beiträge", "artikel", "posted",
        "quelle:",  "datum:",   "autor:",  "mehr",    "themen",  "anzeigen",
        "show all", "veröffentlicht", "newsletter", "profil", "kommentar",
        "zustimmen", "foto:", "wortlaut", "dpa-infocom", NULL};
    struct str lower = utf8_lower(s->m, name);
    struct wordset words = words_of(s->m, name);

    if (name.len < 3 || name.len > 90 || !words.n || words.n > 9)
        return false;
    if (words.n == 1 && (str_same(words.word[0], STR("von")) ||
                         str_same(words.word[0], STR("none")) ||
                         str_same(words.word[0], STR("gefolgt"))))
        return false;
    for (const char *const *n = never; *n; n++)
        if (str_find(lower, str_of(*n), 0) < lower.len)
            return false;
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] >= '0' && name.at[i] <= '9' && words.n > 1)
            return false;
    return true;
}

void add_name(struct signs *s, struct names_found *to, struct str name)
{
    struct str clean = {NULL, 0};

    set_sign(s, &clean, name);
    clean = cut_tail(strip_lead(clean));
    if (to->n == NAMES_MAX || !is_name(s, clean))
        return;
    for (uint32_t i = 0; i < to->n; i++)
        if (alike(s->m, to->name[i], clean))
            return;
    to->name[to->n++] = clean;
}

/* ---- bylines in the text -------------------------------------------- */

static bool capital(struct str word)
{
    unsigned len;

    return word.len && code_is_upper(utf8_next(word.at, word.at + word.len,
                                               &len));
}

/* The name that LINE begins with: two to four words with a capital. */
static struct str name_at(struct str line)
{
    static const char *const small[] = {"von", "van", "de", "der", "zu",
                                        "und", "den", "di", "del", NULL};
    size_t at = 0, end = 0;
    uint32_t words = 0, capitals = 0;

    while (at < line.len && words < 9) {
        size_t stop = str_find(line, STR(" "), at);
        struct str word = str_cut(line, at, stop);
        bool link = false;

        for (const char *const *k = small; *k; k++)
            link |= str_same(word, str_of(*k));
        if (!capital(word) && !link)
            break;
        words++;
        capitals += capital(word);
        if (capital(word))
            end = stop;
        if (str_ends(word, STR(",")) || str_ends(word, STR(":")))
            break;
        at = stop + 1;
    }
    if (capitals < 2 || capitals > 7)
        return (struct str){NULL, 0};
    line = str_cut(line, 0, end);
    if (str_ends(line, STR(",")) || str_ends(line, STR(".")))
        line.len--;
    return str_ends(line, STR(":")) ? (struct str){NULL, 0} : line;
}

/* Where a name begins in a line of date and author; LINE.len: nowhere. */
static size_t behind_lead(struct str line)
{
    static const char *const leads[] = {
        "Von ", "von ", "VON ", "By ", "by ", "Autor: ", "Autorin: ",
        "Author: ", "Text: ", "Text von ", "AUTOR: ", "TEXT: ", "Autor ",
        "Autor/in: "};

    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        struct str lead = str_of(leads[i]);
        size_t at = str_find(line, lead, 0);

        if (at < line.len && (!at || line.at[at - 1] == ' '))
            return at + lead.len;
    }
    return line.len;
}

static void byline(struct signs *s, uint32_t block,
                   struct names_found *to)
{
    const struct article *a = s->r->a;
    struct str line = {NULL, 0};
    size_t at;

    set_field(s->m, &line, str_cut(str_span(a->raw, a->block[block].raw), 0,
                                   BYLINE_MAX + 1));
    if (!line.len || line.len > BYLINE_MAX)
        return;
    at = behind_lead(line);
    if (at == line.len && (a->block[block].hints & HINT_BYLINE)) {
        struct str name = name_at(line);

        if (name.len == line.len && words_of(s->m, name).n <= 3)
            add_name(s, to, name);
        return;
    }
    if (at < line.len && (at <= 12 || page_date(s, line).year ||
                          (a->block[block].hints & HINT_BYLINE))) {
        struct str name = name_at(str_cut(line, at, line.len));

        if (name.len)
            add_name(s, to, name);
    }
}

/* A page without a heading: a line that is nothing but "von" and a name. */
static void lone_byline(struct signs *s, struct names_found *to)
{
    const struct article *a = s->r->a;

    for (uint32_t i = 0; i < a->nblock && !to->n; i++) {
        struct str line = str_span(a->raw, a->block[i].raw), name;
        size_t at = line.len <= 60 ? behind_lead(line) : 60;

        if (line.len > 60 || at > 12 || (a->block[i].hints & HINT_NAV))
            continue;
        name = name_at(str_cut(line, at, line.len));
        if (name.len && name.len + at == line.len)
            add_name(s, to, name);
    }
}

static void bylines(struct signs *s, struct names_found *to)
{
    const struct article *a = s->r->a;
    uint32_t at = title_block(s);

    for (uint32_t n = 1; at < a->nblock && n <= BLOCKS_NEAR && !to->n; n++) {
        if (at + n < a->nblock)
            byline(s, at + n, to);
        if (!to->n && n <= at && n <= 4)
            byline(s, at - n, to);
    }
    if (!to->n)
        lone_byline(s, to);
}

/* ---- the choice ----------------------------------------------------- */

static bool use_names(struct signs *s, const struct names_found *from,
                      uint32_t most, bool site)
{
    struct buf b = buf_new(s->m);

    for (uint32_t i = 0; i < from->n && i < most; i++) {
        if (!site && is_site(s, from->name[i]))
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

/* The candidate among FROM that begins with all of NAME and says more: the
 * family name, a second author. */
static struct str longer(struct signs *s, const struct names_found *from,
                         struct str name)
{
    for (uint32_t i = 0; i < from->n; i++) {
        struct str other = from->name[i];

        if (str_starts(other, name) && other.len > name.len + 2 &&
            (other.at[name.len] == ',' ||
             (other.at[name.len] == ' ' &&
              str_find(name, STR(" "), 0) == name.len &&
              words_of(s->m, other).n <= 3)))
            return other;
    }
    return name;
}

static void complete(struct signs *s, const struct names_found *text)
{
    struct str *author = &s->r->a->markup.author, was = *author, now;

    now = longer(s, text, was);
    if (now.len == was.len)
        now = longer(s, &s->meta_author, was);
    if (now.len == was.len && s->class_author.n) {
        struct names_found first = {.n = 1};

        first.name[0] = s->class_author.name[0];
        now = longer(s, &first, was);
    }
    if (now.len > was.len) {
        author->len = 0;
        set_field(s->r->a->arena, author, now);
    }
}

void choose_author(struct signs *s)
{
    struct names_found text = {.n = 0};

    bylines(s, &text);
    if (use_names(s, &s->ld_author, NAMES_MAX, false) ||
        use_names(s, &s->item_author, 3, false) ||
        use_names(s, &s->rel_author, 1, false) ||
        use_names(s, &s->class_author, 1, false) ||
        use_names(s, &text, 1, false) ||
        use_names(s, &s->meta_author, NAMES_MAX, false) ||
        use_names(s, &s->ld_author, 1, true) ||
        use_names(s, &s->item_author, 1, true) ||
        use_names(s, &s->meta_author, 1, true))
        complete(s, &text);
}
