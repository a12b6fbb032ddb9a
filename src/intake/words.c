/*
 * words.c - names and titles compared by their words.
 */
#include "intake/signs.h"

static bool next_word(struct str s, size_t *at, struct str *word)
{
    size_t from, i = *at;
    unsigned len;

    while (i < s.len && !code_is_word(utf8_next(s.at + i, s.at + s.len,
                                                &len)))
        i += len;
    from = i;
    while (i < s.len && code_is_word(utf8_next(s.at + i, s.at + s.len, &len)))
        i += len;
    *at = i;
    *word = str_cut(s, from, i);
    return i > from;
}

struct wordset words_of(struct arena *m, struct str s)
{
    struct str lower = utf8_lower(m, s), word;
    struct wordset set = {.n = 0};
    size_t at = 0;

    while (set.n < WORDS_MAX && next_word(lower, &at, &word))
        set.word[set.n++] = word;
    return set;
}

uint32_t shared_words(const struct wordset *a, const struct wordset *b)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (str_same(a->word[i], b->word[k])) {
                n++;
                break;
            }
    return n;
}

/* Same words, whatever stands between them. */
bool alike(struct arena *m, struct str a, struct str b)
{
    struct wordset x = words_of(m, a), y = words_of(m, b);

    if (!x.n || x.n != y.n)
        return false;
    for (uint32_t i = 0; i < x.n; i++)
        if (!str_same(x.word[i], y.word[i]))
            return false;
    return true;
}
