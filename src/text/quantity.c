/*
 * quantity.c - what belongs to a number: its range, millions, unit, the noun it
 * counts, and words that make it vague.
 */
#include "text/quantity.h"

static struct str tail_from(const struct reading *r, uint32_t at)
{
    return str_cut(r->a->text, at, r->span.to);
}

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
    struct str form = look_form(r, i);
    bool start = !i || (r->w[i].gap & (GAP_COLON | GAP_QUOTE | GAP_BREAK));
    size_t used;

    if ((r->w[i].capital && !start) || form.len < 3 ||
        !r->numeral[(unsigned char)form.at[0]])
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
static uint32_t with_stop(const struct reading *r, const struct look *w)
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
    q->n.text.to = with_stop(r, &r->w[q->next]);
    q->next++;
    q->shape.bare = false;
}

/* ---- units --------------------------------------------------------------- */

struct unit {
    enum number_class class;
    double factor;
    struct str name;
};

static struct str field(struct str *rest)
{
    size_t to = str_find(*rest, STR(" "), 0);
    struct str f = str_cut(*rest, 0, to);

    *rest = str_cut(*rest, to + 1, rest->len);
    return f;
}

static double whole(struct str digits)
{
    double value = 0;

    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.at[i] - '0');
    return value;
}

/* "length 1 100": class, factor, divisor, name. */
static bool unit_named(const struct lang *l, struct str word, struct unit *u)
{
    static const struct {
        const char *name;
        enum number_class class;
    } classes[] = {{"length", NUMBER_LENGTH},     {"mass", NUMBER_MASS},
                   {"data", NUMBER_DATA},         {"speed", NUMBER_SPEED},
                   {"percent", NUMBER_PERCENT},   {"degree", NUMBER_DEGREE},
                   {"duration", NUMBER_DURATION}, {"clock", NUMBER_CLOCK},
                   {"money", NUMBER_MONEY}};
    const struct entry *e = lang_find_folded(l, LANG_units, word);
    struct str rest, name;

    if (!e)
        return false;
    rest = e->value;
    name = field(&rest);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (str_same(name, str_of(classes[i].name)))
            u->class = classes[i].class;
    u->factor = whole(field(&rest));
    u->factor /= whole(field(&rest));
    u->name = rest;
    return true;
}

/* A sign behind the number: %, €, $, £, °, °C. */
static struct span unit_sign(const struct reading *r, uint32_t at)
{
    struct str rest = tail_from(r, at);
    unsigned n = 0;
    uint32_t c = rest.len ? utf8_next(rest.at, rest.at + rest.len, &n) : 0;

    if (c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2009) {
        at += n;
        rest = tail_from(r, at);
        c = rest.len ? utf8_next(rest.at, rest.at + rest.len, &n) : 0;
    }
    switch (c) {
    case 0xb0:
        if (rest.len > n && rest.at[n] == 'C')
            n++;
        return (struct span){at, at + n};
    case '%': case 0x20ac: case '$': case 0xa3:
        return (struct span){at, at + n};
    default:
        return (struct span){0, 0};
    }
}

static void apply_unit(struct reading const *r, struct quantity *q,
                       const struct unit *u, struct span what)
{
    struct number *n = &q->n;

    n->class = (uint8_t)u->class;
    n->what = what;
    n->value *= u->factor;
    n->until *= u->factor;
    if (u->class == NUMBER_MONEY)
        n->head = lang_word(r->l, u->name);
    if (u->class == NUMBER_DURATION || u->class == NUMBER_CLOCK)
        n->text.to = what.to;
}

/* "km/h", "Kilometer pro Stunde". */
static bool makes_speed(const struct reading *r, struct quantity *q)
{
    const struct look *w = &r->w[q->next];
    uint32_t i = q->next + 1;

    if (str_starts(tail_from(r, w->to), STR("/h"))) {
        q->n.what.to = w->to + 2;
        q->next = i + 1;
        return true;
    }
    if ((look_is(r, i, "pro") || look_is(r, i, "je")) &&
        look_is(r, i + 1, "stunde")) {
        q->n.what.to = r->w[i + 1].to;
        q->next = i + 2;
        return true;
    }
    if (look_is(r, i, "in") && look_is(r, i + 1, "der") &&
        look_is(r, i + 2, "stunde")) {
        q->n.what.to = r->w[i + 2].to;
        q->next = i + 3;
        return true;
    }
    return false;
}

/* 3.40 hours, as written, in minutes: 220. */
static double dotted_minutes(double hours)
{
    double whole_hours = (double)(int)hours;

    return whole_hours * 60 + (double)(int)((hours - whole_hours) * 100 + .5);
}

/* 3.40 Uhr, 20 Uhr, 8 bis 16 Uhr, 3 Uhr 40: minutes of the day. */
static void make_clock(const struct reading *r, struct quantity *q)
{
    const struct shape *s = &q->shape;

    q->n.class = NUMBER_CLOCK;
    if (s->kind == SHAPE_DOTTED && q->n.value <= 1440 &&
        q->n.until <= 1440) {
        q->n.value = dotted_minutes(q->n.value / 60);
        q->n.until = dotted_minutes(q->n.until / 60);
    }
    if (look_joined(r, q->next) && r->w[q->next].digit &&
        r->w[q->next].to - r->w[q->next].from == 2) {
        struct str m = str_cut(r->a->text, r->w[q->next].from,
                               r->w[q->next].to);
        double minutes = whole(m);

        if (minutes >= 60 || s->kind != SHAPE_PLAIN)
            return;
        q->n.value = q->n.until += minutes;
        q->n.text.to = r->w[q->next++].to;
    }
}

/* Does the next word follow the number at once, or its "Mio."? */
static bool unit_joined(const struct reading *r, const struct quantity *q)
{
    const struct look *w = &r->w[q->next];

    return q->next < r->n &&
           (!w->gap || (w->gap == GAP_STOP &&
                        q->n.text.to == r->w[q->next - 1].to + 1));
}

static bool unit_word(const struct reading *r, struct quantity *q)
{
    const struct look *w = &r->w[q->next];
    struct unit u;

    if (!unit_joined(r, q) || !look_has(r, q->next, IS(units)) ||
        !unit_named(r->l, look_form(r, q->next), &u))
        return false;
    if (w->to - w->from == 1 && (q->word || w->capital))
        return false;
    q->n.what = (struct span){w->from, w->to};
    if (u.class == NUMBER_LENGTH && makes_speed(r, q)) {
        u.class = NUMBER_SPEED;
        u.factor /= 1000;
        apply_unit(r, q, &u, q->n.what);
        return true;
    }
    if (u.class == NUMBER_DURATION && w->to - w->from <= 3)
        q->n.what.to = with_stop(r, w);
    q->next++;
    if (u.class != NUMBER_CLOCK || q->shape.kind != SHAPE_CLOCK) {
        apply_unit(r, q, &u, q->n.what);
    } else {
        q->n.class = NUMBER_CLOCK;
        q->n.text.to = w->to;
    }
    if (u.class == NUMBER_CLOCK)
        make_clock(r, q);
    return true;
}

bool quantity_unit(const struct reading *r, struct quantity *q)
{
    struct span sign = unit_sign(r, q->n.text.to);
    struct unit u;

    if (!sign.to)
        return unit_word(r, q);
    if (!unit_named(r->l, str_span(r->a->text, sign), &u))
        return false;
    apply_unit(r, q, &u, sign);
    return true;
}

/* "€ 400", "CHF 6.90", "Fr. 6.90". */
bool quantity_currency_before(const struct reading *r, struct quantity *q)
{
    struct str before = str_trim(str_cut(r->a->text, r->span.from, q->start));
    static const char *const signs[] = {"€", "$", "£"};
    struct unit u;

    for (int i = 0; i < 3; i++) {
        struct str sign = str_of(signs[i]);

        if (str_ends(before, sign) && unit_named(r->l, sign, &u)) {
            uint32_t to = r->span.from + (uint32_t)before.len;

            apply_unit(r, q, &u,
                       (struct span){to - (uint32_t)sign.len, to});
            return true;
        }
    }
    if (!q->first || !look_has(r, q->first - 1, IS(units)) ||
        (r->w[q->first].gap & ~GAP_STOP) ||
        !unit_named(r->l, look_form(r, q->first - 1), &u) ||
        u.class != NUMBER_MONEY)
        return false;
    apply_unit(r, q, &u, (struct span){r->w[q->first - 1].from,
                                       r->w[q->first - 1].to});
    return true;
}

/* dreiwöchig, 78-Jähriger, 250-g-Packung. */
bool quantity_compound(const struct reading *r, struct quantity *q)
{
    static const struct {
        const char *rest, *unit;
    } known[] = {{"wöchig", "wochen"},    {"tägig", "tage"},
                 {"monatig", "monate"},   {"stündig", "stunden"},
                 {"minütig", "minuten"},  {"prozentig", "prozent"}};
    char lower[16];
    struct str rest = str_span(r->a->text, q->rest);
    size_t n = 0, hyphen;
    struct unit u;

    if (str_starts(rest, STR("-")))
        rest = str_cut(rest, 1, rest.len);
    while (n < rest.len && n < sizeof lower) {
        lower[n] = rest.at[n] >= 'A' && rest.at[n] <= 'Z' ?
                       (char)(rest.at[n] + 32) : rest.at[n];
        n++;
    }
    if (str_starts((struct str){lower, n}, STR("jährig"))) {
        q->n.class = NUMBER_AGE;
        return true;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_starts((struct str){lower, n}, str_of(known[i].rest)) &&
            unit_named(r->l, str_of(known[i].unit), &u)) {
            apply_unit(r, q, &u, q->rest);
            return true;
        }
    hyphen = str_find(rest, STR("-"), 0);
    rest = str_cut(rest, 0, hyphen);
    if (!unit_named(r->l, rest, &u) || u.class == NUMBER_CLOCK)
        return false;
    apply_unit(r, q, &u, (struct span){q->rest.from + 1,
                                       q->rest.from + 1 +
                                           (uint32_t)rest.len});
    return true;
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
