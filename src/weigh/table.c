/*
 * table.c - numbers for 64-bit keys. The numbers follow the order in which keys
 * are first put, so that nothing depends on the hash.
 */
#include "weigh/weights.h"
#include <stdlib.h>

static uint32_t slot_of(const struct table *t, uint64_t key)
{
    uint64_t h = key * 0x9e3779b97f4a7c15u;
    uint32_t mask = t->cap - 1, i;

    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93u;
    i = (uint32_t)(h >> 32) & mask;
    while (t->number[i] && t->key[i] != key)
        i = (i + 1) & mask;
    return i;
}

static void resize(struct table *t, uint32_t cap)
{
    struct table old = *t;

    t->cap = cap;
    t->key = arena_array(t->arena, cap, sizeof *t->key);
    t->number = arena_array(t->arena, cap, sizeof *t->number);
    for (uint32_t i = 0; i < old.cap; i++) {
        uint32_t k;

        if (!old.number[i])
            continue;
        k = slot_of(t, old.key[i]);
        t->key[k] = old.key[i];
        t->number[k] = old.number[i];
    }
}

struct table table_new(struct arena *m, uint32_t expected)
{
    struct table t = {.arena = m};
    uint32_t cap = 16;

    while (cap / 4 * 3 < expected && cap < (uint32_t)1 << 31)
        cap *= 2;
    resize(&t, cap);
    return t;
}

uint32_t table_find(const struct table *t, uint64_t key)
{
    uint32_t i = slot_of(t, key);

    return t->number[i] ? t->number[i] - 1 : NONE;
}

uint32_t table_put(struct table *t, uint64_t key)
{
    uint32_t i = slot_of(t, key);

    if (t->number[i])
        return t->number[i] - 1;
    if (t->n >= t->cap / 4 * 3 && t->cap < (uint32_t)1 << 31) {
        resize(t, t->cap * 2);
        i = slot_of(t, key);
    }
    t->key[i] = key;
    t->number[i] = ++t->n;
    return t->n - 1;
}

static int by_value(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Units are short: insertion is faster than qsort() up to some thirty. */
#define SHORT_LIST 32

void sort_ids(uint32_t *id, uint32_t n)
{
    if (n > SHORT_LIST) {
        qsort(id, n, sizeof *id, by_value);
        return;
    }
    for (uint32_t i = 1; i < n; i++) {
        uint32_t x = id[i], k = i;

        for (; k && id[k - 1] > x; k--)
            id[k] = id[k - 1];
        id[k] = x;
    }
}
