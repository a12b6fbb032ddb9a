/*
 * number.c - the numbers of a sentence: values in base units, their class, the
 * counted noun, and which numbers are no values (names, years, ordinals).
 */
#include "text/quantity.h"

static void emit(struct reading *r, const struct quantity *q)
{
    struct article *a = r->a;
    uint32_t last = q->next;

    a->number = arena_more(a->arena, a->number, a->nnumber, &r->cnumber,
                           sizeof *a->number);
    a->number[a->nnumber++] = q->n;
    for (uint32_t i = q->first; i < last; i++) {
        if (r->w[i].from < q->start || r->w[i].from >= q->n.text.to)
            continue;
        r->w[i].number = true;
        a->token[r->w[i].token].marks |= TOKEN_NUMBER;
    }
}

/* "(51)" behind a name: an age. */
static bool bracketed_age(const struct reading *r, const struct quantity *q)
{
    struct str text = r->a->text;

    return q->shape.bare && q->first && r->w[q->first - 1].capital &&
           q->n.value < 120 && q->start > r->span.from &&
           text.at[q->start - 1] == '(' && q->n.text.to < r->span.to &&
           text.at[q->n.text.to] == ')';
}

static bool hedged(const struct reading *r, const struct quantity *q)
{
    struct quantity copy = *q;

    quantity_hedge(r, &copy);
    return copy.n.hedge != HEDGE_NONE;
}

static bool noun_follows(const struct reading *r, const struct quantity *q)
{
    return look_joined(r, q->next) && r->w[q->next].capital;
}

static bool year_value(double value)
{
    return value >= 1900 && value <= 2100;
}

/* A year 1900 to 2100 without unit. "2000 Menschen" is none, "seit 2019
 * Lehrerin" is one; "2012 bis 2019" are two. */
static bool is_year(const struct reading *r, const struct quantity *q)
{
    static const char *const lead[] = {"seit", "in", "von", "bis", "ab",
                                       "jahr", "jahre", "jahren", "ende",
                                       "anfang", "mitte", "und", "im"};
    bool round = q->n.value == 2000 || q->n.value == 1900;

    if (!q->shape.bare || !year_value(q->n.value) || hedged(r, q))
        return false;
    if (q->n.until != q->n.value)
        return year_value(q->n.until);
    if (!noun_follows(r, q))
        return true;
    for (size_t i = 0; q->first && i < sizeof lead / sizeof *lead; i++)
        if (look_is(r, q->first - 1, lead[i]))
            return !round || i >= 5;
    return q->first && r->w[q->first - 1].capital;
}

/* "37 von 412", "240 der 310" */
static bool part_of_number(const struct reading *r, const struct quantity *q)
{
    return look_joined(r, q->next) && look_joined(r, q->next + 1) &&
           r->w[q->next + 1].digit &&
           (look_is(r, q->next, "von") || look_is(r, q->next, "der"));
}

/* "18 alte Stücke" */
static bool adjective_follows(const struct reading *r,
                              const struct quantity *q)
{
    struct str form;

    if (!look_joined(r, q->next) || !look_joined(r, q->next + 1) ||
        !r->w[q->next + 1].capital || r->w[q->next].capital ||
        r->w[q->next].digit || lang_entry(r->l, r->w[q->next].id)->stop)
        return false;
    form = look_form(r, q->next);
    return str_ends(form, STR("e")) || str_ends(form, STR("en"));
}

/* Is the word before a name or a noun with a number: A 97, Halle 3? */
static bool named_before(const struct reading *r, const struct quantity *q)
{
    const struct look *w;
    const struct word *word;

    if (!q->first || (r->w[q->first].gap & ~GAP_STOP) || q->word)
        return false;
    w = &r->w[q->first - 1];
    if (!w->capital || w->number || part_of_number(r, q))
        return false;
    word = lang_entry(r->l, w->id);
    if (q->first == 1 &&
        (word->common || (word->roles & (IS(hedges) | IS(leads)))))
        return false;
    if (r->w[q->first].gap & GAP_STOP)
        return w->to - w->from <= 4; /* Art. 33 */
    return w->to - w->from <= 2 ||
           !(noun_follows(r, q) || adjective_follows(r, q));
}

/* "40, 41 und 44" behind a name are names too. */
static bool names_go_on(const struct reading *r, const struct quantity *q)
{
    const struct article *a = r->a;
    const struct number *n;

    if (a->nnumber == a->sentence[r->s].number.from)
        return false;
    n = &a->number[a->nnumber - 1];
    return n->class == NUMBER_NAME && !noun_follows(r, q) &&
           q->start - n->text.to <= 6;
}

static bool minus_before(const struct reading *r, uint32_t start)
{
    struct str before = str_cut(r->a->text, r->span.from, start);

    return str_ends(before, STR("\xe2\x88\x92")) ||
           str_ends(before, STR(" \xe2\x80\x93")) ||
           (str_ends(before, STR("-")) &&
            (before.len == 1 || before.at[before.len - 2] == ' ' ||
             before.at[before.len - 2] == '('));
}

/* "minus 18 Grad", "-18 °C": the sign belongs to the text. */
static void read_minus(const struct reading *r, struct quantity *q)
{
    if (q->n.class != NUMBER_DEGREE)
        return;
    if (q->first && look_is(r, q->first - 1, "minus")) {
        q->first--;
        q->n.text.from = r->w[q->first].from;
    } else if (minus_before(r, q->start)) {
        bool ascii = r->a->text.at[q->start - 1] == '-';

        q->n.text.from = q->start - (ascii ? 1 : 3);
    } else {
        return;
    }
    q->n.value = -q->n.value;
    q->n.until = -q->n.until;
}

/* "34 Jahre alt" */
static void read_age(const struct reading *r, struct quantity *q)
{
    if (q->n.class == NUMBER_DURATION &&
        (look_is(r, q->next, "alt") || look_is(r, q->next, "alte") ||
         look_is(r, q->next, "alten") || look_is(r, q->next, "alter")) &&
        look_joined(r, q->next)) {
        q->n.class = NUMBER_AGE;
        q->n.value /= 525600;
        q->n.until /= 525600;
    }
}

static bool before_clock(const struct reading *r, const struct quantity *q)
{
    return q->first &&
           (look_is(r, q->first - 1, "um") ||
            look_is(r, q->first - 1, "gegen") ||
            look_is(r, q->first - 1, "ab") ||
            look_is(r, q->first - 1, "seit"));
}

/* A number without unit: what is it? */
static void classify(const struct reading *r, struct quantity *q)
{
    if (is_year(r, q)) {
        q->n.class = NUMBER_YEAR;
    } else if (q->shape.kind == SHAPE_CLOCK) {
        q->n.class = before_clock(r, q) ? NUMBER_CLOCK : NUMBER_NAME;
    } else if (quantity_currency_before(r, q)) {
        return;
    } else if (q->shape.kind == SHAPE_DOTTED) {
        q->n.class = NUMBER_NAME;
    } else if (bracketed_age(r, q)) {
        q->n.class = NUMBER_AGE;
    } else if (named_before(r, q)) {
        if (q->shape.bare) /* else "Note 3,4": a value that counts nothing */
            q->n.class = NUMBER_NAME;
    } else if (!q->word && names_go_on(r, q)) {
        q->n.class = NUMBER_NAME;
    } else {
        quantity_head(r, q);
    }
}

static void read_value(const struct reading *r, struct quantity *q)
{
    quantity_range(r, q);
    quantity_multiply(r, q);
    if (quantity_unit(r, q))
        read_age(r, q);
    else
        classify(r, q);
    read_minus(r, q);
    if (q->n.class == NUMBER_NAME || q->n.class == NUMBER_YEAR)
        q->n.head = 0;
    else
        quantity_hedge(r, q);
}

/* ISO dates are one word: 2026-03-03. */
static bool is_iso_date(const struct reading *r, struct quantity *q)
{
    struct str s = str_cut(r->a->text, q->n.text.from, q->rest.to);

    if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (i != 4 && i != 7 && (s.at[i] < '0' || s.at[i] > '9'))
            return false;
    q->n.value = q->n.value * 10000 + (s.at[5] - '0') * 1000 +
                 (s.at[6] - '0') * 100 + (s.at[8] - '0') * 10 +
                 (s.at[9] - '0');
    q->n.until = q->n.value;
    q->n.text.to = q->rest.to;
    return true;
}

/* The number at word I; the word behind it. */
static uint32_t read_number(struct reading *r, uint32_t i)
{
    struct quantity q;

    if (!quantity_core(r, i, &q))
        return i + 1;
    if (q.shape.kind == SHAPE_DATE)
        q.n.class = NUMBER_DATE;
    else if (q.shape.kind == SHAPE_ORDINAL)
        q.n.class = NUMBER_ORDINAL;
    else if (q.shape.kind == SHAPE_OTHER)
        q.n.class = NUMBER_NAME;
    else if (!q.rest.to)
        read_value(r, &q);
    else if (is_iso_date(r, &q))
        q.n.class = NUMBER_DATE;
    else if (!quantity_compound(r, &q))
        q.n.class = NUMBER_NAME;
    emit(r, &q);
    return q.next;
}

/* "37 von 412", "34 und 81 Jahre": the first takes what the second has. */
static void share_units(struct reading *r)
{
    struct article *a = r->a;
    uint32_t from = a->sentence[r->s].number.from;

    for (uint32_t i = a->nnumber; i-- > from + 1;) {
        struct number *n = &a->number[i - 1], *next = &a->number[i];
        struct str between = str_trim(str_cut(a->text, n->text.to,
                                              next->text.from));

        if (n->class != NUMBER_COUNT || n->head ||
            (next->class != NUMBER_AGE && next->class != NUMBER_COUNT &&
             next->class != NUMBER_PERCENT) ||
            !(str_same(between, STR("und")) ||
              str_same(between, STR("oder")) ||
              str_same(between, STR(","))))
            continue;
        n->class = next->class;
        n->head = next->head;
        n->what = next->what;
    }
}

void read_numbers(struct reading *r)
{
    uint32_t i = 0;

    while (i < r->n)
        i = read_number(r, i);
    share_units(r);
}
