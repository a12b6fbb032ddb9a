/*
 * number.c - when two numbers are the same amount, and what the numbers of two
 * sentences say of each other.
 */
#include "story/parts.h"
#include <math.h>

/* Difference that is rounding, and what "mehr als 100" may mean. */
#define ROUNDING .02
#define MORE_AT_MOST 1.25

bool number_counts(const struct number *n)
{
    switch (n->class) {
    case NUMBER_DATE:
    case NUMBER_YEAR:
    case NUMBER_ORDINAL:
    case NUMBER_AGE:
    case NUMBER_NAME:
        return false;
    default:
        return true;
    }
}

static bool is_floor(const struct number *n)
{
    return n->hedge == HEDGE_MORE || n->hedge == HEDGE_LEAST;
}

static bool within(double floor_value, double value)
{
    return value > floor_value && value <= MORE_AT_MOST * floor_value;
}

bool number_same(const struct number *a, const struct number *b)
{
    double most = fmax(fabs(a->value), fabs(b->value));

    if (a->class != b->class)
        return false;
    if (a->class == NUMBER_MONEY && a->head != b->head)
        return false;
    if (fabs(a->value - b->value) <=
        (a->class == NUMBER_CLOCK ? 0 : ROUNDING * most))
        return true;
    if (a->value <= b->until && b->value <= a->until)
        return true;
    return (is_floor(a) && within(a->value, b->value)) ||
           (is_floor(b) && within(b->value, a->value));
}

bool number_rivals(const struct number *n)
{
    return number_counts(n) && (n->class != NUMBER_COUNT || n->head);
}

/* Nouns that differ and count the same. */
static bool same_kind(const struct lang *l, uint32_t a, uint32_t b)
{
    return lang_entry(l, a)->roles & lang_entry(l, b)->roles &
           (IS(people) | IS(vehicles));
}

bool number_comparable(const struct maker *k, const struct number *a,
                       const struct number *b)
{
    if (a->class != b->class || !number_rivals(b))
        return false;
    if (a->class == NUMBER_MONEY)
        return a->head == b->head;
    if (a->class != NUMBER_COUNT)
        return true;
    if (a->head == b->head || same_kind(k->l, a->head, b->head))
        return true;
    return weigh_words_alike(lang_entry(k->l, a->head)->stem,
                             lang_entry(k->l, b->head)->stem) > 0;
}

/* The same figure, as attribution counts it: no hedges. */
static bool equal(const struct number *a, const struct number *b)
{
    if (a->class != b->class || fabs(a->value - b->value) > 1e-9 *
                                    fmax(1, fabs(a->value)))
        return false;
    return a->class != NUMBER_MONEY || a->head == b->head;
}

static bool has_equal(const struct article *a, struct span range,
                      const struct number *n)
{
    for (uint32_t i = range.from; i < range.to; i++)
        if (number_counts(&a->number[i]) && equal(&a->number[i], n))
            return true;
    return false;
}

uint32_t numbers_shared(const struct story *s, struct place p, struct place q)
{
    const struct article *a = s->article[p.article];
    const struct article *b = s->article[q.article];
    struct span in, there;
    uint32_t n = 0;

    if (p.sentence >= a->nsentence || q.sentence >= b->nsentence)
        return 0;
    in = a->sentence[p.sentence].number;
    there = b->sentence[q.sentence].number;
    for (uint32_t i = in.from; i < in.to && n < 2; i++) {
        const struct number *x = &a->number[i];

        if (number_counts(x) &&
            !has_equal(a, (struct span){in.from, i}, x))
            n += has_equal(b, there, x);
    }
    return n;
}

enum values values_of(const struct maker *k, struct place p, struct place q)
{
    const struct article *a = k->s->article[p.article];
    const struct article *b = k->s->article[q.article];
    struct span in, there;
    enum values v = VALUES_NONE;

    if (p.sentence >= a->nsentence || q.sentence >= b->nsentence)
        return v;
    in = a->sentence[p.sentence].number;
    there = b->sentence[q.sentence].number;
    for (uint32_t i = in.from; i < in.to; i++) {
        if (!number_counts(&a->number[i]))
            continue;
        if (v == VALUES_NONE)
            v = VALUES_MISSING;
        for (uint32_t j = there.from; j < there.to; j++) {
            if (!number_comparable(k, &a->number[i], &b->number[j]))
                continue;
            if (number_same(&a->number[i], &b->number[j]))
                return a->number[i].class == NUMBER_MONEY ? VALUES_PAID
                                                          : VALUES_SAME;
            v = VALUES_OTHER;
        }
    }
    return v;
}

struct str numbers_common(struct arena *m, const struct story *s,
                          struct place p, struct place q)
{
    const struct article *a = s->article[p.article];
    const struct article *b = s->article[q.article];
    struct span in, there;
    struct buf list = buf_new(m);

    if (p.sentence >= a->nsentence || q.sentence >= b->nsentence)
        return STR("");
    in = a->sentence[p.sentence].number;
    there = b->sentence[q.sentence].number;
    for (uint32_t i = there.from; i < there.to; i++) {
        const struct number *x = &b->number[i];

        if (!number_counts(x) || !has_equal(a, in, x) ||
            has_equal(b, (struct span){there.from, i}, x))
            continue;
        if (list.len)
            buf_text(&list, ", ");
        buf_add(&list, article_text(b, x->text));
    }
    return buf_str(&list);
}
