/*
 * quantity.c - what belongs to a number: its range, millions, the noun it counts,
 * and words that make it vague.
 */
#include "text/quantity.h"

/* The first word from I on that begins at AT or behind. */
static uint32_t word_from(const struct reading *r, uint32_t i, uint32_t at)
{
    while (i < r->n && r->w[i].from < at)
        i++;
    return i;
}

/* ---- the number itself --------------------------------------------------- */

static bool core_digits(const struct reading *r, uint32_t i,
                        struct quantity *q)
{
    struct str text = str_cut(r->a->text, 0, r->span.to);
    const struct look *last;

    q->shape = shape_read(r->l, text, r->w[i].from);
    q->n.value = q->shape.value;
    q->n.text = (struct span){r->w[i].from, q->shape.to};
    q->next = word_from(r, i + 1, q->shape.to);
    last = &r->w[q->next - 1];
    if (last->to > q->shape.to)
        q->rest = (struct span){q->shape.to, last->to};
    return true;
}

static bool big(const struct reading *r, uint32_t i)
{
    return look_joined(r, i) && look_has(r, i, IS(multipliers)) &&
           !look_is(r, i, "tausend") && !look_is(r, i, "tsd");
}

/* "ein" counts only before a million, "halbe" before that or a time. */
static bool core_article(const struct reading *r, uint32_t i,
                         struct quantity *q, struct str form)
{
    bool half = str_starts(form, STR("halb"));

    if (form.len > 6 || !(half || str_starts(form, STR("ein"))))
        return false;
    if (!half && str_same(form, STR("eins")))
        return false;
    if (!big(r, i + 1) &&
        !(half && look_joined(r, i + 1) && look_has(r, i + 1, IS(units))))
        return false;
    q->n.value = half ? .5 : 1;
    q->n.text = (struct span){r->w[i].from, r->w[i].to};
    q->next = i + 1;
    return true;
}

static bool known_rest(struct str rest)
{
    static const char *const known[] = {"jährig", "wöchig", "tägig",
                                        "monatig", "stündig", "minütig"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_starts(rest, str_of(known[i])))
            return true;
    return false;
}

static bool core_words(const struct reading *r, uint32_t i,
                       struct quantity *q)
{
    const struct look *w = &r->w[i];
    bool start = !i || (w->gap & (GAP_COLON | GAP_QUOTE | GAP_BREAK));
    unsigned char first = (unsigned char)r->a->text.at[w->from];
    struct str form;
    size_t used;

    if (w->capital ? !start : !r->numeral[first])
        return false;
    form = look_form(r, i);
    if (form.len < 3 || !r->numeral[(unsigned char)form.at[0]])
        return false;
    q->word = true;
    if (str_starts(form, STR("ein")) || str_starts(form, STR("halb"))) {
        if (core_article(r, i, q, form))
            return true;
        if (form.len <= 6)
            return false;
    }
    if (!numeral_read(r->l, form, &q->n.value, &used))
        return false;
    if (used < form.len && !known_rest(str_cut(form, used, form.len)))
        return false;
    q->n.text = (struct span){r->w[i].from, r->w[i].to};
    q->next = i + 1;
    if (used < form.len)
        q->rest = (struct span){r->w[i].from + (uint32_t)used, r->w[i].to};
    return true;
}

bool quantity_core(const struct reading *r, uint32_t i, struct quantity *q)
{
    *q = (struct quantity){.first = i, .start = r->w[i].from};
    if (!(r->w[i].digit ? core_digits(r, i, q) : core_words(r, i, q)))
        return false;
    q->n.until = q->n.value;
    q->n.sentence = r->s;
    return true;
}

/* ---- range and multiplier --------------------------------------------- */

static bool dash_between(const struct reading *r, const struct quantity *q)
{
    return q->next < r->n && r->w[q->next].digit &&
           (r->w[q->next].gap & ~GAP_TIGHT) == GAP_BREAK &&
           r->w[q->next].from - q->n.text.to <= 5;
}

/* "zwei bis drei", "6–9", "zwischen 6 und 9". */
void quantity_range(const struct reading *r, struct quantity *q)
{
    bool between = q->first && look_is(r, q->first - 1, "zwischen");
    struct quantity end;
    uint32_t i = q->next;

    if (!dash_between(r, q)) {
        if (!look_joined(r, i) || !look_joined(r, i + 1) ||
            !look_is(r, i, between ? "und" : "bis"))
            return;
        i++;
    }
    if (!quantity_core(r, i, &end) || end.rest.to ||
        end.shape.kind == SHAPE_DATE || end.shape.kind == SHAPE_ORDINAL ||
        end.shape.kind == SHAPE_OTHER)
        return;
    q->n.until = end.n.value;
    q->n.text.to = end.n.text.to;
    q->next = end.next;
    if (end.shape.kind != SHAPE_PLAIN)
        q->shape.kind = end.shape.kind;
    if (between) {
        q->first--;
        q->n.text.from = r->w[q->first].from;
    }
}

static bool stop_at(const struct reading *r, uint32_t at)
{
    return at + 1 < r->span.to && r->a->text.at[at] == '.';
}

/* Behind an abbreviation its full stop belongs to the text. */
uint32_t quantity_stop(const struct reading *r, const struct look *w)
{
    return stop_at(r, w->to) ? w->to + 1 : w->to;
}

void quantity_multiply(const struct reading *r, struct quantity *q)
{
    const struct entry *e;
    double ten = 1;

    if (!look_joined(r, q->next) || !look_has(r, q->next, IS(multipliers)))
        return;
    e = lang_find(r->l, LANG_multipliers, look_form(r, q->next));
    for (int i = 0; i < e->number; i++)
        ten *= 10;
    q->n.value *= ten;
    q->n.until *= ten;
    q->n.text.to = quantity_stop(r, &r->w[q->next]);
    q->next++;
    q->shape.bare = false;
}

/* ---- hedges ------------------------------------------------------------- */

/* The hedge that ends with word I, and its first word. */
static int hedge_at(const struct reading *r, uint32_t i, uint32_t *from)
{
    *from = i;
    if (look_has(r, i, IS(hedges)))
        return lang_find(r->l, LANG_hedges, look_form(r, i))->number;
    if (!i || !look_joined(r, i))
        return 0;
    *from = i - 1;
    if (look_is(r, i, "zu") && look_is(r, i - 1, "bis"))
        return HEDGE_UP_TO;
    if (!look_is(r, i, "als"))
        return 0;
    if (look_is(r, i - 1, "weniger"))
        return HEDGE_MOST;
    if (!look_is(r, i - 1, "mehr"))
        return 0;
    if (i > 1 && look_is(r, i - 2, "nicht")) {
        *from = i - 2;
        return HEDGE_MOST;
    }
    return HEDGE_MORE;
}

void quantity_hedge(const struct reading *r, struct quantity *q)
{
    for (int times = 0; times < 2 && q->first; times++) {
        uint32_t from;
        int hedge;

        if (r->w[q->first].gap & ~GAP_STOP)
            return;
        hedge = hedge_at(r, q->first - 1, &from);
        if ((r->w[q->first].gap & GAP_STOP) &&
            !look_is(r, q->first - 1, "ca"))
            return;
        if (hedge == 7)
            hedge = q->n.class == NUMBER_CLOCK ? HEDGE_ABOUT : HEDGE_NONE;
        if (!hedge)
            return;
        if (q->n.hedge && from + 1 == q->first &&
            !look_is(r, from, "mindestens") && !look_is(r, from, "rund"))
            return; /* "über rund 90 Märkte": a preposition */
        if (!q->n.hedge)
            q->n.hedge = (uint8_t)hedge;
        q->first = from;
        q->n.text.from = r->w[from].from;
    }
}

/* ---- heads --------------------------------------------------------------- */

/* The last part of a hyphenated word, -innen cut. */
static struct str head_of(struct str word)
{
    for (size_t i = word.len; i-- > 1;)
        if (word.at[i] == '-') {
            word = str_cut(word, i + 1, word.len);
            break;
        }
    if (word.len > 8 && str_ends(word, STR("innen")))
        word.len -= 5;
    return word;
}

/* The next capitalised word, at most two lower-case words between; other
 * numbers ("37 von 412 Brücken") do not count. */
void quantity_head(const struct reading *r, struct quantity *q)
{
    unsigned between = 0;

    for (uint32_t i = q->next; i < q->next + 6 && look_joined(r, i); i++) {
        const struct look *w = &r->w[i];
        struct str word = str_cut(r->a->text, w->from, w->to);

        if (w->digit)
            continue;
        if (look_is(r, i, "und") || look_is(r, i, "oder"))
            return;
        if (w->capital && look_joined(r, i + 1) && r->w[i + 1].capital &&
            str_ends(word, STR("er")) && word.len > 5)
            continue; /* "Schweizer Läden" */
        if (look_has(r, i, IS(weekdays)) || look_is(r, i, "mal") ||
            look_is(r, i, "stand"))
            return;
        if (w->capital) {
            q->n.what = (struct span){w->from, w->to};
            q->n.head = lang_word(r->l, head_of(word));
            return;
        }
        if (++between > 2)
            return;
    }
}
