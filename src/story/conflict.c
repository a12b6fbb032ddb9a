/*
 * conflict.c - numbers on which sources differ. Two values are set against each
 * other when they are of one class, neither source knows the other's value,
 * the ratio is plausible, and sentences and surroundings are alike. Few false
 * alarms matter more than finding all: nobody trusts a list that is often wrong.
 */
#include "story/parts.h"
#include <math.h>

/* How far around a number its surroundings reach, in bytes. */
#define AROUND 45
#define AROUND_WORDS 24

/* Values further apart than this are two things (rule 6). */
#define COUNT_RATIO 2
#define OTHER_RATIO 3
/* What the closeness loses a unit of ratio beyond that, and at most. */
#define NEAR_RATIO 1.25
#define DISTANCE .5
#define DISTANCE_MOST .45

#define CLOCK_LEAST 10
#define CLOCK_MOST 60

static bool plausible(const struct number *a, const struct number *b)
{
    double lo = fmin(a->value, b->value), hi = fmax(a->value, b->value);

    if (a->class == NUMBER_CLOCK)
        return hi - lo >= CLOCK_LEAST && hi - lo <= CLOCK_MOST;
    if (lo <= 0)
        return false;
    return hi / lo <= (a->class == NUMBER_COUNT ? COUNT_RATIO : OTHER_RATIO);
}

/* The further apart, the more alike must the rest be. */
static double distance(const struct number *a, const struct number *b)
{
    double lo = fmin(a->value, b->value), hi = fmax(a->value, b->value);

    if (a->class == NUMBER_CLOCK || hi / lo < NEAR_RATIO)
        return 0;
    return fmin(DISTANCE_MOST, DISTANCE * (hi / lo - NEAR_RATIO));
}

/* Is this amount anywhere in the article? */
static bool states(const struct article *a, const struct number *n)
{
    for (uint32_t i = 0; i < a->nnumber; i++)
        if (number_same(&a->number[i], n))
            return true;
    return false;
}

/* Has article A a value nearer to B than N, which B rather stands against? */
static bool has_nearer(const struct maker *k, const struct article *a,
                       const struct number *n, const struct number *b)
{
    double apart = fabs(log(n->value / b->value));

    for (uint32_t i = 0; i < a->nnumber && n->class != NUMBER_CLOCK; i++) {
        const struct number *x = &a->number[i];

        if (number_comparable(k, b, x) && x->value * b->value > 0 &&
            fabs(log(x->value / b->value)) < apart - 1e-9)
            return true;
    }
    return false;
}

/* ---- surroundings -------------------------------------------------------- */

struct around {
    uint32_t word[AROUND_WORDS]; /* lexicon ids */
    uint32_t n;
};

static bool inside(const struct token *t, struct span range)
{
    return t->at >= range.from && t->at < range.to;
}

/* The words near N, without its own and its noun. */
static struct around around_of(const struct maker *k, const struct article *a,
                               const struct number *n)
{
    struct span t = a->sentence[n->sentence].token;
    struct around r = {{0}, 0};

    for (uint32_t i = t.from; i < t.to && r.n < AROUND_WORDS; i++) {
        const struct token *x = &a->token[i];
        const struct word *w = x->word ? lang_entry(k->l, x->word) : NULL;

        if (!w || w->stop || w->common || x->marks & TOKEN_DIGITS ||
            inside(x, n->text) || inside(x, n->what))
            continue;
        if (x->at + x->len + AROUND >= n->text.from &&
            x->at <= n->text.to + AROUND)
            r.word[r.n++] = x->word;
    }
    return r;
}

static double contained(const struct maker *k, const struct around *a,
                        const struct around *b)
{
    double sum = 0;

    for (uint32_t i = 0; i < a->n; i++) {
        double most = 0;

        for (uint32_t j = 0; j < b->n; j++)
            most = fmax(most, a->word[i] == b->word[j] ? 1 :
                        weigh_words_alike(
                            lang_entry(k->l, a->word[i])->stem,
                            lang_entry(k->l, b->word[j])->stem));
        sum += most;
    }
    return a->n ? sum / a->n : 0;
}

static double around_alike(const struct maker *k, const struct around *a,
                           const struct around *b)
{
    double x = contained(k, a, b), y = contained(k, b, a);

    return x + y > 0 ? 2 * x * y / (x + y) : 0;
}

static double closeness_least(const struct number *n)
{
    return n->class == NUMBER_CLOCK ? .15 : n->class == NUMBER_COUNT ? .2 : .25;
}

/* ---- finding ------------------------------------------------------------- */

struct search {
    struct maker *k;
    const struct likeness *like;
    const struct article *own;
    const struct number *value;
    struct around around;
};

/* The number of article X that contradicts best. */
static uint32_t rival_of(const struct search *f, uint32_t x)
{
    const struct article *b = f->k->s->article[x];
    double most = closeness_least(f->value);
    uint32_t found = NO_RIVAL;

    if (states(b, f->value))
        return NO_RIVAL;
    for (uint32_t i = 0; i < b->nnumber; i++) {
        const struct number *n = &b->number[i];
        uint32_t unit;
        struct around around;
        double close;

        if (!number_comparable(f->k, f->value, n) || !plausible(f->value, n) ||
            states(f->own, n) || has_nearer(f->k, f->own, f->value, n))
            continue;
        unit = unit_of(f->k->s, (struct place){x, n->sentence});
        around = around_of(f->k, b, n);
        close = f->like->words[unit] +
                around_alike(f->k, &f->around, &around) -
                distance(f->value, n);
        if (close > most) {
            most = close;
            found = i;
        }
    }
    return found;
}

bool conflict_find(struct maker *k, const struct likeness *like,
                   struct place place, uint32_t n, struct stand *stand)
{
    const struct article *a = k->s->article[place.article];
    struct search f = {k, like, a, &a->number[n], {{0}, 0}};
    bool any = false;

    for (uint32_t x = 0; x < k->s->narticle; x++)
        stand[x].rival = NO_RIVAL;
    if (!number_rivals(f.value))
        return false;
    f.around = around_of(k, a, f.value);
    for (uint32_t x = 0; x < k->s->narticle; x++)
        if (k->origin[x] != k->origin[place.article]) {
            stand[x].rival = rival_of(&f, x);
            any |= stand[x].rival != NO_RIVAL;
        }
    return any;
}

/* ---- telling ------------------------------------------------------------- */

/* Shorter than this a currency is a sign or a code: €, EUR, Fr. */
#define CURRENCY_NAMED 4

/* FORM with a capital, as a text has it. */
static struct str capital(struct arena *m, struct str form)
{
    struct str s = arena_copy(m, form);
    char *first = (char *)s.at;

    if (s.len && *first >= 'a' && *first <= 'z')
        *first = (char)(*first - 'a' + 'A');
    return s;
}

static struct str what_differs(struct maker *k, const struct article *a,
                               const struct number *n)
{
    if (n->class == NUMBER_CLOCK)
        return STR("Uhrzeit");
    if (n->class == NUMBER_DURATION)
        return STR("Dauer");
    if (n->class == NUMBER_MONEY && n->head &&
        utf8_count(article_text(a, n->what)) < CURRENCY_NAMED)
        return capital(k->m, lang_entry(k->l, n->head)->form);
    if (n->what.from < n->what.to)
        return arena_copy(k->m, article_text(a, n->what));
    return n->class == NUMBER_MONEY ? STR("Betrag") : STR("Zahl");
}

/* Where article X states the value too; NO_RIVAL: nowhere. */
static uint32_t same_in(const struct maker *k, const struct number *n,
                        uint32_t x, uint32_t sentence)
{
    const struct article *b = k->s->article[x];
    uint32_t found = NO_RIVAL;

    for (uint32_t i = 0; i < b->nnumber; i++) {
        if (!number_comparable(k, n, &b->number[i]) ||
            !number_same(n, &b->number[i]))
            continue;
        if (b->number[i].sentence == sentence)
            return i;
        if (found == NO_RIVAL)
            found = i;
    }
    return found;
}

static void say(struct maker *k, struct conflict *c, uint32_t article,
                uint32_t number, uint32_t group)
{
    const struct article *a = k->s->article[article];

    c->said[c->nsaid++] = (struct said){
        article + 1, group,
        arena_copy(k->m, article_text(a, a->number[number].text))};
}

/* The brief's own value and the sources that share it. */
static void say_own(struct maker *k, struct conflict *c, struct place place,
                    uint32_t n, const struct stand *stand)
{
    const struct number *own = &k->s->article[place.article]->number[n];

    for (uint32_t x = 0; x < k->s->narticle; x++) {
        struct place p = unit_place(k->s, stand[x].unit);
        uint32_t same = NO_RIVAL;

        if (x == place.article)
            same = n;
        else if (stand[x].also)
            same = same_in(k, own, x, p.sentence);
        if (same != NO_RIVAL)
            say(k, c, x, same, 0);
    }
}

/* The first article before X whose rival is the same amount, or X. */
static uint32_t first_with(const struct maker *k, uint32_t x,
                           const struct stand *stand)
{
    const struct number *n = &k->s->article[x]->number[stand[x].rival];

    for (uint32_t y = 0; y < x; y++)
        if (stand[y].rival != NO_RIVAL &&
            number_same(&k->s->article[y]->number[stand[y].rival], n))
            return y;
    return x;
}

void conflict_add(struct maker *k, struct point *p, struct place place,
                  uint32_t n, const struct stand *stand)
{
    struct conflict *c = &p->conflict[p->nconflict++];
    const struct article *a = k->s->article[place.article];
    uint32_t group = 0;

    c->what = what_differs(k, a, &a->number[n]);
    c->said = arena_array(k->m, k->s->narticle, sizeof *c->said);
    say_own(k, c, place, n, stand);
    for (uint32_t x = 0; x < k->s->narticle; x++) {
        if (stand[x].rival == NO_RIVAL || first_with(k, x, stand) != x)
            continue;
        group++;
        for (uint32_t y = x; y < k->s->narticle; y++)
            if (stand[y].rival != NO_RIVAL && first_with(k, y, stand) == x)
                say(k, c, y, stand[y].rival, group);
    }
}
