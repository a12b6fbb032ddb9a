/*
 * story_of.h - stories of given sentences for tests of the rooms behind text:
 * each article is its title and a sentence a line; marks come from text_tokens.
 */
#ifndef STORY_OF_H
#define STORY_OF_H

#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct told {
    struct arena *m, *of_brief;
    struct lang *l;
    struct story s;
    struct kernsatz_options o;
    struct escape escape;
    jmp_buf out;
};

static inline struct told *told_new(uint32_t words)
{
    struct told *t = test_calloc(1, sizeof *t);

    t->escape.way_out = &t->out;
    t->m = arena_new(&t->escape);
    t->of_brief = arena_new(&t->escape);
    assert_int_equal(lang_new(t->m, STR("de"), STR(""), STR(""), &t->l),
                     KERNSATZ_OK);
    t->s.arena = t->m;
    t->s.article = arena_array(t->m, 100, sizeof *t->s.article);
    t->s.input = arena_array(t->m, 100, sizeof *t->s.input);
    t->o.words = words;
    return t;
}

static inline void told_free(struct told *t)
{
    arena_free(t->of_brief);
    arena_free(t->m);
    test_free(t);
}

static inline struct article *told_article(struct told *t, const char *lines)
{
    struct article *a = arena_get(t->m, sizeof *a);
    uint32_t cap = 0;
    char name[] = "a.txt";

    name[0] = (char)('a' + t->s.narticle);
    a->arena = t->m;
    a->file = arena_copy(t->m, str_of(name));
    a->text = arena_copy(t->m, str_of(lines));
    origin_add(t->m, &a->origin, (uint32_t)a->text.len, 0,
               (uint32_t)a->text.len);
    a->paragraph = arena_array(t->m, 2, sizeof *a->paragraph);
    a->nparagraph = 2;
    for (size_t from = 0, to; from <= a->text.len; from = to + 1) {
        to = str_find(a->text, STR("\n"), from);
        a->sentence = arena_more(t->m, a->sentence, a->nsentence, &cap,
                                 sizeof *a->sentence);
        a->sentence[a->nsentence].text =
            (struct span){(uint32_t)from, (uint32_t)to};
        a->sentence[a->nsentence].paragraph = a->nsentence > 0;
        a->nsentence++;
    }
    a->paragraph[0].text = a->sentence[0].text;
    a->paragraph[0].sentence = (struct span){0, 1};
    a->paragraph[1].kind = PARA_TEXT;
    a->paragraph[1].sentence = (struct span){1, a->nsentence};
    a->paragraph[1].text = (struct span){
        a->nsentence > 1 ? a->sentence[1].text.from : (uint32_t)a->text.len,
        (uint32_t)a->text.len};
    a->meta.date = (struct date){2026, 3, 6};
    text_tokens(a, t->l);
    t->s.input[t->s.ninput].file = a->file;
    t->s.input[t->s.ninput++].state = INPUT_READ;
    t->s.article[t->s.narticle++] = a;
    return a;
}

#endif
