/*
 * arena.c - all memory of the library, and the one jump out of it when it ends.
 *
 * An arena is a list of blocks; memory is taken from the newest one. Large pieces
 * get a block of their own, so that a growing array can be handed to realloc()
 * and the block that small pieces come from stays in use.
 */
#include "base/base.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#ifndef ARENA_BLOCK
#define ARENA_BLOCK 16384 /* bytes; the sanitizer build has tiny ones */
#endif

#define ALIGN 16u

struct block_head {
    struct block_head *next;
    size_t size, used; /* behind the head */
};

struct owned {
    struct owned *next;
    void *handle;
    void (*close)(void *);
};

struct arena {
    struct escape *escape;
    struct block_head *block; /* newest first; small pieces come from it */
    struct block_head *large; /* one piece each */
    struct owned *owned;      /* newest first */
    size_t size;              /* of all blocks */
};

static const size_t head_size =
    (sizeof(struct block_head) + ALIGN - 1) / ALIGN * ALIGN;

static _Noreturn void out_of_memory(struct escape *escape)
{
    assert(escape && escape->way_out);
    longjmp(*escape->way_out, 1);
}

static size_t rounded(size_t size)
{
    return (size + ALIGN - 1) / ALIGN * ALIGN;
}

static char *behind(struct block_head *b)
{
    return (char *)b + head_size;
}

struct arena *arena_new(struct escape *escape)
{
    struct arena *a = calloc(1, sizeof *a);

    if (!a)
        out_of_memory(escape);
    a->escape = escape;
    return a;
}

static void free_blocks(struct block_head *b)
{
    while (b) {
        struct block_head *next = b->next;

        free(b);
        b = next;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->owned) {
        struct owned *o = arena->owned;

        arena->owned = o->next;
        o->close(o->handle);
        free(o);
    }
    free_blocks(arena->block);
    free_blocks(arena->large);
    free(arena);
}

struct escape *arena_escape(struct arena *arena)
{
    return arena->escape;
}

/* A block with SIZE zeroed bytes behind its head, put before *LIST. */
static struct block_head *new_block(struct arena *a, struct block_head **list,
                                    size_t size)
{
    struct block_head *b;

    if (size > SIZE_MAX - head_size)
        out_of_memory(a->escape);
    b = calloc(1, head_size + size);
    if (!b)
        out_of_memory(a->escape);
    b->size = size;
    b->next = *list;
    *list = b;
    a->size += size;
    return b;
}

void *arena_get(struct arena *arena, size_t size)
{
    struct block_head *b = arena->block;

    if (size > SIZE_MAX - ALIGN)
        out_of_memory(arena->escape);
    size = rounded(size ? size : 1);
    if (size > ARENA_BLOCK / 4) {
        b = new_block(arena, &arena->large, size);
        b->used = size;
        return behind(b);
    }
    if (!b || b->size - b->used < size)
        b = new_block(arena, &arena->block, ARENA_BLOCK);
    b->used += size;
    return behind(b) + b->used - size;
}

void *arena_array(struct arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        out_of_memory(arena->escape);
    return arena_get(arena, n * size);
}

/* Enlarges the large block that holds OLD to SIZE bytes; NULL: it is none. */
static void *grow_large(struct arena *a, void *old, size_t used, size_t size)
{
    struct block_head **at = &a->large;
    struct block_head *b;

    /* A growing array is nearly always among the newest large pieces. */
    while (*at && behind(*at) != (char *)old)
        at = &(*at)->next;
    if (!*at || size > SIZE_MAX - head_size)
        return NULL;
    b = realloc(*at, head_size + size);
    if (!b)
        out_of_memory(a->escape);
    *at = b;
    a->size += size - b->size;
    memset(behind(b) + used, 0, size - used);
    b->size = b->used = size;
    return behind(b);
}

void *arena_more(struct arena *arena, void *array, size_t n, uint32_t *cap,
                 size_t size)
{
    size_t more, used = n * size;
    void *copy = NULL;

    if (n < *cap)
        return array;
    more = *cap ? (size_t)*cap * 2 : 8;
    if (more > UINT32_MAX || more > SIZE_MAX / 2 / size)
        out_of_memory(arena->escape);
    if (array && rounded(*cap * size) > ARENA_BLOCK / 4)
        copy = grow_large(arena, array, used, rounded(more * size));
    if (!copy) {
        copy = arena_get(arena, more * size);
        if (used)
            memcpy(copy, array, used);
    }
    *cap = (uint32_t)more;
    return copy;
}

_Noreturn void arena_out(struct arena *arena)
{
    out_of_memory(arena->escape);
}

void arena_own(struct arena *arena, void *handle, void (*close)(void *))
{
    struct owned *o = malloc(sizeof *o);

    if (!o) {
        close(handle);
        out_of_memory(arena->escape);
    }
    *o = (struct owned){arena->owned, handle, close};
    arena->owned = o;
}

size_t arena_size(const struct arena *arena)
{
    return arena ? arena->size : 0;
}

struct str arena_copy(struct arena *arena, struct str s)
{
    char *copy = arena_get(arena, s.len + 1);

    if (s.len)
        memcpy(copy, s.at, s.len);
    return (struct str){copy, s.len};
}
