/*
 * open.c - sentences that cannot stand alone: pronouns and connectives that
 * refer back, speech without its speaker, half quotations, fragments.
 *
 * The rules were written while reading sentences marked by hand. They look at
 * the first words and at the head: the text before the first comma, colon,
 * semicolon, dash or inner quotation mark.
 */
#include "text/reading.h"

/* Words of the head. */
static uint32_t head_of(const struct reading *r)
{
    uint32_t i = 1;

    while (i < r->n && !(r->w[i].gap & (GAP_COMMA | GAP_COLON | GAP_BREAK |
                                        GAP_QUOTE)))
        i++;
    return i < r->n ? i : r->n;
}

static bool starts_quoted(const struct reading *r)
{
    return r->n && (r->w[0].gap & GAP_QUOTE);
}

/* ---- form -------------------------------------------------------------- */

static bool few_capitals(const struct reading *r)
{
    if (r->n > 5)
        return false;
    for (uint32_t i = 1; i < r->n; i++)
        if (r->w[i].capital || r->w[i].digit)
            return false;
    return true;
}

static bool bad_form(const struct reading *r)
{
    const struct sentence *s = &r->a->sentence[r->s];
    unsigned n;
    const char *text = r->a->text.at;
    uint32_t last = utf8_before(text + r->span.to, text + r->span.from, &n);

    if (!r->n)
        return true;
    if (code_is_lower(utf8_next(text + r->w[0].from, text + r->w[0].to, &n)))
        return true;
    if (last == ',' || last == ';' || last == ':' || last == 0x2013 ||
        last == '-')
        return true;
    if (s->words < 4 || r->marks % 2)
        return true;
    return few_capitals(r);
}

/* ---- quotations -------------------------------------------------------- */

/* Words outside the quotation marks that begin with a capital. */
static bool speaker_named(const struct reading *r)
{
    for (uint32_t i = r->n; i-- > 0;)
        if (r->w[i].capital && !r->w[i].quoted)
            return true;
    return false;
}

/* A quotation whose speaker does not stand beside it. One of a few words may
 * be a name or title. */
static bool quote_alone(const struct reading *r)
{
    uint32_t quoted = 0;

    if (!starts_quoted(r) || !r->closed || speaker_named(r))
        return false;
    while (quoted < r->n && r->w[quoted].quoted)
        quoted++;
    return quoted > 3;
}

/* ---- the first words --------------------------------------------------- */

static bool starts_with(const struct reading *r, const char *words)
{
    uint32_t i = 0;
    struct str rest = str_of(words);

    while (rest.len) {
        size_t to = str_find(rest, STR(" "), 0);

        if (i >= r->n || !str_same(look_form(r, i), str_cut(rest, 0, to)))
            return false;
        rest = str_cut(rest, to + 1, rest.len);
        i++;
    }
    return true;
}

/* Is the lower-case word at I, behind "das", a verb? Adjectives there end in
 * -e ("das alte Haus"); so do few verbs, which are listed. */
static bool verb_behind_das(const struct reading *r, uint32_t i)
{
    struct str form;

    if (!look_joined(r, i) || r->w[i].capital || r->w[i].digit ||
        look_has(r, i, IS(within)) || r->w[i].number)
        return false;
    form = look_form(r, i);
    if (!str_ends(form, STR("e")))
        return true;
    return look_has(r, i, IS(pastverb) | IS(indirect));
}

static bool starts_das(const struct reading *r)
{
    if (!look_is(r, 0, "das"))
        return false;
    if (verb_behind_das(r, 1))
        return true;
    return look_joined(r, 1) && !r->w[1].capital && look_joined(r, 2) &&
           look_has(r, 2, IS(nearby)) && !r->w[2].capital;
}

static bool first_word_open(const struct reading *r)
{
    static const char *const starts[] = {
        "zum anderen", "mit anderen worten", "als reaktion", "parallel dazu",
        "bis dahin", "es zeigt"};

    if (look_has(r, 0, IS(opens)))
        return true;
    if (look_has(r, 0, IS(self)) && !(r->w[0].quoted && speaker_named(r)))
        return true;
    if (starts_das(r))
        return true;
    if (look_has(r, 0, IS(cause)) &&
        (look_is(r, 1, "ist") || look_is(r, 1, "war")) && look_joined(r, 1))
        return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_with(r, starts[i]))
            return true;
    return false;
}

/* "Länge: bis zu ..." */
static bool word_and_colon(const struct reading *r)
{
    return r->n > 1 && (r->w[1].gap & GAP_COLON) &&
           !(r->a->sentence[r->s].flags & SENTENCE_ITEM);
}

/* ---- words that refer back ---------------------------------------------- */

/* Behind a word like "dazu", or one word later ("darauf hin"): ", dass", ", ob"
 * or an infinitive with zu. */
static bool looks_forward(const struct reading *r, uint32_t i)
{
    uint32_t comma = i + 1;

    while (comma < r->n && comma < i + 3 && !(r->w[comma].gap & GAP_COMMA))
        comma++;
    if (comma >= r->n || !(r->w[comma].gap & GAP_COMMA))
        return false;
    if (look_has(r, comma, IS(asks)))
        return true;
    for (i = comma; i + 1 < r->n; i++)
        if (look_is(r, i, "zu") && !r->w[i + 1].capital &&
            str_ends(look_form(r, i + 1), STR("n")))
            return true;
    return false;
}

/* "dieses" without a noun, or with one that is no period of time. */
static bool points_back(const struct reading *r, uint32_t i)
{
    uint32_t noun = i + 1;

    if (!look_has(r, i, IS(this)))
        return false;
    while (look_joined(r, noun) && !r->w[noun].capital && noun < i + 3)
        noun++;
    return look_joined(r, noun) && r->w[noun].capital &&
           !look_has(r, noun, IS(period) | IS(weekdays));
}

static bool refers_in_head(const struct reading *r, uint32_t i)
{
    if (r->w[i].capital)
        return false;
    if (look_has(r, i, IS(pronoun) | IS(but)))
        return true;
    if (look_has(r, i, IS(back)))
        return !looks_forward(r, i) &&
               !(look_is(r, i, "damit") && look_is(r, i - 1, "und"));
    return false;
}

/* sein, ihr among words 2 to 4, and no noun or name before. */
static bool owner_missing(const struct reading *r)
{
    const struct word *first = lang_entry(r->l, r->w[0].id);

    if (!first->common && !first->roles && !r->w[0].number)
        return false;
    for (uint32_t i = 1; i < 4 && i < r->n; i++) {
        if (r->w[i].capital)
            return false;
        if (look_has(r, i, IS(possessive)) && i + 1 < r->n)
            return true;
    }
    return false;
}

/* "weist das zurück", "ob das stimmt". */
static bool takes_das(const struct reading *r, uint32_t i)
{
    if (!i || !look_has(r, i - 1, IS(takes)) || !look_is(r, i, "das") ||
        !look_joined(r, i) || r->w[i].capital)
        return false;
    if (!look_joined(r, i + 1))
        return true;
    if (r->w[i + 1].capital || r->w[i + 1].digit)
        return false;
    return !(look_joined(r, i + 2) && r->w[i + 2].capital &&
             str_ends(look_form(r, i + 1), STR("e")));
}

static bool refers_back(const struct reading *r)
{
    uint32_t head = head_of(r);

    for (uint32_t i = 1; i < r->n; i++) {
        if (i < head && refers_in_head(r, i))
            return true;
        if (i < 4 && look_has(r, i, IS(early)) && !r->w[i].capital &&
            !look_has(r, i, IS(this)) && !looks_forward(r, i))
            return true;
        if (points_back(r, i) || takes_das(r, i))
            return true;
        if (i < 7 && look_has(r, i, IS(hence)))
            return true;
        if (look_has(r, i - 1, IS(possessive)) && look_is(r, i, "angaben"))
            return true;
    }
    return owner_missing(r);
}

/* ---- definite nouns ------------------------------------------------------ */

static bool has_name(const struct reading *r)
{
    for (uint32_t i = 2; i < r->n; i++)
        if (r->w[i].capital && r->w[i - 1].capital && !r->w[i].gap &&
            !r->w[i].digit)
            return true;
    return false;
}

/* "der 33-Jährige" */
static bool is_aged(const struct reading *r, uint32_t i)
{
    struct str form;

    if (i >= r->n || !r->w[i].digit)
        return false;
    form = look_form(r, i);
    return str_find(form, STR("-jährige"), 0) < form.len &&
           !(look_joined(r, i + 1) && r->w[i + 1].capital);
}

static bool definite_open(const struct reading *r)
{
    uint32_t i = look_has(r, 0, IS(lead)) ? 1 : 0;

    if (look_has(r, i, IS(article)) && look_joined(r, i + 1) &&
        r->w[i + 1].capital && look_has(r, i + 1, IS(definite)))
        return true;
    for (i = 0; i + 1 < r->n; i++)
        if (look_has(r, i, IS(article)) && is_aged(r, i + 1))
            return !has_name(r);
    return false;
}

uint8_t read_open(struct reading *r)
{
    bool item = r->a->sentence[r->s].flags & SENTENCE_ITEM;

    if (!r->s || r->span.from == r->span.to)
        return OPEN_NOT;
    if (r->n && (first_word_open(r) || speech_by_pronoun(r)))
        return OPEN_WORD;
    if (r->n && quote_alone(r))
        return OPEN_QUOTE;
    if (bad_form(r))
        return item ? OPEN_LIST : OPEN_FORM;
    if (refers_back(r) || word_and_colon(r))
        return OPEN_WORD;
    if (speech_is_open(r))
        return OPEN_SPEECH;
    return definite_open(r) ? OPEN_DEFINITE : OPEN_NOT;
}
