/*
 * given.h - articles made of given sentences, for tests of the rooms behind
 * text: words are runs of letters and digits, joined over inner hyphens.
 */
#ifndef GIVEN_H
#define GIVEN_H

#include "lang/lang.h"
#include "model/model.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct given {
    struct arena *m;
    struct lang *l;
    struct story s;
    struct escape escape;
    jmp_buf out;
};

static inline struct given *given_new(void)
{
    struct given *g = test_calloc(1, sizeof *g);

    g->escape.way_out = &g->out;
    g->m = arena_new(&g->escape);
    assert_int_equal(lang_new(g->m, STR("de"), STR(""), STR(""), &g->l),
                     KERNSATZ_OK);
    g->s.arena = g->m;
    g->s.article = arena_array(g->m, 100, sizeof *g->s.article);
    return g;
}

static inline void given_free(struct given *g)
{
    arena_free(g->m);
    test_free(g);
}

static inline void given_token(struct given *g, struct article *a,
                               struct span at, int marks)
{
    struct token *t = &a->token[a->ntoken++];
    struct str word = str_span(a->text, at);
    unsigned n;

    t->at = at.from;
    t->len = (uint16_t)(at.to - at.from);
    t->word = lang_word(g->l, word);
    t->marks = (uint16_t)marks;
    if (code_is_upper(utf8_next(word.at, word.at + word.len, &n)))
        t->marks |= TOKEN_CAPITAL;
}

static inline uint32_t given_word_end(struct str text, uint32_t at, bool parts)
{
    unsigned n;

    while (at < text.len) {
        uint32_t c = utf8_next(text.at + at, text.at + text.len, &n);

        if (!code_is_word(c) && (c != '-' || parts))
            break;
        at += n;
    }
    return at;
}

static inline void given_tokens(struct given *g, struct article *a,
                                struct sentence *s)
{
    uint32_t at = s->text.from, end;
    unsigned n;

    s->token.from = a->ntoken;
    while (at < s->text.to) {
        end = given_word_end(a->text, at, false);
        if (end == at) {
            utf8_next(a->text.at + at, a->text.at + a->text.len, &n);
            at += n;
            continue;
        }
        given_token(g, a, (struct span){at, end},
                    a->ntoken == s->token.from ? TOKEN_FIRST : 0);
        for (uint32_t p = at, q; p < end; p = q + 1) {
            q = given_word_end(a->text, p, true);
            if (p != at || q != end)
                given_token(g, a, (struct span){p, q}, TOKEN_PART);
        }
        at = end;
    }
    s->token.to = a->ntoken;
    s->words = utf8_words(str_span(a->text, s->text));
    if (a->text.at[s->text.to - 1] == '?')
        s->flags |= SENTENCE_QUESTION;
}

/* Adds an article: LINES is its title (may be empty) and a sentence a line. */
static inline struct article *given_article(struct given *g,
                                            const char *lines)
{
    struct article *a = arena_get(g->m, sizeof *a);
    uint32_t cap = 0;

    a->arena = g->m;
    a->text = arena_copy(g->m, str_of(lines));
    a->token = arena_array(g->m, 2 * a->text.len + 1, sizeof *a->token);
    a->copy = g->s.narticle;
    for (size_t from = 0, to; from <= a->text.len; from = to + 1) {
        struct sentence s = {.text = {(uint32_t)from, 0}};

        to = str_find(a->text, STR("\n"), from);
        s.text.to = (uint32_t)to;
        if (s.text.from < s.text.to)
            given_tokens(g, a, &s);
        a->sentence = arena_more(g->m, a->sentence, a->nsentence, &cap,
                                 sizeof *a->sentence);
        a->sentence[a->nsentence++] = s;
    }
    g->s.article[g->s.narticle++] = a;
    return a;
}

#endif
