/*
 * cite.c - where a statement stands: its origin, the sources that state the
 * same, those that differ, and the sentence that it refers back to.
 *
 * A source states the same when L = H + C + .2 n of one of its sentences (title
 * included) is at least .38, or more (asked_of()), and it does not contradict a
 * number.
 */
#include "story/parts.h"
#include <math.h>

#define LIKE_SAME .38

/* So many words are short; what is asked where the figure is missing, and where
 * another one stands. */
#define LIKE_SHORT 14
#define LIKE_FIGURE .62
#define LIKE_NEVER 9

/* What is asked less where both name the same sum of money. */
#define LIKE_PAID .08

/* A story of fewer sentences is small; what it is asked more, at most. */
#define LIKE_ROWS 30.
#define LIKE_FEW .1

struct likeness likeness_of(struct maker *k, uint32_t unit)
{
    struct arena *tmp = scratch_new(k);
    uint32_t nunit = k->s->nrow + k->s->narticle;
    struct likeness l = {unit, arena_array(tmp, nunit, sizeof *l.words)};
    struct probe *p = weigh_probe(tmp, k->w, unit);

    for (uint32_t i = 0; i < nunit; i++) {
        struct alike x = weigh_alike(p, i);

        l.words[i] = x.h + x.c;
    }
    return l;
}

/*
 * The likeness from which on unit Q states the same as the sentence HERE. A
 * short sentence with a figure states that figure: who has nothing to compare with it
 * must be very near, and who has another one does not say the same. In a small
 * story all words are frequent, and what it has in common says less.
 */
static double asked_of(const struct maker *k, struct place here,
                       struct place q)
{
    const struct article *a = k->s->article[here.article];
    double few = 1 - k->s->nrow / LIKE_ROWS;
    double least = LIKE_SAME + (few > 0 ? LIKE_FEW * few : 0);

    switch (values_of(k, here, q)) {
    case VALUES_OTHER:
        return LIKE_NEVER;
    case VALUES_MISSING:
        return a->sentence[here.sentence].words <= LIKE_SHORT ? LIKE_FIGURE
                                                              : least;
    case VALUES_PAID:
        return least - LIKE_PAID;
    default:
        return least;
    }
}

/* The unit of each article that comes nearest to stating the same. */
static void find_nearest(struct maker *k, const struct likeness *l,
                         struct stand *stand)
{
    struct place here = unit_place(k->s, l->unit);

    for (uint32_t x = 0; x < k->s->narticle; x++)
        stand[x] = (struct stand){-1, -INFINITY, k->s->nrow + x, NO_RIVAL,
                                  NO_RIVAL, false};
    for (uint32_t i = 0; i < k->s->nrow + k->s->narticle; i++) {
        struct place p = unit_place(k->s, i);
        struct stand *t = &stand[p.article];
        double like = l->words[i], margin;

        if (like + 2 * LIKE_NUMBER - LIKE_SAME + LIKE_PAID <= t->margin)
            continue;
        like += LIKE_NUMBER * numbers_shared(k->s, here, p);
        margin = like - asked_of(k, here, p);
        if (margin > t->margin) {
            t->like = like;
            t->margin = margin;
            t->unit = i;
        }
    }
}

static bool is_repeated(const struct article *a, struct span numbers,
                        uint32_t n)
{
    for (uint32_t i = numbers.from; i < n; i++)
        if (a->number[i].head == a->number[n].head &&
            number_same(&a->number[i], &a->number[n]))
            return true;
    return false;
}

/* Who states the same. Conflicts first: who differs does not. */
static void judge(struct maker *k, const struct likeness *l,
                  struct stand *stand)
{
    struct place here = unit_place(k->s, l->unit);
    const struct article *a = k->s->article[here.article];
    struct span n = a->sentence[here.sentence].number;

    for (uint32_t i = n.from; i < n.to; i++) {
        if (is_repeated(a, n, i) ||
            !conflict_find(k, l, here, i, stand))
            continue;
        for (uint32_t x = 0; x < k->s->narticle; x++)
            if (stand[x].rival != NO_RIVAL &&
                stand[x].differs == NO_RIVAL)
                stand[x].differs =
                    k->s->article[x]->number[stand[x].rival].sentence;
    }
    for (uint32_t x = 0; x < k->s->narticle; x++)
        stand[x].also = x != here.article && stand[x].differs == NO_RIVAL &&
                        stand[x].margin >= 0;
}

/* A number at a time, in a second round, as the notes name who agrees. */
static void add_conflicts(struct maker *k, struct point *p,
                          const struct likeness *l, struct stand *stand)
{
    struct place here = unit_place(k->s, l->unit);
    const struct article *a = k->s->article[here.article];
    struct span n = a->sentence[here.sentence].number;

    p->conflict = arena_array(k->m, n.to - n.from, sizeof *p->conflict);
    for (uint32_t i = n.from; i < n.to; i++)
        if (!is_repeated(a, n, i) && conflict_find(k, l, here, i, stand))
            conflict_add(k, p, here, i, stand);
}

uint32_t cite_origins(struct maker *k, uint32_t unit)
{
    uint32_t own = k->origin[unit_place(k->s, unit).article], count = 1;
    struct likeness l = likeness_of(k, unit);
    uint32_t n = k->s->narticle;
    struct stand *stand = arena_array(k->scratch->arena, n, sizeof *stand);
    bool *seen = arena_array(k->scratch->arena, n, sizeof *seen);

    find_nearest(k, &l, stand);
    judge(k, &l, stand);
    seen[own] = true;
    for (uint32_t x = 0; x < n; x++)
        if (stand[x].also && !seen[k->origin[x]]) {
            seen[k->origin[x]] = true;
            count++;
        }
    scratch_drop(k);
    return count;
}

static void add(struct maker *k, struct point *p, enum role role,
                struct place at, double likeness)
{
    const struct article *a = k->s->article[at.article];
    struct span text = a->sentence[at.sentence].text;
    struct cite *c = &p->cite[p->ncite++];

    *c = (struct cite){.role = (uint8_t)role, .source = at.article + 1,
                       .sentence = at.sentence, .likeness = likeness};
    if (text.from < text.to)
        c->bytes = origin_file(&a->origin, text);
    c->wording = role == ROLE_ORIGIN
                     ? STR("") : arena_copy(k->m, article_text(a, text));
}

static void add_times(struct maker *k, struct point *p, struct place at)
{
    const struct article *a = k->s->article[at.article];
    struct span t = a->sentence[at.sentence].time;

    p->when = arena_array(k->m, t.to - t.from, sizeof *p->when);
    for (uint32_t i = t.from; i < t.to; i++)
        if (date_known(a->time[i].date))
            p->when[p->nwhen++] = (struct when){
                arena_copy(k->m, article_text(a, a->time[i].text)),
                a->time[i].date};
}

void cite_point(struct maker *k, struct point *p, uint32_t unit)
{
    struct place here = unit_place(k->s, unit);
    struct likeness l = likeness_of(k, unit);
    uint32_t n = k->s->narticle;
    struct stand *stand = arena_array(k->scratch->arena, n, sizeof *stand);

    p->text = arena_copy(k->m, article_sentence(k->s->article[here.article],
                                                here.sentence));
    p->score = unit < k->s->nrow ? k->s->row[unit].score : 0;
    p->cite = arena_array(k->m, n + (size_t)2, sizeof *p->cite);
    find_nearest(k, &l, stand);
    judge(k, &l, stand);
    add_conflicts(k, p, &l, stand);
    add(k, p, ROLE_ORIGIN, here, 1);
    for (uint32_t x = 0; x < n; x++)
        if (stand[x].also)
            add(k, p, ROLE_ALSO, unit_place(k->s, stand[x].unit),
                stand[x].like);
    for (uint32_t x = 0; x < n; x++)
        if (stand[x].differs != NO_RIVAL) {
            struct place at = {x, stand[x].differs};

            add(k, p, ROLE_DIFFERS, at, l.words[unit_of(k->s, at)]);
        }
    add_times(k, p, here);
    choice_cites(k, p, here);
    scratch_drop(k);
}

void cite_context(struct maker *k, struct point *p, uint32_t unit)
{
    struct place at = unit_place(k->s, unit);

    if (at.sentence < 2)
        return;
    at.sentence--;
    add(k, p, ROLE_CONTEXT, at, 0);
}
