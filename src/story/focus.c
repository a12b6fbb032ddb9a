/*
 * focus.c - which sentences speak of the words that the user asks for. A word
 * is spoken of where a word of the sentence has its stem, or is a compound with
 * it; "Fähre" does not speak of the "Ersatzfähre".
 */
#include "story/parts.h"

#define FOCUS_MOST 64

struct focus {
    struct str stem[FOCUS_MOST];
    uint32_t n;
};

static void add_word(struct maker *k, struct focus *f, struct str word)
{
    uint32_t id = lang_word(k->l, utf8_lower(k->step, word));

    if (f->n < FOCUS_MOST && !lang_entry(k->l, id)->stop)
        f->stem[f->n++] = arena_copy(k->step, lang_entry(k->l, id)->stem);
}

static struct focus focus_of(struct maker *k)
{
    struct str s = str_of(k->o->focus);
    const char *end = s.at + s.len, *from = NULL;
    struct focus f = {.n = 0};
    unsigned n;

    for (const char *p = s.at; p < end; p += n) {
        bool word = code_is_word(utf8_next(p, end, &n));

        if (word && !from)
            from = p;
        if (from && !word)
            add_word(k, &f, (struct str){from, (size_t)(p - from)});
        if (!word)
            from = NULL;
    }
    if (from)
        add_word(k, &f, (struct str){from, (size_t)(end - from)});
    return f;
}

static bool speaks_of(const struct maker *k, uint32_t row, struct str stem)
{
    const struct article *a = k->s->article[k->s->row[row].article];
    struct span t = row_sentence(k->s, row)->token;

    for (uint32_t i = t.from; i < t.to; i++) {
        struct str own;

        if (!a->token[i].word)
            continue;
        own = lang_entry(k->l, a->token[i].word)->stem;
        if (own.len >= stem.len && weigh_words_alike(own, stem) > 0)
            return true;
    }
    return false;
}

double *focus_rows(struct maker *k)
{
    struct focus f = {.n = 0};
    double *share;

    if (k->o->focus)
        f = focus_of(k);
    if (!f.n)
        return NULL;
    share = arena_array(k->step, k->s->nrow, sizeof *share);
    for (uint32_t r = 0; r < k->s->nrow; r++)
        for (uint32_t i = 0; i < f.n; i++)
            share[r] += speaks_of(k, r, f.stem[i]) ? 1. / f.n : 0;
    return share;
}
