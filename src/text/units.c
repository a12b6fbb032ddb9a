/*
 * units.c - units and currencies of numbers, and the base unit they are
 * reckoned in (see the list units).
 */
#include "text/quantity.h"

static struct str tail_from(const struct reading *r, uint32_t at)
{
    return str_cut(r->a->text, at, r->span.to);
}

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
        q->n.what.to = quantity_stop(r, w);
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
