/*
 * model.c - small questions to the plain data.
 */
#include "model/model.h"

struct str article_text(const struct article *a, struct span range)
{
    return str_span(a->text, range);
}

struct str article_sentence(const struct article *a, uint32_t sentence)
{
    return str_span(a->text, a->sentence[sentence].text);
}

struct str article_outlet(const struct article *a)
{
    struct str name = a->file;
    size_t i = name.len;

    if (a->meta.outlet.len)
        return a->meta.outlet;
    while (i && name.at[i - 1] != '/')
        i--;
    return str_cut(name, i, name.len);
}

void story_rows(struct story *s)
{
    uint32_t n = 0;

    s->first = arena_array(s->arena, (size_t)s->narticle + 1,
                           sizeof *s->first);
    for (uint32_t i = 0; i < s->narticle; i++) {
        s->first[i] = n;
        n += s->article[i]->nsentence ? s->article[i]->nsentence - 1 : 0;
    }
    s->first[s->narticle] = s->nrow = n;
    s->row = arena_array(s->arena, n, sizeof *s->row);
    for (uint32_t i = 0; i < s->narticle; i++)
        for (uint32_t r = s->first[i]; r < s->first[i + 1]; r++)
            s->row[r] = (struct row){i, r - s->first[i] + 1, 0, false};
}
