/*
 * title.c - the headline of the brief: that of the source whose headline lies
 * nearest to all that is said. Never a question, an exclamation or "Was wir
 * wissen"; never invented.
 */
#include "story/parts.h"
#include <math.h>
#include <string.h>

static bool is_headline(const struct maker *k, uint32_t article)
{
    const struct article *a = k->s->article[article];
    struct str lower;

    if (!a->nsentence || a->sentence[0].words < 2)
        return false;
    lower = utf8_lower(k->step, article_sentence(a, 0));
    return memchr(lower.at, '?', lower.len) == NULL &&
           memchr(lower.at, '!', lower.len) == NULL &&
           str_find(lower, STR("was wir wissen"), 0) == lower.len &&
           str_find(lower, STR("was bisher bekannt"), 0) == lower.len &&
           str_find(lower, STR("das wissen wir"), 0) == lower.len;
}

uint32_t title_choose(struct maker *k)
{
    const struct story *s = k->s;
    double *centre = arena_array(k->step, weigh_terms(k->w), sizeof *centre);
    uint32_t best = s->narticle;
    double most = -1;

    for (uint32_t i = 0; i < s->nrow; i++) {
        struct vector x = weigh_vector(k->w, i);

        if (k->origin[s->row[i].article] != s->row[i].article)
            continue;
        for (uint32_t t = 0; t < x.n; t++)
            centre[x.term[t]] += x.weight[t];
    }
    for (uint32_t a = 0; a < s->narticle; a++) {
        struct vector x = weigh_vector(k->w, s->nrow + a);
        double dot = 0;

        if (!is_headline(k, a))
            continue;
        for (uint32_t t = 0; t < x.n; t++)
            dot += centre[x.term[t]] * x.weight[t];
        dot = floor(dot * 1e9 + .5) / 1e9;
        if (dot > most) {
            most = dot;
            best = a;
        }
    }
    return best;
}
