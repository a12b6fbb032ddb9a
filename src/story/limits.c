/*
 * limits.c - how much room a brief has. All limits that are set hold; none is
 * ever passed.
 */
#include "story/parts.h"
#include <math.h>

static double limit(uint32_t n)
{
    return n ? (double)n : (double)INFINITY;
}

struct room room_of(const struct maker *k)
{
    const struct kernsatz_options *o = k->o;
    struct room r = {limit(o->words), limit(o->chars), limit(o->sentences)};
    double words = 0;

    for (uint32_t i = 0; i < k->s->nrow; i++)
        words += row_sentence(k->s, i)->words;
    if (o->ratio > 0)
        r.words = fmin(r.words, floor(words * o->ratio / 100 + 1e-9));
    r.chars += 1; /* no blank stands before the first sentence */
    return r;
}

static double chars_of(const struct maker *k, uint32_t row)
{
    const struct row *r = &k->s->row[row];
    const struct article *a = k->s->article[r->article];

    return (double)utf8_count(article_sentence(a, r->sentence)) + 1;
}

bool room_fits(const struct maker *k, struct room left, uint32_t row)
{
    return row_sentence(k->s, row)->words <= left.words &&
           left.sentences >= 1 &&
           (left.chars == INFINITY || chars_of(k, row) <= left.chars);
}

void room_use(const struct maker *k, struct room *left, uint32_t row)
{
    left->words -= row_sentence(k->s, row)->words;
    left->chars -= chars_of(k, row);
    left->sentences -= 1;
}

void room_give(const struct maker *k, struct room *left, uint32_t row)
{
    left->words += row_sentence(k->s, row)->words;
    left->chars += chars_of(k, row);
    left->sentences += 1;
}

/* The limit that counts for shares: words, else characters, else sentences. */
double room_all(struct room r)
{
    return r.words < INFINITY ? r.words
                              : r.chars < INFINITY ? r.chars : r.sentences;
}

double room_size(const struct maker *k, struct room r, uint32_t row)
{
    if (r.words < INFINITY)
        return row_sentence(k->s, row)->words;
    return r.chars < INFINITY ? chars_of(k, row) : 1;
}
