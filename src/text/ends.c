/*
 * ends.c - does a sentence end at these marks? Every rule looks at one or two
 * words to the left and one to the right; nothing is remembered over sentences,
 * so an unclosed quotation or bracket spoils nothing that follows.
 *
 * What most rules come down to: after a number, a letter or an abbreviation a
 * sentence ends only before a word that usually opens sentences (LANG_starters,
 * counted in raw text).
 */
#include "text/split.h"
#include <string.h>

/* Ten times the log odds from which a word is a strong starter. */
#define LIKELY 1
#define STRONG 16

/* The longest quotation that may be a title inside a sentence, in words. */
#define TITLE_WORDS 8
#define TITLE_SIGNS 100

/* Ten times the log odds that the word to the right opens a sentence. */
static int starter(const struct unit *u, const struct right *r)
{
    const struct entry *e;

    if (r->kind != RIGHT_UPPER)
        return -1;
    e = lang_find(u->l, LANG_starters, r->word.s);
    if (e)
        return e->number;
    return lang_find_folded(u->l, LANG_stopwords, r->word.s) ? STRONG : -1;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static unsigned count_digits(const struct look *w)
{
    unsigned n = 0;

    for (unsigned i = 0; i < w->n; i++)
        n += is_digit(w->code[i]);
    return n;
}

/* Digits with what stands between digits, no letters. */
static bool is_number(const struct look *w)
{
    for (unsigned i = 0; i < w->n; i++)
        if (code_is_letter(w->code[i]))
            return false;
    return count_digits(w) > 0;
}

/* 24.12, 3.10.2019 */
static bool is_date(const struct look *w)
{
    unsigned run = 0;

    if (w->n < 3)
        return false;
    for (unsigned i = 0; i < w->n; i++) {
        if (is_digit(w->code[i]) ? ++run > 2 : (run = 0, w->code[i] != '.'))
            return false;
    }
    return true;
}

/* 100.000 */
static bool is_grouped(const struct look *w)
{
    return w->n > 4 && w->n < 12 && w->code[w->n - 4] == '.';
}

static bool is_roman(const struct look *w)
{
    for (unsigned i = 0; i < w->n; i++)
        if (w->code[i] != 'I' && w->code[i] != 'V' && w->code[i] != 'X')
            return false;
    return w->n > 0;
}

static bool is_capital(const struct look *w)
{
    return w->n && code_is_upper(w->code[0]);
}

static bool is_determiner(const struct unit *u, const struct look *w)
{
    return w->n && !w->stop && lang_find_folded(u->l, LANG_determiners, w->s);
}

/* Nothing but opening signs stands before W in its sentence. */
static bool is_first(const struct unit *u, const struct look *w)
{
    uint32_t p = w->from, c;

    do
        c = look_back(u, &p);
    while (c && code_is_space(c));
    return !c;
}

/* "Platz 3. Der": the number ends the sentence before a starter only. */
static bool after_number(const struct unit *u, const struct stop *s,
                         const struct look *w)
{
    const struct right *r = &s->right;
    int odds = starter(u, r);
    unsigned digits = count_digits(w);
    bool plain = digits == w->n;
    struct look before;

    if (r->kind == RIGHT_DIGIT && (plain || is_date(w))) {
        look_before(u, w->from, &before);
        return (plain && digits > 3) ||
               (r->word.n == 4 && !before.stop && digits == 3);
    }
    if (r->dash && r->kind == RIGHT_DIGIT)
        return false;
    if (!plain && !is_date(w)) {
        look_before(u, w->from, &before);
        return !is_grouped(w) || !is_determiner(u, &before) ||
               odds >= STRONG;
    }
    if (is_first(u, w) && plain && digits < 4)
        return false;
    if (r->kind != RIGHT_UPPER)
        return r->kind == RIGHT_OTHER && digits > 3;
    if (lang_find_folded(u->l, LANG_months, r->word.s))
        return false;
    look_before(u, w->from, &before);
    if (is_determiner(u, &before))
        return odds >= STRONG;
    if (digits > 3 && plain)
        return true;
    if (odds >= LIKELY || r->dash)
        return true;
    if (before.stop)
        return false;
    return lang_find(u->l, LANG_number_nouns, before.s) ||
           (r->quote && is_capital(&before));
}

static bool after_roman(const struct unit *u, const struct stop *s,
                        const struct look *w)
{
    struct look before;

    if (s->right.kind != RIGHT_UPPER || is_first(u, w))
        return false;
    look_before(u, w->from, &before);
    if (is_determiner(u, &before))
        return false;
    return starter(u, &s->right) >= LIKELY;
}

/* "Hasan E.", "Gruppe A.", "z. B." with the space in between. */
static bool after_letter(const struct unit *u, const struct stop *s,
                         const struct look *w)
{
    const struct right *r = &s->right;
    const struct entry *e;
    struct look before;
    int odds = starter(u, r);

    look_before(u, w->from, &before);
    if (!code_is_upper(w->code[0])) /* "2 l." */
        return !before.stop && is_number(&before) && odds >= LIKELY;
    e = before.stop ? NULL : lang_find(u->l, LANG_letter_nouns, before.s);
    if (e)
        return !e->value.len || r->kind != RIGHT_UPPER || r->quote ||
               odds >= LIKELY;
    if (is_roman(w) && is_determiner(u, &before))
        return false;
    if (before.n == 1 && before.stop && odds < 2 * STRONG)
        return false;
    return odds >= STRONG;
}

/* The entry of an abbreviation W, whole or behind its last hyphen or slash. */
static const struct entry *abbreviation(const struct unit *u,
                                        const struct look *w)
{
    const struct entry *e = lang_find(u->l, LANG_abbreviations, w->s);
    size_t tail = w->s.len;

    if (e)
        return e;
    if (is_first(u, w) &&
        (e = lang_find_folded(u->l, LANG_abbreviations, w->s)))
        return e;
    while (tail > 0 && w->s.at[tail - 1] != '-' && w->s.at[tail - 1] != '/' &&
           w->s.at[tail - 1] != '(')
        tail--;
    if (!tail)
        return NULL;
    return lang_find(u->l, LANG_abbreviations,
                     str_cut(w->s, tail, w->s.len));
}

/* "v. Chr.", "u. Ä.": the entry of two parts with a space in between. */
static const struct entry *pair(const struct unit *u, const struct look *w)
{
    struct look before;
    char key[2 * sizeof w->utf8];
    size_t n;

    if (w->n > 4)
        return NULL;
    look_before(u, w->from, &before);
    if (!before.stop || !before.n || before.n > 4)
        return NULL;
    n = before.s.len;
    memcpy(key, before.s.at, n);
    key[n++] = '.';
    memcpy(key + n, w->s.at, w->s.len);
    n += w->s.len;
    return lang_find(u->l, LANG_abbreviations, (struct str){key, n});
}

/* "z.B", "a.F": letters, one or two at a time, with stops between. */
static bool is_dotted(const struct look *w)
{
    unsigned run = 0, dots = 0;

    for (unsigned i = 0; i < w->n; i++) {
        if (w->code[i] == '.') {
            dots++;
            run = 0;
        } else if (!code_is_letter(w->code[i]) || ++run > 2) {
            return false;
        }
    }
    return dots > 0;
}

/* "Bgld", "Rn": no vowel, but not "EU" or "GmbH". */
static bool is_clipped(const struct look *w)
{
    if (w->n < 2 || w->n > 5)
        return false;
    for (unsigned i = 0; i < w->n; i++) {
        uint32_t c = w->code[i];

        if (c >= 0x80 || strchr("aeiouyAEIOUY", (int)c) || is_digit(c))
            return false;
        if (i > 0 && !code_is_lower(c))
            return false;
    }
    return true;
}

static bool is_street(const struct look *w)
{
    return str_ends(w->s, STR("str")) && w->n > 5;
}

static bool is_legal_form(const struct look *w)
{
    return str_same(w->s, STR("KG")) || str_same(w->s, STR("OHG")) ||
           str_same(w->s, STR("AG")) || str_same(w->s, STR("KGaA"));
}

/* "Nolte und Co." is no firm's name: any capital may follow its end. */
static bool is_and_so_on(const struct unit *u, const struct look *w)
{
    struct look before;

    if (!str_same(w->s, STR("Co")))
        return false;
    look_before(u, w->from, &before);
    return str_same(before.s, STR("und"));
}

/* An abbreviation W of the class VALUE. */
static bool after_abbreviation(const struct unit *u, const struct stop *s,
                               const struct look *w, struct str value)
{
    const struct right *r = &s->right;

    if (!value.len || str_same(value, STR("never")))
        return false;
    if (str_same(value, STR("number")))
        return r->kind != RIGHT_DIGIT;
    if (str_same(value, STR("ends")))
        return true;
    if (r->kind == RIGHT_DIGIT || is_legal_form(&r->word))
        return false;
    if (str_same(value, STR("capital")) || is_and_so_on(u, w))
        return true;
    return starter(u, r) >= LIKELY ||
           (r->quote && r->kind == RIGHT_UPPER && w->n > 1);
}

static bool after_word(const struct unit *u, const struct stop *s,
                       const struct look *w)
{
    const struct entry *e = pair(u, w);

    if (!e)
        e = abbreviation(u, w);
    if (e)
        return after_abbreviation(u, s, w, e->value);
    if (is_number(w))
        return after_number(u, s, w);
    if (w->n == 1)
        return after_letter(u, s, w);
    if (is_roman(w))
        return after_roman(u, s, w);
    if (is_dotted(w))
        return starter(u, &s->right) >= 2 * STRONG;
    if (is_clipped(w) || is_street(w))
        return after_abbreviation(u, s, w, STR("may"));
    return true;
}

/* Words between the open quotation mark and END, when the quotation began
 * inside the sentence and not as speech (after : or ,); 0 otherwise. */
static unsigned title_words(const struct unit *u, uint32_t end)
{
    uint32_t p = u->quote, c;
    unsigned words = 1, signs = 0;

    if (p == NOWHERE || p <= u->begin || end - p > 4 * TITLE_SIGNS)
        return 0;
    do
        c = look_back(u, &p);
    while (c == ' ' || c == 0xa0);
    if (!c || c == ':' || c == ',' || sign_is_dash(c) || sign_opens(c))
        return 0;
    for (p = u->quote; p < end && (c = look_next(u, &p));) {
        words += c < 0x80 ? c == ' ' || c == '\n' : code_is_space(c);
        signs += c < 0x80 || !code_is_mark(c);
    }
    return signs > TITLE_SIGNS ? 0 : words;
}

/* "Halt! Mein Freund“ startet": a mark inside a title in the sentence. */
static bool in_title(const struct unit *u, const struct stop *s)
{
    uint32_t p = s->to, c, last = 0;

    if (s->quote || !title_words(u, s->from))
        return false;
    for (unsigned i = 0; i < TITLE_SIGNS / 2;) {
        c = look_next(u, &p);
        if (!c || sign_quotes(c))
            break;
        last = c;
        i += c < 0x80 || !code_is_mark(c);
    }
    if (!c || !sign_quotes(c) || last == ' ' || last == '.' || last == ',')
        return false;
    if (title_words(u, p) > TITLE_WORDS)
        return false;
    c = look_next(u, &p);
    return (c == ' ' || c == 0xa0) && code_is_lower(look_next(u, &p));
}

/* A mark behind which a bracket closes that opened inside the sentence. */
static bool in_bracket(const struct unit *u, const struct stop *s)
{
    return s->bracket && u->open != NOWHERE && u->open > u->begin + 3;
}

static bool after_ellipsis(const struct unit *u, const struct stop *s)
{
    uint32_t p = s->from;
    uint32_t c = look_back(u, &p);
    bool attached = c && (code_is_word(c) || sign_closes(c));

    if (s->bracket && c && (c == '[' || c == '('))
        return false;
    if (s->quote || attached)
        return true;
    return starter(u, &s->right) >= LIKELY || s->right.label ||
           s->right.quote || !c;
}

/* A name that has its own ! before what opens no sentence. */
static bool is_brand(const struct unit *u, const struct stop *s)
{
    struct look w;

    look_left(u, s->from, &w);
    return str_same(w.s, STR("Yahoo")) && starter(u, &s->right) < LIKELY;
}

static bool after_loud(const struct unit *u, const struct stop *s)
{
    unsigned words;

    if (s->right.kind == RIGHT_UPPER && s->quote) {
        words = title_words(u, s->from);
        if (words && words <= TITLE_WORDS && starter(u, &s->right) < LIKELY)
            return false;
    }
    return !in_title(u, s) && !is_brand(u, s);
}

/* "schön.Die": both sides are words and this is no address. */
static bool ends_without_space(const struct unit *u, const struct stop *s)
{
    uint32_t p = s->from, q = s->right.word.to;
    uint32_t c = look_back(u, &p);
    struct look w;

    if (s->right.kind != RIGHT_UPPER || !c || s->dots > 1 || s->right.dash)
        return false;
    if (s->note)
        return true;
    if (s->right.word.n < 2)
        return false;
    look_left(u, s->from, &w);
    if (w.n < 2 || !code_is_lower(w.code[w.n - 1]) ||
        str_find(w.s, STR("@"), 0) < w.s.len ||
        str_find(w.s, STR("/"), 0) < w.s.len ||
        str_find(w.s, STR("."), 0) < w.s.len)
        return false;
    c = look_next(u, &q);
    if (c && c != ' ' && c != ',' && c != '\n' && !code_is_space(c))
        return false;
    return starter(u, &s->right) >= LIKELY;
}

/* Signs that carry a sentence on. */
static bool carries_on(uint32_t c)
{
    return c && c < 0x80 &&
           strchr(",;:)]}/=%&+|<>", (int)c);
}

bool ends_at(const struct unit *u, const struct stop *s)
{
    const struct right *r = &s->right;
    struct look w;

    if (!r->space)
        return ends_without_space(u, s);
    if (r->bracket && r->kind != RIGHT_NONE && look_byline(u, r->at))
        return true;
    if (r->kind == RIGHT_LOWER || carries_on(r->sign))
        return false;
    if (in_bracket(u, s)) {
        look_left(u, s->from, &w);
        return w.n > 1 && !is_number(&w) && after_word(u, s, &w) &&
               starter(u, r) >= 2 * STRONG;
    }
    if (s->loud)
        return after_loud(u, s);
    if (s->ellipsis)
        return after_ellipsis(u, s);
    if (s->quote || s->note)
        return true;
    look_left(u, s->from, &w);
    return !w.n || after_word(u, s, &w);
}
