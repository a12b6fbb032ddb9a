/*
 * article.h - what must hold for an article, whatever bytes it was read from:
 * the raw text is valid UTF-8, blocks lie in it in order, every span leads into
 * the file, and the same bytes give the same article.
 */
#ifndef FUZZ_ARTICLE_H
#define FUZZ_ARTICLE_H

#include "intake/intake.h"
#include "text/text.h"
#include <stdio.h>
#include <stdlib.h>

#define HOLDS(condition)                                                  \
    do {                                                                  \
        if (!(condition)) {                                               \
            fprintf(stderr, "does not hold: %s\n", #condition);           \
            abort();                                                      \
        }                                                                 \
    } while (0)

static inline void check_block(const struct article *a, uint32_t i)
{
    const struct block *b = &a->block[i];
    struct span file = origin_file(&a->raw_origin, b->raw);
    struct buf text = buf_new(a->arena);
    struct origin to = {0};

    HOLDS(b->raw.from < b->raw.to && b->raw.to <= a->raw.len);
    HOLDS(!i || a->block[i - 1].raw.to <= b->raw.from);
    HOLDS(file.from <= file.to && file.to <= a->bytes.len);
    HOLDS(!a->nelement || b->parent < a->nelement);
    text_normal(&text, &to, a->raw, b->raw, &a->raw_origin);
    HOLDS(utf8_valid(buf_str(&text)));
    HOLDS(to.end == text.len);
    if (text.len)
        file = origin_file(&to, (struct span){0, (uint32_t)text.len});
    HOLDS(file.to <= a->bytes.len);
}

/* Reads the article and checks it; returns a number that depends on all of
 * it. */
static inline uint64_t check_article(struct arena *m, struct str bytes,
                                     const struct lang *l)
{
    struct article *a = arena_get(m, sizeof *a);
    struct tell tell = {.name = "fuzz"};
    enum kernsatz_code skip = KERNSATZ_REMARK_NOT_UTF8;
    uint64_t sum;

    a->arena = m;
    if (intake_article(a, bytes, l, &tell, &skip) != KERNSATZ_OK) {
        HOLDS(skip >= KERNSATZ_SKIP_UNREADABLE);
        return (uint64_t)skip;
    }
    HOLDS(utf8_valid(a->raw));
    HOLDS(a->raw_origin.end == a->raw.len);
    HOLDS(utf8_valid(a->markup.title) && utf8_valid(a->markup.author));
    HOLDS(!a->markup.date.year || a->markup.date.month);
    sum = str_hash(a->raw) ^ str_hash(a->markup.title) ^
          str_hash(a->markup.author);
    for (uint32_t i = 0; i < a->nblock; i++) {
        check_block(a, i);
        sum = sum * 31 + a->block[i].raw.from + a->block[i].hints +
              a->block[i].kind + a->block[i].link;
    }
    return sum;
}

static inline int check_twice(struct str bytes)
{
    static jmp_buf out;
    static struct escape escape = {&out};
    static struct lang *l; /* made once: it takes longer than an article */
    struct arena *m = arena_new(&escape), *n = arena_new(&escape);

    if (!l && lang_new(arena_new(&escape), STR("de"), STR(""), STR(""), &l))
        abort();
    HOLDS(check_article(m, bytes, l) == check_article(n, bytes, l));
    arena_free(m);
    arena_free(n);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
