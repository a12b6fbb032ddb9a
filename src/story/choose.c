/*
 * choose.c - which sentences make the brief. Coverage of what several origins
 * say, times the score: the largest
 *     G_i z_i^p,  G_i = sum of the weights of new concepts / words_i^.7,
 * p = 1.5 with two or three origins, .75 with more, whose agreement says more,
 * and where nothing new of several origins is left the largest
 *     .65 z_i - .35 max cos(i, taken).
 * A sentence that repeats a taken one (H + C + .2 n >= .45) is never taken, one
 * that cannot stand alone only when there is nothing else. Ties: lower source,
 * lower position.
 */
#include "story/parts.h"
#include <math.h>

#define REPEATS .45
#define RELEVANCE .65
#define LENGTH_POWER .7
#define LEAD_POWER .6
#define MANY_ORIGINS 4

/* A sentence of more words is poor style. */
#define LONG_SENTENCE 35

/* A source gives no more than its share of the limit, unless less than this
 * would be used. */
#define SHARE_YIELDS .85

/* What speaks of all words asked for is worth so many times more. */
#define FOCUS_TIMES 4

/* Comparisons spent on asking how many origins state a sentence. */
#define WORK_MOST 100000000u

struct choosing {
    struct maker *k;
    struct cover *cover;
    struct room left, all;
    double share;           /* what one source may give; INFINITY: any */
    double *given;          /* origin: what it and its copies have given */
    double *focus;          /* row: focus_rows() */
    uint64_t work;
    struct picked taken;
    bool *out;              /* row: taken, or repeats what is taken */
    double *near;           /* row: largest cosine to a taken one */
    uint8_t *fit;           /* row: enum fitness */
    double worth;           /* of the row that is to be taken */
    uint32_t cap;           /* of taken.choice */
};

static double rounded(double x)
{
    return floor(x * 1e9 + .5) / 1e9;
}

enum fitness row_fitness(const struct maker *k, uint32_t row)
{
    const struct sentence *t = row_sentence(k->s, row);

    if (t->words < 2)
        return FIT_NOT;
    if (t->open)
        return FIT_OPEN;
    if (t->flags & (SENTENCE_QUESTION | SENTENCE_FIRST_PERSON) ||
        t->words < 4 || t->words > LONG_SENTENCE)
        return FIT_POOR;
    return FIT;
}

/* ---- the lead ------------------------------------------------------------ */

/* The score above all; of two that are near each other the one that says more
 * of what several origins say. */
static double lead_worth(const struct maker *k, const struct cover *c,
                         uint32_t row)
{
    const struct row *r = &k->s->row[row];
    double words = row_sentence(k->s, row)->words;

    if (k->norigin < 2)
        return r->score;
    return r->score * r->score * sqrt(c->gain[row] / pow(words, LEAD_POWER));
}

static bool in_first_third(const struct story *s, uint32_t row)
{
    const struct row *r = &s->row[row];
    uint32_t n = s->first[r->article + 1] - s->first[r->article];

    return 3 * (row - s->first[r->article]) < n || row == s->first[r->article];
}

static double focused(const struct choosing *c, uint32_t row, double worth)
{
    return c->focus ? worth * (1 + FOCUS_TIMES * c->focus[row]) : worth;
}

/* nrow: none */
static uint32_t best_lead(struct choosing *c)
{
    const struct maker *k = c->k;
    uint32_t best = k->s->nrow;
    double most = -1;

    for (uint32_t i = 0; i < k->s->nrow; i++) {
        double x;

        if (c->out[i] || c->fit[i] != FIT || !in_first_third(k->s, i) ||
            !room_fits(k, c->left, i))
            continue;
        x = rounded(focused(c, i, lead_worth(k, c->cover, i)));
        if (x > most) {
            most = x;
            best = i;
        }
    }
    c->worth = most;
    return best;
}

/* ---- the others ---------------------------------------------------------- */

/* A place to note why ROW is taken; good until the next one. */
static struct choice *note(struct choosing *c, uint32_t row, enum chosen_by by)
{
    struct picked *p = &c->taken;
    struct choice *why;

    p->choice = arena_more(c->k->step, p->choice, p->n, &c->cap,
                           sizeof *p->choice);
    why = &p->choice[p->n];
    *why = (struct choice){.by = (uint8_t)by, .rank = p->n + 1,
                           .filling = c->fit[row] > FIT, .worth = c->worth};
    choice_concepts(c->k, why, c->cover, row);
    return why;
}

static void take(struct choosing *c, uint32_t row, enum chosen_by by)
{
    struct maker *k = c->k;
    struct choice *why = note(c, row, by);
    struct place here = unit_place(k->s, row);
    struct arena *tmp = scratch_new(k);
    struct probe *p = weigh_probe(tmp, k->w, row);

    c->taken.row[c->taken.n++] = row;
    room_use(k, &c->left, row);
    c->given[k->origin[here.article]] += room_size(k, c->all, row);
    cover_take(k, c->cover, row);
    for (uint32_t i = 0; i < k->s->nrow; i++) {
        struct alike x;
        double like;

        if (c->out[i])
            continue;
        x = weigh_alike(p, i);
        like = x.h + x.c;
        if (like > REPEATS - 2 * LIKE_NUMBER)
            like += LIKE_NUMBER *
                    numbers_shared(k->s, here, unit_place(k->s, i));
        if (like >= REPEATS) {
            c->out[i] = true;
            if (i != row)
                choice_beats(k, why, i);
        }
        c->near[i] = fmax(c->near[i], weigh_cosine(k->w, row, i));
    }
    c->out[row] = true;
    scratch_drop(k);
}

static double worth(const struct choosing *c, uint32_t row, bool cover)
{
    double z = c->k->s->row[row].score;

    if (!cover)
        return rounded(RELEVANCE * focused(c, row, z) -
                       (1 - RELEVANCE) * c->near[row]);
    z = pow(z, c->k->norigin < MANY_ORIGINS ? 1.5 : .75);
    return rounded(c->cover->gain[row] * focused(c, row, z) /
                   pow(row_sentence(c->k->s, row)->words, LENGTH_POWER));
}

/* Does it fit into the brief, and into the share of its source? */
static bool fits(const struct choosing *c, uint32_t row)
{
    return room_fits(c->k, c->left, row) &&
           c->given[c->k->origin[c->k->s->row[row].article]] +
                   room_size(c->k, c->all, row) <= c->share + 1e-9;
}

/* Do as many origins state it as are asked for? Where not it is out. */
static bool is_stated(struct choosing *c, uint32_t row)
{
    if (c->k->o->min_sources < 2)
        return true;
    c->work += c->k->s->nrow;
    if (c->k->norigin >= c->k->o->min_sources && c->work < WORK_MOST &&
        cite_origins(c->k, row) >= c->k->o->min_sources)
        return true;
    c->out[row] = true;
    return false;
}

/* The best row of at most this fitness; nrow: none. */
static uint32_t best(struct choosing *c, uint8_t fit, bool cover)
{
    uint32_t found = c->k->s->nrow;
    double most = cover ? 1e-9 : -INFINITY;

    for (uint32_t i = 0; i < c->k->s->nrow; i++) {
        double x;

        if (c->out[i] || c->fit[i] > fit || !fits(c, i))
            continue;
        x = worth(c, i, cover);
        if (x > most) {
            most = x;
            found = i;
        }
    }
    c->worth = most;
    return found;
}

static void fill(struct choosing *c, uint8_t fit)
{
    for (bool cover = true;;) {
        uint32_t row = best(c, fit, cover);

        if (row < c->k->s->nrow && !is_stated(c, row))
            continue;
        if (row < c->k->s->nrow)
            take(c, row, cover ? CHOSEN_COVER : CHOSEN_SCORE);
        else if (cover)
            cover = false;
        else
            break;
    }
}

/* Has the brief at least SHARE of what it may hold, and a sentence? */
static bool is_full(const struct choosing *c, double share)
{
    if (!c->taken.n)
        return false;
    if (c->left.sentences < 1)
        return true;
    return (c->all.words < INFINITY &&
            c->left.words <= (1 - share) * c->all.words) ||
           (c->all.chars < INFINITY &&
            c->left.chars <= (1 - share) * c->all.chars);
}

static struct choosing choosing_new(struct maker *k)
{
    uint32_t n = k->s->nrow;
    struct choosing c = {.k = k, .cover = cover_new(k), .left = room_of(k)};

    c.all = c.left;
    c.share = INFINITY;
    if (k->o->max_share > 0 && k->norigin > 1)
        c.share = k->o->max_share / 100 * room_all(c.all);
    c.given = arena_array(k->step, k->s->narticle, sizeof *c.given);
    c.focus = focus_rows(k);
    c.taken.row = arena_array(k->step, n, sizeof *c.taken.row);
    c.out = arena_array(k->step, n, sizeof *c.out);
    c.near = arena_array(k->step, n, sizeof *c.near);
    c.fit = arena_array(k->step, n, sizeof *c.fit);
    for (uint32_t i = 0; i < n; i++) {
        c.fit[i] = (uint8_t)row_fitness(k, i);
        c.out[i] = c.fit[i] == FIT_NOT;
    }
    return c;
}

struct picked choose_rows(struct maker *k)
{
    struct choosing c = choosing_new(k);
    uint32_t lead = best_lead(&c);

    while (lead < k->s->nrow && !is_stated(&c, lead))
        lead = best_lead(&c);
    if (lead < k->s->nrow)
        take(&c, lead, CHOSEN_LEAD);
    fill(&c, FIT);
    if (!is_full(&c, SHARE_YIELDS) && c.share < INFINITY) {
        c.share = INFINITY;
        fill(&c, FIT);
    }
    if (!is_full(&c, .9))
        fill(&c, FIT_POOR);
    if (!is_full(&c, .5))
        fill(&c, FIT_OPEN);
    return c.taken;
}
