/* marked.h - articles made of given sentences and read by text_tokens(). */
#ifndef MARKED_H
#define MARKED_H

#include "text/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct marked {
    struct escape escape;
    jmp_buf out;
    struct arena *m;
    struct lang *l;
    struct article *a;
};

/* LINES: the title (may be empty), then a sentence a line; "* " begins an item.
 * The article is of Wednesday, 17 June 2026. */
static inline struct marked *marked_new(const char *lines)
{
    struct marked *k = test_calloc(1, sizeof *k);
    struct article *a;
    uint32_t cap = 0, pcap = 0, n = 0;

    k->escape.way_out = &k->out;
    k->m = arena_new(&k->escape);
    assert_int_equal(lang_new(k->m, STR("de"), STR(""), STR(""), &k->l),
                     KERNSATZ_OK);
    k->a = a = arena_get(k->m, sizeof *a);
    a->arena = k->m;
    a->meta.date = (struct date){2026, 6, 17};
    a->text = arena_copy(k->m, str_of(lines));
    for (size_t from = 0, to; from <= a->text.len; from = to + 1, n++) {
        bool item;

        to = str_find(a->text, STR("\n"), from);
        item = str_starts(str_cut(a->text, from, to), STR("* "));
        a->sentence = arena_more(k->m, a->sentence, n, &cap,
                                 sizeof *a->sentence);
        a->paragraph = arena_more(k->m, a->paragraph, n, &pcap,
                                  sizeof *a->paragraph);
        a->sentence[n].text =
            (struct span){(uint32_t)(from + (item ? 2 : 0)), (uint32_t)to};
        a->sentence[n].paragraph = n;
        a->paragraph[n].kind = item ? PARA_ITEM : n ? PARA_TEXT : PARA_TITLE;
        a->paragraph[n].sentence = (struct span){n, n + 1};
    }
    a->nsentence = a->nparagraph = n;
    text_tokens(a, k->l);
    return k;
}

/* One sentence, numbered 1, under an empty title. */
static inline struct marked *marked_one(const char *sentence)
{
    char lines[4000] = "\n";

    assert_true(strlen(sentence) < sizeof lines - 2);
    strcat(lines, sentence);
    return marked_new(lines);
}

static inline void marked_free(struct marked *k)
{
    arena_free(k->m);
    test_free(k);
}

static inline void assert_span(const struct marked *k, struct span s,
                               const char *text)
{
    struct str is = str_span(k->a->text, s);

    if (!str_same(is, str_of(text)))
        fail_msg("\"%.*s\" instead of \"%s\"", (int)is.len, is.at, text);
}

#endif
