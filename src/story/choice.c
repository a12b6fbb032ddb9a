/*
 * choice.c - why a sentence is in the brief, noted where it is decided: what it
 * brought in, what it kept out, which values its sources share. Nothing here
 * decides anything.
 */
#include "story/parts.h"
#include <stdlib.h>

static int by_origins(const void *a, const void *b)
{
    const struct concept *x = a, *y = b;

    if (x->origins != y->origins)
        return x->origins > y->origins ? -1 : 1;
    return str_order(x->words, y->words);
}

void choice_concepts(struct maker *k, struct choice *to, const struct cover *c,
                     uint32_t row)
{
    struct concepts x = weigh_concepts(k->w, row);

    to->concept = arena_array(k->m, x.n, sizeof *to->concept);
    for (uint32_t i = 0; i < x.n; i++)
        if (c->weight[x.id[i]] > 0)
            to->concept[to->nconcept++] = (struct concept){
                weigh_concept_words(k->m, k->w, row, x.id[i]),
                (uint32_t)c->weight[x.id[i]]};
    if (to->nconcept)
        qsort(to->concept, to->nconcept, sizeof *to->concept, by_origins);
}

static double score_of(const struct story *s, const struct left *l)
{
    return s->row[unit_of(s, (struct place){l->source - 1, l->sentence})].score;
}

/* Rows come in their order, so of equal ones the first stays ahead. */
void choice_beats(struct maker *k, struct choice *to, uint32_t row)
{
    const struct story *s = k->s;
    struct place p = unit_place(s, row);
    const struct article *a = s->article[p.article];
    uint32_t n = to->nbeaten < BEATEN ? to->nbeaten : BEATEN;
    uint32_t i = n;

    to->nbeaten++;
    while (i && score_of(s, &to->beaten[i - 1]) < s->row[row].score)
        i--;
    if (i == BEATEN)
        return;
    for (uint32_t j = n < BEATEN ? n : BEATEN - 1; j > i; j--)
        to->beaten[j] = to->beaten[j - 1];
    to->beaten[i] = (struct left){
        arena_copy(k->m, article_sentence(a, p.sentence)), p.article + 1,
        p.sentence, origin_file(&a->origin, a->sentence[p.sentence].text)};
}

/* Counted as a reader counts: without the title and headings. */
static uint32_t paragraph_of(const struct article *a, uint32_t sentence)
{
    uint32_t n = 0;

    if (!sentence)
        return 0;
    for (uint32_t i = 1; i <= a->sentence[sentence].paragraph; i++)
        n += a->paragraph[i].kind == PARA_TEXT ||
             a->paragraph[i].kind == PARA_ITEM;
    return n;
}

void choice_cites(struct maker *k, struct point *p, struct place at)
{
    struct choice *c = &p->choice;

    c->paragraph = paragraph_of(k->s->article[at.article], at.sentence);
    c->shared = arena_array(k->m, p->ncite, sizeof *c->shared);
    for (uint32_t i = 0; i < p->ncite; i++) {
        struct place q = {p->cite[i].source - 1, p->cite[i].sentence};

        c->shared[i] = p->cite[i].role == ROLE_ALSO
                           ? numbers_common(k->m, k->s, at, q)
                           : STR("");
    }
}
