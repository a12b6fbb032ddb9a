/*
 * weigh.c - vectors of units: stems, and the parts of compounds that stand in
 * the input themselves, weighted by
 *     w_t = sqrt(max(0, ln((N + 1) / (df_t + .5))))
 * where df_t of the N rows hold term t. Rows of copies do not count, so that a
 * reprint changes no weight.
 */
#include "weigh/weights.h"
#include <math.h>

/* Terms of a unit with their counts, and the memory for that. */
struct bag {
    uint32_t *count;    /* by term; 0 outside of a unit */
    uint32_t *term;
    uint32_t n;
};

static void bag_add(struct bag *b, uint32_t term)
{
    if (!b->count[term]++)
        b->term[b->n++] = term;
}

/* Fills TERM, which is the next free place of the weights, and COUNT. */
static void bag_fill(struct bag *b, const struct weights *w, uint32_t unit)
{
    const struct words *v = &w->words;

    b->n = 0;
    for (uint32_t i = v->unit.first[unit]; i < v->unit.first[unit + 1]; i++) {
        uint32_t stem = v->form[v->unit.id[i] & ~FORM_PART].stem;

        bag_add(b, stem);
        for (uint32_t k = w->parts.first[stem]; k < w->parts.first[stem + 1];
             k++)
            bag_add(b, w->parts.id[k]);
    }
    sort_ids(b->term, b->n);
}

/* How many terms all units have at most. */
static size_t most_terms(const struct weights *w)
{
    const struct words *v = &w->words;
    size_t n = 0;

    for (uint32_t i = 0; i < v->unit.first[v->nunit]; i++) {
        uint32_t stem = v->form[v->unit.id[i] & ~FORM_PART].stem;

        n += 1 + (size_t)w->parts.first[stem + 1] - w->parts.first[stem];
    }
    return n;
}

bool unit_is_copy(const struct weights *w, uint32_t unit)
{
    const struct story *s = w->story;
    uint32_t a = unit < s->nrow ? s->row[unit].article : unit - s->nrow;

    return s->article[a]->copy != a;
}

/* Terms and counts of all units; the number of rows with each term. */
static void count_terms(struct weights *w, uint32_t *df)
{
    size_t most = most_terms(w);
    struct bag b = {0};
    uint32_t n = 0;

    w->term = arena_array(w->arena, most, sizeof *w->term);
    w->weight = arena_array(w->arena, most, sizeof *w->weight);
    b.count = arena_array(w->arena, w->words.nstem, sizeof *b.count);
    for (uint32_t u = 0; u < w->words.nunit; u++) {
        bool counts = u < w->story->nrow && !unit_is_copy(w, u);

        w->first[u] = n;
        b.term = w->term + n;
        bag_fill(&b, w, u);
        for (uint32_t i = 0; i < b.n; i++, n++) {
            w->weight[n] = b.count[b.term[i]];
            b.count[b.term[i]] = 0;
            df[b.term[i]] += counts;
        }
    }
    w->first[w->words.nunit] = n;
}

static void scale_to_one(double *weight, uint32_t n)
{
    double sum = 0;

    for (uint32_t i = 0; i < n; i++)
        sum += weight[i] * weight[i];
    if (sum <= 0)
        return;
    sum = sqrt(sum);
    for (uint32_t i = 0; i < n; i++)
        weight[i] /= sum;
}

static void weigh_terms_of_units(struct weights *w, const uint32_t *df)
{
    double *idf = arena_array(w->arena, w->words.nstem, sizeof *idf);
    uint32_t n = 0;

    for (uint32_t u = 0; u < w->story->nrow; u++)
        n += !unit_is_copy(w, u);
    for (uint32_t t = 0; t < w->words.nstem; t++) {
        double odds = log(((double)n + 1) / ((double)df[t] + .5));

        idf[t] = odds > 0 ? sqrt(odds) : 0;
    }
    for (uint32_t u = 0; u < w->words.nunit; u++) {
        for (uint32_t i = w->first[u]; i < w->first[u + 1]; i++)
            w->weight[i] *= idf[w->term[i]];
        scale_to_one(w->weight + w->first[u], w->first[u + 1] - w->first[u]);
    }
}

struct weights *weigh_story(struct arena *m, const struct story *s,
                            const struct lang *l)
{
    struct weights *w = arena_get(m, sizeof *w);
    uint32_t *df;

    w->arena = m;
    w->story = s;
    w->lazy = arena_get(m, sizeof *w->lazy);
    words_read(m, &w->words, s, l);
    words_parts(m, &w->words, &w->parts);
    w->first = arena_array(m, w->words.nunit + (size_t)1, sizeof *w->first);
    df = arena_array(m, w->words.nstem, sizeof *df);
    count_terms(w, df);
    weigh_terms_of_units(w, df);
    return w;
}

struct vector weigh_vector(const struct weights *w, uint32_t unit)
{
    uint32_t from = w->first[unit];

    return (struct vector){w->term + from, w->weight + from,
                           w->first[unit + 1] - from};
}

uint32_t weigh_terms(const struct weights *w)
{
    return w->words.nstem;
}

double weigh_cosine(const struct weights *w, uint32_t a, uint32_t b)
{
    struct vector x = weigh_vector(w, a), y = weigh_vector(w, b);
    double sum = 0;

    for (uint32_t i = 0, k = 0; i < x.n && k < y.n;) {
        if (x.term[i] == y.term[k])
            sum += x.weight[i++] * y.weight[k++];
        else if (x.term[i] < y.term[k])
            i++;
        else
            k++;
    }
    return sum;
}
