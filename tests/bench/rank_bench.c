/*
 * rank_bench - what weights, scores and links of N sentences cost:
 *     rank_bench [N ...]      default 1000 10000 100000
 * The sentences are made up: words of syllables, the k-th one about 1/k as
 * frequent as the first, some of them compounds of others; ten articles.
 * Seconds of processor time; "each" is one probe against all sentences.
 */
#include "lang/lang.h"
#include "model/model.h"
#include "rank/rank.h"
#include "weigh/weigh.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ARTICLES 10
#define WORDS_LEAST 6
#define WORDS_SPAN 20

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* The K-th word of the vocabulary; every third is a compound. */
static void spell(struct buf *b, uint32_t k)
{
    static const char *const syllable[] = {
        "ba", "de", "ful", "ger", "hin", "kat", "lor", "men",
        "nus", "pra", "rit", "sol", "tum", "wes", "zan", "bruck"};

    if (k > 300 && k % 3 == 0) {
        spell(b, 100 + k % 97);
        spell(b, 100 + k / 3 % 89);
        return;
    }
    for (uint32_t i = k + 16; i; i /= 16)
        buf_text(b, syllable[i % 16]);
}

/* Zipf: the rank is e to the power of an even number. */
static uint32_t draw(uint64_t *state, uint32_t most)
{
    uint32_t k = 1;

    while (k < most && next(state) % 100 < 94)
        k += 1 + k / 12;
    return k + (uint32_t)next(state) % (1 + k / 12);
}

static void add_sentence(struct article *a, struct buf *b, struct lang *l,
                         uint64_t *state, uint32_t *cap)
{
    struct sentence *s = &a->sentence[a->nsentence++];

    s->text.from = (uint32_t)b->len;
    s->token.from = a->ntoken;
    s->words = WORDS_LEAST + (uint32_t)next(state) % WORDS_SPAN;
    for (uint32_t i = 0; i < s->words; i++) {
        size_t from = b->len;
        struct token t = {.at = (uint32_t)from};

        spell(b, draw(state, 200000));
        t.len = (uint16_t)(b->len - from);
        t.word = lang_word(l, (struct str){b->at + from, t.len});
        t.marks = i ? 0 : TOKEN_FIRST;
        a->token = arena_more(a->arena, a->token, a->ntoken, cap,
                              sizeof *a->token);
        a->token[a->ntoken++] = t;
        buf_byte(b, ' ');
    }
    s->token.to = a->ntoken;
    s->text.to = (uint32_t)b->len;
}

static void make_story(struct arena *m, struct story *s, struct lang *l,
                       uint32_t n)
{
    uint64_t state = 1;

    s->arena = m;
    s->article = arena_array(m, ARTICLES, sizeof *s->article);
    for (uint32_t i = 0; i < ARTICLES; i++) {
        struct article *a = arena_get(m, sizeof *a);
        struct buf b = buf_new(m);
        uint32_t cap = 0;

        a->arena = m;
        a->copy = i;
        a->sentence = arena_array(m, n / ARTICLES + 1, sizeof *a->sentence);
        while (a->nsentence < n / ARTICLES + 1)
            add_sentence(a, &b, l, &state, &cap);
        a->text = buf_str(&b);
        s->article[s->narticle++] = a;
    }
    story_rows(s);
}

static void measure(struct escape *escape, uint32_t n)
{
    struct arena *m = arena_new(escape);
    struct kernsatz_options o = {.words = 200};
    struct story s = {0};
    struct weights *w;
    struct probe *p;
    struct lang *l;
    double t, sum = 0;

    if (lang_new(m, STR("de"), STR(""), STR(""), &l) != KERNSATZ_OK)
        exit(2);
    make_story(m, &s, l, n);
    t = seconds();
    w = weigh_story(m, &s, l);
    printf("%7u weigh %.3f", s.nrow, seconds() - t);
    for (int k = KERNSATZ_SCORER_KERNSATZ; k <= KERNSATZ_SCORER_LEAD; k++) {
        static const char *const name[] = {"kernsatz", "textrank", "lexrank",
                                           "centroid", "lead"};

        o.scorer = (enum kernsatz_scorer)k;
        t = seconds();
        rank_story(m, &s, w, &o);
        printf(" %s %.3f", name[k], seconds() - t);
    }
    t = seconds();
    rank_pick(m, &s, w, &o);
    printf(" pick %.3f", seconds() - t);
    t = seconds();
    weigh_probe(m, w, 0);
    printf(" first probe %.3f", seconds() - t);
    t = seconds();
    p = weigh_probe(m, w, s.nrow / 2);
    for (uint32_t i = 0; i < s.nrow; i++)
        sum += weigh_alike(p, i).c;
    printf(" each %.4f", seconds() - t);
    t = seconds();
    weigh_concepts(w, 0);
    printf(" concepts %.3f (%.0f)\n", seconds() - t, sum);
    arena_free(m);
}

int main(int argc, char **argv)
{
    jmp_buf out;
    struct escape escape = {&out};

    if (setjmp(out)) {
        fputs("rank_bench: out of memory\n", stderr);
        return 3;
    }
    for (int i = 1; i < argc; i++)
        measure(&escape, (uint32_t)strtoul(argv[i], NULL, 10));
    if (argc < 2)
        for (uint32_t n = 1000; n <= 100000; n *= 10)
            measure(&escape, n);
    return 0;
}
