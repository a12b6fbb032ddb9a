/*
 * left.c - what the brief leaves out: sentences that stand alone, that no other
 * origin states and that were not taken, best first. Whether another origin
 * states one is asked of the cosine with the rows that share its terms.
 */
#include "story/parts.h"
#include <stdlib.h>

/* Another sentence with this cosine states the same. */
#define STATED .3

/* Terms of more rows say little and cost much. */
#define FREQUENT 256

struct index {
    uint32_t *first, *row;
    double *weight;
};

struct ranked {
    double score;
    uint32_t row;
};

static int by_score(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->score < y->score || x->score > y->score)
        return x->score > y->score ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static struct index index_new(struct maker *k)
{
    uint32_t nterm = weigh_terms(k->w), *at;
    struct index x;

    x.first = arena_array(k->step, nterm + (size_t)1, sizeof *x.first);
    at = arena_array(k->step, nterm + (size_t)1, sizeof *at);
    for (uint32_t r = 0; r < k->s->nrow; r++) {
        struct vector v = weigh_vector(k->w, r);

        for (uint32_t i = 0; i < v.n; i++)
            x.first[v.term[i] + 1]++;
    }
    for (uint32_t t = 0; t < nterm; t++) {
        x.first[t + 1] += x.first[t];
        at[t] = x.first[t];
    }
    x.row = arena_array(k->step, x.first[nterm], sizeof *x.row);
    x.weight = arena_array(k->step, x.first[nterm], sizeof *x.weight);
    for (uint32_t r = 0; r < k->s->nrow; r++) {
        struct vector v = weigh_vector(k->w, r);

        for (uint32_t i = 0; i < v.n; i++) {
            x.row[at[v.term[i]]] = r;
            x.weight[at[v.term[i]]++] = v.weight[i];
        }
    }
    return x;
}

/* Is what ROW states told by another origin, or by the brief? */
static bool is_told(struct maker *k, const struct index *x, uint32_t row,
                    double *dot)
{
    struct vector v = weigh_vector(k->w, row);
    uint32_t own = k->origin[k->s->row[row].article];
    bool told = false;

    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < v.n; i++) {
            uint32_t from = x->first[v.term[i]], to = x->first[v.term[i] + 1];

            if (to - from > FREQUENT)
                continue;
            for (uint32_t j = from; j < to; j++) {
                uint32_t r = x->row[j];

                dot[r] = pass ? 0 : dot[r] + v.weight[i] * x->weight[j];
                told |= dot[r] >= STATED && r != row &&
                        (k->origin[k->s->row[r].article] != own ||
                         k->s->row[r].chosen);
            }
        }
    return told;
}

void left_list(struct maker *k, struct brief *b)
{
    const struct story *s = k->s;
    struct index x = index_new(k);
    double *dot = arena_array(k->step, s->nrow, sizeof *dot);
    struct ranked *r = arena_array(k->step, s->nrow, sizeof *r);

    for (uint32_t i = 0; i < s->nrow; i++)
        if (!s->row[i].chosen && row_fitness(k, i) <= FIT_POOR &&
            !(row_sentence(s, i)->flags & SENTENCE_QUESTION) &&
            !is_told(k, &x, i, dot))
            r[b->nleft++] = (struct ranked){s->row[i].score, i};
    if (b->nleft)
        qsort(r, b->nleft, sizeof *r, by_score);
    b->left = arena_array(k->m, b->nleft, sizeof *b->left);
    for (uint32_t i = 0; i < b->nleft; i++) {
        struct place p = unit_place(s, r[i].row);
        const struct article *a = s->article[p.article];

        b->left[i].text = arena_copy(k->m, article_sentence(a, p.sentence));
        b->left[i].source = p.article + 1;
        b->left[i].sentence = p.sentence;
        b->left[i].bytes = origin_file(&a->origin,
                                       a->sentence[p.sentence].text);
    }
}
